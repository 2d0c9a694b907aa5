"""Checks of the backward passes: conv_backward, create_mask_from_window, distribute_value, pool_backward."""

from collections.abc import Callable

import numpy as np

from helpers.checking import Trial, run
from helpers.checks.printed import DRAW, drawn_convolution
from helpers.gradients import numerical_gradient
from helpers.layers import conv_forward as given_conv_forward
from helpers.layers import pool_forward as given_pool_forward


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
        "two outputs that pass a gradient back: 1 to the window at (0, 0), 2 to the window at (1, 1). Where the two"
        " windows overlap, both must still be there at the end.",
    )
    measured = [
        _measured_convolution(
            4,
            5,
            pad=0,
            stride=1,
            tests="several examples, channels and filters, height and width that differ, and no border (pad 0).",
        ),
        _measured_convolution(3, 4, pad=1, stride=1, tests="pad 1: dA_prev has the shape of A_prev, without border."),
        _measured_convolution(5, 6, pad=1, stride=2, tests="stride 2: the windows start two entries apart."),
    ]
    whole = Trial(
        "A_prev = np.arange(1, 10).reshape(1, 3, 3, 1)                      # whole numbers\n"
        "W = np.array([[1, 2], [3, 4]]).reshape(2, 2, 1, 1)\ndZ = np.full((1, 2, 2, 1), 0.25)\n"
        'conv_backward(dZ, (A_prev, W, np.zeros((1, 1, 1, 1)), {"stride": 1, "pad": 0}))',
        (np.full((1, 2, 2, 1), 0.25), (A_prev.astype(int), W.astype(int), *cache[2:])),
        ("dA_prev", "dW", "db"),
        {
            "dA_prev": np.array([[0.25, 0.75, 0.5], [1, 2.5, 1.5], [0.75, 1.75, 1]]).reshape(1, 3, 3, 1),
            "dW": np.array([[3.0, 4.0], [6.0, 7.0]]).reshape(2, 2, 1, 1),
            "db": np.full((1, 1, 1, 1), 1.0),
        },
        "the type of the gradients: the image may hold whole numbers, its gradient holds floats.",
    )
    printed = drawn_convolution()
    Z, cache = given_conv_forward(printed[0], printed[1], 12 * printed[2], printed[3])
    means = Trial(
        DRAW + 'Z, cache = conv_forward(A_prev, W, 12 * b, {"pad": 2, "stride": 1})\nconv_backward(Z, cache)',
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
    run(function, [on_paper, whole, *measured, means])


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
                "a window whose largest entry is 9.",
            ),
            Trial(
                "create_mask_from_window(np.array([[-4., -2.], [-3., -5.]]))",
                (np.array([[-4.0, -2.0], [-3.0, -5.0]]),),
                ("mask",),
                {"mask": np.array([[False, True], [False, False]])},
                "a window without any positive entry: it has a largest one as well.",
            ),
            Trial(
                "np.random.seed(1)\ncreate_mask_from_window(np.random.randn(2, 3))",
                (x,),
                ("mask",),
                {"mask": np.array([[True, False, False], [False, False, False]])},
                "a window that is not square.",
                view=_true_or_false,
            ),
        ],
    )


def _true_or_false(got: dict) -> dict | str:
    """The mask as it is, if it holds True and False; numbers compare equal to these, and are not what is asked for."""
    held = np.asarray(got["mask"]).dtype
    return got if held.kind == "b" else f"mask should hold True and False, but it holds {held}."


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
                "a square window: four entries share 2 equally, and each gets 0.5.",
            ),
            Trial(
                "distribute_value(-3.0, (2, 3))",
                (-3.0, (2, 3)),
                ("a",),
                {"a": np.full((2, 3), -0.5)},
                "a window of 2 rows and 3 columns: it has six entries, not five.",
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
            "the maximum: each window sends all of its gradient to its largest entry. 4 goes to the 9, 8 to the 4.",
        ),
        Trial(
            code % "average",
            (dA, cache, "average"),
            ("dA_prev",),
            {"dA_prev": shared},
            "the average: each window shares its gradient equally. 4 over four entries is 1 each.",
        ),
    ]
    whole = Trial(
        "A_prev = np.array([[1, 2], [3, 4]]).reshape(1, 2, 2, 1)               # whole numbers\n"
        'pool_backward(np.ones((1, 1, 1, 1)), (A_prev, {"f": 2, "stride": 2}), mode="average")',
        (np.ones((1, 1, 1, 1)), (np.array([[1, 2], [3, 4]]).reshape(1, 2, 2, 1), {"f": 2, "stride": 2}), "average"),
        ("dA_prev",),
        {"dA_prev": np.full((1, 2, 2, 1), 0.25)},
        "the type of dA_prev: the image may hold whole numbers, its gradient holds floats.",
    )
    measured = [
        _measured_pooling(5, 4, f=2, stride=1, mode=mode, tests=f"windows that overlap: what reaches an entry {word}.")
        for mode, word in (("max", "from several windows adds up"), ("average", "from several windows adds up"))
    ] + [
        _measured_pooling(5, 6, f=2, stride=3, mode=mode, tests="stride 3: the windows start three entries apart.")
        for mode in ("max", "average")
    ]
    measured += [
        _measured_pooling(6, 5, f=3, stride=2, mode=mode, tests="windows of 3 × 3, which overlap.")
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
            f'pool_backward(dA, (A_prev, {{"stride": 1, "f": 2}}), mode="{mode}")',
            (dA_drawn, (A_drawn, {"stride": 1, "f": 2}), mode),
            ("dA_prev",),
            {"dA_prev[1, 1]": values},
            "channels and examples: each channel of each example is treated by itself.",
            view=lambda got: {"dA_prev[1, 1]": got["dA_prev"][1, 1]},
        )
        for mode, values in printed.items()
    ]
    run(function, [*on_paper, whole, *measured, *printed], calls=[create_mask_from_window, distribute_value])


def _measured_convolution(n_H: int, n_W: int, pad: int, stride: int, tests: str) -> Trial:
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
        f"random = np.random.RandomState(2)                       # A_prev of shape {A_prev.shape}\n"
        f"A_prev, W, b = random.randn{A_prev.shape}, random.randn(3, 3, 2, 2), random.randn(1, 1, 1, 2)\n"
        f'Z, cache = conv_forward(A_prev, W, b, {{"stride": {stride}, "pad": {pad}}})\n'
        "conv_backward(random.randn(*Z.shape), cache)              # what is expected was measured, entry by entry",
        (dZ, cache),
        ("dA_prev", "dW", "db"),
        {name: numerical_gradient(loss, array) for name, array in expected.items()},
        tests,
    )


def _measured_pooling(n_H: int, n_W: int, f: int, stride: int, mode: str, tests: str) -> Trial:
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
        f"random = np.random.RandomState(3)                       # A_prev of shape {A_prev.shape}\n"
        f"A_prev = random.permutation({A_prev.size}).reshape{A_prev.shape} / 10 - {n_H}\n"
        f'A, cache = pool_forward(A_prev, {{"f": {f}, "stride": {stride}}}, "{mode}")\n'
        f'pool_backward(random.randn(*A.shape), cache, "{mode}")    # what is expected was measured, entry by entry',
        (dA, cache, mode),
        ("dA_prev",),
        {"dA_prev": numerical_gradient(loss, A_prev)},
        tests,
    )
