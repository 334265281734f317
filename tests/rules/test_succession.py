"""States that cease to exist, those that continue them, and those that succeed them (VCSST 34-36)."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build import act, bilateral, catalog, multilateral
from tests.rules.ask import brought, due, line, of, refused, status

FORCE = {"article": "I", "by": "instruments", "count": 2, "delay": "P60D"}
NOTICE = {"article": "X", "notice": "P6M"}


def test_continuing_state_takes_over_status_flags_and_what_awaits_it() -> None:
    made = catalog(
        bilateral(sides=[["US"], ["SU", "RU"]], withdrawal=NOTICE),
        act("ratification", "1988-06-01", "US", "SU"),
        act("suspension", "1990-01-01", "SU"),
        act("withdrawal-notice", "1991-10-01", "SU"),
    )
    assert of(made, "1991-12-25", "SU") == "party suspended withdrawing"
    assert of(made, "1991-12-26", "RU") == "party suspended withdrawing"
    assert brought(made, "RU")[0] == ("1991-12-26", "party", "continuing-state")
    assert line(made)[-1] == ("1992-04-01", "terminated")
    assert due(made, "1992-01-01", "withdrawal-effect", "RU")[0][0] == "1992-04-01"


def test_a_treaty_of_two_goes_on_under_the_continuing_state() -> None:
    made = catalog(bilateral(sides=[["US"], ["SU", "RU"]]), act("ratification", "1972-10-03", "US", "SU"))
    assert status(made, "2000-01-01") == "in-force"
    assert [party.party for party in made.at("2000-01-01").status("pact").parties] == ["RU", "US"]


def test_extinct_state_is_no_party_and_its_instrument_counted_in_its_day() -> None:
    made = catalog(
        multilateral(entry_into_force=FORCE),
        act("ratification", "1992-12-01", "CS"),
        act("ratification", "1992-12-21", "FI"),
    )
    assert brought(made, "CS")[-1] == ("1993-01-01", "none", "extinct-state")
    assert line(made)[-1] == ("1993-02-19", "in-force"), "two had consented when the second did"
    late = catalog(
        multilateral(entry_into_force=FORCE),
        act("ratification", "1992-12-01", "CS"),
        act("ratification", "1993-06-01", "FI"),
    )
    assert status(late, "2000-01-01") == "signed", "a state that is no more is not counted with those that come later"


def test_successor_state_stands_as_its_predecessor_did() -> None:
    made = catalog(
        multilateral(entry_into_force={**FORCE, "count": 3}),
        act("signature", "1992-03-24", "CS"),
        act("ratification", "1992-12-21", "CS"),
        act("ratification", "1993-01-01", "CZ", manner="succession", predecessor="CS"),
        act("ratification", "1993-01-01", "SK", manner="succession", predecessor="CS"),
        act("ratification", "2001-11-02", "FI"),
    )
    assert brought(made, "CZ")[0] == ("1993-01-01", "contracting", "successor-state")
    assert line(made)[-1] == ("2002-01-01", "in-force")
    assert line(made, "SK")[-1] == ("2002-01-01", "party")


def test_successor_state_of_a_party_is_a_party_at_once() -> None:
    made = catalog(
        multilateral(entry_into_force={**FORCE, "late_joiners": "P90D"}),
        act("ratification", "1990-01-01", "CS", "FI"),
        act("ratification", "1996-10-22", "SK", manner="succession", predecessor="CS"),
    )
    assert line(made, "SK") == [("1996-10-22", "party")]


def test_a_successors_instrument_can_be_the_last_that_was_needed() -> None:
    made = catalog(
        multilateral(entry_into_force=FORCE),
        act("signature", "1990-11-19", "SU", "FI"),
        act("ratification", "1991-01-01", "FI"),
        act("ratification", "1992-10-30", "UA", manner="succession", predecessor="SU"),
    )
    assert line(made)[-1] == ("1992-12-29", "in-force")


def test_a_successor_that_applies_the_treaty_provisionally_goes_on_doing_so() -> None:
    made = catalog(
        multilateral(entry_into_force=FORCE),
        act("signature", "1990-11-19", "SU", "FI"),
        act("provisional-application", "1992-07-17", "UA", "FI"),
        act("ratification", "1992-08-01", "UA", manner="succession", predecessor="SU"),
    )
    assert of(made, "1992-09-01", "UA") == "provisional"


def test_successor_state_cannot_join_twice_or_too_late() -> None:
    joins = {"manner": "succession", "predecessor": "CS"}
    twice = catalog(
        multilateral(entry_into_force=FORCE),
        act("ratification", "1992-12-01", "CS"),
        act("ratification", "1993-01-01", "CZ", **joins),
        act("ratification", "1994-01-01", "CZ", occasion="again", **joins),
    )
    assert refused(twice) == [("successor-state", "second-consent")]
    late = catalog(
        multilateral(), act("signature", "1990-01-01", "CS"), act("termination", "1992-01-01"), act("ratification", "1993-01-01", "CZ", **joins)
    )  # fmt: skip
    assert refused(late) == [("successor-state", "after-end")]


@settings(max_examples=30)
@given(st.sampled_from(["signature", "ratification"]), st.dates().map(lambda day: day.replace(year=1980)))
def test_the_continuing_state_stands_the_day_after_as_the_old_one_stood_the_day_before(kind: str, day: object) -> None:
    made = catalog(
        multilateral(entry_into_force=FORCE), act(kind, str(day), "SU"), act("ratification", "1985-01-01", "FI")
    )
    assert of(made, "1991-12-25", "SU") == of(made, "1991-12-26", "RU")
    assert (of(made, "1991-12-26", "SU"), of(made, "1991-12-25", "RU")) == ("none", "none")
