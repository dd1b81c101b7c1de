"""The page of a finding: what it says, who says so, when it holds, and what hangs together with it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from advisor.explain.answers import capital
from advisor.explain.conditions import Conditions
from advisor.logic.conditions import PARTS, Condition, Quantified, nodes
from advisor.messages import papers as paper_messages
from advisor.messages import rulebook as messages
from advisor.model.advice import Filling, Moment
from advisor.model.entry import Wording
from advisor.model.finding import Finding, Kind
from advisor.model.question import LIST_TYPES, AnswerType
from advisor.report.rulebook.links import Links
from advisor.report.rulebook.page import Fact, Line, Page, Section, Sort, Target, line_of, section, target_of
from advisor.report.sources import citation
from advisor.rulebook.advice import ADVICE
from advisor.rulebook.findings import ungated
from advisor.rulebook.rulebook import Rulebook
from advisor.text import both

_OPEN_LISTS = LIST_TYPES | {AnswerType.GROUP}
"""What is open until somebody says "that is all"."""
_HALF = 0.5


class FindingPages:
    """Makes the pages of findings, in one language."""

    def __init__(self, rulebook: Rulebook, language: str) -> None:
        self.rulebook = rulebook
        self.conditions = Conditions(rulebook, language)
        self.words = self.conditions.words
        self.links = Links(rulebook)

    def page(self, finding: Finding) -> Page:
        """All that is told of a finding."""
        return Page(
            Target(Sort.FINDING, finding.id),
            self.title(finding),
            tuple(self._facts(finding)),
            tuple(self._sections(finding)),
            finding.place,
        )

    def title(self, finding: Finding) -> str:
        """What a finding says, of whichever item it is about."""
        return self._text(finding, finding.statement)

    def line(self, finding: Finding) -> Line:
        """A finding as it is named on other pages."""
        return Line(self.title(finding), target=Target(Sort.FINDING, finding.id))

    def question(self, question: str) -> Line:
        """A question as it is named on other pages."""
        asked = self.rulebook.questions.find(question)
        prompt = self.words.text(asked.prompt)
        says = messages.CORE.format(prompt=prompt) if asked.core else prompt
        return Line(says, target=Target(Sort.QUESTION, question))

    def _text(self, finding: Finding, wording: Wording) -> str:
        return self.conditions.text(finding, wording)

    def _facts(self, finding: Finding) -> Iterator[Fact]:
        home = self.rulebook.homes[finding.home]
        who = messages.SCHOOL if home.school else messages.THEME
        yield Fact(messages.SAYS_SO, who.format(title=self.words.text(home.title)), target_of(home))
        yield Fact(messages.WHAT_IT_IS, _what(finding))
        if finding.for_each is not None:
            group = self.conditions.answers.group(finding.for_each)
            yield Fact(messages.FOR_WHOM, messages.MADE_FOR_EACH.format(group=group))
        elif finding.scope == "whole":
            yield Fact(messages.FOR_WHOM, messages.MADE_FOR_WHOLE)
        yield Fact(messages.RESTS_ON, messages.RESTS[finding.basis])
        if finding.source is not None:
            label = messages.DRAWN_FROM if finding.basis == "heuristic" else messages.SOURCE
            source = self.rulebook.sources[finding.source.ref]
            yield Fact(label, citation(source), Target(Sort.SOURCE, finding.source.ref))
            if finding.source.place is not None:
                yield Fact(messages.PLACE, finding.source.place)
            yield Fact(messages.KNOWN, messages.SEEN[source.seen])
        if finding.weight is not None:
            yield Fact(messages.WEIGHT, messages.WEIGHTS[finding.weight])
        if finding.stance is not None:
            yield Fact(messages.STANCE, messages.STANCES[finding.stance])
        if finding.at is not None:
            yield Fact(messages.DUE, self._due(finding.at))
        if finding.papers:
            yield Fact(messages.PAPERS, both(paper_messages.KINDS[kind] for kind in finding.papers))
        if finding.statement_not is not None:
            yield Fact(messages.OTHERWISE, self._text(finding, finding.statement_not))
        elif finding.kind in ADVICE:
            yield Fact(messages.OTHERWISE, messages.SILENT)

    def _due(self, at: Moment) -> str:
        """When it is due, and how the date is found."""
        date = self._answer_to(at.of)
        if at.years is not None:
            template = messages.DATE_YEARS if at.share == 1 else messages.DATE_SHARE
            share = messages.HALF if at.share == _HALF else f"{at.share:g}"
            date = template.format(date=date, years=self._answer_to(at.years), share=share)
        if at.months:
            template = messages.DATE_LATER if at.months > 0 else messages.DATE_EARLIER
            date = template.format(date=date, months=abs(at.months))
        return messages.DUE_AT.format(says=capital(self.words.text(at.says)), date=date)

    def _answer_to(self, question: str) -> str:
        return messages.ANSWER_TO.format(prompt=self.words.text(self.rulebook.questions.find(question).prompt))

    def _sections(self, finding: Finding) -> Iterator[Section]:
        links = self.links
        yield from self._conditions(finding)
        yield from section(messages.TOLD_WITH_IT, self._told_with_it(finding))
        yield from section(messages.FILLED_BY, (self._filling(one, finding) for one in finding.filled_by))
        yield from section(
            messages.GOES_WITH, map(self.line, map(self.rulebook.findings.__getitem__, finding.goes_with))
        )
        yield from section(messages.NEEDS, map(self.question, links.asks(finding)))
        yield from section(messages.BUILDS_ON, map(self.line, links.builds_on(finding)))
        yield from section(messages.NEEDS_THROUGH, map(self.question, links.asks_through(finding)))
        yield from section(messages.BUILT_ON_BY, self._built_on_by(finding))
        yield from section(messages.CARRIES, self._carried(finding.systems))

    def _conditions(self, finding: Finding) -> Iterator[Section]:
        """When it holds and when it does not, and what is left open."""
        home = self.rulebook.homes[finding.home]
        when, contrary = ungated(finding, home.applies_when)
        holds = [self._told(when, finding.for_each)]
        if finding.kind in ADVICE and home.applies_when is not None:
            title = messages.AS_ALL_ADVICE.format(title=self.words.text(home.title))
            holds.append(Line(title, (self._told(home.applies_when, None),)))
        if contrary is None:
            yield Section(messages.HOLDS, tuple(holds), tuple(self._notes(finding, when)))
        else:
            yield Section(messages.HOLDS, tuple(holds))
            told = self._told(contrary, finding.for_each)
            yield Section(messages.HOLDS_NOT, (told,), tuple(self._notes(finding, when, contrary)))

    def _told(self, condition: Condition, each: str | None) -> Line:
        return line_of(self.conditions.told(condition, each))

    def _notes(self, finding: Finding, *conditions: Condition) -> Iterator[str]:
        """What has to be known of conditions to read them well."""
        if finding.reading:
            yield messages.READ_LAST
        else:
            yield messages.OPEN if finding.not_when is None else messages.OPEN_BETWEEN
        asked = [line for condition in conditions for line in self._told(condition, finding.for_each).all()]
        questions = [self.rulebook.questions.find(target.id) for line in asked for target in line.asks]
        if not finding.reading and any(q.type in _OPEN_LISTS and not q.all_listed for q in questions):
            yield messages.LISTS
        looked_at = [node for condition in conditions for node in nodes(condition)]
        if any(isinstance(node, Quantified) and node.group == PARTS for node in looked_at):
            yield messages.PARTS_ARE

    def _told_with_it(self, finding: Finding) -> Iterator[Line]:
        told = (
            (messages.BECAUSE, finding.because),
            (messages.DISSENT, finding.dissent),
            (messages.ROLE, finding.role),
            (messages.LOOK_FOR, finding.look_for),
            (messages.BETTER, finding.better),
            (messages.INSTEAD, finding.instead),
            (messages.ASK, finding.ask),
            (messages.NEXT, finding.next_step),
        )
        for template, wording in told:
            if wording is not None:
                yield Line(template.format(words=self._text(finding, wording)))

    def _filling(self, filling: Filling, finding: Finding) -> Line:
        group = self.conditions.answers.group(filling.who.group)
        how = self.words.text(filling.how)
        where = filling.who.where
        under = () if where is None else (self._told(where, finding.for_each),)
        return Line(messages.FILLS[filling.fills].format(group=group, how=how), under)

    def _built_on_by(self, finding: Finding) -> Iterator[Line]:
        others = self.links.built_on_by(finding)
        yield from map(self.line, others)
        going = self.links.goes_with(finding)
        for verdict in going:
            line = self.line(verdict)
            yield replace(line, says=messages.GOES_WITH_VERDICT.format(says=line.says))
        if not others and not going:
            yield Line(messages.NOTHING_BUILDS_ON_IT)

    def _carried(self, numbers: Iterable[int]) -> Iterator[Line]:
        for number in numbers:
            system = self.rulebook.systems[str(number)]
            yield Line(messages.CARRIED.format(title=system.title, by=system.by))


def _what(finding: Finding) -> str:
    """What kind of finding it is, in words."""
    if finding.kind is not Kind.VERDICT or not finding.tracks:
        return messages.WHAT[finding.kind]
    template = messages.VERDICT_ON_TRACK if len(finding.tracks) == 1 else messages.VERDICT_ON_TRACKS
    return template.format(tracks=both(finding.tracks))
