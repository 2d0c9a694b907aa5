"""Wrong versions of `col2im`: overlaps that are lost, windows at the wrong places, entries in the wrong order."""

import numpy as np

from autograder.catalogue import mistake


@mistake("The way back", test="overlap")
def overwrites_instead_of_adding(columns, shape, f, stride):
    """Where windows overlap, only what came last is left in your result.
    Each window adds its entries to what others have put there."""
    m, n_H_prev, n_W_prev, n_C = shape
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    windows = columns.reshape(m, n_H, n_W, f, f, n_C)
    A = np.zeros(shape)
    for p in range(f):
        for q in range(f):
            A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride] = windows[:, :, :, p, q]
    return A


@mistake("The way back", test="overlap")
def takes_the_mean_of_the_overlap(columns, shape, f, stride):
    """Where windows overlap, your result is their mean, as if it were to undo im2col.
    What comes back is a gradient, and contributions to a gradient are added."""
    m, n_H_prev, n_W_prev, n_C = shape
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    windows = columns.reshape(m, n_H, n_W, f, f, n_C)
    A, count = np.zeros(shape), np.zeros(shape)
    for p in range(f):
        for q in range(f):
            place = np.s_[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride]
            A[place] += windows[:, :, :, p, q]
            count[place] += 1
    return A / np.maximum(count, 1)


@mistake("The way back", test="overlap")
def adds_by_repeated_places(columns, shape, f, stride):
    """Your code adds to one array with a list of places in which some stand more than once, and NumPy adds there
    only once. Take one position of the window at a time, where no place is repeated."""
    places = np.arange(int(np.prod(shape))).reshape(shape)
    windows = np.lib.stride_tricks.sliding_window_view(places, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    windows = windows.transpose(0, 1, 2, 4, 5, 3)
    A = np.zeros(shape)
    A.reshape(-1)[windows.ravel()] += columns.ravel()
    return A


@mistake("The way back", test="apart")
def forgets_the_step(columns, shape, f, stride):
    """Your windows are put back one pixel after the other, whatever the stride is.
    The entries at one position of all windows lie as many pixels apart as the stride says."""
    m, n_H_prev, n_W_prev, n_C = shape
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    windows = columns.reshape(m, n_H, n_W, f, f, n_C)
    A = np.zeros(shape)
    for p in range(f):
        for q in range(f):
            A[:, p : p + n_H, q : q + n_W] += windows[:, :, :, p, q]
    return A


@mistake("The way back", test="apart")
def mirrors_the_windows(columns, shape, f, stride):
    """The rows and columns within your windows are swapped: what lies at row p and column q of a window is added at
    row q and column p. Use both indices in the same order on both sides."""
    m, n_H_prev, n_W_prev, n_C = shape
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    windows = columns.reshape(m, n_H, n_W, f, f, n_C)
    A = np.zeros(shape)
    for p in range(f):
        for q in range(f):
            A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride] += windows[:, :, :, q, p]
    return A


@mistake("The way back", test="overlap")
def reads_the_rows_as_channels_first(columns, shape, f, stride):
    """Your code reads a row of the matrix as channel, row, column.
    Its entries are in the order row, column, channel, as im2col makes them."""
    m, n_H_prev, n_W_prev, n_C = shape
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    windows = columns.reshape(m, n_H, n_W, n_C, f, f)
    A = np.zeros(shape)
    for p in range(f):
        for q in range(f):
            A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride] += windows[:, :, :, :, p, q]
    return A


@mistake("The way back", test="apart")
def adds_the_first_image_only(columns, shape, f, stride):
    """Your code puts back the windows of the first image, and the other images stay empty.
    Use all examples at once, on both sides."""
    m, n_H_prev, n_W_prev, n_C = shape
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    windows = columns.reshape(m, n_H, n_W, f, f, n_C)
    A = np.zeros(shape)
    for p in range(f):
        for q in range(f):
            A[0, p : p + n_H * stride : stride, q : q + n_W * stride : stride] += windows[0, :, :, p, q]
    return A


@mistake("The way back", test="overlap")
def leaves_out_the_last_position(columns, shape, f, stride):
    """Your loops leave out the last row and the last column of the window.
    Every position of the window has to be put back, from the first to the last."""
    m, n_H_prev, n_W_prev, n_C = shape
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    windows = columns.reshape(m, n_H, n_W, f, f, n_C)
    A = np.zeros(shape)
    for p in range(f - 1):
        for q in range(f - 1):
            A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride] += windows[:, :, :, p, q]
    return A


@mistake("The way back", test="edge")
def starts_from_other_than_zeros(columns, shape, f, stride):
    """Your sums do not start from zero, so pixels that lie in no window are not 0.
    Start from zeros, since np.empty leaves whatever was in the memory before."""
    m, n_H_prev, n_W_prev, n_C = shape
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    windows = columns.reshape(m, n_H, n_W, f, f, n_C)
    A = np.ones(shape)
    for p in range(f):
        for q in range(f):
            A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride] += windows[:, :, :, p, q]
    return A
