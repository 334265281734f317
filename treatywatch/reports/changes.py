"""Changes, suppositions and what was refused of them: documents for scripts, tables for people."""

from collections.abc import Iterable, Sequence
from typing import Any

from treatywatch.reports.answer import Cell, Column, Table, Tone
from treatywatch.reports.board import days_words
from treatywatch.reports.countdowns import some_words
from treatywatch.snapshot import Refused, TreatyStatus
from treatywatch.snapshot.changes import Change
from treatywatch.snapshot.words import STATUS_WORDS, date_words, join, since_words

__all__ = ["change_document", "change_table", "comparison_table", "refused_document", "refused_table"]

_TONES: dict[str, Tone] = {"status": "strong", "deadline": "warn", "position": "", "event": "dim"}


def change_document(change: Change) -> dict[str, Any]:
    """Return one change."""
    return {
        "date": str(change.date),
        "kind": change.kind,
        "what": change.what,
        "treaty": change.treaty,
        "party": change.party,
        "before": change.before,
        "after": change.after,
        "summary": change.summary,
        "rule": change.rule,
        "sources": list(change.sources),
        "because": list(change.because),
        "hypothetical": change.hypothetical,
    }


def refused_document(refused: Refused) -> dict[str, Any]:
    """Return one supposition that has no effect in law, and why."""
    act = refused.act
    return {
        "treaty": refused.treaty,
        "occurrence": act.id,
        "type": act.type,
        "party": act.party,
        "date": str(act.date),
        "rule": refused.rule,
        "statement": refused.statement,
        "authority": list(refused.authority),
        "code": refused.code,
        "reason": refused.reason,
        "hypothetical": True,
    }


def change_table(changes: Sequence[Change], *, title: str = "", names: bool = True) -> Table:
    """Return the table of changes, which says in a sentence where there is none."""
    columns = (
        Column("Date"),
        Column("Kind", optional=True),
        *((Column("Treaty"),) if names else ()),
        Column("Before"),
        Column("After"),
        Column("What"),
        Column("Rule", optional=True),
        Column("Sources", optional=True),
    )
    rows = tuple(
        (
            Cell(date_words(change.date)),
            Cell(change.kind, "dim"),
            *((Cell(change.treaty or ""),) if names else ()),
            Cell(change.before or ""),
            Cell(change.after or ""),
            Cell(f"{change.summary}{' (supposed)' if change.hypothetical else ''}", _TONES[change.kind]),
            Cell(change.rule or "", "dim"),
            Cell(", ".join(change.sources), "dim", short=some_words(change.sources)),
        )
        for change in changes
    )
    return Table(title, columns, rows, empty=f"{title}: none." if title else "Nothing changed.")


def comparison_table(baseline: TreatyStatus, supposed: TreatyStatus) -> Table:
    """Return how a treaty stands beside how it would stand: status, parties and deadlines, row by row."""
    one, other = dict(_rows(baseline)), dict(_rows(supposed))
    names = [*other, *(name for name in one if name not in other)]
    rows = []
    for name in names:
        before, after = one.get(name, ""), other.get(name, "")
        rows.append((Cell(name), Cell(before), Cell(after, "strong" if before != after else "dim")))
    mark = " (supposed)" if supposed.hypothetical else ""
    return Table(baseline.short_title, (Column(""), Column("As it is"), Column(f"As it would be{mark}")), tuple(rows))


def _rows(status: TreatyStatus) -> Iterable[tuple[str, str]]:
    words = join((STATUS_WORDS[word] for word in status.possible), "or")
    yield "Status", words + (f" {since_words(status.since)}" if status.since else "")
    if status.flags:
        yield "Flags", join(status.flags)
    for party in status.parties:
        flags = f" ({join(party.flags)})" if party.flags else ""
        yield party.name, join(party.possible, "or") + flags
    for counted in status.deadlines:
        if counted.deadline.kind != "recurring":
            yield counted.summary, f"{date_words(counted.deadline.date)}, in {days_words(counted)}"


def refused_table(refused: Iterable[Refused]) -> Table:
    """Return what has no effect, with the rule that says so."""
    columns = (Column("Supposed"), Column("Date"), Column("No effect, because"), Column("Rule"), Column("Authority"))
    rows = tuple(
        (
            Cell(one.act.type + (f" by {one.who}" if one.who else ""), "strong"),
            Cell(date_words(one.act.date)),
            Cell(one.reason, "bad"),
            Cell(f"{one.rule}: {one.statement}", "dim", short=one.rule),
            Cell(join(one.authority), "dim"),
        )
        for one in refused
    )
    return Table("Refused", columns, rows)
