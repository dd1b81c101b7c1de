"""An initiative that is open on the screen: its answers, and what the rules make of them."""

from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path
from typing import ClassVar, Generic, Self, TypeVar

from advisor.engine.run import Engine
from advisor.errors import AdvisorError
from advisor.initiative.initiative import Initiative
from advisor.initiative.reader import read_initiative
from advisor.interview.plan import Interview, Step
from advisor.messages.screens import interview as messages
from advisor.report.assess import assess
from advisor.report.assessment import Assessment, PartPicture, Picture
from advisor.report.picture import picture
from advisor.report.results import Results
from advisor.store.file import InitiativeFile

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """Something made of an initiative, made anew only when the initiative is another."""

    def __init__(self, make: Callable[[Initiative], Made]) -> None:
        self._make = make
        self._of: Initiative | None = None
        self._made: Made | None = None

    def of(self, initiative: Initiative) -> Made:
        """What is made of an initiative, which is known by being the same object."""
        if self._of is not initiative or self._made is None:
            self._of, self._made = initiative, self._make(initiative)
        return self._made


class News(Enum):
    """What another program has done to a file that is open here."""

    CHANGED = auto()
    SPOILT = auto()
    """It can no longer be read."""


class Case:
    """An initiative that is open: one's own, which can be changed, or an example, which is only looked at."""

    as_opened: Initiative | None = None
    """One's own initiative as it was when it was opened, or since the rules have changed."""
    ONWARD: ClassVar[tuple[str, str]] = (messages.SEE_ADVICE, messages.SEE_ADVICE_HELP)
    """What is offered where its questions end."""

    def __init__(
        self, engine: Engine, language: str, path: Path, file: InitiativeFile | None, example: Initiative | None
    ) -> None:
        self.language = language
        self.path = path
        self.file = file
        self._example = example
        self.looked_at: Assessment | None = None
        """The assessment as somebody saw it last."""
        self._is_spoilt = False
        self.about: Case = self
        """The initiative, where this is what somebody promises or expects of it."""
        self._judge_by(engine)

    def _judge_by(self, engine: Engine) -> None:
        self.engine = engine
        self._interviews: dict[str, Kept[Interview]] = {}
        self._picture = Kept(lambda initiative: picture(engine, initiative, self.language))
        self._assessment = Kept(lambda initiative: assess(engine, initiative, self.language))
        self._results = Kept(lambda initiative: Results(engine, initiative, self.language))

    def follow(self, engine: Engine) -> None:
        """Goes on with other rules.

        Raises:
            AdvisorError: the initiative cannot be read with their questions; it goes on with those from before.
        """
        if self.file is not None:
            self.file.follow(engine.rulebook.questions)
        else:
            self._example = read_initiative(self.path, engine.rulebook.questions)
        if self.as_opened is not None:
            self.as_opened = self.initiative
        self._judge_by(engine)

    @classmethod
    def own(cls, engine: Engine, language: str, path: Path, name: str = "") -> Self:
        """Opens a file to change it; makes it, under a name, if it is not there.

        Raises:
            AdvisorError: it is open elsewhere, faulty, or cannot be kept.
        """
        case = cls(engine, language, path, InitiativeFile(path, engine.rulebook.questions, name), None)
        case.as_opened = case.initiative
        return case

    @classmethod
    def example(cls, engine: Engine, language: str, path: Path) -> Self:
        """Opens a file only to look at it.

        Raises:
            AdvisorError: it is faulty.
        """
        return cls(engine, language, path, None, read_initiative(path, engine.rulebook.questions))

    @property
    def initiative(self) -> Initiative:
        """The initiative as it stands."""
        if self.file is not None:
            return self.file.initiative
        assert self._example is not None  # noqa: S101 -- it is one or the other
        return self._example

    @property
    def interview(self) -> Interview:
        """What there is to ask."""
        return self.interview_of("")

    def interview_of(self, part: str) -> Interview:
        """What there is to ask about a part, by its id; about the whole for an empty one."""
        made = Kept(lambda initiative: self.asked(initiative, part))
        return self._interviews.setdefault(part, made).of(self.initiative)

    def asked(self, initiative: Initiative, part: str = "") -> Interview:
        """What there is to ask where the initiative stands so."""
        return Interview(self.engine.rulebook, initiative, part)

    def answering(self, step: Step) -> "Case | None":  # noqa: ARG002 -- for what is open beside an initiative
        """Where a question is answered; None where that is not open."""
        return self

    def picture_of(self, part: str) -> Picture | PartPicture:
        """What a part is, by its id; the whole for an empty one."""
        return next((one for one in self.picture.parts if one.id == part), self.picture)

    @property
    def picture(self) -> Picture:
        """What the initiative is, quickly told."""
        return self._picture.of(self.initiative)

    @property
    def assessment(self) -> Assessment:
        """Everything that is said of the initiative."""
        return self._assessment.of(self.initiative)

    @property
    def results(self) -> Results:
        """How each finding has settled, one by one."""
        return self._results.of(self.initiative)

    def look(self) -> News | None:
        """What another program has done to the file since the last look; nothing is told twice."""
        try:
            if self.file is None or not self.file.is_changed_elsewhere:
                return None
            self.file.read()
        except (AdvisorError, OSError):
            news = None if self._is_spoilt else News.SPOILT
            self._is_spoilt = True
            return news
        self._is_spoilt = False
        return News.CHANGED

    def close(self) -> None:
        """Lets others open the file."""
        if self.file is not None:
            self.file.close()
