"""Timelines and bars drawn with characters."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.build import act, bilateral, catalog
from treatywatch.reports.answer import Band, Lane, Mark, Timeline
from treatywatch.reports.drawing import bar, draw
from treatywatch.reports.timeline import flat, timeline_of, timeline_of_all
from treatywatch.snapshot import Catalog

KINDS = ("signed", "in-force", "suspended", "withdrawing", "uncertain", "expired", "none", "provisional")


def lines(timeline: Timeline, width: int, *, ascii_only: bool = True) -> list[str]:
    return ["".join(text for text, _ in line) for line in draw(timeline, width, ascii_only=ascii_only)]


@given(st.floats(0, 1), st.integers(2, 40))
def test_a_bar_is_full_when_all_is_gone_and_empty_before_it_begins(share: float, width: int) -> None:
    drawn = bar(share, width, ascii_only=True)
    assert len(drawn) == width
    assert set(drawn) <= {"#", "-"}
    assert (drawn == "#" * width) == (share >= 1)
    assert (drawn == "-" * width) == (share <= 0)


def test_the_scale_has_a_column_for_each_stretch() -> None:
    ten = Band(date(2000, 1, 1), date(2010, 1, 1), "in-force", "in force")
    more = Band(date(2010, 1, 1), date(2020, 1, 1), "suspended", "suspended")
    gone = Band(date(2020, 1, 1), None, "expired", "expired")
    drawn = Timeline("", (Lane("pact", (ten, more, gone)),), date(2000, 1, 1), date(2040, 1, 1), date(2039, 6, 1))
    row = next(line for line in lines(drawn, 46) if line.startswith("pact"))
    assert row == "pact  " + "=" * 10 + ":" * 10 + "x" + "." * 18 + "|"


@pytest.mark.parametrize("ascii_only", [True, False])
def test_every_character_of_the_record_s_lanes_is_in_the_legend(real: Catalog, ascii_only: bool) -> None:
    drawn = timeline_of_all(real.at("2026-11-21"), ["abm-protocol", "sort", "new-start", "inf"])
    _, _, *rows = lines(drawn, 100, ascii_only=ascii_only)
    legend = {entry.split()[0] for entry in rows[len(drawn.lanes)].split("   ")}
    shown = {char for row, lane in zip(rows, drawn.lanes, strict=False) for char in row.removeprefix(lane.name)}
    assert shown - {" ", "|", "│"} == legend


def test_a_short_suspension_is_not_lost_in_a_long_life() -> None:
    """Six weeks in forty years are less than a column; they are drawn all the same."""
    bands = (
        Band(date(1980, 1, 1), date(2000, 1, 1), "in-force", "in force"),
        Band(date(2000, 1, 1), date(2000, 2, 15), "suspended", "suspended"),
        Band(date(2000, 2, 15), None, "in-force", "in force"),
    )
    drawn = Timeline("", (Lane("pact", bands),), date(1980, 1, 1), date(2020, 1, 1), date(2019, 1, 1))
    assert lines(drawn, 46)[2].count(":") == 1


def test_events_of_one_treaty_have_letters_that_are_told() -> None:
    made = catalog(
        bilateral(), act("signature", "2000-01-01", "US", "RU"), act("ratification", "2010-01-01", "US", "RU")
    )
    drawn = lines(timeline_of(made.at("2020-01-01"), "pact"), 80)
    assert any(line.split() == ["a", "b"] for line in drawn)
    assert "a 2000-01-01  signature (RU, US): signature" in drawn
    assert "b 2010-01-01  ratification (RU, US): ratification" in drawn


@pytest.mark.parametrize("width", [40, 80, 100, 160])
@pytest.mark.parametrize("ascii_only", [True, False])
def test_the_record_fits_any_width(real: Catalog, width: int, ascii_only: bool) -> None:
    snapshot = real.at("2026-11-21")
    names = [treaty.id for treaty in snapshot.treaties]
    for drawn in (timeline_of_all(snapshot, names), timeline_of(snapshot, "inf"), timeline_of(snapshot, "cfe")):
        for line in lines(drawn, width, ascii_only=ascii_only):
            assert len(line) <= width


def test_ascii_drawings_have_nothing_else(real: Catalog) -> None:
    snapshot = real.at("2026-11-21")
    drawn = timeline_of_all(snapshot, [treaty.id for treaty in snapshot.treaties])
    assert "".join(lines(drawn, 80)).isascii()


@given(
    st.lists(st.tuples(st.dates(), st.dates(), st.sampled_from(KINDS)), min_size=1, max_size=6),
    st.lists(st.tuples(st.dates(), st.text(max_size=40)), max_size=8),
    st.dates(),
    st.integers(40, 120),
)
def test_any_timeline_fits_its_width(
    bands: list[tuple[date, date, str]], marks: list[tuple[date, str]], today: date, width: int
) -> None:
    days = [today, *(day for first, last, _ in bands for day in (first, last)), *(day for day, _ in marks)]
    lane = Lane(
        "a treaty with a name too long for the margin",
        tuple(Band(min(first, last), max(first, last), kind, kind) for first, last, kind in bands),
        tuple(Mark(day, day, str(day), "test", f"test: {text}") for day, text in marks),
    )
    drawn = Timeline("", (lane,), date(min(days).year, 1, 1), max(days), today)
    for line in lines(drawn, width):
        assert len(line) <= width


def test_what_is_drawn_is_what_the_intervals_say(real: Catalog) -> None:
    snapshot = real.at("2019-05-05")
    table = flat(timeline_of(snapshot, "inf"))[0]
    told = [tuple(cell.text for cell in row[:3]) for row in table.rows if row[0].text == "United States"]
    expected = [(str(one.start or ""), str(one.end or "")) for one in snapshot.intervals("inf", "US")]
    assert [(first, last) for _, first, last in told] == expected
