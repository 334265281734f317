"""Facts -> occurrences: which facts tell of the same happening, and which date is to be believed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from treatywatch.dates import Edtf
from treatywatch.models.occurrence import Occurrence
from treatywatch.models.status import AUTHORITY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from treatywatch.models.events import EventBase
    from treatywatch.models.source import Source
    from treatywatch.models.statements import ReportedStatus

    _Fact = EventBase | ReportedStatus
    Key = tuple[Any, ...]
    """Treaty, type, party, occasion, and what else tells two occurrences apart."""
    _Told = tuple[str, date, date, str, Key, Edtf, tuple[_Fact, ...], tuple[_Fact, ...]]
    """The name of what is told, its earliest and latest day and its first fact's id, by which it is ordered; its key, the
    believed date, the facts in order of belief, and those that conflict."""

__all__ = ["Rank", "alike", "believe", "keys", "merge", "merge_groups", "order_of_belief", "rank", "witnesses"]

_OF_THE_TREATY = frozenset(
    {
        "adoption",
        "opening-for-signature",
        "amendment",
        "extension",
        "termination",
        "supersession",
        "expiry",
        "test",
        "deployment",
        "consultation",
    }
)
"""Types of what is one occurrence whoever took part."""

_AGAIN_AND_AGAIN = frozenset(
    {
        "consultation",
        "test",
        "deployment",
        "domestic-approval",
        "non-compliance-finding",
        "suspension-announcement",
        "withdrawal-announcement",
        "amendment",
    }
)
"""Types that happen again and again: without an `occasion`, only facts of one day are about the same one."""

_DOUBTED = len(AUTHORITY)


def merge(facts: Iterable[EventBase], sources: Mapping[str, Source]) -> list[Occurrence]:
    """Merge the events of one treaty (or of none) into occurrences, in order of their ids.

    Facts are about one occurrence when treaty, type, party and occasion are the same, and what else tells two
    apart: whose act was objected to, which duties were suspended. An act of several parties is one
    occurrence for each, so that sources that name different parties together still agree.
    """
    return merge_groups((group for groups in alike(facts).values() for group in groups.items()), sources)


def alike(facts: Iterable[EventBase]) -> dict[str | None, dict[Key, tuple[EventBase, ...]]]:
    """Bring together the events of each treaty (None: of none) that can be about one occurrence, by their keys."""
    found: dict[str | None, dict[Key, tuple[EventBase, ...]]] = {}
    for fact in facts:
        one = (fact,)
        for key in keys(fact):
            of_treaty = found.get(key[0])
            if of_treaty is None:
                of_treaty = found[key[0]] = {}
            if of_treaty.setdefault(key, one) is not one:
                of_treaty[key] += one
    return found


def merge_groups(
    groups: Iterable[tuple[Key, tuple[EventBase, ...]]], sources: Mapping[str, Source]
) -> list[Occurrence]:
    """Merge events that stand together by their keys already; see `merge`. A key without events makes nothing happen."""
    told: list[_Told] = []
    for key, members in groups:
        for believed, facts, conflicts in _believed(key, members, sources):
            told.append((_name(key), believed.earliest, believed.latest, facts[0].id, key, believed, facts, conflicts))
    told.sort()
    return _numbered(told)


def _believed(
    key: Key, members: tuple[EventBase, ...], sources: Mapping[str, Source]
) -> list[tuple[Edtf, tuple[_Fact, ...], tuple[_Fact, ...]]]:
    """Part a group into occurrences: for each the believed date, the facts in order of belief, and those that conflict."""
    if len(members) < 2:
        return [(_as_sure(fact), members, ()) for fact in members]
    again = key[1] in _AGAIN_AND_AGAIN and not key[3]
    ordered = [order_of_belief(cluster, sources) for cluster in (_clusters(members) if again else [members])]
    return [(day, tuple(facts), conflicts) for facts in ordered for day, conflicts in [believe(facts)]]


def keys(fact: EventBase) -> Iterable[Key]:
    """Return what facts about one occurrence have in common: one key for each party that acted, or one for all."""
    kind, occasion = fact.type, fact.occasion  # type: ignore[attr-defined]
    if kind == "consultation" and occasion:
        return ((None, kind, None, occasion),)
    treaty = fact.treaty
    parties = _NOBODY_ALONE if kind in _OF_THE_TREATY else fact.parties or _NOBODY_ALONE
    made = [(treaty, kind, party, occasion) for party in parties]
    apart = _APART.get(kind)
    return [key + apart(fact) for key in made] if apart else made


_NOBODY_ALONE: tuple[None] = (None,)

_APART: Mapping[str, Callable[[Any], Key]] = {
    "suspension": lambda fact: (fact.extent, fact.duties, fact.towards),
    "resumption": lambda fact: (fact.duties,),
    "objection": lambda fact: (fact.to, fact.of),
    "non-compliance-finding": lambda fact: (fact.of,),
    "domestic-approval": lambda fact: (fact.towards,),
    "consultation": lambda fact: (fact.form, fact.parties),
}
"""What else tells two occurrences of a type apart."""


def _clusters(members: Sequence[_Fact]) -> list[list[_Fact]]:
    """Part facts about what happens again and again: one cluster a day; a vague date joins the only day it allows."""
    days: dict[str, list[_Fact]] = {}
    for fact in members:
        if fact.date.earliest == fact.date.latest:
            days.setdefault(fact.date.earliest.isoformat(), []).append(fact)
    exact = list(days.values())
    clusters = [list(cluster) for cluster in exact]
    for fact in members:
        if fact.date.earliest == fact.date.latest:
            continue
        fitting = [index for index, cluster in enumerate(exact) if cluster[0].date.earliest in fact.date]
        if len(fitting) == 1:
            clusters[fitting[0]].append(fact)
            continue
        alike = next((cluster for cluster in clusters if cluster[0].date == fact.date), None)
        if alike is None:
            clusters.append([fact])
        else:
            alike.append(fact)
    return clusters


class Rank(NamedTuple):
    """By what a fact is believed before another: the first of these in which they differ decides, the lower before the higher.

    `authority` of its best source (what a curator could not verify comes after all that was seen), whether the passage itself was
    `unseen`, `corroboration` by independent witnesses (negative: more is better), `precision` as the width of its date in days, `published`
    and `id`.
    """

    authority: int
    unseen: bool
    corroboration: int
    precision: int
    published: date
    id: str


def rank(fact: _Fact, given: Sequence[_Fact], sources: Mapping[str, Source]) -> Rank:
    """Return the rank of a fact among those that are given."""
    authority = min((AUTHORITY[sources[source].kind] for source in fact.sources if source in sources), default=_DOUBTED)
    if fact.confidence == "unverified":
        authority = _DOUBTED
    support = len(witnesses((other for other in given if other.date.overlaps(fact.date)), sources))
    width = (fact.date.latest - fact.date.earliest).days
    published = min((_published(sources, source) for source in fact.sources), default=date.max)
    return Rank(authority, fact.confidence not in ("verified", "disputed"), -support, width, published, fact.id)


def order_of_belief(facts: Iterable[_Fact], sources: Mapping[str, Source]) -> list[_Fact]:
    """Order facts by how much they are believed: see `Rank`."""
    given = list(facts)
    return sorted(given, key=lambda fact: rank(fact, given, sources))


def _published(sources: Mapping[str, Source], source: str) -> date:
    found = sources.get(source)
    return found.published.latest if found and found.published else date.min


def witnesses(facts: Iterable[_Fact], sources: Mapping[str, Source]) -> set[str]:
    """Return the independent witnesses among the facts' sources: outlets that pass on one account are one."""
    found: set[str] = set()
    for fact in facts:
        for source in fact.sources:
            known = sources.get(source)
            found.add(fact.via or (known.origin or known.publisher if known else source))
    return found


def believe(facts: Sequence[_Fact]) -> tuple[Edtf, tuple[_Fact, ...]]:
    """Return the date that the facts, in order of belief, allow; and those that cannot be true with it."""
    believed = [_as_sure(facts[0])]
    conflicts = []
    for fact in facts[1:]:
        if Edtf.intersection([*believed, fact.date]) is None:
            conflicts.append(fact)
        else:
            believed.append(_as_sure(fact))
    together = Edtf.intersection(believed)
    assert together is not None
    return together, tuple(conflicts)


def _as_sure(fact: _Fact) -> Edtf:
    """Return the fact's date, marked as doubted where the curator could not verify it."""
    if fact.confidence != "unverified" or fact.date.mark:
        return fact.date
    return Edtf.between(fact.date.earliest, fact.date.latest, "?")


def _name(key: Key) -> str:
    """Return the id of what a key stands for: its treaty, type, party and occasion."""
    treaty, kind, party, occasion, *_ = key
    name = f"{treaty}:{kind}" if treaty else str(kind)
    if party:
        name = f"{name}:{party.lower()}"
    return f"{name}:{occasion}" if occasion else name


def _numbered(told: list[_Told]) -> list[Occurrence]:
    """Make the occurrences, in order of their ids; several of one name are numbered by date."""
    made: list[Occurrence] = []
    before, count = "", 1
    for name, _, _, _, key, day, facts, conflicts in told:
        count = count + 1 if name == before else 1
        before = name
        shown = name if count == 1 else f"{name}:{count}"
        made.append(Occurrence(shown, key[0], key[1], key[2], day, facts, conflicts))
    return made
