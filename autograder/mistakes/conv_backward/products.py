"""What the gradients are made of: the wrong factor, the wrong filter, or a sum too many."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.reference import zero_pad
from autograder.styles.conv_backward import printed_loops


@slip(
    printed_loops,
    {"dW[:, :, :, c] += a_slice * dZ[i, h, w, c]": "dW[:, :, :, c] += W[:, :, :, c] * dZ[i, h, w, c]"},
    "The gradient of the filters",
    test="dW",
)
def makes_filters_of_filters():
    """Your gradient of the filters is made of the filters. Each entry of a filter was multiplied by an entry of the
    window, and that is the weight with which dZ comes back."""


@slip(
    printed_loops,
    {"dW[:, :, :, c] += a_slice * dZ[i, h, w, c]": "dW[:, :, :, c] += np.sum(a_slice * dZ[i, h, w, c])"},
    "The gradient of the filters",
    test="dW",
)
def sums_the_windows_for_the_filters():
    """Your code sums each window, weighted by dZ, to one number and adds that to all entries of the filter's gradient.
    Each entry of a filter met one entry of the window: its gradient keeps the shape of the window."""


@slip(
    printed_loops,
    {"dW[:, :, :, c] += a_slice * dZ[i, h, w, c]": "dW += a_slice[:, :, :, np.newaxis] * dZ[i, h, w, c]"},
    "The gradient of the filters",
    test="dW",
)
def adds_each_window_to_all_filters():
    """In your gradient of the filters, every filter gets the sum over all channels of dZ, as where each weighted window
    is added to all of them. An output channel was made by one filter, and goes back to that one only."""


@slip(
    printed_loops,
    {"db[:, :, :, c] += dZ[i, h, w, c]": "db[:, :, :, c] += np.sum(a_slice)"},
    "The gradient of the bias",
    test="db",
)
def sums_the_windows_for_the_bias():
    """Your gradient of the bias adds up the windows of the input. The bias is added to the output and meets no window:
    what comes back to it is dZ itself."""


@slip(
    printed_loops,
    {"db[:, :, :, c] += dZ[i, h, w, c]": "db[:, :, :, c] += np.sum(a_slice * dZ[i, h, w, c])"},
    "The gradient of the bias",
    test="db",
)
def weights_the_bias_by_the_windows():
    """Your gradient of the bias adds up the windows of the input, weighted by dZ. The bias is added to the output and
    meets no window: what comes back to it is dZ itself."""


@mistake("The gradient of the bias", test="db")
def adds_the_last_place_only(dZ, cache):
    """In your gradient of the bias only the last place of each example counts, as where it is added to after the loops
    over rows and columns. The bias is part of the output at every place."""
    (A_prev, W, b, hparameters) = cache
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H, n_W, n_C) = dZ.shape
    dA_prev = np.zeros((m, n_H_prev, n_W_prev, n_C_prev))
    dW = np.zeros((f, f, n_C_prev, n_C))
    db = np.zeros((1, 1, 1, n_C))
    A_prev_pad = zero_pad(A_prev, pad)
    dA_prev_pad = zero_pad(dA_prev, pad)

    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        da_prev_pad = dA_prev_pad[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_slice = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]
                    da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += a_slice * dZ[i, h, w, c]
        for c in range(n_C):
            db[:, :, :, c] += dZ[i, h, w, c]
        dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]

    return dA_prev, dW, db


@mistake("The gradient of the bias", test="db")
def adds_to_the_last_bias_only(dZ, cache):
    """Only the last filter gets a gradient of its bias in your code, as where it is added to after the loop over the
    filters and not inside of it. Every filter has a bias of its own."""
    (A_prev, W, b, hparameters) = cache
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H, n_W, n_C) = dZ.shape
    dA_prev = np.zeros((m, n_H_prev, n_W_prev, n_C_prev))
    dW = np.zeros((f, f, n_C_prev, n_C))
    db = np.zeros((1, 1, 1, n_C))
    A_prev_pad = zero_pad(A_prev, pad)
    dA_prev_pad = zero_pad(dA_prev, pad)

    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        da_prev_pad = dA_prev_pad[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_slice = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]
                    da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += a_slice * dZ[i, h, w, c]
                db[:, :, :, c] += dZ[i, h, w, c]
        dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]

    return dA_prev, dW, db


@mistake("Convolution backward", test="dW")
def counts_the_last_filter_only(dZ, cache):
    """Only the last filter counts in your three gradients, as where they are added to after the loop over the filters
    and not inside of it. Every filter made a channel of the output."""
    (A_prev, W, b, hparameters) = cache
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H, n_W, n_C) = dZ.shape
    dA_prev = np.zeros((m, n_H_prev, n_W_prev, n_C_prev))
    dW = np.zeros((f, f, n_C_prev, n_C))
    db = np.zeros((1, 1, 1, n_C))
    A_prev_pad = zero_pad(A_prev, pad)
    dA_prev_pad = zero_pad(dA_prev, pad)

    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        da_prev_pad = dA_prev_pad[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_slice = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]
                da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]
                dW[:, :, :, c] += a_slice * dZ[i, h, w, c]
                db[:, :, :, c] += dZ[i, h, w, c]
        dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]

    return dA_prev, dW, db


@mistake("The gradient of the bias", test="db")
def sums_all_channels_for_the_bias(dZ, cache):
    """Your gradient of the bias is one number, the sum of all of dZ. Each filter has a bias of its own, to which its
    own channel of dZ comes back."""
    (A_prev, W, b, hparameters) = cache
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H, n_W, n_C) = dZ.shape
    dA_prev = np.zeros((m, n_H_prev, n_W_prev, n_C_prev))
    dW = np.zeros((f, f, n_C_prev, n_C))
    db = np.zeros((1, 1, 1, n_C))
    A_prev_pad = zero_pad(A_prev, pad)
    dA_prev_pad = zero_pad(dA_prev, pad)

    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        da_prev_pad = dA_prev_pad[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_slice = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]
                    da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += a_slice * dZ[i, h, w, c]
        dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]

    db = np.sum(dZ)
    return dA_prev, dW, db


@slip(
    printed_loops,
    {
        "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]": "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[c, :, :, :] * dZ[i, h, w, c]"
    },
    "The gradient of the input",
    test="dA_prev",
)
def takes_filters_from_the_first_axis():
    """Your code looks for the filters on the first axis of W, which holds the rows of a filter. The last axis is the
    one that counts the filters."""


@slip(
    printed_loops,
    {
        "a_slice = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]": "a_slice = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, c]"
    },
    "The gradient of the filters",
    test="dW",
)
def slices_one_channel():
    """Your windows are cut from a single channel of the input. A filter looks at all channels of its input at once;
    the channel in the loop is that of the output."""


@slip(printed_loops, {"vert_start = h * stride": "vert_start = h"}, "Stride and padding", test="dW-stride")
def strides_across_only():
    """Your windows move by the stride when they go across, and by one when they go down. The stride applies to both
    directions, as on the way forward."""


@slip(
    printed_loops,
    {
        "vert_end = vert_start + f": "vert_end = vert_start + stride",
        "horiz_end = horiz_start + f": "horiz_end = horiz_start + stride",
    },
    "Convolution backward",
    test="dW",
)
def makes_windows_as_large_as_the_stride():
    """Your windows end one stride after their start, so their size follows the stride and not the filter. The stride
    says how far a window moves; how large it is, the filter says."""


@slip(
    printed_loops,
    {"(m, n_H, n_W, n_C) = dZ.shape": "(m, n_W, n_H, n_C) = dZ.shape"},
    "Convolution backward",
    test="sides",
)
def reads_width_before_height():
    """Your code takes the rows of dZ for its columns and the other way round: where it reads the shape, in the
    ranges of its loops, or in the indices of an entry. The axes come in the order examples, height, width,
    channels."""


@slip(
    printed_loops,
    {
        "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]": (
            "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += (\n"
            "    np.dot(a_slice, W[:, :, :, c]) * dZ[i, h, w, c]\n"
            ")"
        )
    },
    "The gradient of the input",
    test="dA_prev",
)
def multiplies_as_matrices():
    """Your gradient of the input takes the matrix product of window and filter. What comes back to a window is the
    filter, weighted by one entry of dZ; the window itself is not part of it."""


@slip(
    printed_loops,
    {
        "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]": "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W * dZ[i, h, w, c]"
    },
    "The gradient of the input",
    test="dA_prev",
)
def adds_every_filter():
    """One of your sums, such as the gradient of the input, takes the whole array of filters at once, where only one of
    them fits. In each pass of the loop over the filters, what comes back to a window is one filter, weighted by its
    entry of dZ."""


@slip(
    printed_loops,
    {
        "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]": "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, w, h, c]",
        "dW[:, :, :, c] += a_slice * dZ[i, h, w, c]": "dW[:, :, :, c] += a_slice * dZ[i, w, h, c]",
        "db[:, :, :, c] += dZ[i, h, w, c]": "db[:, :, :, c] += dZ[i, w, h, c]",
    },
    "Convolution backward",
    test="dW",
)
def reads_dz_with_rows_and_columns_exchanged():
    """Your code reads dZ with the column first and the row second. The indices of an entry of dZ come in the order
    example, row, column, channel."""


@slip(
    printed_loops,
    {
        "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]": "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[0, h, w, c]",
        "dW[:, :, :, c] += a_slice * dZ[i, h, w, c]": "dW[:, :, :, c] += a_slice * dZ[0, h, w, c]",
        "db[:, :, :, c] += dZ[i, h, w, c]": "db[:, :, :, c] += dZ[0, h, w, c]",
    },
    "Convolution backward",
    test="dW",
)
def reads_dz_of_the_first_example():
    """Your code reads dZ of the first example for every example of the batch. Each example has a dZ of its own."""


@slip(
    printed_loops,
    {
        "a_slice = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]": "a_slice = a_prev_pad[horiz_start:horiz_end, vert_start:vert_end, :]"
    },
    "The gradient of the filters",
    test="dW",
)
def swaps_rows_and_columns_of_the_windows():
    """Your windows of the input take the horizontal range first, so the gradient of the filters is made of the wrong
    ones. The first of the two axes is the vertical one."""


@slip(
    printed_loops,
    {
        "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]": "da_prev_pad[horiz_start:horiz_end, vert_start:vert_end, :] += W[:, :, :, c] * dZ[i, h, w, c]"
    },
    "The gradient of the input",
    test="dA_prev",
)
def swaps_rows_and_columns_of_the_gradient():
    """Your code adds to the gradient of the input with the horizontal range first, the one that follows from the column
    of the output, so what comes back lands in the wrong place. The first of the two axes is the vertical one."""


@slip(
    printed_loops,
    {"dW = np.zeros((f, f, n_C_prev, n_C))": "dW = np.random.randn(f, f, n_C_prev, n_C)"},
    "Convolution backward",
    test="dW",
)
def starts_the_filters_from_random_numbers():
    """Your gradient of the filters starts from random numbers, and what is computed is added to those, so it differs
    from run to run. A sum should start from zero."""


@slip(
    printed_loops,
    {
        "dA_prev = np.zeros((m, n_H_prev, n_W_prev, n_C_prev))": "dA_prev = np.random.randn(m, n_H_prev, n_W_prev, n_C_prev)"
    },
    "Convolution backward",
    test="dA_prev",
)
def starts_the_input_from_random_numbers():
    """Your gradient of the input starts from random numbers, and what is computed is added to those, so it differs
    from run to run. A sum should start from zero."""


@slip(
    printed_loops,
    {"db = np.zeros((1, 1, 1, n_C))": "db = np.random.randn(1, 1, 1, n_C)"},
    "Convolution backward",
    test="db",
)
def starts_the_biases_from_random_numbers():
    """Your gradient of the biases starts from random numbers, and what is computed is added to those, so it differs
    from run to run. A sum should start from zero."""


@slip(
    printed_loops,
    {
        "dW = np.zeros((f, f, n_C_prev, n_C))": "dW = np.random.randn(f, f, n_C_prev, n_C)",
        "db = np.zeros((1, 1, 1, n_C))": "db = np.random.randn(1, 1, 1, n_C)",
    },
    "Convolution backward",
    test="dW",
)
def starts_filters_and_biases_from_random_numbers():
    """Your gradients of the filters and the biases start from random numbers, and what is computed is added to those,
    so they differ from run to run. A sum should start from zero."""


@slip(
    printed_loops,
    {"return dA_prev, dW, db": "return dA_prev / m, dW / m, db / m"},
    "Convolution backward",
    test="dA_prev",
)
def divides_everything_by_the_examples():
    """Your code divides all three gradients by the number of examples. The mean over the batch is part of the cost,
    and so already in dZ; here nothing is divided."""


@slip(
    printed_loops,
    {"dW = np.zeros((f, f, n_C_prev, n_C))": "dW = np.ones((f, f, n_C_prev, n_C))"},
    "Convolution backward",
    test="dW",
)
def starts_the_filters_from_ones():
    """Your gradient of the filters starts from ones, so every entry comes out larger by 1. A sum should start from
    zero."""
