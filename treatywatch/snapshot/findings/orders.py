"""Impossible orders: acts that can have no effect in law on the day they are dated to, or that come before what they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatywatch.errors import Problem
from treatywatch.models.facts import Fact
from treatywatch.models.status import ENDED
from treatywatch.snapshot.findings.place import problem_at
from treatywatch.snapshot.words import date_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatywatch.models.occurrence import Occurrence
    from treatywatch.rules.history import History
    from treatywatch.rules.replay import Refusal
    from treatywatch.snapshot.view import View

__all__ = ["orders"]

_NEED_A_TREATY = frozenset({"signature", "ratification", "provisional-application", "entry-into-force"})
_OF_A_LIVING_TREATY = frozenset(
    {"amendment", "suspension-announcement", "withdrawal-announcement", "provisional-application", "adoption"}
)
"""Acts that change no status by themselves, so that no rule refuses them, and that a treaty which has ended leaves no room for."""


def orders(view: View, treaty: str) -> Iterator[Problem]:
    """Yield a finding for each act that the rules refuse by every choice of days, and for each that comes too early or twice."""
    history = view.history(treaty)
    refused: dict[tuple[str, str], Refusal] = {}
    for refusal in history.refusals:
        refused.setdefault((refusal.occurrence.facts[0].id, refusal.code), refusal)
    for refusal in refused.values():
        yield _refused(view, refusal)
    acts = view.occurrences(treaty)
    yield from _before_adoption(view, acts)
    yield from _second_entry(view, acts)
    yield from _after_the_end(view, history, acts)


def _refused(view: View, refusal: Refusal) -> Problem:
    act = refusal.occurrence
    law = f" ({refusal.article})" if refusal.article else ""
    message = f"{act.id} on {date_words(act.date)} has no effect{law}: {refusal.reason}"
    return _problem(view, act, refusal.code, message, f"rule {refusal.rule}; check the date and the acts before it")


def _before_adoption(view: View, acts: Sequence[Occurrence]) -> Iterator[Problem]:
    """The text was adopted, or opened for signature, before anybody consented to it (VCLT 9, 11)."""
    adopted = [act for act in acts if act.type in ("adoption", "opening-for-signature")]
    if not adopted:
        return
    first = min(adopted, key=lambda act: (act.date.earliest, act.date.latest, act.id))
    for act in acts:
        if act.type in _NEED_A_TREATY and act.date.before(first.date) and not act.get("effective"):
            what = "consent-before-adoption" if act.type in ("signature", "ratification") else "act-before-adoption"
            message = f"{act.id} on {date_words(act.date)} comes before the {first.type} of {date_words(first.date)}"
            yield _problem(view, act, what, message, "check both dates (VCLT 9, 11)")


def _second_entry(view: View, acts: Sequence[Occurrence]) -> Iterator[Problem]:
    """A treaty enters into force once (VCLT 24)."""
    entries = sorted(
        (act for act in acts if act.type == "entry-into-force" and act.party is None),
        key=lambda act: (act.date.earliest, act.date.latest, act.id),
    )
    for act in entries[1:]:
        message = (
            f"{act.id} on {date_words(act.date)}: the treaty entered into force once, on {date_words(entries[0].date)}"
        )
        hint = "name the parties for whom it entered into force then, or the same occasion for both"
        yield _problem(view, act, "second-entry-into-force", message, hint)


def _after_the_end(view: View, history: History, acts: Sequence[Occurrence]) -> Iterator[Problem]:
    """Nothing is done to a treaty that has ended (VCLT 70)."""
    ended = next((day for status in sorted(ENDED) if (day := history.began(status)) is not None), None)
    if ended is None:
        return
    for act in acts:
        if act.type in _OF_A_LIVING_TREATY and act.date.after(ended):
            message = f"{act.id} on {date_words(act.date)} comes after the treaty's end, {date_words(ended)}"
            yield _problem(view, act, "after-end", message, "check both dates (VCLT 70)")


def _problem(view: View, act: Occurrence, code: str, message: str, hint: str) -> Problem:
    fact = act.facts[0]
    if not isinstance(fact, Fact):
        return Problem(code, "warning", message, hint=hint, subject=act.treaty)
    return problem_at(view, fact, "warning", code, message, hint, subject=act.treaty, sources=act.sources)
