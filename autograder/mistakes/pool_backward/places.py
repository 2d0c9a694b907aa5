"""Windows, loops and indices that miss."""

from autograder.catalogue import slip
from autograder.reference import create_mask_from_window, distribute_value
from autograder.styles.pool_backward import printed_loops


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "vert_end = vert_start + f": "vert_end = h + f",
        "horiz_end = horiz_start + f": "horiz_end = w + f",
    },
    "Pooling backward",
    test="gaps",
)
def ends_windows_at_the_index():
    """Your windows start at the right place, but end f behind the index of the output entry, so they shrink and
    vanish for a stride above 1. A window ends f behind its own start."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "vert_end = vert_start + f": "vert_end = vert_start + stride",
        "horiz_end = horiz_start + f": "horiz_end = horiz_start + stride",
    },
    "Pooling backward",
    test="max-overlap",
)
def ends_windows_a_stride_later():
    """Your windows end one stride behind their start, so they do not fit the shares, which you give the size f. The
    stride says how far a window moves; how large it is, f says."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "horiz_start = w * stride": "horiz_start = h * stride",
    },
    "Pooling backward",
    test="max-side-by-side",
)
def places_windows_across_by_the_row():
    """Your windows take their place across from the row of the output entry instead of its column, so they lie on
    the diagonal. The start across follows from the index that runs along the columns."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "horiz_end = horiz_start + f": "horiz_end = vert_start + f",
    },
    "Pooling backward",
    test="max-side-by-side",
)
def ends_windows_across_by_the_row():
    """Your windows end across where they should end downwards, so many are too wide, too narrow or empty. The end
    across follows from the start across."""


@slip(
    printed_loops,
    {
        'stride = hparameters["stride"]': 'stride = hparameters["f"]',
        'f = hparameters["f"]': 'f = hparameters["stride"]',
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
    },
    "Pooling backward",
    test="max-overlap",
)
def exchanges_f_and_stride():
    """Your code uses f as the stride and the stride as f. The one is the size of the window, the other how far it
    moves."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]": "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, w, h, c]",
        "da = dA[i, h, w, c]": "da = dA[i, w, h, c]",
    },
    "Pooling backward",
    test="sides",
)
def exchanges_the_indices_of_the_gradient():
    """Your code looks up dA with the column in front of the row. Its axes are examples, height, width, channels, so
    the row comes first."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_W, n_H, n_C) = dA.shape",
    },
    "Pooling backward",
    test="sides",
)
def exchanges_the_sizes():
    """Your code exchanges the height and the width of dA: where it reads the shape, or in the ranges of its loops. The
    axes of dA are examples, height, width, channels."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "for h in range(n_H):": "for h in range(n_H - 1):",
        "for w in range(n_W):": "for w in range(n_W - 1):",
    },
    "Pooling backward",
    test="max-side-by-side",
)
def leaves_the_last_window_out():
    """Nothing comes back from the last row and the last column of dA in your code, as where the loops stop one short.
    range(n) already ends before n."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "vert_start = h * stride": "vert_start = h",
    },
    "Pooling backward",
    test="gaps",
)
def strides_across_only():
    """Your windows move by the stride when they go across, and by one when they go down. The stride applies to both
    directions, as on the way forward."""


@slip(
    printed_loops,
    {
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]": "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, n_H, n_W, n_C]",
        "da = dA[i, h, w, c]": "da = dA[i, n_H, n_W, n_C]",
    },
    "Pooling backward",
    test="max-side-by-side",
)
def reads_one_past_the_end_of_the_gradient():
    """Your code reads dA one place past its end: at the index n_H itself, or after a loop that runs one too far. The
    indices of n_H rows end at n_H - 1."""


@slip(
    printed_loops,
    {
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]": "dA_prev[i, vert_start:vert_end, horiz_start, horiz_end, c] += mask * dA[i, h, w, c]",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, shape)": "dA_prev[i, vert_start:vert_end, horiz_start, horiz_end, c] += distribute_value(da, shape)",
    },
    "Pooling backward",
    test="max-side-by-side",
)
def separates_a_slice_by_a_comma():
    """Your code gives five indices to an array of four axes, as where a comma stands between the start and the end of a
    slice, which makes two indices of them. Start and end stand on the two sides of a colon."""


@slip(
    printed_loops,
    {
        'stride = hparameters["stride"]': "(stride, f) = hparameters.values()",
        'f = hparameters["f"]': "pass",
    },
    "Pooling backward",
    test="max-overlap",
    alone=True,
)
def takes_stride_and_f_by_their_order():
    """Your code takes the hyperparameters out of their dictionary as if the stride always stood first. They can stand in any
    order there: what you need is asked for by its key."""


@slip(
    printed_loops,
    {
        'stride = hparameters["stride"]': "(f, stride) = hparameters.values()",
        'f = hparameters["f"]': "pass",
    },
    "Pooling backward",
    test="published-max",
    alone=True,
)
def takes_f_and_stride_by_their_order():
    """Your code takes the hyperparameters out of their dictionary as if f always stood first. They can stand in any
    order there: what you need is asked for by its key."""


@slip(
    printed_loops,
    {"vert_start = h * stride": "vert_start = h // stride", "horiz_start = w * stride": "horiz_start = w // stride"},
    "Pooling backward",
    test="gaps",
    alone=True,
)
def divides_the_index_by_the_stride():
    """Your code divides the index by the stride to get the start of a window. The windows lie a stride apart, so the
    index should be multiplied by it."""
