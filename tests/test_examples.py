"""The programs in examples/ run as they stand."""

import runpy
import tomllib
from pathlib import Path

import pytest

PROGRAMS = sorted((Path(__file__).parent.parent / "examples").glob("*.py"))


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)
def test_runs_and_says_something(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(program), run_name="__main__")
    assert capsys.readouterr().out.strip()


def test_nearly_half_a_century_can_be_judged(capsys: pytest.CaptureFixture[str]) -> None:
    """There had been a gap before: from the end of SALT I to the entry into force of START I."""
    program = next(program for program in PROGRAMS if program.stem == "treaties_in_force_each_year")
    runpy.run_path(str(program), run_name="__main__")
    out = capsys.readouterr().out
    counts = {
        words[0]: words[1:3]
        for words in map(str.split, out.splitlines())
        if words and words[0].isdigit() and words[1] != "January"
    }
    assert len(counts) == 57
    assert counts["1972"] == ["0", "0"]
    assert counts["1977"] == ["1", "1"]
    assert counts["1994"] == ["0", "1"]
    assert counts["2009"] == ["2", "0"]
    assert counts["2026"] == ["1", "0"]
    offensive, both = (gaps.split("\n  ")[1:] for gaps in out.strip().split("Without a treaty in force on ")[1:])
    assert [gap.strip() for gap in offensive] == [
        "before 1972-10-03",
        "from 1977-10-03 until 1994-12-05",
        "from 2026-02-05 on",
    ]
    assert [gap.strip() for gap in both] == ["before 1972-10-03", "from 2026-02-05 on"]


def test_the_article_is_half_right(capsys: pytest.CaptureFixture[str]) -> None:
    """On 2021-02-04 an article could know of the extension of the day before; who had left Open Skies were the United States."""
    program = next(program for program in PROGRAMS if program.stem == "factcheck_an_article")
    runpy.run_path(str(program), run_name="__main__")
    out = capsys.readouterr().out
    verdicts = [line.split(":")[0].split() for line in out.splitlines() if line.startswith(("  CON", "  UN"))]
    assert verdicts == [["CONFIRMED", "P1"], ["CONTRADICTED", "P1"], ["CONFIRMED", "P2"], ["CONTRADICTED", "P3"]]


def test_every_fragment_is_in_the_article() -> None:
    program = next(program for program in PROGRAMS if program.stem == "factcheck_an_article")
    names = runpy.run_path(str(program))
    fragments = [event["fragment"] for event in tomllib.loads(names["CURATED"])["event"]]
    assert len(fragments) == 4
    assert [fragment for fragment in fragments if fragment not in names["TEXT"]] == []
