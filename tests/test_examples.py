"""The programs in examples/ run as they stand."""

import runpy
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
