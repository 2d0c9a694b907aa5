"""Exceptions that say themselves what is wrong: slips in the language, not in the idea, each named by its kind.

A mistake of the catalogue is known by what it does; these are known by what Python or NumPy says of them, whatever the
exercise is. What can come of many causes, as an index out of bounds or shapes that do not fit, is not among them.
"""

import ast
import inspect
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import numpy as np

from autograder import reference
from autograder.catalogue import section_of
from autograder.naming.arguments import names_within, parameters, parts
from autograder.naming.battery import battery
from autograder.naming.explanation import Named
from autograder.naming.observed import Seen, Student
from autograder.naming.printing import quoted
from autograder.naming.spelling import parameters as given_to
from autograder.naming.undefined import in_a_comment, meant_by
from helpers.compare import listed

Details = Callable[[re.Match, Seen], str]


@dataclass(frozen=True)
class _Slip:
    """A kind of slip. said: what the exception says, its type first. message: to the student, true of every such slip.
    details: what this one is about. by_text: what the text says of that, in place of the details. line: what its line
    has in it, if that tells it. weak: whether it says less than what may be known otherwise."""

    name: str
    said: str
    message: str
    details: Details = lambda found, seen: ""
    by_text: Callable[[re.Match, Seen, str], str] = lambda found, seen, source: ""
    line: str = ""
    weak: bool = False


def named_by_exception(student: Student, source: str = "", weak: bool = False) -> Named | None:
    """The slip that most of the wrong calls fail with, if there is one; weak: one that says little."""
    wrong = [found for found in student.seen if found.wrong]
    kinds = Counter(slip.name for slip, _, _ in filter(None, map(_slip, wrong)) if slip.weak == weak)
    if not kinds:
        return None
    name, count = kinds.most_common(1)[0]
    if 2 * count < len(wrong):
        return None
    slip, found, seen = next(one for one in map(_slip, wrong) if one and one[0].name == name)
    words = [slip.message, slip.by_text(found, seen, source) or slip.details(found, seen), _where(seen)]
    if count < len(wrong):
        words.append("Other calls go wrong in another way.")
    return Named(student.exercise, name, " ".join(filter(None, words)), section_of(student.exercise))


def named_by_parameters(student: Student, function: ast.FunctionDef) -> Named | None:
    """That a function takes other things than it is called with, where their number happens to fit, or that it was
    written as a method."""
    exercise, names = student.exercise, given_to(function)
    inside = {key for found in student.seen for _, held in _dicts(found) for key in held}
    for found in student.seen:
        if found.came.status != "error":
            return None
        inside |= {name for name, way, _ in parts(exercise, found.probe.args) if len(way) > 1}
    if names[:1] == ["self"] and "self" not in parameters(exercise):
        return _with_other_parameters(
            exercise,
            "Its first parameter is self, as in a method of a class: what comes first in a call goes there.",
        )
    if not inside.difference(parameters(exercise)).intersection(names):
        return None
    return _with_other_parameters(exercise)


def named_by_keyword(exercise: str, function: ast.FunctionDef) -> Named | None:
    """That a function is right where it is called by place, and lacks a parameter that is also given by its name."""
    wanted = inspect.signature(reference.EXERCISES[exercise]).parameters.values()
    optional = {one.name for one in wanted if one.default is not inspect.Parameter.empty}
    optional &= set(parameters(exercise)[: len(battery(exercise)[0].args)])
    given = {one.arg for one in (*function.args.args, *function.args.kwonlyargs)}
    if function.args.kwarg or optional <= given:
        return None
    missing = listed(sorted(optional - given))
    more = f"In some calls {missing} is given by this name, and none of your parameters has it."
    return _with_other_parameters(exercise, more)


def _with_other_parameters(exercise: str, more: str = "") -> Named:
    slip = next(slip for slip in SLIPS if slip.name == "has_other_parameters")
    words = f"{slip.message} It is called as {_call(exercise)}. {more}".rstrip()
    return Named(exercise, slip.name, words, section_of(exercise))


def _slip(seen: Seen) -> tuple[_Slip, re.Match, Seen] | None:
    if seen.came.status != "error":
        return None
    said = seen.came.said.removeprefix("the function raised ")
    for slip in SLIPS:
        found = re.match(slip.said.replace("{exercise}", re.escape(seen.probe.exercise)), said)
        if found and re.search(slip.line, seen.came.where):
            return slip, found, seen
    return None


def _where(seen: Seen) -> str:
    return f"It happens in {seen.came.where}." if seen.came.where else ""


def _undefined(found: re.Match, seen: Seen) -> str:
    exercise, name = seen.probe.exercise, quoted(found[1])
    given = {*parameters(exercise), *reference.RESULTS[exercise], *reference.EXERCISES, "np"}
    given |= {part for part, _, _ in parts(exercise, seen.probe.args)}
    meant = found[2] or _closest(found[1], given)
    sizes = found[2] and {found[1][:2], found[2][:2]} == {"n_"}  # Python takes one size for another.
    padded = found[1].lower() == f"{meant}_pad".lower()  # What was never padded is not what is meant.
    return f"It is {name}." if sizes or padded else f"It is {name}.{_asked(meant)}"


def _undefined_in(found: re.Match, seen: Seen, source: str) -> str:
    """What the text says of a name without a value; empty where it does not say more than Python does."""
    exercise, name = seen.probe.exercise, found[1]
    if comment := in_a_comment(exercise, source, name):
        return f"It is {quoted(name)}. {comment}"
    meant = meant_by(exercise, source, name)
    # Of what Python asks for, only a function that stands in NumPy under the very name is surer.
    if not meant or (found[2] and not meant.startswith("np")):
        return ""
    return f"It is {quoted(name)}.{_asked(meant)}"


def _meant(name: str, names: set[str]) -> str:
    return _asked(_closest(name, names))


def _closest(name: str, names: set[str]) -> str:
    return next(iter(get_close_matches(name, sorted(names - {name}), 1, 0.75)), "")


def _asked(meant: str) -> str:
    return f" Is {quoted(meant)} meant?" if meant else ""


def _key(found: re.Match, seen: Seen) -> str:
    held = [f"{name} holds {listed(sorted(map(repr, value)))}" for name, value in _dicts(seen) if 0 < len(value) <= 8]
    return f"It is {quoted(found[1])}; {' and '.join(held)}." if held else f"It is {quoted(found[1])}."


def _dicts(seen: Seen) -> list[tuple[str, dict]]:
    found: list[tuple[str, dict]] = []
    exercise = seen.probe.exercise
    for name, value in zip(parameters(exercise), seen.probe.args):
        inner: list[tuple[str, Any]] = [(name, value)]
        if isinstance(value, tuple):
            inner = [*zip(names_within(exercise, name, len(value)), value)]
        found += [one for one in inner if isinstance(one[1], dict)]
    return found


def _signature(found: re.Match, seen: Seen) -> str:
    return f"It is called as {_call(seen.probe.exercise)}."


def _call(exercise: str) -> str:
    # The right version may take more than what a student's is called with.
    count = len(battery(exercise)[0].args)
    return f"{exercise}({', '.join(parameters(exercise)[:count])})"


def _called(found: re.Match, seen: Seen) -> str:
    name = found[1]
    if name in reference.EXERCISES:
        return f"It is {name}, which is called as {_call(name)}."
    if name == "pad" and "np.pad(" in seen.came.where:
        said = "It is np.pad, which takes the array, then a tuple with a pair of numbers for each axis, and the mode."
        return f"{said} {_said(found, seen)}"
    return f"Python says: {quoted(found[0])}."


def _said(found: re.Match, seen: Seen) -> str:
    return f"Python says: {quoted(found[0])}."


def _of_numpy(found: re.Match, seen: Seen) -> str:
    return f"It is np.{quoted(found[1])}.{_meant(found[1], set(dir(np)))}"


def _taken_away(name: str, now: str | None, version: str = "") -> str:
    """Which name it is, in which version it went, and what stands for it now, as far as these are known."""
    gone = f" NumPy {version} took it away." if version else ""
    return f"It is np.{quoted(name)}.{gone}" + (f" Now {now} stands for it." if now else "")


def _attribute(found: re.Match, seen: Seen) -> str:
    kind, name = found[1].removeprefix("numpy."), found[2]
    types = {"ndarray": np.ndarray, "tuple": tuple, "list": list, "dict": dict, "float": float, "int": int}
    meant = _meant(name, set(dir(types[kind]))) if kind in types else ""
    return f"It asks {_a(kind)} for {quoted(name)}.{meant}"


def _a(kind: str) -> str:
    kind = "array" if kind == "ndarray" else quoted(kind)
    return f"{'an' if kind[:1].lower() in 'aeiou' else 'a'} {kind}"


def _kind(found: re.Match, seen: Seen) -> str:
    kind = next(filter(None, found.groups()), "")
    return f"It is {_a(kind.removeprefix('numpy.'))}." if kind else _said(found, seen)


def _axes(found: re.Match, seen: Seen) -> str:
    axes = "1 axis" if found[1] == "1" else f"{found[1]} axes"
    return f"The array has {axes}, and there {'is 1 index' if found[2] == '1' else f'are {found[2]} indices'}."


def _axis(found: re.Match, seen: Seen) -> str:
    return f"It is number {found[1]}, and there {'is 1 axis' if found[2] == '1' else f'are {found[2]} axes'}."


_LEFT_OVER = (
    "Where a stride leaves something over, for example, the number of windows is rounded down, and the rest not used."
)
# What stands for a name that NumPy took away, where it does not say so itself.
_NOW = {
    "product": "np.prod",
    "cumproduct": "np.cumprod",
    "asscalar": ".item() behind the array",
    "alen": "len",
    "rank": "np.ndim",
    "in1d": "np.isin",
    "trapz": "np.trapezoid",
    "int0": "np.intp",
    "uint0": "np.uintp",
    "bool8": "np.bool_",
    "msort": "np.sort with axis=0",
    "math": "Python's own module math, which has an import for itself,",
    "lib.pad": "np.pad, with the same arguments,",
}
TAKEN_AWAY = (
    "Your code uses a name that older versions of NumPy had and newer ones do not have any more. Much that was written"
    " for the older ones uses such names; what the name stood for has another one now."
)
# What an exception says is a regular expression in which {exercise} stands for the exercise. The first that fits
# counts.
SLIPS: tuple[_Slip, ...] = (
    _Slip(
        "uses_an_undefined_name",
        r"NameError: name '(\w+)' is not defined(?:\. Did you mean: '(\w+)')?",
        "Your code uses a name that nothing has given a value to.",
        _undefined,
        _undefined_in,
    ),
    _Slip(
        "uses_a_variable_before_it_has_a_value",
        r"UnboundLocalError: cannot access local variable '(\w+)' .*",
        "Your code uses a variable before anything is put into it: the line that does so comes later, is not reached,"
        " or uses the variable itself.",
        lambda found, seen: f"It is {quoted(found[1])}.",
    ),
    _Slip(
        "asks_for_a_key_that_is_not_there",
        r"KeyError: (.+)",
        "Your code asks a dictionary for a key that it does not hold.",
        _key,
    ),
    _Slip(
        "has_lost_a_default",
        r"TypeError: (?:\S+\.)?{exercise}\(\) missing 1 required positional argument: 'mode'",
        "Your function fails where it is called without a mode: the parameter of that name has no default. Its first"
        " line should be as the notebook gave it.",
    ),
    _Slip(
        "has_other_parameters",
        r"TypeError: (?:\S+\.)?{exercise}\(\) (?:takes|missing|got) .*",
        "Your function has other parameters than it is called with. Its first line should be as the notebook gave it.",
        _signature,
    ),
    _Slip(
        "gives_a_shape_as_several_arguments",
        r"TypeError: (?:(?:zeros|ones|empty)\(\) takes from \d+ to \d+ positional arguments but \d+ were given"
        r"|Cannot interpret '-?\d+' as a data type)",
        "Your code gives several numbers as arguments of their own that belong together in one, such as the sides of a"
        " new array or the axes of a sum. A shape is one argument, a tuple, and so are several axes.",
    ),
    _Slip(
        "passes_an_unknown_keyword",
        r"\w+: (?:\S+\(\) got an unexpected keyword argument '\w+'"
        r"|'\w+' is an invalid keyword argument for .*|unsupported keyword arguments for .*)",
        "Your code calls a function with a keyword that it does not have. It may be misspelt, or belong to another"
        " function or mode.",
        _said,
    ),
    _Slip(
        "asks_for_a_mode_that_is_not_there",
        r"ValueError: mode '.*' is not supported",
        "Your code asks for a mode that is not known, be it to np.pad or to a check of your own. The name may be"
        " misspelt.",
        _said,
    ),
    _Slip(
        "calls_a_function_with_other_arguments",
        r"TypeError: (?:\S+\.)?([\w<>]+)(?:\(\) (?:takes|missing)| expected at (?:most|least)) .*",
        "Your code calls a function with other arguments than it takes: too few, too many, or one by a name where it"
        " knows them only by their place.",
        _called,
    ),
    _Slip(
        "uses_a_name_that_numpy_took_away",
        r"AttributeError: module 'numpy' has no attribute '\w+'\.\s+`np\.(\w+)` was a deprecated alias",
        TAKEN_AWAY,
        lambda found, seen: _taken_away(found[1], f"{found[1]}, without np.,", "1.24"),
    ),
    _Slip(
        "uses_a_name_that_numpy_took_away",
        r"AttributeError: `np\.(\w+)` was removed in the NumPy (\d\.\d) release\.(?: Use `(np\.\w+)` instead)?",
        TAKEN_AWAY,
        lambda found, seen: _taken_away(found[1], found[3], found[2]),
    ),
    _Slip(
        "uses_a_name_that_numpy_took_away",
        rf"AttributeError: module 'numpy' has no attribute '({'|'.join(name for name in _NOW if '.' not in name)})'",
        TAKEN_AWAY,
        lambda found, seen: _taken_away(found[1], _NOW[found[1]]),
    ),
    _Slip(
        "uses_a_name_that_numpy_took_away",
        r"AttributeError: module 'numpy\.lib' has no attribute '(pad)'",
        TAKEN_AWAY,
        lambda found, seen: _taken_away("lib.pad", _NOW["lib.pad"], "2.0"),
    ),
    _Slip(
        "asks_for_an_attribute_that_is_not_there",
        r"AttributeError: module 'numpy' has no attribute '(\w+)'",
        "Your code asks NumPy for something that it does not have. The name may be misspelt.",
        _of_numpy,
    ),
    _Slip(
        "works_with_none",
        r"(?:TypeError|AttributeError): .*NoneType.*",
        "Your code has None where something else is wanted, such as an array or a number. A line that should compute"
        " something may still be open, or a function that is called may return nothing.",
        _said,
    ),
    _Slip(
        "asks_for_an_attribute_that_is_not_there",
        r"AttributeError: '([\w.]+)' object has no attribute '(\w+)'",
        "Your code asks for something behind a dot that is not there. The name may be misspelt, or the value is not"
        " what it is taken for, as where the arguments of a call are exchanged.",
        _attribute,
    ),
    _Slip(
        "calls_what_is_no_function",
        r"TypeError: '([\w.]+)' object is not callable",
        "Your code calls something that is no function, as round brackets behind it do. Entries are taken with square"
        " brackets, and what stands behind a dot, as the shape of an array, needs none; or the name of a function has"
        " been given to something else.",
        _kind,
    ),
    _Slip(
        "takes_entries_of_what_has_none",
        r"(?:TypeError: '([\w.]+)' object is not subscriptable|IndexError: invalid index to scalar variable)",
        "Your code has square brackets behind something from which they can take no entries, such as a function, which"
        " is called with round ones, or a single number. Where an array or a shape is meant, the arguments of a call"
        " may be exchanged.",
        _kind,
    ),
    _Slip(
        "takes_an_index_that_is_no_whole_number",
        r"(?:IndexError: only integers, slices .*|TypeError: slice indices must be integers .*"
        r"|IndexError: arrays used as indices must be .*"
        r"|TypeError: (?:list|tuple) indices must be integers .*)",
        "Your code takes something as an index, or as an end of a slice, that is no whole number, such as a fraction, a"
        " text, or an array of fractions. / gives a fraction even where nothing is left over, a text is an index of a"
        " dictionary only, and a list or a tuple takes one index at a time.",
        _said,
    ),
    _Slip(
        "takes_an_array_for_a_whole_number",
        r"TypeError: only integer scalar arrays can be converted .*",
        "Your code takes an array where a single whole number is wanted: as an index, an end of a slice, a size, a"
        " number of steps, or the axis that a function such as a sum is told.",
    ),
    _Slip(
        "counts_with_what_is_no_whole_number",
        r"TypeError: (?:'([\w.]+)' object cannot be interpreted as an integer"
        r"|expected a sequence of integers or a single integer, got .*)",
        "Your code takes something as a size, as a number of steps or as the number of an axis that is no whole number."
        " / gives a fraction even where nothing is left over, and several axes are a tuple, not a list.",
        _kind,
    ),
    _Slip(
        "goes_through_a_number",
        r"TypeError: (?:'([\w.]+)' object is not iterable|cannot unpack non-iterable ([\w.]+) object)",
        "Your code goes through something, or unpacks it, that has no parts, such as a single number. To count up to a"
        " number, a loop needs a range; where a shape is meant, the arguments of a call may be exchanged.",
        _kind,
    ),
    _Slip(
        "gives_more_indices_than_axes",
        r"IndexError: too many indices for array: array is (\d+)-dimensional, but (\d+) were indexed",
        "Your code gives more indices than the array has axes. An axis may be missing in the array, such as that of the"
        " examples; or start and end of a slice have a comma between them, which makes two indices of one. An array of"
        " True and False counts for as many indices as it has axes.",
        _axes,
    ),
    _Slip(
        "asks_for_an_axis_that_is_not_there",
        r"\w*AxisError: (?:\w+: )?axis (-?\d+) is out of bounds for array of dimension (\d+)",
        "Your code asks for an axis that the array does not have. They are counted from 0, so that the last of four is"
        " number 3.",
        _axis,
    ),
    _Slip(
        "orders_another_number_of_axes",
        r"ValueError: axes don't match array",
        "Your code gives a transpose an order with more or fewer axes than the array has. It names every axis once.",
    ),
    _Slip(
        "names_an_axis_twice",
        r"ValueError: (?:repeated axis in |duplicate value in 'axis')",
        "Your code names an axis twice where each may stand only once, as in the order for a transpose or among the"
        " axes of a sum. A negative number counts from the end: -1 is the last axis.",
    ),
    _Slip(
        "multiplies_a_number_as_a_matrix",
        r"ValueError: matmul: Input operand \d does not have enough dimensions",
        "Your code takes a matrix product, as with @, of something that has no axes: a single number, or no array at"
        " all, such as None or a dictionary. A number times an array is written with *.",
    ),
    _Slip(
        "takes_an_array_for_a_key",
        r"TypeError: (?:cannot use '[\w.]+' as a (?:dict key|set element) \()?unhashable type: '([\w.]+)'",
        "Your code takes something for the key of a dictionary, or puts it into a set, that cannot be there: both take"
        " names or numbers, but no arrays, lists or dictionaries. Curly brackets without a colon make a set, and going"
        " through items() gives pairs of a name and its value.",
        _kind,
    ),
    _Slip(
        "makes_an_array_of_parts_of_different_shapes",
        r"ValueError: setting an array element with a sequence\. The requested array has an inhomogeneous shape",
        "Your code takes a list or a tuple for an array, or makes one of it, and its parts have different shapes. Where"
        " a function returns several things, they come as a tuple, and each needs a name of its own.",
    ),
    _Slip(
        "unpacks_another_number_of_things",
        r"ValueError: (?:not enough|too many) values to unpack .*",
        "Your code gives names to more or fewer things than there are.",
        _said,
    ),
    _Slip(
        "makes_one_number_of_an_array",
        r"TypeError: only 0-dimensional arrays can be converted to Python scalars",
        "Your code makes a single number of an array that has axes, as float(…), int(…) and the functions of math do,"
        " and as an entry does that an array is put into. Since version 2.4, NumPy does so for arrays without axes"
        " only; older versions took any array with one entry.",
    ),
    _Slip(
        "computes_with_what_is_no_number",
        r"TypeError: (?:unsupported operand type\(s\) for .*|can only concatenate .*"
        r"|can't multiply sequence by non-int .*|bad operand type for .*)",
        "Your code computes with something that cannot be computed with in this way, such as a text, a tuple or a"
        " dictionary where a number or an array is wanted.",
        _said,
    ),
    _Slip(
        "works_with_an_empty_slice",
        r"ValueError: (?:operands could not be broadcast together|could not broadcast input array from shape"
        r"|non-broadcastable output operand).*[(,]0[,)].*",
        "Your code works with something empty, with a side of 0, where a window or a whole array is wanted. A slice is"
        " empty where it ends at its start or before it, and where it begins behind the end of the array.",
        _said,
        weak=True,
    ),
    _Slip(
        "adds_fractions_to_whole_numbers",
        r"\w{0,40}: Cannot cast ufunc '\w+' output from dtype\('float\d+'\) to dtype\('u?int\d+'\) .*",
        "Your code puts fractions into an array that can hold whole numbers only, as += or /= do with the array on"
        " their left. It was made with whole numbers, or after an array that holds them.",
    ),
    _Slip(
        "refuses_what_it_is_given",
        r"(?!NotImplementedError)\w+(?:: |$)",
        "Your code stops itself, by a raise in it, though what it is given is allowed: look at when that raise is"
        " reached, and at what that depends on.",
        lambda found, seen: _LEFT_OVER if any("stride" in held for _, held in _dicts(seen)) else "",
        line=r"“raise\b",
    ),
)
