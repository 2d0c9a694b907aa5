"""Convolution and pooling without loops over entries (notebook 06).

The windows are NumPy's own sliding_window_view here, and col2im adds entry by entry, by index: another way than the one
that the notebook teaches.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from autograder.reference.layers import conv_backward, conv_forward, pool_forward
from autograder.reference.registry import gives


@gives("result")
def window_strides(strides, stride):
    """The strides, in bytes, of the windows (m, n_H, n_W, f, f, n_C) of a batch that has these four strides."""
    image, row, column, channel = strides
    return image, row * stride, column * stride, row, column, channel


@gives("windows")
def window_view(A, f, stride):
    """Every f × f window of a batch, as a view (m, n_H, n_W, f, f, n_C)."""
    return sliding_window_view(A, (f, f), axis=(1, 2))[:, ::stride, ::stride].transpose(0, 1, 2, 4, 5, 3)


@gives("columns")
def im2col(A, f, stride):
    """The windows as the rows of a matrix (m * n_H * n_W, f * f * n_C): row, column, channel of a window."""
    windows = window_view(A, f, stride)
    return windows.reshape(int(np.prod(windows.shape[:3])), -1)


@gives("Z", "cache")
def conv_forward_im2col(A_prev, W, b, hparameters):
    """As conv_forward."""
    return conv_forward(A_prev, W, b, hparameters)


@gives("A")
def col2im(columns, shape, f, stride):
    """The sum of all windows, each at its place in a batch of the given shape (m, n_H_prev, n_W_prev, n_C)."""
    places = im2col(np.arange(int(np.prod(shape))).reshape(shape), f, stride)
    return np.bincount(places.ravel(), np.ravel(columns), int(np.prod(shape))).reshape(shape)


@gives("dA_prev", "dW", "db")
def conv_backward_im2col(dZ, cache):
    """As conv_backward. cache: the tuple (A_prev, W, b, hparameters)."""
    return conv_backward(dZ, cache)


@gives("Z", "cache")
def conv_forward_offsets(A_prev, W, b, hparameters):
    """As conv_forward."""
    return conv_forward(A_prev, W, b, hparameters)


@gives("A", "cache")
def pool_forward_windows(A_prev, hparameters, mode="max"):
    """As pool_forward."""
    return pool_forward(A_prev, hparameters, mode)
