"""How cases came out, as lines of text."""

from collections.abc import Iterator

from advisor.messages import cases as messages
from advisor.report.plain.lines import wrapped
from advisor.text import visible
from advisor.workshop.cases.result import CaseResult, CoverageResult, MissResult, RunResult, UnseenResult

_FEW = 6
"""So many answers are shown of those that decide."""


def as_text(result: RunResult) -> str:
    """A run of cases for a person: what failed and why, and how many came out as expected."""
    return visible("\n".join(_lines(result))) + "\n"


def _lines(result: RunResult) -> Iterator[str]:
    for case in result.failed:
        yield from _case(case)
        yield ""
    if result.failed:
        yield messages.SOME_FAILED.format(failed=len(result.failed), number=result.cases)
    elif result.cases == 1:
        yield messages.ONE_WELL
    else:
        yield messages.ALL_WELL.format(number=result.cases, expectations=result.expectations)
    if result.coverage is not None:
        yield ""
        yield from _coverage(result.coverage)


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
        yield f"      {messages.MORE_STEPS.format(number=len(miss.why) - _FEW)}"
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
