"""Wrong versions of `im2col`: rows that hold something else than a window, or its entries in another order."""

import numpy as np

from autograder.catalogue import mistake
from autograder.reference import window_view


@mistake("A convolution is one matrix product", test="channels")
def puts_channels_first_in_a_row(A, f, stride):
    """A row of your matrix holds all of the first channel of its window, then all of the second.
    A filter is stored in the order row, column, channel, and so should a window be."""
    windows = window_view(A, f, stride).transpose(0, 1, 2, 5, 3, 4)
    return windows.reshape(-1, f * f * A.shape[3])


@mistake("A convolution is one matrix product", test="1")
def makes_columns_of_the_windows(A, f, stride):
    """Your matrix has a column for each window.
    Here each window is a row, whatever the name says: the channels come last in this course."""
    return window_view(A, f, stride).reshape(-1, f * f * A.shape[3]).T


@mistake("A convolution is one matrix product", test="1")
def makes_a_row_of_each_image(A, f, stride):
    """Your matrix has one row for each image, with all its windows one behind the other.
    There is one row for each window, so the first three axes become one."""
    return window_view(A, f, stride).reshape(A.shape[0], -1)


@mistake("A convolution is one matrix product", test="1")
def reshapes_without_transposing(A, f, stride):
    """The right shape, but the entries are in a wrong order: reshape was used where axes had to change places.
    It never moves an entry past another one, and only transpose does."""
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    _, n_H, n_W, n_C, _, _ = windows.shape
    return windows.transpose(3, 4, 5, 0, 1, 2).reshape(A.shape[0] * n_H * n_W, f * f * n_C)


@mistake("A convolution is one matrix product", test="1")
def goes_through_the_images_last(A, f, stride):
    """Your rows begin with the first window of every image, then come the second ones.
    All windows of the first image come first, so that the product can be given the shape of the output."""
    return window_view(A, f, stride).transpose(1, 2, 0, 3, 4, 5).reshape(-1, f * f * A.shape[3])


@mistake("A convolution is one matrix product", test="1")
def goes_down_before_right(A, f, stride):
    """Your rows walk through the windows of an image downward first.
    They go along a row of the output before the next one begins."""
    return window_view(A, f, stride).transpose(0, 2, 1, 3, 4, 5).reshape(-1, f * f * A.shape[3])


@mistake("A convolution is one matrix product", test="1")
def mirrors_the_windows(A, f, stride):
    """Within a row of your matrix, the columns of a window come before its rows.
    The order is row, column, channel, as in a filter."""
    return window_view(A, f, stride).transpose(0, 1, 2, 4, 3, 5).reshape(-1, f * f * A.shape[3])


@mistake("A convolution is one matrix product", test="stride")
def forgets_the_stride(A, f, stride):
    """Your matrix has the windows of stride 1, whatever the stride is.
    Hand the stride on when you ask for the windows."""
    return window_view(A, f, 1).reshape(-1, f * f * A.shape[3])
