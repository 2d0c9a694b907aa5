"""Windows of the wrong place or size."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.reference import conv_single_step, zero_pad
from autograder.styles.conv_forward import printed_loops


@slip(
    printed_loops,
    {
        "vert_start = h * stride": "vert_start = h",
        "horiz_start = w * stride": "horiz_start = w",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = conv_single_step(a_slice_prev, W[:, :, :, c], b[:, :, :, c])",
    },
    "Stride and output size",
    test="stride-2",
)
def ignores_stride():
    """Your windows start at the indices of the output entry itself, so they move by one and the stride is left
    out. From one output entry to the next a window should move by the stride, down as well as across."""


@slip(
    printed_loops,
    {
        "horiz_start = w * stride": "horiz_start = w",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = conv_single_step(a_slice_prev, W[:, :, :, c], b[:, :, :, c])",
    },
    "Stride and output size",
    test="stride-2",
)
def strides_down_only():
    """Your windows move by the stride when they go down, and by one when they go across. The stride applies to
    both directions."""


@mistake("Stride and output size", test="stride-2")
def uses_stride_one_everywhere(A_prev, W, b, hparameters):
    """Your code works with a stride of 1 whatever hparameters says, for the size of the output as well as for the place
    of a window. A larger stride should make fewer windows, which lie further apart."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = n_H_prev - f + 2 * pad + 1
    n_W = n_W_prev - f + 2 * pad + 1
    Z = np.zeros((m, n_H, n_W, n_C))
    A_prev_pad = zero_pad(A_prev, pad)

    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vert_start = h
                    vert_end = vert_start + f
                    horiz_start = w
                    horiz_end = horiz_start + f
                    a_slice_prev = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]
                    Z[i, h, w, c] = conv_single_step(a_slice_prev, W[:, :, :, c], b[:, :, :, c])

    cache = (A_prev, W, b, hparameters)
    return Z, cache


@slip(
    printed_loops,
    {
        "n_H = int((n_H_prev - f + 2 * pad) / stride) + 1": "n_H = n_H_prev - f + 2 * pad + 1",
        "n_W = int((n_W_prev - f + 2 * pad) / stride) + 1": "n_W = n_W_prev - f + 2 * pad + 1",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "Stride and output size",
    test="shape",
)
def leaves_stride_out_of_the_size():
    """Your windows move by the stride, but the size of the output is worked out as if the stride were 1, so the
    last windows lie outside the padded input. The size should count only the windows that fit."""


@mistake("Stride and output size", test="stride-2")
def steps_the_output_index(A_prev, W, b, hparameters):
    """Your loops step through the output by the stride, so the entries between the steps are never filled. Every
    output entry should be visited; the stride belongs to the place of its window in the input."""
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
        for h in range(0, n_H, stride):
            for w in range(0, n_W, stride):
                for c in range(n_C):
                    vert_start = h
                    vert_end = vert_start + f
                    horiz_start = w
                    horiz_end = horiz_start + f
                    a_slice_prev = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]
                    Z[i, h, w, c] = conv_single_step(a_slice_prev, W[:, :, :, c], b[:, :, :, c])

    cache = (A_prev, W, b, hparameters)
    return Z, cache


@slip(
    printed_loops,
    {
        "vert_start = h * stride": "vert_start = h * f",
        "horiz_start = w * stride": "horiz_start = w * f",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "Stride and output size",
    test="stride-2",
)
def moves_by_the_filter():
    """Your windows move by the size of the filter, so they never overlap. They should move by the stride."""


@slip(
    printed_loops,
    {
        "vert_end = vert_start + f": "vert_end = vert_start + stride",
        "horiz_end = horiz_start + f": "horiz_end = horiz_start + stride",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "Stride and output size",
    test="f",
)
def makes_windows_as_large_as_the_stride():
    """Your windows end one stride after their start, so their size follows the stride and not the filter. The
    stride says how far a window moves; how large it is, the filter says."""


@slip(
    printed_loops,
    {
        "vert_end = vert_start + f": "vert_end = vert_start + f - 1",
        "horiz_end = horiz_start + f": "horiz_end = horiz_start + f - 1",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "The convolution layer",
    test="plain",
)
def makes_windows_one_short():
    """Your windows stop one row and one column too early: the end of a slice is not part of it. A window should be
    as large as the filter."""


@slip(
    printed_loops,
    {
        "vert_end = vert_start + f": "vert_end = vert_start + f + 1",
        "horiz_end = horiz_start + f": "horiz_end = horiz_start + f + 1",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "The convolution layer",
    test="plain",
)
def makes_windows_one_too_long():
    """Your windows hold one row and one column more than the filter: the end of a slice is not part of it, so
    nothing has to be added. A window should be as large as the filter."""


@slip(
    printed_loops,
    {"vert_end = vert_start + f": "vert_end = h + f", "horiz_end = horiz_start + f": "horiz_end = w + f"},
    "The convolution layer",
    test="stride-2",
)
def ends_windows_at_the_index():
    """Your windows start at the right place, but end f behind the index of the output entry, so they shrink and
    vanish for a stride above 1. A window ends f behind its own start."""


@slip(
    printed_loops,
    {"horiz_end = horiz_start + f": "horiz_end = vert_start + f"},
    "The convolution layer",
    test="plain",
)
def ends_windows_across_by_the_row():
    """Your windows end to the right where they end down: both ends are made of the start of the row. A window ends f
    to the right of its own start."""


@slip(
    printed_loops,
    {
        "a_slice_prev = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]": "a_slice_prev = a_prev_pad[vert_start:vert_end][horiz_start:horiz_end]"
    },
    "The convolution layer",
    test="plain",
)
def cuts_rows_twice():
    """Your code cuts a window with two pairs of brackets, one behind the other. The second pair cuts rows again, out of
    what the first one left; rows and columns belong in one pair, with a comma."""
