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
# A function of the course may be given so many entries, and a border, or the side of a window, so large.
MOST_GIVEN = 1_500
LARGEST_GIVEN = 8
MOST_DIGITS = 20
MOST_PARTS = 60
DEEPEST = 4
LONGEST_TEXT = 40

METHODS = frozenset({"astype", "reshape", "ravel", "flatten", "item", "transpose", "any", "all"})
KEYWORDS = frozenset({"axis", "keepdims", "dtype", "mode", "constant_values"})
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
    """The words by name. functions: those of the course by name, of which `OF_THE_COURSE` may be called."""

    def counted(word: Callable, cost: int = 1) -> Callable:
        def word_and_count(*args: object, **named: object) -> object:
            budget.take(cost)
            found = word(*args, **named)
            budget.take(found.size // 64 if isinstance(found, np.ndarray) else 0)
            return found

        return word_and_count

    def turns(*ends: object) -> range:
        if not all(map(_is_whole, ends)):
            raise Refused
        found = range(*ends)
        budget.take(len(found))
        return found

    def places(*shape: object) -> Iterator:
        sides = shape[0] if len(shape) == 1 and isinstance(shape[0], tuple) else shape
        if not _are_sides(sides):
            raise Refused
        budget.take(_entries(sides))
        return np.ndindex(*map(int, sides))

    each = {"range_": turns, "places_": places, "get_": _get, "do_": _do, "in_place_": _in_place, "is_": _compared}
    each |= {"array_": _array, "entry_": _entry, "several_": _several, "method_": _method, "slice_": _slice}
    each |= {"index_": _index}
    each |= {f"np_{name}": word for name, word in _NUMPY.items()} | {
        f"call_{name}": one for name, one in _PLAIN.items()
    }
    given = {name: _of_the_course(one, _GIVEN[name]) for name, one in functions.items() if name in _GIVEN}
    return {
        "__builtins__": {},
        **{name: counted(word) for name, word in each.items()},
        **{f"call_{name}": counted(word, 20) for name, word in given.items()},
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
    _fit(one, other)
    return one, other


def _fit(*values: object) -> None:
    """Refuse numbers and arrays of which more comes than there may be, entry by entry."""
    try:
        shape = np.broadcast_shapes(*map(np.shape, values))
    except ValueError:
        # They do not fit, as NumPy says in its own words. What it does for that is one comparison of shapes.
        return
    if _entries(shape) > MOST_ENTRIES:
        raise Refused


def _entries(shape: Sequence) -> int:
    """How many entries, where no side is none: of something that has a side of 0, much can be made."""
    return math.prod(max(1, abs(int(side))) for side in shape)


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
        if (
            not (isinstance(one, type | np.dtype) and _of_type(one))
            and not _is_whole(one)
            and not _are_sides(one, True)
        ):
            raise Refused
    return _small(getattr(value, name)(*args))


def _small(value: object) -> object:
    """A value that is no larger than what a right version has."""
    if isinstance(value, np.ndarray):
        if _entries(value.shape) > MOST_ENTRIES or value.dtype.kind not in "biuf":
            raise Refused
    elif not isinstance(value, np.number | np.bool_ | bool | int | float) or (
        isinstance(value, int) and abs(value) > LARGEST
    ):
        raise Refused
    return value


def _little(value: object) -> object:
    """A value that is little, all that it holds together."""
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
            entries += _entries(_small(one).shape)
        elif isinstance(one, slice):
            _slice(one.start, one.stop, one.step)
        elif not (_is_number(one) or _is_text(one) or one is None or one is Ellipsis):
            raise Refused
    if entries > MOST_ENTRIES:
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


def _are_sides(value: object, or_the_rest: bool = False) -> bool:
    """Whether this is a shape. or_the_rest: -1 is a side, too."""
    least = -1 if or_the_rest else 0
    return isinstance(value, tuple | list) and len(value) <= 8 and all(_is_whole(one) and one >= least for one in value)


def _of_numpy(function: Callable, most: int, lists: bool = False) -> Callable:
    """A function that makes no more of what it is given, entry by entry. most: how many things it is given by place.
    lists: whether they may be lists."""

    def watched(*args: object, dtype: object = None, **named: object) -> object:
        if len(args) > most or not named.keys() <= {"axis", "keepdims"}:
            raise Refused
        for one in args:
            if not (_is_number(one) or _is_array(one) or (lists and isinstance(one, tuple | list))):
                raise Refused
            _little(one)
        if not lists:
            _fit(*args)
        if not all(one is None or _is_whole(one) or _are_sides(one, True) for one in named.values()):
            raise Refused
        return _small(function(*args, **named, **({} if dtype is None else _of_type(dtype))))

    return watched


def _reducing(function: Callable) -> Callable:
    """A function that sums up an array, or a list of some, along axes."""
    watched = _of_numpy(function, 1, lists=True)

    def reducing(one: object, *axis: object, **named: object) -> object:
        if len(axis) > 1:
            raise Refused
        return watched(one, **named, **dict(zip(("axis",), axis)))

    return reducing


def _product(function: Callable) -> Callable:
    """A product of two arrays that is larger than both."""

    def product(one: object, other: object) -> object:
        if not all(_is_number(each) or _is_array(each) for each in (one, other)):
            raise Refused
        if _entries(np.shape(_small(one))) * _entries(np.shape(_small(other))) > 20 * MOST_ENTRIES:
            raise Refused
        return _small(function(one, other))

    return product


def _of_type(dtype: object) -> dict:
    if not (isinstance(dtype, type) and dtype in TYPES.values()) and not (
        isinstance(dtype, np.dtype) and dtype.kind in "biuf"
    ):
        raise Refused
    return {"dtype": dtype}


def _filled(function: Callable) -> Callable:
    """A function that makes an array of a shape, where that is a small one."""

    def filled(shape: object, *value: object, dtype: object = None) -> np.ndarray:
        sides = shape if isinstance(shape, tuple | list) else (shape,)
        if not all(map(_is_number, (*sides, *value))) or len(sides) > 8 or len(value) > 1:
            raise Refused
        if all(map(_is_whole, sides)) and _entries(sides) > MOST_ENTRIES:
            raise Refused
        return _small(function(shape, *value, **({} if dtype is None else _of_type(dtype))))

    return filled


def _padded(array: object, widths: object, mode: object = "constant", constant_values: object = 0) -> object:
    """np.pad, where the border is a narrow one."""
    if not _is_array(array) or not isinstance(mode, str) or mode != "constant" or not _is_number(constant_values):
        raise Refused
    waiting, numbers = [_little(widths)], []
    while waiting:
        one = waiting.pop()
        if isinstance(one, tuple | list):
            waiting += one
        elif _is_whole(one) and abs(one) <= WIDEST:
            numbers.append(abs(int(one)))
        else:
            raise Refused
    if math.prod(max(1, side) + 2 * max(numbers, default=0) for side in np.shape(_small(array))) > 10 * MOST_ENTRIES:
        raise Refused
    return _small(np.pad(array, widths, constant_values=constant_values))


def _rounded(function: Callable) -> Callable:
    def rounded(one: object, *digits: object) -> object:
        if not (_is_number(one) or _is_array(one)) or len(digits) > 1:
            raise Refused
        if not all(_is_whole(few) and abs(few) <= MOST_DIGITS for few in digits):
            raise Refused
        return _small(function(_small(one), *map(int, digits)))

    return rounded


def _of_python(function: Callable) -> Callable:
    """A function of Python's own that is given numbers, or few of them."""

    def called(*args: object) -> object:
        if len(args) > 8 or any(isinstance(one, str) for one in args):
            raise Refused
        for one in args:
            _little(one)
        return _small(function(*args))

    return called


def _of_the_course(function: Callable, kinds: Sequence[str]) -> Callable:
    """A function of the course's, on little. kinds: what it is given, one after the other."""

    def called(*args: object) -> object:
        if len(args) != len(kinds) or not all(map(_is_of_kind, args, kinds)):
            raise Refused
        _fit(*(one for one in args if _is_array(one)))
        return _small(function(*args))

    return called


def _is_of_kind(value: object, kind: str) -> bool:
    match kind:
        case "array":
            return _is_array(value) and 2 <= value.ndim <= 4 and _entries(value.shape) <= MOST_GIVEN
        case "weights":
            return _is_array(value) and value.ndim <= 4 and _entries(value.shape) <= MOST_GIVEN
        case "window":
            return _is_number(value) or (_is_array(value) and _entries(value.shape) <= LARGEST_GIVEN**2)
        case "whole":
            return _is_whole(value) and 0 <= value <= LARGEST_GIVEN
    return _are_sides(value) and len(value) == 2 and _entries(value) <= MOST_GIVEN


def _each(make: Callable, *names: str, **how: object) -> dict[str, Callable]:
    return {name: make(getattr(np, name), **how) for name in names}


_GIVEN = {
    "zero_pad": ("array", "whole"),
    "conv_single_step": ("array", "weights", "weights"),
    "create_mask_from_window": ("array",),
    "distribute_value": ("window", "sides"),
}
_NUMPY = {
    **_each(_reducing, "sum", "max", "min", "mean", "argmax", "argmin", "prod"),
    **_each(_of_numpy, "abs", "floor", "ceil", "exp", "log", "sqrt", "square", "copy", most=1),
    **_each(_of_numpy, "squeeze", "zeros_like", "ones_like", "logical_not", "float64", "float32", "int64", most=1),
    **_each(_of_numpy, "array", "asarray", most=1, lists=True),
    **_each(_of_numpy, "maximum", "minimum", "equal", most=2),
    **_each(_of_numpy, "where", most=3),
    **_each(_product, "dot", "outer"),
    **_each(_filled, "zeros", "ones", "full"),
    "empty": _filled(np.zeros),
    "round": _rounded(np.round),
    "pad": _padded,
}
_PLAIN = {one.__name__: _of_python(one) for one in (int, float, bool, len, abs, max, min)}
_PLAIN |= {"round": _rounded(round), "slice": _slice}
# What the language may name of these.
OF_THE_COURSE = frozenset(_GIVEN)
OF_NUMPY = frozenset(_NUMPY)
OF_PYTHON = frozenset(_PLAIN)
