"""A call as code to paste into the notebook, with what it should print and what it prints."""

from typing import Any

import numpy as np

from autograder import reference
from autograder.naming.arguments import arrays, is_bundle, names_within, parameters, replaced
from autograder.naming.explanation import Compared, Counterexample
from autograder.naming.outcomes import Outcome, nearest, right, wrong
from autograder.naming.printing import LONGEST, across, first_difference, identifier, printed
from autograder.naming.probes import Probe, is_by_columns

# The most entries of an array that are shown in full, and that are tried one by one.
MOST_SHOWN = 48
# The most axes of an array that are shown.
MOST_AXES = 6
# The most characters of code that anybody would paste.
MOST_CODE = 2_000


def counterexample(one: Probe, came: Outcome) -> Counterexample | None:
    """A call on which a function is wrong. None where the result is right after all, or too much to show."""
    expected = nearest(came, one.ways)
    bad = wrong(came, one.ways)
    if not bad or any(array.size > 4 * MOST_SHOWN for array in arrays(one.exercise, one.args).values()):
        return None
    show, wanted, came_to = printed(one, came, expected, bad)
    names = reference.RESULTS[one.exercise]
    call = f"{one.exercise}({', '.join(parameters(one.exercise)[: len(one.args)])})"
    target = ", ".join(map(identifier, names)) if came.results or came.status != "ok" else "result"
    code = "\n".join([*_assignments(one), f"{target} = {call}", f"print({show})"])
    if len(code) > MOST_CODE:
        return None
    compared = tuple(_compared(one, name, expected[name], came) for name in bad if _can_be_shown(name, expected))
    inputs = tuple((name, array.tolist()) for name, array in arrays(one.exercise, one.args).items())
    return Counterexample(code, wanted, came_to[:LONGEST], compared, inputs)


def literal(name: str, value: Any) -> str:
    """A value as code."""
    if isinstance(value, np.ndarray):
        return _array_literal(name, value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{literal('', key)}: {literal('', one)}" for key, one in value.items()) + "}"
    if isinstance(value, tuple):
        return f"({', '.join(literal(name, one) for one in value)}{',' if len(value) == 1 else ''})"
    if isinstance(value, list):
        return f"[{', '.join(literal(name, one) for one in value)}]"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return repr(value.item() if isinstance(value, np.generic) else value)


def _array_literal(name: str, array: np.ndarray) -> str:
    if is_by_columns(array):
        return f"np.asfortranarray({_array_literal(name, np.ascontiguousarray(array))})"
    kind = "" if array.dtype in (np.dtype(float), np.dtype(int), np.dtype(bool)) else f", dtype={array.dtype.name!r}"
    if array.dtype.kind == "f" and not array.any():
        return f"np.zeros({array.shape}{kind})"
    if array.dtype.kind == "f" and (array == 1).all():
        return f"np.ones({array.shape}{kind})"
    inner = _flat(name, array)
    text = f"np.array({_numbers(np.atleast_1d(inner).tolist())}{kind})"
    return text if np.atleast_1d(inner).shape == array.shape else f"{text}.reshape{array.shape}"


def _numbers(value: Any) -> str:
    """Nested lists as a person writes them: 1., not 1.0."""
    if isinstance(value, list):
        return f"[{', '.join(map(_numbers, value))}]"
    return f"{value:.0f}." if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else repr(value)


def _assignments(one: Probe) -> list[str]:
    lines = []
    for name, value in zip(parameters(one.exercise), one.args):
        if isinstance(value, tuple) and is_bundle(value):
            inner = names_within(one.exercise, name, len(value))
            lines += [f"{part} = {literal(part, held)}" for part, held in zip(inner, value)]
            lines.append(f"{name} = ({', '.join(inner)}{',' if len(inner) == 1 else ''})")
        else:
            lines.append(f"{name} = {literal(name, value)}")
    return lines


def _can_be_shown(name: str, expected: dict[str, Any]) -> bool:
    value = expected.get(name)
    return isinstance(value, np.ndarray) and value.size <= MOST_SHOWN


def _compared(one: Probe, name: str, expected: np.ndarray, came: Outcome) -> Compared:
    got = came.results.get(name)
    if isinstance(got, np.ndarray) and expected.ndim == 0 and got.size == 1:
        got = got.reshape(())
    if not (
        isinstance(got, np.ndarray)
        and 0 < got.size <= MOST_SHOWN
        and got.ndim <= MOST_AXES
        and got.dtype.kind in "biuf"
    ):
        return Compared(name, expected.tolist(), None)
    # Of the widest floats, which have no form outside of NumPy, what a float holds is enough to draw.
    numbers = got.astype(float) if got.dtype.kind == "f" else got
    if got.shape != expected.shape:
        return Compared(name, expected.tolist(), numbers.tolist())
    place = first_difference(expected, got)
    return Compared(name, expected.tolist(), numbers.tolist(), place, _read(one, name, place))


def _read(one: Probe, name: str, place: tuple[int, ...]) -> tuple[str, tuple[int, ...], tuple[int, ...]] | None:
    """Which part of the first input an entry of a result is computed from: found by changing it, entry by entry."""
    inputs = arrays(one.exercise, one.args)
    given = next(iter(inputs), None)
    if given is None or not 1 < inputs[given].size <= MOST_SHOWN:
        return None
    if one.ways[0][name].dtype == bool:
        # What is true or false depends on all entries, and few of them change it.
        return None
    entry, moved = one.ways[0][name][place], []
    for at in np.ndindex(inputs[given].shape):
        changed = inputs[given].copy()
        changed[at] += 1000
        try:
            value = right(one.exercise, replaced(one.exercise, one.args, {given: changed}))[0][name]
        except Exception:
            return None
        if value.shape != one.ways[0][name].shape:
            return None
        if value[place] != entry:
            moved.append(at)
    if not moved:
        return None
    low, high = (tuple(int(edge) for edge in side(moved, axis=0)) for side in (np.min, np.max))
    # Where a sum goes over entries that lie apart, a box around them would hold others. (A weight of 0 hides one.)
    if 2 * len(moved) <= np.prod(np.subtract(high, low) + 1):
        return None
    return given, low, high


def _flat(name: str, array: np.ndarray) -> np.ndarray:
    """An array without the axes that are left out."""
    return array.reshape([n for axis, n in enumerate(array.shape) if axis not in _left_out(name, array.shape)])


def _left_out(name: str, shape: tuple[int, ...]) -> set[int]:
    """The axes of length one that code does without: those around the two that lie on the page."""
    if len(shape) == 4 and shape[:3] == (1, 1, 1):
        return {0, 1, 2}
    return {axis for axis in across(name, shape) if shape[axis] == 1}
