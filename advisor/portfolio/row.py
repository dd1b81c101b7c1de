"""What is told of each initiative among many, and of each file that is none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from advisor.codes.names import Names
from advisor.documents import read_document
from advisor.engine.run import Engine
from advisor.errors import AdvisorError, Fault
from advisor.initiative.initiative import Initiative
from advisor.initiative.reader import initiative_in
from advisor.model.finding import TRACKS
from advisor.portfolio.files import is_initiative
from advisor.report.assessment import SchoolResult, VerdictResult
from advisor.report.overview import Mark, Overviewer


@dataclass(frozen=True, slots=True)
class Standing:
    """The tracks that a school sees in an initiative: throughout, or in any of its parts."""

    school: str
    supported: tuple[str, ...]
    broadly: tuple[str, ...]
    """By a verdict that covers tracks which others keep apart."""
    contested: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """An initiative among many."""

    file: str
    name: str
    says: str
    """The headline."""
    agreement: str
    tracks: tuple[str, ...]
    schools: tuple[Standing, ...]
    stops: tuple[Mark, ...]
    team_gaps: tuple[Mark, ...]
    language_gaps: tuple[Mark, ...]
    undecided: tuple[str, ...]
    """Of stops, team_gaps and language_gaps: those to which there may be more, since not enough is known."""
    open: int
    next_wave: str
    """A month or a year; empty where no wave is to come, or its date cannot be worked out."""
    undated_waves: bool
    """Whether there are waves of which the date cannot be worked out."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: a row, or faults, or neither where it is no initiative."""

    file: str
    row: Row | None = None
    faults: tuple[Fault, ...] = ()


class Judge:
    """Makes rows of files."""

    def __init__(self, engine: Engine, today: str, language: str) -> None:
        """Takes what is the same for all of them.

        Args:
            engine: the compiled rulebook.
            today: the day after which the next wave is looked for: 2026-11-23.
            language: of the rulebook's texts.
        """
        self.engine = engine
        self.names = Names(engine.rulebook.questions)
        self.today = today
        self.overviewer = Overviewer(engine, language)

    def outcome(self, path: Path) -> Outcome:
        """What becomes of a file."""
        try:
            document = read_document(path)
            if not is_initiative(document.data):
                return Outcome(str(path))
            initiative = initiative_in(document, path.stem, self.engine.rulebook.questions, self.names)
        except AdvisorError as error:
            return Outcome(str(path), faults=error.faults)
        return Outcome(str(path), self.row(str(path), initiative))

    def row(self, file: str, initiative: Initiative) -> Row:
        """The row of an initiative."""
        seen = self.overviewer.overview(initiative)
        picture = seen.picture
        # What holds throughout is often too little to name a track where each part has one.
        views = [part.schools for part in picture.parts] or [picture.schools]
        return Row(
            file,
            initiative.name,
            says=picture.headline.says if picture.headline else "",
            agreement=picture.headline.agreement if picture.headline else "",
            tracks=tuple(picture.headline.tracks) if picture.headline else (),
            schools=tuple(_standing(schools) for schools in zip(*views, strict=True)),
            stops=seen.stops,
            team_gaps=seen.team_gaps,
            language_gaps=seen.language_gaps,
            undecided=seen.undecided,
            open=seen.open,
            next_wave=_next(seen.waves, self.today),
            undated_waves=None in seen.waves,
        )


def _standing(in_each_part: Sequence[SchoolResult]) -> Standing:
    """What one school says of an initiative, by what it says of each part."""
    verdicts = [verdict for school in in_each_part for verdict in school.verdicts]
    supported = [verdict for verdict in verdicts if verdict.status == "supported"]
    return Standing(
        in_each_part[0].id,
        _tracks(verdict for verdict in supported if not verdict.umbrella),
        _tracks(verdict for verdict in supported if verdict.umbrella),
        _tracks(verdict for verdict in verdicts if verdict.status == "contested"),
    )


def _tracks(verdicts: Iterable[VerdictResult]) -> tuple[str, ...]:
    named = {track for verdict in verdicts for track in verdict.tracks}
    return tuple(track for track in TRACKS if track in named)


def _next(waves: Iterable[str | None], today: str) -> str:
    """The first wave that is not over, as exact as its date is known: the month or year of today is not over."""
    return min((wave for wave in waves if wave is not None and wave >= today[: len(wave)]), default="")
