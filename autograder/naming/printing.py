"""What to print of a result that is wrong, what should come, and what comes."""

import copy
import re
from typing import Any

import numpy as np

from autograder import reference
from autograder.naming.arguments import is_channels_first, is_filter, parts
from autograder.naming.outcomes import Outcome, agrees, plain
from autograder.naming.probes import Probe

# The most characters of what a function returned that are shown.
LONGEST = 1_000
# The most characters of a student's own words, as in an exception, that are repeated in a sentence.
MOST_QUOTED = 160

Printed = tuple[str, str, str]


def printed(one: Probe, came: Outcome, expected: dict[str, Any], bad: tuple[str, ...]) -> Printed:
    """An expression, its text where all is right, and its text here, or the exception that comes instead.

    bad: the names of the results that are wrong, or "arguments".
    """
    name, right = bad[0], reference.EXERCISES[one.exercise](*copy.deepcopy(one.args))
    if came.status != "ok":
        show, wanted, _ = _difference(name, expected[name], expected[name], _of(one.exercise, right, name))
        return show, wanted, came.said.removeprefix("the function raised ")
    if not came.results:
        if isinstance(came.raw, tuple | list):
            return "len(result)", str(len(reference.RESULTS[one.exercise])), str(len(came.raw))
        return "type(result).__name__", "tuple", type(came.raw).__name__
    if name == "arguments":
        name, now = next(iter(came.changed.items()))
        given = {part: value for part, _, value in parts(one.exercise, one.args)}[name]
        return _difference(name, plain(given), now, given)
    if name not in came.results:
        whole = identifier(name.partition("[")[0])
        if isinstance(came.raw, dict):
            # Keys of several types have no order of their own.
            how = "" if all(isinstance(key, str) for key in came.raw) else ", key=str"
            return f"sorted({whole}{how})", str(sorted(right)), str(sorted(came.raw, key=str))
        return f"type({whole}).__name__", "dict", type(came.raw).__name__
    return _difference(
        identifier(name), expected[name], _of(one.exercise, came.raw, name), _of(one.exercise, right, name)
    )


def identifier(name: str) -> str:
    """The name of a result as code."""
    return name.replace(" ", "_")


def page(name: str, axes: int) -> tuple[int, int]:
    """The axes of rows and columns in an array with so many."""
    if axes != 4 or is_filter(name):
        return 0, 1
    return (2, 3) if is_channels_first(name) else (1, 2)


def across(name: str, shape: tuple[int, ...]) -> tuple[int, ...]:
    """The axes that do not lie on the page: example and channel, and for filters their two numbers of channels."""
    if len(shape) == 4:
        return () if shape[:3] == (1, 1, 1) else tuple({0, 1, 2, 3}.difference(page(name, len(shape))))
    if len(shape) > 4:
        long = [axis for axis, length in enumerate(shape) if length > 1]
        return tuple(axis for axis in range(len(shape)) if axis not in long[-2:])
    return (2,) if len(shape) == 3 else ()


def first_difference(expected: np.ndarray, got: np.ndarray) -> tuple[int, ...]:
    """Where two arrays of a shape differ first."""
    with np.errstate(all="ignore"):
        differ = ~np.isclose(got, expected, rtol=1e-6, atol=1e-8)
    return tuple(int(at) for at in (np.argwhere(differ)[0] if differ.any() else np.zeros(differ.ndim)))


def _of(exercise: str, returned: Any, name: str) -> Any:
    """The result of a name in what was returned; one within a dict is called after its key."""
    names = reference.RESULTS[exercise]
    whole, _, key = name.partition('["')
    value = returned if len(names) == 1 else returned[names.index(whole)]
    return value.get(key.removesuffix('"]')) if key and isinstance(value, dict) else value


def _difference(name: str, want: Any, got: Any, right: Any) -> Printed:
    """want: the right result as plain data. got: what came, as it came. right: the right result as it is returned."""
    if not isinstance(right, np.ndarray | np.generic | int | float):
        if isinstance(right, tuple) and not isinstance(want, np.ndarray):
            return _in_collection(name, right, got)
        return _in_full(name, text(right), got)
    value = plain(got)
    if not isinstance(got, np.ndarray | np.generic | int | float | complex) or not isinstance(value, np.ndarray):
        return _in_full(name, text(want), got)
    if value.shape != want.shape:
        show = f"np.shape({name})"
        return show, str(want.shape), str(value.shape)
    return _values(name, want, got) if isinstance(got, np.ndarray) else (name, text(want), text(got))


def _values(name: str, want: np.ndarray, got: np.ndarray) -> Printed:
    """The part of two arrays in which the first difference lies."""
    place = first_difference(want, got)
    show, index = _part(name, want.shape, place)
    wanted, came = str(want[index]), str(got[index])
    if wanted == came and got is not want:
        return f"{name}[{', '.join(map(str, place))}].item()", str(want[place].item()), str(got[place].item())
    return show, wanted, came


def _part(name: str, shape: tuple[int, ...], place: tuple[int, ...]) -> tuple[str, tuple]:
    """The two axes of an array in which an entry lies that can be laid on a page, as code and as an index."""
    if len(shape) == 4 and shape[:3] == (1, 1, 1):
        return f"{name}[0, 0, 0]", (0, 0, 0)
    index = tuple(place[axis] if axis in across(name, shape) else slice(None) for axis in range(len(shape)))
    if all(isinstance(at, slice) for at in index):
        return name, index
    return f"{name}[{', '.join(':' if isinstance(at, slice) else str(at) for at in index)}]", index


def _in_collection(name: str, right: tuple, got: Any) -> Printed:
    """How many things are in a collection such as a cache, or the first that is not what it should be."""
    if not isinstance(got, tuple | list):
        return f"type({name}).__name__", "tuple", type(got).__name__
    if len(right) != len(got):
        return f"len({name})", str(len(right)), str(len(got))
    for place, (one, other) in enumerate(zip(right, got)):
        if agrees(plain(other), plain(one)):
            continue
        part = f"{name}[{place}]"
        if isinstance(one, tuple):
            return _in_collection(part, one, other)
        if not isinstance(other, type(one)):
            return f"type({part}).__name__", type(one).__name__, type(other).__name__
        return _difference(part, plain(one), other, one)
    return _in_full(name, text(right), got)


def _in_full(name: str, wanted: str, got: Any) -> Printed:
    came = text(got)
    if len(came) > LONGEST:
        return f"type({name}).__name__", "ndarray", type(got).__name__
    return name, wanted, came


def text(value: Any) -> str:
    """What print shows of a value."""
    try:
        return str(value)
    except Exception:
        return type(value).__name__


def quoted(words: str) -> str:
    """Words of a student's as they may stand in a sentence of ours: in one line, and not too long."""
    words = "".join(one if one.isprintable() else " " for one in words[: 10 * MOST_QUOTED])
    words = re.sub(r"\s+", " ", words).strip()
    return words if len(words) <= MOST_QUOTED else f"{words[:MOST_QUOTED]} …"
