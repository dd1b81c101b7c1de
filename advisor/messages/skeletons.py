"""What stands in the files that the program begins for experts: every line is theirs to change."""

RULEBOOK = """\
# yaml-language-server: $schema=schema/rulebook.json

# A layer of rules of your own. It builds on other rules, and says only what it adds to them, what it says in other
# words, and what it does without.
#
#   advisor rules new finding|question|source|school ID    puts a skeleton into the right file
#   advisor rules check                                    tells what is wrong, and where
#   advisor rules diff bundled                             tells what this changes, and for which initiatives
#   advisor rules where                                    tells which rules are in use
#   advisor rules show ID                                  tells in plain English what a rule says, and where it stands

title: Our rules           # named at the end of every assessment
version: "0.1"             # count it up when you change what the rules say
builds_on: bundled         # the rules that come along with the program; or the path of another rulebook

# What you say in other words: write it in a file of this folder, under the id that it has in the rules below, and give
# the reason here. Whoever reads the rule is told.
#
# replaces:
#   findings:
#     school/finding: Why ours is better.

# What you do without, with the reason. What builds on it has to go too: advisor rules check tells what that is. A
# school or a theme goes with all its findings.
#
# switches_off:
#   findings:
#     school/finding: Why we do without it.
#   schools:
#     school: Why we do without it.
"""

TO_WRITE = "(To be written: {what}.)"

SCHOOL = (
    "# A school of thought: what it asks (criteria), and what it says of a track (verdicts).",
    "school: {id}",
    "title: {title}",
    "about: {about}",
    "# Whose definition this is: an id in sources.yaml",
    "source: {source}",
    "",
    "findings:",
)
ABOUT = "the school in two or three sentences"
THEME = ("theme: {id}", "title: {title}", "", "findings:")
SECTION = ("section: {id}", "title: {title}", "", "questions:")

CRITERION = "first-criterion"

FINDING = (
    "{id}:",
    "  kind: {kind}",
    "  # What is said when it is met:",
    "  statement: {statement}",
    "  # What must hold for it to be met. Other ways to say it:",
    "  #   {{question: [one answer, or another]}}      {{question: {{includes: one of several}}}}",
    "  #   {{finding: another finding}}                {{all: [this, and that]}}   {{any: [this, or that]}}",
    "  #   {{some: a group, where: {{question: answer}}}}    and every, no, count",
    "  # Every question with its answers: advisor questions",
    "  when: {when}",
    "  # source: a publication says so; practice: practitioners do; heuristic: our own rule of thumb",
    "  basis: heuristic",
    "  # Where it comes from: an id in sources.yaml, and the place in it",
    "  # source: {{ref: {source}, place: where in it}}",
    "  # because: The reason an expert would give.",
    "  # dissent: Who disagrees, and how.",
)
FOR_EACH = "  for_each: {for_each}"
STATEMENT = "what is said when it is met"
TRACK = (
    '  # The track it names: I, "1.5", II or III; several as a list, where it cannot tell them apart',
    "  # track: II",
)
STATEMENT_NOT = (
    "  # What is said when it is not met:",
    "  statement_not: {statement_not}",
)
STATEMENT_NOT_NEEDED = (
    "  # What is said of a funder that expects this and does not get it:",
    "  statement_not: {statement_not}",
)
NOT_WHEN = (
    "  # What must hold for it not to be met: that the funder expects it, and something else",
    "  not_when: {{not: {when}}}",
)
STATEMENT_IS_NOT = "what is said when it is not met"
WEIGHT = (
    "  # 5 somebody could be harmed, 4 the purpose could be missed, 3 the work would be weaker, 2 it could be better,",
    "  # 1 good to know",
    "  weight: 1",
)
STANCE = ("  # {stances}", "  stance: {stance}")
ROLE = ("  role: {role}",)
ROLE_IS = "the role in a few words"
NEXT_STEP = ("  next_step: {next_step}",)
NEXT_STEP_IS = "the first thing to do about it"

QUESTION = (
    "{id}:",
    "  prompt: {prompt}",
    "  # More about it, for whoever hesitates:",
    "  # help: …",
    "  # The question in a few words, for lists:",
    "  # label: …",
    "  type: {type}",
    "  # core: true          asked in the short first interview",
    "  # sensitive: true     the answer could endanger somebody",
    "  # changeable: true    the convener could choose otherwise",
    "  # Asked only when this holds:",
    "  # ask_when: {when}",
)
PROMPT = "what is asked"
CLAUSE = '  # How the answer is told after "if", without a capital and a full stop:'
SO = (CLAUSE, "  # so: … {{value}} …")
SO_YES_NO = (CLAUSE, "  # so: that it is yes", "  # so_not: that it is no")
SO_MANY = (CLAUSE, "  # one_more: there is one more", "  # no_more: there are no others")
OPTIONS = (
    '  # How an answer is told after "if", without a capital and a full stop: {{label: …, so: …, so_not: …}}',
    "  options:",
    "    first: {first}",
    "    second: {{label: {second}, help: {help}}}",
)
FIRST, SECOND, HELP = "one answer", "another answer", "what it means"
OF = ("  # The group whose items can be chosen:", "  of: {group}")
FIELDS = (
    "  # What one of them is called:",
    "  item: {item}",
    "  fields:",
    "    name:",
    "      prompt: {name}",
    "      type: text",
)
NAME = "what the name of one of them is asked for with"

SOURCE = (
    "{id}:",
    '  authors: ["{author}"]',
    "  year: {year}",
    "  title: {title}",
    "  # venue: the journal, or the publisher",
    "  # pages: 1-20",
    "  # brief: known through the issue brief; publication: you have read it; secondary: known through others",
    "  seen: secondary",
    "  # note: What should be known about it.",
)
AUTHOR = "Family name, Initials"
TITLE = "the title of the publication"

# What is told

NOT_EMPTY = "There is something in this folder already. Name one that is not there yet, or is empty."
IS_FILE = "This is a file. Name a folder that is not there yet, or is empty."
BEGUN = "{folder} is a layer of rules of your own, on top of those that come along."
COPIED = "{folder} is a copy of the rules that come along. Give it a title and a version of its own in rulebook.yaml."
NEXT = """\
To use it for every call: advisor rules use {word}
For one call:             advisor rules check --rules {word}
To add to it:             advisor rules new school ID"""
IN_USE = "From now on {folder} is used. To use the rules that come along again: advisor rules use bundled"
BUNDLED_IN_USE = "From now on the rules that come along are used."

NONE_OF_OWN = (
    "The rules in use come along with the program, and are not written into. Make a folder of your own and use it:"
    " advisor rules init DIR, then advisor rules use DIR."
)
TAKEN = "There is a {what} {id} already, in {place}."
TO_ADD_TO_IT = " To add to it: advisor rules new finding {id}/NAME. To change a finding of it, the same with its name."
SWITCHED_OFF = (
    "The {what} {id} is switched off in {place}. Delete that line there and call this again: you get a copy to change."
)
NOT_FOR_A_COPY = "{id} is there already and would be copied into your rules. {option} goes only with what is new."
COPY = "copy of the {what}"
WHY = "why ours is better"
REASON = "the reason, to be written, why yours stands in place of"
WHICH_HOME = "Say in which school or theme: advisor rules new finding SCHOOL/{name}.{hint}"
NO_HOME = "There is no school or theme {home}.{hint}"
NEW_SCHOOL = " For a new school: advisor rules new school {id}"
OTHER_HOME = "The file {file} is about {about}, not about {home}."
NO_GROUP = "There is no group {group} that could be asked about.{hint}"
WRONG_FILE = "In {file} no such thing can stand. Name a file in {expected} whose name ends in .yaml."
WRONG_KIND = "There is no kind {kind}.{hint}"
NOT_FOR_THIS = "{option} goes with {sorts} only."
NO_ID = "{id} cannot be an id. {rule}"
NOTHING_TO_ASK = "There is no question yet that a condition could ask. Make one first: advisor rules new question ID"
NO_SUCH_SOURCE = "There is no source {source}.{hint} For a new one: advisor rules new source {id}"
CANNOT_ADD = "The file is written in a way to which nothing can be added by itself. Write it by hand."
ADDED = "{file}:{line}: {what} {id}"
