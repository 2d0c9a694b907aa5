"""Windows of the wrong place, and loops over the wrong sizes."""

from autograder.catalogue import slip
from autograder.reference import zero_pad
from autograder.styles.conv_backward import printed_loops


@slip(
    printed_loops,
    {"vert_start = h * stride": "vert_start = h", "horiz_start = w * stride": "horiz_start = w"},
    "Stride and padding",
    test="dA_prev-stride",
)
def ignores_stride():
    """Your windows start at the indices of the output entry itself, so they move by one and the stride is left
    out. On the way back each entry belongs to the same window as on the way forward."""


@slip(printed_loops, {"horiz_start = w * stride": "horiz_start = w"}, "Stride and padding", test="dW-stride")
def strides_down_only():
    """Your windows move by the stride when they go down, and by one when they go across. The stride applies to
    both directions, as on the way forward."""


@slip(
    printed_loops,
    {"vert_start = h * stride": "vert_start = h * f", "horiz_start = w * stride": "horiz_start = w * f"},
    "Stride and padding",
    test="dA_prev-stride",
)
def moves_by_the_filter():
    """Your windows move by the size of the filter. They should move by the stride, as on the way forward, so that
    they may overlap."""


@slip(
    printed_loops,
    {
        (
            "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]\n"
            "dW[:, :, :, c] += a_slice * dZ[i, h, w, c]\n"
            "db[:, :, :, c] += dZ[i, h, w, c]"
        ): (
            "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += (\n"
            "    W[:, :, :, c] * dZ[i, vert_start, horiz_start, c]\n"
            ")\n"
            "dW[:, :, :, c] += a_slice * dZ[i, vert_start, horiz_start, c]\n"
            "db[:, :, :, c] += dZ[i, vert_start, horiz_start, c]"
        )
    },
    "Convolution backward",
    test="dW-stride",
)
def reads_dz_at_the_window_start():
    """Your code looks up dZ at the place where the window starts in the input. dZ has the shape of the output, so
    its indices are those of the output entry; the two agree only for a stride of 1."""


@slip(
    printed_loops,
    {"for h in range(n_H):": "for h in range(n_H_prev):", "for w in range(n_W):": "for w in range(n_W_prev):"},
    "Convolution backward",
    test="dW",
)
def loops_over_the_input_size():
    """Your loops run over the height and the width of the input. There is one window for each entry of dZ, so its
    height and width are the ones to run over."""


@slip(printed_loops, {"for c in range(n_C):": "for c in range(n_C_prev):"}, "Convolution backward", test="one")
def loops_over_the_input_channels():
    """Your loop over the channels runs over those of the input. It should run over the filters, which are the
    channels of dZ."""


@slip(
    printed_loops,
    {
        "a_slice = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]": "a_slice = da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]"
    },
    "The gradient of the filters",
    test="dW",
)
def slices_the_gradient():
    """Your gradient of the filters is made of windows of the gradient of the input, which is only just being added
    up. It should be made of windows of the input itself."""


@slip(
    printed_loops,
    {
        "a_slice = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]": "a_slice = a_prev_pad[horiz_start:horiz_end, vert_start:vert_end, :]",
        "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]": "da_prev_pad[horiz_start:horiz_end, vert_start:vert_end, :] += W[:, :, :, c] * dZ[i, h, w, c]",
    },
    "Convolution backward",
    test="sides",
)
def swaps_rows_and_columns():
    """Your windows lie as far down as they should lie to the right, and the other way round, so the gradients are made
    of the wrong windows, which do not even fit in an image that is not square. The vertical range belongs to the row
    and comes first."""


@slip(
    printed_loops,
    {
        "(m, n_H, n_W, n_C) = dZ.shape": (
            "n_H = int(np.ceil((n_H_prev - f + 2 * pad) / stride)) + 1\n"
            "n_W = int(np.ceil((n_W_prev - f + 2 * pad) / stride)) + 1"
        )
    },
    "Convolution backward",
    test="not-dividing",
)
def rounds_the_size_up():
    """Your code works the height and the width of the output out again and rounds them up, so where the stride does not
    divide evenly it looks for windows that are not there. There is one window for each entry of dZ."""


@slip(
    printed_loops,
    {"vert_start = h * stride": "vert_start = h * pad", "horiz_start = w * stride": "horiz_start = w * pad"},
    "Stride and padding",
    test="dA_prev-stride",
)
def moves_by_the_padding():
    """Your windows move by pad. They should move by the stride, as on the way forward; the padding is in the array
    already, from which they are cut."""


@slip(
    printed_loops,
    {
        "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]": "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, n_H, n_W, n_C]",
        "dW[:, :, :, c] += a_slice * dZ[i, h, w, c]": "dW[:, :, :, c] += a_slice * dZ[i, n_H, n_W, n_C]",
        "db[:, :, :, c] += dZ[i, h, w, c]": "db[:, :, :, c] += dZ[i, n_H, n_W, n_C]",
    },
    "Convolution backward",
    test="dW",
)
def reads_one_past_the_end_of_dz():
    """Your code reads dZ one place past its end: at the index n_H itself, or after a loop that runs one too far. The
    indices of n_H rows end at n_H - 1."""


@slip(
    printed_loops,
    {"vert_end = vert_start + f": "vert_end = h + f", "horiz_end = horiz_start + f": "horiz_end = w + f"},
    "Convolution backward",
    test="dW-stride",
)
def ends_windows_at_the_index():
    """Your windows start at the right place, but across at least they end f behind the index of the output entry, so
    they shrink and vanish for a stride above 1. A window ends f behind its own start."""


@slip(
    printed_loops,
    {
        "vert_end = vert_start + f": "vert_end = vert_start + f - 1",
        "horiz_end = horiz_start + f": "horiz_end = horiz_start + f - 1",
    },
    "Convolution backward",
    test="dW",
)
def makes_windows_one_short():
    """Your windows are one row and one column short. The end of a slice is not part of it, so nothing needs to be taken
    off."""


@slip(
    printed_loops,
    {"horiz_start = w * stride": "horiz_start = h * stride"},
    "Convolution backward",
    test="dW",
)
def takes_both_starts_from_the_row():
    """Your windows start as far to the right as they start down: both starts are made of the index of the row. The
    start to the right follows from the index of the column."""


@slip(
    printed_loops,
    {
        "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]": "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w]"
    },
    "Convolution backward",
    test="dA_prev",
)
def multiplies_by_all_channels_of_the_gradient():
    """For the gradient of the input, your code multiplies a filter by the entries of dZ in all channels. One filter made
    one channel of the output, so that the entry of that channel belongs to it."""
