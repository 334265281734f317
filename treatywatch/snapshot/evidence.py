"""An occurrence as a reason, and the name of what is explained: what all explanations have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.snapshot.answers import Evidence

if TYPE_CHECKING:
    from treatywatch.models.occurrence import Occurrence
    from treatywatch.rules.history import History
    from treatywatch.snapshot.view import View

__all__ = ["evidence", "subject_of"]


def evidence(view: View, act: Occurrence) -> Evidence:
    """Return an occurrence as evidence, with the places in those of its sources that are believed."""
    places = []
    for fact in act.facts:
        believed = fact.sources if not hasattr(fact, "revision") else view.believing(fact)  # type: ignore[arg-type]
        places += [(source, fact.at) for source in believed]
    return Evidence(act.id, act.date, act.summary, tuple(dict.fromkeys(places)), act.disputed, act.supposed)


def subject_of(view: View, history: History, party: str | None) -> str:
    """Return the treaty's short title, after the state's name where a party is explained."""
    if party is None:
        return history.treaty.short_title
    known = view.contents.parties.get(party)
    return f"{known.name if known else party} ({history.treaty.short_title})"
