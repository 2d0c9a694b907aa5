"""Wrong output sizes: rounded in another way, divided too early, or of a square."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.mistakes.network_table.lines import SECTION
from autograder.styles.network_table import a_branch_for_each_kind


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = int(np.ceil((n_H_prev - f + 2 * pad) / stride)) + 1",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = int(np.ceil((n_W_prev - f + 2 * pad) / stride)) + 1",
        "n_H = (n_H_prev - f) // stride + 1": "n_H = int(np.ceil((n_H_prev - f) / stride)) + 1",
        "n_W = (n_W_prev - f) // stride + 1": "n_W = int(np.ceil((n_W_prev - f) / stride)) + 1",
    },
    SECTION,
    test="sides",
)
def rounds_sizes_up():
    """Your output sizes are rounded up where the stride does not divide evenly. A window that does not fit any more is
    left out: round down."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = int(np.ceil((n_H_prev - f + 2 * pad) / stride)) + 1",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = int(np.ceil((n_W_prev - f + 2 * pad) / stride)) + 1",
    },
    SECTION,
    test="sides",
)
def rounds_up_in_convolutions():
    """Your convolutions round up where the stride does not divide evenly. A filter that does not fit any more is left
    out: round down."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f) // stride + 1": "n_H = int(np.ceil((n_H_prev - f) / stride)) + 1",
        "n_W = (n_W_prev - f) // stride + 1": "n_W = int(np.ceil((n_W_prev - f) / stride)) + 1",
    },
    SECTION,
    test="sides",
)
def rounds_up_in_pools():
    """Your pools round up where the stride does not divide evenly. A window that does not fit any more is left out:
    round down."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = round((n_H_prev - f + 2 * pad) / stride) + 1",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = round((n_W_prev - f + 2 * pad) / stride) + 1",
        "n_H = (n_H_prev - f) // stride + 1": "n_H = round((n_H_prev - f) / stride) + 1",
        "n_W = (n_W_prev - f) // stride + 1": "n_W = round((n_W_prev - f) / stride) + 1",
    },
    SECTION,
    test="sides",
)
def rounds_to_the_nearest():
    """Your output sizes are rounded to the nearest whole number. However much of a window fits, it is left out unless
    all of it does: round down."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev - f + 2 * pad) / stride + 1",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev - f + 2 * pad) / stride + 1",
        "n_H = (n_H_prev - f) // stride + 1": "n_H = (n_H_prev - f) / stride + 1",
        "n_W = (n_W_prev - f) // stride + 1": "n_W = (n_W_prev - f) / stride + 1",
    },
    SECTION,
    test="sides",
)
def keeps_fractions():
    """The rows and columns of your outputs keep the fraction that the division leaves. A part of a window does not
    count, so each quotient has to be rounded down."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev - f + 2 * pad) / stride + 1",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev - f + 2 * pad) / stride + 1",
    },
    SECTION,
    test="sides",
)
def keeps_fractions_in_convolutions():
    """Your convolutions keep the fraction that the division leaves. A part of a filter does not count, so the quotient
    has to be rounded down."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f) // stride + 1": "n_H = (n_H_prev - f) / stride + 1",
        "n_W = (n_W_prev - f) // stride + 1": "n_W = (n_W_prev - f) / stride + 1",
    },
    SECTION,
    test="sides",
)
def keeps_fractions_in_pools():
    """Your pools keep the fraction that the division leaves. A part of a window does not count, so the quotient has to
    be rounded down."""


@mistake(SECTION, test="sides")
def carries_fractions_into_dense_layers(input_shape, layers):
    """The rows and columns of your outputs keep the fraction that the division leaves, and the dense layer counts its
    inputs with it. A part of a window does not count: round each quotient down."""
    shape = input_shape
    sizes, parameters = [], []
    for layer in layers:
        if layer["kind"] == "conv":
            (n_H_prev, n_W_prev, n_C_prev) = shape
            (f, stride, pad, n_C) = (layer["f"], layer["stride"], layer["pad"], layer["n_C"])
            n_H = (n_H_prev - f + 2 * pad) / stride + 1
            n_W = (n_W_prev - f + 2 * pad) / stride + 1
            shape = (n_H, n_W, n_C)
            count = (f * f * n_C_prev + 1) * n_C
        elif layer["kind"] == "pool":
            (n_H_prev, n_W_prev, n_C_prev) = shape
            (f, stride) = (layer["f"], layer["stride"])
            n_H = (n_H_prev - f) / stride + 1
            n_W = (n_W_prev - f) / stride + 1
            shape = (n_H, n_W, n_C_prev)
            count = 0
        elif layer["kind"] == "dense":
            n_prev = np.prod(shape)
            shape = (layer["n"],)
            count = (n_prev + 1) * layer["n"]
        sizes.append(int(np.prod(shape)))
        parameters.append(count)
    return sizes, parameters


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = n_H_prev - f + 2 * pad // stride + 1",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = n_W_prev - f + 2 * pad // stride + 1",
        "n_H = (n_H_prev - f) // stride + 1": "n_H = n_H_prev - f // stride + 1",
        "n_W = (n_W_prev - f) // stride + 1": "n_W = n_W_prev - f // stride + 1",
    },
    SECTION,
    test="published",
)
def divides_before_subtracting():
    """Your output sizes divide only a part of the difference by the stride, since the division is done before sum and
    difference. Brackets around the difference are missing."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = n_H_prev - f + 2 * pad // stride + 1",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = n_W_prev - f + 2 * pad // stride + 1",
    },
    SECTION,
    test="strided",
)
def divides_before_subtracting_in_convolutions():
    """Your convolutions divide only the padding by the stride, since the division is done before sum and difference.
    Brackets around the difference are missing."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f) // stride + 1": "n_H = n_H_prev - f // stride + 1",
        "n_W = (n_W_prev - f) // stride + 1": "n_W = n_W_prev - f // stride + 1",
    },
    SECTION,
    test="published",
)
def divides_before_subtracting_in_pools():
    """Your pools divide only the size of the window by the stride, since the division is done before the difference.
    Brackets around the difference are missing."""


@slip(
    a_branch_for_each_kind,
    {
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_H_prev - f + 2 * pad) // stride + 1",
        "n_W = (n_W_prev - f) // stride + 1": "n_W = (n_H_prev - f) // stride + 1",
    },
    SECTION,
    test="sides",
)
def takes_images_to_be_square():
    """Your outputs are as wide as they are high. The width has to be worked out from the width of the input, in the
    same way as the height."""


@slip(
    a_branch_for_each_kind,
    {"n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_H_prev - f + 2 * pad) // stride + 1"},
    SECTION,
    test="sides",
)
def convolves_squares_only():
    """The output of your convolution is as wide as it is high. Its width has to be worked out from the width of the
    input, in the same way as the height."""


@slip(
    a_branch_for_each_kind,
    {"n_W = (n_W_prev - f) // stride + 1": "n_W = (n_H_prev - f) // stride + 1"},
    SECTION,
    test="sides",
)
def pools_squares_only():
    """The output of your pool is as wide as it is high. Its width has to be worked out from the width of the input, in
    the same way as the height."""
