"""The checks that a student runs: one for each exercise, which takes the student's function.

Each goes from a case that can be followed on paper to the values that the exercise is known by. A check prints one
line if all is right and raises CheckFailed with an explanation if not; it has no points to give.
"""

from collections.abc import Callable

import numpy as np

from helpers.checking import Trial, run
from helpers.gradients import numerical_gradient
from helpers.layers import conv_forward as given_conv_forward
from helpers.layers import pool_forward as given_pool_forward

# What the reader of a message types to have the arrays of the printed values.
_DRAW = (
    "np.random.seed(1)\nA_prev = np.random.randn(10, 4, 4, 3)\nW = np.random.randn(2, 2, 3, 8)\n"
    "b = np.random.randn(1, 1, 1, 8)\n"
)


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
                "which axes grow. X has four, (m, n_H, n_W, n_C); only height and width get a border, on both sides.",
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
                "1·1 + 2·0 + 3·0 + 4·(-1) = -3: multiply entry by entry, then add up everything.",
            ),
            Trial(
                code.format(zero("10.")),
                (a_slice_prev, W, np.full((1, 1, 1), 10.0)),
                ("Z",),
                {"Z": 7.0},
                "-3 + 10 = 7: the bias is added once, after the sum.",
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
    A_prev, W, b, hparameters = _drawn_convolution()
    Z, _ = given_conv_forward(A_prev, W, b, hparameters)
    call = _DRAW + 'conv_forward(A_prev, W, b, {"pad": 2, "stride": 1})'
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
                "the first window is [[1, 2], [4, 5]], and 1·1 + 5·1 = 6. The next one starts one column further on.",
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
                "padding: the windows are cut out of the padded image, and n_H and n_W count the padded entries.",
            ),
            Trial(
                "A_prev = np.arange(1., 7.).reshape(1, 2, 3, 1)\nW = np.array([1., 2.]).reshape(1, 1, 1, 2)\n"
                'b = np.array([10., 20.]).reshape(1, 1, 1, 2)\nconv_forward(A_prev, W, b, {"stride": 1, "pad": 0})',
                (np.arange(1.0, 7).reshape(1, 2, 3, 1), two_filters, two_biases, {"stride": 1, "pad": 0}),
                ("Z", "cache"),
                {"Z": np.arange(1.0, 7).reshape(1, 2, 3, 1) * [1, 2] + [10, 20]},
                "one output channel for each filter: channel c uses W[:, :, :, c] and b[:, :, :, c].",
            ),
            Trial(
                call,
                (A_prev, W, b, hparameters),
                ("Z", "cache"),
                {"Z": Z},
                "the channels of the input: a window and a filter both have n_C_prev of them.",
                _per_entry_printing,
            ),
            _cache_trial(call, (A_prev, W, b, hparameters), "Z", "(A_prev, W, b, hparameters)"),
        ],
    )


def pool_forward(function: Callable) -> None:
    """Check pool_forward(A_prev, hparameters, mode)."""
    A_prev = np.array([[1, 3, 2, 1], [2, 9, 1, 1], [1, 3, 2, 3], [5, 6, 1, 2.0]]).reshape(1, 4, 4, 1)
    drawn = np.random.RandomState(1).randn(2, 4, 4, 3)
    below_zero = -np.arange(1.0, 10.0).reshape(1, 3, 3, 1)
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
                "the first window is [[1, 3], [2, 9]], and its largest entry is 9.",
            ),
            Trial(
                code + 'pool_forward(A_prev, {"f": 2, "stride": 2}, mode="average")',
                (A_prev, {"f": 2, "stride": 2}, "average"),
                ("A", "cache"),
                {"A": np.array([[3.75, 1.25], [3.75, 2.0]]).reshape(1, 2, 2, 1)},
                "the first window is [[1, 3], [2, 9]], and its mean is 15 / 4 = 3.75.",
            ),
            Trial(
                code + 'pool_forward(A_prev, {"f": 3, "stride": 1}, mode="max")',
                (A_prev, {"f": 3, "stride": 1}, "max"),
                ("A", "cache"),
                {"A": np.array([[9, 9], [9, 9.0]]).reshape(1, 2, 2, 1)},
                "windows may overlap: with f = 3 and stride 1 each one starts one entry after the last.",
            ),
            Trial(
                'A_prev = -np.arange(1., 10.).reshape(1, 3, 3, 1)\npool_forward(A_prev, {"f": 2, "stride": 1})',
                (below_zero, {"f": 2, "stride": 1}),
                ("A", "cache"),
                {"A": -np.array([[1, 2], [4, 5.0]]).reshape(1, 2, 2, 1)},
                "windows in which every entry is negative: their largest entry is negative, too.",
            ),
            Trial(
                draw + 'pool_forward(A_prev, {"f": 4, "stride": 1}, mode="max")',
                (drawn, {"f": 4, "stride": 1}, "max"),
                ("A", "cache"),
                {"A": np.array(most)},
                "channels and examples: each channel of each example is pooled by itself.",
            ),
            Trial(
                draw + 'pool_forward(A_prev, {"f": 4, "stride": 1}, mode="average")',
                (drawn, {"f": 4, "stride": 1}, "average"),
                ("A", "cache"),
                {"A": np.array(mean)},
                "channels and examples: each channel of each example is pooled by itself.",
            ),
            _cache_trial(
                draw + 'pool_forward(A_prev, {"f": 4, "stride": 1})',
                (drawn, {"f": 4, "stride": 1}),
                "A",
                "(A_prev, hparameters)",
            ),
        ],
    )


def conv_backward(function: Callable) -> None:
    """Check conv_backward(dZ, cache), against a case on paper, measured gradients and the printed values."""
    A_prev = np.arange(1.0, 10).reshape(1, 3, 3, 1)
    W = np.array([[1.0, 2.0], [3.0, 4.0]]).reshape(2, 2, 1, 1)
    dZ = np.array([[1.0, 0.0], [0.0, 2.0]]).reshape(1, 2, 2, 1)
    cache = (A_prev, W, np.zeros((1, 1, 1, 1)), {"stride": 1, "pad": 0})
    dA_prev = np.array([[1, 2, 0], [3, 6, 4], [0, 6, 8.0]]).reshape(1, 3, 3, 1)
    on_paper = Trial(
        "A_prev = np.arange(1., 10.).reshape(1, 3, 3, 1)\nW = np.array([[1., 2.], [3., 4.]]).reshape(2, 2, 1, 1)\n"
        "dZ = np.array([[1., 0.], [0., 2.]]).reshape(1, 2, 2, 1)\n"
        'conv_backward(dZ, (A_prev, W, np.zeros((1, 1, 1, 1)), {"stride": 1, "pad": 0}))',
        (dZ, cache),
        ("dA_prev", "dW", "db"),
        {
            "dA_prev": dA_prev,
            "dW": np.array([[11, 14], [20, 23.0]]).reshape(2, 2, 1, 1),
            "db": np.full((1, 1, 1, 1), 3.0),
        },
        "the two outputs that pass a gradient back: 1 to the window at (0, 0), and 2 to the window at (1, 1).",
    )
    measured = [
        _measured_convolution(4, 5, pad=0, stride=1, look_at="pad 0: there is no border to take off again."),
        _measured_convolution(3, 4, pad=1, stride=1, look_at="pad 1: dA_prev has the shape of A_prev, without border."),
        _measured_convolution(5, 6, pad=1, stride=2, look_at="stride 2: the windows start two entries apart."),
    ]
    printed = _drawn_convolution()
    Z, cache = given_conv_forward(printed[0], printed[1], 12 * printed[2], printed[3])
    means = Trial(
        _DRAW + 'Z, cache = conv_forward(A_prev, W, 12 * b, {"pad": 2, "stride": 1})\nconv_backward(Z, cache)',
        (Z, cache),
        ("dA_prev", "dW", "db"),
        {"dA_mean": 9.608990675868995, "dW_mean": 10.581741275547566, "db_mean": 76.37106919563735},
        "several channels: each filter has gradients of its own, and dA_prev collects from all of them.",
        view=lambda got: {
            "dA_mean": np.mean(got["dA_prev"]),
            "dW_mean": np.mean(got["dW"]),
            "db_mean": np.mean(got["db"]),
        },
    )
    run(function, [on_paper, *measured, means])


def create_mask_from_window(function: Callable) -> None:
    """Check create_mask_from_window(x)."""
    x = np.random.RandomState(1).randn(2, 3)
    run(
        function,
        [
            Trial(
                "create_mask_from_window(np.array([[1., 3.], [2., 9.]]))",
                (np.array([[1.0, 3.0], [2.0, 9.0]]),),
                ("mask",),
                {"mask": np.array([[False, False], [False, True]])},
                "which entry of the window equals its largest one?",
            ),
            Trial(
                "create_mask_from_window(np.array([[-4., -2.], [-3., -5.]]))",
                (np.array([[-4.0, -2.0], [-3.0, -5.0]]),),
                ("mask",),
                {"mask": np.array([[False, True], [False, False]])},
                "a window without any positive entry has a largest one as well.",
            ),
            Trial(
                "np.random.seed(1)\ncreate_mask_from_window(np.random.randn(2, 3))",
                (x,),
                ("mask",),
                {"mask": np.array([[True, False, False], [False, False, False]])},
                "a window need not be square.",
            ),
        ],
    )


def distribute_value(function: Callable) -> None:
    """Check distribute_value(dz, shape)."""
    run(
        function,
        [
            Trial(
                "distribute_value(2, (2, 2))",
                (2, (2, 2)),
                ("a",),
                {"a": np.full((2, 2), 0.5)},
                "four entries share 2 equally, so that each gets 0.5.",
            ),
            Trial(
                "distribute_value(-3.0, (2, 3))",
                (-3.0, (2, 3)),
                ("a",),
                {"a": np.full((2, 3), -0.5)},
                "a window of 2 rows and 3 columns has six entries, not five.",
            ),
        ],
    )


def pool_backward(function: Callable) -> None:
    """Check pool_backward(dA, cache, mode), against cases on paper, measured gradients and the printed values."""
    A_prev = np.array([[1, 3, 2, 1], [2, 9, 1, 4], [1, 3, 2, 3], [5, 6, 1, 0.0]]).reshape(1, 4, 4, 1)
    dA = np.array([[4.0, 8.0], [12.0, 16.0]]).reshape(1, 2, 2, 1)
    code = (
        "A_prev = np.array([[1., 3., 2., 1.],\n                   [2., 9., 1., 4.],\n"
        "                   [1., 3., 2., 3.],\n                   [5., 6., 1., 0.]]).reshape(1, 4, 4, 1)\n"
        "dA = np.array([[4., 8.], [12., 16.]]).reshape(1, 2, 2, 1)\n"
        'pool_backward(dA, (A_prev, {"f": 2, "stride": 2}), mode="%s")'
    )
    largest = np.array([[0, 0, 0, 0], [0, 4, 0, 8], [0, 0, 0, 16], [0, 12, 0, 0.0]]).reshape(1, 4, 4, 1)
    shared = np.array([[1, 1, 2, 2], [1, 1, 2, 2], [3, 3, 4, 4], [3, 3, 4, 4.0]]).reshape(1, 4, 4, 1)
    cache = (A_prev, {"f": 2, "stride": 2})
    on_paper = [
        Trial(
            code % "max",
            (dA, cache, "max"),
            ("dA_prev",),
            {"dA_prev": largest},
            "each window sends all of its gradient to the place of its largest entry: 4 goes to the 9, 8 to the 4.",
        ),
        Trial(
            code % "average",
            (dA, cache, "average"),
            ("dA_prev",),
            {"dA_prev": shared},
            "each window shares its gradient equally: 4 over four entries is 1 each.",
        ),
    ]
    measured = [
        _measured_pooling(
            5, 4, f=2, stride=1, mode=mode, look_at=f"windows that overlap: what reaches an entry {word}."
        )
        for mode, word in (("max", "from several windows adds up"), ("average", "from several windows adds up"))
    ] + [
        _measured_pooling(5, 6, f=2, stride=3, mode=mode, look_at="stride 3: the windows start three entries apart.")
        for mode in ("max", "average")
    ]
    random = np.random.RandomState(1)
    A_drawn = random.randn(5, 5, 3, 2)
    dA_drawn = random.randn(5, 4, 2, 2)
    printed = {
        "max": [[0, 0], [5.05844394, -1.68282702], [0, 0]],
        "average": [[0.08485462, 0.2787552], [1.26461098, -0.25749373], [1.17975636, -0.53624893]],
    }
    printed = [
        Trial(
            "np.random.seed(1)\nA_prev = np.random.randn(5, 5, 3, 2)\ndA = np.random.randn(5, 4, 2, 2)\n"
            f'pool_backward(dA, (A_prev, {{"f": 2, "stride": 1}}), mode="{mode}")',
            (dA_drawn, (A_drawn, {"f": 2, "stride": 1}), mode),
            ("dA_prev",),
            {"dA_prev[1, 1]": values},
            "channels and examples: each channel of each example is treated by itself.",
            view=lambda got: {"dA_prev[1, 1]": got["dA_prev"][1, 1]},
        )
        for mode, values in printed.items()
    ]
    run(function, [*on_paper, *measured, *printed])


def _drawn_convolution():
    """The arrays that _DRAW makes, and the hyperparameters of the printed values."""
    random = np.random.RandomState(1)
    arrays = random.randn(10, 4, 4, 3), random.randn(2, 2, 3, 8), random.randn(1, 1, 1, 8)
    return *arrays, {"pad": 2, "stride": 1}


def _measured_convolution(n_H: int, n_W: int, pad: int, stride: int, look_at: str) -> Trial:
    """A trial of conv_backward whose expected gradients are measured on the given forward pass."""
    random = np.random.RandomState(2)
    A_prev, W, b = random.randn(2, n_H, n_W, 2), random.randn(3, 3, 2, 2), random.randn(1, 1, 1, 2)
    hparameters = {"stride": stride, "pad": pad}
    Z, cache = given_conv_forward(A_prev, W, b, hparameters)
    dZ = random.randn(*Z.shape)

    def loss():
        return np.sum(given_conv_forward(A_prev, W, b, hparameters)[0] * dZ)

    expected = {"dA_prev": A_prev, "dW": W, "db": b}
    return Trial(
        f"A_prev of shape {A_prev.shape}, W of shape {W.shape}, stride {stride}, pad {pad};"
        " the expected gradients are measured numerically",
        (dZ, cache),
        ("dA_prev", "dW", "db"),
        {name: numerical_gradient(loss, array) for name, array in expected.items()},
        look_at,
    )


def _measured_pooling(n_H: int, n_W: int, f: int, stride: int, mode: str, look_at: str) -> Trial:
    """A trial of pool_backward whose expected gradient is measured on the given forward pass."""
    random = np.random.RandomState(3)
    # Entries at least 0.1 apart: a small step never changes which of them is the largest.
    A_prev = random.permutation(2 * n_H * n_W * 2).reshape(2, n_H, n_W, 2) / 10 - n_H
    hparameters = {"f": f, "stride": stride}
    A, cache = given_pool_forward(A_prev, hparameters, mode)
    dA = random.randn(*A.shape)

    def loss():
        return np.sum(given_pool_forward(A_prev, hparameters, mode)[0] * dA)

    return Trial(
        f'A_prev of shape {A_prev.shape}, f {f}, stride {stride}, mode "{mode}";'
        " the expected gradient is measured numerically",
        (dA, cache, mode),
        ("dA_prev",),
        {"dA_prev": numerical_gradient(loss, A_prev)},
        look_at,
    )


def _cache_trial(call: str, args: tuple, name: str, parts: str) -> Trial:
    """A trial of a forward pass that looks at the cache: it should hold the arguments, as they were given."""
    names = [part.strip() for part in parts.strip("()").split(",")]
    arrays = [part for part in names if part != "hparameters"]

    def view(got):
        cache = got["cache"]
        if not isinstance(cache, tuple | list) or len(cache) != len(names):
            return f"cache should be the tuple {parts}."
        if cache[-1] != args[len(names) - 1]:
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
