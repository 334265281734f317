"""Problems as values, and the few exceptions that leave the package.

A `Problem` is something wrong at a place: loaders and checks return all of them at
once. Exceptions are for the outermost edge: a question that cannot be asked, or data
that cannot be read at all.
"""

from typing import Literal, NamedTuple

__all__ = ["DataError", "Problem", "QuestionError", "Severity", "TreatywatchError"]

Severity = Literal["error", "warning", "info"]


class Problem(NamedTuple):
    """Something wrong at a place in the data: what it is, where, and how to mend it.

    `file` is the path as the reader knows it, `line` and `column` count from 1 and are None
    where the place is the file as a whole. `path` is the field (`event.3.date`), `hint` the
    remedy, `subject` the treaty it is about and `sources` the ids of the sources involved.
    """

    code: str
    severity: Severity
    message: str
    file: str | None = None
    line: int | None = None
    column: int | None = None
    path: str | None = None
    hint: str | None = None
    subject: str | None = None
    sources: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """`file:line:column`, as far as it is known; the form that editors jump to."""
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)

    def __str__(self) -> str:
        where = f"{self.place}: " if self.file else ""
        field = f"{self.path}: " if self.path else ""
        remedy = f" ({self.hint})" if self.hint else ""
        return f"{where}{self.severity}: {field}{self.message}{remedy}"


class TreatywatchError(Exception):
    """The family of all errors that this package raises on purpose."""


class QuestionError(TreatywatchError):
    """A question that cannot be asked: an unknown treaty, party, source or issue, or a bad date.

    `hint` names the nearest known names, where there are any.
    """

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message if hint is None else f"{message} ({hint})")
        self.hint = hint


class DataError(TreatywatchError):
    """Data that cannot be used. `problems` holds every problem found, not the first alone."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        errors = [problem for problem in problems if problem.severity == "error"]
        super().__init__("\n".join(str(problem) for problem in errors))
        self.problems = problems
