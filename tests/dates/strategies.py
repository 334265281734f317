"""Days, terms and vague dates of every form, nasty ones often."""

from datetime import date, timedelta

from hypothesis import strategies as st

from treatywatch.dates import Edtf, Term

__all__ = ["days", "edtf", "near_days", "periods", "terms"]

_NASTY = [
    date.min,
    date.max,
    date(1, 12, 31),
    date(9999, 1, 1),
    date(2000, 2, 29),
    date(1900, 2, 28),
    date(2019, 8, 31),
    date(2020, 12, 31),
    date(2021, 1, 1),
]

days = st.sampled_from(_NASTY) | st.dates()

near_days = st.dates(date(2019, 1, 1), date(2020, 3, 31))
"""Days close together, so that ranges often overlap."""


@st.composite
def _texts(draw: st.DrawFn) -> str:
    """EDTF text of every form."""
    mark = draw(st.sampled_from(["", "", "", "?", "~", "%"]))
    day = draw(near_days)
    year, month, exact = f"{day.year:04}", f"{day.month:02}", day.isoformat()
    later = (day + timedelta(days=draw(st.integers(0, 400)))).isoformat()
    points = [exact, f"{year}-{month}", year, f"{year[:3]}X", f"{year[:2]}XX", f"{year}-XX", f"{exact[:7]}-XX"]
    spans = [f"{exact}/{later}{mark}", f"../{exact}{mark}", f"{exact}{mark}/..", f"{year}-{month}/{later}"]
    return draw(st.sampled_from([f"{point}{mark}" for point in points] + spans).filter(_readable))


def _readable(text: str) -> bool:
    try:
        Edtf(text)
    except ValueError:
        return False
    return True


edtf = _texts().map(Edtf)

terms = (
    st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(0, 9), st.integers(0, 999))
    .filter(any)
    .map(lambda parts: Term("P" + "".join(f"{n}{unit}" for n, unit in zip(parts, "YMWD", strict=True) if n)))
)

periods = st.tuples(near_days, st.integers(0, 200)).map(lambda it: (it[0], it[0] + timedelta(days=it[1])))
