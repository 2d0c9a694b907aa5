"""A bias that is forgotten, or counts otherwise."""

from autograder.catalogue import slip
from autograder.reference import im2col, zero_pad
from autograder.styles.conv_forward_im2col import step_by_step


@slip(
    step_by_step,
    {"Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b": "Z = (columns @ filters).reshape(m, n_H, n_W, n_C)"},
    "A convolution is one matrix product",
    test="conv-bias",
)
def forgets_the_bias():
    """Your output has no bias in it. Each filter has one, and it is added to all entries of its channel."""


@slip(
    step_by_step,
    {"Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b": "Z = (columns @ filters).reshape(m, n_H, n_W, n_C) - b"},
    "A convolution is one matrix product",
    test="conv-bias",
)
def subtracts_the_bias():
    """Your code subtracts the bias. It should be added to all entries of its channel."""


@slip(
    step_by_step,
    {
        "Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b": "Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b + b"
    },
    "A convolution is one matrix product",
    test="conv-bias",
)
def adds_the_bias_twice():
    """The bias is in your output twice. It belongs to the filter as a whole: add it once, to the sum."""


@slip(
    step_by_step,
    {
        "Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b": "Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b * len(filters)"
    },
    "A convolution is one matrix product",
    test="conv-bias",
)
def counts_the_bias_for_each_weight():
    """In your output the bias counts once for each weight of a filter, as where it is added to each product. It belongs
    to the filter as a whole: add it once, to the sum."""


@slip(
    step_by_step,
    {
        "Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b": "Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b * f * f"
    },
    "A convolution is one matrix product",
    test="conv-bias",
)
def counts_the_bias_for_each_position():
    """In your output the bias counts once for each position of the filter. It belongs to the filter as a whole: add it
    once, to the sum."""


@slip(
    step_by_step,
    {
        "Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b": "Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b[0, 0, 0, 0]"
    },
    "A convolution is one matrix product",
    test="conv-bias",
)
def uses_the_first_bias_for_all():
    """Your code adds the bias of the first filter to all channels. Each filter has a bias of its own, for its own
    channel."""


@slip(
    step_by_step,
    {
        "Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b": "Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + np.sum(b)"
    },
    "A convolution is one matrix product",
    test="conv-bias",
)
def adds_the_biases_of_all_filters():
    """Your code adds the sum of all biases to every channel. Each filter has a bias of its own, for its own channel."""


@slip(
    step_by_step,
    {
        "filters = W.reshape(f * f * n_C_prev, n_C)": "filters = (W + b).reshape(f * f * n_C_prev, n_C)",
        "Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b": "Z = (columns @ filters).reshape(m, n_H, n_W, n_C)",
    },
    "A convolution is one matrix product",
    test="conv-bias",
)
def adds_the_bias_to_the_weights():
    """Your code adds the bias to the weights of a filter, so that it is multiplied by the input. It should be added to
    the sum of the products."""


@slip(
    step_by_step,
    {
        "Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b": "Z = (columns @ filters + b.reshape(n_C, 1)).reshape(m, n_H, n_W, n_C)"
    },
    "A convolution is one matrix product",
    test="conv-bias",
)
def makes_a_column_of_the_bias():
    """Your biases are a column when they are added to the product. It has one row for each pixel and one column for
    each filter, so the biases should be a row."""
