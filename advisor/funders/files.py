"""Reading claims files and funder profiles, and laying them over an initiative."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from advisor.documents import DataPath, read_document
from advisor.errors import AdvisorError, Fault, Place
from advisor.initiative.initiative import Initiative
from advisor.initiative.reader import InitiativeReader
from advisor.logic.answers import Item, Items
from advisor.messages import funders as messages
from advisor.model.entry import Entry, Text
from advisor.model.finding import CLAIMS, FUNDERS
from advisor.model.question import Group, Questions
from advisor.rulebook.faults import FaultCollector
from advisor.rulebook.shapes import likely_id
from advisor.text import quoted


class ClaimsEntry(Entry):
    """A claims file: what a proposal promises."""

    proposal: Annotated[Text | None, Field(description="What the proposal is called.")] = None
    claims: Annotated[object, Field(description="What it promises, item by item.")]


class ProfileEntry(Entry):
    """A funder profile: what one funder expects of whatever it pays for."""

    funder: Annotated[Text, Field(description="What the funder is called.")]
    answers: Annotated[dict[str, object], Field(description="What it expects, by the id of the question.")]


@dataclass(frozen=True)
class Proposal:
    """What a proposal promises."""

    title: str | None
    claims: Items


def read_claims(path: Path, questions: Questions, initiative: Initiative) -> Proposal:
    """Reads a claims file.

    Args:
        path: the file.
        questions: those of the rulebook.
        initiative: what the promises are about, whose sides and so on they may name.

    Raises:
        AdvisorError: with every fault in the file.
    """
    group = _group(questions, CLAIMS, path)
    faults = FaultCollector(read_document(path))
    raw = faults.document.data
    entry = faults.validate(ClaimsEntry, raw, elsewhere=dict.fromkeys(group.fields, _UNDER_CLAIMS))
    reader = InitiativeReader(questions, faults, "funder")
    if isinstance(raw, dict) and CLAIMS in raw:
        listing = reader.answers.group(group, raw[CLAIMS], (CLAIMS,))
        items = Items(listing.items, listing.how == "closed", listing.note)
        reader.check_items(_laid_over(initiative, {CLAIMS: items}).whole)
        if not items.items and not faults.faults:
            faults.add((CLAIMS,), "I03", messages.NO_ITEMS)
    if entry is None or faults.faults:
        raise AdvisorError(faults.faults)
    return Proposal(entry.proposal, items)


def read_profiles(paths: Sequence[Path], questions: Questions, initiative: Initiative) -> Items:
    """Reads funder profiles, each as one of those who pay; they are all of them.

    Raises:
        AdvisorError: with every fault in the files.
    """
    found: dict[str, Item] = {}
    faults: list[Fault] = []
    for path in paths:
        try:
            item, place, name = _read_profile(path, questions, initiative)
        except AdvisorError as error:
            faults += error.faults
            continue
        if item.id in found:
            faults.append(Fault(place, "I04", messages.ANOTHER_FUNDER.format(funder=quoted(name))))
        found[item.id] = item
    if faults:
        raise AdvisorError(faults)
    return Items(tuple(found.values()), complete=True)


def laid_over(initiative: Initiative, claims: Items | None, funders: Items | None) -> Initiative:
    """An initiative with what is promised of it, and with what those who pay expect."""
    said = {CLAIMS: claims, FUNDERS: funders}
    return _laid_over(initiative, {group: items for group, items in said.items() if items is not None})


def _laid_over(initiative: Initiative, groups: Mapping[str, Items]) -> Initiative:
    # Its parts are left as they are: what is promised is promised of the whole.
    whole = initiative.whole
    return replace(initiative, whole=replace(whole, groups={**whole.groups, **groups}))


def _read_profile(path: Path, questions: Questions, initiative: Initiative) -> tuple[Item, Place, str]:
    group = _group(questions, FUNDERS, path)
    faults = FaultCollector(read_document(path))
    raw = faults.document.data
    entry = faults.validate(ProfileEntry, raw, elsewhere=dict.fromkeys(group.fields, _UNDER_ANSWERS))
    reader = InitiativeReader(questions, faults, "funder")
    name = "" if entry is None else entry.funder
    id_ = likely_id(name)
    if entry is not None and id_ is None:
        faults.add(("funder",), "F04", messages.NO_ID.format(funder=quoted(name)))
    item = _answers(raw, group, reader, id_ or "funder", name)
    if item is not None:
        reader.check_items(_laid_over(initiative, {FUNDERS: Items((item,))}).whole)
    if entry is None or item is None or faults.faults:
        raise AdvisorError(faults.faults)
    return item, faults.document.place(("funder",)), name


def _answers(raw: Any, group: Group, reader: InitiativeReader, id_: str, name: str) -> Item | None:
    """What a profile answers, as an item of the group of all who pay."""
    path: DataPath = ("answers",)
    answers = raw.get("answers") if isinstance(raw, dict) else None
    given: dict[str, Any] = dict(answers) if isinstance(answers, dict) else {}
    for taken in _taken(given):
        reader.faults.add_key((*path, taken), "F01", f"{quoted(taken)} does not belong here. {_NAMED}")
    named = {"name": name} if "name" in group.fields and name else {}
    return reader.answers.item(group, {"id": id_, **named, **given}, path)


def _taken(given: Mapping[str, Any]) -> Iterable[str]:
    return (word for word in ("id", "name") if word in given)


def _group(questions: Questions, group: str, path: Path) -> Group:
    if group not in questions.groups:
        raise AdvisorError([Fault(Place(str(path)), "C05", messages.NOT_ASKED.format(group=quoted(group)))])
    return questions.groups[group]


_UNDER_CLAIMS = 'It is said of a promise: move it to the right, below "claims:".'
_UNDER_ANSWERS = 'It belongs under "answers:": move it to the right.'
_NAMED = 'What a funder is called stands under "funder:".'
