"""What the axes of the arrays that a function is given are called."""

import ast
from collections.abc import Iterator
from functools import cache

from autograder import catalogue
from autograder.naming.arguments import arrays
from autograder.naming.battery import battery
from autograder.naming.spelling import definition


@cache
def sizes(exercise: str) -> dict[str, tuple[str, ...]]:
    """What each axis of the arguments is as long as: the name that right versions give it, or the length, where it is
    the same in all calls of the battery."""
    calls = [arrays(exercise, probe.args) for probe in battery(exercise)]
    found: dict[str, list[tuple[int, ...]]] = {}
    for name in calls[0]:
        shapes = [call[name].shape for call in calls if name in call]
        if len(shapes) == len(calls) and len({len(shape) for shape in shapes}) == 1:
            found[name] = list(zip(*shapes))
    names: dict[tuple[int, ...], str] = {}
    for array, axis, name in _unpacked(exercise):
        if array in found and name != "_" and name not in names.values():
            names.setdefault(found[array][axis], name)
    for array, every in found.items():
        for axis, lengths in enumerate(every):
            same = len(set(lengths)) == 1
            names.setdefault(lengths, f"{lengths[0]}" if same else f"n_of_axis_{axis}_of_{array}")
    return {array: tuple(names[lengths] for lengths in every) for array, every in found.items()}


def _unpacked(exercise: str) -> Iterator[tuple[str, int, str]]:
    """Each name that a right version gives to the length of an axis: the array, the axis, the name."""
    for style in catalogue.styles(exercise):
        for one in ast.walk(definition(style.source, exercise)):
            match one:
                case ast.Assign(
                    targets=[ast.Tuple(elts=parts)], value=ast.Attribute(value=ast.Name(id=array), attr="shape")
                ):
                    yield from ((array, axis, part.id) for axis, part in enumerate(parts) if isinstance(part, ast.Name))
