"""Into which file of the top layer something new goes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from advisor.errors import AdvisorError, Fault, Place
from advisor.messages import skeletons as messages
from advisor.model.finding import SchoolEntry, ThemeEntry
from advisor.model.question import SectionEntry
from advisor.rulebook.bundled import comes_along
from advisor.rulebook.entries import NAMED_BY, fields_below, file_id, index
from advisor.rulebook.faults import Named
from advisor.rulebook.files import FOLDERS, WrittenFile
from advisor.rulebook.overlay import read_stack
from advisor.text import did_you_mean, either, quoted
from advisor.workshop import skeletons

HOMES = (SchoolEntry, ThemeEntry)
_CALL = Place("advisor rules new")
_FOLDERS = {model: name for name, model in FOLDERS.items()}
_HOLDS = {SchoolEntry: "findings", ThemeEntry: "findings", SectionEntry: "questions"}
_HEADS = {ThemeEntry: skeletons.theme, SectionEntry: skeletons.section}
"""How files begin that can be made for the sake of their first entry."""
_OWN = "own"
"""The section of those questions that belong to no other."""


@dataclass(frozen=True)
class Goal:
    """A file to put something into, which may not be there yet."""

    file: Path
    model: type[BaseModel]
    about: str
    """The school, theme or section."""
    head: Sequence[str] = ()
    """What it begins with if it is made."""


class Layout:
    """What there is in a rulebook, and what of it in its top layer, whether sound or not."""

    def __init__(self, folder: Path) -> None:
        """Looks at what there is.

        Raises:
            AdvisorError: the folder is not a rulebook, or it is the one that comes along.
        """
        if comes_along(folder):
            raise fault("C11", messages.NONE_OF_OWN)
        stack, _ = read_stack(folder)
        self.folder = folder
        self.top = stack.layers[0]
        self.files = stack.overlay.files
        self.known = index(self.files)
        self._off = stack.overlay.off

    def ids(self, sort: str) -> list[str]:
        """The ids of all findings, or of all that is of another sort."""
        return [named.id for named in self.known if named.sort == sort]

    def check_on(self, named: Named) -> None:
        """Sees to it that something is not switched off: what is written under its id would be a fault."""
        if named in self._off:
            what, place = named.sort.removesuffix("s"), self._off[named]
            raise fault("C12", messages.SWITCHED_OFF.format(what=what, id=quoted(named.id), place=place))

    def of(self, *models: type[BaseModel]) -> Iterator[WrittenFile]:
        """The files that hold something, those of all layers together."""
        return (file for file in self.files if file.model in models)

    def groups(self) -> list[str]:
        """The questions whose answers are lists of items."""
        asked = ((name, entry) for file in self.of(SectionEntry) for name, entry in _entries(file))
        return [name for name, entry in asked if isinstance(entry, dict) and entry.get("type") == "group"]

    def home(self, about: str, name: str) -> Goal:
        """The file of a school or theme; of the only one in the layer, if none is named."""
        own = [file_id(file) for file in self.top.files if file.model in HOMES]
        if not about and len(own) != 1:
            hint = f" Here there are {either(own)}." if own else ""
            raise fault("C13", messages.WHICH_HOME.format(name=name, hint=hint))
        about = about or own[0]
        for file in self.of(*HOMES):
            if file_id(file) == about:
                return self._goal(file.model, about)
        raise self._no_home(about)

    def section(self, group: str) -> Goal:
        """The file of the section that asks about a group; without a group, that of one's own questions."""
        if group:
            asking = next(file for file in self.of(SectionEntry) if group in dict(_entries(file)))
            return self._goal(SectionEntry, file_id(asking))
        own = [file_id(file) for file in self.top.files if file.model is SectionEntry and "title" in file.document.data]
        return self._goal(SectionEntry, own[0] if len(own) == 1 else _OWN)

    def named(self, file: Path, *models: type[BaseModel]) -> Goal:
        """The file that somebody names, in the folder of the layer.

        Raises:
            AdvisorError: such things do not stand there.
        """
        inside = file.resolve().relative_to(self.folder.resolve()) if _is_inside(file, self.folder) else file
        model = FOLDERS.get(inside.parent.as_posix())
        if model not in models or model is None or inside.suffix != ".yaml":
            expected = either(f"{_FOLDERS[model]}/" for model in models)
            raise fault("C13", messages.WRONG_FILE.format(file=quoted(str(file)), expected=expected))
        for known in (*self.top.files, *self.files):
            if known.model is model and known.document.name.endswith(f"/{inside.as_posix()}"):
                return self._goal(model, file_id(known), self.folder / inside)
        return self._goal(model, inside.stem.lstrip("0123456789-"), self.folder / inside)

    def _no_home(self, about: str) -> AdvisorError:
        for sort in ("schools", "themes"):
            self.check_on(Named(sort, about))
        hint = did_you_mean(about, [file_id(file) for file in self.of(*HOMES)])
        hint = hint or messages.NEW_SCHOOL.format(id=about)
        return fault("C13", messages.NO_HOME.format(home=quoted(about), hint=hint))

    def _goal(self, model: type[BaseModel], about: str, file: Path | None = None) -> Goal:
        for own in self.top.files:
            if own.model is model and file_id(own) == about:
                return Goal(self.folder / own.document.name.removeprefix(f"{self.top.name}/"), model, about)
        head = [f"{NAMED_BY[model]}: {about}", "", f"{_HOLDS[model]}:"]
        if not any(file_id(below) == about for below in self.of(model)):
            if model not in _HEADS:
                raise self._no_home(about)
            head = _HEADS[model](about)
        schema = "questions" if model is SectionEntry else NAMED_BY[model]
        where = file or self.folder / _FOLDERS[model] / f"{about}.yaml"
        return Goal(where, model, about, [schema_line(f"../schema/{schema}.json"), *head])


def schema_line(schema: str) -> str:
    """What tells editors what may stand in a file."""
    return f"# yaml-language-server: $schema={schema}"


def fault(code: str, message: str) -> AdvisorError:
    """What is wrong with a call."""
    return AdvisorError([Fault(_CALL, code, message)])


def _entries(file: WrittenFile) -> list[tuple[str, object]]:
    return list(fields_below(file.document.data, "questions").items())


def _is_inside(file: Path, folder: Path) -> bool:
    return file.resolve().is_relative_to(folder.resolve())
