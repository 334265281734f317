"""The commands: a file for each group. What they need is imported when one is run."""

import argparse
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from treatywatch.cli.context import Context
    from treatywatch.reports.answer import Answer

__all__ = ["COMMANDS", "run"]

Arguments = Callable[[argparse.ArgumentParser], None]


def _treaties(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "treaties", nargs="*", metavar="TREATY", help="a treaty's id, short title, title or alias (default: all)"
    )


def _status(parser: argparse.ArgumentParser) -> None:
    _treaties(parser)
    parser.add_argument("--party", metavar="P", help="only how this state stands")
    parser.add_argument("--all-parties", action="store_true", help="list every party, not only those that stand out")
    parser.add_argument(
        "--status", metavar="CODE", action="append", dest="with_status", help="only treaties of this status; repeatable"
    )
    parser.add_argument("--subject", metavar="S", help="only treaties on this subject")


def _treaty(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("treaty", metavar="TREATY", help="a treaty's id, short title, title or alias")
    parser.add_argument("--party", metavar="P", help="the state asked about (default: the treaty as a whole)")


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="data directories or JSON files to check (default: the data in use)"
    )
    parser.add_argument("--strict", action="store_true", help="exit with 1 for warnings too")


def _sources(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "name",
        nargs="?",
        metavar="ID",
        help="one source; or `verify`, to look up every fact's fragment in its source's text",
    )
    parser.add_argument("directory", nargs="?", metavar="DIR", help="with `verify`: a directory of texts, ID.txt each")


def _schema(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "kind",
        nargs="?",
        default="document",
        metavar="KIND",
        help="document (default), party, source, issue, treaty, event, position, status or term",
    )


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what", choices=("json",), metavar="FORMAT", help="json: the whole catalog as one file that --data reads"
    )


def _nothing(parser: argparse.ArgumentParser) -> None:
    pass


COMMANDS: dict[str, tuple[str, Arguments]] = {
    "status": ("How treaties stand on a day, with the time left or gone by.", _status),
    "timeline": ("The statuses of a treaty or party over time.", _treaty),
    "history": ("What happened to a treaty, and what followed.", _treaty),
    "explain": ("Why a treaty or party stands as it does: rules, law, facts, sources.", _treaty),
    "check": ("What is wrong with data, or does not fit together.", _check),
    "sources": ("The bibliography; `sources verify DIR` looks up every fragment.", _sources),
    "rules": ("The rules, each with its authority in law.", _nothing),
    "issues": ("The issues that parties take positions on.", _nothing),
    "parties": ("The states, present and former.", _nothing),
    "schema": ("The JSON Schemas of the data files.", _schema),
    "export": ("Write the catalog out.", _export),
}
"""Every command: its help line, and what adds its arguments."""

_HOMES = {
    "status": "status",
    "timeline": "history",
    "history": "history",
    "explain": "history",
    "check": "check",
    "sources": "lists",
    "rules": "lists",
    "issues": "lists",
    "parties": "lists",
    "schema": "data",
    "export": "data",
}


def run(command: str, context: "Context") -> "Answer":
    """Run a command: the function of its name in the file of its group."""
    home = import_module(f"{__name__}.{_HOMES[command]}")
    answer: Answer = getattr(home, command)(context)
    return answer
