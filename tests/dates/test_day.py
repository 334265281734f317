import json
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given

from tests.dates.strategies import days
from treatywatch.dates import Day, parse_day
from treatywatch.models.base import Model

LAX = [86400, "86400", 1296864000, "1296864000", 1296864000.0, True, None, "", [], b"2011-02-05"]
"""What pydantic alone reads as 1970-01-02 or 2011-02-05, or what is no day at all."""

NO_DAYS = [
    "2011-02-05T00:00",
    "2011-02-05 ",
    " 2011-02-05",
    "2011-2-5",
    "20110205",
    "2011-02-30",
    "0000-01-01",
    "٢٠١١-٠٢-٠٥",
    "2011-W05-6",
    "2011-02-05\n",
    datetime(2011, 2, 5, tzinfo=UTC),
    time(0),
]


class Dated(Model):
    day: Day


@pytest.mark.parametrize("value", [*LAX, *NO_DAYS], ids=repr)
def test_nothing_but_a_day_is_a_day(value: object) -> None:
    with pytest.raises(ValueError, match="is not a day"):
        parse_day(value)
    with pytest.raises(ValueError, match="is not a day"):
        Dated.model_validate({"day": value})


@pytest.mark.parametrize("value", [86400, "86400", 1296864000, 1296864000.5, None, "2011-02-05T00:00:00"], ids=repr)
def test_nothing_but_a_day_is_a_day_in_json(value: Any) -> None:
    with pytest.raises(ValueError, match="is not a day"):
        Dated.model_validate_json(json.dumps({"day": value}))


@given(days)
def test_a_day_is_read_from_a_date_and_from_its_text(day: date) -> None:
    assert parse_day(day) == parse_day(day.isoformat()) == day
    assert Dated.model_validate_json(Dated(day=day).model_dump_json()) == Dated(day=day)
