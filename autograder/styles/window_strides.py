"""Right versions of `window_strides` in other styles."""

import numpy as np

from autograder.catalogue import style


@style
def adds_tuples(strides, stride):
    """The first axis, the two that are stretched, and the rest, put together."""
    return strides[:1] + (stride * strides[1], stride * strides[2]) + strides[1:]


@style
def unpacks(strides, stride):
    """Four names, and the last three of them unpacked."""
    s_m, *within = strides
    return (s_m, within[0] * stride, within[1] * stride, *within)


@style
def multiplies_arrays(strides, stride):
    """NumPy's product of six strides with six factors."""
    i, r, c, k = strides
    return tuple(np.array([i, r, c, r, c, k]) * [1, stride, stride, 1, 1, 1])


@style
def returns_a_list(strides, stride):
    """A list in place of a tuple, from an array."""
    return (np.array(strides)[[0, 1, 2, 1, 2, 3]] * np.array([1, stride, stride, 1, 1, 1])).tolist()


@style
def picks_by_axis(strides, stride):
    """For each axis of the view, the axis of the batch that it walks along, and how far."""
    axes = [(0, 1), (1, stride), (2, stride), (1, 1), (2, 1), (3, 1)]
    return tuple(strides[axis] * factor for axis, factor in axes)


@style
def inserts_into_a_list(strides, stride):
    """A list, with the steps from window to window put in."""
    result = list(strides)
    result.insert(1, strides[1] * stride)
    result.insert(2, strides[2] * stride)
    return tuple(result)


@style
def asks_a_slice(strides, stride):
    """The steps from window to window are those of every stride-th row and column of a made-up array."""
    probe = np.lib.stride_tricks.as_strided(np.zeros(1, dtype=np.uint8), (1, 9, 9, 1), strides)[:, ::stride, ::stride]
    return probe.strides[:3] + strides[1:]


@style
def step_by_step(strides, stride):
    """The steps of the notebook, one after the other."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride * s_row
    s_right = stride * s_column
    return s_image, s_down, s_right, s_row, s_column, s_channel
