"""Checks of the forward passes: zero_pad, conv_single_step, conv_forward, pool_forward."""

from collections.abc import Callable

import numpy as np

from helpers.checking import Trial, run
from helpers.checks.printed import DRAW, drawn_convolution
from helpers.layers import conv_forward as given_conv_forward


def zero_pad(function: Callable) -> None:
    """Check zero_pad(X, pad)."""
    small = np.array([[1.0, 2.0], [3.0, 4.0]]).reshape(1, 2, 2, 1)
    wide = np.arange(1.0, 7.0).reshape(1, 2, 3, 1)
    x = np.random.RandomState(1).randn(4, 3, 3, 2)
    framed = np.zeros((4, 7, 7, 2))
    framed[:, 2:5, 2:5, :] = x
    run(
        function,
        [
            Trial(
                "X = np.array([[1., 2.], [3., 4.]]).reshape(1, 2, 2, 1)\nzero_pad(X, 1)",
                (small, 1),
                ("X_pad",),
                {"X_pad": np.array([[0, 0, 0, 0], [0, 1, 2, 0], [0, 3, 4, 0], [0, 0, 0, 0.0]]).reshape(1, 4, 4, 1)},
                "which axes grow: of (m, n_H, n_W, n_C) only height and width do, by exactly pad on each side.",
            ),
            Trial(
                "X = np.arange(1., 7.).reshape(1, 2, 3, 1)\nzero_pad(X, 1)",
                (wide, 1),
                ("X_pad",),
                {"X_pad": np.array([[0, 0, 0, 0, 0], [0, 1, 2, 3, 0], [0, 4, 5, 6, 0], [0] * 5]).reshape(1, 4, 5, 1)},
                "an image that is wider than high: axis 1 is the height, axis 2 the width.",
            ),
            Trial(
                "np.random.seed(1)\nx = np.random.randn(4, 3, 3, 2)\nzero_pad(x, 2)",
                (x, 2),
                ("X_pad",),
                {"X_pad": framed},
                "pad 2: two rows and two columns of zeros on every side.",
            ),
            Trial(
                "np.random.seed(1)\nx = np.random.randn(4, 3, 3, 2)\nzero_pad(x, 0)",
                (x, 0),
                ("X_pad",),
                {"X_pad": x},
                "pad 0: no border at all. A slice such as [pad:-pad] is empty then.",
            ),
        ],
    )


def conv_single_step(function: Callable) -> None:
    """Check conv_single_step(a_slice_prev, W, b)."""
    a_slice_prev = np.array([[1.0, 2.0], [3.0, 4.0]]).reshape(2, 2, 1)
    W = np.array([[1.0, 0.0], [0.0, -1.0]]).reshape(2, 2, 1)
    random = np.random.RandomState(1)
    slice_drawn, W_drawn, b_drawn = random.randn(4, 4, 3), random.randn(4, 4, 3), random.randn(1, 1, 1)
    code = "a_slice_prev = np.array([[1., 2.], [3., 4.]]).reshape(2, 2, 1)\n"
    code += "W = np.array([[1., 0.], [0., -1.]]).reshape(2, 2, 1)\nconv_single_step(a_slice_prev, W, b={})"

    def zero(shape_and_value):
        return f"np.full((1, 1, 1), {shape_and_value})"

    run(
        function,
        [
            Trial(
                code.format(zero("0.")),
                (a_slice_prev, W, np.zeros((1, 1, 1))),
                ("Z",),
                {"Z": -3.0},
                "the sum of the products: 1·1 + 2·0 + 3·0 + 4·(-1) = -3.",
            ),
            Trial(
                code.format(zero("10.")),
                (a_slice_prev, W, np.full((1, 1, 1), 10.0)),
                ("Z",),
                {"Z": 7.0},
                "the bias, added once, after the sum: -3 + 10 = 7.",
                lambda got: _bias_in_words(got["Z"], total=-3.0, bias=10.0, entries=4),
            ),
            Trial(
                "np.random.seed(1)\na_slice_prev = np.random.randn(4, 4, 3)\nW = np.random.randn(4, 4, 3)\n"
                "b = np.random.randn(1, 1, 1)\nconv_single_step(a_slice_prev, W, 48 * b)",
                (slice_drawn, W_drawn, 48 * b_drawn),
                ("Z",),
                {"Z": -23.16021220252078},
                "all three axes: the sum runs over rows, columns and channels.",
            ),
        ],
    )


def conv_forward(function: Callable) -> None:
    """Check conv_forward(A_prev, W, b, hparameters)."""

    def grid(*rows):
        return np.array(rows, dtype=float)[None, :, :, None]

    nine, sixteen = np.arange(1.0, 10).reshape(1, 3, 3, 1), np.arange(1.0, 17).reshape(1, 4, 4, 1)
    diagonal, ones = np.array([[1.0, 0], [0, 1]]).reshape(2, 2, 1, 1), np.ones((2, 2, 1, 1))
    none = np.zeros((1, 1, 1, 1))
    two_filters, two_biases = np.ones((1, 1, 1, 2)) * [1, 2], np.array([10.0, 20.0]).reshape(1, 1, 1, 2)
    A_prev, W, b, hparameters = drawn_convolution()
    Z, _ = given_conv_forward(A_prev, W, b, hparameters)
    call = DRAW + 'conv_forward(A_prev, W, b, {"pad": 2, "stride": 1})'
    run(
        function,
        [
            Trial(
                "A_prev = np.arange(1., 10.).reshape(1, 3, 3, 1)                    # 1 to 9 in rows of three\n"
                "W = np.array([[1., 0.], [0., 1.]]).reshape(2, 2, 1, 1)\n"
                'conv_forward(A_prev, W, np.zeros((1, 1, 1, 1)), {"stride": 1, "pad": 0})',
                (nine, diagonal, none, {"stride": 1, "pad": 0}),
                ("Z", "cache"),
                {"Z": grid([6, 8], [12, 14])},
                "the plain case. The first window is [[1, 2], [4, 5]], and 1·1 + 5·1 = 6.",
            ),
            Trial(
                "A_prev = np.arange(1., 17.).reshape(1, 4, 4, 1)\nW = np.ones((2, 2, 1, 1))\n"
                'conv_forward(A_prev, W, np.zeros((1, 1, 1, 1)), {"stride": 2, "pad": 0})',
                (sixteen, ones, none, {"stride": 2, "pad": 0}),
                ("Z", "cache"),
                {"Z": grid([14, 22], [46, 54])},
                "the stride. Output (h, w) belongs to the window that starts at row h · stride, column w · stride.",
            ),
            Trial(
                "A_prev = np.arange(1., 10.).reshape(1, 3, 3, 1)\nW = np.ones((2, 2, 1, 1))\n"
                'conv_forward(A_prev, W, np.zeros((1, 1, 1, 1)), {"stride": 2, "pad": 1})',
                (nine, ones, none, {"stride": 2, "pad": 1}),
                ("Z", "cache"),
                {"Z": grid([1, 5], [11, 28])},
                "padding: windows are cut out of the padded image, and n_H = n_W = (3 - 2 + 2 · 1) // 2 + 1 = 2.",
            ),
            Trial(
                "A_prev = np.arange(1., 7.).reshape(1, 2, 3, 1)\nW = np.array([1., 2.]).reshape(1, 1, 1, 2)\n"
                'b = np.array([10., 20.]).reshape(1, 1, 1, 2)\nconv_forward(A_prev, W, b, {"stride": 1, "pad": 0})',
                (np.arange(1.0, 7).reshape(1, 2, 3, 1), two_filters, two_biases, {"stride": 1, "pad": 0}),
                ("Z", "cache"),
                {"Z": np.arange(1.0, 7).reshape(1, 2, 3, 1) * [1, 2] + [10, 20]},
                "a wide image, f = 1, and two filters: output channel c uses W[:, :, :, c] and b[:, :, :, c].",
            ),
            Trial(
                "A_prev = np.arange(1, 10).reshape(1, 3, 3, 1)                      # whole numbers\n"
                "W = np.full((2, 2, 1, 1), 0.1)\n"
                'conv_forward(A_prev, W, np.zeros((1, 1, 1, 1)), {"stride": 1, "pad": 0})',
                (nine.astype(int), ones / 10, none, {"stride": 1, "pad": 0}),
                ("Z", "cache"),
                {"Z": grid([1.2, 1.6], [2.4, 2.8])},
                "the type of Z. An image may hold whole numbers; the output holds floats all the same.",
            ),
            Trial(
                call,
                (A_prev, W, b, hparameters),
                ("Z", "cache"),
                {"Z": Z},
                "many examples, and many channels: a window and a filter both have n_C_prev of them.",
                _per_entry_printing,
            ),
            cache_trial(call, (A_prev, W, b, hparameters), "Z", "(A_prev, W, b, hparameters)"),
        ],
        calls=[zero_pad, conv_single_step],
    )


def pool_forward(function: Callable) -> None:
    """Check pool_forward(A_prev, hparameters, mode)."""
    A_prev = np.array([[1, 3, 2, 1], [2, 9, 1, 1], [1, 3, 2, 3], [5, 6, 1, 2.0]]).reshape(1, 4, 4, 1)
    oblong = np.array([[1, 2, 3, 4, 9], [5, 7, 8, 8, 9], [9, 9, 9, 9, 9]]).reshape(1, 3, 5, 1)
    drawn = np.random.RandomState(1).randn(2, 4, 4, 3)
    below_zero = -np.arange(1.0, 13.0).reshape(1, 3, 4, 1)
    code = (
        "A_prev = np.array([[1., 3., 2., 1.],\n                   [2., 9., 1., 1.],\n"
        "                   [1., 3., 2., 3.],\n                   [5., 6., 1., 2.]]).reshape(1, 4, 4, 1)\n"
    )
    draw = "np.random.seed(1)\nA_prev = np.random.randn(2, 4, 4, 3)\n"
    most = [[[[1.74481176, 1.6924546, 2.10025514]]], [[[1.19891788, 1.51981682, 2.18557541]]]]
    mean = [[[[-0.09498456, 0.11180064, -0.14263511]]], [[[-0.09525108, 0.28325018, 0.33035185]]]]
    run(
        function,
        [
            Trial(
                code + 'pool_forward(A_prev, {"f": 2, "stride": 2}, mode="max")',
                (A_prev, {"f": 2, "stride": 2}, "max"),
                ("A", "cache"),
                {"A": np.array([[9, 2], [6, 3.0]]).reshape(1, 2, 2, 1)},
                "the maximum, stride 2: the first window is [[1, 3], [2, 9]], the next one [[2, 1], [1, 1]].",
            ),
            Trial(
                code + 'pool_forward(A_prev, {"f": 2, "stride": 2}, mode="average")',
                (A_prev, {"f": 2, "stride": 2}, "average"),
                ("A", "cache"),
                {"A": np.array([[3.75, 1.25], [3.75, 2.0]]).reshape(1, 2, 2, 1)},
                "the mean, stride 2: the first window is [[1, 3], [2, 9]], and its mean is 15 / 4 = 3.75.",
            ),
            Trial(
                code + 'pool_forward(A_prev, {"f": 3, "stride": 1}, mode="max")',
                (A_prev, {"f": 3, "stride": 1}, "max"),
                ("A", "cache"),
                {"A": np.array([[9, 9], [9, 9.0]]).reshape(1, 2, 2, 1)},
                "windows that overlap: with f = 3 and stride 1, each one starts one entry after the last.",
            ),
            Trial(
                'A_prev = -np.arange(1., 13.).reshape(1, 3, 4, 1)\npool_forward(A_prev, {"f": 2, "stride": 1})',
                (below_zero, {"f": 2, "stride": 1}),
                ("A", "cache"),
                {"A": -np.array([[1, 2, 3], [5, 6, 7.0]]).reshape(1, 2, 3, 1)},
                "windows in which every entry is negative: their largest entry is negative, too.",
            ),
            Trial(
                "A_prev = np.array([[1, 2, 3, 4, 9],\n                   [5, 7, 8, 8, 9],\n"
                "                   [9, 9, 9, 9, 9]]).reshape(1, 3, 5, 1)\n"
                'pool_forward(A_prev, {"f": 2, "stride": 2}, mode="average")',
                (oblong, {"f": 2, "stride": 2}, "average"),
                ("A", "cache"),
                {"A": np.array([3.75, 5.75]).reshape(1, 1, 2, 1)},
                "an image of 3 rows and 5 columns, in whole numbers. The last row and the last column are left over.",
            ),
            Trial(
                draw + 'pool_forward(A_prev, {"f": 4, "stride": 1}, mode="max")',
                (drawn, {"f": 4, "stride": 1}, "max"),
                ("A", "cache"),
                {"A": np.array(most)},
                "several examples and channels, each pooled by itself, and f = 4 with stride 1.",
            ),
            Trial(
                draw + 'pool_forward(A_prev, {"stride": 1, "f": 4}, mode="average")',
                (drawn, {"stride": 1, "f": 4}, "average"),
                ("A", "cache"),
                {"A": np.array(mean)},
                "several examples and channels, each pooled by itself, and f = 4 with stride 1.",
            ),
            cache_trial(
                draw + 'pool_forward(A_prev, {"f": 4, "stride": 1})',
                (drawn, {"f": 4, "stride": 1}),
                "A",
                "(A_prev, hparameters)",
            ),
        ],
    )


def cache_trial(call: str, args: tuple, name: str, parts: str) -> Trial:
    """A trial of a forward pass that looks at the cache: it should hold the arguments, as they were given."""
    names = [part.strip() for part in parts.strip("()").split(",")]
    arrays = [part for part in names if part != "hparameters"]

    def view(got):
        cache = got["cache"]
        if not isinstance(cache, tuple | list) or len(cache) != len(names):
            return f"cache should be the tuple {parts}."
        # An array in the place of hparameters cannot be compared with them.
        if not isinstance(cache[-1], dict) or cache[-1] != args[len(names) - 1]:
            return f"The last part of cache should be hparameters, {args[len(names) - 1]}, but it is {cache[-1]}."
        return {f"{part} in cache": value for part, value in zip(names, cache) if part != "hparameters"}

    return Trial(
        call,
        args,
        (name, "cache"),
        {f"{part} in cache": value for part, value in zip(arrays, args)},
        "what the cache holds: the arguments as they came, not the padded image.",
        view=view,
    )


def _bias_in_words(Z, total: float, bias: float, entries: int) -> str | None:
    """What a wrong single step did with its bias, if that can be seen."""
    try:
        value = np.asarray(Z, dtype=float)
    except (TypeError, ValueError):
        return None
    if value.size != 1:
        return None
    if np.isclose(value.item(), total + entries * bias):
        return (
            f"That is {total:g} + {entries} · {bias:g}: the bias was added to each of the {entries} products before"
            " they were summed. It belongs to the filter, not to each of its weights: add it once, to the sum."
        )
    if np.isclose(value.item(), total):
        return "That is the sum without the bias."
    return None


def _per_entry_printing(got: dict) -> str | None:
    """Recognise the printed value that counts the bias once for every entry of the window."""
    try:
        mean = np.mean(got["Z"])
    except (TypeError, ValueError):
        return None
    if not np.isclose(mean, 0.15585932488906465):
        return None
    return (
        "The mean of your Z is 0.1558…, a value that is often printed for this exercise. It comes from a bias that is"
        " added once for every entry of the window, f · f · n_C_prev = 12 times. A bias is added once per filter,"
        " and the mean is then 0.0028…"
    )
