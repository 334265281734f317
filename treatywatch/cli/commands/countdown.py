"""`countdown`: what is to come, and what has run out."""

from treatywatch.catalog.names import did_you_mean
from treatywatch.cli.context import Context
from treatywatch.dates import Term
from treatywatch.errors import QuestionError
from treatywatch.reports.answer import Answer
from treatywatch.reports.board import footer
from treatywatch.reports.countdowns import countdown_table, none_words
from treatywatch.reports.documents import countdown_document, question
from treatywatch.rules.deadlines import KINDS
from treatywatch.snapshot import Countdown, Snapshot

__all__ = ["countdown"]


def countdown(context: Context) -> Answer:
    """Answer with the deadlines of the treaties named, or of all; exit status 1 where `--within` found one."""
    given, snapshot = context.arguments, context.snapshot
    term = _term(given.within)
    for kind in given.kind or ():
        if kind not in KINDS:
            hint = did_you_mean(kind, KINDS) or f"known are {', '.join(KINDS)}"
            raise QuestionError(f"no kind of deadline is called {kind!r}", hint)
    find = snapshot.passed if given.past else snapshot.deadlines
    contents = snapshot.view.contents
    names = {contents.treaty(name).id for name in given.treaties}
    found = [
        counted
        for counted in find()
        if (not names or counted.deadline.treaty in names)
        and (not given.kind or counted.deadline.kind in given.kind)
        and (term is None or _inside(counted, snapshot, term))
    ]
    document = {**question(snapshot), "deadlines": [countdown_document(counted) for counted in found]}
    none = none_words(snapshot, term.words if term else None, past=given.past)
    asked = [snapshot.status(name) for name in sorted(names or {one.deadline.treaty for one in found})]
    blocks = (countdown_table(found, past=given.past, none=none), footer(snapshot, asked))
    return Answer(document, blocks, 1 if term and found else 0)


def _term(text: str | None) -> Term | None:
    try:
        return Term(text) if text is not None else None
    except ValueError as error:
        raise QuestionError(f"--within: {error}") from None


def _inside(counted: Countdown, snapshot: Snapshot, term: Term) -> bool:
    """Tell whether a deadline may come within the time from the day asked about, or may have come within it before."""
    day = counted.deadline.date
    if snapshot.as_of < day.latest or counted.days_max >= 0 > counted.days_min:
        return day.earliest <= term.after(snapshot.as_of)
    return day.latest >= term.before(snapshot.as_of)
