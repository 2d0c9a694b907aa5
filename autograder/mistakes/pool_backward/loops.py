"""Loops that go too far or not far enough, and a gradient that is begun anew, or given back, inside of them."""

from autograder.catalogue import slip
from autograder.mistakes.pool_backward.lines import LEFT, MASKED, SHARED, TOP
from autograder.reference import create_mask_from_window, distribute_value
from autograder.styles.pool_backward import printed_loops

EXAMPLES = "for i in range(m):"
ROWS = "for h in range(n_H):"
COLUMNS = "for w in range(n_W):"
CHANNELS = "for c in range(n_C):"


@slip(
    printed_loops,
    {ROWS: "for h in range(n_H_prev - f + 1):", COLUMNS: "for w in range(n_W_prev - f + 1):"},
    "Pooling backward",
    test="gaps",
    alone=True,
)
def loops_as_with_a_stride_of_one():
    """Your loops run over as many windows as there are with a stride of 1. There is one window for each entry of
    dA."""


@slip(
    printed_loops,
    {ROWS: "for h in range(n_H + 1):", COLUMNS: "for w in range(n_W + 1):"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def loops_one_too_far():
    """Your loops run one too far, so they look for a window behind the last one. range(n) gives n numbers, the last of
    which is n - 1."""


@slip(
    printed_loops,
    {ROWS: "for h in range(1, n_H):", COLUMNS: "for w in range(1, n_W):"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def starts_the_loops_at_one():
    """Your loops begin at 1, so nothing comes back from the first row and the first column of dA. The first index is
    0."""


@slip(
    printed_loops,
    {ROWS: "for h in range(0, n_H, stride):", COLUMNS: "for w in range(0, n_W, stride):"},
    "Pooling backward",
    test="gaps",
    alone=True,
)
def steps_by_the_stride_in_the_loops():
    """Your loops go over dA in steps of the stride, so entries are left out. Every entry of dA counts; the stride lies
    between the windows of the input."""


@slip(
    printed_loops,
    {
        ROWS: "for h in range(0, n_H, stride):",
        COLUMNS: "for w in range(0, n_W, stride):",
        TOP: "vert_start = h",
        LEFT: "horiz_start = w",
    },
    "Pooling backward",
    test="gaps",
    alone=True,
)
def loops_in_strides_from_start_to_start():
    """Your loops go in steps of the stride and end at the size of dA, and their indices are used for the input and for
    dA alike. Every entry of dA should be visited, and from one to the next the window moves by the stride."""


@slip(
    printed_loops,
    {
        ROWS: "for h in range(n_H_prev):",
        COLUMNS: "for w in range(n_W_prev):",
        CHANNELS: CHANNELS + "\n    da = dA[i, h, w, c]",
    },
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def loops_over_the_input_and_reads_the_gradient_first():
    """Your loops run over the height and the width of the input, so they look for entries of dA that are not there.
    There is one window for each entry of dA."""


@slip(printed_loops, {COLUMNS: "for w in range(n_H):"}, "Pooling backward", test="sides", alone=True)
def loops_over_the_height_twice():
    """Your loop over the columns runs as far as the height of dA. It should run over the width."""


@slip(printed_loops, {ROWS: "for h in range(n_W):"}, "Pooling backward", test="sides", alone=True)
def loops_over_the_width_twice():
    """Your loop over the rows runs as far as the width of dA. It should run over the height."""


@slip(
    printed_loops,
    {ROWS: "for h in range(f):", COLUMNS: "for w in range(f):"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def loops_over_the_window_size():
    """Your loops over the rows and the columns run over the size of the window. There is one window for each entry of
    dA, so its height and width are the ones to run over."""


@slip(
    printed_loops,
    {EXAMPLES: EXAMPLES + "\n    dA_prev = np.zeros(A_prev.shape)"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def keeps_the_last_example_only():
    """Your code starts the gradient anew for each example, so only that of the last example is left. It should be made
    once, before the loops."""


@slip(
    printed_loops,
    {ROWS: ROWS + "\n    dA_prev = np.zeros(A_prev.shape)"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def keeps_the_last_row_only():
    """Your code starts the gradient anew for each row of dA, so that only the last row of the last example is left.
    It should be made once, before the loops."""


@slip(
    printed_loops,
    {COLUMNS: COLUMNS + "\n    dA_prev = np.zeros(A_prev.shape)"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def keeps_the_last_window_only():
    """Your code starts the gradient anew for each column of dA, so only the last window of the last example is left. It
    should be made once, before the loops."""


@slip(
    printed_loops,
    {CHANNELS: CHANNELS + "\n    dA_prev = np.zeros(A_prev.shape)"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def keeps_the_last_entry_only():
    """Only what comes back from the very last entry of dA is left in your gradient: it is started anew in each pass of
    the innermost loop, or added to only after the loops. It should be made once, before the loops, and added to inside
    of them."""


@slip(
    printed_loops,
    {EXAMPLES: "for i in range(1):", ROWS: "for h in range(1):"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def returns_in_the_loop_over_the_rows():
    """Your function returns at the end of its first pass through the loop over the rows, so that all other rows and
    examples are left out. It should return after the loops."""


@slip(
    printed_loops,
    {EXAMPLES: "for i in range(1):", ROWS: "for h in range(1):", COLUMNS: "for w in range(1):"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def returns_in_the_loop_over_the_columns():
    """Your function returns at the end of its first pass through the loop over the columns, so that all other
    places and examples are left out. It should return after the loops."""


@slip(
    printed_loops,
    {MASKED: MASKED + "\nreturn dA_prev", SHARED: SHARED + "\nreturn dA_prev"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def returns_in_the_loop_over_the_channels():
    """Your function returns at the end of its first pass through the loop over the channels, so that all other
    channels, places and examples are left out. It should return after the loops."""
