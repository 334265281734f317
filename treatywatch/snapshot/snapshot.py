"""What stands at a day, as known by a day, according to some sources: the one object that all reports are written against."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from treatywatch.errors import Problem
from treatywatch.models.occurrence import Occurrence
from treatywatch.models.treaty import Treaty
from treatywatch.rules.deadlines import Deadline, deadlines, passed
from treatywatch.rules.history import History, replay_history
from treatywatch.rules.state import Transition
from treatywatch.snapshot.answers import Countdown, Explanation, Interval, PartyStatus, TreatyStatus
from treatywatch.snapshot.explain import explain
from treatywatch.snapshot.findings import findings
from treatywatch.snapshot.view import View
from treatywatch.snapshot.words import deadline_words

__all__ = ["Snapshot"]


class Snapshot:
    """The answers for one day, one state of knowledge and one choice of sources.

    `as_of` is the day asked about (valid time), `known_by` the day by which facts were public (knowledge time;
    None: all), `according_to` the sources believed (None: all). Made by `Catalog.at`.
    """

    def __init__(self, view: View, as_of: date) -> None:
        self.view = view
        self.as_of = as_of

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
        history = self.view.history(record.id)
        segment = history.at(self.as_of)
        parties = tuple(self._party(history, party) for party in history.parties)
        parties = tuple(party for party in parties if party.possible != ("none",))
        flags = set(segment.flags)
        flags.update(
            flag for party in parties for flag in party.flags if flag in ("suspended", "withdrawing", "contested")
        )
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
            hypothetical=any(act.supposed and act.date.earliest <= self.as_of for act in history.occurrences),
            parties=parties,
            deadlines=tuple(self.count(deadline) for deadline in deadlines(history, self.as_of)),
        )

    def statuses(self) -> tuple[TreatyStatus, ...]:
        """Return how every treaty stands, in order of their ids."""
        return tuple(self.status(treaty.id) for treaty in self.treaties)

    def party_status(self, treaty: str, party: str) -> PartyStatus:
        """Return how a state stands to a treaty (VCLT 2(1)(f), (g)). Raises QuestionError for unknown names."""
        history = self.view.history(self.view.contents.treaty(treaty).id)
        return self._party(history, self.view.contents.party(party).id)

    def deadlines(self, treaty: str | None = None) -> tuple[Countdown, ...]:
        """Return what is to come, soonest first, for one treaty or for all."""
        return self._counted(treaty, deadlines)

    def passed(self, treaty: str | None = None) -> tuple[Countdown, ...]:
        """Return what had stood on the agenda and has come, the latest first."""
        return tuple(reversed(self._counted(treaty, passed)))

    def history(self, treaty: str) -> History:
        """Return the whole history of a treaty, from which its answers are read off. Raises QuestionError for an unknown one."""
        return self.view.history(self.view.contents.treaty(treaty).id)

    def intervals(self, treaty: str, party: str | None = None) -> tuple[Interval, ...]:
        """Return the stretches of time over which a treaty, or one party, had the same status: they partition time.

        What lies after the day asked about is what was then to be expected, from acts done by then alone.
        """
        record = self.view.contents.treaty(treaty)
        who = None if party is None else self.view.contents.party(party).id
        full = self.view.history(record.id)
        acts = [act for act in full.occurrences if act.date.earliest <= self.as_of or act.type == "state-ended"]
        history = (
            full
            if len(acts) == len(full.occurrences)
            else replay_history(record, self.view.contents.parties, acts)
        )
        return tuple(_intervals(history, who, self.as_of))

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

    def findings(self) -> tuple[Problem, ...]:
        """Return where the sources disagree with each other, with the rules, or with what is possible."""
        return tuple(findings(self.view))

    def count(self, deadline: Deadline) -> Countdown:
        """Return a deadline as seen from the day asked about."""
        contents = self.view.contents
        told = [source for act in deadline.acts() for source in act.sources]
        told.append(contents.treaties[deadline.treaty].terms.source)
        return Countdown.of(deadline, self.as_of, deadline_words(contents, deadline), tuple(dict.fromkeys(told)))

    def _counted(self, treaty: str | None, find: Callable[[History, date], list[Deadline]]) -> tuple[Countdown, ...]:
        names = [self.view.contents.treaty(treaty).id] if treaty else [record.id for record in self.treaties]
        found = [self.count(deadline) for name in names for deadline in find(self.view.history(name), self.as_of)]
        return tuple(sorted(found, key=lambda counted: (counted.days_min, counted.days_max, counted.deadline.treaty)))

    def _party(self, history: History, party: str) -> PartyStatus:
        segment = history.at(self.as_of, party)
        known = self.view.contents.parties.get(party)
        name = known.name if known else party
        since = segment.since(self.as_of)
        return PartyStatus(party, name, segment.status, segment.possible, since, tuple(sorted(segment.flags)))

    def _contesting(self, history: History) -> tuple[str, ...]:
        """Return who objected to an act by which a party now is contested."""
        contested = {party for party in history.parties if "contested" in history.at(self.as_of, party).flags}
        acts = (act for act in history.occurrences if act.type == "objection" and act.date.earliest <= self.as_of)
        return tuple(sorted({act.party for act in acts if act.party and contested.intersection(act.get("of") or ())}))


def _flagged(parties: Iterable[PartyStatus], flag: str) -> tuple[str, ...]:
    return tuple(party.party for party in parties if flag in party.flags)


def _intervals(history: History, party: str | None, as_of: date) -> Iterable[Interval]:
    line = history.segments(party)
    for position, segment in enumerate(line):
        end = line[position + 1].start if position + 1 < len(line) else None
        change = segment.changes[0]
        yield Interval(
            party,
            segment.status,
            segment.possible,
            tuple(sorted(segment.flags)),
            segment.start if segment.start > date.min else None,
            end,
            segment.start > as_of,
            change.rule if change else None,
            _acts(segment.changes),
        )


def _acts(changes: Sequence[Transition | None]) -> tuple[str, ...]:
    """Return the ids of the occurrences that changes rest on, the nearest first."""
    found: dict[str, None] = {}
    waiting: list[Occurrence | Transition] = [change for change in changes if change is not None]
    while waiting:
        cause = waiting.pop(0)
        if isinstance(cause, Transition):
            waiting.extend(cause.causes)
        else:
            found[cause.id] = None
    return tuple(found)
