"""The state that a history replays over, and what is kept of it: changes of standing, and what stood on the agenda.

Rules read the state; only the replay changes it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from treatywatch.models.status import ENDED

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


class Happening:
    """What sets a rule off: an act, an item of the agenda whose day has come, or a change of status."""

    __slots__ = ("act", "causes", "day", "due", "party", "when")

    def __init__(
        self,
        day: date,
        party: str | None,
        act: Occurrence | None,
        due: Due | None,
        causes: tuple[Occurrence | Transition, ...],
        when: dict[str, date],
    ) -> None:
        self.day = day
        self.party = party
        self.act = act
        self.due = due
        self.causes = causes
        self.when = when

    def then(self, party: str | None, causes: tuple[Occurrence | Transition, ...]) -> Happening:
        """Return what follows from this happening for a party, or for the treaty."""
        return Happening(self.day, party, self.act, self.due, causes, self.when)

    def attribute(self, name: str) -> date | None:
        """Return the day that the act names in a field, as chosen for this replay."""
        return self.when.get(name)


class PartyState:
    """One state's standing while the history runs."""

    __slots__ = ("flags", "memory", "status")

    def __init__(self) -> None:
        self.status = "none"
        self.flags: frozenset[str] = frozenset()
        self.memory: dict[str, Any] = {}


_STRANGER = PartyState()
_BEFORE = ("not-concluded", "signed", "provisionally-applied")


class State:
    """The treaty's and each party's standing on the day that the replay has come to."""

    __slots__ = ("agenda", "flags", "memory", "parties", "states", "status", "treaty")

    def __init__(self, treaty: Treaty, states: Mapping[str, Party]) -> None:
        self.treaty = treaty
        self.states = states
        self.status = "not-concluded"
        self.flags: frozenset[str] = frozenset()
        self.parties: defaultdict[str, PartyState] = defaultdict(PartyState)
        self.memory: dict[str, Any] = {}
        self.agenda: dict[tuple[str, str | None, str], Due] = {}

    def of(self, party: str) -> PartyState:
        """Return the state's standing; that of a stranger for a state not seen before."""
        return self.parties.get(party, _STRANGER)

    def consenting(self) -> list[str]:
        """Return the states that have consented to be bound and exist, in order of their ids."""
        return sorted(
            [
                party
                for party, known in self.parties.items()
                if known.status in CONSENTING and known.memory.get("consent") is not None
            ]
        )

    def consents(self) -> tuple[Occurrence, ...]:
        """Return the acts by which the consenting states consented."""
        return tuple(self.parties[party].memory["consent"] for party in self.consenting())

    def having(self, *statuses: str) -> list[str]:
        """Return the states that have one of these statuses, in order of their ids."""
        return sorted([party for party, known in self.parties.items() if known.status in statuses])

    def due(self, kind: str, party: str | None = None) -> Due | None:
        """Return what stands on the agenda of this kind, if anything; nothing that has a label."""
        return self.agenda.get((kind, party, ""))

    def heir(self, party: str) -> str | None:
        """Return the state that continues one that no longer exists, if any."""
        known = self.states.get(party)
        return known.continued_by if known is not None else None

    @property
    def awaits_force(self) -> bool:
        """Whether the treaty is yet to enter into force, with no day set for it."""
        return self.status in _BEFORE and self.due("entry-into-force") is None

    @property
    def in_force(self) -> bool:
        """Whether the treaty is in force (its operation may be suspended)."""
        return self.status in ("in-force", "suspended")

    @property
    def ended(self) -> bool:
        """Whether the treaty has ended, whether or not it was ever in force."""
        return self.status in ENDED
