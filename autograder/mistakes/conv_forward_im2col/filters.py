"""The wrong matrix of filters."""

from autograder.catalogue import slip
from autograder.reference import im2col, zero_pad
from autograder.styles.conv_forward_im2col import step_by_step


@slip(
    step_by_step,
    {"filters = W.reshape(f * f * n_C_prev, n_C)": "filters = W.reshape(n_C, f * f * n_C_prev).T"},
    "A convolution is one matrix product",
    test="conv-plain",
)
def reshapes_the_filters_the_wrong_way():
    """Your matrix of filters has the wrong entries, as where W is reshaped to one row for each filter: that moves no
    axis. The filters are the last axis of W, so reshaping the first three into one is all that is needed."""


@slip(
    step_by_step,
    {"filters = W.reshape(f * f * n_C_prev, n_C)": "filters = W.transpose(2, 0, 1, 3).reshape(f * f * n_C_prev, n_C)"},
    "A convolution is one matrix product",
    test="conv-plain",
)
def puts_the_channels_of_a_filter_first():
    """Your filters are in the order channel, row, column, and your windows in the order row, column, channel. Then
    entries meet weights that are not theirs: leave W in its own order."""


@slip(
    step_by_step,
    {"filters = W.reshape(f * f * n_C_prev, n_C)": "filters = W.T.reshape(n_C, f * f * n_C_prev).T"},
    "A convolution is one matrix product",
    test="conv-plain",
)
def reverses_the_axes_of_a_filter():
    """Each of your filters is in the order channel, column, row, as W has it when all its axes are reversed. The
    windows have the order row, column, channel: leave W in its own."""


@slip(
    step_by_step,
    {"filters = W.reshape(f * f * n_C_prev, n_C)": "filters = W.transpose(3, 0, 1, 2).reshape(f * f * n_C_prev, n_C)"},
    "A convolution is one matrix product",
    test="conv-plain",
)
def moves_the_filters_to_the_front():
    """Your matrix of filters has the right shape and the wrong entries: the axis of the filters was moved to the front,
    and then reshape spread it over the rows. It is the last axis of W, and the last of the matrix."""


@slip(
    step_by_step,
    {"filters = W.reshape(f * f * n_C_prev, n_C)": "filters = W.T.reshape(f * f * n_C_prev, n_C)"},
    "A convolution is one matrix product",
    test="conv-plain",
)
def reshapes_the_transposed_filters():
    """Your matrix of filters has the right shape and the wrong entries: all axes of W were reversed before the reshape,
    which spread the filters over the rows. Leave W in its own order."""


@slip(
    step_by_step,
    {"filters = W.reshape(f * f * n_C_prev, n_C)": "filters = W.transpose(1, 0, 2, 3).reshape(f * f * n_C_prev, n_C)"},
    "A convolution is one matrix product",
    test="conv-plain",
)
def swaps_rows_and_columns_of_the_filters():
    """The rows and columns of your filters are exchanged, so that they meet the windows mirrored along the diagonal.
    Windows and filters have the same order, row, column, channel, as they come."""


@slip(
    step_by_step,
    {"filters = W.reshape(f * f * n_C_prev, n_C)": "filters = W[::-1, ::-1].reshape(f * f * n_C_prev, n_C)"},
    "A convolution is one matrix product",
    test="conv-plain",
)
def turns_the_filters_around():
    """Your code turns each filter by half a turn, as the convolution of mathematics does. In deep learning the word
    means that window and filter are multiplied as they lie."""


@slip(
    step_by_step,
    {
        "Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b": "Z = (columns @ filters / (f * f * n_C_prev)).reshape(m, n_H, n_W, n_C) + b"
    },
    "A convolution is one matrix product",
    test="conv-plain",
)
def takes_the_mean_of_the_products():
    """Your code divides the sum of the products by the number of weights in a filter. A convolution is that sum itself,
    and the bias."""


@slip(
    step_by_step,
    {
        "Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b": "Z = np.maximum((columns @ filters).reshape(m, n_H, n_W, n_C) + b, 0)"
    },
    "A convolution is one matrix product",
    test="conv-plain",
)
def applies_relu():
    """Your output has no negative entries, as if relu were a part of the layer. Here it is the convolution alone, and
    what is below zero stays."""


@slip(
    step_by_step,
    {"filters = W.reshape(f * f * n_C_prev, n_C)": "filters = W.reshape(f * f * n_C_prev, n_C).T"},
    "A convolution is one matrix product",
    test="conv-plain",
)
def makes_rows_of_the_filters():
    """Your matrix of filters has a row for each filter, which does not fit the product. The windows are rows there, so
    the filters have to be columns."""


@slip(
    step_by_step,
    {"Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b": "Z = (columns @ W).reshape(m, n_H, n_W, n_C) + b"},
    "A convolution is one matrix product",
    test="conv-plain",
)
def leaves_the_filters_four_axes():
    """Your code multiplies the windows by W with its four axes. A row of the windows should meet a filter as a column:
    rows, columns and channels of W become one axis first."""


@slip(
    step_by_step,
    {"Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b": "Z = (columns * filters).reshape(m, n_H, n_W, n_C) + b"},
    "A convolution is one matrix product",
    test="conv-plain",
)
def multiplies_entry_by_entry():
    """Your windows and filters meet entry by entry, as in a product with a star, for which their shapes are not made.
    Each window meets each filter, and the products are summed: that is the matrix product."""
