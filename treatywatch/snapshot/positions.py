"""Where parties stand: statements that are believed, put through the rules of positions, for one day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.dates import CalendarSpan
from treatywatch.rules import issues as issue_rules
from treatywatch.rules import positions as rules
from treatywatch.snapshot.stances import Alignment, PartyPosition, StanceShift, Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from treatywatch.models.occurrence import Occurrence
    from treatywatch.models.statements import Issue, Position
    from treatywatch.rules.issues import IssueState
    from treatywatch.snapshot.answers import Countdown
    from treatywatch.snapshot.view import View

__all__ = ["Positions", "alike"]


class Positions:
    """The positions of a view as seen from a day. An issue is listed once a party has certainly spoken on it.

    `to_come` gives the deadlines of a treaty as seen from the same day.
    """

    def __init__(self, view: View, day: date, to_come: Callable[[str], Iterable[Countdown]]) -> None:
        self.view = view
        self.day = day
        self._to_come = to_come

    def issues(self, treaty: str | None = None, issue: str | None = None) -> list[Issue]:
        """Return the issue named, or those on which somebody has certainly spoken, in order of their curation."""
        contents = self.view.contents
        about = contents.treaty(treaty).id if treaty is not None else None
        if issue is not None:
            found = contents.issue(issue)
            return [found] if about in (None, found.treaty) else []
        return [
            one
            for one in contents.document.issues
            if about in (None, one.treaty)
            and any(said.date.latest <= self.day for line in self._lines(one).values() for said in line)
        ]

    def perhaps(self, treaty: str | None = None) -> list[Issue]:
        """Return the issues on which a party may have spoken by the day and none certainly has: their dates are vague."""
        about = self.view.contents.treaty(treaty).id if treaty is not None else None
        sure = {one.id for one in self.issues(treaty)}
        return [
            one
            for one in self.view.contents.document.issues
            if about in (None, one.treaty) and one.id not in sure and self._heard(one)
        ]

    def all(
        self, treaty: str | None = None, party: str | None = None, issue: str | None = None
    ) -> tuple[PartyPosition, ...]:
        """Return where each party stands on each issue: those asked for their stance, and others that spoke."""
        who = self.view.contents.party(party).id if party is not None else None
        return tuple(
            self.of(one, name)
            for one in self.issues(treaty, issue)
            for name in self._asked(one, who if issue else None)
            if who in (None, name)
        )

    def of(self, issue: Issue, party: str) -> PartyPosition:
        """Return where a party stands on an issue."""
        known = self.view.contents.parties.get(party)
        line = self.line(issue, party)
        held = rules.standing(line, self.day)
        said = held.statement
        state = self.state(issue)
        days = None
        if said is not None:
            days = ((self.day - said.date.latest).days, (self.day - said.date.earliest).days)
        return PartyPosition(
            issue=issue,
            party=party,
            name=known.name if known else party,
            held=held,
            told=_places(alike(line, said)) if said else (),
            since=held.since,
            days=days,
            ago=CalendarSpan.from_to(said.date.latest, self.day) if said and days and days[0] == days[1] else None,
            state=state,
            contradicted_by=tuple(issue_rules.contradictions(issue, party, held, self._acts, self.day)),
        )

    def line(self, issue: Issue, party: str) -> Sequence[Position]:
        """Return everything that is believed to be said by or of a party on an issue, the most believed first."""
        return self._lines(issue).get(party, ())

    def state(self, issue: Issue) -> IssueState:
        """Return whether an issue is open, settled or moot."""
        history = self.view.history(issue.treaty) if issue.treaty else None
        return issue_rules.issue_state(issue, self._acts, history, self.day)

    def shifts(
        self, treaty: str | None = None, party: str | None = None, issue: str | None = None
    ) -> tuple[StanceShift, ...]:
        """Return every change of stance by the day, in order of the day by which it had happened."""
        who = self.view.contents.party(party).id if party is not None else None
        found = [
            StanceShift(one.id, name, shift)
            for one in self.issues(treaty, issue)
            for name in self._heard(one)
            if who in (None, name)
            for shift in rules.shifts(self.line(one, name), self.day)
        ]
        return tuple(sorted(found, key=lambda one: (one.shift.between[1], one.issue, one.party, one.shift.between[0])))

    def alignment(self, treaty: str | None = None, issue: str | None = None) -> tuple[Alignment, ...]:
        """Return who agrees with whom, and what becomes of steps that need the agreement of all."""
        return tuple(self._aligned(one) for one in self.issues(treaty, issue))

    def statements(
        self, treaty: str | None = None, party: str | None = None, issue: str | None = None
    ) -> tuple[Statement, ...]:
        """Return what has, or may have, been said by the day, issue by issue, in order of time."""
        who = self.view.contents.party(party).id if party is not None else None
        found: list[Statement] = []
        for one in self.issues(treaty, issue):
            told = [
                statement
                for name in self._heard(one)
                if who in (None, name)
                for statement in self._told(self.line(one, name))
            ]
            found += sorted(told, key=lambda s: (s.said.date.earliest, s.said.date.latest, s.said.party, s.said.id))
        return tuple(found)

    def _told(self, line: Sequence[Position]) -> Iterable[Statement]:
        shifts = {shift.after.id: shift for shift in rules.shifts(line, self.day)}
        less = {one.id: (better, rule) for one, better, rule in rules.outranked_by(line, self.day)}
        for said in line:
            if said.date.earliest <= self.day:
                yield Statement(said, shifts.get(said.id), less.get(said.id), said.date.latest <= self.day)

    def _lines(self, issue: Issue) -> dict[str, list[Position]]:
        return self.view.lines.get(issue.id, {})

    def _heard(self, issue: Issue) -> list[str]:
        lines = self._lines(issue).items()
        return sorted(party for party, line in lines if any(said.date.earliest <= self.day for said in line))

    def _asked(self, issue: Issue, also: str | None) -> tuple[str, ...]:
        return issue_rules.asked(issue, [*self._heard(issue), *([also] if also else [])])

    def _acts(self, kind: str, treaty: str | None) -> list[Occurrence]:
        view = self.view
        if kind == "consultation":
            return list(view.consultations(treaty))
        names = [treaty] if treaty else [*sorted(view.contents.treaties), None]
        return [act for name in names for act in view.occurrences(name) if act.type == kind]

    def _aligned(self, issue: Issue) -> Alignment:
        held = {party: rules.standing(self.line(issue, party), self.day) for party in self._asked(issue, None)}
        stances = {party: standing.stance for party, standing in held.items()}
        state = self.state(issue)
        closing = self._closing(issue) if issue.agreement and state.state == "open" else None
        by = issue_rules.alignment(stances)
        return Alignment(
            issue=issue,
            stances=by,
            uncertain=tuple(party for party, standing in sorted(held.items()) if len(standing.possible) > 1),
            by_account=tuple(
                party
                for party, standing in sorted(held.items())
                if standing.statement and not rules.is_own(standing.statement)
            ),
            at_one=len(stances) > 1 and len(set(stances.values())) == 1 and not by[rules.SILENT],
            state=state,
            outlook=issue_rules.outlook(issue, stances, state, _before(closing)),
            deadline=closing,
        )

    def _closing(self, issue: Issue) -> Countdown | None:
        """Return the day before which an extension must be agreed, by the treaty's terms."""
        if issue.treaty is None or not any(decider.type == "extension" for decider in issue.settled_by):
            return None
        return next((one for one in self._to_come(issue.treaty) if one.deadline.kind == "extension-window"), None)


def alike(line: Sequence[Position], said: Position) -> list[Position]:
    """Return the facts that tell of one statement: the same speaker, stance and voice on the same exact day."""
    exact = said.date.earliest == said.date.latest
    return [said] + [
        one
        for one in line
        if exact
        and one is not said
        and (one.date.earliest, one.date.latest) == (said.date.earliest, said.date.latest)
        and (one.stance, one.voice, one.speaker, one.office) == (said.stance, said.voice, said.speaker, said.office)
    ]


def _places(facts: Iterable[Position]) -> tuple[tuple[str, str | None], ...]:
    return tuple(dict.fromkeys((source, fact.at) for fact in facts for source in fact.sources))


def _before(closing: Countdown | None) -> str:
    if closing is None:
        return ""
    days = str(closing.days_min) if closing.days is not None else f"{closing.days_min} to {closing.days_max}"
    return f"to be agreed before {closing.deadline.date} ({days} days)"
