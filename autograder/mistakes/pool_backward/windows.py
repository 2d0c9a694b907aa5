"""Windows of the wrong place, and gradients read in the wrong place."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.reference import create_mask_from_window, distribute_value
from autograder.styles.pool_backward import printed_loops


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "vert_start = h * stride": "vert_start = h",
        "horiz_start = w * stride": "horiz_start = w",
    },
    "Pooling backward",
    test="gaps",
)
def ignores_stride():
    """Your windows start at the indices of the output entry itself, so they move by one and the stride is left
    out. On the way back each entry belongs to the same window as on the way forward."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "horiz_start = w * stride": "horiz_start = w",
    },
    "Pooling backward",
    test="gaps",
)
def strides_down_only():
    """Your windows move by the stride when they go down, and by one when they go across. The stride applies to
    both directions, as on the way forward."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "vert_start = h * stride": "vert_start = h * f",
        "horiz_start = w * stride": "horiz_start = w * f",
    },
    "Pooling backward",
    test="max-overlap",
)
def moves_by_the_window():
    """Your windows move by their own size, which is right only where the stride equals that size. They should move
    by the stride, as on the way forward."""


@mistake("Pooling backward", test="f")
def makes_windows_as_large_as_the_stride(dA, cache, mode="max"):
    """Your windows end one stride after their start, so their size follows the stride. The stride says how far a
    window moves; how large it is, f says."""
    (A_prev, hparameters) = cache
    stride = hparameters["stride"]
    f = hparameters["f"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (m, n_H, n_W, n_C) = dA.shape
    dA_prev = np.zeros(A_prev.shape)

    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vert_start = h * stride
                    vert_end = vert_start + stride
                    horiz_start = w * stride
                    horiz_end = horiz_start + stride
                    if mode == "max":
                        a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]
                        mask = create_mask_from_window(a_prev_slice)
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]
                    elif mode == "average":
                        da = dA[i, h, w, c]
                        shape = (stride, stride)
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, shape)

    return dA_prev


@mistake("Pooling backward", test="max-side-by-side")
def reads_gradient_at_the_window_start(dA, cache, mode="max"):
    """Your code looks up dA at the place where the window starts in the input. dA has the shape of the output, so
    its indices are those of the output entry; the two agree only for a stride of 1."""
    (A_prev, hparameters) = cache
    stride = hparameters["stride"]
    f = hparameters["f"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (m, n_H, n_W, n_C) = dA.shape
    dA_prev = np.zeros(A_prev.shape)

    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    if mode == "max":
                        a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]
                        mask = create_mask_from_window(a_prev_slice)
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += (
                            mask * dA[i, vert_start, horiz_start, c]
                        )
                    elif mode == "average":
                        da = dA[i, vert_start, horiz_start, c]
                        shape = (f, f)
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, shape)

    return dA_prev


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]": (
            "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += (\n"
            "    mask * dA[i, vert_start, horiz_start, c]\n"
            ")"
        ),
    },
    "Pooling backward",
    test="max-side-by-side",
)
def reads_gradient_at_the_window_start_in_max_mode():
    """For the maximum, your code looks up dA at the place where the window starts in the input. dA has the shape of
    the output, so its indices are those of the output entry."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]": (
            "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += (\n"
            "    mask * dA[i, vert_start:vert_end, horiz_start:horiz_end, c]\n"
            ")"
        ),
    },
    "Pooling backward",
    test="max-side-by-side",
)
def multiplies_by_a_window_of_the_gradient():
    """Your code multiplies the mask by a whole window of dA. One window of the input gave one entry of the output,
    so only that one entry of dA comes back to it."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "for h in range(n_H):": "for h in range(n_H_prev):",
        "for w in range(n_W):": "for w in range(n_W_prev):",
    },
    "Pooling backward",
    test="max-side-by-side",
)
def loops_over_the_input_size():
    """Your loops, or at least the one along the columns, run over the size of the input. There is one window for each
    entry of dA, so its height and width are the ones to run over."""


@mistake("Pooling backward", test="sides")
def swaps_rows_and_columns(dA, cache, mode="max"):
    """Your windows lie as far down as they should lie to the right, and the other way round, so what comes back lands
    in the wrong windows, or does not fit where the image is not square. The vertical range belongs to the row and comes
    first."""
    (A_prev, hparameters) = cache
    stride = hparameters["stride"]
    f = hparameters["f"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (m, n_H, n_W, n_C) = dA.shape
    dA_prev = np.zeros(A_prev.shape)

    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    if mode == "max":
                        a_prev_slice = a_prev[horiz_start:horiz_end, vert_start:vert_end, c]
                        mask = create_mask_from_window(a_prev_slice)
                        dA_prev[i, horiz_start:horiz_end, vert_start:vert_end, c] += mask * dA[i, h, w, c]
                    elif mode == "average":
                        da = dA[i, h, w, c]
                        shape = (f, f)
                        dA_prev[i, horiz_start:horiz_end, vert_start:vert_end, c] += distribute_value(da, shape)

    return dA_prev


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]": "a_prev_slice = a_prev[horiz_start:horiz_end, vert_start:vert_end, c]",
    },
    "Pooling backward",
    test="sides",
)
def swaps_rows_and_columns_of_the_input():
    """Your code cuts the window of the input with the horizontal range first, but that of the gradient the right
    way round, so the mask comes from another window. The first of the two axes is the vertical one."""


@slip(
    printed_loops,
    {
        ("m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape\nm, n_H, n_W, n_C = dA.shape"): (
            "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape\n"
            "(m, n_H, n_W, n_C) = dA.shape\n"
            "n_H = int(np.ceil((n_H_prev - f) / stride)) + 1\n"
            "n_W = int(np.ceil((n_W_prev - f) / stride)) + 1"
        )
    },
    "Pooling backward",
    test="not-dividing",
)
def rounds_the_size_up():
    """Your code works the height and the width of the output out again and rounds them up, so where the stride does not
    divide evenly it looks for windows that are not there. There is one window for each entry of dA."""


@slip(
    printed_loops,
    {
        "vert_end = vert_start + f": "vert_end = vert_start + f - 1",
        "horiz_end = horiz_start + f": "horiz_end = horiz_start + f - 1",
    },
    "Pooling backward",
    test="max-side-by-side",
)
def makes_windows_one_short():
    """Your windows are one row and one column short. The end of a slice is not part of it, so nothing needs to be taken
    off."""
