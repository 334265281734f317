"""Acts that another state calls invalid: they take effect in the status, and are marked contested (VCLT 65(3))."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.rules.effects import Effect, Remember, SetFlag
from treatywatch.rules.registry import rule
from treatywatch.rules.state import CONSENTING, Happening, PartyState, State
from treatywatch.rules.suspension import of_the_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatywatch.models.occurrence import Occurrence

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
    for party in _objected_to(state, act):
        known = state.of(party).memory.get("objected", ())
        yield Remember("objected", (*known, (str(act.get("to")), act.get("occasion"))), party)


@rule(
    "contested",
    on=(
        "objection",
        "signature",
        *CONTESTABLE,
        "due:suspension-effect",
        "resumption",
        "withdrawal-revocation",
        "party:withdrawn",
    ),
    says="An act that another party calls invalid, or whose effect those concerned deny, takes effect in the status all the same, "
    "and is marked contested while it stands.",
    authority=("VCLT 65(3)",),
)
def contested(state: State, now: Happening) -> Iterator[Effect]:
    """Set the mark, or take it away where no contested act stands any more: of those objected to, or of who acted, or of all."""
    act, party = now.act, now.party
    disputed = party is not None and act is not None and act.disputed
    if act is not None and act.type == "objection":
        concerned = sorted(_objected_to(state, act))
    else:
        concerned = [party] if party is not None else sorted(state.parties)
    for party in concerned:
        known = state.of(party)
        if disputed:
            yield Remember("disputed", True, party)
        if disputed or "objected" in known.memory or "disputed" in known.memory:
            yield SetFlag(party, "contested", on=_is_contested(state, known))


@rule(
    "contested-end",
    on="treaty:ended",
    says="An act that ends a treaty takes effect in the status even where its effect is denied, and the treaty is marked contested.",
    authority=("VCLT 65(3)",),
)
def contested_end(state: State, now: Happening) -> Iterator[Effect]:
    """Mark the treaty whose end somebody concerned denies."""
    if now.act is not None and now.act.type == "termination" and now.act.disputed:
        yield SetFlag(None, "contested")


def _objected_to(state: State, objection: Occurrence) -> list[str]:
    """Return the states whose act was objected to, or that continue them."""
    named = objection.get("of") or ()
    return [(state.heir(party) or party) if state.of(party).status == "none" else party for party in named]


def _standing(known: PartyState) -> dict[str, Occurrence]:
    """Return the acts of each kind that a state did, and neither took back nor overtook: the last, of suspensions the last of the whole."""
    acts: dict[str, Occurrence] = {}
    for act in known.did:
        if act.type in _TAKE_BACK and not act.get("duties"):
            acts.pop(_TAKE_BACK[act.type], None)
        elif act.type in CONTESTABLE and of_the_whole(act):
            acts[act.type] = act
    if known.memory.get("consent"):
        acts["ratification"] = known.memory["consent"]
    return acts


_TAKE_BACK = {"withdrawal-revocation": "withdrawal-notice", "resumption": "suspension"}


def _is_contested(state: State, known: PartyState) -> bool:
    done = _standing(known)
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
