"""A submission that loops is cut short; one that is slow is not."""

import pytest
from classroom import handed_in, right, solved
from judges import judge_of

from autograder.inside.limits import Limits
from autograder.judging.judge import Judge, TakesLong
from autograder.judging.patience import Patience
from autograder.sandbox import CallResult, available

ONE = "02_pooling"
LIMITS = Limits(call_cpu_seconds=4, call_seconds=20, cell_cpu_seconds=30)
TIMEOUT, OK = CallResult("timeout"), CallResult("ok")


def cpu(patience: Patience, function: str = "f", limits: Limits = LIMITS) -> float:
    return patience.for_call(function, limits).call_cpu_seconds


def test_a_function_that_uses_up_its_time_has_less_and_less_of_it_and_others_have_all():
    patience, had = Patience(LIMITS), []
    for _ in range(5):
        had.append(cpu(patience))
        patience.call_ended("f", LIMITS, TIMEOUT, 4)
    assert had == [4, 0.4, 0.4, 0.2, 0.2] and cpu(patience, "g") == 4
    assert patience.for_call("f", LIMITS).call_seconds == 2


def test_a_function_that_is_slow_and_comes_back_keeps_what_it_needs():
    patience = Patience(LIMITS)
    patience.call_ended("f", LIMITS, OK, 0.3)
    for _ in range(5):
        patience.call_ended("f", LIMITS, TIMEOUT, 4)
    assert cpu(patience) == pytest.approx(1.5)
    patience.call_ended("f", LIMITS, OK, 3)
    assert cpu(patience) == 4


def test_less_time_used_up_says_nothing_of_more():
    patience = Patience(LIMITS)
    patience.call_ended("f", LIMITS.but(call_cpu_seconds=0.5), TIMEOUT, 0.5)
    assert cpu(patience) == 4
    assert cpu(patience, limits=LIMITS.but(call_cpu_seconds=0.5)) == 0.05


def test_cells_that_loop_leave_less_to_the_next_and_have_little_when_they_run_again():
    patience = Patience(LIMITS)
    assert patience.for_cell("a", LIMITS) == LIMITS
    patience.cell_ran("a", "timeout")
    assert patience.for_cell("b", LIMITS).cell_cpu_seconds == 10
    assert patience.for_cell("a", LIMITS).cell_cpu_seconds == 3
    patience.cell_ran("b", "ok")
    assert patience.for_cell("c", LIMITS).cell_cpu_seconds == 10


def test_in_a_hurry_everything_has_a_fifth_and_the_first_limit_ends_it():
    patience = Patience(LIMITS, hurry=True)
    assert cpu(patience) == 0.8 and patience.for_cell("a", LIMITS).cell_cpu_seconds == 6
    patience.call_ended("f", LIMITS, OK, 0.7)
    with pytest.raises(TakesLong):
        patience.call_ended("f", LIMITS, TIMEOUT, 0.8)
    with pytest.raises(TakesLong):
        patience.cell_ran("a", "timeout")


def test_cells_that_use_up_the_time_of_the_notebook_leave_some_for_its_tests(monkeypatch):
    """Each keeps to the limits of a cell, and all together they would take as long as the notebook may."""
    now = 0.0
    monkeypatch.setattr("autograder.judging.patience.monotonic", lambda: now)
    patience, had = Patience(LIMITS.but(notebook_seconds=90)), []
    for number in range(5):
        had.append(patience.for_cell(str(number), LIMITS).cell_cpu_seconds)
        now += 0.9 * had[-1]
        patience.cell_ran(str(number), "ok")
    assert had == [30, 30, 30, 3, 3]
    assert not patience.is_over() and cpu(patience) == 4


@pytest.fixture(scope="module")
def judge():
    limits = Limits(call_cpu_seconds=2, cell_cpu_seconds=5)
    with judge_of(ONE, limits) as judge:
        yield judge


def test_in_a_hurry_what_is_right_is_graded_and_what_loops_is_not(judge):
    loop = "def pool_forward(A_prev, hparameters, mode='max'):\n    while True: pass"
    assert judge.settle(judge.hear(handed_in(ONE), hurry=True)).points == 100
    with pytest.raises(TakesLong):
        judge.hear(handed_in(ONE, {"pool_forward": loop}), hurry=True)
    with pytest.raises(TakesLong):
        judge.hear(handed_in(ONE, after=["while True: pass"]), hurry=True)
    assert judge.grade(handed_in(ONE, after=["while True: pass"])).points == 100


def test_in_a_hurry_our_own_cells_behind_a_students_do_not_wait_either():
    # What is left behind loops where the cell with the adapter runs, and nowhere else.
    trap = """
shell = get_ipython()
def transform(source, plain=shell.transform_cell):
    while "def largest_of_windows" in source: pass
    return plain(source)
shell.transform_cell = transform"""
    limits = Limits(cell_cpu_seconds=1, cell_seconds=5)
    sandbox = not available()
    with Judge(solved("06_fast_convolution"), sandbox, limits) as judge, pytest.raises(TakesLong):
        judge.hear(handed_in("06_fast_convolution", after=[trap]), hurry=True)


def test_who_takes_time_has_the_time_of_all():
    one = Patience(LIMITS, hurry=True)
    one.take_time()
    assert one.for_call("f", LIMITS) == LIMITS and one.for_cell("c", LIMITS) == LIMITS
    one.call_ended("f", LIMITS, CallResult("timeout"), 1)


def test_a_loop_in_one_mode_costs_that_mode_alone(judge):
    """The other mode has its time, though the function has used up all of it before."""
    source = right("pool_forward")
    looping = source.replace(
        "    ### START CODE HERE ###\n", "    while mode == 'max': pass\n    ### START CODE HERE ###\n"
    )
    judged = judge.grade(handed_in(ONE, {"pool_forward": looping}))
    assert {test.status for test in judged.tests} == {"passed", "timeout"}


def test_what_was_slow_leaves_half_of_the_notebooks_time_to_what_comes_then(monkeypatch):
    now = 1000.0
    monkeypatch.setattr("autograder.judging.patience.monotonic", lambda: now)
    slow = Patience(Limits(notebook_seconds=300))
    now += 290
    slow.take_time()
    now += 145
    assert not slow.is_over()
    now += 10
    assert slow.is_over()


def test_who_takes_time_early_has_the_whole_of_it(monkeypatch):
    now = 1000.0
    monkeypatch.setattr("autograder.judging.patience.monotonic", lambda: now)
    early = Patience(Limits(notebook_seconds=300), hurry=True)
    now += 10
    early.take_time()
    now += 285
    assert not early.is_over()
    now += 10
    assert early.is_over()
