"""The command line: arguments -> snapshot -> report. Only here the clock and the environment are read."""

from treatywatch.cli.main import main

__all__ = ["main"]
