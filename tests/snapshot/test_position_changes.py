"""Stances taken and given up, as changes between days and between states of knowledge."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build import catalog, issue, said, source
from treatywatch.rules.positions import SILENT
from treatywatch.snapshot import Catalog
from treatywatch.snapshot.changes import Change, changes, differences, learned


def told(found: tuple[Change, ...]) -> list[tuple[str, str | None, str | None, str | None, str | None]]:
    return [(str(one.date), one.party, one.before, one.after, one.rule) for one in found if one.kind == "position"]


def test_a_shift_and_a_first_word_are_changes_and_a_word_repeated_is_none() -> None:
    asked = catalog(
        issues=[issue()],
        positions=[
            said("supports", "2020-01-01"),
            said("supports", "2020-02-01"),
            said("opposes", "2020-03-01"),
            said("opposes", "2020-04-01", "US", outlet=True),
        ],
    )
    found = changes(asked.at("2019-12-31"), asked.at("2020-12-31"), [None])
    assert told(found) == [
        ("2020-01-01", "RU", SILENT, "supports", "latest-statement-stands"),
        ("2020-03-01", "RU", "supports", "opposes", "shift"),
        ("2020-04-01", "US", SILENT, "opposes", "latest-report"),
    ]
    assert (found[1].what, found[1].treaty, found[1].sources) == ("issue", None, ("register",))
    assert told(changes(asked.at("2020-01-01"), asked.at("2020-02-29"), [None])) == []


def test_what_becomes_known_moves_a_stance_on_the_day_it_becomes_public() -> None:
    asked = catalog(
        issues=[issue()],
        sources=(source("late", "news", "2020-06-01"),),
        positions=[said("supports", "2020-01-01"), said("opposes", "2020-03-01", sources=["late"])],
    )
    found = learned(lambda day: asked.at("2020-12-31", known_by=day), date(2019, 1, 1), date(2020, 12, 31), [None])
    assert told(found) == [
        ("2020-01-01", "RU", SILENT, "supports", "latest-statement-stands"),
        ("2020-06-01", "RU", "supports", "opposes", "shift"),
    ]
    whole, less = asked.at("2020-12-31"), asked.at("2020-12-31", according_to="late")
    assert told(differences(whole, asked.at("2020-12-31", known_by="2019-12-31"), [None])) == [
        ("2020-03-01", "RU", "opposes", SILENT, "latest-statement-stands")
    ]
    assert told(differences(less, whole, [None])) == []


def test_the_shift_of_2020(real: Catalog) -> None:
    found = changes(real.at("2020-05-06"), real.at("2020-07-25"), ["new-start"])
    (shift,) = [one for one in found if one.rule == "shift"]
    assert (str(shift.date), shift.what, shift.party, shift.before, shift.after) == (
        "2020-07-25",
        "new-start-extension",
        "US",
        "noncommittal",
        "opposes",
    )
    assert shift.because == (
        "xinhua-2020-05-06#us-noncommittal-on-extension",
        "china-daily-2020-07-25#us-against-extension",
    )


def stances(real: Catalog, day: date) -> dict[tuple[str, str], str]:
    return {(one.issue.id, one.party): one.stance for one in real.at(day).positions() if one.stance != SILENT}


@settings(max_examples=20)
@given(days=st.lists(st.dates(date(2017, 1, 1), date(2026, 12, 31)), min_size=2, max_size=2).map(sorted))
def test_the_changes_lead_from_the_stances_of_one_day_to_those_of_another(real: Catalog, days: list[date]) -> None:
    first, last = days
    names: list[str | None] = [*sorted(real.contents.treaties), None]
    held = stances(real, first)
    moved = [one for one in changes(real.at(first), real.at(last), names) if one.kind == "position"]
    latest = {one.id: one.date.latest for one in real.document.positions}
    for one in sorted(moved, key=lambda one: latest[one.because[-1]]):
        assert one.party is not None
        assert one.after is not None
        assert held.get((one.what, one.party), SILENT) == one.before
        held[one.what, one.party] = one.after
    assert held == stances(real, last)
