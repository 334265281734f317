"""How long a treaty lasts, how it is extended or renewed, and how it ends (VCLT 54, 59, 70)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.rules.effects import Cancel, Effect, Refuse, Remember, Schedule, SetFlag, SetParty, SetTreaty
from treatywatch.rules.registry import rule
from treatywatch.rules.state import BOUND, Happening, PartyState, State
from treatywatch.rules.withdrawal import days_after

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

__all__: list[str] = []

_RECKONED_AHEAD = 300
"""Years for which renewals are put on the agenda; a treaty that renews itself goes on after them all the same."""


@rule(
    "fixed-duration",
    on="treaty:in-force",
    says="A treaty concluded for a period, or until a day, expires when it has run.",
    authority=("VCLT 54(a)",),
)
def fixed_duration(state: State, now: Happening) -> Iterator[Effect]:
    """Put the expiry on the agenda; the treaty's first day in force is day one of its period."""
    duration = state.treaty.terms.duration
    if "entered" in state.memory or "reported" in state.flags:
        return
    yield Remember("entered", now.day)
    kind = "renewal" if duration.renewal else "expiry"
    if duration.period:
        yield Schedule(kind, duration.period.after(now.day), article=duration.article)
    elif duration.until:
        yield Schedule(kind, max(days_after(duration.until, 1), now.day), article=duration.article)


@rule(
    "renewal-by-default",
    on="due:renewal",
    says="A treaty that renews itself goes on for its renewal period at each end unless a party has objected.",
    authority=("VCLT 54(a)",),
)
def renewal_by_default(state: State, now: Happening) -> Iterator[Effect]:
    """Put the next end on the agenda in place of the one that has come."""
    duration, first = state.treaty.terms.duration, state.memory.get("entered", now.day)
    ahead = now.day.year - first.year < _RECKONED_AHEAD
    if duration.renewal and state.in_force and ahead:
        yield Schedule("renewal", duration.renewal.after(now.day), article=duration.article)


@rule(
    "expiry",
    on="due:expiry",
    says="On the day after its last the treaty is no longer in force.",
    authority=("VCLT 54(a)", "VCLT 70(1)"),
)
def expiry(state: State, now: Happening) -> Iterator[Effect]:
    """End the treaty when its time has run and nothing renews it."""
    if state.in_force and state.due("expiry") is None:
        yield SetTreaty("expired", state.treaty.terms.duration.article)


@rule(
    "non-renewal",
    on="non-renewal",
    says="A party that objects in time ends the treaty's renewal of itself.",
    authority=("VCLT 54(a)",),
)
def non_renewal(state: State, now: Happening) -> Iterator[Effect]:
    """Put the treaty's expiry on the agenda in place of its renewal, for the day the present period ends."""
    clause, due = state.treaty.terms.duration, state.due("renewal")
    article, in_time = (
        clause.article,
        clause.renewal_notice.before(due.day) if clause.renewal_notice and due else now.day,
    )
    if not clause.renewal:
        yield Refuse("nothing-to-renew", "the treaty does not renew itself", article)
    elif now.party and state.of(now.party).status not in BOUND:
        yield Refuse("notice-by-non-party", f"{state.name(now.party)} was not a party", article)
    elif now.day > in_time:
        yield Refuse(
            "objection-too-late", f"it came after {in_time}, the last day for the period then running", article
        )
    elif due is not None:
        yield Cancel("renewal")
        yield Schedule("expiry", due.day, article=article)


def _extended_until(state: State, now: Happening, runs_out: date) -> date | None:
    """Return the new end that the act names, or None where it names none."""
    until = now.when.get("until")
    if until is not None:
        return until
    term = now.act.get("by") if now.act else None
    return term.after(runs_out) if term else None


def _who_did_not_agree(state: State, now: Happening) -> list[str]:
    """Return the names of the parties that an act, where it names who agreed, does not name."""
    agreed = now.act.get("parties") if now.act else None
    return [state.name(party) for party in state.having(*BOUND) if party not in agreed] if agreed else []


@rule(
    "extension",
    on="extension",
    says="The parties may extend a treaty while it is in force, by agreement of those the treaty asks for, as long and as often as it allows.",
    authority=("VCLT 54(b)", "VCLT 39"),
)
def extension(state: State, now: Happening) -> Iterator[Effect]:
    """Move the expiry, within what the extension clause allows."""
    if now.act is None:
        return
    clause = state.treaty.terms.extension
    article = clause.article if clause else None
    due = state.due("expiry") or state.due("renewal")
    if state.in_force and due is None and clause and now.act.get("indefinitely"):
        return
    if not state.in_force or due is None:
        why = "the treaty had ended" if state.ended else "the treaty was not running for a limited time"
        yield Refuse("extension-of-ended" if state.ended else "nothing-to-extend", why, article)
        return
    missing = _who_did_not_agree(state, now)
    if missing and (clause is None or clause.agreement == "all-parties"):
        yield Refuse(
            "extension-needs-all",
            f"it needs the agreement of all parties, {', '.join(missing)} included",
            article,
        )
        return
    if now.act.get("indefinitely"):
        yield Cancel(due.kind)
        return
    until = _extended_until(state, now, due.day)
    if until is None or until <= due.day:
        yield Refuse("extension-shortens", "it names no day after the one on which the treaty ends anyway", article)
        return
    used = state.memory.get("extensions", 0)
    if clause and clause.times and used >= clause.times:
        times = "once" if clause.times == 1 else f"{clause.times} times"
        yield Refuse("extension-too-often", f"the treaty may be extended {times} only", article)
        return
    if clause and clause.longest and until > clause.longest.after(due.day):
        yield Refuse(
            "extension-too-long",
            f"the treaty may be extended by at most {clause.longest.words}, until {clause.longest.after(due.day)}",
            article,
        )
        return
    yield Remember("extensions", used + 1)
    yield Schedule(due.kind, until, article=article or due.article)


@rule(
    "termination",
    on="termination",
    says="A treaty ends at any time by consent of all its parties, or by another act that ends it.",
    authority=("VCLT 54(b)", "VCLT 60"),
)
def termination(state: State, now: Happening) -> Iterator[Effect]:
    """End the treaty by an express act, which goes before its term."""
    if state.ended:
        yield Refuse("after-end", "the treaty had ended")
    elif state.status == "not-concluded":
        yield Refuse("nothing-to-end", "the treaty had not been concluded")
    elif missing := _who_did_not_agree(state, now):
        yield Refuse(
            "termination-needs-all",
            f"it needs the consent of all parties, {', '.join(missing)} included",
        )
    else:
        yield SetTreaty("terminated")


@rule(
    "supersession",
    on=("supersession", "successor-in-force"),
    says="A treaty ends when the later treaty that takes its place enters into force.",
    authority=("VCLT 59",),
)
def supersession(state: State, now: Happening) -> Iterator[Effect]:
    """End the treaty in favour of a later one."""
    if state.ended:
        if now.act and now.act.type == "supersession" and state.status != "superseded":
            yield Refuse("after-end", "the treaty had ended")
    elif state.status != "not-concluded":
        yield SetTreaty("superseded", state.treaty.terms.duration.article)


@rule(
    "ends-with-its-treaty",
    on="parent-ended",
    says="A protocol or treaty bound to another ends with it.",
    authority=("VCLT 54(a)",),
)
def ends_with_its_treaty(state: State, now: Happening) -> Iterator[Effect]:
    """End what is bound to a treaty that has ended, in the same way."""
    if now.act and not state.ended and state.status != "not-concluded":
        yield SetTreaty(str(now.act.get("status")), state.treaty.terms.duration.article)


@rule(
    "expiry-recorded",
    on="expiry",
    says="Where no term on record runs out, the source that records the expiry is believed.",
    authority=("VCLT 54(a)",),
)
def expiry_recorded(state: State, now: Happening) -> Iterator[Effect]:
    """End the treaty on a source's word, unless the rules reckon its last day themselves."""
    reckoned = state.due("expiry") or state.due("renewal") or state.treaty.terms.duration.period
    if state.in_force and not reckoned:
        yield SetTreaty("expired")


@rule(
    "release-of-the-parties",
    on="treaty:ended",
    says="The end of a treaty releases its parties from performing it further; what was done before stands.",
    authority=("VCLT 70(1)",),
)
def release_of_the_parties(state: State, now: Happening) -> Iterator[Effect]:
    """Make the parties former ones and clear the agenda."""
    for kind, party, _ in list(state.agenda):
        yield Cancel(kind, party)
    for party in state.having(*BOUND):
        for flag in _moot(state.of(party)):
            yield SetFlag(party, flag, on=False)
        yield SetParty(party, "former")
    for flag in sorted(state.flags):
        yield SetFlag(None, flag, on=False)


def _moot(known: PartyState) -> list[str]:
    """Return the flags that mean nothing once the treaty has ended: all but the mark of a contested participation."""
    if not known.flags:
        return []
    consent = known.memory.get("consent")
    objected = any(kind == "ratification" for kind, _ in known.memory.get("objected", ()))
    stays = objected or (consent is not None and consent.disputed)
    return sorted(known.flags & {"suspended", "withdrawing"} if stays else known.flags)
