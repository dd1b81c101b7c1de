"""The cases of the rules below a layer, which show what the layer changes of what others expect."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from advisor.documents import read_document
from advisor.errors import AdvisorError, Fault
from advisor.messages import cases as messages
from advisor.rulebook.bundled import CASES, MANIFEST, cases_of
from advisor.rulebook.faults import FaultCollector
from advisor.rulebook.layers import Layer
from advisor.rulebook.rulebook import Rulebook
from advisor.text import did_you_mean, quoted
from advisor.workshop.cases.case import Case
from advisor.workshop.cases.reader import CasesReader, Examples, Unreadable


@dataclass
class Below:
    """The cases of all layers but the top one."""

    cases: list[Case] = field(default_factory=list)
    left_out: list[Unreadable] = field(default_factory=list)
    """Those that speak of what the rules no longer have."""
    switched_off: int = 0
    """So many the layers above them do without."""


def read_below(rulebook: Rulebook) -> Below:
    """Reads the cases of the layers below the top one, as far as the whole rulebook can be asked for what they say.

    Raises:
        AdvisorError: a file of cases is no such file, or a layer switches off a case that there is not.
    """
    top, *others = rulebook.layers
    below = Below()
    named: list[list[str]] = []
    off = _off(top)
    for layer in others:
        read = list(_read(layer, rulebook))
        named.append([case.name for case in read])
        wanted = [case for case in read if case.name not in off]
        below.switched_off += len(read) - len(wanted)
        below.cases += [case for case in wanted if isinstance(case, Case)]
        below.left_out += [case for case in wanted if isinstance(case, Unreadable)]
        off += _off(layer)
    _check_off(rulebook.layers, named)
    return below


def _off(layer: Layer) -> list[str]:
    return [change.named.id for change in layer.switches_off if change.named.sort == CASES]


def _read(layer: Layer, rulebook: Rulebook) -> Iterator[Case | Unreadable]:
    examples = Examples(layer.folder, rulebook)
    for path in cases_of(layer.folder):
        collector = FaultCollector(read_document(path, f"{layer.name}/{CASES}/{path.name}"))
        read = list(CasesReader(rulebook, examples, collector).cases())
        if not read:
            raise AdvisorError(collector.faults)
        yield from read


def _check_off(layers: Sequence[Layer], named: Sequence[Sequence[str]]) -> None:
    """Sees to it that the cases that a layer switches off are there."""
    faults = []
    for number, layer in enumerate(layers):
        known = [name for names in named[number:] for name in names]
        for case in _off(layer):
            if case not in known:
                manifest = read_document(layer.folder / MANIFEST, f"{layer.name}/{MANIFEST}")
                message = messages.NO_SUCH_CASE.format(case=quoted(case), hint=did_you_mean(case, known))
                faults.append(Fault(manifest.key_place(("switches_off", CASES, case)), "R35", message))
    if faults:
        raise AdvisorError(faults)
