"""How long a treaty lasts, how it is extended or renewed, and how it ends (VCLT 54, 59, 70)."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build import act, bilateral, catalog, multilateral
from tests.rules.ask import brought, due, line, of, refused, status
from treatywatch.dates import Term
from treatywatch.snapshot import Catalog

BOTH = ("US", "RU")
TEN_YEARS = {"article": "XIV(2)", "period": "P10Y"}
EXTENSION = {"article": "XIV(2)", "longest": "P5Y", "times": 1}
RENEWED = {"article": "V(2)", "period": "P5Y", "renewal": "P5Y"}
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2050, 12, 31))


def in_force(*more: dict[str, Any], since: str = "2011-02-05", **clauses: Any) -> Catalog:
    return catalog(bilateral(**clauses), act("ratification", since, *BOTH), *more)


def test_fixed_duration_puts_expiry_on_the_agenda() -> None:
    assert due(in_force(duration=TEN_YEARS), "2020-07-25", "expiry") == [("2021-02-05", "fixed-duration")]


def test_expiry_on_the_day_after_the_last() -> None:
    made = in_force(duration=TEN_YEARS)
    assert (status(made, "2021-02-04"), status(made, "2021-02-05")) == ("in-force", "expired")
    assert brought(made)[-1] == ("2021-02-05", "expired", "expiry")


def test_a_treaty_concluded_until_a_day_is_in_force_on_that_day() -> None:
    made = in_force(duration={"article": "IV(2)", "until": "2012-12-31"})
    assert (status(made, "2012-12-31"), status(made, "2013-01-01")) == ("in-force", "expired")


def test_a_treaty_that_enters_into_force_after_its_own_end_expires_at_once() -> None:
    made = in_force(duration={"article": "XIX", "until": "1985-12-31"}, since="1990-01-01")
    assert line(made)[-1] == ("1990-01-01", "expired")
    assert status(made, "1989-12-31") == "not-concluded"


def test_renewal_by_default_goes_on_for_good() -> None:
    made = in_force(duration=RENEWED, since="1990-12-11")
    assert [status(made, day) for day in ("1995-12-11", "2026-11-21", "2289-01-01", "2400-01-01")] == ["in-force"] * 4
    assert due(made, "2026-11-21", "renewal") == [("2030-12-11", "renewal-by-default")]


def test_non_renewal_ends_it_with_the_running_period() -> None:
    made = in_force(act("non-renewal", "1997-01-01", "US"), duration=RENEWED, since="1990-12-11")
    assert due(made, "1997-01-01", "expiry") == [("2000-12-11", "non-renewal")]
    assert due(made, "1997-01-01", "renewal") == []
    assert line(made)[-1] == ("2000-12-11", "expired")


def test_non_renewal_must_come_in_time_where_the_treaty_sets_one() -> None:
    clause = {**RENEWED, "renewal_notice": "P6M"}
    in_time = in_force(act("non-renewal", "1995-06-11", "US"), duration=clause, since="1990-12-11")
    assert line(in_time)[-1] == ("1995-12-11", "expired")
    late = in_force(act("non-renewal", "1995-06-12", "US"), duration=clause, since="1990-12-11")
    assert refused(late) == [("non-renewal", "objection-too-late")]
    assert status(late, "2001-01-01") == "in-force"


@pytest.mark.parametrize(
    ("objection", "duration", "code"),
    [
        (act("non-renewal", "1997-01-01", "US"), TEN_YEARS, "nothing-to-renew"),
        (act("non-renewal", "1997-01-01", "CN"), RENEWED, "notice-by-non-party"),
    ],
)
def test_non_renewal_has_its_conditions(objection: dict[str, object], duration: dict[str, str], code: str) -> None:
    assert refused(in_force(objection, duration=duration, since="1990-12-11")) == [("non-renewal", code)]


def test_extension_by_agreement_moves_the_end() -> None:
    made = in_force(act("extension", "2021-02-03", *BOTH, until="2026-02-05"), duration=TEN_YEARS, extension=EXTENSION)
    assert due(made, "2021-02-02", "expiry") == [("2021-02-05", "fixed-duration")]
    assert due(made, "2021-02-03", "expiry") == [("2026-02-05", "extension")]
    assert line(made)[-1] == ("2026-02-05", "expired")


def test_extension_by_a_term_counts_from_the_end_it_moves() -> None:
    made = in_force(act("extension", "2015-01-01", *BOTH, by="P5Y"), duration=TEN_YEARS, extension=EXTENSION)
    assert line(made)[-1] == ("2026-02-05", "expired")


def test_extension_without_limit_of_time() -> None:
    made = in_force(act("extension", "2015-01-01", indefinitely=True), duration=TEN_YEARS)
    assert status(made, "2300-01-01") == "in-force"


@pytest.mark.parametrize(
    ("extension", "code"),
    [
        (act("extension", "2021-02-05", *BOTH, until="2026-02-05"), "extension-of-ended"),
        (act("extension", "2021-02-03", "RU", until="2026-02-05"), "extension-needs-all"),
        (act("extension", "2021-02-03", *BOTH, until="2026-02-06"), "extension-too-long"),
        (act("extension", "2021-02-03", *BOTH, until="2021-02-05"), "extension-shortens"),
        (act("extension", "2021-02-03", *BOTH), "extension-shortens"),
    ],
)
def test_extension_has_its_limits(extension: dict[str, object], code: str) -> None:
    made = in_force(extension, duration=TEN_YEARS, extension=EXTENSION)
    assert refused(made) == [("extension", code)]
    assert line(made)[-1] == ("2021-02-05", "expired")


def test_extension_as_often_as_allowed() -> None:
    made = in_force(
        act("extension", "2021-02-03", *BOTH, until="2024-02-05", occasion="first"),
        act("extension", "2023-02-03", *BOTH, until="2026-02-05", occasion="second"),
        duration=TEN_YEARS,
        extension=EXTENSION,
    )
    assert refused(made) == [("extension", "extension-too-often")]
    assert line(made)[-1] == ("2024-02-05", "expired")


def test_extension_of_a_treaty_that_runs_without_limit_changes_nothing() -> None:
    made = in_force(act("extension", "2015-01-01", *BOTH, until="2026-02-05"))
    assert refused(made) == [("extension", "nothing-to-extend")]


def test_termination_by_consent_goes_before_the_term() -> None:
    made = in_force(act("termination", "2015-06-01"), duration=TEN_YEARS)
    assert brought(made)[-1] == ("2015-06-01", "terminated", "termination")


def test_termination_of_a_treaty_that_was_never_in_force() -> None:
    made = catalog(bilateral(), act("signature", "2000-01-01", *BOTH), act("termination", "2001-01-01"))
    assert line(made) == [("2000-01-01", "signed"), ("2001-01-01", "terminated")]


@pytest.mark.parametrize(
    ("acts", "code"),
    [
        ([act("termination", "2001-01-01")], "nothing-to-end"),
        ([act("ratification", "2000-01-01", *BOTH), act("termination", "2001-01-01", "US")], "termination-needs-all"),
        ([act("signature", "2000-01-01", *BOTH), act("repudiation", "2000-06-01", "US"), act("termination", "2001-01-01")],
         "after-end"),
    ],
)  # fmt: skip
def test_termination_has_its_conditions(acts: list[dict[str, object]], code: str) -> None:
    assert refused(catalog(bilateral(), *acts)) == [("termination", code)]


def test_supersession_when_the_successor_enters_into_force() -> None:
    made = catalog(
        bilateral("old", duration={"article": "IV", "until": "2012-12-31", "superseded_by": "new"}),
        bilateral("new"),
        act("ratification", "2003-06-01", *BOTH, treaty="old"),
        act("signature", "2010-04-08", *BOTH, treaty="new"),
        act("ratification", "2011-02-05", *BOTH, treaty="new"),
    )
    assert status(made, "2011-02-04", "old") == "in-force"
    assert brought(made, treaty="old")[-1] == ("2011-02-05", "superseded", "supersession")
    assert of(made, "2011-02-05", "US", "old") == "former"


def test_supersession_before_ever_in_force_and_by_an_express_act() -> None:
    made = catalog(
        bilateral("old"),
        bilateral("new"),
        act("signature", "2000-01-01", *BOTH, treaty="old"),
        act("supersession", "2001-01-01", treaty="old", by="new"),
    )
    assert line(made, treaty="old") == [("2000-01-01", "signed"), ("2001-01-01", "superseded")]


def test_supersession_of_what_has_ended_otherwise_has_no_effect() -> None:
    made = catalog(
        bilateral("old", duration=TEN_YEARS),
        bilateral("new"),
        act("ratification", "2000-01-01", *BOTH, treaty="old"),
        act("supersession", "2010-01-01", treaty="old", by="new"),
    )
    assert refused(made, "old") == [("supersession", "after-end")]


@pytest.mark.parametrize("parent", ["terminated", "expired"])
def test_what_is_bound_to_a_treaty_ends_with_it_and_in_the_same_way(parent: str) -> None:
    # Rule ends-with-its-treaty.
    clauses: dict[str, Any] = {"duration": TEN_YEARS} if parent == "expired" else {}
    end = [act("termination", "2021-02-05")] if parent == "terminated" else []
    made = catalog(
        bilateral(**clauses),
        bilateral("protocol", part_of="pact", duration={"article": "IV", "ends_with": "pact"}),
        act("ratification", "2011-02-05", *BOTH),
        act("ratification", "2012-02-05", *BOTH, treaty="protocol"),
        *end,
    )
    assert brought(made, treaty="protocol")[-1] == ("2021-02-05", parent, "ends-with-its-treaty")


def test_expiry_recorded_where_no_term_is() -> None:
    made = in_force(act("expiry", "2015-01-01"))
    assert brought(made)[-1] == ("2015-01-01", "expired", "expiry-recorded")


def test_expiry_recorded_gives_way_to_the_term() -> None:
    made = in_force(act("expiry", "2021-02-04"), duration=TEN_YEARS)
    assert line(made)[-1] == ("2021-02-05", "expired")
    assert [problem.code for problem in made.at("2022-01-01").findings()] == ["differs-from-rules"]


def test_release_of_the_parties_ends_flags_and_agenda() -> None:
    made = in_force(
        act("suspension", "2015-01-01", "RU"),
        act("withdrawal-notice", "2015-02-01", "US"),
        act("termination", "2015-03-01"),
        duration=TEN_YEARS,
        withdrawal={"article": "X", "notice": "P6M"},
    )
    assert [of(made, "2015-03-01", party) for party in BOTH] == ["former", "former"]
    assert brought(made, "US")[-1] == ("2015-03-01", "former", "release-of-the-parties")
    assert made.at("2015-03-01").deadlines("pact") == ()


@settings(max_examples=40)
@given(DAYS, st.integers(1, 40))
def test_a_treaty_for_a_period_is_in_force_from_its_first_day_until_before_the_same_day_years_on(
    entered: date, years: int
) -> None:
    made = in_force(duration={"article": "XIV", "period": f"P{years}Y"}, since=str(entered))
    ends = Term(f"P{years}Y").after(entered)
    assert line(made)[-2:] == [(str(entered), "in-force"), (str(ends), "expired")]


@settings(max_examples=40)
@given(DAYS, st.lists(st.integers(0, 9000), max_size=4))
def test_an_extension_never_shortens_a_treatys_life(entered: date, lengths: list[int]) -> None:
    agreed = Term("P1Y").after(entered)
    acts = [
        act("extension", str(agreed), *BOTH, until=str(agreed + timedelta(days=length)), occasion=f"nth-{number}")
        for number, length in enumerate(lengths)
    ]
    made = in_force(*acts, duration=TEN_YEARS, since=str(entered))
    assert line(made)[-1][0] >= str(Term("P10Y").after(entered))


@settings(max_examples=30)
@given(DAYS, DAYS)
def test_an_express_end_beats_the_term_if_it_comes_before(entered: date, ended: date) -> None:
    made = in_force(act("termination", str(ended)), duration=TEN_YEARS, since=str(entered))
    expires = Term("P10Y").after(entered)
    if entered <= ended < expires:
        assert line(made)[-1] == (str(ended), "terminated")
    else:
        assert line(made)[-1] == (str(expires), "expired")


def test_no_multilateral_treaty_is_abandoned_by_one_state() -> None:
    made = catalog(multilateral(), act("signature", "2000-01-01", "US", "FI"), act("repudiation", "2001-01-01", "US"))
    assert status(made, "2002-01-01") == "signed"
