"""The text of a function in one spelling, so that two texts that say the same in other words are alike, line by line.

What is evened out is what people write differently and mean alike: names, the order of factors, `np.multiply` for `*`,
a colon for each axis that is left over, a name for something that is used once. A text is read here, and never run.
"""

import ast
import itertools
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from autograder.naming import formulas
from autograder.repairing.definitions import look

# Functions of NumPy's that have another name for the same.
_SYNONYMS = {"amax": "max", "amin": "min", "average": "mean"}
_METHODS = {"max", "min", "mean", "sum", "copy"}
_FLOATS = {"float", "np.float64", "np.double"}
# What has more nodes than this is not written out in the place of its name, which might double it again and again.
_LONGEST_PART = 60
_MOST_PUT_IN = 400


@dataclass(frozen=True)
class Line:
    """One simple statement, or the head of a compound one. text: in the common spelling, indented; written: before the
    corners in it were written out; nodes: what it is made of; place: how many lines stand before it."""

    text: str
    written: str = field(compare=False)
    nodes: tuple[ast.AST, ...] = field(compare=False, repr=False)
    place: int = field(default=0, compare=False)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The lines of the source that it is made of: where it begins, and where what is written out in it stands."""
        found: set[int] = set()
        for node in self.nodes:
            own = range(node.lineno + 1, node.lineno + 1 if _blocks(node) else (node.end_lineno or node.lineno) + 1)
            found |= {one.lineno for one in ast.walk(node) if hasattr(one, "lineno") and one.lineno not in own}
        return tuple(sorted(found))


def definition(source: str, name: str) -> ast.FunctionDef | None:
    """The last function of this name that a text defines at its top, as a copy; None where there is none, or where it
    is no Python."""
    tree = look(source).tree
    try:
        found = [one for one in tree.body if isinstance(one, ast.FunctionDef) and one.name == name] if tree else []
        return _copy(found[-1]) if found else None
    except RecursionError:
        return None


def spelled(
    function: ast.FunctionDef, names: Mapping[str, str], sizes: Mapping[str, tuple[str, ...]], inline: bool
) -> tuple[Line, ...]:
    """The statements of a function in the common spelling. The function is used up.

    names: what its names are called there; where another of its names is called like that, it gets an underscore.
    sizes: for each array that the function is given, by its name there, what each axis is as long as: a name, which is
    the same for axes of the same length, or the length. inline: whether what is named and used once stands where it is
    used.
    """
    _rename(function, names)
    body = _with_sizes_by_name(_with_corners_written_out(_simple(function.body)), sizes)
    body = [_Speller().visit(one) for one in (_inlined(body) if inline else body)]
    return tuple(replace(line, place=place) for place, line in enumerate(_lines(body, "")))


def parameters(function: ast.FunctionDef) -> list[str]:
    """The names of a function's positional parameters."""
    return [one.arg for one in (*function.args.posonlyargs, *function.args.args)]


def names_in(function: ast.FunctionDef) -> frozenset[str]:
    """The names that a function assigns, its parameters among them."""
    stored = (one.id for one in ast.walk(function) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store))
    return frozenset(parameters(function)).union(stored)


def _rename(tree: ast.AST, names: Mapping[str, str], clash: bool = True) -> None:
    if not names:
        return
    new = set(names.values()) if clash else set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            node.id = names.get(node.id, f"{node.id}_" if node.id in new else node.id)


def _simple(body: list[ast.stmt]) -> list[ast.stmt]:
    """Statements without those that do nothing here, one for each thing that is assigned."""
    found: list[ast.stmt] = []
    for one in body:
        match one:
            case ast.Assert() | ast.Pass() | ast.Expr(value=ast.Constant()):
                continue
            case ast.Expr(value=ast.Call(func=ast.Name(id="print"))):
                continue
            case ast.AnnAssign(value=ast.expr()):
                one = _at(one, ast.Assign([one.target], one.value))
        for block in _blocks(one):
            setattr(one, block, _simple(getattr(one, block)))
        if isinstance(one, ast.Assign):
            found += _single(one)
        else:
            found.append(one)
    return found


def _blocks(one: ast.stmt) -> tuple[str, ...]:
    """Where other statements stand in a statement."""
    if isinstance(one, ast.With):
        return ("body",)
    return ("body", "orelse") if isinstance(one, ast.For | ast.While | ast.If) else ()


def _single(one: ast.Assign) -> Iterator[ast.Assign]:
    for target in one.targets:
        many = isinstance(target, ast.Tuple | ast.List) and isinstance(one.value, ast.Tuple | ast.List)
        pairs = list(zip(target.elts, one.value.elts)) if many else []
        pairs = [(part, value) for part, value in pairs if ast.unparse(part) != ast.unparse(value)]
        apart = not any(_loaded(value) & _stored(part) for _, value in pairs for part, _ in pairs)
        if many and len(target.elts) == len(one.value.elts) and apart:
            yield from (_at(one, ast.Assign([part], value)) for part, value in pairs)
        else:
            yield _at(one, ast.Assign([target], one.value))


class _Sizes(ast.NodeTransformer):
    """Writes the length of an axis as the text that stands for it, and a shape as those of all axes."""

    def __init__(self, sizes: Mapping[str, tuple[str, ...]]):
        self._sizes = sizes

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        match node:
            case ast.Attribute(value=ast.Name(id=name), attr="shape") if name in self._sizes:
                return _at(node, ast.Tuple([_size(node, text) for text in self._sizes[name]], ast.Load()))
        return self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="np"), attr="shape"), args=[array], keywords=[]):
                return self.visit(_at(node, ast.Attribute(array, "shape", ast.Load())))
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="np"), attr="zeros_like") as zeros,
                args=[ast.Name(id=name) as array],
                keywords=[ast.keyword(arg="dtype", value=kind)],
            ) if name in self._sizes:
                if ast.unparse(kind) in _FLOATS:
                    zeros.attr, node.args, node.keywords = "zeros", [_at(node, ast.Attribute(array, "shape"))], []
                elif ast.unparse(kind) == f"{name}.dtype":
                    node.keywords = []
        return self.generic_visit(node)

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        self.generic_visit(node)
        match node:
            case ast.Subscript(value=ast.Tuple(elts=parts), slice=ast.Constant(value=int(at))) if at < len(parts):
                return parts[at]
        return node


def _size(where: ast.AST, text: str) -> ast.expr:
    return _at(where, ast.Constant(int(text)) if text.isdigit() else ast.Name(text, ast.Load()))


def _with_sizes_by_name(body: list[ast.stmt], sizes: Mapping[str, tuple[str, ...]]) -> list[ast.stmt]:
    """Statements in which each size goes by its own name, without those that give it this name, or no other use."""
    module = ast.Module([_Sizes(sizes).visit(one) for one in body], [])
    module.body = [single for one in module.body for single in (_single(one) if isinstance(one, ast.Assign) else [one])]
    known = set(itertools.chain(*sizes.values()))
    used = _loaded(module)
    counts = Counter(one.id for one in ast.walk(module) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store))
    others: dict[str, str] = {}
    kept = []
    for one in module.body:
        match one:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Name(id=size)) if size in known:
                if name == size or name not in used:
                    continue
                if name not in known and counts[name] == 1:
                    others[name] = size
                    continue
        kept.append(one)
    _rename(ast.Module(kept, []), others, clash=False)
    return kept


def _stored(tree: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(tree) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}


def _loaded(tree: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(tree) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)}


def _copy(node: ast.AST) -> ast.AST:
    """A copy of a tree, in a quarter of the time of copy.deepcopy. What has no parts, as an operator, is shared."""
    new = node.__class__.__new__(node.__class__)
    for name, value in vars(node).items():
        if isinstance(value, list):
            value = [_copy(one) if isinstance(one, ast.AST) else one for one in value]
        elif isinstance(value, ast.AST) and value._fields:
            value = _copy(value)
        setattr(new, name, value)
    return new


def _at(where: ast.AST, new: ast.AST) -> ast.AST:
    new.lineno, new.end_lineno = where.lineno, where.end_lineno
    return new


class _Speller(ast.NodeTransformer):
    """Turns expressions, and single statements, into the common spelling."""

    def visit_Call(self, node: ast.Call) -> ast.expr:
        if formulas.parts(node):
            return self._formula(node)
        self.generic_visit(node)
        match node:
            case ast.Call(func=ast.Attribute(value=held, attr="get"), args=[ast.Constant() as key], keywords=[]):
                return _at(node, ast.Subscript(held, key, ast.Load()))
            case ast.Call(func=ast.Name(id="range"), args=[ast.Constant(value=0), end]):
                node.args = [end]
            case ast.Call(func=ast.Attribute(value=ast.Name(id="np"), attr="squeeze"), args=[ast.Call() as one]):
                return one  # what one window gives may be an array of one number
            case ast.Call(func=ast.Attribute(value=ast.Name(id="np"), attr=name)):
                self._of_numpy(node, name)
            case ast.Call(func=ast.Attribute(value=held, attr=name), args=[]) if name in _METHODS:
                node.func.value, node.args = _at(node, ast.Name("np", ast.Load())), [held]
        return node

    def _of_numpy(self, node: ast.Call, name: str) -> None:
        if len(node.args) == 1:
            node.func.attr = _SYNONYMS.get(name, name)
        if name in ("zeros", "ones", "empty"):
            node.args += [one.value for one in node.keywords if one.arg == "shape"]
            node.keywords = [
                one for one in node.keywords if one.arg == "dtype" and ast.unparse(one.value) not in _FLOATS
            ]
            if node.args and isinstance(node.args[0], ast.List):
                node.args[0] = _at(node, ast.Tuple(node.args[0].elts, ast.Load()))
        if name == "pad":
            if len(node.args) == 3:
                node.keywords.insert(0, ast.keyword("mode", node.args.pop()))
            node.keywords = [one for one in node.keywords if one.arg != "constant_values" or not _is_zero(one.value)]

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        return self._formula(node) if formulas.parts(node) else self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        return self._formula(node) if formulas.parts(node) else self.generic_visit(node)

    def _formula(self, node: ast.expr) -> ast.expr:
        """Arithmetic as what it is on, and a sign of what it comes to."""
        on = {id(one): self.visit(one) for one in formulas.leaves(node)}
        texts = {key: ast.unparse(one) for key, one in on.items()}
        if not on:
            return node
        found = formulas.comes_to(node, lambda one: texts[id(one)])
        nodes = {texts[key]: one for key, one in on.items()}
        if not found.sign:
            return nodes[found.on[0]]
        call = _at(node, ast.Call(ast.Name("formula", ast.Load()), [nodes[text] for text in found.on], []))
        call.keywords = [ast.keyword("sign", ast.Constant(found.sign))]
        call.tree = found.tree
        return call

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        self.generic_visit(node)
        index = list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]
        for one in index:
            if isinstance(one, ast.Slice) and _is_zero(one.lower):
                one.lower = None
        if len(index) == 2 and isinstance(index[0], ast.Constant) and index[0].value is Ellipsis:
            # The arrays of which this is written have four axes.
            index[:1] = [ast.Slice(), ast.Slice(), ast.Slice()]
        while len(index) > 1 and _is_all(index[-1]):
            index.pop()
        inner = node.value
        if isinstance(inner, ast.Subscript) and isinstance(inner.slice, ast.Name):
            node.value, index = inner.value, [inner.slice, *index]
        node.slice = index[0] if len(index) == 1 else _at(node, ast.Tuple(index, ast.Load()))
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        self.generic_visit(node)
        if len(node.ops) == 1 and isinstance(node.ops[0], ast.Eq):
            node.left, node.comparators[0] = sorted((node.left, node.comparators[0]), key=ast.unparse)
        return node

    def visit_Assign(self, node: ast.Assign) -> ast.stmt:
        match node:
            case ast.Assign(targets=[ast.Subscript() as target], value=ast.BinOp(op=ast.Add()) as added):
                for mine, other in ((added.left, added.right), (added.right, added.left)):
                    if ast.unparse(mine) == ast.unparse(target):
                        return self.visit(_at(node, ast.AugAssign(target, ast.Add(), other)))
        return self.generic_visit(node)


def _is_zero(node: ast.AST | None) -> bool:
    if isinstance(node, ast.Tuple):
        return all(map(_is_zero, node.elts))
    return isinstance(node, ast.Constant) and node.value == 0 and not isinstance(node.value, bool)


def _is_all(node: ast.AST) -> bool:
    return isinstance(node, ast.Slice) and not (node.lower or node.upper or node.step)


def _inlined(body: list[ast.stmt]) -> list[ast.stmt]:
    """Statements without the names that stand for one example of an array; or for another part of one, or a formula,
    and are used once."""
    module = ast.Module(body, [])
    counts = Counter((one.id, type(one.ctx)) for one in ast.walk(module) if isinstance(one, ast.Name))
    values: dict[str, ast.expr] = {}
    for one in _assignments(body):
        match one:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Subscript() | ast.BinOp() | ast.Tuple() as value):
                once = counts[name, ast.Load] == 1 or _is_an_entry(value)
                if counts[name, ast.Store] == 1 and once and not _is_given(value):
                    value = _Inliner(dict(values)).visit(value)
                    if _is_short(value):
                        values[name] = value
    return _without(_Inliner(values).visit(module).body, values)


def _with_corners_written_out(body: list[ast.stmt]) -> list[ast.stmt]:
    """Statements in which a formula is given in terms of what other formulas begin with: the end of a window is its
    start and something more, and people write both as they like."""
    module = ast.Module(body, [])
    counts = Counter(one.id for one in ast.walk(module) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store))
    values: dict[str, ast.expr] = {}
    for one in _assignments(body):
        match one:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if _is_of_names(value) and counts[name] == 1:
                if formulas.parts(value):
                    one.written = ast.unparse(one)
                    one.value = _Inliner(dict(values)).visit(value)
                if _is_short(one.value):
                    values[name] = one.value
    return module.body


def _assignments(body: list[ast.stmt]) -> Iterator[ast.Assign]:
    """The assignments in some statements, in the order in which they stand there."""
    for one in body:
        if isinstance(one, ast.Assign):
            yield one
        for block in _blocks(one):
            yield from _assignments(getattr(one, block))


def _is_short(node: ast.expr) -> bool:
    return sum(1 for _ in ast.walk(node)) <= _LONGEST_PART


def _is_of_names(node: ast.expr) -> bool:
    on = list(formulas.leaves(node))
    return bool(on) and all(isinstance(one, ast.Name) for one in on)


def _is_an_entry(value: ast.expr) -> bool:
    return isinstance(value, ast.Subscript) and isinstance(value.slice, ast.Name)


def _is_given(value: ast.expr) -> bool:
    """Whether this is taken from a dict or a shape, as the parameters of a layer are."""
    return isinstance(value, ast.Subscript) and isinstance(value.slice, ast.Constant)


class _Inliner(ast.NodeTransformer):
    """Puts values in the place of names."""

    def __init__(self, values: Mapping[str, ast.expr]):
        self._values, self._put_in = values, 0

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if isinstance(node.ctx, ast.Load) and node.id in self._values:
            self._put_in += 1
            if self._put_in > _MOST_PUT_IN:
                raise ValueError("what is written out in the place of names is too much")
            return _at(node, _copy(self._values[node.id]))
        return node


def _without(body: list[ast.stmt], names: Mapping[str, ast.expr]) -> list[ast.stmt]:
    kept = []
    for one in body:
        match one:
            case ast.Assign(targets=[ast.Name(id=name)]) if name in names:
                continue
        for block in _blocks(one):
            setattr(one, block, _without(getattr(one, block), names))
        kept.append(one)
    return kept


def _lines(body: list[ast.stmt], indent: str) -> Iterator[Line]:
    for one in body:
        inner = {block: getattr(one, block) for block in _blocks(one)}
        for block in inner:
            setattr(one, block, [ast.Pass()] if block == "body" else [])
        text = ast.unparse(one).splitlines()[0]
        yield Line(indent + text, getattr(one, "written", text), (one,))
        yield from _lines(inner.get("body", []), indent + "    ")
        if inner.get("orelse"):
            yield Line(f"{indent}else:", "else:", ())
            yield from _lines(inner["orelse"], indent + "    ")
