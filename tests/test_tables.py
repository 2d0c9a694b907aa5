"""Tables in a terminal: where there is no room for a column of each exercise, the reasons say the points."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from autograder import tables
from autograder.course import Course
from autograder.grading import Graded, Lost, Submission
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
