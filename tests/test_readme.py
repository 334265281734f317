"""The README's commands print what it shows, and its Python runs as it stands."""

import doctest
import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_commands_print_what_the_readme_shows() -> None:
    refreshed = runpy.run_path(str(ROOT / "docs" / "readme.py"))["refreshed"]
    assert README.count("```console") >= 5
    assert refreshed(README) == README


def test_the_python_runs_as_it_stands() -> None:
    found = doctest.DocTestParser().get_doctest(README, {}, "README.md", "README.md", 0)
    assert len(found.examples) >= 5
    assert doctest.DocTestRunner().run(found).failed == 0


def test_it_opens_with_the_two_commands() -> None:
    commands = README.split("```sh\n")[1].split("```")[0].strip().splitlines()
    assert len(commands) == 2
    assert commands[0].endswith("python -m treatywatch status")
    assert "pytest" in commands[1]
