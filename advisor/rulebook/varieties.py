"""The list of languages: whether it is sound, and the tables that are made from it."""

import re
from collections.abc import Iterable, Mapping

from advisor.codes.standards import Languages, Territories
from advisor.documents import DataPath
from advisor.logic.answers import Table
from advisor.model.language import LanguagesEntry, Listed
from advisor.rulebook.faults import FaultCollector
from advisor.text import did_you_mean, quoted

VARIETIES = "varieties"
SAME_LANGUAGE = "same-language"
DERIVED = (VARIETIES, SAME_LANGUAGE)

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_TERRITORY = re.compile(r"[A-Z]{2}")


def check_listed(entry: LanguagesEntry, faults: FaultCollector) -> None:
    """Notes codes that cannot be, names that two have, and what is named and not listed."""
    _check_codes("languages", entry.languages, _LANGUAGE, "two or three small letters, such as ar or ayn", faults)
    _check_codes("territories", entry.territories, _TERRITORY, "two capital letters, such as YE", faults)
    for code, language in entry.languages.items():
        path: DataPath = ("languages", code)
        for index, territory in enumerate(language.territories):
            _check_named("territory", territory, entry.territories, (*path, "territories", index), faults)
        if language.of is not None:
            _check_variety(language.of, entry, (*path, "of"), faults)


def _check_codes(
    kind: str, listed: Mapping[str, Listed], code: re.Pattern[str], rule: str, faults: FaultCollector
) -> None:
    named: dict[str, str] = {}
    for key, one in listed.items():
        if not code.fullmatch(key):
            likely = next((word for word in (key.lower(), key.upper()) if code.fullmatch(word)), None)
            hint = f"Write {quoted(likely)}." if likely else f"A code has {rule}."
            faults.add_key((kind, key), "R29", f"{quoted(key)} cannot be a code here. {hint}")
        for name in one.name.values():
            other = named.setdefault(name.casefold(), key)
            if other != key:
                message = f"{quoted(name)} is the name of {quoted(other)} too."
                hint = 'What fits several stands under "also" of each.'
                faults.add((kind, key, "name"), "R29", f"{message} {hint}")
    for key, one in listed.items():
        for index, name in enumerate(one.also):
            other = named.get(name.casefold(), key)
            if other != key:
                message = f"{quoted(name)} is the name of {quoted(other)}, so that it can mean nothing else."
                faults.add((kind, key, "also", index), "R29", message)


def _check_named(noun: str, code: str, listed: Iterable[str], path: DataPath, faults: FaultCollector) -> None:
    if code not in listed:
        hint = did_you_mean(code, listed) or " Add it, with its name."
        sort = "languages" if noun == "language" else "territories"
        faults.add_missing(sort, [code], path, "R30", f"There is no {noun} {quoted(code)} in this file.{hint}")


def _check_variety(of: str, entry: LanguagesEntry, path: DataPath, faults: FaultCollector) -> None:
    _check_named("language", of, entry.languages, path, faults)
    further = entry.languages[of].of if of in entry.languages else None
    if further is not None:
        message = f"{quoted(of)} is itself a variety of {quoted(further)}. Name {quoted(further)} instead."
        faults.add(path, "R29", message)


def check_standard(entry: LanguagesEntry, faults: FaultCollector) -> None:
    """Notes codes that no standard has, and those for which it has a shorter one."""
    for code in entry.territories:
        if Territories().codes(code) != (code,):
            faults.add_key(("territories", code), "R30", f"ISO 3166-1 has no territory {quoted(code)}.")
    for code in entry.languages:
        written = Languages().codes(code)
        if not written:
            faults.add_key(("languages", code), "R30", f"ISO 639 has no language {quoted(code)}.")
        elif Languages().three_letters(written[-1]) == code != written[-1]:
            message = f"ISO 639 has a shorter code for {quoted(code)}. Write {quoted(written[-1])}."
            faults.add_key(("languages", code), "R29", message)


def derived_tables(entry: LanguagesEntry) -> dict[str, Table]:
    """Which varieties matter in a territory, and which are varieties of the same language."""
    spoken: dict[str, set[str]] = {}
    families: dict[str, set[str]] = {}
    for code, language in entry.languages.items():
        for territory in language.territories:
            spoken.setdefault(territory, set()).add(code)
        families.setdefault(language.of or code, set()).update((language.of or code, code))
    alike = {code: frozenset(family) for family in families.values() for code in family}
    return {
        VARIETIES: Table({territory: frozenset(codes) for territory, codes in spoken.items()}),
        SAME_LANGUAGE: Table(alike, reflexive=True),
    }
