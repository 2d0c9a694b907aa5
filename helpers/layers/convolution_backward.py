"""Convolution, backward: the gradients of its input, its filters and its biases."""

import numpy as np

from helpers.layers import fitting
from helpers.layers.padding import zero_pad
from helpers.layers.slices import at_offset, rows, windows


def conv_backward(dZ, cache):
    """Gradients of the loss with respect to the input, the filters and the biases of `conv_forward`.

    dZ: (m, n_H, n_W, n_C), the gradient with respect to Z. cache: (A_prev, W, b, hparameters).
    Returns dA_prev, dW, db with the shapes of A_prev, W and b. Raises ValueError where the filter is larger than the
    padded image, and where dZ and the cache are not of the same layer.
    """
    A_prev, W, b, hparameters = fitting.parts("conv_backward", cache, ("A_prev", "W", "b", "hparameters"))
    f, _, n_C_prev, n_C = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    fitting.gradient("conv_backward", "dZ", dZ, A_prev, hparameters, f, n_C)
    dZ = dZ.astype(np.result_type(dZ, np.float32), copy=False)  # gradients of whole numbers are no whole numbers
    A_prev_pad = zero_pad(A_prev, pad) if pad else A_prev

    dW = np.zeros((f * f * n_C_prev, n_C), dtype=np.result_type(A_prev, dZ))
    dA_prev_pad = np.zeros(A_prev_pad.shape, dtype=np.result_type(dZ, W))
    # Both products for a few images at a time: what the first has read, the second still finds near the processor.
    for images, some_rows in rows(windows(A_prev_pad, f, stride)):
        dW += some_rows.T @ dZ[images].reshape(-1, n_C)
        _send_back(dZ[images], W, stride, dA_prev_pad[images])
    dZ_rows = dZ.reshape(-1, n_C)
    db = np.ones(len(dZ_rows), dtype=dZ.dtype) @ dZ_rows  # the sum over all windows, which as a product is sooner done
    bottom, right = pad + A_prev.shape[1], pad + A_prev.shape[2]
    return dA_prev_pad[:, pad:bottom, pad:right], dW.reshape(W.shape), db.reshape(b.shape)


def _send_back(dZ, W, stride, dA_prev_pad):
    """Each output's gradient, through each weight, to the entry of the window that it was multiplied with: added there.

    One place of the filter after the other: windows overlap, but their entries at one place do not.
    """
    f, _, n_C_prev, n_C = W.shape
    m, n_H, n_W, _ = dZ.shape
    dZ_rows = dZ.reshape(-1, n_C)
    sent = np.empty((m, n_H, n_W, n_C_prev), dtype=dA_prev_pad.dtype)
    for row, column in np.ndindex(f, f):
        np.matmul(dZ_rows, W[row, column].T, out=sent.reshape(-1, n_C_prev))
        there = at_offset(dA_prev_pad, row, column, n_H, n_W, stride)
        np.add(there, sent, out=there)
