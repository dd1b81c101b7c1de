"""The assessment as plain text in 80 columns. States are told apart by sign and word, never by colour alone."""

from collections.abc import Iterable, Iterator

from advisor.model.finding import TRACKS
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
LEGEND = """+ met or supported   - not met or refuted   ? not known   ! contested
( ) a broad use of the term
The whole proof of a finding: advisor why FILE ID, with the id in [brackets]"""
GOES_WITH = "typical, not required"
SILENT = "The definition does not cover this case."


def as_text(assessment: Assessment) -> str:
    """The whole assessment, for a person to read."""
    return visible("\n".join(_lines(assessment))) + "\n"


def _lines(assessment: Assessment) -> Iterator[str]:
    initiative = assessment.initiative
    title = f"{initiative.name}, {initiative.years}" if initiative.years else initiative.name
    yield from _wrapped(title)
    yield "=" * min(len(title), WIDTH)
    if RECORDS[initiative.record]:
        yield RECORDS[initiative.record]
    yield ""
    yield from _headline(assessment)
    if assessment.parts:
        for part in assessment.parts:
            yield from _part(part)
        yield from _heading("What holds throughout")
        yield from _table(assessment)
        yield ""
        yield from _follows(assessment)
    else:
        yield from _view(assessment)
        yield from _open(assessment)
    yield from _published(assessment)
    yield LEGEND
    rulebook = assessment.rulebook
    yield f"Rules: {rulebook.title}, version {rulebook.version} ({rulebook.sha256[:12]})"


def _headline(view: ViewResult) -> Iterator[str]:
    if view.headline is not None:
        yield from _wrapped(view.headline.says)
        yield ""


def _part(part: PartResult) -> Iterator[str]:
    dates = " to ".join(date for date in (part.start, part.end) if date)
    yield from _wrapped(f"{part.kind.capitalize()}: {part.name}{f' ({dates})' if dates else ''}")
    yield "-" * WIDTH
    yield from _headline(part)
    yield from _view(part)


def _view(view: ViewResult) -> Iterator[str]:
    yield from _heading("By whose definition")
    yield from _table(view)
    yield ""
    yield from _heading("Why")
    reasons = _Reasons()
    for school in view.schools:
        for verdict in school.verdicts:
            if verdict.tracks or _beside(verdict):
                yield from reasons.verdict(school, verdict)
    yield from _follows(view)


def _follows(view: ViewResult) -> Iterator[str]:
    shown = [f for f in view.findings if f.status in ("met", "contested")]
    if shown:
        yield from _heading("What follows")
        for finding in shown:
            yield from _finding(finding)
        yield ""


def _open(assessment: Assessment) -> Iterator[str]:
    if assessment.open:
        yield from _heading("Not known yet")
        for question in assessment.open:
            withheld = " (known, but not written here)" if question.withheld else ""
            yield from _wrapped(f"{question.says}{withheld}", "  ", "? ")
        yield ""


def _published(assessment: Assessment) -> Iterator[str]:
    """What others have called it, whether or not we agree."""
    initiative = assessment.initiative
    if initiative.published:
        yield from _heading("What others have called it")
        for label in initiative.published:
            who = f"{label.by} ({label.year})" if label.year else label.by
            unchecked = " [recalled, unchecked]" if label.evidence.startswith("recalled") else ""
            yield from _wrapped(f"{label.label}: {who}{unchecked}", "    ", "  ")
    if initiative.review:
        yield from _wrapped(f"Compared with ours: {initiative.review}", "    ", "  ")
    if initiative.published or initiative.review:
        yield ""


def _table(view: ViewResult) -> Iterator[str]:
    """The schools side by side: a column for each track, and what no track names beside it."""
    voting = [school for school in view.schools if school.verdicts]
    width = max((len(school.short) for school in voting), default=0) + 2
    yield f"{'':{width}}{''.join(f'{track:<6}' for track in TRACKS)}".rstrip()
    for school in voting:
        cells = "".join(f"{_cell(school, track):<6}" for track in TRACKS)
        yield f"{school.short:{width}}{cells}".rstrip()
    for school in view.schools:
        beside = [f"{SIGNS[v.status]} {v.says.rstrip('.')}" for v in school.verdicts if _beside(v)]
        present = [c.says.rstrip(".") for c in school.criteria if c.status == "met"]
        if beside or present:
            yield from _wrapped(f"{school.title}: {'; '.join([*beside, *present])}.", "  ")


def _cell(school: SchoolResult, track: str) -> str:
    """How a school stands to a track; a verdict that covers several tracks stands in brackets under each of them."""
    signs = [
        SIGNS[v.status] if not v.umbrella else f"({SIGNS[v.status]})" for v in school.verdicts if track in v.tracks
    ]
    return " ".join(signs)


def _beside(verdict: VerdictResult) -> bool:
    return not verdict.tracks and verdict.status in ("supported", "contested")


class _Reasons:
    """The reasons of one view, verdict by verdict. What many verdicts rest on is told in full only once."""

    def __init__(self) -> None:
        self.told: set[str] = set()

    def verdict(self, school: SchoolResult, verdict: VerdictResult) -> Iterator[str]:
        """One verdict with its criteria; one that is refuted in a line, since `advisor why` has the rest."""
        title = f"{SIGNS[verdict.status]} {_title(school, verdict)} ({status_words(verdict)}) [{verdict.id}]"
        yield from _wrapped(title, "  ")
        if verdict.status == "refuted":
            failing = [c.says for c in verdict.criteria if c.decides and c.status == "not met"]
            yield from _wrapped(" ".join(failing or [verdict.says]), "  ", "  ")
        else:
            if verdict.tracks:
                yield from _wrapped(verdict.says, "  ", "  ")
            for criterion in verdict.criteria:
                if criterion.decides or criterion.status != "unknown":
                    yield from self._criterion(criterion)
            if not verdict.criteria:
                yield from self._proofs(verdict, depth=1)
                yield from _not_known(verdict, "  ")
            if verdict.status == "contested" and verdict.dissent:
                yield from _wrapped(f"Readers differ: {verdict.dissent}", "    ", "  ! ")
            yield from _source(verdict, verdict.criteria)
        yield ""

    def _criterion(self, criterion: CriterionResult) -> Iterator[str]:
        status = status_words(criterion) if criterion.decides else f"{status_words(criterion)}; {GOES_WITH}"
        yield from _wrapped(f"{criterion.says} ({status})", "    ", f"  {SIGNS[criterion.status]} ")
        yield from self._proofs(criterion, depth=2)
        yield from _not_known(criterion, "    ")
        if criterion.status == "contested" and criterion.dissent:
            yield from _wrapped(f"Readers differ: {criterion.dissent}", "      ", "    ! ")

    def _proofs(self, finding: FindingResult, depth: int) -> Iterator[str]:
        """What a finding rests on; for a contested one, each side by itself."""
        contested = finding.proof is not None and finding.contrary is not None
        for side, speaks in ((finding.proof, "What speaks for it:"), (finding.contrary, "What speaks against it:")):
            if side is None:
                continue
            if contested:
                yield f"{'  ' * depth}{speaks}"
            for step in side.steps:
                yield from self._step(step, depth + contested)

    def _step(self, step: ProofStep, depth: int) -> Iterator[str]:
        """A step with all that it rests on the first time, and in one line after that."""
        whole = step.model_dump_json()
        if step.steps and whole in self.told:
            yield from proof_lines(step.model_copy(update={"steps": [], "says": f"{step.says} (as above)"}), depth)
            return
        self.told.add(whole)
        yield from proof_lines(step, depth)


def _title(school: SchoolResult, verdict: VerdictResult) -> str:
    if not verdict.tracks:
        return f"{school.title}: {verdict.claims.rstrip('.')}"
    broad = " in a broad sense" if verdict.umbrella else ""
    return f"{school.title}, Track {' or '.join(verdict.tracks)}{broad}"


def status_words(finding: FindingResult) -> str:
    """The status in words. What rests on one of several disputed accounts says so."""
    resting = finding.disputed and finding.status in ("not met", "refuted", "met", "supported")
    # Beside a sentence that says what is not so, a bare "not met" would read as a denial of it.
    word = "criterion not met" if finding.status == "not met" else finding.status
    return f"{word}, on a disputed point" if resting else word


def _not_known(finding: FindingResult, indent: str) -> Iterator[str]:
    """What an undecided finding waits for; if for nothing, then its definition does not say."""
    for question in finding.open:
        yield from _wrapped(f"Not known: {question.says}", f"{indent}  ", f"{indent}? ")
    if finding.status in ("unknown", "undecided") and not finding.open:
        yield f"{indent}  {SILENT}"


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
    says = step.says if step.status is None else f"{SIGNS[step.status]} {step.says}"
    yield from _wrapped(says, f"{indent}  ", indent)
    if step.note:
        yield from _wrapped(f"Note: {step.note}", f"{indent}    ", f"{indent}  ")
    for inner in step.steps:
        yield from proof_lines(inner, depth + 1)


def _heading(text: str) -> Iterator[str]:
    yield text
    yield "-" * len(text)


def _wrapped(text: str, indent: str = "", first: str = "") -> Iterator[str]:
    """Lines of at most 80 columns."""
    yield from paragraph(text, indent, first, WIDTH).splitlines()
