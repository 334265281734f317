"""What came before a treaty and what came after it: its line, as far as the record knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from treatywatch.models.status import ENDED
from treatywatch.rules.history import behind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatywatch.dates import Edtf
    from treatywatch.models.treaty import Treaty
    from treatywatch.snapshot.snapshot import Snapshot

__all__ = ["Kin", "Lineage", "Link", "Relation", "lineage"]

Relation = Literal["follows", "supersedes", "bound-to"]
"""What the later treaty is to the earlier: it came after it, took its place (VCLT 59), or lives or ends with it."""


class Link(NamedTuple):
    """Two treaties of a line, and what the `later` one is to the `earlier`."""

    earlier: str
    later: str
    relation: Relation


class Kin(NamedTuple):
    """A treaty of a line as it stands on the day asked about; days that were still to come are None.

    `place` tells where it stands from the treaty asked about: before it, after it, or bound to one of the line. `ended_by` is the rule
    that ended it, `because` the act of that day that did, where there was one.
    """

    treaty: str
    short_title: str
    place: Literal["before", "asked", "after", "bound"]
    signed: Edtf | None
    entered: Edtf | None
    ended: Edtf | None
    status: str
    ended_by: str | None
    because: str | None


class Lineage(NamedTuple):
    """The line of a treaty: its members from the oldest to the newest, and what each is to another."""

    treaty: str
    members: tuple[Kin, ...]
    links: tuple[Link, ...]


def lineage(snapshot: Snapshot, treaty: str) -> Lineage:
    """Return what preceded and what succeeded a treaty, however far, with what is bound to any of them.

    A treaty that was not concluded by the day asked about is left out. Raises QuestionError for an unknown treaty.
    """
    asked = snapshot.view.contents.treaty(treaty).id
    every = sorted(_links(snapshot))
    links = [link for link in every if link.relation != "bound-to"]
    bound = [link for link in every if link.relation == "bound-to"]
    heads = {asked, *(link.earlier for link in bound if link.later == asked)}
    before = _reached(heads, ((link.later, link.earlier) for link in links)) - heads
    after = _reached(heads, ((link.earlier, link.later) for link in links)) - heads - before
    line = heads | before | after
    beside = {link.later for link in bound if link.earlier in line} - line
    members = [_kin(snapshot, name, "before") for name in before] + [_kin(snapshot, name, "after") for name in after]
    members += [_kin(snapshot, name, "asked" if name == asked else "bound") for name in heads | beside]
    members = [kin for kin in members if kin.treaty == asked or kin.status != "not-concluded"]
    there = {kin.treaty for kin in members}
    joined = (link for link in (*links, *bound) if link.earlier in there and link.later in there)
    return Lineage(asked, tuple(sorted(members, key=_age)), tuple(sorted(joined)))


def _links(snapshot: Snapshot) -> Iterable[Link]:
    """Yield every link of the catalog; one that supersedes another is not said to follow it as well."""
    superseded = {(treaty.id, later) for treaty in snapshot.treaties for later in _successors(snapshot, treaty)}
    for earlier, later in superseded:
        yield Link(earlier, later, "supersedes")
    for treaty in snapshot.treaties:
        for name in treaty.follows:
            if (name, treaty.id) not in superseded:
                yield Link(name, treaty.id, "follows")
        bound = (treaty.part_of, treaty.terms.entry_into_force.with_treaty, treaty.terms.duration.ends_with)
        for name in {name for name in bound if name is not None}.difference(treaty.follows):
            yield Link(name, treaty.id, "bound-to")


def _successors(snapshot: Snapshot, treaty: Treaty) -> set[str]:
    """Return what the treaty's own terms, or an act, let take its place."""
    view = snapshot.view
    acts = (act for act in view.contents.events.get(treaty.id, ()) if getattr(act, "by", None) and view.believing(act))
    named = {str(act.by) for act in acts if act.type == "supersession"}  # type: ignore[attr-defined]
    own = treaty.terms.duration.superseded_by
    return named if own is None else {*named, own}


def _reached(start: Iterable[str], steps: Iterable[tuple[str, str]]) -> set[str]:
    """Return all that steps lead to, however many, with the start."""
    leads: dict[str, list[str]] = {}
    for one, other in steps:
        leads.setdefault(one, []).append(other)
    found, waiting = set(start), sorted(start)
    while waiting:
        for name in leads.get(waiting.pop(), ()):
            if name not in found:
                found.add(name)
                waiting.append(name)
    return found


def _kin(snapshot: Snapshot, name: str, place: Literal["before", "asked", "after", "bound"]) -> Kin:
    record, history, day = snapshot.view.contents.treaties[name], snapshot.history(name), snapshot.as_of
    segment = history.at(day)
    signatures = [act.date for act in history.occurrences if act.type == "signature" and act.date.earliest <= day]
    began = {status: history.began(status) for status in ("in-force", *sorted(ENDED))}
    come = {status: found for status, found in began.items() if found is not None and found.earliest <= day}
    ends = [status for status in come if status in ENDED]
    change = next((c for c in history.line() if ends and c.after.status == ends[0] != c.before.status), None)
    acts = [act for act in behind(change.causes) if come[ends[0]].overlaps(act.date)] if change else []
    return Kin(
        name,
        record.short_title,
        place,
        min(signatures, key=lambda date: (date.earliest, date.latest), default=None),
        come.get("in-force"),
        come[ends[0]] if ends else None,
        segment.status,
        change.rule if change else None,
        acts[0].summary if acts else None,
    )


def _age(kin: Kin) -> tuple[str, str]:
    first = kin.signed or kin.entered
    return (first.earliest.isoformat() if first else "9999", kin.treaty)
