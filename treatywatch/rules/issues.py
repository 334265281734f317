"""What becomes of an issue: settled by the event that decides it, moot when its treaty ends; and who agrees with whom.

Every function reads occurrences and histories and asks nothing of a catalog.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from treatywatch.models.occurrence import Occurrence
from treatywatch.models.status import ENDED
from treatywatch.rules.positions import SILENT, STANCES, Standing, is_own
from treatywatch.rules.registry import principle

if TYPE_CHECKING:
    from datetime import date

    from treatywatch.dates import Edtf
    from treatywatch.models.statements import Decider, Issue
    from treatywatch.rules.history import History

__all__ = [
    "AGREEMENT",
    "ALIGNMENT",
    "CONTRADICTION",
    "MOOT",
    "SETTLED",
    "IssueState",
    "State",
    "alignment",
    "asked",
    "contradictions",
    "issue_state",
    "outlook",
]

State = Literal["open", "settled", "moot"]

_CUSTOM = ("convention",)

SETTLED = principle(
    "settled",
    says="An issue is settled once the event that decides it has happened.",
    authority=_CUSTOM,
    of="position",
)
MOOT = principle(
    "moot",
    says="An issue about a treaty is moot once the treaty has ended, unless it is about what comes after.",
    authority=("VCLT 70",),
    of="position",
)
ALIGNMENT = principle(
    "alignment",
    says="Parties are at one on an issue when each of them has spoken on it and all have the same stance.",
    authority=_CUSTOM,
    of="position",
)
AGREEMENT = principle(
    "agreement-of-all",
    says="Where a step needs the agreement of all parties, one that opposes blocks it, and it waits for each that has not said yes.",
    authority=("VCLT 39", "VCLT 54(b)"),
    of="position",
)
CONTRADICTION = principle(
    "word-and-deed",
    says="A party's stated support and its own recorded act against it stand side by side, as facts.",
    authority=_CUSTOM,
    of="position",
)

Acts = Callable[[str, str | None], Sequence[Occurrence]]
"""Gives the occurrences of a type that a treaty has (of any treaty, for None)."""


class IssueState(NamedTuple):
    """Whether an issue is open on a day, since when not, and why.

    `possible` are the states that the dates allow. `settled_by` is the event that decided it, kept after it became moot.
    """

    state: State
    possible: tuple[State, ...]
    since: Edtf | None = None
    rule: str | None = None
    settled_by: Occurrence | None = None


def issue_state(issue: Issue, acts: Acts, history: History | None, day: date) -> IssueState:
    """Return whether an issue is open, settled or moot on a day; `history` is that of the issue's treaty, if it has one."""
    settling = [
        one for decider in issue.settled_by for one in _decisions(decider, issue, acts) if one[0].earliest <= day
    ]
    settled = min((one for one in settling if one[0].latest <= day), key=_when, default=None)
    moot, may_be_moot = _moot(issue, history, day)
    if moot is not None:
        return IssueState("moot", ("moot",), moot, MOOT, settled[1] if settled else None)
    if settled is not None:
        possible: tuple[State, ...] = ("settled", "moot") if may_be_moot else ("settled",)
        return IssueState("settled", possible, settled[0], SETTLED, settled[1])
    open_or: list[State] = ["open", *(["settled"] if settling else []), *(["moot"] if may_be_moot else [])]  # type: ignore[list-item]
    return IssueState("open", tuple(open_or))


def _when(decision: tuple[Edtf, Occurrence]) -> tuple[date, date, str]:
    return decision[0].latest, decision[0].earliest, decision[1].id


def _moot(issue: Issue, history: History | None, day: date) -> tuple[Edtf | None, bool]:
    """Return since when an issue has certainly been moot, and whether it may be."""
    if issue.moot_from is not None and issue.moot_from.earliest <= day:
        return (issue.moot_from, True) if issue.moot_from.latest <= day else (None, True)
    if history is None or issue.outlives:
        return None, False
    segment = history.at(day)
    if ENDED.issuperset(segment.possible):
        return segment.since(day), True
    return None, not ENDED.isdisjoint(segment.possible)


def _decisions(decider: Decider, issue: Issue, acts: Acts) -> Iterator[tuple[Edtf, Occurrence]]:
    """Yield each event that decides, with its day; where several parties must act, the last of them decides."""
    found = [
        act
        for act in acts(decider.type, decider.treaty or issue.treaty)
        if decider.occasion is None or act.get("occasion") == decider.occasion
    ]
    if not decider.parties:
        yield from ((act.date, act) for act in found)
        return
    first = []
    for party in decider.parties:
        own = sorted((act for act in found if party in _doers(act)), key=lambda act: (act.date.latest, act.id))
        if not own:
            return
        first.append(own[0])
    last = max(first, key=lambda act: (act.date.latest, act.id))
    yield last.date, last


def _doers(act: Occurrence) -> tuple[str, ...]:
    return (act.party,) if act.party else tuple(act.get("parties") or ())


def contradictions(issue: Issue, party: str, held: Standing, acts: Acts, day: date) -> list[Occurrence]:
    """Return the acts of a party itself that go against the support it has stated, from its first such statement on."""
    if held.statement is None or held.stance != "supports" or not is_own(held.statement):
        return []
    since = next(said for said in held.run if is_own(said)).date.latest
    found = {
        act.id: act
        for decider in issue.contradicted_by
        if not decider.parties or party in decider.parties
        for act in acts(decider.type, decider.treaty or issue.treaty)
        if party in _doers(act) and since <= act.date.earliest and act.date.latest <= day
        if decider.occasion is None or act.get("occasion") == decider.occasion
    }
    return sorted(found.values(), key=lambda act: (act.date.earliest, act.date.latest, act.id))


def asked(issue: Issue, heard: Iterable[str]) -> tuple[str, ...]:
    """Return the parties whose stance matters: those the issue names, then others who spoke, in order of their ids."""
    return tuple(dict.fromkeys((*sorted(issue.parties), *sorted(heard))))


def alignment(stances: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return which parties have each stance, in order of their ids."""
    return {stance: tuple(sorted(p for p, held in stances.items() if held == stance)) for stance in STANCES}


def outlook(issue: Issue, stances: Mapping[str, str], state: IssueState, closing: str) -> str | None:
    """Return how it stands with a step that needs the agreement of all parties; None for any other issue.

    `closing` says by when it must be agreed; empty where no such day is known.
    """
    if issue.agreement is None:
        return None
    if state.state == "moot":
        return f"moot since {state.since}" if state.since else "moot"
    if state.state == "settled":
        return f"settled on {state.since}"
    needed = {party: stances.get(party, SILENT) for party in sorted(issue.parties)}
    by = alignment(needed)
    said = [
        f"{words} {', '.join(parties)}"
        for words, parties in (
            ("blocked by", by["opposes"]),
            ("waits for", tuple(sorted((*by["noncommittal"], *by[SILENT])))),
            ("hangs on conditions of", by["conditional"]),
        )
        if parties
    ]
    return "; ".join([*(said or ["all parties support it"]), *([closing] if closing else [])])
