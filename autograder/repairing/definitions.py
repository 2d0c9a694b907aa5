"""What the code of a cell defines, read from its syntax tree: nothing that a student sent is ever run here."""

import ast
import functools
import re
import textwrap
import warnings
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

# Longer cells are not looked into: an honest one has a few thousand characters.
LONGEST = 100_000
# Those up to this length are looked into once: the given cells of a notebook stand in each submission. Of longer ones
# only a few are known at a time, and a notebook may have no more.
KEPT = 10_000


@dataclass(frozen=True)
class Code:
    """What is known of a cell's code.

    parses: whether it is Python, magics apart. definitions: the functions and classes that it defines when it runs.
    additions: those and the imports that stand in no other statement. other: names that it assigns or imports.
    """

    parses: bool
    definitions: tuple[ast.stmt, ...] = ()
    additions: tuple[ast.stmt, ...] = ()
    other: frozenset[str] = frozenset()
    tree: ast.Module | None = field(default=None, repr=False)

    @functools.cached_property
    def stands(self) -> bool:
        """Whether it would run as a cell, so that it is not the half of one."""
        return self.tree is not None and not _returns(self.tree)

    @property
    def at_top(self) -> list[ast.stmt]:
        """The statements that stand in no other one."""
        return self.tree.body if self.tree else []

    @property
    def binds(self) -> frozenset[str]:
        """The names that the cell gives a value."""
        return self.other | {one.name for one in self.definitions}

    @functools.cached_property
    def uses(self) -> frozenset[str]:
        """The names that the cell, or a function in it, takes from outside itself."""
        if self.tree is None:
            return frozenset()
        return frozenset().union(*map(_free_names, self.tree.body))


def look(source: str) -> Code:
    """Read a cell's code. Never raises: what Python cannot read does not parse, and defines nothing."""
    return _looked_at(source) if len(source) <= KEPT else _looked_at_long(source)


def forget_long() -> None:
    """Let go of what is known of long cells, once they are done with: it takes hundreds of times their room."""
    _looked_at_long.cache_clear()


@functools.lru_cache(maxsize=256)
def _looked_at(source: str) -> Code:
    return _look(source)


@functools.lru_cache(maxsize=8)
def _looked_at_long(source: str) -> Code:
    return _look(source)


def _look(source: str) -> Code:
    tree = _parse(source)
    return Code(False) if tree is None else _look_at(tree)


def _look_at(tree: ast.Module) -> Code:
    definitions, other, additions = [], set(), []
    for statement in _at_module_level(tree):
        match statement:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                definitions.append(statement)
            case ast.Import() | ast.ImportFrom():
                other |= {(alias.asname or alias.name).partition(".")[0] for alias in statement.names}
            case ast.Assign() | ast.AnnAssign(value=ast.expr()):
                targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
                nodes = (node for target in targets for node in ast.walk(target))
                other |= {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    for statement in tree.body:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom):
            additions.append(statement)
    return Code(True, tuple(definitions), tuple(additions), frozenset(other), tree)


_HEADER = ("args", "decorator_list", "bases", "keywords")


def is_empty(function: ast.stmt, stub: ast.stmt | None) -> bool:
    """Whether a function is still the stub, comments and docstring apart, or has no body to speak of."""
    body = _without_docstring(function)
    if all(map(_says_nothing, body)):
        return True
    return (
        stub is not None
        and type(function) is type(stub)
        and all(_same(getattr(function, part, None), getattr(stub, part, None)) for part in _HEADER)
        and _same(body, _without_docstring(stub))
    )


def first_line(statement: ast.stmt) -> int:
    """The line, from 1, on which a definition begins, its decorators included."""
    return min([statement.lineno, *(one.lineno for one in getattr(statement, "decorator_list", []))])


def makes_only_new_names(statement: ast.stmt, taken: Collection[str]) -> bool:
    """Whether a statement only gives values to names, or imports them under `try`, none of which are taken."""
    match statement:
        case ast.Assign() | ast.AnnAssign(value=ast.expr()):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            if not all(isinstance(one, ast.Name | ast.Tuple | ast.List) for one in targets):
                return False
        case ast.Try():
            parts = [*statement.body, *statement.orelse, *statement.finalbody]
            parts += [one for handler in statement.handlers for one in handler.body]
            if not any(isinstance(one, ast.Import | ast.ImportFrom) for one in parts):
                return False
        case _:
            return False
    made = _look_at(ast.Module([statement], [])).binds
    return bool(made) and not made & set(taken)


def same_statement(one: ast.AST, other: ast.AST) -> bool:
    """Whether two statements are the same code; layout and comments don't count."""
    return _same(one, other)


_CELL_MAGIC = re.compile(r"\A(\s*)%%(\w*)[^\n]*")
_PYTHON_MAGICS = ("time", "capture", "prun")  # what a cell under one of these defines stays defined
_MAGIC_LINE = re.compile(r"^([ \t]*)(?:[%!?].*|[\w.]+\?{1,2})$", re.MULTILINE)
# The quantifiers give nothing back: a line of nothing but blanks would be tried in as many ways as it is long.
_MAGIC_VALUE = re.compile(r"^([\w., \t]++=[ \t]*+)[%!].*$", re.MULTILINE)


def misspelt(source: str) -> str:
    """Where a cell is not Python, magics apart, and why; empty where it is, or where nobody can tell."""
    if not is_readable(source) or look(source).parses:
        return ""
    *_, text = _texts(source)
    try:
        _quietly_parsed(text)
    except SyntaxError as error:
        lines = text.split("\n")
        if mark := next((number for number, line in enumerate(lines, 1) if _CONFLICT.match(line)), None):
            return f"line {mark} is the mark of a merge conflict: keep one of the two versions, and take out the marks"
        line = lines[error.lineno - 1].strip() if 0 < (error.lineno or 0) <= len(lines) else ""
        shown = f", in “{line[:60]}”" if line and line.isprintable() else ""
        return f"line {error.lineno} is not Python: {error.msg}{shown}"
    except _UNREADABLE:
        pass
    return ""


def keeps_nothing(source: str) -> str:
    """The magic with which a cell begins, if nothing that is defined below it is there afterwards; else nothing."""
    magic = _CELL_MAGIC.match(source)
    return f"%%{magic[2]}" if magic and magic[2] not in _PYTHON_MAGICS else ""


_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: |$)")


_UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError)


# Python takes gigabytes to read a name of ten thousand parts.
_CHAIN = re.compile(r"\b(?:\w++[\s\\]*+\.[\s\\]*+){200}")


def is_readable(source: str) -> bool:
    """Whether a cell can be given to Python's parser: no honest one takes long there, or much memory."""
    return len(source) <= LONGEST and not _CHAIN.search(source)


def _parse(source: str) -> ast.Module | None:
    if not is_readable(source):
        return None
    for text in _texts(source):
        try:
            return _quietly_parsed(text)
        except _UNREADABLE:
            continue
    return None


def _texts(source: str) -> list[str]:
    """A cell's code, line for line, as Python may read it: as it is, and with something else in place of magics."""
    magic = _CELL_MAGIC.match(source)
    if magic and magic[2] not in _PYTHON_MAGICS:
        return [""]
    plain = magic[1] + source[magic.end() :] if magic else source
    return [plain, _MAGIC_VALUE.sub(r"\1None", _MAGIC_LINE.sub(r"\1pass", textwrap.dedent(plain)))]


def _quietly_parsed(text: str) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of an invalid escape, say, which is the student's
        return ast.parse(text)


def _at_module_level(tree: ast.Module) -> Iterator[ast.stmt]:
    """The statements that run when the cell runs, those inside `if`, `try`, `with` and loops included."""
    waiting = list(reversed(tree.body))
    while waiting:
        statement = waiting.pop()
        yield statement
        if isinstance(statement, ast.If | ast.Try | ast.TryStar | ast.With | ast.For | ast.While):
            inner = [*statement.body, *getattr(statement, "orelse", []), *getattr(statement, "finalbody", [])]
            inner += [one for handler in getattr(statement, "handlers", []) for one in handler.body]
            waiting += reversed(inner)


def _returns(tree: ast.Module) -> bool:
    """Whether a `return` or `yield` stands outside of every function: the sign of half a function."""
    inside = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Return | ast.Yield | ast.YieldFrom):
            return True
        waiting += [child for child in ast.iter_child_nodes(node) if not isinstance(child, inside)]
    return False


def _free_names(statement: ast.stmt) -> set[str]:
    """The names that a statement looks up, without the parameters and local names of a function."""
    names = [node for node in ast.walk(statement) if isinstance(node, ast.Name)]
    used = {node.id for node in names if isinstance(node.ctx, ast.Load)}
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
        local = {node.id for node in names if isinstance(node.ctx, ast.Store)}
        local |= {node.arg for node in ast.walk(statement) if isinstance(node, ast.arg)}
        used -= local
    return used


def _without_docstring(function: ast.stmt) -> list[ast.stmt]:
    body = function.body
    match body[0]:
        case ast.Expr(value=ast.Constant(value=str())):
            return body[1:]
    return body


def _says_nothing(statement: ast.stmt) -> bool:
    match statement:
        case ast.Pass() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Return(value=None) | ast.Return(value=ast.Constant(value=None)):
            return True
        case ast.Raise(exc=ast.Name(id="NotImplementedError")):
            return True
        case ast.Raise(exc=ast.Call(func=ast.Name(id="NotImplementedError"))):
            return True
    return False


def _same(one, other) -> bool:
    """Compare two parts of syntax trees; goes no deeper than the shallower of the two."""
    if type(one) is not type(other):
        return False
    if isinstance(one, ast.AST):
        return all(_same(getattr(one, name, None), getattr(other, name, None)) for name in one._fields)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return one == other
