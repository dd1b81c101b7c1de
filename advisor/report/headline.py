"""The headline: what the readings over all verdicts say, with the names of the schools filled in."""

from collections.abc import Iterable, Sequence

from advisor.model.finding import TRACKS
from advisor.report.assessment import Dissent, Headline, PartPicture, SchoolResult, VerdictResult
from advisor.text import both, either

Verdict = tuple[SchoolResult, VerdictResult]


def headline(
    readings: Sequence[tuple[str, str]], schools: Sequence[SchoolResult], parts: Sequence[PartPicture]
) -> Headline | None:
    """The headline of an initiative or of one part of it.

    Args:
        readings: the readings that are met and say whether the schools agree: the word for it, and the sentence.
            Where the whole is read, those that look at its parts come last.
        schools: what the schools say of the same view.
        parts: the phases and strands; empty for a part or an initiative without any.

    Returns:
        None where the rulebook has no reading that says whether the schools agree.
    """
    if not readings:
        return None
    if parts:
        return _over_parts(readings[-1][0], parts)
    agreement, says = readings[0]
    verdicts = [(school, verdict) for school in schools for verdict in school.verdicts if verdict.tracks]
    named = [(s, v) for s, v in verdicts if v.status == "supported" and not v.umbrella]
    tracks = [track for track in TRACKS if any(track in v.tracks for _, v in named)]
    if agreement == "none":
        return Headline(tracks=[], contested=[], agreement="none", says=says, dissent=[])
    dissent = [Dissent(school=s.id, says=v.says) for s, v in verdicts if _refuses(v, tracks)]
    contested = [(s, v) for s, v in verdicts if v.status == "contested" and not v.umbrella]
    says = says.replace("{tracks}", _by_track(named, tracks, refusing=verdicts))
    says = says.replace("{contested}", _by_track(contested, TRACKS))
    return Headline(
        tracks=tracks,
        contested=[track for track in TRACKS if any(track in v.tracks for _, v in contested)],
        agreement=agreement,
        says=f"{says}{_broadly(verdicts, tracks)}",
        dissent=dissent,
    )


def _by_track(verdicts: Sequence[Verdict], tracks: Iterable[str], refusing: Sequence[Verdict] = ()) -> str:
    """`Track II by A and B (C disagrees); Track III by D`."""
    named = []
    for track in tracks:
        schools = dict.fromkeys(school.short for school, verdict in verdicts if track in verdict.tracks)
        against = dict.fromkeys(school.short for school, verdict in refusing if _refuses(verdict, [track]))
        if schools:
            disagree = f" ({both(against)} {'disagree' if len(against) > 1 else 'disagrees'})" if against else ""
            named.append(f"Track {track} by {both(schools)}{disagree}")
    return "; ".join(named)


def _refuses(verdict: VerdictResult, tracks: Sequence[str]) -> bool:
    """Whether a school that tells a named track from others finds that this is not it."""
    return verdict.status == "refuted" and not verdict.umbrella and bool(set(verdict.tracks) & {*tracks})


def _broadly(verdicts: Sequence[Verdict], tracks: Sequence[str]) -> str:
    """What an umbrella adds: never enough to name a track, and worth saying where no school names that track."""
    broad = [(s, v) for s, v in verdicts if v.umbrella and v.status == "supported" and not set(v.tracks) & {*tracks}]
    if not broad:
        return ""
    return f" In a broad sense also {_broad_tracks(broad)}."


def _broad_tracks(verdicts: Sequence[Verdict]) -> str:
    by_tracks: dict[tuple[str, ...], list[str]] = {}
    for school, verdict in verdicts:
        by_tracks.setdefault(tuple(verdict.tracks), []).append(school.short)
    return both(f"Track {' or '.join(tracks)} ({both(names)})" for tracks, names in by_tracks.items())


def _over_parts(agreement: str, parts: Sequence[PartPicture]) -> Headline:
    """`First …, then …` for phases; `… and … at once` for strands. A combination is no indecision."""
    headlines = [(part, part.headline) for part in in_time(parts) if part.headline is not None]
    tracks = [track for track in TRACKS if any(track in h.tracks for _, h in headlines)]
    said = [f"{tracks_of(h)} ({part.name})" for part, h in headlines]
    if headlines and all(h.agreement == "undecided" for _, h in headlines):
        said = ["too little is known to name a track for any part"]
    elif len({tracks_of(h) for _, h in headlines}) == 1 and len(headlines) > 1:
        said = [f"{tracks_of(headlines[0][1])}, in every part"]
    says = _in_turn(said, at_once=all(part.kind == "strand" for part in parts))
    dissent = list({(d.school, d.says): d for _, h in headlines for d in h.dissent}.values())
    contested = [track for track in TRACKS if any(track in h.contested for _, h in headlines)]
    return Headline(tracks=tracks, contested=contested, agreement=agreement, says=says, dissent=dissent)


def in_time(parts: Sequence[PartPicture]) -> Sequence[PartPicture]:
    """The parts in the order in which they began."""
    return sorted(parts, key=lambda part: part.start or "")


def _in_turn(said: Sequence[str], *, at_once: bool) -> str:
    if len(said) == 1 or at_once:
        together = ", at once" if len(said) > 1 else ""
        return f"{both(said)[:1].upper()}{both(said)[1:]}{together}."
    return f"First {', then '.join(said)}."


def tracks_of(headline_: Headline) -> str:
    """The tracks of a part in a few words."""
    match headline_.agreement:
        case "none":
            return "no track"
        case "undecided":
            return "a track not known yet"
        case "contested" if not headline_.tracks:
            return f"Track {either(headline_.contested)}, contested"
    tracks = f"Track {either(headline_.tracks)}"
    match headline_.agreement:
        case "split":
            return f"{tracks}, depending on the definition"
        case "contested":
            rivals = [track for track in headline_.contested if track not in headline_.tracks]
            return f"{tracks}, with Track {both(rivals)} contested"
    return tracks
