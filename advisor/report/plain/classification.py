"""What the schools say: side by side in a table, then verdict by verdict with the reasons."""

from collections.abc import Iterator

from advisor.messages import assessment as messages
from advisor.messages import proof as proof_messages
from advisor.model.finding import TRACKS
from advisor.report.assessment import (
    CriterionResult,
    FindingResult,
    ProofStep,
    SchoolResult,
    VerdictResult,
    ViewResult,
)
from advisor.report.plain.lines import SIGNS, proof_lines, status_words, told_status, wrapped
from advisor.report.wording import sources, verdict_title


def table(view: ViewResult) -> Iterator[str]:
    """The schools side by side: a column for each track, and what no track names beside it."""
    voting = [school for school in view.schools if school.verdicts]
    rows = [("", *TRACKS), *((school.short, *(_cell(school, track) for track in TRACKS)) for school in voting)]
    widths = [max(map(len, column)) + 2 for column in zip(*rows, strict=True)]
    for row in rows:
        yield "".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
    for line in beside(view):
        yield from wrapped(line, "  ")


def beside(view: ViewResult) -> Iterator[str]:
    """What schools say that no track names, a line for each."""
    for school in view.schools:
        said = [f"{told_status(v.kind, v.status)}, {v.says.rstrip('.')}" for v in school.verdicts if _beside(v)]
        present = [c.says.rstrip(".") for c in school.criteria if c.status == "met"]
        if said or present:
            yield f"{school.title}: {'; '.join([*said, *present])}."


def _cell(school: SchoolResult, track: str) -> str:
    """How a school stands to a track; a verdict that covers several tracks stands in brackets under each of them."""
    told = [(told_status(v.kind, v.status), v.umbrella) for v in school.verdicts if track in v.tracks]
    return " ".join(f"({word})" if broad else word for word, broad in told)


def _beside(verdict: VerdictResult) -> bool:
    return not verdict.tracks and verdict.status in ("supported", "contested")


def reasons(view: ViewResult) -> Iterator[str]:
    """Why each school says what it says."""
    told = _Reasons()
    for school in view.schools:
        for verdict in school.verdicts:
            if verdict.tracks or _beside(verdict):
                yield from told.verdict(school, verdict)


class _Reasons:
    """The reasons of one view, verdict by verdict. What many verdicts rest on is told in full only once."""

    def __init__(self) -> None:
        self.told: set[str] = set()

    def verdict(self, school: SchoolResult, verdict: VerdictResult) -> Iterator[str]:
        """One verdict with its criteria; one that is refuted in a line, since `advisor why` has the rest."""
        title = f"{SIGNS[verdict.status]} {verdict_title(school, verdict)} ({status_words(verdict)}) [{verdict.id}]"
        yield from wrapped(title, "  ")
        if verdict.status == "refuted":
            failing = [c.says for c in verdict.criteria if c.decides and c.status == "not met"]
            yield from wrapped(" ".join(failing or [verdict.says]), "  ", "  ")
        else:
            if verdict.tracks:
                yield from wrapped(verdict.says, "  ", "  ")
            for criterion in verdict.criteria:
                if criterion.decides or criterion.status != "unknown":
                    yield from self._criterion(criterion)
            if not verdict.criteria:
                yield from self._proofs(verdict, depth=1)
                yield from _not_known(verdict, "  ")
            if verdict.status == "contested" and verdict.dissent:
                yield from wrapped(messages.READERS_DIFFER.format(dissent=verdict.dissent), "    ", "  ! ")
            for source in sources((verdict, *verdict.criteria)):
                yield from wrapped(source, "    ", "  ")
        yield ""

    def _criterion(self, criterion: CriterionResult) -> Iterator[str]:
        status = status_words(criterion)
        if not criterion.decides:
            status = messages.GOES_WITH.format(status=status)
        yield from wrapped(f"{criterion.says} ({status})", "    ", f"  {SIGNS[criterion.status]} ")
        yield from self._proofs(criterion, depth=2)
        yield from _not_known(criterion, "    ")
        if criterion.status == "contested" and criterion.dissent:
            yield from wrapped(messages.READERS_DIFFER.format(dissent=criterion.dissent), "      ", "    ! ")

    def _proofs(self, finding: FindingResult, depth: int) -> Iterator[str]:
        """What a finding rests on; for a contested one, each side by itself."""
        contested = finding.proof is not None and finding.contrary is not None
        for side, speaks in (
            (finding.proof, proof_messages.SPEAKS_FOR),
            (finding.contrary, proof_messages.SPEAKS_AGAINST),
        ):
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
            says = messages.AS_ABOVE.format(says=step.says)
            yield from proof_lines(step.model_copy(update={"steps": [], "says": says}), depth)
            return
        self.told.add(whole)
        yield from proof_lines(step, depth)


def _not_known(finding: FindingResult, indent: str) -> Iterator[str]:
    """What an undecided finding waits for; if for nothing, then its definition does not say."""
    for question in finding.open:
        yield from wrapped(messages.NOT_KNOWN.format(question=question.says), f"{indent}  ", f"{indent}? ")
    if finding.status in ("unknown", "undecided") and not finding.open:
        yield f"{indent}  {proof_messages.SILENT}"
