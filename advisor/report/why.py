"""The proof of one finding, in words: why it is so, why it is not, or what is missing."""

from advisor.engine.run import Engine
from advisor.errors import AdvisorError, Fault, Place
from advisor.initiative.initiative import Initiative
from advisor.model.entry import BASE_LANGUAGE
from advisor.report.reasons.build import why
from advisor.report.reasons.result import WhyResult
from advisor.report.results import Results
from advisor.text import either, expected_one_of

_FEW = 4
"""So many findings can be offered."""


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
    name = _named(engine, initiative, finding)
    _check_part(initiative, part, engine.rulebook.findings[name].scope)
    results = Results(engine, initiative, language)
    found = results.every(name, part)
    chosen = [result for result in found if item is None or result.item == item]
    if not chosen:
        known = [result.item for result in found if result.item]
        group = engine.rulebook.findings[name].for_each
        listed = f' None of the "{group}" is listed yet.' if group and not known else expected_one_of(item, known)
        raise _no_such("C03", f'"{name}" is found for each of "{group}".{listed}')
    return why(results, chosen[0], part)


def _check_part(initiative: Initiative, part: str, scope: str) -> None:
    names = [view.id for view in initiative.parts]
    if part and part not in names:
        raise _no_such("C03", f'There is no part "{part}".{expected_one_of(part, names)}')
    if part and scope == "whole":
        raise _no_such("C03", "This is judged once for the whole, so leave out --part.")


def _named(engine: Engine, initiative: Initiative, wanted: str) -> str:
    """The full id of the finding that is meant; it may be written as it is said, without its dashes."""
    known, word = list(engine.rulebook.findings), "-".join(wanted.lower().split())
    matching = [name for name in known if word in (name, name.partition("/")[2], name.replace("/", "-"))]
    if len(matching) == 1:
        return matching[0]
    if matching:
        raise _no_such("C03", f'Several findings are called "{wanted}": write {either(sorted(matching))}.')
    message = f'There is no finding "{wanted}".'
    if option := _option(initiative, word):
        raise _no_such("C03", f"{message} It is {option[0]}: put a finding before it, and write {option[1]} {word}.")
    near = sorted(name for name in known if word in name)
    hint = f" Did you mean {either(near)}?" if 0 < len(near) <= _FEW else expected_one_of(wanted, known)
    raise _no_such("C03", f"{message}{hint}")


def _option(initiative: Initiative, word: str) -> tuple[str, str] | None:
    """What a word stands for that is no finding, and by which option that is named; None where it is neither."""
    if any(part.id == word for part in initiative.parts):
        return "a phase or strand", "--part"
    items = (item.id for view in initiative.views for group in view.groups.values() for item in group.items)
    return ("somebody in the file", "--item") if word in items else None


def _no_such(code: str, message: str) -> AdvisorError:
    return AdvisorError([Fault(Place("advisor why"), code, message)])
