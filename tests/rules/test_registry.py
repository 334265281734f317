"""The rules as they are registered: each named, stated, with its authority, and tested under its name."""

from pathlib import Path

import pytest

from treatywatch.rules import FAMILIES, RULES
from treatywatch.rules.deadlines import KINDS
from treatywatch.rules.registry import BY_TRIGGER, arrange, principle, rule
from treatywatch.rules.replay import RANK

TESTS = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def tested() -> str:
    """All that the other tests say."""
    others = (path for path in sorted(TESTS.rglob("test_*.py")) if path.name != Path(__file__).name)
    return "\n".join(path.read_text(encoding="utf-8") for path in others)


@pytest.mark.parametrize("name", sorted(RULES))
def test_every_rule_has_a_test_that_names_it(name: str, tested: str) -> None:
    spellings = (name, name.replace("-", "_"))
    assert any(spelling in tested for spelling in spellings), f"no test names the rule {name}"


@pytest.mark.parametrize("name", sorted(RULES))
def test_every_rule_says_what_it_says_and_by_what_authority(name: str) -> None:
    found = RULES[name]
    assert found.id == name
    assert found.statement.endswith(".")
    assert found.authority
    if found.apply.__module__ in {family.__name__ for family in FAMILIES}:
        assert all(law.split()[0] in ("VCLT", "VCSST") for law in found.authority)
    assert found.on


def test_two_rules_of_one_name_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="two rules are called expiry"):
        rule("expiry", on="expiry", says="Twice.", authority=("VCLT 54",))(lambda state, now: ())
    with pytest.raises(ValueError, match="two rules are called expiry"):
        principle("expiry", says="Twice.", authority=("VCLT 54",), of="deadline")


def test_rules_of_one_trigger_stand_in_the_order_of_their_families() -> None:
    place = {family.__name__: number for number, family in enumerate(FAMILIES)}
    for found in RULES.values():
        for trigger in found.on:
            families = [
                place[other.apply.__module__]
                for other in BY_TRIGGER.get(trigger, ())
                if other.apply.__module__ in place
            ]
            assert families == sorted(families)


def test_each_type_of_act_that_sets_off_a_rule_has_its_place_in_the_order_of_a_day() -> None:
    on_acts = {
        trigger for found in RULES.values() for trigger in found.on if trigger in BY_TRIGGER and ":" not in trigger
    }
    assert on_acts == set(RANK)


def test_to_arrange_twice_changes_nothing() -> None:
    before = list(RULES)
    arrange(FAMILIES)
    assert list(RULES) == before


def test_what_comes_due_by_a_rule_is_a_kind_of_deadline() -> None:
    due = {
        trigger.removeprefix("due:") for found in RULES.values() for trigger in found.on if trigger.startswith("due:")
    }
    assert due <= set(KINDS)
