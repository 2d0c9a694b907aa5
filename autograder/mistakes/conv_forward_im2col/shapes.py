"""The product in the wrong shape, or of the wrong size."""

from autograder.catalogue import slip
from autograder.reference import im2col, zero_pad
from autograder.styles.conv_forward_im2col import step_by_step


@slip(
    step_by_step,
    {
        "Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b": "Z = (columns @ filters).T.reshape(m, n_H, n_W, n_C) + b"
    },
    "A convolution is one matrix product",
    test="conv-plain",
)
def reshapes_as_channels_first():
    """Your product has one row for each filter when it gets the shape of the output, so that its entries are mixed up.
    It should have one row for each pixel, with all its channels: that is the order of the output."""


@slip(
    step_by_step,
    {
        "Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b": "Z = (columns @ filters + b.reshape(1, n_C)).reshape(m, n_C, n_H, n_W)"
    },
    "A convolution is one matrix product",
    test="conv-plain",
)
def puts_the_channels_first_in_the_output():
    """Your output has the channels before height and width. The product has one row for each pixel, with all its
    channels, so they are the last axis."""


@slip(
    step_by_step,
    {
        "Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b": "Z = (columns @ filters).reshape(m, n_C, n_H, n_W).transpose(0, 2, 3, 1) + b"
    },
    "A convolution is one matrix product",
    test="conv-plain",
)
def moves_the_channels_after_reshaping():
    """Your product is reshaped as if the channels came before the pixels, and moving the axes afterwards leaves the
    entries mixed up. It has one row for each pixel, with all its channels, and is in order already."""


@slip(
    step_by_step,
    {
        "Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b": "Z = (columns @ filters).reshape(n_H, n_W, m, n_C).transpose(2, 0, 1, 3) + b"
    },
    "A convolution is one matrix product",
    test="conv-plain",
)
def puts_the_images_behind_the_pixels():
    """Your product is reshaped as if the images came after height and width, so that they are mixed. Its rows hold all
    pixels of the first image, then all of the second."""


@slip(
    step_by_step,
    {"Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b": "Z = columns @ filters + b.reshape(1, n_C)"},
    "A convolution is one matrix product",
    test="conv-plain",
)
def leaves_the_product_a_matrix():
    """Your output is still the matrix of the product, with one row for each pixel. It should have four axes: example,
    row, column, channel."""


@slip(
    step_by_step,
    {"Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b": "Z = (columns @ filters).reshape(m, n_W, n_H, n_C) + b"},
    "A convolution is one matrix product",
    test="conv-edge",
)
def swaps_height_and_width():
    """Your output has its height and its width swapped. After the examples come the rows, and then the columns."""


@slip(
    step_by_step,
    {"n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_H_prev - f + 2 * pad) // stride + 1"},
    "A convolution is one matrix product",
    test="conv-edge",
)
def takes_the_height_for_the_width():
    """Your code takes the height for the width where it says how many columns the output has. Height and width may
    differ, and each has a size of its own."""


@slip(
    step_by_step,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev - f + 2 * pad) // stride",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev - f + 2 * pad) // stride",
    },
    "A convolution is one matrix product",
    test="conv-plain",
)
def forgets_one_in_the_size():
    """The size of your output lacks the 1 at the end of the formula. The steps are counted, and one is added for the
    first window."""


@slip(
    step_by_step,
    {"n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_W_prev - f + 2 * pad) // stride + 1"},
    "A convolution is one matrix product",
    test="conv-edge",
    alone=True,
)
def takes_the_width_for_the_height():
    """Your code takes the width for the height where it says how many rows the output has. Height and width may differ,
    and each has a size of its own."""


@slip(
    step_by_step,
    {"Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b": "Z = (columns @ filters).reshape(m, n_C, n_H, n_W) + b"},
    "A convolution is one matrix product",
    test="conv-plain",
    alone=True,
)
def reshapes_with_the_channels_first():
    """Your product gets a shape with the channels before height and width, to which the bias fits only by chance. The
    product has one row for each pixel of the output, with all its channels: they are the last axis."""
