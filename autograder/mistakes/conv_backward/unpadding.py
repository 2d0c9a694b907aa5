"""The border of padding, taken off in other wrong ways; the gradient of the input, added up in the wrong array."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.mistakes.conv_backward.lines import COPY, RETURN
from autograder.reference import zero_pad
from autograder.styles.conv_backward import printed_loops


@mistake("Stride and padding", test="dA_prev")
def unpads_the_batch_with_negative_slice(dZ, cache):
    """Your code takes the border off with a slice that ends pad entries before the end. For a pad of 0 that slice is
    empty, and so is your gradient: with no padding the whole gradient should be kept."""
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

    dA_prev = dA_prev_pad[:, pad:-pad, pad:-pad, :]
    return dA_prev, dW, db


@mistake("Stride and padding", test="dA_prev")
def stores_the_batch_from_a_negative_slice(dZ, cache):
    """Your code takes the border off the whole batch with a slice that ends pad entries before the end. For a pad of 0
    that slice is empty, and storing it fails: with no padding the whole gradient should be kept."""
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

    dA_prev[:, :, :, :] = dA_prev_pad[:, pad:-pad, pad:-pad, :]
    return dA_prev, dW, db


@slip(
    printed_loops,
    {
        "dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, :, :]"
    },
    "Stride and padding",
    test="dA_prev-pad",
)
def unpads_rows_only():
    """Your code takes the border off above and below, and leaves it on at the left and the right, so the gradient does
    not fit. The border has to come off on all four sides."""


@slip(
    printed_loops,
    {
        "dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "dA_prev[i, :, :, :] = da_prev_pad[pad:-pad, :, :]"
    },
    "Stride and padding",
    test="dA_prev-pad",
)
def unpads_rows_only_with_negative_slice():
    """Your code takes the border off above and below, and leaves it on at the left and the right, so the gradient does
    not fit; and its slice is empty for a pad of 0. The border has to come off on all four sides, and without
    padding the whole gradient should be kept."""


@slip(
    printed_loops,
    {
        "dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "dA_prev[i, :, :, :] = da_prev_pad"
    },
    "Stride and padding",
    test="dA_prev-pad",
)
def leaves_the_border_on():
    """Your code copies the gradient of the padded input as it is into that of the input, which is smaller by the
    border, so it does not fit. The border has to come off first."""


@slip(
    printed_loops,
    {
        "dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "dA_prev[i, :, :, :] = da_prev_pad[pad:n_H_prev, pad:n_W_prev, :]"
    },
    "Stride and padding",
    test="dA_prev-pad",
)
def ends_the_slice_at_the_input_size():
    """Your code takes the border off with a slice that ends at the size of the input, counted from the start of the
    border, so it is too short by the padding. The slice should be as long as the input."""


@slip(
    printed_loops,
    {
        "dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "dA_prev[i, :, :, :] = da_prev_pad[pad : n_H_prev - pad, pad : n_W_prev - pad, :]"
    },
    "Stride and padding",
    test="dA_prev-pad",
)
def ends_the_slice_before_the_input_size():
    """Your code takes the border off with a slice that ends pad entries before the size of the input. The padded
    gradient is larger than the input, and the slice should be as long as the input."""


@slip(
    printed_loops,
    {
        "dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "dA_prev[i, :, :, :] = da_prev_pad[1:-1, 1:-1, :]"
    },
    "Stride and padding",
    test="dA_prev",
)
def unpads_by_one():
    """Your code takes one row and one column off on each side, whatever the padding is. The width of the border is
    that of the padding."""


@slip(
    printed_loops,
    {
        "dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "dA_prev[i, :, :, :] = da_prev_pad[2:-2, 2:-2, :]"
    },
    "Stride and padding",
    test="dA_prev",
)
def unpads_by_two():
    """Your code takes two rows and two columns off on each side, whatever the padding is, as where the padding of the
    example in the notebook is written into the code. The width of the border is that of the padding."""


@slip(
    printed_loops,
    {
        "dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "dA_prev = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]"
    },
    "The gradient of the input",
    test="dA_prev",
)
def replaces_the_batch_by_an_example():
    """Your code puts the gradient of each example in the place of the whole batch, so only that of the last example is
    left, without the axis of the examples. Each belongs in its own place in the batch."""


@slip(
    printed_loops,
    {
        "dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "dA_prev = da_prev_pad[pad:-pad, pad:-pad, :]"
    },
    "Stride and padding",
    test="dA_prev",
)
def replaces_the_batch_by_an_example_with_negative_slice():
    """Your code puts the gradient of each example in the place of the whole batch, so only that of the last example is
    left, without the axis of the examples; and its slice is empty for a pad of 0. Each belongs in its own place
    in the batch, and without padding the whole gradient should be kept."""


@slip(
    printed_loops,
    {
        "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]": "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]",
        "dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "",
    },
    "Stride and padding",
    test="dA_prev-pad",
)
def adds_to_the_unpadded_gradient():
    """Your code adds to the gradient of the input at the places of the windows in the padded input, so with padding
    everything is shifted, and the last windows do not fit. Those places are in the padded gradient; its border comes
    off at the end."""


@slip(
    printed_loops,
    {"da_prev_pad = dA_prev_pad[i]": "da_prev_pad = dA_prev_pad[0]"},
    "The gradient of the input",
    test="dA_prev",
)
def adds_to_the_first_example_only():
    """Each example's gradient of the input holds those of the examples before it as well: they are all added up in
    one array, or in the arrays of all examples. Each example has a gradient of its own."""


@slip(
    printed_loops,
    {"dA_prev_pad = zero_pad(dA_prev, pad)": "dA_prev_pad = zero_pad(A_prev, pad)"},
    "Convolution backward",
    test="dA_prev",
)
def pads_the_input_for_its_gradient():
    """Your gradient of the input starts from the padded input, so the input is added to it. A sum should start from
    zero."""


@slip(
    printed_loops,
    {
        COPY: "pass",
        RETURN: "dA_prev = dA_prev_pad[:, pad:-pad, pad:-pad, :]\n"
        "assert dA_prev.shape == A_prev.shape\n"
        "return dA_prev, dW, db",
    },
    "Stride and padding",
    test="dA_prev",
)
def asserts_the_shape_behind_a_negative_slice():
    """Your code takes the border off with a slice that ends pad entries before the end. For a pad of 0 that slice is
    empty, which your assert notices: with no padding the whole gradient should be kept."""
