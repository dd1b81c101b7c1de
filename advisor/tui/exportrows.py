"""Handing a table of many initiatives on."""

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.messages.screens import portfolio as messages
from advisor.model.entry import BASE_LANGUAGE
from advisor.portfolio.columns import Column, columns
from advisor.portfolio.forms import FORMS
from advisor.portfolio.row import Row
from advisor.portfolio.spread import Spread, schools
from advisor.tui.export import ExportDialog, as_bytes, exported

if TYPE_CHECKING:
    from advisor.tui.app import AdvisorApp

_ENDINGS = {"text": ".txt", "csv": ".csv", "json": ".jsonl"}


class ExportRows(ExportDialog):
    """Writes the rows that are shown."""

    HELP, HOLDS, FORMS = messages.EXPORT_HELP, messages.EXPORT_HOLDS, messages.FORMS
    FROM_A_SHELL = messages.EXPORT_LINE
    heading = messages.EXPORT_TITLE

    def __init__(self, app: "AdvisorApp", folder: Path, rows: Sequence[Row], order: Column | None) -> None:
        super().__init__(app.rules)
        self.folder = folder
        self.rows = rows
        self.order = order
        self.rulebook = app.ready.rulebook
        self.language = app.language

    def proposal(self) -> Path:
        """A neutral name in the folder."""
        return self.folder / f"{messages.FILE_NAME}{_ENDINGS[self.form]}"

    def line(self) -> str:
        """The call that sets all of the folder side by side."""
        words = ["advisor", "portfolio", str(self.folder)]
        words += [] if self.form == "text" else [f"--{self.form}"]
        words += [] if self.order is None else ["--sort", self.order.id]
        words += ["--rules", str(self.rules)] if self.rules is not None else []
        words += ["--language", self.language] if self.language != BASE_LANGUAGE else []
        return f"{shlex.join(words)} > {shlex.quote(str(self.path))}"

    def written(self) -> bytes:
        """The rows."""
        form = FORMS[self.form](columns(self.rulebook, self.language))
        spread = Spread(schools(self.rulebook, self.language)).added(self.rows)
        return as_bytes("".join((form.head(), *map(form.row, self.rows), form.foot(spread))))


async def export_rows(app: "AdvisorApp", folder: Path, rows: Sequence[Row], order: Column | None) -> None:
    """Hands rows on, in the order of a column."""
    await exported(app, ExportRows(app, folder, rows, order))
