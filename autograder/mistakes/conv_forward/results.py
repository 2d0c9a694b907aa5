"""The wrong arithmetic, the wrong type, the wrong cache."""

from autograder.catalogue import slip
from autograder.reference import conv_single_step, zero_pad
from autograder.styles.conv_forward import printed_loops


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = conv_single_step(a_slice_prev, W[::-1, ::-1, :, c], b[:, :, :, c])"
    },
    "Slide, multiply, add",
    test="plain",
)
def flips_the_filter():
    """In your code the filter lies on the window turned by half a circle, as mathematicians define a convolution. In
    deep learning, and here, the filter is laid on the window as it is."""


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.mean(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]"
    },
    "The convolution layer",
    test="plain",
)
def averages_the_products():
    """Your code takes the mean of the products of window and filter. A convolution sums them; nothing is divided
    by the number of entries."""


@slip(
    printed_loops,
    {
        "Z = np.zeros((m, n_H, n_W, n_C))": "Z = np.zeros((m, n_H, n_W, n_C), dtype=A_prev.dtype)",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = conv_single_step(a_slice_prev, W[:, :, :, c], b[:, :, :, c])",
    },
    "The convolution layer",
    test="integer",
)
def rounds_to_input_type():
    """Your output takes its type from the input, so for whole-number input everything after the decimal point is
    lost. The output should hold floats."""


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = conv_single_step(a_slice_prev, W[:, :, :, c], b[:, :, :, c])",
        "cache = (A_prev, W, b, hparameters)": "cache = (A_prev_pad, W, b, hparameters)",
    },
    "The convolution layer",
    test="cache",
)
def caches_padded_input():
    """Your cache holds the padded input. The way back expects the input as it came, and
    pads it itself."""


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = conv_single_step(a_slice_prev, W[:, :, :, c], b[:, :, :, c])",
        "cache = (A_prev, W, b, hparameters)": "cache = (A_prev, W, b)",
    },
    "The convolution layer",
    test="cache",
)
def caches_without_hparameters():
    """Your cache lacks hparameters. The way back needs four things: the input, the
    filters, the biases and hparameters."""


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = conv_single_step(a_slice_prev, W[:, :, :, c], b[:, :, :, c])",
        "cache = (A_prev, W, b, hparameters)": "cache = (W, b, A_prev, hparameters)",
    },
    "The convolution layer",
    test="cache",
)
def caches_in_another_order():
    """Your cache holds its entries in another order. The way back unpacks the input
    first, then the filters, the biases and hparameters."""
