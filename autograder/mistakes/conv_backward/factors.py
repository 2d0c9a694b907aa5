"""Windows, filters and dZ multiplied with the wrong partner."""

from autograder.catalogue import slip
from autograder.reference import zero_pad
from autograder.styles.conv_backward import printed_loops


@slip(
    printed_loops,
    {
        "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]": "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += a_slice * dZ[i, h, w, c]",
        "dW[:, :, :, c] += a_slice * dZ[i, h, w, c]": "dW[:, :, :, c] += W[:, :, :, c] * dZ[i, h, w, c]",
    },
    "Convolution backward",
    test="dA_prev",
)
def swaps_filters_and_windows():
    """Your code multiplies dZ by the window for the gradient of the input, and by the filter for that of the
    filters. It is the other way round: what comes back to one factor of a product is weighted by the other factor."""


@slip(
    printed_loops,
    {
        "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]": "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += a_slice * dZ[i, h, w, c]"
    },
    "The gradient of the input",
    test="dA_prev",
)
def uses_input_for_both():
    """Your gradient of the input is made of the windows of the input. Each entry of a window was multiplied by an
    entry of the filter, and that is the weight with which dZ comes back."""


@slip(
    printed_loops,
    {
        "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]": "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[::-1, ::-1, :, c] * dZ[i, h, w, c]"
    },
    "The gradient of the input",
    test="dA_prev",
)
def rotates_the_filter():
    """Your code turns the filter by half a circle before it adds it to the gradient of the input. That belongs to
    another way of writing this sum; here each window gets the filter as it lay there."""


@slip(
    printed_loops,
    {
        "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]": "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, 0] * dZ[i, h, w, c]"
    },
    "The gradient of the input",
    test="dA_prev",
)
def uses_first_filter_only():
    """Your gradient of the input uses the first filter for every channel of dZ. Each channel of dZ belongs to a
    filter of its own."""


@slip(
    printed_loops,
    {
        "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]": "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c]"
    },
    "The gradient of the input",
    test="dA_prev",
)
def forgets_dz_for_the_input():
    """Your gradient of the input adds up the filters alone. Each filter should be weighted by the entry of dZ that
    belongs to the window."""


@slip(
    printed_loops,
    {"dW[:, :, :, c] += a_slice * dZ[i, h, w, c]": "dW[:, :, :, c] += a_slice"},
    "The gradient of the filters",
    test="dW",
)
def forgets_dz_for_the_filters():
    """Your gradient of the filters adds up the windows alone. Each window should be weighted by the entry of dZ
    that belongs to it."""


@slip(
    printed_loops,
    {"a_prev_pad = A_prev_pad[i]": "a_prev_pad = A_prev_pad[0]"},
    "The gradient of the filters",
    test="dW",
)
def uses_first_example_only():
    """Your windows are cut from the first image for every example of the batch. Each example's dZ belongs to its
    own image."""
