"""Right versions of `pool_forward_windows` in other styles."""

import numpy as np

from autograder.catalogue import style
from autograder.reference import im2col, window_view


@style
def methods_of_the_array(A_prev, hparameters, mode="max"):
    """windows.max and windows.mean."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    A = windows.max(axis=(3, 4)) if mode == "max" else windows.mean(axis=(3, 4))
    return A, (A_prev, hparameters)


@style
def one_axis_at_a_time(A_prev, hparameters, mode="max"):
    """First along the rows of the window, then along its columns."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        return np.max(np.max(windows, axis=4), axis=3), (A_prev, hparameters)
    return np.mean(np.mean(windows, axis=4), axis=3), (A_prev, hparameters)


@style
def a_dict_of_functions(A_prev, hparameters, mode="max"):
    """The statistic by its name."""
    statistic = {"max": np.amax, "average": np.average}[mode]
    return statistic(window_view(A_prev, hparameters["f"], hparameters["stride"]), axis=(3, 4)), (A_prev, hparameters)


@style
def position_by_position(A_prev, hparameters, mode="max"):
    """np.maximum or a sum over the positions of the window, as in the convolution without a copy."""
    f, stride = hparameters["f"], hparameters["stride"]
    n_H, n_W = (A_prev.shape[1] - f) // stride + 1, (A_prev.shape[2] - f) // stride + 1
    parts = [
        A_prev[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride] for p in range(f) for q in range(f)
    ]
    A = np.maximum.reduce(parts) if mode == "max" else np.add.reduce(parts) / f**2
    return A, (A_prev, hparameters)


@style
def sliding_windows(A_prev, hparameters, mode="max"):
    """sliding_window_view, whose windows are the last two axes."""
    f, stride = hparameters["f"], hparameters["stride"]
    windows = np.lib.stride_tricks.sliding_window_view(A_prev, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    return (np.max if mode == "max" else np.mean)(windows, axis=(-2, -1)), (A_prev, hparameters)


@style
def through_im2col(A_prev, hparameters, mode="max"):
    """The matrix of windows, with the entries of a window along one axis."""
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    columns = im2col(A_prev, f, stride).reshape(-1, f * f, n_C)
    A = columns.max(axis=1) if mode == "max" else columns.sum(axis=1) / (f * f)
    return A.reshape(m, (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1, n_C), (A_prev, hparameters)


@style
def places_of_the_output(A_prev, hparameters, mode="max"):
    """A loop over the places of the output, examples and channels at once."""
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    A = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            window = A_prev[:, h * stride : h * stride + f, w * stride : w * stride + f]
            A[:, h, w] = window.max(axis=(1, 2)) if mode == "max" else window.mean(axis=(1, 2))
    return A, (A_prev, hparameters)


@style
def step_by_step(A_prev, hparameters, mode="max"):
    """The steps of the notebook, one after the other."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=(3, 4))
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4))
    cache = (A_prev, hparameters)
    return A, cache
