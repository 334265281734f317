"""The parser: commands, and the options that every question has. Loads nothing but argparse."""

import argparse
from collections.abc import Callable

from treatywatch._version import __version__

__all__ = ["FORMATS", "common", "make_parser"]

FORMATS = ("rich", "json", "csv", "markdown", "claimreview")

_COMMON: dict[str, object] = {
    "data": [],
    "as_of": None,
    "known_by": None,
    "according_to": [],
    "format": "rich",
    "output": None,
    "color": "auto",
}


class _Parser(argparse.ArgumentParser):
    """Reports bad usage like the other problems: one line, exit status 2."""

    def __init__(self, **options: object) -> None:
        super().__init__(**options, allow_abbrev=False)  # type: ignore[arg-type]


def common(parser: argparse.ArgumentParser, *, top: bool = False) -> None:
    """Add the options that may stand before or after the command."""
    group = parser.add_argument_group("common options, before or after the command")

    def add(flag: str, **options: object) -> None:
        name = flag.lstrip("-").replace("-", "_")
        default = _COMMON[name] if top else argparse.SUPPRESS
        if isinstance(default, list):
            default = None
        group.add_argument(flag, default=default, **options)  # type: ignore[arg-type]

    add(
        "--data",
        metavar="PATH",
        action=_Gather,
        help="a data directory or JSON file; repeat to lay one on another; `builtin` is the package's own",
    )
    add("--as-of", metavar="DATE", help="the day asked about, YYYY-MM-DD (default: today, UTC)")
    add("--known-by", metavar="DATE", help="believe only what was public by this day")
    add("--according-to", metavar="SOURCE", action=_Gather, help="believe only this source; repeat for several")
    add("--format", choices=FORMATS, help="how to write the answer (default: rich, plain off a terminal)")
    add("--output", metavar="FILE", help="write the answer to this file (-: standard output)")
    add("--color", choices=("auto", "always", "never"), help="colour on a terminal (NO_COLOR is honoured)")


class _Gather(argparse.Action):
    """Gather repeated options into one list, whether they stand before or after the command."""

    def __call__(
        self, parser: object, namespace: argparse.Namespace, values: object, option: str | None = None
    ) -> None:
        setattr(namespace, self.dest, [*(getattr(namespace, self.dest, None) or []), values])


class _Remembering(argparse._SubParsersAction):  # type: ignore[type-arg]
    """Hand what the options before a command gathered to the parser of the command."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: object, option: str | None = None
    ) -> None:
        before = {name: getattr(namespace, name, None) for name in ("data", "according_to")}
        super().__call__(parser, namespace, values, option)  # type: ignore[arg-type]
        for name, gathered in before.items():
            after = getattr(namespace, name, None)
            if gathered and after is not gathered:
                setattr(namespace, name, [*gathered, *(after or [])])


def make_parser(commands: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]]) -> argparse.ArgumentParser:
    """Return the parser for the commands given, each with its help line and what adds its arguments."""
    parser = _Parser(
        prog="treatywatch",
        description="How treaties stand on any day, party by party, and why.",
        epilog="Exit status: 0 answered, 1 a check found something, 2 bad usage or unreadable data.",
    )
    parser.add_argument("--version", action="version", version=f"treatywatch {__version__}")
    common(parser, top=True)
    subparsers = parser.add_subparsers(
        dest="command", metavar="COMMAND", required=True, parser_class=_Parser, action=_Remembering
    )
    for name, (help_line, add_arguments) in commands.items():
        made = subparsers.add_parser(name, help=help_line, description=help_line)
        add_arguments(made)
        common(made)
    return parser
