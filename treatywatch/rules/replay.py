"""One replay: occurrences on chosen days, in order of date, over a state; rules say what follows.

The replay keeps an agenda of what is still to come. It knows no treaty and no law: it finds the
rules that a happening sets off, applies the effects they yield, and records every change with
the rule and the occurrences that caused it.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Any, NamedTuple

from treatywatch.models.status import ENDED, PARTY_STATUSES, TREATY_STATUSES
from treatywatch.rules.effects import Cancel, Effect, Inherit, Refuse, Remember, Schedule, SetFlag, SetParty, SetTreaty
from treatywatch.rules.registry import BY_TRIGGER, Rule
from treatywatch.rules.state import Due, Happening, PartyState, Standing, State, Transition

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from treatywatch.models.occurrence import Occurrence
    from treatywatch.models.party import Party
    from treatywatch.models.treaty import Treaty

__all__ = ["RANK", "Refusal", "Run", "replay"]

RANK = {
    name: rank
    for rank, name in enumerate(
        (
            "state-ended",
            "parent-ended",
            "successor-in-force",
            "armed-conflict",
            "end-of-armed-conflict",
            "signature",
            "provisional-application",
            "ratification",
            "parent-in-force",
            "entry-into-force",
            "extension",
            "ratification-revocation",
            "repudiation",
            "non-renewal",
            "suspension",
            "resumption",
            "withdrawal-notice",
            "withdrawal-revocation",
            "withdrawal",
            "objection",
            "termination",
            "supersession",
            "expiry",
            "reported-status",
        )
    )
}
"""The order of the acts of one day, of those that set rules off: what gives rise to something stands before what ends it."""


class Refusal(NamedTuple):
    """An act that had no effect in law, by which rule and why."""

    day: date
    occurrence: Occurrence
    rule: str
    code: str
    reason: str
    article: str | None


class Run(NamedTuple):
    """All that one replay brought about."""

    transitions: list[Transition]
    dues: list[Due]
    refusals: list[Refusal]


def replay(treaty: Treaty, states: Mapping[str, Party], acts: Iterable[Happening]) -> Run:
    """Replay acts on their chosen days, of those that set rules off, from the first to the last item on the agenda."""
    machine = _Machine(State(treaty, states))
    for now in sorted(acts, key=_order):
        machine.come_to(now.day)
        machine.act(now)
    machine.come_to(date.max)
    return machine.run


def _order(act: Happening) -> tuple[date, int]:
    return act.day, RANK[act.trigger]


class _Machine:
    __slots__ = ("awaited", "run", "state")

    def __init__(self, state: State) -> None:
        self.state = state
        self.awaited: list[tuple[date, int, Due]] = []
        self.run = Run([], [], [])

    def come_to(self, day: date) -> None:
        """Let come what awaits a day up to this one: it stands before the acts of its day."""
        awaited = self.awaited
        while awaited and awaited[0][0] <= day:
            its_day, _, due = heappop(awaited)
            if due.closed is None:
                due.come(its_day)
                self.state.agenda.pop((due.kind, due.party, due.label), None)
                trigger = f"due:{due.kind}"
                self.set_off(Happening(trigger, its_day, due.party, due.causes, due=due, reckoned=due.reckoning))

    def act(self, now: Happening) -> None:
        if now.act is not None and now.party is not None:
            self.state.parties[now.party].did.append(now.act)
        self.set_off(now)

    def set_off(self, now: Happening) -> None:
        """Apply what the rules yield: each sees all that those before it brought about, and nothing of its own."""
        state = self.state
        for found in BY_TRIGGER.get(now.trigger, ()):
            for effect in [*found.apply(state, now)]:
                _APPLY[type(effect)](self, effect, now, found)

    def apply(self, effect: Effect, now: Happening, by: Rule) -> None:
        _APPLY[type(effect)](self, effect, now, by)

    def set_party(self, effect: SetParty, now: Happening, by: Rule) -> None:
        known = self.state.parties[effect.party]
        if effect.status == known.status:
            return
        before = _standing(known.status, known.flags)
        known.status = effect.status
        made = self.note(now, effect.party, before, _standing(effect.status, known.flags), by, effect.article)
        trigger = _PARTY_TRIGGERS[effect.status]
        if trigger in BY_TRIGGER:
            self.set_off(now.then(trigger, made))

    def set_treaty(self, effect: SetTreaty, now: Happening, by: Rule) -> None:
        state = self.state
        if effect.status == state.status:
            return
        before = _standing(state.status, state.flags)
        state.stands(effect.status)
        made = self.note(now, None, before, _standing(effect.status, state.flags), by, effect.article)
        for trigger in _TREATY_TRIGGERS[effect.status]:
            if trigger in BY_TRIGGER:
                self.set_off(now.then(trigger, made))

    def set_flag(self, effect: SetFlag, now: Happening, by: Rule) -> None:
        holder: PartyState | State = self.state if effect.party is None else self.state.parties[effect.party]
        if (effect.flag in holder.flags) == effect.on:
            return
        before = _standing(holder.status, holder.flags)
        holder.flags = _flags(holder.flags, effect.flag, on=effect.on)
        self.note(now, effect.party, before, _standing(holder.status, holder.flags), by, effect.article)

    def schedule(self, effect: Schedule, now: Happening, by: Rule) -> None:
        key = (effect.kind, effect.party, effect.label)
        self.close(key, now)
        due = Due(effect, now, by.id)
        self.state.agenda[key] = due
        self.run.dues.append(due)
        if due.day < date.max:
            heappush(self.awaited, (effect.latest or effect.day, len(self.run.dues), due))

    def cancel(self, effect: Cancel, now: Happening, by: Rule) -> None:
        for key in [key for key in self.state.agenda if key[0] == effect.kind and key[1] == effect.party]:
            self.close(key, now)

    def refuse(self, effect: Refuse, now: Happening, by: Rule) -> None:
        if now.act is not None:
            did = self.state.parties[now.act.party].did if now.act.party is not None else []
            if did and did[-1] is now.act:
                did.pop()
            refused = Refusal(now.day, now.act, by.id, effect.code, effect.reason, effect.article)
            self.run.refusals.append(refused)

    def remember(self, effect: Remember, now: Happening, by: Rule) -> None:
        memory = self.state.memory if effect.party is None else self.state.parties[effect.party].memory
        memory[effect.key] = effect.value

    def close(self, key: tuple[str, str | None, str], now: Happening) -> None:
        due = self.state.agenda.pop(key, None)
        if due is not None:
            due.closed, due.why_closed = now.day, now.causes

    def note(
        self, now: Happening, party: str | None, before: Standing, after: Standing, by: Rule, article: str | None
    ) -> Transition:
        made = Transition(now.day, party, before, after, by.id, article, now.causes, now.reckoned)
        self.run.transitions.append(made)
        return made

    def inherit(self, effect: Inherit, now: Happening, by: Rule) -> None:
        gone, heir = self.state.parties[effect.party], self.state.parties[effect.heir]
        heir.memory.update(gone.memory)
        heir.did[:0] = gone.did
        self.apply(SetParty(effect.heir, gone.status), now, by)
        for flag in sorted(gone.flags):
            self.apply(SetFlag(effect.heir, flag), now, by)
            self.apply(SetFlag(effect.party, flag, on=False), now, by)
        for due in [due for (_, party, _), due in self.state.agenda.items() if party == effect.party]:
            self.apply(Cancel(due.kind, effect.party), now, by)
            moved = Schedule(due.kind, due.day, effect.heir, due.article, due.latest, due.label)
            self.apply(moved, now, by)


@lru_cache(maxsize=1024)
def _standing(status: str, flags: frozenset[str]) -> Standing:
    """Return the standing, one value for all that are equal: a hundred thousand histories hold few different ones."""
    return Standing(status, flags)


@lru_cache(maxsize=1024)
def _flags(flags: frozenset[str], flag: str, *, on: bool) -> frozenset[str]:
    return flags | {flag} if on else flags - {flag}


_APPLY: dict[type, Callable[[_Machine, Any, Happening, Rule], None]] = {
    SetParty: _Machine.set_party,
    SetTreaty: _Machine.set_treaty,
    SetFlag: _Machine.set_flag,
    Schedule: _Machine.schedule,
    Cancel: _Machine.cancel,
    Refuse: _Machine.refuse,
    Remember: _Machine.remember,
    Inherit: _Machine.inherit,
}
_PARTY_TRIGGERS: dict[str, str] = {status: f"party:{status}" for status in PARTY_STATUSES}
_TREATY_TRIGGERS: dict[str, tuple[str, ...]] = {
    status: (f"treaty:{status}", "treaty:ended") if status in ENDED else (f"treaty:{status}",)
    for status in TREATY_STATUSES
}
