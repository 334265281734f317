"""How a state comes to be bound, as far as it depends on itself (VCLT 10-18)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.rules.effects import Cancel, Effect, Refuse, Remember, SetParty, SetTreaty
from treatywatch.rules.registry import rule
from treatywatch.rules.state import BOUND, CONSENTING, Happening, PartyState, State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatywatch.models.occurrence import Occurrence

__all__ = ["consented"]

_YET_TO_BE_BOUND = ("signatory", "contracting", "provisional")


@rule(
    "signature",
    on="signature",
    says="A state that signs becomes a signatory: not yet bound, but it must not defeat the treaty's object and purpose.",
    authority=("VCLT 10", "VCLT 18"),
)
def signature(state: State, now: Happening) -> Iterator[Effect]:
    """Make the treaty signed, and the state a signatory."""
    if state.ended:
        yield Refuse("after-end", "the treaty had ended")
        return
    if state.status == "not-concluded":
        yield SetTreaty("signed")
    if now.party:
        yield Remember("signed", True, now.party)
        if state.of(now.party).status == "none":
            yield SetParty(now.party, "signatory")


@rule(
    "consent-by-signature",
    on="party:signatory",
    says="Where the treaty says so, signature alone expresses consent to be bound.",
    authority=("VCLT 12",),
)
def consent_by_signature(state: State, now: Happening) -> Iterator[Effect]:
    """Take signature for consent where the entry-into-force clause goes by signature."""
    clause = state.treaty.terms.entry_into_force
    if clause.by == "signature" and now.party and now.act:
        yield Remember("consent", now.act, now.party)
        yield SetParty(now.party, "contracting", clause.article)


def consented(known: PartyState, party: str, act: Occurrence) -> Iterator[Effect]:
    """Remember a consent; what was objected to before a state left does not follow it back in."""
    yield Remember("consent", act, party)
    if known.memory.get("revoked"):
        yield Remember("revoked", False, party)
    if known.status == "withdrawn":
        kept = tuple(objection for objection in known.memory.get("objected", ()) if objection[0] == "ratification")
        yield Remember("objected", kept, party)


@rule(
    "consent-by-instrument",
    on="ratification",
    says="Ratification, acceptance, approval or accession, by exchange or deposit of the instrument, makes a contracting state.",
    authority=("VCLT 2(1)(b)", "VCLT 14", "VCLT 15", "VCLT 16"),
)
def consent_by_instrument(state: State, now: Happening) -> Iterator[Effect]:
    """Record the consent; what follows from it is for the rules on entry into force."""
    party, act = now.party, now.act
    if party is None or act is None or act.get("manner") == "succession":
        return
    known = state.of(party)
    if state.ended:
        yield Refuse("after-end", "the treaty had ended")
        return
    if known.status in CONSENTING and known.memory.get("consent"):
        yield Refuse("second-consent", f"{state.name(party)} had consented already")
        return
    if state.status == "not-concluded":
        yield SetTreaty("signed")
    yield from consented(known, party, act)
    if known.status not in BOUND:
        yield SetParty(party, "contracting")


@rule(
    "ratification-revoked",
    on="ratification-revocation",
    says="Taking back a ratification before the treaty is in force undoes the consent; the signature stands, and it is no withdrawal.",
    authority=("VCLT 18", "VCLT 68"),
)
def ratification_revoked(state: State, now: Happening) -> Iterator[Effect]:
    """Make a contracting state a signatory again; a state that never signed stands outside again."""
    party = now.party
    if party is None:
        return
    known = state.of(party)
    if known.status == "party":
        yield Refuse("not-contracting", "a party can only withdraw")
        return
    if known.status not in CONSENTING or not known.memory.get("consent"):
        yield Refuse("not-contracting", f"{state.name(party)} had not ratified")
        return
    yield Remember("consent", None, party)
    yield Remember("revoked", True, party)
    if known.status == "contracting":
        yield SetParty(party, "signatory" if known.memory.get("signed") else "none")
    yield Cancel("entry-into-force", party)


@rule(
    "repudiation",
    on="repudiation",
    says="A state that makes clear it will not become a party is free of a signatory's interim duty; its signature stays on record.",
    authority=("VCLT 18(a)",),
)
def repudiation(state: State, now: Happening) -> Iterator[Effect]:
    """Note it; a bilateral treaty that was never in force cannot come into force any more."""
    party = now.party
    if party is None:
        return
    if state.of(party).status not in _YET_TO_BE_BOUND:
        yield Refuse("not-signatory", f"{state.name(party)} was no signatory that had yet to become a party")
        return
    yield Remember("repudiated", now.act, party)


@rule(
    "abandoned",
    on="repudiation",
    says="A bilateral treaty that never entered into force is abandoned when one side makes clear that it will not be bound.",
    authority=("VCLT 18(a)", "VCLT 24"),
)
def abandoned(state: State, now: Happening) -> Iterator[Effect]:
    """End a bilateral treaty before it was ever in force, once nobody of a side is left to bring it into force."""
    if state.in_force or state.ended:
        return
    for side in state.treaty.sides:
        standing = [state.of(party) for party in side if state.of(party).status in _YET_TO_BE_BOUND]
        if standing and all("repudiated" in known.memory for known in standing):
            yield SetTreaty("abandoned")
            return
