"""The pages of a rulebook, by what they are about."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from advisor.errors import AdvisorError, Fault, Place
from advisor.messages import rulebook as messages
from advisor.model.entry import in_language
from advisor.report.rulebook.finding import FindingPages
from advisor.report.rulebook.others import OtherPages
from advisor.report.rulebook.page import Line, Page, Sort, Target, named_by, section, target_of
from advisor.rulebook.rulebook import Rulebook
from advisor.text import either, quoted

_FEW = 3
"""So many ids are proposed where one is wrong."""


class RulebookPages:
    """Makes the pages of one rulebook in one language."""

    def __init__(self, rulebook: Rulebook, language: str = "en") -> None:
        self.rulebook = rulebook
        self.language = language
        self._findings = FindingPages(rulebook, language)
        self.links = self._findings.links
        self._others = OtherPages(self._findings)

    def page(self, target: Target) -> Page:
        """The page about something that the rulebook has, with the terms of art that it uses."""
        page = self._page(target)
        named = named_by(target)
        return replace(
            page,
            sections=(*page.sections, *section(messages.TERMS, self._terms(page))),
            place=page.place or self.rulebook.places.get(named),
            replaced=self.rulebook.replaced.get(named, ()),
        )

    def _terms(self, page: Page) -> Iterator[Line]:
        glossary = self.rulebook.glossary
        text = "\n".join((page.title, *(fact.says for fact in page.facts)))
        for term in dict.fromkeys(glossary.occurrences(text)):
            if page.target != Target(Sort.TERM, term):
                says = in_language(glossary.terms[term].term, self.language)
                yield Line(says, target=Target(Sort.TERM, term))

    def _page(self, target: Target) -> Page:
        match target.sort:
            case Sort.SCHOOL | Sort.THEME:
                return self._others.home(self.rulebook.homes[target.id])
            case Sort.FINDING:
                return self._findings.page(self.rulebook.findings[target.id])
            case Sort.QUESTION:
                return self._others.question(self.rulebook.questions.find(target.id))
            case Sort.SOURCE:
                return self._others.source(target.id)
            case Sort.TERM:
                return self._others.term(target.id)

    def is_called(self, wanted: str) -> bool:
        """Whether anything has this id, or is named so in its school, theme or list."""
        return any(wanted.casefold() in (target.id, _short(target)) for target in targets_of(self.rulebook))

    def called(self, wanted: str) -> tuple[Target, ...]:
        """What has this id, or is named so in its school, theme or list; a theme and a question may share an id.

        Raises:
            AdvisorError: nothing is called that, or several things of the same sort are.
        """
        targets = tuple(targets_of(self.rulebook))
        id_ = wanted.casefold()
        exact = tuple(target for target in targets if target.id == id_)
        if exact:
            return exact
        inside = [target for target in targets if _short(target) == id_]
        if len(inside) == 1:
            return tuple(inside)
        if inside:
            ids = either(quoted(target.id) for target in inside)
            raise _fault(messages.SEVERAL_SUCH.format(wanted=quoted(wanted), ids=ids))
        near = either(map(quoted, self._near(wanted, targets)))
        hint = messages.MEANT.format(ids=near) if near else ""
        raise _fault(f"{messages.NO_SUCH.format(wanted=quoted(wanted))}{hint}")

    def _near(self, wanted: str, targets: Iterable[Target]) -> list[str]:
        """The ids that are most like this one."""
        names: dict[str, list[str]] = {}
        for target in targets:
            for name in {target.id, _short(target)}:
                names.setdefault(name, []).append(target.id)
        near = difflib.get_close_matches(wanted.lower(), names, n=_FEW)
        ids = [id_ for name in near for id_ in names[name]]
        return list(dict.fromkeys(ids))[:_FEW]


def targets_of(rulebook: Rulebook) -> Iterable[Target]:
    """Everything in a rulebook that has a page."""
    for home in rulebook.homes.values():
        yield target_of(home)
        for finding in home.findings:
            yield Target(Sort.FINDING, finding)
    for question in rulebook.questions.all():
        yield Target(Sort.QUESTION, question.id)
    for source in rulebook.sources:
        yield Target(Sort.SOURCE, source)
    for term in rulebook.glossary.terms:
        yield Target(Sort.TERM, term)


def _short(target: Target) -> str:
    """The id inside a school, theme or list."""
    sign = "/" if target.sort is Sort.FINDING else "."
    return target.id.rpartition(sign)[2]


def _fault(message: str) -> AdvisorError:
    return AdvisorError([Fault(Place("advisor rules show"), "C05", message)])
