"""How cases came out, as lines of text."""

from collections.abc import Iterator

from advisor.messages import cases as messages
from advisor.report.plain.lines import heading, wrapped
from advisor.store.written import words
from advisor.text import visible
from advisor.workshop.cases.result import BelowResult, CaseResult, CoverageResult, MissResult, RunResult, UnseenResult

_FEW = 6
"""So many answers are shown of those that decide, and so many cases of those that are left out."""


def as_text(result: RunResult) -> str:
    """A run of cases for a person: what failed and why, and how many came out as expected."""
    return visible("\n".join(_lines(result)).lstrip("\n")) + "\n"


def _lines(result: RunResult) -> Iterator[str]:
    if result.below is not None:
        yield from heading(messages.OWN)
    for case in result.failed:
        yield from _case(case)
        yield ""
    yield _summary(result)
    if result.below is not None:
        yield from heading(messages.BELOW)
        yield from _below(result.below)
    if result.coverage is not None:
        yield ""
        yield from _coverage(result.coverage)


def _summary(result: RunResult | BelowResult) -> str:
    if result.failed:
        return messages.SOME_FAILED.format(failed=len(result.failed), number=result.cases)
    if not result.cases:
        return messages.NO_CASES
    if result.cases == 1:
        return messages.ONE_WELL
    return messages.ALL_WELL.format(number=result.cases, expectations=result.expectations)


def _below(below: BelowResult) -> Iterator[str]:
    for case in below.failed:
        yield from _in_brief(case)
        yield ""
    yield _summary(below)
    if below.failed:
        yield from messages.IF_MEANT.splitlines()
        yield from (messages.TO_SWITCH_OFF.format(case=words(case.case)) for case in below.failed)
    if below.left_out:
        yield messages.LEFT_OUT.format(number=len(below.left_out))
    for one in below.left_out[:_FEW]:
        said = messages.LEFT_OUT_ONE.format(file=one.file, line=one.line, why=one.why[0])
        yield from wrapped(said, "    ", "  ")
    if len(below.left_out) > _FEW:
        yield f"  {messages.MORE.format(number=len(below.left_out) - _FEW)}"
    if below.switched_off:
        yield messages.SWITCHED_OFF.format(number=below.switched_off)


def _in_brief(case: CaseResult) -> Iterator[str]:
    """A case of the rules below: why it comes out so, whoever changed the rules is likely to know."""
    yield f"{case.file}:{case.line}"
    yield from wrapped(case.case, "  ", "  ")
    for miss in case.misses:
        said = messages.EXPECTED.format(what=miss.what, expected=miss.expected, came=miss.came)
        yield from wrapped(said, "    ", "  - ")


def _case(case: CaseResult) -> Iterator[str]:
    # The place stands alone, so that an editor or a terminal finds it however long the sentence is.
    yield f"{case.file}:{case.line}"
    yield from wrapped(case.case, "  ", "  ")
    for miss in case.misses:
        yield from _miss(miss)


def _miss(miss: MissResult) -> Iterator[str]:
    said = messages.EXPECTED.format(what=miss.what, expected=miss.expected, came=miss.came)
    yield from wrapped(said, "    ", "  - ")
    unknown = miss.came in ("unknown", "undecided")
    if miss.says is not None and not unknown:
        yield from wrapped(messages.SAYS.format(says=miss.says), "    ", "    ")
    if unknown:
        yield f"    {messages.OPEN if miss.why else messages.SILENT}"
    elif miss.why:
        yield f"    {messages.WHY.format(came=miss.came)}"
    for step in miss.why[:_FEW]:
        yield from wrapped(step, "        ", "      ")
    if len(miss.why) > _FEW:
        yield f"      {messages.MORE.format(number=len(miss.why) - _FEW)}"
    if miss.rule is not None:
        yield f"    {messages.STANDS.format(place=miss.rule)}"


def _coverage(coverage: CoverageResult) -> Iterator[str]:
    number = coverage.findings
    yield messages.COVERED.format(examples=coverage.examples)
    met, unmet = number - len(coverage.never_met), number - len(coverage.never_unmet)
    yield messages.COVERAGE.format(met=met, unmet=unmet, number=number)
    if not coverage.never_met and not coverage.never_unmet:
        yield messages.ALL_SEEN
    for title, unseen in ((messages.NEVER_MET, coverage.never_met), (messages.NEVER_UNMET, coverage.never_unmet)):
        if unseen:
            yield ""
            yield title
            for one in unseen:
                yield from _unseen(one)


def _unseen(one: UnseenResult) -> Iterator[str]:
    yield from wrapped(f"{one.says} [{one.id}]", "    ", "  - ")
    yield f"    {one.file}:{one.line}"
