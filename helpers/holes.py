"""Find the `None` that a stub still holds, so that a check can name the line instead of what Python makes of it."""

import ast
import inspect
import textwrap
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple


class Hole(NamedTuple):
    """line: its number in the cell, from 1. text: the line as it stands there."""

    line: int
    text: str


def holes(function: Callable) -> list[Hole]:
    """The lines of a function in which an answer is still `None`, top to bottom.

    A hole is an assignment of None or a loop over range(None), as the stubs have them; but not a None that only stands
    in until the same variable gets something else, further down and not in another branch of the same `if`. Where the
    source of the function cannot be had, the list is empty.
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
        nodes = list(_with_other_branches(ast.parse(source)))
    except SyntaxError:
        return []
    filled: dict[str, list[int]] = {}  # by name, the lines that give it something, in order
    for line, name in sorted((node.lineno, name) for node, _ in nodes for name in _filled(node)):
        filled.setdefault(name, []).append(line)
    numbers = [
        node.lineno
        for node, others in nodes
        if (name := _hole(node)) is not None and not _is_filled(filled.get(name, []), node.lineno, others)
    ]
    numbers.sort()
    lines = source.splitlines()
    return [Hole(first + number - 1, lines[number - 1].strip()) for number in numbers]


def in_words(name: str, unfilled: list[Hole]) -> str:
    """That a function is not finished, and where, in a sentence."""
    return f"{name} is not finished: line {unfilled[0].line} of its cell still says “{unfilled[0].text}”."


def _with_other_branches(tree: ast.AST) -> Iterator[tuple[ast.AST, tuple[range, ...]]]:
    """Each node of a tree, and the lines further down that do not run where it does: for each `if` that it stands in,
    those of its other branches."""
    waiting: list[tuple[ast.AST, tuple[range, ...]]] = [(tree, ())]
    while waiting:
        node, others = waiting.pop()
        yield node, others
        for field, value in ast.iter_fields(node):
            inner = others
            if isinstance(node, ast.If) and field == "body" and node.orelse:
                # An elif is an `if` in the else branch of another one.
                inner = (*others, range(node.orelse[0].lineno, node.orelse[-1].end_lineno + 1))
            children = value if isinstance(value, list) else [value]
            waiting += [(child, inner) for child in children if isinstance(child, ast.AST)]


def _is_filled(lines: list[int], after: int, others: tuple[range, ...]) -> bool:
    """Whether one of some lines, in order, comes after a line and in none of its other branches."""
    at = bisect_right(lines, after)
    for branch in reversed(others):  # of the innermost `if` first, which comes first in the text
        if at < len(lines) and lines[at] < branch.start:
            return True
        at = bisect_left(lines, branch.stop)
    return at < len(lines)


def _filled(node: ast.AST) -> list[str]:
    """The variables that an assignment gives something new: not None, and not made of what they were."""
    if not isinstance(node, ast.Assign) or _is_none(node.value):
        return []
    used = {part.id for part in ast.walk(node.value) if isinstance(part, ast.Name)}
    return [target.id for target in node.targets if isinstance(target, ast.Name) and target.id not in used]


def _hole(node: ast.AST) -> str | None:
    """The variable that is None after this line; "" for a hole that is no plain variable; None for what is no hole."""
    match node:
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if _is_none(value):
            return name
        case ast.Assign(value=value) | ast.AugAssign(value=value) if _is_none(value):
            return ""
        case ast.For(iter=ast.Call(func=ast.Name(id="range"), args=[value])) if _is_none(value):
            return ""
    return None


def _is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None
