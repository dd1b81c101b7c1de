"""Which conclusion is meant by what somebody has typed."""

from advisor.errors import AdvisorError, Fault, Place
from advisor.initiative.initiative import Initiative
from advisor.reference import Reference
from advisor.rulebook.rulebook import Rulebook
from advisor.text import either, expected_one_of
from advisor.whatif.outcomes import Concluded

_FEW = 4
"""So many findings can be offered."""


def meant(
    rulebook: Rulebook, initiative: Initiative, finding: str, part: str = "", item: str | None = None
) -> Concluded:
    """The conclusion that is meant.

    Args:
        rulebook: by which is judged.
        initiative: what is judged.
        finding: an id, `school/name`, or the name alone where only one finding has it.
        part: a phase or strand; the initiative as a whole if empty.
        item: for findings made for each item, which one; the first if not given.

    Raises:
        AdvisorError: there is no such finding, part or item.
    """
    name = _named(rulebook, initiative, finding)
    found = rulebook.findings[name]
    check_part(initiative, part)
    if part and found.scope == "whole":
        raise _no_such("C03", "This is judged once for the whole, so leave out --part.")
    if found.for_each is None:
        if item is not None:
            raise _no_such("C03", f'"{name}" is found once, so leave out --item.')
        return Concluded(name, part)
    known = [one.id for one in initiative.view(part).group(found.for_each).items]
    if not known or item not in (None, *known):
        listed = expected_one_of(item, known) if known else f' None of the "{found.for_each}" is listed yet.'
        raise _no_such("C03", f'"{name}" is found for each of "{found.for_each}".{listed}')
    return Concluded(name, part, item or known[0])


def elsewhere(rulebook: Rulebook, initiative: Initiative, about: Concluded) -> list[str]:
    """For what is not so where it was asked about: the options by which to ask where it is."""
    reference, finding = Reference(rulebook, initiative), rulebook.findings[about.finding]
    if reference.judge(about.finding, about.part, about.item).told_true:
        return []
    so = [place for place in reference.places(finding) if reference.judge(about.finding, *place).told_true]
    named = ((("--part", part), ("--item", item)) for part, item in so)
    return [" ".join(f"{option} {value}" for option, value in options if value) for options in named]


def check_part(initiative: Initiative, part: str) -> None:
    """Sees that there is a part.

    Raises:
        AdvisorError: there is none of this id.
    """
    names = [view.id for view in initiative.parts]
    if part and part not in names:
        raise _no_such("C03", f'There is no part "{part}".{expected_one_of(part, names)}')


def _named(rulebook: Rulebook, initiative: Initiative, wanted: str) -> str:
    """The full id of the finding that is meant; it may be written as it is said, without its dashes."""
    known, word = list(rulebook.findings), "-".join(wanted.lower().split())
    matching = [name for name in known if word in (name, name.partition("/")[2], name.replace("/", "-"))]
    if len(matching) == 1:
        return matching[0]
    if matching:
        raise _no_such("C03", f'Several findings are called "{wanted}": write {either(sorted(matching))}.')
    message = f'There is no finding "{wanted}".'
    if option := _option(initiative, word):
        raise _no_such("C03", f"{message} It is {option[0]}: put a finding before it, and write {option[1]} {word}.")
    near = sorted(name for name in known if word in name)
    hint = f" Did you mean {either(near)}?" if 0 < len(near) <= _FEW else expected_one_of(wanted, known)
    raise _no_such("C03", f"{message}{hint}")


def _option(initiative: Initiative, word: str) -> tuple[str, str] | None:
    """What a word stands for that is no finding, and by which option that is named; None where it is neither."""
    if any(part.id == word for part in initiative.parts):
        return "a phase or strand", "--part"
    items = (item.id for view in initiative.views for group in view.groups.values() for item in group.items)
    return ("somebody in the file", "--item") if word in items else None


def _no_such(code: str, message: str) -> AdvisorError:
    return AdvisorError([Fault(Place("advisor"), code, message)])
