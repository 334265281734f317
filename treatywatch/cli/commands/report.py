"""`report`: pages to read in a browser or on paper."""

import importlib.util
import sys

from treatywatch.cli.context import Context
from treatywatch.errors import QuestionError
from treatywatch.models import Position
from treatywatch.reports.answer import Answer, Text
from treatywatch.reports.documents import question, status_document
from treatywatch.snapshot import Catalog

__all__ = ["report"]


def report(context: Context) -> Answer:
    """Answer with a page on the treaties named, or on all."""
    given, snapshot = context.arguments, context.snapshot
    if given.format not in ("rich", "json"):
        raise QuestionError("report html is a page of its own", "use --format with status, show, timeline or positions")
    if importlib.util.find_spec("jinja2") is None:
        raise QuestionError("report html needs jinja2", 'pip install "treatywatch[html]"')
    if given.format == "rich" and given.output is None and sys.stdout.isatty():
        raise QuestionError("a page is a file", "report html --output report.html")
    from treatywatch.reports.html import page

    found = [snapshot.status(name) for name in given.treaties] if given.treaties else list(snapshot.statuses())
    found = list({status.id: status for status in found}.values())
    document = {**question(snapshot), "treaties": [status_document(status) for status in found]}
    if given.format == "json":
        return Answer(document, ())
    articles = _articles(context.catalog, {status.id for status in found})
    cards = snapshot.factcheck(*articles) if articles else ()
    return Answer(document, (Text("A page in HTML."),), content=page(snapshot, found, cards))


def _articles(catalog: Catalog, treaties: set[str]) -> list[str]:
    """Return the sources that are curated whole, fact by fact under their own name, and speak of one of the treaties."""
    document = catalog.document
    found = set()
    for fact in (*document.events, *document.positions, *document.statuses, *document.terms):
        source, mark, _ = fact.id.partition("#")
        about = getattr(fact, "treaty", None)
        if isinstance(fact, Position):
            about = catalog.contents.issues[fact.issue].treaty
        if mark and source in fact.sources and about in treaties:
            found.add(source)
    return sorted(found)
