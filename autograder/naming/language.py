"""The small language in which lines of a student's are said again, and run in the place of a right version's.

What a student writes is never run. A line of it is read: where it says something that this language has words for
(sizes, indices and windows, sums and products, some of NumPy's functions), it is built anew of these words, see
`words.py`. Whatever else it says is refused. A name of the student's gets a letter in front, so that none is a word.
"""

import ast
from collections.abc import Mapping

from autograder.naming.formulas import Tree
from autograder.naming.spelling import Line
from autograder.naming.words import KEYWORDS, LARGEST, LONGEST_TEXT, METHODS, OF_NUMPY, OF_PYTHON, TYPES, Refused

# A line of more parts than this says too much at once; no formula of a right version is on more than six things.
MOST_PARTS = 120
OWN = "v_"

_ATTRIBUTES = {"shape", "T", "size", "ndim", "dtype"}
_SIGNS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%"}
_IN_PLACE = {ast.Add: "+", ast.Sub: "-", ast.Div: "/"}
_COMPARISONS = {ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}


def said_again(line: Line, functions: frozenset[str]) -> str:
    """A line in the words of the language, indented as it stands there. functions: those of the course that it may
    call. Raises Refused."""
    indent = line.text[: len(line.text) - len(line.text.lstrip())]
    if not line.nodes:
        return line.text  # an else
    (node,) = line.nodes
    if sum(1 for _ in ast.walk(node)) > MOST_PARTS:
        raise Refused
    return indent + ast.unparse(ast.fix_missing_locations(_Sayer(functions).statement(node))).splitlines()[0]


class _Sayer:
    def __init__(self, functions: frozenset[str]):
        self._functions = functions

    def statement(self, node: ast.stmt) -> ast.stmt:
        match node:
            case ast.Assign(targets=[ast.Subscript() as target], value=value):
                return ast.Assign([self._place(target)], _call("entry_", self._said(value)))
            case ast.Assign(targets=[target], value=value):
                return ast.Assign([self._target(target)], self._said(value))
            case ast.AugAssign(op=op, target=ast.Name() as name, value=value) if type(op) in _IN_PLACE:
                sign = ast.Constant(_IN_PLACE[type(op)])
                return ast.Assign([self._target(name)], _call("in_place_", sign, self._said(name), self._said(value)))
            case ast.AugAssign(op=op, target=ast.Subscript() as target, value=value) if type(op) in _IN_PLACE:
                # As Python does it: the entries are taken, changed and put back.
                sign, place = ast.Constant(_IN_PLACE[type(op)]), self._place(target)
                taken = _call("get_", place.value, place.slice)
                return ast.Assign([place], _call("in_place_", sign, taken, self._said(value)))
            case ast.For(target=target, iter=ast.Call(func=ast.Name(id="range"), args=args, keywords=[])):
                turns = _call("range_", *map(self._said, args))
                return ast.For(self._target(target), turns, [ast.Pass()], [])
            case ast.For(target=target, iter=ast.Call(func=ast.Attribute() as function, args=args, keywords=[])):
                if ast.unparse(function) == "np.ndindex":
                    places = _call("places_", *map(self._said, args))
                    return ast.For(self._target(target), places, [ast.Pass()], [])
            case ast.If(test=test):
                return ast.If(self._said(test), [ast.Pass()], [])
            case ast.Return(value=value):
                return ast.Return(self._said(value) if value else None)
            case ast.Expr(value=value):
                return ast.Expr(self._said(value))
            case ast.Continue() | ast.Break():
                return node
        raise Refused

    def _target(self, node: ast.expr) -> ast.expr:
        match node:
            case ast.Name():
                return ast.Name(OWN + node.id, ast.Store())
            case ast.Tuple(elts=parts) if all(isinstance(one, ast.Name) for one in parts):
                return ast.Tuple([self._target(one) for one in parts], ast.Store())
        raise Refused

    def _place(self, node: ast.Subscript) -> ast.Subscript:
        return ast.Subscript(
            _call("array_", self._said(node.value)), _call("index_", self._index(node.slice)), ast.Store()
        )

    def _said(self, node: ast.expr) -> ast.expr:
        match node:
            case ast.Name():
                return ast.Name(OWN + node.id, ast.Load())
            case ast.Constant(value=value) if value is None or value is Ellipsis or type(value) is bool:
                return ast.Constant(value)
            case ast.Constant(value=str() as value) if len(value) <= LONGEST_TEXT:
                return ast.Constant(value)
            case ast.Constant(value=int() | float() as value) if abs(value) <= LARGEST:
                return ast.Constant(value)
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                kind = "tuple" if isinstance(node, ast.Tuple) else "list"
                return _call("several_", ast.Constant(kind), *map(self._said, parts))
            case ast.Subscript(value=value, slice=index):
                return _call("get_", self._said(value), self._index(index))
            case ast.Attribute(value=ast.Name(id="np"), attr="inf"):
                return ast.Name("np_inf", ast.Load())
            case ast.Attribute(value=value, attr=name) if name in _ATTRIBUTES and ast.unparse(value) != "np":
                return ast.Attribute(_call("array_", self._said(value)), name, ast.Load())
            case ast.BinOp(op=op) if type(op) in _SIGNS:
                return _call("do_", ast.Constant(_SIGNS[type(op)]), self._said(node.left), self._said(node.right))
            case ast.UnaryOp(op=ast.USub()):
                return _call("do_", ast.Constant("-"), ast.Constant(0), self._said(node.operand))
            case ast.UnaryOp(op=ast.Not()):
                return ast.UnaryOp(node.op, self._said(node.operand))
            case ast.Compare(ops=[op], comparators=[other]) if type(op) in _COMPARISONS:
                sign = ast.Constant(_COMPARISONS[type(op)])
                return _call("is_", sign, self._said(node.left), self._said(other))
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return ast.IfExp(self._said(test), self._said(body), self._said(orelse))
            case ast.BoolOp(values=values):
                return ast.BoolOp(node.op, [self._said(one) for one in values])
            case ast.Call(func=ast.Name(id="formula"), args=on) if hasattr(node, "tree"):
                return self._formula(node.tree, {ast.unparse(one): one for one in on})
            case ast.Call():
                return self._called(node)
        raise Refused

    def _called(self, node: ast.Call) -> ast.expr:
        match node.func:
            case ast.Name(id=name) if name in OF_PYTHON or name in self._functions:
                word = f"call_{name}"
            case ast.Attribute(value=ast.Name(id="np"), attr=name) if name in OF_NUMPY:
                word = f"np_{name}"
            case ast.Attribute(value=value, attr=name) if name in METHODS and ast.unparse(value) != "np":
                if node.keywords:
                    raise Refused
                return _call("method_", ast.Constant(name), self._said(value), *map(self._said_or_type, node.args))
            case _:
                raise Refused
        if not all(one.arg in KEYWORDS for one in node.keywords):
            raise Refused
        keywords = [ast.keyword(one.arg, self._said_or_type(one.value)) for one in node.keywords]
        return ast.Call(ast.Name(word, ast.Load()), [self._said(one) for one in node.args], keywords)

    def _said_or_type(self, node: ast.expr) -> ast.expr:
        if isinstance(node, ast.Name) and node.id in TYPES:
            return ast.Name(f"type_{node.id}", ast.Load())
        return self._said(node)

    def _index(self, index: ast.expr) -> ast.expr:
        """An index as a value."""
        if isinstance(index, ast.Tuple):
            return _call("several_", ast.Constant("tuple"), *map(self._index, index.elts))
        if isinstance(index, ast.Slice):
            ends = (index.lower, index.upper, index.step)
            return _call("slice_", *(self._said(one) if one else ast.Constant(None) for one in ends))
        return self._said(index)

    def _formula(self, tree: Tree, on: Mapping[str, ast.expr]) -> ast.expr:
        """Arithmetic, from how it is put together and the expressions that it is on."""
        if isinstance(tree, str):
            if tree not in on:
                raise Refused
            return self._said(on[tree])
        if not isinstance(tree, tuple):
            return self._said(ast.Constant(tree))
        sign, *parts = tree
        inner = [self._formula(part, on) for part in parts]
        if sign == "int":
            return _call("call_int", *inner)
        if len(inner) == 1:
            return inner[0] if sign == "+" else _call("do_", ast.Constant("-"), ast.Constant(0), inner[0])
        return _call("do_", ast.Constant(sign), *inner)


def _call(name: str, *args: ast.expr) -> ast.Call:
    return ast.Call(ast.Name(name, ast.Load()), list(args), [])
