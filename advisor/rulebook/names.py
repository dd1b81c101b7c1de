"""Finding the questions that a condition names, from where it stands."""

from typing import Any

from advisor.documents import DataPath
from advisor.logic.conditions import PARTS, Ref, Subject
from advisor.model.question import AnswerType
from advisor.rulebook.faults import FaultCollector
from advisor.rulebook.vocabulary import Standpoint, Vocabulary
from advisor.text import did_you_mean, expected_one_of, found, quoted


class NameReader:
    """Finds the questions that the conditions of one file name; what is not there goes to the collector."""

    def __init__(self, vocabulary: Vocabulary, faults: FaultCollector) -> None:
        self.questions = vocabulary.questions
        self.vocabulary = vocabulary
        self.faults = faults

    def known(self, at: Standpoint) -> tuple[str, ...]:
        """The names of the questions that can be asked here, those that are nearest first."""
        outer = self.vocabulary.fields(at.each) if at.item in (None, PARTS) else ()
        return (*self.vocabulary.fields(at.item), *outer, *self.questions.initiative)

    def is_asked(self, name: str) -> bool:
        """Whether there is a question of this name, about the initiative or about the items of any group."""
        groups = self.questions.groups.values()
        return name in self.questions.initiative or any(name in group.fields for group in groups)

    def tested(self, name: str, path: DataPath, at: Standpoint) -> Ref | None:
        """The question that is named as a key."""
        return self._ref(name, path, at, at_key=True)

    def compared(self, raw: Any, path: DataPath, at: Standpoint) -> Ref | None:
        """The question or the item that is named as a value, to be compared with."""
        if not isinstance(raw, str):
            self.faults.add(path, "F03", f"Here one question should be named; {found(raw)}.")
            return None
        groups = (group for group in (at.each, at.item) if group is not None and group != PARTS)
        if raw in [self.questions.groups[group].item for group in groups]:
            return self._item_ref(f"{raw}.id", path, at, at_key=False)
        ref = self._ref(raw, path, at, at_key=False)
        if ref is None or ref.question.endswith(".id"):
            return ref
        if self.questions.find(ref.question).type is AnswerType.GROUP:
            message = f"{quoted(raw)} is a list of items. Compare with one of the questions about them."
            self.faults.add(path, "R05", message)
            return None
        return ref

    def _ref(self, name: str, path: DataPath, at: Standpoint, *, at_key: bool) -> Ref | None:
        if "." in name:
            return self._item_ref(name, path, at, at_key=at_key)
        if name in self.vocabulary.fields(at.item):
            return Ref(f"{at.item}.{name}", Subject.ITEM)
        if at.item in (None, PARTS) and name in self.vocabulary.fields(at.each):
            return Ref(f"{at.each}.{name}", Subject.EACH)
        if name in self.questions.initiative:
            return Ref(name, Subject.ITEM if at.item == PARTS else Subject.INITIATIVE)
        hint = self._elsewhere(name, at) or expected_one_of(name, self.known(at))
        meant = [*(f"{group}.{name}" for group in (at.item, at.each) if group), name]
        message = f"There is no question {quoted(name)} here.{hint}"
        self.faults.add_missing("questions", meant, path, "R03", message, at_key=at_key)
        return None

    def _elsewhere(self, name: str, at: Standpoint) -> str:
        if at.each is not None and name in self.vocabulary.fields(at.each):
            return did_you_mean(name, [f"{self.questions.groups[at.each].item}.{name}"])
        groups = [group.id for group in self.questions.groups.values() if name in group.fields]
        if not groups:
            return ""
        about = f" It is asked about each of {quoted(groups[0])}"
        return f"{about}: use every, some, no or count." if at.item in (None, PARTS) else f"{about}."

    def _item_ref(self, name: str, path: DataPath, at: Standpoint, *, at_key: bool) -> Ref | None:
        item, _, field = name.partition(".")
        # Where a finding about a side looks at sides, "side" is the one it is about; the others go without a name.
        here = [(at.item, Subject.ITEM), (at.each, Subject.EACH)]
        named = {self.questions.groups[g].item: (g, s) for g, s in here if g is not None and g != PARTS}
        if item not in named:
            hint = did_you_mean(item, named) or self._how_to_reach(item)
            note = self.faults.add_key if at_key else self.faults.add
            note(path, "R12", f"There is no {quoted(item)} here that {quoted(name)} could be about.{hint}")
            return None
        group, subject = named[item]
        fields = self.questions.groups[group].fields
        if field in fields or field == "id":
            return Ref(f"{group}.{field}", subject)
        hint = expected_one_of(field, fields)
        message = f"Nothing is asked about a {item} as {quoted(field)}.{hint}"
        self.faults.add_missing("questions", [f"{group}.{field}"], path, "R03", message, at_key=at_key)
        return None

    def _how_to_reach(self, item: str) -> str:
        groups = [group.id for group in self.questions.groups.values() if group.item == item]
        return f' Use every, some, no or count of {quoted(groups[0])}, or "for_each".' if groups else ""
