"""Rarer ways to get the size of the output, the padding or the place of a window wrong."""

from autograder.catalogue import slip
from autograder.mistakes.conv_forward.lines import HEIGHT, LAYER, SIZE, WIDTH
from autograder.styles.conv_forward import printed_loops

DOWN, ACROSS = "vert_start = h * stride", "horiz_start = w * stride"


@slip(
    printed_loops,
    {
        HEIGHT: "n_H = (n_H_prev - f - 2 * pad) // stride + 1",
        WIDTH: "n_W = (n_W_prev - f - 2 * pad) // stride + 1",
    },
    SIZE,
    test="shape",
    alone=True,
)
def takes_the_padding_away():
    """In your output size the padding is subtracted. It makes the input larger, on both sides, so it should be
    added."""


@slip(
    printed_loops,
    {
        HEIGHT: "n_H = int((n_H_prev - f + 4 * pad) / stride) + 1",
        WIDTH: "n_W = int((n_W_prev - f + 4 * pad) / stride) + 1",
    },
    SIZE,
    test="shape",
    alone=True,
)
def counts_the_padding_twice():
    """In your output size the border is counted twice, as where the sides of the padded input are taken and the padding
    is added to them again. It is there once on each of the four sides."""


@slip(
    printed_loops,
    {
        HEIGHT: "A_prev = zero_pad(A_prev, pad)\n(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape\n" + HEIGHT,
        "A_prev_pad = zero_pad(A_prev, pad)": "A_prev_pad = A_prev",
    },
    SIZE,
    test="shape",
    alone=True,
)
def counts_and_caches_the_padding():
    """Your code puts the padded input in the place of the input: the output size then counts the border twice, and the
    cache holds the padded input. The way back expects the input as it came."""


@slip(
    printed_loops,
    {
        HEIGHT: "n_H = (n_H_prev - f + 2 * pad) // (stride + 1)",
        WIDTH: "n_W = (n_W_prev - f + 2 * pad) // (stride + 1)",
    },
    SIZE,
    test="shape",
    alone=True,
)
def adds_the_one_to_the_stride():
    """In your output size the 1 is added to the stride, and not to what the division gives. The division counts the
    steps of the window; the place at which it starts is counted after that."""


@slip(
    printed_loops,
    {
        HEIGHT: "n_H = (n_H_prev + 2 * pad) // stride",
        WIDTH: "n_W = (n_W_prev + 2 * pad) // stride",
    },
    SIZE,
    test="shape",
    alone=True,
)
def leaves_f_out_of_the_size():
    """Your output size divides the whole side of the padded input by the stride. Only places at which the whole window
    fits count, so the size of the filter belongs in the formula."""


@slip(
    printed_loops,
    {
        HEIGHT: "n_H = (n_H_prev + 2 * pad) // stride + 1",
        WIDTH: "n_W = (n_W_prev + 2 * pad) // stride + 1",
    },
    SIZE,
    test="shape",
    alone=True,
)
def leaves_f_out_before_the_one():
    """Your output size divides the whole side of the padded input by the stride, and counts one more. Only places at
    which the whole window fits count, so the size of the filter belongs in the formula."""


@slip(
    printed_loops,
    {HEIGHT: "n_H = n_H_prev // stride", WIDTH: "n_W = n_W_prev // stride"},
    SIZE,
    test="shape",
    alone=True,
)
def divides_the_input_by_the_stride():
    """Your output size is the side of the input divided by the stride, whatever the filter and the padding are. It
    should count the places at which the window fits into the padded input."""


@slip(
    printed_loops,
    {HEIGHT: "n_H = n_H_prev - f + 1", WIDTH: "n_W = n_W_prev - f + 1"},
    SIZE,
    test="shape",
    alone=True,
)
def leaves_stride_and_pad_out_of_the_size():
    """Your output size is that of a stride of 1 without padding, whatever hparameters says. The padding makes the input
    larger, and a larger stride makes fewer windows."""


@slip(
    printed_loops,
    {
        HEIGHT: "n_H = (n_H_prev - f) // stride + 2 * pad + 1",
        WIDTH: "n_W = (n_W_prev - f) // stride + 2 * pad + 1",
    },
    SIZE,
    test="shape",
    alone=True,
)
def adds_the_padding_after_dividing():
    """In your output size the padding is added after the division by the stride. The window goes over the border in
    steps of the stride, too, so the padding belongs to what is divided."""


@slip(
    printed_loops,
    {
        HEIGHT: "n_H = (n_H_prev - f + 1 + 2 * pad) // stride + 1",
        WIDTH: "n_W = (n_W_prev - f + 1 + 2 * pad) // stride + 1",
    },
    SIZE,
    test="shape",
    alone=True,
)
def adds_the_one_twice():
    """In your output size a 1 is added before the division by the stride and another one after it, so the last windows
    may hang over the edge. The place at which the window starts counts once."""


@slip(
    printed_loops,
    {
        HEIGHT: "n_H = (n_H_prev - f + 2 * pad) // stride - 1",
        WIDTH: "n_W = (n_W_prev - f + 2 * pad) // stride - 1",
    },
    SIZE,
    test="shape",
    alone=True,
)
def takes_the_one_away():
    """In your output size the 1 is taken away from the steps of the window. There is one place more than there are
    steps: the one at which the window starts."""


@slip(
    printed_loops,
    {
        HEIGHT: "n_H = (n_H_prev - stride + 2 * pad) // f + 1",
        WIDTH: "n_W = (n_W_prev - stride + 2 * pad) // f + 1",
    },
    SIZE,
    test="shape",
    alone=True,
)
def exchanges_f_and_stride_in_the_size():
    """In your output size the stride stands where the size of the filter belongs, and the other way round. The filter
    takes up room, and the stride is how far it moves each time."""


@slip(
    printed_loops,
    {
        HEIGHT: "n_H = (n_H_prev - f + 2 * pad) // f + 1",
        WIDTH: "n_W = (n_W_prev - f + 2 * pad) // f + 1",
    },
    SIZE,
    test="shape",
    alone=True,
)
def counts_windows_side_by_side():
    """Your output size divides by the size of the filter, as if the windows lay side by side. How far a window moves
    each time is the stride."""


@slip(
    printed_loops,
    {"A_prev_pad = zero_pad(A_prev, pad)": "A_prev_pad = zero_pad(A_prev, 2 * pad)"},
    LAYER,
    test="pad",
    alone=True,
)
def pads_twice_as_wide():
    """Your border is twice as wide as hparameters says, so the windows are misplaced. The padding is the width of the
    border on each of the four sides."""


@slip(
    printed_loops,
    {'pad = hparameters["pad"]': "pad = (f - 1) // 2"},
    LAYER,
    test="pad",
    alone=True,
)
def works_out_the_padding():
    """Your code works out the padding from the size of the filter, as for an output that is as large as the input. It
    should come from hparameters."""


@slip(
    printed_loops,
    {DOWN: "vert_start = h * stride + pad", ACROSS: "horiz_start = w * stride + pad"},
    LAYER,
    test="pad",
    alone=True,
)
def starts_windows_behind_the_border():
    """Your windows start behind the border: the padding is added to their place. The window slides over the padded
    input, and its first place is the corner of the border."""


@slip(
    printed_loops,
    {DOWN: "vert_start = h * stride - pad", ACROSS: "horiz_start = w * stride - pad"},
    LAYER,
    test="pad",
    alone=True,
)
def starts_windows_before_the_border():
    """Your windows start before the padded input: the padding is taken away from their place, as if they were counted
    from the image inside. In the padded input the first window starts at 0."""


@slip(
    printed_loops,
    {DOWN: "vert_start = h * stride - 1", ACROSS: "horiz_start = w * stride - 1"},
    LAYER,
    test="plain",
    alone=True,
)
def starts_windows_one_early():
    """Your windows start one row and one column too early, so the first one begins at an index of -1. Rows and columns
    are counted from 0."""


@slip(
    printed_loops,
    {DOWN: "vert_start = h * stride + 1", ACROSS: "horiz_start = w * stride + 1"},
    LAYER,
    test="plain",
    alone=True,
)
def starts_windows_one_late():
    """Your windows start one row and one column too late. The first one starts in the corner, and rows and columns are
    counted from 0."""


@slip(
    printed_loops,
    {DOWN: "vert_start = (h + 1) * stride", ACROSS: "horiz_start = (w + 1) * stride"},
    LAYER,
    test="plain",
    alone=True,
)
def skips_the_first_place():
    """Your windows start one stride too late, in both directions, so the first place is left out and the last window
    hangs over the edge. The first window starts in the corner."""


@slip(
    printed_loops,
    {DOWN: "vert_start = (h - 1) * stride", ACROSS: "horiz_start = (w - 1) * stride"},
    LAYER,
    test="plain",
    alone=True,
)
def starts_one_stride_early():
    """Your windows start one stride too early, in both directions, as if rows and columns of the output were counted
    from 1. They are counted from 0, and the first window starts in the corner."""


@slip(
    printed_loops,
    {DOWN: "vert_start = h * pad", ACROSS: "horiz_start = w * pad"},
    LAYER,
    test="plain",
    alone=True,
)
def moves_by_the_padding():
    """Your windows move by the padding from one output entry to the next. They should move by the stride."""


@slip(
    printed_loops,
    {"vert_end = vert_start + f": "vert_end = f", "horiz_end = horiz_start + f": "horiz_end = f"},
    LAYER,
    test="plain",
    alone=True,
)
def ends_every_window_at_f():
    """All of your windows end at row f and column f, wherever they start, so only the first one is whole. A window ends
    f behind its own start."""


@slip(
    printed_loops,
    {
        "a_slice_prev = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]": "a_slice_prev = a_prev_pad[:, vert_start:vert_end, horiz_start:horiz_end]"
    },
    LAYER,
    test="plain",
    alone=True,
)
def cuts_windows_channels_first():
    """Your windows are cut from the last two axes, which hold the columns and the channels. In this course the channels
    come last: rows and columns are the axes before them."""


@slip(
    printed_loops,
    {"(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape": "(m, n_C_prev, n_H_prev, n_W_prev) = A_prev.shape"},
    SIZE,
    test="shape",
    alone=True,
)
def reads_the_channels_first():
    """Your code takes the axes of the input for examples, channels, height and width, so the output size is worked out
    from the width and the channels. In this course the channels come last."""


@slip(
    printed_loops,
    {HEIGHT: HEIGHT.replace("/ stride", "/ 2"), WIDTH: WIDTH.replace("/ stride", "/ 2")},
    SIZE,
    test="shape",
    alone=True,
)
def divides_the_size_by_two():
    """Your output size is worked out with a 2 in the place of the stride, so it is right for a stride of 2 only. The
    stride should come from hparameters."""


@slip(printed_loops, {DOWN: "vert_start = i * stride"}, LAYER, test="plain", alone=True)
def starts_the_rows_at_the_example():
    """The rows of your windows begin at a place that depends on i, the number of the example. It is h that counts the
    rows of the output."""


@slip(printed_loops, {'stride = hparameters["stride"]': "stride = 2"}, SIZE, test="plain", alone=True)
def uses_stride_two_everywhere():
    """Your code works with a stride of 2, whatever hparameters says. The stride should come from there."""
