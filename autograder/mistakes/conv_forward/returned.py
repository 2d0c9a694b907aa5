"""What is given back: nothing, only a part, in another order, or a cache that holds something else."""

from autograder.catalogue import slip
from autograder.reference import zero_pad
from autograder.styles.conv_forward import printed_loops


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
        "return Z, cache": "",
    },
    "The convolution layer",
    test="plain",
)
def returns_nothing():
    """Your function gives back None, so there is no output and no cache. What it computes should be handed back by a
    return, after the loops."""


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
        "return Z, cache": "return Z",
    },
    "The convolution layer",
    test="plain",
)
def returns_z_alone():
    """Your function gives back the output alone. Two things are wanted: the output, and the cache for the way back."""


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
        "return Z, cache": "return cache, Z",
    },
    "The convolution layer",
    test="plain",
)
def returns_the_cache_first():
    """Your function gives back the cache first and the output second. The output comes first, then the cache."""


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
        "cache = (A_prev, W, b, hparameters)": "cache = (A_prev, b, W, hparameters)",
    },
    "The convolution layer",
    test="cache",
)
def caches_biases_before_filters():
    """Your cache holds the biases where the filters are expected, and the other way round.
    The way back unpacks the input first, then the filters, the biases and hparameters."""


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
        "cache = (A_prev, W, b, hparameters)": "cache = (Z, A_prev, W, b, hparameters)",
    },
    "The convolution layer",
    test="cache",
)
def caches_the_output_too():
    """Your cache begins with the output. The way back unpacks four things: the input, the
    filters, the biases and hparameters."""


@slip(
    printed_loops,
    {
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
        "cache = (A_prev, W, b, hparameters)": "cache = (Z, W, b, hparameters)",
    },
    "The convolution layer",
    test="cache",
)
def caches_the_output_for_the_input():
    """Your cache holds the output in the place of the input. The way back needs what the layer was given."""


@slip(
    printed_loops,
    {"cache = (A_prev, W, b, hparameters)": "cache = (A_prev, W, b, hparameters, Z)"},
    "The convolution layer",
    test="cache",
    alone=True,
)
def caches_the_output_as_a_fifth_part():
    """Your cache has five parts. The way back unpacks four: the input, the filters, the biases and hparameters; the
    output is returned beside them."""
