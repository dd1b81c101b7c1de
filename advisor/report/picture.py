"""What an initiative is by whose definition, without proofs: quickly enough to follow every answer."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from advisor.explain.words import Wordings
from advisor.initiative.initiative import Initiative, View
from advisor.logic.conditions import Status
from advisor.model.finding import Finding, Home, Kind
from advisor.report.assessment import CriterionResult, PartPicture, Picture, SchoolResult, VerdictResult
from advisor.report.headline import headline
from advisor.report.standings import Standings

if TYPE_CHECKING:
    # Whoever has judged an initiative another way can do without the engine, which takes time to load.
    from advisor.engine.run import Engine


def picture(engine: "Engine", initiative: Initiative, language: str = "en") -> Picture:
    """What an initiative and its parts are, as the engine judges it."""
    words = Wordings(engine.rulebook.questions, language)
    return pictured(Standings(engine.rulebook, engine.judge(initiative), words), initiative)


def pictured(standings: Standings, initiative: Initiative) -> Picture:
    """What an initiative and its parts are, by how the findings stand."""
    whole, readings = initiative.whole, standings.rulebook.readings
    schools = _schools(standings, whole)
    parts = [PartPicture(**of_part(standings, view, readings, _schools(standings, view))) for view in initiative.parts]
    return Picture(
        headline=headline(agreements(standings, whole, readings), schools, parts), schools=schools, parts=parts
    )


def _schools(standings: Standings, view: View) -> list[SchoolResult]:
    of_kind = standings.rulebook.of_kind
    return [
        school_result(standings, school, [standings.standing(one, view) for one in of_kind(school.id, Kind.VERDICT)])
        for school in standings.rulebook.schools
    ]


def school_result(
    standings: Standings, school: Home, verdicts: list[VerdictResult], criteria: Iterable[CriterionResult] = ()
) -> SchoolResult:
    """What a school says."""
    text = standings.words.text
    return SchoolResult(
        id=school.id, title=text(school.title), short=text(school.short), verdicts=verdicts, criteria=list(criteria)
    )


def of_part(
    standings: Standings, view: View, readings: Iterable[Finding], schools: list[SchoolResult]
) -> dict[str, Any]:
    """What a part is, and what it is called."""
    return {
        "id": view.id,
        "name": view.name,
        "kind": view.kind,
        "start": view.start,
        "end": view.end,
        "headline": headline(agreements(standings, view, readings), schools, []),
        "schools": schools,
    }


def agreements(standings: Standings, view: View, readings: Iterable[Finding]) -> list[tuple[str, str]]:
    """What is said of whether the schools agree, by those of some readings that are met; those of the whole last."""
    found = [f for f in readings if f.agreement and (f.scope == "part" or not view.id)]
    ordered = sorted(found, key=lambda finding: finding.scope == "whole")
    met = [f for f in ordered if standings.status_of(f, view, None) is Status.MET]
    return [(str(f.agreement), standings.words.statement(f, Status.MET)) for f in met]
