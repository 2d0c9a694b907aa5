"""Wrong versions of `im2col`: rows that hold something else than a window, or its entries in another order."""

import numpy as np

from autograder.catalogue import mistake
from autograder.reference import window_view, zero_pad


@mistake("A convolution is one matrix product", test="channels")
def puts_channels_first_in_a_row(A, f, stride):
    """A row of your matrix holds all of the first channel of its window, then all of the second. A filter is stored in
    the order row, column, channel, and so should a window be."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.transpose(0, 1, 2, 5, 3, 4).reshape(m * n_H * n_W, f * f * n_C)


@mistake("A convolution is one matrix product", test="1")
def makes_columns_of_the_windows(A, f, stride):
    """Your matrix has a column for each window. Here each window should be a row, whatever the name says: the channels
    come last in this course."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.reshape(m * n_H * n_W, f * f * n_C).T


@mistake("A convolution is one matrix product", test="channels")
def makes_columns_as_channels_first(A, f, stride):
    """Your matrix has a column for each window, with one channel after the other, as libraries have it that put
    channels first. Here each window is a row, in the order row, column, channel."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.transpose(0, 1, 2, 5, 3, 4).reshape(m * n_H * n_W, f * f * n_C).T


@mistake("A convolution is one matrix product", test="1")
def reshapes_into_columns(A, f, stride):
    """Your matrix has as many columns as there are windows, and was only reshaped to that: a column holds entries of
    several windows. Here each window should be a row."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.reshape(f * f * n_C, m * n_H * n_W)


@mistake("A convolution is one matrix product", test="1")
def transposes_what_was_reshaped(A, f, stride):
    """Your matrix has the right shape, but its rows hold entries of several windows, as where it is reshaped with the
    sizes exchanged, and then transposed. Each window should be one row from the start."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.reshape(f * f * n_C, m * n_H * n_W).T


@mistake("A convolution is one matrix product", test="1")
def makes_a_row_of_each_image(A, f, stride):
    """Your matrix has one row for each image, with all its windows one behind the other. There should be one row for
    each window, so the first three axes become one."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.reshape(m, n_H * n_W * f * f * n_C)


@mistake("A convolution is one matrix product", test="channels")
def makes_a_row_of_each_pixel(A, f, stride):
    """Your matrix has one row for each pixel of each window. A whole window should be one row, so the last three axes
    become one."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.reshape(m * n_H * n_W * f * f, n_C)


@mistake("A convolution is one matrix product", test="channels")
def makes_a_row_of_each_channel(A, f, stride):
    """Your matrix has one row for each channel of each window. A window should be one row with all its channels."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.transpose(0, 1, 2, 5, 3, 4).reshape(m * n_H * n_W * n_C, f * f)


@mistake("A convolution is one matrix product", test="channels")
def leaves_the_channels_out_of_the_size(A, f, stride):
    """Your rows are as long as a window of one channel, so that one window is spread over several rows. The channels
    belong to the window: they make its row so many times longer."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.reshape(-1, f * f)


@mistake("A convolution is one matrix product", test="1")
def keeps_the_images_apart(A, f, stride):
    """Your result has three axes: one for the images, one for their windows, one for the entries of a window. It should
    be a matrix: the windows of all images stand below each other."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.reshape(m, n_H * n_W, f * f * n_C)


@mistake("A convolution is one matrix product", test="1")
def keeps_the_axes_of_a_window(A, f, stride):
    """Your result has the windows one after the other, but each of them still has its rows, columns and channels. In
    the matrix a window is one row: its three axes become one."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.reshape(m * n_H * n_W, f, f, n_C)


@mistake("A convolution is one matrix product", test="1")
def keeps_the_places_of_the_windows(A, f, stride):
    """The entries of each of your windows are in one row, but the windows still lie along three axes, image, down and
    right. For the matrix these become one, too."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.reshape(m, n_H, n_W, f * f * n_C)


@mistake("A convolution is one matrix product", test="1")
def keeps_all_six_axes(A, f, stride):
    """Your result still has the six axes of the view. For the matrix the first three become one, which says which
    window it is, and the last three become one, too."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows


@mistake("A convolution is one matrix product", test="1")
def reshapes_without_transposing(A, f, stride):
    """Your matrix has the right shape, but its entries are in a wrong order: reshape was used where axes had to change
    places. It never moves an entry past another one, and only transpose does."""
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    _, n_H, n_W, n_C, _, _ = windows.shape
    return windows.transpose(3, 4, 5, 0, 1, 2).reshape(A.shape[0] * n_H * n_W, f * f * n_C)


@mistake("A convolution is one matrix product", test="1")
def brings_the_window_to_the_front(A, f, stride):
    """Your matrix has the right shape, but its rows hold entries of several windows, as where the axes within a window
    stand in front when it is reshaped. The axes of the view are in the right order already."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.transpose(3, 4, 5, 0, 1, 2).reshape(m * n_H * n_W, f * f * n_C)


@mistake("A convolution is one matrix product", test="1")
def counts_as_fortran_does(A, f, stride):
    """Your rows are in another order, and so are the entries of each window in its row: the first axis runs fastest in
    both, as with order F. The last one should, as in a reshape that is told nothing else."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.reshape(m * n_H * n_W, f * f * n_C, order="F")


@mistake("A convolution is one matrix product", test="1")
def goes_through_the_images_last(A, f, stride):
    """Your rows begin with the first window of every image, then come the second ones. All windows of the first image
    should come first, so that the product can be given the shape of the output."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.transpose(1, 2, 0, 3, 4, 5).reshape(m * n_H * n_W, f * f * n_C)


@mistake("A convolution is one matrix product", test="1")
def goes_down_before_right(A, f, stride):
    """Your rows walk through the windows of an image downward first. They should go along a row of the output before
    the next one begins."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.transpose(0, 2, 1, 3, 4, 5).reshape(m * n_H * n_W, f * f * n_C)


@mistake("A convolution is one matrix product", test="1")
def mirrors_the_windows(A, f, stride):
    """Within a row of your matrix, the columns of a window come before its rows. The order should be row, column,
    channel, as in a filter."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.transpose(0, 1, 2, 4, 3, 5).reshape(m * n_H * n_W, f * f * n_C)


@mistake("A convolution is one matrix product", test="1")
def turns_the_windows_around(A, f, stride):
    """Each of your windows is turned by half a turn, so that its row begins with the last pixel. In deep learning
    window and filter are multiplied as they lie."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows[:, :, :, ::-1, ::-1].reshape(m * n_H * n_W, f * f * n_C)


@mistake("A convolution is one matrix product", test="1")
def takes_the_first_image_only(A, f, stride):
    """Your matrix holds the windows of the first image only. Those of all images should stand below each other, image
    after image."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows[0].reshape(n_H * n_W, f * f * n_C)


@mistake("A convolution is one matrix product", test="channels")
def takes_the_first_channel_only(A, f, stride):
    """Your matrix holds the first channel of the windows only. A row has all channels of its window in it, those of a
    pixel side by side."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows[..., 0].reshape(m * n_H * n_W, f * f)


@mistake("A convolution is one matrix product", test="channels")
def sums_the_channels(A, f, stride):
    """Your code adds up the channels of a window, so that a row has one entry for each pixel. Each channel is
    multiplied by a weight of its own, so they all stay."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.sum(axis=5).reshape(m * n_H * n_W, f * f)


@mistake("A convolution is one matrix product", test="stride")
def forgets_the_stride(A, f, stride):
    """Your matrix has the windows of stride 1, whatever the stride is. The next window should begin as many pixels
    further as the stride says."""
    windows = window_view(A, f, 1)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.reshape(m * n_H * n_W, f * f * n_C)


@mistake("A convolution is one matrix product", test="1")
def takes_f_for_the_stride(A, f, stride):
    """Your windows lie side by side, as if the stride were the size of a window. Where the next window begins is for
    the stride to say."""
    windows = window_view(A, f, f)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.reshape(m * n_H * n_W, f * f * n_C)


@mistake("A convolution is one matrix product", test="1")
def swaps_f_and_stride(A, f, stride):
    """Your windows are as large as the stride and begin as far apart as a window is wide. The size of a window and the
    stride have changed places."""
    windows = window_view(A, stride, f)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.reshape(m * n_H * n_W, f * f * n_C)


@mistake("A convolution is one matrix product", test="stride")
def numbers_the_windows_for_their_places(A, f, stride):
    """Your windows begin at their numbers, one pixel after the other, whatever the stride is. Window number 1 begins
    one stride further than window number 0."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    columns = np.zeros((m, n_H, n_W, f * f * n_C))
    for h in range(n_H):
        for w in range(n_W):
            columns[:, h, w] = A[:, h : h + f, w : w + f].reshape(m, -1)
    return columns.reshape(m * n_H * n_W, f * f * n_C)


@mistake("A convolution is one matrix product", test="1")
def loses_a_window_that_just_fits(A, f, stride):
    """Windows that end exactly at the edge of the image are missing in your matrix. They lie in the image, so they
    count."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    rows = []
    for i in range(m):
        for h in range(0, n_H_prev - f, stride):
            for w in range(0, n_W_prev - f, stride):
                rows.append(A[i, h : h + f, w : w + f].reshape(-1))
    return np.array(rows).reshape(-1, f * f * n_C)


@mistake("A convolution is one matrix product", test="1")
def pads_the_batch(A, f, stride):
    """Your matrix has windows that lie partly outside of the batch, since it was given a border of zeros first. Padding
    is done by whoever calls im2col."""
    windows = window_view(zero_pad(A, 1), f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.reshape(m * n_H * n_W, f * f * n_C)


@mistake("A convolution is one matrix product", test="1")
def asks_the_batch_for_six_sizes(A, f, stride):
    """Your code takes six sizes from an array that has four, as the batch does. The six are those of the windows, which
    window_view returns."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = A.shape
    return windows.reshape(m * n_H * n_W, f * f * n_C)


@mistake("A convolution is one matrix product", test="1")
def makes_one_long_row(A, f, stride):
    """Your result is a single row of numbers, with all windows one behind the other. It should be a matrix with one row
    for each window."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.reshape(-1)


@mistake("A convolution is one matrix product", test="1")
def keeps_the_images_apart_and_transposes(A, f, stride):
    """Your result has three axes, one for the images, and each window is a column there. It should be a matrix in which
    the windows of all images are rows below each other."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.reshape(m, n_H * n_W, f * f * n_C).transpose(0, 2, 1)


@mistake("A convolution is one matrix product", test="1")
def reshapes_the_batch(A, f, stride):
    """Your code reshapes the batch itself, which has too few entries where windows overlap. It is the windows that are
    reshaped."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return A.reshape(m * n_H * n_W, f * f * n_C)


@mistake("A convolution is one matrix product", test="1")
def cuts_off_fractions(A, f, stride):
    """Your matrix holds whole numbers: what stands after the decimal point is cut off. It should hold the entries of
    the batch as they are."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.reshape(m * n_H * n_W, f * f * n_C).astype(int)


@mistake("A convolution is one matrix product", test="stride", alone=True)
def counts_the_rows_of_one_image(A, f, stride):
    """Your matrix has only as many rows as one image has windows, so that several windows share a row where there are
    several images. There should be one row for each window of each image."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.reshape(n_H * n_W, -1)


@mistake("A convolution is one matrix product", test="1", alone=True)
def leaves_the_examples_out_of_the_size(A, f, stride):
    """The shape that you ask for has rows for the windows of one image only, so that those of several images do not
    fit. The number of rows counts the windows of all images."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.reshape(n_H * n_W, f * f * n_C)


@mistake("A convolution is one matrix product", test="1", alone=True)
def counts_one_row_of_a_window(A, f, stride):
    """The shape that you ask for has rows as long as one row of a window, so that a window does not fit. A window has
    as many rows as columns: its side counts twice in the product."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.reshape(m * n_H * n_W, f * n_C)


@mistake("A convolution is one matrix product", test="1", alone=True)
def counts_on_in_the_outer_loop(A, f, stride):
    """All windows that begin in the same row of an image are written to the same place, so that only the last of them
    is left. The row of the matrix should move on with every window."""
    m, n_H_prev, n_W_prev, n_C = A.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    columns = np.zeros((m * n_H * n_W, f * f * n_C))
    k = 0
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                columns[k] = A[i, h * stride : h * stride + f, w * stride : w * stride + f].ravel()
            k += 1
    return columns


@mistake("A convolution is one matrix product", test="1", alone=True)
def takes_the_window_at_column_and_row(A, f, stride):
    """Your window at row h and column w is cut out at row w and column h. The rows of the input belong to h, its columns
    to w."""
    m, n_H_prev, n_W_prev, n_C = A.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    columns = np.zeros((m * n_H * n_W, f * f * n_C))
    k = 0
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                columns[k] = A[i, w * stride : w * stride + f, h * stride : h * stride + f].ravel()
                k += 1
    return columns


@mistake("A convolution is one matrix product", test="stride", alone=True)
def writes_every_image_to_the_same_rows(A, f, stride):
    """Every image writes its windows to the same rows of your matrix, so that only those of the last image are left.
    The rows of the next image should come behind those of the one before."""
    m, n_H_prev, n_W_prev, n_C = A.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    columns = np.zeros((m * n_H * n_W, f * f * n_C))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                columns[h * n_W + w] = A[i, h * stride : h * stride + f, w * stride : w * stride + f].ravel()
    return columns


@mistake("A convolution is one matrix product", test="1", alone=True)
def counts_the_rows_with_the_height(A, f, stride):
    """Your code finds the row of the matrix with the number of windows from top to bottom. It should be that from left
    to right: above a window there are whole rows of windows, each with as many as fit side by side."""
    m, n_H_prev, n_W_prev, n_C = A.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    columns = np.zeros((m * n_H * n_W, f * f * n_C))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                window = A[i, h * stride : h * stride + f, w * stride : w * stride + f]
                columns[i * n_H * n_W + h * n_H + w] = window.ravel()
    return columns


@mistake("A convolution is one matrix product", test="channels", alone=True)
def makes_a_row_of_each_channel_of_a_window(A, f, stride):
    """Your matrix has a row for each channel of each window, and in each image all windows of one channel come before
    those of the next. A window should be one row, with all its channels."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.transpose(0, 5, 1, 2, 3, 4).reshape(m * n_C * n_H * n_W, f * f)


@mistake("A convolution is one matrix product", test="channels", alone=True)
def reverses_the_axes_of_a_window(A, f, stride):
    """A row of your matrix has its window in the order channel, column, row. A filter is stored in the order row,
    column, channel, and so should a window be."""
    windows = window_view(A, f, stride)
    (m, n_H, n_W, f, f, n_C) = windows.shape
    return windows.transpose(0, 1, 2, 5, 4, 3).reshape(m * n_H * n_W, f * f * n_C)
