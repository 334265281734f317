"""An article's own statements, each held against the record: as known now, and as known when it was published.

A fact is judged by what is left when its source, and every outlet that passes on the same account, keep silent: a
source never supports itself. A forecast is judged by what the rules projected on the day of publication.
"""

from __future__ import annotations

from treatywatch.snapshot.factcheck.judge import factcheck
from treatywatch.snapshot.factcheck.verdict import VERDICTS, FactVerdict, Scorecard, Verdict

__all__ = ["VERDICTS", "FactVerdict", "Scorecard", "Verdict", "factcheck"]
