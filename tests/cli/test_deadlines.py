"""`countdown`, `diff`, `what-if` and `export ics` as scripts and people call them."""

import sys
from pathlib import Path

import pytest

from tests.cli.ask import ask
from treatywatch.rules.deadlines import KINDS


def test_countdown_as_the_contract_has_it() -> None:
    answer = ask("countdown", "New START", "--as-of", "2020-07-25", "--kind", "expiry", "--format", "json")
    assert answer.status == 0
    (deadline,) = answer.document["deadlines"]
    assert deadline | {"sources": None} == {
        "treaty": "new-start",
        "party": None,
        "kind": "expiry",
        "date": "2021-02-05",
        "latest": None,
        "days": 195,
        "days_min": 195,
        "days_max": 195,
        "years": 0,
        "months": 6,
        "days_over": 11,
        "summary": "New START expires",
        "rule": "fixed-duration",
        "authority": ["New START XIV(2)", "VCLT 54(a)"],
        "sources": None,
        "suspended_by": [],
        "hypothetical": False,
    }
    assert "new-start-text" in deadline["sources"]
    assert (answer.document["schema_version"], answer.document["as_of"]) == (1, "2020-07-25")


def test_countdown_over_all_treaties_is_in_order_of_date() -> None:
    deadlines = ask("countdown", "--as-of", "2020-06-01", "--format", "json").document["deadlines"]
    assert [one["days_min"] for one in deadlines] == sorted(one["days_min"] for one in deadlines)
    assert len({one["treaty"] for one in deadlines}) > 5
    conference = next(one for one in deadlines if one["kind"] == "conference")
    assert (conference["date"], conference["latest"], conference["days"]) == (
        "2020-06-21/2020-07-21",
        "2020-07-21",
        None,
    )
    assert {one["kind"] for one in deadlines} <= set(KINDS)


@pytest.mark.parametrize(("term", "status"), [("P195D", 1), ("P194D", 0), ("P6M", 0), ("P7M", 1), ("P1Y", 1)])
def test_within_tells_by_its_exit_status(term: str, status: int) -> None:
    answer = ask("countdown", "inf", "new-start", "--as-of", "2020-07-25", "--kind", "expiry", "--within", term)
    assert answer.status == status
    assert ("Nothing is to come within" in answer.out) == (status == 0)


def test_a_window_that_is_open_is_inside() -> None:
    answer = ask("countdown", "open-skies", "--as-of", "2020-07-21", "--kind", "conference", "--within", "P1D")
    assert answer.status == 1
    assert "open, 0 days left" in answer.out
    assert ask("countdown", "open-skies", "--as-of", "2020-07-22", "--kind", "conference").out.startswith("Nothing")


def test_past_tells_how_long_ago() -> None:
    answer = ask("countdown", "new-start", "--past", "--as-of", "2026-02-05", "--format", "json")
    found = {one["kind"]: (one["date"], one["days"]) for one in answer.document["deadlines"]}
    assert found == {
        "expiry": ("2026-02-05", 0),
        "notice-window": ("2025-11-05", -92),
        "limits-apply": ("2018-02-05", -2922),
        "entry-into-force": ("2011-02-05", -5479),
    }
    assert ask("countdown", "new-start", "--past", "--as-of", "2026-02-06", "--within", "P1D").status == 1
    assert ask("countdown", "new-start", "--past", "--as-of", "2026-02-07", "--within", "P1D").status == 0
    assert "New START expired" in ask("countdown", "new-start", "--past", "--as-of", "2026-02-06").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("countdown", "--kind", "expiri"), "did you mean expiry"),
        (("countdown", "--within", "90"), "is not a period"),
        (("countdown", "nothing"), "no treaty is called"),
        (("diff", "2021-02-30", "2021-03-01"), "2021-02-30"),
        (("diff", "2021-02-03", "2021-02-01"), "give the earlier day first"),
        (("diff", "2021-02-03", "2021-02-04", "--as-of", "2021-02-03"), "--knowledge"),
        (("diff", "--knowledge", "2021-02-03", "2021-02-04", "--known-by", "2021-02-03"), "--known-by"),
        (("what-if", "new-start", "--suppose", "extensio date=2021"), "did you mean extension"),
        (("what-if", "new-start", "--with", "/nowhere.toml"), "nowhere.toml"),
        (("what-if", "nothing"), "no treaty is called"),
        (("export", "json", "new-start"), "whole catalog"),
        (("export", "json", "--history"), "whole catalog"),
        (("export", "ics", "nothing"), "no treaty is called"),
    ],
)
def test_what_cannot_be_asked_is_said_with_exit_status_2(arguments: tuple[str, ...], said: str) -> None:
    answer = ask(*arguments)
    assert (answer.status, answer.out) == (2, "")
    assert said in answer.err
    assert "Traceback" not in answer.err


def test_diff_around_the_end_of_new_start() -> None:
    answer = ask("diff", "2026-02-04", "2026-02-06", "new-start", "--format", "json")
    document = answer.document
    assert (document["from"], document["to"], document["knowledge"]) == ("2026-02-04", "2026-02-06", False)
    by_party = {one["party"]: (one["before"], one["after"]) for one in document["changes"] if one["kind"] == "status"}
    assert by_party == {None: ("in-force", "expired"), "RU": ("party", "former"), "US": ("party", "former")}
    assert [one["date"] for one in document["changes"]] == sorted(one["date"] for one in document["changes"])
    assert all(one["sources"] for one in document["changes"])


def test_diff_of_knowledge() -> None:
    answer = ask(
        "diff", "--knowledge", "2020-05-06", "2021-02-03", "new-start", "--as-of", "2021-02-04", "--format", "json"
    )
    moved = [one for one in answer.document["changes"] if one["what"] == "expiry"]
    assert [(one["kind"], one["date"], one["before"], one["after"]) for one in moved] == [
        ("deadline", "2021-02-03", "2021-02-05", "2026-02-05")
    ]


def test_a_day_without_change_says_so() -> None:
    assert ask("diff", "2015-01-01", "2015-01-01").out.startswith("Nothing changed.")


def test_what_if_beside_what_is() -> None:
    answer = ask(
        "what-if",
        "new-start",
        "--as-of",
        "2020-07-25",
        "--suppose",
        "extension date=2021-02-03 until=2026-02-05",
        "--format",
        "json",
    )
    assert answer.status == 0
    document = answer.document
    ends = [
        [(one["date"], one["hypothetical"]) for one in document[side]["deadlines"] if one["kind"] == "expiry"]
        for side in ("baseline", "supposed")
    ]
    assert ends == [[("2021-02-05", False)], [("2026-02-05", True)]]
    assert (document["baseline"]["hypothetical"], document["supposed"]["hypothetical"]) == (False, True)
    assert document["refused"] == []
    assert [(one["kind"], one["what"]) for one in document["changes"]] == [
        ("event", "extension"),
        ("deadline", "expiry"),
        ("deadline", "extension-window"),
    ]
    plain = ask(
        "what-if", "new-start", "--as-of", "2020-07-25", "--suppose", "extension date=2021-02-03 until=2026-02-05"
    )
    assert "rests on suppositions" in plain.out
    assert "2021-02-05, in 195 days" in plain.out


def test_what_is_impossible_is_answered_and_not_an_error() -> None:
    answer = ask("what-if", "new-start", "--suppose", "extension date=2021-02-01 until=2031-02-05", "--format", "json")
    assert answer.status == 0
    (refused,) = answer.document["refused"]
    assert (refused["rule"], refused["code"]) == ("extension", "extension-too-long")
    assert "at most 5 years" in refused["reason"]
    assert refused["authority"][0] == "New START XIV(2)"
    assert answer.document["baseline"] == answer.document["supposed"]
    plain = ask("what-if", "new-start", "--suppose", "extension date=2021-02-01 until=2031-02-05")
    assert "the treaty may be extended by at most 5 years, until 2026-02-05" in plain.out


def test_what_if_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "suppose.toml"
    file.write_text('[[event]]\ntype = "withdrawal-notice"\ndate = 2019-01-01\nparties = ["RU"]\n', encoding="utf-8")
    answer = ask("what-if", "new-start", "--as-of", "2019-06-01", "--with", str(file), "--format", "json")
    assert answer.document["supposed"]["status"] == "terminated"
    assert answer.document["supposed"]["hypothetical"]
    assert answer.document["baseline"]["status"] == "in-force"


def test_what_if_tells_of_the_treaties_that_hang_on_it() -> None:
    answer = ask(
        "what-if", "start-1", "--as-of", "2000-01-01", "--suppose", "termination date=1999-01-01", "--format", "json"
    )
    assert {one["treaty"] for one in answer.document["changes"] if one["kind"] == "status"} == {
        "lisbon-protocol",
        "start-1",
        "start-2",
    }
    assert all(one["hypothetical"] for one in answer.document["changes"] if one["kind"] == "status")


def test_what_if_with_nothing_supposed_is_what_is() -> None:
    document = ask("what-if", "new-start", "--as-of", "2020-07-25", "--format", "json").document
    assert document["baseline"] == document["supposed"]
    assert (document["changes"], document["refused"]) == ([], [])


def test_export_ics_writes_a_file_of_the_same_bytes(tmp_path: Path) -> None:
    names = [tmp_path / name for name in ("one.ics", "other.ics")]
    for name in names:
        assert (
            ask("export", "ics", "new-start", "--history", "--as-of", "2020-07-25", "--output", str(name)).status == 0
        )
    one, other = (name.read_bytes() for name in names)
    assert one == other
    assert one.startswith(b"BEGIN:VCALENDAR\r\n")
    assert one.count(b"BEGIN:VEVENT") > 15
    printed = ask("export", "ics", "new-start", "--history", "--as-of", "2020-07-25").out
    assert printed.encode() == one
    document = ask("export", "ics", "new-start", "--history", "--as-of", "2020-07-25", "--format", "json").document
    assert len(document["entries"]) == one.count(b"BEGIN:VEVENT")


def test_export_ics_without_its_library_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    answer = ask("export", "ics", "new-start")
    assert (answer.status, answer.out) == (2, "")
    assert 'pip install "treatywatch[calendar]"' in answer.err


def test_treaties_may_stand_on_both_sides_of_an_option() -> None:
    one = ask("diff", "2021-02-01", "2021-02-04", "--format", "json", "new-start")
    other = ask("diff", "2021-02-01", "2021-02-04", "new-start", "--format", "json")
    assert (one.status, one.out) == (0, other.out)
    assert other.document["changes"]
    both = ask("countdown", "new-start", "--as-of", "2019-07-03", "inf", "--format", "json").document
    assert {found["treaty"] for found in both["deadlines"]} == {"inf", "new-start"}
    for wrong in (
        ("countdown", "new-start", "--frob", "inf"),
        ("explain", "new-start", "--as-of", "2020-01-01", "inf"),
    ):
        refused = ask(*wrong)
        assert refused.status == 2
        assert "unrecognized arguments" in refused.err
