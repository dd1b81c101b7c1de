"""Adding to the rules in use: a skeleton of a finding, question, source or school, in the file where it belongs."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from advisor.documents import read_document
from advisor.errors import AdvisorError, Place
from advisor.messages import skeletons as messages
from advisor.model.entry import ID_PATTERN
from advisor.model.finding import Kind, SchoolEntry
from advisor.model.question import AnswerType, SectionEntry
from advisor.report.rulebook.page import Sort, Target, named_by
from advisor.rulebook.bundled import MANIFEST
from advisor.rulebook.entries import NAMED_BY, fields_below, file_id, path_of
from advisor.rulebook.faults import Named
from advisor.rulebook.files import SOURCES
from advisor.rulebook.loader import load_rulebook
from advisor.rulebook.shapes import id_rule
from advisor.schemas import write_schemas
from advisor.text import did_you_mean, either, expected_one_of, quoted
from advisor.workshop import skeletons
from advisor.workshop.goals import HOMES, Goal, Layout, fault, schema_line
from advisor.workshop.insertion import insert
from advisor.workshop.replacing import CAN_BE_COPIED, copy_up


@dataclass(frozen=True)
class Wanted:
    """What somebody wants to add."""

    id: str
    kind: str | None = None
    """Of a finding, what it is for; of a question, what an answer may be."""
    file: Path | None = None
    """Where, instead of where it usually goes."""
    source: str | None = None
    """Of a school: whose definition it is."""


@dataclass(frozen=True)
class Added:
    """Something that has been put into a file."""

    what: str
    id: str
    file: Path
    line: int


def add(folder: Path, sort: str, wanted: Wanted) -> list[Added]:
    """Adds to the top layer of a rulebook, sound or not: what is added may be what is missing.

    What stands in the layers below already is copied from there, to be said otherwise; the rulebook must be sound then.

    Args:
        folder: the rulebook.
        sort: finding, question, source or school.
        wanted: what is to be added.

    Raises:
        AdvisorError: it cannot be added.
    """
    given = {"--kind": wanted.kind, "--in": wanted.file, "--source": wanted.source}
    for option, sorts in _GO_WITH.items():
        if given[option] is not None and sort not in sorts:
            raise fault("C02", messages.NOT_FOR_THIS.format(option=option, sorts=either(sorts)))
    layout = Layout(folder)
    named = Named(f"{sort}s", wanted.id)
    if sort in CAN_BE_COPIED and _stands_below(layout, named):
        _check_copied(wanted)
        added = _copied(folder, Target(Sort(sort), wanted.id))
    else:
        added = SORTS[sort](layout, wanted)
    if (folder / "schema").is_dir():
        _refresh_schemas(folder)
    return added


def _check_copied(wanted: Wanted) -> None:
    """Sees to it that nothing is said of a copy that goes with something new."""
    for option, given in (("--kind", wanted.kind), ("--in", wanted.file)):
        if given is not None:
            raise fault("C02", messages.NOT_FOR_A_COPY.format(option=option, id=quoted(wanted.id)))


def _copied(folder: Path, target: Target) -> list[Added]:
    """A copy of what stands below, and the place where the reason is to be written."""
    file, line = copy_up(target, load_rulebook(folder), messages.TO_WRITE.format(what=messages.WHY))
    manifest = folder / MANIFEST
    named = named_by(target)
    reason = read_document(manifest).key_place(("replaces", named.sort, named.id)).line
    return [
        Added(messages.COPY.format(what=target.sort), target.id, file, line),
        Added(messages.REASON, target.id, manifest, reason),
    ]


def _finding(layout: Layout, wanted: Wanted) -> list[Added]:
    home, _, name = wanted.id.rpartition("/")
    goal = layout.home(home, name) if wanted.file is None else layout.named(wanted.file, *HOMES)
    if home and home != goal.about:
        raise fault("C13", messages.OTHER_HOME.format(file=goal.file.name, about=quoted(goal.about), home=quoted(home)))
    usual = Kind.CRITERION if goal.model is SchoolEntry else Kind.PREMISE
    return [_put_finding(layout, goal, name, Kind(_known_kind(wanted.kind or usual, list(Kind))))]


def _put_finding(layout: Layout, goal: Goal, name: str, kind: Kind) -> Added:
    id_ = f"{goal.about}/{name}"
    named = Named("findings", id_)
    _check_new(layout, named, name)
    source = next(iter(layout.ids("sources")), "some-source")
    lines = skeletons.finding(name, kind, _condition(layout), source)
    return Added(kind, id_, goal.file, insert(goal.file, goal.head, path_of(named), lines))


def _question(layout: Layout, wanted: Wanted) -> list[Added]:
    group, _, name = wanted.id.rpartition(".")
    groups = layout.groups()
    if group and group not in groups:
        raise fault("C13", messages.NO_GROUP.format(group=quoted(group), hint=expected_one_of(group, groups)))
    type_ = AnswerType(_known_kind(wanted.kind or AnswerType.YES_NO, list(AnswerType)))
    named = Named("questions", wanted.id)
    _check_new(layout, named, name)
    goal = layout.section(group) if wanted.file is None else layout.named(wanted.file, SectionEntry)
    lines = skeletons.question(name, type_, _condition(layout), next(iter(groups), "some-group"))
    return [Added("question", wanted.id, goal.file, insert(goal.file, goal.head, path_of(named), lines))]


def _source(layout: Layout, wanted: Wanted) -> list[Added]:
    named = Named("sources", wanted.id)
    _check_new(layout, named, wanted.id)
    file = layout.folder / SOURCES
    head = [schema_line("schema/sources.json"), "", "sources:"]
    line = insert(file, head, path_of(named), skeletons.source(wanted.id))
    return [Added("source", wanted.id, file, line)]


def _school(layout: Layout, wanted: Wanted) -> list[Added]:
    """A school with a first criterion, and with a source if it is not said whose definition it is."""
    _check_id(wanted.id)
    layout.check_on(Named("schools", wanted.id))
    for file in layout.of(*HOMES):
        if file_id(file) == wanted.id:
            called = NAMED_BY[file.model]
            place = file.document.place((called,))
            below = not place.file.startswith(f"{layout.top.name}/")
            raise _taken(called, wanted.id, place, messages.TO_ADD_TO_IT if below else "")
    sources = layout.ids("sources")
    if wanted.source is not None and wanted.source not in sources:
        hint = did_you_mean(wanted.source, sources)
        message = messages.NO_SUCH_SOURCE.format(source=quoted(wanted.source), id=wanted.source, hint=hint)
        raise fault("C05", message)
    cited = wanted.source or wanted.id
    head = [schema_line("../schema/school.json"), *skeletons.school(wanted.id, cited)]
    goal = Goal(layout.folder / "schools" / f"{wanted.id}.yaml", SchoolEntry, wanted.id, head)
    if goal.file.exists():
        raise _taken("file", goal.file.name, Place(str(goal.file)))
    # The source first: a school without one would be a fault, a source that nobody cites is none.
    further = [] if cited in sources else _source(layout, Wanted(cited))
    first = _put_finding(layout, goal, messages.CRITERION, Kind.CRITERION)
    return [Added("school", wanted.id, goal.file, 1), first, *further]


SORTS: Mapping[str, Callable[[Layout, Wanted], list[Added]]] = {
    "finding": _finding,
    "question": _question,
    "source": _source,
    "school": _school,
}
"""What can be added."""
_GO_WITH = {"--kind": ("finding", "question"), "--in": ("finding", "question"), "--source": ("school",)}
"""Which options go with what."""


def _refresh_schemas(folder: Path) -> None:
    """Lets editors complete what is new; as long as something else in the rulebook is wrong, they wait."""
    try:
        write_schemas(load_rulebook(folder), folder / "schema")
    except AdvisorError:
        return


def _condition(layout: Layout) -> str:
    """A condition that can be read: some question has its first answer; rather one that is harmless and asked early."""
    found: list[tuple[bool, bool, str]] = []
    for file in layout.of(SectionEntry):
        if file.document.data.get("asked") == "funder":
            continue
        for name, entry in fields_below(file.document.data, "questions").items():
            said = entry if isinstance(entry, dict) else {}
            options = {"yes-no": ["yes"], "choice": list(fields_below(said, "options"))}.get(str(said.get("type")), [])
            if options:
                rank = said.get("sensitive") is True, said.get("core") is not True
                found.append((*rank, f"{{{name}: {options[0]}}}"))
    if not found:
        raise fault("C13", messages.NOTHING_TO_ASK)
    return min(found, key=lambda one: one[:2])[-1]


def _known_kind(kind: str, kinds: Sequence[str]) -> str:
    if kind not in kinds:
        hint = did_you_mean(kind, kinds) or f" Expected {', '.join(kinds)}."
        raise fault("C02", messages.WRONG_KIND.format(kind=quoted(kind), hint=hint))
    return kind


def _check_new(layout: Layout, named: Named, name: str) -> None:
    """Sees to it that an id can be one, and is not taken."""
    _check_id(name)
    layout.check_on(named)
    if named in layout.known:
        raise _taken(named.sort.removesuffix("s"), named.id, _place(layout, named))


def _stands_below(layout: Layout, named: Named) -> bool:
    """Whether something stands in the layers below, and not in the top one."""
    return named in layout.known and not _place(layout, named).file.startswith(f"{layout.top.name}/")


def _place(layout: Layout, named: Named) -> Place:
    file, path = layout.known[named]
    return file.document.key_place(path)


def _check_id(name: str) -> None:
    if not re.fullmatch(ID_PATTERN, name):
        raise fault("F04", messages.NO_ID.format(id=quoted(name), rule=id_rule(name)))


def _taken(what: str, id_: str, place: Place, hint: str = "") -> AdvisorError:
    message = messages.TAKEN.format(what=what, id=quoted(id_), place=place)
    return fault("C12", f"{message}{hint.format(id=id_)}")
