"""The columns of the table, in which its rows can be ordered."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from advisor.errors import AdvisorError, Fault, Place
from advisor.messages import portfolio as messages
from advisor.model.entry import in_language
from advisor.portfolio.row import Row, Standing
from advisor.rulebook.rulebook import Rulebook
from advisor.text import expected_one_of, quoted

Value = str | int
_BEFORE_NONE = -0.5


@dataclass(frozen=True)
class Column:
    """One column."""

    id: str
    title: str
    value: Callable[[Row], Value]

    def order(self, row: Row) -> tuple[bool, Value | float]:
        """Numbers come with the largest first and what is not known before none, text by the alphabet, nothing last."""
        value = self.value(row)
        if value == messages.NOT_KNOWN:
            return False, _BEFORE_NONE
        return (False, -value) if isinstance(value, int) else (not value, value.casefold())


def columns(rulebook: Rulebook, language: str) -> tuple[Column, ...]:
    """Every column: what each school sees stands in a column of its own."""
    schools = list(rulebook.schools)
    return (
        *(_plain(name, attrgetter(name)) for name in ("file", "name")),
        _plain("tracks", lambda row: ", ".join(row.tracks)),
        _plain("agreement", lambda row: messages.AGREEMENT[row.agreement]),
        _plain("headline", attrgetter("says")),
        *(
            Column(f"track_by_{school.id}", in_language(school.short, language), _seen_by(at))
            for at, school in enumerate(schools)
        ),
        *(_plain(name, _counted(name)) for name in ("team_gaps", "language_gaps", "stops")),
        _plain("open", attrgetter("open")),
        _plain("next_wave", attrgetter("next_wave")),
    )


def column_of(name: str, among: Iterable[Column]) -> Column:
    """A column by its id.

    Raises:
        AdvisorError: there is none.
    """
    by_id = {column.id: column for column in among}
    if name not in by_id:
        message = messages.NO_SUCH_COLUMN.format(column=quoted(name), expected=expected_one_of(name, by_id))
        raise AdvisorError([Fault(Place("advisor"), "C02", message)])
    return by_id[name]


def ordered(rows: Iterable[Row], column: Column) -> Sequence[Row]:
    """The rows by one column; those that are alike there stay as they were."""
    return sorted(rows, key=column.order)


def seen(standing: Standing) -> str:
    """The tracks that a school sees, in one cell."""
    broadly = [messages.BROADLY.format(track=track) for track in standing.broadly if track not in standing.supported]
    contested = [messages.CONTESTED.format(track=track) for track in standing.contested]
    return ", ".join((*standing.supported, *broadly, *contested))


def _plain(name: str, value: Callable[[Row], Value]) -> Column:
    return Column(name, messages.TITLES[name], value)


def _seen_by(at: int) -> Callable[[Row], Value]:
    return lambda row: seen(row.schools[at])


def _counted(name: str) -> Callable[[Row], Value]:
    """How many there are; where there are none so far and there may be, that this is not known."""
    return lambda row: len(getattr(row, name)) or (messages.NOT_KNOWN if name in row.undecided else 0)
