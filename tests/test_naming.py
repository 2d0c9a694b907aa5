"""Every known mistake is named by its own name, no right answer is, and the code of an example prints what it says."""

import contextlib
import io
import json
import warnings
from functools import cache

import numpy as np
import pytest
from conftest import a_fifth

from autograder import catalogue, naming, reference
from autograder.naming import Explanation, explain
from autograder.naming.battery import TABLE, battery
from autograder.naming.explaining import MOST_CALLS
from autograder.naming.explanation import Counterexample
from helpers.compare import ATOL, RTOL

pytestmark = pytest.mark.filterwarnings("ignore")


def on(function):
    """A function as one that takes its arguments as a tuple."""
    return lambda args: function(*args)


def name_of(answer) -> str:
    return f"{answer.exercise}-{answer.name}"


def printed(code: str, exercise: str, function) -> str:
    """What code prints in a notebook that has the exercise, or the exception that ends it."""
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            exec(code, {"np": np, exercise: function})
        except Exception as error:
            return f"{type(error).__name__}: {error}".removesuffix(": ")
    return shown.getvalue().removesuffix("\n")


# Exercises whose arguments are a whole network: an example is larger than others.
WHOLE_NETWORKS = {"network_forward", "network_backward", "network_in_torch"}
# Mistakes that show only on a network that is too much to paste.
TOO_LARGE = {("network_backward", "forgets_relu")}


@cache
def explained(answer) -> Explanation:
    """What is said of a known mistake, which must not take more calls than it says."""
    calls = []
    found = explain(answer.exercise, lambda args: calls.append(1) or answer.function(*args))
    assert len(calls) <= 20
    return found


@pytest.mark.parametrize("answer", a_fifth(catalogue.mistakes()), ids=name_of)
def test_a_mistake_is_named_by_its_own_name_with_an_example_that_shows_it(answer):
    found = explained(answer)
    assert found.name == answer.name
    assert found.mistakes[0].message == answer.message
    assert found.mistakes[0].section == answer.section
    assert found.seen == ""
    assert (found.example is None) == ((answer.exercise, answer.name) in TOO_LARGE)
    if found.example:
        example_is_true(answer, found.example)
        example_is_small(answer, found.example)


def example_is_true(answer, example: Counterexample) -> None:
    """It runs, prints what it says, and points to entries that differ."""
    assert printed(example.code, answer.exercise, reference.EXERCISES[answer.exercise]) == example.expected
    assert example.expected != example.got
    if "random_numbers" not in answer.name:
        assert printed(example.code, answer.exercise, answer.function) == example.got
    for one in example.compared:
        if one.first is not None:
            wanted, got = np.asarray(one.expected), np.asarray(one.got)
            assert not np.isclose(wanted[one.first], got[one.first], RTOL, ATOL) or got.dtype != wanted.dtype


def example_is_small(answer, example: Counterexample) -> None:
    if answer.exercise not in WHOLE_NETWORKS:
        assert all(np.size(array) <= 16 for _, array in example.inputs)
        assert len(example.code) <= 1000
        assert len(example.expected.splitlines()) <= 8


@pytest.mark.parametrize("answer", catalogue.styles(), ids=name_of)
def test_a_right_answer_in_another_style_is_nothing_to_explain(answer):
    assert explain(answer.exercise, on(answer.function)) is None


@pytest.mark.parametrize("exercise", reference.EXERCISES)
def test_the_right_version_is_nothing_to_explain(exercise):
    assert explain(exercise, on(reference.EXERCISES[exercise])) is None


def test_what_is_no_exercise_is_nothing_to_explain():
    assert explain("no_such_exercise", on(abs)) is None


def test_an_example_says_which_part_of_the_input_an_entry_is_computed_from():
    answer = next(one for one in catalogue.mistakes("conv_forward") if one.name == "strides_down_only")
    example = explain("conv_forward", on(answer.function)).example
    (compared,), inputs = example.compared, dict(example.inputs)
    name, first, last = compared.read
    window = np.asarray(inputs[name])[tuple(slice(low, high + 1) for low, high in zip(first, last))]
    W, b = np.asarray(inputs["W"]), np.asarray(inputs["b"])
    Z = (window[0] * W[..., compared.first[-1]]).sum() + b.item()
    assert np.isclose(Z, np.asarray(compared.expected)[compared.first])


def test_most_examples_hold_small_whole_numbers():
    examples = [explained(answer).example for answer in catalogue.mistakes()[::14]]
    plain = 0
    for example in filter(None, examples):
        values = np.concatenate([np.ravel(array) for _, array in example.inputs] or [np.zeros(0)])
        plain += bool((values == np.round(values)).all() and (abs(values) <= 16).all())
    assert plain >= 0.9 * len(examples)


@pytest.mark.parametrize("exercise", reference.EXERCISES)
def test_an_explanation_is_the_same_after_a_way_through_json(exercise):
    for answer in catalogue.mistakes(exercise)[:3]:
        found = explained(answer)
        assert Explanation.of(json.loads(json.dumps(found.as_dict()))).name == answer.name


def test_every_field_of_an_explanation_can_be_told_to_a_student():
    found = explain("conv_forward", on(catalogue.mistakes("conv_forward")[0].function))
    assert found.exercise == "conv_forward"
    assert isinstance(found.example, naming.Counterexample)
    assert "conv_forward(A_prev, W, b, hparameters)" in found.example.code


def test_a_function_that_explains_nothing_is_called_no_more_often_than_said():
    calls = []
    explain("conv_forward", lambda args: calls.append(1) or (np.ones(len(calls)), None))
    assert len(calls) <= MOST_CALLS


def test_a_mistake_that_also_fails_with_another_exception_is_the_same_mistake():
    slip = next(one for one in catalogue.mistakes("pool_backward") if one.name == "swaps_rows_and_columns").function

    def in_other_words(*args):
        try:
            return slip(*args)
        except ValueError:
            raise IndexError("there is no such row") from None

    assert explain("pool_backward", on(in_other_words)).name == "swaps_rows_and_columns"


def test_an_exception_alone_names_no_mistake_that_fails_with_another_one():
    right = reference.EXERCISES["zero_pad"]

    def needs_padding(X, pad):
        return right(X, pad // bool(pad))

    assert explain("zero_pad", on(needs_padding)).name is None


def test_every_call_that_the_table_asks_for_can_be_made():
    for exercise, entries in TABLE.items():
        assert len(battery(exercise)) == len(entries), exercise


def test_an_exception_is_known_by_its_shapes_where_the_product_is_written_in_other_words():
    layer = dict(reference.EXERCISES)

    def with_the_other_relus_cache(dZ, cache):
        relu1, (pool2, flat, dense) = cache[1], cache[5:]
        dF = layer["dense_backward"](dZ, dense)[0]
        dA2 = layer["pool_backward"](dF.reshape(flat), pool2)
        return dA2 * (relu1 > 0)

    assert explain("network_backward", on(with_the_other_relus_cache)).name == "takes_one_relu_for_the_other"


def test_an_exception_alone_is_no_pair_of_mistakes():
    conv, rest = reference.EXERCISES["conv_forward"], reference.EXERCISES["network_forward"]

    def second_convolution_never_pads(X, parameters, hparameters):
        Z, cache = rest(X, parameters, hparameters)
        conv(cache[3][0], parameters["W2"], parameters["b2"], {**hparameters["conv"], "pad": 0})
        if hparameters["conv"]["pad"]:
            raise ValueError("a window of 3 × 3 does not fit into an image of 2 × 3")
        return Z, cache

    assert explain("network_forward", on(second_convolution_never_pads)).name is None
