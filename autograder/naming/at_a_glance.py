"""What the text of a cell shows without a call, to say more of an exception: where it comes from.

Texts are parsed and never run, so that this may also be told of a function that has seen solutions.
"""

import ast
import builtins
import re

from autograder import reference
from autograder.naming.printing import quoted
from autograder.naming.spelling import definition
from autograder.repairing.definitions import look
from helpers.compare import listed

MOST_TOLD = 3
# What the first cell of each notebook gives.
_GIVEN = frozenset({"np", "checks", "pictures", "widgets", "plt"})


def made_fractions(exercise: str, source: str) -> str:
    """A sentence on the lines in which / makes what is then used as an index; empty where there is none."""
    function = definition(source, exercise)
    if not function:
        return ""
    used = {
        one.id
        for index in ast.walk(function)
        if isinstance(index, ast.Subscript)
        for one in ast.walk(index.slice)
        if isinstance(one, ast.Name)
    }
    numbers = [
        one.lineno
        for one in ast.walk(function)
        if isinstance(one, ast.Assign) and isinstance(one.value, ast.BinOp) and isinstance(one.value.op, ast.Div)
        if any(isinstance(target, ast.Name) and target.id in used for target in one.targets)
    ]
    if not 0 < len(numbers) <= MOST_TOLD:
        return ""
    text = re.split(r"\r\n|\r|\n", source)
    lines = listed([f"line {number}, “{quoted(text[number - 1].strip())}”" for number in sorted(numbers)])
    return f"A fraction is made in {lines}: is dividing meant there?"


def names_without_a_value(exercise: str, source: str) -> str:
    """A sentence on the names that a function uses, and to which no line of its cell gives a value."""
    function = definition(source, exercise)
    if not function:
        return ""
    cell = look(source).tree
    names = [one for one in ast.walk(cell) if isinstance(one, ast.Name)]
    given = {one.id for one in names if not isinstance(one.ctx, ast.Load)} | _bound(cell)
    known = given | reference.EXERCISES.keys() | _GIVEN | set(dir(builtins))
    missing = dict.fromkeys(one.id for one in ast.walk(function) if isinstance(one, ast.Name) and one.id not in known)
    if not 0 < len(missing) <= MOST_TOLD:
        return ""
    return f"To {listed([quoted(name) for name in missing])}, no line of its cell gives a value."


def _bound(tree: ast.Module) -> set[str]:
    """The names that definitions, parameters, imports and handlers give a value to."""
    found: set[str] = set()
    for one in ast.walk(tree):
        match one:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.arg(arg=name):
                found.add(name)
            case ast.alias(name=name, asname=other):
                found.add(other or name.partition(".")[0])
            case ast.ExceptHandler(name=str(name)):
                found.add(name)
    return found
