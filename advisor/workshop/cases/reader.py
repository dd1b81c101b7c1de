"""Reading files of cases against a rulebook. Initiatives in them are read as initiative files are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from advisor.documents import DataPath, read_document
from advisor.errors import AdvisorError, Fault, Place
from advisor.initiative.initiative import Initiative, View, laid_over
from advisor.initiative.reader import InitiativeReader, read_initiative
from advisor.messages import cases as messages
from advisor.model.cases import CaseEntry, CasesEntry
from advisor.rulebook.faults import FaultCollector
from advisor.rulebook.rulebook import Rulebook
from advisor.text import expected_one_of, quoted
from advisor.workshop.cases.case import Case, Expected
from advisor.workshop.cases.expectations import ExpectationReader


def shown_path(path: Path, folder: Path) -> str:
    """A file as it is called in messages: by its place in the rulebook where it stands in one."""
    return (Path(folder.name) / path.relative_to(folder)).as_posix() if path.is_relative_to(folder) else str(path)


def read_cases(paths: Iterable[Path], folder: Path, rulebook: Rulebook) -> list[Case]:
    """Reads files of cases.

    Args:
        paths: the files.
        folder: the folder of the rulebook, with its examples.
        rulebook: the rulebook.

    Raises:
        AdvisorError: with every fault in every file.
    """
    examples = Examples(folder, rulebook)
    cases: list[Case] = []
    faults: list[Fault] = []
    named: dict[str, Case] = {}
    for path in paths:
        try:
            collector = FaultCollector(read_document(path, shown_path(path, folder)))
            reader = CasesReader(rulebook, examples, collector)
            for case in reader.cases():
                if isinstance(case, Unreadable):
                    continue
                if first := named.get(case.name):
                    message = messages.SAME_NAME.format(place=first.place)
                    collector.faults.append(Fault(case.place, "T02", message))
                named.setdefault(case.name, case)
                cases.append(case)
            faults += collector.faults
        except AdvisorError as error:
            faults += error.faults
    if faults:
        raise AdvisorError(dict.fromkeys(faults))
    return cases


@dataclass(frozen=True)
class Unreadable:
    """A case that cannot be held against the rules, as it speaks of what they do not have, or is badly written."""

    name: str
    place: Place
    why: tuple[Fault, ...]


class Examples:
    """The examples of a rulebook, each read when a case first names it."""

    def __init__(self, folder: Path, rulebook: Rulebook) -> None:
        self.folder = folder
        self.rulebook = rulebook
        # Of two that are called alike, the one of the upper layer is meant.
        self.paths = {path.stem: path for path in reversed(list(rulebook.examples))}
        self._read: dict[str, Initiative] = {}

    def read(self, name: str) -> Initiative:
        """An example by its name."""
        if name not in self._read:
            path = self.paths[name]
            self._read[name] = read_initiative(path, self.rulebook.questions, shown_path(path, self.folder))
        return self._read[name]


class CasesReader:
    """Reads one file of cases; what is wrong goes to its collector."""

    def __init__(self, rulebook: Rulebook, examples: Examples, faults: FaultCollector) -> None:
        self.rulebook = rulebook
        self.examples = examples
        self.faults = faults
        self.reader = InitiativeReader(rulebook.questions, faults)

    def cases(self) -> Iterator[Case | Unreadable]:
        """The cases of the file, each as far as it can be read."""
        file = self.faults.validate(CasesEntry, self.faults.document.data)
        if file is None:
            return
        if file.about is not None and file.about not in self.rulebook.homes:
            hint = expected_one_of(file.about, self.rulebook.homes)
            message = messages.NO_SUCH_HOME.format(about=quoted(file.about), hint=hint)
            self.faults.add(("about",), "T04", message)
        shared = self.reader.whole({"answers": file.answers}, ())
        expectations = ExpectationReader(self.rulebook, file.about, self.faults)
        of_all = tuple(self.faults.faults)
        for index, entry in enumerate(file.cases):
            path: DataPath = ("cases", index)
            before = len(self.faults.faults)
            begun = self._begun(entry, path, shared)
            case = None if begun is None else self._case(entry, path, begun, expectations)
            why = (*of_all, *self.faults.faults[before:])
            yield (
                Unreadable(entry.case, self.faults.document.place((*path, "case")), why)
                if case is None or why
                else case
            )

    def _begun(self, entry: CaseEntry, path: DataPath, shared: View) -> Initiative | None:
        """What a case begins with: an example, or the answers that all cases of the file share."""
        if entry.like is None:
            return Initiative(str(path[-1]), entry.case, shared, record="composed")
        if entry.like not in self.examples.paths:
            hint = expected_one_of(entry.like, self.examples.paths)
            message = messages.NO_SUCH_EXAMPLE.format(like=quoted(entry.like), hint=hint)
            self.faults.add((*path, "like"), "T01", message)
            return None
        try:
            return self.examples.read(entry.like)
        except AdvisorError as error:
            self.faults.faults += error.faults
            return None

    def _case(self, entry: CaseEntry, path: DataPath, begun: Initiative, expectations: ExpectationReader) -> Case:
        written = {"answers": entry.answers, "parts": entry.parts}
        whole = self.reader.whole(written, path, entry.case, begun.whole)
        parts, complete = self.reader.parts(written, path, whole)
        if entry.parts is None:
            parts, complete = [laid_over(whole, part) for part in begun.parts], begun.parts_complete
        initiative = Initiative(begun.id, entry.case, whole, tuple(parts), complete, record="composed")
        expected: list[Expected] = [*expectations.statuses(entry.expect, (*path, "expect"), whole)]
        for part, raw in entry.expect_in.items():
            here = (*path, "expect_in", part)
            view = next((view for view in parts if view.id == part), None)
            if view is None:
                hint = expected_one_of(part, [view.id for view in parts])
                self.faults.add_key(here, "I07", messages.NO_SUCH_PART.format(part=quoted(part), hint=hint))
            else:
                expected += expectations.statuses(raw, here, view)
        expected += expectations.fillings(entry.filled_by, (*path, "filled_by"), whole)
        if not (entry.expect or entry.expect_in or entry.filled_by):
            self.faults.add((*path, "case"), "T03", messages.EXPECTS_NOTHING)
        return Case(entry.case, self.faults.document.place((*path, "case")), initiative, tuple(expected))
