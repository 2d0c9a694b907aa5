"""Loops that go too far or not far enough, and sums that are begun anew, or given back, inside of them."""

from autograder.catalogue import slip
from autograder.mistakes.conv_backward.lines import COPY, DB, LEFT, SHAPE, TOP
from autograder.reference import zero_pad
from autograder.styles.conv_backward import printed_loops

EXAMPLES = "for i in range(m):"
ROWS = "for h in range(n_H):"
COLUMNS = "for w in range(n_W):"
FILTERS = "for c in range(n_C):"


@slip(
    printed_loops,
    {ROWS: "for h in range(n_H_prev - f + 1):", COLUMNS: "for w in range(n_W_prev - f + 1):"},
    "Convolution backward",
    test="dW-stride",
    alone=True,
)
def loops_as_without_stride_and_padding():
    """Your loops run over as many windows as there are with a stride of 1 and no padding. There is one window for
    each entry of dZ."""


@slip(
    printed_loops,
    {ROWS: "for h in range(n_H - f + 1):", COLUMNS: "for w in range(n_W - f + 1):"},
    "Convolution backward",
    test="dW",
    alone=True,
)
def loops_over_the_output_less_the_filter():
    """Your loops subtract the size of the filter from that of dZ. There is one window for each entry of dZ."""


@slip(
    printed_loops,
    {ROWS: "for h in range(n_H - 1):", COLUMNS: "for w in range(n_W - 1):"},
    "Convolution backward",
    test="dW",
    alone=True,
)
def leaves_the_last_window_out():
    """Your loops stop one short, so nothing comes back from the last row and the last column of dZ. range(n) already
    ends before n."""


@slip(
    printed_loops,
    {ROWS: "for h in range(n_H + 1):", COLUMNS: "for w in range(n_W + 1):"},
    "Convolution backward",
    test="dW",
    alone=True,
)
def loops_one_too_far():
    """Your code looks for a column of dZ behind the last one, as where the loops run one too far. Columns are counted
    from 0, so the last one is n_W - 1."""


@slip(
    printed_loops,
    {ROWS: "for h in range(1, n_H):", COLUMNS: "for w in range(1, n_W):"},
    "Convolution backward",
    test="dW",
    alone=True,
)
def starts_the_loops_at_one():
    """Your loops begin at 1, so nothing comes back from the first row and the first column of dZ. The first index is
    0."""


@slip(
    printed_loops,
    {ROWS: "for h in range(0, n_H, stride):", COLUMNS: "for w in range(0, n_W, stride):"},
    "Convolution backward",
    test="dW-stride",
    alone=True,
)
def steps_by_the_stride_in_the_loops():
    """Your loops go over dZ in steps of the stride, so entries are left out. Every entry of dZ counts; the stride lies
    between the windows of the input."""


@slip(
    printed_loops,
    {
        ROWS: "for h in range(0, n_H, stride):",
        COLUMNS: "for w in range(0, n_W, stride):",
        TOP: "vert_start = h",
        LEFT: "horiz_start = w",
    },
    "Convolution backward",
    test="dW-stride",
)
def loops_in_strides_from_start_to_start():
    """Your loops go in steps of the stride and end at the size of dZ, and their indices are used for the input and for
    dZ alike. Every entry of dZ should be visited, and from one to the next the window moves by the stride."""


@slip(
    printed_loops,
    {
        ROWS: "for h in range(0, n_H_prev - f + 1, stride):",
        COLUMNS: "for w in range(0, n_W_prev - f + 1, stride):",
        TOP: "vert_start = h",
        LEFT: "horiz_start = w",
    },
    "Convolution backward",
    test="dW-stride",
    alone=True,
)
def loops_over_the_starts_of_the_windows():
    """Your loops run over the places in the input at which windows start, and dZ is read at the same indices. The
    indices of dZ count the windows: it has one entry for each."""


@slip(printed_loops, {COLUMNS: "for w in range(n_H):"}, "Convolution backward", test="sides", alone=True)
def loops_over_the_height_twice():
    """Your loop over the columns runs as far as the height of dZ. It should run over the width."""


@slip(printed_loops, {ROWS: "for h in range(n_W):"}, "Convolution backward", test="sides", alone=True)
def loops_over_the_width_twice():
    """Your loop over the rows runs as far as the width of dZ. It should run over the height."""


@slip(
    printed_loops,
    {ROWS: "for h in range(f):", COLUMNS: "for w in range(f):"},
    "Convolution backward",
    test="dW",
    alone=True,
)
def loops_over_the_filter_size():
    """Your loops over the rows and the columns run over the size of the filter. There is one window for each entry of
    dZ, so its height and width are the ones to run over."""


@slip(
    printed_loops,
    {SHAPE: SHAPE + "\nn_H = (n_H_prev - f) // stride + 1\nn_W = (n_W_prev - f) // stride + 1"},
    "Convolution backward",
    test="dW-pad",
    alone=True,
)
def forgets_the_padding_in_the_size():
    """Your code works out the height and the width of the output again, without the padding, so windows are left out.
    There is one window for each entry of dZ."""


@slip(
    printed_loops,
    {SHAPE: SHAPE + "\nn_H = (n_H_prev - f + pad) // stride + 1\nn_W = (n_W_prev - f + pad) // stride + 1"},
    "Convolution backward",
    test="dW-pad",
    alone=True,
)
def counts_the_padding_once_in_the_size():
    """Your code works out the height and the width of the output again, with the padding of one side only, so windows
    are left out. There is one window for each entry of dZ."""


@slip(
    printed_loops,
    {ROWS: ROWS + "\n    dW = np.zeros((f, f, n_C_prev, n_C))"},
    "The gradient of the filters",
    test="dW",
    alone=True,
)
def keeps_the_filters_of_the_last_row():
    """Your code starts dW anew for each row of dZ, so only the last row of the last example is left in it. It should be
    a sum over all examples and places."""


@slip(
    printed_loops,
    {ROWS: ROWS + "\n    db = np.zeros((1, 1, 1, n_C))"},
    "The gradient of the bias",
    test="db",
    alone=True,
)
def keeps_the_biases_of_the_last_row():
    """Your code starts db anew for each row of dZ, so only the last row of the last example is left in it. It should be
    a sum over all examples and places."""


@slip(
    printed_loops,
    {ROWS: ROWS + "\n    dW = np.zeros((f, f, n_C_prev, n_C))\n    db = np.zeros((1, 1, 1, n_C))"},
    "Convolution backward",
    test="dW",
    alone=True,
)
def keeps_the_last_row():
    """Your code starts dW and db anew for each row of dZ, so only the last row of the last example is left in them.
    They should be sums over all examples and places."""


@slip(
    printed_loops,
    {FILTERS: FILTERS + "\n    dW = np.zeros((f, f, n_C_prev, n_C))"},
    "The gradient of the filters",
    test="dW",
    alone=True,
)
def keeps_the_last_entry_of_the_filters():
    """Only what comes back from the very last entry of dZ is left in your dW: it is started anew in each pass of the
    innermost loop, or added to only after the loops. It should be a sum over all examples and places."""


@slip(
    printed_loops,
    {FILTERS: FILTERS + "\n    db = np.zeros((1, 1, 1, n_C))"},
    "The gradient of the bias",
    test="db",
    alone=True,
)
def keeps_the_last_entry_of_the_biases():
    """Only the very last entry of dZ is left in your db: it is started anew in each pass of the innermost loop, or
    added to only after the loops. It should be a sum over all examples and places."""


@slip(
    printed_loops,
    {FILTERS: FILTERS + "\n    dW = np.zeros((f, f, n_C_prev, n_C))\n    db = np.zeros((1, 1, 1, n_C))"},
    "Convolution backward",
    test="dW",
    alone=True,
)
def keeps_the_last_entry():
    """Only what comes back from the very last entry of dZ is left in your dW and db: they are started anew in each pass
    of the innermost loop, or added to only after the loops. They should be sums over all examples and places."""


@slip(
    printed_loops,
    {ROWS: ROWS + "\n    da_prev_pad = np.zeros(a_prev_pad.shape)"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def keeps_the_input_gradient_of_the_last_row():
    """Your code starts the gradient of the input anew for each row of dZ, so that only the last row counts in each
    example. It should be a sum over all places."""


@slip(
    printed_loops,
    {COLUMNS: COLUMNS + "\n    da_prev_pad = np.zeros(a_prev_pad.shape)"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def keeps_the_input_gradient_of_the_last_window():
    """Your code starts the gradient of the input anew for each window, so that only the last one counts in each
    example. It should be a sum over all places."""


@slip(
    printed_loops,
    {FILTERS: FILTERS + "\n    da_prev_pad = np.zeros(a_prev_pad.shape)"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def keeps_the_input_gradient_of_the_last_filter():
    """In each example of your gradient of the input, only what the last filter sends back to the last window is left:
    it is started anew in the innermost loop, or added to only after the inner loops. It should be a sum over all places
    and filters."""


@slip(
    printed_loops,
    {EXAMPLES: "for i in range(1):", ROWS: "for h in range(1):", COPY: ""},
    "Convolution backward",
    test="dW",
    alone=True,
)
def returns_in_the_loop_over_the_rows():
    """Your function returns at the end of its first pass through the loop over the rows, so all other rows and examples
    are left out. It should return after the loops."""


@slip(
    printed_loops,
    {EXAMPLES: "for i in range(1):", ROWS: "for h in range(1):", COLUMNS: "for w in range(1):", COPY: ""},
    "Convolution backward",
    test="dW",
    alone=True,
)
def returns_in_the_loop_over_the_columns():
    """Your function returns at the end of its first pass through the loop over the columns, so that all other
    places and examples are left out. It should return after the loops."""


@slip(printed_loops, {DB: DB + "\nreturn dA_prev, dW, db"}, "Convolution backward", test="dW", alone=True)
def returns_in_the_loop_over_the_filters():
    """Your function returns at the end of its first pass through the loop over the filters, so that all other
    filters, places and examples are left out. It should return after the loops."""


@slip(
    printed_loops,
    {DB: "", COPY: "db[:, :, :, c] += dZ[i, h, w, c]\n" + COPY},
    "The gradient of the bias",
    test="db",
    alone=True,
)
def adds_the_last_column_to_the_last_bias():
    """Your code adds to the gradient of the bias once for each example, after the loops over rows, columns and filters,
    so only the last entry of each example counts, at the last filter. Every entry of dZ should be added to the bias of
    its filter."""
