"""Whom a test is about, the other functions of a student's that may be to blame, and what a call of it costs.

In the judge a test has stand-ins, which know all this of themselves (`hearing.StandIn`). In a kernel, where nbgrader
runs the same test, it has the student's functions, and finds it out here.
"""

import contextlib
import inspect
import linecache
import time
from collections.abc import Callable, Iterator

from autograder import reference
from autograder.inside.room import at_most
from autograder.notebook import first_comment
from helpers.holes import Hole, holes


class NotFinished(AssertionError):
    """A test fails, and an answer still has lines as they were given: whatever came of them is no result."""


def tested(function: Callable) -> str:
    """The name of the exercise that a test is about which calls a function: itself, unless the function is an adapter.

    Of an adapter, the exercise that the test cell names in its first comment.
    """
    if _is_stand_in(function):
        return function.tested
    return _named(function) or function.__name__


def unfilled(function: Callable) -> list[Hole]:
    """The lines that still hold None, of the exercise that a test is about which calls a function."""
    if _is_stand_in(function):
        return function.unfilled()
    return holes(_space(function).get(_named(function), function))


def unfinished(function: Callable, names: list[str]) -> list[str]:
    """Those of some exercises, which a function may call, that still hold None."""
    if _is_stand_in(function):
        return function.unfinished(names)
    return [name for name in names if holes(_space(function).get(name))]


def failure(function: Callable, test: Callable[[Callable], None]) -> Exception | None:
    """What a test of a function raises; None where it passes."""
    if _is_stand_in(function):
        return function.failure(test)
    try:
        test(function)
    except Exception as error:
        return error
    return None


def to_blame(function: Callable, names: list[str]) -> list[str]:
    """Those of some exercises that have lost points, as far as that is known: all of them, in a kernel."""
    return function.to_blame(names) if _is_stand_in(function) else names


def put_off(function: Callable) -> bool:
    """Whether the test goes on now as if it had passed, since it is heard again later, with right helpers."""
    return _is_stand_in(function) and function.put_off()


@contextlib.contextmanager
def right_helpers(function: Callable) -> Iterator[list[str]]:
    """Put right versions in place of the other exercises that a function can call; yields those to name to the student.

    What the test is about is never replaced, nor what would be an answer to it.
    """
    if _is_stand_in(function):
        with function.right_helpers() as names:
            yield names
        return
    space = _space(function)
    own = function, space.get(_named(function))
    replaced = {
        name: space[name]
        for name in reference.EXERCISES
        if name in space
        and not any(space[name] is one for one in own)
        and not reference.is_answer_to(name, tested(function))
    }
    space.update({name: reference.EXERCISES[name] for name in replaced})
    try:
        yield sorted(replaced)
    finally:
        space.update(replaced)


def timed(function: Callable, args: tuple, most: float) -> tuple[object, float]:
    """Call a function; what it returns, and the seconds of processor time that it took.

    most: where a call takes longer than that, it may be ended, with what `was_stopped` tells.
    """
    if _is_stand_in(function):
        return function.timed(args, most)
    before = time.process_time()
    result = function(*args)
    return result, time.process_time() - before


def with_room(function: Callable, args: tuple, memory_bytes: float) -> object:
    """Call a function that can take so much memory beyond what its process has."""
    if _is_stand_in(function):
        return function.with_room(args, memory_bytes)
    with at_most(memory_bytes):
        return function(*args)


def was_stopped(error: BaseException, what: str) -> bool:
    """Whether a call was ended for its "timeout", or for want of "memory"."""
    return getattr(error, "status", None) == what or (what == "memory" and isinstance(error, MemoryError))


def _is_stand_in(function: Callable) -> bool:
    """Whether it stands for a function in another process."""
    return hasattr(type(function), "right_helpers")


def _space(function: Callable) -> dict:
    """The names that the function sees: those of the notebook."""
    return getattr(inspect.unwrap(function), "__globals__", {})


def _named(function: Callable) -> str | None:
    """What the running test cell names as its exercise, if that is another function of the notebook than this one."""
    frame = inspect.currentframe()
    while frame and frame.f_locals is not frame.f_globals:
        frame = frame.f_back
    if frame is None:
        return None
    name = first_comment("".join(linecache.getlines(frame.f_code.co_filename))).partition(":")[0]
    found = _space(function).get(name)
    return name if callable(found) and found is not function else None
