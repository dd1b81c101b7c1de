"""How tracks spread over many initiatives: in how many of them each school sees which."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from advisor.model.entry import in_language
from advisor.model.finding import TRACKS
from advisor.portfolio.row import Row
from advisor.rulebook.rulebook import Rulebook


@dataclass
class Spread:
    """Counts rows as they come."""

    schools: Sequence[tuple[str, str]]
    """By their ids, what they are called in a sentence."""
    rows: int = 0
    supported: Counter[tuple[str, str]] = field(default_factory=Counter)
    """By school and track; of those that see none, under an empty track."""
    broadly: Counter[tuple[str, str]] = field(default_factory=Counter)
    contested: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, row: Row) -> None:
        """Counts a row."""
        self.rows += 1
        for standing in row.schools:
            school = standing.school
            self.supported.update((school, track) for track in standing.supported)
            self.broadly.update((school, track) for track in standing.broadly if track not in standing.supported)
            self.contested.update((school, track) for track in standing.contested if track not in standing.supported)
            if not (standing.supported or standing.broadly or standing.contested):
                self.supported[school, ""] += 1

    def added(self, rows: Iterable[Row]) -> "Spread":
        """The same, with these rows counted."""
        for row in rows:
            self.add(row)
        return self

    def lines(self) -> Iterator[tuple[str, list[str]]]:
        """For each school a cell for each track, and one for those in which it sees none; empty where there is none."""
        for school, called in self.schools:
            yield called, [self._cell(school, track) for track in (*TRACKS, "")]

    def _cell(self, school: str, track: str) -> str:
        key = (school, track)
        counts = ((self.supported, "{}"), (self.broadly, "({})"), (self.contested, "{}!"))
        return " ".join(form.format(counted[key]) for counted, form in counts if counted[key])


def schools(rulebook: Rulebook, language: str) -> list[tuple[str, str]]:
    """The schools, by their ids and by what they are called in a sentence."""
    return [(school.id, in_language(school.short, language)) for school in rulebook.schools]
