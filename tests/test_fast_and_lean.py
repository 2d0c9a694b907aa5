"""Tests that ask for speed, or for little memory: in the judge, and in one process, as nbgrader has it."""

import copy
import json

import numpy as np
import pytest
from classroom import handed_in, right, solved
from judges import judge_of

from autograder import cases, reference, trusted
from autograder.judging.judge import Judge
from autograder.notebook import Solved
from autograder.sandbox import Worker, available
from autograder.testing import fast, lean

ONE = "02_pooling"
TESTS = (
    """# pool_forward: it is fast
### BEGIN HIDDEN TESTS
from autograder.testing import cases, fast, lean

fast(pool_forward, cases.pool_forward(m=16, n_H=64, n_W=64, n_C=4))
### END HIDDEN TESTS""",
    """# pool_forward: it is lean
### BEGIN HIDDEN TESTS
from autograder.testing import cases, fast, lean

lean(pool_forward, cases.pool_forward(m=2, n_H=64, n_W=64, n_C=4), 2**24)
### END HIDDEN TESTS""",
)
WHOLE = """
def pool_forward(A_prev, hparameters, mode="max"):
    f, stride = hparameters["f"], hparameters["stride"]
    windows = np.lib.stride_tricks.sliding_window_view(A_prev, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    return (np.max if mode == "max" else np.mean)(windows, axis=(4, 5)), (A_prev, hparameters)
"""
GREEDY = WHOLE.replace("    return", "    kept = np.empty(2**23)\n    return")
WRONG = WHOLE.replace("np.max if", "np.min if")
NEVER = "def pool_forward(A_prev, hparameters, mode='max'):\n    while True: pass"


@pytest.fixture(scope="module")
def asking() -> Solved:
    """The solved notebook, with a test of speed and one of memory in the place of others."""
    nb = copy.deepcopy(solved(ONE).nb)
    tests = [cell for cell in nb.cells if cell.metadata.get("nbgrader", {}).get("points")]
    for cell, source in zip(tests, TESTS, strict=False):
        cell.source = source
    return Solved(solved(ONE).path, nb)


@pytest.fixture(scope="module")
def judge(asking):
    with judge_of(asking) as judge:
        yield judge


def grade(judge: Judge, source: str) -> list:
    return list(judge.grade(handed_in(ONE, {"pool_forward": source})).tests[:2])


def test_work_on_whole_arrays_is_fast_and_lean(judge):
    assert [(test.status, test.message) for test in grade(judge, WHOLE)] == [("passed", "")] * 2


def test_loops_over_all_entries_are_not_fast_and_the_reason_is_told(judge):
    speed, memory = grade(judge, right("pool_forward"))
    assert speed.points == 0 and memory.status == "passed"
    assert "pool_forward with A_prev of shape (16, 64, 64, 4)" in speed.message
    for words in ("the function needed more than", "Work on whole arrays at once needs", "20 times", "A loop over"):
        assert words in speed.message


def test_a_loop_without_end_is_not_fast(judge):
    speed, _ = grade(judge, NEVER)
    assert speed.status == "timeout" and "Work on whole arrays" in speed.message


def test_what_takes_much_memory_is_not_lean_and_the_next_call_has_it_again(judge):
    speed, memory = grade(judge, GREEDY)
    assert (speed.status, memory.points) == ("passed", 0)
    assert "the function needed more than 16 MB of memory beyond its arguments" in memory.message
    assert judge.grade(handed_in(ONE, {"pool_forward": GREEDY})).points == 100 - memory.max_points


def test_a_fast_and_lean_answer_is_right_as_well(judge):
    assert [test.status for test in grade(judge, WRONG)] == ["failed", "failed"]
    assert all("A" in test.message and "should be" in test.message for test in grade(judge, WRONG))


def test_a_clock_that_the_student_changes_shows_nothing(judge):
    changed = "import time\ntime.process_time = time.thread_time = time.perf_counter = lambda: 0.0\n"
    speed, _ = grade(judge, changed + right("pool_forward"))
    assert speed.points == 0


@pytest.mark.skipif(bool(available()), reason="without a sandbox there may be no clock")
def test_a_time_that_is_not_known_is_not_fast(judge, monkeypatch):
    monkeypatch.setattr(Worker, "_cpu", lambda self, id: None)
    speed, _ = grade(judge, WHOLE)
    assert (speed.status, speed.points) == ("error", 0) and "could not be told" in speed.message


def test_in_the_students_process_the_answers_are_the_same(asking):
    for source, passed in ((WHOLE, [True, True]), (right("pool_forward"), [False, True]), (WRONG, [False, False])):
        outcomes = trusted.run(asking.with_answers({"pool_forward": source}), asking.tests[:2])
        assert [not outcome.message for outcome in outcomes] == passed, json.dumps([o.message for o in outcomes])


def test_memory_is_limited_in_this_process_too():
    def greedy(*args):
        assert np.ones(2**23).size
        return reference.pool_forward(*args)

    case = cases.pool_forward()
    lean(reference.pool_forward, case, 2**24)
    with pytest.raises(AssertionError, match="more than 16 MB of memory"):
        lean(greedy, case, 2**24)
    lean(greedy, case, 2**28)


def test_the_exercise_has_one_try():
    """What it keeps of a first call helps it nothing."""
    calls = []

    def counted(*args):
        calls.append(args)
        return reference.pool_forward(*args)

    fast(counted, cases.pool_forward())
    assert len(calls) == 1
