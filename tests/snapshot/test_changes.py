"""What changed: between two days, between two states of knowledge, between what is and what is supposed."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build import act, bilateral, catalog, source
from treatywatch.dates import Edtf
from treatywatch.errors import QuestionError
from treatywatch.rules.deadlines import standing
from treatywatch.snapshot import Catalog
from treatywatch.snapshot.changes import Change, changes, differences, learned

TREATIES = ("inf", "new-start", "npt", "open-skies", "cfe", "sort", "start-2")
DAYS = st.dates(date(1968, 1, 1), date(2027, 1, 1))


def between(found: Catalog, start: str, end: str, *treaties: str) -> tuple[Change, ...]:
    return changes(found.at(start), found.at(end), treaties)


def told(found: tuple[Change, ...], kind: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(str(one.date), one.party, one.before, one.after) for one in found if one.kind == kind]


def test_the_end_of_new_start(real: Catalog) -> None:
    found = between(real, "2026-02-04", "2026-02-06", "new-start")
    assert told(found, "status") == [
        ("2026-02-05", None, "in-force", "expired"),
        ("2026-02-05", "RU", "party", "former"),
        ("2026-02-05", "US", "party", "former"),
    ]
    assert told(found, "deadline") == [("2026-02-05", None, "2026-02-05", None)]
    assert ("2026-02-05", None, None, "2026-02-05") in told(found, "event")
    expiry = next(one for one in found if one.after == "expired")
    assert expiry.rule == "expiry"
    assert "new-start:extension" in expiry.because
    assert "state-2021-02-03" in expiry.sources


def test_the_extension_moved_the_expiry_and_used_itself_up(real: Catalog) -> None:
    found = between(real, "2021-02-02", "2021-02-03", "new-start")
    moved = [one for one in found if one.kind == "deadline"]
    assert [(one.what, one.before, one.after) for one in moved] == [
        ("expiry", "2021-02-05", "2026-02-05"),
        ("extension-window", "2021-02-05", None),
    ]
    assert moved[0].because == ("new-start:extension",)
    assert moved[1].summary.startswith("lifted: New START: an extension by up to 5 years can be agreed")


def test_suspension_and_the_notice_that_a_party_took_back() -> None:
    found = catalog(
        bilateral(withdrawal={"article": "XV", "notice": "P6M"}),
        act("signature", "2000-01-01", "US", "RU"),
        act("ratification", "2000-01-01", "US", "RU"),
        act("withdrawal-notice", "2001-01-01", "US", id="notice"),
        act("withdrawal-revocation", "2001-03-01", "US", id="back"),
    )
    steps = between(found, "2000-12-31", "2001-12-31", "pact")
    assert told(steps, "status") == [
        ("2001-01-01", "US", "party", "party (withdrawing)"),
        ("2001-03-01", "US", "party (withdrawing)", "party"),
    ]
    assert told(steps, "deadline") == [
        ("2001-01-01", "US", None, "2001-07-01"),
        ("2001-03-01", "US", "2001-07-01", None),
    ]
    lifted = steps[-1]
    assert lifted.because == ("pact:withdrawal-revocation:us",)
    assert lifted.summary.startswith("lifted: The withdrawal of the United States from Pact takes effect")


def test_a_vague_date_that_only_narrows_is_no_change() -> None:
    found = catalog(
        bilateral(withdrawal={"article": "XV", "notice": "P6M"}),
        act("signature", "2000-01-01", "US", "RU"),
        act("ratification", "2000-01-01", "US", "RU"),
        act("withdrawal-notice", "2001-01-01/2001-01-05", "US"),
    )
    steps = between(found, "2000-12-31", "2001-12-31", "pact")
    assert told(steps, "deadline") == [
        ("2001-01-01", "US", None, "2001-07-01/2001-07-05"),
        ("2001-07-05", "US", "2001-07-01/2001-07-05", None),
    ]
    assert ("2001-07-01", "US", "party", "party or withdrawn") in told(steps, "status")
    assert ("2001-07-05", "US", "party or withdrawn", "withdrawn") in told(steps, "status")


def test_the_later_day_does_not_stand_first(real: Catalog) -> None:
    with pytest.raises(QuestionError, match="give the earlier day first"):
        between(real, "2021-01-02", "2021-01-01", "inf")
    with pytest.raises(QuestionError, match="give the earlier day first"):
        learned(lambda day: real.at("2021-01-01", known_by=day), date(2021, 1, 2), date(2021, 1, 1), ["inf"])


def test_what_became_public_and_what_it_changed(real: Catalog) -> None:
    found = learned(lambda day: real.at("2026-06-01", known_by=day), date(2020, 5, 6), date(2021, 2, 3), ["new-start"])
    assert ("2021-02-03", None, None, "2021-02-03") in told(found, "event")
    assert ("2021-02-03", None, "expired since 2021-02-05", "expired since 2026-02-05") in told(found, "status")
    (expiry,) = (one for one in found if one.what == "expiry")
    assert (str(expiry.date), expiry.before, expiry.after) == ("2021-02-03", "2021-02-05", "2026-02-05")
    assert "state-2021-02-03" in expiry.sources


def test_a_correction_moves_an_event_on_the_day_it_became_public() -> None:
    found = catalog(
        bilateral(),
        act("signature", "2000-01", "US", "RU", sources=["paper"]),
        act("signature", "2000-01-07", "US", "RU", sources=["book"]),
        sources=(source("paper", "news", "2000-02-01"), source("book", "reference", "2005-01-01")),
    )
    steps = learned(lambda day: found.at("2010-01-01", known_by=day), date(1999, 1, 1), date(2010, 1, 1), ["pact"])
    assert told(steps, "event") == [
        ("2000-02-01", None, None, "2000-01"),
        ("2005-01-01", "RU", "2000-01", "2000-01-07"),
        ("2005-01-01", "US", "2000-01", "2000-01-07"),
    ]
    assert ("2005-01-01", None, "signed since 2000-01", "signed since 2000-01-07") in told(steps, "status")


def test_what_one_treaty_learns_from_another(real: Catalog) -> None:
    found = learned(lambda day: real.at("2012-01-01", known_by=day), date(2003, 12, 1), date(2012, 1, 1), ["sort"])
    ended = [one for one in found if one.kind == "status" and one.party is None]
    assert [(one.before, one.after, str(one.date)) for one in ended][-1][1:] == ("superseded", "2011-02-05")


def test_a_supposition_differs_in_the_event_and_what_rests_on_it(real: Catalog) -> None:
    supposed = real.suppose("withdrawal-notice date=2020-08-01 parties=RU", treaty="new-start")
    found = differences(real.at("2020-07-25"), supposed.at("2020-07-25"), ["new-start"])
    assert [(one.kind, one.what, one.before, one.after, one.hypothetical) for one in found] == [
        ("event", "withdrawal-notice", None, "2020-08-01", True),
        ("deadline", "withdrawal-effect", None, "2020-11-01", True),
    ]


def statuses(found: Catalog, day: date, treaty: str) -> dict[str | None, str]:
    history = found.at(day).history(treaty)
    return {party: " or ".join(history.at(day, party).possible) for party in (None, *history.parties)}


def to_come(found: Catalog, day: date, treaty: str) -> Counter[tuple[str | None, str, date]]:
    return Counter((one.party, one.kind, one.date.latest) for one in standing(found.at(day).history(treaty), day))


@settings(max_examples=20)
@given(days=st.lists(DAYS, min_size=3, max_size=3).map(sorted))
def test_two_steps_are_one(real: Catalog, days: list[date]) -> None:
    first, second, third = days
    one, other = (changes(real.at(a), real.at(b), TREATIES) for a, b in ((first, second), (second, third)))
    assert Counter((*one, *other)) == Counter(changes(real.at(first), real.at(third), TREATIES))


@settings(max_examples=100)
@given(days=st.tuples(DAYS, DAYS).map(sorted), treaty=st.sampled_from(TREATIES))
def test_the_changes_lead_from_the_one_state_to_the_other(real: Catalog, days: list[date], treaty: str) -> None:
    start, end = days
    standing, ahead = statuses(real, start, treaty), to_come(real, start, treaty)
    for one in changes(real.at(start), real.at(end), [treaty]):
        if one.kind == "status":
            before, after = (str(word).partition(" (")[0] for word in (one.before, one.after))
            assert standing[one.party] == before
            standing[one.party] = after
        elif one.kind == "deadline":
            before_and_after = [Edtf(text).latest if text else None for text in (one.before, one.after)]
            for sign, latest in zip((-1, 1), before_and_after, strict=True):
                if latest is not None:
                    ahead[one.party, one.what, latest] += sign
    assert standing == statuses(real, end, treaty)
    assert +ahead == to_come(real, end, treaty)
    assert min(ahead.values(), default=0) >= 0
