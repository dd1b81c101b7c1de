"""Reading claims files and funder profiles, and laying them over an initiative."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from advisor.documents import DataPath, Document, read_document
from advisor.errors import AdvisorError, Fault
from advisor.initiative import initiative as told
from advisor.initiative.initiative import Initiative, Listing, Said, View
from advisor.initiative.reader import InitiativeReader
from advisor.logic.answers import Item, Items
from advisor.messages import funders as messages
from advisor.model.entry import Entry, Text
from advisor.model.finding import CLAIMS, FUNDERS
from advisor.model.question import Group, Questions
from advisor.rulebook.faults import FaultCollector
from advisor.rulebook.shapes import likely_id
from advisor.store.layout import Layout
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


# From a command line: both are read once, and have to say something


def read_claims(path: Path, questions: Questions, initiative: Initiative) -> Proposal:
    """Reads a claims file.

    Args:
        path: the file.
        questions: those of the rulebook.
        initiative: what the promises are about, whose sides and so on they may name.

    Raises:
        AdvisorError: with every fault in the file.
    """
    document = read_document(path)
    said = claims_in(document, path.stem, questions, initiative)
    if not said.whole.group(CLAIMS).items:
        raise AdvisorError([Fault(document.place((CLAIMS,)), "I03", messages.NO_ITEMS)])
    return proposal_of(said)


def read_profiles(paths: Sequence[Path], questions: Questions, initiative: Initiative) -> Items:
    """Reads funder profiles, each as one of those who pay; they are all of them.

    Raises:
        AdvisorError: with every fault in the files.
    """
    found: dict[str, Item] = {}
    faults: list[Fault] = []
    for path in paths:
        try:
            document = read_document(path)
            profile = profile_in(document, path.stem, questions, initiative)
        except AdvisorError as error:
            faults += error.faults
            continue
        (item,) = profile.whole.group(FUNDERS).items
        if item.id in found:
            message = messages.ANOTHER_FUNDER.format(funder=quoted(profile.name))
            faults.append(Fault(document.place(("funder",)), "I04", message))
        found[item.id] = item
    if faults:
        raise AdvisorError(faults)
    return Items(tuple(found.values()), complete=True)


# To be kept while they are written


def claims_layout(initiative: Callable[[], Initiative]) -> Layout:
    """How a claims file is kept.

    Args:
        initiative: gives what the promises are about, as it stands.
    """
    return Layout(
        lambda document, id_, questions: claims_in(document, id_, questions, initiative()),
        "proposal: {name}\nclaims: []\n",
        (),
        (CLAIMS,),
    )


def profile_layout(initiative: Callable[[], Initiative]) -> Layout:
    """How a funder profile is kept.

    Args:
        initiative: gives what it is held against, as it stands.
    """
    return Layout(
        lambda document, id_, questions: profile_in(document, id_, questions, initiative()),
        "funder: {name}\nanswers: {{}}\n",
        ("answers",),
        ("answers",),
        one_of=FUNDERS,
    )


def claims_in(document: Document, id_: str, questions: Questions, initiative: Initiative) -> Initiative:
    """What a claims file says: an initiative of which nothing is known but what is promised of it, if anything yet.

    Raises:
        AdvisorError: with every fault in the document.
    """
    group = _group(questions, CLAIMS, document)
    faults = FaultCollector(document)
    raw = document.data
    entry = faults.validate(ClaimsEntry, raw, elsewhere=dict.fromkeys(group.fields, _UNDER_CLAIMS))
    reader = InitiativeReader(questions, faults, "funder")
    listing = Listing()
    if isinstance(raw, dict) and CLAIMS in raw:
        listing = reader.answers.group(group, raw[CLAIMS], (CLAIMS,))
        reader.check_items(laid_over(initiative, _said(id_, "", {CLAIMS: listing}).whole.group(CLAIMS), None).whole)
    if entry is None or faults.faults:
        raise AdvisorError(faults.faults)
    return _said(id_, entry.proposal or "", {CLAIMS: listing})


def proposal_of(said: Initiative) -> Proposal:
    """What a claims file says, as it is judged."""
    return Proposal(said.name or None, said.whole.group(CLAIMS))


def profile_in(document: Document, id_: str, questions: Questions, initiative: Initiative) -> Initiative:
    """What a funder profile says: an initiative of which nothing is known but one of those who pay.

    Raises:
        AdvisorError: with every fault in the document.
    """
    group = _group(questions, FUNDERS, document)
    faults = FaultCollector(document)
    raw = document.data
    entry = faults.validate(ProfileEntry, raw, elsewhere=dict.fromkeys(group.fields, _UNDER_ANSWERS))
    reader = InitiativeReader(questions, faults, "funder")
    name = "" if entry is None else entry.funder
    item_id = likely_id(name)
    if entry is not None and item_id is None:
        faults.add(("funder",), "F04", messages.NO_ID.format(funder=quoted(name)))
    item = _answers(raw, group, reader, item_id or "funder", name)
    if item is not None:
        reader.check_items(laid_over(initiative, None, Items((item,))).whole)
    if entry is None or item is None or faults.faults:
        raise AdvisorError(faults.faults)
    return _said(id_, name, {FUNDERS: Listing((item,), "closed")})


def laid_over(initiative: Initiative, claims: Items | None, funders: Items | None) -> Initiative:
    """An initiative with what is promised of it, and with what those who pay expect."""
    said = {CLAIMS: claims, FUNDERS: funders}
    groups = {group: items for group, items in said.items() if items is not None}
    # Its parts are left as they are: what is promised is promised of the whole.
    whole = initiative.whole
    return replace(initiative, whole=replace(whole, groups={**whole.groups, **groups}))


def _said(id_: str, name: str, groups: Mapping[str, Listing]) -> Initiative:
    return Initiative(id_, name, told.laid_over(View("", ""), View("", name, said=Said(groups=groups))))


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


def _group(questions: Questions, group: str, document: Document) -> Group:
    if group not in questions.groups:
        raise AdvisorError([Fault(document.place(()), "C05", messages.NOT_ASKED.format(group=quoted(group)))])
    return questions.groups[group]


_UNDER_CLAIMS = 'It is said of a promise: move it to the right, below "claims:".'
_UNDER_ANSWERS = 'It belongs under "answers:": move it to the right.'
_NAMED = 'What a funder is called stands under "funder:".'
