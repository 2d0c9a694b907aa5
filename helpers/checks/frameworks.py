"""Checks of what carries weights over to PyTorch and gradients back: notebook 07."""

from collections.abc import Callable

import numpy as np

from helpers.checking import Trial, run
from helpers.layers import conv_backward as given_conv_backward
from helpers.layers import conv_forward as given_conv_forward
from helpers.layers import pool_forward as given_pool_forward


def to_channels_first(function: Callable) -> None:
    """Check to_channels_first(A)."""
    small = np.arange(12.0).reshape(1, 2, 2, 3)
    expected = np.array([[[0, 3], [6, 9]], [[1, 4], [7, 10]], [[2, 5], [8, 11]]], dtype=float)
    trials = [
        Trial(
            "A = np.arange(12.).reshape(1, 2, 2, 3)\nto_channels_first(A)",
            (small,),
            ("x",),
            {"x": expected[None]},
            "one image of 2 × 2 pixels with 3 channels: each channel becomes a 2 × 2 image of its own.",
        )
    ]
    for shape, tests in (
        ((1, 2, 3, 2), "height and width that differ: rows stay rows."),
        ((2, 3, 4, 5), "a batch, with four sizes that all differ."),
    ):
        A = np.arange(float(np.prod(shape))).reshape(shape)
        code = f"A = np.arange({A.size}.).reshape{shape}\nto_channels_first(A)"
        trials.append(Trial(code, (A,), ("x",), {"x": np.moveaxis(A, 3, 1)}, tests))
    run(function, trials)


def conv_weights_to_torch(function: Callable) -> None:
    """Check conv_weights_to_torch(W, b)."""
    trials = []
    for (f, n_C_prev, n_C), tests in (
        ((2, 1, 1), "one filter with one channel: the 2 × 2 weights stay as they are, and so does the one bias."),
        ((2, 1, 2), "two filters: the first axis of weight counts the filters."),
        ((3, 2, 4), "several channels and filters: first the filter, then the channel of its input, then its rows."),
    ):
        shape = (f, f, n_C_prev, n_C)
        W, b = np.arange(float(np.prod(shape))).reshape(shape), np.arange(1.0, n_C + 1).reshape(1, 1, 1, n_C)
        weight = np.array([[W[:, :, k, c] for k in range(n_C_prev)] for c in range(n_C)])
        code = (
            f"W = np.arange({W.size}.).reshape{shape}\nb = np.arange(1., {n_C + 1}.).reshape(1, 1, 1, {n_C})\n"
            "conv_weights_to_torch(W, b)"
        )
        results = {"weight": weight, "bias": np.arange(1.0, n_C + 1)}
        trials.append(Trial(code, (W, b), ("weight", "bias"), results, tests))
    run(function, trials)


def dense_weights_to_torch(function: Callable) -> None:
    """Check dense_weights_to_torch(W, b, shape)."""
    trials = []
    for shape, n, tests in (
        ((1, 2, 2), 1, "the example on paper: two pixels with two channels each, and one unit."),
        ((2, 2, 1), 3, "one channel: both flattens have the same order, and only the axes change places."),
        ((2, 3, 2), 2, "height and width that differ, and two units: columns go by channel, then row, then column."),
    ):
        size = int(np.prod(shape))
        W, b = np.arange(1.0, size * n + 1).reshape(size, n), np.arange(1.0, n + 1).reshape(1, n)
        weight = np.array([np.concatenate([W[c :: shape[2], k] for c in range(shape[2])]) for k in range(n)])
        code = (
            f"W = np.arange(1., {size * n + 1}.).reshape({size}, {n})\nb = np.arange(1., {n + 1}.).reshape(1, {n})\n"
            f"dense_weights_to_torch(W, b, {shape})"
        )
        results = {"weight": weight, "bias": np.arange(1.0, n + 1)}
        trials.append(Trial(code, (W, b, shape), ("weight", "bias"), results, tests))
    run(function, trials)


def conv2d_backward(function: Callable) -> None:
    """Check conv2d_backward(grad_output, x, weight, stride, padding)."""
    trials = []
    for (m, n_C_prev, n_H, n_W, f, n_C, stride, padding), tests in (
        (
            (1, 1, 3, 3, 2, 1, 1, 0),
            "one example, one channel, one filter: only rows and columns can still be mixed up.",
        ),
        ((1, 2, 3, 4, 2, 3, 1, 0), "two channels and three filters: what comes back has the layout of x and weight."),
        ((2, 2, 4, 3, 3, 3, 1, 1), "padding 1, which is called pad in conv_backward, and two examples."),
        ((2, 2, 5, 7, 3, 2, 2, 0), "stride 2."),
    ):
        x, weight = np.arange(1.0, m * n_C_prev * n_H * n_W + 1), np.arange(1.0, n_C * n_C_prev * f * f + 1)
        x, weight = x.reshape(m, n_C_prev, n_H, n_W), weight.reshape(n_C, n_C_prev, f, f)
        rows, columns = ((n - f + 2 * padding) // stride + 1 for n in (n_H, n_W))
        grad_output = np.arange(m * n_C * rows * columns) % 5 - 2.0
        grad_output = grad_output.reshape(m, n_C, rows, columns)
        code = (
            f"x = np.arange(1., {x.size + 1}.).reshape{x.shape}\n"
            f"weight = np.arange(1., {weight.size + 1}.).reshape{weight.shape}\n"
            f"grad_output = (np.arange({grad_output.size}.) % 5 - 2).reshape{grad_output.shape}\n"
            f"conv2d_backward(grad_output, x, weight, {stride}, {padding})"
        )
        W = weight.transpose(2, 3, 1, 0)
        cache = (x.transpose(0, 2, 3, 1), W, np.zeros((1, 1, 1, n_C)), {"stride": stride, "pad": padding})
        dA_prev, dW, db = given_conv_backward(grad_output.transpose(0, 2, 3, 1), cache)
        results = {
            "grad_x": dA_prev.transpose(0, 3, 1, 2),
            "grad_weight": dW.transpose(3, 2, 0, 1),
            "grad_bias": db.ravel(),
        }
        trials.append(Trial(code, (grad_output, x, weight, stride, padding), tuple(results), results, tests))
    run(function, trials)


def network_in_torch(function: Callable) -> None:
    """Check network_in_torch(X, weights, hparameters): two small networks, and that of the table."""
    small = {"f": 3, "filters": (2, 3), "units": 4, "classes": 3}
    table = {"f": 5, "filters": (8, 16), "units": 128, "classes": 10}
    trials = [
        _network((2, 14, 14, 1), 12, small, "a small network, for grey images of 14 × 14 pixels."),
        _network(
            (1, 14, 20, 2), 18, small, "images that are wider than high, with two channels; a column is left over."
        ),
        _network((1, 32, 32, 3), 400, table, "the network of the table, with one image of 32 × 32 × 3."),
    ]
    run(function, trials)


def _network(shape: tuple, flat: int, hparameters: dict, tests: str) -> Trial:
    f, (first, second), units, classes = hparameters.values()
    shapes = [(first, shape[3], f, f), (first,), (second, first, f, f), (second,)]
    shapes += [(units, flat), (units,), (classes, units), (classes,)]
    random = np.random.RandomState(1)
    X = random.randn(*shape)
    weights = tuple(random.randn(*one) / 10 for one in shapes)
    A, sizes = X, []
    for weight, bias in (weights[0:2], weights[2:4]):
        Z, _ = given_conv_forward(A, weight.transpose(2, 3, 1, 0), bias, {"stride": 1, "pad": 0})
        A, _ = given_pool_forward(np.maximum(Z, 0), {"f": 2, "stride": 2})
        sizes.append(Z[0].size)
    hidden = np.maximum(np.moveaxis(A, 3, 1).reshape(len(X), -1) @ weights[4].T + weights[5], 0)
    results = {
        "sizes": [*sizes, units, classes],
        "parameters": [weights[i].size + weights[i + 1].size for i in (0, 2, 4, 6)],
        "scores": hidden @ weights[6].T + weights[7],
    }
    code = (
        f"random = np.random.RandomState(1)\nX = random.randn{shape}\n"
        f"shapes = {shapes[:4]}\nshapes += {shapes[4:]}\n"
        f"weights = tuple(random.randn(*shape) / 10 for shape in shapes)\n"
        f"network_in_torch(X, weights, {hparameters})"
    )
    return Trial(code, (X, weights, hparameters), tuple(results), results, tests)
