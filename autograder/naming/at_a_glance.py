"""What the text of a cell shows without a call, to say more of an exception: where it comes from.

Texts are parsed and never run, so that this may also be told of a function that has seen solutions.
"""

import ast
import builtins
import re
from collections import Counter
from collections.abc import Callable, Iterable

import numpy as np

from autograder import reference
from autograder.naming.arguments import arrays, names_within
from autograder.naming.arguments import parameters as reference_parameters
from autograder.naming.battery import battery
from autograder.naming.printing import quoted
from autograder.naming.spelling import definition, parameters
from autograder.repairing.definitions import look
from helpers.compare import listed

MOST_TOLD = 3
# What the first cell of each notebook gives.
_GIVEN = frozenset({"np", "checks", "pictures", "widgets", "plt"})


def made_fractions(exercise: str, source: str) -> str:
    """A sentence on the lines in which / makes what is then used as an index; empty where there is none."""
    lines = _makes_an_index(exercise, source, lambda value: isinstance(value.op, ast.Div))
    return lines and f"A fraction is made in {lines}: is dividing meant there?"


def made_of_arrays(exercise: str, source: str) -> str:
    """A sentence on the lines in which an index is made of a whole array; empty where there is none."""
    function = definition(source, exercise)
    given = {name for probe in battery(exercise) for name in arrays(exercise, probe.args)}
    given -= _stored_in(function) if function else set()
    lines = _makes_an_index(
        exercise,
        source,
        lambda value: any(isinstance(one, ast.Name) and one.id in given for one in (value.left, value.right)),
    )
    return lines and f"It is made of a whole array in {lines}: is that array meant there?"


def _stored_in(function: ast.FunctionDef) -> set[str]:
    """The names that a function gives a value itself, by which an argument may have become something else."""
    return {one.id for one in _names_in(function) if isinstance(one.ctx, ast.Store)}


def _makes_an_index(exercise: str, source: str, what: Callable[[ast.BinOp], bool]) -> str:
    """The lines in which such arithmetic gives a name its value that is used as an index; empty where none does."""
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
        if isinstance(one, ast.Assign) and isinstance(one.value, ast.BinOp) and what(one.value)
        if any(isinstance(target, ast.Name) and target.id in used for target in one.targets)
    ]
    return _lines(source, numbers) if 0 < len(numbers) <= MOST_TOLD else ""


def _lines(source: str, numbers: Iterable[int]) -> str:
    text = re.split(r"\r\n|\r|\n", source)
    return listed([f"line {number}, “{quoted(text[number - 1].strip())}”" for number in sorted(numbers)])


def has_no_return(exercise: str, source: str) -> bool:
    """Whether a function ends without giving anything back, wherever it ends."""
    function = definition(source, exercise)
    return bool(function) and not any(isinstance(one, ast.Return) and one.value for one in ast.walk(function))


def sides_in_another_order(exercise: str, source: str) -> str:
    """A sentence on a line that reads the sides of an array in another order than they have, as the names in it tell;
    empty where there is none. Rows and columns exchanged are not told: names alone prove little there."""
    function = definition(source, exercise)
    given = _given_as(exercise, function) if function else {}
    for one in ast.walk(function) if function else ():
        match one:
            case ast.Assign(
                targets=[ast.Tuple(elts=[ast.Name(), ast.Name(), ast.Name(), ast.Name()] as parts)],
                value=value,
            ) if (array := _whole_shape(value)) in given:
                meant, names = _SIDES[given[array]]
                kinds = "".join(_side(part.id) for part in parts)
                if given[array] == "W" and kinds[3] == "m":
                    kinds = f"{kinds[:3]}c"  # the number of filters
                among = set(kinds) <= set("mfc") if given[array] == "W" else sorted(kinds) == sorted(meant)
                if among and kinds not in (meant, meant.replace("hw", "wh")):
                    return f"It does so in {_lines(source, [one.lineno])}: the sides of {quoted(array)} are ({names})."
    return ""


def _given_as(exercise: str, function: ast.FunctionDef) -> dict[str, str]:
    """By the names that a function has for them, the arrays with four sides that it is given: what the exercise calls
    them, be it in a tuple that it takes apart. What gets another value in the function is none of them."""
    args = battery(exercise)[0].args
    names = dict(zip(parameters(function), reference_parameters(exercise)))
    stored = Counter(one.id for one in _names_in(function) if isinstance(one.ctx, ast.Store))
    found = {mine: name for mine, name in names.items() if not stored[mine]}
    for one in ast.walk(function):
        match one:
            case ast.Assign(targets=[ast.Tuple(elts=parts)], value=ast.Name(id=bundle)) if bundle in found:
                value = dict(zip(reference_parameters(exercise), args)).get(found[bundle])
                if isinstance(value, tuple) and len(value) == len(parts):
                    inner = zip(parts, names_within(exercise, found[bundle], len(value)))
                    found |= {
                        part.id: name for part, name in inner if isinstance(part, ast.Name) and stored[part.id] == 1
                    }
    sizes = arrays(exercise, args)
    return {mine: name for mine, name in found.items() if name in _SIDES and np.ndim(sizes.get(name)) == len("mhwc")}


def _names_in(function: ast.FunctionDef) -> list[ast.Name]:
    return [one for one in ast.walk(function) if isinstance(one, ast.Name)]


_INPUT = ("mhwc", "m, n_H_prev, n_W_prev, n_C_prev")
_OUTPUT = ("mhwc", "m, n_H, n_W, n_C")
_SIDES = {"A_prev": _INPUT, "X": _INPUT, "Z": _OUTPUT, "A": _OUTPUT, "dZ": _OUTPUT, "dA": _OUTPUT}
_SIDES["W"] = ("ffcc", "f, f, n_C_prev, n_C")
SIDES = "reads_the_sides_in_another_order"
SIDES_MESSAGE = (
    "Your code reads the sides of an array in another order than they have. In this course the examples come first and"
    " the channels last; of the filters, their height and width come first, then the channels of the input, and last"
    " those of the output."
)


def _whole_shape(value: ast.expr) -> str:
    """The array whose shape this is, be it written side by side; empty where it is something else."""
    text = ast.unparse(value)
    array = text.strip("(").partition(".shape")[0]
    return array if text in (f"{array}.shape", f"({', '.join(f'{array}.shape[{axis}]' for axis in range(4))})") else ""


def _side(name: str) -> str:
    """Which side a name is for: m, h, w, c or f; "?" where it does not tell."""
    plain = re.sub(r"_?(prev|in|out|old|new|input|output)\b", "", name.lower()).removeprefix("n_").strip("_")
    known = {"m": "m", "batch": "m", "h": "h", "height": "h", "w": "w", "width": "w", "f": "f", "c": "c", "ch": "c"}
    known |= {"nh": "h", "nw": "w", "nc": "c", "channels": "c", "channel": "c"}
    return known.get(plain, "?")


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
