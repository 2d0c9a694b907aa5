"""Wrong versions of `pool_forward_windows`: the wrong axes, the wrong statistic, windows of another stride."""

import numpy as np

from autograder.catalogue import mistake
from autograder.reference import window_view


@mistake("Pooling on windows", test="pool-max")
def pools_the_channels_too(A_prev, hparameters, mode="max"):
    """Your code pools all channels of a window into one number.
    Each channel is pooled by itself: only the two axes within the window are left out."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    statistic = np.max if mode == "max" else np.mean
    return statistic(windows, axis=(3, 4, 5), keepdims=True)[:, :, :, 0, 0], (A_prev, hparameters)


@mistake("Pooling on windows", test="pool-max")
def pools_from_window_to_window(A_prev, hparameters, mode="max"):
    """Your code leaves out the axes that walk from window to window, so what is left has the size of a window.
    The axes within a window are the fourth and the fifth."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    statistic = np.max if mode == "max" else np.mean
    return statistic(windows, axis=(1, 2)), (A_prev, hparameters)


@mistake("Pooling on windows", test="pool-max")
def pools_along_one_axis(A_prev, hparameters, mode="max"):
    """Your code looks at the first column of each window only.
    The statistic is taken over rows and columns of the window, two axes at once."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    statistic = np.max if mode == "max" else np.mean
    return statistic(windows[:, :, :, :, 0], axis=3), (A_prev, hparameters)


@mistake("Pooling on windows", test="pool-average")
def ignores_the_mode(A_prev, hparameters, mode="max"):
    """Your code returns the maximum in both modes.
    In mode average, the mean of each window is asked for."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    return np.max(windows, axis=(3, 4)), (A_prev, hparameters)


@mistake("Pooling on windows", test="pool-max")
def mixes_up_the_modes(A_prev, hparameters, mode="max"):
    """The two modes are mixed up in your code.
    In mode max it is the maximum that is asked for, in mode average the mean."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    statistic = np.mean if mode == "max" else np.max
    return statistic(windows, axis=(3, 4)), (A_prev, hparameters)


@mistake("Pooling on windows", test="pool-average")
def sums_instead_of_the_mean(A_prev, hparameters, mode="max"):
    """In mode average your code returns the sum of each window.
    The mean is the sum divided by the number of entries of a window."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    statistic = np.max if mode == "max" else np.sum
    return statistic(windows, axis=(3, 4)), (A_prev, hparameters)


@mistake("Pooling on windows", test="pool-average")
def divides_by_the_side(A_prev, hparameters, mode="max"):
    """In mode average your code divides the sum of a window by its side.
    A window has as many entries as its side squared."""
    f = hparameters["f"]
    windows = window_view(A_prev, f, hparameters["stride"])
    A = np.max(windows, axis=(3, 4)) if mode == "max" else np.sum(windows, axis=(3, 4)) / f
    return A, (A_prev, hparameters)


@mistake("Pooling on windows", test="pool-max")
def forgets_the_stride(A_prev, hparameters, mode="max"):
    """Your windows lie side by side, whatever the stride is.
    The next window begins as many pixels further as the stride says, not as the window is wide."""
    f = hparameters["f"]
    windows = window_view(A_prev, f, f)
    statistic = np.max if mode == "max" else np.mean
    return statistic(windows, axis=(3, 4)), (A_prev, hparameters)


@mistake("Pooling on windows", test="pool-max")
def leaves_no_channels(A_prev, hparameters, mode="max"):
    """Your code takes the statistic over the channels as well, so the output has no axis of channels any more.
    Each channel is pooled by itself: only the two axes within the window are left out."""
    windows = window_view(A_prev, hparameters["f"], hparameters["stride"])
    statistic = np.max if mode == "max" else np.mean
    return statistic(windows, axis=(3, 4, 5)), (A_prev, hparameters)
