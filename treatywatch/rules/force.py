"""Entry into force, for the treaty and for late joiners (VCLT 24), and provisional application (VCLT 25)."""

from collections.abc import Iterator
from datetime import date

from dateutil.relativedelta import relativedelta

from treatywatch.models.terms import EntryIntoForceClause
from treatywatch.rules.registry import rule
from treatywatch.rules.state import Effect, Happening, Refuse, Schedule, SetParty, SetTreaty, State

__all__: list[str] = []


def _counted_from(clause: EntryIntoForceClause, day: date) -> date:
    """Return the day on which the treaty enters into force when its condition is met on `day`."""
    if clause.delay:
        day = clause.delay.after(day)
    if clause.first_of_month:
        day = day + relativedelta(months=clause.first_of_month, day=1)
    return max(day, clause.not_before) if clause.not_before else day


def _schedule(state: State, now: Happening) -> Effect:
    clause = state.treaty.terms.entry_into_force
    day = _counted_from(clause, now.day)
    return Schedule("entry-into-force", day, article=clause.article, because=state.consents())


@rule(
    "entry-into-force-by-exchange",
    on="ratification",
    says="A treaty that provides for exchange enters into force when the instruments of all sides have been exchanged.",
    authority=("VCLT 24(1)", "VCLT 13"),
)
def by_exchange(state: State, now: Happening) -> Iterator[Effect]:
    """Put entry into force on the agenda once every side has consented."""
    clause = state.treaty.terms.entry_into_force
    if clause.by != "exchange" or not state.awaits_force:
        return
    consenting = set(state.consenting())
    if clause.including:
        complete = consenting.issuperset(clause.including)
    else:
        sides = state.treaty.sides or tuple((party,) for party in state.treaty.negotiators)
        complete = bool(sides) and all(consenting.intersection(side) for side in sides)
    if complete:
        yield _schedule(state, now)


@rule(
    "entry-into-force-by-instruments",
    on="ratification",
    says="A treaty enters into force, after its delay, when the number of instruments, the states and the share it asks for are there.",
    authority=("VCLT 24(1)", "VCLT 24(2)"),
)
def by_instruments(state: State, now: Happening) -> Iterator[Effect]:
    """Put entry into force on the agenda once the last condition is met."""
    clause = state.treaty.terms.entry_into_force
    if clause.by != "instruments" or not state.awaits_force:
        return
    counted = set(state.consenting()) - set(clause.not_counted)
    asked = clause.count or clause.including or clause.share
    needed = clause.including if asked else state.treaty.negotiators
    if not counted.issuperset(needed) or len(counted) < (clause.count or 1):
        return
    if clause.share and sum(clause.share.weights.get(party, 0) for party in counted) < clause.share.at_least:
        return
    yield _schedule(state, now)


@rule(
    "entry-into-force-by-signature",
    on="signature",
    says="Where signature alone binds, the treaty enters into force when all negotiating states have signed.",
    authority=("VCLT 12", "VCLT 24(2)"),
)
def by_signature(state: State, now: Happening) -> Iterator[Effect]:
    """Put entry into force on the agenda with the last signature."""
    if state.treaty.terms.entry_into_force.by != "signature" or not state.awaits_force:
        return
    consenting = set(state.consenting())
    sides = state.treaty.sides or tuple((party,) for party in state.treaty.negotiators)
    if sides and all(consenting.intersection(side) for side in sides):
        yield _schedule(state, now)


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
        if state.in_force and state.of(now.party).status == "contracting":
            yield SetParty(now.party, "party", article)
        return
    yield SetTreaty("in-force", article)
    for party in state.consenting():
        if state.due("entry-into-force", party) is None:
            yield SetParty(party, "party", article)


@rule(
    "entry-into-force-late-joiner",
    on="ratification",
    says="A state that consents when the treaty is in force is bound from its consent, or after the delay the treaty sets.",
    authority=("VCLT 24(3)",),
)
def late_joiner(state: State, now: Happening) -> Iterator[Effect]:
    """Put entry into force for one state on the agenda."""
    party, clause = now.party, state.treaty.terms.entry_into_force
    counts = state.in_force or (clause.late_from == "last-instrument" and not state.ended)
    if party is None or not counts or state.of(party).status != "contracting":
        return
    day = now.day
    if clause.late_joiners:
        day = clause.late_joiners.after(day)
    elif clause.first_of_month:
        day = day + relativedelta(months=clause.first_of_month, day=1)
    yield Schedule("entry-into-force", day, party, clause.article)


@rule(
    "entry-into-force-with-treaty",
    on="parent-in-force",
    says="A protocol bound to its treaty enters into force with it, for the states that signed or ratified it.",
    authority=("VCLT 24(1)",),
)
def with_treaty(state: State, now: Happening) -> Iterator[Effect]:
    """Bring a protocol into force with its treaty."""
    clause = state.treaty.terms.entry_into_force
    if clause.by != "with-treaty" or state.ended or state.in_force:
        return
    yield SetTreaty("in-force", clause.article)
    for party in state.having("signatory", "contracting"):
        yield SetParty(party, "party", clause.article)


@rule(
    "entry-into-force-recorded",
    on="entry-into-force",
    says="Where entry into force does not follow from acts on record, it is taken from the source that records it.",
    authority=("VCLT 24", "VCLT 77"),
)
def recorded(state: State, now: Happening) -> Iterator[Effect]:
    """Take entry into force from a source; a day reckoned from the acts on record prevails."""
    clause = state.treaty.terms.entry_into_force
    if state.ended:
        yield Refuse("after-end", "the treaty had ended")
        return
    if now.party is not None:
        if state.due("entry-into-force", now.party) is None and state.of(now.party).status not in (
            "party",
            "withdrawn",
        ):
            yield SetParty(now.party, "party", clause.article)
        return
    if state.in_force or state.due("entry-into-force") is not None:
        return
    yield SetTreaty("in-force", clause.article)
    bound = {party for party in state.consenting() if state.due("entry-into-force", party) is None}
    for side in state.treaty.sides:
        bound.update(party for party in side if state.of(party).status == "signatory")
    for party in sorted(bound):
        yield SetParty(party, "party", clause.article)


@rule(
    "provisional-application",
    on=("provisional-application", "signature"),
    says="A treaty is applied provisionally before it is in force where it says so or the states have agreed; that makes no party.",
    authority=("VCLT 25(1)",),
)
def provisional_application(state: State, now: Happening) -> Iterator[Effect]:
    """Begin provisional application of the whole treaty; of a part it changes no status."""
    clause = state.treaty.terms.provisional_application
    begins = now.act is not None and now.act.type == "provisional-application"
    from_signature = clause is not None and clause.starts == "signature" and clause.extent == "whole"
    if begins and now.act is not None and now.act.get("extent") == "part":
        return
    running = state.status == "provisionally-applied"
    if not (begins or from_signature or running) or state.in_force or state.ended:
        return
    article = clause.article if clause else None
    yield SetTreaty("provisionally-applied", article)
    applying = [now.party] if now.party else list(state.having("signatory", "contracting"))
    for party in applying:
        if state.of(party).status in ("signatory", "contracting"):
            yield SetParty(party, "provisional", article)
    if clause and clause.period and not running:
        yield Schedule("provisional-end", clause.period.after(now.day), article=article)


@rule(
    "provisional-application-ends",
    on="due:provisional-end",
    says="Provisional application ends with the time set for it.",
    authority=("VCLT 25(2)",),
)
def provisional_end(state: State, now: Happening) -> Iterator[Effect]:
    """End provisional application that has run its time before entry into force."""
    if state.status != "provisionally-applied":
        return
    yield SetTreaty("signed")
    for party in state.having("provisional"):
        yield SetParty(party, "contracting" if "consent" in state.of(party).memory else "signatory")


@rule(
    "limits-apply",
    on="treaty:in-force",
    says="A limit begins to bind after the time that the treaty gives for reaching it.",
    authority=("VCLT 26",),
)
def limits_apply(state: State, now: Happening) -> Iterator[Effect]:
    """Put the days on which limits begin to bind on the agenda, one item for each day."""
    if "reported" in state.flags:
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
