"""Results that were written into the code: right for the calls of the visible check, and for no others."""

import contextlib
import copy
import io
from functools import cache

import numpy as np

from autograder import reference
from autograder.catalogue import section_of
from autograder.naming.arguments import arrays, parts, replaced
from autograder.naming.explanation import Named
from autograder.naming.observed import Student
from autograder.naming.outcomes import alike, right
from autograder.naming.probes import FILLS, Probe
from helpers import checks

NAME = "hard_codes_the_visible_values"
MESSAGE = (
    "Your code gives the values of the check in the notebook, whatever its input is."
    " It should work its result out from the arguments that it is called with."
)
# The most entries that the arguments of a visible call may have to be tried, and how many such calls are.
MOST_ENTRIES = 600
MOST_VISIBLE = 4


def hard_coded(student: Student) -> Named | None:
    """Whether a function that is wrong on the battery gives written-in results, as a mistake to be named."""
    if not _fails_nearly_always(student):
        return None
    matches = 0
    for visible in _visible(student.exercise):
        found = student.on(visible)
        if not found or found.came.status != "ok":
            return None
        if found.wrong:
            continue
        changed = student.on(_with_other_numbers(visible))
        if not changed or not changed.wrong:
            return None
        matches += 1
    if not matches or not (matches == len(_visible(student.exercise)) or _gives_one_result(student)):
        return None
    return Named(student.exercise, NAME, MESSAGE, section_of(student.exercise))


def _fails_nearly_always(student: Student) -> bool:
    return sum(bool(found.wrong) for found in student.seen) >= 0.7 * len(student.seen)


def _gives_one_result(student: Student) -> bool:
    """Whether every call of the battery gave the same, or the same number in arrays of different shapes."""
    results = [found.came.results for found in student.seen]
    numbers = [value for one in results for value in one.values() if isinstance(value, np.ndarray) and value.size]
    if numbers and all((value == numbers[0].flat[0]).all() for value in numbers):
        return True
    return all(
        results[0].keys() == other.keys() and all(alike(value, other[name]) for name, value in results[0].items())
        for other in results[1:]
    )


@cache
def _visible(exercise: str) -> tuple[Probe, ...]:
    """The calls of the visible check, those with small arguments: listened to while the right version is checked."""
    heard: list[tuple] = []
    reference_version = reference.EXERCISES[exercise]

    def listening(*args):
        heard.append(copy.deepcopy(args))
        return reference_version(*args)

    listening.__name__ = exercise
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(Exception):
        getattr(checks, exercise)(listening)
    small = [args for args in heard if _size(exercise, args) <= MOST_ENTRIES]
    small.sort(key=lambda args: -_size(exercise, args))
    return tuple(_probe(exercise, args) for args in small[:MOST_VISIBLE])


def _size(exercise: str, args: tuple) -> int:
    return sum(array.size for array in arrays(exercise, args).values())


def _probe(exercise: str, args: tuple) -> Probe:
    return Probe(exercise, {}, (), "drawn", False, args, right(exercise, args), "")


def _with_other_numbers(visible: Probe) -> Probe:
    """A call like a visible one, with other entries in its arrays, or another number where there is no array."""
    inputs = arrays(visible.exercise, visible.args)
    new = {
        name: _shuffled(array) if array.dtype.kind == "f" else _next(array)
        for name, array in inputs.items()
        if array.any()
    }
    if not inputs:
        every = parts(visible.exercise, visible.args)
        new = {name: value * 3 + 1 for name, _, value in every if isinstance(value, int | float)}
    return _probe(visible.exercise, replaced(visible.exercise, visible.args, new))


def _shuffled(array: np.ndarray) -> np.ndarray:
    """Other numbers; whole ones stay whole, since what cuts fractions off is right where there are none."""
    if (array == np.round(array)).all():
        return np.roll(array.ravel(), 1).reshape(array.shape) * 2 + 1
    return FILLS["shuffled"](array, 0).reshape(array.shape)


def _next(array: np.ndarray) -> np.ndarray:
    """Other whole numbers, among those that there are: labels must stay labels."""
    least, most = array.min(), array.max()
    return np.where(array == most, least, array + 1) if most > least else array
