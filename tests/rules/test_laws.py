"""Laws that hold of every history, whatever happened."""

import random
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build import act, catalog, multilateral, source
from tests.rules.lives import PARTIES, acts, days, lives
from treatywatch.models.occurrence import Occurrence
from treatywatch.models.status import ENDED, PARTY_STATUSES, TREATY_STATUSES
from treatywatch.rules import RULES
from treatywatch.rules.history import History
from treatywatch.snapshot import Catalog

Life = tuple[dict[str, Any], list[dict[str, Any]]]


def history(made: Catalog) -> History:
    return made.at("2016-01-01").history("pact")


def of(life: Life, *more: dict[str, Any]) -> History:
    return history(catalog(life[0], *life[1], *more))


def told_by(one: History, fact: dict[str, Any]) -> Occurrence:
    """The occurrence that a fact tells of."""
    return next(found for found in one.occurrences if fact["id"] in {telling.id for telling in found.facts})


def standing(one: History, day: date) -> list[object]:
    """All that can be said of a day."""
    return [one.at(day, party).standings for party in (None, *PARTIES)]


@settings(max_examples=50)
@given(lives(vague=True, most=3))
def test_intervals_partition_time(life: Life) -> None:
    made = catalog(life[0], *life[1])
    for party in (None, *PARTIES):
        line = made.at("2016-01-01").intervals("pact", party)
        assert line[0].start is None
        assert line[-1].end is None
        for one, other in pairwise(line):
            assert one.end == other.start
            assert one.start is None or (one.end is not None and one.start < one.end)


@settings(max_examples=50)
@given(lives(vague=True, most=3), st.lists(days, min_size=1, max_size=5))
def test_the_status_on_a_day_is_that_of_the_interval_that_holds_it(life: Life, asked: list[date]) -> None:
    made = catalog(life[0], *life[1])
    line = made.at("2016-01-01").intervals("pact")
    for day in asked:
        status = made.at(day).status("pact")
        holding = [
            interval
            for interval in line
            if (interval.start is None or interval.start <= day) and (interval.end is None or day < interval.end)
        ]
        assert [(interval.status, interval.possible) for interval in holding] == [(status.status, status.possible)]


@settings(max_examples=60)
@given(lives(), acts(number=99))
def test_a_later_event_never_changes_an_earlier_day(life: Life, later: dict[str, Any]) -> None:
    before, after = of(life), of(life, later)
    happened = date.fromisoformat(later["date"])
    changed = {change.day for party in (None, *PARTIES) for one in (before, after) for change in one.line(party)}
    for day in sorted({*changed, happened}):
        if day < happened:
            assert standing(before, day) == standing(after, day)
    eve = happened - timedelta(days=1)
    assert standing(before, eve) == standing(after, eve)


@settings(max_examples=50)
@given(lives(vague=True, most=3), st.data())
def test_more_sources_that_agree_change_nothing(life: Life, data: st.DataObject) -> None:
    treaty, told = life
    again = [{**fact, "id": f"{fact['id']}-again", "sources": ["other"]} for fact in told if data.draw(st.booleans())]
    other = source("other", "reference", published="2015-12-31")
    one, two = (history(catalog(treaty, *facts, sources=(other,))) for facts in (told, [*told, *again]))
    for party in (None, *PARTIES):
        assert [segment[:3] for segment in one.segments(party)] == [segment[:3] for segment in two.segments(party)]


@settings(max_examples=50)
@given(lives(vague=True, most=3), st.data())
def test_a_more_exact_source_that_agrees_only_makes_the_answer_more_certain(life: Life, data: st.DataObject) -> None:
    treaty, told = life
    vague = [fact for fact in told if fact["date"].count("-") != 2 or "/" in fact["date"]]
    if not vague:
        return
    fact = data.draw(st.sampled_from(vague))
    made = catalog(treaty, *told)
    believed = told_by(history(made), fact).date
    day = data.draw(st.dates(min_value=believed.earliest, max_value=believed.latest))
    exact = {**fact, "id": "exact", "date": str(day)}
    surer = history(catalog(treaty, *told, exact))
    for asked in (date(1990, 1, 1), day, day + timedelta(days=1), date(2000, 6, 1), date(2014, 1, 1)):
        for party in (None, *PARTIES):
            assert set(surer.at(asked, party).standings) <= set(history(made).at(asked, party).standings)


@settings(max_examples=50)
@given(lives(vague=True, most=3), days, st.randoms(use_true_random=False))
def test_for_every_choice_of_days_the_answer_is_among_the_possible_ones(
    life: Life, asked: date, chance: random.Random
) -> None:
    treaty, told = life
    vague = catalog(treaty, *told)
    days_chosen: dict[str, date] = {}
    for found in history(vague).occurrences:
        length = (found.date.latest - found.date.earliest).days
        days_chosen[found.id] = found.date.earliest + timedelta(days=chance.randrange(length + 1))
    chosen = [{**fact, "date": str(days_chosen[told_by(history(vague), fact).id])} for fact in told]
    exact = history(catalog(treaty, *chosen))
    for party in (None, *PARTIES):
        assert exact.at(asked, party).status in history(vague).at(asked, party).possible


@settings(max_examples=50)
@given(lives(vague=True, most=3), st.randoms(use_true_random=False))
def test_the_order_of_facts_does_not_matter(life: Life, chance: random.Random) -> None:
    treaty, told = life
    shuffled = list(told)
    chance.shuffle(shuffled)
    one, two = of((treaty, told)), of((treaty, shuffled))
    for party in (None, *PARTIES):
        assert [segment[:3] for segment in one.segments(party)] == [segment[:3] for segment in two.segments(party)]


@settings(max_examples=50)
@given(lives(vague=True, most=3))
def test_what_has_ended_stays_ended_and_nobody_is_bound_by_it(life: Life) -> None:
    made = of(life)
    line = made.line()
    ends = [position for position, change in enumerate(line) if change.after.status in ENDED]
    assert ends in ([], [len(line) - 1]) or all(change.after.status == line[ends[0]].after.status for change in line[ends[0] :])  # fmt: skip
    if ends and len({change.day for change in line}) == len(line):
        end = line[ends[0]].day
        possible = made.at(end).possible
        if possible == (line[ends[0]].after.status,):
            assert all(made.at(end, party).status not in ("party", "provisional") for party in PARTIES)


@settings(max_examples=50)
@given(lives(vague=True, most=3))
def test_every_change_says_by_which_rule_and_why(life: Life) -> None:
    made = of(life)
    for party in (None, *PARTIES):
        for change in made.line(party):
            assert change.rule in RULES
            assert change.causes
            words = TREATY_STATUSES if party is None else PARTY_STATUSES
            assert change.after.status in words
            assert change.before != change.after


@settings(max_examples=40)
@given(lives(most=6), days, days)
def test_what_nobody_knew_yet_is_not_believed(life: Life, known: date, asked: date) -> None:
    """Under a knowledge day the answer is that of the acts done by then: the register tells each on its day."""
    treaty, told = life
    done = [fact for fact in told if date.fromisoformat(fact["date"]) <= known]
    one = catalog(treaty, *told).at(asked, known_by=known).history("pact")
    assert standing(one, asked) == standing(of((treaty, done)), asked)


def test_an_act_that_has_effect_from_an_earlier_day_is_the_one_exception() -> None:
    treaty: dict[str, Any] = {"entry_into_force": {"article": "I", "by": "instruments", "count": 1}}
    made = history(catalog(multilateral(**treaty), act("ratification", "1996-12-11", "FI", effective="1993-01-01")))
    assert made.at(date(1994, 1, 1)).status == "in-force"


def test_what_has_effect_from_an_earlier_day_stands_in_the_intervals_seen_from_then() -> None:
    force: dict[str, Any] = {"article": "I", "by": "instruments", "count": 1}
    made = catalog(
        multilateral(entry_into_force=force), act("ratification", "1996-12-11", "FI", effective="1993-01-01")
    ).at("1994-01-01")
    assert made.intervals("pact", "FI")[-1].status == made.party_status("pact", "FI").status == "party"
