"""Wrong versions of `pool_forward_windows`: the wrong axes, the wrong statistic, windows of another stride."""

import numpy as np

from autograder.catalogue import mistake
from autograder.reference import window_view, zero_pad


@mistake("Pooling on windows", test="pool-max")
def pools_the_channels_too(A_prev, hparameters, mode="max"):
    """Your code pools all channels of a window into one number. Each channel is pooled by itself: only the two axes
    within the window are left out."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=(3, 4, 5), keepdims=True)[:, :, :, 0, 0]
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4, 5), keepdims=True)[:, :, :, 0, 0]
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def leaves_no_channels(A_prev, hparameters, mode="max"):
    """Your code takes the statistic over the channels as well, so the output has no axis of channels any more. Each
    channel is pooled by itself: only the two axes within the window are left out."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=(3, 4, 5))
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4, 5))
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def pools_from_window_to_window(A_prev, hparameters, mode="max"):
    """Your code leaves out the axes that walk from window to window, so what is left has the size of a window. The axes
    within a window are the fourth and the fifth."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=(1, 2))
    elif mode == "average":
        A = np.mean(windows, axis=(1, 2))
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def pools_one_axis_too_early(A_prev, hparameters, mode="max"):
    """Your code leaves out the axis of the windows to the right, and the rows within a window. Counted from 0, the axes
    within a window are numbers 3 and 4."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=(2, 3))
    elif mode == "average":
        A = np.mean(windows, axis=(2, 3))
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def pools_one_axis_too_late(A_prev, hparameters, mode="max"):
    """Your code leaves out the columns within a window, and the channels. Counted from 0, the axes within a window are
    numbers 3 and 4: each channel is pooled by itself."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=(4, 5))
    elif mode == "average":
        A = np.mean(windows, axis=(4, 5))
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def pools_the_rows_only(A_prev, hparameters, mode="max"):
    """Your code takes the statistic along one axis of the window, so that its columns are still there. It is taken over
    rows and columns, two axes at once."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=3)
    elif mode == "average":
        A = np.mean(windows, axis=3)
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def pools_the_columns_only(A_prev, hparameters, mode="max"):
    """Your code takes the statistic along one axis of the window, so that its rows are still there. It is taken over
    rows and columns, two axes at once."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=4)
    elif mode == "average":
        A = np.mean(windows, axis=4)
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def pools_along_one_axis(A_prev, hparameters, mode="max"):
    """Your code looks at the first column of each window only. The statistic is taken over rows and columns of the
    window, two axes at once."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows[:, :, :, :, 0], axis=3)
    elif mode == "average":
        A = np.mean(windows[:, :, :, :, 0], axis=3)
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def pools_everything(A_prev, hparameters, mode="max"):
    """Your code pools the whole batch into one number. Each window is pooled by itself: only the two axes within the
    window are left out."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows)
    elif mode == "average":
        A = np.mean(windows)
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def keeps_the_axes_of_the_window(A_prev, hparameters, mode="max"):
    """Your output still has the two axes of the window, each of length one. They are left out: the output has four
    axes."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=(3, 4), keepdims=True)
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4), keepdims=True)
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def returns_the_windows(A_prev, hparameters, mode="max"):
    """Your output is the windows themselves, in both modes. Of each window one number is asked for, its maximum or its
    mean."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = windows
    elif mode == "average":
        A = windows
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-average")
def ignores_the_mode(A_prev, hparameters, mode="max"):
    """Your code returns the maximum in both modes. In mode average, the mean of each window is asked for."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=(3, 4))
    elif mode == "average":
        A = np.max(windows, axis=(3, 4))
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def averages_in_both_modes(A_prev, hparameters, mode="max"):
    """Your code returns the mean in both modes. In mode max, the largest entry of each window is asked for."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.mean(windows, axis=(3, 4))
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4))
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def mixes_up_the_modes(A_prev, hparameters, mode="max"):
    """The two modes are mixed up in your code. In mode max it is the maximum that is asked for, in mode average the
    mean."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "average":
        A = np.max(windows, axis=(3, 4))
    elif mode == "max":
        A = np.mean(windows, axis=(3, 4))
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-average")
def has_nothing_for_the_average(A_prev, hparameters, mode="max"):
    """In mode average, your code never gives its output a value. There is a branch for each of the two modes, whose
    names are max and average."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=(3, 4))
    elif mode == "mean":
        A = np.mean(windows, axis=(3, 4))
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-average")
def sums_instead_of_the_mean(A_prev, hparameters, mode="max"):
    """In mode average your code returns the sum of each window. The mean is the sum divided by the number of entries of
    a window."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=(3, 4))
    elif mode == "average":
        A = np.sum(windows, axis=(3, 4))
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-average")
def divides_by_the_side(A_prev, hparameters, mode="max"):
    """In mode average your code divides the sum of a window by its side. A window has as many entries as its side
    squared."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=(3, 4))
    elif mode == "average":
        A = np.sum(windows, axis=(3, 4)) / hparameters["f"]
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-average")
def divides_the_mean_once_more(A_prev, hparameters, mode="max"):
    """In mode average your code divides the mean of a window by the number of its entries once more. The mean is
    divided already."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=(3, 4))
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4)) / hparameters["f"] ** 2
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-average")
def cuts_off_the_fractions(A_prev, hparameters, mode="max"):
    """In mode average your output holds whole numbers: what stands after the decimal point is cut off. A mean has
    fractions, so it stays as NumPy gives it."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=(3, 4))
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4)).astype(int)
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-average")
def gives_the_mean_the_type_of_the_input(A_prev, hparameters, mode="max"):
    """Your output has the type of the input, so that means of whole numbers lose their fractions. A mean has fractions,
    whatever it is taken of."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=(3, 4))
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4)).astype(A_prev.dtype)
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-average")
def rounds_down(A_prev, hparameters, mode="max"):
    """In mode average your code rounds the mean down. A mean has fractions: divide with one slash, or leave it to
    NumPy."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=(3, 4))
    elif mode == "average":
        A = np.sum(windows, axis=(3, 4)) // hparameters["f"] ** 2
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def takes_the_minimum(A_prev, hparameters, mode="max"):
    """In mode max your code returns the smallest entry of each window. The largest one is asked for."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.min(windows, axis=(3, 4))
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4))
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def takes_the_largest_size(A_prev, hparameters, mode="max"):
    """In mode max your code takes the sign away before it compares. The largest entry is asked for, and a negative one
    is smaller than any positive one."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(np.abs(windows), axis=(3, 4))
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4))
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def starts_the_maximum_at_zero(A_prev, hparameters, mode="max"):
    """Where all entries of a window are negative, your maximum is 0. The largest entry is asked for, even if it is
    below zero."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=(3, 4), initial=0)
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4))
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def says_where_the_maximum_is(A_prev, hparameters, mode="max"):
    """In mode max your code says where in the window the largest entry is. The entry itself is asked for."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.argmax(windows.reshape(*windows.shape[:3], -1, windows.shape[5]), axis=3)
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4))
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def takes_the_first_entry(A_prev, hparameters, mode="max"):
    """In mode max your code takes the first entry of each window. The largest one is asked for, wherever in the window
    it is."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = windows[:, :, :, 0, 0]
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4))
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def forgets_the_stride(A_prev, hparameters, mode="max"):
    """Your windows lie side by side, whatever the stride is. The next window begins as many pixels further as the
    stride says, not as the window is wide."""
    windows = window_view(A_prev, hparameters["f"], hparameters["f"])
    if mode == "max":
        A = np.max(windows, axis=(3, 4))
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4))
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def steps_by_one_pixel(A_prev, hparameters, mode="max"):
    """Your windows begin one pixel after the other, whatever the stride is. Hand the stride on when you ask for the
    windows."""
    windows = window_view(A_prev, hparameters["f"], 1)
    if mode == "max":
        A = np.max(windows, axis=(3, 4))
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4))
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def swaps_f_and_stride(A_prev, hparameters, mode="max"):
    """Your windows are as large as the stride and begin as far apart as a window is wide. The size of a window and the
    stride are exchanged where you ask for the windows."""
    windows = window_view(A_prev, hparameters["stride"], hparameters["f"])
    if mode == "max":
        A = np.max(windows, axis=(3, 4))
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4))
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def fixes_the_window(A_prev, hparameters, mode="max"):
    """Your windows are always of 2 rows and 2 columns with stride 2, whatever the hyperparameters say. Both are in the
    dict hparameters."""
    windows = window_view(A_prev, 2, 2)
    if mode == "max":
        A = np.max(windows, axis=(3, 4))
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4))
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def pads_the_input(A_prev, hparameters, mode="max"):
    """Your code puts a border of zeros around the input. A pooling layer has no padding here: the windows are those of
    the input as it comes."""
    windows = window_view(zero_pad(A_prev, 1), hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=(3, 4))
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4))
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def puts_the_channels_first(A_prev, hparameters, mode="max"):
    """Your output has the channels before height and width. They come last in this course, as in the input."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=(3, 4))
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4))
    A = A.transpose(0, 3, 1, 2)
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def swaps_height_and_width(A_prev, hparameters, mode="max"):
    """Your output has its height and its width swapped. After the examples come the rows, and then the columns."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=(3, 4))
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4))
    A = A.transpose(0, 2, 1, 3)
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-average")
def keeps_the_output(A_prev, hparameters, mode="max"):
    """Your cache holds the output in the place of the input. The backward pass needs the input, to see where in a
    window its maximum was."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=(3, 4))
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4))
    cache = (A, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-average")
def keeps_the_windows(A_prev, hparameters, mode="max"):
    """Your cache holds the windows in the place of the input. The backward pass asks for the input as it came, and
    finds the windows itself."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=(3, 4))
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4))
    cache = (windows, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-average")
def leaves_hparameters_out_of_the_cache(A_prev, hparameters, mode="max"):
    """Your cache has no hyperparameters in it. The backward pass takes it apart into two: the input, and the dict
    hparameters."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=(3, 4))
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4))
    cache = (A_prev,)
    return A, cache


@mistake("Pooling on windows", test="pool-average")
def adds_the_mode_to_the_cache(A_prev, hparameters, mode="max"):
    """Your cache has the mode as a third part. The backward pass takes it apart into two: the input, and the dict
    hparameters."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=(3, 4))
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4))
    cache = (A_prev, hparameters, mode)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def takes_the_last_entry(A_prev, hparameters, mode="max"):
    """In mode max your code takes the last entry of each window. The largest one is asked for, wherever in the window
    it is."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = windows[:, :, :, -1, -1]
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4))
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def sums_in_mode_max(A_prev, hparameters, mode="max"):
    """In mode max your code returns the sum of each window. The largest entry is asked for."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.sum(windows, axis=(3, 4))
    elif mode == "average":
        A = np.mean(windows, axis=(3, 4))
    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling on windows", test="pool-max")
def pools_the_examples_too(A_prev, hparameters, mode="max"):
    """Your code takes the statistic over the examples as well, so that they have no axis any more. Each image is pooled
    by itself: only the two axes within the window are left out."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    if mode == "max":
        A = np.max(windows, axis=(0, 3, 4))
    elif mode == "average":
        A = np.mean(windows, axis=(0, 3, 4))
    cache = (A_prev, hparameters)
    return A, cache
