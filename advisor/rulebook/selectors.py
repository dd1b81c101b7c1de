"""Reading which findings a reading counts."""

from collections.abc import Sequence
from typing import Any, get_args

from advisor.documents import DataPath, as_text
from advisor.logic.conditions import ANY_TRACK, Selector
from advisor.model.finding import Kind, Track
from advisor.rulebook.faults import FaultCollector
from advisor.rulebook.vocabulary import Vocabulary
from advisor.text import did_you_mean, expected, expected_one_of, found, quoted

_FIELDS = ("kind", "school", "track", "umbrella", "is")
_TRACKS: tuple[str, ...] = (*get_args(get_args(Track)[0]), ANY_TRACK)


def read_selector(
    where: dict[str, Any], path: DataPath, vocabulary: Vocabulary, faults: FaultCollector
) -> Selector | None:
    """Which findings are meant, or None with the faults noted."""
    before = len(faults.faults)
    for key in where:
        if key not in _FIELDS:
            hint = expected_one_of(key, _FIELDS)
            faults.add_key((*path, key), "R10", f"Findings cannot be counted by {quoted(key)}.{hint}")
    track, umbrella, school = as_text(where.get("track")), where.get("umbrella"), where.get("school")
    _check_word("kind", where, list(Kind), path, faults)
    _check_word("track", where, _TRACKS, path, faults)
    if "school" in where and (not isinstance(school, str) or school not in vocabulary.schools):
        hint = expected_one_of(school, vocabulary.schools)
        message = f"There is no school {quoted(school)}.{hint}"
        faults.add_missing("schools", [str(school)], (*path, "school"), "R24", message)
    if "umbrella" in where and not isinstance(umbrella, bool):
        faults.add((*path, "umbrella"), "F03", f'"umbrella" should be true or false; {found(umbrella)}.')
    return None if len(faults.faults) > before else Selector(where.get("kind"), school, track, umbrella)


def _check_word(name: str, where: dict[str, Any], words: Sequence[str], path: DataPath, faults: FaultCollector) -> None:
    word = as_text(where.get(name))
    if name in where and not (isinstance(word, str) and word in words):
        hint = did_you_mean(word, words) or expected(words)
        faults.add((*path, name), "F03", f'"{name}" cannot be {quoted(word)}.{hint}')
