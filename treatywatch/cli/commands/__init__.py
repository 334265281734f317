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
    parser.add_argument("--all", action="store_true", help="list the treaties that have ended with the others")


def _timeline(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "treaty",
        nargs="?",
        metavar="TREATY",
        help="a treaty's id, short title, title or alias (default: all, side by side)",
    )
    parser.add_argument("--party", metavar="P", help="only this state")


def _show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("treaty", metavar="TREATY", help="a treaty's id, short title, title or alias")


def _report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("form", choices=("html",), metavar="FORM", help="html: one file that needs nothing else")
    _treaties(parser)


def _treaty(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("treaty", metavar="TREATY", help="a treaty's id, short title, title or alias")
    parser.add_argument("--party", metavar="P", help="the state asked about (default: the treaty as a whole)")


def _explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("treaty", nargs="?", metavar="TREATY", help="a treaty's id, short title, title or alias")
    parser.add_argument(
        "--party", metavar="P", help="the state asked about (default: the treaty, or the issue, as a whole)"
    )
    parser.add_argument("--issue", metavar="I", help="explain the positions on this issue instead of a status")


def _positions(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("treaty", nargs="?", metavar="TREATY", help="only issues about this treaty (default: all)")
    parser.add_argument("--party", metavar="P", help="only where this state stands")
    parser.add_argument("--issue", metavar="I", help="only this issue; `treatywatch issues` lists them")
    parser.add_argument("--history", action="store_true", help="every statement in order, with shifts marked")


def _countdown(parser: argparse.ArgumentParser) -> None:
    _treaties(parser)
    parser.add_argument(
        "--within", metavar="P90D", help="only what is at most this far away; exit status 1 where there is something"
    )
    parser.add_argument("--past", action="store_true", help="what has run out, and how long ago")
    parser.add_argument(
        "--kind", metavar="KIND", action="append", help="only this kind, such as expiry or recurring; repeatable"
    )


def _diff(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("first", metavar="DATE", help="the earlier day, YYYY-MM-DD")
    parser.add_argument("second", metavar="DATE", help="the later day")
    _treaties(parser)
    parser.add_argument(
        "--knowledge",
        action="store_true",
        help="what became public between the days, and what that changed as of one day",
    )


def _what_if(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("treaty", metavar="TREATY", help="a treaty's id, short title, title or alias")
    parser.add_argument(
        "--suppose",
        metavar="FACT",
        action="append",
        help='TYPE key=value ..., such as "extension date=2021-02-03 until=2026-02-05"; repeatable',
    )
    parser.add_argument(
        "--with", metavar="FILE", dest="with_file", action="append", help="a TOML file of [[event]] tables; repeatable"
    )


def _lineage(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("treaty", metavar="TREATY", help="a treaty's id, short title, title or alias")


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="data directories or JSON files to check (default: the data in use); a .toml file is checked against all the others",
    )
    parser.add_argument("--strict", action="store_true", help="exit with 1 for warnings too")
    parser.add_argument(
        "--stale-after",
        metavar="P180D",
        help="warn of treaties last verified longer than this before the day asked about",
    )


def _new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("article",), metavar="WHAT", help="article: the file of one article")
    parser.add_argument("name", nargs="?", metavar="ID", help="the source's id, such as press-tv-2020-04-14")


def _factcheck(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sources",
        nargs="*",
        metavar="SOURCE",
        help="a source's id (default: all, with the facts that are contradicted); --format claimreview writes schema.org ClaimReview "
        "without `url`, which is for whoever publishes it",
    )


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
        "what",
        choices=("json", "ics", "svg", "compiled"),
        metavar="FORMAT",
        help="json: the whole catalog as one file that --data reads; ics: the deadlines as a calendar; "
        "svg timeline: a drawing for a paper or a slide; compiled: the form that the package starts from, for "
        "compiled.json in the data directory",
    )
    parser.add_argument(
        "treaties", nargs="*", metavar="TREATY", help="ics, svg timeline: only these treaties (default: all)"
    )
    parser.add_argument("--history", action="store_true", help="ics: past events too")


def _nothing(parser: argparse.ArgumentParser) -> None:
    pass


COMMANDS: dict[str, tuple[str, Arguments]] = {
    "status": ("How treaties stand on a day, with the time left or gone by.", _status),
    "show": ("Everything about one treaty: terms, parties, years, events, deadlines, disagreements.", _show),
    "report": ("Write a report to read in a browser or on paper: report html --output report.html", _report),
    "countdown": ("What runs out when: every deadline, soonest first; or what has run out.", _countdown),
    "diff": ("What changed between two days, or between two states of knowledge.", _diff),
    "what-if": ("What would change if: a treaty under suppositions, beside how it stands.", _what_if),
    "timeline": ("The statuses of a treaty or party over time, drawn to scale.", _timeline),
    "history": ("What happened to a treaty, and what followed.", _treaty),
    "lineage": ("What came before a treaty and what came after it.", _lineage),
    "explain": ("Why a treaty or party stands as it does: rules, law, facts, sources.", _explain),
    "positions": ("Where each party stands on the issues, and how it moved.", _positions),
    "check": ("What is wrong with data, or does not fit together.", _check),
    "new": ("Write a skeleton to fill in: new article ID --output articles/ID.toml", _new),
    "factcheck": ("What a source says, fact by fact, against the record: then and now.", _factcheck),
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
    "show": "show",
    "report": "report",
    "countdown": "countdown",
    "diff": "changes",
    "what-if": "changes",
    "timeline": "history",
    "history": "history",
    "lineage": "lineage",
    "explain": "history",
    "positions": "positions",
    "check": "check",
    "new": "new",
    "factcheck": "factcheck",
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
    answer: Answer = getattr(home, command.replace("-", "_"))(context)
    return answer
