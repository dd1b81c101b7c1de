"""The proof of one finding, in words: why it is so, why it is not, or what is missing."""

from advisor.engine.run import Engine
from advisor.initiative.initiative import Initiative
from advisor.model.entry import BASE_LANGUAGE
from advisor.report.meant import meant
from advisor.report.reasons.build import why
from advisor.report.reasons.result import WhyResult
from advisor.report.results import Results


def explained(
    engine: Engine,
    initiative: Initiative,
    finding: str,
    part: str = "",
    item: str | None = None,
    language: str = BASE_LANGUAGE,
) -> WhyResult:
    """Why a finding has settled as it has.

    Args:
        engine: the compiled rulebook.
        initiative: what was judged.
        finding: an id, `school/name`, or the name alone where only one finding has it.
        part: a phase or strand; the initiative as a whole if empty.
        item: for findings made for each item, which one; the first if not given.
        language: of the rulebook's texts, where they have it.

    Raises:
        AdvisorError: there is no such finding, part or item.
    """
    about = meant(engine.rulebook, initiative, finding, part, item)
    results = Results(engine, initiative, language)
    found = next(one for one in results.every(about.finding, part) if one.item == about.item)
    return why(results, found, part)
