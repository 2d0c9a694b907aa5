"""An exercise as it stands in the notebook, where cells behind it may have changed what it uses.

All cells of a submission run before the tests. In a notebook each test runs where it stands: a helper of the same name
in a later cell, or a loop over `np` in the last one, costs nothing there.
"""

import ast
import re
from collections.abc import Sequence

from autograder.repairing.definitions import look
from autograder.repairing.repair import RepairedCell

# What may give any name another value.
_ANYTHING = frozenset(
    {"exec", "eval", "globals", "vars", "locals", "setattr", "delattr", "get_ipython", "builtins", "__builtins__"}
)


def up_to(exercise: str, cells: Sequence[RepairedCell]) -> tuple[list[RepairedCell], list[str]]:
    """The cells to the last one that defines an exercise, and the names in them that cells behind may give another
    value, "*" for any; no names where nothing of the student's comes behind it, or nothing that matters."""
    defining = [at for at, cell in enumerate(cells) if exercise in {one.name for one in look(cell.source).definitions}]
    before = list(cells[: defining[-1] + 1]) if defining else list(cells)
    behind = [cell for cell in cells[len(before) :] if cell.kind in ("answer", "own")]
    used = {"*", exercise}.union(*(look(cell.source).uses for cell in before))
    changed = set().union(*(_changed(cell.source) for cell in behind))
    return before, sorted(used & changed)


def _changed(source: str) -> set[str]:
    """The names that a cell gives a value, or whose value it changes, wherever that stands; "*" where it may be any."""
    tree = look(source).tree
    found = {"*"} if tree is None or re.search(r"^\s*[%!]", source, re.MULTILINE) else set()
    waiting: list[ast.AST] = [tree] if tree else []
    while waiting:
        node = waiting.pop()
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                found.add(name)
                found.update(*(one.names for one in ast.walk(node) if isinstance(one, ast.Global)))
                continue
            case ast.Lambda():
                continue
            case ast.comprehension():
                # Its own names are its own; what is worked out in it is not.
                waiting += [node.iter, *node.ifs]
                continue
            case ast.Name(id=name) if name in _ANYTHING:
                found.add("*")
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()) | ast.ClassDef(name=name):
                found.add(name)
            case ast.Attribute(ctx=ast.Store() | ast.Del()) | ast.Subscript(ctx=ast.Store() | ast.Del()):
                found |= {one.id for one in ast.walk(node.value) if isinstance(one, ast.Name)}
            case ast.alias(name=name, asname=other):
                found.add(other or name.partition(".")[0])
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)) | ast.MatchMapping(rest=str(name)):
                found.add(name)
            case ast.ExceptHandler(name=str(name)):
                found.add(name)
        waiting += ast.iter_child_nodes(node)
    return found
