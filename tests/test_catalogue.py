"""The catalogue of known answers: every style is right, every mistake is wrong, and no two mistakes are the same."""

import copy
import inspect
import os
import re
import warnings
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import fast_cases
import frameworks_cases
import network_cases
import numpy as np
import pytest
from conftest import a_fifth

from autograder.catalogue import Answer, _slipped, mistakes, styles
from autograder.course import Course
from autograder.notebook import Solved, TestCell
from autograder.reference import EXERCISES, pool_backward

SIGNATURES = {
    "zero_pad": "(X, pad)",
    "conv_single_step": "(a_slice_prev, W, b)",
    "conv_forward": "(A_prev, W, b, hparameters)",
    "pool_forward": "(A_prev, hparameters, mode='max')",
    "conv_backward": "(dZ, cache)",
    "create_mask_from_window": "(x)",
    "distribute_value": "(dz, shape)",
    "pool_backward": "(dA, cache, mode='max')",
    **network_cases.SIGNATURES,
    **fast_cases.SIGNATURES,
    **frameworks_cases.SIGNATURES,
}
SECTIONS = {
    "zero_pad": {"Zero padding"},
    "conv_single_step": {"Slide, multiply, add", "One step of a convolution", "The bias"},
    "conv_forward": {
        "Slide, multiply, add",
        "Zero padding",
        "Stride and output size",
        "The bias",
        "The convolution layer",
    },
    "pool_forward": {"One number for a window", "Windows that overlap", "Pooling forward"},
    "conv_backward": {
        "The gradient of the filters",
        "The gradient of the input",
        "The gradient of the bias",
        "Stride and padding",
        "Convolution backward",
    },
    "create_mask_from_window": {"The mask of a maximum"},
    "distribute_value": {"Sharing a value"},
    "pool_backward": {"The mask of a maximum", "Sharing a value", "Pooling backward"},
    **network_cases.SECTIONS,
    **fast_cases.SECTIONS,
    **frameworks_cases.SECTIONS,
}


# Cases: for each exercise the arguments of a few calls.


class Draw:
    """Arrays of one number type, drawn from one seed."""

    def __init__(self, seed: int, kind: str = "float"):
        self._random = np.random.default_rng(seed)
        self._kind = kind

    def __call__(self, *shape: int) -> np.ndarray:
        if self._kind == "int":
            return self._random.integers(-4, 5, shape)
        return self._random.standard_normal(shape).astype("float32" if self._kind == "float32" else float)


#       m, n_H, n_W, n_C_prev, f, n_C, stride, pad
CONVOLUTIONS = [
    (2, 5, 6, 3, 2, 4, 1, 0),
    (2, 4, 5, 2, 3, 2, 1, 1),
    (2, 5, 5, 2, 3, 3, 1, 2),  # square
    (3, 7, 5, 2, 3, 4, 2, 2),
    (2, 6, 9, 2, 2, 3, 3, 1),  # the stride does not divide the height
    (1, 7, 8, 3, 3, 2, 3, 0),
    (2, 5, 4, 1, 3, 1, 2, 1),  # one channel in, one out
    (2, 4, 6, 1, 2, 3, 2, 0),
    (2, 6, 4, 3, 2, 1, 2, 2),
    (1, 3, 4, 2, 1, 3, 1, 0),  # filters of one entry
    (2, 4, 5, 3, 1, 2, 3, 1),
    (1, 4, 4, 2, 4, 2, 1, 0),  # as large as the input
    (2, 3, 3, 2, 5, 3, 2, 1),  # as large as the padded input
    (1, 3, 3, 2, 2, 2, 1, 0),  # as many channels as the filters have rows
]
#       m, n_H, n_W, n_C, f, stride
POOLINGS = [
    (2, 5, 6, 3, 2, 1),
    (3, 6, 4, 2, 2, 2),
    (2, 7, 5, 2, 3, 2),
    (2, 5, 5, 3, 3, 1),  # square
    (2, 8, 6, 2, 3, 2),  # the stride does not divide the sides
    (2, 8, 9, 1, 2, 3),  # gaps between windows
    (1, 4, 7, 3, 1, 2),  # windows of one entry
    (2, 4, 4, 2, 4, 1),  # one window
    (2, 3, 4, 2, 1, 1),  # a window for each entry
]


def padding_cases():
    shapes = [((2, 3, 4, 2), 2), ((2, 4, 3, 2), 1), ((1, 3, 3, 1), 3), ((2, 2, 5, 3), 0)]
    for seed, (shape, pad) in enumerate(shapes):
        yield Draw(seed)(*shape), pad
    yield Draw(9, "int")(2, 3, 2, 2), 1


def step_cases():
    for seed, (shape, kind) in enumerate(
        [((4, 4, 3), "float"), ((3, 3, 3), "float"), ((2, 2, 1), "float"), ((1, 1, 2), "float"), ((2, 2, 3), "int")]
    ):
        draw = Draw(seed, kind)
        yield draw(*shape), draw(*shape), draw(1, 1, 1)
    yield Draw(7, "int")(2, 2, 2), Draw(8)(2, 2, 2), Draw(9)(1, 1, 1)


def convolution_inputs():
    """(A_prev, W, b, hparameters) of every case; the last ones are of whole numbers, and of float32."""
    kinds = [("float", "float")] * len(CONVOLUTIONS) + [("int", "float"), ("int", "int"), ("float32", "float32")]
    for seed, (shape, (kind, W_kind)) in enumerate(zip(CONVOLUTIONS + CONVOLUTIONS[1:4], kinds)):
        m, n_H, n_W, n_C_prev, f, n_C, stride, pad = shape
        draw, draw_W = Draw(seed, kind), Draw(seed + 50, W_kind)
        # In one order or the other.
        hparameters = {"stride": stride, "pad": pad} if seed % 2 else {"pad": pad, "stride": stride}
        yield draw(m, n_H, n_W, n_C_prev), draw_W(f, f, n_C_prev, n_C), draw_W(1, 1, 1, n_C), hparameters


def convolution_gradients():
    for seed, inputs in enumerate(convolution_inputs()):
        Z, _ = EXERCISES["conv_forward"](*inputs)
        yield Draw(seed + 90, "int" if Z.dtype.kind == "i" else "float")(*Z.shape), inputs


def pooling_inputs():
    """(A_prev, hparameters, mode) of every case; whole numbers bring ties."""
    for seed, (m, n_H, n_W, n_C, f, stride) in enumerate(POOLINGS):
        for mode in ("max", "average"):
            yield Draw(seed)(m, n_H, n_W, n_C), {"f": f, "stride": stride}, mode
    for kind in ("int", "float32"):
        for mode in ("max", "average"):
            yield Draw(20, kind)(2, 6, 5, 2), {"f": 2, "stride": 1}, mode
    yield Draw(22)(2, 7, 5, 2), {"stride": 2, "f": 3}, "max"
    yield -1 - Draw(21)(1, 4, 5, 2) ** 2, {"f": 2, "stride": 2}, "max"
    yield np.zeros((1, 4, 4, 1)), {"f": 2, "stride": 2}, "max"


def pooling_gradients():
    for seed, (A_prev, hparameters, mode) in enumerate(pooling_inputs()):
        A, _ = EXERCISES["pool_forward"](A_prev, hparameters, mode)
        yield Draw(seed + 60)(*A.shape), (A_prev, hparameters), mode
        if A_prev.dtype.kind == "i":
            yield Draw(seed + 60, "int")(*A.shape), (A_prev, hparameters), mode


def window_cases():
    shapes = [((2, 3), "float"), ((3, 2), "float"), ((4, 4), "float"), ((3, 3), "int"), ((1, 1), "float")]
    for seed, (shape, kind) in enumerate(shapes):
        yield (Draw(seed, kind)(*shape),)
    yield (-1 - Draw(8)(2, 3) ** 2,)
    yield (np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)
    yield (np.array([[5, 1], [5, 5], [0, 2]]),)
    yield (np.zeros((2, 2)),)


def share_cases():
    yield from [(2, (2, 2)), (-3.5, (2, 3)), (7, (3, 2)), (np.float64(1.25), (4, 1)), (5, (1, 1)), (0.3, (3, 3))]
    yield 7, (2, 2)


CASES = {
    "zero_pad": list(padding_cases()),
    "conv_single_step": list(step_cases()),
    "conv_forward": list(convolution_inputs()),
    "pool_forward": list(pooling_inputs()),
    "conv_backward": list(convolution_gradients()),
    "create_mask_from_window": list(window_cases()),
    "distribute_value": list(share_cases()),
    "pool_backward": list(pooling_gradients()),
    **network_cases.CASES,
    **fast_cases.CASES,
    **frameworks_cases.CASES,
}


# What an answer does with a case, and whether that is right.


@dataclass
class Outcome:
    """What a call came to: its result, or what it raised; and the arguments as the call left them."""

    result: Any
    raised: Exception | None
    arguments: tuple


def run(function, arguments) -> Outcome:
    """Call a function on copies. What used to be deprecated in NumPy counts as an error, as it is since NumPy 2.4."""
    arguments = copy.deepcopy(arguments)
    np.random.seed(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", DeprecationWarning)
        try:
            return Outcome(function(*arguments), None, arguments)
        except Exception as error:
            return Outcome(None, error, arguments)


def same(one, other, tolerance=1e-9) -> bool:
    """Whether two results have the same structure, shapes and numbers; types of numbers are not compared, but True and
    False are none."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key], tolerance) for key in one)
    if isinstance(one, tuple | list) and isinstance(other, tuple | list):
        return len(one) == len(other) and all(same(a, b, tolerance) for a, b in zip(one, other))
    for value in (one, other):
        if not isinstance(value, np.ndarray | np.generic | int | float | list):
            return one is other
    one, other = np.asarray(one), np.asarray(other)
    if (one.dtype == bool) != (other.dtype == bool):
        return False
    return one.shape == other.shape and np.allclose(one, other, rtol=tolerance, atol=tolerance, equal_nan=True)


def same_outcome(one: Outcome, other: Outcome) -> bool:
    """Whether two calls came to the same: result or type of exception, and the state of the arguments."""
    return (
        type(one.raised) is type(other.raised)
        and same(one.result, other.result)
        and same(one.arguments, other.arguments)
    )


def arrays(arguments: tuple) -> list[np.ndarray]:
    """The arrays among some arguments and within their caches."""
    caches = [array for value in arguments if isinstance(value, tuple) for array in arrays(value)]
    return [value for value in arguments if isinstance(value, np.ndarray)] + caches


def is_right(exercise: str, outcome: Outcome, arguments: tuple) -> bool:
    """Whether an outcome earns full marks: the reference's result, with the freedom that an exercise leaves."""
    if outcome.raised or not same(outcome.arguments, arguments, tolerance=0):
        return False
    got = outcome.result
    expected = EXERCISES[exercise](*copy.deepcopy(arguments))
    if exercise == "conv_single_step":
        return got is not None and np.size(got) == 1 and same(np.asarray(got).reshape(()), expected)
    if exercise == "create_mask_from_window":
        if not (isinstance(got, np.ndarray) and got.dtype == bool and got.shape == expected.shape):
            return False
        one_of_the_ties = np.count_nonzero(got) == 1 and expected[got].all()
        return one_of_the_ties or same(got, expected)
    if exercise == "pool_backward":
        return any(same(got, pool_backward(*arguments, ties=ties)) for ties in ("all", "first", "last", "share"))
    is_float32 = any(array.dtype == np.float32 for array in arrays(arguments))
    return same(got, expected, tolerance=1e-4 if is_float32 else 1e-9)


@cache
def outcomes(answer: Answer) -> list[Outcome]:
    return [run(answer.function, arguments) for arguments in CASES[answer.exercise]]


def mistaken_cases(answer: Answer) -> list[int]:
    """The numbers of the cases on which an answer is wrong."""
    return [
        number
        for number, (outcome, arguments) in enumerate(zip(outcomes(answer), CASES[answer.exercise]))
        if not is_right(answer.exercise, outcome, arguments)
    ]


def twins(exercise: str) -> list[tuple[str, str]]:
    """Pairs of mistakes in an exercise that do the same on every case, so that nobody could tell which one it was; two
    that only raise exceptions are told by what those say."""
    every = mistakes(exercise)
    totals = np.array([[total(outcome.result) for outcome in outcomes(one)] for one in every])
    return [
        (one.name, other.name)
        for one, mine in zip(every, totals)
        # Results that are the same add up to the same: only those are compared entry by entry.
        for other in [every[at] for at in np.flatnonzero(np.isclose(totals, mine, 1e-6, 1e-6).all(axis=1))]
        if one.name < other.name
        and all(map(same_outcome, outcomes(one), outcomes(other)))
        and all(str(mine.raised) == str(yours.raised) for mine, yours in zip(outcomes(one), outcomes(other)))
    ]


def total(result) -> float:
    """The sum of all numbers in a result."""
    if isinstance(result, dict):
        result = tuple(result.values())
    if isinstance(result, tuple | list):
        return sum(map(total, result))
    array = np.asarray(result)
    return float(np.clip(np.nan_to_num(array.astype(float)), -1e9, 1e9).sum()) if array.dtype.kind in "biuf" else 0.0


@cache
def cells() -> list[TestCell]:
    """The test cells of all solved notebooks."""
    course = Course(Path(__file__).parents[1])
    return [test for name in course.assignments() for test in Solved.read(course.solution(name)).tests]


# The tests.

every_answer = pytest.mark.parametrize(
    "answer", styles() + a_fifth(mistakes()), ids=lambda answer: f"{answer.exercise}-{answer.name}"
)
every_exercise = pytest.mark.parametrize("exercise", SIGNATURES)


@every_exercise
def test_every_exercise_has_a_reference_and_cases(exercise):
    assert EXERCISES.keys() == CASES.keys() == SIGNATURES.keys()
    for arguments in CASES[exercise]:
        assert is_right(exercise, run(EXERCISES[exercise], arguments), arguments)


@pytest.mark.skipif(
    np.lib.NumpyVersion(np.__version__) < "2.4.0", reason="float(b) and an array stored in an entry give one warning"
)
@pytest.mark.skipif("EVERY_MISTAKE" not in os.environ, reason="slow, and `verify` tells each from the others")
@every_exercise
def test_no_two_mistakes_do_the_same(exercise):
    assert twins(exercise) == []


@every_answer
def test_a_style_is_right_and_a_mistake_is_wrong_and_so_is_the_source_of_each(answer):
    assert bool(mistaken_cases(answer)) != answer.right, [outcomes(answer)[n] for n in mistaken_cases(answer)[:1]]
    namespace = {"np": np, **EXERCISES, **fast_cases.GIVEN, **frameworks_cases.GIVEN}
    exec(compile(answer.source, f"<{answer.name}>", "exec"), namespace)
    function = namespace[answer.exercise]
    assert function is not EXERCISES[answer.exercise]
    assert "@" not in answer.source.splitlines()[0]
    for arguments, expected in zip(CASES[answer.exercise], outcomes(answer)):
        assert same_outcome(run(function, arguments), expected)


def test_a_slip_is_a_right_answer_with_other_lines_in_their_places():
    right = "def f(x):\n    for i in x:\n        y = i\n        z = i\n    return y"
    wrong = _slipped(right, {"y = i": "if i:\n    y = 2", "return y": ""})
    assert wrong == "def f(x):\n    for i in x:\n        if i:\n            y = 2\n        z = i"
    assert _slipped(right, {"y = i\nz = i": "y = z = i"}).count("\n") == 3
    for nowhere in ("y = 3", "y = i\ny = i"):
        with pytest.raises(ValueError, match="stand in it 0 times"):
            _slipped(right, {nowhere: ""})
    with pytest.raises(ValueError, match="stand in it 2 times"):
        _slipped(right + "\n    return y", {"return y": ""})


@every_exercise
def test_an_answer_has_the_published_signature(exercise):
    """What nobody has to pass may come after it: a keyword with a default, or more arguments."""
    for answer in styles(exercise) + mistakes(exercise):
        signature = inspect.signature(answer.function)
        bare = [
            parameter.replace(annotation=parameter.empty)
            for parameter in signature.parameters.values()
            if parameter.kind is parameter.POSITIONAL_OR_KEYWORD
        ]
        signature = signature.replace(parameters=bare, return_annotation=signature.empty)
        assert str(signature) == SIGNATURES[exercise], answer.name


@every_exercise
def test_a_message_is_one_or_two_plain_sentences(exercise):
    for answer in mistakes(exercise):
        assert 40 <= len(answer.message) <= 300, answer.name
        assert len(re.findall(r"[.!?](?:\s|$)", answer.message)) in (1, 2), answer.name
        assert answer.message.endswith("."), answer.name
        assert not re.search(r"[=\[\]*/`]", answer.message), f"{answer.name} says what to type, not what was wanted"
        assert "as you have" not in answer.message, f"{answer.name} takes the rest to be right, which nobody knows"


@every_exercise
def test_a_mistake_points_to_a_section_of_its_notebook_and_one_test_cell_is_meant_for_it(exercise):
    for answer in mistakes(exercise):
        assert answer.section in SECTIONS[exercise], answer.name
        assert len([test.id for test in cells() if answer.is_meant_by(test)]) == 1, (answer.name, answer.test)


@every_exercise
def test_the_names_and_messages_of_an_exercise_are_unique(exercise):
    for answers in (mistakes(exercise), styles(exercise)):
        assert len({answer.name for answer in answers}) == len(answers)
        assert len({answer.message for answer in answers}) == len(answers)


@every_exercise
def test_there_are_enough_styles(exercise):
    assert len(styles(exercise)) >= 6


def test_there_are_enough_mistakes():
    assert len(mistakes()) >= 60
    assert {answer.exercise for answer in mistakes()} == SIGNATURES.keys()
