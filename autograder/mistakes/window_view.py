"""Wrong versions of `window_view`: the wrong number of windows, the wrong steps, the wrong order of the axes."""

import numpy as np

from autograder.catalogue import mistake


@mistake("All windows, without a copy", test="view-2")
def forgets_the_stride(A, f, stride):
    """Your code makes a window for every pixel, whatever the stride is.
    The next window begins as many pixels further as the stride says, so there are fewer of them."""
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))
    return windows.transpose(0, 1, 2, 4, 5, 3)


@mistake("All windows, without a copy", test="view-2")
def counts_with_the_stride_but_steps_by_one(A, f, stride):
    """The number of your windows is right, but they begin one pixel after the other.
    The stride belongs into the steps from window to window as well."""
    n_H = (A.shape[1] - f) // stride + 1
    n_W = (A.shape[2] - f) // stride + 1
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))
    return windows[:, :n_H, :n_W].transpose(0, 1, 2, 4, 5, 3)


@mistake("All windows, without a copy", test="view-1")
def leaves_the_channels_in_front(A, f, stride):
    """Your view has the channels before the rows and columns of the window, as sliding_window_view gives them.
    They come last: transpose the axes."""
    return np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))[:, ::stride, ::stride]


@mistake("All windows, without a copy", test="view-1")
def mirrors_the_windows(A, f, stride):
    """The rows and columns within your windows are swapped.
    After image, down and right, the order of the axes is row, column and channel."""
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    return windows.transpose(0, 1, 2, 5, 4, 3)


@mistake("All windows, without a copy", test="view-1")
def swaps_down_and_right(A, f, stride):
    """The second axis of your view walks to the right and the third one downward.
    As in the output of a layer, rows come before columns."""
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    return windows.transpose(0, 2, 1, 4, 5, 3)


@mistake("All windows, without a copy", test="view-1")
def takes_the_height_for_the_width(A, f, stride):
    """Your code counts the windows of a row with the height of the image.
    Height and width may differ, and each has a number of windows of its own."""
    n_H = (A.shape[1] - f) // stride + 1
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    return windows[:, :, :n_H].transpose(0, 1, 2, 4, 5, 3)


@mistake("All windows, without a copy", test="view-1")
def forgets_the_last_window(A, f, stride):
    """One window is missing at the end of each row and each column.
    The number of steps is rounded down, and then one is added for the first window."""
    n_H = (A.shape[1] - f) // stride
    n_W = (A.shape[2] - f) // stride
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    return windows[:, :n_H, :n_W].transpose(0, 1, 2, 4, 5, 3)


@mistake("All windows, without a copy", test="view-layout")
def assumes_an_order_in_memory(A, f, stride):
    """Your strides are computed from the shape, as if the batch lay in memory with the channels last.
    A batch may be a view of another one: its own strides say where its entries lie."""
    m, n_H_prev, n_W_prev, n_C = A.shape
    s = A.itemsize
    row, column = n_W_prev * n_C * s, n_C * s
    shape = (m, (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1, f, f, n_C)
    strides = (n_H_prev * row, stride * row, stride * column, row, column, s)
    return np.lib.stride_tricks.as_strided(A, shape, strides)
