"""Right versions of `window_view` in other styles."""

import numpy as np

from autograder.catalogue import style
from autograder.reference import window_strides
from helpers.memory import view_of


@style
def as_strided_with_own_strides(A, f, stride):
    """NumPy's as_strided, the strides of the batch taken apart."""
    m, n_H_prev, n_W_prev, n_C = A.shape
    s0, s1, s2, s3 = A.strides
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    return np.lib.stride_tricks.as_strided(
        A, shape=(m, n_H, n_W, f, f, n_C), strides=(s0, s1 * stride, s2 * stride, s1, s2, s3)
    )


@style
def as_strided_and_read_only(A, f, stride):
    """The student's strides, and a view that cannot be written to."""
    m, n_H_prev, n_W_prev, n_C = A.shape
    shape = (m, int((n_H_prev - f) / stride) + 1, int((n_W_prev - f) / stride) + 1, f, f, n_C)
    return np.lib.stride_tricks.as_strided(A, shape, window_strides(A.strides, stride), writeable=False)


@style
def sliding_window_view_sliced(A, f, stride):
    """sliding_window_view, sliced for the stride and transposed."""
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))
    return windows[:, ::stride, ::stride].transpose(0, 1, 2, 4, 5, 3)


@style
def sliding_window_over_the_channels(A, f, stride):
    """A window over all four axes, as deep as the image, and the axis of length one taken away."""
    windows = np.lib.stride_tricks.sliding_window_view(A, (1, f, f, A.shape[3]))
    return windows[:, ::stride, ::stride, 0, 0]


@style
def sliding_window_moved(A, f, stride):
    """np.moveaxis in place of a transpose."""
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))
    return np.moveaxis(windows[:, ::stride, ::stride], 3, -1)


@style
def one_axis_after_the_other(A, f, stride):
    """First windows of rows, then windows of columns."""
    slide = np.lib.stride_tricks.sliding_window_view
    rows = slide(A, f, axis=1)[:, ::stride]
    both = slide(rows, f, axis=2)[:, :, ::stride]
    return both.transpose(0, 1, 2, 4, 5, 3)


@style
def as_strided_on_the_rest(A, f, stride):
    """The axes of the image kept as they are, and two new ones in front of them that walk along with a step."""
    s = A.strides
    n_H, n_W = (A.shape[1] - f) // stride + 1, (A.shape[2] - f) // stride + 1
    shape = [len(A), n_H, n_W, *A[:, :f, :f].shape[1:]]
    return np.lib.stride_tricks.as_strided(A, shape, [s[0], stride * s[1], stride * s[2], *s[1:]], subok=False)


@style
def step_by_step(A, f, stride):
    """The steps of the notebook, one after the other."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    return view_of(A, (m, n_H, n_W, f, f, n_C), window_strides(A.strides, stride))
