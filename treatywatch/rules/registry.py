"""Where rules are registered: each a small function with a name, a statement and its legal authority."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from types import ModuleType

    from treatywatch.rules.effects import Effect
    from treatywatch.rules.state import Happening, State

__all__ = ["BY_TRIGGER", "RULES", "Rule", "RuleFunction", "arrange", "principle", "rule"]

RuleFunction = Callable[["State", "Happening"], "Iterable[Effect]"]


class Rule(NamedTuple):
    """A rule: what it is called, what it says, by what authority, and what sets it off.

    `on` names its triggers: a type of event, `due:KIND` for something on the agenda whose day has come,
    `party:STATUS` or `treaty:STATUS` for a change of status.
    """

    id: str
    statement: str
    authority: tuple[str, ...]
    on: tuple[str, ...]
    apply: RuleFunction


RULES: dict[str, Rule] = {}
"""Every rule, by id, in the order in which they are set off."""

BY_TRIGGER: dict[str, list[Rule]] = {}
"""The rules that each trigger sets off, in order; a trigger that sets off none is not there."""


def rule(
    name: str, *, on: str | tuple[str, ...], says: str, authority: tuple[str, ...]
) -> Callable[[RuleFunction], RuleFunction]:
    """Register a function as the rule `name`; two rules of one name are a programming error (ValueError)."""

    def register(function: RuleFunction) -> RuleFunction:
        if name in RULES:
            raise ValueError(f"two rules are called {name}")
        triggers = (on,) if isinstance(on, str) else on
        made = Rule(name, says, authority, triggers, function)
        RULES[name] = made
        for trigger in triggers:
            BY_TRIGGER.setdefault(trigger, []).append(made)
        return function

    return register


def principle(name: str, *, says: str, authority: tuple[str, ...], of: str) -> str:
    """Register a rule that is applied when an answer is read off a history, not while it is replayed; return its name.

    `of` names what it answers: `deadline`, `position`, `belief`.
    """
    if name in RULES:
        raise ValueError(f"two rules are called {name}")
    RULES[name] = Rule(name, says, authority, (of,), _nothing)
    return name


def _nothing(state: State, now: Happening) -> Iterable[Effect]:
    return ()


def arrange(families: Iterable[ModuleType]) -> None:
    """Put the rules in the order of their families, whatever the order in which the files were imported."""
    place = {family.__name__: number for number, family in enumerate(families)}

    def family_of(made: Rule) -> int:
        return place.get(made.apply.__module__, len(place))

    ordered = sorted(RULES.items(), key=lambda item: family_of(item[1]))
    RULES.clear()
    RULES.update(ordered)
    for set_off in BY_TRIGGER.values():
        set_off.sort(key=family_of)
