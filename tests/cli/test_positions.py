"""`positions` and `explain --issue` as a person or a script calls them."""

import csv
import io

import pytest

from tests.cli.ask import ask, ask_small
from tests.conftest import Snapshot

DAY = ("--as-of", "2020-07-25")
EXTENSION = ("--issue", "new-start-extension")


def test_the_document_holds_positions_shifts_and_alignment() -> None:
    told = ask("positions", *EXTENSION, *DAY, "--format", "json").document
    ru, us = told["positions"]
    assert {key: ru[key] for key in ("party", "stance", "since", "said_on", "voice", "state", "previous_stance")} == {
        "party": "RU",
        "stance": "supports",
        "since": "2020-04-17",
        "said_on": "2020-05-06",
        "voice": "stated",
        "state": "open",
        "previous_stance": None,
    }
    assert ru["latest_report"]["sources"] == [{"source": "china-daily-2020-07-25", "at": "P11"}]
    assert (us["stance"], us["previous_stance"], us["voice"]) == ("opposes", "noncommittal", "characterised")
    assert [(one["party"], one["from"], one["to"], one["between"]) for one in told["shifts"]] == [
        ("US", "noncommittal", "opposes", ["2020-05-06", "2020-07-25"])
    ]
    (aligned,) = told["alignment"]
    assert (aligned["supports"], aligned["opposes"], aligned["by_account"]) == (["RU"], ["US"], ["US"])
    assert aligned["outlook"] == "blocked by US; to be agreed before 2021-02-05 (195 days)"
    assert aligned["deadline"]["days"] == 195


@pytest.mark.parametrize(
    "question",
    [
        "positions --as-of 2020-07-25",
        "positions --history --as-of 2026-12-31",
        "explain --issue arms-pact-extension --as-of 2020-07-25",
    ],
)
def test_the_form_of_the_answer(question: str, snapshot: Snapshot) -> None:
    reply = ask_small(*question.split(), "--format", "json")
    assert (reply.status, reply.err) == (0, "")
    snapshot(reply.document)


def test_an_outlook_is_there_only_where_all_must_agree() -> None:
    (aligned,) = ask("positions", "--issue", "china-joins-talks", *DAY, "--format", "json").document["alignment"]
    assert "outlook" not in aligned
    assert aligned["no_stated_position"] == ["RU"]


def test_a_treaty_and_a_party_narrow_the_answer() -> None:
    told = ask("positions", "inf", "--party", "ukraine", "--as-of", "2020-01-01", "--format", "json").document
    assert {(one["treaty"], one["party"]) for one in told["positions"]} == {("inf", "UA")}
    assert [one["issue"] for one in told["alignment"]] == ["russian-inf-violation"]


def test_the_history_has_every_statement_in_order_with_its_mark() -> None:
    told = ask("positions", *EXTENSION, "--history", *DAY, "--format", "json").document["statements"]
    assert [one["date"] for one in told] == sorted(one["date"] for one in told)
    marks = {one["fact"]: (one["shift_from"], one["rule"]) for one in told}
    assert marks["china-daily-2020-07-25#us-against-extension"] == ("noncommittal", None)
    assert marks["china-daily-2020-07-25#russia-for-extension"] == (None, "own-words-first")


def test_every_format_says_who_stands_where() -> None:
    plain = ask("positions", *EXTENSION, *DAY).out
    assert "opposes since 2020-07-25 (characterised)" in plain
    assert "blocked by US" in plain
    assert "noncommittal  opposes  2020-05-06  2020-07-25" in plain
    rows = list(csv.DictReader(io.StringIO(ask("positions", *EXTENSION, *DAY, "--format", "csv").out)))
    assert [(row["Party"], row["Stance"], row["Voice"]) for row in rows] == [
        ("RU", "supports", "stated"),
        ("US", "opposes", "characterised"),
    ]
    assert "| Extension of New START |" in ask("positions", *EXTENSION, *DAY, "--format", "markdown").out


def test_silence_is_said_in_words_and_never_as_a_stance() -> None:
    told = ask(
        "positions", "--issue", "hypersonic-weapons-in-talks", "--as-of", "2020-05-01", "--format", "json"
    ).document
    us = next(one for one in told["positions"] if one["party"] == "US")
    assert us["stance"] == "no stated position"
    assert us["possible"] == ["no stated position"]
    assert (us["since"], us["speaker"], us["sources"]) == (None, None, [])


def test_before_an_article_its_own_word_is_nothing() -> None:
    told = ask("positions", "--as-of", "2017-12-25", "--according-to", "tass-2017-12-26", "--format", "json").document
    assert (told["positions"], told["shifts"], told["alignment"]) == ([], [], [])
    assert told["perhaps"] == ["strategic-stability-talks", "us-missile-defence-destabilising", "us-harms-relations"]


def test_a_position_is_explained_with_source_and_place() -> None:
    told = ask("explain", *EXTENSION, "--party", "RU", *DAY, "--format", "json").document
    assert (told["status"], told["rule"]) == ("supports", "latest-statement-stands")
    assert told["because"][0]["sources"][0]["source"] == "tass-2020-05-06"
    assert {one["rule"] for one in told["also"]} == {"own-words-first"}
    whole = ask("explain", "new-start", *EXTENSION, *DAY).out
    assert "Rule agreement-of-all" in whole


@pytest.mark.parametrize(
    "arguments",
    [
        ("explain",),
        ("explain", "--issue", "new-start-extnsion"),
        ("explain", "inf", *EXTENSION),
        ("explain", *EXTENSION, "--party", "Rusia"),
        ("positions", "--issue", "nothing"),
        ("positions", "no-such-treaty"),
        ("positions", "--party", "XX"),
    ],
)
def test_a_question_that_cannot_be_asked_is_one_line_and_status_2(arguments: tuple[str, ...]) -> None:
    reply = ask(*arguments)
    assert (reply.status, reply.out) == (2, "")
    assert reply.err.startswith("treatywatch: ")
    assert reply.err.count("\n") == 1


def test_the_rules_of_positions_are_listed() -> None:
    rules = {one["id"]: one for one in ask("rules", "--format", "json").document["rules"]}
    for name in ("latest-statement-stands", "higher-office-same-day", "own-words-first", "shift", "settled", "moot"):
        assert rules[name]["on"] == ["position"]


def test_a_stance_beside_an_issue_is_read_as_one_on_its_proposition() -> None:
    """Who supports that Russia violated a treaty is not shown as supporting Russian compliance with it."""
    blamed = {
        "russian-inf-violation",
        "us-inf-violation",
        "russian-open-skies-violation",
        "russian-new-start-violation",
    }
    titles = {one["id"]: one["title"] for one in ask("issues", "--format", "json").document["issues"]}
    assert {titles[name].split()[1] for name in blamed} == {"violation", "non-compliance"}
