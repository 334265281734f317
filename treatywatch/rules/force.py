"""Entry into force, for the treaty and for late joiners (VCLT 24)."""

from __future__ import annotations

from datetime import date
from math import fsum
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from treatywatch.rules.effects import Cancel, Effect, Refuse, Remember, Schedule, SetParty, SetTreaty
from treatywatch.rules.registry import rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

    from treatywatch.models.terms import EntryIntoForceClause
    from treatywatch.rules.state import Happening, State

__all__: list[str] = []


def _first_of_month(day: date, months: int) -> date:
    """Return the first day of the n-th month after a day's; the end of the calendar where it lies beyond."""
    try:
        return day + relativedelta(months=months, day=1)
    except (ValueError, OverflowError):
        return date.max


def _counted_from(clause: EntryIntoForceClause, day: date) -> date:
    """Return the day on which the treaty enters into force when its condition is met on `day`."""
    if clause.delay:
        day = clause.delay.after(day)
    if clause.first_of_month:
        day = _first_of_month(day, clause.first_of_month)
    return max(day, clause.not_before) if clause.not_before else day


def _all_of(state: State, asked: Iterable[str], consenting: Set[str]) -> bool:
    """Tell whether all the states asked for have consented, or those that continue them."""
    return all(party in consenting or state.heir(party) in consenting for party in asked)


def _every_side(state: State, consenting: Set[str]) -> bool:
    sides = state.treaty.sides or tuple((party,) for party in state.treaty.negotiators)
    for side in sides:
        if consenting.isdisjoint(side) and consenting.isdisjoint(map(state.heir, side)):
            return False
    return bool(sides)


def _enough_instruments(state: State, consenting: Set[str]) -> bool:
    """Tell whether the number, the named states and the share are there; with none of these, all who negotiated."""
    clause = state.treaty.terms.entry_into_force
    counted = consenting - {*clause.not_counted}
    if not (clause.count or clause.including or clause.share):
        return bool(state.treaty.negotiators) and _all_of(state, state.treaty.negotiators, counted)
    if len(counted) < (clause.count or 0) or not _all_of(state, clause.including, counted):
        return False
    if clause.share is None:
        return True
    held = fsum(weight for party, weight in clause.share.weights if party in counted)
    return round(held, 9) >= clause.share.at_least


def _condition_met(state: State, consenting: Set[str]) -> bool:
    """Tell whether all that the treaty asks for before it enters into force is there."""
    clause = state.treaty.terms.entry_into_force
    if clause.by == "instruments":
        return _enough_instruments(state, consenting)
    return _all_of(state, clause.including, consenting) if clause.including else _every_side(state, consenting)


def _once_met(state: State, now: Happening, by: str) -> Iterator[Effect]:
    """Put entry into force on the agenda where the treaty goes this way and its condition is met."""
    clause = state.treaty.terms.entry_into_force
    if clause.by == by and state.awaits_force:
        consents = state.consents()
        if _condition_met(state, consents.keys()):
            day = _counted_from(clause, now.day)
            yield Schedule("entry-into-force", day, article=clause.article, because=tuple(consents.values()))


@rule(
    "entry-into-force-by-exchange",
    on="ratification",
    says="A treaty that provides for exchange enters into force when the instruments of all sides have been exchanged.",
    authority=("VCLT 24(1)", "VCLT 13"),
)
def by_exchange(state: State, now: Happening) -> Iterator[Effect]:
    """Put entry into force on the agenda once every side has consented."""
    yield from _once_met(state, now, "exchange")


@rule(
    "entry-into-force-by-instruments",
    on="ratification",
    says="A treaty enters into force, after its delay, when the number of instruments, the states and the share it asks for are there.",
    authority=("VCLT 24(1)", "VCLT 24(2)"),
)
def by_instruments(state: State, now: Happening) -> Iterator[Effect]:
    """Put entry into force on the agenda once the last condition is met."""
    yield from _once_met(state, now, "instruments")


@rule(
    "entry-into-force-by-signature",
    on="signature",
    says="Where signature alone binds, the treaty enters into force when all negotiating states have signed.",
    authority=("VCLT 12", "VCLT 24(2)"),
)
def by_signature(state: State, now: Happening) -> Iterator[Effect]:
    """Put entry into force on the agenda with the last signature."""
    yield from _once_met(state, now, "signature")


@rule(
    "entry-into-force-undone",
    on="ratification-revocation",
    says="Where a consent taken back in time leaves less than the treaty asks for, it does not enter into force on the day reckoned.",
    authority=("VCLT 24(1)", "VCLT 68"),
)
def undone(state: State, now: Happening) -> Iterator[Effect]:
    """Take entry into force off the agenda when its condition is no longer met."""
    by_consent = state.treaty.terms.entry_into_force.by != "with-treaty"
    reckoned = by_consent and not state.in_force and state.due("entry-into-force") is not None
    if reckoned and not _condition_met(state, state.consents().keys()):
        yield Cancel("entry-into-force")


@rule(
    "entry-into-force",
    on="due:entry-into-force",
    says="On the day so reckoned the treaty is in force, and every state that has consented is a party.",
    authority=("VCLT 24", "VCLT 26"),
)
def entry_into_force(state: State, now: Happening) -> Iterator[Effect]:
    """Bring the treaty, or one late joiner, into force."""
    article = now.due.article if now.due else None
    if now.party is not None:
        if state.in_force and state.of(now.party).status in _WAITING:
            yield SetParty(now.party, "party", article)
        return
    with_parent = state.treaty.terms.entry_into_force.by == "with-treaty"
    joined = state.having(*_JOINED) if with_parent else state.consents()
    yield from _in_force_for((party for party in joined if state.due("entry-into-force", party) is None), article)


@rule(
    "entry-into-force-late-joiner",
    on=("ratification", "signature"),
    says="A state that consents when the treaty is in force is bound from its consent, or after the delay the treaty sets.",
    authority=("VCLT 24(3)",),
)
def late_joiner(state: State, now: Happening) -> Iterator[Effect]:
    """Put entry into force for one state on the agenda."""
    party = now.party
    if party is None or state.of(party).memory.get("consent") is not now.act:
        return
    if state.of(party).status not in _WAITING or not _is_late(state, now.day):
        return
    clause, day = state.treaty.terms.entry_into_force, now.day
    if clause.late_joiners:
        day = clause.late_joiners.after(day)
    elif clause.first_of_month:
        day = _first_of_month(day, clause.first_of_month)
    yield Schedule("entry-into-force", day, party, clause.article)


_WAITING = ("contracting", "provisional")


def _is_late(state: State, day: date) -> bool:
    """Tell whether a consent given on a day comes after those that bring, or brought, the treaty into force."""
    if state.in_force:
        return True
    clause = state.treaty.terms.entry_into_force
    if clause.late_from != "last-instrument" or state.ended:
        return False
    due = state.due("entry-into-force")
    return clause.by == "record" or (due is not None and due.created < day)


@rule(
    "entry-into-force-with-treaty",
    on=("parent-in-force", "signature", "ratification"),
    says="A protocol bound to its treaty enters into force with it, or when the last joins it later, for those that signed or ratified it.",
    authority=("VCLT 24(1)",),
)
def with_treaty(state: State, now: Happening) -> Iterator[Effect]:
    """Bring a protocol into force with its treaty, or on the last signature where that comes later; then whoever signs."""
    clause = state.treaty.terms.entry_into_force
    if clause.by != "with-treaty" or state.ended:
        return
    if now.trigger == "parent-in-force":
        yield Remember("parent", True)
    elif not state.memory.get("parent"):
        return
    joined = state.having(*_JOINED)
    if state.in_force:
        if now.trigger == "signature" and now.party in joined:
            yield SetParty(now.party, "party", clause.article)
    elif state.awaits_force and joined and _all_joined(state, {*joined}):
        day = _counted_from(clause, now.day)
        if day > now.day:
            yield Schedule("entry-into-force", day, article=clause.article)
        else:
            yield from _in_force_for(joined, clause.article)


_JOINED = ("signatory", "contracting")


def _all_joined(state: State, joined: Set[str]) -> bool:
    """Tell whether every side of a protocol, or every state that negotiated it, has joined it; any state where none is named."""
    return not (state.treaty.sides or state.treaty.negotiators) or _every_side(state, joined)


def _in_force_for(parties: Iterable[str], article: str | None) -> Iterator[Effect]:
    yield SetTreaty("in-force", article)
    for party in parties:
        yield SetParty(party, "party", article)


@rule(
    "entry-into-force-recorded",
    on="entry-into-force",
    says="Where entry into force does not follow from acts on record, it is taken from the source that records it.",
    authority=("VCLT 24", "VCLT 77"),
)
def recorded(state: State, now: Happening) -> Iterator[Effect]:
    """Take entry into force from a source; a day reckoned from the acts on record prevails."""
    article = state.treaty.terms.entry_into_force.article
    if state.ended:
        yield Refuse("after-end", "the treaty had ended")
    elif now.party is not None:
        settled = state.of(now.party).status in ("party", "withdrawn")
        if not settled and state.due("entry-into-force", now.party) is None:
            yield SetParty(now.party, "party", article)
    elif not state.in_force and state.due("entry-into-force") is None:
        bound = _bound_by_record(state, retroactive=now.when.get("effective") == now.day)
        yield from _in_force_for(bound, article)


def _bound_by_record(state: State, *, retroactive: bool) -> list[str]:
    """Return who is a party once a source records entry into force.

    Those who consented, and the sides of a bilateral treaty: if they signed, or if it takes effect before they did.
    """
    bound = {party for party in state.consents() if state.due("entry-into-force", party) is None}
    for side in state.treaty.sides:
        signed = [party for party in side if state.of(party).status == "signatory"]
        bound.update(signed or (side[:1] if retroactive and bound.isdisjoint(side) else ()))
    return sorted(bound)


@rule(
    "limits-apply",
    on="treaty:in-force",
    says="A limit begins to bind after the time that the treaty gives for reaching it.",
    authority=("VCLT 26",),
)
def limits_apply(state: State, now: Happening) -> Iterator[Effect]:
    """Put the days on which limits begin to bind on the agenda, one item for each day."""
    if "reported" in state.flags or "entered" in state.memory:
        return
    by_term: dict[str, list[str]] = {}
    for limit in state.treaty.terms.limits:
        if limit.binds_after:
            by_term.setdefault(limit.binds_after.text, []).append(limit.name)
    for limit in state.treaty.terms.limits:
        if limit.binds_after and (names := by_term.pop(limit.binds_after.text, None)):
            yield Schedule(
                "limits-apply", limit.binds_after.after(now.day), None, limit.article, None, "; ".join(names)
            )
