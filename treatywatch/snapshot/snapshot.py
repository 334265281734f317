"""What stands at a day, as known by a day, according to some sources: the one object that all reports are written against."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from treatywatch.models.occurrence import SUPPOSED, Occurrence
from treatywatch.models.status import SHARED_FLAGS
from treatywatch.rules.deadlines import Deadline, passed
from treatywatch.rules.history import History, Segment, behind
from treatywatch.snapshot.answers import Countdown, Explanation, Interval, PartyStatus, Refused, TreatyStatus
from treatywatch.snapshot.beside import objections
from treatywatch.snapshot.course import Course
from treatywatch.snapshot.explain import explain
from treatywatch.snapshot.explain_position import explain_position
from treatywatch.snapshot.lineage import Lineage, lineage
from treatywatch.snapshot.positions import Positions
from treatywatch.snapshot.words import deadline_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from treatywatch.errors import Problem
    from treatywatch.models.statements import Issue
    from treatywatch.models.treaty import Treaty
    from treatywatch.snapshot.factcheck import Scorecard
    from treatywatch.snapshot.stances import Alignment, PartyPosition, StanceShift, Statement
    from treatywatch.snapshot.view import View

__all__ = ["Snapshot"]


class Snapshot:
    """The answers for one day, one state of knowledge and one choice of sources.

    `as_of` is the day asked about (valid time), `known_by` the day by which facts were public (knowledge time;
    None: all), `according_to` the sources believed (None: all). Made by `Catalog.at`.
    """

    def __init__(self, view: View, as_of: date) -> None:
        self.view = view
        self.as_of = as_of
        self._courses: dict[str, Course] = {}

    @property
    def known_by(self) -> date | None:
        """The day by which facts had to be public."""
        return self.view.known_by

    @property
    def according_to(self) -> tuple[str, ...] | None:
        """The sources believed, in order of their ids."""
        trusted = self.view.according_to
        return None if trusted is None else tuple(sorted(trusted))

    @property
    def treaties(self) -> tuple[Treaty, ...]:
        """All treaties of the catalog, in order of their ids."""
        return tuple(self.view.contents.treaties[name] for name in sorted(self.view.contents.treaties))

    def status(self, treaty: str) -> TreatyStatus:
        """Return how a treaty stands (VCLT 24-72). Raises QuestionError for an unknown treaty."""
        record = self.view.contents.treaty(treaty)
        course = self._course(record)
        history = course.full
        segment = history.at(self.as_of)
        parties = tuple(self._party(history, party) for party in history.parties)
        parties = tuple(party for party in parties if party.possible != ("none",))
        to_come = tuple(self.count(deadline) for deadline in course.deadlines())
        flags = segment.flags.union(*(SHARED_FLAGS.intersection(party.flags) for party in parties))
        return TreatyStatus(
            id=record.id,
            short_title=record.short_title,
            title=record.title,
            subject=record.subject,
            participation=record.participation,
            status=segment.status,
            possible=segment.possible,
            since=segment.since(self.as_of),
            flags=tuple(sorted(flags)),
            verified=record.verified,
            suspended_by=_flagged(parties, "suspended"),
            withdrawing=_flagged(parties, "withdrawing"),
            contested_by=self._contesting(history),
            hypothetical=course.supposes or any(counted.deadline.hypothetical for counted in to_come),
            parties=parties,
            deadlines=to_come,
        )

    def statuses(self) -> tuple[TreatyStatus, ...]:
        """Return how every treaty stands, in order of their ids."""
        self.view.histories()
        return tuple(self.status(treaty.id) for treaty in self.treaties)

    def party_status(self, treaty: str, party: str) -> PartyStatus:
        """Return how a state stands to a treaty (VCLT 2(1)(f), (g)). Raises QuestionError for unknown names."""
        history = self.view.history(self.view.contents.treaty(treaty).id)
        return self._party(history, self.view.contents.party(party).id)

    def deadlines(self, treaty: str | None = None) -> tuple[Countdown, ...]:
        """Return what is to come, soonest first, for one treaty or for all. Raises QuestionError for an unknown one."""
        return self._counted(
            deadline for record in self._named(treaty) for deadline in self._course(record).deadlines()
        )

    def passed(self, treaty: str | None = None) -> tuple[Countdown, ...]:
        """Return what had stood on the agenda and has come, the latest first. Raises QuestionError for an unknown treaty."""
        found = (one for record in self._named(treaty) for one in passed(self._course(record).full, self.as_of))
        return tuple(reversed(self._counted(found)))

    def refused(self, treaty: str) -> tuple[Refused, ...]:
        """Return the supposed acts that have no effect in law, each with the rule that says so. Raises QuestionError."""
        return self._course(self.view.contents.treaty(treaty)).refused()

    def history(self, treaty: str) -> History:
        """Return the whole history of a treaty, from which its answers are read off. Raises QuestionError for an unknown one."""
        return self.view.history(self.view.contents.treaty(treaty).id)

    def histories(self) -> Mapping[str, History]:
        """Return the whole history of every treaty, by id."""
        return self.view.histories()

    def intervals(self, treaty: str, party: str | None = None) -> tuple[Interval, ...]:
        """Return the stretches of time over which a treaty, or one party, had the same status: they partition time.

        What lies after the day asked about is what was then to be expected, from acts done by then alone.
        """
        record = self.view.contents.treaty(treaty)
        who = None if party is None else self.view.contents.party(party).id
        return tuple(_intervals(self._course(record).expected, who, self.as_of))

    def occurrences(self, treaty: str) -> tuple[Occurrence, ...]:
        """Return what happened to a treaty by the day asked about, in order of date, with consultations about it."""
        record = self.view.contents.treaty(treaty)
        acts = (*self.view.occurrences(record.id), *self.view.consultations(record.id))
        happened = [act for act in acts if act.date.earliest <= self.as_of]
        return tuple(sorted(happened, key=lambda act: (act.date.earliest, act.date.latest, act.type, act.id)))

    def explain(self, treaty: str, party: str | None = None) -> Explanation:
        """Return why a treaty, or a party to it, stands as it does: rules, authority, facts, sources. Raises QuestionError."""
        who = None if party is None else self.view.contents.party(party).id
        return explain(self.view, self.history(treaty), self.as_of, who)

    def positions(
        self, treaty: str | None = None, *, party: str | None = None, issue: str | None = None
    ) -> tuple[PartyPosition, ...]:
        """Return where each party stands on each issue (of a treaty, of a party, one issue). Raises QuestionError for unknown names."""
        return self._said.all(treaty, party, issue)

    def shifts(
        self, treaty: str | None = None, *, party: str | None = None, issue: str | None = None
    ) -> tuple[StanceShift, ...]:
        """Return every change of a party's stance by the day, in order of time. Raises QuestionError for unknown names."""
        return self._said.shifts(treaty, party, issue)

    def alignment(self, treaty: str | None = None, *, issue: str | None = None) -> tuple[Alignment, ...]:
        """Return who agrees with whom on each issue, and the outlook of steps that need all. Raises QuestionError for unknown names."""
        return self._said.alignment(treaty, issue)

    def statements(
        self, treaty: str | None = None, *, party: str | None = None, issue: str | None = None
    ) -> tuple[Statement, ...]:
        """Return what was said on each issue by the day, in order of time. Raises QuestionError for unknown names."""
        return self._said.statements(treaty, party, issue)

    def perhaps(self, treaty: str | None = None) -> tuple[Issue, ...]:
        """Return the issues on which somebody may have spoken by the day, and nobody certainly has. Raises QuestionError."""
        return tuple(self._said.perhaps(treaty))

    def explain_position(self, issue: str, party: str | None = None) -> Explanation:
        """Return why a party's stance, or an issue's state, is what it is. Raises QuestionError for unknown names."""
        return explain_position(self._said, issue, party)

    @cached_property
    def _said(self) -> Positions:
        return Positions(self.view, self.as_of, self.deadlines)

    def lineage(self, treaty: str) -> Lineage:
        """Return what came before a treaty and what came after it, with dates and ends. Raises QuestionError for an unknown one."""
        return lineage(self, treaty)

    def findings(self) -> tuple[Problem, ...]:
        """Return where the sources disagree with each other, with the rules, or with what is possible."""
        from treatywatch.snapshot.findings import findings  # looks at the models themselves, which loads pydantic

        return tuple(findings(self.view))

    def factcheck(self, *sources: str) -> tuple[Scorecard, ...]:
        """Return a verdict on each fact of the sources named, or of all; the day asked about plays no part. Raises QuestionError."""
        from treatywatch.snapshot.factcheck import factcheck  # only this question needs it

        return factcheck(self.view, [self.view.contents.source(name).id for name in sources])

    def count(self, deadline: Deadline) -> Countdown:
        """Return a deadline as seen from the day asked about."""
        contents = self.view.contents
        told = [source for act in deadline.acts() for source in act.sources]
        told.append(contents.treaties[deadline.treaty].terms.source)
        return Countdown.of(
            deadline, self.as_of, deadline_words(contents, deadline, self.as_of), tuple(dict.fromkeys(told))
        )

    def _named(self, treaty: str | None) -> tuple[Treaty, ...]:
        return self.treaties if treaty is None else (self.view.contents.treaty(treaty),)

    def _course(self, record: Treaty) -> Course:
        known = self._courses.get(record.id)
        if known is None:
            known = self._courses[record.id] = Course(self.view, record, self.as_of)
        return known

    def _counted(self, found: Iterable[Deadline]) -> tuple[Countdown, ...]:
        counted = (self.count(deadline) for deadline in found)
        return tuple(sorted(counted, key=lambda one: (one.days_min, one.days_max, one.deadline.treaty)))

    def _party(self, history: History, party: str) -> PartyStatus:
        segment = history.at(self.as_of, party)
        known = self.view.contents.parties.get(party)
        name = known.name if known else party
        since = segment.since(self.as_of)
        supposing = SUPPOSED in self.view.contents.sources
        supposed = supposing and self._rests_on_suppositions(history, segment, party)
        return PartyStatus(party, name, segment.status, segment.possible, since, tuple(sorted(segment.flags)), supposed)

    def _rests_on_suppositions(self, history: History, segment: Segment, party: str) -> bool:
        """Tell whether a supposed act brought a standing about, or kept it from changing."""
        as_it_is = self.view.unsupposed(history.treaty.id).at(self.as_of, party)
        return as_it_is.standings != segment.standings or any(act.supposed for act in behind(segment.changes))

    def _contesting(self, history: History) -> tuple[str, ...]:
        """Return who objected to an act by which a party now is contested."""
        contested = {party for party in history.parties if "contested" in history.at(self.as_of, party).flags}
        acts = (act for party in contested for act in objections(history, self.as_of, party))
        return tuple(sorted({act.party for act in acts if act.party}))


def _flagged(parties: Iterable[PartyStatus], flag: str) -> tuple[str, ...]:
    return tuple(party.party for party in parties if flag in party.flags)


def _intervals(history: History, party: str | None, as_of: date) -> list[Interval]:
    """Return the segments as intervals; those that tell the same, where only a vague day's range goes on, as one."""
    found: list[Interval] = []
    line = history.segments(party)
    for position, segment in enumerate(line):
        end = line[position + 1].start if position + 1 < len(line) else None
        change, acts = segment.changes[0], behind(segment.changes)
        made = Interval(
            party,
            segment.status,
            segment.possible,
            tuple(sorted(segment.flags)),
            segment.start if segment.start > date.min else None,
            end,
            segment.start > as_of,
            change.rule if change else None,
            tuple(act.id for act in acts),
            any(act.supposed for act in acts),
        )
        if found and found[-1]._replace(start=made.start, end=made.end) == made:
            found[-1] = found[-1]._replace(end=made.end)
        else:
            found.append(made)
    return found
