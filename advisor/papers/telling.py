"""From advice to the blocks of a paper. What has been told once is not told again."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import groupby

from advisor.explain.words import inside_a_sentence
from advisor.messages import assessment as words
from advisor.messages import audience
from advisor.messages import papers as messages
from advisor.model.finding import TRACKS
from advisor.papers.notes import Notes
from advisor.papers.paper import (
    Block,
    Bullets,
    Dates,
    Due,
    Line,
    Paragraph,
    SchoolRow,
    Section,
    Standing,
    Table,
    Verdicts,
)
from advisor.report import wording
from advisor.report.assessment import AdviceResult, Assessment, OpenQuestion, SchoolResult, ViewResult
from advisor.report.audience import Audience
from advisor.report.plain.classification import beside
from advisor.report.plain.lines import SIGNS, told_status
from advisor.text import both

_ROLES = ("role", "staffing")
_ASKED = 6
"""So many questions are asked in a paper that is no memo."""
SectionsOf = Callable[[ViewResult, int], list[Section]]
"""What a paper tells of the whole or of a part, with headings of this level."""


class Teller:
    """Tells an assessment, and remembers what it has told."""

    def __init__(self, assessment: Assessment) -> None:
        self.assessment = assessment
        self.notes = Notes()
        self._on_front: set[tuple[str, str | None]] = set()
        self._told: set[tuple[str, str | None]] = set()
        self._beside: set[str] = set()
        self._due: list[tuple[str, str | None, str]] = []

    # What matters most

    def front(self, advice: Iterable[AdviceResult], *, numbered: bool) -> Bullets:
        """Advice as the front page has it: of whom else it is said, and in which part."""
        listed = list(advice)
        for one in listed:
            self._on_front |= {
                (other.id, other.item)
                for other in self._everything()
                if other.id == one.id and (other.item == one.item or other.about in one.also)
            }
        return Bullets(numbered=numbered, items=[list(self._front_item(one)) for one in listed])

    def _everything(self) -> Iterator[AdviceResult]:
        """All advice, of the whole and of its parts."""
        for view in (self.assessment, *self.assessment.parts):
            for name in words.SECTIONS:
                yield from getattr(view, name)

    def _front_item(self, one: AdviceResult) -> Iterator[Line]:
        part = f"{one.part}: " if one.part else ""
        yield Line(says=f"{part}{wording.disputed(one, one.says)}", notes=self.notes.of(one))
        if one.also:
            yield Line(says=words.SAME_FOR.format(others=both(map(inside_a_sentence, one.also))))
        yield from told_lines((*wording.better(one), *wording.next_step(one)))

    # Advice

    def fresh(self, advice: Iterable[AdviceResult], view: ViewResult) -> list[AdviceResult]:
        """What of some advice has its place here and has not been told; a role has its line whatever the front says."""
        found = [
            one
            for one in advice
            if wording.is_told(one, view)
            and (one.id, one.item) not in self._told
            and ((one.id, one.item) not in self._on_front or one.kind in _ROLES)
        ]
        self._told |= {(one.id, one.item) for one in found}
        return found

    def bullets(self, advice: Iterable[AdviceResult]) -> list[Block]:
        """Advice as a list."""
        groups = [list(group) for _, group in groupby(advice, key=lambda one: one.id)]
        items = [item for same in groups for item in self._items(same)]
        return [Bullets(items=items)] if items else []

    def _items(self, same: Sequence[AdviceResult]) -> Iterator[list[Line]]:
        """What one finding says, of each item; what to do is told with the first of whom it is said."""
        steps: set[Line | str] = set()
        for one in same:
            told = [step for step in (*wording.better(one), *wording.next_step(one)) if str(step) not in steps]
            steps |= {str(step) for step in told}
            yield [Line(says=wording.statement(one), notes=self.notes.of(one)), *told_lines(told)]

    def roles(self, advice: Iterable[AdviceResult], header: Sequence[str], caption: str) -> list[Block]:
        """Roles as a table, the needs that nobody fills first."""
        rows = [self._role(one) for one in sorted(advice, key=lambda one: one.filled == "fully")]
        return [Table(caption=caption, header=list(header), rows=rows)] if rows else []

    def _role(self, one: AdviceResult) -> list[list[Line]]:
        """Its line: what the front page has said of what it is for is not said again."""
        asked_for = [told for told in wording.asked_for(one) if told.label in ("", words.LOOK_FOR)]
        who = [told for told in wording.asked_for(one) if told not in asked_for]
        if (one.id, one.item) in self._on_front:
            asked_for = asked_for[1:]
        # The heading of the column says as much.
        plain = [wording.Told("", capitalised(told.says)) if told.label == words.FILLED_BY else told for told in who]
        nothing = [Line(says=messages.NOT_ASKED)]
        role = Line(says=wording.statement(one), notes=self.notes.of(one))
        return [[role], list(told_lines(asked_for)) or nothing, list(told_lines(plain)) or nothing]

    # Dates and questions

    def dates(self, view: ViewResult) -> list[Block]:
        """What is due."""
        fresh = [e for e in view.timeline if (e.finding, e.date, e.when) not in self._due]
        self._due += [(e.finding, e.date, e.when) for e in fresh]
        by_id = {one.id: one for name in words.SECTIONS for one in getattr(view, name)}
        events = [
            Due(
                when=e.when,
                date=e.date,
                date_says=_in_words(e.date),
                what=Line(says=e.says, notes=self.notes.of(by_id[e.finding])),
                finding=e.finding,
            )
            for e in fresh
        ]
        if not events:
            return []
        return [Dates(caption=messages.DATES_CAPTION, header=list(messages.DATES_HEADER), events=events)]

    def questions(self, kinds: Collection[str]) -> list[OpenQuestion]:
        """What to find out: what advice of these kinds waits for; what matters most, where nothing is advised yet."""
        kind_of = {finding.id: finding.kind for finding in self.assessment.findings}
        waited = [q for q in self.assessment.open if any(kind_of.get(finding) in kinds for finding in q.waiting)]
        advised = self._told or self._on_front
        return [q for q in waited if not q.withheld][:_ASKED] or ([] if advised else list(self.assessment.front.ask))

    def no_needs(self, kind: str, heading: str, kinds: Collection[str]) -> list[Section]:
        """What is said where a table of needs would stand empty; nothing of what is over, which needs nobody."""
        if self.assessment.lessons or self.has_needs(kinds):
            return []
        if self.questions(kinds):
            return section(heading, 1, [paragraph(messages.WAITS)])
        return section(heading, 1, [paragraph(self.nothing(messages.NOTHING[kind]))])

    def nothing(self, says: str) -> str:
        """That there is nothing to tell; others are told as much whether there is or not."""
        return says if self.assessment.audience is Audience.TEAM else audience.NOT_TOLD

    def has_needs(self, kinds: Collection[str]) -> bool:
        """Whether a role of these kinds has been told."""
        return any(one.role and one.kind in kinds and (one.id, one.item) in self._told for one in self._everything())

    def asked(self, questions: Sequence[OpenQuestion]) -> list[Section]:
        """Questions, under a heading that suits what is over, too."""
        heading = messages.RECORD_SILENT if self.assessment.lessons else messages.FIND_OUT
        items = [[Line(says=question.says)] for question in questions]
        return [Section(heading=heading, blocks=[Bullets(items=items)])] if items else []

    # Classification

    def verdicts(self, view: ViewResult) -> list[Block]:
        """The schools side by side, and what no track names below."""
        rows = [
            SchoolRow(
                name=Line(says=school.short, notes=self.notes.of_school(school)),
                cells=[_standings(school, track) for track in TRACKS],
            )
            for school in view.schools
            if school.verdicts
        ]
        header = [messages.SCHOOL, *(messages.TRACK.format(track=track) for track in TRACKS)]
        others = [[Line(says=line)] for line in beside(view) if line not in self._beside]
        self._beside |= {line.says for (line,) in others}
        blocks: list[Block] = [Verdicts(caption=messages.STANDINGS, header=header, rows=rows)]
        if view is self.assessment:
            blocks.append(paragraph(messages.LEGEND))
        return [*blocks, Bullets(items=others)] if others else blocks

    # The whole and its parts

    def by_view(self, sections_of: SectionsOf) -> Iterator[Section]:
        """What is told of the whole, then what is told of each part beyond it."""
        yield from sections_of(self.assessment, 1)
        for part in self.assessment.parts:
            if found := sections_of(part, 2):
                yield Section(heading=words.PARTS[part.kind].format(name=wording.named(part)))
                yield from found


def section(heading: str, level: int, blocks: Sequence[Block]) -> list[Section]:
    """A section, unless there is nothing to say in it."""
    return [Section(heading=heading, level=level, blocks=list(blocks))] if blocks else []


def paragraph(says: str) -> Paragraph:
    """A paragraph that needs no note."""
    return Paragraph(line=Line(says=says))


def capitalised(says: str) -> str:
    """Words as a sentence begins."""
    return f"{says[:1].upper()}{says[1:]}"


def told_lines(told: Iterable[wording.Told]) -> Iterator[Line]:
    """What is said with a word before it, as lines."""
    return (Line(says=one.says, label=one.label) for one in told)


def _in_words(date: str | None) -> str:
    """A month or a year as a person writes it."""
    if date is None:
        return messages.NO_DATE
    year, _, month = date.partition("-")
    return messages.IN_MONTH.format(month=messages.MONTHS[int(month) - 1], year=year) if month else year


def _standings(school: SchoolResult, track: str) -> list[Standing]:
    return [
        Standing(status=v.status, sign=SIGNS[v.status], word=told_status(v.kind, v.status), broad=v.umbrella)
        for v in school.verdicts
        if track in v.tracks
    ]
