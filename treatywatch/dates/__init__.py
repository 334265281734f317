"""Days, vague days, terms and spans. Knows no clock and no treaty.

Conventions, stated once: a date is a day, never a moment; a span of days includes its start
and excludes its end; an unknown order is `None`, never False.
"""

from treatywatch.dates.day import Day, parse_day
from treatywatch.dates.edtf import Edtf
from treatywatch.dates.span import CalendarSpan, Span
from treatywatch.dates.term import Term

__all__ = ["CalendarSpan", "Day", "Edtf", "Span", "Term", "parse_day"]
