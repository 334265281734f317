"""What a command is asked: its arguments, the catalog they name, the day it is."""

import argparse
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cached_property

from treatywatch.catalog.compiled import load_compiled
from treatywatch.catalog.read import builtin_directory
from treatywatch.snapshot import Catalog, Snapshot, load

__all__ = ["Context"]

_READS_ANSWERS_ALONE = frozenset(
    {"status", "timeline", "history", "explain", "countdown", "positions", "diff", "lineage"}
)
"""Commands that are answered from a snapshot, and so need no more of the package's data than their compiled form."""


class Context:
    """The arguments of one call, and what they lead to, made when first asked for."""

    def __init__(self, arguments: argparse.Namespace, environment: Mapping[str, str]) -> None:
        self.arguments = arguments
        self.environment = environment

    @cached_property
    def data(self) -> tuple[str, ...]:
        """The data paths: the arguments', else those of TREATYWATCH_DATA, else none for the package's own."""
        given = self.arguments.data
        if given:
            return tuple(given)
        named = self.environment.get("TREATYWATCH_DATA", "")
        return tuple(path for path in named.split(os.pathsep) if path)

    @cached_property
    def catalog(self) -> Catalog:
        """The catalog asked about; of the package's own data the compiled form where it is up to date and does."""
        if not self.data and self.arguments.command in _READS_ANSWERS_ALONE:
            compiled = load_compiled(builtin_directory())
            if compiled is not None:
                return Catalog(compiled)
        return load(*self.data)

    @cached_property
    def today(self) -> str:
        """Today in UTC: the only place where the clock is read."""
        return datetime.now(UTC).date().isoformat()

    @cached_property
    def snapshot(self) -> Snapshot:
        """What stands on the day asked about."""
        given = self.arguments
        day = self.today if given.as_of is None else given.as_of
        return self.catalog.at(day, known_by=given.known_by, according_to=given.according_to or None)
