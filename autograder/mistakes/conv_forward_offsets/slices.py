"""Slices and sizes: a step, an end, a border that is forgotten."""

from autograder.catalogue import slip
from autograder.reference import zero_pad
from autograder.styles.conv_forward_offsets import step_by_step


@slip(
    step_by_step,
    {
        "a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]": "a = A_prev_pad[:, p : p + n_H, q : q + n_W, :]"
    },
    "The way back",
    test="offsets-pad-stride",
)
def forgets_the_step():
    """Your slices take pixels that lie side by side, whatever the stride is. What one position of all windows looks at
    lies as many pixels apart as the stride says."""


@slip(
    step_by_step,
    {
        "a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]": "a = A_prev_pad[:, p : p + n_H * stride, q : q + n_W * stride, :]"
    },
    "The way back",
    test="offsets-pad-stride",
)
def forgets_the_step_but_not_the_end():
    """Your slices end where the stride says, but take every pixel up to there. What one position of all windows looks
    at lies as many pixels apart as the stride says."""


@slip(
    step_by_step,
    {
        "a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]": "a = A_prev_pad[:, p : p + n_H : stride, q : q + n_W : stride, :]"
    },
    "The way back",
    test="offsets-pad-stride",
)
def ends_without_the_stride():
    """Your slices step on by the stride, but end after as many pixels as there are windows. With a larger stride the
    last window begins further away."""


@slip(
    step_by_step,
    {
        "a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]": "a = A_prev_pad[:, p : n_H * stride : stride, q : n_W * stride : stride, :]"
    },
    "The way back",
    test="offsets-plain",
)
def ends_without_the_position():
    """Your slices begin at the position in the filter, but end where those of the first position do. Both ends move on
    with the position."""


@slip(
    step_by_step,
    {
        "a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]": "a = A_prev_pad[:, p::stride, q::stride, :]"
    },
    "The way back",
    test="offsets-plain",
)
def has_no_end():
    """Your slices have no end, so that they go on to the edge of the input. They hold one pixel for each window, and
    end after the last of them."""


@slip(
    step_by_step,
    {
        "a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]": "a = A_prev_pad[:, p : p + (n_H - 1) * stride : stride, q : q + (n_W - 1) * stride : stride, :]"
    },
    "The way back",
    test="offsets-plain",
)
def ends_before_the_last_window():
    """Your slices end just before the pixel of the last window, so that it has none. The end of a slice is not in it
    any more: it has to lie behind the last pixel."""


@slip(
    step_by_step,
    {"Z = np.zeros((m, n_H, n_W, n_C)) + b": "Z = np.zeros((m, n_W, n_H, n_C)) + b"},
    "Without the copy",
    test="offsets-pad-stride",
)
def swaps_height_and_width():
    """Your output has its height and its width swapped, and the products do not fit into it. After the examples come
    the rows, and then the columns."""


@slip(
    step_by_step,
    {
        "a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]": "a = A_prev_pad[:, 0 : n_H * stride : stride, 0 : n_W * stride : stride, :]"
    },
    "The way back",
    test="offsets-plain",
)
def starts_at_zero():
    """In your output every position of the filter looks at the pixels where the windows begin, as if all had the same
    slice. A position looks at pixels that lie so many rows and columns further."""


@slip(
    step_by_step,
    {
        "a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]": "a = A_prev_pad[:, p * stride : (p + n_H) * stride : stride, q * stride : (q + n_W) * stride : stride, :]"
    },
    "The way back",
    test="offsets-pad-stride",
)
def starts_at_the_position_times_the_stride():
    """Your slices begin at the position in the filter times the stride. The stride is from window to window: within a
    window the pixels lie side by side."""


@slip(
    step_by_step,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev - f + 2 * pad) + 1",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev - f + 2 * pad) + 1",
        "a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]": "a = A_prev_pad[:, p : p + n_H, q : q + n_W, :]",
    },
    "Without the copy",
    test="offsets-pad-stride",
)
def forgets_the_stride():
    """Your output is that of stride 1, whatever the stride is. The stride belongs in the slices and in the size of the
    output."""


@slip(
    step_by_step,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev - f + 2 * pad) + 1",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev - f + 2 * pad) + 1",
    },
    "Without the copy",
    test="offsets-pad-stride",
)
def forgets_the_stride_in_the_size():
    """The size of your output is that of stride 1, while your slices step on by the stride. There are fewer windows
    with a larger stride."""


@slip(
    step_by_step,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev - f) // stride + 1",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev - f) // stride + 1",
        "A_prev_pad = zero_pad(A_prev, pad)": "A_prev_pad = A_prev",
    },
    "Without the copy",
    test="offsets-pad-stride",
)
def forgets_the_border():
    """Your slices are taken from the input without its border of zeros. Pad the input first, and slice the padded
    one."""


@slip(
    step_by_step,
    {
        "a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]": "a = A_prev[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]"
    },
    "Without the copy",
    test="offsets-pad-stride",
)
def slices_the_input_without_the_border():
    """The size of your output counts the border, but your slices are taken from the input without it. Slice the padded
    input."""


@slip(
    step_by_step,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev - f) // stride + 1",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev - f) // stride + 1",
    },
    "Without the copy",
    test="offsets-pad-stride",
)
def forgets_the_border_in_the_size():
    """Your slices are taken from the padded input, but the size of your output does not count the border. It is as wide
    on each side as the padding says."""


@slip(
    step_by_step,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev - f + pad) // stride + 1",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev - f + pad) // stride + 1",
    },
    "Without the copy",
    test="offsets-pad-stride",
)
def counts_the_border_once():
    """The size of your output counts the border once. It is on both sides of the input: above and below, left and
    right."""


@slip(
    step_by_step,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev - f + 2 * pad) // stride",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev - f + 2 * pad) // stride",
    },
    "Without the copy",
    test="offsets-plain",
)
def forgets_one_in_the_size():
    """The size of your output lacks the 1 at the end of the formula. The steps are counted, and one is added for the
    first window."""


@slip(
    step_by_step,
    {"n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_H_prev - f + 2 * pad) // stride + 1"},
    "Without the copy",
    test="offsets-plain",
)
def takes_the_height_for_the_width():
    """Your code counts the columns of the output with the height of the input. Height and width may differ, and each
    has a size of its own."""


@slip(
    step_by_step,
    {"Z = np.zeros((m, n_H, n_W, n_C)) + b": "Z = np.zeros((m, n_H_prev, n_W_prev, n_C)) + b"},
    "Without the copy",
    test="offsets-plain",
)
def has_the_size_of_the_input():
    """Your output has the height and width of the input. It should have one place for each window, and the formula of
    the output size says how many there are."""


@slip(
    step_by_step,
    {'stride = hparameters["stride"]': "stride = 1", 'pad = hparameters["pad"]': "pad = 0"},
    "Without the copy",
    test="offsets-pad-stride",
)
def ignores_the_hyperparameters():
    """Your output is that of stride 1 without a border, whatever the hyperparameters say. Both are in the dict
    hparameters."""


@slip(
    step_by_step,
    {
        'stride = hparameters["stride"]': 'stride = hparameters["pad"]',
        'pad = hparameters["pad"]': 'pad = hparameters["stride"]',
    },
    "Without the copy",
    test="offsets-plain",
)
def swaps_stride_and_pad():
    """Stride and padding are exchanged in your code. The stride is how far the next window is away, and the padding is
    how wide the border of zeros is."""


@slip(
    step_by_step,
    {
        "a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]": "a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_H * stride : stride, :]"
    },
    "Without the copy",
    test="offsets-plain",
    alone=True,
)
def ends_the_columns_as_the_rows():
    """Your code takes the height of the output for its width, where a slice of the columns ends or in the shape of the
    output. Both should have a pixel for each column of the output."""


@slip(
    step_by_step,
    {
        "a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]": "a = A_prev_pad[:, p : p + n_W * stride : stride, q : q + n_W * stride : stride, :]"
    },
    "Without the copy",
    test="offsets-plain",
    alone=True,
)
def ends_the_rows_as_the_columns():
    """Your code takes the width of the output for its height, where a slice of the rows ends or in the shape of the
    output. Both should have a pixel for each row of the output."""


@slip(
    step_by_step,
    {"n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_W_prev - f + 2 * pad) // stride + 1"},
    "Without the copy",
    test="offsets-plain",
    alone=True,
)
def takes_the_width_for_the_height():
    """Your code counts the rows of the output with the width of the input. Height and width may differ, and each has a
    size of its own."""


@slip(step_by_step, {'pad = hparameters["pad"]': "pad = 1"}, "Without the copy", test="offsets-plain", alone=True)
def always_pads_by_one():
    """Your input gets a border of one pixel, whatever is asked for. How wide it is stands in the hyperparameters."""


@slip(
    step_by_step,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev - f + 4 * pad) // stride + 1",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev - f + 4 * pad) // stride + 1",
    },
    "Without the copy",
    test="offsets-pad-stride",
    alone=True,
)
def counts_the_border_four_times():
    """The size of your output counts the border twice on each side, as happens where it is added to the size of an
    input that is padded already. It counts once on each side."""


@slip(
    step_by_step,
    {"(f, f, n_C_prev, n_C) = W.shape": "(n_C, n_C_prev, f, f) = W.shape"},
    "Without the copy",
    test="offsets-plain",
    alone=True,
)
def reads_the_filters_first():
    """Your code reads the shape of the filters with their number first, as other libraries have it. Here it is rows,
    columns, channels, filters."""


@slip(
    step_by_step,
    {"for p in range(f):": "for p in range(n_H):", "for q in range(f):": "for q in range(n_W):"},
    "Without the copy",
    test="offsets-plain",
    alone=True,
)
def loops_over_the_output():
    """Your loops run over the rows and columns of the output. They should go through the positions of the filter, and
    each product is for all places of the output at once."""


@slip(
    step_by_step,
    {
        "a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]": "a = A_prev_pad[:, p : p + f : stride, q : q + f : stride, :]"
    },
    "The way back",
    test="offsets-plain",
    alone=True,
)
def ends_with_the_size_of_the_filter():
    """Your slices end as those of a window do, as far from their beginning as the filter is long. Each should hold what
    one position of the filter looks at in all windows, a pixel for each place of the output."""


@slip(
    step_by_step,
    {
        "a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]": "a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W, :]"
    },
    "The way back",
    test="offsets-pad-stride",
    alone=True,
)
def forgets_the_step_of_the_columns():
    """Your slice of the rows has the step of the stride, and that of the columns takes pixels side by side. What a
    position looks at lies as many columns apart as the stride says, too."""


@slip(
    step_by_step,
    {
        "a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]": "a = A_prev_pad[:, p : p + n_H, q : q + n_W * stride : stride, :]"
    },
    "The way back",
    test="offsets-pad-stride",
    alone=True,
)
def forgets_the_step_of_the_rows():
    """Your slice of the columns has the step of the stride, and that of the rows takes pixels side by side. What a
    position looks at lies as many rows apart as the stride says, too."""


@slip(
    step_by_step,
    {"A_prev_pad = zero_pad(A_prev, pad)": "A_prev_pad = zero_pad(A_prev, 1)"},
    "Without the copy",
    test="offsets-plain",
    alone=True,
)
def always_pads_the_input_by_one():
    """The size of your output counts the border that is asked for, but the input gets a border of one. Hand the width of
    the border on when you pad."""


@slip(
    step_by_step,
    {
        "a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]": "a = A_prev_pad[:, p : n_H_prev - f + p + 1 : stride, q : n_W_prev - f + q + 1 : stride, :]"
    },
    "The way back",
    test="offsets-pad-stride",
    alone=True,
)
def ends_without_the_border():
    """Your slices end where those of an input without a border would. The last window lies further down and to the right
    in the padded input."""


@slip(
    step_by_step,
    {
        "a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]": "a = A_prev_pad[:, p : p + n_H * stride : stride, p : p + n_W * stride : stride, :]"
    },
    "The way back",
    test="offsets-plain",
    alone=True,
)
def begins_the_columns_at_the_row():
    """Your slice of the columns begins at p, the row in the filter. It should begin at q, the column in the filter."""


@slip(
    step_by_step,
    {
        "a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]": "a = A_prev_pad[:, q : q + n_H * stride : stride, q : q + n_W * stride : stride, :]"
    },
    "The way back",
    test="offsets-plain",
    alone=True,
)
def begins_the_rows_at_the_column():
    """Your slice of the rows begins at q, the column in the filter. It should begin at p, the row in the filter."""


@slip(
    step_by_step,
    {
        "a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]": "a = A_prev_pad[:, p : p + f, q : q + f, :]"
    },
    "The way back",
    test="offsets-plain",
    alone=True,
)
def slices_one_window():
    """Your slice is as large as the filter, one window. What is wanted is what one position of the filter looks at in
    all windows, a pixel for each place of the output."""
