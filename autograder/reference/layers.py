"""Convolution and pooling, forward and backward (notebooks 01 to 04)."""

import numpy as np

from autograder.reference.registry import gives
from helpers import layers
from helpers.layers import fitting, windows

zero_pad = gives("X_pad")(layers.zero_pad)
conv_forward = gives("Z", "cache")(layers.conv_forward)
pool_forward = gives("A", "cache")(layers.pool_forward)


@gives("Z")
def conv_single_step(a_slice_prev, W, b):
    """One filter on one window: the sum of the products of their entries, plus the bias, once.

    a_slice_prev, W: (f, f, n_C_prev). b: (1, 1, 1). Returns a scalar.
    """
    return np.sum(a_slice_prev * W) + np.asarray(b).item()


@gives("dA_prev", "dW", "db")
def conv_backward(dZ, cache):
    """Gradients of the loss with respect to the input, the filters and the biases of `conv_forward`.

    dZ: (m, n_H, n_W, n_C), the gradient with respect to Z. cache: (A_prev, W, b, hparameters).
    Returns dA_prev, dW, db with the shapes of A_prev, W and b.
    """
    A_prev, W, _, hparameters = fitting.parts("conv_backward", cache, ("A_prev", "W", "b", "hparameters"))
    f, stride, pad = W.shape[0], hparameters["stride"], hparameters["pad"]
    fitting.gradient("conv_backward", "dZ", dZ, A_prev, hparameters, f, W.shape[3])
    A_prev_pad = zero_pad(A_prev, pad)
    slices = windows(A_prev_pad, f, stride)
    # slices: (m, n_H, n_W, n_C_prev, f, f). Summing over example and place leaves (n_C_prev, f, f, n_C).
    dW = np.tensordot(slices, dZ, axes=([0, 1, 2], [0, 1, 2])).transpose(1, 2, 0, 3)
    db = dZ.sum(axis=(0, 1, 2)).reshape(1, 1, 1, -1)

    dA_prev_pad = np.zeros(A_prev_pad.shape)
    for row in range(f):
        for column in range(f):
            _windows_at(dA_prev_pad, row, column, dZ.shape, stride)[...] += dZ @ W[row, column].T
    bottom, right = dA_prev_pad.shape[1] - pad, dA_prev_pad.shape[2] - pad
    return dA_prev_pad[:, pad:bottom, pad:right, :], dW, db


@gives("mask")
def create_mask_from_window(x):
    """True where the window x has its largest entry, False elsewhere; every entry that ties is marked."""
    return x == np.max(x)


@gives("a")
def distribute_value(dz, shape):
    """An array of the given shape (n_H, n_W) whose equal entries sum to the scalar dz."""
    return np.full(shape, dz / (shape[0] * shape[1]))


def _breaks_ties(dA, cache, mode="max") -> list[dict]:
    """Where a maximum stands twice in a window, each way to choose between the two is right."""
    return [{"ties": ties} for ties in ("all", "first", "last", "share")] if mode == "max" else [{}]


@gives("dA_prev", ways=_breaks_ties)
def pool_backward(dA, cache, mode="max", ties="all"):
    """Gradient of the loss with respect to the input of `pool_forward`.

    dA: (m, n_H, n_W, n_C). cache: (A_prev, hparameters). mode: "max" or "average".
    ties: where the maximum stands more than once in a window, the gradient goes to "all" of them in full, to the
    "first" or the "last" in row-major order, or each has an equal "share" of it.
    Returns dA_prev with the shape of A_prev.
    """
    A_prev, hparameters = fitting.parts("pool_backward", cache, ("A_prev", "hparameters"))
    f, stride = hparameters["f"], hparameters["stride"]
    fitting.gradient("pool_backward", "dA", dA, A_prev, hparameters, f, A_prev.shape[3])
    dA_prev = np.zeros(A_prev.shape)
    if mode == "average":
        share = np.full((f, f), 1 / (f * f))
        weights = np.broadcast_to(share, (*dA.shape, f, f))
    else:
        weights = _maxima(windows(A_prev, f, stride), ties)
    for row in range(f):
        for column in range(f):
            _windows_at(dA_prev, row, column, dA.shape, stride)[...] += weights[..., row, column] * dA
    return dA_prev


def _windows_at(A, row, column, shape, stride):
    """The entry at (row, column) of every window, as a view of A (m, n_H_prev, n_W_prev, n_C)."""
    _, n_H, n_W, _ = shape
    return A[:, row : row + n_H * stride : stride, column : column + n_W * stride : stride, :]


def _maxima(slices, ties):
    """1.0 at the maximum of each window (..., f, f), 0.0 elsewhere."""
    every = slices == slices.max(axis=(-2, -1), keepdims=True)
    if ties == "all":
        return every.astype(float)
    if ties == "share":
        return every / every.sum(axis=(-2, -1), keepdims=True)
    flat = every.reshape(*every.shape[:-2], -1)
    place = flat.argmax(axis=-1) if ties == "first" else flat.shape[-1] - 1 - flat[..., ::-1].argmax(axis=-1)
    return (np.arange(flat.shape[-1]) == place[..., None]).astype(float).reshape(every.shape)
