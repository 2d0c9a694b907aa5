"""Pooling, forward."""

import numpy as np

from helpers.layers.slices import windows


def pool_forward(A_prev, hparameters, mode="max"):
    """The largest entry (mode "max") or the mean (mode "average") of each window, channel by channel.

    A_prev: (m, n_H_prev, n_W_prev, n_C). hparameters: dict with "f" and "stride".
    Returns A, an array (m, n_H, n_W, n_C) with n_H = (n_H_prev - f) // stride + 1, likewise n_W,
    and cache, the tuple (A_prev, hparameters). Raises ValueError for another mode, and where the window is larger than
    the image.
    """
    if mode not in ("max", "average"):
        raise ValueError(f'mode is "max" or "average", not {mode!r}')
    f = hparameters["f"]
    slices = windows(A_prev, f, hparameters["stride"])
    first, *others = [slices[..., row, column] for row, column in np.ndindex(f, f)]
    # All windows at once, one of their places after the other: far sooner than window after window.
    if mode == "max":
        A = first.copy()
        for entries in others:
            np.maximum(A, entries, out=A)
    else:
        A = first.astype(np.result_type(A_prev, np.float32))
        for entries in others:
            A += entries
        A /= f * f
    return A, (A_prev, hparameters)
