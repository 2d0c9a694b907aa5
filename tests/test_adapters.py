"""Adapters: given functions around a student's, which test cells call in the student's process."""

import copy
import json

import nbformat
import pytest
from classroom import own, solved
from conftest import Class

from autograder import trusted
from autograder import verify as proofs
from autograder.judging.judge import Judge
from autograder.notebook import Solved
from autograder.sandbox import available

ONE = "04_pooling_backward"
ADAPTER = """
class Sum:  # no plain data: it could not leave the student's process
    def __init__(self, dA_prev): self.value = dA_prev.sum()

def total(dA, cache, mode="max"):
    return float(Sum(pool_backward(dA, cache, mode)).value)
"""
TEST = """
# pool_backward: its sum
### BEGIN HIDDEN TESTS
from autograder.testing import cases, close, holds

@holds(total)
def the_gradient_that_came_in_goes_out(total):
    dA, cache, mode = cases.pool_backward(mode="average").args
    close(total(dA**2, cache, mode), (dA**2).sum(), "the sum of dA_prev")
### END HIDDEN TESTS
"""
AGREES = """
# pool_backward: its result
### BEGIN HIDDEN TESTS
from autograder.testing import agree, cases

agree(through, cases.pool_backward())
### END HIDDEN TESTS
"""
ANSWERS = {
    "right": {},
    "wrong helper": {"distribute_value": "def distribute_value(dz, shape):\n    return np.full(shape, dz)"},
    "wrong": {"pool_backward": "def pool_backward(dA, cache, mode='max'):\n    return 0 * cache[0]"},
    "not finished": {
        "pool_backward": "def pool_backward(dA, cache, mode='max'):\n    dA_prev = None\n    return dA_prev"
    },
}


def with_adapter(nb):
    """The notebook, with adapters behind all exercises, and a test for each in the place of another one."""
    nb = copy.deepcopy(nb)
    locked = {"schema_version": 3, "grade": False, "locked": True, "solution": False, "task": False}
    made = nbformat.v4.new_code_cell(ADAPTER.strip(), id="total")
    given = "def through(*args):\n    return pool_backward(*args)"
    made.source += f"\n\n{given}"
    made.metadata = nbformat.from_dict({"tags": ["adapter"], "nbgrader": locked | {"grade_id": "total"}})
    tests = [cell for cell in nb.cells if cell.source.startswith("# pool_backward: ")]
    for cell, source in zip(tests[-2:], (TEST, AGREES), strict=True):
        cell.source = source.strip()
    nb.cells.insert(nb.cells.index(tests[-2]), made)
    return nb


@pytest.fixture(scope="module")
def adapted() -> Solved:
    return Solved(solved(ONE).path, with_adapter(solved(ONE).nb))


@pytest.fixture(scope="module")
def judge(adapted):
    with Judge(adapted, sandbox=not available()) as judge:
        yield judge


def handed_in(adapted: Solved, answers: dict[str, str], *after: str) -> bytes:
    nb = json.loads(json.dumps(adapted.with_answers(answers)))
    nb["cells"] += [own(source) for source in after]
    return json.dumps(nb).encode()


def of_adapters(adapted: Solved, tests) -> list:
    ids = [test.id for test in adapted.tests if test.source in (TEST.strip(), AGREES.strip())]
    return [test for test in tests if test.id in ids]


def test_an_adapter_is_known_by_its_name_and_stands_behind_what_it_may_call(adapted):
    assert adapted.adapters == {"total": "total", "through": "total"}
    assert adapted.helpers_of("total", "pool_backward") == ["create_mask_from_window", "distribute_value"]
    assert adapted.helpers_of("total", "distribute_value") == ["create_mask_from_window", "pool_backward"]


def test_a_test_reaches_the_students_function_through_an_adapter(adapted, judge):
    tests = of_adapters(adapted, judge.grade(handed_in(adapted, {})).tests)
    assert [(test.status, test.message) for test in tests] == [("passed", "")] * 2


def test_a_wrong_helper_is_not_charged_through_an_adapter(adapted, judge):
    judged = judge.grade(handed_in(adapted, ANSWERS["wrong helper"]))
    assert {test.status for test in of_adapters(adapted, judged.tests)} == {"passed"}
    # One test takes the mean of each window, and the other the maximum, which needs nothing of it.
    assert {test.message for test in of_adapters(adapted, judged.tests)} == {"", "Right, once distribute_value is."}


def test_the_exercise_that_is_tested_is_never_replaced(adapted, judge):
    judged = judge.grade(handed_in(adapted, ANSWERS["wrong"]))
    assert {test.status for test in of_adapters(adapted, judged.tests)} == {"failed"}


def test_the_unfilled_line_is_that_of_the_exercise(adapted, judge):
    tests = of_adapters(adapted, judge.grade(handed_in(adapted, ANSWERS["not finished"])).tests)
    assert {test.message for test in tests} == {
        "pool_backward is not finished: line 2 of its cell still says “dA_prev = None”."
    }


def test_a_cell_of_the_students_does_not_replace_an_adapter(adapted, judge):
    forged = "def total(dA, cache, mode='max'):\n    return float(dA.sum())", "through = None"
    tests = of_adapters(adapted, judge.grade(handed_in(adapted, ANSWERS["wrong"], *forged)).tests)
    assert {test.points for test in tests} == {0}
    tests = of_adapters(adapted, judge.grade(handed_in(adapted, {}, *forged, "print(total(1, 2))")).tests)
    assert {test.status for test in tests} == {"passed"}


def test_an_adapter_that_cannot_be_made_says_why(adapted):
    broken = copy.deepcopy(adapted.nb)
    (cell,) = [cell for cell in broken.cells if cell.id == "total"]
    by_name = "@{pool_backward.__name__: lambda made: made}['pool_backward']"
    for name in ("total", "through"):
        cell.source = cell.source.replace(f"def {name}", f"{by_name}\ndef {name}")
    broken = Solved(adapted.path, broken)
    nameless = {"pool_backward": "import functools\npool_backward = functools.partial(print)"}
    with Judge(broken, sandbox=not available()) as judge:
        assert judge.grade(handed_in(broken, {})).points == 100
        tests = of_adapters(broken, judge.grade(handed_in(broken, nameless)).tests)
    assert "total, a given function around yours, could not be defined: AttributeError: " in tests[0].message
    assert {test.status for test in tests} == {"error"}


@pytest.mark.parametrize("answers", ANSWERS.values(), ids=ANSWERS)
def test_without_a_kernel_the_points_are_the_judges(adapted, judge, answers):
    outcomes = trusted.run(adapted.with_answers(answers), adapted.tests)
    judged = judge.grade(handed_in(adapted, answers))
    assert [outcome.points for outcome in outcomes] == [test.points for test in judged.tests]


def test_plain_nbgrader_gives_the_judges_points_and_messages(adapted, judge, make_course, tmp_path):
    course: Class = make_course(tmp_path, ONE)
    nbformat.write(adapted.nb, course.solution(ONE))
    course.nbg("generate_assignment", ONE, "--force")
    for student, answers in ANSWERS.items():
        course.hand_in(student.replace(" ", "-"), ONE, answers)
    course.nbg("autograde", ONE)
    for student in ANSWERS:
        name = student.replace(" ", "-")
        judged = judge.grade((course.submitted / name / ONE / f"{ONE}.ipynb").read_bytes())
        assert course.points(ONE, name) == {test.id: test.points for test in judged.tests}, student
        if student == "not finished":
            shown = (course.autograded / name / ONE / f"{ONE}.ipynb").read_text()
            messages = {test.message for test in of_adapters(adapted, judged.tests)}
            assert all(json.dumps(message, ensure_ascii=False)[1:-1] in shown for message in messages)


def test_verify_lets_tests_use_adapters_and_wants_them_locked(adapted):
    assert list(proofs._form(adapted)) == []
    nb = copy.deepcopy(adapted.nb)
    (cell,) = [cell for cell in nb.cells if cell.id == "total"]
    cell.metadata.nbgrader.locked = False
    cell.source += "\n\ndef pool_backward(): pass"
    said = [f"{one.where} | {one.what}" for one in proofs._form(Solved(adapted.path, nb))]
    assert said == [
        f"{adapted.path}, cell total | a cell with the tag “adapter” should be read-only",
        f"{adapted.path}, cell total | pool_backward is also the name of an exercise",
    ]
