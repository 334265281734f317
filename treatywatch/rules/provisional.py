"""Provisional application before entry into force (VCLT 25)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.rules.effects import Cancel, Effect, Remember, Schedule, SetParty, SetTreaty
from treatywatch.rules.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatywatch.rules.state import Happening, State

__all__: list[str] = []


@rule(
    "provisional-application",
    on=("provisional-application", "signature"),
    says="A treaty is applied provisionally before it is in force where it says so or the states have agreed; that makes no party.",
    authority=("VCLT 25(1)",),
)
def provisional_application(state: State, now: Happening) -> Iterator[Effect]:
    """Begin provisional application of the whole treaty; of a part it changes no status."""
    act, clause, running = now.act, state.treaty.terms.provisional_application, state.status == "provisionally-applied"
    begins = act is not None and act.type == "provisional-application"
    from_signature = clause is not None and clause.starts == "signature" and clause.extent == "whole"
    if not (begins or from_signature or running):
        return
    if state.in_force or state.ended or state.memory.get("provisional-over"):
        return
    if begins and act is not None and act.get("extent") == "part":
        return
    article = clause.article if clause else None
    yield SetTreaty("provisionally-applied", article)
    if now.party is None:
        for party in state.having("signatory", "contracting"):
            yield SetParty(party, "provisional", article)
    elif state.of(now.party).status in (
        ("none", "signatory", "contracting") if begins else ("signatory", "contracting")
    ):
        yield SetParty(now.party, "provisional", article)
    if clause and clause.period and not running:
        yield Schedule("provisional-end", clause.period.after(now.day), article=article)


@rule(
    "provisional-application-ends",
    on="due:provisional-end",
    says="Provisional application ends with the time set for it.",
    authority=("VCLT 25(2)",),
)
def provisional_end(state: State, now: Happening) -> Iterator[Effect]:
    """End provisional application that has run its time, also for those whom entry into force left out."""
    yield Remember("provisional-over", True)
    for party in state.having("provisional"):
        yield _no_longer(state, party)
    if state.status == "provisionally-applied":
        yield SetTreaty("signed")


@rule(
    "provisional-application-ended-by-notice",
    on="repudiation",
    says="A state that tells the others it will not become a party ends its provisional application of the treaty.",
    authority=("VCLT 25(2)",),
)
def ended_by_notice(state: State, now: Happening) -> Iterator[Effect]:
    """End provisional application for one state, and for the treaty when nobody is left who applies it."""
    party = now.party
    if party is None or state.of(party).status != "provisional":
        return
    yield _no_longer(state, party)
    if state.status == "provisionally-applied" and state.having("provisional") == [party]:
        yield SetTreaty("signed")
        yield Cancel("provisional-end")


def _no_longer(state: State, party: str) -> Effect:
    memory = state.of(party).memory
    if memory.get("consent"):
        return SetParty(party, "contracting")
    return SetParty(party, "signatory" if memory.get("signed") else "none")
