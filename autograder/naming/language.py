"""The small language in which lines of a student's are said again, and run in the place of a right version's.

What a student writes is never run. A line of it is read: where it says something that this language has words for
(sizes, indices and windows, sums and products, some of NumPy's functions), it is built anew of these words. Each word
is ours and watches what it is given: loops are short, arrays small, numbers no larger than an index may be, and nothing
can be reached but what a right version has. A line that says anything else is refused.
"""

import ast
import math
import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from autograder.naming.formulas import Tree
from autograder.naming.spelling import Line

# The calls of the battery have at most a few hundred entries in an array, and a few dozen windows.
MOST_ENTRIES = 5_000
LARGEST = 10**6
WIDEST = 60
# A line of more words than this says too much at once; no formula of a right version is on more than six things.
MOST_WORDS = 120

_ATTRIBUTES = {"shape", "T", "size", "ndim", "dtype"}
_METHODS = {"astype", "reshape", "ravel", "flatten", "item", "transpose", "any", "all"}
_SIGNS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%"}
_OPERATIONS = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
}


class Refused(Exception):
    """A line says what the language has no words for, or does more than a right version could."""


def said_again(line: Line) -> str:
    """A line in the words of the language, indented as it stands there. Raises Refused."""
    indent = line.text[: len(line.text) - len(line.text.lstrip())]
    if not line.nodes:
        return line.text  # an else
    (node,) = line.nodes
    if sum(1 for _ in ast.walk(node)) > MOST_WORDS:
        raise Refused
    return indent + ast.unparse(ast.fix_missing_locations(_statement(node))).splitlines()[0]


class Budget:
    """How many words may be said: in one call, and in all for one student's function."""

    def __init__(self, in_all: int = 1_000_000, in_a_call: int = 40_000):
        self._in_all, self._in_a_call = in_all, in_a_call
        self._left = 0

    def begin(self) -> None:
        """A new call begins. What the one before it did not need is left for others."""
        self._in_all += max(0, self._left)
        self._left = min(self._in_a_call, self._in_all)
        self._in_all -= self._left

    def take(self, words: int) -> None:
        self._left -= words
        if self._left < 0:
            raise Refused


def words(budget: Budget, functions: Mapping[str, Callable]) -> dict[str, Any]:
    """What the words of the language do. functions: those of the course that may be called, by name."""

    def counted(word: Callable) -> Callable:
        def word_and_count(*args: object, **named: object) -> object:
            budget.take(1)
            found = word(*args, **named)
            budget.take(found.size // 64 if isinstance(found, np.ndarray) else 0)
            return found

        return word_and_count

    def turns(*ends: object) -> range:
        found = range(*ends)
        budget.take(len(found))
        return found

    def places(*shape: object) -> Iterator:
        found = np.ndindex(*shape)
        budget.take(math.prod(shape[0] if len(shape) == 1 and isinstance(shape[0], tuple) else shape))
        return found

    return {
        "__builtins__": {},
        "range_": counted(turns),
        "places_": counted(places),
        "get_": counted(_get),
        "index_": _index,
        "do_": counted(_do),
        "plain_": counted(_plain),
        "method_": counted(_method),
        "slice_": slice,
        **{f"np_{name}": one if _is_type(one) else counted(one) for name, one in _NUMPY.items()},
        **_PLAIN,
        **{name: counted(_watched(one)) for name, one in functions.items()},
    }


def _statement(node: ast.stmt) -> ast.stmt:
    match node:
        case ast.Assign(targets=[target], value=value):
            return ast.Assign([_target(target)], _said(value))
        case ast.AugAssign(op=ast.Add() | ast.Sub() | ast.Div(), target=ast.Name() | ast.Subscript()):
            return ast.AugAssign(_target(node.target), node.op, _call("plain_", _said(node.value)))
        case ast.For(target=target, iter=ast.Call(func=ast.Name(id="range"), args=args, keywords=[])):
            return ast.For(_target(target), _call("range_", *map(_said, args)), [ast.Pass()], [])
        case ast.For(
            target=target, iter=ast.Call(func=ast.Attribute(value=ast.Name(id="np"), attr="ndindex"), args=args)
        ):
            return ast.For(_target(target), _call("places_", *map(_said, args)), [ast.Pass()], [])
        case ast.If(test=test):
            return ast.If(_said(test), [ast.Pass()], [])
        case ast.Return(value=value):
            return ast.Return(_said(value) if value else None)
        case ast.Expr(value=value):
            return ast.Expr(_said(value))
        case ast.Continue() | ast.Break():
            return node
    raise Refused


def _target(node: ast.expr) -> ast.expr:
    match node:
        case ast.Name():
            return ast.Name(_name(node), ast.Store())
        case ast.Tuple(elts=parts):
            return ast.Tuple([_target(one) for one in parts], ast.Store())
        case ast.Subscript(value=value, slice=index):
            return ast.Subscript(_said(value), _call("index_", _said_index(index)), ast.Store())
    raise Refused


def _said(node: ast.expr) -> ast.expr:
    match node:
        case ast.Name():
            return ast.Name(_name(node), ast.Load())
        case ast.Constant(value=value) if value is None or value is Ellipsis or type(value) in (bool, str):
            return ast.Constant(value)
        case ast.Constant(value=int() | float() as value) if abs(value) <= LARGEST:
            return ast.Constant(value)
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            return type(node)([_said(one) for one in parts], ast.Load())
        case ast.Subscript(value=value, slice=index):
            return _call("get_", _said(value), _said_index(index))
        case ast.Attribute(value=value, attr=name) if name in _ATTRIBUTES:
            return ast.Attribute(_said(value), name, ast.Load())
        case ast.Attribute(value=ast.Name(id="np"), attr=name) if name in _NUMPY:
            return ast.Name(f"np_{name}", ast.Load())
        case ast.BinOp(op=op) if type(op) in _SIGNS:
            return _call("do_", ast.Constant(_SIGNS[type(op)]), _said(node.left), _said(node.right))
        case ast.UnaryOp(op=ast.USub() | ast.Not()):
            return ast.UnaryOp(node.op, _said(node.operand))
        case ast.Compare(ops=[ast.Eq() | ast.NotEq() | ast.Lt() | ast.LtE() | ast.Gt() | ast.GtE() as op]):
            return ast.Compare(_said(node.left), [op], [_said(node.comparators[0])])
        case ast.IfExp(test=test, body=body, orelse=orelse):
            return ast.IfExp(_said(test), _said(body), _said(orelse))
        case ast.BoolOp(values=values):
            return ast.BoolOp(node.op, [_said(one) for one in values])
        case ast.Call(func=ast.Name(id="formula"), args=on):
            return _formula(node.tree, {ast.unparse(one): one for one in on})
        case ast.Call(func=ast.Attribute(value=value, attr=name), args=args, keywords=[]) if name in _METHODS:
            return _call("method_", ast.Constant(name), _said(value), *map(_said, args))
        case ast.Call(func=ast.Name() | ast.Attribute(value=ast.Name(id="np")) as function, args=args):
            keywords = [ast.keyword(_argument(one), _said(one.value)) for one in node.keywords]
            return ast.Call(_said(function), [_said(one) for one in args], keywords)
    raise Refused


def _argument(one: ast.keyword) -> str:
    if one.arg is None:
        raise Refused
    return one.arg


def _name(node: ast.Name) -> str:
    if node.id.startswith("__") or node.id in ("np", "formula"):
        raise Refused
    return "range_" if node.id == "range" else node.id


def _said_index(index: ast.expr) -> ast.expr:
    """An index as a value."""
    if isinstance(index, ast.Tuple):
        return ast.Tuple([_said_index(one) for one in index.elts], ast.Load())
    if isinstance(index, ast.Slice):
        ends = (index.lower, index.upper, index.step)
        return _call("slice_", *(_said(one) if one else ast.Constant(None) for one in ends))
    return _said(index)


def _formula(tree: Tree, on: Mapping[str, ast.expr]) -> ast.expr:
    """Arithmetic, from how it is put together and the expressions that it is on."""
    if isinstance(tree, str):
        return _said(on[tree])
    if not isinstance(tree, tuple):
        return _said(ast.Constant(tree))
    sign, *parts = tree
    inner = [_formula(part, on) for part in parts]
    if sign == "int":
        return _call("int", *inner)
    if len(inner) == 1:
        return inner[0] if sign == "+" else ast.UnaryOp(ast.USub(), inner[0])
    return _call("do_", ast.Constant(sign), *inner)


def _call(name: str, *args: ast.expr) -> ast.Call:
    return ast.Call(ast.Name(name, ast.Load()), list(args), [])


def _do(sign: str, one: object, other: object) -> object:
    if isinstance(one, np.ndarray) or isinstance(other, np.ndarray):
        try:
            size = math.prod(np.broadcast_shapes(np.shape(one), np.shape(other)))
        except ValueError:
            size = 0  # NumPy says so, below
        if size > MOST_ENTRIES:
            raise Refused
    elif sign in "*%" and not (_is_number(one) and _is_number(other)):
        raise Refused
    return _small(_OPERATIONS[sign](one, other))


def _get(value: object, index: object) -> object:
    return value[_index(index)]


def _index(index: object) -> object:
    """An index. One that is an array could make more of an array than there is in it."""
    if any(isinstance(one, np.ndarray) and one.ndim and one.dtype != bool for one in _each(index)):
        raise Refused
    return index


def _plain(value: object) -> object:
    """What may be added to something again and again: a tuple would grow."""
    if not (_is_number(value) or isinstance(value, np.ndarray)):
        raise Refused
    return value


def _method(name: str, value: object, *args: object) -> object:
    if not isinstance(value, np.ndarray | np.generic):
        raise Refused
    return getattr(value, name)(*args)


def _is_type(value: object) -> bool:
    """Whether this is no function, but a type or a number."""
    return isinstance(value, type | float)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float | np.generic)


def _small(value: object) -> object:
    """A value that is no larger than what a right version has."""
    for one in _each(value):
        if isinstance(one, np.ndarray) and one.size > MOST_ENTRIES:
            raise Refused
        if isinstance(one, int) and abs(one) > LARGEST:
            raise Refused
    if isinstance(value, tuple | list) and len(value) > WIDEST:
        raise Refused
    return value


def _each(value: object) -> Sequence[object]:
    return value if isinstance(value, tuple | list) else (value,)


def _watched(function: Callable) -> Callable:
    """A function that is given little, so that what it makes of it is little, too."""

    def watched(*args: object, **named: object) -> object:
        given = [part for one in (*args, *named.values()) for part in _each(one)]
        entries = math.prod(max(1, one.size) for one in given if isinstance(one, np.ndarray))
        if entries > 100 * MOST_ENTRIES or any(isinstance(one, int) and abs(one) > WIDEST for one in given):
            raise Refused
        return _small(function(*args, **named))

    return watched


def _filled(function: Callable) -> Callable:
    """A function that makes an array of a shape, where that is a small one."""

    def filled(shape: object, *args: object, **named: object) -> np.ndarray:
        sides = _each(shape)
        if all(isinstance(one, int | np.integer) for one in sides) and math.prod(map(abs, sides)) > MOST_ENTRIES:
            raise Refused
        return function(shape, *args, **named)

    return filled


def _padded(array: object, widths: object, **named: object) -> np.ndarray:
    """np.pad, where the border is a narrow one."""
    widest = int(np.abs(np.asarray(widths)).max(initial=0))
    if widest > WIDEST or math.prod(side + 2 * widest for side in np.shape(array)) > 100 * MOST_ENTRIES:
        raise Refused
    return _small(np.pad(array, widths, **named))


_NUMPY = {
    **{name: _watched(getattr(np, name)) for name in ("sum", "max", "min", "mean", "argmax", "argmin", "prod", "abs")},
    **{name: _watched(getattr(np, name)) for name in ("floor", "ceil", "round", "exp", "log", "sqrt", "square")},
    **{name: _watched(getattr(np, name)) for name in ("maximum", "minimum", "copy", "array", "squeeze")},
    **{name: _watched(getattr(np, name)) for name in ("zeros_like", "ones_like")},
    **{name: _watched(getattr(np, name)) for name in ("where", "equal", "logical_not", "dot", "outer", "asarray")},
    **{name: _filled(getattr(np, name)) for name in ("zeros", "ones", "full")},
    "empty": _filled(np.zeros),
    "inf": np.inf,
    **{name: getattr(np, name) for name in ("float64", "float32", "int64")},
    "pad": _padded,
}
_PLAIN = {
    "int": int,
    "float": float,
    "len": len,
    "abs": abs,
    "max": max,
    "min": min,
    "bool": bool,
    "slice": slice,
    "round": round,
}
