"""The board: what is understood at a glance, and what is folded away."""

from datetime import date

from tests.build import act, bilateral, catalog, multilateral
from treatywatch.reports.answer import Table
from treatywatch.reports.board import board, folded, status_table
from treatywatch.reports.boards import parties_table
from treatywatch.snapshot import Catalog


def cells(table: Table, row: int = 0) -> dict[str, str]:
    return {column.name: cell.text for column, cell in zip(table.columns, table.rows[row], strict=True)}


def lasting(*more: object) -> Catalog:
    """A treaty of ten years, in force from 2011-02-05."""
    acts = [act("signature", "2010-04-08", "US", "RU"), act("ratification", "2011-02-05", "US", "RU")]
    return catalog(bilateral(duration={"article": "II", "period": "P10Y"}), *acts, *more)  # type: ignore[arg-type]


def test_a_row_says_status_since_when_how_long_still_and_what_is_next() -> None:
    snapshot = lasting().at("2020-07-25")
    table = board(snapshot, snapshot.statuses())
    assert cells(table) == {
        "Treaty": "Pact",
        "Status": "in force",
        "Since": "2011-02-05",
        "Term": "195 days left",
        "Next": "2021-02-05, in 195 days: Pact expires",
        "Notes": "",
    }
    assert table.rows[0][1].sign == "+"


def test_the_bar_is_the_share_of_the_term_gone_by() -> None:
    made = lasting()
    for day, expected in (("2011-02-05", 0.0), ("2016-02-05", 1826 / 3653), ("2021-02-04", 3652 / 3653)):
        snapshot = made.at(day)
        assert board(snapshot, snapshot.statuses()).rows[0][3].share == expected


def test_the_bar_of_a_treaty_that_renews_itself_is_of_the_present_period() -> None:
    record = bilateral(duration={"article": "II", "period": "P5Y", "renewal": "P5Y"})
    made = catalog(record, act("signature", "1990-12-11", "US", "RU"), act("ratification", "1990-12-11", "US", "RU"))
    snapshot = made.at("2023-06-11")
    share = board(snapshot, snapshot.statuses()).rows[0][3].share
    assert share is not None
    assert 0.49 < share < 0.51


def test_one_that_has_ended_says_how_long_ago() -> None:
    snapshot = lasting().at("2021-02-15")
    table = board(snapshot, snapshot.statuses())
    assert cells(table)["Status"] == "expired"
    assert cells(table)["Term"] == "ended 10 days ago"
    assert table.rows[0][1].sign == "x"


def test_many_who_left_are_told_in_full_and_shown_as_a_few() -> None:
    names = ("US", "RU", "UA", "CN", "FI", "SE")
    record = multilateral(
        entry_into_force={"article": "I", "by": "instruments", "count": 2},
        withdrawal={"article": "III", "notice": "P6M"},
    )
    acts = [act("ratification", "2000-01-01", *names)]
    acts += [act("withdrawal-notice", "2005-01-01", name) for name in names[1:]]
    snapshot = catalog(record, *acts).at("2006-01-01")
    note = board(snapshot, snapshot.statuses()).rows[0][5]
    assert note.text == "left: China, Finland, Russia, Sweden and Ukraine"
    assert note.short == "left: China, Finland, Russia and 2 more"


def test_the_real_board_is_grouped_by_subject(real: Catalog) -> None:
    snapshot = real.at("2026-11-21")
    table = board(snapshot, snapshot.statuses())
    groups = [row[0].text for row in table.rows]
    assert table.grouped
    assert groups == sorted(groups)
    assert len(groups) == len(snapshot.treaties)


def test_folding_names_the_ended_the_latest_first(real: Catalog) -> None:
    snapshot = real.at("2026-11-21")
    said = folded([snapshot.status("inf"), snapshot.status("new-start")]).text
    assert said == "2 ended, listed with --all: New START expired 2026-02-05; INF Treaty terminated 2019-08-02."


def test_uncertain_statuses_are_all_named() -> None:
    made = catalog(bilateral(), act("signature", "2000", "US", "RU"))
    snapshot = made.at("2000-06-01")
    words = cells(status_table(snapshot.statuses()))["Status"]
    assert words == "not concluded or signed, not in force ?"


def test_what_is_not_certain_is_not_said_as_certain() -> None:
    made = catalog(
        bilateral(),
        act("signature", "2000-01-01", "US", "RU"),
        act("ratification", "2000-03-01", "US", "RU"),
        act("withdrawal", "2019-08", "US"),
    )
    row = cells(status_table(made.at("2019-08-05").statuses(), as_of=date(2019, 8, 5)))
    assert row["Status"] == "in force or terminated ?"
    assert row["Term"] == "perhaps ended between 2019-08-01 and 2019-08-05"
    assert row["Notes"] == "perhaps left: United States"
    (status,) = made.at("2019-08-05").statuses()
    assert parties_table(status, status.parties).title == "Pact: 0 to 2 parties"
    (after,) = made.at("2019-09-01").statuses()
    assert parties_table(after, after.parties).title == "Pact: 0 parties"
    assert cells(status_table([after]))["Notes"] == "left: United States"
