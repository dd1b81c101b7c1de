"""A file of answers that is open: read once, changed answer by answer, each change saved at once."""

from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from advisor.documents import Document, parse_document, read_document
from advisor.errors import AdvisorError, Fault, Place
from advisor.initiative.initiative import UNANSWERED, Initiative, PartKind, View
from advisor.logic.answers import Answer, Held, Item
from advisor.model.question import AnswerType, Question, Questions
from advisor.store import disk, entries, wanted
from advisor.store.change import changed
from advisor.store.layout import INITIATIVE, Layout
from advisor.store.written import words

_SAY_ALL = "Say first that the list of this part is all there is. Then an item of the whole can be left out of it."


class InitiativeFile:
    """An initiative file, open for changes, with the lock that keeps others away from it.

    Whatever goes wrong is an AdvisorError, and leaves both the file and what is known of it as they were. What is said
    about a part names it by its id; without, it is said about the whole.
    """

    def __init__(self, path: Path, questions: Questions, name: str = "", layout: Layout = INITIATIVE) -> None:
        """Opens a file.

        Args:
            path: the file; through a symbolic link, the file that it leads to.
            questions: the questions that it answers.
            name: what it is about, for a file that is not there yet; it is made.
            layout: what sort of file it is.

        Raises:
            AdvisorError: it is open elsewhere, faulty, or not written so that it could be kept.
        """
        self.path = path.resolve()
        self.shown = str(path)
        self.questions = questions
        self.layout = layout
        with disk.told(path, disk.KEPT):
            self._lock = disk.Lock(self.path)
        try:
            with disk.told(path, disk.KEPT):
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
        # In this order, a change by others between the two is noticed before the next save.
        content = disk.content(self.path) or b""
        document = read_document(self.path, self.shown)
        self._take(content, document)
        self._earlier: list[bytes] = []

    def follow(self, questions: Questions) -> None:
        """Reads the file as one that answers other questions; if it cannot, it answers those from before.

        Raises:
            AdvisorError: it answers what is not asked any more, or has been spoilt meanwhile.
        """
        before, self.questions = self.questions, questions
        try:
            with disk.told(Path(self.shown), disk.KEPT):
                self.read()
        except AdvisorError:
            self.questions = before
            raise

    def _take(self, content: bytes, document: Document) -> None:
        self.initiative = self._read(document)
        text = content.decode("utf-8-sig")
        self._content, self._document = content, document
        self._mark = "\ufeff" if content.startswith(disk.MARK) else ""
        self._line_end = "\r\n" if "\r\n" in text else "\n"
        self._text = text.replace("\r\n", "\n")

    def undo(self) -> bool:
        """Takes back the last change that was made here since the file was read; False where there is none."""
        if not self._earlier:
            return False
        earlier = self._earlier[-1]
        self._write(earlier)
        self._take(earlier, read_document(self.path, self.shown))
        self._earlier.pop()
        return True

    @property
    def is_changed_elsewhere(self) -> bool:
        """Whether another program has changed the file since it was read here, or taken it away."""
        return disk.content(self.path) != self._content

    def _create(self, name: str) -> None:
        text = self.layout.begin.format(name=words(name))
        self._read(parse_document(text, self.shown))
        with disk.told(self.path, "No file was made."):
            disk.replace(self.path, text.encode())

    def answer(self, question: Question, item: str | None = None, part: str = "") -> Answer:
        """The answer that holds, about the initiative or about one item; in a part, maybe that of the whole."""
        view = self.initiative.view(part)
        if question.group is None:
            return view.answer(question.id)
        items = {one.id: one for one in view.group(question.group).items}
        return items[str(item)].answers.get(question.name, UNANSWERED)

    def set(self, question: Question, answer: Answer, item: str | None = None, part: str = "") -> None:
        """Writes an answer in the place of the one before.

        In a part it stays as it is written when the answer of the whole changes, even if both are the same now.
        """
        self._save(wanted.answered(self.initiative, part, question, answer, item))

    def note(self, question: Question, note: str | None, item: str | None = None, part: str = "") -> None:
        """Writes a note beside an answer, or takes it away; in a part, the answer is written with it."""
        self.set(question, replace(self.answer(question, item, part), note=note), item, part)

    def clear(self, question: Question, item: str | None = None, part: str = "") -> None:
        """Takes an answer away, with its note; in a part, the answer of the whole holds again.

        For a group, that is the whole list: a part takes over the list of the whole again.
        """
        if question.type is AnswerType.GROUP:
            self._save(wanted.as_the_whole(self.initiative, part, question.id, self.questions))
        else:
            self._save(wanted.cleared(self.initiative, part, question, item))

    def add_item(self, group: str, name: str, part: str = "") -> str:
        """Adds an item to a group and returns its id, which says nothing of its name.

        In a part, it belongs to that part only. Where nobody knew who was there, the items of the whole are back.
        """
        taken = {item.id for view in self.initiative.views for item in view.group(group).items}
        id_ = entries.new_id(self.questions.groups[group].item, taken)
        self._save(wanted.with_item(self.initiative, part, group, Item(id_, self._named(group, name))))
        return id_

    def rename_item(self, group: str, item: str, name: str, part: str = "") -> None:
        """Gives an item another name, in a part for that part; its id stays, since other answers may speak of it."""
        field = self.questions.groups[group].fields["name"]
        note = self.answer(field, item, part).note
        self.set(field, replace(self._named(group, name)["name"], note=note), item, part)

    def remove_item(self, group: str, item: str, part: str = "") -> None:
        """Takes an item out of its group, and out of the answers that name it: everywhere, or in one part only.

        A part can do without an item of the whole only by listing all that it has: to say "not this one, and maybe
        others" there is no way to write. So its list must be closed first, and is written anew.

        Raises:
            AdvisorError: besides all else, S06: the item belongs to the whole, and the part's list is open.
        """
        of_the_whole = any(one.id == item for one in self.initiative.whole.group(group).items)
        if part and of_the_whole and not self.initiative.view(part).group(group).complete:
            raise AdvisorError([Fault(self._document.key_place(("answers", group)), "S06", _SAY_ALL)])
        self._save(wanted.without_item(self.initiative, part, group, item, self.questions))

    def close_list(self, group: str, *, complete: bool = True, part: str = "") -> None:
        """Says that the items of a group are all, or that there may be more.

        A part that closes its list writes all of it down. One that opens it has the items of the whole again, for
        the same reason as under `remove_item`.
        """
        if self.initiative.view(part).group(group).complete != complete:
            change = wanted.closed if complete else wanted.opened
            self._save(change(self.initiative, part, group))

    def note_list(self, group: str, note: str | None, part: str = "") -> None:
        """Writes a note beside a list of items, or takes it away; a part writes its list down with it."""
        self._save(wanted.noted(self.initiative, part, group, note))

    def add_part(self, kind: PartKind, name: str, start: str | None = None, end: str | None = None) -> str:
        """Adds a phase or a strand, which has every answer of the whole, and returns its id.

        Args:
            kind: what it is.
            name: what it is called.
            start: when it began: a year, a month or a day.
            end: when it was over.
        """
        id_ = entries.new_id(kind, {part.id for part in self.initiative.parts})
        self._save(wanted.with_part(self.initiative, View(id_, name, kind=kind, start=start, end=end)))
        return id_

    def change_part(
        self, part: str, kind: PartKind, name: str, start: str | None = None, end: str | None = None
    ) -> None:
        """Says anew what a part is, what it is called and when it was; see `add_part`. Its answers stay."""
        parts = (
            replace(view, kind=kind, name=name, start=start, end=end) if view.id == part else view
            for view in self.initiative.parts
        )
        self._save(replace(self.initiative, parts=tuple(parts)))

    def remove_part(self, part: str) -> None:
        """Takes a part out, with every answer about it."""
        self._save(wanted.without_part(self.initiative, part))

    def close_parts(self, *, complete: bool = True) -> None:
        """Says that the parts are all, or that there may be more. Where there is none, there is nothing to say."""
        if self.initiative.parts:
            self._save(replace(self.initiative, parts_complete=complete))

    def _named(self, group: str, name: str) -> dict[str, Answer]:
        known = "name" in self.questions.groups[group].fields
        return {"name": Answer((Held(frozenset((name,))),))} if known else {}

    def _save(self, initiative: Initiative) -> None:
        """Changes the file, if what it then says is sound and what was meant, and nothing else."""
        if _told(initiative) == _told(self.initiative):
            return
        try:
            text = changed(self._text, self.initiative, initiative, self.questions, self.layout)
            document = parse_document(text, self.shown)
        except (ValueError, AdvisorError) as error:
            raise self._error(
                "S05", f"This file is written in a way that cannot be changed here. {disk.KEPT}"
            ) from error
        read = self._read(document)
        if _told(read) != _told(initiative):
            raise self._error("S04", f"This cannot be kept: it would read as something else. {disk.KEPT}")
        if self._beside(document) != self._beside(self._document):
            raise self._error("S05", f"Something else in this file would have changed as well. {disk.KEPT}")
        before = self._content
        self._write(f"{self._mark}{text}".replace("\n", self._line_end).encode())
        self._earlier.append(before)
        self.initiative, self._document, self._text = read, document, text

    def _read(self, document: Document) -> Initiative:
        return self.layout.read(document, self.path.stem, self.questions)

    def _beside(self, document: Document) -> dict[str, Any]:
        """What stands in a file and is not changed here."""
        return {key: value for key, value in document.data.items() if key not in self.layout.keys}

    def _write(self, data: bytes) -> None:
        with disk.told(Path(self.shown), disk.KEPT):
            if disk.content(self.path) != self._content:
                raise self._error("S03", disk.CHANGED_MEANWHILE)
            disk.replace(self.path, data)
        self._content = data

    def _error(self, code: str, message: str) -> AdvisorError:
        return AdvisorError([Fault(Place(self.shown), code, message)])


def _told(initiative: Initiative) -> tuple[object, ...]:
    """What is said of the whole and of each part, and whether they are all."""
    views = ((view.id, view.name, view.kind, view.start, view.end, view.said) for view in initiative.views)
    return (initiative.parts_complete, *views)
