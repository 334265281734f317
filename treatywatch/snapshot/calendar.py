"""What a calendar holds: deadlines to come and, if asked for, what is past; each with a name that does not change."""

from __future__ import annotations

from datetime import date, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from treatywatch.rules.history import behind
from treatywatch.snapshot.words import date_words, join

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatywatch.dates import Edtf
    from treatywatch.models.occurrence import Occurrence
    from treatywatch.rules.deadlines import Deadline
    from treatywatch.snapshot.answers import Countdown
    from treatywatch.snapshot.snapshot import Snapshot

__all__ = ["Entry", "entries"]

_DOMAIN = "treatywatch"
_AGAIN = ("recurring", "renewal")
"""Kinds that come again by themselves: each coming is an entry of its own."""

_DERIVED = ("extension-window", "notice-window")
"""Kinds reckoned from the expiry: they move with it."""

_TOLD_BY = {"expiry": "expiry", "withdrawal-effect": "withdrawal", "entry-into-force": "entry-into-force"}
"""The event by which a source tells of a deadline that has come: it is not told twice."""


class Entry(NamedTuple):
    """All days from `start` until before `end`.

    `uid` stays when a date is corrected, and `sequence` then rises: it counts the corrections of the facts and how often the
    deadline was moved. `stamp` is the day up to which the data were verified. `to_come` asks for reminders.
    """

    uid: str
    start: date
    end: date
    summary: str
    description: tuple[str, ...]
    category: str
    stamp: date
    sequence: int
    to_come: bool


def entries(snapshot: Snapshot, treaties: Iterable[str], *, history: bool = False) -> tuple[Entry, ...]:
    """Return the entries of treaties in order of their days: deadlines and, with `history`, past events."""
    found: dict[str, Entry] = {}
    for name in treaties:
        made = [*_deadlines(snapshot, name, history=history), *(_events(snapshot, name) if history else ())]
        for entry in made:
            found.setdefault(entry.uid, entry)
    return tuple(sorted(found.values(), key=lambda entry: (entry.start, entry.end, entry.uid)))


def _deadlines(snapshot: Snapshot, treaty: str, *, history: bool) -> Iterator[Entry]:
    told = {(act.type, act.party, act.date.earliest) for act in snapshot.occurrences(treaty)}
    names: dict[str, int] = {}
    past = reversed(snapshot.passed(treaty))
    for is_past, counted in [*((True, one) for one in past), *((False, one) for one in snapshot.deadlines(treaty))]:
        deadline = counted.deadline
        name = _name(deadline)
        times = names[name] = names.get(name, 0) + 1
        days = _days(deadline.date)
        event = (_TOLD_BY.get(deadline.kind), deadline.party, deadline.date.earliest)
        if days is None or (is_past and (not history or deadline.kind in _DERIVED or event in told)):
            continue
        yield Entry(
            f"{name}{'' if times == 1 else f'.{times}'}@{_DOMAIN}",
            *days,
            f"{counted.summary}{' (supposed)' if deadline.hypothetical else ''}",
            tuple(_about(counted)),
            deadline.kind,
            snapshot.view.contents.treaties[treaty].verified,
            _sequence(snapshot, deadline),
            to_come=not is_past and days[0] >= snapshot.as_of,
        )


def _name(deadline: Deadline) -> str:
    """Return a name made of what the deadline is and not of its day, unless it comes again."""
    parts = [deadline.treaty, deadline.kind, (deadline.party or "").lower()]
    if deadline.kind not in _DERIVED and deadline.label:
        parts.append(sha256(deadline.label.encode()).hexdigest()[:10])
    if deadline.kind in _AGAIN:
        parts.append(deadline.date.earliest.isoformat())
    return ".".join(part for part in parts if part)


def _sequence(snapshot: Snapshot, deadline: Deadline) -> int:
    """Count the corrections of all facts that the deadline has rested on by the day, and how often it was moved."""
    if deadline.kind in _AGAIN:
        return _corrections(deadline.acts())
    key = ("expiry", None, "") if deadline.kind in _DERIVED else (deadline.kind, deadline.party, deadline.label)
    items = [
        behind(item.causes)
        for item in snapshot.history(deadline.treaty).agenda
        if (item.kind, item.party, item.label) == key and item.created[0] <= snapshot.as_of
    ]
    moves = len({tuple(act.id for act in acts) for acts in items})
    return max(moves - 1, 0) + _corrections(act for acts in items for act in acts)


def _corrections(acts: Iterable[Occurrence]) -> int:
    revisions = {fact.id: getattr(fact, "revision", 0) for act in acts for fact in act.facts}
    return sum(revisions.values())


def _about(counted: Countdown) -> Iterator[str]:
    deadline = counted.deadline
    if deadline.latest:
        yield f"On any day from {deadline.date.earliest} to {deadline.date.latest}."
    elif deadline.date.earliest != deadline.date.latest:
        yield f"The day is not known exactly: {date_words(deadline.date)}."
    yield f"Rule: {deadline.rule}"
    yield f"Authority: {join(deadline.authority)}"
    yield f"Sources: {', '.join(counted.sources)}"


def _days(day: Edtf) -> tuple[date, date] | None:
    """Return the first day and the first after the last; of a range without end the known end alone."""
    low, high = day.earliest, day.latest
    if low == date.min:
        low = high
    if high == date.max:
        high = low
    return None if high in (date.min, date.max) else (low, high + timedelta(days=1))


def _events(snapshot: Snapshot, treaty: str) -> Iterator[Entry]:
    record = snapshot.view.contents.treaties[treaty]
    groups: dict[tuple[object, ...], list[Occurrence]] = {}
    for act in snapshot.occurrences(treaty):
        groups.setdefault((act.type, act.date, tuple(fact.id for fact in act.facts)), []).append(act)
    for acts in groups.values():
        act, days = acts[0], _days(acts[0].date)
        if days is None:
            continue
        doubt = " (disputed)" if act.disputed else " (supposed)" if act.supposed else ""
        yield Entry(
            f"{act.id}@{_DOMAIN}",
            *days,
            f"{record.short_title}: {act.summary}{doubt}",
            tuple(_told(snapshot, acts)),
            act.type,
            record.verified,
            _corrections(acts),
            to_come=False,
        )


def _told(snapshot: Snapshot, acts: Sequence[Occurrence]) -> Iterator[str]:
    known, act = snapshot.view.contents.parties, acts[0]
    if act.date.earliest != act.date.latest:
        yield f"The day is not known exactly: {date_words(act.date)}."
    parties = [one.party for one in acts if one.party] or list(act.get("parties") or ())
    if parties:
        yield f"Parties: {join(known[party].name if party in known else party for party in parties)}"
    yield f"Sources: {', '.join(act.sources)}"
