"""The arguments of a call by their names, those within a cache too."""

import inspect
import re
from functools import cache
from typing import Any

import numpy as np

from autograder import reference


@cache
def parameters(exercise: str) -> tuple[str, ...]:
    """The names of what an exercise is called with."""
    return tuple(inspect.signature(reference.EXERCISES[exercise]).parameters)


def parts(exercise: str, args: tuple) -> list[tuple[str, tuple, Any]]:
    """Every single argument: its name, the way to it in `args`, and its value. Tuples and dicts of arrays are taken
    apart."""
    found = []
    for number, (name, value) in enumerate(zip(parameters(exercise), args)):
        if is_bundle(value) and isinstance(value, dict):
            found += [(f'{name}["{key}"]', (number, key), one) for key, one in value.items()]
        elif is_bundle(value):
            names = names_within(exercise, name, len(value))
            found += [(inner, (number, place), one) for place, (inner, one) in enumerate(zip(names, value))]
        else:
            found.append((name, (number,), value))
    return found


def arrays(exercise: str, args: tuple) -> dict[str, np.ndarray]:
    """The arrays among the arguments, by name."""
    return {name: value for name, _, value in parts(exercise, args) if isinstance(value, np.ndarray)}


def replaced(exercise: str, args: tuple, values: dict[str, Any]) -> tuple:
    """The arguments with other values for some names."""
    new = [(dict if isinstance(value, dict) else list)(value) if is_bundle(value) else value for value in args]
    for name, way, _ in parts(exercise, args):
        if name in values:
            if len(way) == 1:
                new[way[0]] = values[name]
            else:
                new[way[0]][way[1]] = values[name]
    return tuple(tuple(value) if isinstance(was, tuple) else value for was, value in zip(args, new))


@cache
def names_within(exercise: str, name: str, count: int) -> tuple[str, ...]:
    """What the parts of a tuple are called: as the docstring of the right version has it, else numbered."""
    text = inspect.getdoc(reference.EXERCISES[exercise]) or ""
    found = re.search(rf"{re.escape(name)}:? (?:is )?\(?(?:the tuple )?\(([A-Za-z_, 0-9]+)\)", text)
    names = tuple(part.strip() for part in found[1].split(",")) if found else ()
    if len(names) == count and all(part.isidentifier() for part in names):
        return names
    return tuple(f"{name}_{number}" for number in range(count))


def is_bundle(value: object) -> bool:
    """Whether an argument holds several, as a cache does."""
    inner = value if isinstance(value, tuple) else value.values() if isinstance(value, dict) else ()
    return any(isinstance(part, np.ndarray) for part in inner)


def is_channels_first(name: str) -> bool:
    """Whether a name is that of an array in PyTorch's layout: where it has four axes, rows and columns come last."""
    return re.fullmatch(r"x|weight\d*|grad_(x|weight|output)", name) is not None


def is_filter(name: str) -> bool:
    """Whether a name is that of a filter bank of ours, or of its gradient: its rows and columns come first."""
    return re.search(r"(^|\W)d?W\d*(\W|$)", name) is not None
