"""All checks of a rulebook without faults, and what its authors have accepted."""

from collections.abc import Iterable, Iterator

from advisor.messages import checks as messages
from advisor.model.accepted import Accepted
from advisor.rulebook.rulebook import Rulebook
from advisor.text import quoted
from advisor.workshop.checks.desk import Desk
from advisor.workshop.checks.findings import always_met, met_and_not_met, never_asked, never_met
from advisor.workshop.checks.headlines import headlines
from advisor.workshop.checks.lines import idle
from advisor.workshop.checks.notes import Note
from advisor.workshop.checks.pairs import alike, covered, rivals
from advisor.workshop.checks.unused import not_built_on, not_cited, not_read, not_written, without_track

CHECKS = (
    never_met,
    always_met,
    never_asked,
    rivals,
    met_and_not_met,
    alike,
    covered,
    idle,
    headlines,
    not_built_on,
    not_read,
    not_cited,
    not_written,
    without_track,
)


def check(rulebook: Rulebook) -> list[Note]:
    """Everything that can be noted of a rulebook and is not accepted, in the order of its files."""
    desk = Desk(rulebook)
    found = [note for one in CHECKS for note in one(desk)]
    return [desk.shown(note) for note in sorted(set(_not_accepted(found, desk)))]


def _not_accepted(found: Iterable[Note], desk: Desk) -> Iterator[Note]:
    """What is left of the notes, and a note for each acceptance that none of them calls for."""
    accepted = {(about, one.check, one.other): one for about, one in _accepted(desk.rulebook)}
    called_for = set()
    for note in found:
        key = (note.about, note.code, note.other)
        called_for.add(key)
        if key not in accepted:
            yield note
    for key, one in accepted.items():
        if key not in called_for:
            yield _in_vain(key[0], one, desk)


def _accepted(rulebook: Rulebook) -> Iterator[tuple[str, Accepted]]:
    for finding in rulebook.findings.values():
        yield from ((finding.id, one) for one in finding.accepted)
    for question in rulebook.questions.all():
        yield from ((question.id, one) for one in question.accepted)


def _in_vain(about: str, one: Accepted, desk: Desk) -> Note:
    place = desk.accepting(about)
    template = messages.NOT_CALLED_FOR if one.other is None else messages.NOT_CALLED_FOR_WITH
    other = "" if one.other is None else quoted(one.other)
    return Note(place, "W14", template.format(check=one.check, other=other), about)
