"""A call to try an answer with: made by a function of `cases`, and filled with numbers that suit."""

import inspect
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from autograder import cases
from autograder.cases import Case
from autograder.naming.arguments import arrays, is_bundle, replaced
from autograder.naming.outcomes import right


@dataclass(frozen=True)
class Probe:
    """One call of an exercise.

    parameters: of the function in `cases`, all of them. whole: names of arrays that hold whole numbers. fill: how the
    arrays are filled, a name of FILLS. turned: whether dicts hold the last thing first. ways: the results that are
    right. label: the call in words.
    """

    exercise: str
    parameters: dict[str, Any]
    whole: tuple[str, ...]
    fill: str
    turned: bool
    args: tuple = field(compare=False, repr=False)
    ways: list[dict[str, Any]] = field(compare=False, repr=False)
    label: str = field(compare=False, repr=False)

    @property
    def settings(self) -> dict[str, Any]:
        """What makes this call again, see `probe`."""
        return self.parameters | {"whole": self.whole, "fill": self.fill, "turned": self.turned}

    @property
    def size(self) -> int:
        """How many entries the arguments have together."""
        return sum(array.size for array in arrays(self.exercise, self.args).values())


def defaults(exercise: str) -> dict[str, Any]:
    """The parameters of the function in `cases`; where it takes those of another one, of that."""
    found = inspect.signature(getattr(cases, exercise)).parameters.values()
    if any(one.kind is one.VAR_KEYWORD for one in found):
        return defaults(like(exercise))
    return {one.name: one.default for one in found}


def like(exercise: str) -> str:
    """The exercise whose calls another one shares: the one that its name begins with."""
    return max((name for name in cases.__all__ if exercise.startswith(f"{name}_")), key=len, default=exercise)


def probe(
    exercise: str,
    whole: tuple[str, ...] = (),
    fill: str = "drawn",
    turned: bool = False,
    args: tuple | None = None,
    **parameters,
) -> Probe:
    """Make a call, or take the one with `args`. Raises ValueError where there is none with these parameters."""
    every = defaults(exercise) | parameters
    try:
        case = Case(exercise, args, _label(exercise, args)) if args else getattr(cases, exercise)(**every)
        args = _filled(exercise, _turned(case.args) if turned else case.args, whole, fill)
        ways = right(exercise, args)
    except MemoryError:
        raise  # for others there may be room
    except Exception as error:
        raise ValueError(f"no {exercise} with {every}: {error}") from error
    empty = [value for value in arrays(exercise, args).values() if not value.size]
    results = [value for way in ways for value in way.values() if isinstance(value, np.ndarray)]
    if empty or not all(value.size and np.isfinite(value).all() for value in results):
        raise ValueError(f"nothing in {exercise} with {every}")
    label = case.label
    if any(np.any(value) for name, value in arrays(exercise, args).items() if name == "b"):
        label = label.replace(", a bias of 0", "")  # digits are put there, too
    return Probe(exercise, every, whole, fill, turned, args, ways, label)


def _label(exercise: str, args: tuple) -> str:
    """A call with its arguments as a person writes them down, arrays as lists."""
    listed = [value.tolist() if isinstance(value, np.ndarray) else value for value in args]
    return f"{exercise}({', '.join(map(str, listed))})"


def _turned(args: tuple) -> tuple:
    """Arguments whose dicts, and those in their tuples, hold the same in the other order."""
    return tuple(
        dict(reversed(one.items())) if isinstance(one, dict) else _turned(one) if isinstance(one, tuple) else one
        for one in args
    )


def counting(array: np.ndarray, place: int) -> np.ndarray:
    """1, 2, 3 …"""
    return np.arange(1.0, array.size + 1)


def counting_down(array: np.ndarray, place: int) -> np.ndarray:
    """-1, -2, -3 …"""
    return -np.arange(1.0, array.size + 1)


def digits(array: np.ndarray, place: int) -> np.ndarray:
    """Numbers of one digit, of both signs, no two next to each other the same; each array has others."""
    numbers = np.random.default_rng(place).permutation([-7, -6, -5, -3, -1, 1, 2, 4, 8, 9])
    return np.resize(numbers, array.size)


def halves(array: np.ndarray, place: int) -> np.ndarray:
    """0.5, 1, 1.5 …"""
    return np.arange(1, array.size + 1) / 2


def large(array: np.ndarray, place: int) -> np.ndarray:
    """The numbers that were drawn, ten thousand times as large: what is added by chance is small beside them."""
    return array.ravel() * 1e4


def shuffled(array: np.ndarray, place: int) -> np.ndarray:
    """Other numbers than those that were drawn, of about the same size."""
    return np.roll(array.ravel(), 1) * 1.5 + 0.25


# How the arrays of a call may be filled: from the easiest to work with by hand.
FILLS = {one.__name__.replace("_", " "): one for one in (counting, counting_down, digits, halves, large, shuffled)}


def _filled(exercise: str, args: tuple, whole: tuple[str, ...], fill: str) -> tuple:
    """The arguments with other numbers in those arrays that may hold any."""
    new: dict[str, np.ndarray] = {}
    if any(isinstance(value, tuple) and any(map(is_bundle, value)) for value in args):
        fill = "drawn"  # caches of several layers: what one holds comes of another
    for place, (name, array) in enumerate(arrays(exercise, args).items()):
        if fill != "drawn" and (_may_hold_any(array) or (fill == "digits" and _is_zero(array))):
            filled = FILLS[fill](array, place).reshape(array.shape)
            new[name] = np.array(filled, array.dtype, order="F" if is_by_columns(array) else "C")
        if name in whole:
            new[name] = np.floor(new.get(name, array)).astype(int)
    return replaced(exercise, args, new)


def is_by_columns(array: np.ndarray) -> bool:
    """Whether an array lies in memory in Fortran order, and not in that of C as well."""
    return array.flags.f_contiguous and not array.flags.c_contiguous


def _may_hold_any(array: np.ndarray) -> bool:
    """Whether the entries mean nothing but their values: not zeros and ones, labels, or shares of one."""
    if array.dtype.kind != "f" or not array.size or np.isin(array, (0, 1)).all():
        return False
    return not (array.ndim > 1 and (array >= 0).all() and np.allclose(array.sum(axis=-1), 1))


def _is_zero(array: np.ndarray) -> bool:
    return array.dtype.kind == "f" and not array.any()
