"""`lineage`: the line that a treaty stands in, in every format."""

import pytest

from tests.cli.ask import ask


def test_as_json() -> None:
    document = ask("lineage", "New START", "--as-of", "2026-11-21", "--format", "json").document
    assert document["schema_version"] == 1
    assert document["treaty"] == "new-start"
    assert [kin["id"] for kin in document["lineage"]] == [
        "salt-1", "salt-2", "start-1", "lisbon-protocol", "start-2", "sort", "new-start",
    ]  # fmt: skip
    assert {"earlier": "sort", "later": "new-start", "relation": "supersedes"} in document["links"]
    superseded = next(kin for kin in document["lineage"] if kin["id"] == "sort")
    assert (superseded["ended"], superseded["status"], superseded["rule"]) == (
        "2011-02-05",
        "superseded",
        "supersession",
    )


def test_as_a_tree_and_a_table() -> None:
    words = ask("lineage", "start-2", "--as-of", "2026-11-21").out
    assert "START II: signed 1993-01-03, never in force, abandoned 2002-06-14" in words
    for told in (
        "Before it",
        "After it",
        "bound to it: Lisbon Protocol",
        "New START: signed 2010-04-08",
        "is bound to START I",
    ):
        assert told in words
    assert words.count("SALT I: signed") == 1


def test_what_leads_to_one_treaty_twice_is_told_once() -> None:
    words = ask("lineage", "new-start", "--as-of", "2026-11-21").out
    assert words.count("START I: signed") == 1
    assert "START I (told above)" in words


def test_a_protocol_leads_to_the_line_of_its_treaty() -> None:
    words = ask("lineage", "lisbon-protocol", "--as-of", "2026-11-21").out
    assert "it is bound to: START I" in words
    assert "New START: signed" in words


def test_a_treaty_alone() -> None:
    assert "No treaty before or after it is on record." in ask("lineage", "inf", "--as-of", "2026-11-21").out


@pytest.mark.parametrize("form", ["csv", "markdown"])
def test_other_formats(form: str) -> None:
    reply = ask("lineage", "sort", "--as-of", "2026-11-21", "--format", form)
    assert reply.status == 0
    assert "took the place of SORT" in reply.out


def test_an_unknown_treaty_names_the_nearest() -> None:
    reply = ask("lineage", "New STAR")
    assert reply.status == 2
    assert "New START" in reply.err
