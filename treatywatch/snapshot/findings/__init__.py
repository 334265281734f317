"""What does not fit together: sources that exclude each other, impossible orders, reports that the rules gainsay, odd dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.snapshot.findings.conflicts import conflicts
from treatywatch.snapshot.findings.curation import curation
from treatywatch.snapshot.findings.orders import orders
from treatywatch.snapshot.findings.outcomes import outcomes
from treatywatch.snapshot.findings.place import place_of

if TYPE_CHECKING:
    from treatywatch.errors import Problem
    from treatywatch.snapshot.view import View

__all__ = ["curation", "findings", "place_of"]


def findings(view: View) -> list[Problem]:
    """Return every finding of the catalog, in order of treaty and place."""
    found: list[Problem] = []
    for treaty in (*sorted(view.contents.treaties), None):
        found.extend(conflicts(view, treaty))
        if treaty is not None:
            found.extend(outcomes(view, treaty))
            found.extend(orders(view, treaty))
    return sorted(
        found, key=lambda problem: (problem.subject or "", problem.file or "", problem.line or 0, problem.message)
    )
