"""Average pooling: a share of the wrong thing, or among the wrong number of entries."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.reference import create_mask_from_window, distribute_value
from autograder.styles.pool_backward import printed_loops


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "da = dA[i, h, w, c]": "da = a_prev[h, w, c]",
    },
    "Pooling backward",
    test="average-side-by-side",
)
def shares_the_input():
    """In mode "average" your code shares out an entry of the input, at the indices of the output. What is shared
    should be the entry of dA."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "da = dA[i, h, w, c]": "da = a_prev[vert_start, horiz_start, c]",
    },
    "Pooling backward",
    test="average-side-by-side",
)
def shares_the_first_entry_of_the_window():
    """In mode "average" your code shares out the first entry of the window of the input. What is shared should be
    the entry of dA."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "da = dA[i, h, w, c]": "da = dA[i, vert_start:vert_end, horiz_start:horiz_end, c]",
    },
    "Pooling backward",
    test="average-side-by-side",
)
def shares_a_window_of_the_gradient():
    """In mode "average" your code shares out a whole window of dA. One window of the input gave one entry of the
    output, so only that one entry of dA is shared."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "da = dA[i, h, w, c]": "da = dA[i, h, w]",
    },
    "Pooling backward",
    test="average-side-by-side",
)
def shares_all_channels_of_the_gradient():
    """In mode "average" your code shares out the entries of dA of all channels together. To a window of channel c
    comes back the one entry of this channel."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "da = dA[i, h, w, c]": "da = dA[i, vert_start, horiz_start, c]",
    },
    "Pooling backward",
    test="average-side-by-side",
)
def reads_gradient_at_the_window_start_in_average_mode():
    """For the average, your code looks up dA at the place where the window starts in the input. dA has the shape of
    the output, so its indices are those of the output entry."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, shape)": "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += da / (n_H * n_W)",
    },
    "Pooling backward",
    test="average-side-by-side",
)
def divides_by_the_output_size():
    """In mode "average" your code divides by the height times the width of the output. An entry of dA is shared among
    the entries of its window, so count those."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "shape = (f, f)": "shape = (stride, stride)",
    },
    "Pooling backward",
    test="average-overlap",
)
def shares_over_the_stride():
    """In mode "average" your code shares dA out over an array as large as the stride. It should be as large as the
    window: f, down and across."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, shape)": (
            "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += (\n"
            "    distribute_value(da, shape) * a_prev[vert_start:vert_end, horiz_start:horiz_end, c]\n"
            ")"
        ),
    },
    "Sharing a value",
    test="average-side-by-side",
)
def weights_the_shares_by_the_input():
    """In mode "average" your code multiplies the shares by the window of the input. Each entry had the same say in
    the mean, whatever its value, and gets the same share back."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "da = dA[i, h, w, c]": "da = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]",
    },
    "Pooling backward",
    test="average-side-by-side",
)
def shares_the_window_of_the_input():
    """In mode "average" your code divides the window of the input by the number of its entries and gives that back.
    What is shared should be the entry of dA."""


@mistake("Pooling backward", test="gaps")
def ignores_stride_and_shares_the_input(dA, cache, mode="max"):
    """The stride is left out: your windows move by one. And in mode "average" it is an entry of the input that is
    shared out, where it should be the entry of dA."""
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
                    vert_start = h
                    vert_end = vert_start + f
                    horiz_start = w
                    horiz_end = horiz_start + f
                    if mode == "max":
                        a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]
                        mask = create_mask_from_window(a_prev_slice)
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]
                    elif mode == "average":
                        da = a_prev[h, w, c]
                        shape = (f, f)
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, shape)

    return dA_prev


@mistake("Pooling backward", test="average-side-by-side")
def shares_the_gradient_of_the_whole_example(dA, cache, mode="max"):
    """In mode "average" your code shares out all of dA for this example at once. Each window gets one entry of dA:
    that of its own place and channel."""
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
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]
                    elif mode == "average":
                        da = dA[i]
                        shares = np.ones((f, f)) * (da / (f * f))
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += shares

    return dA_prev


@mistake("Pooling backward", test="average-side-by-side")
def shares_over_the_whole_example(dA, cache, mode="max"):
    """In mode "average" your code shares out over a shape of three axes, as that of a whole example is. It should be
    that of one window of one channel, which has two."""
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
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]
                    elif mode == "average":
                        da = dA[i, h, w, c]
                        (rows, columns) = a_prev.shape
                        shares = np.ones((rows, columns)) * (da / (rows * columns))
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += shares

    return dA_prev


@slip(printed_loops, {"shape = (f, f)": "shape = (2, 2)"}, "Pooling backward", test="average-overlap")
def shares_over_two_by_two():
    """In mode "average" your code shares dA out over two rows and two columns, whatever f is. A window has f of
    each."""
