"""Checks of what stands between convolutions and a decision: relu, flatten, the dense layer, softmax and the loss."""

from collections.abc import Callable

import numpy as np

from helpers.checking import Trial, run
from helpers.compare import kind

_LAYER = ("A", "cache")


def relu_forward(function: Callable) -> None:
    """Check relu_forward(Z)."""
    Z = np.array([[3.0, -2.0, 0.0, 5.0]])
    small = np.array([[0.5, -0.25], [-4.0, 8.0]]).reshape(1, 2, 2, 1)
    run(
        function,
        [
            Trial(
                "relu_forward(np.array([[3., -2., 0., 5.]]))",
                (Z,),
                _LAYER,
                {"A": np.array([[3.0, 0.0, 0.0, 5.0]]), "cache": Z},
                "the values: what is positive stays, everything else becomes 0. And the cache holds Z as it came.",
            ),
            Trial(
                "relu_forward(np.array([[0.5, -0.25], [-4., 8.]]).reshape(1, 2, 2, 1))",
                (small,),
                _LAYER,
                {"A": np.array([[0.5, 0.0], [0.0, 8.0]]).reshape(1, 2, 2, 1), "cache": small},
                "an array with four axes, as it comes from a convolution.",
            ),
        ],
    )


def relu_backward(function: Callable) -> None:
    """Check relu_backward(dA, cache)."""
    dA, Z = np.array([[-1.0, 4.0, 6.0, 2.0]]), np.array([[3.0, -2.0, 0.0, 5.0]])
    run(
        function,
        [
            Trial(
                "relu_backward(np.array([[-1., 4., 6., 2.]]), np.array([[3., -2., 0., 5.]]))",
                (dA, Z),
                ("dZ",),
                {"dZ": np.array([[-1.0, 0.0, 0.0, 2.0]])},
                "which gradients pass: those where Z is 3 and 5. Where Z is -2, and where it is exactly 0, none does.",
            ),
            Trial(
                "relu_backward(np.full((2, 1, 1, 2), 0.25), np.array([[1, -1], [0, 2]]).reshape(2, 1, 1, 2))",
                (np.full((2, 1, 1, 2), 0.25), np.array([[1, -1], [0, 2]]).reshape(2, 1, 1, 2)),
                ("dZ",),
                {"dZ": np.array([[0.25, 0.0], [0.0, 0.25]]).reshape(2, 1, 1, 2)},
                "two images with four axes, and whole numbers in Z: the gradient holds floats all the same.",
            ),
        ],
    )


def flatten_forward(function: Callable) -> None:
    """Check flatten_forward(A_prev)."""

    def numbers(*shape):
        return np.arange(1.0, np.prod(shape) + 1).reshape(shape)

    def row_by_row(A_prev):
        return np.array([[A_prev[i][place] for place in np.ndindex(A_prev.shape[1:])] for i in range(len(A_prev))])

    trials = []
    for shape, tests in (
        ((2, 1, 2, 2), "one row for each of two examples."),
        ((2, 2, 3, 2), "the order: channels run fastest, then columns, then rows."),
        ((1, 2, 2, 1), "a single example: still one row, of shape (1, 4)."),
        ((4, 2, 2, 1), "as many examples as numbers in each: examples are rows, not columns."),
    ):
        A_prev = numbers(*shape)
        trials.append(
            Trial(
                f"flatten_forward(np.arange(1., {A_prev.size + 1}).reshape{shape})",
                (A_prev,),
                _LAYER,
                {"A": row_by_row(A_prev), "cache": np.array(shape)},
                f"{tests} The cache is the shape {shape}.",
                view=_with_shape_in_cache,
            )
        )
    run(function, trials)


def _with_shape_in_cache(results: dict) -> dict | str:
    cache = results["cache"]
    if not isinstance(cache, tuple) or not all(isinstance(n, int) for n in cache):
        return f"The cache should be the shape of A_prev, a tuple of whole numbers, but it is {kind(cache)}."
    return results


def dense_forward(function: Callable) -> None:
    """Check dense_forward(A_prev, W, b)."""
    A_prev, W = np.array([[1.0, 2.0, 0.0], [3.0, -1.0, 2.0]]), np.array([[2.0, 1.0], [0.0, -1.0], [1.0, 4.0]])
    square = np.array([[1.0, 2.0], [0.0, 1.0]])
    calls = [
        (
            (A_prev, W, np.zeros((1, 2))),
            [[2.0, -1.0], [8.0, 12.0]],
            "the products: each row of A_prev with each column of W.",
        ),
        ((A_prev, W, np.array([[10.0, 20.0]])), [[12.0, 19.0], [18.0, 32.0]], "the bias: once for each unit."),
        (
            (np.array([[1.0, 3.0], [2.0, 5.0]]), square, np.zeros((1, 2))),
            [[1.0, 5.0], [2.0, 9.0]],
            "square arrays, where a product in the wrong order or with a transpose has the right shape.",
        ),
        ((np.array([[1, 2]]), np.array([[0.5], [0.25]]), np.array([[0.125]])), [[1.125]], "one example, one unit."),
    ]
    run(
        function,
        [
            Trial(
                f"dense_forward({', '.join(map(_array, args))})",
                args,
                ("Z", "cache"),
                {"Z": np.array(Z), "A_prev in cache": args[0], "W in cache": args[1], "b in cache": args[2]},
                tests,
                view=_with_parts_of_cache,
            )
            for args, Z, tests in calls
        ],
    )


def _with_parts_of_cache(results: dict) -> dict | str:
    cache = results["cache"]
    if not isinstance(cache, tuple | list) or len(cache) != 3:
        return "The cache should be the tuple (A_prev, W, b)."
    return {"Z": results["Z"], **{f"{name} in cache": part for name, part in zip(("A_prev", "W", "b"), cache)}}


def dense_backward(function: Callable) -> None:
    """Check dense_backward(dZ, cache)."""
    square = (np.array([[1.0, 2.0], [3.0, 0.0]]), np.array([[2.0, 1.0], [0.0, -1.0]]), np.zeros((1, 2)))
    wide = (np.array([[1.0, 2.0, 3.0]]), np.array([[1.0], [0.0], [2.0]]), np.zeros((1, 1)))
    whole = tuple(np.array(part) for part in ([[1, 2], [3, 4], [5, 6]], [[1, 0, 2], [0, 1, 1]], [[0, 0, 0]]))
    calls = [
        (
            ([[1.0, 0.0], [0.0, 2.0]], square),
            ([[2.0, 0.0], [2.0, -2.0]], [[1.0, 6.0], [2.0, 0.0]], [[1.0, 2.0]]),
            "the three gradients, as on paper above.",
        ),
        (
            ([[3.0]], wide),
            ([[3.0, 0.0, 6.0]], [[3.0], [6.0], [9.0]], [[3.0]]),
            "one example, three inputs, one unit: each gradient has the shape of what it belongs to.",
        ),
        (
            ([[0.5, 0.0, -0.25], [1.0, 0.25, 0.0], [0.0, 0.5, 0.5]], whole),
            (
                [[0.0, -0.25], [1.0, 0.25], [1.0, 1.0]],
                [[3.5, 3.25, 2.25], [5.0, 4.0, 2.5]],
                [[1.5, 0.75, 0.25]],
            ),
            "whole numbers in the cache, and as many examples as units.",
        ),
    ]
    run(
        function,
        [
            Trial(
                f"dense_backward({_array(np.array(dZ))},\n    ({', '.join(map(_array, cache))}))",
                (np.array(dZ), cache),
                ("dA_prev", "dW", "db"),
                dict(zip(("dA_prev", "dW", "db"), map(np.array, expected))),
                tests,
            )
            for (dZ, cache), expected, tests in calls
        ],
    )


def softmax(function: Callable) -> None:
    """Check softmax(Z)."""
    log3 = np.log(3)
    run(
        function,
        [
            Trial(
                "softmax(np.array([[0., np.log(3)]]))",
                (np.array([[0.0, log3]]),),
                ("P",),
                {"P": np.array([[0.25, 0.75]])},
                "one example: the powers are 1 and 3, in all 4.",
            ),
            Trial(
                "softmax(np.array([[0., np.log(3)], [1., 1.]]))",
                (np.array([[0.0, log3], [1.0, 1.0]]),),
                ("P",),
                {"P": np.array([[0.25, 0.75], [0.5, 0.5]])},
                "two examples of two classes: each row has a maximum and a sum of its own.",
            ),
            Trial(
                "softmax(np.array([[0., 0., 0., 0.], [0., 0., np.log(6), np.log(2)]]))",
                (np.array([[0.0] * 4, [0.0, 0.0, np.log(6), np.log(2)]]),),
                ("P",),
                {"P": np.array([[0.25] * 4, [0.1, 0.1, 0.6, 0.2]])},
                "four classes.",
            ),
            Trial(
                "softmax(np.array([[1000., 1000. + np.log(3)], [-1000., -1000.], [0., -2000.]]))",
                (np.array([[1000.0, 1000.0 + log3], [-1000.0, -1000.0], [0.0, -2000.0]]),),
                ("P",),
                {"P": np.array([[0.25, 0.75], [0.5, 0.5], [1.0, 0.0]])},
                "large scores, and some that are far apart: the largest score of each row has to be subtracted first.",
            ),
        ],
    )


def softmax_cross_entropy(function: Callable) -> None:
    """Check softmax_cross_entropy(Z, y)."""
    one, log3 = np.array([[0.0, np.log(3)]]), np.log(3)
    two, three = np.array([[0.0, log3], [0.0, 0.0]]), np.array([[0.0, np.log(2), 0.0], [0.0, log3, 0.0]])
    calls = [
        (
            "np.array([[0., np.log(3)]]), np.array([1])",
            (one, np.array([1])),
            (-np.log(0.75), [[0.25, -0.25]]),
            "one example, as on paper above: the probability of the right class is 0.75.",
        ),
        (
            "np.array([[0., np.log(3)], [0., 0.]]), np.array([0, 1])",
            (two, np.array([0, 1])),
            ((np.log(4) + np.log(2)) / 2, [[-0.375, 0.375], [0.25, -0.25]]),
            "two examples: loss and gradient belong to the mean over both.",
        ),
        (
            "np.array([[0., np.log(2), 0.], [0., np.log(3), 0.]]), np.array([2, 1])",
            (three, np.array([2, 1])),
            ((np.log(4) + np.log(5 / 3)) / 2, [[0.125, 0.25, -0.375], [0.1, -0.2, 0.1]]),
            "three classes: 1 is subtracted at the right class, the labels are places and not amounts.",
        ),
        (
            "np.array([[1000., 0.], [0., -2000.]]), np.array([1, 0])",
            (np.array([[1000.0, 0.0], [0.0, -2000.0]]), np.array([1, 0])),
            (500.0, [[0.5, -0.5], [0.0, 0.0]]),
            "large scores: the probability of the first right class is rounded to 0, but its loss is 1000.",
        ),
    ]
    run(
        function,
        [
            Trial(
                f"softmax_cross_entropy({text})",
                args,
                ("loss", "dZ"),
                {"loss": np.float64(loss), "dZ": np.array(dZ)},
                tests,
            )
            for text, args, (loss, dZ), tests in calls
        ],
    )


def _array(values) -> str:
    """An array as code."""
    return f"np.array({np.asarray(values).tolist()})"
