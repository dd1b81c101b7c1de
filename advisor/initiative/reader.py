"""Reading an initiative file against the questions of a rulebook."""

from pathlib import Path
from typing import Any

from advisor.codes.names import Names
from advisor.documents import DataPath, Document, read_document
from advisor.errors import AdvisorError
from advisor.initiative.answers import LISTED, AnswerReader, is_date
from advisor.initiative.entry import InitiativeEntry, PartEntry
from advisor.initiative.initiative import Initiative, Label, View, laid_over
from advisor.logic.answers import Item
from advisor.model.question import Asked, Questions
from advisor.rulebook.faults import FaultCollector
from advisor.text import expected_one_of, found, quoted


def read_initiative(path: Path, questions: Questions, name: str | None = None) -> Initiative:
    """Reads an initiative file.

    Args:
        path: the file.
        questions: the questions of the rulebook that it answers.
        name: what the file is called in messages; its path if not given.

    Raises:
        AdvisorError: with every fault in the file.
    """
    return initiative_in(read_document(path, name), path.stem, questions)


def initiative_in(document: Document, id_: str, questions: Questions, names: Names | None = None) -> Initiative:
    """The initiative that a document describes; see `read_initiative`. Whoever reads many has the names ready."""
    faults = FaultCollector(document)
    # Where only something else has the wrong shape, the answers are read all the same, so that every fault is told.
    elsewhere = dict.fromkeys(questions.initiative, _UNDER_ANSWERS)
    entry = faults.validate(InitiativeEntry, document.data, elsewhere=elsewhere)
    reader = InitiativeReader(questions, faults, "convener", names)
    whole = reader.whole(document.data, (), name="" if entry is None else entry.initiative)
    parts, complete = reader.parts(document.data, (), whole)
    if entry is None or faults.faults:
        raise AdvisorError(faults.faults)
    labels = tuple(Label(**label.model_dump()) for label in entry.published)
    return Initiative(
        id_,
        entry.initiative,
        whole,
        tuple(parts),
        complete,
        record=entry.record,
        years=entry.years,
        about=entry.about,
        published=labels,
        review=entry.review,
    )


_UNDER_ANSWERS = 'It belongs under "answers:": move it to the right.'


def _fields_of(raw: object) -> dict[str, Any]:
    return raw if isinstance(raw, dict) else {}


class InitiativeReader:
    """Reads what a document says of initiatives; what is wrong goes to its collector."""

    def __init__(
        self, questions: Questions, faults: FaultCollector, of: Asked | None = None, names: Names | None = None
    ) -> None:
        self.faults = faults
        self.answers = AnswerReader(questions, faults, of, names)

    def whole(self, raw: Any, path: DataPath, name: str = "", under: View | None = None) -> View:
        """What is written under `answers`, laid over what is known already.

        Args:
            raw: what holds `answers`.
            path: where that stands.
            name: of the initiative.
            under: what is known already; nothing if not given.
        """
        said = self.answers.read_all(_fields_of(_fields_of(raw).get("answers")), (*path, "answers"))
        whole = laid_over(under or View("", ""), View("", name, said=said))
        self.check_items(whole)
        return whole

    def parts(self, holder: Any, path: DataPath, whole: View) -> tuple[list[View], bool]:
        """What is written under `parts`, each with the answers that it takes over; and whether they are all.

        Args:
            holder: what holds `parts`.
            path: where that stands.
            whole: what the parts take over.
        """
        raw, path = _fields_of(holder).get("parts"), (*path, "parts")
        if raw is None:
            return [], True
        key = next((key for key in LISTED if isinstance(raw, dict) and set(raw) == {key}), None)
        listed, path = (raw, path) if key is None else (raw[key], (*path, key))
        if not isinstance(listed, list):
            wanted = 'List the parts, each with a hyphen, or write "only:" above the list if they are all'
            self.faults.add(path, "I07", f"{wanted}; {found(listed)}.")
            return [], True
        views: list[View] = []
        for index, value in enumerate(listed):
            here: DataPath = (*path, index)
            entry = self.faults.validate(PartEntry, value, here)
            if entry is None:
                self.answers.read_all(_fields_of(_fields_of(value).get("answers")), (*here, "answers"))
                self.answers.take_named_items()
                continue
            if any(view.id == entry.id for view in views):
                self.faults.add((*here, "id"), "I04", f"There is another part {quoted(entry.id)}.")
            self._check_dates(entry, here)
            views.append(self._part(entry, whole, here))
            self.check_items(views[-1])
        return views, key is not None and LISTED[key] == "closed"

    def _check_dates(self, entry: PartEntry, path: DataPath) -> None:
        dates = {"from": entry.start, "until": entry.end}
        wrong = {key: value for key, value in dates.items() if value is not None and not is_date(value)}
        for key, value in wrong.items():
            self.faults.add((*path, key), "I07", f"{quoted(value)} is not a date that exists.")
        if not wrong and entry.start and entry.end and entry.end < entry.start[: len(entry.end)]:
            self.faults.add((*path, "until"), "I07", "This part ends before it begins.")

    def _part(self, entry: PartEntry, whole: View, path: DataPath) -> View:
        said = self.answers.read_all(entry.answers, (*path, "answers"))
        return laid_over(whole, View(entry.id, entry.name, {}, {}, entry.kind, entry.start, entry.end, said))

    def check_items(self, view: View) -> None:
        """Notes the answers, of those read since the last call, that name items which are not there."""
        ids: dict[str, dict[str, Item]] = {}
        for group, word, path in self.answers.take_named_items():
            known = ids.setdefault(group, {item.id: item for item in view.group(group).items})
            if word not in known and group not in self.answers.unsure:
                hint = expected_one_of(word, known)
                self.faults.add(path, "I05", f"There is no {quoted(word)} among the items of {quoted(group)}.{hint}")
