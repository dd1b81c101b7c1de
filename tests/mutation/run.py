"""Breaks every rule of the bundled rulebook in every way, one at a time, and tells what nothing noticed.

`make mutation` runs it and writes docs/mutation.md. With words behind it, only the findings are broken whose ids hold
one of them, and nothing is written.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from time import perf_counter

from pydantic import BaseModel, ConfigDict

from advisor.documents import read_document
from advisor.initiative.reader import read_initiative
from advisor.rulebook.bundled import bundled_rules, cases_of
from advisor.rulebook.loader import load_rulebook
from advisor.workshop.cases.reader import read_cases
from tests.mutation.mutants import mutants
from tests.mutation.trial import Fate, Jury
from tests.places import COMPOSED, INITIATIVES, ROOT

EQUIVALENT = ROOT / "tests" / "mutation" / "equivalent.yaml"
PAGE = ROOT / "docs" / "mutation.md"


class _Same(BaseModel):
    model_config = ConfigDict(extra="forbid")
    mutant: str
    because: str


def fates(words: list[str]) -> Iterator[Fate]:
    """What becomes of each break."""
    folder = bundled_rules()
    rulebook = load_rulebook(folder)
    cases = read_cases(cases_of(folder), folder, rulebook)
    initiatives = [read_initiative(path, rulebook.questions) for path in (*INITIATIVES, *COMPOSED)]
    jury = Jury(rulebook, cases, initiatives)
    for mutant in mutants(rulebook):
        if not words or any(word in mutant.of for word in words):
            yield jury.fate(mutant)


def same() -> dict[str, str]:
    """The breaks that change nothing for any answers, with why."""
    listed = read_document(EQUIVALENT).data if EQUIVALENT.exists() else []
    return {one.mutant: one.because for one in map(_Same.model_validate, listed or [])}


def main(words: list[str]) -> int:
    """Tells the score, and leaves with 1 if a break that is said to change nothing was noticed."""
    began = perf_counter()
    equivalent = same()
    all_fates = list(fates(words))
    counted = [fate for fate in all_fates if fate.mutant.name not in equivalent]
    survivors = [fate.mutant.name for fate in counted if fate.survived]
    wrong = [fate.mutant.name for fate in all_fates if fate.mutant.name in equivalent and not fate.survived]
    page = "\n".join(_page(counted, survivors, equivalent if not words else {})) + "\n"
    sys.stdout.write(page)
    sys.stderr.write(f"{len(all_fates)} breaks in {perf_counter() - began:.0f} s\n")
    for name in wrong:
        sys.stderr.write(f"Said to change nothing, and noticed: {name}\n")
    if not words:
        PAGE.write_text(page, encoding="utf-8")
    return 1 if wrong else 0


def _page(counted: list[Fate], survivors: list[str], equivalent: dict[str, str]) -> Iterator[str]:
    by_kind: defaultdict[str, list[Fate]] = defaultdict(list)
    for fate in counted:
        by_kind[fate.mutant.kind].append(fate)
    yield "# What notices a broken rule\n"
    yield f"Made by `make mutation` on {date.today().isoformat()}.\n"  # noqa: DTZ011 -- the day where it was made
    yield "| break | made | noticed by cases | only by initiatives | by nothing | noticed |"
    yield "|---|---|---|---|---|---|"
    for kind, found in sorted(by_kind.items()):
        yield _row(kind, found)
    yield _row("**all**", counted)
    yield ""
    yield "## Noticed by nothing\n"
    yield from (f"- {name}" for name in survivors)
    yield ""
    yield "## Breaks that change nothing, and are not counted\n"
    yield from (f"- {name}: {because}" for name, because in equivalent.items())


def _row(kind: str, found: Iterable[Fate]) -> str:
    listed = list(found)
    cases = sum(fate.by_cases for fate in listed)
    others = sum(fate.by_initiatives and not fate.by_cases for fate in listed)
    left = len(listed) - cases - others
    share = 100 * (cases + others) / len(listed) if listed else 100
    return f"| {kind} | {len(listed)} | {cases} | {others} | {left} | {share:.1f} % |"


if __name__ == "__main__":
    sys.setrecursionlimit(20_000)
    raise SystemExit(main(sys.argv[1:]))
