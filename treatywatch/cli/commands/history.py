"""`timeline`, `history` and `explain`: one treaty over time, and why."""

from treatywatch.cli.context import Context
from treatywatch.errors import QuestionError
from treatywatch.reports.answer import Answer, Block
from treatywatch.reports.boards import explanation_tree, footer, intervals_table, occurrences_table
from treatywatch.reports.documents import explanation_document, interval_document, occurrence_documents, question
from treatywatch.reports.timeline import timeline_of, timeline_of_all
from treatywatch.snapshot import Interval

__all__ = ["explain", "history", "timeline"]


def _intervals(context: Context) -> tuple[str, dict[str | None, tuple[Interval, ...]]]:
    """Return the treaty's id, and the intervals of the treaty and of its parties, or of the party asked about."""
    given, snapshot = context.arguments, context.snapshot
    treaty = snapshot.view.contents.treaty(given.treaty).id
    if given.party is not None:
        who = snapshot.view.contents.party(given.party).id
        return treaty, {who: snapshot.intervals(treaty, who)}
    parties = snapshot.history(treaty).parties
    return treaty, {party: snapshot.intervals(treaty, party) for party in (None, *parties)}


def timeline(context: Context) -> Answer:
    """Answer with the intervals of the treaty and of every party, or of one; of all treaties where none is named."""
    given, snapshot = context.arguments, context.snapshot
    if given.treaty is None:
        return _all(context)
    answer = history(context)
    drawn = timeline_of(snapshot, given.treaty, given.party)
    return answer._replace(blocks=(drawn, footer(snapshot, [snapshot.status(given.treaty)])))


def _all(context: Context) -> Answer:
    """Answer with every treaty's timeline, or with one state's part in each."""
    given, snapshot = context.arguments, context.snapshot
    who = snapshot.view.contents.party(given.party).id if given.party is not None else None
    names = [treaty.id for treaty in snapshot.treaties]
    if who is not None:
        names = [name for name in names if who in snapshot.history(name).parties]
    document = {
        **question(snapshot),
        "timelines": [
            {
                "treaty": name,
                "intervals": [interval_document(interval) for interval in snapshot.intervals(name, who)],
                "occurrences": occurrence_documents(snapshot.occurrences(name)),
            }
            for name in names
        ],
    }
    drawn = timeline_of_all(snapshot, names, who)
    return Answer(document, (drawn, footer(snapshot, [snapshot.status(name) for name in names])))


def history(context: Context) -> Answer:
    """Answer with what happened and what followed."""
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
    blocks.append(occurrences_table(short, acts))
    for party, line in lines.items():
        shown = party is None or context.arguments.party or len(line) > 2 or len(lines) < 10
        if shown:
            blocks.append(intervals_table(short if party is None else f"{short}: {contents.parties[party].name}", line))
    blocks.append(footer(snapshot, [snapshot.status(treaty)]))
    return Answer(document, tuple(blocks))


def explain(context: Context) -> Answer:
    """Answer with the reasons for a status, or for a position on an issue."""
    given, snapshot = context.arguments, context.snapshot
    if given.issue:
        return _explain_position(context)
    if given.treaty is None:
        raise QuestionError("nothing named to explain", "name a treaty, or an issue with --issue")
    why = snapshot.explain(given.treaty, given.party)
    document = {**question(snapshot), **explanation_document(why)}
    return Answer(document, (explanation_tree(why), footer(snapshot, [snapshot.status(given.treaty)])))


def _explain_position(context: Context) -> Answer:
    given, snapshot = context.arguments, context.snapshot
    contents = snapshot.view.contents
    about = contents.issue(given.issue)
    if given.treaty and about.treaty != contents.treaty(given.treaty).id:
        raise QuestionError(f"the issue {about.id} is not about {contents.treaty(given.treaty).short_title}")
    why = snapshot.explain_position(about.id, given.party)
    return Answer({**question(snapshot), **explanation_document(why)}, (explanation_tree(why), footer(snapshot)))
