"""How treaties stand on any day, party by party, and why.

    >>> import treatywatch
    >>> catalog = treatywatch.load()
    >>> status = catalog.at("2020-07-25").status("New START")
    >>> status.status, str(status.since)
    ('in-force', '2011-02-05')
    >>> [(count.days, count.span.words) for count in status.deadlines if count.deadline.kind == "expiry"]
    [(195, '6 months 11 days')]

`catalog.at(as_of, known_by=..., according_to=...)` gives a `Snapshot`: statuses, deadlines, intervals, findings and
explanations for a day, with two clocks (the day asked about, and what was public by then).
Names are those of the Vienna Convention on the Law of Treaties; dates are EDTF (ISO 8601-2).
"""

from typing import TYPE_CHECKING, Any

from treatywatch._version import __version__

if TYPE_CHECKING:
    from treatywatch.dates import CalendarSpan as CalendarSpan
    from treatywatch.dates import Edtf as Edtf
    from treatywatch.dates import Span as Span
    from treatywatch.dates import Term as Term
    from treatywatch.errors import DataError as DataError
    from treatywatch.errors import Problem as Problem
    from treatywatch.errors import QuestionError as QuestionError
    from treatywatch.errors import TreatywatchError as TreatywatchError
    from treatywatch.models import Document as Document
    from treatywatch.rules import RULES as RULES
    from treatywatch.snapshot import Catalog as Catalog
    from treatywatch.snapshot import Snapshot as Snapshot
    from treatywatch.snapshot import load as load

_HOMES = {
    "CalendarSpan": "dates",
    "Edtf": "dates",
    "Span": "dates",
    "Term": "dates",
    "DataError": "errors",
    "Problem": "errors",
    "QuestionError": "errors",
    "TreatywatchError": "errors",
    "Document": "models",
    "RULES": "rules",
    "Catalog": "snapshot",
    "Snapshot": "snapshot",
    "load": "snapshot",
}

__all__ = [
    "__version__",
    *sorted(_HOMES),
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for: importing the package loads neither pydantic nor rich."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{home}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
