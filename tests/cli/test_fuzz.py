"""No argument that a person can type, and no data, lead to a traceback: an answer, a finding, or a message."""

import argparse
import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.catalog.test_fuzz import LINES, ODD, VALUES
from tests.cli.ask import Reply, ask, ask_small
from tests.conftest import SMALL
from treatywatch.cli.commands import COMMANDS
from treatywatch.cli.options import FORMATS, make_parser

SETTINGS = settings(max_examples=100, deadline=None)
WORDS = (
    *(
        "skies",
        "arms-pact",
        "Arms Pact",
        "RU",
        "us",
        "Türkiye",
        "register",
        "arms-pact-extension",
        "in-force",
        "expired",
    ),
    *(
        "2020-07-25",
        "2019-02-02",
        "0001-01-01",
        "9999-12-31",
        "10000-01-01",
        "2020-02-30",
        "2020",
        "86400",
        "P90D",
        "P0D",
    ),
    *(
        "verify",
        "json",
        "html",
        "calendar",
        "document",
        "event",
        "builtin",
        str(SMALL),
        f"{SMALL}/texts",
        ".",
        "/dev/null",
    ),
    *("", "-", "--", "-1", "\x00", "\ud800", "\u202e", "a\udcff", "\n", "%s", "{0}", "[/red]", "=1+1", "x" * 5000),
    *("withdrawal-notice party=US date=2020-01-01", "extension by=P5Y date=2021-01-01", "= = =", "'", "type"),
)


def options() -> Iterator[str]:
    """Every option of every command but the one that writes files."""
    for name in COMMANDS:
        parser = make_parser({name: COMMANDS[name]})
        (made,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
        for action in made.choices[name]._actions:
            yield from action.option_strings


OPTIONS = sorted(set(options()) - {"--output", "-h", "--help"})
_words = st.sampled_from(WORDS) | st.text(max_size=20)
_arguments = st.lists(
    _words | st.sampled_from(OPTIONS) | st.sampled_from([f"--format={form}" for form in FORMATS]), max_size=6
)


@pytest.fixture(scope="module", autouse=True)
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Ask from an empty directory: an empty word and `.` are that directory."""
    with contextlib.chdir(tmp_path_factory.mktemp("elsewhere")):
        yield


def answered(reply: Reply) -> None:
    assert reply.status in (0, 1, 2)
    assert (reply.status == 2) <= bool(reply.err), "what is refused is said"
    assert "Traceback" not in reply.err


@SETTINGS
@given(st.sampled_from(sorted(COMMANDS)), _arguments)
@example("status", ["--data", "\x00"])
@example("check", ["a\udcff"])
@example("sources", ["verify", "\x00"])
def test_no_argument_leads_to_a_traceback(command: str, arguments: list[str]) -> None:
    answered(ask_small(command, *arguments))


@SETTINGS
@given(st.lists(_words, max_size=4))
def test_no_command_line_leads_to_a_traceback(arguments: list[str]) -> None:
    answered(ask(*arguments))


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_answers_every_odd_word(command: str) -> None:
    for word in WORDS:
        answered(ask_small(command, word))


QUESTIONS = (
    ["check"],
    ["status", "--as-of", "2020-07-25"],
    ["status", "--as-of", "9999-12-31", "--format", "json"],
    ["timeline", "skies", "--as-of", "0001-01-01"],
    ["history", "arms-pact", "--as-of", "2030-01-01"],
    ["explain", "skies", "--party", "RU", "--as-of", "2019-08-03"],
)


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(LINES), st.sampled_from(ODD) | st.sampled_from(VALUES), st.integers(0, 3))
def test_no_changed_line_of_data_leads_to_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, where: tuple[Path, int], value: str, change: int
) -> None:
    file, number = where
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[number] = [f"{lines[number].partition('=')[0]} = {value}", "", f"{lines[number]}\n" * 2, lines[number][:-3]][
        change
    ]
    root = tmp_path_factory.getbasetemp() / "changed"
    for source in SMALL.rglob("*.toml"):
        copy = root / source.relative_to(SMALL)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text("\n".join(lines) if source == file else source.read_text(encoding="utf-8"), encoding="utf-8")
    for question in QUESTIONS:
        reply = ask("--data", str(root), *question)
        answered(reply)
        if reply.status == 2:
            return
