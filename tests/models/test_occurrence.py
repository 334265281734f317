from typing import Any

from pydantic import TypeAdapter

from tests.build import act
from treatywatch.catalog.merge import merge
from treatywatch.models import Event
from treatywatch.models.occurrence import SUPPOSED, Derived, Occurrence

READ: TypeAdapter[Any] = TypeAdapter(Event)


def once(*facts: dict[str, Any]) -> Occurrence:
    (made,) = merge([READ.validate_python(fact) for fact in facts], {})
    return made


def test_a_field_is_that_of_the_most_believed_fact_that_gives_it() -> None:
    made = once(
        act("withdrawal-notice", "2019-02-02", "US", id="a"),
        act("withdrawal-notice", "2019-02-02", "US", id="b", effective="2019-09-01", summary="Handed over."),
    )
    assert str(made.get("effective")) == "2019-09-01"
    assert made.get("note") is None
    assert made.summary == "Handed over."
    assert once(act("withdrawal-notice", "2019-02-02", "US")).summary == "withdrawal notice"


def test_sources_stand_once() -> None:
    made = once(
        act("expiry", "2021-02-05", id="a", sources=["x", "y"]),
        act("expiry", "2021-02-05", id="b", sources=["x"]),
    )
    assert made.sources == ("x", "y")


def test_it_is_supposed_where_it_rests_on_suppositions_alone() -> None:
    assert once(act("expiry", "2021-02-05", sources=[SUPPOSED])).supposed
    assert not once(act("expiry", "2021-02-05", sources=[SUPPOSED, "register"])).supposed
    derived = Derived("successor:x", once(act("expiry", "2021")).date, "X is in force")
    assert not Occurrence("x", None, "successor-in-force", None, derived.date, (derived,)).supposed


def test_it_is_disputed_where_one_fact_is() -> None:
    assert once(act("expiry", "2021", id="a"), act("expiry", "2021", id="b", confidence="disputed")).disputed
    assert not once(act("expiry", "2021")).disputed
