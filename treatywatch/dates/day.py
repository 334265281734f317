"""One exact day, read strictly: a real date, or the text `YYYY-MM-DD`, and nothing else."""

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

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


class _Strictly:
    """Makes pydantic read a date field with `parse_day`."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> "CoreSchema":
        from pydantic_core import core_schema  # dates are used where pydantic is not loaded

        return core_schema.no_info_before_validator_function(parse_day, handler(source))


Day = Annotated[date, _Strictly()]
"""A pydantic field type: a day, from a TOML date or from the text `YYYY-MM-DD`."""
