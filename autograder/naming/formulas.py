"""Arithmetic in a text, whatever way it is written: what it is on, and what comes out for some numbers.

Two formulas are taken for the same where they are on the same things, and come to the same for several sets of numbers
in the place of these. What a formula is on may be sizes, or whole arrays, entry by entry.
"""

import ast
import hashlib
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

# With how many sets of numbers two formulas are compared.
_DRAWS = 6
_OPERATORS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//"}
_FUNCTIONS = {"add": "+", "subtract": "-", "multiply": "*", "divide": "/"}
_FLOORS = {"floor", "trunc"}

LONGEST_KEPT = 2_000

# An operator and what it is on; or a number; or the text of something that is no arithmetic.
Tree = tuple | int | float | str


@dataclass(frozen=True)
class Formula:
    """on: the texts of what it is on, in order. sign: the same for formulas that come to the same; nothing where it
    comes to the one thing that it is on, or there is no number. tree: how it is put together."""

    on: tuple[str, ...]
    sign: str
    tree: Tree = field(default=(), compare=False)


def parts(node: ast.expr) -> tuple[str, list[ast.expr]] | None:
    """The operator, and what it is on; None where it is no arithmetic, or a number."""
    match node:
        case ast.BinOp(op=operator) if type(operator) in _OPERATORS:
            return _OPERATORS[type(operator)], [node.left, node.right]
        case ast.UnaryOp(op=ast.USub() | ast.UAdd()):
            return "-" if isinstance(node.op, ast.USub) else "+", [node.operand]
        case ast.Call(func=ast.Name(id="int"), args=[one], keywords=[]) if is_of_sizes(one):
            return "int", [one]
        case ast.Call(func=ast.Attribute(value=ast.Name(id="np" | "math"), attr=name), args=args, keywords=[]):
            if name in _FUNCTIONS and len(args) == 2:
                return _FUNCTIONS[name], args
            if name in _FLOORS and len(args) == 1 and is_of_sizes(args[0]):
                return "int", args
    return None


def is_of_sizes(node: ast.expr) -> bool:
    """Whether this is arithmetic on names and on what stands in a dict. Of entries of an array, a part may not be cut
    off without a difference."""
    held = isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant)
    return held or all(isinstance(one, ast.Name) for one in _below(node))


def _below(node: ast.expr) -> Iterator[ast.expr]:
    """What arithmetic is on, whatever is cut off within it: asked at each level anew, that would take forever."""
    match node:
        case ast.BinOp(op=operator, left=left, right=right) if type(operator) in _OPERATORS:
            inner = [left, right]
        case ast.UnaryOp(op=ast.USub() | ast.UAdd(), operand=one) | ast.Call(func=ast.Name(id="int"), args=[one]):
            inner = [one]
        case ast.Call(func=ast.Attribute(value=ast.Name(id="np" | "math"), attr=name), args=args):
            inner = args if name in _FUNCTIONS or name in _FLOORS else []
        case _:
            inner = []
    if inner:
        for one in inner:
            yield from _below(one)
    elif not _is_number(node):
        yield node


def leaves(node: ast.expr) -> Iterator[ast.expr]:
    """What a formula is on, again and again where it stands there so."""
    if found := parts(node):
        for part in found[1]:
            yield from leaves(part)
    elif not _is_number(node):
        yield node


def comes_to(node: ast.expr, text: Callable[[ast.expr], str]) -> Formula:
    """A formula, from the text of each thing that it is on."""
    tree = _tree(node, text)
    said = repr(tree)
    if len(said) > LONGEST_KEPT:
        return _formula.__wrapped__(said, tree)  # what is kept is kept for all submissions
    return _formula(said, tree)  # 1 and 1.0 are the same to a cache, and not to a loop


def comes_to_for(tree: Tree) -> list[float]:
    """What a formula comes to for several sets of numbers; the same ones for every formula. Nothing where one of them
    leads nowhere."""
    try:
        return [_value(tree, {text: _number(text, draw) for text in set(_texts(tree))}) for draw in range(_DRAWS)]
    except (ArithmeticError, ValueError):
        return []


def _is_number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)


def _tree(node: ast.expr, text: Callable[[ast.expr], str]) -> Tree:
    if found := parts(node):
        return (found[0], *(_tree(part, text) for part in found[1]))
    return node.value if _is_number(node) else text(node)


@lru_cache(maxsize=4096)
def _formula(text: str, tree: Tree) -> Formula:
    on = tuple(sorted(set(_texts(tree))))
    values = comes_to_for(tree)
    try:
        rounded = repr([round(value, 9) for value in values])
    except (ArithmeticError, ValueError):
        values = []
    if not values:
        return Formula(on, "none", tree)
    if len(on) == 1 and values == comes_to_for(on[0]):
        return Formula(on, "", tree)
    return Formula(on, hashlib.sha256(rounded.encode()).hexdigest()[:6], tree)


def _texts(tree: Tree) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, tuple):
        for part in tree[1:]:
            yield from _texts(part)


@lru_cache(maxsize=4096)
def _number(text: str, draw: int) -> int:
    drawn = random.Random(f"{text} {draw}")
    # Sizes are larger than what is taken from them.
    return drawn.randint(20, 60) if text.startswith("n_") else drawn.randint(1, 7)


def _value(tree: Tree, numbers: dict[str, int]) -> float:
    if isinstance(tree, str):
        return numbers[tree]
    if not isinstance(tree, tuple):
        return tree
    operator, *values = tree[0], *(_value(part, numbers) for part in tree[1:])
    match operator, values:
        case "int", [one]:
            return int(one)
        case "+", [one]:
            return one
        case "-", [one]:
            return -one
        case "+", [one, other]:
            return one + other
        case "-", [one, other]:
            return one - other
        case "*", [one, other]:
            return one * other
        case "/", [one, other]:
            return one / other
    return values[0] // values[1]
