"""What can be wrong with what people give us: every fault has a code, a place and a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass

FAULT_CODES = {
    # Y: the YAML itself
    "Y01": "The file cannot be read",
    "Y02": "The file is too large or too deep",
    "Y03": "This is not YAML",
    "Y04": "The same key twice",
    "Y05": "An anchor, an alias or a custom tag",
    "Y06": "More than one document in a file",
    "Y07": "A key that is not a word",
    # F: the shape of an entry
    "F01": "A field that does not exist",
    "F02": "A field that is missing",
    "F03": "A value of the wrong kind",
    "F04": "An id that is not spelled as ids are",
    # R: the rulebook
    "R01": "The rulebook is incomplete",
    "R02": "The same id twice",
    "R03": "No such question",
    "R04": "No such option",
    "R05": "A test that does not suit the question",
    "R06": "No such finding",
    "R07": "A finding or a question that goes round in a circle",
    "R08": "No such group",
    "R09": "A condition that says nothing",
    "R10": "An operator that does not exist",
    "R11": "A quantifier inside a quantifier",
    "R12": "A finding about items, used where there is no item",
    "R13": "No such table",
    "R14": "No such source",
    "R15": "A conclusion that builds on a reading",
    "R16": "A status that does not exist",
    "R17": "The parts of an initiative, asked about by a part",
    "R18": "A name in curly brackets that cannot be filled",
    "R19": "A word that has its own meaning here",
    "R20": "A field that does not go with this kind or type",
    "R21": "Bounds that exclude each other",
    "R22": "Answers compared that can never be alike, or that are the same one",
    "R23": "A reading that asks for more than how findings have settled",
    "R24": "No such school",
    "R25": "A question that depends on a finding",
    "R26": "A rule file that is not read",
    "R27": "No such system",
    "R28": "A finding that contradicts itself",
    "R29": "A code or a name of a language or territory that cannot be",
    "R30": "No such language or territory",
    "R31": "A form that two terms have",
    "R32": "A term that no text uses",
    "R33": "A layer that cannot build on what it names",
    "R34": "The same id as in the rules below, and not said to replace it",
    "R35": "A change of what is not there",
    "R36": "Something that is switched off and still needed",
    # I: the initiative
    "I01": "No such question",
    "I02": "No such option",
    "I03": "An answer of the wrong kind",
    "I04": "The same item twice",
    "I05": "No such item",
    "I06": "A dispute that is none",
    "I07": "Parts that do not add up",
    "I08": "A name that fits several languages or territories",
    "I09": "A name that resembles that of a language or territory",
    # T: cases that test the rules
    "T01": "No such example",
    "T02": "Two cases of the same name",
    "T03": "A case that expects nothing",
    "T04": "No such school or theme",
    "T05": "An expectation that does not suit the finding",
    # S: saving an initiative file
    "S01": "Another window has the file open",
    "S02": "The machine refuses to save",
    "S03": "The file has been changed by another program",
    "S04": "An answer that would read as something else",
    "S05": "A file that would not survive a change",
    "S06": "An item that a part cannot leave out",
    # W: what the workshop notes about rules without faults
    "W01": "A finding that nothing can meet",
    "W02": "A finding that everything meets",
    "W03": "A question that is never asked",
    "W04": "Two verdicts of one school that can both be supported",
    "W05": "Two verdicts of one school that a dispute supports both",
    "W06": "A finding that can be met and not met at once",
    "W07": "Two findings that mean the same",
    "W08": "A verdict that another one covers",
    "W09": "A line that changes nothing",
    "W10": "No headline, or two",
    "W11": "A finding that nothing builds on",
    "W12": "A question that no rule reads",
    "W13": "A source that nothing cites",
    "W14": "An acceptance that nothing calls for",
    "W15": "Something that is still to be written",
    "W16": "A verdict that names no track",
    # P: papers that can be sent
    "P01": "A format that a paper cannot be written in",
    "P02": "A template that is no Word file",
    "P03": "A style that the template lacks",
    "P04": "No date for a calendar",
    "P05": "A file that would be lost",
    "P06": "Promises in a paper that tells of none",
    # C: the call
    "C01": "No such file or folder",
    "C02": "No such command or option",
    "C03": "No such finding",
    "C04": "The machine refuses",
    "C05": "Nothing of that name in the rulebook",
    "C06": "A language that no text has",
    "C07": "No terminal that can show a screen",
    "C08": "No such revision",
    "C09": "A setting that leads nowhere",
    "C10": "A folder that is not empty",
    "C11": "No rules of one's own",
    "C12": "An id that is taken",
    "C13": "No place for something new",
}
"""Every code that can be printed, with what it is about. A code keeps its meaning for ever."""


@dataclass(frozen=True, order=True)
class Place:
    """Where something stands: a file and, where known, a line and column counted from 1."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """`file:line:column`, or only the file where no line is known."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong, in words for the person who wrote it."""

    place: Place
    code: str
    message: str

    def __str__(self) -> str:
        """The line that a person sees."""
        return f"{self.place}: {self.code} {self.message}"


class AdvisorError(Exception):
    """Something that was given to the program is wrong; carries every fault that was found."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))
