"""Find the `None` that a stub still holds, so that a check can name the line instead of what Python makes of it."""

import ast
import inspect
import textwrap
from collections.abc import Callable
from typing import NamedTuple


class Hole(NamedTuple):
    """line: its number in the cell, from 1. text: the line as it stands there."""

    line: int
    text: str


def holes(function: Callable) -> list[Hole]:
    """The lines of a function in which an answer is still `None`, top to bottom.

    A hole is an assignment of None or a loop over range(None), as the stubs have them; but not a None that only stands
    in until the same variable gets something else. Where the source of the function cannot be had, the list is empty.
    """
    function = inspect.unwrap(function)
    try:
        lines, first = inspect.getsourcelines(function)
    except (OSError, TypeError):
        return []
    return holes_in(textwrap.dedent("".join(lines)), max(first, 1))


def holes_in(source: str, first: int = 1) -> list[Hole]:
    """The same for a text. first: the number of its first line. Where it is not Python, the list is empty."""
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except SyntaxError:
        return []
    filled_later = {name for node in nodes if isinstance(node, ast.Assign) for name in _filled(node)}
    numbers = sorted(node.lineno for node in nodes if _is_hole(node, filled_later))
    lines = source.splitlines()
    return [Hole(first + number - 1, lines[number - 1].strip()) for number in numbers]


def in_words(name: str, unfilled: list[Hole]) -> str:
    """That a function is not finished, and where, in a sentence."""
    return f"{name} is not finished: line {unfilled[0].line} of its cell still says “{unfilled[0].text}”."


def _filled(node: ast.Assign) -> list[str]:
    """The variables that an assignment gives something new: not None, and not made of what they were."""
    used = {part.id for part in ast.walk(node.value) if isinstance(part, ast.Name)}
    names = [target.id for target in node.targets if isinstance(target, ast.Name)]
    is_none = isinstance(node.value, ast.Constant) and node.value.value is None
    return [] if is_none else [name for name in names if name not in used]


def _is_hole(node: ast.AST, filled_later: set[str]) -> bool:
    match node:
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=None)):
            return name not in filled_later
        case ast.Assign(value=ast.Constant(value=None)) | ast.AugAssign(value=ast.Constant(value=None)):
            return True
        case ast.For(iter=ast.Call(func=ast.Name(id="range"), args=[ast.Constant(value=None)])):
            return True
    return False
