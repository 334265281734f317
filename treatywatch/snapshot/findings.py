"""What does not fit together: dates that cannot be true at once, impossible orders, reports that the rules gainsay."""

from collections.abc import Iterator

from treatywatch.errors import Problem, Severity
from treatywatch.models.events import EventBase
from treatywatch.models.facts import Fact
from treatywatch.models.occurrence import Occurrence
from treatywatch.rules.history import History
from treatywatch.rules.replay import Refusal
from treatywatch.snapshot.view import View

__all__ = ["findings", "place_of"]

_OUTCOMES = {
    "entry-into-force": ("in-force", "party"),
    "expiry": ("expired", "former"),
    "withdrawal": ("withdrawn", "withdrawn"),
}


def findings(view: View) -> list[Problem]:
    """Return every finding of the catalog, in order of treaty and place."""
    found: list[Problem] = []
    for treaty in sorted(view.contents.treaties):
        history = view.history(treaty)
        for act in view.occurrences(treaty):
            found.extend(_conflicts(view, act))
            found.extend(_against_the_rules(view, history, act))
        found.extend(_impossible(view, refusal) for refusal in history.refusals)
    for act in view.occurrences(None):
        found.extend(_conflicts(view, act))
    return sorted(
        found, key=lambda problem: (problem.subject or "", problem.file or "", problem.line or 0, problem.message)
    )


def place_of(view: View, fact: Fact, field: str = "date") -> tuple[str | None, int | None, int | None, str | None]:
    """Return where a fact's field stands: file, line, column and path; None where the fact was not read from a file."""
    known = view.contents.places.get(fact.id)
    return view.contents.locate((*known, field)) if known else (None, None, None, None)


def _problem(
    view: View, severity: Severity, code: str, message: str, hint: str, fact: Fact, act: Occurrence
) -> Problem:
    file, line, column, path = place_of(view, fact)
    return Problem(code, severity, message, file, line, column, path, hint, act.treaty, act.sources)


def _conflicts(view: View, act: Occurrence) -> Iterator[Problem]:
    for fact in act.conflicts:
        if not isinstance(fact, Fact):
            continue
        said, believed = act.facts[0], act.date
        message = f"{act.id}: {', '.join(fact.sources)} say {fact.date}, {', '.join(said.sources)} say {said.date}; both cannot be true"
        hint = f"{believed} is believed, by authority, then corroboration, then precision; if the other is right, every day after it moves"
        yield _problem(view, "warning", "date-conflict", message, hint, fact, act)


def _against_the_rules(view: View, history: History, act: Occurrence) -> Iterator[Problem]:
    """Hold a reported outcome against the day that the rules reckon."""
    statuses = _OUTCOMES.get(act.type)
    if statuses is None:
        return
    reckoned = history.began(statuses[act.party is not None], act.party)
    if reckoned is None:
        return
    for fact in act.facts:
        if isinstance(fact, EventBase) and not fact.date.overlaps(reckoned):
            message = f"{act.id}: {', '.join(fact.sources)} say {fact.date}, by the rules it was {reckoned}"
            hint = "the reckoned day is believed; `explain` shows what it rests on"
            yield _problem(view, "warning", "differs-from-rules", message, hint, fact, act)


def _impossible(view: View, refusal: Refusal) -> Problem:
    act = refusal.occurrence
    law = f" ({refusal.article})" if refusal.article else ""
    message = f"{act.id} on {act.date} has no effect{law}: {refusal.reason}"
    fact = act.facts[0]
    hint = f"rule {refusal.rule}; check the date and the acts before it"
    if not isinstance(fact, Fact):
        return Problem(refusal.code, "warning", message, hint=hint, subject=act.treaty)
    return _problem(view, "warning", refusal.code, message, hint, fact, act)
