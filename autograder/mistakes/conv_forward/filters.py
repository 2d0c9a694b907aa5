"""More than one filter, or more than one image, in one product; products of matrices."""

from autograder.catalogue import slip
from autograder.reference import conv_single_step, zero_pad
from autograder.styles.conv_forward import printed_loops


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W) + b[0, 0, 0, c]"
    },
    "The convolution layer",
    test="plain",
)
def passes_all_filters():
    """Your code multiplies a window with the whole array of filters at once. In each pass of the loop over the filters,
    the window meets one of them: select that one."""


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = conv_single_step(a_slice_prev, W, b)"
    },
    "The convolution layer",
    test="plain",
)
def passes_all_filters_and_biases():
    """Your code multiplies a window by all filters at once and takes all biases, as where both are handed to
    conv_single_step whole. In each pass of the loop over the filters, select the one that it is about."""


@slip(
    printed_loops,
    {
        "a_prev_pad = A_prev_pad[i]": "a_prev_pad = A_prev_pad",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "The convolution layer",
    test="plain",
)
def slices_the_whole_batch():
    """Your windows are cut from the whole batch, so their ranges fall on the examples and the rows instead of the rows
    and the columns. Each pass of the first loop is about one example: take that one out of the batch."""


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = conv_single_step(a_slice_prev, W[c, :, :, :], b[c, :, :, :])"
    },
    "The convolution layer",
    test="plain",
)
def takes_filters_and_biases_from_the_first_axis():
    """Your code looks for the filters and the biases on the first axis of W and b. The last axis is the one that
    counts the filters."""


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(np.dot(a_slice_prev, W[:, :, :, c])) + b[0, 0, 0, c]"
    },
    "The convolution layer",
    test="plain",
)
def multiplies_as_matrices():
    """Your code takes the matrix product of window and filter, which pairs rows with columns. Here each entry of the
    window meets the entry of the filter that lies at the same place."""


@slip(
    printed_loops,
    {
        "(f, f, n_C_prev, n_C) = W.shape": "(n_C_prev, n_C, f, f) = W.shape",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "The convolution layer",
    test="plain",
)
def reads_filter_sizes_in_another_order():
    """Your code takes the last axis of W for the size of a filter and the first ones for the channels. The axes of W
    come in the order rows, columns, input channels, filters."""
