"""`diff` and `what-if`: what changed, and what would."""

from treatywatch.catalog.suppositions import read_suppositions
from treatywatch.cli.context import Context
from treatywatch.dates import parse_day
from treatywatch.errors import DataError, QuestionError
from treatywatch.models.document import Document
from treatywatch.reports.answer import Answer, Block
from treatywatch.reports.board import footer
from treatywatch.reports.changes import (
    change_document,
    change_table,
    comparison_table,
    refused_document,
    refused_table,
)
from treatywatch.reports.documents import question, status_document
from treatywatch.snapshot import Catalog
from treatywatch.snapshot.changes import changes, differences, learned

__all__ = ["diff", "what_if"]


def diff(context: Context) -> Answer:
    """Answer with what changed between two days, or with what became known between them and what that changed."""
    given = context.arguments
    try:
        start, end = parse_day(given.first), parse_day(given.second)
    except ValueError as error:
        raise QuestionError(str(error)) from None
    trusted = given.according_to or None
    catalog = context.catalog
    treaties = list(dict.fromkeys(catalog.contents.treaty(name).id for name in given.treaties))
    treaties = treaties or sorted(catalog.contents.treaties)
    compared = treaties if given.treaties else [*treaties, None]
    if given.knowledge:
        if given.known_by is not None:
            raise QuestionError("with --knowledge the two days are those of knowledge", "leave --known-by out")
        as_of = context.today if given.as_of is None else given.as_of
        after = catalog.at(as_of, known_by=end, according_to=trusted)
        found = learned(lambda day: catalog.at(as_of, known_by=day, according_to=trusted), start, end, compared)
    else:
        if given.as_of is not None:
            raise QuestionError("a diff is between two days", "leave --as-of out, or add --knowledge")
        before, after = (catalog.at(day, known_by=given.known_by, according_to=trusted) for day in (start, end))
        found = changes(before, after, compared)
    document = {
        **question(after),
        "from": start.isoformat(),
        "to": end.isoformat(),
        "knowledge": bool(given.knowledge),
        "changes": [change_document(change) for change in found],
    }
    asked = [after.status(name) for name in treaties]
    blocks = (change_table(found, names=len(treaties) > 1), footer(after, asked))
    return Answer(document, blocks)


def what_if(context: Context) -> Answer:
    """Answer with how a treaty stands, how it would stand under suppositions, and which of these have no effect in law."""
    given, baseline = context.arguments, context.snapshot
    treaty = context.catalog.contents.treaty(given.treaty).id
    facts = _suppositions(context.catalog, given.suppose or [], given.with_file or [], treaty)
    supposed = context.catalog.suppose(facts).at(
        baseline.as_of, known_by=baseline.known_by, according_to=baseline.according_to
    )
    touched = _touched(context.catalog, [treaty, *(event.treaty for event in facts.events if event.treaty)])
    found = differences(baseline, supposed, touched)
    refused = [one for name in touched for one in supposed.refused(name)]
    before, after = baseline.status(treaty), supposed.status(treaty)
    document = {
        **question(supposed),
        "baseline": status_document(before),
        "supposed": status_document(after),
        "changes": [change_document(change) for change in found],
        "refused": [refused_document(one) for one in refused],
    }
    blocks: list[Block] = [comparison_table(before, after)]
    blocks += [refused_table(refused)] if refused else []
    blocks.append(change_table(found, title="Changes", names=len(touched) > 1))
    return Answer(document, (*blocks, footer(supposed, [after])))


def _suppositions(catalog: Catalog, lines: list[str], files: list[str], treaty: str) -> Document:
    try:
        return read_suppositions(catalog.contents, lines, files, treaty)
    except DataError as error:
        raise QuestionError(f"what is supposed cannot be used\n{error}") from None


def _touched(catalog: Catalog, treaties: list[str]) -> list[str]:
    """Return treaties with those whose beginning or end hangs on them, and so on."""
    found = list(dict.fromkeys(treaties))
    for name in found:
        for treaty in catalog.contents.treaties.values():
            terms = treaty.terms
            hangs_on = (terms.duration.superseded_by, terms.duration.ends_with, terms.entry_into_force.with_treaty)
            if name in hangs_on and treaty.id not in found:
                found.append(treaty.id)
    return found
