"""Tasks in processes that may be killed: each costs its own task alone."""

import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest

from autograder.errors import AutograderError
from autograder.pool import Crew, Died, Later, in_parallel


def work(number: int, kill: str = "") -> int:
    """Square a number. kill: a file; the process dies unless it exists, and makes it; or "always"."""
    if kill == "always" or (kill and not Path(kill).exists()):
        if kill != "always":
            Path(kill).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number**2


def not_now(number: int, now: bool = False) -> int | Later:
    return number if now or number else Later((number, True))


def fails(number: int) -> int:
    return 1 // number


def sleeps(number: int) -> int:
    time.sleep(60 * number)
    return number


def ends(process) -> bool:
    """Whether a process ends soon. One that another thread is just seeing the end of counts as alive for a moment."""
    deadline = time.monotonic() + 20
    while process.is_alive() and time.monotonic() < deadline:
        time.sleep(0.01)
    return not process.is_alive()


def test_every_task_is_done_once():
    tasks = {f"task {number}": (number,) for number in range(7)}
    done = list(in_parallel(work, tasks, jobs=2))
    assert dict(done) == {f"task {number}": number**2 for number in range(7)} and len(done) == 7
    assert list(in_parallel(work, {}, jobs=2)) == []


def test_a_process_that_dies_costs_its_own_task_alone_and_only_where_it_dies_twice(tmp_path):
    tasks = {number: (number,) for number in range(6)}
    tasks |= {1: (1, "always"), 2: (2, str(tmp_path / "once")), 4: (4, "always"), 5: (5, "always")}
    done = list(in_parallel(work, tasks, jobs=2))
    assert dict(done) == {0: 0, 1: Died(), 2: 4, 3: 9, 4: Died(), 5: Died()} and len(done) == 6


def test_where_every_process_dies_that_is_told():
    with pytest.raises(AutograderError, match=r"end again and again; is there memory enough\?.*--jobs 1"):
        list(in_parallel(work, {number: (number, "always") for number in range(9)}, jobs=2))


def says_where(number: int, seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


@pytest.mark.parametrize("seconds, processes", [(0.05, 1), (0.3, 2)])
def test_who_has_nothing_left_helps_another_where_that_is_worth_it(seconds, processes):
    tasks = {("a", 0): (0, 1.0)} | {("b", number): (number, seconds) for number in range(1, 15)}
    done = dict(in_parallel(says_where, tasks, jobs=2, kind=lambda name: name[0]))
    assert len({process for (kind, _), process in done.items() if kind == "b"}) == processes


def test_what_is_put_off_is_done_behind_all_others():
    done = list(in_parallel(not_now, {number: (number,) for number in range(5)}, jobs=1))
    assert done == [(1, 1), (2, 2), (3, 3), (4, 4), (0, 0)]


def test_what_a_task_raises_is_raised():
    with pytest.raises(ZeroDivisionError):
        list(in_parallel(fails, {number: (number,) for number in range(3)}, jobs=2))


def test_who_stops_listening_does_not_wait():
    results = in_parallel(sleeps, {number: (number,) for number in range(2)}, jobs=2)
    assert next(results) == (0, 0)
    sleeping = multiprocessing.active_children()
    results.close()
    assert sleeping and all(ends(process) for process in sleeping)


@pytest.fixture
def python_hears_ctrl_c():
    """Where the tests run in the background of a shell, it does not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_ctrl_c_while_a_result_is_kept_comes_when_the_next_is_waited_for(python_hears_ctrl_c):
    results = in_parallel(sleeps, {number: (number,) for number in range(2)}, jobs=2)
    kept = [next(results)]
    sleeping = multiprocessing.active_children()
    os.kill(os.getpid(), signal.SIGINT)
    kept.append("still there")
    with pytest.raises(KeyboardInterrupt):
        next(results)
    assert kept == [(0, 0), "still there"]
    assert sleeping and all(ends(process) for process in sleeping)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_in_the_background_of_a_shell_ctrl_c_ends_nothing(python_hears_ctrl_c):
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number, result in in_parallel(work, {number: (number,) for number in range(2)}, jobs=1):
        os.kill(os.getpid(), signal.SIGINT)
        assert result == number**2
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def hears(_) -> tuple[int, bool, bool]:
    blocked = signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())
    return os.getpid(), blocked, signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def test_ctrl_c_does_not_end_a_process_that_is_just_beginning():
    """It would print where its own start was interrupted, beside all others that do."""
    crew = Crew(hears, 1, 1)
    (beginning,) = multiprocessing.active_children()
    for _ in range(50):
        os.kill(beginning.pid, signal.SIGINT)
        time.sleep(0.01)
    # What it starts itself is to hear of Ctrl-C.
    assert list(in_parallel(hears, {0: (0,)}, jobs=1, crew=crew)) == [(0, (beginning.pid, False, True))]
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())
