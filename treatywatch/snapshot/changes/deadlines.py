"""Changes of deadlines: set, moved, come, lifted."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from treatywatch.dates import Edtf
from treatywatch.rules.deadlines import Deadline, is_over, standing
from treatywatch.snapshot.changes.change import Change
from treatywatch.snapshot.words import date_words, deadline_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatywatch.models.occurrence import Occurrence
    from treatywatch.snapshot.snapshot import Snapshot

__all__ = ["deadlines_apart", "deadlines_between"]

_UNTOLD = ("recurring", "notice-window")
"""Deadlines that come and go by themselves, or with another: no news."""

_Known = dict[tuple[str, str, str | None, str], Deadline]


def deadlines_between(before: Snapshot, after: Snapshot, treaty: str) -> Iterator[Change]:
    """Each deadline set, moved, come or lifted, on the day on which it was."""
    history = after.history(treaty)
    days: set[date] = set()
    for item in history.agenda:
        days.add(item.created[0])
        if item.closed:
            days.update(item.closed)
            days.add(min(item.closed[1], date.max - timedelta(days=1)) + timedelta(days=1))
    for day in sorted(day for day in days if before.as_of < day <= after.as_of):
        old, new = (_by_key(standing(history, on)) for on in (day - timedelta(days=1), day))
        for was, now in _pairs(old, new):
            if was is None or now is None or not _only_waited(was, now):
                words = "come" if was and is_over(was, day) else "lifted"
                yield _change(after, was, now, day, _why(history.occurrences, was, now, day), words)


def deadlines_apart(before: Snapshot, after: Snapshot, treaty: str) -> Iterator[Change]:
    """What runs, or has run out, on other days by the one account than by the other."""
    old, new = (
        _by_key(one.deadline for one in (*snapshot.deadlines(treaty), *snapshot.passed(treaty)))
        for snapshot in (before, after)
    )
    supposed = (act.date.earliest for act in after.history(treaty).occurrences if act.supposed)
    day = max(after.as_of, *supposed, date.min)
    for was, now in _pairs(old, new):
        if was is None or now is None or was.date != now.date:
            yield _change(after, was, now, day, (now or was).acts(), "no longer")  # type: ignore[union-attr]


def _by_key(found: Iterable[Deadline]) -> _Known:
    by_key: _Known = {}
    for one in found:
        if one.kind not in _UNTOLD:
            by_key.setdefault(one.key, one)
    return by_key


def _pairs(old: _Known, new: _Known) -> Iterator[tuple[Deadline | None, Deadline | None]]:
    for key in sorted({*old, *new}, key=lambda key: tuple(part or "" for part in key)):
        yield old.get(key), new.get(key)


def _only_waited(was: Deadline, now: Deadline) -> bool:
    """Tell whether nothing but time went by: the first of the days of a vague date passed, and it has not come."""
    return was.date.latest == now.date.latest and was.date.earliest <= now.date.earliest


def _why(acts: tuple[Occurrence, ...], was: Deadline | None, now: Deadline | None, day: date) -> tuple[Occurrence, ...]:
    """Return what a deadline rests on; for one that was lifted what happened on that day."""
    if now is not None:
        return now.acts()
    assert was is not None
    that_day = tuple(act for act in acts if day in act.date)
    return was.acts() if is_over(was, day) else that_day or was.acts()


def _change(
    snapshot: Snapshot, was: Deadline | None, now: Deadline | None, day: date, acts: tuple[Occurrence, ...], words: str
) -> Change:
    one = now or was
    assert one is not None
    if now is not None:
        words = f"{f'moved from {date_words(was.date)} to' if was else 'set for'} {date_words(now.date)}"
    seen_from = day if now is not None or is_over(one, day) else date.min
    return Change(
        Edtf.of(day),
        "deadline",
        one.kind,
        one.treaty,
        one.party,
        str(was.date) if was else None,
        str(now.date) if now else None,
        f"{words}: {deadline_words(snapshot.view.contents, one, seen_from)}",
        tuple(dict.fromkeys(source for act in acts for source in act.sources)) or snapshot.count(one).sources,
        tuple(act.id for act in acts),
        one.rule,
        any(act.supposed for act in acts),
    )
