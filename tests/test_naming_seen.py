"""What a student is told where no known mistake explains the results: each with a function of no known mistake."""

import numpy as np
import pytest

from autograder import reference
from autograder.naming import explain
from autograder.naming.visible import NAME

pytestmark = pytest.mark.filterwarnings("ignore")
right = reference.EXERCISES


class Failed(Exception):
    """What a call raises that gave no result, as the judge raises it."""

    def __init__(self, said: str, status: str):
        super().__init__(said)
        self.said, self.status = said, status


def seen(exercise: str, function) -> str:
    """What is said of a function, where no mistake is named."""
    found = explain(exercise, lambda args: function(*args))
    assert found.mistakes == (), found.name
    return found.seen


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
        "cache does not hold what it should: cache[3] should be {'stride': 2, 'pad': 1}, but it is {'stride': 2}.",
    ),
}


@pytest.mark.parametrize("what", SENTENCES)
def test_what_is_seen_is_said(what):
    function, sentence = SENTENCES[what]
    assert sentence in seen("conv_forward", function)


@pytest.mark.parametrize("what", SENTENCES)
def test_what_is_seen_is_short(what):
    assert len(seen("conv_forward", SENTENCES[what][0])) <= 480


def test_that_nothing_comes_back_or_too_little_is_told():
    told = "Your function should return 3 things, dA_prev, dW, db, but it returns "
    assert told + "None." in seen("dense_backward", lambda *_: None)
    assert told + "an array." in seen("dense_backward", lambda *args: right["dense_backward"](*args)[0])


def test_the_input_that_comes_back_is_recognised():
    assert "A is Z itself, unchanged." in seen("relu_forward", lambda Z: (Z, Z))


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
    found = seen("pool_backward", lambda *args: (right["pool_backward"](*args), args[1]))
    assert "Your function should return dA_prev alone, but it returns a tuple of 2." in found


def test_fractions_that_are_cut_off_are_recognised():
    def pool_forward(A_prev, hparameters, mode="max"):
        A, cache = right["pool_forward"](A_prev, hparameters, mode)
        return A.astype(int), cache

    assert "is right but for what stands after the decimal point, which is cut off." in seen(
        "pool_forward", pool_forward
    )


def test_a_mode_that_decides_is_told():
    def pool_forward(A_prev, hparameters, mode="max"):
        A, cache = right["pool_forward"](A_prev, hparameters, mode)
        return (A if mode == "max" else 2 * A), cache

    assert "It is right with mode 'max' (5 calls), and wrong in all 4 calls with another mode." in seen(
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
        "Your function raises ZeroDivisionError: division by zero. This is so in every call that was tried."
    )


def test_results_that_depend_on_chance_are_told():
    generator = np.random.default_rng()
    found = seen("conv_forward", conv(lambda Z, *_: Z * generator.normal(size=Z.shape)))
    assert found.startswith("The same call gave two different results")


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


@pytest.mark.parametrize("exercise", reference.EXERCISES)
@pytest.mark.parametrize("what", JUNK)
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

    assert explain("conv_forward", fails).seen.startswith("Your function raises")


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
