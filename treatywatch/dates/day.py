"""One exact day, read strictly: a real date, or the text `YYYY-MM-DD`, and nothing else."""

import re
from datetime import date, datetime
from typing import Annotated

from pydantic import BeforeValidator

__all__ = ["Day", "parse_day"]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def parse_day(value: object) -> date:
    """Read a day from a `date` or from `YYYY-MM-DD`.

    Raises ValueError for all else: numbers (pydantic alone would read 86400 as 1970-01-02),
    a moment with a time of day, and days that the calendar does not have.
    """
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise ValueError(f"{value!r} is not a day of the calendar") from None
    raise ValueError(f"{value!r} is not a day: write YYYY-MM-DD")


Day = Annotated[date, BeforeValidator(parse_day)]
"""A pydantic field type: a day, from a TOML date or from the text `YYYY-MM-DD`."""
