"""Made-up rulebooks and initiatives, the same for the same seed.

They go through the loader as files do, so that what is measured is what an expert's rulebook would cost.
"""

import json
import random
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from advisor.initiative.initiative import Initiative, View
from advisor.logic.answers import Answer, Held, Item, Items
from advisor.rulebook.loader import load_rulebook
from advisor.rulebook.rulebook import Rulebook

Files = Mapping[str, Any]
"""What to write in each file of a rulebook, by its path."""

RULES_PER_FINDING = 3.6
"""About how many flat rules one made-up finding becomes: one way to be met, and several not to be."""

SIDES = 6
TEAM = 8
LANGUAGES = ("ar", "de", "en", "es", "fr", "id", "ru", "sw", "tr", "uk")
TERRITORIES = ("CH", "CY", "FI", "ID", "KE", "NO", "QA", "TR")
ROLES = ("mediator", "interpreter", "note_taker")


def load(files: Files) -> Rulebook:
    """The rulebook that these files make."""
    with TemporaryDirectory() as folder:
        for name, content in files.items():
            path = Path(folder) / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(json.dumps(content, indent=1), encoding="utf-8")  # JSON is YAML too
        return load_rulebook(Path(folder))


def _rulebook_files(questions: dict[str, Any], findings: dict[str, Any]) -> dict[str, Any]:
    return {
        "rulebook.yaml": {"title": "Made up", "version": "0"},
        "questions/all.yaml": {"section": "all", "title": "All", "questions": questions},
        "themes/made-up.yaml": {"theme": "made-up", "title": "Made up", "findings": findings},
    }


def _finding(kind: str, when: dict[str, Any], **more: str) -> dict[str, Any]:
    return {"kind": kind, "statement": "It is so.", "basis": "heuristic", "when": when, **more}


# Yes-no questions, and findings in three layers


def yes_no_files(rules: int = 300, questions: int = 60, seed: int = 7) -> Files:
    """Criteria over answers, verdicts over criteria, advice over verdicts: two, one and two in five, or nearly.

    Args:
        rules: about how many flat rules they should compile to.
        questions: how many questions there are.
        seed: makes the same rulebook again.
    """
    rnd = random.Random(seed)
    number = round(rules / RULES_PER_FINDING)
    asked = [f"q{index}" for index in range(questions)]
    criteria = [f"criterion{index}" for index in range(round(number * 0.4))]
    verdicts = [f"verdict{index}" for index in range(max(3, round(number * 0.12)))]
    advice = [f"advice{index}" for index in range(number - len(criteria) - len(verdicts))]
    findings = {name: _finding("criterion", _joined(rnd, asked, (2, 4), _answered)) for name in criteria}
    findings |= {name: _finding("verdict", _joined(rnd, criteria, (2, 4), _found)) for name in verdicts}
    findings |= {name: _finding("step", _joined(rnd, verdicts, (1, 3), _found)) for name in advice}
    return _rulebook_files({q: {"prompt": f"{q}?", "type": "yes-no"} for q in asked}, findings)


def _joined(
    rnd: random.Random,
    names: list[str],
    sizes: tuple[int, int],
    part: Callable[[random.Random, str], dict[str, Any]],
) -> dict[str, Any]:
    """All of a few parts; one time in five, any of them."""
    parts = [part(rnd, name) for name in rnd.sample(names, rnd.randint(*sizes))]
    return {"any" if rnd.random() < 0.2 else "all": parts}


def _answered(rnd: random.Random, question: str) -> dict[str, Any]:
    return {question: "yes" if rnd.random() < 0.8 else "no"}


def _found(rnd: random.Random, finding: str) -> dict[str, Any]:
    found = {"finding": finding}
    return found if rnd.random() < 0.5 else {"not": found}


def yes_no_initiatives(rulebook: Rulebook, number: int, seed: int = 11) -> list[Initiative]:
    """Initiatives of which half of the answers are yes, a third are no, some are contested, the rest unknown."""
    rnd = random.Random(seed)
    return [_initiative(_yes_no_answers(rnd, rulebook), {}) for _ in range(number)]


def _yes_no_answers(rnd: random.Random, rulebook: Rulebook) -> dict[str, Answer]:
    yes, no = Held(frozenset(("yes",))), Held(frozenset(("no",)))
    ways = (Answer((yes,)), Answer((no,)), Answer((yes, no)), None)
    drawn = {q: rnd.choices(ways, (50, 33, 3, 14))[0] for q in rulebook.questions.initiative}
    return {question: answer for question, answer in drawn.items() if answer is not None}


def _initiative(answers: Mapping[str, Answer], groups: Mapping[str, Items]) -> Initiative:
    whole = View("", "Made up", answers, groups)
    return Initiative("made-up", "Made up", whole)


# Sides and a team, and findings that compare each side with each team member


def groups_files() -> Files:
    """What holds, for each side, of some, every, none or several of the team; advice on it; and all sides together."""
    findings: dict[str, Any] = {}
    for about, where in _COMPARED.items():
        for how, asked in _QUANTIFIED.items():
            findings[f"{about}-{how}"] = _finding("criterion", {**asked, "where": where}, for_each="sides")
        advised = {"all": [{"finding": f"{about}-some"}, {"not": {"finding": f"{about}-several"}}]}
        findings[f"{about}-advice"] = _finding("team", advised, for_each="sides")
        findings[f"{about}-everyone"] = _finding("verdict", {"every": "sides", "where": {"finding": f"{about}-some"}})
        findings[f"{about}-left-out"] = _finding("risk", {"not": {"finding": f"{about}-everyone"}})
    return _rulebook_files(_GROUPS, findings)


_QUANTIFIED: dict[str, dict[str, Any]] = {
    "some": {"some": "team"},
    "every": {"every": "team"},
    "none": {"no": "team"},
    "several": {"count": "team", "at_least": 2},
}

_COMPARED: dict[str, dict[str, Any]] = {
    "speaks": {"languages": {"shares": "side.languages"}},
    "mediates": {"languages": {"shares": "side.languages"}, "role": "mediator"},
    "neighbour": {"home": {"shares": "side.territories"}},
    "trusted": {"trusted_by": {"includes": "side"}},
    "trusted-speaker": {
        "any": [
            {"trusted_by": {"includes": "side"}, "languages": {"shares": "side.languages"}},
            {"all": [{"role": "interpreter"}, {"not": {"home": {"shares": "side.territories"}}}]},
        ]
    },
}

_GROUPS: dict[str, Any] = {
    "sides": {
        "prompt": "Sides?",
        "type": "group",
        "item": "side",
        "fields": {
            "languages": {"prompt": "Languages?", "type": "languages"},
            "territories": {"prompt": "Where?", "type": "territories"},
        },
    },
    "team": {
        "prompt": "Team?",
        "type": "group",
        "item": "member",
        "fields": {
            "languages": {"prompt": "Languages?", "type": "languages"},
            "home": {"prompt": "From where?", "type": "territory"},
            "role": {"prompt": "Role?", "type": "choice", "options": {role: role for role in ROLES}},
            "trusted_by": {"prompt": "Trusted by?", "type": "items", "of": "sides"},
        },
    },
}


def groups_initiatives(number: int, seed: int = 11) -> list[Initiative]:
    """Initiatives with six sides and a team of eight; some answers are missing, some lists may go on."""
    rnd = random.Random(seed)
    return [_initiative({}, _groups(rnd)) for _ in range(number)]


def _groups(rnd: random.Random) -> dict[str, Items]:
    sides = [f"side{index}" for index in range(SIDES)]
    items = [Item(side, _some(rnd, languages=LANGUAGES, territories=TERRITORIES)) for side in sides]
    team = [Item(f"member{index}", _member(rnd, sides)) for index in range(TEAM)]
    return {"sides": Items(tuple(items), True), "team": Items(tuple(team), rnd.random() < 0.7)}


def _member(rnd: random.Random, sides: list[str]) -> dict[str, Answer]:
    one = {"home": rnd.choice(TERRITORIES), "role": rnd.choice(ROLES)}
    known = {field: Answer((Held(frozenset((word,))),)) for field, word in one.items() if rnd.random() < 0.85}
    return known | _some(rnd, languages=LANGUAGES, trusted_by=tuple(sides))


def _some(rnd: random.Random, **fields: tuple[str, ...]) -> dict[str, Answer]:
    """For each field one to three of these words, which may or may not be all; one answer in seven is missing."""
    drawn = {
        field: Answer((Held(frozenset(rnd.sample(words, rnd.randint(1, 3))), rnd.random() < 0.7),))
        for field, words in fields.items()
    }
    return {field: answer for field, answer in drawn.items() if rnd.random() < 0.85}
