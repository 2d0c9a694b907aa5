"""Whatever a student's function returns or does, something is said of it, and nothing is raised.

A few hundred functions of no sense: right ones and known mistakes whose results are bent, one way or several, in every
call or in some. They are drawn from seeds, so that a failure comes again.
"""

import copy
import json
import random

import numpy as np
import pytest

from autograder import catalogue, reference
from autograder.naming import Explanation, explain
from autograder.naming.battery import battery
from autograder.naming.explaining import MOST_CALLS
from autograder.naming.visible import _visible, _with_other_numbers

pytestmark = pytest.mark.filterwarnings("ignore")

EACH = 3  # functions for each exercise

# What may stand in the place of a result, or of a part of one.
ODD = (
    *(None, True, 0, -1, 10**400, 2**63, float("nan"), float("inf"), 1e308, 1j, "", "x" * 10_000, "\x1b[2J\u202e{}%s"),
    *((), [], {}, [[]], ((),), {"a": 1}, {1: 2, (1, 2): 3}, {None: 1, 1.5: "x"}, {"W1": None, "b1": [1]}, b"abc"),
    *([1, [2, [3]]], [[1, 2], [3]], ([1, 2], 3, "x"), [None] * 5, [np.zeros(3), np.zeros(2)], [[[[[[1]]]]]]),
    *(np.float16(1), np.bool_(True), np.int8(-5), np.uint64(2**64 - 1), np.longdouble(1) / 3, np.complex64(1j)),
    *(np.array(3.0), np.array(True), np.array([]), np.zeros((0, 3, 0)), np.zeros((1,) * 32), np.zeros((1001, 1000))),
    *(np.full((2, 2), np.nan), np.array([np.inf, -np.inf]), np.array([-(2**63)]), np.array([1e308, -1e308])),
    *(np.array([1 + 1j]), np.array([True, False]), np.arange(5, dtype="u1"), np.ones(3, "g") / 3, np.ones(1, "f2")),
    *(np.zeros(2, [("a", int)]), np.array(["2020-01-01"], "M8[D]"), np.array(["a"]), np.array([object()])),
)
TYPES = ("f2", "f4", "g", "c16", "i1", "i8", "u1", "u8", "?", ">f8")
FACTORS = (np.nan, np.inf, -1, 0, 2, 1e308, 1e-320, 1j)


class Failed(Exception):
    """What a call raises that gave no result, as the judge raises it."""

    def __init__(self, said: str, status: str):
        super().__init__(said)
        self.said, self.status = said, status


def bent(chance: random.Random, value):
    """A result that is not what it was, most of the time."""
    if chance.random() < 0.1:
        return copy.deepcopy(chance.choice(ODD))
    if isinstance(value, np.ndarray):
        return chance.choice(ARRAYS)(chance, value)
    if isinstance(value, tuple | list):
        return chance.choice(COLLECTIONS)(chance, value)
    if isinstance(value, dict):
        return chance.choice(DICTS)(chance, value)
    return chance.choice((value, [value], str(value), np.array(value), float("nan")))


ARRAYS = (
    lambda chance, array: array,
    lambda chance, array: array.astype(chance.choice(TYPES)),
    lambda chance, array: array * chance.choice(FACTORS),
    lambda chance, array: array.T,
    lambda chance, array: array[None],
    lambda chance, array: array.ravel(),
    lambda chance, array: array.tolist(),
    lambda chance, array: array[..., :0],
    lambda chance, array: array.sum(),
    lambda chance, array: np.flip(array),
    lambda chance, array: array + 1,
    lambda chance, array: np.where(np.arange(array.size).reshape(array.shape) == 0, 1, array),
)
COLLECTIONS = (
    lambda chance, some: some[:-1],
    lambda chance, some: (*some, None),
    lambda chance, some: list(some),
    lambda chance, some: some[::-1],
    lambda chance, some: dict(enumerate(some)),
    *(lambda chance, some: tuple(bent(chance, one) for one in some),) * 3,
    *(lambda chance, some: (*some[:-1], *(bent(chance, one) for one in some[-1:])),) * 3,
    *(lambda chance, some: (*(bent(chance, one) for one in some[:1]), *some[1:]),) * 3,
)
DICTS = (
    lambda chance, some: dict(list(some.items())[1:]),
    lambda chance, some: some | {chance.choice((0, None, "z", (1,))): 1},
    lambda chance, some: list(some.items()),
    *(lambda chance, some: {key: bent(chance, one) for key, one in some.items()},) * 3,
)


def ruined(chance: random.Random, args: tuple) -> None:
    """Change some of the arguments, in place."""
    for one in (part for whole in args for part in (whole if isinstance(whole, tuple) else (whole,))):
        if chance.random() < 0.5:
            continue
        if isinstance(one, np.ndarray) and one.size:
            one.flat[0] = chance.choice((0, 1))
        elif isinstance(one, dict) and one:
            one[chance.choice((0, None, (1, 2), *one))] = chance.choice(ODD)
        elif isinstance(one, list):
            one.clear()


def fails(chance: random.Random) -> None:
    said = chance.choice(("x" * 10_000, "\x1b[2J", "", "the function raised E", "the function raised E: {}\n\n"))
    raise chance.choice(
        [Failed(said, status) for status in ("error", "refused", "timeout", "died", "missing")]
        + [RecursionError("deep"), MemoryError(), KeyError((1, 2)), Exception("é\ud800" * 1000), StopIteration(3)]
    )


def senseless(exercise: str, seed: int):
    """A function that takes its arguments as a tuple, and does with each call what its seed says."""
    chance, right, calls = random.Random(f"{exercise} {seed}"), reference.EXERCISES[exercise], []
    mistakes = [one.function for one in catalogue.mistakes(exercise) if "random" not in one.name]
    base = chance.choice((right, right, *mistakes[:1]))
    always, since, share = chance.choice(ODD), chance.randrange(12), chance.choice((0.3, 1.0))
    manner = chance.choice(("bent", "bent", "bent twice", "bent alike", "always", "late", "early", "fails", "ruins"))

    def function(args):
        calls.append(args)
        now = random.Random(seed if manner == "bent alike" else f"{seed} {len(calls)}")
        if (manner == "late" and len(calls) <= since) or (manner == "early" and len(calls) > since):
            return right(*args)
        if now.random() > share:
            return right(*args)
        if manner == "always":
            return copy.deepcopy(always)
        if manner == "fails":
            fails(now)
        if manner == "ruins":
            ruined(now, args)
        result = bent(now, base(*args))
        return bent(now, result) if manner == "bent twice" else result

    return function, calls


@pytest.mark.parametrize("exercise", reference.EXERCISES)
def test_no_function_stops_an_explanation_or_leaves_it_without_a_word(exercise):
    for seed in range(EACH):
        function, calls = senseless(exercise, seed)
        found = explain(exercise, function)
        assert len(calls) <= MOST_CALLS, seed
        if found:
            assert found.seen or found.mistakes, seed
            assert Explanation.of(json.loads(json.dumps(found.as_dict(), allow_nan=False))).seen == found.seen, seed


@pytest.mark.parametrize(
    ("result", "words"),
    [
        ((None, ()), "Z is None: nothing was put into it, or it is not returned."),
        (("Z", ()), "Z should hold numbers in an array of shape (1, 2, 2, 2), but it is a str."),
        (([[1], [2, 3]], ()), "but it is a collection whose parts make no array."),
        (None, "Your function should return 2 things, Z, cache, but it returns None."),
    ],
)
def test_that_only_some_calls_give_no_numbers_is_told_of_one_of_them(result, words):
    first, _, _, _, other, *_ = (one.args[0].shape for one in battery("conv_forward"))

    def conv_forward(args):
        Z, cache = reference.conv_forward(*args)
        return result if args[0].shape == other else (Z**3 if args[0].shape == first else Z, cache)

    found = explain("conv_forward", conv_forward).seen
    assert found.startswith(f"In {battery('conv_forward')[4].label}: ")
    assert words in found


def test_a_part_of_a_cache_that_is_no_array_is_told_as_what_it_is():
    def conv_forward(args):
        Z, cache = reference.conv_forward(*args)
        return Z, ("no array", *cache[1:])

    assert "cache[0] should be an array, but it is a str." in explain("conv_forward", conv_forward).seen


def test_an_argument_that_becomes_an_array_is_told():
    def pool_forward(args):
        result = reference.pool_forward(*copy.deepcopy(args))
        args[1]["f"] = np.zeros(3)
        return result

    assert "Your function changes its argument hparameters" in explain("pool_forward", pool_forward).seen


def test_the_other_numbers_of_a_visible_call_keep_its_labels():
    for visible in _visible("softmax_cross_entropy"):
        assert _with_other_numbers(visible).ways
