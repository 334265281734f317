"""Events as changes: what happened from one day to another, or by one account and not by another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.snapshot.changes.change import Change

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatywatch.models.occurrence import Occurrence
    from treatywatch.snapshot.snapshot import Snapshot

__all__ = ["events_apart", "events_between"]


def events_between(before: Snapshot, after: Snapshot, treaty: str) -> Iterator[Change]:
    """What happened after the one day and by the other."""
    happened = (act for act in after.occurrences(treaty) if act.date.earliest > before.as_of)
    yield from _told(happened, treaty, _in_vain(after, treaty))


def events_apart(before: Snapshot, after: Snapshot, treaty: str) -> Iterator[Change]:
    """What happened by the one account and not by the other, or on another day, or is supposed to happen."""
    old, new = _acts(before, treaty), _acts(after, treaty)
    known = {fact: act for act in old for fact in _facts(act)}
    met: set[str] = set()
    fresh = []
    for act in new:
        same = next((known[fact] for fact in _facts(act) if fact in known), None)
        if same is None:
            fresh.append(act)
            continue
        met.add(same.id)
        if same.date != act.date:
            yield _event(act, treaty, str(same.date), str(act.date))
    yield from _told(fresh, treaty, _in_vain(after, treaty))
    for act in old:
        if act.id not in met:
            yield _event(act, treaty, str(act.date), None)


def _acts(snapshot: Snapshot, treaty: str) -> list[Occurrence]:
    view = snapshot.view
    acts = (*view.occurrences(treaty), *view.consultations(treaty))
    return [act for act in acts if act.date.earliest <= snapshot.as_of or act.supposed]


def _facts(act: Occurrence) -> list[tuple[str, str | None, str]]:
    """Return what tells an act across accounts: its number among others may differ, its facts do not."""
    return [(act.type, act.party, fact.id) for fact in act.facts]


def _in_vain(snapshot: Snapshot, treaty: str) -> set[str]:
    """Return the supposed acts that have no effect in law."""
    return {refused.act.id for refused in snapshot.refused(treaty)}


def _told(acts: Iterable[Occurrence], treaty: str, in_vain: set[str]) -> Iterator[Change]:
    """Yield events; an act of several parties that the same facts tell of stands once."""
    groups: dict[tuple[object, ...], list[Occurrence]] = {}
    for act in acts:
        told = act.type, act.date, tuple(fact.id for fact in act.facts), act.id in in_vain
        groups.setdefault(told, []).append(act)
    for group in groups.values():
        made = _event(group[0], treaty, None, str(group[0].date))
        if group[0].id in in_vain:
            made = made._replace(summary=f"{made.summary} (without effect)")
        yield made if len(group) == 1 else made._replace(party=None, because=tuple(act.id for act in group))


def _event(act: Occurrence, treaty: str, before: str | None, after: str | None) -> Change:
    words = act.summary if before is None else f"{act.summary} (until then dated {before})"
    if after is None:
        words = f"{act.summary} (no longer believed)"
    return Change(
        act.date, "event", act.type, treaty, act.party, before, after, words, act.sources, (act.id,), None, act.supposed
    )
