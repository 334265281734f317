"""What came before a treaty and what came after it."""

import pytest

from tests.build import act, bilateral, catalog
from treatywatch.errors import QuestionError
from treatywatch.snapshot import Catalog
from treatywatch.snapshot.lineage import Link

BOTH = ("US", "RU")


@pytest.fixture(scope="module")
def line() -> Catalog:
    """Old was superseded by new; beside them a protocol to old, one that followed new, and one that stands alone."""
    return catalog(
        bilateral("old", duration={"article": "IV", "superseded_by": "new"}),
        bilateral("new", follows=["old"], duration={"article": "XIV", "period": "P10Y"}),
        bilateral("protocol", part_of="old", duration={"article": "V", "ends_with": "old"}),
        bilateral("next", follows=["new"]),
        bilateral("alone"),
        act("signature", "1990-01-01", *BOTH, treaty="old"),
        act("ratification", "1991-01-01", *BOTH, treaty="old"),
        act("signature", "1992-01-01", *BOTH, treaty="protocol"),
        act("ratification", "1992-01-01", *BOTH, treaty="protocol"),
        act("signature", "2000-01-01", *BOTH, treaty="new"),
        act("ratification", "2001-01-01", *BOTH, treaty="new"),
        act("signature", "2012-01-01", *BOTH, treaty="next"),
        act("signature", "1999-01-01", *BOTH, treaty="alone"),
    )


@pytest.mark.parametrize("asked", ["old", "new", "next"])
def test_the_whole_line_from_wherever_it_is_asked(line: Catalog, asked: str) -> None:
    made = line.at("2020-01-01").lineage(asked)
    assert [kin.treaty for kin in made.members] == ["old", "protocol", "new", "next"]
    assert next(kin.place for kin in made.members if kin.treaty == asked) == "asked"
    assert made.links == (
        Link("new", "next", "follows"),
        Link("old", "new", "supersedes"),
        Link("old", "protocol", "bound-to"),
    )


def test_from_a_protocol_the_line_is_that_of_its_treaty(line: Catalog) -> None:
    places = {kin.treaty: kin.place for kin in line.at("2020-01-01").lineage("protocol").members}
    assert places == {"old": "bound", "protocol": "asked", "new": "after", "next": "after"}


def test_each_with_its_days_and_how_it_ended(line: Catalog) -> None:
    old, protocol, new, following = line.at("2020-01-01").lineage("new").members
    assert [str(day) for day in (old.signed, old.entered, old.ended)] == ["1990-01-01", "1991-01-01", "2001-01-01"]
    assert (old.status, old.ended_by, old.because) == ("superseded", "supersession", "New entered into force")
    assert (protocol.ended_by, str(protocol.ended)) == ("ends-with-its-treaty", "2001-01-01")
    assert (new.ended_by, str(new.ended), new.because) == ("expiry", "2011-01-01", None)
    assert (following.status, following.entered, following.ended) == ("signed", None, None)


def test_what_was_still_to_come_is_left_out(line: Catalog) -> None:
    made = line.at("1995-01-01").lineage("old")
    assert [(kin.treaty, kin.status, kin.ended) for kin in made.members] == [
        ("old", "in-force", None),
        ("protocol", "in-force", None),
    ]
    assert line.at("1980-01-01").lineage("old").members[0].signed is None


def test_a_treaty_without_kin(line: Catalog) -> None:
    made = line.at("2020-01-01").lineage("alone")
    assert ([kin.treaty for kin in made.members], made.links) == (["alone"], ())


def test_an_unknown_treaty(line: Catalog) -> None:
    with pytest.raises(QuestionError, match="no treaty is called"):
        line.at("2020-01-01").lineage("nowhere")


def test_an_act_of_supersession_links_two_treaties_as_their_terms_would() -> None:
    made = catalog(
        bilateral("old"),
        bilateral("new", follows=["old"]),
        act("signature", "1990-01-01", *BOTH, treaty="old"),
        act("signature", "2000-01-01", *BOTH, treaty="new"),
        act("supersession", "2001-01-01", treaty="old", by="new"),
    )
    assert made.at("2020-01-01").lineage("new").links == (Link("old", "new", "supersedes"),)
