"""Reports that the rules gainsay: a recorded outcome on another day than the reckoned one, a reported status that did not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.models.events import EventBase
from treatywatch.models.status import ENDED
from treatywatch.snapshot.findings.place import problem_at
from treatywatch.snapshot.last_day import names_last_day
from treatywatch.snapshot.view import View, is_forecast
from treatywatch.snapshot.words import date_words, join

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatywatch.errors import Problem
    from treatywatch.models.occurrence import Occurrence
    from treatywatch.models.statements import ReportedStatus
    from treatywatch.rules.history import History

__all__ = ["outcomes"]

_OUTCOMES = {
    "entry-into-force": ("in-force", "party"),
    "expiry": ("expired", "former"),
    "withdrawal": ("withdrawn", "withdrawn"),
}


def outcomes(view: View, treaty: str) -> Iterator[Problem]:
    """Yield a finding for each outcome or status that a source reports and the rules gainsay."""
    history = view.history(treaty)
    seen: set[str] = set()
    for act in view.occurrences(treaty):
        yield from _outcome(view, history, act, seen)
    for status in view.told(view.contents.statuses.get(treaty, ())):
        if status.claim == "stands":
            yield from _status(view, history, status)


def _outcome(view: View, history: History, act: Occurrence, seen: set[str]) -> Iterator[Problem]:
    """Hold a reported outcome against the day that the rules reckon."""
    statuses = _OUTCOMES.get(act.type)
    reckoned = history.began(statuses[act.party is not None], act.party) if statuses else None
    if reckoned is None:
        return
    for fact in act.facts:
        if isinstance(fact, EventBase) and not fact.date.overlaps(reckoned) and fact.id not in seen:
            seen.add(fact.id)
            who = f"{join(fact.sources)} say{'s' * (len(fact.sources) == 1)}"
            message = f"{act.id}: {who} {date_words(fact.date)}, by the rules it was {date_words(reckoned)}"
            hint = "the reckoned day is believed; `explain` shows what it rests on"
            yield problem_at(
                view, fact, "warning", "differs-from-rules", message, hint, subject=act.treaty, sources=act.sources
            )


def _status(view: View, history: History, fact: ReportedStatus) -> Iterator[Problem]:
    """Hold a reported status against the computed ones of its days; a forecast is for `factcheck`."""
    if any(is_forecast(view.contents, fact, source) for source in fact.sources):
        return
    line = history.segments(fact.party)
    here = [
        segment
        for segment, after in zip(line, [*line[1:], None], strict=True)
        if segment.start <= fact.date.latest and (after is None or after.start > fact.date.earliest)
    ]
    possible = list(dict.fromkeys(status for segment in here for status in segment.possible))
    both_ended = fact.status in ENDED and set(possible) <= ENDED
    settled = fact.status in possible or both_ended or names_last_day(history, fact)
    if settled or any("contested" in segment.flags for segment in here):
        return
    who = f"{fact.party} " if fact.party else ""
    says = f"{join(fact.sources)} say{'s' * (len(fact.sources) == 1)}"
    message = (
        f"{fact.id}: {says} {who}{fact.status} on {date_words(fact.date)}, by the rules it was {join(possible, 'or')}"
    )
    hint = "the computed status is believed; `explain` shows what it rests on, `factcheck` judges the source"
    yield problem_at(view, fact, "warning", "status-conflict", message, hint, field="status", subject=fact.treaty)
