"""Changes of status: of treaties and parties, with the rule and the occurrences behind each."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from treatywatch.dates import Edtf
from treatywatch.rules.history import History, Segment, behind
from treatywatch.snapshot.changes.change import Change
from treatywatch.snapshot.words import conclusion, since_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from treatywatch.snapshot.snapshot import Snapshot

__all__ = ["statuses_apart", "statuses_between"]


def statuses_between(before: Snapshot, after: Snapshot, treaty: str) -> Iterator[Change]:
    """Each change of status or flags of the treaty and its parties."""
    history = after.history(treaty)
    for party in (None, *history.parties):
        line = history.segments(party)
        for old, new in pairwise(line):
            if before.as_of < new.start <= after.as_of:
                yield from _status(after, history, party, old, new, new.start)


def statuses_apart(before: Snapshot, after: Snapshot, treaty: str) -> Iterator[Change]:
    """How the treaty and its parties stand on the day by the one account and by the other."""
    one, other = before.history(treaty), after.history(treaty)
    for party in (None, *sorted({*one.parties, *other.parties})):
        old, new = one.at(before.as_of, party), other.at(after.as_of, party)
        yield from _status(after, other, party, old, new, after.as_of, since=True)


def _status(
    snapshot: Snapshot,
    history: History,
    party: str | None,
    old: Segment,
    new: Segment,
    day: date,
    *,
    since: bool = False,
) -> Iterator[Change]:
    """Yield the change of status, else that of flags, else (`since`) that of the day on which the status began."""
    was, now = (" or ".join(segment.possible) for segment in (old, new))
    if was == now:
        was, now = (_flagged(segment) for segment in (old, new))
    if was == now and since:
        was, now = (_begun(segment, day) for segment in (old, new))
    if was == now:
        return
    contents = snapshot.view.contents
    short = history.treaty.short_title
    known = contents.parties.get(party) if party else None
    subject = f"{known.name if known else party} ({short})" if party else short
    acts = behind(new.changes)
    change = next((change for change in new.changes if change is not None), None)
    yield Change(
        Edtf.of(day),
        "status",
        "status",
        history.treaty.id,
        party,
        was,
        now,
        conclusion(subject, new.possible, new.since(day) if since else None, new.flags),
        tuple(dict.fromkeys(source for act in acts for source in act.sources)),
        tuple(act.id for act in acts),
        change.rule if change else None,
        any(act.supposed for act in acts),
    )


def _flagged(segment: Segment) -> str:
    flags = sorted(segment.flags - {"uncertain"})
    status = " or ".join(segment.possible)
    return f"{status} ({', '.join(flags)})" if flags else status


def _begun(segment: Segment, day: date) -> str:
    since = segment.since(day)
    return f"{_flagged(segment)} {since_words(since)}" if since else _flagged(segment)
