"""`check`: problems and findings of data."""

from collections.abc import Sequence

from treatywatch.catalog.load import read_contents
from treatywatch.cli.context import Context
from treatywatch.errors import Problem
from treatywatch.reports.answer import Answer
from treatywatch.reports.boards import findings_table
from treatywatch.reports.documents import SCHEMA_VERSION, finding_document
from treatywatch.snapshot import Catalog

__all__ = ["check"]


def check(context: Context) -> Answer:
    """Answer with everything that is wrong with the data, or, where they can be used, with what does not fit together."""
    given = context.arguments
    contents, problems = read_contents(given.paths or context.data)
    found: Sequence[Problem] = problems
    if contents is not None:
        found = Catalog(contents).at(given.as_of or context.today).findings()
    counts = {
        severity: sum(problem.severity == severity for problem in found) for severity in ("error", "warning", "info")
    }
    document = {
        "schema_version": SCHEMA_VERSION,
        "findings": [finding_document(problem) for problem in found],
        "counts": counts,
    }
    failed = counts["error"] or (given.strict and counts["warning"])
    return Answer(document, tuple(findings_table(found)), 1 if failed else 0)
