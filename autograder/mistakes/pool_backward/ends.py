"""Windows that start or end in the wrong place, in one array or in both."""

from autograder.catalogue import slip
from autograder.mistakes.pool_backward.lines import LEFT, MASKED, SHARED, SLICE, TOP
from autograder.reference import create_mask_from_window, distribute_value
from autograder.styles.pool_backward import printed_loops

BOTTOM = "vert_end = vert_start + f"
RIGHT = "horiz_end = horiz_start + f"
STRIDE = 'stride = hparameters["stride"]'
SIDE = 'f = hparameters["f"]'


@slip(printed_loops, {BOTTOM: "vert_end = h + f"}, "Pooling backward", test="gaps", alone=True)
def ends_windows_down_at_the_index():
    """Your windows start at the right place, but their lower end is f behind the index h of the output entry, so
    that they shrink for a stride above 1. A window ends f behind its own start."""


@slip(printed_loops, {RIGHT: "horiz_end = w + f"}, "Pooling backward", test="gaps", alone=True)
def ends_windows_right_at_the_index():
    """Your windows start at the right place, but their right end is f behind the index w of the output entry, so
    that they shrink for a stride above 1. A window ends f behind its own start."""


@slip(
    printed_loops,
    {BOTTOM: "vert_end = vert_start + f + 1", RIGHT: "horiz_end = horiz_start + f + 1"},
    "Pooling backward",
    test="max-overlap",
    alone=True,
)
def makes_windows_one_too_large():
    """Your windows are one row and one column too large. The end of a slice is left out of it, so it should stand f
    behind the start."""


@slip(
    printed_loops,
    {BOTTOM: "vert_end = f", RIGHT: "horiz_end = f"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def ends_all_windows_at_f():
    """All of your windows end at row f and column f, wherever they start, so only the first one is whole. A window ends
    f behind its own start."""


@slip(
    printed_loops,
    {SLICE: "a_prev_slice = a_prev[vert_start:vert_end, horiz_start:vert_end, c]"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def ends_windows_across_with_those_down():
    """Your window of the input runs across from the horizontal start to the vertical end. Both ends of a range
    belong to the same direction."""


@slip(printed_loops, {TOP: "vert_start = w * stride"}, "Pooling backward", test="max-side-by-side", alone=True)
def places_windows_down_by_the_column():
    """Your windows start at the column of the output entry in both directions, so they lie on the diagonal. Downwards,
    the start should follow from the row."""


@slip(
    printed_loops,
    {TOP: "vert_start = h + stride", LEFT: "horiz_start = w + stride"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def adds_the_stride_to_the_index():
    """Your code adds the stride to the index to get the start of a window. The windows lie a stride apart, so the index
    should be multiplied by it."""


@slip(
    printed_loops,
    {SLICE: "a_prev_slice = a_prev[h : h + f, w : w + f, c]"},
    "Pooling backward",
    test="gaps",
    alone=True,
)
def ignores_stride_for_the_mask():
    """Your masks are made from windows that move by one: the stride is left out of them. They should be cut where
    the windows lay on the way forward."""


@slip(
    printed_loops,
    {
        MASKED: "dA_prev[i, h : h + f, w : w + f, c] += mask * dA[i, h, w, c]",
        SHARED: "dA_prev[i, h : h + f, w : w + f, c] += distribute_value(da, shape)",
    },
    "Pooling backward",
    test="gaps",
    alone=True,
)
def ignores_stride_in_the_gradient():
    """The windows in which you add to the gradient move by one: the stride is left out of them. They should lie
    where they lay on the way forward."""


@slip(
    printed_loops,
    {SLICE: "a_prev_slice = a_prev[vert_start:vert_end, vert_start:vert_end, c]"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def cuts_windows_on_the_diagonal():
    """Your windows of the input have the vertical range on both axes. On the second of the two axes it should be the
    horizontal one."""


@slip(
    printed_loops,
    {
        MASKED: "dA_prev[i, vert_start:vert_end, vert_start:vert_end, c] += mask * dA[i, h, w, c]",
        SHARED: "dA_prev[i, vert_start:vert_end, vert_start:vert_end, c] += distribute_value(da, shape)",
    },
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def adds_on_the_diagonal():
    """The windows in which you add to the gradient have the vertical range on both axes. On the second of the two axes
    it should be the horizontal one."""


@slip(
    printed_loops,
    {
        MASKED: "dA_prev[i, horiz_start:horiz_end, vert_start:vert_end, c] += mask * dA[i, h, w, c]",
        SHARED: "dA_prev[i, horiz_start:horiz_end, vert_start:vert_end, c] += distribute_value(da, shape)",
    },
    "Pooling backward",
    test="sides",
    alone=True,
)
def swaps_rows_and_columns_of_the_gradient():
    """Your code adds to the gradient with the horizontal range first, so that what comes back lands in the wrong
    place. The first of the two axes is the vertical one."""


@slip(
    printed_loops,
    {SLICE: "a_prev_slice = a_prev[vert_start : vert_end - 1, horiz_start : horiz_end - 1, c]"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def cuts_windows_one_short():
    """Your windows of the input are one row and one column too small. The end of a slice is left out of it, so it
    should stand f behind the start."""


@slip(
    printed_loops,
    {
        MASKED: "dA_prev[i, vert_start : vert_end - 1, horiz_start : horiz_end - 1, c] += mask * dA[i, h, w, c]",
        SHARED: "dA_prev[i, vert_start : vert_end - 1, horiz_start : horiz_end - 1, c] += distribute_value(da, shape)",
    },
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def adds_to_windows_one_short():
    """The windows in which you add to the gradient are one row and one column smaller than the mask and the shares. The
    end of a slice is left out of it, so it should stand f behind the start."""


@slip(
    printed_loops,
    {
        MASKED: "dA_prev[i, vert_start:vert_start, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]",
        SHARED: "dA_prev[i, vert_start:vert_start, horiz_start:horiz_end, c] += distribute_value(da, shape)",
    },
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def adds_to_empty_windows():
    """The windows of the gradient to which your code adds have no rows: their slice ends where it starts. It should
    end f behind its start."""


@slip(printed_loops, {STRIDE: "stride = 2"}, "Pooling backward", test="gaps", alone=True)
def always_moves_by_two():
    """Your windows always move by 2, whatever the stride is. It should come from hparameters."""


@slip(printed_loops, {SIDE: "f = 2"}, "Pooling backward", test="f", alone=True)
def always_takes_windows_of_two():
    """Your windows always have two rows and two columns, whatever f is. It should come from hparameters."""


@slip(printed_loops, {SIDE: "f = 3"}, "Pooling backward", test="f", alone=True)
def always_takes_windows_of_three():
    """Your windows always have three rows and three columns, whatever f is. It should come from hparameters."""
