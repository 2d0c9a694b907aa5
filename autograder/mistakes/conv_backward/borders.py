"""The border of padding, taken off in the wrong way or not at all."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.reference import zero_pad
from autograder.styles.conv_backward import printed_loops


@slip(
    printed_loops,
    {
        "dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "dA_prev[i, :, :, :] = da_prev_pad[pad:-pad, pad:-pad, :]"
    },
    "Stride and padding",
    test="dA_prev",
)
def unpads_with_negative_slice():
    """Your code takes the border off with a slice that ends pad entries before the end. For a pad of 0 that slice
    is empty, and the copy fails: with no padding the whole gradient should be kept."""


@slip(
    printed_loops,
    {
        "dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "",
        "return dA_prev, dW, db": "return dA_prev_pad, dW, db",
    },
    "Stride and padding",
    test="dA_prev-pad",
)
def returns_padded_gradient():
    """Your gradient of the input still has the border that was padded on. It should have the shape of the input:
    take the border off."""


@slip(
    printed_loops,
    {
        "dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "dA_prev[i, :, :, :] = da_prev_pad[:n_H_prev, :n_W_prev, :]"
    },
    "Stride and padding",
    test="dA_prev-pad",
)
def keeps_the_top_left_corner():
    """Your code cuts the gradient to the input's size at the top left corner, so it keeps part of the border and
    everything is shifted. The border has to come off on all four sides."""


@slip(
    printed_loops,
    {
        "dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "dA_prev[i, :, :, :] = da_prev_pad[2 * pad :, 2 * pad :, :]"
    },
    "Stride and padding",
    test="dA_prev-pad",
)
def keeps_the_bottom_right_corner():
    """Your code takes twice the border off at the top and the left, and none at the bottom and the right, so
    everything is shifted. The border has to come off equally on all four sides."""


@mistake("The gradient of the input", test="dA_prev-pad")
def unpads_the_last_example_only(dZ, cache):
    """Of your gradient of the input only the last example is left, and the others are zero: the border is taken off
    after the loop over the examples, or the array is begun anew inside of it. Every example needs its place in
    it."""
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


@slip(
    printed_loops,
    {"dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]": ""},
    "Stride and padding",
    test="dA_prev",
)
def never_copies_the_gradient():
    """Your gradient of the input stays zero, as where the gradient of the padded input is added up but never copied to
    it. Without its border that is the result."""


@slip(
    printed_loops,
    {"a_prev_pad = A_prev_pad[i]": "a_prev_pad = A_prev[i]"},
    "Stride and padding",
    test="dW-pad",
)
def slices_unpadded_input():
    """Your gradient of the filters is made of windows of the input without its border of zeros: they are misplaced, or
    too small for the filter. On the way forward the windows were cut from the padded input."""


@slip(
    printed_loops,
    {
        "dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_H_prev, :]"
    },
    "Stride and padding",
    test="sides",
)
def unpads_width_by_height():
    """Your code cuts the gradient's width to the height of the input, which is right for square images only.
    Height and width should each be cut to their own side."""


@slip(
    printed_loops,
    {
        "dA_prev = np.zeros((m, n_H_prev, n_W_prev, n_C_prev))": "dA_prev = A_prev",
        "dA_prev_pad = zero_pad(dA_prev, pad)": "dA_prev_pad = np.zeros(A_prev_pad.shape)",
    },
    "The gradient of the input",
    test="unchanged",
)
def writes_into_the_input():
    """Your gradient of the input is written into the input itself, which the cache still needs. It should be a new array of
    the same shape."""


@slip(
    printed_loops,
    {
        "dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "",
        "return dA_prev, dW, db": "dA_prev[i, :, :, :] = da_prev_pad[pad:-pad, pad:-pad, :]\nreturn dA_prev, dW, db",
    },
    "Stride and padding",
    test="dA_prev-pad",
    alone=True,
)
def unpads_the_last_example_only_with_negative_slice():
    """In your gradient of the input only the last example is filled, and the others are zero: the border is taken off
    after the loop over the examples. Besides, a slice that ends at -pad is empty where pad is 0."""
