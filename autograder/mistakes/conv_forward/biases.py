"""A bias that is counted too often, left out, or not a number."""

from autograder.catalogue import slip
from autograder.reference import conv_single_step, zero_pad
from autograder.styles.conv_forward import printed_loops


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c] + b[:, :, :, c])"
    },
    "The bias",
    test="bias",
)
def bias_per_entry():
    """Your code adds the bias to every product before it sums them, so the bias counts once for each entry of the
    window. The 2017 printing does so too, but a filter has one bias, and it counts once."""


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + float(b[:, :, :, c])"
    },
    "The bias",
    test="bias",
)
def float_of_bias_array():
    """Your code turns the bias, or a sum with it, into a Python number, as float() does, while it is still an array
    with axes: up to NumPy 2.3 that worked, and since NumPy 2.4 it is an error. Take the one entry out of the array
    first."""


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[:, :, :, c]"
    },
    "The bias",
    test="bias",
)
def assigns_array_to_entry():
    """Your code stores an array in a single entry of Z; where that array had one entry, NumPy up to 2.3 let it pass, and
    since NumPy 2.4 it is an error. An entry is a number: the sum, with the one bias of its filter taken out of its
    array first."""


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c])"
    },
    "The bias",
    test="bias",
)
def forgets_the_bias():
    """Your code sums the products of window and filter, and the bias does not get into the result. Each filter has a
    bias that should be added to its sums, once."""


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = conv_single_step(a_slice_prev, W[:, :, :, c], b[:, :, :, 0])"
    },
    "The bias",
    test="bias",
)
def uses_first_bias_only():
    """Your code adds the first filter's bias to every channel of the output. Each filter has a bias of its own."""


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + np.sum(b)"
    },
    "The bias",
    test="bias",
)
def adds_the_biases_of_all_filters():
    """Your code adds the biases of all filters to every channel of the output. Each channel should get the bias of
    its own filter only."""


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = conv_single_step(a_slice_prev, W[:, :, :, c], b)"
    },
    "The bias",
    test="bias",
)
def passes_the_whole_bias():
    """Your code takes the biases of all filters where one is wanted, that of the filter at hand: in a call of
    conv_single_step, or where a number is taken out of b. The filters lie along the last axis of b, as they do in W."""
