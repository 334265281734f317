"""Positions as changes: the stances that parties took and gave up, on the issues about one treaty or about none."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from treatywatch.rules.positions import ACCOUNT, LATEST, SHIFT, Standing, is_own, standing
from treatywatch.snapshot.changes.change import Change
from treatywatch.snapshot.stance_words import voice_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatywatch.models.statements import Issue, Position
    from treatywatch.snapshot.snapshot import Snapshot

__all__ = ["positions_apart", "positions_between"]


def positions_between(before: Snapshot, after: Snapshot, treaty: str | None) -> Iterator[Change]:
    """Each stance taken or changed, on the day by which it had certainly been stated."""
    for issue in _issues(after, treaty):
        for party, line in sorted(after.view.lines.get(issue.id, {}).items()):
            days = {said.date.latest for said in line}
            for day in sorted(day for day in days if before.as_of < day <= after.as_of):
                yield from _moved(after, issue, party, standing(line, day - timedelta(days=1)), standing(line, day))


def positions_apart(before: Snapshot, after: Snapshot, treaty: str | None) -> Iterator[Change]:
    """Where a party stands on the day by the one account and by the other."""
    for issue in _issues(after, treaty):
        old, new = (snapshot.view.lines.get(issue.id, {}) for snapshot in (before, after))
        for party in sorted({*old, *new}):
            was, now = standing(_of(old, party), before.as_of), standing(_of(new, party), after.as_of)
            yield from _moved(after, issue, party, was, now)


def _issues(snapshot: Snapshot, treaty: str | None) -> list[Issue]:
    return [issue for issue in snapshot.view.contents.document.issues if issue.treaty == treaty]


def _of(lines: dict[str, list[Position]], party: str) -> Sequence[Position]:
    return lines.get(party, ())


def _moved(snapshot: Snapshot, issue: Issue, party: str, old: Standing, new: Standing) -> Iterator[Change]:
    if old.stance == new.stance:
        return
    before, after = old.statement, new.statement
    said = after or before
    assert said is not None
    known = snapshot.view.contents.parties.get(party)
    subject = f"{known.name if known else party} ({issue.title})"
    if after is None:
        words = f"{subject}: no stated position; what was {voice_words(said).removeprefix('as ')} is not believed"
    elif before is None:
        words = f"{subject}: {after.stance}, {voice_words(after)}: {after.summary}"
    else:
        words = f"{subject}: from {before.stance} to {after.stance}, {voice_words(after)}: {after.summary}"
    yield Change(
        said.date,
        "position",
        issue.id,
        issue.treaty,
        party,
        old.stance,
        new.stance,
        words,
        tuple(said.sources),
        tuple(one.id for one in (before, after) if one is not None),
        SHIFT if before and after else LATEST if is_own(said) else ACCOUNT,
    )
