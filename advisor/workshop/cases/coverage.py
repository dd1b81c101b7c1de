"""Coverage: which rules no case and no example shows at work, and which it never shows at rest."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.engine.run import Engine
from advisor.initiative.initiative import Initiative
from advisor.logic.truth import Truth
from advisor.model.finding import Finding


@dataclass(frozen=True)
class Coverage:
    """What was never seen of a rulebook."""

    number: int
    """Of all its findings."""
    never_met: tuple[Finding, ...]
    never_unmet: tuple[Finding, ...]


def coverage(engine: Engine, initiatives: Iterable[Initiative]) -> Coverage:
    """Looks how each finding settles over all initiatives, their parts and their items."""
    findings = engine.rulebook.findings.values()
    seen: dict[str, set[Truth]] = {finding.id: set() for finding in findings}
    for initiative in initiatives:
        settled = engine.judge(initiative)
        for finding in findings:
            for instance in settled.instances(engine.program.sort_of[finding.id]):
                seen[finding.id].add(instance.told(finding.id))
    in_files = [engine.rulebook.findings[name] for home in engine.rulebook.homes.values() for name in home.findings]
    return Coverage(
        len(in_files),
        tuple(finding for finding in in_files if Truth.TRUE not in seen[finding.id]),
        tuple(finding for finding in in_files if Truth.FALSE not in seen[finding.id]),
    )
