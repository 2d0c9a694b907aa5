"""The wrong example, filter or channel; rows and columns exchanged."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.reference import conv_single_step, zero_pad
from autograder.styles.conv_forward import printed_loops


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = conv_single_step(a_slice_prev, W[:, :, :, 0], b[:, :, :, c])"
    },
    "The convolution layer",
    test="plain",
)
def uses_first_filter_only():
    """Your code applies the first filter for every channel of the output. Each channel of the output belongs to a
    filter of its own."""


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[c]) + b[0, 0, 0, c]"
    },
    "The convolution layer",
    test="plain",
)
def takes_filters_from_the_first_axis():
    """Your code looks for the filters on the first axis of W, which holds the rows of a filter. The last axis is
    the one that counts the filters."""


@slip(
    printed_loops,
    {
        "a_slice_prev = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]": "a_slice_prev = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, c]",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "The convolution layer",
    test="one",
)
def slices_one_channel():
    """Your windows are cut from a single channel, as in pooling. A filter looks at all channels of its input at
    once; the channel in the loop is that of the output."""


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev[:, :, 0] * W[:, :, 0, c]) + b[0, 0, 0, c]"
    },
    "The convolution layer",
    test="plain",
)
def convolves_first_channel_only():
    """Your code multiplies only the first channel of window and filter. The sum should run over all channels of
    the input."""


@slip(
    printed_loops,
    {
        "Z = np.zeros((m, n_H, n_W, n_C))": "Z = np.zeros((m, n_H, n_W, n_C_prev))",
        "for c in range(n_C):": "for c in range(n_C_prev):",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = conv_single_step(a_slice_prev, W[:, :, :, c], b[:, :, :, c])",
    },
    "The convolution layer",
    test="shape",
)
def counts_input_channels():
    """Your output has as many channels as the input. It should have one channel for each filter."""


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w] = conv_single_step(a_slice_prev, W[:, :, :, c], b[:, :, :, c])"
    },
    "The convolution layer",
    test="plain",
)
def fills_every_channel():
    """Every channel of your output holds what the last filter gives, as where each result is written into all channels
    at once. Each filter should fill its own channel."""


@slip(
    printed_loops,
    {
        "a_prev_pad = A_prev_pad[i]": "a_prev_pad = A_prev_pad[0]",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = conv_single_step(a_slice_prev, W[:, :, :, c], b[:, :, :, c])",
    },
    "The convolution layer",
    test="plain",
)
def uses_first_example_only():
    """Your windows are cut from the first image for every example of the batch. Each example should be convolved
    with its own image."""


@mistake("The convolution layer", test="plain")
def returns_inside_the_loop(A_prev, W, b, hparameters):
    """Your code fills the output of the first example only and leaves the others at zero, as where the return stands
    inside the loop over the examples. It should come after the loops."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = int((n_H_prev - f + 2 * pad) / stride) + 1
    n_W = int((n_W_prev - f + 2 * pad) / stride) + 1
    Z = np.zeros((m, n_H, n_W, n_C))
    A_prev_pad = zero_pad(A_prev, pad)

    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_slice_prev = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]
                    Z[i, h, w, c] = conv_single_step(a_slice_prev, W[:, :, :, c], b[:, :, :, c])

        cache = (A_prev, W, b, hparameters)
        return Z, cache


@slip(
    printed_loops,
    {
        "a_slice_prev = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]": "a_slice_prev = a_prev_pad[horiz_start:horiz_end, vert_start:vert_end, :]",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "The convolution layer",
    test="sides",
)
def swaps_rows_and_columns():
    """Your windows lie as far down as they should lie to the right, and the other way round, so the output is mirrored
    along its diagonal, and wrong or an error where the image is not square. The vertical range belongs to the row and
    comes first."""


@slip(
    printed_loops,
    {
        "n_W = int((n_W_prev - f + 2 * pad) / stride) + 1": "n_W = n_H",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "Stride and output size",
    test="sides",
)
def assumes_square_input():
    """Your output is as wide as it is high, which is right for square images only. Its width should be worked out from
    the width of the input."""


@slip(
    printed_loops,
    {
        "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape": "(m, n_W_prev, n_H_prev, n_C_prev) = A_prev.shape",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "Stride and output size",
    test="sides",
)
def reads_width_before_height():
    """Your code takes the height of the output from the width of the input, and the width from the height, which only
    square images forgive. The axes of the input come in the order examples, height, width, channels."""
