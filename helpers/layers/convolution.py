"""Convolution, forward: all windows of a batch times all filters is one matrix product."""

import numpy as np

from helpers.layers import fitting
from helpers.layers.padding import zero_pad
from helpers.layers.slices import rows, windows


def conv_forward(A_prev, W, b, hparameters):
    """Convolution as deep learning uses the word: cross-correlation, plus one bias per filter.

    A_prev: (m, n_H_prev, n_W_prev, n_C_prev). W: (f, f, n_C_prev, n_C). b: (1, 1, 1, n_C).
    hparameters: dict with "stride" and "pad".
    Returns Z, an array (m, n_H, n_W, n_C) with n_H = (n_H_prev - f + 2 * pad) // stride + 1, likewise n_W,
    and cache, the tuple (A_prev, W, b, hparameters). Raises ValueError where the filter is larger than the padded
    image, or has another number of channels.
    """
    fitting.filters("conv_forward", A_prev, W, b)
    f, _, _, n_C = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    slices = windows(zero_pad(A_prev, pad) if pad else A_prev, f, stride)
    Z = np.empty((*slices.shape[:3], n_C), dtype=np.result_type(A_prev, W, b))
    # In the type of Z: a product of small whole numbers would not fit into theirs.
    filters = W.reshape(-1, n_C).astype(Z.dtype, copy=False)
    for images, some_rows in rows(slices):
        np.matmul(some_rows, filters, out=Z[images].reshape(-1, n_C))
    Z += b
    return Z, (A_prev, W, b, hparameters)
