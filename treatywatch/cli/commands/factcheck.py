"""`factcheck`: what a source says, held against the record."""

from treatywatch.cli.context import Context
from treatywatch.reports.answer import Answer
from treatywatch.reports.claimreview import claim_reviews
from treatywatch.reports.documents import question
from treatywatch.reports.factcheck import factcheck_blocks, factcheck_document, total

__all__ = ["factcheck"]


def factcheck(context: Context) -> Answer:
    """Answer with a verdict on each fact of the sources named, or of all; exit status 1 where one is contradicted."""
    given, snapshot = context.arguments, context.snapshot
    contents = snapshot.view.contents
    cards = snapshot.factcheck(*given.sources)
    document = {**question(snapshot), **factcheck_document(cards)}
    blocks = factcheck_blocks(cards, every=bool(given.sources))
    content = claim_reviews(cards, contents.sources, snapshot.as_of) if given.format == "claimreview" else None
    return Answer(document, blocks, 1 if total(cards)["contradicted"] else 0, content)
