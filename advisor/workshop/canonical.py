"""Conditions in one form, whatever the order and the brackets in which they were written."""

from dataclasses import replace

from advisor.logic.conditions import All, AnyOf, Condition, Not, Quantified


def canonical(condition: Condition) -> Condition:
    """A condition in a form that two which differ only in order, brackets or repetition share."""
    match condition:
        case All() | AnyOf():
            return _list(condition)
        case Not(Not(part)):
            return canonical(part)
        case Not(part):
            return Not(canonical(part))
        case Quantified(where=where) if where is not None:
            return replace(condition, where=canonical(where))
        case _:
            return condition


def _list(condition: All | AnyOf) -> Condition:
    kind = type(condition)
    parts: list[Condition] = []
    for part in map(canonical, condition.parts):
        parts += part.parts if isinstance(part, All | AnyOf) and isinstance(part, kind) else (part,)
    ordered = sorted(dict.fromkeys(parts), key=repr)
    return ordered[0] if len(ordered) == 1 else kind(tuple(ordered))
