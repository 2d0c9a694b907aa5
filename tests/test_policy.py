"""Limits of a course, an assignment, a cell and a test, and what of helpers is withheld."""

import copy
import json

import nbformat
import pytest
from classroom import handed_in, right, solved
from conftest import ROOT
from judges import judge_of

from autograder.course import Course
from autograder.errors import AutograderError
from autograder.inside.limits import MB, Limits
from autograder.judging import policy
from autograder.judging.policy import Policy
from autograder.notebook import Solved

ONE = "02_pooling"


def limited(metadata: dict | None = None, **cells: dict) -> Solved:
    """The solved notebook with limits: its own, and those of cells by their ids."""
    nb = copy.deepcopy(solved(ONE).nb)
    if metadata is not None:
        nb.metadata["autograder"] = nbformat.from_dict(metadata)
    for cell in nb.cells:
        if cell.id in cells:
            cell.metadata["autograder"] = {"limits": cells.pop(cell.id)}
    assert not cells
    return Solved(solved(ONE).path, nb)


def grade(one: Solved, answer: str, limits: Limits | None = None):
    with judge_of(one, limits) as judge:
        return judge.grade(handed_in(ONE, {"pool_forward": answer}))


def test_a_cell_goes_over_the_assignment_and_that_over_the_course_and_that_over_the_defaults():
    made = Policy.of(
        limited({"limits": {"call_seconds": 3}}, gaps={"call_seconds": 4}, pool_forward={"cell_seconds": 70}),
        Limits(call_seconds=2, cell_seconds=5),
    )
    assert (made.limits.call_seconds, made.limits.cell_seconds) == (3, 5)
    assert made.limits.memory_bytes == Limits().memory_bytes
    assert (made.limits_of("gaps").call_seconds, made.limits_of("gaps").cell_seconds) == (4, 5)
    assert made.limits_of("pool_forward") == Limits(call_seconds=3, cell_seconds=70)
    assert made.limits_of("sides") == made.limits_of(None) == made.limits
    assert made.most == Limits(call_seconds=4, cell_seconds=70)


def test_the_limits_of_a_course_stand_in_its_settings(course):
    settings = course.root / "nbgrader_config.py"
    assert Course(course.root).limits == Limits()
    before = settings.read_text()
    settings.write_text(f"{before}\nc.Autograder.limits = {{'threads': 3}}\n")
    assert Course(course.root).limits == Limits(threads=3)
    settings.write_text(f"{before}\nc.Autograder.limits = {{'threats': 3}}\n")
    with pytest.raises(AutograderError, match=r"nbgrader_config\.py, c\.Autograder\.limits: there is no limit named"):
        _ = Course(course.root).limits


@pytest.mark.parametrize("value", [0, -1, True, "3", None, float("inf"), float("nan"), 10**12, [3]])
def test_a_limit_that_makes_no_sense_is_told_with_its_place(value):
    with pytest.raises(
        AutograderError, match=r"02_pooling\.ipynb, cell gaps: the limit call_seconds should be a number"
    ):
        Policy.of(limited(gaps={"call_seconds": value}))


@pytest.mark.parametrize(
    "metadata, said",
    [
        ({"limits": {"speed": 3}}, r"there is no limit named 'speed'\. There are: cell_seconds, .*threads"),
        ({"limits": {"threads": 2.5}}, "threads should be a whole number above 0"),
        ({"limits": {"memory_bytes": 1000}}, f"memory_bytes should be a whole number between {256 * MB} and"),
        ({"limits": [3]}, "limits should be a table"),
        ({"limit": {}}, "has limit; there can be limits and withhold"),
        ([3], "should be a table"),
        ({"withhold": "helpers.layers"}, "should be a list of modules"),
        ({"withhold": ["helpers.nothing"]}, r"no module helpers\.nothing to withhold"),
        ({"withhold": ["numpy"]}, "no module numpy to withhold"),
    ],
)
def test_metadata_that_make_no_sense_are_told_with_what_is_allowed(metadata, said):
    with pytest.raises(AutograderError, match=rf"02_pooling\.ipynb.*{said}"):
        Policy.of(limited(metadata))


def test_text_has_no_limits():
    with pytest.raises(AutograderError, match=r"cell title: only code cells"):
        Policy.of(limited(title={"cell_seconds": 3}))


# It takes some processor time for a batch of one image, which one test calls it with.
SLOW = """import time
def rest(seconds):
    end = time.process_time() + seconds
    while time.process_time() < end: pass
"""


def answer(statement: str) -> str:
    line = f"    if len(A_prev) == 1: {statement}\n    ### START CODE HERE ###\n"
    return SLOW + right("pool_forward").replace("    ### START CODE HERE ###\n", line)


def test_the_limits_of_a_test_are_those_of_its_calls():
    one = next(test for test in solved(ONE).tests if test.points == 4 and "one example" in test.name)
    made = answer("rest(0.8)")
    assert grade(limited(), made).points == 100
    judged = grade(limited(**{one.id: {"call_cpu_seconds": 0.3}}), made)
    (lost,) = [test for test in judged.tests if test.status != "passed"]
    assert (lost.id, lost.status) == (one.id, "timeout") and "0.3 seconds of processor time" in lost.message
    judged = grade(limited(**{one.id: {"call_cpu_seconds": 20}}), made, Limits(call_cpu_seconds=0.3))
    assert judged.points == 100


KEEPS = """
kept = np.ones(2**27)
without = pool_forward

def pool_forward(*args, **kwargs):
    assert kept.size
    return without(*args, **kwargs)
"""


def test_a_cell_can_have_more_memory_than_the_others():
    """A process keeps to what it was born with, so that the highest limit has to be known then."""
    makes = right("pool_forward") + KEEPS
    assert grade(limited(), makes).points < 100
    assert grade(limited(pool_forward={"memory_bytes": 4096 * MB}), makes).points == 100


def test_the_metadata_of_a_submission_are_not_looked_at():
    def raise_the_limit(nb):
        for holder in (nb, *nb["cells"]):
            holder["metadata"]["autograder"] = {"limits": {"call_cpu_seconds": 1000, "speed": 3}, "withhold": 3}

    data = handed_in(ONE, {"pool_forward": answer("rest(1.5)")}, change=raise_the_limit)
    with judge_of(limited({"limits": {"call_cpu_seconds": 0.5}})) as judge:
        assert judge.grade(data).points == 96


def test_of_the_given_layers_those_are_withheld_that_are_asked_for():
    found = {one.name: policy.withheld(one) for one in map(solved, ("01_convolution", "04_pooling_backward"))}
    convolution, backward = found.values()
    assert {"helpers.layers.convolution", "helpers.layers.padding"} <= convolution.keys()
    assert not {"helpers.layers", "helpers.layers.pooling", "helpers.gradients"} & convolution.keys()
    assert {"helpers.layers.pooling_backward", "helpers.gradients"} <= backward.keys()
    assert "zero_pad" in convolution["helpers.layers.padding"]


def test_every_layer_that_is_an_exercise_is_withheld_in_its_notebook():
    from helpers import layers

    for path in sorted((ROOT / "solutions").glob("*/*.ipynb")):
        one = Solved.read(path)
        given = [name for name in one.exercises if name in dir(layers)]
        said = " ".join(policy.withheld(one).values())
        assert [name for name in given if name not in said] == []


def test_withheld_layers_refuse_and_the_others_work():
    ask = "from helpers.layers import {0}\n"
    wants = "def pool_forward(A_prev, hparameters, mode='max'):\n    return {0}(A_prev, hparameters, mode)"
    judged = grade(limited(), ask.format("pool_forward as given") + wants.format("given"))
    assert judged.points == 0 and "write it yourself" in judged.tests[0].message
    uses = ask.format("zero_pad") + "import numpy as np\nassert zero_pad(np.ones((1, 1, 1, 1)), 1).shape[1] == 3\n"
    assert grade(limited(), uses + right("pool_forward")).points == 100
    judged = grade(limited({"withhold": ["helpers.layers"]}), uses + right("pool_forward"))
    assert judged.points == 100  # the function is right, whatever stands in front of it
    assert "write it yourself" in json.dumps(judged.shown["pool_forward"])
