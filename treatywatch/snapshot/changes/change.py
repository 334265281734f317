"""A change as a value, and the shape of what finds changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from treatywatch.snapshot.snapshot import Snapshot

if TYPE_CHECKING:
    from treatywatch.dates import Edtf

__all__ = ["Change", "Compare", "in_order"]


class Change(NamedTuple):
    """Something that was one way and then another.

    `date` is when it changed: for a change of knowledge the day on which its cause became public. `kind` is `status`, `deadline`,
    `event` or `position`; `what` says more exactly which: the type of the event, the kind of the deadline, the issue. `before` and
    `after` are status words, dates or stances; None where there was or is nothing. `because` are the ids of the occurrences behind it.
    """

    date: Edtf
    kind: str
    what: str
    treaty: str | None
    party: str | None
    before: str | None
    after: str | None
    summary: str
    sources: tuple[str, ...]
    because: tuple[str, ...]
    rule: str | None = None
    hypothetical: bool = False


Compare = Callable[[Snapshot, Snapshot, str], Iterable[Change]]
"""What finds the changes of one kind between two snapshots, for one treaty."""

_KINDS = ("event", "position", "status", "deadline")


def in_order(found: Iterable[Change]) -> tuple[Change, ...]:
    """Return changes in order of date; on one day what happened first, then what it changed."""
    return tuple(sorted(found, key=_rank))


def _rank(one: Change) -> tuple[object, ...]:
    names = (one.what, one.party or "", one.before or "", one.after or "", one.summary)
    return one.date.earliest, one.date.latest, one.treaty or "", _KINDS.index(one.kind), names
