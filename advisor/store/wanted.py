"""An initiative as it should read after a change. A part is named by its id, the whole by an empty one."""

from collections.abc import Collection
from dataclasses import replace

from advisor.initiative.initiative import Initiative, Listing, Said, View, laid_over
from advisor.logic.answers import Answer, Held, Item
from advisor.model.question import AnswerType, Question, Questions


def answered(initiative: Initiative, part: str, question: Question, answer: Answer, item: str | None) -> Initiative:
    """With an answer, about the initiative or about one item of a group."""
    said = initiative.view(part).said
    if question.group is None or item is None:
        return initiative.saying(part, replace(said, answers={**said.answers, question.id: answer}))
    listing = said.groups.get(question.group, Listing())
    known = {one.id: one for one in listing.items}
    about = known.get(item, Item(item))
    items = {**known, item: Item(item, {**about.answers, question.name: answer})}
    return initiative.saying(part, _listing(said, question.group, replace(_opened(listing), items=(*items.values(),))))


def cleared(initiative: Initiative, part: str, question: Question, item: str | None) -> Initiative:
    """Without an answer; a part has that of the whole again."""
    said = initiative.view(part).said
    if question.group is None or item is None:
        answers = {name: answer for name, answer in said.answers.items() if name != question.id}
        return initiative.saying(part, replace(said, answers=answers))
    listing = said.groups.get(question.group, Listing())
    items = tuple(one if one.id != item else _without(one, question.name) for one in listing.items)
    if part and listing.how != "closed":
        # To list an item of the whole says nothing, unless something is said of it.
        known = {one.id for one in initiative.whole.group(question.group).items}
        items = tuple(one for one in items if one.id != item or one.answers or one.id not in known)
    return initiative.saying(part, _listing(said, question.group, replace(listing, items=items), is_part=bool(part)))


def as_the_whole(initiative: Initiative, part: str, group: str, questions: Questions) -> Initiative:
    """With the list of the whole in the place of the part's own; the whole then has none."""
    for item in _ids(initiative, part, group):
        if not part or item not in _ids(initiative, "", group):
            initiative = without_item(initiative, part, group, item, questions)
    said = initiative.view(part).said
    return initiative.saying(part, replace(said, groups={n: kept for n, kept in said.groups.items() if n != group}))


def with_item(initiative: Initiative, part: str, group: str, item: Item) -> Initiative:
    """With a further item at the end of a list."""
    said = initiative.view(part).said
    listing = _opened(said.groups.get(group, Listing()))
    return initiative.saying(part, _listing(said, group, replace(listing, items=(*listing.items, item))))


def without_item(initiative: Initiative, part: str, group: str, item: str, questions: Questions) -> Initiative:
    """Without an item, and without it in the answers that name it: in a part, or everywhere."""
    if item in _ids(initiative, "", group) and part:
        initiative = closed(initiative, part, group)
    for view in [initiative.view(part)] if part else initiative.views:
        said, listing = view.said, view.said.groups.get(group)
        if listing is not None:
            left = replace(listing, items=tuple(one for one in listing.items if one.id != item))
            said = _listing(said, group, left, is_part=bool(view.id))
        initiative = initiative.saying(view.id, _forgetting(said, questions, group, {item}))
    return initiative


def closed(initiative: Initiative, part: str, group: str) -> Initiative:
    """With a list that is all there is; a part then lists every item itself."""
    view = initiative.view(part)
    listing = view.said.groups.get(group, Listing())
    listed = {one.id for one in listing.items}
    taken_over = tuple(Item(one.id) for one in view.group(group).items if one.id not in listed)
    whole = replace(listing, items=(*listing.items, *taken_over), how="closed")
    return initiative.saying(part, _listing(view.said, group, whole))


def opened(initiative: Initiative, part: str, group: str) -> Initiative:
    """With a list to which there may be more."""
    said = initiative.view(part).said
    return initiative.saying(part, _listing(said, group, replace(said.groups.get(group, Listing()), how="open")))


def noted(initiative: Initiative, part: str, group: str, note: str | None) -> Initiative:
    """With a note beside a list, or without."""
    view = initiative.view(part)
    listing = view.said.groups.get(group, Listing())
    if listing.how not in ("open", "closed"):
        if note is None:
            return initiative
        # A note stands beside a list that is marked as open or closed.
        initiative = (closed if view.group(group).complete else opened)(initiative, part, group)
    said = initiative.view(part).said
    return initiative.saying(part, _listing(said, group, replace(said.groups[group], note=note)))


def with_part(initiative: Initiative, part: View) -> Initiative:
    """With a further part, which has all answers of the whole."""
    added = (*initiative.parts, laid_over(initiative.whole, part))
    return replace(initiative, parts=added, parts_complete=bool(initiative.parts) and initiative.parts_complete)


def without_part(initiative: Initiative, part: str) -> Initiative:
    """Without a part; an initiative without any is all there is."""
    left = tuple(view for view in initiative.parts if view.id != part)
    return replace(initiative, parts=left, parts_complete=initiative.parts_complete or not left)


def _ids(initiative: Initiative, part: str, group: str) -> set[str]:
    return {item.id for item in initiative.view(part).group(group).items}


def _without(item: Item, field: str) -> Item:
    return Item(item.id, {name: answer for name, answer in item.answers.items() if name != field})


def _opened(listing: Listing) -> Listing:
    """A list to which something can be added."""
    return Listing() if listing.how == "unknown" else listing


def _listing(said: Said, group: str, listing: Listing, *, is_part: bool = False) -> Said:
    """What is said, with another list; in a part, an empty one that would say nothing goes."""
    if is_part and not listing.items and listing.how == "some":
        return replace(said, groups={name: kept for name, kept in said.groups.items() if name != group})
    return replace(said, groups={**said.groups, group: listing})


def _forgetting(said: Said, questions: Questions, group: str, gone: Collection[str]) -> Said:
    """What is said, without items that are gone in the answers that named them."""

    def kept(question: Question, answer: Answer) -> Answer:
        """What is left of an answer."""
        if question.type is not AnswerType.ITEMS or question.of != group:
            return answer
        held = tuple(replace(h, words=h.words - {*gone}, excluded=h.excluded - {*gone}) for h in answer.held)
        # Accounts that differed only in what is gone are no dispute any more.
        alike = len(held) > 1 and len({replace(h, by=None) for h in held}) == 1
        return replace(
            answer, held=(Held(held[0].words, held[0].complete, excluded=held[0].excluded),) if alike else held
        )

    answers = {name: kept(questions.initiative[name], answer) for name, answer in said.answers.items()}
    groups = {
        name: replace(
            listing,
            items=tuple(
                Item(i.id, {f: kept(questions.groups[name].fields[f], a) for f, a in i.answers.items()})
                for i in listing.items
            ),
        )
        for name, listing in said.groups.items()
    }
    return Said(answers, groups)
