"""`check` of the whole and of one file, and `new`, which that file begins with."""

from pathlib import Path

from tests.cli.ask import ask, ask_small
from tests.conftest import SMALL

ARTICLE = """\
[source]
id = "daily-2020-08-01"
publisher = "Daily"
title = "A title"
kind = "news"
published = 2020-08-01

[[event]]
id = "call"
type = "consultation"
form = "call"
parties = ["US", "RU"]
date = 2020-07-31
weekday = "Monday"
"""


def test_stale_treaties_are_warned_of() -> None:
    reply = ask("check", "--as-of", "2036-01-01", "--stale-after", "P180D", "--format", "json")
    stale = [finding for finding in reply.document["findings"] if finding["code"] == "stale"]
    assert {finding["subject"] for finding in stale} >= {"new-start", "inf", "open-skies"}
    assert all(finding["line"] and finding["file"].endswith(".toml") for finding in stale)
    assert reply.status == 0
    assert ask("check", "--as-of", "2036-01-01", "--stale-after", "P180D", "--strict").status == 1
    assert ask("check", "--stale-after", "180 days").status == 2


def test_one_file_is_checked_against_the_whole(tmp_path: Path) -> None:
    file = tmp_path / "daily-2020-08-01.toml"
    file.write_text(ARTICLE, encoding="utf-8")
    findings = ask_small("check", str(file), "--format", "json").document["findings"]
    assert [(found["code"], found["file"], found["line"], found["column"]) for found in findings] == [
        ("weekday-mismatch", str(file), 14, 11)
    ]


def test_errors_in_one_file_have_line_and_column(tmp_path: Path) -> None:
    file = tmp_path / "daily-2020-08-01.toml"
    file.write_text(
        ARTICLE.replace('["US", "RU"]', '["US", "XX"]').replace('form = "call"', 'form = "chat"'), encoding="utf-8"
    )
    reply = ask_small("check", str(file), "--format", "json")
    assert reply.status == 1
    assert [(found["line"], found["column"], found["path"]) for found in reply.document["findings"]] == [
        (11, 8, "event.0.form")
    ]
    file.write_text("[source\n", encoding="utf-8")
    (found,) = ask_small("check", str(file), "--format", "json").document["findings"]
    assert (found["code"], found["line"]) == ("not-toml", 1)
    (found,) = ask_small("check", str(tmp_path / "none.toml"), "--format", "json").document["findings"]
    assert found["code"] == "unreadable"


def test_a_file_takes_the_place_of_the_one_of_its_name(tmp_path: Path) -> None:
    (known,) = sorted((SMALL / "articles").glob("*.toml"))
    file = tmp_path / known.name
    file.write_text(known.read_text(encoding="utf-8"), encoding="utf-8")
    assert ask_small("check", str(file), "--format", "json").document["counts"]["error"] == 0
    record = min((SMALL / "record").glob("*.toml"))
    assert ask_small("check", str(record), "--format", "json").document["counts"]["error"] == 0
    assert ask_small("check", str(SMALL / "parties.toml"), "--format", "json").document["counts"]["error"] == 0


def test_a_new_article_says_what_is_to_be_filled_in_and_loads_when_it_is(tmp_path: Path) -> None:
    file = tmp_path / "daily-2020-08-01.toml"
    assert ask("new", "article", "daily-2020-08-01", "--output", str(file)).status == 0
    findings = ask_small("check", str(file), "--format", "json").document["findings"]
    assert [found["path"] for found in findings] == ["source.publisher", "source.title", "source.published"]
    text = file.read_text(encoding="utf-8")
    for empty, full in (
        ('publisher = ""', 'publisher = "D"'),
        ('title = ""', 'title = "T"'),
        ('published = ""', "published = 2020-08-01"),
    ):
        text = text.replace(empty, full)
    file.write_text(text, encoding="utf-8")
    assert ask_small("check", str(file), "--strict").status == 0


def test_every_example_of_the_skeleton_loads_when_it_is_filled_in(tmp_path: Path) -> None:
    text = ask("new", "article", "daily-2020-08-01").out
    examples = [
        paragraph.replace("\n# ", "\n").removeprefix("# ") for paragraph in text.split("\n\n") if "[[" in paragraph
    ]
    filled = "\n\n".join(paragraph[paragraph.index("[[") :] for paragraph in examples)
    for empty, full in (
        ('fragment = ""', 'fragment = "some words"'),
        ('summary = ""', 'summary = "S."'),
        ('speaker = ""', 'speaker = "A"'),
        ('title = ""', 'title = "B"'),
        ('occasion = ""', 'occasion = "a-call"'),
    ):
        filled = filled.replace(empty, full)
    head = ARTICLE.split("[[event]]")[0]
    file = tmp_path / "daily-2020-08-01.toml"
    file.write_text(head + filled, encoding="utf-8")
    findings = ask("check", str(file), "--format", "json").document["findings"]
    assert [found for found in findings if found["severity"] == "error"] == []


def test_a_new_file_is_never_written_over_another(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text("mine", encoding="utf-8")
    assert ask("new", "article", "a", "--output", str(file)).status == 2
    assert file.read_text(encoding="utf-8") == "mine"
    assert ask("new", "article", "Not An Id").status == 2
