"""Positions of a snapshot: small catalogs for each rule of issues, and the answers of the record to hold."""

from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build import act, bilateral, catalog, issue, said, source
from treatywatch.errors import QuestionError
from treatywatch.rules.positions import SILENT
from treatywatch.snapshot import Catalog, Snapshot
from treatywatch.snapshot.answers import Evidence, Explanation

IN_FORCE = (
    bilateral(duration={"article": "II", "period": "P10Y"}, extension={"article": "III", "longest": "P5Y", "times": 1}),
    act("signature", "2010-04-08", "US", "RU"),
    act("ratification", "2011-02-05", "US", "RU"),
)
EXTENSION = issue(treaty="pact", agreement="all-parties", settled_by=[{"type": "extension"}])


def stance(snapshot: Snapshot, party: str, name: str = "issue") -> str:
    (found,) = snapshot.positions(party=party, issue=name)
    return found.stance


def outlook(snapshot: Snapshot, name: str = "issue") -> str | None:
    return snapshot.alignment(issue=name)[0].outlook


def test_an_extension_waits_for_who_has_not_spoken_and_is_blocked_by_who_opposes() -> None:
    asked = catalog(
        *IN_FORCE,
        issues=[EXTENSION],
        positions=[
            said("supports", "2020-01-01"),
            said("conditional", "2020-03-01", "US"),
            said("opposes", "2020-04-01", "US"),
            said("supports", "2020-05-01", "US"),
        ],
    )
    closing = "to be agreed before 2021-02-05"
    assert outlook(asked.at("2019-12-31")) == f"waits for RU, US; {closing} (402 days)"
    assert outlook(asked.at("2020-01-01")) == f"waits for US; {closing} (401 days)"
    assert outlook(asked.at("2020-03-01")) == f"hangs on conditions of US; {closing} (341 days)"
    assert outlook(asked.at("2020-04-01")) == f"blocked by US; {closing} (310 days)"
    assert outlook(asked.at("2020-05-01")) == f"all parties support it; {closing} (280 days)"
    assert asked.at("2020-05-01").alignment(issue="issue")[0].at_one


def test_an_issue_is_settled_by_the_event_that_decides_it_and_moot_when_the_treaty_ends() -> None:
    asked = catalog(
        *IN_FORCE,
        act("extension", "2021-02-03", "US", "RU", until="2026-02-05"),
        issues=[EXTENSION, issue("after", treaty="pact", outlives=True)],
        positions=[said("supports", "2020-01-01"), said("supports", "2020-01-01", issue="after")],
    )
    states = {
        day: asked.at(day).positions(issue="issue")[0].state for day in ("2021-02-02", "2021-02-03", "2026-02-05")
    }
    assert [(state.state, str(state.since)) for state in states.values()] == [
        ("open", "None"),
        ("settled", "2021-02-03"),
        ("moot", "2026-02-05"),
    ]
    assert states["2026-02-05"].settled_by is not None
    assert outlook(asked.at("2021-02-03")) == "settled on 2021-02-03"
    assert outlook(asked.at("2026-02-05")) == "moot since 2026-02-05"
    assert asked.at("2026-02-05").positions(issue="after")[0].state.state == "open"


def test_a_vague_deciding_event_leaves_the_state_open_until_it_certainly_happened() -> None:
    asked = catalog(
        *IN_FORCE,
        act("extension", "2021-01", "US", "RU", until="2026-02-05"),
        issues=[EXTENSION],
        positions=[said("supports", "2020-01-01")],
    )
    state = asked.at("2021-01-15").positions(issue="issue")[0].state
    assert (state.state, state.possible) == ("open", ("open", "settled"))
    assert asked.at("2021-01-31").positions(issue="issue")[0].state.possible == ("settled",)


def test_where_several_must_act_the_last_of_them_decides() -> None:
    asked = catalog(
        bilateral(),
        act("signature", "2010-04-08", "US", "RU"),
        act("ratification", "2011-01-01", "US"),
        act("ratification", "2011-02-05", "RU"),
        issues=[issue(treaty="pact", settled_by=[{"type": "ratification", "parties": ["US", "RU"]}])],
        positions=[said("supports", "2010-01-01")],
    )
    assert asked.at("2011-02-04").positions(issue="issue")[0].state.state == "open"
    assert str(asked.at("2011-02-05").positions(issue="issue")[0].state.since) == "2011-02-05"


def test_an_issue_with_a_day_of_its_own_is_moot_from_then_on() -> None:
    asked = catalog(issues=[issue(moot_from="1991-12-26")], positions=[said("supports", "1990-01-01")])
    assert asked.at("1991-12-25").positions()[0].state.state == "open"
    assert str(asked.at("1991-12-26").positions()[0].state.since) == "1991-12-26"


def test_support_and_a_partys_own_act_against_it_stand_side_by_side() -> None:
    asked = catalog(
        *IN_FORCE,
        act("suspension", "2015-01-01", "US"),
        act("suspension", "2015-02-01", "RU"),
        issues=[issue(treaty="pact", contradicted_by=[{"type": "suspension"}])],
        positions=[
            said("supports", "2014-06-01"),
            said("supports", "2015-01-01", "US", outlet=True),
            said("opposes", "2016-01-01"),
        ],
    )
    ru, us = asked.at("2015-02-01").positions(issue="issue")
    assert [deed.date.text for deed in ru.contradicted_by] == ["2015-02-01"]
    assert us.contradicted_by == (), "an outlet's word is not the party's"
    why = asked.at("2015-02-01").explain_position("issue", "RU")
    assert [one.rule for one in why.also] == ["word-and-deed"]
    assert asked.at("2015-01-31").positions(issue="issue")[0].contradicted_by == ()
    assert asked.at("2016-01-01").positions(issue="issue")[0].contradicted_by == ()


def test_an_act_before_the_support_contradicts_nothing() -> None:
    asked = catalog(
        *IN_FORCE,
        act("suspension", "2015-01-01", "RU"),
        issues=[issue(treaty="pact", contradicted_by=[{"type": "suspension"}])],
        positions=[said("supports", "2015-02-01")],
    )
    assert asked.at("2020-01-01").positions(party="RU")[0].contradicted_by == ()


def test_what_was_not_public_or_not_told_by_the_sources_asked_does_not_stand() -> None:
    asked = catalog(
        issues=[issue()],
        sources=(source("early", "news", "2020-01-02"), source("late", "news", "2020-06-01")),
        positions=[
            said("supports", "2020-01-01", sources=["early"]),
            said("opposes", "2020-03-01", sources=["late"]),
            said("conditional", "2020-07-01", sources=["late"], id="forecast"),
        ],
    )
    assert stance(asked.at("2020-12-31"), "RU") == "opposes", "a source cannot tell of what came after it"
    assert stance(asked.at("2020-12-31", known_by="2020-05-31"), "RU") == "supports"
    assert asked.at("2020-12-31", known_by="2020-01-01").positions() == ()
    assert stance(asked.at("2020-12-31", according_to="early"), "RU") == "supports"
    why = asked.at("2020-12-31", known_by="2020-05-31").explain_position("issue", "RU")
    assert [left.date.text for left in why.not_known] == ["2020-03-01"]


def test_explain_names_the_statement_its_place_and_what_outranked_what() -> None:
    asked = catalog(
        issues=[issue()],
        positions=[
            said("opposes", "2020-01-01", id="old"),
            said("supports", "2020-02-01", id="best", office="head-of-state", at="P3", speaker="A. Leader"),
            said("supports", "2020-02-01", id="same", office="head-of-state", at="P9", speaker="A. Leader"),
            said("opposes", "2020-02-01", id="less", office="spokesperson"),
            said("opposes", "2020-03-01", id="later", outlet=True),
        ],
    )
    why = asked.at("2020-04-01").explain_position("issue", "RU")
    assert (why.rule, why.status) == ("latest-statement-stands", "supports")
    assert [one.occurrence for one in _evidence(why.because)] == ["best", "same"]
    assert [one.sources for one in _evidence(why.because)] == [(("register", "P3"),), (("register", "P9"),)]
    told = {(one.rule, tuple(e.occurrence for e in _evidence(one.because))) for one in why.also}
    assert told == {
        ("higher-office-same-day", ("less",)),
        ("own-words-first", ("later",)),
        ("shift", ("old", "best")),
    }
    whole = asked.at("2020-04-01").explain_position("issue")
    assert [one.status for one in whole.also] == ["supports", SILENT]


def _evidence(because: Iterable[Evidence | Explanation]) -> list[Evidence]:
    return [one for one in because if isinstance(one, Evidence)]


@pytest.mark.parametrize("names", [{"issue": "isue"}, {"party": "Rusia"}, {"treaty": "pac"}])
def test_an_unknown_name_is_a_question_that_cannot_be_asked(names: dict[str, str]) -> None:
    asked = catalog(*IN_FORCE, issues=[EXTENSION]).at("2020-01-01")
    for ask in (asked.positions, asked.shifts, asked.statements):
        with pytest.raises(QuestionError):
            ask(names.get("treaty"), party=names.get("party"), issue=names.get("issue"))


def test_an_issue_about_another_treaty_has_no_answer() -> None:
    asked = catalog(*IN_FORCE, bilateral("other"), issues=[EXTENSION], positions=[said("supports", "2020-01-01")])
    assert asked.at("2020-01-01").positions("other", issue="issue") == ()


# --- The record -----------------------------------------------------------------------------------


def test_2020_05_06_russia_supports_the_extension_and_it_waits_for_the_united_states(real: Catalog) -> None:
    asked = real.at("2020-05-06")
    ru, us = asked.positions(issue="new-start-extension")
    assert (ru.party, ru.stance, us.party, us.stance) == ("RU", "supports", "US", "noncommittal")
    assert us.statement is not None
    assert us.statement.voice == "characterised"
    assert us.told[0][0] == "xinhua-2020-05-06"
    assert outlook(asked, "new-start-extension") == "waits for US; to be agreed before 2021-02-05 (275 days)"


def test_2020_07_25_the_united_states_opposes_as_characterised(real: Catalog) -> None:
    asked = real.at("2020-07-25")
    ru, us = asked.positions(issue="new-start-extension")
    assert (ru.stance, us.stance) == ("supports", "opposes")
    assert ru.held.report is not None
    assert "five years" in ru.held.report.summary
    assert us.statement is not None
    assert us.statement.voice == "characterised"
    (shift,) = asked.shifts(issue="new-start-extension")
    assert (shift.party, shift.shift.before.stance, shift.shift.after.stance) == ("US", "noncommittal", "opposes")
    assert (shift.between, shift.shift.certain) == (("2020-05-06", "2020-07-25"), True)
    (cn,) = asked.positions(issue="china-joins-talks", party="CN")
    assert cn.statement is not None
    assert (cn.stance, cn.statement.speaker) == ("opposes", "Fu Cong")


def test_the_extension_is_settled_and_later_moot(real: Catalog) -> None:
    (ru, _) = real.at("2021-02-04").positions(issue="new-start-extension")
    assert (ru.state.state, str(ru.state.since)) == ("settled", "2021-02-03")
    assert ru.state.settled_by is not None
    assert ru.state.settled_by.type == "extension"
    assert real.at("2021-02-02").positions(issue="new-start-extension")[0].state.state == "open"
    (ru, _) = real.at("2026-11-21").positions(issue="new-start-extension")
    assert (ru.state.state, str(ru.state.since)) == ("moot", "2026-02-05")


def test_after_expiry_russia_keeps_the_limits_on_conditions(real: Catalog) -> None:
    (ru,) = real.at("2026-11-21").positions(issue="limits-after-expiry", party="RU")
    assert ru.statement is not None
    assert (ru.stance, ru.statement.speaker, ru.statement.date.text) == (
        "conditional",
        "Sergey Lavrov",
        "2026-02-11",
    )
    assert ru.state.state == "open"


def test_the_parties_differ_on_the_violation_of_the_inf_treaty(real: Catalog) -> None:
    asked = real.at("2026-11-21")
    assert (stance(asked, "US", "russian-inf-violation"), stance(asked, "RU", "russian-inf-violation")) == (
        "supports",
        "opposes",
    )


@pytest.mark.parametrize("day", ["2017-01-01", "2017-12-10", "2017-12-25"])
def test_before_its_day_an_article_tells_nothing(real: Catalog, day: str) -> None:
    asked = real.at(day, according_to="tass-2017-12-26")
    assert asked.positions() == ()
    assert asked.shifts() == ()
    assert real.at("2017-12-26", according_to="tass-2017-12-26").positions() != ()
    assert real.at("2017-12-26", known_by="2017-12-25", according_to="tass-2017-12-26").positions() == ()


def test_russia_supported_the_ctbt_and_then_revoked(real: Catalog) -> None:
    (ru,) = real.at("2023-11-03").positions(issue="ctbt-ratification", party="RU")
    assert ru.stance == "supports"
    assert [deed.type for deed in ru.contradicted_by] == ["ratification-revocation"]


def test_the_salt_limits_were_kept_up_after_salt_i_and_without_salt_ii(real: Catalog) -> None:
    assert stance(real.at("1977-10-04"), "US", "salt-1-observed") == "conditional"
    assert stance(real.at("1986-05-27"), "US", "salt-limits-observed") == "opposes"
    assert stance(real.at("1986-12-05"), "SU", "salt-limits-observed") == "supports"


days = st.dates(date(2017, 12, 1), date(2026, 12, 31))


def test_support_for_the_limits_stands_beside_the_suspension_that_followed(real: Catalog) -> None:
    (russia,) = real.at("2023-03-02").positions("new-start", party="RU", issue="new-start-limits")
    assert russia.stance == "supports"
    assert [(act.type, str(act.date)) for act in russia.contradicted_by] == [("suspension", "2023-02-28")]
    (before,) = real.at("2023-02-27").positions("new-start", party="RU", issue="new-start-limits")
    assert before.contradicted_by == ()


@settings(max_examples=40)
@given(as_of=days, known_by=days)
def test_no_position_comes_from_later_or_from_what_was_not_known(real: Catalog, as_of: date, known_by: date) -> None:
    asked = real.at(as_of, known_by=known_by)
    curated = {one.id: one for one in real.document.positions}
    for where in asked.positions():
        if where.statement is None:
            assert where.stance == SILENT
            continue
        assert curated[where.statement.id].stance == where.stance
        assert where.statement.date.latest <= as_of
        assert all(name in real.contents.sources for name, _ in where.told)
        for name, _ in where.told:
            known = real.contents.sources[name]
            day = known.published.latest if known.published else where.statement.date.latest
            assert day <= known_by
    for shift in asked.shifts():
        assert shift.shift.between[1] <= as_of


@settings(max_examples=25)
@given(data=st.data(), as_of=days)
def test_a_source_taken_away_makes_no_shift_that_the_rest_do_not_carry(
    real: Catalog, data: st.DataObject, as_of: date
) -> None:
    sources = sorted({source for one in real.document.positions for source in one.sources})
    gone = data.draw(st.sampled_from(sources))
    rest = real.at(as_of, according_to=[source for source in sorted(real.contents.sources) if source != gone])
    whole = {(s.issue, s.party, s.shift.before.id, s.shift.after.id) for s in real.at(as_of).shifts()}
    lost = [one for one in real.document.positions if gone in one.sources]
    for shift in rest.shifts():
        before, after = shift.shift.before, shift.shift.after
        assert gone not in (*before.sources, *after.sources)
        if (shift.issue, shift.party, before.id, after.id) not in whole:
            assert any((one.issue, one.party) == (shift.issue, shift.party) for one in lost)


def test_every_stance_of_the_record_is_listed_and_explained(real: Catalog) -> None:
    asked = real.at("2026-11-21")
    for where in asked.positions():
        why = asked.explain_position(where.issue.id, where.party)
        assert why.status == where.stance
        assert (why.rule == "silence") == (where.statement is None)
        assert (len(why.vague) > 0) == where.uncertain
