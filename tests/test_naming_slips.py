"""Slips that are the same in every exercise: named by what Python says of them, or by the form of what comes back."""

import numpy as np
import pytest
from classroom import handed_in
from judges import judge_of
from test_naming_text import changed, explained

from autograder import catalogue, reference
from autograder.naming import explain
from autograder.naming.at_a_glance import made_of_arrays, sides_in_another_order
from autograder.naming.general import in_general
from autograder.naming.raised import SLIPS

pytestmark = pytest.mark.filterwarnings("ignore")
right = reference.EXERCISES


def written(exercise: str, body: str):
    """What is said of a function with the exercise's own parameters and one line in it."""
    parameters = {
        "zero_pad": "X, pad",
        "conv_single_step": "a_slice_prev, W, b",
        "conv_forward": "A_prev, W, b, hparameters",
        "pool_forward": "A_prev, hparameters, mode='max'",
        "pool_backward": "dA, cache, mode='max'",
    }[exercise]
    space = {"np": np, "right": right, **right}
    exec(f"def {exercise}({parameters}):\n    {body}", space)
    return explain(exercise, lambda args: space[exercise](*args))


# Exercise, a line, the name, and words of the message.
LINES = [
    ("zero_pad", "return X @ pad", "multiplies_a_number_as_a_matrix", "with *"),
    ("zero_pad", "return X[:, 1:1] + np.ones((1, 2, 1, 1))", "works_with_an_empty_slice", "0,"),
    ("zero_pad", "return {}[X]", "takes_an_array_for_a_key", "It is an array."),
    ("pool_forward", "return hparameters[('f', A_prev)]", "takes_an_array_for_a_key", "items()"),
    ("zero_pad", "return X.sum(axis=[1, 2])", "counts_with_what_is_no_whole_number", "It is a list."),
    ("zero_pad", "return X.sum(axis=4)", "asks_for_an_axis_that_is_not_there", "It is number 4, and there are 4 axes."),
    (
        "conv_single_step",
        "return np.moveaxis(b.ravel(), 1, 0)",
        "asks_for_an_axis_that_is_not_there",
        "there is 1 axis",
    ),
    ("zero_pad", "return np.transpose(X, (0, 2, 1))", "orders_another_number_of_axes", "names every axis once"),
    ("zero_pad", "return np.transpose(X, (0, 1, 1, 2))", "names_an_axis_twice", "only once"),
    ("zero_pad", "return X.sum(axis=(1, 1))", "names_an_axis_twice", "only once"),
    ("zero_pad", "return np.add((X, pad), 1)", "makes_an_array_of_parts_of_different_shapes", "come as a tuple"),
    ("pool_forward", "return hyparameters['f']", "uses_an_undefined_name", "It is hyparameters. Is hparameters meant?"),
    ("conv_forward", "return zeros_pad(A_prev, 1)", "uses_an_undefined_name", "It is zeros_pad. Is zero_pad meant?"),
    ("conv_forward", "return i", "uses_an_undefined_name", "It is i."),
    ("conv_forward", "return A_prev_pad", "uses_an_undefined_name", "It is A_prev_pad."),
    (
        "pool_backward",
        "A_prev, h = cache; f = f + 1",
        "uses_a_variable_before_it_has_a_value",
        "It is f.",
    ),
    (
        "pool_forward",
        "return hparameters['step']",
        "asks_for_a_key_that_is_not_there",
        "It is 'step'; hparameters holds 'f' and 'stride'.",
    ),
    (
        "pool_backward",
        "return cache[1]['pad']",
        "asks_for_a_key_that_is_not_there",
        "It is 'pad'; hparameters holds 'f' and 'stride'.",
    ),
    ("conv_forward", "return {}['Z']", "asks_for_a_key_that_is_not_there", "hparameters holds"),
    ("pool_forward", "return np.zeros(1, 2, 3, 4)", "gives_a_shape_as_several_arguments", "one argument, a tuple"),
    ("pool_forward", "return np.zeros(2, 3)", "gives_a_shape_as_several_arguments", "one argument, a tuple"),
    (
        "zero_pad",
        "return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), 'constant', constant_value=0)",
        "passes_an_unknown_keyword",
        "constant_value",
    ),
    (
        "zero_pad",
        "return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), 'constants')",
        "asks_for_a_mode_that_is_not_there",
        "mode 'constants' is not supported",
    ),
    ("conv_single_step", "return np.sum(W, axes=0)", "passes_an_unknown_keyword", "axes"),
    (
        "conv_forward",
        "return zero_pad(A_prev)",
        "calls_a_function_with_other_arguments",
        "which is called as zero_pad(X, pad)",
    ),
    (
        "conv_forward",
        "return (lambda x: x)(1, 2)",
        "calls_a_function_with_other_arguments",
        "<lambda>",
    ),
    ("conv_single_step", "return float(W, b)", "calls_a_function_with_other_arguments", "float expected at most 1"),
    (
        "conv_single_step",
        "return np.float(b)",
        "uses_a_name_that_numpy_took_away",
        "It is np.float. NumPy 1.24 took it away. Now float, without np., stands for it.",
    ),
    (
        "conv_single_step",
        "return np.float_(b.item())",
        "uses_a_name_that_numpy_took_away",
        "It is np.float_. NumPy 2.0 took it away. Now np.float64 stands for it.",
    ),
    ("conv_single_step", "return np.product(W)", "uses_a_name_that_numpy_took_away", "Now np.prod stands for it."),
    ("conv_single_step", "return np.asfarray(W)", "uses_a_name_that_numpy_took_away", "NumPy 2.0 took it away."),
    (
        "zero_pad",
        "return np.lib.pad(X, pad)",
        "uses_a_name_that_numpy_took_away",
        "It is np.lib.pad. NumPy 2.0 took it away. Now np.pad, with the same arguments, stands for it.",
    ),
    ("zero_pad", "return np.padd(X, pad)", "asks_for_an_attribute_that_is_not_there", "It is np.padd. Is pad meant?"),
    (
        "zero_pad",
        "return X.shpae",
        "asks_for_an_attribute_that_is_not_there",
        "It asks an array for shpae.",
    ),
    ("pool_backward", "return cache.shape", "asks_for_an_attribute_that_is_not_there", "asks a tuple for shape."),
    ("conv_single_step", "return [].append(1) + b", "works_with_none", "NoneType"),
    ("zero_pad", "return X.shape()", "calls_what_is_no_function", "It is a tuple."),
    ("zero_pad", "return X(0)", "calls_what_is_no_function", "It is an array."),
    ("zero_pad", "return pad[0]", "takes_entries_of_what_has_none", "It is an int."),
    ("zero_pad", "return X[0.5]", "takes_an_index_that_is_no_whole_number", "integers"),
    ("zero_pad", "return X[: X.shape[0] / 2]", "takes_an_index_that_is_no_whole_number", "slice"),
    ("zero_pad", "return X[X]", "takes_an_index_that_is_no_whole_number", "integer"),
    ("zero_pad", "return [0, 1][X]", "takes_an_array_for_a_whole_number", "single whole number"),
    ("conv_single_step", "return np.sum(a_slice_prev * W, b.repeat(2))", "takes_an_array_for_a_whole_number", "axis"),
    ("conv_single_step", "return np.asscalar(b)", "uses_a_name_that_numpy_took_away", "It is np.asscalar."),
    (
        "pool_backward",
        "return [c for c in dA.ndim]",
        "goes_through_a_number",
        "It is an int",
    ),
    ("pool_backward", "n_H, n_W = dA[0, 0, 0, 0]", "goes_through_a_number", "It is a float64"),
    ("pool_backward", "return dA[0, 0, 0, 0][0]", "takes_entries_of_what_has_none", "invalid index to scalar variable"),
    ("zero_pad", "return np.full(0.5, X.shape)", "counts_with_what_is_no_whole_number", "got '0.5'"),
    ("zero_pad", "return X['stride']", "takes_an_index_that_is_no_whole_number", "a text"),
    ("zero_pad", "return np.zeros((X.shape[1] / 2, 2))", "counts_with_what_is_no_whole_number", "It is a float."),
    ("zero_pad", "return X[0, 0, 0, 0, 0]", "gives_more_indices_than_axes", "has 4 axes, and there are 5 indices"),
    ("zero_pad", "m, h, w = X.shape", "unpacks_another_number_of_things", "too many values to unpack"),
    ("zero_pad", "return X @ X[0, 0, 0, 0]", "multiplies_a_number_as_a_matrix", "with *"),
    ("pool_backward", "A, B, C = cache", "unpacks_another_number_of_things", "not enough values"),
    ("pool_forward", "return hparameters - 1", "computes_with_what_is_no_number", "'dict' and 'int'"),
    ("pool_forward", "return [1] * 0.5", "computes_with_what_is_no_number", "multiply sequence"),
]


@pytest.mark.parametrize(("exercise", "line", "name", "words"), LINES)
def test_an_exception_that_says_what_is_wrong_is_named(exercise, line, name, words):
    found = written(exercise, line)
    assert found.name == name
    assert words in found.mistakes[0].message
    assert found.mistakes[0].section and not found.seen and found.example


def test_a_function_with_other_parameters_is_named_with_those_that_it_is_called_with():
    def pool_forward(A_prev, f, stride, mode, more):
        """Nobody passes this one."""

    found = explain("pool_forward", lambda args: pool_forward(*args))
    assert found.name == "has_other_parameters"
    assert "It is called as pool_forward(A_prev, hparameters, mode)." in found.mistakes[0].message

    def pool_backward(dA, cache):
        """A mode comes as the third."""

    found = explain("pool_backward", lambda args: pool_backward(*args))
    assert "It is called as pool_backward(dA, cache, mode)." in found.mistakes[0].message


@pytest.mark.skipif(np.lib.NumpyVersion(np.__version__) < "2.4.0", reason="an error since NumPy 2.4")
def test_numpys_change_is_told_where_a_number_is_made_of_an_array():
    found = written("pool_forward", "return float(A_prev[:1, :1, :1, :1])")
    assert found.name == "makes_one_number_of_an_array"
    assert "Since version 2.4, NumPy" in found.mistakes[0].message


def test_fractions_in_an_array_of_whole_numbers_are_named_where_nothing_else_is_wrong():
    def conv_single_step(a_slice_prev, W, b):
        total = np.zeros(1, int)
        total += a_slice_prev.sum() * 0.5 + W.sum()
        return total + b

    found = explain("conv_single_step", lambda args: conv_single_step(*args))
    assert found.name == "adds_fractions_to_whole_numbers"


def test_what_can_come_of_many_causes_has_no_name():
    for line in ("return X[9]", "return X + np.zeros(7)", "return 1 / 0", "assert not len(X)"):
        found = written("zero_pad", line)
        assert found.mistakes == () and found.seen, line


def test_a_slip_in_some_calls_is_told_with_these_calls():
    found = written("pool_forward", "return right['pool_forward'](A_prev, hparameters, mode if mode == 'max' else avg)")
    assert found.name == "uses_an_undefined_name"
    assert "It is right with mode 'max'" in found.mistakes[0].message


def test_a_slip_beside_something_else_is_named_and_the_rest_not_denied():
    def pool_forward(A_prev, hparameters, mode="max"):
        return (wrong if hparameters["stride"] > 1 else 2), A_prev  # noqa: F821

    found = explain("pool_forward", lambda args: pool_forward(*args))
    assert found.name == "uses_an_undefined_name"
    assert "Other calls go wrong in another way." in found.mistakes[0].message


def test_the_line_of_the_student_is_told_where_it_is_known():
    class Failed(Exception):
        said, status = "the function raised NameError: name 'padd' is not defined", "error"
        where = "line 3 of its cell, “X[padd]”"

    def zero_pad(args):
        raise Failed

    found = explain("zero_pad", zero_pad)
    assert "It is padd. Is pad meant? It happens in line 3 of its cell, “X[padd]”." in found.mistakes[0].message


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_without_what_the_student_says_a_message_is_the_same_for_all(slip):
    found = written("pool_forward", "return hyparameters")
    general = in_general(found.mistakes[0])
    assert "hyparameters" not in general.message and general.name == found.name
    assert slip.message.startswith("Your ") and slip.message.endswith(".")


# The form of what comes back.


def test_nothing_is_told_from_one_result_too_few():
    assert written("pool_forward", "pass").name == "returns_nothing"
    assert written("pool_backward", "right['pool_backward'](dA, cache, mode)").name == "returns_nothing"


def test_one_of_several_results_is_named():
    assert written("pool_forward", "return right['pool_forward'](A_prev, hparameters, mode)[0]").name == (
        "returns_a_alone"
    )
    found = explain("dense_backward", lambda args: right["dense_backward"](*args)[2])
    assert found.name == "returns_db_alone"
    assert "It should return 3 things: dA_prev, dW and db." in found.mistakes[0].message
    cache = explain("relu_forward", lambda args: right["relu_forward"](*args)[1])
    assert cache.name is None or cache.mistakes[0].message


def test_another_order_is_named_and_the_right_order_is_not():
    def turned(args):
        dA_prev, dW, db = right["conv_backward"](*args)
        return db, dA_prev, dW

    assert explain("conv_backward", turned).name == "returns_the_results_in_another_order"
    assert explain("conv_backward", lambda args: right["conv_backward"](*args)) is None


def test_more_than_was_asked_for_is_named():
    found = written("pool_backward", "return right['pool_backward'](dA, cache, mode), cache")
    assert found.name == "returns_more_than_was_asked_for"


def test_results_that_depend_on_chance_are_named():
    generator = np.random.default_rng()

    def conv_forward(args):
        Z, cache = right["conv_forward"](*args)
        return Z * generator.normal(size=Z.shape), cache

    found = explain("conv_forward", conv_forward)
    assert found.name == "depends_on_chance"
    assert "Z differs from call to call" in found.mistakes[0].message


def test_a_default_that_was_lost_is_named():
    def pool_forward(A_prev, hparameters, mode):
        return right["pool_forward"](A_prev, hparameters, mode)

    pool_forward.__qualname__ = "pool_forward"
    found = explain("pool_forward", lambda args: pool_forward(*args))
    assert found.name == "has_lost_a_default" and "without a mode" in found.mistakes[0].message


def test_where_a_fraction_is_made_that_is_taken_for_an_index_is_told():
    text = changed("pool_forward", v="vert_start = h * stride -> vert_start = h / stride")
    found = explained("pool_forward", text)
    assert found.name == "takes_an_index_that_is_no_whole_number"
    number = text.splitlines().index("                    vert_start = h / stride") + 1
    assert f"A fraction is made in line {number}, “vert_start = h / stride”" in found.mistakes[0].message


def test_names_that_nothing_has_given_a_value_to_are_told_beside_right_helpers():
    """From the text: what the exception says could be something else."""
    text = changed("pool_forward", v="vert_start = h * stride -> vert_start = hh * strid")
    space = {"np": np, **reference.EXERCISES}
    exec(text, space)
    found = explain("pool_forward", lambda args: space["pool_forward"](*args), generally=True, source=text)
    assert found.mistakes[0].message.endswith("To hh and strid, no line of its cell gives a value.")


POOL_HEAD = (
    "def pool_forward(A_prev, hparameters, mode='max'):\n    f, stride = hparameters['f'], hparameters['stride']\n"
)
POOL = """    (m, n_H_prev, n_W_prev, n_C) = A_prev.shape
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    A = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            top, left = h * stride, w * stride
            window = A_prev[:, top : top + f, left : left + f]
            A[:, h, w] = window.max(axis=(1, 2)) if mode == "max" else window.mean(axis=(1, 2))
    return A, (A_prev, hparameters)
"""


@pytest.mark.parametrize(
    ("change", "name", "told"),
    [
        (
            ("    A = np", "    if (n_H_prev - f) % stride:\n        raise ValueError('odd')\n    A = np"),
            "refuses_what",
            "raise Val",
        ),
        (("left : left + f]", "left + f : left + f] + np.ones((m, f, f, n_C))"), "works_with_an_empty", "0,"),
        (("(m, n_H_prev, n_W_prev, n_C)", "(m, n_C, n_H_prev, n_W_prev)"), "reads_the_sides", "line 3, “(m, n_C"),
        (("    return A, (A_prev, hparameters)", ""), "returns_nothing", "return A and cache"),
        (
            ("top, left = h * stride, w", "top = h * stride\n            left = A_prev"),
            "takes_an_array",
            "left = A_prev",
        ),
    ],
)
def test_slips_that_a_line_of_the_text_shows(change, name, told):
    assert change[0] in POOL
    with judge_of("02_pooling") as judge:
        judged = judge.grade(handed_in("02_pooling", {"pool_forward": POOL_HEAD + POOL.replace(*change)}))
    named = next(test.explanation for test in judged.tests if test.explanation).mistakes
    assert named and named[0].name.startswith(name) and told in named[0].message
    assert in_general(named[0])


def test_the_text_of_the_slips_is_right_as_it_is():
    with judge_of("02_pooling") as judge:
        assert judge.grade(handed_in("02_pooling", {"pool_forward": POOL_HEAD + POOL})).points == 100


def test_an_assert_without_words_is_known_through_the_judge_as_well():
    source = catalogue_source("conv_backward", "asserts_the_shape_behind_a_negative_slice")
    with judge_of("03_convolution_backward") as judge:
        judged = judge.grade(handed_in("03_convolution_backward", {"conv_backward": source}))
    assert {test.mistake for test in judged.tests} - {None} == {"asserts_the_shape_behind_a_negative_slice"}


def catalogue_source(exercise: str, name: str) -> str:
    return next(one.source for one in catalogue.mistakes(exercise) if one.name == name)


@pytest.mark.parametrize(
    ("change", "names"),
    [
        ((), ["returns_a_alone"]),
        (("h * stride, w * stride", "h, w"), ["returns_a_alone", "ignores_stride"]),
        (("window.max(axis=(1, 2))", "window.max()"), ["returns_a_alone"]),
    ],
)
def test_what_else_is_wrong_shows_once_the_cache_is_there(change, names):
    text = POOL_HEAD + (POOL.replace(*change) if change else POOL).replace(
        "return A, (A_prev, hparameters)", "return A"
    )
    with judge_of("02_pooling") as judge:
        judged = judge.grade(handed_in("02_pooling", {"pool_forward": text}))
    found = next(test.explanation for test in judged.tests if test.explanation)
    assert [one.name for one in found.mistakes][: len(names)] == names
    assert len(found.mistakes) > 1 or found.seen or not change
    assert "returned one array" in judged.tests[0].message


@pytest.mark.parametrize(
    "begin",
    [
        "    A_prev = A_prev.transpose(0, 3, 1, 2)\n    m, n_C, n_H_prev, n_W_prev = A_prev.shape\n"
        "    A_prev = A_prev.transpose(0, 2, 3, 1)\n",
        "    m, n_H_prev, n_W_prev, n_C = A_prev.shape\n",
        "    m, n_W_prev, n_H_prev, n_C = A_prev.shape\n    n_H_prev, n_W_prev = n_W_prev, n_H_prev\n",
    ],
)
def test_sides_that_are_read_as_they_lie_are_no_slip(begin):
    assert not sides_in_another_order("pool_forward", f"{POOL_HEAD}{begin}    return A_prev")


def test_an_index_of_a_name_that_a_loop_gives_is_made_of_no_array():
    text = "def conv_forward(A_prev, W, b, hparameters):\n    for b in range(3):\n        k = b * 2\n        W[k]\n"
    assert not made_of_arrays("conv_forward", text)
    assert "k = b * 2" in made_of_arrays("conv_forward", text.replace("for b", "for c"))


def test_what_was_never_written_is_no_refusal():
    found = written("zero_pad", "raise NotImplementedError")
    assert found is None or found.name != "refuses_what_it_is_given"


def test_of_one_that_has_seen_solutions_no_call_is_shown_where_it_returns_an_array_alone():
    def alone(A_prev, hparameters, mode="max"):
        return 2 * right["pool_forward"](A_prev, hparameters, mode)[0] + 1

    found = explain("pool_forward", lambda args: alone(*args), generally=True)
    assert found.mistakes[0].name == "returns_a_alone" and found.example is None and found.seen
    assert explain("pool_forward", lambda args: alone(*args)).example


@pytest.mark.parametrize(
    ("exercise", "line", "told"),
    [
        (
            "conv_forward",
            "# A_prev_pad = zero_pad(A_prev, 1)\n    return A_prev_pad",
            "It is A_prev_pad. A line that would",
        ),
        ("conv_forward", "# A_prev_pad = None\n    return A_prev_pad", "It is A_prev_pad."),
        ("conv_forward", "Z = 1  # pad_it = zero_pad\n    return pad_it", "It is pad_it."),
        ("conv_forward", "return zeros(A_prev.shape)", "It is zeros. Is np.zeros meant?"),
        ("conv_forward", "return zeros", "It is zeros."),
        ("conv_forward", "return pad(A_prev, 2)", "It is pad."),
        ("conv_forward", "return numpy.ones(3)", "It is numpy. Is np meant?"),
        ("conv_forward", "return single_convolution(A_prev, W, b)", "Is conv_single_step meant?"),
        ("conv_forward", "return single_convolution(A_prev, W)", "It is single_convolution."),
        ("conv_forward", "return conv_relu(conv_single_step(A_prev, W, b), b, 0)", "It is conv_relu."),
        ("pool_backward", "return conv_mask(dA)", "Is create_mask_from_window meant?"),
        ("pool_backward", "return dist_val(dA, 2)", "Is distribute_value meant?"),
        ("pool_backward", "return get_from(dA)", "It is get_from."),
        ("pool_backward", "A_prev, h = cache\n    return A", "It is A. Is A_prev meant?"),
        ("pool_backward", "A_prev, h = cache\n    A_prev_slice = 1\n    return A", "It is A."),
    ],
)
def test_what_is_meant_by_a_name_without_a_value_is_asked_where_the_text_leaves_one(exercise, line, told):
    head = {
        "conv_forward": "def conv_forward(A_prev, W, b, hparameters):",
        "pool_backward": "def pool_backward(dA, cache, mode='max'):",
    }[exercise]
    found = explained(exercise, f"{head}\n    {line}\n")
    assert found.name == "uses_an_undefined_name" and told in found.mistakes[0].message
    assert "meant?" in told or "meant?" not in found.mistakes[0].message
    assert ("is a comment, which is not run: line 2" in found.mistakes[0].message) == ("A line" in told)


def test_a_method_is_told_from_a_function():
    body = "(self, dA, mode='max'):\n    return self.A * dA\n"
    found = explained("pool_backward", f"def pool_backward{body}")
    assert found.name == "has_other_parameters" and "Its first parameter is self" in found.mistakes[0].message
    assert "pool_backward(dA, cache, mode)." in found.mistakes[0].message


def test_a_parameter_that_cannot_be_given_by_its_name_is_told_beside_other_mistakes():
    text = POOL_HEAD.replace("mode=", "way=") + POOL.replace("mode ==", "way ==").replace(
        "h * stride, w * stride", "h, w"
    )
    found = explained("pool_forward", text)
    assert [one.name for one in found.mistakes] == ["ignores_stride", "has_other_parameters"]
    assert "In some calls mode is given by this name" in found.mistakes[1].message
    named = explained("pool_forward", text.replace("way", "mode"))
    assert [one.name for one in named.mistakes] == ["ignores_stride"]


def test_the_arguments_of_a_pad_are_told_where_it_is_numpys():
    class Failed(Exception):
        said, status = (
            "the function raised TypeError: pad() takes from 2 to 3 positional arguments but 4 were given",
            "error",
        )

    def failing(where: str):
        def zero_pad(args):
            error = Failed()
            error.where = where
            raise error

        return explain("zero_pad", zero_pad).mistakes[0].message

    assert "It is np.pad, which takes the array, then a tuple" in failing(
        "line 2 of its cell, “np.pad((0, 0), 1, 2, 3)”"
    )
    assert "np.pad" not in failing("line 2 of its cell, “pad((0, 0), 1, 2, 3)”")


@pytest.mark.parametrize(
    ("exercise", "head", "told"),
    [
        (
            "pool_forward",
            "(x, hparameters, mode='max'):\n    m, n_C, n_H, n_W = x.shape",
            "the sides of x are (m, n_H_prev",
        ),
        (
            "pool_backward",
            "(da, cache):\n    (a, h) = cache\n    m, n_C, n_H, n_W = da.shape",
            "the sides of da are (m, n_H,",
        ),
        ("pool_backward", "(da, c):\n    a, h = c\n    m, n_C, n_H, n_W = a.shape", "the sides of a are (m, n_H_prev"),
        ("pool_backward", "(da, c):\n    a, h = c\n    a = a.T\n    m, n_C, n_H, n_W = a.shape", ""),
        ("pool_backward", "(da, c):\n    a, h = c\n    m, n_H, n_W, n_C = a.shape", ""),
        ("dense_forward", "(A_prev, W, b):\n    m, n_C, n_H, n_W = A_prev.shape", ""),
    ],
)
def test_sides_are_told_of_an_argument_whatever_its_name(exercise, head, told):
    words = sides_in_another_order(exercise, f"def {exercise}{head}\n    return 1\n")
    assert told in words and bool(told) == bool(words)
