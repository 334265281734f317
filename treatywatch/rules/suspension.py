"""Suspension of a treaty's operation, and its resumption (VCLT 57, 58, 60, 65, 72)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.rules.effects import Cancel, Effect, Refuse, Remember, Schedule, SetFlag, SetTreaty
from treatywatch.rules.registry import rule
from treatywatch.rules.state import BOUND, Happening, State

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from treatywatch.models.occurrence import Occurrence

__all__ = ["of_the_whole"]


def of_the_whole(act: Occurrence | None) -> bool:
    """Tell whether an act is about the whole treaty and towards all its parties."""
    return act is not None and act.get("extent") != "part" and not act.get("towards")


@rule(
    "suspension",
    on="suspension",
    says="A party that suspends the treaty stays a party; its performance rests from the day it names, or from the end of a notice asked for.",
    authority=("VCLT 57", "VCLT 60", "VCLT 65", "VCLT 72"),
)
def suspension(state: State, now: Happening) -> Iterator[Effect]:
    """Flag the party, now or on the day from which its suspension is to have effect."""
    party, clause = now.party, state.treaty.terms.suspension
    if party is None:
        return
    if state.ended:
        yield Refuse("after-end", "the treaty had ended")
    elif state.of(party).status not in BOUND:
        yield Refuse("suspension-by-non-party", f"{state.name(party)} was not a party")
    elif of_the_whole(now.act):
        article = clause.article if clause and clause.provided else None
        begins = _begins(state, now)
        if begins > now.day:
            yield Schedule("suspension-effect", begins, party, article)
        else:
            yield SetFlag(party, "suspended", article=article)


def _begins(state: State, now: Happening) -> date:
    """Return the day on which the suspension begins: the latest of the act's, the one it names and the end of a notice asked for."""
    clause = state.treaty.terms.suspension
    noticed = clause.notice.after(now.day) if clause and clause.provided and clause.notice else now.day
    return max(noticed, now.when.get("effective") or now.day)


@rule(
    "suspension-takes-effect",
    on="due:suspension-effect",
    says="A suspension announced for a later day begins on that day.",
    authority=("VCLT 57", "VCLT 65"),
)
def suspension_takes_effect(state: State, now: Happening) -> Iterator[Effect]:
    """Flag the party on the day it had named."""
    if now.party and state.of(now.party).status in BOUND:
        yield SetFlag(now.party, "suspended", article=now.due.article if now.due else None)


@rule(
    "suspension-in-part",
    on="suspension",
    says="A party that ceases to perform some duties alone has not suspended the treaty; the duties named rest for it.",
    authority=("VCLT 57", "VCLT 60", "VCLT 72"),
)
def suspension_in_part(state: State, now: Happening) -> Iterator[Effect]:
    """Note which duties rest; no flag is set."""
    party, act = now.party, now.act
    if party is not None and act is not None and act.get("extent") == "part" and state.of(party).status in BOUND:
        resting = {*state.of(party).memory.get("resting", ()), *(act.get("duties") or ())}
        yield Remember("resting", tuple(sorted(resting)), party)


@rule(
    "suspension-between-some",
    on="suspension",
    says="A suspension towards some parties alone leaves the treaty in operation between all the others; it sets no flag.",
    authority=("VCLT 58", "VCLT 60(2)", "VCLT 72(1)"),
)
def suspension_between_some(state: State, now: Happening) -> Iterator[Effect]:
    """Note towards whom the treaty rests."""
    party, act = now.party, now.act
    if party is not None and act is not None and act.get("towards") and state.of(party).status in BOUND:
        towards = {*state.of(party).memory.get("towards", ()), *act.get("towards")}
        yield Remember("towards", tuple(sorted(towards)), party)


@rule(
    "resumption",
    on="resumption",
    says="When a suspension ends, the treaty is to be performed again; one that has yet to begin can be taken back.",
    authority=("VCLT 68", "VCLT 72"),
)
def resumption(state: State, now: Happening) -> Iterator[Effect]:
    """Take the flag away, or take up the duties named."""
    party, act = now.party, now.act
    if party is None or act is None:
        return
    known, duties = state.of(party), act.get("duties")
    resting = known.memory.get("resting", ())
    announced = state.due("suspension-effect", party) is not None
    if not (announced or resting or known.memory.get("towards") or "suspended" in known.flags):
        yield Refuse("nothing-to-resume", f"{state.name(party)} had suspended nothing")
        return
    yield Remember("resting", tuple(duty for duty in resting if duties and duty not in duties), party)
    if not duties:
        yield Remember("towards", (), party)
        yield Cancel("suspension-effect", party)
        yield SetFlag(party, "suspended", on=False)


@rule(
    "suspended-by-all",
    on=("suspension", "due:suspension-effect", "resumption", "party:party", "party:withdrawn"),
    says="The treaty itself is suspended while all its parties have suspended it: by one or some of them its operation goes on.",
    authority=("VCLT 57", "VCLT 58", "VCLT 72"),
)
def suspended_by_all(state: State, now: Happening) -> Iterator[Effect]:
    """Suspend the treaty, or bring it back into operation; never where only some of the parties are on record."""
    if not state.in_force or state.treaty.participation == "partial":
        return
    resting = {"suspended" in known.flags for known in state.parties.values() if known.status in BOUND} == {True}
    if resting != (state.status == "suspended"):
        yield SetTreaty("suspended" if resting else "in-force")
