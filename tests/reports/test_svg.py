"""Drawings: well formed, to scale, and heard as well as seen."""

import xml.etree.ElementTree as ET
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.hostile import HOSTILE, LONG, hostile
from treatywatch.reports.answer import Band, Lane, Mark, Timeline
from treatywatch.reports.plain import printable
from treatywatch.reports.svg import svg
from treatywatch.reports.timeline import timeline_of, timeline_of_all
from treatywatch.snapshot import Catalog

NAME = "{http://www.w3.org/2000/svg}"


def titles(drawing: ET.Element) -> list[str]:
    return [str(found.text) for found in drawing.iter(f"{NAME}title")]


def test_bands_and_marks_have_titles_that_say_them(real: Catalog) -> None:
    snapshot = real.at("2026-11-21")
    drawing = ET.fromstring(svg(timeline_of(snapshot, "inf"), "a", alone=True))
    said = titles(drawing)
    assert "INF Treaty: in force from 1988-06-01 until before 2019-08-02" in said
    assert "United States: a party (suspended, withdrawing) from 2019-02-02 until before 2019-08-02" in said
    assert "The day asked about: 2026-11-21" in said
    assert any(text.startswith("1987-12-08: signature (SU, US)") for text in said)
    for group in drawing.iter(f"{NAME}g"):
        if group.get("role") == "img":
            assert group.find(f"{NAME}title") is not None


def test_a_band_is_as_wide_as_its_time(real: Catalog) -> None:
    """Ten years of one lane are as wide as ten of another, and begin where the scale has them."""
    band = Band(date(2000, 1, 1), date(2010, 1, 1), "in-force", "in force")
    later = Band(date(2010, 1, 1), date(2020, 1, 1), "suspended", "suspended")
    drawn = Timeline("", (Lane("a", (band, later)),), date(2000, 1, 1), date(2040, 1, 1), date(2030, 1, 1))
    shapes = [one for one in ET.fromstring(svg(drawn, "a")).iter(f"{NAME}rect") if one.get("class") in ("if", "su")]
    first, second = sorted((float(one.get("x", 0)), float(one.get("width", 0))) for one in shapes)
    assert first[1] == pytest.approx(second[1], abs=0.2)
    assert second[0] == pytest.approx(first[0] + first[1], abs=0.2)


def test_every_treaty_has_a_lane(real: Catalog) -> None:
    snapshot = real.at("2026-11-21")
    names = [treaty.id for treaty in snapshot.treaties]
    said = " ".join(titles(ET.fromstring(svg(timeline_of_all(snapshot, names), "a"))))
    for treaty in snapshot.treaties:
        assert f"{treaty.short_title}: " in said


def test_hostile_text_is_text() -> None:
    snapshot = hostile().at("2020-01-01")
    drawing = ET.fromstring(svg(timeline_of(snapshot, "pact"), "a", alone=True))
    said = " ".join(titles(drawing))
    for text in (*HOSTILE.values(), LONG):
        assert printable(text) in said
    assert not list(drawing.iter(f"{NAME}script"))


@given(st.text(), st.dates(), st.dates(), st.dates())
def test_any_names_and_days_are_drawn_within_the_picture(name: str, first: date, last: date, today: date) -> None:
    start, end = min(first, last, today), max(first, last, today)
    lane = Lane(name, (Band(first, max(first, last), "in-force", name),), (Mark(last, last, str(last), "test", name),))
    drawing = ET.fromstring(svg(Timeline(name, (lane,), start, end, today), "a", alone=True))
    for shape in drawing.iter(f"{NAME}rect"):
        if shape.get("class") == "if" and shape.get("x"):
            assert 0 <= float(shape.get("x", -1)) <= 960
