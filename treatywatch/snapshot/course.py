"""How a treaty goes on from a day: its history as it was then to be expected, and what is supposed of it."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from treatywatch.models.occurrence import SUPPOSED, Occurrence
from treatywatch.models.wording import named
from treatywatch.rules.deadlines import Deadline, deadlines
from treatywatch.rules.history import History, replay_history
from treatywatch.rules.named_days import effective_earlier
from treatywatch.rules.registry import RULES
from treatywatch.snapshot.answers import Refused

if TYPE_CHECKING:
    from treatywatch.models.treaty import Treaty
    from treatywatch.snapshot.view import View

__all__ = ["Course"]


class Course:
    """One treaty seen from the day asked about. What is supposed counts as sure to come, whatever its day."""

    def __init__(self, view: View, treaty: Treaty, as_of: date) -> None:
        self.treaty = treaty
        self.as_of = as_of
        self.full = view.history(treaty.id)
        self._states = view.contents.parties
        supposing = SUPPOSED in view.contents.sources
        self._supposed = tuple(act for act in self.full.occurrences if act.supposed) if supposing else ()

    @cached_property
    def expected(self) -> History:
        """The history that was to be expected on the day: from acts done by then, and from all that are supposed."""
        acts = [act for act in self.full.occurrences if self._counts(act)]
        all_done = len(acts) == len(self.full.occurrences)
        return self.full if all_done else replay_history(self.treaty, self._states, acts)

    def _counts(self, act: Occurrence) -> bool:
        felt = effective_earlier(act) or act.date
        return felt.earliest <= self.as_of or act.type == "state-ended" or act.supposed

    def deadlines(self) -> list[Deadline]:
        """Return what stands on the agenda; where something later is supposed, what will then stand there."""
        ahead = max((act.date.latest for act in self._supposed), default=date.min)
        if ahead <= self.as_of:
            return deadlines(self.full, self.as_of)
        return deadlines(self.expected, self.as_of, ahead)

    @property
    def supposes(self) -> bool:
        """Whether a supposed act that has effect came by the day."""
        vain = {refusal.occurrence.id for refusal in self.full.refusals} if self._supposed else ()
        return any(act.date.earliest <= self.as_of and act.id not in vain for act in self._supposed)

    def refused(self) -> tuple[Refused, ...]:
        """Return the supposed acts that have no effect in law, each with the rule that says so."""
        if not self._supposed:
            return ()
        found = (refusal for refusal in self.expected.refusals if refusal.occurrence.supposed)
        made = []
        for refusal in found:
            rule, act = RULES[refusal.rule], refusal.occurrence
            own = (f"{self.treaty.short_title} {refusal.article}",) if refusal.article else ()
            authority = (*own, *rule.authority)
            who = named(self._states, act.party) if act.party else None
            made.append(
                Refused(self.treaty.id, act, who, rule.id, rule.statement, refusal.code, refusal.reason, authority)
            )
        return tuple(made)
