"""Points are right: a known mistake costs its own exercise and nothing else, a right answer in any style costs nothing.

Run here without nbgrader's kernel, for speed; tests/test_nbgrader.py shows that nbgrader gives the same points.
"""

from functools import cache
from pathlib import Path

import pytest
from conftest import a_fifth

from autograder import cases, catalogue, reference, trusted
from autograder.course import Course
from autograder.notebook import Solved, TestCell

COURSE = Course(Path(__file__).parents[1])


@cache
def solved_notebooks() -> list[Solved]:
    return [Solved.read(COURSE.solution(name)) for name in COURSE.assignments()]


def solved_notebook(exercise: str) -> Solved:
    (found,) = (solved for solved in solved_notebooks() if exercise in solved.exercises)
    return found


def failed(answer: catalogue.Answer, tests: list[TestCell]) -> list:
    """Those of some test cells of its notebook that an answer fails."""
    solved = solved_notebook(answer.exercise)
    outcomes = trusted.run(solved.with_answers({answer.exercise: answer.source}), tests)
    return [outcome for outcome in outcomes if outcome.message]


def name_of(answer) -> str:
    return f"{answer.exercise}-{answer.name}"


@pytest.mark.parametrize("answer", catalogue.styles(), ids=name_of)
def test_a_right_answer_in_another_style_has_full_marks(answer):
    tests = solved_notebook(answer.exercise).tests_with(answer.exercise)
    assert [f"{outcome.test.name}: {outcome.message}" for outcome in failed(answer, tests)] == []


@pytest.mark.parametrize("name", ["made-up 1", "made-up 2", "test-67"])
@pytest.mark.parametrize("assignment", COURSE.assignments()[:5])
def test_a_right_answer_has_full_marks_whatever_the_secret(assignment, name, monkeypatch):
    """Under test-67, the gradient of the bias of a drawn case is zero, and a measured one is nothing but rounding."""
    monkeypatch.setenv("AUTOGRADER_SECRET", name)
    _, _, db = reference.conv_backward(*cases.conv_backward(n_H=5, n_W=4, n_C=2, stride=2, pad=1).args)
    assert (name == "test-67") == (not db.any())
    solved = Solved.read(COURSE.solution(assignment))
    assert [one for one in trusted.run(solved.with_answers({}), solved.tests) if one.message] == []


@pytest.mark.parametrize("answer", a_fifth(catalogue.mistakes()), ids=name_of)
@pytest.mark.filterwarnings("ignore")
def test_a_mistake_fails_the_test_cell_that_is_about_it_and_none_of_another_exercise(answer):
    """Which others of its own exercise it fails, `autograder verify` prints."""
    tests = solved_notebook(answer.exercise).tests_with(answer.exercise)
    meant = [test.id for test in tests if answer.is_meant_by(test)]
    others = [test for test in tests if test.exercise != answer.exercise or test.id in meant]
    assert [outcome.test.id for outcome in failed(answer, others)] == meant != []


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("assignment", COURSE.assignments())
def test_every_test_cell_is_failed_by_some_mistake(assignment):
    for test in Solved.read(COURSE.solution(assignment)).tests:
        # Those that are meant for it first: one that fails it is enough.
        mistakes = sorted(catalogue.mistakes(test.exercise), key=lambda one: not one.is_meant_by(test))
        assert any(failed(one, [test]) for one in mistakes), test.name


def test_the_tests_that_an_answer_can_fail_are_its_own_and_those_of_what_calls_it():
    solved = solved_notebook("conv_forward")
    assert {test.exercise for test in solved.tests_with("conv_forward")} == {"conv_forward"}
    assert {test.exercise for test in solved.tests_with("zero_pad")} == {"zero_pad", "conv_forward"}
    solved = solved_notebook("network_backward")
    assert "network_forward" in {test.exercise for test in solved.tests_with("flatten_forward")}
    assert {test.exercise for test in solved.tests_with("softmax_cross_entropy")} == {"softmax_cross_entropy"}


def test_a_later_exercise_is_judged_with_right_helpers(capsys):
    """conv_forward is right, and the functions that it calls are not: it keeps its points."""
    solved = solved_notebook("conv_forward")
    answers = {
        answer.exercise: answer.source
        for answer in catalogue.mistakes()
        if answer.name in {"pads_rows_only", "bias_per_entry"} and answer.exercise != "conv_forward"
    }
    assert set(answers) == {"zero_pad", "conv_single_step"}
    outcomes = trusted.run(solved.with_answers(answers), solved.tests)
    assert {outcome.test.exercise for outcome in outcomes if outcome.message} == set(answers)


@pytest.mark.parametrize("assignment", COURSE.assignments())
def test_points_of_an_assignment_are_100(assignment):
    assert Solved.read(COURSE.solution(assignment)).points == 100


def test_cases_depend_on_the_course_secret(monkeypatch):
    from autograder import cases

    first = cases.zero_pad().args[0]
    assert (cases.zero_pad().args[0] == first).all()
    monkeypatch.setenv("AUTOGRADER_SECRET", "something else")
    assert (cases.zero_pad().args[0] != first).any()
