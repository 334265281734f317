"""How a state leaves, and what its leaving means for the others (VCLT 54-56, 65, 67, 68, 70)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from treatywatch.dates import Term
from treatywatch.rules.effects import Cancel, Effect, Refuse, Remember, Schedule, SetFlag, SetParty, SetTreaty
from treatywatch.rules.registry import rule
from treatywatch.rules.state import BOUND, Happening, State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatywatch.models.terms import WithdrawalClause

__all__ = ["effect_of_notice"]

_WITHOUT_CLAUSE = Term("P12M")


def days_after(day: date, count: int) -> date:
    """Return the day so many days later; the end of the calendar where it lies beyond."""
    return date.fromordinal(min(day.toordinal() + count, date.max.toordinal()))


def effect_of_notice(clause: WithdrawalClause | None, day: date) -> date:
    """Return the first day on which a notice given on `day` can take effect.

    Without a clause that is twelve months later (VCLT 56(2)).
    """
    if clause is None:
        return _WITHOUT_CLAUSE.after(day)
    ends = clause.notice.after(day)
    return days_after(ends, 1) if clause.counts == "day-after" else ends


@rule(
    "withdrawal-notice",
    on="withdrawal-notice",
    says="A party may leave by notice under the treaty's clause; it stays a party until the notice has run.",
    authority=("VCLT 54(a)", "VCLT 56", "VCLT 65", "VCLT 67"),
)
def withdrawal_notice(state: State, now: Happening) -> Iterator[Effect]:
    """Put the exit on the agenda, and with it the conference that the clause asks for."""
    party, clause = now.party, state.treaty.terms.withdrawal
    if party is None:
        return
    known = state.of(party)
    article = clause.article if clause else None
    if state.ended:
        yield Refuse("after-end", "the treaty had ended", article)
    elif known.status not in BOUND:
        yield Refuse("notice-by-non-party", f"{state.name(party)} was not a party", article)
    elif state.due("withdrawal-effect", party) is not None or known.memory.get("held"):
        yield Refuse("second-notice", f"a notice of {state.name(party)} was running already", article)
    elif known.memory.get("notice-left") is None:
        shortest = effect_of_notice(clause, now.day)
        if (now.when.get("effective") or shortest) <= shortest:
            yield from _leave(state, now, party, shortest)
        if clause and clause.conference:
            meeting = clause.conference
            opens = meeting.opens_after.after(now.day) if meeting.opens_after else now.day
            closes = meeting.closes_after.after(now.day)
            yield Schedule("conference", opens, party, meeting.article, closes, meeting.name)


def _leave(state: State, now: Happening, party: str, day: date) -> Iterator[Effect]:
    clause = state.treaty.terms.withdrawal
    article = clause.article if clause else None
    yield Schedule("withdrawal-effect", day, party, article)
    yield SetFlag(party, "withdrawing", article=article)


def _may_leave(state: State, party: str | None) -> bool:
    """Tell whether a notice of the state can set an exit going: it is bound, and none is running."""
    return (
        party is not None
        and not state.ended
        and state.of(party).status in BOUND
        and state.due("withdrawal-effect", party) is None
        and not state.of(party).memory.get("held")
    )


@rule(
    "withdrawal-on-a-later-day",
    on="withdrawal-notice",
    says="A notice may name a later day than the shortest that the treaty allows; the state then stays a party until that day.",
    authority=("VCLT 54(a)", "VCLT 67"),
)
def on_a_later_day(state: State, now: Happening) -> Iterator[Effect]:
    """Put the exit on the agenda for the day that the notice names."""
    party, named = now.party, now.when.get("effective")
    if party is None or named is None or not _may_leave(state, party):
        return
    fresh = state.of(party).memory.get("notice-left") is None
    if fresh and named > effect_of_notice(state.treaty.terms.withdrawal, now.day):
        yield from _leave(state, now, party, named)


@rule(
    "withdrawal-notice-revived",
    on="withdrawal-notice",
    says="A notice whose running was suspended has, when it is revived, only the days to run that it had left, or until a later day it names.",
    authority=("VCLT 54(a)", "VCLT 68"),
)
def notice_revived(state: State, now: Happening) -> Iterator[Effect]:
    """Put the exit on the agenda for the end of what was left of the notice."""
    party = now.party
    if party is None or not _may_leave(state, party):
        return
    left = state.of(party).memory.get("notice-left")
    if left is not None:
        shortest = days_after(now.day, left)
        yield Remember("notice-left", None, party)
        yield from _leave(state, now, party, max(shortest, now.when.get("effective") or shortest))


@rule(
    "withdrawal-too-early",
    on="withdrawal-notice",
    says="Where the treaty lets nobody leave in its first time, a notice given in that time has no effect.",
    authority=("VCLT 54(a)",),
)
def withdrawal_too_early(state: State, now: Happening) -> Iterator[Effect]:
    """Take a notice off the agenda that came before the treaty allows one."""
    clause, entered = state.treaty.terms.withdrawal, state.memory.get("entered")
    if clause is None or clause.earliest is None or entered is None or now.party is None:
        return
    if now.day < clause.earliest.after(entered):
        yield Refuse("notice-too-early", f"no notice may be given in the first {clause.earliest.words}", clause.article)
        yield Cancel("withdrawal-effect", now.party)
        yield Cancel("conference", now.party)
        yield SetFlag(now.party, "withdrawing", on=False)


@rule(
    "withdrawal-takes-effect",
    on="due:withdrawal-effect",
    says="When the notice has run, the state is no longer a party.",
    authority=("VCLT 54(a)", "VCLT 70(2)"),
)
def withdrawal_takes_effect(state: State, now: Happening) -> Iterator[Effect]:
    """Let the state out, unless an armed conflict holds it."""
    party, clause = now.party, state.treaty.terms.withdrawal
    if party is None:
        return
    if clause and clause.held_by_conflict and state.of(party).memory.get("in-conflict"):
        yield Remember("held", True, party)
        return
    yield SetParty(party, "withdrawn", clause.article if clause else None)


@rule(
    "withdrawal-held-by-conflict",
    on="end-of-armed-conflict",
    says="Where the treaty says so, a withdrawal does not take effect before the armed conflict in which the state is engaged has ended.",
    authority=("VCLT 54(a)",),
)
def released_by_peace(state: State, now: Happening) -> Iterator[Effect]:
    """Let out a state whose notice had run during the conflict, once no other holds it; an end that names none ends all."""
    party, clause = now.party, state.treaty.terms.withdrawal
    if party is None or now.act is None:
        return
    occasion, going_on = now.act.get("occasion"), state.of(party).memory.get("in-conflict", ())
    left = tuple(conflict for conflict in going_on if occasion and conflict != occasion)
    yield Remember("in-conflict", left, party)
    held = state.of(party).memory.get("held") and not left
    if held:
        yield Remember("held", False, party)
    if held and state.of(party).status in BOUND:
        yield SetParty(party, "withdrawn", clause.article if clause else None)


@rule(
    "armed-conflict",
    on="armed-conflict",
    says="An armed conflict in which a party is engaged ends no treaty by itself.",
    authority=("VCLT 73",),
)
def armed_conflict(state: State, now: Happening) -> Iterator[Effect]:
    """Note that the state is engaged in an armed conflict."""
    if now.party and now.act:
        going_on = state.of(now.party).memory.get("in-conflict", ())
        yield Remember("in-conflict", (*going_on, now.act.get("occasion")), now.party)


@rule(
    "withdrawal-revoked",
    on="withdrawal-revocation",
    says="A notice can be taken back, or its running suspended, at any time before it takes effect.",
    authority=("VCLT 68",),
)
def withdrawal_revoked(state: State, now: Happening) -> Iterator[Effect]:
    """Take the exit off the agenda; remember how long a suspended notice had still to run."""
    party, act = now.party, now.act
    if party is None or act is None:
        return
    due = state.due("withdrawal-effect", party)
    if due is None and not state.of(party).memory.get("held"):
        yield Refuse("nothing-to-revoke", f"no notice of {state.name(party)} was running")
        return
    yield Remember("held", False, party)
    yield Cancel("withdrawal-effect", party)
    yield Cancel("conference", party)
    yield SetFlag(party, "withdrawing", on=False)
    if act.get("manner") == "suspended":
        yield Remember("notice-left", (due.day - now.day).days if due else 0, party)


@rule(
    "withdrawal-recorded",
    on="withdrawal",
    says="Where no notice on record leads to an exit, the source that records the exit is believed.",
    authority=("VCLT 54",),
)
def withdrawal_recorded(state: State, now: Happening) -> Iterator[Effect]:
    """Let a party out on a source's word, unless a notice is running whose day the rules reckon."""
    party = now.party
    if party is None or state.of(party).status == "withdrawn":
        return
    if state.ended:
        yield Refuse("after-end", "the treaty had ended")
        return
    if state.due("withdrawal-effect", party) is not None or state.of(party).memory.get("held"):
        return
    bound_somehow = state.of(party).status in BOUND or "reported" in state.flags
    if not bound_somehow:
        yield Refuse("withdrawal-of-non-party", f"{state.name(party)} was not a party")
        return
    yield SetParty(party, "withdrawn")


@rule(
    "release-of-the-leaver",
    on="party:withdrawn",
    says="A state that has left is bound no more from the day its exit takes effect; what was done before stands.",
    authority=("VCLT 70(2)",),
)
def release_of_the_leaver(state: State, now: Happening) -> Iterator[Effect]:
    """Clear what awaited the state as a party."""
    if now.party is None:
        return
    for flag in sorted(state.of(now.party).flags & {"suspended", "withdrawing", "reported"}):
        yield SetFlag(now.party, flag, on=False)
    yield Cancel("withdrawal-effect", now.party)
    yield Cancel("suspension-effect", now.party)
    yield Remember("notice-left", None, now.party)
    yield Remember("held", False, now.party)
    yield Remember("resting", (), now.party)
    yield Remember("towards", (), now.party)


@rule(
    "bilateral-ends-with-a-side",
    on="party:withdrawn",
    says="A bilateral treaty ends when the last state of one side is out.",
    authority=("VCLT 54", "VCLT 70(1)"),
)
def bilateral_ends(state: State, now: Happening) -> Iterator[Effect]:
    """End a bilateral treaty when one of its sides has nobody left."""
    if state.treaty.kind != "bilateral" or state.ended:
        return
    for side in state.treaty.sides:
        gone = any(state.of(party).status == "withdrawn" for party in side)
        if gone and not any(state.of(party).status in BOUND for party in side):
            clause = state.treaty.terms.withdrawal
            yield SetTreaty("terminated", clause.article if clause else None)
            return


@rule(
    "multilateral-goes-on",
    on="party:withdrawn",
    says="A multilateral treaty does not end merely because its parties fall below the number for entry into force; only when none is left.",
    authority=("VCLT 55",),
)
def multilateral_goes_on(state: State, now: Happening) -> Iterator[Effect]:
    """End a multilateral treaty only when its last party is out, and all its parties are on record."""
    whole = state.treaty.kind == "multilateral" and state.treaty.participation == "full"
    if whole and state.in_force and not state.having(*BOUND):
        yield SetTreaty("terminated")
