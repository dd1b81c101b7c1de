"""A window that asks what a phase or strand is called, what it is, and when it was."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from advisor.initiative.answers import is_date
from advisor.initiative.initiative import PartKind
from advisor.messages.screens import everywhere
from advisor.messages.screens import parts as messages
from advisor.tui.dialogs import EditDialog
from advisor.tui.shown import shown

_KINDS: tuple[PartKind, ...] = ("phase", "strand")


@dataclass(frozen=True)
class PartFacts:
    """What is said of a part besides its answers."""

    kind: PartKind = "phase"
    name: str = ""
    start: str | None = None
    end: str | None = None


class PartForm(EditDialog[PartFacts]):
    """Asks for the facts of one part; Enter goes from line to line."""

    def __init__(self, heading: str, facts: PartFacts) -> None:
        super().__init__()
        self.heading = heading
        self.facts = facts
        self.kind = facts.kind

    def contents(self) -> ComposeResult:
        """A line for each fact."""
        yield from self._line("name", messages.PART_NAME, self.facts.name, messages.PART_NAME_HELP)
        yield OptionList(*map(self._told, _KINDS), id="kind", markup=False)
        yield from self._line("start", messages.PART_START, self.facts.start or "", messages.PART_DATE)
        yield from self._line("end", messages.PART_END, self.facts.end or "", messages.PART_DATE)

    def _line(self, id_: str, label: str, value: str, placeholder: str) -> ComposeResult:
        with Horizontal(classes="line"):
            yield Static(shown(label), classes="label")
            yield Input(value, placeholder, id=id_, compact=True, select_on_focus=False)

    def on_mount(self) -> None:
        """Marks what it is."""
        self.query_one("#kind", OptionList).highlighted = _KINDS.index(self.kind)

    def entered(self) -> object:
        """The lines, and what it is."""
        return super().entered(), self.kind

    def explained(self) -> list[str]:
        """What phases and strands are, and how one says when they were."""
        return [messages.WHAT_PARTS_ARE, messages.PART_FORM_HELP, *super().explained()]

    def _told(self, kind: PartKind) -> Content:
        return shown(f"({'x' if kind == self.kind else ' '}) ", messages.PART_KINDS[kind])

    @on(OptionList.OptionHighlighted, "#kind")
    def _pick(self, event: OptionList.OptionHighlighted) -> None:
        self.kind = _KINDS[event.option_index]
        for at, kind in enumerate(_KINDS):
            event.option_list.replace_option_prompt_at_index(at, self._told(kind))

    def action_save(self) -> None:
        """Gives the facts back, if they can be."""
        name, start, end = (self.query_one(f"#{line}", Input).value.strip() for line in ("name", "start", "end"))
        if complaint := _complaint(name, start, end):
            self.complain(complaint)
        else:
            self.dismiss(PartFacts(self.kind, name, start or None, end or None))

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _next(self, event: Input.Submitted | OptionList.OptionSelected) -> None:
        if isinstance(event, Input.Submitted) and event.input.id == "end":
            self.action_save()
        else:
            self.focus_next()


def _complaint(name: str, start: str, end: str) -> str:
    """Why these facts cannot stand; empty where they can."""
    if not name:
        return everywhere.NEEDS_NAME
    for date in filter(None, (start, end)):
        if not is_date(date):
            return messages.NO_SUCH_DATE.format(date=date)
    return messages.ENDS_FIRST if start and end and end < start[: len(end)] else ""
