"""What follows from what is said: the law of treaties as small named rules over one replay.

Rules are pure: they read a state and a happening and yield effects, each carrying the article of
law it rests on. No rule names a treaty; what is special to one stands in its terms. To add a
rule is to add one function to the file of its family, and its tests.
"""

from __future__ import annotations

from treatywatch.rules import (
    consent,
    contest,
    duration,
    force,
    provisional,
    reported,
    succession,
    suspension,
    withdrawal,
)
from treatywatch.rules.registry import RULES, Rule, arrange

__all__ = ["RULES", "Rule"]

FAMILIES = (succession, consent, provisional, force, duration, withdrawal, suspension, contest, reported)
"""The files of rules, in the order in which rules of one trigger are set off."""

arrange(FAMILIES)
