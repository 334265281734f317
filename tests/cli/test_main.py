"""The outermost edge: exit statuses, where options may stand, what is written where, and what is said of mistakes."""

import argparse
import io
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.catalog.tree import write_tree
from tests.cli.ask import ask, ask_small
from tests.conftest import SMALL
from treatywatch._version import __version__
from treatywatch.cli import commands, main
from treatywatch.cli.context import Context
from treatywatch.cli.options import make_parser

COMMANDS = sorted(commands.COMMANDS)


def run(*arguments: str, shell: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run the program as its user does; `shell` is what stands behind it on the line."""
    line = [sys.executable, "-m", "treatywatch", "--data", str(SMALL), *arguments]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_", "LANG", "TZ"))}
    return subprocess.run(
        ["/bin/bash", "-o", "pipefail", "-c", f'"$@" {shell}', "bash", *line],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**kept, **environment},
        cwd=SMALL.parents[1],
    )


# --- Commands and their help ---


def test_every_command_has_a_home_and_help() -> None:
    assert commands._HOMES.keys() == commands.COMMANDS.keys()
    helped = ask("--help").out
    for name, (line, _) in commands.COMMANDS.items():
        assert line
        assert name in helped


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    reply = ask(command, "--help")
    assert (reply.status, reply.err) == (0, "")
    assert reply.out.startswith(f"usage: treatywatch {command}")
    assert "--as-of DATE" in reply.out
    parser = make_parser({command: commands.COMMANDS[command]})
    (made,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    for action in made.choices[command]._actions:
        assert action.help, f"{action.dest} says nothing of itself"


def test_the_version() -> None:
    assert ask("--version") == (0, f"treatywatch {__version__}\n", "")


# --- Exit statuses ---


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["stat"], "invalid choice: 'stat'"),
        (["status", "--nonsense"], "unrecognized arguments: --nonsense"),
        (["status", "--as-o", "2020-01-01"], "unrecognized arguments: --as-o"),
        (["status", "--format", "yaml"], "invalid choice: 'yaml'"),
        (["status", "--as-of", "86400"], "'86400' is not a day: write YYYY-MM-DD"),
        (["status", "--as-of", ""], "'' is not a day: write YYYY-MM-DD"),
        (["status", "--party", ""], "no party is called ''"),
        (["status", "--subject", ""], "no subject is called ''"),
        (["positions", ""], "no treaty is called ''"),
        (["positions", "--party", ""], "no party is called ''"),
        (["history", "skies", "--party", ""], "no party is called ''"),
        (["sources", ""], "no source is called ''"),
        (["status", "--as-of", "2020-02-30"], "'2020-02-30' is not a day of the calendar"),
        (["status", "--as-of", "2020-02"], "'2020-02' is not a day: write YYYY-MM-DD"),
        (["status", "--known-by", "soon"], "'soon' is not a day"),
        (["status", "--according-to", "registre"], "no source is called 'registre' (did you mean register?)"),
        (["status", "Sky"], "no treaty is called 'Sky'"),
        (["status", "--party", "Rusia"], "no party is called 'Rusia' (did you mean Russia?)"),
        (["status", "--status", "dead"], "no status is called 'dead'"),
        (["status", "--subject", "arms"], "no subject is called 'arms'"),
        (["explain", "skies", "--party", "Rusia"], "no party is called 'Rusia' (did you mean Russia?)"),
        (["history"], "the following arguments are required: TREATY"),
        (["sources", "registre"], "no source is called 'registre'"),
        (["sources", "register", "texts"], "a directory goes with `sources verify DIR`"),
        (["sources", "verify"], "`sources verify` needs a directory of texts"),
        (["sources", "verify", "gone"], "gone is no directory"),
        (["schema", "treatise"], "there is no schema of 'treatise' (did you mean treaty?)"),
        (["export", "xml"], "invalid choice: 'xml'"),
        (["rules", "--output", "/proc/nothing/here"], "/proc/nothing/here: No such file or directory"),
        (["rules", "--output", "a\0b"], "is no name for a file"),
        (["rules", "--output", "\ud800"], "is no name for a file"),
        (["rules", "--output", str(SMALL)], f"{SMALL}: Is a directory"),
    ],
)
def test_a_bad_question_is_answered_with_two_and_one_message(arguments: list[str], said: str) -> None:
    reply = ask_small(*arguments)
    assert (reply.status, reply.out) == (2, "")
    assert said in reply.err
    assert "Traceback" not in reply.err


def test_bad_data_are_answered_with_two_and_every_problem(tmp_path: Path) -> None:
    tree = write_tree(tmp_path, parties='[[party]]\nid = "U"\n[[party]]\nname = "Russia"\n')
    reply = ask("status", "--data", str(tree))
    assert (reply.status, reply.out) == (2, "")
    assert reply.err.startswith("treatywatch: the data cannot be used\n")
    assert reply.err.count(f"{tree}/parties.toml:") == 3


def test_check_finds_the_problems_of_bad_data_and_says_one(tmp_path: Path) -> None:
    tree = write_tree(tmp_path, parties='[[party]]\nid = "U"\n')
    reply = ask("check", str(tree), "--format", "json")
    assert (reply.status, reply.err) == (1, "")
    assert reply.document["counts"]["error"] == 2
    assert {finding["line"] for finding in reply.document["findings"]} == {1, 2}


def test_check_says_one_for_warnings_only_where_it_is_strict() -> None:
    assert ask_small("check").status == 0
    assert ask_small("check", "--strict").status == 1
    assert ask("check", str(SMALL), "--strict").status == 1


def test_verify_says_one_and_names_each_fragment_that_is_not_found(tmp_path: Path) -> None:
    text = (SMALL / "texts" / "gazette-2020-07-25.txt").read_text(encoding="utf-8")
    (tmp_path / "gazette-2020-07-25.txt").write_text(text.replace("in early August", "in August"), encoding="utf-8")
    reply = ask_small("sources", "verify", str(tmp_path), "--format", "json")
    assert (reply.status, reply.document["not_found"]) == (1, 1)
    (missing,) = reply.document["sources"]
    assert missing == {
        "id": "gazette-2020-07-25#exit-took-effect",
        "source": "gazette-2020-07-25",
        "at": "P3",
        "fragment": "left the Skies in early August",
    }
    plain = ask_small("sources", "verify", str(tmp_path))
    assert "4 fragments looked up in 1 texts; 1 not found." in plain.out
    assert "left the Skies in early August" in plain.out


def test_verify_says_two_for_a_text_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "gazette-2020-07-25.txt").write_bytes(b"\xff")
    reply = ask_small("sources", "verify", str(tmp_path))
    assert reply.status == 2
    assert "byte 0 is not UTF-8" in reply.err


def test_an_interrupt_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(command: str, context: Context) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "run", interrupt)
    assert ask_small("status").status == 130


def test_an_error_of_the_machine_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(command: str, context: Context) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(commands, "run", fail)
    assert ask_small("status") == (2, "", "treatywatch: input or output: No space left on device\n")


# --- Where options may stand, and what they mean ---


@pytest.mark.parametrize(
    "arguments",
    [
        ["--as-of", "2020-07-25", "--format", "json", "--data", str(SMALL), "status", "skies"],
        ["status", "--as-of", "2020-07-25", "--format", "json", "--data", str(SMALL), "skies"],
        ["status", "skies", "--as-of=2020-07-25", "--format=json", f"--data={SMALL}"],
        f"--data {SMALL} --as-of 1999-01-01 --format csv status skies --as-of 2020-07-25 --format json".split(),
    ],
)
def test_common_options_stand_before_or_after_the_command(arguments: list[str]) -> None:
    assert ask(*arguments) == ask_small("status", "skies", "--as-of", "2020-07-25", "--format", "json")


def test_repeated_options_add_up_before_and_after_the_command() -> None:
    parser = make_parser(commands.COMMANDS)
    given = parser.parse_args(["--data", "a", "--data", "b", "status", "--data", "c", "--according-to", "x"])
    assert (given.data, given.according_to) == (["a", "b", "c"], ["x"])
    given = parser.parse_args(["--according-to", "x", "status", "--according-to", "y"])
    assert given.according_to == ["x", "y"]
    assert parser.parse_args(["status"]).data is None


def test_a_directory_of_ones_own_on_top_of_the_package(tmp_path: Path) -> None:
    (tmp_path / "parties.toml").write_text('[[party]]\nid = "XK"\nname = "Kosovo"\n')
    reply = ask("--data", "builtin", "--data", str(tmp_path), "parties", "--format", "json")
    known = {party["id"] for party in reply.document["parties"]}
    assert {"XK", "RU", "US"} <= known
    assert ask("--data", str(tmp_path), "parties", "--format", "json").document["parties"][0]["id"] == "XK"


def test_data_named_by_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TREATYWATCH_DATA", str(SMALL))
    assert ask("status") == ask_small("status")
    (tmp_path / "parties.toml").write_text('[[party]]\nid = "XK"\nname = "Kosovo"\n')
    monkeypatch.setenv("TREATYWATCH_DATA", f"{SMALL}{os.pathsep}{tmp_path}")
    assert "XK" in ask("parties").out
    assert "XK" not in ask_small("parties").out, "the arguments go before the environment"
    monkeypatch.setenv("TREATYWATCH_DATA", "")
    assert "New START" in ask("status").out


def test_an_exported_catalog_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    assert ask_small("export", "json", "--output", str(file)) == (0, "", "")
    for question in (["status"], ["explain", "skies"], ["export", "json"]):
        assert ask("--data", str(file), *question) == ask_small(*question)


def test_today_is_the_day_asked_about_unless_one_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    before = datetime.now(UTC).date().isoformat()
    asked = ask_small("status", "--format", "json").document["as_of"]
    assert before <= asked <= datetime.now(UTC).date().isoformat()
    monkeypatch.setattr(Context, "today", "2020-07-25")
    assert ask_small("status") == ask_small("status", "--as-of", "2020-07-25")


# --- What is written where ---


@pytest.mark.parametrize("form", ["rich", "json", "csv", "markdown"])
def test_a_file_gets_what_standard_output_would(tmp_path: Path, form: str) -> None:
    file = tmp_path / "answer"
    reply = ask_small("status", "--as-of", "2020-07-25", "--format", form, "--output", str(file))
    assert reply == (0, "", "")
    assert file.read_bytes().decode() == ask_small("status", "--as-of", "2020-07-25", "--format", form).out
    assert [path.name for path in tmp_path.iterdir()] == ["answer"], "nothing is left beside it"
    assert file.stat().st_mode & 0o777 == 0o666 & ~umask()


def umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "answer"
    file.write_text("before")

    def fail(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", fail)
        reply = ask_small("status", "--output", str(file))
    assert (reply.status, reply.err) == (2, f"treatywatch: {file}: No space left on device\n")
    assert file.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["answer"]


def test_a_link_is_followed_and_a_device_stays_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    file, link = tmp_path / "there" / "answer", tmp_path / "link"
    link.symlink_to(file)
    assert ask_small("parties", "--output", str(link)).status == 0
    assert link.is_symlink()
    assert "Türkiye" in file.read_text(encoding="utf-8")
    assert ask_small("parties", "--output", os.devnull) == (0, "", "")
    assert Path(os.devnull).is_char_device()


def test_json_is_the_only_thing_on_standard_output_and_no_locale_changes_it() -> None:
    for environment in ({"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "latin-1"}):
        ran = run("parties", "--format", "json", **environment)
        assert (ran.returncode, ran.stderr) == (0, "")
        assert json.loads(ran.stdout)["parties"][3]["name"] == "Türkiye"


def test_an_answer_that_is_no_table_is_no_csv() -> None:
    reply = ask_small("explain", "skies", "--format", "csv")
    assert (reply.status, reply.out) == (2, "")
    assert "this answer is no table (use --format json or markdown)" in reply.err


def test_text_of_the_data_is_text_and_no_formula() -> None:
    assert "'=HYPERLINK" in ask_small("sources", "--format", "csv").out
    assert "Register of treaties [see note]" in ask_small("sources").out


def test_no_colour_and_nothing_cut_off_a_terminal() -> None:
    for form in ("rich", "json", "csv", "markdown"):
        reply = ask_small("status", "--all-parties", "--format", form)
        assert "\x1b" not in reply.out
        assert "…" not in reply.out


@pytest.mark.parametrize("question", ["status", "--help", "nonsense"])
def test_a_closed_pipe_a_closed_stream_and_a_full_disk_are_no_traceback(question: str) -> None:
    expected = 2 if question == "nonsense" else 0
    for shell, statuses in (
        ("| head -1", {expected}),
        ("| true", {expected}),
        (">&-", {expected}),
        ("2>&-", {expected}),
        (">&- 2>&-", {expected}),
        ("> /dev/full", {2}),
    ):
        ran = run(*question.split(), shell=shell)
        assert "Traceback" not in ran.stderr, shell
        assert "Exception ignored" not in ran.stderr, shell
        assert ran.returncode in statuses, shell


def test_the_same_question_gives_the_same_bytes_on_every_machine() -> None:
    questions = (
        ["status", "--as-of", "2020-07-25"],
        ["history", "skies"],
        ["check", "--format", "json"],
        ["export", "json"],
    )
    for question in questions:
        expected = run(*question).stdout
        for environment in (
            {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8"},
            {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C"},
        ):
            assert run(*question, **environment).stdout == expected


def test_messages_are_printable_whatever_is_asked() -> None:
    for odd in ("\x1b[31m", "\u202e", "\ud800", "\x00", "é" * 500):
        reply = ask_small("status", odd)
        assert reply.status == 2
        assert not set(reply.err) & {"\x1b", "\u202e", "\x00"}


def test_python_m_and_the_function_are_the_same_program() -> None:
    assert run("status", "--as-of", "2020-07-25").stdout == ask_small("status", "--as-of", "2020-07-25").out


def test_output_that_is_no_text_stream_of_python_s_own_is_written_to(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    assert main(["--data", str(SMALL), "parties"]) == 0
    assert "Türkiye" in out.getvalue()


def test_a_hyphen_for_the_file_is_standard_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert ask_small("rules", "--output", "-").out == ask_small("rules").out
    assert list(tmp_path.iterdir()) == []
