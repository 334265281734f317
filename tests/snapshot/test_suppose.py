"""What would be if: a catalog with supposed facts, its answers marked, what is impossible refused by rule."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build import act, bilateral, catalog
from treatywatch.models import Document
from treatywatch.snapshot import Catalog, Snapshot
from treatywatch.snapshot.changes import differences

SUPPOSED = "extension date=2021-02-03 until=2026-02-05"


def expiry(snapshot: Snapshot, treaty: str = "new-start") -> tuple[str, bool] | None:
    found = [one.deadline for one in snapshot.deadlines(treaty) if one.deadline.kind == "expiry"]
    return (str(found[0].date), found[0].hypothetical) if found else None


def test_an_extension_not_yet_agreed_moves_the_expiry_that_is_to_come(real: Catalog) -> None:
    supposed = real.suppose(SUPPOSED, treaty="New START").at("2020-07-25")
    assert expiry(real.at("2020-07-25")) == ("2021-02-05", False)
    assert expiry(supposed) == ("2026-02-05", True)
    status = supposed.status("new-start")
    assert (status.status, status.hypothetical) == ("in-force", True)
    assert "extension-window" not in {one.deadline.kind for one in status.deadlines}
    (running, ended) = supposed.intervals("new-start")[-2:]
    assert (str(running.end), running.hypothetical) == ("2026-02-05", False)
    assert (ended.status, ended.hypothetical, ended.projected) == ("expired", True, True)


def test_under_earlier_knowledge_a_supposition_stands_in_for_what_came(real: Catalog) -> None:
    known = {"known_by": "2020-07-25"}
    assert real.at("2024-01-01", **known).status("new-start").status == "expired"
    supposed = real.suppose(SUPPOSED, treaty="new-start").at("2024-01-01", **known)
    assert supposed.status("new-start").status == "in-force"
    assert supposed.status("new-start").hypothetical
    assert expiry(supposed) == ("2026-02-05", True)


def test_a_status_that_a_supposition_kept_from_changing_is_marked(real: Catalog) -> None:
    """What brought it about is on record; that it lasts is not."""
    baseline = real.at("2021-03-01", known_by="2020-07-25")
    supposed = real.suppose(SUPPOSED, treaty="new-start").at("2021-03-01", known_by="2020-07-25")
    russia = supposed.party_status("new-start", "RU")
    assert (russia.status, russia.hypothetical) == ("party", True)
    assert not real.at("2021-03-01").party_status("new-start", "RU").hypothetical
    for who in (None, "RU"):
        why = supposed.explain("new-start", who)
        assert why.hypothetical
        assert why.also[-1].conclusion.startswith("But for what is supposed: ")
        assert why.also[-1].conclusion.endswith(baseline.explain("new-start", who).conclusion)
    made = differences(baseline, supposed, ["new-start"])
    assert {one.kind for one in made} == {"event", "status", "deadline"}
    assert all(one.hypothetical and "supposed" in one.sources for one in made)


def test_of_many_parties_only_the_one_supposed_to_stay_is_marked(real: Catalog) -> None:
    supposed = real.suppose("withdrawal-revocation date=2020-10-01 parties=US", treaty="open-skies").at("2020-11-01")
    marked = [one.party for one in supposed.status("open-skies").parties if one.hypothetical]
    assert marked == ["US"]


def test_an_explanation_marks_what_is_supposed(real: Catalog) -> None:
    supposed = real.suppose("termination date=2015-01-01 parties=US,RU", treaty="new-start").at("2016-01-01")
    assert supposed.explain("new-start").hypothetical
    assert supposed.explain("new-start", "RU").hypothetical
    assert supposed.party_status("new-start", "RU").hypothetical
    assert not real.at("2016-01-01").explain("new-start").hypothetical
    because = supposed.explain("new-start").because
    assert [
        (getattr(one, "supposed", None), [source for source, _ in getattr(one, "sources", ())]) for one in because
    ] == [(True, ["supposed"])]


@pytest.mark.parametrize(
    ("line", "rule", "reason"),
    [
        ("extension date=2021-02-01 until=2031-02-05", "extension", "at most 5 years, until 2026-02-05"),
        ("extension date=2023-01-01 until=2028-02-05", "extension", "may be extended once only"),
        ("extension date=2026-02-06 until=2028-02-05", "extension", "had ended"),
        (
            "extension date=2020-06-01 until=2024-02-05 parties=RU",
            "extension",
            "agreement of all parties, the United States included",
        ),
        ("extension date=2020-06-01 until=2021-01-01", "extension", "names no day after"),
        ("withdrawal-notice date=2020-06-01 parties=China", "withdrawal-notice", "China was not a party"),
        ("suspension date=2020-06-01 parties=CN", "suspension", "China was not a party"),
    ],
)
def test_what_is_impossible_is_answered_with_the_rule(real: Catalog, line: str, rule: str, reason: str) -> None:
    supposed = real.suppose(line, treaty="new-start").at("2026-06-01")
    (refused,) = supposed.refused("new-start")
    assert refused.rule == rule
    assert reason in refused.reason
    assert refused.authority
    assert refused.act.supposed
    status = supposed.status("new-start")
    assert (status, status.hypothetical) == (real.at("2026-06-01").status("new-start"), False)


def test_what_has_no_effect_is_said_to_have_none_among_the_changes(real: Catalog) -> None:
    lines = ("withdrawal-notice date=2020-06-01 parties=CN", "extension date=2020-06-01 until=2026-02-05")
    supposed = real.suppose(*lines, treaty="new-start").at("2020-06-01")
    found = differences(real.at("2020-06-01"), supposed, ["new-start"])
    told = {change.what: change.summary for change in found if change.kind == "event"}
    assert told == {"withdrawal-notice": "withdrawal notice (without effect)", "extension": "extension"}


def test_a_refusal_is_told_before_its_day_has_come(real: Catalog) -> None:
    supposed = real.suppose("extension date=2021-02-01 until=2031-02-05", treaty="new-start").at("2020-07-25")
    assert [refused.rule for refused in supposed.refused("new-start")] == ["extension"]
    assert expiry(supposed) == ("2021-02-05", False)


def test_the_end_of_one_treaty_supposed_marks_what_hangs_on_it(real: Catalog) -> None:
    supposed = real.suppose("termination date=1999-01-01", treaty="start-1").at("2000-01-01")
    assert supposed.status("start-1").status == "terminated"
    assert (supposed.status("start-2").status, supposed.status("start-2").hypothetical) == ("terminated", True)


def test_suppositions_can_be_laid_one_on_another() -> None:
    base = catalog(
        bilateral(duration={"article": "II", "period": "P10Y"}, extension={"article": "II", "longest": "P5Y"}),
        act("signature", "2010-04-08", "US", "RU"),
        act("ratification", "2011-02-05", "US", "RU"),
    )
    both = base.suppose(
        "extension date=2020-01-01 until=2026-02-05", "extension date=2025-01-01 until=2030-01-01", treaty="pact"
    )
    one_by_one = base.suppose("extension date=2020-01-01 until=2026-02-05", treaty="pact").suppose(
        "extension date=2025-01-01 until=2030-01-01 treaty=pact"
    )
    assert expiry(both.at("2021-01-01"), "pact") == expiry(one_by_one.at("2021-01-01"), "pact") == ("2030-01-01", True)
    assert base.document.events == both.document.events[:2]


def test_supposing_what_a_source_says_too_stands_beside_the_record(real: Catalog) -> None:
    fact = next(event for event in real.document.events if event.type == "extension" and event.treaty == "new-start")
    copy = fact.model_copy(update={"id": "supposed#copy"})
    supposed = real.suppose(Document(events=(copy,))).at("2026-06-01")
    assert [refused.code for refused in supposed.refused("new-start")] == ["extension-shortens"]
    assert not supposed.status("new-start").hypothetical


@pytest.fixture(scope="module")
def nothing_supposed(real: Catalog) -> Catalog:
    return real.suppose(Document())


@settings(max_examples=25)
@given(day=st.dates(date(1960, 1, 1), date(2030, 1, 1)))
def test_without_a_supposition_nothing_differs(real: Catalog, nothing_supposed: Catalog, day: date) -> None:
    one, other = real.at(day), nothing_supposed.at(day)
    assert one.statuses() == other.statuses()
    assert differences(one, other, [treaty.id for treaty in one.treaties]) == ()
