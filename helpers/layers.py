"""Layers that a notebook gives to its student, so that each notebook can be done on its own.

They are written for whole arrays at once, not with the loops that the exercises ask for.

Shapes follow the course: a batch of activations is (m, n_H, n_W, n_C), a filter bank is (f, f, n_C_prev, n_C),
a bias is (1, 1, 1, n_C).
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def zero_pad(X, pad):
    """Surround every image of a batch with `pad` rows and columns of zeros.

    X: array (m, n_H, n_W, n_C). pad: int >= 0.
    Returns an array (m, n_H + 2 * pad, n_W + 2 * pad, n_C) of X's dtype.
    """
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))


def windows(A, f, stride):
    """Every f × f window that fits into the images of A, as a read-only view: nothing is copied.

    A: array (m, n_H_prev, n_W_prev, n_C). f, stride: int >= 1.
    Returns a view (m, n_H, n_W, n_C, f, f) with n_H = (n_H_prev - f) // stride + 1, likewise n_W.
    Raises ValueError where the window is larger than the image.
    """
    if f > A.shape[1] or f > A.shape[2]:
        raise ValueError(f"a window of {f} × {f} does not fit into an image of {A.shape[1]} × {A.shape[2]}")
    return sliding_window_view(A, (f, f), axis=(1, 2))[:, ::stride, ::stride]


def conv_forward(A_prev, W, b, hparameters):
    """Convolution as deep learning uses the word: cross-correlation, plus one bias per filter.

    A_prev: (m, n_H_prev, n_W_prev, n_C_prev). W: (f, f, n_C_prev, n_C). b: (1, 1, 1, n_C).
    hparameters: dict with "stride" and "pad".
    Returns Z, an array (m, n_H, n_W, n_C) with n_H = (n_H_prev - f + 2 * pad) // stride + 1, likewise n_W,
    and cache, the tuple (A_prev, W, b, hparameters).
    """
    slices = windows(zero_pad(A_prev, hparameters["pad"]), W.shape[0], hparameters["stride"])
    # Axes of a window: channel, row, column. Those of W: row, column, channel.
    Z = np.tensordot(slices, W, axes=([4, 5, 3], [0, 1, 2])) + b
    return Z, (A_prev, W, b, hparameters)


def pool_forward(A_prev, hparameters, mode="max"):
    """The largest entry (mode "max") or the mean (mode "average") of each window, channel by channel.

    A_prev: (m, n_H_prev, n_W_prev, n_C). hparameters: dict with "f" and "stride".
    Returns A, an array (m, n_H, n_W, n_C) with n_H = (n_H_prev - f) // stride + 1, likewise n_W,
    and cache, the tuple (A_prev, hparameters). Raises ValueError for another mode.
    """
    statistics = {"max": np.max, "average": np.mean}
    if mode not in statistics:
        raise ValueError(f'mode is "max" or "average", not {mode!r}')
    slices = windows(A_prev, hparameters["f"], hparameters["stride"])
    return statistics[mode](slices, axis=(4, 5)), (A_prev, hparameters)


def relu(Z):
    """max(0, z), entry by entry; the shape stays."""
    return np.maximum(Z, 0)
