"""What a source says of a treaty's status, where no act on record says how it stands."""

from collections.abc import Iterator

from treatywatch.rules.registry import rule
from treatywatch.rules.state import Effect, Happening, SetFlag, SetParty, SetTreaty, State

__all__: list[str] = []

_BEFORE_FORCE = ("not-concluded", "signed", "provisionally-applied")


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
        if state.of(now.party).status == "none" and status in ("party", "signatory", "contracting"):
            yield SetParty(now.party, status)
            yield SetFlag(now.party, "reported")
        return
    if status != "in-force" or state.status not in _BEFORE_FORCE or state.due("entry-into-force") is not None:
        return
    yield SetFlag(None, "reported")
    yield SetTreaty("in-force")
    for side in state.treaty.sides:
        for party in side:
            if state.of(party).status == "signatory":
                yield SetParty(party, "party")
                yield SetFlag(party, "reported")
