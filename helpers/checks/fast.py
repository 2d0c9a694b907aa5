"""Checks of the layers on whole arrays: window_strides, window_view, im2col, col2im and the layers made of them."""

import functools
from collections.abc import Callable

import numpy as np

from helpers import loops
from helpers.checking import Trial, run
from helpers.checks.expected import col2im as _added
from helpers.checks.expected import window_view as _windows
from helpers.checks.forward import cache_trial
from helpers.memory import is_view_of

_IMAGE = "A = np.array([[1., 2., 0.],\n              [0., 1., 3.],\n              [2., 1., 1.]]).reshape(1, 3, 3, 1)\n"
_A = np.array([[1, 2, 0], [0, 1, 3], [2, 1, 1.0]]).reshape(1, 3, 3, 1)


def window_strides(function: Callable) -> None:
    """Check window_strides(strides, stride)."""
    batch = np.zeros((2, 4, 5, 3))
    swapped = batch.transpose(0, 2, 1, 3)

    def trial(call, strides, stride, expected, tests):
        return Trial(call, (strides, stride), ("window strides",), {"window strides": np.array(expected)}, tests)

    run(
        function,
        [
            trial(
                "window_strides((480, 120, 24, 8), 1)",
                (480, 120, 24, 8),
                1,
                (480, 120, 24, 120, 24, 8),
                "stride 1: the next window begins one pixel further. The batch has the shape (2, 4, 5, 3).",
            ),
            trial(
                "window_strides((480, 120, 24, 8), 2)",
                (480, 120, 24, 8),
                2,
                (480, 240, 48, 120, 24, 8),
                "stride 2: the next window begins two pixels further, its pixels still lie side by side.",
            ),
            trial(
                "A = np.zeros((2, 4, 5, 3)).transpose(0, 2, 1, 3)\nwindow_strides(A.strides, 3)",
                swapped.strides,
                3,
                (480, 72, 360, 24, 120, 8),
                "a batch that is a view itself, rows and columns swapped: its strides are not those of its shape.",
            ),
            trial(
                "A = np.zeros((2, 4, 5, 3), dtype=np.float32)\nwindow_strides(A.strides, 2)",
                batch.astype(np.float32).strides,
                2,
                (240, 120, 24, 60, 12, 4),
                "a batch of float32, whose entries have 4 bytes.",
            ),
        ],
    )


def window_view(function: Callable) -> None:
    """Check window_view(A, f, stride): the numbers, and that they are not copied."""
    oblong = np.arange(2 * 5 * 7 * 2.0).reshape(2, 5, 7, 2)
    swapped = np.arange(60.0).reshape(1, 5, 6, 2).transpose(0, 2, 1, 3)

    def trial(call, A, f, stride, tests):
        return Trial(call, (A, f, stride), ("windows",), {"windows": _windows(A, f, stride)}, tests)

    trials = [
        trial(
            _IMAGE + "window_view(A, 2, 1)",
            _A,
            2,
            1,
            "stride 1: the first window is [[1, 2], [0, 1]], the one to its right [[2, 0], [1, 3]].",
        ),
        trial(
            "A = np.arange(140.).reshape(2, 5, 7, 2)\nwindow_view(A, 3, 2)",
            oblong,
            3,
            2,
            "stride 2, two images, two channels, and height and width that differ.",
        ),
        trial(
            "A = np.arange(60.).reshape(1, 5, 6, 2).transpose(0, 2, 1, 3)\nwindow_view(A, 2, 3)",
            swapped,
            2,
            3,
            "a batch that is a view itself, and a stride that leaves gaps between the windows.",
        ),
    ]
    given = []

    @functools.wraps(function)
    def watched(A, f, stride):
        given[:] = [A]
        return function(A, f, stride)

    no_copy = Trial(
        "A = np.arange(140.).reshape(2, 5, 7, 2)\nis_view_of(window_view(A, 3, 1), A)",
        (oblong, 3, 1),
        ("windows",),
        {"is_view_of(windows, A)": True},
        "that nothing is copied: the windows should be another view of the memory of A.",
        view=lambda got: {"is_view_of(windows, A)": is_view_of(got["windows"], given[0])},
    )
    run(watched, [*trials, no_copy])


def im2col(function: Callable) -> None:
    """Check im2col(A, f, stride)."""
    oblong = np.arange(2 * 4 * 5 * 3.0).reshape(2, 4, 5, 3)

    def trial(call, A, f, stride, tests):
        windows = _windows(A, f, stride)
        expected = windows.reshape(int(np.prod(windows.shape[:3])), -1)
        return Trial(call, (A, f, stride), ("columns",), {"columns": expected}, tests)

    run(
        function,
        [
            trial(_IMAGE + "im2col(A, 2, 1)", _A, 2, 1, "four windows of four entries: one row for each window."),
            trial(
                "A = np.arange(120.).reshape(2, 4, 5, 3)\nim2col(A, 2, 1)",
                oblong,
                2,
                1,
                "several channels: a row holds the channels of the first pixel of its window, then those of the next.",
            ),
            trial(
                "A = np.arange(120.).reshape(2, 4, 5, 3) / 4\nim2col(A, 2, 3)",
                oblong / 4,
                2,
                3,
                "stride 3, and fractions.",
            ),
        ],
        calls=[window_view],
    )


def col2im(function: Callable) -> None:
    """Check col2im(columns, shape, f, stride)."""
    apart = np.arange(1.0, 17).reshape(4, 4)
    drawn = np.random.RandomState(4).randn(2 * 2 * 3, 9 * 2)
    whole = np.arange(16).reshape(4, 4)

    def trial(call, columns, shape, f, stride, tests):
        expected = {"A": _added(columns, shape, f, stride)}
        return Trial(call, (columns, shape, f, stride), ("A",), expected, tests)

    run(
        function,
        [
            trial(
                "columns = np.arange(1., 17.).reshape(4, 4)\ncol2im(columns, (1, 4, 4, 1), 2, 2)",
                apart,
                (1, 4, 4, 1),
                2,
                2,
                "windows side by side: each entry goes to a place of its own.",
            ),
            trial(
                "col2im(np.ones((4, 4)), (1, 3, 3, 1), 2, 1)",
                np.ones((4, 4)),
                (1, 3, 3, 1),
                2,
                1,
                "windows that overlap: the pixel in the middle lies in all four, so that four ones are added there.",
            ),
            trial(
                "np.random.seed(4)\ncol2im(np.random.randn(12, 18), (2, 6, 8, 2), 3, 2)",
                drawn,
                (2, 6, 8, 2),
                3,
                2,
                "two images, two channels, and a stride that leaves a row and a column over.",
            ),
            trial(
                "col2im(np.arange(16).reshape(4, 4), (1, 3, 3, 1), 2, 1)",
                whole,
                (1, 3, 3, 1),
                2,
                1,
                "whole numbers.",
            ),
            trial(
                "col2im(np.ones((6, 1)), (1, 3, 5, 1), 1, 2)",
                np.ones((6, 1)),
                (1, 3, 5, 1),
                1,
                2,
                "windows of one pixel with gaps between them: pixels in no window stay 0.",
            ),
        ],
    )


def conv_forward_im2col(function: Callable) -> None:
    """Check conv_forward_im2col(A_prev, W, b, hparameters) against the loops."""
    run(function, _convolutions("conv_forward_im2col"), calls=[im2col])


def conv_forward_offsets(function: Callable) -> None:
    """Check conv_forward_offsets(A_prev, W, b, hparameters) against the loops."""
    run(function, _convolutions("conv_forward_offsets"))


def conv_backward_im2col(function: Callable) -> None:
    """Check conv_backward_im2col(dZ, cache) against the loops."""
    run(
        function,
        [
            _gradients(3, 5, 6, 0, 1, "stride 1, no border, several channels and filters."),
            _gradients(2, 4, 5, 2, 1, "pad 2: dA_prev has the shape of A_prev, without border."),
            _gradients(3, 6, 7, 1, 2, "stride 2, and a row that lies in no window."),
        ],
        calls=[im2col, col2im],
    )


def pool_forward_windows(function: Callable) -> None:
    """Check pool_forward_windows(A_prev, hparameters, mode) against the loops."""

    def trial(n_H, n_W, f, stride, mode, tests):
        A_prev = np.random.RandomState(1).randn(2, n_H, n_W, 3)
        A, _ = loops.pool_forward(A_prev, {"f": f, "stride": stride}, mode)
        call = (
            f"np.random.seed(1)\nA_prev = np.random.randn(2, {n_H}, {n_W}, 3)\n"
            f'pool_forward_windows(A_prev, {{"f": {f}, "stride": {stride}}}, "{mode}")'
        )
        return Trial(call, (A_prev, {"f": f, "stride": stride}, mode), ("A", "cache"), {"A": A}, tests)

    run(
        function,
        [
            trial(4, 4, 2, 2, "max", "the maximum, windows side by side, each channel by itself."),
            trial(4, 6, 2, 2, "average", "the mean, and height and width that differ."),
            trial(7, 5, 3, 2, "max", "windows that overlap."),
            trial(7, 5, 3, 1, "average", "windows of 3 × 3: nine entries."),
            Trial(
                "A_prev = np.array([[1, 2, 3, 4],\n                   [5, 7, 8, 8]]).reshape(1, 2, 4, 1)\n"
                'pool_forward_windows(A_prev, {"f": 2, "stride": 2}, "average")',
                (np.array([[1, 2, 3, 4], [5, 7, 8, 8]]).reshape(1, 2, 4, 1), {"f": 2, "stride": 2}, "average"),
                ("A", "cache"),
                {"A": np.array([3.75, 5.75]).reshape(1, 1, 2, 1)},
                "whole numbers, whose mean is none.",
            ),
            cache_trial(
                'A_prev = np.arange(30.).reshape(1, 5, 6, 1)\npool_forward_windows(A_prev, {"f": 2, "stride": 2})',
                (np.arange(30.0).reshape(1, 5, 6, 1), {"f": 2, "stride": 2}),
                "A",
                "(A_prev, hparameters)",
            ),
        ],
        calls=[window_view],
    )


def _convolutions(name: str) -> list[Trial]:
    A_prev, W, b = _A, np.array([[1, 0], [2, -1.0]]).reshape(2, 2, 1, 1), np.full((1, 1, 1, 1), 10.0)
    hparameters = {"stride": 1, "pad": 0}
    by_hand = Trial(
        _IMAGE.replace("A =", "A_prev =") + "W = np.array([[1., 0.], [2., -1.]]).reshape(2, 2, 1, 1)\n"
        f'{name}(A_prev, W, np.full((1, 1, 1, 1), 10.), {{"stride": 1, "pad": 0}})',
        (A_prev, W, b, hparameters),
        ("Z", "cache"),
        {"Z": np.array([[10, 11], [13, 12.0]]).reshape(1, 2, 2, 1)},
        "the example by hand, with a bias of 10.",
    )
    args, code = _draw(2, 4, 5, 1, 2)
    return [
        by_hand,
        _drawn(name, 2, 5, 6, 0, 1, "two images, several channels and filters."),
        _drawn(name, 3, 4, 4, 1, 1, "pad 1: the output is as large as the input."),
        _drawn(name, 3, 7, 6, 2, 2, "pad 2 and stride 2."),
        cache_trial(code + f"{name}(A_prev, W, b, hparameters)", args, "Z", "(A_prev, W, b, hparameters)"),
    ]


def _draw(f, n_H, n_W, pad, stride):
    random = np.random.RandomState(1)
    arrays = random.randn(2, n_H, n_W, 3), random.randn(f, f, 3, 4), random.randn(1, 1, 1, 4)
    code = (
        f"np.random.seed(1)\nA_prev = np.random.randn(2, {n_H}, {n_W}, 3)\nW = np.random.randn({f}, {f}, 3, 4)\n"
        f'b = np.random.randn(1, 1, 1, 4)\nhparameters = {{"stride": {stride}, "pad": {pad}}}\n'
    )
    return (*arrays, {"stride": stride, "pad": pad}), code


def _drawn(name, f, n_H, n_W, pad, stride, tests) -> Trial:
    args, code = _draw(f, n_H, n_W, pad, stride)
    Z, _ = loops.conv_forward(*args)
    return Trial(code + f"{name}(A_prev, W, b, hparameters)", args, ("Z", "cache"), {"Z": Z}, tests)


def _gradients(f, n_H, n_W, pad, stride, tests) -> Trial:
    cache, code = _draw(f, n_H, n_W, pad, stride)
    Z, _ = loops.conv_forward(*cache)
    names = ("dA_prev", "dW", "db")
    expected = dict(zip(names, loops.conv_backward(Z, cache)))
    code += "Z, cache = loops.conv_forward(A_prev, W, b, hparameters)\nconv_backward_im2col(Z, cache)"
    return Trial(code, (Z, cache), names, expected, tests)
