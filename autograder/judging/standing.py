"""An exercise as it stands in the notebook, where cells behind it may have changed what it uses.

All cells of a submission run before the tests. In a notebook each test runs where it stands: a helper of the same name
in a later cell, or a loop over `np` in the last one, costs nothing there.
"""

import ast
import re
from collections.abc import Sequence

from autograder.repairing.definitions import look
from autograder.repairing.repair import RepairedCell

# What may take any name.
_ANY_NAME = frozenset({"exec", "eval", "globals", "vars", "locals", "get_ipython"})


class Places:
    """Where the exercises of a submission stand. Reads each cell once, since a hostile one may be long."""

    def __init__(self, cells: Sequence[RepairedCell]):
        self._cells = cells
        self._binds = [look(cell.source).binds for cell in cells]
        self._defines = [frozenset(one.name for one in look(cell.source).definitions) for cell in cells]
        self._mentioned = [_mentioned(cell.source) for cell in cells]
        own = [cell.kind in ("answer", "own") for cell in cells]
        self._changed = [_changed(cell.source) if mine else frozenset() for cell, mine in zip(cells, own)]

    def up_to(self, exercise: str) -> tuple[list[RepairedCell], list[str]]:
        """The cells to the last one that defines an exercise, and the names in them that cells behind may give another
        value, "*" for any; no names where nothing of the student's comes behind it, or nothing that matters."""
        defining = [at for at, names in enumerate(self._defines) if exercise in names]
        # An answer may be a lambda, or made of another function.
        defining = defining or [at for at, names in enumerate(self._binds) if exercise in names]
        end = defining[-1] + 1 if defining else len(self._cells)
        used = {"*", exercise}.union(*self._mentioned[:end])
        changed = frozenset().union(*self._changed[end:])
        return list(self._cells[:end]), sorted(changed if used & _ANY_NAME else used & changed)


def _mentioned(source: str) -> frozenset[str]:
    """All names in a cell, whether they stand for something in it or outside."""
    tree = look(source).tree
    nodes = list(ast.walk(tree)) if tree else []
    told = (one.names for one in nodes if isinstance(one, ast.Global))
    return frozenset(one.id for one in nodes if isinstance(one, ast.Name)).union(*told)


def _changed(source: str) -> frozenset[str]:
    """The names that a cell gives a value, or whose value it changes, wherever that stands; "*" where it may be any,
    since something is called when it runs, or an object is changed."""
    tree = look(source).tree
    found = {"*"} if tree is None or re.search(r"^[ \t]*+[%!]", source, re.MULTILINE) else set()
    waiting: list[ast.AST] = [tree] if tree else []
    while waiting:
        node = waiting.pop()
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                found.add(name)
                found.update(*(one.names for one in ast.walk(node) if isinstance(one, ast.Global)))
                waiting += [*node.decorator_list, node.args]
                continue
            case ast.Lambda():
                waiting.append(node.args)
                continue
            case ast.comprehension():
                # Its own names are its own; what is worked out in it is not.
                waiting += [node.iter, *node.ifs]
                continue
            case ast.Call():
                found.add("*")
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()) | ast.ClassDef(name=name):
                found.add(name)
            case ast.Attribute(ctx=ast.Store() | ast.Del()) | ast.Subscript(ctx=ast.Store() | ast.Del()):
                found |= {"*", *(one.id for one in ast.walk(node.value) if isinstance(one, ast.Name))}
            case ast.alias(name=name, asname=other):
                found.add(other or name.partition(".")[0])
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)) | ast.MatchMapping(rest=str(name)):
                found.add(name)
            case ast.ExceptHandler(name=str(name)):
                found.add(name)
        waiting += ast.iter_child_nodes(node)
    return frozenset(found)
