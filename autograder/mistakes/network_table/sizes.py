"""Wrong output sizes: 1, padding, window and stride in the wrong place, or not at all."""

from autograder.catalogue import slip
from autograder.mistakes.network_table.lines import SECTION
from autograder.styles.network_table import a_branch_for_each_kind


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev - f + 2 * pad) // stride",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev - f + 2 * pad) // stride",
        "n_H = (n_H_prev - f) // stride + 1": "n_H = (n_H_prev - f) // stride",
        "n_W = (n_W_prev - f) // stride + 1": "n_W = (n_W_prev - f) // stride",
    },
    SECTION,
    test="published",
)
def forgets_to_add_one():
    """Your output sizes count how often the window moves. It also has a place before it moves, so that there is one
    place more."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev - f + 2 * pad) // stride",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev - f + 2 * pad) // stride",
    },
    SECTION,
    test="published",
)
def forgets_to_add_one_in_convolutions():
    """Your convolutions count how often the filter moves, and leave out the place where it begins. Their rows and
    columns are one more."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f) // stride + 1": "n_H = (n_H_prev - f) // stride",
        "n_W = (n_W_prev - f) // stride + 1": "n_W = (n_W_prev - f) // stride",
    },
    SECTION,
    test="published",
)
def forgets_to_add_one_in_pools():
    """Your pools count how often the window moves, and leave out the place where it begins. Their rows and columns are
    one more."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev - f + 2 * pad + 1) // stride",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev - f + 2 * pad + 1) // stride",
        "n_H = (n_H_prev - f) // stride + 1": "n_H = (n_H_prev - f + 1) // stride",
        "n_W = (n_W_prev - f) // stride + 1": "n_W = (n_W_prev - f + 1) // stride",
    },
    SECTION,
    test="strided",
)
def adds_one_before_dividing():
    """Your output sizes add the 1 before the division. It belongs behind it: first how often the window moves, then
    one more for the place where it begins."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev - f + 2 * pad + 1) // stride",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev - f + 2 * pad + 1) // stride",
    },
    SECTION,
    test="strided",
)
def adds_one_before_dividing_in_convolutions():
    """Your convolutions add the 1 to the difference, and divide it as well. The 1 belongs behind the division: it
    stands for the place where the filter begins."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f) // stride + 1": "n_H = (n_H_prev - f + 1) // stride",
        "n_W = (n_W_prev - f) // stride + 1": "n_W = (n_W_prev - f + 1) // stride",
    },
    SECTION,
    test="published",
)
def adds_one_before_dividing_in_pools():
    """Your pools add the 1 to the difference, and divide it as well. The 1 belongs behind the division: it stands for
    the place where the window begins."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev - f + 2 * pad) // (stride + 1)",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev - f + 2 * pad) // (stride + 1)",
        "n_H = (n_H_prev - f) // stride + 1": "n_H = (n_H_prev - f) // (stride + 1)",
        "n_W = (n_W_prev - f) // stride + 1": "n_W = (n_W_prev - f) // (stride + 1)",
    },
    SECTION,
    test="published",
)
def adds_one_to_the_stride():
    """Your output sizes add the 1 to the stride, and divide by the sum. The difference is divided by the stride alone,
    and the 1 is added to what comes out."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev - f + pad) // stride + 1",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev - f + pad) // stride + 1",
    },
    SECTION,
    test="padded",
)
def pads_on_one_side_only():
    """Your output sizes count the padding once. It is put on both sides, so that height and width grow by twice the
    padding."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev - f) // stride + 1",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev - f) // stride + 1",
    },
    SECTION,
    test="padded",
)
def ignores_the_padding():
    """Your output sizes are those without padding. The input grows by the padding on both sides before the filter
    slides over it."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f) // stride + 1": "n_H = (n_H_prev - f + 2 * pad) // stride + 1",
        "n_W = (n_W_prev - f) // stride + 1": "n_W = (n_W_prev - f + 2 * pad) // stride + 1",
    },
    SECTION,
    test="padded",
)
def pads_the_pools():
    """Your pools are padded like the convolution in front of them: what its branch put into the variable for the
    padding is still there. A pool has no padding."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev + 2 * pad) // stride + 1",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev + 2 * pad) // stride + 1",
        "n_H = (n_H_prev - f) // stride + 1": "n_H = n_H_prev // stride + 1",
        "n_W = (n_W_prev - f) // stride + 1": "n_W = n_W_prev // stride + 1",
    },
    SECTION,
    test="published",
)
def forgets_the_size_of_the_window():
    """Your output sizes leave out how large the window is. It has to fit into the image with all of its rows and
    columns, which leaves it fewer places."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev + 2 * pad) // stride + 1",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev + 2 * pad) // stride + 1",
    },
    SECTION,
    test="published",
)
def forgets_the_size_of_the_filter():
    """Your convolutions leave out how large the filter is. It has to fit into the image with all of its rows and
    columns, which leaves it fewer places."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = n_H_prev - f + 2 * pad + 1",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = n_W_prev - f + 2 * pad + 1",
    },
    SECTION,
    test="strided",
)
def ignores_the_stride_of_convolutions():
    """Your convolutions move by one, whatever their stride is, so that their outputs come out too large. The stride
    belongs in the formula for the size."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f) // stride + 1": "n_H = n_H_prev - f + 1",
        "n_W = (n_W_prev - f) // stride + 1": "n_W = n_W_prev - f + 1",
    },
    SECTION,
    test="published",
)
def ignores_the_stride_of_pools():
    """Your pools move by one, whatever their stride is, so that their outputs come out too large. The stride belongs in
    the formula for the size."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f) // stride + 1": "n_H = n_H_prev // stride",
        "n_W = (n_W_prev - f) // stride + 1": "n_W = n_W_prev // stride",
    },
    SECTION,
    test="strided",
)
def takes_pools_to_lie_side_by_side():
    """Your pools come out as if the window were as large as the stride, as where height and width are divided by the
    stride. For other windows, their size belongs in the formula, too."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f) // stride + 1": "n_H = n_H_prev // f",
        "n_W = (n_W_prev - f) // stride + 1": "n_W = n_W_prev // f",
    },
    SECTION,
    test="strided",
)
def divides_by_the_window():
    """Your pools come out as if the stride were as large as the window, as where height and width are divided by the
    size of the window. How far a window moves is the stride."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f) // stride + 1": "n_H = n_H_prev // 2",
        "n_W = (n_W_prev - f) // stride + 1": "n_W = n_W_prev // 2",
    },
    SECTION,
    test="strided",
)
def halves_at_every_pool():
    """Your pools halve height and width, which a window of 2 with stride 2 does. Other pools do not: their size and
    stride belong in the formula."""


@slip(
    a_branch_for_each_kind, {"shape = (n_H, n_W, n_C)": "shape = (n_C, n_H, n_W)"}, SECTION, test="strided", alone=True
)
def hands_on_convolutions_with_channels_first():
    """Your convolutions hand on their shape with the channels first, and the layer behind reads it with the channels
    last. The order is rows, columns, channels."""


@slip(
    a_branch_for_each_kind,
    {"shape = (n_H, n_W, n_C_prev)": "shape = (n_C_prev, n_H, n_W)"},
    SECTION,
    test="strided",
    alone=True,
)
def hands_on_pools_with_channels_first():
    """Your pools hand on their shape with the channels first, and the layer behind reads it with the channels last. The
    order is rows, columns, channels."""


@slip(
    a_branch_for_each_kind,
    {
        "shape = (n_H, n_W, n_C)": "shape = (n_C, n_H, n_W)",
        "shape = (n_H, n_W, n_C_prev)": "shape = (n_C_prev, n_H, n_W)",
    },
    SECTION,
    test="strided",
    alone=True,
)
def hands_on_shapes_with_channels_first():
    """Your convolutions and pools hand on their shapes with the channels first, and the layer behind reads them with the
    channels last. The order is rows, columns, channels."""


@slip(
    a_branch_for_each_kind,
    {
        '(n_H_prev, n_W_prev, n_C_prev) = shape\n(f, stride, pad, n_C) = (layer["f"], layer["stride"], layer["pad"], layer["n_C"])': '(n_C_prev, n_H_prev, n_W_prev) = shape\n(f, stride, pad, n_C) = (layer["f"], layer["stride"], layer["pad"], layer["n_C"])'
    },
    SECTION,
    test="published",
    alone=True,
)
def reads_channels_first_in_convolutions():
    """Your convolutions read the shape of their input with the channels first. The order is rows, columns, channels."""


@slip(
    a_branch_for_each_kind,
    {
        '(n_H_prev, n_W_prev, n_C_prev) = shape\n(f, stride, pad, n_C) = (layer["f"], layer["stride"], layer["pad"], layer["n_C"])': '(n_C_prev, n_H_prev, n_W_prev) = shape\n(f, stride, pad, n_C) = (layer["f"], layer["stride"], layer["pad"], layer["n_C"])',
        '(n_H_prev, n_W_prev, n_C_prev) = shape\n(f, stride) = (layer["f"], layer["stride"])': '(n_C_prev, n_H_prev, n_W_prev) = shape\n(f, stride) = (layer["f"], layer["stride"])',
    },
    SECTION,
    test="published",
    alone=True,
)
def reads_channels_first():
    """Your convolutions and pools read the shape of their input with the channels first. The order is rows, columns,
    channels."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev - f - 2 * pad) // stride + 1",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev - f - 2 * pad) // stride + 1",
    },
    SECTION,
    test="padded",
    alone=True,
)
def subtracts_the_padding():
    """Your code subtracts the padding from the output sizes of a convolution. The padding makes the image larger before
    the filter slides over it, so it is added."""


@slip(
    a_branch_for_each_kind,
    {"shape = (n_H, n_W, n_C)": "shape = (n_H, n_W, n_C_prev * n_C)"},
    SECTION,
    test="published",
    alone=True,
)
def multiplies_the_channels():
    """The output of your convolution has a channel for each pair of a filter and a channel of the input. A filter adds
    up all channels of the input, so that it gives one channel."""


@slip(
    a_branch_for_each_kind,
    {
        "n_H = (n_H_prev - f) // stride + 1": "n_H = n_H_prev // stride + 1",
        "n_W = (n_W_prev - f) // stride + 1": "n_W = n_W_prev // stride + 1",
    },
    SECTION,
    test="published",
    alone=True,
)
def forgets_the_size_of_the_window_in_pools():
    """Your pools leave out how large the window is. It has to fit into the image with all of its rows and columns, which
    leaves it fewer places."""
