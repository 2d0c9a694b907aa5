"""Pooling, backward: to which entries of a window its gradient goes."""

import numpy as np

from helpers.layers import fitting
from helpers.layers.pooling import pool_forward
from helpers.layers.slices import at_offset, windows


def pool_backward(dA, cache, mode="max"):
    """Gradient of the loss with respect to the input of `pool_forward`.

    dA: (m, n_H, n_W, n_C). cache: (A_prev, hparameters). mode: "max" or "average".
    Returns dA_prev with the shape of A_prev. Where the maximum of a window stands in several places, the gradient goes
    to each of them in full. Raises ValueError for another mode, where the window is larger than the image, and where
    dA and the cache are not of the same layer.
    """
    A_prev, hparameters = fitting.parts("pool_backward", cache, ("A_prev", "hparameters"))
    f, stride = hparameters["f"], hparameters["stride"]
    slices = windows(A_prev, f, stride)
    fitting.gradient("pool_backward", "dA", dA, A_prev, hparameters, f, A_prev.shape[3])
    A, _ = pool_forward(A_prev, hparameters, mode)
    _, n_H, n_W, _ = dA.shape
    dA_prev = np.zeros(A_prev.shape, dtype=np.result_type(dA, np.float32))
    for row, column in np.ndindex(f, f):
        share = slices[..., row, column] == A if mode == "max" else 1 / f**2
        at_offset(dA_prev, row, column, n_H, n_W, stride)[...] += share * dA
    return dA_prev
