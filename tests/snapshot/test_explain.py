"""Every flag that a status shows has its reason in the explanation."""

import pytest

from tests.build import act, bilateral, catalog
from treatywatch.snapshot import Catalog


@pytest.fixture(scope="module")
def made() -> Catalog:
    return catalog(
        bilateral(withdrawal={"article": "X", "notice": "P6M"}),
        act("signature", "2000-01-01", "US", "RU"),
        act("ratification", "2000-03-01", "US", "RU"),
        act("suspension", "2001-01-01", "RU"),
        act("objection", "2001-02-01", "US", to="suspension", of=["RU"]),
        act("withdrawal-notice", "2001-03-01", "US"),
        act("resumption", "2001-04-01", "RU"),
    )


@pytest.mark.parametrize(
    ("day", "flags", "rules"),
    [
        ("2000-06-01", (), []),
        ("2001-01-15", ("suspended",), ["suspension"]),
        ("2001-03-15", ("contested", "suspended", "withdrawing"), ["contested", "suspension", "withdrawal-notice"]),
        ("2001-04-15", ("withdrawing",), ["withdrawal-notice"]),
    ],
)
def test_a_treaty_says_why_it_has_the_flags_of_its_parties(
    made: Catalog, day: str, flags: tuple[str, ...], rules: list[str]
) -> None:
    snapshot = made.at(day)
    assert snapshot.status("pact").flags == flags
    why = snapshot.explain("pact")
    assert all(flag in why.conclusion for flag in flags)
    assert [reason.rule for reason in why.also] == rules
    assert all(reason.because for reason in why.also)


def test_every_flag_on_record_is_explained(real: Catalog) -> None:
    for day in ("1993-01-01", "2008-01-01", "2019-02-02", "2019-08-02", "2023-04-01", "2026-02-04"):
        snapshot = real.at(day)
        for status in snapshot.statuses():
            why = snapshot.explain(status.id)
            told = f"{why.conclusion} {[reason.conclusion for reason in why.also]}"
            for flag in set(status.flags) & {"suspended", "withdrawing", "contested"}:
                assert why.conclusion.count(flag) == 1, (day, status.id)
                assert told.count(flag) > 1, (day, status.id, flag)
