"""The tables of a page: what stands in the rows of each, and the footnotes of every row."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from treatywatch.errors import Problem
from treatywatch.models.occurrence import Occurrence
from treatywatch.reports.answer import Cell, Table
from treatywatch.reports.board import board, subject_words
from treatywatch.reports.boards import partial_notes
from treatywatch.reports.countdowns import span_words
from treatywatch.reports.documents import occurrence_documents
from treatywatch.reports.dossier import clauses, identity
from treatywatch.reports.notes import Note, Notes
from treatywatch.reports.position_history import shifts_table
from treatywatch.reports.positions import STANCE_TONES, by_whom, matrix
from treatywatch.reports.svg import svg
from treatywatch.reports.timeline import timeline_of
from treatywatch.reports.tones import STATUS_TONES, sign_of
from treatywatch.snapshot import Countdown, Snapshot, TreatyStatus
from treatywatch.snapshot.words import STATUS_WORDS, conclusion, date_words, join

if TYPE_CHECKING:
    from treatywatch.snapshot.factcheck import Scorecard

__all__ = ["Line", "Sheet", "board_sheet", "deadlines_sheet", "position_sheets", "scorecard_part", "treaty_part"]


class Line(NamedTuple):
    """A row of a table on the page, with the footnotes of what it says."""

    cells: tuple[Cell, ...]
    notes: Sequence[Note] = ()


class Sheet(NamedTuple):
    """A table on the page: caption, headings, rows; the first cell of a row is its heading."""

    caption: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    remarks: tuple[str, ...] = ()


def board_sheet(snapshot: Snapshot, statuses: Sequence[TreatyStatus], notes: Notes) -> Sheet:
    """Return the board, every row with the footnotes of what its status rests on."""
    ordered = sorted(statuses, key=lambda status: subject_words(status.subject))
    table = board(snapshot, statuses)
    rows = [row[1:] for row in table.rows] if table.grouped else table.rows
    lines = tuple(
        Line(row, notes.of_acts(_standing_on(snapshot, status.id))) for status, row in zip(ordered, rows, strict=True)
    )
    heads = tuple(column.name for column in table.columns[int(table.grouped) :])
    return Sheet("How the treaties stand", heads, lines)


def _standing_on(snapshot: Snapshot, treaty: str, party: str | None = None) -> list[Occurrence]:
    """Return what happened, to this treaty or to another, that brought the present status about."""
    standing = [interval for interval in snapshot.intervals(treaty, party) if not interval.projected][-1:]
    names = {name for interval in standing for name in interval.occurrences}
    return [act for act in snapshot.history(treaty).occurrences if act.id in names]


def treaty_part(
    snapshot: Snapshot, status: TreatyStatus, notes: Notes, drawing: str, findings: Sequence[Problem]
) -> Mapping[str, Any]:
    """Return one treaty's part of the page."""
    record = snapshot.view.contents.treaties[status.id]
    return {
        "id": status.id,
        "name": status.short_title,
        "title": status.title,
        "says": f"{conclusion(status.short_title, status.possible, status.since, status.flags)}.",
        "says_notes": notes.of_acts(_standing_on(snapshot, status.id)),
        "drawing": svg(timeline_of(snapshot, status.id), drawing),
        "identity": tuple(identity(snapshot, record)),
        "terms": Sheet(
            f"Terms of {status.short_title}",
            ("Clause", "Article", "What the text says", "Remark"),
            tuple(
                Line(
                    (Cell(name), Cell(article), Cell(says), Cell(note or "", "dim")),
                    [notes.cite(record.terms.source, article)],
                )
                for name, article, says, note in clauses(record.terms)
            ),
        ),
        "parties": parties_sheet(snapshot, status, notes),
        "events": events_sheet(snapshot, status, notes),
        "findings": [finding.message for finding in findings if finding.subject == status.id],
    }


def parties_sheet(snapshot: Snapshot, status: TreatyStatus, notes: Notes) -> Sheet:
    lines = []
    for party in status.parties:
        tone = "warn" if len(party.possible) > 1 else STATUS_TONES[party.status]
        words = join((STATUS_WORDS[word] for word in party.possible), "or")
        cells = (
            Cell(party.name),
            Cell(words, tone, sign=sign_of(tone)),
            Cell(date_words(party.since) if party.since else ""),
            Cell(", ".join(party.flags), "warn"),
        )
        lines.append(Line(cells, notes.of_acts(_standing_on(snapshot, status.id, party.party))))
    columns = ("Party", "Status", "Since", "Flags")
    return Sheet(f"Parties to {status.short_title}", columns, tuple(lines), partial_notes(status))


def events_sheet(snapshot: Snapshot, status: TreatyStatus, notes: Notes) -> Sheet:
    acts = snapshot.occurrences(status.id)
    told: dict[tuple[Any, ...], list[Occurrence]] = {}
    for act in acts:
        told.setdefault((act.type, act.date, tuple(fact.id for fact in act.facts)), []).append(act)
    lines = tuple(
        Line(
            (
                Cell(date_words(group[0].date)),
                Cell(made["type"].replace("-", " ")),
                Cell(", ".join(made["parties"])),
                Cell(
                    made["summary"]
                    + (" (disputed)" if made["disputed"] else "")
                    + (" (supposed)" if made["hypothetical"] else "")
                ),
            ),
            notes.of_acts(group),
        )
        for made, group in zip(occurrence_documents(acts), told.values(), strict=True)
    )
    return Sheet(f"What happened to {status.short_title}", ("Date", "Event", "Parties", "What"), lines)


def deadlines_sheet(snapshot: Snapshot, found: Sequence[Countdown], notes: Notes) -> Sheet:
    """Return what is to come, soonest first."""
    ordered = sorted(
        found, key=lambda counted: (counted.days_min, counted.days_max, counted.deadline.treaty, counted.summary)
    )
    terms = snapshot.view.contents.treaties
    lines = []
    for counted in ordered:
        deadline = counted.deadline
        day = f"{deadline.date.earliest} to {deadline.date.latest}" if deadline.latest else date_words(deadline.date)
        days = str(counted.days) if counted.days is not None else f"{counted.days_min} to {counted.days_max}"
        cited = notes.of_acts(deadline.acts())
        cited.append(
            notes.cite(terms[deadline.treaty].terms.source, deadline.authority[0] if deadline.authority else None)
        )
        mark = " (supposed)" if deadline.hypothetical else ""
        cells = (
            Cell(day),
            Cell(days),
            Cell(span_words(counted)),
            Cell(counted.summary + mark),
            Cell(join(deadline.authority), "dim"),
        )
        lines.append(Line(cells, cited))
    return Sheet("What is to come", ("Date", "Days", "Left", "What", "Law"), tuple(lines))


def position_sheets(snapshot: Snapshot, names: Sequence[str], notes: Notes) -> list[Sheet]:
    """Return the matrix of positions, the statements behind it with their footnotes, the outlook and the shifts."""
    every = len(names) == len(snapshot.treaties)
    held = [where for name in ([None] if every else names) for where in snapshot.positions(name)]
    if not held:
        return []
    said = tuple(
        Line(
            (
                Cell(where.issue.proposition),
                Cell(where.name),
                Cell(where.stance, STANCE_TONES[where.stance]),
                Cell(date_words(where.statement.date)),
                Cell(by_whom(where.statement)),
                Cell(where.statement.summary),
            ),
            notes.of_fact(where.statement) or notes.of_places(where.told),
        )
        for where in held
        if where.statement is not None
    )
    sheets = [_sheet(matrix(held))]
    heads = ("Proposition", "Party", "Stance", "Last said", "By", "Summary")
    sheets.append(Sheet("Who said so", heads, said))
    aligned = [one for name in ([None] if every else names) for one in snapshot.alignment(name) if one.outlook]
    if aligned:
        outlook = tuple(Line((Cell(one.issue.title), Cell(one.outlook or ""))) for one in aligned)
        sheets.append(Sheet("What needs the agreement of all parties", ("Issue", "Outlook"), outlook))
    shifts = [one for name in ([None] if every else names) for one in snapshot.shifts(name)]
    for table in shifts_table(shifts):
        assert isinstance(table, Table)
        cited = [[*notes.of_fact(one.shift.before), *notes.of_fact(one.shift.after)] for one in shifts]
        sheets.append(_sheet(table, cited))
    return sheets


def _sheet(table: Table, cited: Sequence[Sequence[Note]] = ()) -> Sheet:
    of_each = cited or [()] * len(table.rows)
    lines = tuple(Line(row, told) for row, told in zip(table.rows, of_each, strict=True))
    return Sheet(table.title, tuple(column.name for column in table.columns), lines, table.notes)


def scorecard_part(card: "Scorecard", notes: Notes) -> Mapping[str, Any]:
    """Return one article's fact-check: every statement, the verdict, and the evidence in footnotes."""
    tones: dict[str, Any] = {"confirmed": "good", "consistent": "good", "contradicted": "bad", "unverified": "warn"}
    lines = tuple(
        Line(
            (
                Cell(fact.at or ""),
                Cell(fact.reported),
                Cell(fact.verdict, tones[fact.verdict], sign=sign_of(tones[fact.verdict])),
                Cell(fact.computed or ""),
                Cell(fact.why),
            ),
            notes.of_places([place for item in fact.evidence for place in item.sources]),
        )
        for fact in card.facts
    )
    counts = join(f"{count} {verdict}" for verdict, count in card.counts.items() if count)
    heads = ("Where", "What it says", "Verdict", "What the record says", "Why")
    name = f"{card.source.publisher}: {card.source.title}"
    return {
        "name": name,
        "counts": counts,
        "sheet": Sheet(f"Statements of {card.source.id}", heads, lines),
        "own": notes.cite(card.source.id),
    }
