"""Treaties' lives drawn at random: any acts, by anybody, in any order, for the laws that hold of them all."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.build import act, bilateral, multilateral

__all__ = ["PARTIES", "acts", "days", "lives", "treaties"]

PARTIES = ("US", "RU", "SU", "UA", "FI")
FIRST, LAST = date(1985, 1, 1), date(2015, 12, 31)

days = st.dates(min_value=FIRST, max_value=LAST)


@st.composite
def _dates(draw: st.DrawFn, *, vague: bool) -> str:
    day = draw(days)
    if not vague or draw(st.booleans()):
        return str(day)
    return draw(st.sampled_from([f"{day:%Y-%m}", f"{day}/{day + timedelta(days=draw(st.integers(1, 90)))}"]))


_OF_A_PARTY = (
    "signature",
    "ratification",
    "ratification",
    "ratification",
    "provisional-application",
    "ratification-revocation",
    "repudiation",
    "suspension",
    "resumption",
    "withdrawal-notice",
    "withdrawal-notice",
    "withdrawal-revocation",
    "withdrawal",
    "armed-conflict",
    "end-of-armed-conflict",
    "non-renewal",
)
_OF_THE_TREATY = ("entry-into-force", "termination", "expiry", "extension")


@st.composite
def acts(draw: st.DrawFn, *, vague: bool = False, number: int = 0) -> dict[str, Any]:
    """One act; `number` tells it apart from others of its kind."""
    day = draw(_dates(vague=vague))
    if draw(st.integers(0, 5)) == 0:
        kind = draw(st.sampled_from(_OF_THE_TREATY))
        more = {"by": "P2Y"} if kind == "extension" else {}
        return act(kind, day, id=f"act-{number}", occasion=f"nth-{number}", **more)
    party, kind = draw(st.sampled_from(PARTIES)), draw(st.sampled_from((*_OF_A_PARTY, "objection")))
    if kind == "objection":
        against = draw(st.sampled_from(["suspension", "withdrawal-notice", "ratification"]))
        return act(kind, day, party, id=f"act-{number}", to=against, of=[draw(st.sampled_from(PARTIES))])
    return act(kind, day, party, id=f"act-{number}", occasion=f"nth-{number}")


@st.composite
def treaties(draw: st.DrawFn) -> dict[str, Any]:
    """A treaty of two or of many, with any clauses."""
    notice = {"article": "X", "notice": draw(st.sampled_from(["P3M", "P6M", "P150D"]))}
    if draw(st.booleans()):
        notice["counts"] = "day-after"
    clauses: dict[str, Any] = {
        "withdrawal": draw(st.sampled_from([None, notice, {**notice, "held_by_conflict": True}])),
        "duration": draw(
            st.sampled_from(
                [
                    {"article": "XI"},
                    {"article": "XI", "period": "P10Y"},
                    {"article": "XI", "until": "2005-12-31"},
                    {"article": "XI", "period": "P5Y", "renewal": "P5Y"},
                ]
            )
        ),
    }
    if draw(st.booleans()):
        by = draw(st.sampled_from(["exchange", "record", "signature"]))
        return bilateral(sides=[["US"], ["SU", "RU", "UA"]], entry_into_force={"article": "I", "by": by}, **clauses)
    force: dict[str, Any] = {"article": "I", "by": "instruments", "count": draw(st.integers(1, 3))}
    late: dict[str, Any] = draw(
        st.sampled_from([{}, {"delay": "P60D"}, {"first_of_month": 2}, {"delay": "P30D", "late_joiners": "P90D"}])
    )
    return multilateral(entry_into_force={**force, **late}, **clauses)


@st.composite
def lives(draw: st.DrawFn, *, vague: bool = False, most: int = 9) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """A treaty with its acts."""
    count = draw(st.integers(0, most))
    return draw(treaties()), [draw(acts(vague=vague, number=number)) for number in range(count)]
