"""The dossier of one treaty: identity, terms, parties, years, events, deadlines, positions and disagreements."""

from collections.abc import Iterator, Sequence

from treatywatch.errors import Problem
from treatywatch.models.terms import Terms
from treatywatch.models.treaty import Treaty
from treatywatch.reports.answer import Block, Cell, Column, Table, Text
from treatywatch.reports.board import board, subject_words
from treatywatch.reports.boards import findings_table, occurrences_table, parties_table
from treatywatch.reports.countdowns import countdown_table
from treatywatch.reports.position_history import shifts_table
from treatywatch.reports.positions import matrix, stances_trees
from treatywatch.reports.timeline import timeline_of
from treatywatch.snapshot import Snapshot, TreatyStatus
from treatywatch.snapshot.words import conclusion, join

__all__ = ["clauses", "dossier", "identity"]


def dossier(snapshot: Snapshot, status: TreatyStatus, findings: Sequence[Problem]) -> tuple[Block, ...]:
    """Return everything about one treaty, part by part."""
    record = snapshot.view.contents.treaties[status.id]
    said = conclusion(status.short_title, status.possible, status.since, status.flags)
    held = snapshot.positions(status.id)
    return (
        Text(status.title, heading=True),
        Text(f"{said}.", "strong"),
        board(snapshot, [status])._replace(title=""),
        _table("Identity", identity(snapshot, record)),
        _terms(record),
        parties_table(status, status.parties)._replace(title=f"Parties of {status.short_title}"),
        timeline_of(snapshot, status.id)._replace(title="Over the years", told=False),
        occurrences_table("Events", snapshot.occurrences(status.id)),
        Text("Deadlines", heading=True),
        countdown_table(status.deadlines, past=False, none=f"Nothing is to come as of {snapshot.as_of}."),
        *([matrix(held), *stances_trees(held, snapshot.alignment(status.id))] if held else []),
        *shifts_table(snapshot.shifts(status.id)),
        Text("Disagreements of the sources", heading=True),
        *findings_table(findings),
    )


def _table(title: str, rows: Iterator[tuple[str, str]]) -> Table:
    made = tuple((Cell(name, "strong"), Cell(value)) for name, value in rows)
    return Table(title, (Column("What"), Column("Which")), made)


def identity(snapshot: Snapshot, record: Treaty) -> Iterator[tuple[str, str]]:
    """Yield the names, the kind and the kin of a treaty."""
    contents = snapshot.view.contents

    def names(ids: Sequence[str]) -> str:
        return join(contents.parties[name].name if name in contents.parties else name for name in ids)

    def titles(ids: Sequence[str]) -> str:
        return join(contents.treaties[name].short_title if name in contents.treaties else name for name in ids)

    yield "Id", record.id
    if record.aliases:
        yield "Also called", "; ".join(record.aliases)
    yield "Subject", subject_words(record.subject)
    sides = f" between {' and '.join(names(side) for side in record.sides)}" if record.sides else ""
    yield "Kind", record.kind + sides
    if record.negotiators:
        yield "Negotiated by", names(record.negotiators)
    if record.depositaries:
        yield "Depositary", names(record.depositaries)
    if record.part_of:
        yield "Belongs to", titles([record.part_of])
    if record.follows:
        yield "Came after", titles(record.follows)
    yield "Verified until", record.verified.isoformat()
    if record.note:
        yield "Note", record.note


def _terms(record: Treaty) -> Table:
    columns = (
        Column("Clause"),
        Column("Article", optional=True),
        Column("What the text says"),
        Column("Note", optional=True),
    )
    rows = tuple(
        (Cell(name, "strong"), Cell(article), Cell(says), Cell(note or "", "dim"))
        for name, article, says, note in clauses(record.terms)
    )
    return Table("Terms", columns, rows)


def clauses(terms: Terms) -> Iterator[tuple[str, str, str, str | None]]:
    """Yield each clause of a treaty in words: its name, its article, what it says, and the curator's note on it."""
    begins = terms.entry_into_force
    yield "Entry into force", begins.article, _begins(terms), begins.confidence_note
    lasts = terms.duration
    yield "Duration", lasts.article, _lasts(terms), lasts.confidence_note
    extension, withdrawal, suspension = terms.extension, terms.withdrawal, terms.suspension
    if extension is not None:
        longest = f"by at most {extension.longest.words}" if extension.longest else "without a limit of length"
        times = "" if extension.times is None else ", once" if extension.times == 1 else f", {extension.times} times"
        by = "all parties" if extension.agreement == "all-parties" else "a conference"
        yield "Extension", extension.article, f"{longest}{times}, by agreement of {by}", extension.confidence_note
    if withdrawal is not None:
        says = [f"by notice of {withdrawal.notice.words}"]
        if withdrawal.earliest is not None:
            says.append(f"no sooner than {withdrawal.earliest.words} after entry into force")
        says += ["not during an armed conflict in which the state is engaged"] * withdrawal.held_by_conflict
        says += [text.rstrip(".") for text in (withdrawal.grounds, withdrawal.notify) if text]
        yield "Withdrawal", withdrawal.article, "; ".join(says), withdrawal.confidence_note
        if withdrawal.conference is not None:
            held = withdrawal.conference
            opens = f"{held.opens_after.words} to " if held.opens_after else "within "
            said = f"{held.name}, {opens}{held.closes_after.words} after the notice"
            yield "Conference", held.article, said, held.confidence_note
    if suspension is not None:
        notice = f", by notice of {suspension.notice.words}" if suspension.notice else ""
        says_so = f"provided for{notice}" if suspension.provided else "not provided for"
        yield "Suspension", suspension.article, says_so, suspension.confidence_note
    provisional = terms.provisional_application
    if provisional is not None:
        since = "from signature" if provisional.starts == "signature" else "from a day on record"
        part = "a part of the treaty" if provisional.extent == "part" else "the whole treaty"
        length = f", for {provisional.period.words}" if provisional.period else ""
        yield "Provisional application", provisional.article, f"of {part}, {since}{length}", provisional.confidence_note
    for limit in terms.limits:
        most = f"at most {limit.value} {limit.unit or ''}".rstrip() if limit.value is not None else limit.unit or ""
        after = f", binding {limit.binds_after.words} after entry into force" if limit.binds_after else ""
        yield f"Limit: {limit.name}", limit.article, f"{most}{after}", limit.confidence_note
    for duty in terms.duties:
        yield "Duty", duty.article, duty.name, duty.confidence_note


def _begins(terms: Terms) -> str:
    clause = terms.entry_into_force
    says = {
        "signature": "on signature",
        "exchange": "on the exchange of instruments",
        "instruments": "on the deposit of instruments",
        "with-treaty": f"together with {clause.with_treaty}",
        "record": "as the depositary records it",
    }[clause.by]
    if clause.count:
        says += f" by {clause.count} states"
    if clause.including:
        says += f", with {join(clause.including)} among them"
    if clause.share:
        says += f", of states that hold {clause.share.at_least:g} % of {clause.share.of}"
    if clause.delay:
        says += f", {clause.delay.words} after"
    if clause.first_of_month:
        says += f", on the first day of month {clause.first_of_month} after"
    if clause.not_before:
        says += f", not before {clause.not_before}"
    if clause.late_joiners:
        says += f"; for a state that joins later {clause.late_joiners.words} after its instrument"
    return says


def _lasts(terms: Terms) -> str:
    clause = terms.duration
    says = f"{clause.period.words} from entry into force" if clause.period else "without limit"
    if clause.until:
        says = f"until {clause.until}, the last day in force"
    if clause.renewal:
        says += f", renewed by {clause.renewal.words} unless a party objects"
    if clause.superseded_by:
        says += f"; ends when {clause.superseded_by} enters into force"
    if clause.ends_with:
        says += f"; ends with {clause.ends_with}"
    return says
