"""The pages of questions, sources, terms, schools and themes."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from advisor.interview.uses import Reasons
from advisor.messages import rulebook as messages
from advisor.model.finding import Citation, Home
from advisor.model.question import AnswerType, Option, Question
from advisor.report.rulebook.finding import FindingPages
from advisor.report.rulebook.page import Fact, Line, Page, Section, Sort, Target, line_of, section, target_of
from advisor.report.sources import citation


class OtherPages:
    """Makes the pages of all that is no finding, for the same rulebook and language as those of findings."""

    def __init__(self, findings: FindingPages) -> None:
        self.findings = findings
        self.rulebook = findings.rulebook
        self.words = findings.words
        self.reasons = Reasons(findings.rulebook)

    def question(self, question: Question) -> Page:
        """All that is told of a question."""
        return Page(
            Target(Sort.QUESTION, question.id),
            self.words.text(question.prompt),
            tuple(self._about_question(question)),
            tuple(self._around_question(question)),
            question.place,
        )

    def source(self, source: str) -> Page:
        """All that is told of a source."""
        publication = self.rulebook.sources[source]
        facts = [Fact(messages.KNOWN, messages.SEEN[publication.seen])]
        if publication.note is not None:
            facts.append(Fact(messages.NOTE, publication.note))
        findings = self.findings.links.in_order
        citing = [self.findings.line(f) for f in findings if f.source is not None and f.source.ref == source]
        lines = tuple(citing) or (Line(messages.NOTHING_CITES_IT),)
        target = Target(Sort.SOURCE, source)
        return Page(target, citation(publication), tuple(facts), (Section(messages.CITED_BY, lines),))

    def term(self, term: str) -> Page:
        """All that is told of a term of the glossary."""
        meant = self.rulebook.glossary.terms[term]
        facts = (
            Fact(messages.MEANS, self.words.text(meant.says)),
            Fact(messages.RESTS_ON, messages.TERM_RESTS[meant.basis]),
        )
        sections = (
            *section(messages.MEANING_FROM, map(self._cited, meant.source)),
            Section(messages.TERM_USED_BY, self._using.get(term) or (Line(messages.ONLY_IN_HELP),)),
        )
        return Page(Target(Sort.TERM, term), self.words.text(meant.term), facts, sections)

    def _cited(self, cited: Citation) -> Line:
        place = () if cited.place is None else (Line(cited.place),)
        return Line(citation(self.rulebook.sources[cited.ref]), place, Target(Sort.SOURCE, cited.ref))

    @cached_property
    def _using(self) -> Mapping[str, tuple[Line, ...]]:
        """For each term, what has it in its first sentence."""
        using: dict[str, tuple[Line, ...]] = {}
        questions = (self.findings.question(question.id) for question in self.rulebook.questions.all())
        for line in (*map(self.findings.line, self.findings.links.in_order), *questions):
            for term in set(self.rulebook.glossary.occurrences(line.says)):
                using[term] = (*using.get(term, ()), line)
        return using

    def home(self, home: Home) -> Page:
        """All that is told of a school or a theme."""
        facts = [Fact(messages.WHAT_IT_IS, messages.IS_SCHOOL if home.school else messages.IS_THEME)]
        if home.about is not None:
            facts.append(Fact(messages.ABOUT_IT, self.words.text(home.about)))
        gate = () if home.applies_when is None else (line_of(self.findings.conditions.told(home.applies_when)),)
        findings = map(self.findings.line, map(self.rulebook.findings.__getitem__, home.findings))
        sections = (*section(messages.GIVEN_WHEN, gate), *section(messages.FINDINGS_IN_ORDER, findings))
        return Page(target_of(home), self.words.text(home.title), tuple(facts), sections, home.place)

    def _about_question(self, question: Question) -> Iterator[Fact]:
        section_ = next(s for s in self.rulebook.questions.sections if s.id == question.section)
        asked = messages.ASKED_FIRST if question.core else messages.ASKED_FURTHER
        if section_.asked == "funder":
            asked = messages.ASKED_OF_FUNDERS
        if question.group is not None:
            asked = messages.ASKED_OF_EACH.format(asked=asked, group=self._group(question.group))
        yield Fact(messages.ASKED, asked)
        yield Fact(messages.SECTION, self.words.text(section_.title))
        group = "" if question.of is None else self._group(question.of)
        yield Fact(messages.ANSWER, messages.TAKES[question.type].format(group=group))
        if question.help is not None:
            yield Fact(messages.HELP, self.words.text(question.help))
        if question.sensitive:
            yield Fact(messages.MARKS, messages.SENSITIVE)
        if question.changeable:
            yield Fact(messages.MARKS, messages.CHANGEABLE)

    def _group(self, group: str) -> str:
        return self.findings.conditions.answers.group(group)

    def _around_question(self, question: Question) -> Iterator[Section]:
        yield from section(messages.OPTIONS, (self._option(id_, o) for id_, o in question.options.items()))
        if question.type is AnswerType.GROUP:
            fields = self.rulebook.questions.groups[question.id].fields.values()
            yield from section(messages.FIELDS, (self.findings.question(field.id) for field in fields))
        yield Section(messages.ASKED_WHEN, (self._asked_when(question),))
        uses = self.reasons.uses(question)
        yield from section(messages.USED_BY_SCHOOLS, map(self._home, uses.schools))
        yield from section(messages.USED_BY_THEMES, map(self._home, uses.themes))
        asking = tuple(map(self.findings.line, self.findings.links.asked_by(question.id)))
        yield Section(messages.USED_BY_FINDINGS, asking or (Line(messages.NO_FINDING_ASKS),))
        yield from section(messages.USED_BY_QUESTIONS, map(self.findings.question, uses.questions))

    def _option(self, id_: str, option: Option) -> Line:
        help_ = () if option.help is None else (Line(self.words.text(option.help)),)
        return Line(messages.OPTION.format(label=self.words.text(option.label), id=id_), help_)

    def _asked_when(self, question: Question) -> Line:
        if question.ask_when is None:
            return Line(messages.ALWAYS)
        return line_of(self.findings.conditions.told(question.ask_when, question.group))

    def _home(self, home: str) -> Line:
        one = self.rulebook.homes[home]
        return Line(self.words.text(one.title), target=target_of(one))
