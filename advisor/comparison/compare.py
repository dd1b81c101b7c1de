"""From two initiatives to what is told of them side by side."""

from advisor.comparison.answers import AnswerWords
from advisor.comparison.causes import Causes, Taken
from advisor.comparison.conclusions import ConclusionWords
from advisor.comparison.differences import differences
from advisor.comparison.judged import Judge, Key
from advisor.comparison.keys import differing
from advisor.comparison.mixed import Mixer
from advisor.comparison.results import Comparison, ReasonResult, SideResult
from advisor.initiative.initiative import Initiative
from advisor.messages import compare as messages
from advisor.model.entry import BASE_LANGUAGE, in_language
from advisor.report.assessment import LayerResult
from advisor.rulebook.rulebook import Rulebook


def compared(
    rulebook: Rulebook,
    first: Initiative,
    second: Initiative,
    files: tuple[str | None, str | None] = (None, None),
    language: str = BASE_LANGUAGE,
) -> Comparison:
    """Holds two initiatives against each other.

    Args:
        rulebook: by which both are judged.
        first: the one, or the earlier version.
        second: the other, or the later version.
        files: where they were read.
        language: of the rulebook's texts, where they have it.
    """
    found = differences(first, second, rulebook.questions)
    mixer, judge = Mixer(first, second, found), Judge(rulebook, language)
    sides = judge.judge(first), judge.judge(second)
    all_ = frozenset(range(len(found)))
    because = Causes(lambda taken: judge.judge(mixer.mixed(taken)), sides[1], all_).of(differing(*sides))
    answers, conclusions = AnswerWords(judge.words, first, second), ConclusionWords(*sides)
    versions = first.name == second.name
    called = (messages.BEFORE, messages.AFTER) if versions else (first.name, second.name)
    return Comparison(
        first=SideResult(name=first.name, called=called[0], file=files[0]),
        second=SideResult(name=second.name, called=called[1], file=files[1]),
        versions=versions,
        rulebook=LayerResult(
            title=in_language(rulebook.title, language), version=rulebook.version, sha256=rulebook.sha256
        ),
        differences=[answers.told(number, one) for number, one in enumerate(found, start=1)],
        reasons=[
            ReasonResult(differences=[at + 1 for at in sorted(taken)], conclusions=list(conclusions.told(keys)))
            for taken, keys in _by_reason(because).items()
            if taken is not None
        ],
        unexplained=list(conclusions.told(_by_reason(because).get(None, []))),
    )


def _by_reason(because: dict[Key, Taken | None]) -> dict[Taken | None, list[Key]]:
    """The conclusions that differ for the same reason together, in the order in which they are told."""
    together: dict[Taken | None, list[Key]] = {}
    for key, taken in because.items():
        together.setdefault(taken, []).append(key)
    return together
