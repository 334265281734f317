"""States that cease to exist, those that continue them, and those that succeed them (VCSST 34-36)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.rules.consent import consented
from treatywatch.rules.effects import Effect, Inherit, Refuse, Remember, SetParty
from treatywatch.rules.registry import rule
from treatywatch.rules.state import BOUND, CONSENTING, Happening, State

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__: list[str] = []


@rule(
    "continuing-state",
    on="state-ended",
    says="Where a state goes on under another name, its treaties stay with it.",
    authority=("VCSST 35",),
)
def continuing_state(state: State, now: Happening) -> Iterator[Effect]:
    """Hand what the state had to the one that continues it."""
    party = now.party
    if party is None or state.of(party).status == "none":
        return
    heir = state.states[party].continued_by
    yield Remember("was", state.of(party).status, party)
    if heir and state.of(heir).status == "none":
        yield Inherit(party, heir)


@rule(
    "extinct-state",
    on="state-ended",
    says="A state that no longer exists is no party; what it did counted in its day.",
    authority=("VCSST 34",),
)
def extinct_state(state: State, now: Happening) -> Iterator[Effect]:
    """Take the state off the list of those that stand to the treaty somehow."""
    if now.party:
        yield SetParty(now.party, "none")


@rule(
    "successor-state",
    on="ratification",
    says="A new state that joins in the place of its predecessor stands to the treaty as the predecessor did.",
    authority=("VCSST 34", "VCSST 36"),
)
def successor_state(state: State, now: Happening) -> Iterator[Effect]:
    """Give the successor its predecessor's status; without one on record, that of a contracting state."""
    party, act = now.party, now.act
    if party is None or act is None or act.get("manner") != "succession":
        return
    if state.ended:
        yield Refuse("after-end", "the treaty had ended")
        return
    known = state.of(party)
    if known.status in CONSENTING and known.memory.get("consent"):
        yield Refuse("second-consent", f"{state.name(party)} had consented already")
        return
    before = state.of(act.get("predecessor") or "")
    inherited = before.memory.get("was", before.status)
    yield from consented(known, party, act)
    if inherited in CONSENTING and not (known.status in BOUND and inherited == "contracting"):
        yield SetParty(party, inherited)
    elif state.in_force:
        yield SetParty(party, "party")
    elif known.status not in BOUND:
        yield SetParty(party, "contracting")
