"""Wrong versions of `window_view`: the wrong number of windows, the wrong steps, the wrong order of the axes."""

import numpy as np

from autograder.catalogue import mistake
from autograder.reference import window_strides
from helpers.memory import view_of


@mistake("All windows, without a copy", test="view-2")
def forgets_the_stride(A, f, stride):
    """Your code makes a window for every pixel, whatever the stride is. The next window begins as many pixels further
    as the stride says, so there are fewer of them."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = n_H_prev - f + 1
    n_W = n_W_prev - f + 1
    return view_of(A, (m, n_H, n_W, f, f, n_C), window_strides(A.strides, 1))


@mistake("All windows, without a copy", test="view-2")
def counts_with_the_stride_but_steps_by_one(A, f, stride):
    """The number of your windows is right, but they begin one pixel after the other. The stride belongs in the steps
    from window to window as well."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    return view_of(A, (m, n_H, n_W, f, f, n_C), window_strides(A.strides, 1))


@mistake("All windows, without a copy", test="view-2")
def steps_with_the_stride_but_counts_without(A, f, stride):
    """Your windows begin as far apart as the stride says, but the number of them is that of stride 1. The stride
    belongs in the formula of both numbers as well."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = n_H_prev - f + 1
    n_W = n_W_prev - f + 1
    return view_of(A, (m, n_H, n_W, f, f, n_C), window_strides(A.strides, stride))


@mistake("All windows, without a copy", test="view-2")
def uses_the_stride_downward_only(A, f, stride):
    """Your view uses the stride downward, and has a window at every pixel to the right. The stride is the same in both
    directions."""
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))[:, ::stride]
    return windows.transpose(0, 1, 2, 4, 5, 3)


@mistake("All windows, without a copy", test="view-2")
def steps_downward_only_by_the_stride(A, f, stride):
    """Your windows begin as far apart as the stride says downward, but one pixel after the other to the right. Both
    steps from window to window have the stride in them."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    s_image, s_row, s_column, s_channel = A.strides
    return view_of(A, (m, n_H, n_W, f, f, n_C), (s_image, stride * s_row, s_column, s_row, s_column, s_channel))


@mistake("All windows, without a copy", test="view-1")
def steps_by_the_size_of_the_window(A, f, stride):
    """Your windows begin as far apart as they are wide, whatever the stride is. Where the next one begins is for the
    stride to say."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    return view_of(A, (m, n_H, n_W, f, f, n_C), window_strides(A.strides, f))


@mistake("An array in memory", test="view-2")
def stretches_the_windows(A, f, stride):
    """The stride is in your steps within a window, and not in those from window to window. The next window begins
    further away, and its own pixels lie side by side."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    s_image, s_row, s_column, s_channel = A.strides
    strides = (s_image, s_row, s_column, stride * s_row, stride * s_column, s_channel)
    return view_of(A, (m, n_H, n_W, f, f, n_C), strides)


@mistake("All windows, without a copy", test="view-1")
def leaves_the_channels_in_front(A, f, stride):
    """Your view has the channels before the rows and columns of the window, as sliding_window_view gives them. They
    should be the last of its axes."""
    return np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))[:, ::stride, ::stride]


@mistake("All windows, without a copy", test="view-1")
def puts_the_channels_first_in_the_shape(A, f, stride):
    """The shape of your view has the channels before the rows and columns of a window, while the strides have them
    last. Both have the order image, down, right, and then row, column, channel."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    return view_of(A, (m, n_H, n_W, n_C, f, f), window_strides(A.strides, stride))


@mistake("All windows, without a copy", test="view-1")
def puts_the_window_first_in_the_shape(A, f, stride):
    """The shape of your view has the rows and columns of a window before the numbers of windows. First comes which
    window it is, downward and to the right, and then where in the window."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    return view_of(A, (m, f, f, n_H, n_W, n_C), window_strides(A.strides, stride))


@mistake("All windows, without a copy", test="view-1")
def reshapes_instead_of_transposing(A, f, stride):
    """The shape of your view is right, but channels and pixels of a window are mixed up: reshape does not move an axis.
    It takes a transpose to bring the channels behind the window."""
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    (m, n_H, n_W, n_C, f, f) = windows.shape
    return windows.reshape(m, n_H, n_W, f, f, n_C)


@mistake("All windows, without a copy", test="view-1")
def mirrors_the_windows(A, f, stride):
    """The rows and columns within your windows are swapped. After image, down and right, the order of the axes is row,
    column and channel."""
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    return windows.transpose(0, 1, 2, 5, 4, 3)


@mistake("All windows, without a copy", test="view-1")
def swaps_down_and_right(A, f, stride):
    """The second axis of your view walks to the right and the third one downward. As in the output of a layer, rows
    come before columns."""
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    return windows.transpose(0, 2, 1, 4, 5, 3)


@mistake("All windows, without a copy", test="view-1")
def swaps_the_numbers_of_windows(A, f, stride):
    """The two numbers of windows have changed places in the shape of your view. That of the rows comes first: it is
    made from the height of the image, and that of the columns from its width."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    return view_of(A, (m, n_W, n_H, f, f, n_C), window_strides(A.strides, stride))


@mistake("All windows, without a copy", test="view-1")
def takes_the_height_for_the_width(A, f, stride):
    """Your code takes the number of windows downward for that to the right. Height and width may differ, and each has a
    number of windows of its own."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_H_prev - f) // stride + 1
    return view_of(A, (m, n_H, n_W, f, f, n_C), window_strides(A.strides, stride))


@mistake("All windows, without a copy", test="view-1")
def takes_the_width_for_the_height(A, f, stride):
    """Your code takes the number of windows to the right for that downward. Height and width may differ, and each has a
    number of windows of its own."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = (n_W_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    return view_of(A, (m, n_H, n_W, f, f, n_C), window_strides(A.strides, stride))


@mistake("All windows, without a copy", test="view-1")
def forgets_the_last_window(A, f, stride):
    """One window is missing at the end of each row and each column. The number of steps is rounded down, and then one
    is added for the first window."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = (n_H_prev - f) // stride
    n_W = (n_W_prev - f) // stride
    return view_of(A, (m, n_H, n_W, f, f, n_C), window_strides(A.strides, stride))


@mistake("All windows, without a copy", test="view-2")
def adds_one_before_it_divides(A, f, stride):
    """Your code adds 1 before it divides by the stride, which may lose a window. First comes the number of steps,
    rounded down, and then 1 for the window that they start from."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = (n_H_prev - f + 1) // stride
    n_W = (n_W_prev - f + 1) // stride
    return view_of(A, (m, n_H, n_W, f, f, n_C), window_strides(A.strides, stride))


@mistake("All windows, without a copy", test="view-1")
def loses_a_window_that_just_fits(A, f, stride):
    """A last window that ends exactly at the edge of the image is missing in your view. It lies in the image, so it
    counts."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = len(range(0, n_H_prev - f, stride))
    n_W = len(range(0, n_W_prev - f, stride))
    return view_of(A, (m, n_H, n_W, f, f, n_C), window_strides(A.strides, stride))


@mistake("All windows, without a copy", test="view-edge")
def rounds_up(A, f, stride):
    """Your numbers of windows are rounded up, so that the last window hangs over the edge of the image. A window that
    does not fit any more is left out."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = int(np.ceil((n_H_prev - f) / stride)) + 1
    n_W = int(np.ceil((n_W_prev - f) / stride)) + 1
    return view_of(A, (m, n_H, n_W, f, f, n_C), window_strides(A.strides, stride))


@mistake("All windows, without a copy", test="view-2")
def divides_f_alone(A, f, stride):
    """Your code divides only the size of the window by the stride. The difference of image and window comes first, in
    brackets, and all of it is divided."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = n_H_prev - f // stride + 1
    n_W = n_W_prev - f // stride + 1
    return view_of(A, (m, n_H, n_W, f, f, n_C), window_strides(A.strides, stride))


@mistake("All windows, without a copy", test="view-1")
def counts_windows_side_by_side(A, f, stride):
    """Your numbers of windows are how often a window fits side by side, whatever the stride is. The next one begins as
    far away as the stride says, and may overlap."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = n_H_prev // f
    n_W = n_W_prev // f
    return view_of(A, (m, n_H, n_W, f, f, n_C), window_strides(A.strides, stride))


@mistake("All windows, without a copy", test="view-1")
def counts_without_the_size_of_the_window(A, f, stride):
    """Your numbers of windows do not depend on how large a window is. The last one has to end within the image, so its
    size is subtracted before the division by the stride."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = n_H_prev // stride
    n_W = n_W_prev // stride
    return view_of(A, (m, n_H, n_W, f, f, n_C), window_strides(A.strides, stride))


@mistake("All windows, without a copy", test="view-1")
def shows_the_first_image_only(A, f, stride):
    """Your view holds the windows of the first image only. Its first axis is as long as the batch."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    return view_of(A, (1, n_H, n_W, f, f, n_C), window_strides(A.strides, stride))


@mistake("All windows, without a copy", test="view-1")
def shows_the_first_channel_only(A, f, stride):
    """Your view holds the first channel only. A window has all channels of the image, along the last axis."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    return view_of(A, (m, n_H, n_W, f, f, 1), window_strides(A.strides, stride))


@mistake("All windows, without a copy", test="view-1")
def flattens_the_windows(A, f, stride):
    """The rows and columns of your windows are one axis, so that the view has five axes instead of six. That would take
    a copy: a window stays as it is here, with an axis for its rows and one for its columns."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    windows = view_of(A, (m, n_H, n_W, f, f, n_C), window_strides(A.strides, stride))
    return windows.reshape(m, n_H, n_W, f * f, n_C)


@mistake("An array in memory", test="view-layout")
def assumes_an_order_in_memory(A, f, stride):
    """Your strides are computed from the shape, as if the batch lay in memory with the channels last. A batch may be a
    view of another one: its own strides say where its entries lie."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    size = A.itemsize
    strides = (size * n_H_prev * n_W_prev * n_C, size * n_W_prev * n_C, size * n_C, size)
    return view_of(A, (m, n_H, n_W, f, f, n_C), window_strides(strides, stride))


@mistake("All windows, without a copy", test="view-1")
def reshapes_the_batch(A, f, stride):
    """Your code reshapes the batch, which seldom has as many entries as all windows together: where windows overlap, a
    pixel lies in several of them. The strides of a view let it stand in all of them without a copy."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    return A.reshape(m, n_H, n_W, f, f, n_C)


@mistake("All windows, without a copy", test="view-1")
def takes_f_for_the_stride(A, f, stride):
    """Your windows lie side by side, as if the stride were the size of a window. Where the next window begins, and how
    many there are, is for the stride to say."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = (n_H_prev - f) // f + 1
    n_W = (n_W_prev - f) // f + 1
    return view_of(A, (m, n_H, n_W, f, f, n_C), window_strides(A.strides, f))


@mistake("All windows, without a copy", test="view-1")
def swaps_f_and_stride_in_the_numbers(A, f, stride):
    """In your numbers of windows, the size of a window and the stride are exchanged. The size is subtracted, and the
    stride is what is divided by."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = (n_H_prev - stride) // f + 1
    n_W = (n_W_prev - stride) // f + 1
    return view_of(A, (m, n_H, n_W, f, f, n_C), window_strides(A.strides, stride))


@mistake("All windows, without a copy", test="view-2")
def uses_the_stride_to_the_right_only(A, f, stride):
    """Your view uses the stride to the right, and has a window at every pixel downward. The stride is the same in both
    directions."""
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))[:, :, ::stride]
    return windows.transpose(0, 1, 2, 4, 5, 3)


@mistake("All windows, without a copy", test="view-1")
def puts_the_channels_second(A, f, stride):
    """Your view has the channels right behind the images, as libraries have it that put channels first. Here they are
    the last axis, behind the rows and columns of the window."""
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    return windows.transpose(0, 3, 1, 2, 4, 5)


@mistake("All windows, without a copy", test="view-1")
def puts_the_channels_between(A, f, stride):
    """The channels of your windows stand between their rows and their columns. After image, down and right, the order
    of the axes is row, column and channel."""
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    return windows.transpose(0, 1, 2, 4, 3, 5)


@mistake("An array in memory", test="view-1", alone=True)
def gives_the_strides_of_the_batch(A, f, stride):
    """Your view has six axes, and it is given four strides, as many as the batch has. The six strides of its windows are
    what your function of the section before works out."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    return view_of(A, (m, n_H, n_W, f, f, n_C), A.strides)


@mistake("All windows, without a copy", test="view-1", alone=True)
def leaves_an_axis_out_of_the_shape(A, f, stride):
    """The shape of your view has five axes, and there are six strides. The view has image, down and right, and then row,
    column and channel within a window."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    return view_of(A, (m, n_H, n_W, f, f), window_strides(A.strides, stride))


@mistake("All windows, without a copy", test="view-1", alone=True)
def swaps_shape_and_strides(A, f, stride):
    """Your call has the strides where the shape belongs, and the shape where the strides do. The shape comes first."""
    (m, n_H_prev, n_W_prev, n_C) = A.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    return view_of(A, window_strides(A.strides, stride), (m, n_H, n_W, f, f, n_C))


@mistake("All windows, without a copy", test="view-2", alone=True)
def slices_the_examples(A, f, stride):
    """Your windows are thinned out by the stride along the examples and the rows. It is rows and columns that the stride
    is for, the second axis and the third: all examples stay."""
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))[::stride, ::stride]
    return windows.transpose(0, 1, 2, 4, 5, 3)
