"""`timeline`, `history` and `explain`: one treaty over time, and why."""

from treatywatch.cli.context import Context
from treatywatch.reports.answer import Answer, Block
from treatywatch.reports.boards import explanation_tree, footer, intervals_table, occurrences_table
from treatywatch.reports.documents import explanation_document, interval_document, occurrence_documents, question
from treatywatch.snapshot import Interval

__all__ = ["explain", "history", "timeline"]


def _intervals(context: Context) -> tuple[str, dict[str | None, tuple[Interval, ...]]]:
    """Return the treaty's id, and the intervals of the treaty and of its parties, or of the party asked about."""
    given, snapshot = context.arguments, context.snapshot
    treaty = snapshot.view.contents.treaty(given.treaty).id
    if given.party:
        who = snapshot.view.contents.party(given.party).id
        return treaty, {who: snapshot.intervals(treaty, who)}
    parties = snapshot.history(treaty).parties
    return treaty, {party: snapshot.intervals(treaty, party) for party in (None, *parties)}


def timeline(context: Context) -> Answer:
    """Answer with the intervals of the treaty and of every party, or of one."""
    return _over_time(context, events=False)


def history(context: Context) -> Answer:
    """Answer with what happened and what followed."""
    return _over_time(context, events=True)


def _over_time(context: Context, *, events: bool) -> Answer:
    snapshot = context.snapshot
    treaty, lines = _intervals(context)
    acts = snapshot.occurrences(treaty)
    if context.arguments.party:
        who = next(iter(lines))
        acts = tuple(act for act in acts if act.party in (who, None))
    document = {
        **question(snapshot),
        "treaty": treaty,
        "intervals": [interval_document(interval) for line in lines.values() for interval in line],
        "occurrences": occurrence_documents(acts),
    }
    contents = snapshot.view.contents
    short = contents.treaties[treaty].short_title
    blocks: list[Block] = []
    if events:
        blocks.append(occurrences_table(short, acts))
    for party, line in lines.items():
        shown = party is None or context.arguments.party or len(line) > 2 or len(lines) < 10
        if shown:
            blocks.append(intervals_table(short if party is None else f"{short}: {contents.parties[party].name}", line))
    blocks.append(footer(snapshot, [snapshot.status(treaty)]))
    return Answer(document, tuple(blocks))


def explain(context: Context) -> Answer:
    """Answer with the reasons for a status."""
    given, snapshot = context.arguments, context.snapshot
    why = snapshot.explain(given.treaty, given.party)
    document = {**question(snapshot), **explanation_document(why)}
    return Answer(document, (explanation_tree(why), footer(snapshot, [snapshot.status(given.treaty)])))
