"""Max pooling: a mask over too much, or multiplied by the wrong thing."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.reference import create_mask_from_window, distribute_value
from autograder.styles.pool_backward import printed_loops


@mistake("Pooling backward", test="max-overlap")
def takes_mask_over_all_channels(dA, cache, mode="max"):
    """Your mask marks the largest entry over all channels, so a channel without it gets nothing back. Each channel
    has a maximum of its own."""
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
                        a_prev_slice = a_prev[
                            vert_start:vert_end,
                            horiz_start:horiz_end,
                        ]
                        mask = create_mask_from_window(a_prev_slice)
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask[:, :, c] * dA[i, h, w, c]
                    elif mode == "average":
                        da = dA[i, h, w, c]
                        shape = (f, f)
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, shape)

    return dA_prev


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]": "a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end]",
    },
    "Pooling backward",
    test="max-side-by-side",
)
def leaves_the_channel_out_of_the_window():
    """Your window of the input spans all channels, so its mask does not fit the window of the gradient, which has
    one. Take the window from channel c alone."""


@mistake("Pooling backward", test="max-side-by-side")
def adds_to_all_channels(dA, cache, mode="max"):
    """Your code adds what comes back to all channels of the gradient. It belongs to channel c alone, the one from
    which this entry of the output was pooled."""
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
                        a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end]
                        mask = create_mask_from_window(a_prev_slice)
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end] += mask * dA[i, h, w, c]
                    elif mode == "average":
                        da = dA[i, h, w, c]
                        shape = (f, f)
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end] += distribute_value(da, shape)

    return dA_prev


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "a_prev = A_prev[i]": "a_prev = A_prev",
    },
    "Pooling backward",
    test="max-side-by-side",
)
def forgets_the_example():
    """Your windows are cut from the whole batch, so examples are taken for rows, and rows for columns. Choose the
    example first."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]": "a_prev_slice = dA[i, vert_start:vert_end, horiz_start:horiz_end, c]",
    },
    "The mask of a maximum",
    test="max-side-by-side",
)
def takes_mask_from_a_window_of_dA():
    """Your mask is made from a window of dA, which has the shape of the output. It should be made from the input,
    in which the maximum was found."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]": "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA",
    },
    "Pooling backward",
    test="max-side-by-side",
)
def multiplies_by_the_whole_gradient():
    """In mode "max" your code multiplies the mask by all of dA. One window gave one entry of the output, and only
    that entry of dA comes back to it."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]": "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * np.sum(dA)",
    },
    "Pooling backward",
    test="max-side-by-side",
)
def multiplies_by_the_sum_of_the_gradient():
    """In mode "max" your code sums all of dA and gives that to every maximum. To each comes back the entry of dA
    that belongs to its window."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]": "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w]",
    },
    "Pooling backward",
    test="max-side-by-side",
)
def multiplies_by_all_channels_of_the_gradient():
    """In mode "max" your code multiplies the mask by the entries of dA in all channels. To a window of channel c
    comes back the one entry of this channel."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]": (
            "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += (\n"
            "    mask * a_prev_slice * dA[i, h, w, c]\n"
            ")"
        ),
    },
    "The mask of a maximum",
    test="max-side-by-side",
)
def multiplies_by_the_input_as_well():
    """In mode "max" your code multiplies the gradient by the largest entry of the window. The gradient of a maximum
    is 1 or 0, so the entry of dA comes back as it is."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]": "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * np.mean(dA)",
    },
    "Pooling backward",
    test="max-side-by-side",
)
def multiplies_by_the_mean_of_the_gradient():
    """In mode "max" your code gives the mean of all of dA to every maximum. To each comes back the entry of dA that
    belongs to its window."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        'elif mode == "average":': 'if mode == "average" or mode == "max":',
    },
    "Pooling backward",
    test="max-side-by-side",
)
def shares_in_both_modes():
    """In mode "max" your code sends the entry of dA to the maximum and shares it out over the window as well. The
    shares belong to mode "average" alone."""
