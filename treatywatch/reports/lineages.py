"""A treaty's line as a document, a table and a tree."""

from typing import Any

from treatywatch.dates import Edtf
from treatywatch.reports.answer import Cell, Column, Table, Tone, Tree
from treatywatch.reports.tones import STATUS_TONES
from treatywatch.rules import RULES
from treatywatch.snapshot.lineage import Kin, Lineage, Relation
from treatywatch.snapshot.words import STATUS_WORDS, date_words

__all__ = ["lineage_document", "lineage_table", "lineage_tree"]

_TO_THE_LATER: dict[Relation, str] = {
    "follows": "came before {}",
    "supersedes": "was superseded by {}",
    "bound-to": "has {} bound to it",
}
_TO_THE_EARLIER: dict[Relation, str] = {
    "follows": "came after {}",
    "supersedes": "took the place of {}",
    "bound-to": "is bound to {}",
}


def lineage_document(line: Lineage) -> dict[str, Any]:
    """Return a line: its members from the oldest to the newest, and the links between them."""
    return {
        "treaty": line.treaty,
        "lineage": [
            {
                "id": kin.treaty,
                "short_title": kin.short_title,
                "place": kin.place,
                "signed": _text(kin.signed),
                "entered_into_force": _text(kin.entered),
                "ended": _text(kin.ended),
                "status": kin.status,
                "rule": kin.ended_by,
                "because": kin.because,
            }
            for kin in line.members
        ],
        "links": [link._asdict() for link in line.links],
    }


def _text(day: Edtf | None) -> str | None:
    return None if day is None else str(day)


def lineage_table(line: Lineage) -> Table:
    """Return the members in order of age, with how each ended and what it is to the others."""
    names = {kin.treaty: kin.short_title for kin in line.members}
    columns = (
        Column("Treaty"),
        Column("Signed"),
        Column("In force"),
        Column("Ended"),
        Column("Status"),
        Column("How", optional=True),
        Column("In the line", optional=True),
    )
    rows = tuple(
        (
            Cell(kin.short_title, "strong" if kin.place == "asked" else ""),
            Cell(date_words(kin.signed) if kin.signed else ""),
            Cell(date_words(kin.entered) if kin.entered else "never" if kin.ended else ""),
            Cell(date_words(kin.ended) if kin.ended else ""),
            Cell(STATUS_WORDS[kin.status], STATUS_TONES[kin.status]),
            Cell(kin.because or (RULES[kin.ended_by].statement if kin.ended_by else "")),
            Cell("; ".join(_relations(line, kin, names))),
        )
        for kin in line.members
    )
    return Table("", columns, rows)


def _relations(line: Lineage, kin: Kin, names: dict[str, str]) -> list[str]:
    found = [
        _TO_THE_EARLIER[link.relation].format(names[link.earlier]) for link in line.links if link.later == kin.treaty
    ]
    return found + [
        _TO_THE_LATER[link.relation].format(names[link.later]) for link in line.links if link.earlier == kin.treaty
    ]


def lineage_tree(line: Lineage) -> Tree:
    """Return the line from the treaty asked about: back to what came before, on to what came after, and what is bound to it."""
    kin = {member.treaty: member for member in line.members}
    told = {line.treaty}
    branches = (
        ("Before it", _branch(line, kin, line.treaty, told, later=False)),
        ("After it", _branch(line, kin, line.treaty, told, later=True)),
        ("Bound together", _bound(line, kin, line.treaty, told)),
    )
    children = tuple(Tree(Cell(name, "dim"), found) for name, found in branches if found)
    return Tree(
        _label(kin[line.treaty], "strong"), children or (Tree(Cell("No treaty before or after it is on record.")),)
    )


def _branch(line: Lineage, kin: dict[str, Kin], name: str, told: set[str], *, later: bool) -> tuple[Tree, ...]:
    """Return what is linked to a treaty in one direction; what stands in the tree already is named, not told again."""
    found = []
    for link in line.links:
        here, there = (link.earlier, link.later) if later else (link.later, link.earlier)
        if here != name or link.relation == "bound-to":
            continue
        if there in told:
            found.append(Tree(Cell(f"{kin[there].short_title} (told above)", "dim")))
            continue
        told.add(there)
        children = _branch(line, kin, there, told, later=later) + _bound(line, kin, there, told)
        found.append(Tree(_label(kin[there]), children))
    return tuple(found)


def _bound(line: Lineage, kin: dict[str, Kin], name: str, told: set[str]) -> tuple[Tree, ...]:
    found = []
    for link in line.links:
        if link.relation != "bound-to" or name not in (link.earlier, link.later):
            continue
        other = link.later if link.earlier == name else link.earlier
        if other in told:
            continue
        told.add(other)
        belongs = "bound to it: " if other == link.later else "it is bound to: "
        lines = () if other == link.later else (
            *_branch(line, kin, other, told, later=False),
            *_branch(line, kin, other, told, later=True),
        )  # fmt: skip
        label = _label(kin[other])
        found.append(Tree(label._replace(text=f"{belongs}{label.text}"), lines))
    return tuple(found)


def _label(kin: Kin, tone: Tone = "") -> Cell:
    words = [f"signed {date_words(kin.signed)}"] if kin.signed else []
    words.append(
        f"in force {date_words(kin.entered)}" if kin.entered else "never in force" if kin.ended else "not in force"
    )
    if kin.ended:
        words.append(f"{kin.status} {date_words(kin.ended)}")
    return Cell(f"{kin.short_title}: {', '.join(words)}", tone or STATUS_TONES[kin.status])
