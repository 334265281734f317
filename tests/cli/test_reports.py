"""`status` for people, `show`, `timeline` of all, `report html`, `export svg`: what each answers, and in which format."""

import importlib.util
import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from tests.cli.ask import ask, ask_small
from treatywatch.reports.answer import Answer
from treatywatch.reports.dossier import dossier
from treatywatch.reports.plain import plain
from treatywatch.snapshot import Catalog

DAY = ("--as-of", "2026-11-21")


def test_the_ended_are_folded_for_people_alone() -> None:
    shown = ask(*DAY, "status").out
    assert "ended, listed with --all: New START expired 2026-02-05; INF Treaty terminated 2019-08-02" in shown
    assert not any(line.split("  ")[1:2] == ["INF Treaty"] for line in shown.splitlines())
    whole = ask(*DAY, "status", "--all").out
    assert "listed with --all" not in whole
    names = {one["short_title"] for one in ask(*DAY, "status", "--format", "json").document["treaties"]}
    assert {"New START", "INF Treaty", "CTBT"} <= names
    for name in names:
        assert name in whole
        assert name in shown
    assert "INF Treaty" in ask(*DAY, "status", "--format", "csv").out


@pytest.mark.parametrize("arguments", [("INF",), ("--status", "terminated")])
def test_what_is_asked_for_is_not_folded(arguments: tuple[str, ...]) -> None:
    shown = ask(*DAY, "status", *arguments).out
    assert "listed with" not in shown
    assert any(
        line.startswith(("INF Treaty ", "Intermediate range missiles  INF Treaty")) for line in shown.splitlines()
    )


def test_a_subject_is_listed_alone() -> None:
    shown = ask(*DAY, "status", "--subject", "nuclear-testing").out
    assert "CTBT" in shown
    assert "CFE" not in shown


@pytest.mark.parametrize(("party", "day"), [("BY", "2026-11-21"), ("AM", "2019-06-01"), ("US", "2023-04-01")])
def test_to_ask_of_one_party_changes_nothing_that_is_said_of_a_treaty(party: str, day: str) -> None:
    """Others have suspended, leave or have left; they are named though their rows are not shown."""
    whole = ask("status", "--as-of", day, "--all").out
    alone = ask("status", "--as-of", day, "--all", "--party", party).out
    few, many = ([" ".join(row.split()) for row in shown.partition("\n\n")[0].splitlines()] for shown in (alone, whole))
    assert len(few) > 1
    assert all(any(row.endswith(said) for row in many) for said in few)
    rows = {row["id"]: row for row in ask("status", "--as-of", day, "--format", "json").document["treaties"]}
    for row in ask("status", "--as-of", day, "--format", "json", "--party", party).document["treaties"]:
        assert [one["party"] for one in row["parties"]] == [party]
        assert row == {**rows[row["id"]], "parties": row["parties"]}


def test_the_count_of_parties_is_that_of_the_treaty() -> None:
    shown = ask(*DAY, "status", "open-skies", "--party", "BY").out
    assert "left: Russia and United States" in shown
    assert "Open Skies: 32 parties" in shown


def test_show_is_the_whole_dossier() -> None:
    shown = ask("--as-of", "2019-05-05", "show", "INF").out
    for part in (
        "INF Treaty is in force since 1988-06-01 (contested, suspended and withdrawing).",
        "Identity",
        "XV(2)",
        "by notice of 6 months",
        "Parties of INF Treaty",
        "Over the years",
        "1987-12-08",
        "state-inf-treaty",
        "2019-08-02",
        "Russian violation of the INF Treaty",
        "Disagreements of the sources",
        "verified until",
    ):
        assert part in shown, part
    document = ask("--as-of", "2019-05-05", "show", "INF", "--format", "json").document
    assert document["treaty"]["id"] == document["record"]["id"] == "inf"
    assert document["intervals"]
    assert document["positions"]


def test_every_treaty_has_a_dossier(real: Catalog) -> None:
    snapshot = real.at("2026-11-21")
    for status in snapshot.statuses():
        shown = plain(Answer({}, dossier(snapshot, status, ())))
        assert shown.startswith(status.title)
        for clause in ("Entry into force", "Duration"):
            assert clause in shown


def test_a_timeline_of_all_stands_side_by_side() -> None:
    document = ask(*DAY, "timeline", "--format", "json").document
    one = ask(*DAY, "timeline", "inf", "--party", "US", "--format", "json").document
    of_us = ask(*DAY, "timeline", "--party", "US", "--format", "json").document
    assert len(document["timelines"]) > 20
    told = {line["treaty"]: line["intervals"] for line in of_us["timelines"]}
    assert told["inf"] == one["intervals"]
    assert one["treaty"] == "inf"


def test_markdown_and_csv_have_the_stretches() -> None:
    assert "| INF Treaty | 1988-06-01 | 2019-08-02 | in force |" in ask("timeline", "inf", "--format", "markdown").out
    assert "INF Treaty,1988-06-01,2019-08-02,in force" in ask("timeline", "inf", "--format", "csv").out


def test_a_report_is_one_file(tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    reply = ask_small("report", "html", "--output", str(file))
    assert (reply.status, reply.out, reply.err) == (0, "", "")
    assert file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_a_report_holds_articles_to_account() -> None:
    page = ask(*DAY, "report", "html", "ctbt", "new-start").out
    assert 'id="factcheck"' in page
    assert "Xinhua" in page
    assert 'id="factcheck"' not in ask(*DAY, "report", "html", "seabed").out


def test_without_jinja_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    find = importlib.util.find_spec

    def without(name: str, *rest: Any) -> Any:
        return None if name == "jinja2" else find(name, *rest)

    monkeypatch.setattr(importlib.util, "find_spec", without)
    reply = ask_small("report", "html")
    assert reply.status == 2
    assert reply.out == ""
    assert 'pip install "treatywatch[html]"' in reply.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("report", "html", "nosuch"), "no treaty is called 'nosuch'"),
        (("report", "html", "--format", "csv"), "a page of its own"),
        (("export", "svg", "nosuch"), "no drawing is called 'nosuch'"),
        (("export", "svg", "timeline", "nosuch"), "no treaty is called 'nosuch'"),
        (("export", "svg", "timeline", "--history"), "--history goes with export ics"),
        (("show", "nosuch"), "no treaty is called 'nosuch'"),
        (("timeline", "--party", "nosuch"), "no party is called 'nosuch'"),
    ],
)
def test_bad_questions_are_answered_as_such(arguments: tuple[str, ...], says: str) -> None:
    reply = ask_small(*arguments)
    assert reply.status == 2
    assert reply.out == ""
    assert says in reply.err


def test_a_drawing_is_a_file_of_its_own() -> None:
    drawing = ask(*DAY, "export", "svg", "timeline", "inf").out
    assert ET.fromstring(drawing).tag == "{http://www.w3.org/2000/svg}svg"
    together = ask(*DAY, "export", "svg", "timeline", "inf", "cfe").out
    assert "CFE Treaty: in force" in together
    asked = json.loads(ask(*DAY, "export", "svg", "timeline", "inf", "cfe", "--format", "json").out)
    assert asked["treaties"] == ["inf", "cfe"]


def test_of_one_state_all_treaties_stand_in_one_table() -> None:
    told = ask("status", "--party", "RU", "--as-of", "2026-03-01").out
    _, _, table = told.partition("\nRussia\n")
    rows = [line.split("  ")[0] for line in table.splitlines()]
    assert rows[0] == "Treaty"
    assert {"CFE Treaty", "CTBT", "Threshold Test Ban Treaty"} < set(rows)
    assert "New START" not in rows, "what has ended is told in one line"
    assert (
        "New START" in ask("status", "--party", "RU", "--as-of", "2026-03-01", "--all").out.partition("\nRussia\n")[2]
    )


def test_a_treaty_not_in_force_is_not_said_to_have_parties() -> None:
    assert "more parties" not in ask("status", "ctbt", "--as-of", "2026-03-01").out
    assert "others have signed the treaty or consented to it" in ask("status", "ctbt", "--as-of", "2026-03-01").out
