"""Which rules are in use: their layers from top to bottom, and who has chosen them."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from advisor.errors import AdvisorError
from advisor.messages import where as messages
from advisor.model.entry import in_language
from advisor.report.plain.lines import wrapped
from advisor.rulebook.bundled import comes_along
from advisor.rulebook.files import rule_paths
from advisor.rulebook.layers import Change, Layer, fingerprint_of
from advisor.rulebook.overlay import read_stack
from advisor.settings import settings_file
from advisor.text import both, visible


def as_text(folder: Path, chosen: str) -> str:
    """What is told of the rules in use.

    Args:
        folder: the rulebook.
        chosen: who has chosen it, as a sentence.

    Raises:
        AdvisorError: its files cannot be read, or what they say of themselves is wrong.
    """
    stack, unread = read_stack(folder)
    wrong = [*unread, *stack.overlay.faults, *(f for layer in stack.layers for f in layer.manifest.faults.faults)]
    if wrong:
        raise AdvisorError(wrong)
    return visible("\n".join(_lines(stack.told(), chosen))) + "\n"


def _lines(layers: tuple[Layer, ...], chosen: str) -> Iterator[str]:
    yield from wrapped(chosen)
    setting = settings_file()
    yield (messages.SETTING if setting.exists() else messages.NO_SETTING).format(file=setting)
    for number, layer in enumerate(layers, start=1):
        yield ""
        title = messages.RULEBOOK.format(
            title=in_language(layer.title), version=layer.version, sha256=layer.sha256[:12]
        )
        yield from wrapped(title if len(layers) == 1 else messages.LAYER.format(number=number, title=title), "  ")
        yield messages.FOLDER.format(folder=layer.folder.resolve())
        if not comes_along(layer.folder):
            files = (path.relative_to(layer.folder).as_posix() for path in rule_paths(layer.folder))
            yield from wrapped(messages.FILES.format(files=", ".join(files)), "    ", "  ")
        yield from _changes(layer, lowest=number == len(layers))
    if len(layers) > 1:
        yield ""
        yield messages.TOGETHER.format(sha256=fingerprint_of(layers)[:12])


def _changes(layer: Layer, *, lowest: bool) -> Iterator[str]:
    adds = messages.HOLDS if lowest else messages.ADDS
    yield from wrapped(adds.format(what=_counted(layer.adds)), "    ", "  ")
    for template, changes in ((messages.REPLACES, layer.replaces), (messages.SWITCHES_OFF, layer.switches_off)):
        if changes:
            yield from wrapped(template.format(what=_counted(_by_sort(changes))), "    ", "  ")
        for change in changes:
            yield from wrapped(messages.CHANGE.format(id=change.named.id, why=change.why), "      ", "  - ")


def _by_sort(changes: tuple[Change, ...]) -> Mapping[str, int]:
    sorts = [change.named.sort for change in changes]
    return {sort: sorts.count(sort) for sort in dict.fromkeys(sorts)}


def _counted(numbers: Mapping[str, int]) -> str:
    counted = (
        f"{number} {messages.ONE[sort] if number == 1 else messages.MANY[sort]}"
        for sort, number in sorted(numbers.items(), key=lambda one: list(messages.ONE).index(one[0]))
        if number
    )
    return both(counted) or messages.NOTHING
