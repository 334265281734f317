import pytest

from treatywatch import DataError, Problem, QuestionError, TreatywatchError


@pytest.mark.parametrize(
    ("problem", "place", "said"),
    [
        (Problem("x", "error", "wrong"), "", "error: wrong"),
        (Problem("x", "warning", "wrong", file="a.toml"), "a.toml", "a.toml: warning: wrong"),
        (
            Problem("x", "error", "wrong", "a.toml", 3, 8, "event.0.date", "write YYYY-MM-DD"),
            "a.toml:3:8",
            "a.toml:3:8: error: event.0.date: wrong (write YYYY-MM-DD)",
        ),
        (Problem("x", "info", "wrong", "a.toml", 3), "a.toml:3", "a.toml:3: info: wrong"),
    ],
)
def test_a_problem_says_where_what_and_how_to_mend_it(problem: Problem, place: str, said: str) -> None:
    assert problem.place == place
    assert str(problem) == said


def test_a_question_error_carries_its_hint() -> None:
    assert str(QuestionError("no treaty is called 'x'")) == "no treaty is called 'x'"
    asked = QuestionError("no treaty is called 'x'", "did you mean y?")
    assert (str(asked), asked.hint) == ("no treaty is called 'x' (did you mean y?)", "did you mean y?")
    assert isinstance(asked, TreatywatchError)


def test_a_data_error_tells_every_error_and_keeps_every_problem() -> None:
    problems = (Problem("x", "error", "one"), Problem("x", "warning", "two"), Problem("x", "error", "three"))
    error = DataError(problems)
    assert str(error) == "error: one\nerror: three"
    assert error.problems == problems
    assert isinstance(error, TreatywatchError)
