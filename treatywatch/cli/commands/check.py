"""`check`: problems and findings of data, or of one file while it is being written."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from treatywatch.catalog.load import read_contents
from treatywatch.cli.context import Context
from treatywatch.dates import Term
from treatywatch.errors import Problem, QuestionError
from treatywatch.reports.answer import Answer
from treatywatch.reports.boards import findings_table
from treatywatch.reports.documents import SCHEMA_VERSION, finding_document
from treatywatch.snapshot import Catalog
from treatywatch.snapshot.findings import curation

__all__ = ["check"]


def check(context: Context) -> Answer:
    """Answer with everything that is wrong with the data, or, where they can be used, with what does not fit together."""
    given = context.arguments
    stale_after = _term(given.stale_after)
    files = [Path(path) for path in given.paths if _is_single(path)]
    directories = [path for path in given.paths if not _is_single(path)] or context.data
    contents, problems = read_contents(directories, files)
    found: Sequence[Problem] = problems
    if contents is not None:
        found = _findings(context, Catalog(contents), stale_after)
        if files:
            before, _ = read_contents(directories, files, without=True)
            known = _findings(context, Catalog(before), stale_after) if before is not None else []
            found = _brought_in(found, known, files)
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


def _is_single(path: str) -> bool:
    """Tell whether a path is one file of a data directory, and no catalog by itself."""
    return Path(path).suffix == ".toml" and not Path(path).is_dir()


def _term(text: str | None) -> Term | None:
    if text is None:
        return None
    try:
        return Term(text)
    except ValueError as error:
        raise QuestionError(str(error)) from None


def _findings(context: Context, catalog: Catalog, stale_after: Term | None) -> list[Problem]:
    given = context.arguments
    day_asked = given.as_of or context.today
    snapshot = catalog.at(day_asked, known_by=given.known_by, according_to=given.according_to or None)
    day: date = snapshot.as_of
    return [*snapshot.findings(), *curation(snapshot.view, day, stale_after)]


def _brought_in(found: Sequence[Problem], known: Sequence[Problem], files: Sequence[Path]) -> list[Problem]:
    """Return what stands in the files, and what there would not be without them."""
    names = {str(file) for file in files}
    before = {(problem.code, problem.message) for problem in known}
    return [problem for problem in found if problem.file in names or (problem.code, problem.message) not in before]
