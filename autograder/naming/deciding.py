"""Which parameter of the calls decides whether a result is right."""

from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any

import numpy as np

from autograder.naming.arguments import arrays
from autograder.naming.observed import Seen, Student
from autograder.naming.probes import Probe, probe

# The part of the calls on one side of a parameter that must be wrong, for it to be held responsible.
MOST = 0.6
# How many parameters are tried out, and with how many calls on each side of one.
TRIES = 3
EACH = 2
# How a parameter of `cases` that is no argument of the exercise, or holds several names, is told.
WORDS = {
    "first": ("with one filter in the first convolution", "with more"),
    "second": ("with one filter in the second convolution", "with more"),
    "kinds": ("where the layers are {}", "where they are others"),
    "names": ("where the parameters are {}", "where they are others"),
}


class _Condition:
    """Something that holds for some calls. words: the calls for which it does; else: those for which it does not.
    change: the parameters with which a call comes to fulfil it. Where there is none, it takes more calls to tell."""

    def __init__(self, words: str, otherwise: str, holds: Callable[[Probe], bool], **change: Any):
        self.words, self.otherwise, self.holds, self.change = words, otherwise, holds, change
        self.least = 1 if change.keys() - {"fill"} else 2


def where(student: Student, wrong: Sequence[Seen]) -> str:
    """In which calls it goes wrong, in a sentence: all, or those that one parameter decides on. Else nothing."""
    right = [found for found in student.seen if not found.wrong]
    if not right:
        return "No call that was tried came out right."
    likely = []
    for place, condition in enumerate(_conditions(student.exercise, [found.probe for found in student.seen])):
        if not any(condition.holds(found.probe) for found in wrong):
            inside = [found for found in right if condition.holds(found.probe)]
            outside = [found for found in student.seen if not condition.holds(found.probe)]
            bad = [found for found in outside if found.wrong]
            if len(inside) >= condition.least and len(bad) >= MOST * len(outside):
                likely.append((-len(bad) / len(outside), place, condition, bad, outside, inside))
    likely.sort(key=lambda entry: entry[:2])
    for _, _, condition, bad, outside, inside in likely[:TRIES]:
        if _decides(student, condition, bad, inside):
            every = "" if len(outside) == 1 else "all " if len(bad) == len(outside) else f"{len(bad)} of "
            return (
                f"It is right {condition.words} ({_calls(len(inside))}),"
                f" and wrong in {every}{_calls(len(outside))} {condition.otherwise}."
            )
    return ""


def _calls(count: int) -> str:
    return "1 call" if count == 1 else f"{count} calls"


def _decides(student: Student, condition: _Condition, bad: Sequence[Seen], good: Sequence[Seen]) -> bool:
    """Whether calls that are wrong become right when nothing but this parameter is changed, and those that are right
    stay right with other numbers, and with a row and a column more: else they may be right by chance."""
    if not condition.change:
        return True
    changed = (
        _other(
            found.probe,
            {name: found.probe.parameters[of[1:]] if _names(of) else of for name, of in condition.change.items()},
        )
        for found in sorted(bad, key=lambda one: one.probe.size)
    )
    more = [_other(found.probe, {"fill": "shuffled"}) for found in good if "fill" not in condition.change]
    sides = condition.change.keys() & {"n_H", "n_W"} and good[0].probe.parameters
    grown = [_other(good[0].probe, {side: sides[side] + 1 for side in ("n_H", "n_W")})] if sides else []
    for tries in (changed, more, grown):
        for one in islice(filter(None, tries), EACH):
            tried = student.on(one)
            if not tried or tried.wrong:
                return False
    return True


def _other(one: Probe, change: dict[str, Any]) -> Probe | None:
    """A call with something changed, if there is one."""
    try:
        return probe(one.exercise, **(one.settings | change))
    except ValueError:
        return None


def _names(value: Any) -> bool:
    """Whether a changed value stands for that of another parameter: "=n_H"."""
    return isinstance(value, str) and value.startswith("=")


def _conditions(exercise: str, probes: Sequence[Probe]) -> list[_Condition]:
    names = probes[0].parameters
    found = []
    if "stride" in names:
        found.append(_equal("stride", 1, "with a larger one"))
    if "pad" in names:
        found.append(_Condition("with pad 0", "with padding", lambda one: one.parameters["pad"] == 0, pad=0))
        found.append(_Condition("with padding", "with pad 0", lambda one: one.parameters["pad"] > 0, pad=1))
    for one, other, same, different in (
        ("n_H", "n_W", "where height and width are equal", "where they differ"),
        ("f", "stride", "where the stride is f", "where it is another"),
    ):
        if {one, other} <= names.keys():
            found.append(_alike(one, other, same, different))
    for name in ("m", "n_C_prev", "n_C", "f"):
        if name in names:
            found.append(_equal(name, 1, "with more"))
    found += [_text(name, value) for name in names for value in _texts(name, probes)]
    found += [
        _Condition("where rows and columns are equally many", "where they are not", _is_square),
        _Condition("for floats", "for whole numbers", lambda one: not _is_whole(one)),
        _Condition("for whole numbers", "for floats", _is_whole),
        _Condition("for positive entries", "where entries are negative", lambda one: _least(one) >= 0, fill="counting"),
        _Condition(
            "for negative entries", "where entries are positive", lambda one: _most(one) <= 0, fill="counting down"
        ),
    ]
    known = {"stride", "pad", "n_H", "n_W", "m", "n_C_prev", "n_C", "f"}
    for name, value in names.items():
        if isinstance(value, bool) and name != "integer":
            found.append(_switch(name))
        elif isinstance(value, int) and name not in known:
            least = min(one.parameters[name] for one in probes)
            found.append(_equal(name, least, "with a larger one"))
    return found


def _equal(name: str, value: Any, otherwise: str) -> _Condition:
    words = f"with {name} {value}" if name == "stride" else f"with {name} = {value}"
    if name in WORDS and value == 1:
        words, otherwise = WORDS[name]
    return _Condition(words, otherwise, lambda one: one.parameters[name] == value, **{name: value})


def _alike(name: str, other: str, words: str, otherwise: str) -> _Condition:
    return _Condition(
        words, otherwise, lambda one: one.parameters[name] == one.parameters[other], **{other: f"={name}"}
    )


def _switch(name: str) -> _Condition:
    return _Condition(f"without {name}", f"with {name}", lambda one: not one.parameters[name], **{name: False})


def _text(name: str, value: str) -> _Condition:
    words, otherwise = WORDS.get(name, (f"with {name} {value!r}", f"with another {name}"))
    words = words.format(", ".join(value.split()))
    return _Condition(words, otherwise, lambda one: one.parameters[name] == value, **{name: value})


def _texts(name: str, probes: Sequence[Probe]) -> list[str]:
    return sorted({one.parameters[name] for one in probes if isinstance(one.parameters[name], str)})


def _is_square(one: Probe) -> bool:
    """Whether the first input is a matrix of as many rows as columns."""
    shape = next((array.shape for array in arrays(one.exercise, one.args).values()), ())
    return len(shape) == 2 and shape[0] == shape[1]


def _is_whole(one: Probe) -> bool:
    return any(array.dtype.kind in "iu" for array in arrays(one.exercise, one.args).values())


def _least(one: Probe) -> float:
    return min((array.min() for array in arrays(one.exercise, one.args).values()), default=-np.inf)


def _most(one: Probe) -> float:
    return max((array.max() for array in arrays(one.exercise, one.args).values()), default=np.inf)
