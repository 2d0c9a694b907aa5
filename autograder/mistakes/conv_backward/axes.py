"""An index that is forgotten, or that stands on the wrong axis."""

from autograder.catalogue import slip
from autograder.mistakes.conv_backward.lines import ADD, DA, DB, DW, SHAPE, SLICE, ZERO_B, ZERO_W
from autograder.reference import zero_pad
from autograder.styles.conv_backward import printed_loops

IMAGE = "a_prev_pad = A_prev_pad[i]"
GRADIENT = "da_prev_pad = dA_prev_pad[i]"
INPUT_SHAPE = "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape"
FILTER_SHAPE = "(f, f, n_C_prev, n_C) = W.shape"


@slip(printed_loops, {DA: ADD + "W[:, :, c] * dZ[i, h, w, c]"}, "The gradient of the input", test="dA_prev", alone=True)
def takes_filters_from_the_third_axis():
    """For the gradient of the input, your code looks for the filter on the third axis of W, which holds the
    channels of the input. The last axis is the one that counts the filters."""


@slip(
    printed_loops, {DW: "dW[:, :, c] += a_slice * dZ[i, h, w, c]"}, "The gradient of the filters", test="dW", alone=True
)
def stores_filters_on_the_third_axis():
    """Your code uses the number of the filter as an index of the third axis of dW, which holds the channels of the
    input. The last axis is the one that counts the filters."""


@slip(
    printed_loops,
    {DA: ADD + "W[:, :, c] * dZ[i, h, w, c]", DW: "dW[:, :, c] += a_slice * dZ[i, h, w, c]"},
    "Convolution backward",
    test="dW",
    alone=True,
)
def counts_filters_on_the_third_axis():
    """In W and in dW, your code uses the number of the filter as an index of the third axis, which holds the channels
    of the input. The last axis is the one that counts the filters."""


@slip(printed_loops, {DW: "dW[c] += a_slice * dZ[i, h, w, c]"}, "The gradient of the filters", test="dW", alone=True)
def stores_filters_on_the_first_axis():
    """Your code uses the number of the filter as an index of the first axis of dW, which holds the rows of a filter.
    The last axis is the one that counts the filters."""


@slip(
    printed_loops,
    {DA: ADD + "W[c] * dZ[i, h, w, c]", DW: "dW[c] += a_slice * dZ[i, h, w, c]"},
    "Convolution backward",
    test="dW",
    alone=True,
)
def counts_filters_on_the_first_axis():
    """In W and in dW, your code uses the number of the filter as an index of the first axis, which holds the rows of a
    filter. The last axis is the one that counts the filters."""


@slip(printed_loops, {DW: "dW += a_slice * dZ[i, h, w, c]"}, "The gradient of the filters", test="dW", alone=True)
def adds_a_window_to_all_of_dw():
    """Your code adds a weighted window to dW as a whole, which has one axis more: that of the filters. In each pass,
    the window belongs to one filter."""


@slip(
    printed_loops,
    {DW: "dW[:, :, :, 0] += a_slice * dZ[i, h, w, c]"},
    "The gradient of the filters",
    test="dW",
    alone=True,
)
def adds_everything_to_the_first_filter():
    """Your code adds what comes back to all filters to the gradient of the first one. Each channel of dZ belongs to a
    filter of its own."""


@slip(
    printed_loops, {DA: ADD + "W[:, :, :, i] * dZ[i, h, w, c]"}, "The gradient of the input", test="dA_prev", alone=True
)
def takes_the_example_for_the_filter():
    """For the gradient of the input, your code chooses the filter by the number of the example. The filter that
    belongs to an entry of dZ is that of its channel."""


@slip(printed_loops, {IMAGE: "a_prev_pad = A_prev_pad"}, "The gradient of the filters", test="dW", alone=True)
def leaves_the_example_out_of_the_windows():
    """Your windows are cut from the whole padded batch, so examples are taken for rows, and rows for columns.
    Choose the example first."""


@slip(printed_loops, {GRADIENT: "da_prev_pad = dA_prev_pad"}, "The gradient of the input", test="dA_prev", alone=True)
def leaves_the_example_out_of_the_gradient():
    """Your code takes the padded gradient of the whole batch for that of one example, so examples are taken for
    rows, and rows for columns. Choose the example first."""


@slip(
    printed_loops,
    {DA: "dA_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def adds_to_the_batch_as_to_one_example():
    """Your code adds to a window of the padded gradient of the whole batch, so examples are taken for rows, and
    rows for columns. The example should be chosen first."""


@slip(
    printed_loops,
    {IMAGE: "a_prev_pad = A_prev_pad", GRADIENT: "da_prev_pad = dA_prev_pad"},
    "Convolution backward",
    test="dW",
    alone=True,
)
def leaves_the_example_out_everywhere():
    """Your code takes the padded input and the padded gradient of the whole batch for those of one example, so
    examples are taken for rows, and rows for columns. Choose the example first."""


@slip(
    printed_loops,
    {SLICE: "a_slice = A_prev_pad[:, vert_start:vert_end, horiz_start:horiz_end, :]"},
    "The gradient of the filters",
    test="dW",
    alone=True,
)
def cuts_windows_of_all_examples():
    """Your windows hold all examples of the batch, and have an axis too many for dW. An entry of dZ belongs to a
    window of its own example."""


@slip(printed_loops, {DB: "db[c] += dZ[i, h, w, c]"}, "Convolution backward", test="db", alone=True)
def counts_the_biases_on_the_first_axis():
    """Your code uses the number of the filter as the first index of db, and that axis has length 1. In an array of
    the shape of the bias, the last axis counts the filters."""


@slip(
    printed_loops,
    {ZERO_B: "db = np.zeros((1, n_C))", DB: "db[:, c] += dZ[i, h, w, c]"},
    "Convolution backward",
    test="shapes",
    alone=True,
)
def makes_the_biases_one_row():
    """Your gradient of the bias has the right numbers in a matrix of one row. It should have the shape of the bias,
    which has four axes."""


@slip(
    printed_loops,
    {ZERO_B: "db = np.zeros((n_C, 1))", DB: "db[c] += dZ[i, h, w, c]"},
    "Convolution backward",
    test="shapes",
    alone=True,
)
def makes_the_biases_one_column():
    """Your gradient of the bias has the right numbers in a matrix of one column. It should have the shape of the
    bias, which has four axes."""


@slip(
    printed_loops,
    {ZERO_B: "db = np.zeros((1, 1, n_C))", DB: "db[:, :, c] += dZ[i, h, w, c]"},
    "Convolution backward",
    test="shapes",
    alone=True,
)
def leaves_one_axis_of_the_biases_out():
    """Your gradient of the bias has the right numbers in an array of three axes. It should have the shape of the
    bias, which has four."""


@slip(printed_loops, {DB: "db[:, :, :, c] += dZ[i, h, w]"}, "The gradient of the bias", test="db", alone=True)
def adds_all_channels_to_one_bias():
    """Your code adds the entries of dZ of all channels at the place of one bias, which holds one number. What comes
    back to the bias of a filter is the entry of its own channel."""


@slip(printed_loops, {DB: "db += dZ[i, h, w]"}, "The gradient of the bias", test="db", alone=True)
def counts_the_bias_once_per_filter():
    """Your gradient of the bias is n_C times too large, as where the entries of all channels are added again for every
    filter. Each entry of dZ should count once."""


@slip(
    printed_loops, {DW: "dW[:, :, :, c] += a_slice * dZ[i, h, w]"}, "The gradient of the filters", test="dW", alone=True
)
def multiplies_windows_by_all_channels_of_dz():
    """For the gradient of the filters, your code multiplies a window by the entries of dZ in all channels. One filter
    made one channel of the output, so only the entry of that channel belongs to it."""


@slip(
    printed_loops,
    {DA: ADD + "W[:, :, :, c] * dZ[i, h, w]", DW: "dW[:, :, :, c] += a_slice * dZ[i, h, w]"},
    "Convolution backward",
    test="dW",
    alone=True,
)
def multiplies_both_by_all_channels_of_dz():
    """Your code multiplies filter and window by the entries of dZ in all channels. One filter made one channel of the
    output, so only the entry of that channel belongs to it."""


@slip(
    printed_loops,
    {
        DA: ADD + "W[:, :, :, c] * dZ[i, h, w]",
        DW: "dW[:, :, :, c] += a_slice * dZ[i, h, w]",
        DB: "db[:, :, :, c] += dZ[i, h, w]",
    },
    "Convolution backward",
    test="dW",
    alone=True,
)
def reads_dz_without_its_channel():
    """Your code reads dZ without its last index, so it gets the entries of all channels. One filter made one channel of
    the output, so only the entry of that channel belongs to it."""


@slip(
    printed_loops,
    {
        DA: ADD + "W[:, :, :, c] * dZ[h, w, c]",
        DW: "dW[:, :, :, c] += a_slice * dZ[h, w, c]",
        DB: "db[:, :, :, c] += dZ[h, w, c]",
    },
    "Convolution backward",
    test="dW",
    alone=True,
)
def reads_dz_without_the_example():
    """Your code reads dZ with row, column and channel alone, so these indices fall on the axes of examples, rows and
    columns. The first index is the example."""


@slip(printed_loops, {DA: ADD + "W[:, :, :, c] * dZ"}, "The gradient of the input", test="dA_prev", alone=True)
def multiplies_by_all_of_dz():
    """Your code multiplies a filter or a window by all of dZ. To each window belongs one entry of dZ: that of its
    example, its place and the channel."""


@slip(
    printed_loops,
    {
        DA: ADD + "W[:, :, :, c] * dZ[i, h, w, 0]",
        DW: "dW[:, :, :, c] += a_slice * dZ[i, h, w, 0]",
        DB: "db[:, :, :, c] += dZ[i, h, w, 0]",
    },
    "Convolution backward",
    test="dW",
    alone=True,
)
def reads_dz_of_the_first_channel():
    """Your code reads the first channel of dZ for every filter. Each filter made a channel of its own."""


@slip(
    printed_loops, {DA: ADD + "W[:, :, :, c] * dZ[i, w, h, c]"}, "The gradient of the input", test="dA_prev", alone=True
)
def exchanges_row_and_column_of_dz_for_the_input():
    """For the gradient of the input, your code reads dZ with the column first and the row second. The indices of an
    entry of dZ come in the order example, row, column, channel."""


@slip(
    printed_loops,
    {DW: "dW[:, :, :, c] += a_slice * dZ[i, w, h, c]"},
    "The gradient of the filters",
    test="dW",
    alone=True,
)
def exchanges_row_and_column_of_dz_for_the_filters():
    """For the gradient of the filters, your code reads dZ with the column first and the row second. The indices of
    an entry of dZ come in the order example, row, column, channel."""


@slip(
    printed_loops,
    {
        DA: ADD + "W[:, :, :, c] * dZ[i, c, h, w]",
        DW: "dW[:, :, :, c] += a_slice * dZ[i, c, h, w]",
        DB: "db[:, :, :, c] += dZ[i, c, h, w]",
    },
    "Convolution backward",
    test="dW",
    alone=True,
)
def reads_dz_channels_first():
    """Your code reads dZ with the channel right after the example. The indices of an entry of dZ come in the order
    example, row, column, channel."""


@slip(printed_loops, {SHAPE: "(m, n_C, n_H, n_W) = dZ.shape"}, "Convolution backward", test="shapes", alone=True)
def unpacks_dz_channels_first():
    """Your code reads the shape of dZ as if the channels came right after the examples. The axes are examples, height,
    width, channels."""


@slip(printed_loops, {FILTER_SHAPE: "(f, f, n_C, n_C_prev) = W.shape"}, "Convolution backward", test="one", alone=True)
def exchanges_channels_and_filters():
    """Your code takes the channels of the input for the number of filters, and the other way round, where it reads the
    shape of W or makes an array of that shape. The third axis of W holds the channels of the input, the last one counts
    the filters."""


@slip(
    printed_loops,
    {ZERO_W: "dW = np.zeros((f, f, n_C_prev))", DW: "dW += a_slice * dZ[i, h, w, c]"},
    "The gradient of the filters",
    test="shapes",
    alone=True,
)
def makes_dw_for_one_filter():
    """Your gradient of the filters has three axes, and adds up what comes back to all filters as if they were one. It
    should have the shape of W, whose last axis counts the filters."""
