"""Windows that start or end in the wrong place, in one array or in both."""

from autograder.catalogue import slip
from autograder.mistakes.conv_backward.lines import DA, LEFT, SLICE, STRIDE, TOP
from autograder.reference import zero_pad
from autograder.styles.conv_backward import printed_loops

BOTTOM = "vert_end = vert_start + f"
RIGHT = "horiz_end = horiz_start + f"


@slip(printed_loops, {BOTTOM: "vert_end = h + f"}, "Convolution backward", test="dW-stride", alone=True)
def ends_windows_down_at_the_index():
    """Your windows start at the right place, but their lower end is f behind the index h of the output entry, so
    that they shrink for a stride above 1. A window ends f behind its own start."""


@slip(
    printed_loops,
    {BOTTOM: "vert_end = vert_start + pad", RIGHT: "horiz_end = horiz_start + pad"},
    "Convolution backward",
    test="dW",
    alone=True,
)
def ends_windows_a_padding_later():
    """Your windows end pad behind their start, so they are as large as the border is wide. They should be as large as
    the filter."""


@slip(
    printed_loops,
    {BOTTOM: "vert_end = vert_start + f + pad", RIGHT: "horiz_end = horiz_start + f + pad"},
    "Convolution backward",
    test="dW-pad",
    alone=True,
)
def makes_windows_larger_by_the_padding():
    """Your windows are larger than the filter by the padding. They should be as large as the filter; the padding is in
    the array from which they are cut."""


@slip(printed_loops, {BOTTOM: "vert_end = vert_start + f - 1"}, "Convolution backward", test="dW", alone=True)
def makes_windows_one_row_short():
    """Your windows are one row short. The end of a slice is left out of it, so it should stand one behind the last
    row."""


@slip(printed_loops, {RIGHT: "horiz_end = horiz_start + f - 1"}, "Convolution backward", test="dW", alone=True)
def makes_windows_one_column_short():
    """Your windows are one column short. The end of a slice is left out of it, so it should stand one behind the last
    column."""


@slip(
    printed_loops,
    {BOTTOM: "vert_end = vert_start + f + 1", RIGHT: "horiz_end = horiz_start + f + 1"},
    "Convolution backward",
    test="dW",
    alone=True,
)
def makes_windows_one_too_large():
    """Your windows are one row and one column too large. The end of a slice is left out of it, so it should stand f
    behind the start."""


@slip(printed_loops, {RIGHT: "horiz_end = vert_start + f"}, "Convolution backward", test="dW", alone=True)
def leaves_the_end_across_behind():
    """The right end of your windows does not move to the right with their start: it is counted from the edge, or from
    the start downwards, so windows further to the right are too narrow or empty. A window ends f behind its own
    start."""


@slip(
    printed_loops,
    {BOTTOM: "vert_end = vert_start", RIGHT: "horiz_end = horiz_start"},
    "Convolution backward",
    test="dW",
    alone=True,
)
def makes_empty_windows():
    """Your windows are empty: they end where they start. A window ends f behind its start."""


@slip(
    printed_loops,
    {DA: "da_prev_pad[vert_start:vert_start, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def adds_to_an_empty_window():
    """The window of the gradient to which your code adds has no rows: its slice ends where it starts. It should end
    f behind its start."""


@slip(printed_loops, {TOP: "vert_start = w * stride"}, "Convolution backward", test="dW", alone=True)
def takes_both_starts_from_the_column():
    """Your windows start as far down as they start to the right: both starts are worked out from the column of the
    output entry. Downwards, the start should follow from the row."""


@slip(
    printed_loops,
    {TOP: "vert_start = h * stride - pad", LEFT: "horiz_start = w * stride - pad"},
    "Convolution backward",
    test="dW-pad",
    alone=True,
)
def starts_windows_before_the_padding():
    """Your code subtracts the padding from the start of each window, so that some start below 0. In the padded arrays
    the first window starts at 0."""


@slip(
    printed_loops,
    {TOP: "vert_start = h * stride + pad", LEFT: "horiz_start = w * stride + pad"},
    "Convolution backward",
    test="dW-pad",
    alone=True,
)
def starts_windows_behind_the_padding():
    """Your windows start behind the padding, so that they never cover it at the top and the left. In the padded
    arrays the first window starts at 0."""


@slip(
    printed_loops,
    {TOP: "vert_start = h // stride", LEFT: "horiz_start = w // stride"},
    "Convolution backward",
    test="dW-stride",
    alone=True,
)
def divides_the_index_by_the_stride():
    """Your code divides the index by the stride to get the start of a window. The windows lie a stride apart, so the
    index should be multiplied by it."""


@slip(printed_loops, {STRIDE: STRIDE + "\nf = n_C_prev"}, "Convolution backward", test="f", alone=True)
def takes_the_input_channels_for_the_size():
    """Your windows have as many rows and columns as the input has channels. They should be as large as the filter,
    whose size the first two axes of W give."""


@slip(
    printed_loops,
    {DA: "da_prev_pad[vert_start:horiz_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def ends_the_rows_of_the_gradient_by_the_column():
    """The window in which you add to the gradient of the input runs down from the vertical start to the horizontal
    end. Both ends of a range belong to the same direction."""


@slip(
    printed_loops,
    {SLICE: "a_slice = a_prev_pad[vert_start:horiz_end, horiz_start:horiz_end, :]"},
    "The gradient of the filters",
    test="dW",
    alone=True,
)
def ends_the_rows_of_the_input_by_the_column():
    """Your window of the input runs down from the vertical start to the horizontal end. Both ends of a range belong
    to the same direction."""


@slip(
    printed_loops,
    {SLICE: "a_slice = a_prev_pad[h : h + f, w : w + f, :]"},
    "Stride and padding",
    test="dW-stride",
    alone=True,
)
def ignores_stride_for_the_filters():
    """The windows of the input from which you make the gradient of the filters move by one, and the stride is left out.
    They should lie where they lay on the way forward."""


@slip(
    printed_loops,
    {DA: "da_prev_pad[h : h + f, w : w + f, :] += W[:, :, :, c] * dZ[i, h, w, c]"},
    "Stride and padding",
    test="dA_prev-stride",
    alone=True,
)
def ignores_stride_for_the_input():
    """The windows in which you add to the gradient of the input move by one, and the stride is left out. They should
    lie where they lay on the way forward."""


@slip(
    printed_loops,
    {SLICE: "a_slice = a_prev_pad[vert_start:vert_end, vert_start:vert_end, :]"},
    "The gradient of the filters",
    test="dW",
    alone=True,
)
def cuts_windows_on_the_diagonal():
    """Your windows of the input have the vertical range on both axes. On the second of the two axes it should be the
    horizontal one."""


@slip(
    printed_loops,
    {DA: "da_prev_pad[vert_start:vert_end, vert_start:vert_end, :] += W[:, :, :, c] * dZ[i, h, w, c]"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def adds_on_the_diagonal():
    """The windows in which you add to the gradient of the input have the vertical range on both axes. On the second of
    the two axes it should be the horizontal one."""


@slip(
    printed_loops,
    {DA: "da_prev_pad[vert_start:vert_end, horiz_start:vert_end, :] += W[:, :, :, c] * dZ[i, h, w, c]"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def ends_the_slice_of_the_gradient_by_the_row():
    """The window in which you add to the gradient of the input runs across from the horizontal start to the
    vertical end. Both ends of a range belong to the same direction."""


@slip(
    printed_loops,
    {SLICE: "a_slice = a_prev_pad[vert_start:vert_end, horiz_start:vert_end, :]"},
    "The gradient of the filters",
    test="dW",
    alone=True,
)
def ends_the_slice_of_the_input_by_the_row():
    """Your window of the input runs across from the horizontal start to the vertical end. Both ends of a range
    belong to the same direction."""


@slip(
    printed_loops,
    {DA: "da_prev_pad[vert_start : vert_end - 1, horiz_start : horiz_end - 1, :] += W[:, :, :, c] * dZ[i, h, w, c]"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def adds_to_windows_one_short():
    """The windows in which you add to the gradient of the input are one row and one column smaller than the filter. The
    end of a slice is left out of it, so it should stand f behind the start."""


@slip(
    printed_loops,
    {SLICE: "a_slice = a_prev_pad[vert_start : vert_end - 1, horiz_start : horiz_end - 1, :]"},
    "The gradient of the filters",
    test="dW",
    alone=True,
)
def cuts_windows_one_short():
    """Your windows of the input are one row and one column too small. The end of a slice is left out of it, so it
    should stand f behind the start."""


@slip(
    printed_loops,
    {SLICE: "a_slice = a_prev_pad[vert_start : h + f, horiz_start : w + f, :]"},
    "The gradient of the filters",
    test="dW-stride",
    alone=True,
)
def cuts_windows_that_end_at_the_index():
    """Your windows of the input end f behind the index of the output entry, so that they shrink for a stride above
    1. A window ends f behind its own start."""


@slip(
    printed_loops,
    {DA: "a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def adds_to_the_padded_input():
    """Your code adds what comes back to the padded input, so that later windows read changed numbers and the
    gradient of the input stays zero. It belongs in an array of its own."""


@slip(
    printed_loops,
    {DA: "da_prev_pad[vert_start, horiz_start, :] += np.sum(W[:, :, :, c] * dZ[i, h, w, c])"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def adds_to_the_first_entry_of_the_window():
    """Your code adds the sum of the weighted filter to the first entry of the window. The filter has the shape of a
    window, and each of its entries goes back to an entry of its own."""


@slip(
    printed_loops,
    {DA: "da_prev_pad[h, w, :] += np.sum(W[:, :, :, c] * dZ[i, h, w, c])"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def adds_to_the_entry_of_the_output():
    """Your code adds the sum of the weighted filter to one entry of the gradient, the one at the indices of the output.
    The filter has the shape of a window, and goes back to the window as a whole."""


@slip(
    printed_loops,
    {DA: "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, c] += W[:, :, :, c] * dZ[i, h, w, c]"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def adds_to_one_channel():
    """Your code adds a filter to one channel of the gradient of the input. A filter looked at all channels of the
    input, and goes back to all of them; the channel in the loop is that of the output."""
