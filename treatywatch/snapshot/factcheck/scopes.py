"""Statements on a whole set of treaties, such as "the last one left": judged by what they literally claim.

What they are held against is the computed list of treaties of the set that were in force. The set is that of the catalog:
an answer says how many treaties it looked at.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from treatywatch.dates import Edtf
from treatywatch.snapshot.factcheck.verdict import Opinion, compare
from treatywatch.snapshot.words import date_words, join

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatywatch.models.statements import ReportedStatus, Scope
    from treatywatch.rules.history import History
    from treatywatch.snapshot.answers import Evidence
    from treatywatch.snapshot.factcheck.bench import Bench

__all__ = ["judge_scope"]


class _Member(NamedTuple):
    """A treaty of the set, with the states that stand in it for those asked about (their predecessors included)."""

    history: History
    sides: tuple[tuple[str, ...], ...]

    def in_force(self, day: date) -> bool:
        """Tell whether it may have been in force on a day between all that are asked about."""
        bound = (any("party" in self.history.at(day, party).possible for party in side) for side in self.sides)
        return "in-force" in self.history.at(day).possible and all(bound)


def judge_scope(bench: Bench, fact: ReportedStatus) -> Opinion:
    """Judge a statement that a treaty was the only one, or that none was, in force on the last day that the fact allows."""
    assert fact.scope is not None
    members = list(_members(bench, fact.scope))
    known = [member for member in members if member.history.line(None)]
    if not known:
        return Opinion("unverified", None, "No independent source speaks of any treaty of this kind.")
    day = fact.date.latest
    standing = [member for member in known if member.in_force(day)]
    names = join(member.history.treaty.short_title for member in standing) or "none"
    computed = f"in force on {day}, of {len(members)} treaties of this kind in the catalog: {names}"
    shown = _why(bench, known, day)
    if fact.claim == "sole-in-force":
        return _sole(bench, fact, standing, Opinion("confirmed", computed, "", shown))
    if standing:
        return Opinion("contradicted", computed, f"By the record there was still {names}.", shown)
    return _first_time(bench, fact, known, Opinion("confirmed", computed, "", shown))


def _sole(bench: Bench, fact: ReportedStatus, standing: list[_Member], found: Opinion) -> Opinion:
    others = [member.history.treaty.short_title for member in standing if member.history.treaty.id != fact.treaty]
    itself = any(member.history.treaty.id == fact.treaty for member in standing)
    if others:
        return found._replace(verdict="contradicted", why=f"Taken literally it is wrong: {join(others)} stood as well.")
    if fact.treaty is not None and not itself:
        if not bench.history(fact.treaty).line(None):
            return found._replace(verdict="unverified", why="No independent source says how the treaty stands.")
        return found._replace(verdict="contradicted", why="The treaty was not in force itself.")
    return found._replace(why="No other treaty of this kind was in force, by the computed list.")


def _first_time(bench: Bench, fact: ReportedStatus, members: list[_Member], found: Opinion) -> Opinion:
    """Judge "for the first time since": when, by the list, was the last time before that none was in force?"""
    none_then = f"None was in force on {fact.date.latest}, by the computed list."
    if fact.first_since is None:
        return found._replace(why=none_then)
    began, before = _last_time(members, fact.date.latest)
    if began is None:
        return found._replace(
            verdict="consistent", why=f"{none_then} The list does not reach back to an earlier time without any."
        )
    verdict = compare(fact.first_since, Edtf.of(began))
    in_force = [member for member in members if member.in_force(began)]
    found = found._replace(evidence=tuple(dict.fromkeys((*found.evidence, *_why(bench, in_force, began)))))
    since = f"until {began}" if before is None else f"from {before} until {began}"
    why = f"{none_then} The last time before was {since}"
    claim = f"{date_words(fact.first_since)}"
    if verdict == "contradicted":
        return found._replace(
            verdict=verdict, why=f'{why}, not {claim}: taken literally, "for the first time since" is wrong.'
        )
    return found._replace(verdict=verdict, why=f"{why}.")


def _last_time(members: list[_Member], day: date) -> tuple[date | None, date | None]:
    """Return the end, and the beginning, of the last stretch without any treaty in force before the one that holds the day."""
    days = sorted(
        {
            segment.start
            for member in members
            for party in (None, *_states(member))
            for segment in member.history.segments(party)
        }
    )
    any_then = [(start, any(member.in_force(start) for member in members)) for start in days if start <= day]
    while any_then and not any_then[-1][1]:
        any_then.pop()
    while any_then and any_then[-1][1]:
        began = any_then.pop()[0]
    if not any_then:
        return None, None
    before = None
    while any_then and not any_then[-1][1]:
        before = any_then.pop()[0]
    return began, before if before is not None and before > date.min else None


def _states(member: _Member) -> Iterable[str]:
    return (party for side in member.sides for party in side)


def _members(bench: Bench, scope: Scope) -> Iterable[_Member]:
    """Yield the treaties of the set: on its subjects, and with all its states, or those that they continue, as parties at some time."""
    for treaty in bench.contents.treaties.values():
        if scope.subjects and treaty.subject not in scope.subjects:
            continue
        if scope.kind == "bilateral" and treaty.kind != "bilateral":
            continue
        history = bench.history(treaty.id)
        sides = tuple((party, *_continued(bench, party)) for party in scope.parties)
        involved = {*history.parties, *(state for side in treaty.sides for state in side)}
        if all(involved.intersection(side) for side in sides):
            yield _Member(history, sides)


def _continued(bench: Bench, party: str) -> list[str]:
    return sorted(state.id for state in bench.contents.parties.values() if state.continued_by == party)


def _why(bench: Bench, members: list[_Member], day: date) -> tuple[Evidence, ...]:
    """Return why each treaty of the set stands as it does on the day."""
    found = [item for member in members for item in bench.grounds(member.history, member.history.at(day))]
    return tuple(dict.fromkeys(found))
