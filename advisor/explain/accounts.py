"""Disputed answers: which accounts tell what was asked, and what follows if one account is right throughout."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from advisor.explain.proof import Tested
from advisor.initiative.initiative import Initiative, View
from advisor.logic.answers import Answer, Held, Item, judge, judge_shared, looked_up
from advisor.logic.conditions import AnswerTest
from advisor.logic.truth import Truth
from advisor.model.finding import Finding
from advisor.reference import Reference
from advisor.rulebook.rulebook import Rulebook

Name = str | None
"""Who gives an account; None where nobody is named."""


def telling(tested: Tested, rulebook: Rulebook) -> tuple[Held, ...]:
    """The accounts of a disputed answer that tell what was asked so; none where it does not matter who is right."""
    held = tested.at.answer(tested.ref).held
    found = tuple(one for one in held if _tells(one, tested, rulebook))
    return () if len(found) == len(held) else found


def _tells(held: Held, tested: Tested, rulebook: Rulebook) -> bool:
    alone, atom, at = Answer((held,)), tested.atom, tested.at
    if isinstance(atom, AnswerTest):
        value = judge(atom.check, alone)
    else:
        left, right = (alone if ref is tested.ref else at.answer(ref) for ref in (atom.left, atom.right))
        value = judge_shared(left, right if atom.table is None else looked_up(right, rulebook.tables[atom.table]))
    return value.told_true if tested.so else value.told_false


def deciding(
    names: Iterable[Name], finding: Finding, rulebook: Rulebook, initiative: Initiative, view: str, item: str | None
) -> dict[Truth, list[Name]]:
    """Of those who give an account, by whose it is so and by whose it is not; the others decide nothing alone.

    Args:
        names: those who give an account.
        finding: what is disputed.
        rulebook: the rules.
        initiative: what is judged.
        view: the part; empty for the whole.
        item: for findings made for each item, which one.
    """
    found: dict[Truth, list[Name]] = {Truth.TRUE: [], Truth.FALSE: []}
    for name in dict.fromkeys(names):
        value = Reference(rulebook, _believed(initiative, name)).judge(finding.id, view, item)
        if value in found:
            found[value].append(name)
    return found


def _believed(initiative: Initiative, name: Name) -> Initiative:
    """The initiative as somebody tells it, wherever they give an account of what is disputed."""
    parts = tuple(_view(part, name) for part in initiative.parts)
    return replace(initiative, whole=_view(initiative.whole, name), parts=parts)


def _view(view: View, name: Name) -> View:
    groups = {
        group: replace(
            items, items=tuple(Item(item.id, dict(_answers(item.answers.items(), name))) for item in items.items)
        )
        for group, items in view.groups.items()
    }
    return replace(view, answers=dict(_answers(view.answers.items(), name)), groups=groups)


def _answers(answers: Iterable[tuple[str, Answer]], name: Name) -> Iterator[tuple[str, Answer]]:
    for question, answer in answers:
        own = tuple(held for held in answer.held if held.by == name)
        yield question, replace(answer, held=own) if answer.contested and own else answer
