"""How a state comes to be bound, as far as it depends on itself (VCLT 10-18)."""

from collections.abc import Iterator

from treatywatch.rules.registry import rule
from treatywatch.rules.state import (
    BOUND,
    Cancel,
    Effect,
    Happening,
    Refuse,
    Remember,
    SetFlag,
    SetParty,
    SetTreaty,
    State,
)

__all__: list[str] = []


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
    if now.party and state.of(now.party).status == "none":
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
    if known.status in ("contracting", "party"):
        yield Refuse("second-consent", f"{party} had consented already")
        return
    if state.status == "not-concluded":
        yield SetTreaty("signed")
    yield Remember("consent", act, party)
    if known.status != "provisional":
        yield SetParty(party, "contracting")
    if act.disputed:
        yield SetFlag(party, "contested")


@rule(
    "ratification-revoked",
    on="ratification-revocation",
    says="Taking back a ratification before the treaty is in force undoes the consent; the signature stands, and it is no withdrawal.",
    authority=("VCLT 18", "VCLT 68"),
)
def ratification_revoked(state: State, now: Happening) -> Iterator[Effect]:
    """Make a contracting state a signatory again."""
    party = now.party
    if party is None:
        return
    if state.of(party).status != "contracting":
        bound = state.of(party).status in BOUND
        why = "a party can only withdraw" if bound else f"{party} had not ratified"
        yield Refuse("not-contracting", why)
        return
    yield SetParty(party, "signatory")
    yield Cancel("entry-into-force", party)
    if not state.in_force and party in state.treaty.terms.entry_into_force.including:
        yield Cancel("entry-into-force")


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
    if state.of(party).status not in ("signatory", "contracting"):
        yield Refuse("not-signatory", f"{party} was no signatory that had yet to become a party")
        return
    yield Remember("repudiated", now.act, party)


@rule(
    "abandoned",
    on="repudiation",
    says="A bilateral treaty that never entered into force is abandoned when one side makes clear that it will not be bound.",
    authority=("VCLT 18(a)", "VCLT 24"),
)
def abandoned(state: State, now: Happening) -> Iterator[Effect]:
    """End a bilateral treaty before it was ever in force."""
    bilateral = state.treaty.kind == "bilateral"
    if (
        bilateral
        and not state.in_force
        and not state.ended
        and now.party
        and "repudiated" in state.of(now.party).memory
    ):
        yield SetTreaty("abandoned")
