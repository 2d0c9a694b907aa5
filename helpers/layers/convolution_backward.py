"""Convolution, backward: the gradients of its input, its filters and its biases."""

import numpy as np

from helpers.layers.padding import zero_pad
from helpers.layers.slices import at_offset, rows, windows


def conv_backward(dZ, cache):
    """Gradients of the loss with respect to the input, the filters and the biases of `conv_forward`.

    dZ: (m, n_H, n_W, n_C), the gradient with respect to Z. cache: (A_prev, W, b, hparameters).
    Returns dA_prev, dW, db with the shapes of A_prev, W and b. Raises ValueError where the filter is larger than the
    padded image.
    """
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    dZ = dZ.astype(np.result_type(dZ, np.float32), copy=False)  # gradients of whole numbers are no whole numbers
    A_prev_pad = zero_pad(A_prev, pad) if pad else A_prev

    dW = _of_filters(dZ, windows(A_prev_pad, W.shape[0], stride)).reshape(W.shape)
    db = dZ.sum(axis=(0, 1, 2)).reshape(b.shape)
    dA_prev_pad = _of_input(dZ, W, A_prev_pad.shape, stride)
    bottom, right = pad + A_prev.shape[1], pad + A_prev.shape[2]
    return dA_prev_pad[:, pad:bottom, pad:right], dW, db


def _of_filters(dZ, slices):
    """Each window, times the gradient of what came of it, summed: (f * f * n_C_prev, n_C)."""
    n_C_prev, f, _ = slices.shape[3:]
    n_C = dZ.shape[3]
    dW = np.zeros((f * f * n_C_prev, n_C), dtype=np.result_type(slices, dZ))
    for images, some_rows in rows(slices):
        dW += some_rows.T @ dZ[images].reshape(-1, n_C)
    return dW


def _of_input(dZ, W, shape, stride):
    """Each output's gradient, sent back through each weight to the entry of the window that it was multiplied with.

    One place of the filter after the other: windows overlap, but their entries at one place do not.
    """
    f, _, n_C_prev, n_C = W.shape
    m, n_H, n_W, _ = dZ.shape
    dA_prev_pad = np.zeros(shape, dtype=np.result_type(dZ, W))
    sent_back = np.empty((m, n_H, n_W, n_C_prev), dtype=dA_prev_pad.dtype)
    dZ_rows = dZ.reshape(-1, n_C)
    for row, column in np.ndindex(f, f):
        np.matmul(dZ_rows, W[row, column].T, out=sent_back.reshape(-1, n_C_prev))
        at_offset(dA_prev_pad, row, column, n_H, n_W, stride)[...] += sent_back
    return dA_prev_pad
