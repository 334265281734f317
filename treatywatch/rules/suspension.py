"""Suspension and resumption (VCLT 57-60, 65, 72), and objections to what another state did."""

from collections.abc import Iterator

from treatywatch.rules.registry import rule
from treatywatch.rules.state import (
    BOUND,
    Cancel,
    Effect,
    Happening,
    Refuse,
    Remember,
    Schedule,
    SetFlag,
    SetTreaty,
    State,
)

__all__: list[str] = []


def _begin(state: State, party: str, article: str | None) -> Iterator[Effect]:
    known = state.of(party)
    yield SetFlag(party, "suspended", article=article)
    if "suspension" in known.memory.get("objected", ()):
        yield SetFlag(party, "contested")
    others = [other for other in state.having(*BOUND) if other != party]
    if state.status == "in-force" and all("suspended" in state.of(other).flags for other in others):
        yield SetTreaty("suspended", article)


@rule(
    "suspension",
    on="suspension",
    says="A party that suspends the treaty stays a party; its performance rests meanwhile. The treaty is suspended when all its parties have.",
    authority=("VCLT 57", "VCLT 58", "VCLT 60", "VCLT 72"),
)
def suspension(state: State, now: Happening) -> Iterator[Effect]:
    """Flag the party; a suspension in part, or towards some parties only, is noted without a flag."""
    party, act, clause = now.party, now.act, state.treaty.terms.suspension
    if party is None or act is None:
        return
    if state.ended:
        yield Refuse("after-end", "the treaty had ended")
        return
    if state.of(party).status not in BOUND:
        yield Refuse("suspension-by-non-party", f"{party} was not a party")
        return
    if act.get("extent") == "part":
        resting = {*state.of(party).memory.get("resting", ()), *(act.get("duties") or ())}
        yield Remember("resting", tuple(sorted(resting)), party)
        return
    if act.get("towards"):
        return
    article = clause.article if clause and clause.provided else None
    effective = now.attribute("effective")
    if effective is not None and effective > now.day:
        yield Schedule("suspension-effect", effective, party, article)
        return
    yield from _begin(state, party, article)


@rule(
    "suspension-takes-effect",
    on="due:suspension-effect",
    says="A suspension announced for a later day begins on that day.",
    authority=("VCLT 57", "VCLT 65"),
)
def suspension_takes_effect(state: State, now: Happening) -> Iterator[Effect]:
    """Flag the party on the day it had named."""
    if now.party and state.of(now.party).status in BOUND:
        yield from _begin(state, now.party, now.due.article if now.due else None)


@rule(
    "resumption",
    on="resumption",
    says="When a suspension ends, the treaty is to be performed again.",
    authority=("VCLT 72",),
)
def resumption(state: State, now: Happening) -> Iterator[Effect]:
    """Take the flag away, or take up the duties named."""
    party, act = now.party, now.act
    if party is None or act is None:
        return
    known, duties = state.of(party), act.get("duties")
    resting = tuple(duty for duty in known.memory.get("resting", ()) if duties and duty not in duties)
    if known.memory.get("resting"):
        yield Remember("resting", resting, party)
    if duties:
        return
    if "suspended" not in known.flags and not known.memory.get("resting"):
        yield Refuse("nothing-to-resume", f"{party} had suspended nothing")
        return
    yield Cancel("suspension-effect", party)
    yield SetFlag(party, "suspended", on=False)
    if "suspension" in known.memory.get("objected", ()):
        yield SetFlag(party, "contested", on=False)
    if state.status == "suspended":
        yield SetTreaty("in-force")


@rule(
    "objection",
    on="objection",
    says="An act that another party calls invalid takes effect in the status all the same, and is marked contested.",
    authority=("VCLT 65(3)",),
)
def objection(state: State, now: Happening) -> Iterator[Effect]:
    """Mark the act of the parties objected to as contested, now or when it comes."""
    act = now.act
    if act is None:
        return
    kind = str(act.get("to"))
    for party in act.get("of") or ():
        known = state.of(party)
        yield Remember("objected", (*known.memory.get("objected", ()), kind), party)
        stands = {
            "suspension": "suspended" in known.flags,
            "withdrawal-notice": "withdrawing" in known.flags or known.status == "withdrawn",
            "withdrawal": known.status == "withdrawn" or "withdrawing" in known.flags,
        }.get(kind, known.status != "none")
        if stands:
            yield SetFlag(party, "contested")
