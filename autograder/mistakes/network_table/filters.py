"""Wrong numbers of weights and biases in a convolution."""

from autograder.catalogue import slip
from autograder.mistakes.network_table.lines import SECTION
from autograder.styles.network_table import a_branch_for_each_kind


@slip(
    a_branch_for_each_kind,
    {"count = (f * f * n_C_prev + 1) * n_C": "count = (f * f + 1) * n_C"},
    SECTION,
    test="published",
)
def counts_filters_of_one_channel():
    """Your filters are one channel deep, as in the printed table with the wrong counts. A filter is as deep as its
    input, and has weights for all of its channels."""


@slip(
    a_branch_for_each_kind,
    {"count = (f * f * n_C_prev + 1) * n_C": "count = f * f * n_C_prev * n_C"},
    SECTION,
    test="published",
)
def leaves_out_the_biases_of_filters():
    """Your count for a convolution holds the weights of the filters only. Each filter has a bias as well, which is
    learned like the rest."""


@slip(
    a_branch_for_each_kind,
    {"count = (f * f * n_C_prev + 1) * n_C": "count = f * f * n_C_prev * n_C + 1"},
    SECTION,
    test="published",
)
def counts_one_bias_for_all_filters():
    """Your convolution has a single bias for all of its filters. Each filter has one of its own."""


@slip(
    a_branch_for_each_kind,
    {"count = (f * f * n_C_prev + 1) * n_C": "count = 2 * f * f * n_C_prev * n_C"},
    SECTION,
    test="published",
)
def counts_a_bias_for_each_weight():
    """Your filters have one bias for each of their weights. A filter adds its bias once to the whole sum, and so it
    has only one."""


@slip(
    a_branch_for_each_kind,
    {"count = (f * f * n_C_prev + 1) * n_C": "count = (f * f + 1) * n_C_prev * n_C"},
    SECTION,
    test="published",
)
def counts_a_bias_for_each_channel_of_a_filter():
    """Your filters have one bias for each channel of their input. The channels are added up before the bias comes, so
    that a filter has only one."""


@slip(
    a_branch_for_each_kind,
    {"count = (f * f * n_C_prev + 1) * n_C": "count = f * f * n_C_prev * (n_C + 1)"},
    SECTION,
    test="published",
)
def adds_one_to_the_number_of_filters():
    """Your count for a convolution is that of one filter more, without any biases. The bias is one number more in each
    filter."""


@slip(
    a_branch_for_each_kind,
    {"count = (f * f * n_C_prev + 1) * n_C": "count = f * f * (n_C_prev + 1) * n_C"},
    SECTION,
    test="published",
)
def adds_one_to_the_depth_of_filters():
    """Your filters have the weights of one channel more than their input, and no bias. The bias is one number more in
    each filter."""


@slip(
    a_branch_for_each_kind,
    {"count = (f * f * n_C_prev + 1) * n_C": "count = f * f * n_C_prev * n_C + n_C_prev"},
    SECTION,
    test="published",
)
def counts_a_bias_for_each_input_channel():
    """Your convolution has as many biases as its input has channels. It has one for each of its filters."""


@slip(
    a_branch_for_each_kind,
    {"count = (f * f * n_C_prev + 1) * n_C": "count = (f * f * n_C + 1) * n_C"},
    SECTION,
    test="published",
)
def takes_filters_as_deep_as_the_output():
    """Your filters are as deep as the output has channels. A filter goes through all channels of its input."""


@slip(
    a_branch_for_each_kind,
    {"count = (f * f * n_C_prev + 1) * n_C": "count = (f * f * input_shape[2] + 1) * n_C"},
    SECTION,
    test="published",
)
def takes_filters_as_deep_as_the_image():
    """Your filters are all as deep as the image at the very beginning. Each filter goes through the channels of what
    the layer in front of it puts out."""


@slip(
    a_branch_for_each_kind,
    {"count = (f * f * n_C_prev + 1) * n_C": "count = (f * n_C_prev + 1) * n_C"},
    SECTION,
    test="published",
)
def counts_one_row_of_each_filter():
    """Your filters have a single row of weights in each channel. A filter has as many rows as columns."""


@slip(
    a_branch_for_each_kind,
    {"count = (f * f * n_C_prev + 1) * n_C": "count = f * f * n_C_prev + 1"},
    SECTION,
    test="published",
)
def counts_one_filter_only():
    """Your count for a convolution is that of a single filter. There are as many of them as the output has channels."""


@slip(
    a_branch_for_each_kind,
    {"count = (f * f * n_C_prev + 1) * n_C": "count = f * f * n_C_prev + n_C"},
    SECTION,
    test="published",
)
def counts_the_weights_of_one_filter():
    """Your count for a convolution holds the weights of one filter, and the biases of all of them. Every filter has
    weights and a bias, so both are multiplied by the number of filters."""


@slip(
    a_branch_for_each_kind, {"count = (f * f * n_C_prev + 1) * n_C": "count = f * f * n_C"}, SECTION, test="published"
)
def counts_filters_and_no_channels():
    """Your count for a convolution holds a filter of one channel and no biases. A filter goes through all channels of
    its input, and has a bias as well."""


@slip(
    a_branch_for_each_kind,
    {"count = (f * f * n_C_prev + 1) * n_C": "count = (f * f * n_C_prev + 1) * n_H * n_W * n_C"},
    SECTION,
    test="published",
)
def counts_weights_at_every_place():
    """Your convolution has weights of its own for each place of its output. The same filter slides over the whole
    image, so its weights are counted once."""


@slip(
    a_branch_for_each_kind,
    {"count = (f * f * n_C_prev + 1) * n_C": "count = (f ^ 2 * n_C_prev + 1) * n_C"},
    SECTION,
    test="published",
)
def takes_a_caret_for_a_power():
    """Your code takes the caret for a power. In Python it compares the bits of two numbers, so that the size of the
    filter is not squared."""


@slip(
    a_branch_for_each_kind,
    {
        "count = (f * f * n_C_prev + 1) * n_C": "count = f * f * n_C_prev * n_C",
        'count = (n_prev + 1) * layer["n"]': 'count = n_prev * layer["n"]',
    },
    SECTION,
    test="published",
)
def forgets_all_biases():
    """Your code counts the weights of each layer, and no biases. Each filter of a convolution and each unit of a dense
    layer has one more parameter, its bias."""


@slip(
    a_branch_for_each_kind,
    {"count = (f * f * n_C_prev + 1) * n_C": "count = (f * 2 * n_C_prev + 1) * n_C"},
    SECTION,
    test="published",
    alone=True,
)
def counts_twice_the_side():
    """Your filters have, for each channel, twice as many weights as a side is long. There are rows times columns of
    them: the side times itself."""
