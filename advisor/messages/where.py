"""What is told of the rules in use."""

BY_CALL = "The rules in use were named by --rules, which goes before the setting in {file}."
BY_SETTING = "The rules in use were chosen by the setting in {file}."
BY_NOBODY = (
    "The rules in use are those that come along: neither --rules nor a setting names others. A setting would stand in"
    " {file}; advisor rules use DIR puts it there."
)
RULEBOOK = "{title}, version {version} ({sha256})"
LAYER = "Layer {number}: {title}"
FOLDER = "  In {folder}"
FILES = "Files: {files}"
HOLDS = "It holds {what}."
ADDS = "It adds {what}."
REPLACES = "It replaces {what}:"
SWITCHES_OFF = "It switches off {what}:"
CHANGE = "{id}: {why}"
NOTHING = "nothing"
TOGETHER = "All layers together: {sha256}"
ONE = {
    "findings": "finding",
    "questions": "question",
    "sources": "source",
    "terms": "term",
    "languages": "language",
    "territories": "territory",
    "systems": "numbered system",
    "rows": "row of a table",
    "schools": "school",
    "themes": "theme",
}
MANY = {**{sort: sort for sort in ONE}, "systems": "numbered systems", "rows": "rows of tables"}
