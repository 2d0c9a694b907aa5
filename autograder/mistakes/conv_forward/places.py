"""The stride, the padding or the size of the output, wrong in other ways than in `sizes` and `windows`."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.mistakes.conv_forward.lines import STEP
from autograder.reference import zero_pad
from autograder.styles.conv_forward import printed_loops


@slip(
    printed_loops,
    {
        "vert_start = h * stride": "vert_start = h",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "Stride and output size",
    test="stride-2",
)
def strides_across_only():
    """Your windows move by the stride when they go across, and by one when they go down. The stride applies to both
    directions."""


@slip(
    printed_loops,
    {
        "horiz_start = w * stride": "horiz_start = h * stride",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "The convolution layer",
    test="plain",
)
def takes_both_starts_from_the_row():
    """Your windows start at the row of the output entry in both directions, so they lie on the diagonal. Down they
    follow the row, and across the column."""


@slip(
    printed_loops,
    {
        "n_H = int((n_H_prev - f + 2 * pad) / stride) + 1": "n_H = n_H_prev // f",
        "n_W = int((n_W_prev - f + 2 * pad) / stride) + 1": "n_W = n_W_prev // f",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "Stride and output size",
    test="shape",
)
def divides_by_the_filter():
    """In your output size the height and the width of the input are divided by the size of the filter, as if windows
    never overlapped. The window moves by the stride, over the padded input, as far as it fits."""


@slip(
    printed_loops,
    {
        "n_H = int((n_H_prev - f + 2 * pad) / stride) + 1": "n_H = int((n_H_prev + f + 2 * pad) / stride) + 1",
        "n_W = int((n_W_prev - f + 2 * pad) / stride) + 1": "n_W = int((n_W_prev + f + 2 * pad) / stride) + 1",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "Stride and output size",
    test="shape",
)
def adds_the_filter_to_the_size():
    """In your output size the size of the filter is added where it should be taken away, so the last windows hang over
    the edge. A window that starts at the last places does not fit any more."""


@slip(
    printed_loops,
    {
        "n_H = int((n_H_prev - f + 2 * pad) / stride) + 1": "n_H = int((n_H_prev - f + 2 * stride) / stride) + 1",
        "n_W = int((n_W_prev - f + 2 * pad) / stride) + 1": "n_W = int((n_W_prev - f + 2 * stride) / stride) + 1",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "Stride and output size",
    test="shape",
)
def counts_the_stride_as_padding():
    """In your output size the stride stands where the padding belongs. The window slides over the padded input, which
    is larger by the padding on both sides."""


@slip(
    printed_loops,
    {
        "n_H = int((n_H_prev - f + 2 * pad) / stride) + 1": "n_H = int((n_H_prev - f) / stride) + 1",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "Stride and output size",
    test="shape",
)
def forgets_pad_in_the_height():
    """The height of your output is worked out from the input without its border. The padding makes the input larger,
    above and below as well as left and right."""


@slip(
    printed_loops,
    {
        "vert_start = h * stride": "vert_start = h + stride",
        "horiz_start = w * stride": "horiz_start = w + stride",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "Stride and output size",
    test="stride-2",
)
def adds_the_stride_to_the_index():
    """Your windows start one stride further on than the index of the output entry: the stride is added to it. From one
    entry to the next a window should move by the stride, so the index counts how many strides it has gone."""


@mistake("Stride and output size", test="stride-2")
def stretches_the_windows(A_prev, W, b, hparameters):
    """Your windows end where the stride says but start at the indices of the output entry itself, so they grow on
    their way. Both ends of a window move by the stride, and its size stays that of the filter."""
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
                    vert_start = h
                    vert_end = h * stride + f
                    horiz_start = w
                    horiz_end = w * stride + f
                    a_slice_prev = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]
                    Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]

    cache = (A_prev, W, b, hparameters)
    return Z, cache


@slip(
    printed_loops,
    {
        "n_H = int((n_H_prev - f + 2 * pad) / stride) + 1": "n_H = int((n_H_prev - f + 2 * pad + 1) / stride)",
        "n_W = int((n_W_prev - f + 2 * pad) / stride) + 1": "n_W = int((n_W_prev - f + 2 * pad + 1) / stride)",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "Stride and output size",
    test="shape",
)
def adds_one_before_dividing():
    """In your output size the 1 is added before the division by the stride. The division counts the steps of the
    window; the place at which it starts is counted after that."""


@slip(
    printed_loops,
    {
        "n_H = int((n_H_prev - f + 2 * pad) / stride) + 1": "n_H = (n_H_prev - f + 2 * pad) / stride + 1",
        "n_W = int((n_W_prev - f + 2 * pad) / stride) + 1": "n_W = (n_W_prev - f + 2 * pad) / stride + 1",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "Stride and output size",
    test="shape",
)
def leaves_a_size_a_float():
    """A number that counts something, such as the height of your output, is a float in your code: a plain division
    gives one, even where nothing is left over. Arrays and loops take whole numbers only, and a size should be
    rounded down to one."""


@slip(
    printed_loops,
    {
        "n_H = int((n_H_prev - f + 2 * pad) / stride) + 1": "n_H = np.floor((n_H_prev - f + 2 * pad) / stride) + 1",
        "n_W = int((n_W_prev - f + 2 * pad) / stride) + 1": "n_W = np.floor((n_W_prev - f + 2 * pad) / stride) + 1",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "Stride and output size",
    test="shape",
)
def floors_a_size_to_a_float():
    """A number that counts something, such as the height of your output, is a float of NumPy's in your code: np.floor,
    for one, rounds down and still gives a float. Arrays and loops take whole numbers only."""


@slip(
    printed_loops,
    {
        "Z = np.zeros((m, n_H, n_W, n_C))": "Z = np.zeros((m, n_W, n_H, n_C))",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "Stride and output size",
    test="sides",
)
def exchanges_the_sides_of_z():
    """Your output is made with its width where the height belongs, so the loops run over its edge where the two
    differ. The axes come in the order examples, height, width, channels."""


@slip(
    printed_loops,
    {
        "Z = np.zeros((m, n_H, n_W, n_C))": "Z = np.zeros((m, n_H_prev, n_W_prev, n_C))",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "Stride and output size",
    test="shape",
)
def makes_z_as_large_as_the_input():
    """Your output is made as high and as wide as the input, although its size is worked out. It should have one entry
    for each place at which the window fits."""


@slip(
    printed_loops,
    {
        "A_prev_pad = zero_pad(A_prev, pad)": "A_prev_pad = zero_pad(A_prev, 2)",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "The convolution layer",
    test="plain",
)
def pads_by_two():
    """Your border is two entries wide, whatever hparameters says, as where the padding of the example in the notebook
    is written into the code. It should come from hparameters."""


@slip(
    printed_loops,
    {
        'stride = hparameters["stride"]': "stride = 1",
        'pad = hparameters["pad"]': "pad = 2",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "The convolution layer",
    test="plain",
)
def writes_in_the_hyperparameters():
    """Your code works with a stride of 1 and a padding of 2 in every call, as in the example of the notebook. Both
    should come from hparameters."""


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, n_H, n_W, n_C] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))"
    },
    "The convolution layer",
    test="plain",
)
def writes_one_past_the_end():
    """Your code writes into Z one place past its end: at the index n_H itself, or after a loop that runs one too far.
    The indices of n_H rows end at n_H - 1."""


@slip(
    printed_loops,
    {"vert_start = h * stride": "vert_start = h // stride", "horiz_start = w * stride": "horiz_start = w // stride"},
    "The convolution layer",
    test="stride-2",
    alone=True,
)
def divides_the_index_by_the_stride():
    """Your code divides the index by the stride to get the start of a window. The windows lie a stride apart, so the
    index should be multiplied by it."""


@slip(
    printed_loops,
    {
        "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape": "(n_H_prev, n_W_prev, n_C_prev, m) = A_prev.shape",
    },
    "The convolution layer",
    test="shape",
    alone=True,
)
def takes_the_last_axis_for_the_examples():
    """Your code takes the first axis of A_prev for the height and the last one for the examples. The axes are
    examples, height, width and channels, in this order."""


@slip(
    printed_loops,
    {STEP: STEP.replace("Z[i, h, w, c]", "Z[i, h, w, i]")},
    "The convolution layer",
    test="plain",
    alone=True,
)
def puts_the_output_in_the_channel_of_the_example():
    """Your code puts the results of all filters into the channel that has the number of the example. Each filter
    gives a channel of its own."""
