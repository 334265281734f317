"""Acts that another state calls invalid: they take effect in the status, and are marked contested (VCLT 65(3))."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.rules.effects import Effect, Remember, SetFlag
from treatywatch.rules.registry import rule
from treatywatch.rules.state import CONSENTING, Happening, PartyState, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["CONTESTABLE"]

CONTESTABLE = (
    "ratification",
    "ratification-revocation",
    "suspension",
    "withdrawal-notice",
    "withdrawal",
    "termination",
)
"""The types of act that a state can object to."""


@rule(
    "objection",
    on="objection",
    says="A party may object to another's act; the objection undoes nothing, and holds for an act already done or still to come.",
    authority=("VCLT 65(2)", "VCLT 65(3)"),
)
def objection(state: State, now: Happening) -> Iterator[Effect]:
    """Remember whose act of what kind was objected to; of one occasion alone where the objection names it."""
    act = now.act
    if act is None:
        return
    for party in act.get("of") or ():
        known = state.of(party).memory.get("objected", ())
        yield Remember("objected", (*known, (str(act.get("to")), act.get("occasion"))), party)


@rule(
    "contested",
    on=("objection", *CONTESTABLE, "due:suspension-effect", "resumption", "withdrawal-revocation", "party:withdrawn"),
    says="An act that another party calls invalid, or whose effect those concerned deny, takes effect in the status all the same, "
    "and is marked contested while it stands.",
    authority=("VCLT 65(3)",),
)
def contested(state: State, now: Happening) -> Iterator[Effect]:
    """Set the mark, or take it away where no contested act stands any more."""
    act = now.act
    disputed = act is not None and act.type in CONTESTABLE and act.disputed
    for party in _concerned(state, now):
        known = state.of(party)
        if disputed:
            yield Remember("disputed", True, party)
        if disputed or "objected" in known.memory or "disputed" in known.memory:
            yield SetFlag(party, "contested", on=_is_contested(state, known))


def _concerned(state: State, now: Happening) -> Iterable[str]:
    """Return whose mark can change: of those objected to, of the one who acted, or of all where the act is nobody's alone."""
    if now.act is not None and now.act.type == "objection":
        return sorted(now.act.get("of") or ())
    if now.party is not None:
        return (now.party,)
    return sorted(party for party, known in state.parties.items() if "objected" in known.memory)


def _is_contested(state: State, known: PartyState) -> bool:
    done = {kind: act for kind, act in known.did.items() if kind in CONTESTABLE}
    if known.memory.get("consent"):
        done["ratification"] = known.memory["consent"]
    return any(act.disputed and _stands(state, known, kind) for kind, act in done.items()) or any(
        _stands(state, known, kind) and (occasion is None or kind not in done or done[kind].get("occasion") == occasion)
        for kind, occasion in known.memory.get("objected", ())
    )


def _stands(state: State, known: PartyState, kind: str) -> bool:
    """Tell whether what such an act brought about still holds."""
    return {
        "ratification": known.status in (*CONSENTING, "former"),
        "ratification-revocation": bool(known.memory.get("revoked")),
        "suspension": "suspended" in known.flags,
        "withdrawal-notice": "withdrawing" in known.flags or known.status == "withdrawn",
        "withdrawal": "withdrawing" in known.flags or known.status == "withdrawn",
        "termination": state.ended,
    }[kind]
