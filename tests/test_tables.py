"""Tables in a terminal: where there is no room for a column of each exercise, the reasons say the points."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from autograder import tables
from autograder.course import Course
from autograder.grading import Graded, Lost, Submission
from autograder.judging.verdict import RAISED, THE_FUNCTION_RAISED, Judged, Verdict
from autograder.notebook import Solved

COURSE = Course(Path(__file__).parents[1])


def shown(assignment: str, exercise: str) -> str:
    solved = Solved.read(COURSE.solution(assignment))
    test = next(test for test in solved.tests if test.exercise == exercise)
    points = dict.fromkeys(solved.exercises, 5.0)
    result = Graded(Submission("ada", assignment), points, 50, (Lost(exercise, test.id, "no", "mirrors_the_windows"),))
    console = Console(width=80, file=io.StringIO())
    console.print(tables.assignment_table(COURSE, assignment, [result]))
    return console.file.getvalue()


@pytest.mark.parametrize(
    "assignment, exercise, reason",
    [
        ("02_pooling", "pool_forward", "pool_forward, 1 test: mirrors the windows"),
        ("06_fast_convolution", "im2col", "im2col 5 of 13, 1 test: mirrors the windows"),
    ],
)
def test_reasons_stand_on_one_line_of_eighty_columns(assignment, exercise, reason):
    assert reason in shown(assignment, exercise)


def test_what_a_function_raised_and_in_which_line_is_told_once():
    where = f"\n{RAISED}line 5 of its cell, “A[9]”."
    messages = [f"call {n}: {THE_FUNCTION_RAISED}IndexError: {n // 2} is too large{where}" for n in range(4)]
    tests = [Verdict(str(n), f"pool_forward: {n}", 0, 5, "error", message) for n, message in enumerate(messages)]
    console = Console(width=160, file=io.StringIO())
    console.print(tables.verdicts_table(Judged("02_pooling", tuple(tests))))
    said = console.file.getvalue()
    assert said.count(where.strip()) == 1
    assert [f"call {n}" in said for n in range(4)] == [True, False, True, False]
    assert said.count("the same IndexError") == 2
