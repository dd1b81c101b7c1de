"""Whatever is done to a file, one thing after another: it says what was meant, all else is as it was, comments stay."""

import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.errors import AdvisorError
from advisor.initiative.initiative import UNANSWERED, Initiative
from advisor.initiative.reader import read_initiative
from advisor.logic.answers import Answer, Held, Word
from advisor.model.question import CLOSED_TYPES, LIST_TYPES, AnswerType, Question
from advisor.store.file import InitiativeFile
from tests.bundled import bundled_rulebook
from tests.places import COMPOSED, INITIATIVES

QUESTIONS = bundled_rulebook().questions.asked_of("convener")
ANSWERED = [question for question in QUESTIONS.all() if question.type is not AnswerType.GROUP]
NAMING = {q.id: q.of for q in ANSWERED if q.of is not None}
"""The questions that are answered with items, and of which group."""
STEPS = 8
WITH_PARTS = [path for path in (*INITIATIVES, *COMPOSED) if "\nparts:\n" in path.read_text()]

Key = tuple[str, ...]
May = Iterator[Key]
"""The beginnings of what a step may change."""


def told(initiative: Initiative) -> Mapping[Key, object]:
    """All that an initiative says, each answer under a name of its own; unknowns are left out."""
    found: dict[Key, object] = {("parts",): ([part.id for part in initiative.parts], initiative.parts_complete)}
    for view in initiative.views:
        found[view.id, "heading"] = (view.name, view.kind, view.start, view.end)
        for name, answer in view.answers.items():
            found[view.id, name] = answer
        for group, items in view.groups.items():
            found[view.id, group] = ({item.id for item in items.items}, items.complete, items.note)
            for item in items.items:
                found |= {(view.id, f"{group}.{name}", item.id): answer for name, answer in item.answers.items()}
    return {key: value for key, value in found.items() if value not in (UNANSWERED, (set(), False, None))}


def strewn(text: str, chance: random.Random) -> str:
    """A file with comments wherever a person might put them: above lines, and behind them."""
    lines: list[str] = []
    folded: int | None = None
    for line in text.splitlines():
        indent = len(line) - len(line.lstrip())
        if folded is not None and (not line.strip() or indent > folded):
            lines.append(line)
            continue
        folded = indent if re.search("[>|]-?$", line) else None
        if line.strip() and chance.random() < 0.3:
            lines.append(f"{' ' * indent}# above {len(lines)}")
        behind = line.strip() and "#" not in line and chance.random() < 0.3
        lines.append(f"{line}  # behind {len(lines)}" if behind else line)
    return "\n".join([*lines, "# at the end", ""])


def comments(path: Path) -> Counter[str]:
    return Counter(re.findall(r"# (?:above \d+|behind \d+|at the end)", path.read_text()))


class Walk:
    """Does one thing after another to a file. Each step checks what it did, and tells what it may have changed."""

    def __init__(self, file: InitiativeFile, chance: random.Random) -> None:
        self.file = file
        self.chance = chance
        self.takes_comments = False

    def step(self) -> May:
        """One step of any kind."""
        self.takes_comments = False
        steps = [self.answer] * 4 + [self.add_item] * 2 + [self.add_part, self.change_part, self.remove_part]
        return self.chance.choice(
            [*steps, self.clear, self.remove_item, self.close, self.note_list, self.as_the_whole]
        )()

    def somewhere(self) -> str:
        """The whole, or a part."""
        return self.chance.choice(self.file.initiative.views).id

    def views(self, part: str) -> list[str]:
        """Where a change may be seen."""
        return [part] if part else [view.id for view in self.file.initiative.views]

    def question(self, part: str) -> tuple[Question, str | None]:
        """A question, more often than not one that has an answer here."""
        view = self.file.initiative.view(part)
        said: list[tuple[Question, str | None]] = [(QUESTIONS.find(name), None) for name in view.said.answers]
        for group, listing in view.said.groups.items():
            fields = QUESTIONS.groups[group].fields
            said += [(fields[name], item.id) for item in listing.items for name in item.answers]
        if said and self.chance.random() < 0.6:
            return self.chance.choice(said)
        question = self.chance.choice(ANSWERED)
        if question.group is None:
            return question, None
        items = view.group(question.group).items
        return (question, self.chance.choice(items).id) if items else (QUESTIONS.find("stage"), None)

    def word(self, question: Question, part: str) -> Word | None:
        """A word that may answer a question."""
        match question.type:
            case _ if question.type in CLOSED_TYPES:
                return self.chance.choice(list(question.options))
            case AnswerType.NUMBER:
                return float(self.chance.randrange(9))
            case AnswerType.DATE:
                return self.chance.choice(["1993", "2001-05"])
            case AnswerType.LANGUAGE | AnswerType.LANGUAGES:
                return self.chance.choice(["prs", "ar", "~Arabci"])
            case AnswerType.TERRITORY | AnswerType.TERRITORIES:
                return self.chance.choice(["YE", "NO", "~Rojava"])
            case AnswerType.ITEMS:
                items = self.file.initiative.view(part).group(str(question.of)).items
                return self.chance.choice(items).id if items else None
        return self.chance.choice(["# no comment: yes", "it's", "no", "الشمال"])

    def held(self, question: Question, part: str) -> Held:
        """An answer of one source."""
        words = [
            self.word(question, part) for _ in range(self.chance.randrange(3) if question.type in LIST_TYPES else 1)
        ]
        is_all = question.type not in LIST_TYPES or self.chance.random() < 0.5
        return Held(frozenset(word for word in words if word is not None), is_all)

    def answer(self) -> May:
        """Answers a question."""
        part = self.somewhere()
        question, item = self.question(part)
        one, other = self.held(question, part), self.held(question, part)
        held = (one,) if one == other or self.chance.random() < 0.7 else (replace(one, by="one"), other)
        answer = self.chance.choice([Answer(held, note="A # note"), Answer(held), Answer(withheld=True), UNANSWERED])
        self.file.set(question, answer, item, part)
        assert self.file.answer(question, item, part) == answer
        for view in self.views(part):
            yield (view, question.id) if item is None else (view, question.id, item)

    def clear(self) -> May:
        """Clears an answer."""
        part = self.somewhere()
        question, item = self.question(part)
        self.takes_comments = True
        self.file.clear(question, item, part)
        whole = self.file.initiative.whole
        in_whole = question.group is None or any(one.id == item for one in whole.group(question.group).items)
        wanted = self.file.answer(question, item) if part and in_whole else UNANSWERED
        assert self.file.answer(question, item, part) == wanted
        for view in self.views(part):
            yield (view, question.id) if item is None else (view, question.id, item)

    def add_item(self) -> May:
        """Adds an item."""
        part, group = self.somewhere(), self.chance.choice(list(QUESTIONS.groups))
        before = self.file.initiative.view(part).group(group)
        item = self.file.add_item(group, "No: one", part)
        after = self.file.initiative.view(part).group(group)
        assert after.items[-1].id == item
        assert after.complete == before.complete
        yield from self.about(group, part)

    def about(self, group: str, part: str) -> May:
        """A list, and what is said about its items."""
        for view in self.views(part):
            yield (view, group)
            for field in QUESTIONS.groups[group].fields.values():
                yield (view, field.id)

    def remove_item(self) -> May:
        """Removes an item, if that can be written."""
        part, group = self.somewhere(), self.chance.choice(list(QUESTIONS.groups))
        items = self.file.initiative.view(part).group(group).items
        if not items:
            return
        gone, *others = self.chance.sample(items, len(items))
        whole = {item.id for item in self.file.initiative.whole.group(group).items}
        if part and gone.id in whole and not self.file.initiative.view(part).group(group).complete:
            # There is no way to write: not this one, and maybe others.
            with pytest.raises(AdvisorError, match="S06"):
                self.file.remove_item(group, gone.id, part)
            return
        self.takes_comments = True
        self.file.remove_item(group, gone.id, part)
        for view in map(self.file.initiative.view, self.views(part)):
            left = {item.id: item.answers for item in view.group(group).items}
            assert gone.id not in left
            if view.id == part:
                assert left.keys() == {item.id for item in others}
            yield (view.id, group)
            yield from ((view.id, field.id, gone.id) for field in QUESTIONS.groups[group].fields.values())
            yield from ((view.id, question) for question, of in NAMING.items() if of == group)

    def close(self) -> May:
        """Closes or opens a list."""
        part, group = self.somewhere(), self.chance.choice(list(QUESTIONS.groups))
        is_all = self.chance.random() < 0.5
        before = {item.id for item in self.file.initiative.view(part).group(group).items}
        self.file.close_list(group, complete=is_all, part=part)
        after = self.file.initiative.view(part).group(group)
        assert after.complete is is_all
        assert before == {item.id for item in after.items} or (before < {i.id for i in after.items} and not is_all)
        yield from self.about(group, part)

    def note_list(self) -> May:
        """Writes a note beside a list, or takes it away."""
        part, group = self.somewhere(), self.chance.choice(list(QUESTIONS.groups))
        note = self.chance.choice(["Of all: these", None])
        before = self.file.initiative.view(part).group(group)
        self.takes_comments = note is None
        self.file.note_list(group, note, part)
        after = self.file.initiative.view(part).group(group)
        assert (after.complete, after.note) == (before.complete, note) or (note is None and part)
        yield from ((view, group) for view in self.views(part))

    def as_the_whole(self) -> May:
        """Takes a list away; a part then has that of the whole."""
        part, group = self.somewhere(), self.chance.choice(list(QUESTIONS.groups))
        self.takes_comments = True
        self.file.clear(QUESTIONS.find(group), part=part)
        view, whole = self.file.initiative.view(part), self.file.initiative.whole
        assert view.group(group) == whole.group(group)
        assert part or not whole.group(group).items
        yield from self.about(group, part)
        yield from ((view, question) for view in self.views(part) for question, of in NAMING.items() if of == group)

    def add_part(self) -> May:
        """Adds a part."""
        part = self.file.add_part(self.chance.choice(["phase", "strand"]), "What: it was", "1993", None)
        assert told(self.file.initiative)[part, "heading"] == ("What: it was", part.partition("-")[0], "1993", None)
        yield from (("parts",), (part,))

    def change_part(self) -> May:
        """Says anew what a part is, and whether the parts are all."""
        part = self.somewhere()
        if part:
            self.takes_comments = True
            self.file.change_part(part, "strand", "Beside it", self.chance.choice([None, "1990-05"]), "2000")
            self.file.close_parts(complete=self.chance.random() < 0.5)
            yield from (("parts",), (part, "heading"))

    def remove_part(self) -> May:
        """Removes a part."""
        part = self.somewhere()
        if part:
            self.takes_comments = True
            self.file.remove_part(part)
            yield from (("parts",), (part,))


@settings(max_examples=settings().max_examples // 2)
@given(st.sampled_from([*INITIATIVES, *COMPOSED, *WITH_PARTS * 10]), st.randoms(use_true_random=False))
def test_each_change_does_what_was_meant_and_nothing_else(original: Path, chance: random.Random) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "it.yaml"
        path.write_text(strewn(original.read_text(), chance))
        with InitiativeFile(path, QUESTIONS) as file:
            walk = Walk(file, chance)
            for _ in range(STEPS):
                before, comments_before = told(file.initiative), comments(path)
                may = list(walk.step())
                after = told(file.initiative)
                changed = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
                assert {key for key in changed if not any(key[: len(begin)] == begin for begin in may)} == set()
                assert walk.takes_comments or comments_before - comments(path) == Counter()
            assert told(read_initiative(path, QUESTIONS)) == told(file.initiative)
