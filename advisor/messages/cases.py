"""What is said of cases: what is wrong with their files, and how they came out."""

# Faults

NO_SUCH_EXAMPLE = "There is no example {like}.{hint}"
SAME_NAME = "There is another case of this name, in {place}."
EXPECTS_NOTHING = "This case expects nothing, so it can never fail."
NO_SUCH_HOME = "There is no school or theme {about}.{hint}"
NO_SUCH_PART = "There is no part {part}.{hint}"
SEVERAL_FINDINGS = "Several findings are called {name}: write {ids}."
JUDGED_ONCE = '{name} is judged once for the whole: move it to "expect".'
NONE_LISTED = "{name} is found for each of {group}, and this case lists none."
NO_SUCH_ITEM = "There is no {item} among the items of {group}."
NOT_BY_ITEM = "This finding is not made item by item: write its status alone."
STATUS_WANTED = "Here it should stand how the finding settles, such as met or not met; {found}."
NO_ROLE = "{name} is no role that people fill."
PEOPLE_WANTED = "Name who fills it, each with how well: {{anna: fully}}, or {{}} for nobody; {found}."
NO_SUCH_FILLING = "Nobody fills a role {fills}."

# How cases came out

EXPECTED = "{what}: expected {expected}, and it is {came}."
OF_ITEM = "{finding} for {item}"
IN_PART = "{what}, in {part}"
HEADLINE = "The headline"
AGREEMENT_ON = "{agreement} on {tracks}"
NO_TRACK = "no track"
FILLS_IT = "Who fills {finding}"
NOBODY = "nobody"
SAYS = "It says: {says}"
WHY = "Why it is {came}:"
OPEN = "Nobody has said:"
SILENT = "The rule says nothing about this case."
STANDS = "The rule: {place}"
MORE = "(and {number} more)"
NO_CASES = "There are no cases yet. How to write them: docs/workshop.md."
ALL_WELL = "All {number} cases came out as expected ({expectations} expectations)."
ONE_WELL = "The one case came out as expected."
SOME_FAILED = "{failed} of {number} cases came out otherwise than expected."
OWN = "Cases of your own"
BELOW = "Cases of the rules below"
IF_MEANT = """\
Where your rules mean to say otherwise, copy the case into rulebook.yaml, with your reason:
switches_off:
  cases:"""
TO_SWITCH_OFF = "    {case}: Why ours says otherwise."
LEFT_OUT = "Left out, as they speak of what your rules do not have: {number}."
LEFT_OUT_ONE = "{file}:{line}: {why}"
SWITCHED_OFF = "Switched off by rulebook.yaml: {number}."
NO_SUCH_CASE = "There is no case {case} in the rules below this layer.{hint}"

# Coverage

COVERED = "Over these cases and {examples} examples:"
COVERAGE = "  {met} of {number} rules are seen to hold, and {unmet} are seen not to hold."
NEVER_MET = "Never seen to hold:"
NEVER_UNMET = "Never seen not to hold:"
ALL_SEEN = "  Every rule is seen both ways."
