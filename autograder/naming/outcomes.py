"""One call of an exercise: what came of it, whether that is right, and whether two calls came to the same."""

import copy
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np

from autograder import cases, reference
from autograder.naming.arguments import parts
from helpers.compare import ATOL, RTOL

# How many things a list may hold, and an array, to be looked at.
MOST_THINGS = 64
MOST_ENTRIES = 1_000_000


@dataclass(frozen=True)
class Other:
    """A result that is no number, array or collection of them. what: its kind, such as "a str"."""

    what: str


@dataclass(frozen=True)
class Outcome:
    """What a call came to.

    status: "ok", or why there is no result, as the judge says it. results: by name; empty where what came cannot be
    told apart. raw: what was returned. kind, said, where: of an exception, its type, what happened in words, and in
    which line, where that is known. changed: the arguments that are not what they were, by name, as they are now.
    """

    status: str
    results: dict[str, Any] = field(default_factory=dict)
    raw: Any = None
    kind: str = ""
    said: str = ""
    where: str = ""
    changed: dict[str, Any] = field(default_factory=dict)


def outcome(exercise: str, function: Callable[[tuple], object], args: tuple) -> Outcome:
    """Call a function, which takes the arguments as one tuple, on copies. Raises nothing."""
    given = copy.deepcopy(args)
    try:
        raw = function(given)
    except Exception as error:
        kind, why = type(error).__name__, str(error)
        said = str(
            getattr(error, "said", f"the function raised {kind}: {why}" if why else f"the function raised {kind}")
        )
        status = str(getattr(error, "status", "error"))
        named = re.search(r"raised (\w+)", said)
        where = str(getattr(error, "where", ""))
        return Outcome(status, kind=named[1] if named else "", said=said, where=where)
    return Outcome("ok", _by_name(exercise, raw), raw, changed=_changed(exercise, args, given))


def right(exercise: str, args: tuple) -> list[dict[str, Any]]:
    """Each way in which the results may be right. Raises what the right version raises where arguments do not fit."""
    return [
        {name: value for name, value in _opened(way).items() if not isinstance(value, Other)}
        for way in reference.right_results(exercise, args)
    ]


def wrong(came: Outcome, ways: list[dict[str, Any]]) -> tuple[str, ...]:
    """The names of the results that differ from the right ones, in the way in which the fewest do; and "arguments"
    where those are changed. Everything is wrong where there is no result."""
    names = tuple(ways[0])
    if came.status != "ok" or not came.results:
        return names
    fewest = min(
        (tuple(name for name in names if not agrees(came.results.get(name), way[name])) for way in ways), key=len
    )
    return fewest + (("arguments",) if came.changed else ())


def nearest(came: Outcome, ways: list[dict[str, Any]]) -> dict[str, Any]:
    """The way of being right that a call comes nearest to."""
    return min(ways, key=lambda way: len(wrong(came, [way])))


def entries_right(came: Outcome, ways: list[dict[str, Any]]) -> int:
    """How many entries of the results are right."""
    expected = nearest(came, ways)
    pairs = [(came.results.get(name), value) for name, value in expected.items() if isinstance(value, np.ndarray)]
    return sum(
        int(np.isclose(got, value, RTOL, ATOL).sum())
        for got, value in pairs
        if isinstance(got, np.ndarray) and got.dtype.kind in "biuf" and got.shape == value.shape
    )


def same(one: Outcome, other: Outcome, strict: bool = True) -> bool:
    """Whether two calls came to the same. strict: exceptions of different types differ."""
    if one.status != other.status:
        return False
    if one.status != "ok":
        return one.kind == other.kind or not strict
    if one.results.keys() != other.results.keys() or one.changed.keys() != other.changed.keys():
        return False
    if not one.results:
        return alike(plain(one.raw), plain(other.raw))
    return all(alike(value, other.results[name]) for name, value in one.results.items()) and all(
        alike(value, other.changed[name]) for name, value in one.changed.items()
    )


def agrees(got: Any, expected: Any) -> bool:
    """Whether a plain result is the expected one."""
    return alike(got, expected, nan=False)


def alike(one: Any, other: Any, nan: bool = True) -> bool:
    """Whether two plain values hold the same numbers, within the tolerance of the checks. nan: equal to each other.

    True and False are not the same as 1 and 0.
    """
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray):
        if one.shape != other.shape or (one.dtype == bool) != (other.dtype == bool):
            return False
        if one.dtype == bool:
            return bool((one == other).all())
        with np.errstate(all="ignore"):
            close = (one == other) | (np.isfinite(other) & (abs(one * 1.0 - other) <= ATOL + RTOL * abs(other)))
            if nan:
                close |= (one != one) & (other != other)
        return bool(close.all())
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(alike(one[key], other[key]) for key in one)
    return type(one) is type(other) and one == other


def plain(value: Any, depth: int = 4) -> Any:
    """A result as arrays, tuples and dicts of arrays, None or Other, whatever it is."""
    if value is None or isinstance(value, Other):
        return value
    if isinstance(value, np.ndarray | np.generic | bool | int | float | complex):
        try:
            array = np.asarray(value)
        except (ValueError, TypeError, OverflowError):
            return Other(kind_of(value))
        if array.dtype.kind not in "biufc":
            return Other(f"an array of dtype {array.dtype}")
        return array if array.size <= MOST_ENTRIES else Other(f"an array of shape {array.shape}")
    if isinstance(value, tuple | list) and depth:
        if len(value) > MOST_THINGS:
            return Other(kind_of(value))
        inner = tuple(plain(one, depth - 1) for one in value)
        if inner and all(isinstance(one, np.ndarray) for one in inner) and len({one.shape for one in inner}) == 1:
            return np.stack(inner)
        return inner
    if isinstance(value, dict) and depth and len(value) <= MOST_THINGS:
        return {str(key): plain(one, depth - 1) for key, one in value.items()}
    return Other(kind_of(value))


def kind_of(value: Any) -> str:
    """What a value is, in words."""
    if value is None:
        return "None"
    name = "array" if isinstance(value, np.ndarray) else type(value).__name__
    article = "an" if name[:1].lower() in "aeiou" else "a"
    return f"{article} {name} of {len(value)}" if isinstance(value, tuple | list) else f"{article} {name}"


def _by_name(exercise: str, raw: Any) -> dict[str, Any]:
    names = reference.RESULTS[exercise]
    if len(names) == 1:
        return _opened({names[0]: raw}, _numbers(exercise))
    if not isinstance(raw, tuple | list) or len(raw) != len(names):
        return {}
    return _opened(dict(zip(names, raw)), _numbers(exercise))


@cache
def _numbers(exercise: str) -> frozenset[str]:
    """The results that are single numbers, for which an array of one entry may stand."""
    try:
        (way, *_) = right(exercise, getattr(cases, exercise)().args)
    except MemoryError:
        raise  # what is found is kept for others
    except Exception:
        return frozenset()
    return frozenset(name for name, value in way.items() if isinstance(value, np.ndarray) and not value.ndim)


def _opened(results: dict[str, Any], numbers: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Results as plain data by name; in the place of a dict its parts, by name and key."""
    opened: dict[str, Any] = {}
    for name, value in results.items():
        held = plain(value)
        if isinstance(held, dict):
            opened[name] = Other("a dict")
            opened |= {f'{name}["{key}"]': one for key, one in held.items()}
        elif name in numbers and isinstance(held, np.ndarray) and held.size == 1:
            opened[name] = held.reshape(())
        else:
            opened[name] = held
    return opened


def _changed(exercise: str, before: tuple, after: tuple) -> dict[str, Any]:
    now = {name: value for name, _, value in parts(exercise, after)}
    return {
        name: plain(now.get(name)) for name, _, value in parts(exercise, before) if not _identical(now.get(name), value)
    }


def _identical(one: Any, other: Any) -> bool:
    if isinstance(other, np.ndarray):
        return isinstance(one, np.ndarray) and one.dtype == other.dtype and np.array_equal(one, other)
    if isinstance(other, tuple | list):
        return isinstance(one, tuple | list) and len(one) == len(other) and all(map(_identical, one, other))
    if isinstance(other, dict):
        return isinstance(one, dict) and one.keys() == other.keys() and all(_identical(one[k], other[k]) for k in other)
    return not isinstance(one, np.ndarray) and bool(one == other)
