"""Loops over the wrong range, or that add up what belongs apart."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.reference import zero_pad
from autograder.styles.conv_forward import printed_loops


@slip(
    printed_loops,
    {
        "for h in range(n_H):": "for h in range(n_H_prev):",
        "for w in range(n_W):": "for w in range(n_W_prev):",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "The convolution layer",
    test="plain",
)
def loops_over_the_input_size():
    """Your loops, or at least the one along the columns, run over the size of the input. They visit the entries of the
    output, so its height and width are the ones to run over."""


@slip(
    printed_loops,
    {
        "for c in range(n_C):": "for c in range(n_C_prev):",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "The convolution layer",
    test="plain",
)
def loops_over_the_input_channels():
    """Your loop over the channels runs over those of the input. It should run over the filters, which make the
    channels of the output."""


@slip(
    printed_loops,
    {
        "for h in range(n_H):": "for h in range(n_H - 1):",
        "for w in range(n_W):": "for w in range(n_W - 1):",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "The convolution layer",
    test="plain",
)
def stops_one_window_early():
    """Your loops leave out the last row and the last column of the output, which stay zero. A range already ends before
    the number that it is given, so nothing has to be taken off."""


@slip(
    printed_loops,
    {
        "for h in range(n_H):": "for h in range(1, n_H):",
        "for w in range(n_W):": "for w in range(1, n_W):",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "The convolution layer",
    test="plain",
)
def starts_at_the_second_window():
    """The first row and the first column of your output stay zero, as where the loops begin at 1. Rows and columns are
    counted from 0."""


@slip(
    printed_loops,
    {
        "for w in range(n_W):": "for w in range(n_H):",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "Stride and output size",
    test="sides",
)
def loops_over_the_height_twice():
    """Your loop over the columns runs as far as the rows go, which is right for square outputs only. Each direction
    has its own size."""


@mistake("The convolution layer", test="plain")
def fills_the_last_channel_only(A_prev, W, b, hparameters):
    """Only the last channel of your output is filled, as where an entry is computed after the loop over the filters and
    not inside of it. Every filter fills its own channel."""
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
                Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]

    cache = (A_prev, W, b, hparameters)
    return Z, cache


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[0, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]"
    },
    "The convolution layer",
    test="plain",
)
def writes_into_the_first_example():
    """Your code stores the results of all examples in the first one, so the last one is left there and the others stay
    zero. Each example has an output of its own."""


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w] += np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]"
    },
    "The convolution layer",
    test="plain",
)
def adds_up_the_filters():
    """Every channel of your output holds the sum over all filters, as where the result of each filter is added to all
    channels. Each filter should fill its own channel."""
