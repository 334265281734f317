"""The state that a history replays over, and what is kept of it: changes of standing, and what stood on the agenda.

Rules read the state; only the replay changes it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from treatywatch.models.status import ENDED
from treatywatch.models.wording import named

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from treatywatch.models.occurrence import Occurrence
    from treatywatch.models.party import Party
    from treatywatch.models.treaty import Treaty
    from treatywatch.rules.effects import Schedule

__all__ = [
    "BOUND",
    "CONSENTING",
    "Due",
    "Happening",
    "PartyState",
    "Reckoning",
    "Standing",
    "State",
    "Transition",
]

BOUND = ("party", "provisional")
"""The statuses of a state that has obligations under the treaty."""

CONSENTING = ("contracting", "provisional", "party")
"""The statuses that a state which has consented to be bound can have."""


class Standing(NamedTuple):
    """A status with the flags beside it."""

    status: str
    flags: frozenset[str] = frozenset()


class Transition(NamedTuple):
    """A change on a day: of whom, from what to what, by which rule and why.

    `party` is None for the treaty. `causes` are the occurrences and earlier transitions it follows from, `reckoned` tells
    how its day had been reckoned, where it had stood on the agenda.
    """

    day: date
    party: str | None
    before: Standing
    after: Standing
    rule: str
    article: str | None
    causes: tuple[Occurrence | Transition, ...]
    reckoned: Reckoning | None = None


class Reckoning(NamedTuple):
    """How the day of a change had been reckoned: by which rule, on which day, under which article."""

    rule: str
    made: date
    article: str | None


class Due:
    """An item on the agenda: what comes when, since when it stood there and until when.

    `closed` is the day on which it came (`came`) or was taken off or moved; None while it still stands.
    """

    __slots__ = (
        "article",
        "came",
        "causes",
        "closed",
        "created",
        "day",
        "kind",
        "label",
        "latest",
        "party",
        "reckoning",
        "rule",
        "why_closed",
    )

    def __init__(self, effect: Schedule, happening: Happening, rule: str) -> None:
        self.kind = effect.kind
        self.day = effect.day
        self.latest = effect.latest
        self.party = effect.party
        self.article = effect.article
        self.label = effect.label
        self.rule = rule
        self.created = happening.day
        self.causes = (*happening.causes, *effect.because) if effect.because else happening.causes
        self.closed: date | None = None
        self.came = False
        self.why_closed: tuple[Occurrence | Transition, ...] = ()
        self.reckoning: Reckoning | None = None

    def come(self, day: date) -> None:
        """Let its day come."""
        self.closed, self.came = day, True
        self.reckoning = Reckoning(self.rule, self.created, self.article)


_NO_DAYS: Mapping[str, date] = {}


class Happening:
    """What sets rules off: an act, an item of the agenda whose day has come, or a change of status.

    `trigger` is that by which rules are found: the type of an act, `due:KIND`, `party:STATUS`, `treaty:STATUS`. `when` are the days
    that the act names in its fields, as chosen for this replay; `reckoned` tells how the day had been reckoned on which an
    item of the agenda came.
    """

    __slots__ = ("act", "causes", "day", "due", "party", "reckoned", "trigger", "when")

    def __init__(
        self,
        trigger: str,
        day: date,
        party: str | None,
        causes: tuple[Occurrence | Transition, ...],
        act: Occurrence | None = None,
        when: Mapping[str, date] = _NO_DAYS,
        due: Due | None = None,
        reckoned: Reckoning | None = None,
    ) -> None:
        self.trigger = trigger
        self.day = day
        self.party = party
        self.causes = causes
        self.act = act
        self.when = when
        self.due = due
        self.reckoned = reckoned

    def then(self, trigger: str, change: Transition) -> Happening:
        """Return the change that this happening brought about as what sets rules off in its turn."""
        return Happening(trigger, self.day, change.party, (change,), self.act, self.when, self.due)


class PartyState:
    """One state's standing while the history runs; `did` are its acts in order, without those that had no effect."""

    __slots__ = ("did", "flags", "memory", "status")

    def __init__(self) -> None:
        self.status = "none"
        self.flags: frozenset[str] = frozenset()
        self.memory: dict[str, Any] = {}
        self.did: list[Occurrence] = []


_STRANGER = PartyState()
_BEFORE = ("not-concluded", "signed", "provisionally-applied")


class State:
    """The treaty's and each party's standing on the day that the replay has come to.

    `in_force` is whether the treaty is in force (its operation may be suspended), `ended` whether it has ended, whether or not
    it was ever in force.
    """

    __slots__ = ("agenda", "ended", "flags", "in_force", "memory", "parties", "states", "status", "treaty")

    def __init__(self, treaty: Treaty, states: Mapping[str, Party]) -> None:
        self.treaty = treaty
        self.states = states
        self.stands("not-concluded")
        self.flags: frozenset[str] = frozenset()
        self.parties: defaultdict[str, PartyState] = defaultdict(PartyState)
        self.memory: dict[str, Any] = {}
        self.agenda: dict[tuple[str, str | None, str], Due] = {}

    def stands(self, status: str) -> None:
        """Give the treaty a status: for the replay alone."""
        self.status = status
        self.in_force = status in ("in-force", "suspended")
        self.ended = status in ENDED

    def of(self, party: str) -> PartyState:
        """Return the state's standing; that of a stranger for a state not seen before."""
        return self.parties.get(party, _STRANGER)

    def consents(self) -> dict[str, Occurrence]:
        """Return the acts by which those states consented to be bound that have and that exist, in order of their ids."""
        found = {}
        for party, known in sorted(self.parties.items()):
            act = known.memory.get("consent")
            if act is not None and known.status in CONSENTING:
                found[party] = act
        return found

    def having(self, *statuses: str) -> list[str]:
        """Return the states that have one of these statuses, in order of their ids."""
        return sorted([party for party, known in self.parties.items() if known.status in statuses])

    def due(self, kind: str, party: str | None = None) -> Due | None:
        """Return what stands on the agenda of this kind, if anything; nothing that has a label."""
        return self.agenda.get((kind, party, ""))

    def name(self, party: str) -> str:
        """Return a state's name as it stands within a sentence; its id where it is not known."""
        return named(self.states, party)

    def heir(self, party: str) -> str | None:
        """Return the state that continues one that no longer exists, if any."""
        known = self.states.get(party)
        return known.continued_by if known is not None else None

    @property
    def awaits_force(self) -> bool:
        """Whether the treaty is yet to enter into force, with no day set for it."""
        return self.status in _BEFORE and self.due("entry-into-force") is None
