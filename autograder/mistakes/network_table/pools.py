"""Wrong channels behind a convolution or a pool, and pools that learn something."""

from autograder.catalogue import slip
from autograder.mistakes.network_table.lines import SECTION
from autograder.styles.network_table import a_branch_for_each_kind


@slip(a_branch_for_each_kind, {"shape = (n_H, n_W, n_C)": "shape = (n_H, n_W, n_C_prev)"}, SECTION, test="published")
def keeps_the_channels_of_the_input():
    """The output of your convolution has as many channels as its input. It has one channel for each filter."""


@slip(a_branch_for_each_kind, {"shape = (n_H, n_W, n_C)": "shape = (n_H, n_W)"}, SECTION, test="published")
def forgets_the_channels_of_convolutions():
    """The shape behind your convolution has rows and columns only. Each filter makes a channel, and the layers behind
    it ask for three axes."""


@slip(a_branch_for_each_kind, {"shape = (n_H, n_W, n_C_prev)": "shape = (n_H, n_W)"}, SECTION, test="published")
def forgets_the_channels_of_pools():
    """The shape behind your pool has rows and columns only. A pool keeps the channels of its input, as a third axis."""


@slip(a_branch_for_each_kind, {"shape = (n_H, n_W, n_C_prev)": "shape = (n_H, n_W, n_C)"}, SECTION, test="strided")
def takes_channels_of_pools_from_the_last_convolution():
    """Your pool takes its channels from a variable that only the branch of a convolution sets, and so it fails in
    front of any convolution. A pool keeps the channels of its own input."""


@slip(
    a_branch_for_each_kind,
    {"shape = (n_H, n_W, n_C_prev)": "shape = (n_H_prev, n_W_prev, n_C_prev)"},
    SECTION,
    test="published",
)
def leaves_pools_out_of_the_shape():
    """Your pool leaves the shape as it was, so that sizes behind it are too large. Its output has fewer rows and
    columns."""


@slip(
    a_branch_for_each_kind,
    {"for layer in layers:": ("for layer in layers:\n    count = None"), "count = 0": ""},
    SECTION,
    test="published",
)
def gives_None_for_a_pool():
    """Your list holds None where the number of parameters of a pool should be. A pool learns nothing, and its number
    is 0."""


@slip(a_branch_for_each_kind, {"count = 0": ""}, SECTION, test="published")
def repeats_the_count_at_a_pool():
    """Your pool repeats the count of the layer in front of it, which still stands in the variable. A pool learns
    nothing, and its number is 0."""


@slip(a_branch_for_each_kind, {"count = 0": "count = f * f"}, SECTION, test="published")
def counts_weights_of_a_pool():
    """Your pool has a weight for each place of its window. It only takes the largest number or the mean, and learns
    nothing: its number is 0."""


@slip(a_branch_for_each_kind, {"count = 0": "count = f * f * n_C_prev"}, SECTION, test="published")
def counts_weights_of_a_pool_in_each_channel():
    """Your pool has a weight for each place of its window in each channel. It only takes the largest number or the
    mean, and learns nothing."""


@slip(a_branch_for_each_kind, {"count = 0": "count = (f * f + 1) * n_C_prev"}, SECTION, test="published")
def counts_weights_and_a_bias_of_a_pool_in_each_channel():
    """Your pool has the weights of one window and a bias in each channel. It only takes the largest number or the
    mean, and learns nothing."""


@slip(a_branch_for_each_kind, {"count = 0": "count = (f * f * n_C_prev + 1) * n_C_prev"}, SECTION, test="published")
def counts_a_pool_as_a_convolution():
    """Your pool has the parameters of a convolution with as many filters as there are channels. It only takes the
    largest number or the mean, and learns nothing."""


@slip(a_branch_for_each_kind, {"count = 0": "count = (f * f * n_C_prev + 1) * n_C"}, SECTION, test="published")
def counts_a_pool_as_the_last_convolution():
    """Your pool has the parameters of a convolution with the filters of the one before, whose number still stands in
    the variable. A pool learns nothing, and its number is 0."""


@slip(a_branch_for_each_kind, {"count = 0": "count = 1"}, SECTION, test="published")
def counts_one_parameter_for_a_pool():
    """Your pool has one parameter. It only takes the largest number or the mean, and learns nothing: its number is 0."""
