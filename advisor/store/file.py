"""An initiative file that is open: read once, changed answer by answer, each change saved at once."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from advisor.documents import Document, parse_document, read_document
from advisor.errors import AdvisorError, Fault, Place
from advisor.initiative.initiative import UNANSWERED, View
from advisor.initiative.reader import initiative_in
from advisor.logic.answers import Answer, Held, Item, Items
from advisor.model.question import AnswerType, Question, Questions
from advisor.store import disk, entries

if TYPE_CHECKING:
    from advisor.store.change import Change

_KEPT = "Nothing was written; the file is as it was."


class InitiativeFile:
    """An initiative file, open for changes, with the lock that keeps others away from it.

    Whatever goes wrong is an AdvisorError, and leaves both the file and what is known of it as they were.
    """

    def __init__(self, path: Path, questions: Questions, name: str = "") -> None:
        """Opens a file.

        Args:
            path: the file; through a symbolic link, the file that it leads to.
            questions: the questions that it answers.
            name: what the initiative is called, for a file that is not there yet; it is made.

        Raises:
            AdvisorError: it is open elsewhere, faulty, or not written so that it could be kept.
        """
        self.path = path.resolve()
        self.shown = str(path)
        self.questions = questions
        with disk.told(path, _KEPT):
            self._lock = disk.Lock(self.path)
        try:
            with disk.told(path, _KEPT):
                disk.tidy(self.path)
            if disk.content(self.path) is None:
                self._create(name)
            self.read()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets others open the file."""
        self._lock.release()

    def read(self) -> None:
        """Reads the file, at first and after another program has changed it."""
        from advisor.store import roundtrip

        document = read_document(self.path, self.shown)
        self.initiative = initiative_in(document, self.path.stem, self.questions)
        self._content = self.path.read_bytes()
        text = self._content.decode("utf-8-sig")
        self._mark = "\ufeff" if self._content.startswith(b"\xef\xbb\xbf") else ""
        self._line_end = "\r\n" if "\r\n" in text else "\n"
        self._document = document
        text = text.replace("\r\n", "\n")
        self._layout = roundtrip.layout_of(text)
        self._text = roundtrip.written(roundtrip.read(text), self._layout)
        if parse_document(self._text, self.shown).data != document.data or not _comments_stay(text, self._text):
            message = "This file is written in a way that would not survive a change. Its comments or values would be"
            raise self._error("S05", f"{message} lost. Change it by hand.")

    @property
    def is_changed_elsewhere(self) -> bool:
        """Whether another program has changed the file since it was read here, or taken it away."""
        return disk.content(self.path) != self._content

    def _create(self, name: str) -> None:
        from advisor.store import roundtrip

        tree = roundtrip.read("initiative: Nameless\n")
        roundtrip.put(tree, "initiative", roundtrip.value(name))
        text = roundtrip.written(tree)
        initiative_in(parse_document(text, self.shown), self.path.stem, self.questions)
        with disk.told(self.path, "No file was made."):
            disk.replace(self.path, text.encode())

    def answer(self, question: Question, item: str | None = None) -> Answer:
        """The answer that stands in the file, about the initiative or about one item."""
        if question.group is None:
            return self.initiative.whole.answer(question.id)
        items = {one.id: one for one in self.initiative.whole.group(question.group).items}
        return items[str(item)].answers.get(question.name, UNANSWERED)

    def set(self, question: Question, answer: Answer, item: str | None = None) -> None:
        """Writes an answer in the place of the one before."""
        if answer != self.answer(question, item) or answer == UNANSWERED:
            written = entries.entry(question, answer)
            self._save(lambda change: change.put(question, written, item), self._with(question, answer, item))

    def note(self, question: Question, note: str | None, item: str | None = None) -> None:
        """Writes a note beside an answer, or takes it away."""
        self.set(question, replace(self.answer(question, item), note=note), item)

    def clear(self, question: Question, item: str | None = None) -> None:
        """Takes an answer away, with its note."""
        self._save(lambda change: change.take(question, item), self._with(question, UNANSWERED, item))

    def add_item(self, group: str, name: str) -> str:
        """Adds an item to a group and returns its id, which says nothing of its name."""
        listed = self._items(group)
        taken = {item.id for view in self.initiative.views for item in view.group(group).items}
        id_ = entries.new_id(self.questions.groups[group].item, taken)
        item = Item(id_, self._named(group, name))
        self._save(lambda c: c.add_item(group, id_, name), self._listing(group, (*listed.items, item), listed.complete))
        return id_

    def rename_item(self, group: str, item: str, name: str) -> None:
        """Gives an item another name; its id stays, since other answers may speak of it."""
        field = self.questions.groups[group].fields["name"]
        self.set(field, replace(self._named(group, name)["name"], note=self.answer(field, item).note), item)

    def remove_item(self, group: str, item: str) -> None:
        """Takes an item out of its group, and out of the answers that name it."""
        listed = self._items(group)
        left = tuple(one for one in listed.items if one.id != item)
        whole = _without(self._listing(group, left, listed.complete), self.questions, group, item)
        self._save(lambda change: change.remove_item(group, item), whole)

    def close_list(self, group: str, *, complete: bool = True) -> None:
        """Says that the items of a group are all, or that there may be more."""
        listed = self._items(group)
        if listed.complete != complete:
            self._save(lambda c: c.close_list(group, complete=complete), self._listing(group, listed.items, complete))

    def note_list(self, group: str, note: str | None) -> None:
        """Writes a note beside a list of items, or takes it away."""
        groups = {**self.initiative.whole.groups, group: replace(self._items(group), note=note)}
        self._save(lambda change: change.note_list(group, note), replace(self.initiative.whole, groups=groups))

    def _items(self, group: str) -> Items:
        return self.initiative.whole.group(group)

    def _named(self, group: str, name: str) -> dict[str, Answer]:
        known = "name" in self.questions.groups[group].fields
        return {"name": Answer((Held(frozenset((name,))),))} if known else {}

    def _listing(self, group: str, items: tuple[Item, ...], complete: bool) -> View:  # noqa: FBT001 -- passed on
        whole = self.initiative.whole
        return replace(whole, groups={**whole.groups, group: Items(items, complete, whole.group(group).note)})

    def _with(self, question: Question, answer: Answer, item: str | None) -> View:
        """The whole as it should read with another answer."""
        whole = self.initiative.whole
        if question.group is None:
            return replace(whole, answers={**whole.answers, question.id: answer})
        listed = self._items(question.group)
        items = (Item(i.id, {**i.answers, question.name: answer}) if i.id == item else i for i in listed.items)
        return self._listing(question.group, tuple(items), listed.complete)

    def _save(self, change: Callable[["Change"], None], wanted: View) -> None:
        """Changes the file, if what it then says is sound and what was meant, and nothing else."""
        from advisor.store import roundtrip
        from advisor.store.change import Change

        tree = roundtrip.read(self._text)
        change(Change(tree, self.questions))
        text = roundtrip.written(tree, self._layout)
        document = parse_document(text, self.shown)
        initiative = initiative_in(document, self.path.stem, self.questions)
        if _told(initiative.whole) != _told(wanted):
            raise self._error("S04", f"This cannot be kept: it would read as something else. {_KEPT}")
        if _beside(document) != _beside(self._document):
            raise self._error("S05", f"Something else in this file would have changed as well. {_KEPT}")
        self._write(f"{self._mark}{text}".replace("\n", self._line_end).encode())
        self.initiative, self._document, self._text = initiative, document, text

    def _write(self, data: bytes) -> None:
        with disk.told(Path(self.shown), _KEPT):
            if disk.content(self.path) != self._content:
                message = "Another program has changed or moved this file since it was read here."
                raise self._error("S03", f"{message} {_KEPT}")
            disk.replace(self.path, data)
        self._content = data

    def _error(self, code: str, message: str) -> AdvisorError:
        return AdvisorError([Fault(Place(self.shown), code, message)])


def _beside(document: Document) -> dict[str, Any]:
    """What stands in a file besides the answers about the whole."""
    return {key: value for key, value in document.data.items() if key != "answers"}


def _told(view: View) -> tuple[object, object]:
    """What a view says, whether unknowns are written or left out."""
    answers = {name: answer for name, answer in view.answers.items() if answer != UNANSWERED}
    groups = {
        name: (
            items.complete,
            items.note,
            tuple((i.id, {f: a for f, a in i.answers.items() if a != UNANSWERED}) for i in items.items),
        )
        for name, items in view.groups.items()
        if items != Items()
    }
    return answers, groups


def _without(view: View, questions: Questions, group: str, item: str) -> View:
    """A view in which no answer names an item."""

    def kept(question: Question, answer: Answer) -> Answer:
        if question.type is not AnswerType.ITEMS or question.of != group:
            return answer
        held = tuple(replace(h, words=h.words - {item}, excluded=h.excluded - {item}) for h in answer.held)
        return replace(answer, held=held)

    answers = {name: kept(questions.initiative[name], answer) for name, answer in view.answers.items()}
    groups = {
        name: replace(
            items,
            items=tuple(
                Item(i.id, {f: kept(questions.groups[name].fields[f], a) for f, a in i.answers.items()})
                for i in items.items
            ),
        )
        for name, items in view.groups.items()
    }
    return replace(view, answers=answers, groups=groups)


def _comments_stay(before: str, after: str) -> bool:
    """Whether whatever may be a comment is still there."""
    return all(found[0].strip() in after for found in re.finditer(r"(?:^|\s)#.*$", before, re.MULTILINE))
