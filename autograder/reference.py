"""A right version of each exercise, written for whole arrays: what every answer is compared with.

The forward passes are those that the notebooks give (`helpers.layers`); the rest stands only here, where no student
sees it. tests/test_reference.py proves all of it against plain loops, numerical gradients and, where it is installed,
PyTorch.
"""

import numpy as np

from helpers.layers import conv_forward, pool_forward, windows, zero_pad

__all__ = [
    "EXERCISES",
    "conv_backward",
    "conv_forward",
    "conv_single_step",
    "create_mask_from_window",
    "distribute_value",
    "pool_backward",
    "pool_forward",
    "zero_pad",
]


def conv_single_step(a_slice_prev, W, b):
    """One filter on one window: the sum of the products of their entries, plus the bias, once.

    a_slice_prev, W: (f, f, n_C_prev). b: (1, 1, 1). Returns a scalar.
    """
    return np.sum(a_slice_prev * W) + np.asarray(b).item()


def conv_backward(dZ, cache):
    """Gradients of the loss with respect to the input, the filters and the biases of `conv_forward`.

    dZ: (m, n_H, n_W, n_C), the gradient with respect to Z. cache: (A_prev, W, b, hparameters).
    Returns dA_prev, dW, db with the shapes of A_prev, W and b.
    """
    A_prev, W, _, hparameters = cache
    f, stride, pad = W.shape[0], hparameters["stride"], hparameters["pad"]
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


def create_mask_from_window(x):
    """True where the window x has its largest entry, False elsewhere; every entry that ties is marked."""
    return x == np.max(x)


def distribute_value(dz, shape):
    """An array of the given shape (n_H, n_W) whose equal entries sum to the scalar dz."""
    return np.full(shape, dz / (shape[0] * shape[1]))


def pool_backward(dA, cache, mode="max", ties="all"):
    """Gradient of the loss with respect to the input of `pool_forward`.

    dA: (m, n_H, n_W, n_C). cache: (A_prev, hparameters). mode: "max" or "average".
    ties: where the maximum stands more than once in a window, the gradient goes to "all" of them in full, or to the
    "first" or the "last" in row-major order.
    Returns dA_prev with the shape of A_prev.
    """
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
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
    flat = every.reshape(*every.shape[:-2], -1)
    place = flat.argmax(axis=-1) if ties == "first" else flat.shape[-1] - 1 - flat[..., ::-1].argmax(axis=-1)
    return (np.arange(flat.shape[-1]) == place[..., None]).astype(float).reshape(every.shape)


EXERCISES = {
    function.__name__: function
    for function in (
        zero_pad,
        conv_single_step,
        conv_forward,
        pool_forward,
        conv_backward,
        create_mask_from_window,
        distribute_value,
        pool_backward,
    )
}
