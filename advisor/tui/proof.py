"""Why: what a finding rests on, down to the answers."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Button, Footer, Static

from advisor.messages.screens import proof as messages
from advisor.messages.screens import turning
from advisor.report import wording
from advisor.report.assessment import FindingResult
from advisor.report.change.outlook import Outlooks
from advisor.report.change.results import Outlook
from advisor.report.plain.lines import SIGNS, status_words
from advisor.report.reasons.build import rests_below, why
from advisor.report.reasons.plain import TWO_COLUMNS
from advisor.tui.bar import TopBar
from advisor.tui.case import Case
from advisor.tui.dialogs import Tell
from advisor.tui.findings import BULLET, Entry, Lines, Proven, heading
from advisor.tui.outline import Outline
from advisor.tui.scope import Scope
from advisor.tui.shown import STATUS_STYLES, shown, shown_lines
from advisor.tui.turning import Turning
from advisor.tui.turns import turn_lines
from advisor.whatif.outcomes import Concluded


class ProofScreen(Turning):
    """One finding with the proofs of it and of its contrary, as trees of long lines, and what would change it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "why_not", show=False, tooltip=messages.WHY_NOT_TIP),
        Binding("c", "turns", turning.WHAT_WOULD_TITLE, show=False, tooltip=turning.WHAT_WOULD_TIP),
        Binding("left", "turn('for')", show=False, tooltip=messages.TO_SIDE_TIP),
        Binding("right", "turn('against')", show=False, tooltip=messages.TO_SIDE_TIP),
    ]

    def __init__(self, case: Case, proven: Proven) -> None:
        super().__init__(case)
        self.proven = proven
        self.result: FindingResult | None = None
        self.outline: Outline | None = None
        self._turns_at = 0
        """From which line on it is told what would change it."""

    def compose(self) -> ComposeResult:
        """The claim, what can be done, and the proofs: two beside each other, or all in one list."""
        yield TopBar(self.case, messages.PROOF)
        yield Static(id="claim")
        with Horizontal(classes="tools"):
            yield Button(messages.WHY_NOT, id="why-not", compact=True, tooltip=messages.WHY_NOT_TIP)
            yield Button(turning.WHAT_WOULD, id="what-would", compact=True, tooltip=turning.WHAT_WOULD_TIP)
            yield Static(shown(messages.PROOF_HINT), id="hint")
        yield Lines(id="proof", markup=False)
        with Horizontal(id="sides"):
            yield Lines(id="for", markup=False)
            yield Lines(id="against", markup=False)
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Proves it as soon as there is something to show it in."""
        self.call_after_refresh(self.refresh_case)

    def refresh_case(self) -> None:
        """Proves it anew; what it is about may be gone."""
        parts = [view.id for view in self.case.initiative.views]
        if self.proven.part not in parts or self.proven.finding not in self.case.engine.rulebook.findings:
            self._leave()
            return
        found = self.case.results.every(self.proven.finding, self.proven.part)
        result = next((one for one in found if one.item == self.proven.item), None)
        if result is None:
            self._leave()
        elif self.query("#against"):
            if result != self.result:
                before, self.result = self.result, result
                self._show(result, "" if before is None else _change(before, result))
            self.look_for_turns()

    @property
    def looked_at(self) -> str:
        """The phase or strand in which it is so."""
        return self.proven.part

    def explained(self) -> list[str]:
        """How a proof is read, and the terms of art in the marked line."""
        marked = (self.focused if isinstance(self.focused, Lines) else self.query_one("#proof", Lines)).marked
        return [messages.PROOF_HELP, turning.HELP, *([] if marked is None else self.terms(marked))]

    def _leave(self) -> None:
        self.notify(messages.PROOF_GONE, markup=False)
        self.dismiss()

    def _show(self, result: FindingResult, change: str) -> None:
        part = next((v.name for v in self.case.initiative.parts if v.id == self.proven.part), None)
        word = f"({status_words(result)})"
        lines = [shown((f"{SIGNS[result.status]} ", STATUS_STYLES[result.status]), (f"{result.says} ", "bold"), word)]
        if part is not None:
            lines.append(shown((messages.IN_PART.format(part=part), "dim")))
        if change:
            lines.append(shown((change, "bold $text-accent")))
        self.query_one("#claim", Static).update(shown_lines(*lines))
        self.outline = Outline(self.case, self.proven.part, why(self.case.results, result, self.proven.part))
        self._lay_out()
        self.query_one("#proof", Lines).focus()

    def _lay_out(self) -> None:
        """Puts two sides beside each other where there is room; else all stands in one list."""
        outline = self.outline
        if outline is None:
            return
        beside = len(outline.sides) > 1 and self.size.width >= TWO_COLUMNS
        self.set_class(beside, "-beside")
        main, *sides = ([*outline.before, *outline.after], *outline.sides) if beside else (outline.entries, (), ())
        self._turns_at = len(main)
        for name, entries in zip(("proof", "for", "against"), ([*main, *self._all_turns], *sides), strict=True):
            self.query_one(f"#{name}", Lines).fill(entries)

    def on_resize(self) -> None:
        """Lays it out anew where there is room for two sides now, or no longer."""
        if self.outline is not None and self.has_class("-beside") != (self.size.width >= TWO_COLUMNS):
            self._lay_out()

    def action_turn(self, side: str) -> None:
        """Goes to one of two sides."""
        if self.has_class("-beside"):
            self.query_one(f"#{side}", Lines).focus()

    # What would change it

    def looked_for(self, outlooks: Outlooks) -> Sequence[Outlook]:
        """What would change this finding."""
        return [outlooks.of(Concluded(self.proven.finding, self.proven.part, self.proven.item))]

    def told_turns(self, found: Sequence[Outlook]) -> Sequence[Entry]:
        """What was found."""
        return [entry for outlook in found for entry in turn_lines(outlook, self.unfolded)]

    @property
    def _all_turns(self) -> Sequence[Entry]:
        return [heading(""), heading(turning.WHAT_WOULD_TITLE), *self.turns]

    def show_turns(self) -> None:
        """Shows what is known of it now, below what the finding rests on."""
        if self.outline is not None:
            self.query_one("#proof", Lines).fill_from(self._turns_at, self._all_turns)

    @on(Button.Pressed, "#what-would")
    def action_turns(self) -> None:
        """Goes to what would change it."""
        proof = self.query_one("#proof", Lines)
        if self.outline is not None:
            proof.focus()
            proof.go_to(self._turns_at)

    # Why not

    @on(Button.Pressed, "#why-not")
    def action_why_not(self) -> None:
        """Goes to what speaks against it; where nothing does, says what would have to be otherwise."""
        if self.has_class("-beside"):
            self.action_turn("against")
        elif self.outline is not None and self.outline.contrary is not None:
            proof = self.query_one("#proof", Lines)
            proof.highlighted = self.outline.contrary
            proof.focus()
        elif self.result is not None:
            self.app.push_screen(Tell(messages.WHY_NOT_TITLE, list(self._nothing_against(self.result))))

    def _nothing_against(self, result: FindingResult) -> Iterator[str]:
        yield messages.NO_CONTRARY
        if ends := rests_below(result):
            yield "\n".join((messages.WERE_IT_OTHERWISE, *(f"{BULLET}{end}" for end in ends)))
        told = Scope(self.case.engine.rulebook, self.case.initiative, self.case.assessment, self.proven.part).told_as(
            self.proven
        )
        yield from map(str, [] if told is None else wording.next_step(told))


def _change(before: FindingResult, now: FindingResult) -> str:
    """What has become of a finding since it was last shown."""
    if before.status == now.status:
        return messages.RESTS_ON_OTHERS
    return messages.HAS_CHANGED.format(before=status_words(before), now=status_words(now))
