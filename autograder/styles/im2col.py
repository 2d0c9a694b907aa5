"""Right versions of `im2col` in other styles."""

import numpy as np

from autograder.catalogue import style
from autograder.reference import window_view


@style
def one_line(A, f, stride):
    """The view, reshaped, with the number of rows left to NumPy."""
    return window_view(A, f, stride).reshape(-1, f * f * A.shape[3])


@style
def contiguous_first(A, f, stride):
    """A copy made on purpose, then a reshape that copies nothing."""
    windows = np.ascontiguousarray(window_view(A, f, stride))
    m, n_H, n_W = windows.shape[:3]
    return windows.reshape((m * n_H * n_W, -1))


@style
def fills_positions(A, f, stride):
    """An empty matrix, filled one position of the window at a time."""
    m, n_H_prev, n_W_prev, n_C = A.shape
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    columns = np.empty((m, n_H, n_W, f, f, n_C), dtype=A.dtype)
    for p in range(f):
        for q in range(f):
            columns[:, :, :, p, q] = A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride]
    return columns.reshape(m * n_H * n_W, f * f * n_C)


@style
def fills_windows(A, f, stride):
    """A loop over the places of the output, all examples at once."""
    m, n_H_prev, n_W_prev, n_C = A.shape
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    columns = np.zeros((m, n_H, n_W, f * f * n_C))
    for h in range(n_H):
        for w in range(n_W):
            window = A[:, h * stride : h * stride + f, w * stride : w * stride + f]
            columns[:, h, w] = window.reshape(m, -1)
    return columns.reshape(-1, f * f * n_C)


@style
def picks_by_index(A, f, stride):
    """Arrays of row and column numbers, and indexing with them."""
    m, n_H_prev, n_W_prev, n_C = A.shape
    rows = np.arange(0, n_H_prev - f + 1, stride)[:, None] + np.arange(f)
    columns = np.arange(0, n_W_prev - f + 1, stride)[:, None] + np.arange(f)
    windows = A[:, rows[:, None, :, None], columns[None, :, None, :]]
    return windows.reshape(m * len(rows) * len(columns), -1)


@style
def stacks_positions(A, f, stride):
    """The slices of all positions, stacked along a new axis."""
    m, n_H_prev, n_W_prev, n_C = A.shape
    bottom, right = n_H_prev - f + 1, n_W_prev - f + 1
    parts = [A[:, p : p + bottom : stride, q : q + right : stride] for p in range(f) for q in range(f)]
    return np.stack(parts, axis=3).reshape(-1, f * f * n_C)


@style
def sliding_windows_in_place(A, f, stride):
    """sliding_window_view itself, transposed and reshaped."""
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    return np.transpose(windows, (0, 1, 2, 4, 5, 3)).reshape(-1, f * f * A.shape[-1])


@style
def step_by_step(A, f, stride):
    """The steps of the notebook, one after the other."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.reshape(m * n_H * n_W, f * f * n_C)
