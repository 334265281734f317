"""Verdicts as JSON, and as tables: each fact beside what the record says, and a scorecard."""

from collections.abc import Sequence
from typing import Any

from treatywatch.models.source import Source
from treatywatch.reports.answer import Block, Cell, Column, Table, Tone, Tree
from treatywatch.reports.documents import evidence_document
from treatywatch.snapshot.factcheck import VERDICTS, FactVerdict, Scorecard, Verdict
from treatywatch.snapshot.words import date_words

__all__ = ["factcheck_blocks", "factcheck_document", "total"]

_TONES: dict[Verdict, Tone] = {"confirmed": "good", "consistent": "", "contradicted": "bad", "unverified": "dim"}


def total(cards: Sequence[Scorecard]) -> dict[Verdict, int]:
    """Return how many facts of all sources got each verdict."""
    return {verdict: sum(card.counts[verdict] for card in cards) for verdict in VERDICTS}


def factcheck_document(cards: Sequence[Scorecard]) -> dict[str, Any]:
    """Return the verdicts of every source, and their counts."""
    return {"sources": [_source(card) for card in cards], "counts": total(cards)}


def _source(card: Scorecard) -> dict[str, Any]:
    source = card.source
    return {
        "source": source.id,
        "publisher": source.publisher,
        "title": source.title,
        "kind": source.kind,
        "published": str(source.published) if source.published else None,
        "facts": [_fact(fact) for fact in card.facts],
        "counts": card.counts,
    }


def _fact(fact: FactVerdict) -> dict[str, Any]:
    return {
        "fact": fact.fact,
        "kind": fact.kind,
        "treaty": fact.treaty,
        "date": str(fact.date) if fact.date else None,
        "at": fact.at,
        "verdict": fact.verdict,
        "reported": fact.reported,
        "computed": fact.computed,
        "against": list(fact.against),
        "why": fact.why,
        "evidence": [evidence_document(item) for item in fact.evidence],
        "forecast": fact.forecast,
        "knowable": fact.knowable,
        "note": fact.note,
    }


def factcheck_blocks(cards: Sequence[Scorecard], *, every: bool) -> tuple[Block, ...]:
    """Return a table for each source, or (not `every`) one of what is contradicted alone; and the scorecard."""
    blocks: list[Block] = []
    for card in cards:
        facts = [fact for fact in card.facts if every or fact.verdict == "contradicted"]
        if facts:
            blocks.append(_table(card.source, facts))
            blocks += [_evidence(fact) for fact in facts if fact.verdict == "contradicted"]
    if not any(card.facts for card in cards):
        return (_scorecard(()),)
    return (*blocks, _scorecard(cards))


def _table(source: Source, facts: Sequence[FactVerdict]) -> Table:
    columns = (
        Column("Verdict"),
        Column("Where", optional=True),
        Column("What it says"),
        Column("Why"),
        Column("On the day", optional=True),
        Column("Against", optional=True),
    )
    rows = tuple(
        (
            Cell(fact.verdict, _TONES[fact.verdict]),
            Cell(fact.at or "", "dim"),
            Cell(fact.reported),
            Cell(fact.why),
            Cell("" if fact.verdict == "unverified" else "knowable then" if fact.knowable else "not knowable then"),
            Cell(", ".join(fact.against), "dim"),
        )
        for fact in facts
    )
    day = f", {date_words(source.published)}" if source.published else ""
    notes = tuple(
        f"{fact.at or fact.fact}: {fact.note}" for fact in facts if fact.note and fact.verdict == "contradicted"
    )
    return Table(f"{source.publisher}{day}: {source.title} ({source.id})", columns, rows, notes)


def _evidence(fact: FactVerdict) -> Tree:
    """Return what is held against a fact that is contradicted."""
    children = []
    for item in fact.evidence:
        places = "; ".join(f"{source}, {at}" if at else source for source, at in item.sources)
        children.append(Tree(Cell(f"{date_words(item.date)}: {item.summary} ({places})")))
    computed = (fact.computed or "nothing").rstrip(".")
    label = f"{fact.at or fact.fact}: {fact.reported} By the record: {computed}."
    return Tree(Cell(label, "bad"), tuple(children))


def _scorecard(cards: Sequence[Scorecard]) -> Table:
    columns = (Column("Source"), *(Column(verdict.capitalize(), number=True) for verdict in VERDICTS))
    rows = [_row(card.source.id, card.counts) for card in cards]
    if len(cards) > 1:
        rows.append(_row("All", total(cards)))
    note = f"Of {sum(len(card.facts) for card in cards)} facts; none is evidence for itself, nor is who passes on the same account."
    return Table("Scorecard", columns, tuple(rows), (note,), empty="No facts are curated from these sources.")


def _row(name: str, counts: dict[Verdict, int]) -> tuple[Cell, ...]:
    tones: dict[Verdict, Tone] = {**_TONES, "confirmed": "", "unverified": ""}
    return (Cell(name, "strong"), *(Cell(str(counts[v]), tones[v] if counts[v] else "dim") for v in VERDICTS))
