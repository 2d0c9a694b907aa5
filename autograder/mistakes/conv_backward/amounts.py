"""Too much or too little of the right thing: counted often, divided, taken off, begun from something."""

from autograder.catalogue import slip
from autograder.mistakes.conv_backward.lines import ADD, DA, DB, DW, PADDED_GRADIENT, RETURN, SHAPE, ZERO_B, ZERO_W
from autograder.reference import zero_pad
from autograder.styles.conv_backward import printed_loops


@slip(
    printed_loops, {DB: "db[:, :, :, c] += np.sum(dZ[:, h, w, c])"}, "The gradient of the bias", test="db", alone=True
)
def counts_the_biases_once_per_example():
    """Your gradient of the bias is m times too large, as where the entries of all examples are added again for every
    example. Each entry of dZ should count once."""


@slip(printed_loops, {DA: ADD + "np.dot(W, dZ[i, h, w])"}, "The gradient of the input", test="dA_prev", alone=True)
def counts_the_input_once_per_filter():
    """Your gradient of the input is n_C times too large, as where what all filters send back is added again for every
    filter. It should count once."""


@slip(
    printed_loops,
    {DW: "dW += a_slice[:, :, :, np.newaxis] * dZ[i, h, w]"},
    "The gradient of the filters",
    test="dW",
    alone=True,
)
def counts_the_filters_once_per_filter():
    """Your gradient of the filters is n_C times too large, as where what comes back to all filters is added again for
    every filter. It should count once."""


@slip(printed_loops, {DB: "db += np.sum(dZ)"}, "The gradient of the bias", test="db", alone=True)
def adds_all_of_dz_each_time():
    """Your code adds the sum of all of dZ to db in each pass of the loops. In one pass, one entry of dZ comes back
    to one bias."""


@slip(
    printed_loops, {DB: "db[:, :, :, c] += np.sum(dZ[:, :, :, c])"}, "The gradient of the bias", test="db", alone=True
)
def adds_the_whole_channel_each_time():
    """Your code adds the sum of a whole channel of dZ to its bias in each pass of the loops, so each entry counts once
    for every window of the batch. It should count once."""


@slip(
    printed_loops, {DB: "db[:, :, :, c] += np.sum(dZ[i, :, :, c])"}, "The gradient of the bias", test="db", alone=True
)
def adds_the_channel_of_the_example_each_time():
    """Your code adds the sum of a channel of the example to its bias for each window, so each entry of dZ counts once
    for every window of its example. It should count once."""


@slip(printed_loops, {DB: "db[:, :, :, c] += np.sum(dZ[i])"}, "The gradient of the bias", test="db", alone=True)
def adds_all_of_the_example_each_time():
    """Your code adds the sum over dZ of the whole example to a bias in each pass of the loops. In one pass, one entry
    of dZ comes back to one bias."""


@slip(
    printed_loops,
    {DB: "", RETURN: "return dA_prev, dW, np.sum(dZ, axis=0)"},
    "The gradient of the bias",
    test="db",
    alone=True,
)
def sums_the_biases_over_the_examples_only():
    """Your gradient of the bias sums dZ over the examples alone and keeps its height and width. The bias is part of the
    output at every place, so it should be summed over these as well."""


@slip(
    printed_loops,
    {DB: "", RETURN: "return dA_prev, dW, np.sum(dZ, axis=(1, 2))"},
    "The gradient of the bias",
    test="db",
    alone=True,
)
def sums_the_biases_over_the_places_only():
    """Your gradient of the bias sums dZ over height and width alone, and is a matrix with a row for each example. The
    bias is part of the output of every example, so it should be summed over these as well."""


@slip(
    printed_loops,
    {DB: "", RETURN: "return dA_prev, dW, np.sum(dZ, axis=(1, 2), keepdims=True)"},
    "The gradient of the bias",
    test="db",
    alone=True,
)
def keeps_the_biases_of_the_examples_apart():
    """Your gradient of the bias sums dZ over height and width alone, and its first axis still counts the examples. The
    bias is part of the output of every example, so it should be summed over these as well."""


@slip(
    printed_loops, {RETURN: "return dA_prev, dW, db / (n_H * n_W)"}, "The gradient of the bias", test="db", alone=True
)
def averages_the_bias_over_the_places():
    """Your gradient of the bias is divided by the number of places in the output, so that it is a mean over them. The
    bias is part of the output at each of these places, so what comes back should be summed."""


@slip(printed_loops, {RETURN: "return dA_prev, dW, db / m"}, "The gradient of the bias", test="db", alone=True)
def divides_the_biases_by_the_examples():
    """Your code divides the gradient of the biases by the number of examples. The mean over the batch is part of
    the cost, and so already in dZ; here it is a sum."""


@slip(printed_loops, {RETURN: "return dA_prev, dW / m, db"}, "The gradient of the filters", test="dW", alone=True)
def divides_the_filters_by_the_examples():
    """Your code divides the gradient of the filters by the number of examples. The mean over the batch is part of
    the cost, and so already in dZ; here it is a sum."""


@slip(printed_loops, {RETURN: "return dA_prev / m, dW, db"}, "The gradient of the input", test="dA_prev", alone=True)
def divides_the_input_by_the_examples():
    """Your code divides the gradient of the input by the number of examples. The mean over the batch is part of the
    cost, and so already in dZ; here nothing is divided."""


@slip(
    printed_loops,
    {RETURN: "return dA_prev, dW / (n_H * n_W), db / (n_H * n_W)"},
    "Convolution backward",
    test="dW",
    alone=True,
)
def averages_filters_and_biases_over_the_places():
    """Your gradients of filters and biases are divided by the number of places in the output. Both took part in the
    output at each of these places, so what comes back should be summed."""


@slip(printed_loops, {DB: "db[:, :, :, c] += b[:, :, :, c]"}, "The gradient of the bias", test="db", alone=True)
def adds_up_the_biases():
    """Your gradient of the bias adds up the bias itself. What comes back to the bias is dZ: each entry of its
    filter's channel."""


@slip(printed_loops, {DB: "db[:, :, :, c] += 1"}, "The gradient of the bias", test="db", alone=True)
def counts_the_outputs_of_a_filter():
    """Your gradient of the bias counts the output entries of a filter. Each of them sends its own entry of dZ back, and
    these should be added up."""


@slip(printed_loops, {ZERO_B: "db = b.copy()"}, "Convolution backward", test="published", alone=True)
def starts_the_biases_from_the_biases():
    """Your gradient of the bias starts from the bias itself, which is added to it. A sum should start from zero."""


@slip(printed_loops, {ZERO_W: "dW = W.copy()"}, "Convolution backward", test="dW", alone=True)
def starts_the_filters_from_the_filters():
    """Your gradient of the filters starts from the filters themselves, which are added to it. A sum should start
    from zero."""


@slip(printed_loops, {ZERO_B: "db = np.ones((1, 1, 1, n_C))"}, "Convolution backward", test="db", alone=True)
def starts_the_biases_from_ones():
    """Your gradient of the biases starts from ones, so every entry comes out larger by 1. A sum should start from
    zero."""


@slip(
    printed_loops,
    {PADDED_GRADIENT: "dA_prev_pad = np.ones(A_prev_pad.shape)"},
    "Convolution backward",
    test="dA_prev",
    alone=True,
)
def starts_the_input_from_ones():
    """Your gradient of the input starts from ones, so every entry comes out larger by 1. A sum should start from
    zero."""


@slip(
    printed_loops,
    {
        DA: "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] -= W[:, :, :, c] * dZ[i, h, w, c]",
        DW: "dW[:, :, :, c] -= a_slice * dZ[i, h, w, c]",
        DB: "db[:, :, :, c] -= dZ[i, h, w, c]",
    },
    "Convolution backward",
    test="dW",
    alone=True,
)
def subtracts_everything():
    """All your gradients have the wrong sign: what comes back is subtracted where it should be added. The minus of
    gradient descent belongs to the step that is taken later."""


@slip(
    printed_loops,
    {DA: "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] -= W[:, :, :, c] * dZ[i, h, w, c]"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def subtracts_for_the_input():
    """Your gradient of the input has the wrong sign: what comes back is subtracted where it should be added."""


@slip(
    printed_loops,
    {DW: "dW[:, :, :, c] -= a_slice * dZ[i, h, w, c]"},
    "The gradient of the filters",
    test="dW",
    alone=True,
)
def subtracts_for_the_filters():
    """Your gradient of the filters has the wrong sign: what comes back is subtracted where it should be added."""


@slip(printed_loops, {DB: "db[:, :, :, c] -= dZ[i, h, w, c]"}, "The gradient of the bias", test="db", alone=True)
def subtracts_for_the_biases():
    """Your gradient of the biases has the wrong sign: what comes back is subtracted where it should be added."""


@slip(
    printed_loops,
    {DW: "dW[:, :, :, c] -= a_slice * dZ[i, h, w, c]", DB: "db[:, :, :, c] -= dZ[i, h, w, c]"},
    "Convolution backward",
    test="dW",
    alone=True,
)
def subtracts_for_filters_and_biases():
    """Your gradients of filters and biases have the wrong sign: what comes back is subtracted where it should be added.
    The minus of gradient descent belongs to the step that is taken later."""


@slip(printed_loops, {SHAPE: SHAPE + "\ndZ = np.maximum(dZ, 0)"}, "Convolution backward", test="dW", alone=True)
def lets_back_what_is_positive():
    """Your code leaves out the negative entries of dZ, as a ReLU would on the way forward. The layer has no ReLU in
    it, and all of dZ comes back."""


@slip(
    printed_loops,
    {RETURN: "return dA_prev * (A_prev > 0), dW, db"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def masks_the_input_gradient_by_the_input():
    """Your gradient of the input is zero where the input is not positive, as it would be behind a ReLU. The layer
    has no ReLU in it, and all that comes back counts."""


@slip(
    printed_loops,
    {RETURN: "return np.maximum(dA_prev, 0), dW, db"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def cuts_the_negative_input_gradient_off():
    """Your gradient of the input has zeros in the place of negative entries, as a ReLU would make them. A gradient
    may be negative, and the layer has no ReLU in it."""
