"""What the words of the small language do: each watches what it is given and what comes of it.

No word reaches anything but numbers, arrays of numbers, short texts, and small tuples, lists and dicts of these. All
that runs in one go, beyond Python's own reach, is bounded by the sizes of what it is given.
"""

import math
import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

# The calls of the battery have at most a few hundred entries in an array, and a few dozen windows.
MOST_ENTRIES = 5_000
LARGEST = 10**6
WIDEST = 60
# What a function of the course may be given, and a tuple, list or dict may hold, as deep as that.
MOST_GIVEN = 1_500
LARGEST_GIVEN = 8
MOST_PARTS = 60
DEEPEST = 4
LONGEST_TEXT = 40

METHODS = frozenset({"astype", "reshape", "ravel", "flatten", "item", "transpose", "any", "all"})
KEYWORDS = frozenset({"axis", "keepdims", "dtype", "mode", "constant_values", "fill_value"})
# The words in which a type may be named.
TYPES = {"float": float, "int": int, "bool": bool}
_OPERATIONS = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
}
_IN_PLACE = {"+": operator.iadd, "-": operator.isub, "/": operator.itruediv}
_COMPARISONS = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


class Refused(Exception):
    """A line says what the language has no words for, or does more than a right version could."""


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
    """The words by name. functions: those of the course that may be called."""

    def counted(word: Callable, cost: int = 1) -> Callable:
        def word_and_count(*args: object, **named: object) -> object:
            budget.take(cost)
            found = word(*args, **named)
            budget.take(found.size // 64 if isinstance(found, np.ndarray) else 0)
            return found

        return word_and_count

    def turns(*ends: object) -> range:
        found = range(*ends)
        budget.take(len(found))
        return found

    def places(*shape: object) -> Iterator:
        sides = shape[0] if len(shape) == 1 and isinstance(shape[0], tuple) else shape
        if not all(_is_whole(one) for one in sides):
            raise Refused
        budget.take(math.prod(map(int, sides)))
        return np.ndindex(*shape)

    each = {"range_": turns, "places_": places, "get_": _get, "do_": _do, "in_place_": _in_place, "is_": _compared}
    each |= {"array_": _array, "entry_": _entry, "several_": _several, "method_": _method, "slice_": _slice}
    each |= {f"np_{name}": word for name, word in _NUMPY.items()} | {
        f"call_{name}": one for name, one in _PLAIN.items()
    }
    return {
        "__builtins__": {},
        **{name: counted(word) for name, word in each.items()},
        **{f"call_{name}": counted(_of_the_course(one), 20) for name, one in functions.items()},
        **{f"type_{name}": one for name, one in TYPES.items()},
        "np_inf": np.inf,
    }


def _do(sign: str, one: object, other: object) -> object:
    if _are_lists(one, other) and sign == "+":
        return _little(_OPERATIONS[sign](one, other))
    return _small(_OPERATIONS[sign](*_together(one, other)))


def _in_place(sign: str, one: object, other: object) -> object:
    return _small(_IN_PLACE[sign](*_together(one, other)))


def _compared(sign: str, one: object, other: object) -> object:
    if any(isinstance(each, str | None) for each in (one, other)) or _are_lists(one, other):
        return _COMPARISONS[sign](_little(one), _little(other))
    return _COMPARISONS[sign](*_together(one, other))


def _together(one: object, other: object) -> tuple[object, object]:
    """Two numbers or arrays of which what comes out is small."""
    if not all(_is_number(each) or _is_array(each) for each in (one, other)):
        raise Refused
    try:
        size = math.prod(np.broadcast_shapes(np.shape(one), np.shape(other)))
    except ValueError:
        # They do not fit, as NumPy says in its own words. What it does for that is one comparison of shapes.
        size = 0
    if size > MOST_ENTRIES:
        raise Refused
    return one, other


def _get(value: object, index: object) -> object:
    if not isinstance(value, np.ndarray | dict | tuple | list):
        raise Refused
    return value[_index(index)]


def _entry(value: object) -> object:
    """What something may be put into: no array can be larger for it, and no dict or list can come to hold itself."""
    if not (_is_number(value) or _is_array(value) or isinstance(value, str | None)):
        raise Refused
    return value


def _array(value: object) -> object:
    """What entries may be set in."""
    if not (_is_array(value) or isinstance(value, dict)):
        raise Refused
    return value


def _index(index: object) -> object:
    """An index. One that is an array could make more of an array than there is in it."""
    for one in index if isinstance(index, tuple) else (index,):
        mask = isinstance(one, np.ndarray) and (not one.ndim or one.dtype == bool)
        if not (mask or _is_number(one) or isinstance(one, slice) or one is Ellipsis or _is_text(one)):
            raise Refused
    return index


def _slice(*ends: object) -> slice:
    if not all(one is None or _is_number(one) for one in ends):
        raise Refused
    return slice(*ends)


def _several(kind: str, *parts: object) -> object:
    """A tuple or a list."""
    return _little(tuple(parts) if kind == "tuple" else list(parts))


def _method(name: str, value: object, *args: object) -> object:
    if name not in METHODS or not (isinstance(value, np.generic) or _is_array(value)):
        raise Refused
    for one in args:
        if not (one in TYPES.values() or _is_number(one) or isinstance(one, np.dtype) or _are_sides(one)):
            raise Refused
    return _small(getattr(value, name)(*args))


def _small(value: object) -> object:
    """A value that is no larger than what a right version has."""
    if isinstance(value, np.ndarray):
        if value.size > MOST_ENTRIES or value.dtype.kind not in "biuf":
            raise Refused
    elif not isinstance(value, np.number | np.bool_ | bool | int | float) or (
        isinstance(value, int) and abs(value) > LARGEST
    ):
        raise Refused
    return value


def _little(value: object, most: int = MOST_ENTRIES, largest: float = math.inf) -> object:
    """A value that is little, all that it holds together. largest: that a whole number in it may be."""
    entries, parts, waiting = 0, 0, [(value, 0)]
    while waiting:
        one, depth = waiting.pop()
        parts += 1
        if parts > MOST_PARTS or depth > DEEPEST:
            raise Refused
        if isinstance(one, tuple | list | dict):
            if not all(map(_is_text, one if isinstance(one, dict) else ())):
                raise Refused
            waiting += [(part, depth + 1) for part in (one.values() if isinstance(one, dict) else one)]
        elif isinstance(one, np.ndarray):
            entries += one.size
            _small(one)
        elif isinstance(one, int | np.integer):
            if abs(int(one)) > largest:
                raise Refused
        elif not (_is_number(one) or _is_text(one) or isinstance(one, slice | None) or one is Ellipsis):
            raise Refused
    if entries > most:
        raise Refused
    return value


def _is_array(value: object) -> bool:
    return isinstance(value, np.ndarray) and value.dtype.kind in "biuf"


def _is_number(value: object) -> bool:
    return isinstance(value, int | float | np.number | np.bool_)


def _is_whole(value: object) -> bool:
    return isinstance(value, int | np.integer)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_TEXT


def _are_lists(*values: object) -> bool:
    return all(isinstance(one, tuple | list) for one in values)


def _are_sides(value: object) -> bool:
    return isinstance(value, tuple | list) and all(map(_is_whole, value))


def _of_numpy(function: Callable) -> Callable:
    """A function that makes no more of what it is given."""

    def watched(*args: object, dtype: object = None, **named: object) -> object:
        if not named.keys() <= KEYWORDS or any(isinstance(one, str) for one in (*args, *named.values())):
            raise Refused
        for one in (*args, *named.values()):
            _little(one)
        # Of two arrays, as of one with another's entries, no more may come than of one.
        if math.prod(max(1, one.size) for one in args if isinstance(one, np.ndarray)) > 100 * MOST_ENTRIES:
            raise Refused
        return _small(function(*args, **named, **_of_type(dtype)))

    return watched


def _of_type(dtype: object) -> dict:
    if dtype is None:
        return {}
    if dtype not in TYPES.values() and not (isinstance(dtype, np.dtype) and dtype.kind in "biuf"):
        raise Refused
    return {"dtype": dtype}


def _filled(function: Callable) -> Callable:
    """A function that makes an array of a shape, where that is a small one."""

    def filled(shape: object, *args: object, dtype: object = None) -> np.ndarray:
        sides = shape if isinstance(shape, tuple | list) else (shape,)
        if not all(map(_is_number, (*sides, *args))) or len(sides) > 8:
            raise Refused
        if all(map(_is_whole, sides)) and math.prod(abs(int(one)) for one in sides) > MOST_ENTRIES:
            raise Refused
        return _small(function(shape, *args, **_of_type(dtype)))

    return filled


def _padded(array: object, widths: object, mode: object = "constant", constant_values: object = 0) -> object:
    """np.pad, where the border is a narrow one."""
    if not (_is_array(array) or _is_number(array)) or mode != "constant" or not _is_number(constant_values):
        raise Refused
    _little(widths, largest=WIDEST)
    if any(side + 2 * WIDEST > 1_000 for side in np.shape(array)) or np.ndim(array) > 5:
        raise Refused
    widest = int(np.abs(np.asarray(widths)).max(initial=0))
    if math.prod(side + 2 * widest for side in np.shape(array)) > 10 * MOST_ENTRIES:
        raise Refused
    return _small(np.pad(array, widths, constant_values=constant_values))


def _of_python(function: Callable) -> Callable:
    """A function of Python's own that is given numbers, or few of them."""

    def called(*args: object) -> object:
        if any(isinstance(one, str) for one in args):
            raise Refused
        for one in args:
            _little(one, most=MOST_ENTRIES)
        found = function(*args)
        return found if isinstance(found, slice) else _small(found)

    return called


def _of_the_course(function: Callable) -> Callable:
    """A function of the course's, on little."""

    def called(*args: object, **named: object) -> object:
        for one in (*args, *named.values()):
            _little(one, MOST_GIVEN, LARGEST_GIVEN)
            if _are_sides(one) and math.prod(abs(int(side)) for side in one) > MOST_ENTRIES:
                raise Refused
            if isinstance(one, dict) and not all(_is_whole(part) or _is_text(part) for part in one.values()):
                raise Refused
        return _little(function(*args, **named))

    return called


def _same_sizes(names: Sequence[str]) -> dict[str, Callable]:
    return {name: _of_numpy(getattr(np, name)) for name in names}


_NUMPY = {
    **_same_sizes(("sum", "max", "min", "mean", "argmax", "argmin", "prod", "abs", "floor", "ceil", "round", "exp")),
    **_same_sizes(("log", "sqrt", "square", "maximum", "minimum", "copy", "array", "asarray", "squeeze", "zeros_like")),
    **_same_sizes(("ones_like", "where", "equal", "logical_not", "dot", "outer", "float64", "float32", "int64")),
    **{name: _filled(getattr(np, name)) for name in ("zeros", "ones", "full")},
    "empty": _filled(np.zeros),
    "pad": _padded,
}
_PLAIN = {one.__name__: _of_python(one) for one in (int, float, bool, round, len, abs, max, min, slice)}
# What the language may name of these.
OF_NUMPY = frozenset(_NUMPY)
OF_PYTHON = frozenset(_PLAIN)
