"""The notes of a paper: reasons, who disagrees, and sources. What is the same is noted once."""

from collections.abc import Iterable, Iterator, Sequence

from advisor.messages import assessment as words
from advisor.messages import papers as messages
from advisor.papers.paper import Note, Reference, Rests
from advisor.report.assessment import AdviceResult, FindingResult, SchoolResult, SourceResult, VerdictResult
from advisor.report.plain.lines import status_words
from advisor.text import either


class Notes:
    """Collects the notes while a paper is built."""

    def __init__(self) -> None:
        self.notes: list[Note] = []
        self._cited: dict[str, SourceResult] = {}

    def of(self, said: AdviceResult | FindingResult) -> list[int]:
        """The number of the note that gives the reason for what is said, if it has one."""
        dissent = messages.DISSENT.format(dissent=said.dissent) if said.dissent else ""
        return self._noted((said.because or "", dissent), list(self._rests(said)))

    def of_school(self, school: SchoolResult) -> list[int]:
        """The number of the note that tells why a school says what it says."""
        verdicts = [verdict for verdict in school.verdicts if verdict.tracks and verdict.status != "withheld"]
        sources = {v.source.ref: v.source for v in verdicts if v.source is not None}
        return self._noted(map(_why, verdicts), [self._rest("source", source) for source in sources.values()])

    def bibliography(self) -> list[Reference]:
        """The sources that the notes cite, by the alphabet."""
        return [
            Reference(
                id=source.ref,
                label="" if source.reference.startswith(source.short.split()[0]) else source.short,
                says=source.reference,
                known=messages.KNOWN[source.seen],
            )
            for source in sorted(self._cited.values(), key=lambda source: (source.reference.lower(), source.ref))
        ]

    def _noted(self, says: Iterable[str], rests: Sequence[Rests]) -> list[int]:
        text = " ".join(filter(None, says))
        if not text and not rests:
            return []
        note = Note(number=len(self.notes) + 1, says=text, rests=list(rests))
        same = next((n.number for n in self.notes if (n.says, n.rests) == (note.says, note.rests)), None)
        if same is None:
            self.notes.append(note)
        return [same or note.number]

    def _rests(self, said: AdviceResult | FindingResult) -> Iterator[Rests]:
        if said.source is not None:
            yield self._rest(said.basis, said.source)
        elif said.basis == "practice":
            yield Rests(says=messages.PRACTITIONERS, source=None)

    def _rest(self, basis: str, source: SourceResult) -> Rests:
        self._cited[source.ref] = source
        cited = source.short
        if source.place:
            cited = messages.CITED_PLACE.format(source=cited, place=source.place)
        return Rests(says=messages.RESTS[basis].format(source=cited), source=source.ref)


def _why(verdict: VerdictResult) -> str:
    """Why a verdict is what it is; one that is refuted, by what fails."""
    title = messages.TRACK_BROADLY if verdict.umbrella else messages.TRACK
    title = title.format(track=either(verdict.tracks))
    failing = [c.says for c in verdict.criteria if c.decides and c.status == "not met"]
    reasons = failing if failing and verdict.status == "refuted" else [verdict.says]
    if verdict.dissent and verdict.status == "contested":
        reasons = [*reasons, words.READERS_DIFFER.format(dissent=verdict.dissent)]
    elif verdict.dissent and verdict.status == "supported":
        reasons = [*reasons, messages.DISSENT.format(dissent=verdict.dissent)]
    return messages.VERDICT.format(title=title, status=status_words(verdict), reason=" ".join(reasons))
