"""A product with the wrong partner, or a sum in the place of a product."""

from autograder.catalogue import slip
from autograder.mistakes.conv_backward.lines import ADD, DA, DW, PADDED, PADDED_GRADIENT, RETURN
from autograder.reference import zero_pad
from autograder.styles.conv_backward import printed_loops


@slip(printed_loops, {DA: ADD + "dZ[i, h, w, c]"}, "The gradient of the input", test="dA_prev", alone=True)
def adds_dz_alone_to_the_input():
    """Your gradient of the input adds the entry of dZ itself to every entry of the window. Each of those was
    multiplied by an entry of the filter, which is the weight with which dZ comes back."""


@slip(printed_loops, {DW: "dW[:, :, :, c] += dZ[i, h, w, c]"}, "The gradient of the filters", test="dW", alone=True)
def adds_dz_alone_to_the_filters():
    """Your gradient of the filters adds the entry of dZ itself to every entry of the filter. Each of those was
    multiplied by an entry of the window, which is the weight with which dZ comes back."""


@slip(
    printed_loops,
    {DA: ADD + "np.sum(W[:, :, :, c] * dZ[i, h, w, c])"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def sums_the_filter_for_the_input():
    """Your code sums the filter, weighted by dZ, to one number and adds that to all entries of the window. Each entry
    of the window met one entry of the filter, and should get that one back, weighted."""


@slip(
    printed_loops,
    {DW: "dW[:, :, :, c] += np.mean(a_slice) * dZ[i, h, w, c]"},
    "The gradient of the filters",
    test="dW",
    alone=True,
)
def averages_the_windows_for_the_filters():
    """Your gradient of the filters takes the mean of each window. Each entry of a filter met one entry of the
    window: its gradient keeps the shape of the window."""


@slip(
    printed_loops, {DA: ADD + "W[:, :, :, c] + dZ[i, h, w, c]"}, "The gradient of the input", test="dA_prev", alone=True
)
def adds_filter_and_dz():
    """Your gradient of the input adds the filter and the entry of dZ together. The filter is the weight with which dZ
    comes back, so they should be multiplied."""


@slip(
    printed_loops,
    {DW: "dW[:, :, :, c] += a_slice + dZ[i, h, w, c]"},
    "The gradient of the filters",
    test="dW",
    alone=True,
)
def adds_window_and_dz():
    """Your gradient of the filters adds the window and the entry of dZ together. The window is the weight with which dZ
    comes back, so they should be multiplied."""


@slip(printed_loops, {DA: ADD + "W[:, :, :, c] * a_slice"}, "The gradient of the input", test="dA_prev", alone=True)
def multiplies_filter_and_window():
    """Your gradient of the input multiplies the filter by the window, as on the way forward, and leaves dZ out.
    What comes back is the filter, weighted by the entry of dZ."""


@slip(
    printed_loops,
    {DA: ADD + "W[:, :, :, c] * a_slice * dZ[i, h, w, c]"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def multiplies_filter_window_and_dz():
    """Your gradient of the input multiplies the filter by the window as well as by dZ. The window is not part of
    it: what comes back is the filter, weighted by the entry of dZ."""


@slip(
    printed_loops,
    {DW: "dW[:, :, :, c] += W[:, :, :, c] * a_slice * dZ[i, h, w, c]"},
    "The gradient of the filters",
    test="dW",
    alone=True,
)
def multiplies_window_filter_and_dz():
    """Your gradient of the filters multiplies the window by the filter as well as by dZ. The filter is not part of
    it: what comes back is the window, weighted by the entry of dZ."""


@slip(
    printed_loops,
    {DW: "dW[:, :, :, c] += W[:, :, :, c] * a_slice"},
    "The gradient of the filters",
    test="dW",
    alone=True,
)
def multiplies_window_and_filter():
    """Your gradient of the filters multiplies the window by the filter, as on the way forward, and leaves dZ out.
    What comes back is the window, weighted by the entry of dZ."""


@slip(printed_loops, {DA: DA + " + b[:, :, :, c]"}, "The gradient of the input", test="published", alone=True)
def adds_the_bias_to_the_input_gradient():
    """Your gradient of the input has the bias added to it. The bias is not multiplied by the input, and takes no part
    in its gradient."""


@slip(
    printed_loops,
    {DA: ADD + "W[:, :, :, c] * dZ[i, vert_start:vert_end, horiz_start:horiz_end, c]"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def multiplies_filters_by_a_window_of_dz():
    """For the gradient of the input, your code multiplies a filter by a whole window of dZ. One window of the input
    gave one entry of the output, so only that one entry of dZ comes back to it."""


@slip(
    printed_loops,
    {DW: "dW[:, :, :, c] += a_slice * dZ[i, vert_start:vert_end, horiz_start:horiz_end, c]"},
    "The gradient of the filters",
    test="dW",
    alone=True,
)
def multiplies_windows_by_a_window_of_dz():
    """For the gradient of the filters, your code multiplies a window of the input by a window of dZ. One window of
    the input gave one entry of the output, so only that one entry of dZ belongs to it."""


@slip(
    printed_loops,
    {
        DA: ADD + "W[:, :, :, c] * dZ[i, vert_start:vert_end, horiz_start:horiz_end, c]",
        DW: "dW[:, :, :, c] += a_slice * dZ[i, vert_start:vert_end, horiz_start:horiz_end, c]",
    },
    "Convolution backward",
    test="dW",
    alone=True,
)
def multiplies_both_by_a_window_of_dz():
    """Your code multiplies filters and windows by a whole window of dZ. One window of the input gave one entry of
    the output, so only that one entry of dZ belongs to it."""


@slip(
    printed_loops,
    {DW: "dW[:, :, :, c] += np.dot(a_slice, dZ[i, h, w])"},
    "The gradient of the filters",
    test="dW",
    alone=True,
)
def takes_the_dot_product_with_dz():
    """Your gradient of the filters takes the matrix product of a window and the channels of dZ. A window is
    weighted by one entry of dZ, that of the filter's own channel."""


@slip(
    printed_loops,
    {DA: ADD + "np.flip(W[:, :, :, c]) * dZ[i, h, w, c]"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def flips_the_filter_on_all_axes():
    """Your code turns the filter around on all its axes, that of the channels as well, before it adds it to the
    gradient of the input. Each window should get the filter as it lay there."""


@slip(
    printed_loops,
    {DA: ADD + "np.dot(W[:, :, :, c], dZ[i, h, w])"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def takes_the_dot_product_of_filter_and_dz():
    """Your gradient of the input takes the matrix product of a filter and the channels of dZ. A filter is weighted
    by one entry of dZ, that of its own channel."""


@slip(
    printed_loops,
    {DA: ADD + "np.sum(a_slice * W[:, :, :, c]) * dZ[i, h, w, c]"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def multiplies_by_the_output():
    """Your gradient of the input computes the output of the step, as on the way forward, and weights that by dZ.
    What comes back is the filter, weighted by the entry of dZ."""


@slip(
    printed_loops,
    {DW: "dW[:, :, :, c] += a_slice[::-1, ::-1, :] * dZ[i, h, w, c]"},
    "The gradient of the filters",
    test="dW",
    alone=True,
)
def turns_the_windows():
    """Your code turns the window by half a circle before it adds it to the gradient of the filters. Each entry of a
    filter met the entry of the window at the same place."""


@slip(
    printed_loops,
    {RETURN: "return dA_prev, dW.transpose(1, 0, 2, 3), db"},
    "The gradient of the filters",
    test="dW",
    alone=True,
)
def exchanges_rows_and_columns_of_the_filter_gradient():
    """Your gradient of the filters has its rows and columns exchanged. It should have them as the filters do."""


@slip(
    printed_loops,
    {DA: ADD + "W[:, :, :, c].transpose(1, 0, 2) * dZ[i, h, w, c]"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def transposes_the_filter():
    """Your gradient of the input uses the filter with its rows and columns exchanged. Each window should get the filter
    as it lay there."""


@slip(
    printed_loops,
    {PADDED: "A_prev_pad = zero_pad(dZ, pad)", PADDED_GRADIENT: "dA_prev_pad = zero_pad(dA_prev, pad)"},
    "The gradient of the filters",
    test="dW",
    alone=True,
)
def makes_filters_of_windows_of_dz():
    """Your windows are cut from dZ with a border around it. They should be cut from the padded input, as on the way
    forward."""
