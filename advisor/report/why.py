"""The proof of one finding, in words: why it is so, why it is not, or what is missing."""

from collections.abc import Iterator

from advisor.engine.run import Engine
from advisor.errors import AdvisorError, Fault, Place
from advisor.initiative.initiative import Initiative
from advisor.messages import proof as messages
from advisor.model.entry import BASE_LANGUAGE
from advisor.report.assess import finding_results
from advisor.report.assessment import FindingResult, ProofStep, VerdictResult
from advisor.report.plain.lines import SIGNS, proof_lines, status_words, step_words
from advisor.report.wording import rests_on
from advisor.text import either, expected_one_of, paragraph, visible


def explained(
    engine: Engine,
    initiative: Initiative,
    finding: str,
    part: str = "",
    item: str | None = None,
    language: str = BASE_LANGUAGE,
) -> str:
    """The explanation of a finding for a person.

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
    name = _named(list(engine.rulebook.findings), finding)
    _check_part(initiative, part, engine.rulebook.findings[name].scope)
    results = finding_results(engine, initiative, name, part, language)
    chosen = [result for result in results if item is None or result.item == item]
    if not chosen:
        known = [result.item for result in results if result.item]
        group = engine.rulebook.findings[name].for_each
        listed = f' None of the "{group}" is listed yet.' if group and not known else expected_one_of(item, known)
        raise _no_such("C03", f'"{name}" is found for each of "{group}".{listed}')
    return visible("\n".join(_lines(chosen[0]))) + "\n"


def _check_part(initiative: Initiative, part: str, scope: str) -> None:
    names = [view.id for view in initiative.parts]
    if part and part not in names:
        raise _no_such("C03", f'There is no part "{part}".{expected_one_of(part, names)}')
    if part and scope == "whole":
        raise _no_such("C03", "This is judged once for the whole, so leave out --part.")


def _named(known: list[str], wanted: str) -> str:
    """The full id of the finding that is meant."""
    matching = [name for name in known if wanted in (name, name.partition("/")[2])]
    if len(matching) == 1:
        return matching[0]
    if matching:
        raise _no_such("C03", f'Several findings are called "{wanted}": write {either(sorted(matching))}.')
    raise _no_such("C03", f'There is no finding "{wanted}".{expected_one_of(wanted, known)}')


def _no_such(code: str, message: str) -> AdvisorError:
    return AdvisorError([Fault(Place("advisor why"), code, message)])


def _lines(result: FindingResult) -> Iterator[str]:
    yield from _wrapped(f"{SIGNS[result.status]} {result.says} ({status_words(result)})", "  ")
    yield ""
    for heading, side in sides(result):
        yield heading
        for step in side.steps:
            yield from proof_lines(step, depth=1)
    if result.status in ("unknown", "undecided") and not result.open:
        yield messages.SILENT
    if result.open:
        yield messages.UNDECIDED
        for question in result.open:
            yield from _wrapped(f"  ? {question.says}", "    ")
    yield ""
    for remark in remarks(result):
        yield from _wrapped(remark)


def sides(result: FindingResult) -> Iterator[tuple[str, ProofStep]]:
    """The proof that it is so and the proof that it is not, those that there are, each with its heading."""
    if result.proof is not None:
        yield messages.WHY if result.contrary is None else messages.SPEAKS_FOR, result.proof
    if result.contrary is not None:
        yield messages.WHY_NOT if result.proof is None else messages.SPEAKS_AGAINST, result.contrary


def rests_below(result: FindingResult) -> list[str]:
    """What the proof of a finding ends in, each once: the answers, and what is not known."""
    return list(dict.fromkeys(_ends(result.proof))) if result.proof is not None else []


def _ends(step: ProofStep) -> Iterator[str]:
    if not step.steps:
        yield step_words(step)
    for below in step.steps:
        yield from _ends(below)


def remarks(result: FindingResult) -> Iterator[str]:
    """The reason behind the rule, who disagrees, and what it rests on."""
    if result.because:
        yield messages.REASON.format(reason=result.because)
    for dissent in _dissents(result):
        yield messages.DISSENT.format(dissent=dissent)
    yield rests_on(result.basis, result.source)


def _dissents(result: FindingResult) -> Iterator[str]:
    """Who disagrees with the finding, and with the contested criteria that it rests on."""
    if result.dissent:
        yield result.dissent
    for criterion in result.criteria if isinstance(result, VerdictResult) else []:
        if criterion.status == "contested" and criterion.dissent:
            yield criterion.dissent


def _wrapped(text: str, indent: str = "") -> Iterator[str]:
    yield from paragraph(text, indent).splitlines()
