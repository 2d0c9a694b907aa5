"""What a student is told where no known mistake explains the results."""

import numpy as np
import pytest

from autograder import reference
from autograder.naming import explain
from autograder.naming.explaining import MOST_CALLS
from autograder.naming.observed import Student
from autograder.naming.seen import in_words
from autograder.naming.visible import NAME

pytestmark = pytest.mark.filterwarnings("ignore")
right = reference.EXERCISES


class Failed(Exception):
    """What a call raises that gave no result, as the judge raises it."""

    def __init__(self, said: str, status: str):
        super().__init__(said)
        self.said, self.status = said, status


def seen(exercise: str, function) -> str:
    """What is said of a function where no mistake is named; whether one would be, is another question."""
    student = Student(exercise, lambda args: function(*args), MOST_CALLS)
    with np.errstate(all="ignore"):
        student.watch()
    return in_words(student)


def conv(change):
    """conv_forward with a change of Z, which may look at the arguments."""

    def conv_forward(A_prev, W, b, hparameters):
        Z, cache = right["conv_forward"](A_prev, W, b, hparameters)
        return change(Z, A_prev, W, b, hparameters), cache

    return conv_forward


def side(formula):
    """conv_forward with zeros of a height and width that a formula gives."""

    def change(Z, A_prev, W, b, hparameters):
        stride, pad = hparameters["stride"], hparameters["pad"]
        n_H, n_W = (formula(n, W.shape[0], pad, stride) for n in A_prev.shape[1:3])
        return np.zeros((len(Z), max(n_H, 0), max(n_W, 0), Z.shape[3]))

    return conv(change)


def on_border(Z):
    changed = Z.copy()
    changed[:, 0] += 1
    changed[:, -1] += 2
    changed[:, :, 0] -= 4
    changed[:, :, -1] += 9
    return changed


def noisy(Z):
    return Z + np.sin(np.arange(Z.size)).reshape(Z.shape)


SENTENCES = {
    "a factor": (conv(lambda Z, *_: 2 * Z), "Z is 2 times what it should be, in every entry."),
    "a factor that is the size of the window": (
        conv(lambda Z, A_prev, W, *_: Z * W.shape[0] ** 2),
        "Z is f · f times as large as it should be: 4 times where f = 2.",
    ),
    "a factor that is the number of examples": (
        conv(lambda Z, A_prev, *_: Z / len(A_prev)),
        "Z is the right result divided by m: by 2 where m = 2.",
    ),
    "a factor that is the number of filters": (
        conv(lambda Z, A_prev, W, *_: Z * W.shape[3]),
        "Z is n_C times as large as it should be: 3 times where n_C = 3.",
    ),
    "a factor that is the number of weights": (
        conv(lambda Z, A_prev, W, *_: Z * W[..., 0].size),
        "Z is f · f · n_C_prev times as large as it should be: 8 times where f = 2, n_C_prev = 2.",
    ),
    "a constant": (conv(lambda Z, *_: Z - 1), "Z is 1 too small in every entry."),
    "a constant for each channel": (
        conv(lambda Z, *_: Z + np.arange(Z.shape[3])),
        "Z is off by a constant in each channel, the same for all its entries: by 0, 1, 2",
    ),
    "the sign": (conv(lambda Z, *_: -Z), "Z has the right values with the wrong sign."),
    "no sign": (conv(lambda Z, *_: abs(Z)), "Z has the right values without their sign."),
    "zeros": (conv(lambda Z, *_: 0 * Z), "Z is zero everywhere."),
    "a little too large": (conv(lambda Z, *_: Z * 1.00001), "Z is 1.00001 times what it should be, in every entry."),
    "complex numbers": (conv(lambda Z, *_: Z + 1j), "Z"),
    "ones": (conv(lambda Z, *_: 0 * Z + 1), "Z is 1 everywhere, whatever the arguments are."),
    "the mean everywhere": (conv(lambda Z, *_: 0 * Z + Z.mean()), "Z holds the same number in all its entries."),
    "nan": (conv(lambda Z, *_: Z + np.nan), "Z holds nan in 54 of 54 entries"),
    "inf": (conv(lambda Z, *_: Z + np.inf), "Z holds inf in 54 of 54 entries"),
    "mirrored": (conv(lambda Z, *_: Z[:, :, ::-1]), "Z has the right entries, but mirrored from left to right."),
    "upside down": (conv(lambda Z, *_: Z[:, ::-1]), "Z has the right entries, but upside down."),
    "channels reversed": (
        conv(lambda Z, *_: Z[..., ::-1]),
        "Z has the right entries, but in reversed order of the channels.",
    ),
    "examples and channels": (
        conv(lambda Z, *_: Z.swapaxes(0, 3)),
        "Its axes are in another order: examples and channels are exchanged.",
    ),
    "channels first": (
        conv(lambda Z, *_: Z.transpose(0, 3, 1, 2)),
        "Its axes are in another order: the channels come before height and width, and belong behind them.",
    ),
    "flat": (
        conv(lambda Z, *_: Z.ravel()),
        "Its numbers are the right ones, in the right order: only the shape is another.",
    ),
    "one number": (conv(lambda Z, *_: Z.sum()), "It is a single number where an array is wanted."),
    "the border": (conv(lambda Z, *_: on_border(Z)), "Z is wrong in its border only, and right elsewhere."),
    "the first example": (
        conv(lambda Z, *_: np.where(np.arange(len(Z))[:, None, None, None] == 0, Z, noisy(Z))),
        "Z is right in the first example only, and wrong elsewhere.",
    ),
    "the first channel": (
        conv(lambda Z, *_: np.where(np.arange(Z.shape[3]) == 0, Z, noisy(Z))),
        "Z is right in the first channel only, and wrong elsewhere.",
    ),
    "the first row": (
        conv(lambda Z, *_: np.where(np.arange(Z.shape[1])[:, None, None] == 0, Z, noisy(Z))),
        "Z is right in the first row only, and wrong elsewhere.",
    ),
    "the first window": (
        conv(lambda Z, *_: np.where(np.add.outer(*map(np.arange, Z.shape[1:3]))[..., None] == 0, Z, noisy(Z))),
        "Z is right at row 0, column 0 only, and wrong elsewhere.",
    ),
    "not padded": (side(lambda n, f, p, s: (n - f) // s + 1), "Yours has the size where the padding is left out."),
    "padded once": (
        side(lambda n, f, p, s: (n - f + p) // s + 1),
        "Yours has the size where the padding is counted once instead of twice.",
    ),
    "without 1": (
        side(lambda n, f, p, s: (n - f + 2 * p) // s),
        "Yours has the size where the 1 at the end is not added.",
    ),
    "rounded up": (
        side(lambda n, f, p, s: -((n - f + 2 * p) // -s) + 1),
        "Yours has the size where the division is rounded up.",
    ),
    "without f": (side(lambda n, f, p, s: (n + 2 * p) // s + 1), "Yours has the size where f is not subtracted."),
    "exchanged": (
        conv(lambda Z, *_: np.zeros((len(Z), Z.shape[2], Z.shape[1], Z.shape[3]))),
        "Yours has height and width exchanged.",
    ),
    "the numbers of the call": (
        side(lambda n, f, p, s: n + 7),
        "shape (2, 3, 3, 3), but it has shape (2, 11, 12, 3). Its height is (4 - 2 + 2 · 1) // 2 + 1 = 3 here.",
    ),
    "only with stride 1": (
        conv(lambda Z, A_prev, W, b, hparameters: Z if hparameters["stride"] == 1 else noisy(Z)),
        "It is right with stride 1 (4 calls), and wrong in all 5 calls with a larger one.",
    ),
    "only without padding": (
        conv(lambda Z, A_prev, W, b, hparameters: noisy(Z) if hparameters["pad"] else Z),
        "It is right with pad 0 (5 calls), and wrong in all 4 calls with padding.",
    ),
    "only for squares": (
        conv(lambda Z, A_prev, *_: Z if A_prev.shape[1] == A_prev.shape[2] else noisy(Z)),
        "It is right where height and width are equal (3 calls), and wrong in all 6 calls where they differ.",
    ),
    "only with one channel": (
        conv(lambda Z, A_prev, W, *_: Z if W.shape[2] == 1 else noisy(Z)),
        "It is right with n_C_prev = 1 (3 calls), and wrong in all 6 calls with more.",
    ),
    "None inside": (conv(lambda Z, *_: None), "Z is None: nothing was put into it, or it is not returned."),
    "three things": (
        lambda *args: (*right["conv_forward"](*args), 1),
        "Your function should return 2 things, Z, cache, but it returns a tuple of 3.",
    ),
    "a text": (conv(lambda *_: "Z"), "Z should hold numbers in an array of shape (2, 3, 3, 3), but it is a str."),
    "the positive ones": (
        conv(lambda Z, *_: np.maximum(Z, 0)),
        "Z is 0 where it should be negative, and right elsewhere.",
    ),
    "a cache in another order": (
        lambda A_prev, W, b, hparameters: (
            right["conv_forward"](A_prev, W, b, hparameters)[0],
            (A_prev, W, hparameters, b),
        ),
        "it holds the right things in another order: cache[3] should be cache[2], cache[2] should be cache[3].",
    ),
    "one thing too many in the cache": (
        lambda A_prev, W, b, hparameters: (
            right["conv_forward"](A_prev, W, b, hparameters)[0],
            (A_prev, W, b, hparameters, 1),
        ),
        "it should have 4 parts, and has 5: cache[4] does not belong there.",
    ),
    "one thing too few in the cache": (
        lambda A_prev, W, b, hparameters: (
            right["conv_forward"](A_prev, W, b, hparameters)[0],
            (A_prev, W, hparameters),
        ),
        "it should have 4 parts, and has 3: what should be cache[2] is missing.",
    ),
    "another cache": (
        lambda A_prev, W, b, hparameters: (
            right["conv_forward"](A_prev, W, b, hparameters)[0],
            (A_prev, W, b, {"stride": hparameters["stride"]}),
        ),
        "cache does not hold what it should: cache[3] should be {'pad': 1, 'stride': 2}, but it is {'stride': 2}.",
    ),
}


@pytest.mark.parametrize("what", SENTENCES)
def test_what_is_seen_is_said(what):
    function, sentence = SENTENCES[what]
    assert sentence in seen("conv_forward", function)


@pytest.mark.parametrize("what", SENTENCES)
def test_what_is_seen_is_short(what):
    assert len(seen("conv_forward", SENTENCES[what][0])) <= 480


def test_that_too_little_comes_back_is_told():
    told = "Your function should return 3 things, dA_prev, dW, db, but it returns "
    assert told + "an array." in seen("dense_backward", lambda *args: 2 * right["dense_backward"](*args)[2])


def test_the_input_that_comes_back_is_recognised():
    assert "P is Z itself, unchanged." in seen("softmax", lambda Z: Z)


def test_a_gradient_that_still_has_its_border_is_recognised():
    def conv_backward(dZ, cache):
        A_prev, *_, hparameters = cache
        _, dW, db = right["conv_backward"](dZ, cache)
        return np.full(right["zero_pad"](A_prev, hparameters["pad"]).shape, 0.5), dW, db

    assert "It still has the border of the padding" in seen("conv_backward", conv_backward)


def test_a_transposed_matrix_is_recognised():
    found = seen("create_mask_from_window", lambda x: (x == x.max()).T)
    assert "Its axes are in another order: rows and columns are exchanged." in found


def test_a_mask_of_another_type_is_recognised_also_where_its_values_are_wrong():
    found = seen("create_mask_from_window", lambda x: (x == x.min()) * 1.0)
    assert "mask[1, 0] should be False, but it is 1. mask should hold True and False, but it holds float64." in found


def test_that_more_comes_back_than_the_one_result_is_told():
    found = seen("pool_backward", lambda *args: (2 * right["pool_backward"](*args), args[1]))
    assert "Your function should return dA_prev alone, but it returns a tuple of 2." in found


def test_fractions_that_are_cut_off_are_recognised():
    found = seen("conv_forward", conv(lambda Z, *_: np.trunc(Z)))
    assert "is right but for what stands after the decimal point, which is cut off." in found


def test_a_mode_that_decides_is_told():
    def pool_forward(A_prev, hparameters, mode="max"):
        A, cache = right["pool_forward"](A_prev, hparameters, mode)
        return (A if mode == "max" else 2 * A), cache

    assert "It is right with mode 'max' (6 calls), and wrong in all 4 calls with another mode." in seen(
        "pool_forward", pool_forward
    )


def test_whole_numbers_that_decide_are_told():
    def zero_pad(X, pad):
        return right["zero_pad"](X, pad) + (0 if X.dtype.kind == "f" else 1)

    assert "It is right for floats (6 calls), and wrong in 1 call for whole numbers." in seen("zero_pad", zero_pad)


def test_of_several_results_the_first_wrong_one_is_told():
    def conv_backward(dZ, cache):
        dA_prev, dW, db = right["conv_backward"](dZ, cache)
        return dA_prev, 3 * dW, db

    assert seen("conv_backward", conv_backward).startswith("dW is 3 times what it should be, in every entry.")


def test_an_argument_that_is_changed_is_told():
    def conv_forward(A_prev, W, b, hparameters):
        result = right["conv_forward"](A_prev.copy(), W, b, hparameters)
        A_prev *= 2
        return result

    assert "Your function changes its argument A_prev" in seen("conv_forward", conv_forward)


def test_an_exception_is_told_with_the_calls_in_which_it_comes():
    def conv_forward(A_prev, W, b, hparameters):
        if hparameters["stride"] > 1:
            raise IndexError("index 3 is out of bounds")
        return right["conv_forward"](A_prev, W, b, hparameters)

    found = seen("conv_forward", conv_forward)
    assert found.startswith("Your function raises IndexError: index 3 is out of bounds.")
    assert found.endswith("It is right with stride 1 (4 calls), and wrong in all 5 calls with a larger one.")


def test_an_exception_in_every_call_is_told():
    assert seen("zero_pad", lambda X, pad: 1 / 0) == (
        "Your function raises ZeroDivisionError: division by zero. No call that was tried came out right."
    )


def test_after_a_timeout_there_is_no_other_call():
    calls = []

    def slow(args):
        calls.append(args)
        raise Failed("It took longer than 2 seconds.", "timeout")

    found = explain("conv_backward", slow)
    assert len(calls) == 1
    assert found.name is None
    assert found.seen.endswith("It took longer than 2 seconds.")


@pytest.mark.parametrize(("status", "said"), [("died", "Its interpreter ended."), ("missing", "There is no function.")])
def test_a_lost_process_and_a_missing_function_are_told(status, said):
    def gone(args):
        raise Failed(said, status)

    assert explain("zero_pad", gone).seen.endswith(said)


def test_a_refused_result_is_told():
    def refused(args):
        raise Failed("the function returned a generator, which is no data", "refused")

    assert "The function returned a generator, which is no data." in explain("zero_pad", refused).seen


# What may come back from a student's function, and must not stop anything.
JUNK = {
    "a text": "x",
    "nested lists of different lengths": ([[1, 2], [3]], None),
    "an array of objects": (np.array([object(), None]), {}),
    "a huge array": (np.broadcast_to(np.zeros(1), (10**5, 10**5)), {}),
    "a structured array": (np.zeros(2, dtype=[("a", int)]), ()),
    "an array of texts": np.array(["a", "b"]),
    "an empty array": np.zeros((0, 3)),
    "an empty list": [],
    "complex numbers": (np.ones(3) * 1j, 1j),
    "a dict of dicts": {"a": {"b": {"c": {"d": {"e": 1}}}}},
    "a very long list": list(range(10_000)),
    "a huge number": 10**400,
    "a set": {1, 2},
    "a class": int,
    "dates": np.array(["2020-01-01"], dtype="datetime64[D]"),
    "bytes": b"abc",
    "the smallest floats": (np.float16(0.1), np.longdouble(1) / 3),
}


# Each kind of junk is tried in every seventh exercise, and each exercise with every seventh kind.
TRIED = [
    (exercise, what)
    for number, exercise in enumerate(reference.EXERCISES)
    for other, what in enumerate(JUNK)
    if (number + other) % 7 == 0
]


@pytest.mark.parametrize(("exercise", "what"), TRIED)
def test_no_result_stops_an_explanation(exercise, what):
    found = explain(exercise, lambda args: JUNK[what])
    if found:
        assert found.name is None
        assert found.seen


def test_a_list_that_holds_itself_does_not_stop_an_explanation():
    endless = []
    endless.append(endless)
    assert explain("zero_pad", lambda args: endless).seen


@pytest.mark.parametrize(
    "error", [RecursionError("too deep"), MemoryError(), KeyError("pad"), AssertionError(), Exception]
)
def test_no_exception_stops_an_explanation(error):
    def fails(args):
        raise error

    found = explain("conv_forward", fails)
    assert found.mistakes or found.seen.startswith("Your function raises")


def test_arguments_that_are_ruined_do_not_stop_an_explanation():
    def ruins(args):
        args[3].clear()
        args[0].resize((1,), refcheck=False)
        return args

    assert explain("conv_forward", ruins).seen


# Results that are written into the code.


def test_the_values_of_the_check_for_any_input_are_recognised():
    def conv_single_step(a_slice_prev, W, b):
        if W.shape == (4, 4, 3):
            return -23.16021220252078
        return b.item() - 3.0

    found = explain("conv_single_step", lambda args: conv_single_step(*args))
    assert found.name == NAME
    assert found.mistakes[0].section
    assert found.seen == ""
    assert found.example


def test_one_value_of_the_check_for_any_input_is_recognised():
    assert explain("conv_single_step", lambda args: -3.0).name == NAME
    assert explain("distribute_value", lambda args: np.full(args[1], 0.5)).name == NAME


def test_another_constant_is_not_a_value_of_the_check():
    found = seen("conv_single_step", lambda *args: 17.0)
    assert found == "Your function returns 17 in every call, whatever its input is."


@pytest.mark.parametrize("what", SENTENCES)
def test_what_is_wrong_in_the_check_too_is_not_written_into_the_code(what):
    assert explain("conv_forward", lambda args: SENTENCES[what][0](*args)).name != NAME


# Notebook 7: arrays with the channels first, and networks into which no weights fit.


def first(change, exercise="to_channels_first", place=0):
    """An exercise with one of its results changed."""

    def function(*args):
        results = right[exercise](*args)
        if not isinstance(results, tuple):
            return change(results)
        return tuple(change(one) if at == place else one for at, one in enumerate(results))

    return function


CHANNELS_FIRST = {
    "upside down": ("to_channels_first", 0, lambda x: x[:, :, ::-1], "x has the right entries, but upside down."),
    "mirrored": ("to_channels_first", 0, lambda x: x[..., ::-1], "x has the right entries, but mirrored from left"),
    "channels off": (
        "to_channels_first",
        0,
        lambda x: x + np.arange(x.shape[1])[:, None, None],
        "x is off by a constant in each channel, the same for all its entries: by 0, 1, 2",
    ),
    "the last channel": (
        "to_channels_first",
        0,
        lambda x: np.where((np.arange(x.shape[1]) == x.shape[1] - 1)[:, None, None], noisy(x), x),
        "x is wrong in the last channel only, and right elsewhere.",
    ),
    "filters mirrored": (
        "conv_weights_to_torch",
        0,
        lambda weight: weight[..., ::-1],
        "weight has the right entries, but mirrored from left to right.",
    ),
    "filters in another order": (
        "conv_weights_to_torch",
        0,
        lambda weight: weight[::-1],
        "weight has the right entries, but in reversed order of the filters.",
    ),
    "rows of one filter": (
        "conv2d_backward",
        1,
        lambda weight: np.where(np.arange(weight.shape[2])[:, None] == 0, weight, noisy(weight)),
        "grad_weight is right in the first row only, and wrong elsewhere.",
    ),
    "height and width": (
        "conv2d_backward",
        0,
        lambda x: x.swapaxes(2, 3) * 1.5,
        "This is the shape where height and width are exchanged; the entries are others as well.",
    ),
    "the height before the channels": (
        "conv2d_backward",
        0,
        lambda x: x.swapaxes(1, 2),
        "Its axes are in another order: the height comes before the channels, and belongs behind them.",
    ),
    "filters and channels": (
        "conv2d_backward",
        1,
        lambda weight: noisy(weight.swapaxes(0, 1)),
        "This is the shape where filters and input channels are exchanged; the entries are others as well.",
    ),
}


@pytest.mark.parametrize("what", CHANNELS_FIRST)
def test_arrays_with_the_channels_first_are_read_as_such(what):
    exercise, place, change, sentence = CHANNELS_FIRST[what]
    found = seen(exercise, first(change, exercise, place))
    assert sentence in found
    assert "Its height is" not in found


def test_a_gradient_with_the_channels_first_that_still_has_its_border_is_recognised():
    def conv2d_backward(grad_output, x, weight, stride, padding):
        grad_x, *others = right["conv2d_backward"](grad_output, x, weight, stride, padding)
        return (np.pad(grad_x, [(0, 0), (0, 0), (padding, padding), (padding, padding)]), *others)

    assert "It still has the border of the padding" in seen("conv2d_backward", conv2d_backward)


def without_scores(change):
    """network_in_torch as it is where the weights do not fit: sizes and parameters changed, and no scores."""

    def network_in_torch(*args):
        sizes, parameters, _ = right["network_in_torch"](*args)
        change(sizes, parameters)
        return sizes, parameters, None

    return network_in_torch


def test_weights_that_do_not_fit_into_a_network_are_told_with_the_layer():
    def change(sizes, parameters):
        sizes[2] += 3
        parameters[2] *= 2

    found = seen("network_in_torch", without_scores(change))
    assert found.startswith(
        "scores is None, since the weights do not fit into your network. In network_in_torch with X"
    )
    assert (
        "the third of its layers that learn puts out 7 numbers for an image and learns 152; it should put out 4 and"
        " learn 76, a weight of shape (4, 18) and a bias of shape (4,)." in found
    )
    assert "nothing was put into it" not in found


def test_a_network_with_another_number_of_layers_is_told():
    found = seen("network_in_torch", without_scores(lambda *lists: [numbers.insert(1, 9) for numbers in lists]))
    assert "It has 5 layers that learn, and there should be 4." in found
    found = seen("network_in_torch", without_scores(lambda sizes, parameters: None))
    assert "Its layers learn as many numbers as they should, but in arrays of other shapes." in found


# What is true of the calls of the battery by chance.


def test_a_result_that_is_right_by_chance_with_one_channel_is_not_held_for_right_there():
    found = seen("conv2d_backward", first(lambda bias: 3 * bias, "conv2d_backward", 2))
    assert found.startswith("grad_bias is 3 times what it should be, in every entry.")
    assert "n_C = 1" not in found


def test_a_result_that_is_right_for_even_sizes_is_not_held_for_right_with_equal_ones():
    def network_in_torch(X, weights, hparameters):
        sizes, parameters, scores = right["network_in_torch"](X, weights, hparameters)
        f = hparameters["f"]
        odd = any((n - f + 1) % 2 or ((n - f + 1) // 2 - f + 1) % 2 for n in X.shape[1:3])
        return sizes, parameters, scores + odd

    assert "height and width are equal" not in seen("network_in_torch", network_in_torch)


def test_parameters_of_the_cases_are_told_in_words():
    def network_in_torch(X, weights, hparameters):
        sizes, parameters, scores = right["network_in_torch"](X, weights, hparameters)
        return sizes, parameters, scores if hparameters["filters"][1] == 1 else noisy(scores)

    assert (
        "It is right with one filter in the second convolution (1 call), and wrong in all 3 calls with more."
        in seen("network_in_torch", network_in_torch)
    )


def test_what_is_switched_off_is_named_where_it_is_on():
    def dense_forward(A_prev, W, b):
        Z, cache = right["dense_forward"](A_prev, W, b)
        return Z + np.where(b.any(), np.exp(np.arange(Z.size).reshape(Z.shape)), 0), cache

    found = seen("dense_forward", dense_forward)
    assert "It is right without bias (1 call), and wrong in all 5 calls with bias." in found


def test_layers_of_a_table_are_told_in_words():
    def network_table(shape, layers):
        table = right["network_table"](shape, layers)
        return table if layers[0]["kind"] == "pool" and len(layers) == 1 else 3

    assert "kinds" not in seen("network_table", network_table)


# Sentences that said what is not so.


def test_a_part_of_a_cache_that_holds_another_tuple_is_not_said_to_be_what_it_should():
    def network_forward(X, parameters, hparameters):
        Z, cache = right["network_forward"](X, parameters, hparameters)
        places = [at for at, part in enumerate(cache) if isinstance(part, tuple) and len(part) == 4]
        changed = list(cache)
        changed[places[0]] = (changed[places[0]][0] + 1, *changed[places[0]][1:])
        return Z, tuple(changed)

    found = seen("network_forward", network_forward)
    assert "a tuple of 4, but it is a tuple of 4" not in found
    assert "cache[0][0] has the right shape, but every entry differs" in found


def test_arguments_that_cannot_be_carried_back_are_no_exception():
    said = "the function made something else of its arguments, as by giving an array another shape in place"

    def reshapes(args):
        raise Failed(said, "error")

    found = explain("zero_pad", reshapes).seen
    assert found.startswith("Your function made something else of its arguments, as by")
    assert "raises" not in found


def test_a_bound_of_the_padding_is_not_told_where_nothing_is_padded():
    def pool_forward(A_prev, hparameters, mode="max"):
        A, cache = right["pool_forward"](A_prev, hparameters, mode)
        return np.concatenate([A, A], axis=3), cache

    assert "padd" not in seen("pool_forward", pool_forward)


def test_a_matrix_has_no_border():
    def dense_forward(A_prev, W, b):
        Z, cache = right["dense_forward"](A_prev, W, b)
        changed = Z + 1.0
        changed[1:-1, 1:-1] -= 1
        return changed, cache

    assert "border" not in seen("dense_forward", dense_forward)


def test_height_and_width_that_are_both_one_are_not_said_to_be_exchanged():
    def network_backward(*args):
        gradients = right["network_backward"](*args)
        return gradients | {"b1": np.zeros((1, 1, 1, 7))}

    assert "exchanged" not in seen("network_backward", network_backward)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.1536, "154 ms"), (0.0999, "100 ms"), (0.0042, "4.2 ms"), (1.26, "1.3 seconds"), (131, "131 seconds")],
)
def test_a_time_has_no_exponent(seconds, words):
    from autograder.testing import _duration

    assert _duration(seconds) == words


def test_missing_scores_are_told_as_weights_that_do_not_fit():
    from helpers.compare import difference

    assert difference(None, np.zeros(2), "scores") == (
        "scores is None: the weights do not fit into the network, which sizes and parameters show."
    )


def test_what_is_right_for_whole_numbers_is_not_written_into_the_code():
    found = seen("to_channels_first", first(lambda x: x.astype(int)))
    assert found.startswith("x is right but for what stands after the decimal point, which is cut off.")
