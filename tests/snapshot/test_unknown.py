"""Explanations name what was not yet public or not told, and which vague date is to blame."""

from tests.build import act, bilateral, catalog, multilateral, source
from treatywatch.snapshot import Catalog


def test_the_extension_was_not_yet_public(real: Catalog) -> None:
    why = real.at("2021-02-05", known_by="2020-07-25").explain("New START")
    assert why.status == "expired"
    (left,) = why.not_known
    assert left.occurrence == "new-start:extension"
    assert left.unknown == "the extension of 2021-02-03 was not yet public (it was from 2021-02-03)"
    assert real.at("2021-02-05", known_by="2021-02-03").explain("New START").not_known == ()
    assert real.at("2021-02-05").explain("New START").not_known == ()


def test_what_the_sources_asked_do_not_tell(real: Catalog) -> None:
    why = real.at("2021-02-05", according_to="state-2011-02-05-new-start-entry").explain("New START")
    assert "the extension of 2021-02-03 is not told by the sources asked" in [left.unknown for left in why.not_known]


def test_what_was_said_later_was_not_yet_public(real: Catalog) -> None:
    why = real.at("2020-07-25", known_by="2020-04-20").explain_position("new-start-extension", "RU")
    assert "what was said on 2020-05-06 was not yet public (it was from 2020-05-06)" in {
        left.unknown for left in why.not_known
    }


def test_the_vague_date_is_blamed_and_the_source_named_that_would_settle_it() -> None:
    made = catalog(
        bilateral(),
        act("ratification", "2000-03", "US", "RU", sources=["gazette"]),
        act("ratification", "2000-03-09", "US", "RU", sources=["yearbook"]),
        sources=(source("gazette", "government", "2000-04-01"), source("yearbook", "reference", "2001-01-10")),
    )
    (vague,) = made.at("2000-03-05", known_by="2000-05-01").explain("pact").vague
    assert "is dated 2000-03 by gazette" in vague
    assert "yearbook, not yet public or not asked, would settle it" in vague
    assert made.at("2000-03-05").explain("pact").vague == ()


def test_a_depositary_is_named_where_the_treaty_has_one() -> None:
    force = {"article": "I", "by": "instruments", "count": 1}
    made = catalog(multilateral(entry_into_force=force, depositaries=["FI"]), act("ratification", "2000-03", "US"))
    (vague,) = made.at("2000-03-05").explain("pact", "US").vague
    assert vague.endswith("the depositary's record (FI) would settle it")


def test_an_exact_date_is_not_blamed_for_a_vague_one() -> None:
    made = catalog(
        bilateral(withdrawal={"article": "X", "notice": "P6M"}),
        act("signature", "2000-01-01", "US", "RU"),
        act("ratification", "2000-03-01", "US", "RU"),
        act("withdrawal-notice", "2001-01", "US", effective="2002-01-01"),
    )
    (vague,) = made.at("2001-01-05").explain("pact", "US").vague
    assert "withdrawal notice" in vague


def test_what_one_party_did_is_named_where_the_treaty_or_another_party_rests_on_it(real: Catalog) -> None:
    before = real.at("2019-08-02", known_by="2019-01-01")
    notice = "the withdrawal notice of 2019-02-02 was not yet public (it was from 2019-02-02)"
    assert [left.unknown for left in before.explain("inf").not_known] == [notice]
    assert notice in [left.unknown for left in before.explain("inf", "RU").not_known]
    assert real.at("2019-08-02", known_by="2019-02-02").explain("inf").not_known == ()
