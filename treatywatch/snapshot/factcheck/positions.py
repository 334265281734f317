"""Positions: what a party is said to hold, against its own words and those of others about that time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.models.status import AUTHORITY
from treatywatch.snapshot.answers import Evidence
from treatywatch.snapshot.factcheck.verdict import Opinion
from treatywatch.snapshot.words import date_words

if TYPE_CHECKING:
    from datetime import date

    from treatywatch.dates import Edtf
    from treatywatch.models.source import Source
    from treatywatch.models.statements import Position
    from treatywatch.snapshot.factcheck.bench import Bench

__all__ = ["judge_position"]

_OPPOSITE = frozenset({("supports", "opposes"), ("opposes", "supports")})


def judge_position(bench: Bench, fact: Position, source: Source) -> Opinion:
    """Hold a position against independent accounts of the same party on the same issue.

    It is confirmed by one of the same stance within its date, contradicted by the party's own opposite word of the very day, and
    consistent where the party's last word before agrees with it: between two days a party may change its mind.
    """
    told = [other for other in bench.positions if other.party == fact.party and other.issue == fact.issue]
    told = [other for other in told if other.id != fact.id or source.id not in other.sources]
    strong = [other for other in told if bench.authority(other) <= AUTHORITY[source.kind]]
    within = [
        other for other in strong if fact.date.earliest <= other.date.earliest and other.date.latest <= fact.date.latest
    ]
    agreeing = [other for other in within if other.stance == fact.stance]
    if agreeing:
        return _opinion(bench, "confirmed", "Independent accounts agree.", agreeing)
    against = [other for other in within if _excludes(fact, other)]
    if against:
        return _opinion(bench, "contradicted", "On the very day the party itself said the opposite.", against)
    touching = [other for other in told if other.date.overlaps(fact.date) and other.stance == fact.stance]
    if touching:
        return _opinion(bench, "consistent", "Other accounts agree, as far as their dates and authority go.", touching)
    before = [other for other in told if other.date.latest <= fact.date.latest]
    if not before:
        why = "No independent source has the party's word on this by then."
        return Opinion("unverified", None, why)
    last = max(before, key=_when)
    said = [other for other in before if other.date == last.date]
    if all(other.stance == fact.stance for other in said):
        return _opinion(bench, "consistent", "The party's last word on record before agrees.", said)
    why = "The party's last word on record before was another; no independent source has a change of mind by then."
    return _opinion(bench, "unverified", why, said)


def _excludes(fact: Position, other: Position) -> bool:
    """Tell whether both cannot be true: the party's own opposite words of one day."""
    one_day = fact.date.earliest == fact.date.latest == other.date.earliest == other.date.latest
    return one_day and other.voice == "stated" and (fact.stance, other.stance) in _OPPOSITE


def _when(position: Position) -> tuple[date, date, str]:
    return position.date.latest, position.date.earliest, position.id


def _opinion(bench: Bench, verdict: str, why: str, told: list[Position]) -> Opinion:
    ordered = sorted(told, key=_when)
    name = bench.contents.parties[told[0].party].name
    said = "; ".join(
        dict.fromkeys(
            f"{name} {_stance(other)} ({date_words(other.date)}): {other.summary.rstrip('.')}" for other in ordered
        )
    )
    return Opinion(verdict, said, why, tuple(_evidence(other) for other in ordered))  # type: ignore[arg-type]


def _stance(position: Position) -> str:
    words = {
        "supports": "is for it",
        "opposes": "is against it",
        "conditional": "sets conditions",
        "noncommittal": "leaves it open",
    }
    return words[position.stance]


def _evidence(position: Position) -> Evidence:
    day: Edtf = position.date
    return Evidence(position.id, day, position.summary, tuple((source, position.at) for source in position.sources))
