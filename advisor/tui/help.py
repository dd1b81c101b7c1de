"""Help that is the same everywhere: what F1 tells, what Ctrl+P finds, and what keys are called."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.screen import Screen

from advisor.messages.screens import everywhere as messages
from advisor.tui.dialogs import Dialog, Tell
from advisor.tui.place import AdvisorScreen
from advisor.tui.recent import forget

COMMANDS = "command_palette"


class HelpfulApp(App[None]):
    """A program whose screens and windows explain themselves."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 -- Textual's
        """Leaves out what would lead away from below a window, and help on help."""
        if action == COMMANDS:
            return not isinstance(self.screen, Dialog)
        return not isinstance(self.screen, Tell) if action == "help" else True

    def action_help(self) -> None:
        """Explains what is on the screen, then its keys."""
        screen = self.screen
        told = screen.explained() if isinstance(screen, AdvisorScreen | Dialog) else []
        bindings = [active.binding for active in screen.active_bindings.values()]
        keys = [(self.get_key_display(b), b.tooltip or b.description) for b in bindings if b.show or b.tooltip]
        width = max(len(key) for key, _ in keys) + 2
        self.push_screen(Tell(messages.HELP, [*told, "\n".join(f"{key:{width}}{does}" for key, does in keys)]))

    def get_key_display(self, binding: Binding) -> str:
        """What stands on the keyboard."""
        modifier, _, key = binding.key.rpartition("+")
        if modifier == "ctrl":
            return f"Ctrl+{key.upper()}"
        return messages.KEYS.get(key) or super().get_key_display(binding)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What can be found by its words: whatever has a key here, and what needs none."""
        for at in (self, screen):
            for _, binding in at._bindings:  # noqa: SLF001 -- they can be had nowhere else
                action = binding.action.partition("(")[0]
                if action != COMMANDS and binding.description and binding.tooltip and self.check_action(action, ()):
                    does = partial(self.run_action, binding.action, at)
                    yield SystemCommand(binding.description, binding.tooltip, does)
        yield SystemCommand(messages.COLOURS, messages.COLOURS_TIP, self.action_change_theme)
        yield SystemCommand(messages.FORGET, messages.FORGET_TIP, self._forget)

    def _forget(self) -> None:
        forget()
        self.notify(messages.FORGOTTEN, markup=False)
