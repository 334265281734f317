"""What a source says of a treaty's status, where no act on record says how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.models.status import ENDED
from treatywatch.rules.effects import Effect, SetFlag, SetParty, SetTreaty
from treatywatch.rules.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatywatch.rules.state import Happening, State

__all__: list[str] = []

_BEFORE_FORCE = ("not-concluded", "signed", "provisionally-applied")
_OF_A_PARTY = ("party", "signatory", "contracting", "withdrawn")


@rule(
    "reported-status",
    on="reported-status",
    says="Where no act on record says how a treaty stands, a source's own word on its status is given, marked as reported.",
    authority=("VCLT 77(1)(e)",),
)
def reported_status(state: State, now: Happening) -> Iterator[Effect]:
    """Let a reported status answer where the acts have not got as far."""
    act = now.act
    if act is None:
        return
    status = str(act.get("status"))
    if now.party is not None:
        known = state.of(now.party)
        if status in _OF_A_PARTY and (known.status == "none" or "reported" in known.flags):
            yield SetParty(now.party, status)
            yield SetFlag(now.party, "reported")
    elif status == "in-force":
        yield from _in_force(state)
    elif state.status == "not-concluded" or ("reported" in state.flags and not state.ended):
        yield SetFlag(None, "reported")
        yield SetTreaty(status)
        if status in ENDED:
            yield SetFlag(None, "reported")


def _in_force(state: State) -> Iterator[Effect]:
    """Take a treaty for in force that no act on record brings into force; with it those who signed, or are a side alone."""
    if state.status not in _BEFORE_FORCE or state.due("entry-into-force") is not None:
        return
    yield SetFlag(None, "reported")
    yield SetTreaty("in-force")
    for side in state.treaty.sides:
        signed = [party for party in side if state.of(party).status == "signatory"]
        for party in signed or (side if len(side) == 1 else ()):
            yield SetFlag(party, "reported")
            yield SetParty(party, "party")
