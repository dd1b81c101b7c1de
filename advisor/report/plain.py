"""The assessment as plain text in 80 columns. States are told apart by sign and word, never by colour alone."""

from collections.abc import Iterable, Iterator

from advisor.report.assessment import (
    Assessment,
    CriterionResult,
    FindingResult,
    PartResult,
    ProofStep,
    SchoolResult,
    VerdictResult,
    ViewResult,
)
from advisor.text import paragraph, visible

WIDTH = 80
SIGNS = {
    "met": "+",
    "supported": "+",
    "not met": "-",
    "refuted": "-",
    "unknown": "?",
    "undecided": "?",
    "contested": "!",
}
RECORDS = {
    "own": "",
    "real": "A real initiative, described from published sources.",
    "composed": "A composed example: no such initiative exists.",
}
LEGEND = "+ met or supported   - not met or refuted   ? not known   ! contested"


def as_text(assessment: Assessment) -> str:
    """The whole assessment, for a person to read."""
    return visible("\n".join(_lines(assessment))) + "\n"


def _lines(assessment: Assessment) -> Iterator[str]:
    initiative = assessment.initiative
    yield f"{initiative.name} ({initiative.years})" if initiative.years else initiative.name
    yield "=" * min(len(initiative.name) + 12, WIDTH)
    if RECORDS[initiative.record]:
        yield RECORDS[initiative.record]
    yield ""
    if assessment.parts:
        yield from _wrapped("What holds throughout; each part stands further down.")
        yield ""
    yield from _view(assessment)
    for part in assessment.parts:
        yield from _part(part)
    if assessment.open and not assessment.parts:
        yield from _heading("Not known yet")
        for question in assessment.open:
            withheld = " (known, but not written here)" if question.withheld else ""
            yield from _wrapped(f"{question.says}{withheld}", "  ", "? ")
        yield ""
    rulebook = assessment.rulebook
    yield LEGEND
    yield f"Rules: {rulebook.title}, version {rulebook.version} ({rulebook.sha256[:12]})"


def _part(part: PartResult) -> Iterator[str]:
    dates = " to ".join(date for date in (part.start, part.end) if date)
    yield ""
    yield f"{part.kind.capitalize()}: {part.name}{f' ({dates})' if dates else ''}"
    yield "-" * WIDTH
    yield from _view(part)


def _view(view: ViewResult) -> Iterator[str]:
    yield from _heading("By whose definition")
    for school in view.schools:
        yield from _school_row(school)
    yield ""
    yield from _heading("Why")
    for school in view.schools:
        for verdict in school.verdicts:
            yield from _verdict(school, verdict)
    shown = [f for f in view.findings if f.status in ("met", "contested")]
    if shown:
        yield from _heading("What follows")
        for finding in shown:
            yield from _finding(finding)
        yield ""


def _school_row(school: SchoolResult) -> Iterator[str]:
    for verdict in school.verdicts:
        track = f"Track {verdict.track}" if verdict.track else verdict.says
        yield f"  {SIGNS[verdict.status]} {track:<10} {verdict.status:<10} {school.title}"


def _verdict(school: SchoolResult, verdict: VerdictResult) -> Iterator[str]:
    track = f", Track {verdict.track}" if verdict.track else ""
    yield f"{school.title}{track}: {verdict.status}"
    for criterion in verdict.criteria:
        yield from _criterion(criterion)
    yield from _source(verdict, verdict.criteria)
    yield ""


def _criterion(criterion: CriterionResult) -> Iterator[str]:
    goes_with = "" if criterion.decides else " (goes with it, does not decide)"
    yield from _wrapped(f"{criterion.says} [{criterion.status}]{goes_with}", "    ", f"  {SIGNS[criterion.status]} ")
    both = criterion.proof is not None and criterion.contrary is not None
    for side, headline in ((criterion.proof, "What speaks for it:"), (criterion.contrary, "What speaks against it:")):
        if side is not None:
            if both:
                yield f"    {headline}"
            for step in side.steps:
                yield from proof_lines(step, depth=3 if both else 2)
    for question in criterion.open:
        yield from _wrapped(f"Not known: {question.says}", "      ", "    ? ")
    if criterion.status == "contested" and criterion.dissent:
        yield from _wrapped(f"Readers differ: {criterion.dissent}", "      ", "    ! ")


def _finding(finding: FindingResult) -> Iterator[str]:
    yield from _wrapped(finding.says, "  ", f"{SIGNS[finding.status]} ")
    if finding.because:
        yield from _wrapped(f"Why: {finding.because}", "  ")


def _source(verdict: VerdictResult, criteria: Iterable[CriterionResult]) -> Iterator[str]:
    cited = {f.source.ref: f.source for f in (verdict, *criteria) if f.source is not None}
    for source in cited.values():
        known = {"brief": ", known to us through the issue brief", "secondary": ", known to us through others"}
        yield from _wrapped(f"Source: {source.reference.rstrip('.')}{known.get(source.seen, '')}.", "    ", "  ")


def proof_lines(step: ProofStep, depth: int = 0) -> Iterator[str]:
    """A proof as an indented tree, one step a line."""
    indent = "  " * depth
    says = step.says if step.status is None else f"{step.says} [{step.status}]"
    yield from _wrapped(says, f"{indent}  ", indent)
    if step.note:
        yield from _wrapped(f"Note: {step.note}", f"{indent}    ", f"{indent}  ")
    for inner in step.steps:
        yield from proof_lines(inner, depth + 1)


def _heading(text: str) -> Iterator[str]:
    yield text
    yield "-" * len(text)


def _wrapped(text: str, indent: str = "", first: str | None = None) -> Iterator[str]:
    yield from paragraph(text, indent, first, WIDTH).splitlines()
