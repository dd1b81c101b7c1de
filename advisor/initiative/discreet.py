"""What of an initiative may be told to others: no sensitive answer, no name, no note.

What others are told is worked out from this alone. So nothing that they read can depend on what is left out here, and
no later step has to remember to hide anything.
"""

from collections.abc import Collection
from dataclasses import replace

from advisor.initiative.initiative import Initiative, Listing, Said, View, laid_over
from advisor.logic.answers import Answer, Held, Item, Items
from advisor.logic.conditions import questions_used
from advisor.messages import audience as messages
from advisor.model.question import AnswerType, Group, Question, Questions

_NAME, _CODENAME = "name", "codename"


def protected(questions: Questions) -> frozenset[str]:
    """The questions whose answers stay with the team.

    They are the sensitive ones, all free text but codenames, and what is asked only because of such an answer: that it
    was asked would tell.
    """
    found = {q.id for q in questions.all() if q.sensitive or (q.type is AnswerType.TEXT and q.name != _CODENAME)}
    size = 0
    while len(found) > size:
        size = len(found)
        found |= {q.id for q in questions.all() if _tells_of(q, found)}
    return frozenset(found)


def _tells_of(question: Question, protected_: set[str]) -> bool:
    """Whether somebody who sees the answer learns something of what is protected."""
    asked_for = frozenset() if question.ask_when is None else questions_used(question.ask_when)
    return question.group in protected_ or bool(asked_for & protected_)


def discreet(initiative: Initiative, questions: Questions, own: Collection[str] = ()) -> Initiative:
    """The initiative as others may know it: without what is protected, and with codenames or numbers for names.

    Args:
        initiative: what the team knows of it.
        questions: those of the rulebook.
        own: the groups that its readers wrote themselves, whose ids and words they may see.
    """
    return _Discreet(initiative, questions, own).initiative()


class _Discreet:
    def __init__(self, initiative: Initiative, questions: Questions, own: Collection[str]) -> None:
        self.told = initiative
        self.questions = questions
        self.own = own
        self.protected = protected(questions)
        self.ids = {name: self._numbered(group) for name, group in questions.groups.items()}

    def _numbered(self, group: Group) -> dict[str, str]:
        """By the id of each item, in the order of the file, one that tells nothing: ids are often made of names."""
        ids = dict.fromkeys(item.id for view in self.told.views for item in view.group(group.id).items)
        if group.id in self.own:
            return {id_: id_ for id_ in ids}
        return {id_: f"{group.item}-{number}" for number, id_ in enumerate(ids, start=1)}

    def initiative(self) -> Initiative:
        """The whole, and each part laid over it."""
        codename = self.told.whole.answer(_CODENAME).held
        name = str(next(iter(codename[0].words))) if codename else messages.UNNAMED
        whole = laid_over(View("", ""), View("", name, said=self._said(self.told.whole.said)))
        parts = tuple(
            laid_over(whole, self._part(view, number)) for number, view in enumerate(self.told.parts, start=1)
        )
        whole = replace(whole, groups={**whole.groups, **self._laid_over_the_whole()})
        return Initiative(
            "initiative", name, whole, parts, parts_complete=self.told.parts_complete, record=self.told.record
        )

    def _laid_over_the_whole(self) -> dict[str, Items]:
        """What stands in no place of the file of the initiative, and concerns none of its parts."""
        groups, asked, whole = self.questions.groups, self.questions.initiative, self.told.whole
        return {
            name: Items(tuple(self._item(groups[name], item) for item in items.items), items.complete)
            for name, items in whole.groups.items()
            if name not in whole.said.groups and self._told(asked[name])
        }

    def _part(self, view: View, number: int) -> View:
        kind = str(view.kind)
        name = messages.PART.format(kind=kind.capitalize(), number=number)
        return View(f"{kind}-{number}", name, {}, {}, view.kind, view.start, view.end, self._said(view.said))

    def _said(self, said: Said) -> Said:
        asked, groups = self.questions.initiative, self.questions.groups
        return Said(
            {
                name: self._answer(asked[name], answer)
                for name, answer in said.answers.items()
                if self._told(asked[name])
            },
            {
                name: self._listing(groups[name], listing)
                for name, listing in said.groups.items()
                if self._told(asked[name])
            },
        )

    def _told(self, question: Question) -> bool:
        return question.id not in self.protected or question.group in self.own

    def _listing(self, group: Group, listing: Listing) -> Listing:
        return Listing(tuple(self._item(group, item) for item in listing.items), listing.how)

    def _item(self, group: Group, item: Item) -> Item:
        told = {name: answer for name, answer in item.answers.items() if self._told(group.fields[name])}
        answers = {name: self._answer(group.fields[name], answer) for name, answer in told.items()}
        if _CODENAME in answers and _NAME in group.fields:
            answers[_NAME] = answers.pop(_CODENAME)
        return Item(self.ids[group.id][item.id], answers)

    def _answer(self, question: Question, answer: Answer) -> Answer:
        """An answer without its note, and without who holds it."""
        held = tuple(replace(self._held(question, one), by=None) for one in answer.held)
        return replace(answer, held=held, note=None)

    def _held(self, question: Question, held: Held) -> Held:
        if question.of is None:
            return held
        ids = self.ids[question.of]
        return replace(
            held,
            words=frozenset(ids[str(word)] for word in held.words),
            excluded=frozenset(ids[str(word)] for word in held.excluded),
        )
