"""What a proposal promises or a funder expects, open beside the initiative that it is about."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from advisor.documents import read_document
from advisor.engine.run import Engine
from advisor.errors import AdvisorError
from advisor.funders.files import claims_layout, laid_over, profile_layout, proposal_of, read_profiles
from advisor.funders.judged import expected, gravest_so_far
from advisor.funders.results import Expected, Judgement
from advisor.initiative.initiative import Initiative
from advisor.initiative.initiative import laid_over as view_over
from advisor.interview.plan import Interview, Step
from advisor.logic.answers import Items
from advisor.messages.screens import promises as messages
from advisor.model.finding import CLAIMS, FUNDERS
from advisor.report.assessment import Assessment
from advisor.store.file import InitiativeFile
from advisor.tui.case import Case, Kept, News


class Sort(StrEnum):
    """What a file holds, by the group of the questions that it answers."""

    CLAIMS = CLAIMS
    PROFILE = FUNDERS

    @classmethod
    def of(cls, path: Path) -> "Sort":
        """What a file that is there seems to hold.

        Raises:
            AdvisorError: it cannot be read.
        """
        data = read_document(path).data
        return cls.PROFILE if isinstance(data, dict) and "funder" in data else cls.CLAIMS


class Promised(Case):
    """A claims file or a funder profile, which is changed here, and further profiles, which are only read.

    Its initiative is the one that it is about, with all of this laid over it.
    """

    RANKS = False
    ONWARD = (messages.SEE_JUDGEMENTS, messages.SEE_JUDGEMENTS_HELP)
    file: InitiativeFile

    def __init__(self, about: Case, path: Path, sort: Sort, name: str = "") -> None:
        """Opens a file to change it; makes it, under a name, if it is not there.

        Raises:
            AdvisorError: it is open elsewhere, faulty, or cannot be kept.
        """
        layout = claims_layout if sort is Sort.CLAIMS else profile_layout
        questions = about.engine.rulebook.questions
        file = InitiativeFile(path, questions, name, layout(lambda: about.initiative))
        self.sort = sort
        self.profiles: tuple[Path, ...] = ()
        self._further = Items(complete=True)
        self._laid: tuple[tuple[object, ...], Initiative] | None = None
        super().__init__(about.engine, about.language, path, file, None)
        self.about = about

    def _judge_by(self, engine: Engine) -> None:
        super()._judge_by(engine)
        self._expected = Kept(self._expect)

    def follow(self, engine: Engine) -> None:
        """Goes on with other rules, as the initiative does.

        Raises:
            AdvisorError: something that is open cannot be read with them; all goes on with those from before.
        """
        before = self.engine
        self.about.follow(engine)
        try:
            further = self._read(self.profiles, engine)
            super().follow(engine)
        except AdvisorError:
            self.about.follow(before)
            raise
        self._further = further

    def hold_against(self, profile: Path) -> None:
        """Holds the demands of a further funder against the initiative.

        Raises:
            AdvisorError: its profile is faulty, or that of a funder who is there already.
        """
        profiles = (*self.profiles, profile)
        self._further = self._read(profiles, self.engine)
        self.profiles = profiles

    def _read(self, profiles: Sequence[Path], engine: Engine) -> Items:
        """Further profiles; that which is changed here is read with them, since no funder can stand there twice."""
        own = (self.file.path,) if self.sort is Sort.PROFILE else ()
        items = read_profiles((*own, *profiles), engine.rulebook.questions, self.about.initiative)
        return replace(items, items=items.items[len(own) :])

    @property
    def initiative(self) -> Initiative:
        """The initiative with what is promised and expected of it, made anew when any of that is another."""
        parts = (self.about.initiative, self.file.initiative, self._further)
        if self._laid is None or any(known is not part for known, part in zip(self._laid[0], parts, strict=True)):
            self._laid = parts, self._lay()
        return self._laid[1]

    def _lay(self) -> Initiative:
        about, written = self.about.initiative, self.file.initiative
        laid = laid_over(replace(about, whole=view_over(about.whole, written.whole)), None, self._funders())
        return replace(laid, name=written.name or about.name)

    def _funders(self) -> Items | None:
        own = self.file.initiative.whole.group(FUNDERS).items
        items = (*own, *self._further.items)
        return Items(items, complete=True) if items else None

    def _expect(self, initiative: Initiative) -> Expected:
        del initiative  # what it is made of is asked for by itself
        return self.expected_for(self.about.assessment)

    def expected_for(self, about: Assessment) -> Expected:
        """What is said of all this to those for whom an assessment of the initiative is."""
        proposal = proposal_of(self.file.initiative) if self.sort is Sort.CLAIMS else None
        return expected(self.engine, self.about.initiative, about, proposal, self._funders(), self.language)

    @property
    def so_far(self) -> dict[str, Judgement | None]:
        """What to think of each promise, without the reasons."""
        return gravest_so_far(self.results)

    @property
    def expected(self) -> Expected:
        """What is said of all that is promised and expected."""
        return self._expected.of(self.initiative)

    @property
    def assessment(self) -> Assessment:
        """What is said of the initiative by itself."""
        return self.about.assessment

    def asked(self, initiative: Initiative, part: str = "") -> Interview:
        """What there is to ask of those who pay."""
        rulebook = self.engine.rulebook
        lists = self.sort is Sort.CLAIMS
        return Interview(rulebook, initiative, part, rulebook.questions.about(self.sort.value), lists=lists)

    def answering(self, step: Step) -> Case | None:
        """Where a question is answered: in this file, in the initiative, or in a profile that is only read."""
        questions = self.engine.rulebook.questions
        if questions.who(step.question.partition(".")[0]) == "convener":
            return self.about
        group = step.question.partition(".")[0]
        own = {item.id for item in self.file.initiative.whole.group(group).items}
        return self if group == self.sort.value and (step.item is None or step.item in own) else None

    def look(self) -> News | None:
        """What another program has done to this file or to the initiative since the last look."""
        news = (self.about.look(), super().look())
        return next((one for one in (News.SPOILT, News.CHANGED) if one in news), None)
