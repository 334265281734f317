"""What changed, as values: from day to day, from one state of knowledge to another, from what is to what is supposed.

Each comparison is a list of functions, one for each kind of change; all take two snapshots and a treaty. Where None stands
among the treaties, the positions on issues about no treaty are compared too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.dates import Edtf
from treatywatch.errors import QuestionError
from treatywatch.models.occurrence import SUPPOSED
from treatywatch.snapshot.changes.change import Change, Compare, in_order
from treatywatch.snapshot.changes.deadlines import deadlines_apart, deadlines_between
from treatywatch.snapshot.changes.events import events_apart, events_between
from treatywatch.snapshot.changes.positions import positions_apart, positions_between
from treatywatch.snapshot.changes.statuses import statuses_apart, statuses_between
from treatywatch.snapshot.view import public_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from treatywatch.catalog.contents import Contents
    from treatywatch.snapshot.snapshot import Snapshot

__all__ = ["APART", "OVER_TIME", "Change", "changes", "differences", "learned"]

OVER_TIME: tuple[Compare, ...] = (events_between, positions_between, statuses_between, deadlines_between)
"""What can change from one day to another."""

APART: tuple[Compare, ...] = (events_apart, positions_apart, statuses_apart, deadlines_apart)
"""In what two accounts of one day can differ."""


def changes(before: Snapshot, after: Snapshot, treaties: Iterable[str | None]) -> tuple[Change, ...]:
    """Return every step by which treaties came from one day to a later one, in order of date, its causes with it.

    The steps from a to b and those from b to c are together those from a to c. Raises QuestionError where the later day stands first.
    """
    if after.as_of < before.as_of:
        raise QuestionError(f"{after.as_of} comes before {before.as_of}", "give the earlier day first")
    return in_order(_found(OVER_TIME, positions_between, before, after, treaties))


def differences(before: Snapshot, after: Snapshot, treaties: Iterable[str | None]) -> tuple[Change, ...]:
    """Return how the answers of two snapshots about one day differ: of two states of knowledge, or of what is and what is supposed.

    Where the facts differ by suppositions alone, each change rests on one, also where it is that something did not come.
    """
    found = _found(APART, positions_apart, before, after, treaties)
    if before.view.contents is not after.view.contents:
        found = (change if change.hypothetical else _supposed(change) for change in found)
    return in_order(found)


def _supposed(change: Change) -> Change:
    return change._replace(hypothetical=True, sources=(*change.sources, SUPPOSED))


def _found(
    each: tuple[Compare, ...],
    said: Callable[[Snapshot, Snapshot, str | None], Iterable[Change]],
    before: Snapshot,
    after: Snapshot,
    treaties: Iterable[str | None],
) -> Iterator[Change]:
    for name in treaties:
        if name is None:
            yield from said(before, after, None)
            continue
        for find in each:
            yield from find(before, after, name)


def learned(
    at: Callable[[date], Snapshot], start: date, end: date, treaties: Iterable[str | None]
) -> tuple[Change, ...]:
    """Return what became public after one day and by another, and what that changed in the answers about one day.

    `at` gives the snapshot for a day of knowledge. Raises QuestionError where the later day stands first.
    """
    if end < start:
        raise QuestionError(f"{end} comes before {start}", "give the earlier day first")
    found: list[Change] = []
    for name in treaties:
        known = at(start)
        for day in _public_days(known.view.contents, name, start, end):
            then = at(day)
            made = differences(known, then, [name])
            found += (change._replace(date=Edtf.of(day)) for change in made)
            known = then
    return in_order(found)


def _public_days(contents: Contents, treaty: str | None, start: date, end: date) -> list[date]:
    """Return the days in a time on which a word on a treaty, or on one that its life hangs on, became public."""
    names = _hangs_on(contents, treaty) if treaty is not None else []
    events = [event for name in names for event in contents.events.get(name, ())]
    events += [event for event in contents.events.get(None, ()) if treaty in getattr(event, "about", ())]
    issues = {issue.id for issue in contents.document.issues if issue.treaty == treaty}
    said = [position for position in contents.document.positions if position.issue in issues]
    facts = (*events, *said, *(status for name in names for status in contents.statuses.get(name, ())))
    days = {public_from(contents, fact, source) for fact in facts for source in fact.sources}
    return sorted(day for day in days if start < day <= end)


def _hangs_on(contents: Contents, treaty: str) -> list[str]:
    """Return a treaty and those with which it begins or ends, and so on."""
    found = [treaty]
    for name in found:
        terms = contents.treaties[name].terms
        others = (terms.duration.superseded_by, terms.duration.ends_with, terms.entry_into_force.with_treaty)
        found += (other for other in others if other and other not in found)
    return found
