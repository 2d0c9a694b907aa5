"""Right versions of `col2im` in other styles."""

import numpy as np

from autograder.catalogue import style
from autograder.reference import im2col


@style
def ends_at_the_last_place(columns, shape, f, stride):
    """The slices end just behind the last place."""
    m, n_H_prev, n_W_prev, n_C = shape
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    parts = columns.reshape(m, n_H, n_W, f, f, n_C).transpose(3, 4, 0, 1, 2, 5)
    A = np.zeros(shape)
    for p, q in np.ndindex(f, f):
        A[:, p : p + (n_H - 1) * stride + 1 : stride, q : q + (n_W - 1) * stride + 1 : stride] += parts[p, q]
    return A


@style
def loops_over_places(columns, shape, f, stride):
    """A loop over the places of the output, all examples at once."""
    m, n_H_prev, n_W_prev, n_C = shape
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    windows = columns.reshape((m, n_H, n_W, f, f, n_C))
    A = np.zeros(shape)
    for h in range(n_H):
        for w in range(n_W):
            A[:, h * stride : h * stride + f, w * stride : w * stride + f] += windows[:, h, w]
    return A


@style
def counts_with_bincount(columns, shape, f, stride):
    """The places of all entries, and np.bincount, which adds weights by place."""
    places = im2col(np.arange(np.prod(shape)).reshape(shape), f, stride)
    return np.bincount(places.ravel(), weights=columns.ravel(), minlength=np.prod(shape)).reshape(shape)


@style
def adds_at(columns, shape, f, stride):
    """np.add.at, which adds as often as a place is named."""
    places = im2col(np.arange(np.prod(shape)).reshape(shape), f, stride)
    A = np.zeros(np.prod(shape))
    np.add.at(A, places.ravel(), columns.ravel())
    return A.reshape(shape)


@style
def spreads_and_cuts(columns, shape, f, stride):
    """A larger array that has room for every stride, cut at the end."""
    m, n_H_prev, n_W_prev, n_C = shape
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    windows = columns.reshape(m, n_H, n_W, f, f, n_C)
    A = np.zeros((m, n_H * stride + f, n_W * stride + f, n_C))
    for p in range(f):
        for q in range(f):
            A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[..., p, q, :]
    result = np.zeros(shape)
    bottom, right = min(n_H_prev, A.shape[1]), min(n_W_prev, A.shape[2])
    result[:, :bottom, :right] = A[:, :bottom, :right]
    return result


@style
def rows_first_then_columns(columns, shape, f, stride):
    """Two steps: first the columns of the windows are added into strips, then the rows of the strips."""
    m, n_H_prev, n_W_prev, n_C = shape
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    windows = columns.reshape(m, n_H, n_W, f, f, n_C)
    strips = np.zeros((m, n_H, f, n_W_prev, n_C))
    for q in range(f):
        strips[:, :, :, q : q + n_W * stride : stride] += windows[:, :, :, :, q].transpose(0, 1, 3, 2, 4)
    A = np.zeros(shape)
    for p in range(f):
        A[:, p : p + n_H * stride : stride] += strips[:, :, p]
    return A


@style
def step_by_step(columns, shape, f, stride):
    """The steps of the notebook, one after the other."""
    (m, n_H_prev, n_W_prev, n_C) = shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    windows = columns.reshape(m, n_H, n_W, f, f, n_C)
    A = np.zeros(shape)
    for p in range(f):
        for q in range(f):
            A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]
    return A
