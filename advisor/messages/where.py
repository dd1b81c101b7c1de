"""What is told of the rules in use."""

BY_CALL = "The rules in use are those that --rules names, which goes before any setting."
BY_SETTING = "The rules in use are those that the setting names."
BY_NOBODY = "The rules in use are those that come along: neither --rules nor a setting names others."
SETTING = "Setting: {file}"
NO_SETTING = "Setting: {file} (not there; advisor rules use DIR makes it)"
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
    "cases": "case",
}
MANY = {**{sort: sort for sort in ONE}, "systems": "numbered systems", "rows": "rows of tables"}
