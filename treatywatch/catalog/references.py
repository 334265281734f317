"""Do all names in a document lead somewhere, once, and does every period make sense?

One function for each invariant; each says in its docstring what must hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from treatywatch.catalog.fields import event_types
from treatywatch.catalog.names import did_you_mean
from treatywatch.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from treatywatch.catalog.places import Locate
    from treatywatch.models.document import Document
    from treatywatch.models.facts import Fact
    from treatywatch.models.statements import Decider, Issue
    from treatywatch.models.treaty import Treaty

__all__ = ["check_references"]


class Flaw(NamedTuple):
    """What is wrong at a path of the document."""

    path: tuple[str | int, ...]
    code: str
    message: str
    hint: str | None = None
    subject: str | None = None


def check_references(document: Document, locate: Locate) -> list[Problem]:
    """Return every flaw of the document as a problem with its place."""
    problems = []
    for invariant in INVARIANTS:
        for flaw in invariant(document):
            file, line, column, shown = locate(flaw.path)
            problems.append(
                Problem(flaw.code, "error", flaw.message, file, line, column, shown, flaw.hint, flaw.subject)
            )
    return problems


def _kinds(document: Document) -> Iterator[tuple[str, Sequence[Any]]]:
    for kind in ("parties", "sources", "issues", "treaties", "events", "positions", "statuses", "terms"):
        yield kind, getattr(document, kind)


def ids_are_unique(document: Document) -> Iterator[Flaw]:
    """No two records of a kind have the same id; facts of all kinds share one set of ids."""
    facts: set[str] = set()
    for kind, records in _kinds(document):
        seen = facts if kind in ("events", "positions", "statuses", "terms") else set()
        for index, record in enumerate(records):
            if record.id in seen:
                yield Flaw(
                    (kind, index, "id"),
                    "duplicate-id",
                    f"{record.id} stands here a second time",
                    "give it an id of its own",
                )
            seen.add(record.id)


def parties_are_known(document: Document) -> Iterator[Flaw]:
    """Every state that is named is in the list of parties."""
    known = {party.id for party in document.parties}

    def unknown(path: tuple[str | int, ...], names: Sequence[str | None]) -> Iterator[Flaw]:
        for name in names:
            if name is not None and name not in known:
                yield Flaw(path, "unknown-party", f"no party is called {name}", did_you_mean(name, known))

    for index, party in enumerate(document.parties):
        yield from unknown(("parties", index, "continued_by"), [party.continued_by])
        yield from unknown(("parties", index, "succeeded_by"), party.succeeded_by)
    for index, treaty in enumerate(document.treaties):
        here = ("treaties", index)
        clause = treaty.terms.entry_into_force
        yield from unknown((*here, "sides"), [party for side in treaty.sides for party in side])
        yield from unknown((*here, "negotiators"), treaty.negotiators)
        yield from unknown((*here, "depositaries"), treaty.depositaries)
        yield from unknown((*here, "terms", "entry_into_force", "including"), clause.including)
        yield from unknown((*here, "terms", "entry_into_force", "not_counted"), clause.not_counted)
        if clause.share:
            yield from unknown(
                (*here, "terms", "entry_into_force", "share"), [party for party, _ in clause.share.weights]
            )
    for index, event in enumerate(document.events):
        if not known.issuperset(event.parties):
            yield from unknown(("events", index, "parties"), event.parties)
        if event.type in ("objection", "non-compliance-finding"):
            yield from unknown(("events", index, "of"), event.of)
        elif event.type == "suspension":
            yield from unknown(("events", index, "towards"), event.towards)
        elif event.type == "ratification":
            yield from unknown(("events", index, "predecessor"), [event.predecessor])
    for index, position in enumerate(document.positions):
        yield from unknown(("positions", index, "party"), [position.party])
        yield from unknown(("positions", index, "reported_by"), [position.reported_by])
    for index, status in enumerate(document.statuses):
        yield from unknown(("statuses", index, "party"), [status.party])
        yield from unknown(("statuses", index, "scope"), status.scope.parties if status.scope else ())


def treaties_are_known(document: Document) -> Iterator[Flaw]:
    """Every treaty that is named is in the catalog."""
    known = {treaty.id for treaty in document.treaties}

    def unknown(path: tuple[str | int, ...], names: Sequence[str | None]) -> Iterator[Flaw]:
        for name in names:
            if name is not None and name not in known:
                yield Flaw(path, "unknown-treaty", f"no treaty is called {name}", did_you_mean(name, known))

    for index, treaty in enumerate(document.treaties):
        here, terms = ("treaties", index), treaty.terms
        yield from unknown((*here, "follows"), treaty.follows)
        yield from unknown((*here, "part_of"), [treaty.part_of])
        yield from unknown((*here, "terms", "entry_into_force", "with_treaty"), [terms.entry_into_force.with_treaty])
        yield from unknown((*here, "terms", "duration", "ends_with"), [terms.duration.ends_with])
        yield from unknown((*here, "terms", "duration", "superseded_by"), [terms.duration.superseded_by])
    for index, issue in enumerate(document.issues):
        yield from unknown(("issues", index, "treaty"), [issue.treaty])
        for which in ("settled_by", "contradicted_by"):
            yield from unknown(("issues", index, which), [decider.treaty for decider in getattr(issue, which)])
    for index, event in enumerate(document.events):
        if event.treaty is not None and event.treaty not in known:
            yield from unknown(("events", index, "treaty"), [event.treaty])
        if event.type == "consultation":
            yield from unknown(("events", index, "about"), event.about)
        elif event.type == "supersession":
            yield from unknown(("events", index, "by"), [event.by])
    for index, status in enumerate(document.statuses):
        yield from unknown(("statuses", index, "treaty"), [status.treaty])
    for index, term in enumerate(document.terms):
        yield from unknown(("terms", index, "treaty"), [term.treaty])


def sources_are_known(document: Document) -> Iterator[Flaw]:
    """Every source that is cited is in the bibliography or is an article of the catalog."""
    known = {source.id for source in document.sources}
    facts: tuple[tuple[str, Sequence[Fact]], ...] = (
        ("events", document.events),
        ("positions", document.positions),
        ("statuses", document.statuses),
        ("terms", document.terms),
    )
    for kind, records in facts:
        for index, fact in enumerate(records):
            if not known.issuperset(fact.sources):
                for name in fact.sources:
                    if name not in known:
                        yield Flaw(
                            (kind, index, "sources"),
                            "unknown-source",
                            f"no source is called {name}",
                            did_you_mean(name, known),
                        )
    for index, treaty in enumerate(document.treaties):
        name = treaty.terms.source
        if name not in known:
            yield Flaw(
                ("treaties", index, "terms", "source"),
                "unknown-source",
                f"no source is called {name}",
                did_you_mean(name, known),
            )


def sources_are_dated(document: Document) -> Iterator[Flaw]:
    """A news item, a statement or a work of reference says when it was published: it is known from that day."""
    for index, source in enumerate(document.sources):
        if source.kind in ("news", "government", "reference") and source.published is None:
            hint = "add published, as exactly as it is known"
            yield Flaw(
                ("sources", index), "no-publication-day", f"{source.id} does not say when it was published", hint
            )


def issues_are_known(document: Document) -> Iterator[Flaw]:
    """Every position is on an issue of the catalog."""
    known = {issue.id for issue in document.issues}
    for index, position in enumerate(document.positions):
        if position.issue not in known:
            hint = did_you_mean(position.issue, known)
            yield Flaw(("positions", index, "issue"), "unknown-issue", f"no issue is called {position.issue}", hint)


def issues_name_parties(document: Document) -> Iterator[Flaw]:
    """Every state whose stance an issue asks for, or whose act settles it or contradicts its support, is in the list."""
    known = {party.id for party in document.parties}
    for index, issue in enumerate(document.issues):
        deciders = {which: _deciders(issue, which) for which in ("settled_by", "contradicted_by")}
        named = {which: [party for one in given for party in one.parties] for which, given in deciders.items()}
        for field, names in {"parties": issue.parties, **named}.items():
            for name in names:
                if name not in known:
                    hint = did_you_mean(name, known)
                    yield Flaw(("issues", index, field), "unknown-party", f"no party is called {name}", hint)


def deciders_are_events(document: Document) -> Iterator[Flaw]:
    """What settles an issue, or contradicts support for it, is a type of event."""
    known = set(event_types()) if document.issues else set()
    for index, issue in enumerate(document.issues):
        for which in ("settled_by", "contradicted_by"):
            for decider in _deciders(issue, which):
                if decider.type not in known:
                    hint = did_you_mean(decider.type, known)
                    yield Flaw(("issues", index, which), "unknown-type", f"no event is a {decider.type}", hint)


def _deciders(issue: Issue, which: str) -> tuple[Decider, ...]:
    return issue.settled_by if which == "settled_by" else issue.contradicted_by


def _later(treaty: Treaty) -> list[tuple[str, str | None]]:
    terms = treaty.terms
    return [
        ("superseded_by", terms.duration.superseded_by),
        ("ends_with", terms.duration.ends_with),
        ("with_treaty", terms.entry_into_force.with_treaty),
    ]


def treaties_depend_in_order(document: Document) -> Iterator[Flaw]:
    """No treaty's life depends on its own: supersession, ending with and entering into force with another make no circle."""
    depends = {treaty.id: [name for _, name in _later(treaty) if name] for treaty in document.treaties}
    for index, treaty in enumerate(document.treaties):
        circle = _circle(treaty.id, depends)
        if circle:
            field = next(name for name, other in _later(treaty) if other)
            clause = "entry_into_force" if field == "with_treaty" else "duration"
            message = f"{' -> '.join(circle)} depend on each other in a circle"
            yield Flaw(
                ("treaties", index, "terms", clause, field), "circle", message, "cut it at one of them", treaty.id
            )


def _circle(start: str, depends: dict[str, list[str]]) -> list[str] | None:
    waiting = [[start]]
    seen: set[str] = set()
    while waiting:
        path = waiting.pop()
        for name in depends.get(path[-1], ()):
            if name == start:
                return [*path, name]
            if name not in seen:
                seen.add(name)
                waiting.append([*path, name])
    return None


def states_end_in_order(document: Document) -> Iterator[Flaw]:
    """A state that is continued has ended, and it is not continued, in the end, by itself."""
    after = {party.id: [party.continued_by] if party.continued_by else [] for party in document.parties}
    for index, party in enumerate(document.parties):
        if party.continued_by and party.until is None:
            hint = "add until, the first day on which it no longer existed"
            yield Flaw(
                ("parties", index, "continued_by"), "not-ended", f"{party.id} is continued but has not ended", hint
            )
        if party.since and party.until and party.until <= party.since:
            yield Flaw(("parties", index, "until"), "impossible-period", f"{party.id} ended before it began")
        if _circle(party.id, after):
            yield Flaw(("parties", index, "continued_by"), "circle", f"{party.id} is continued by itself in the end")


def periods_are_possible(document: Document) -> Iterator[Flaw]:
    """A day named in an event comes after the event itself, and a conference closes after it opens."""
    for index, event in enumerate(document.events):
        field = _NAMES_A_DAY.get(event.type)
        if field:
            named = getattr(event, field)
            if named is not None and named.before(event.date):
                message = f"{field} {named} comes before the event itself, {event.date}"
                yield Flaw(("events", index, field), "impossible-period", message, "check both days", event.treaty)
    for index, treaty in enumerate(document.treaties):
        clause = treaty.terms.withdrawal
        meeting = clause.conference if clause else None
        if meeting and meeting.opens_after:
            day = treaty.verified
            if meeting.closes_after.after(day) < meeting.opens_after.after(day):
                path = ("treaties", index, "terms", "withdrawal", "conference", "closes_after")
                yield Flaw(
                    path, "impossible-period", "the conference closes before it opens", "check both terms", treaty.id
                )


def acts_name_their_treaty(document: Document) -> Iterator[Flaw]:
    """Every event but a consultation, a test or a deployment belongs to a treaty."""
    for index, event in enumerate(document.events):
        if event.treaty is None and event.type not in ("consultation", "test", "deployment"):
            yield Flaw(("events", index), "no-treaty", f"a {event.type} of no treaty", "add treaty")


def acts_name_their_parties(document: Document) -> Iterator[Flaw]:
    """What only a state can do names the states that did it."""
    for index, event in enumerate(document.events):
        if event.type in _BY_STATES and not event.parties:
            hint = 'add parties = ["US"]'
            yield Flaw(("events", index), "no-party", f"a {event.type} does not say whose", hint, event.treaty)


_NAMES_A_DAY = {"extension": "until", "suspension": "effective", "withdrawal-notice": "effective"}

_BY_STATES = frozenset(
    {
        "ratification",
        "ratification-revocation",
        "repudiation",
        "non-renewal",
        "suspension",
        "suspension-announcement",
        "resumption",
        "withdrawal-announcement",
        "withdrawal-notice",
        "withdrawal-revocation",
        "withdrawal",
        "objection",
        "armed-conflict",
        "end-of-armed-conflict",
        "domestic-approval",
        "non-compliance-finding",
    }
)

INVARIANTS: tuple[Callable[[Document], Iterator[Flaw]], ...] = (
    ids_are_unique,
    parties_are_known,
    treaties_are_known,
    sources_are_known,
    sources_are_dated,
    issues_are_known,
    issues_name_parties,
    deciders_are_events,
    treaties_depend_in_order,
    states_end_in_order,
    periods_are_possible,
    acts_name_their_treaty,
    acts_name_their_parties,
)
