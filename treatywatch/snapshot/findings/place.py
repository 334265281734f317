"""Findings with their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.errors import Problem, Severity

if TYPE_CHECKING:
    from treatywatch.models.facts import Fact
    from treatywatch.snapshot.view import View

__all__ = ["place_of", "problem_at"]


def place_of(view: View, fact: Fact, field: str = "date") -> tuple[str | None, int | None, int | None, str | None]:
    """Return where a fact's field stands: file, line, column and path; None where the fact was not read from a file."""
    known = view.contents.places.get(fact.id)
    return view.contents.locate((*known, field)) if known else (None, None, None, None)


def problem_at(
    view: View,
    fact: Fact,
    severity: Severity,
    code: str,
    message: str,
    hint: str,
    *,
    field: str = "date",
    subject: str | None = None,
    sources: tuple[str, ...] | None = None,
) -> Problem:
    """Return a finding at a fact's field; its sources are the fact's unless others are named too."""
    file, line, column, path = place_of(view, fact, field)
    told = fact.sources if sources is None else sources
    return Problem(code, severity, message, file, line, column, path, hint, subject, told)
