"""What is right in one direction and wrong in the other, and the two directions exchanged."""

from autograder.catalogue import slip
from autograder.mistakes.conv_forward.lines import HEIGHT, LAYER, SIZE, WIDTH
from autograder.styles.conv_forward import printed_loops


@slip(printed_loops, {HEIGHT: "n_H = int((n_H_prev - f + 2 * pad) / stride)"}, SIZE, test="shape", alone=True)
def forgets_the_first_window_down():
    """The height of your output is one too small: it counts the steps that the window takes, and not the place where it
    stands before the first step. Its width counts both."""


@slip(printed_loops, {WIDTH: "n_W = int((n_W_prev - f + 2 * pad) / stride)"}, SIZE, test="shape", alone=True)
def forgets_the_first_window_across():
    """The width of your output is one too small: it counts the steps that the window takes, and not the place where it
    stands before the first step. Its height counts both."""


@slip(printed_loops, {WIDTH: "n_W = int((n_W_prev - f) / stride) + 1"}, SIZE, test="shape", alone=True)
def forgets_pad_in_the_width():
    """The width of your output is worked out from the input without its border, and its height from that with it. The
    padding makes both sides of the input larger."""


@slip(printed_loops, {HEIGHT: "n_H = int((n_H_prev - f + pad) / stride) + 1"}, SIZE, test="shape", alone=True)
def counts_pad_once_in_the_height():
    """The height of your output counts the padding once. There is a border above the image and one below it, as there
    is one to the left and one to the right."""


@slip(printed_loops, {WIDTH: "n_W = int((n_W_prev - f + pad) / stride) + 1"}, SIZE, test="shape", alone=True)
def counts_pad_once_in_the_width():
    """The width of your output counts the padding once. There is a border to the left of the image and one to the
    right, as there is one above and one below."""


@slip(printed_loops, {HEIGHT: "n_H = n_H_prev - f + 2 * pad + 1"}, SIZE, test="shape", alone=True)
def leaves_stride_out_of_the_height():
    """The height of your output is worked out as if the stride were 1, and its width with the stride. The window moves
    by the stride in both directions."""


@slip(printed_loops, {WIDTH: "n_W = n_W_prev - f + 2 * pad + 1"}, SIZE, test="shape", alone=True)
def leaves_stride_out_of_the_width():
    """The width of your output is worked out as if the stride were 1, and its height with the stride. The window moves
    by the stride in both directions."""


@slip(printed_loops, {HEIGHT: "n_H = n_H_prev - f + 2 * pad // stride + 1"}, SIZE, test="shape", alone=True)
def divides_only_the_padding_in_the_height():
    """In the height of your output only the padding is divided by the stride, because a division binds tighter than a
    sum. The width is right."""


@slip(printed_loops, {WIDTH: "n_W = n_W_prev - f + 2 * pad // stride + 1"}, SIZE, test="shape", alone=True)
def divides_only_the_padding_in_the_width():
    """In the width of your output only the padding is divided by the stride, because a division binds tighter than a
    sum. The height is right."""


@slip(printed_loops, {HEIGHT: "n_H = int((n_W_prev - f + 2 * pad) / stride) + 1"}, SIZE, test="sides", alone=True)
def takes_the_height_from_the_width():
    """Your code takes the height of the output from the width of the input, which is right for square images only.
    Height and width should each be worked out from their own side."""


@slip(printed_loops, {"vert_end = vert_start + f": "vert_end = h + f"}, LAYER, test="stride-2", alone=True)
def ends_windows_down_at_the_index():
    """Downwards, your windows end f behind the index of the output entry, so they shrink for a stride above 1; across
    they are right. A window ends f behind its own start."""


@slip(printed_loops, {"horiz_end = horiz_start + f": "horiz_end = w + f"}, LAYER, test="stride-2", alone=True)
def ends_windows_across_at_the_index():
    """To the right, your windows end f behind the index of the output entry, so they shrink for a stride above 1;
    downwards they are right. A window ends f behind its own start."""


@slip(printed_loops, {"vert_end = vert_start + f": "vert_end = horiz_start + f"}, LAYER, test="plain", alone=True)
def ends_windows_down_by_the_column():
    """Your windows end downwards where they end to the right: both ends are worked out from the horizontal start. A
    window ends f below its own start."""


@slip(printed_loops, {"vert_end = vert_start + f": "vert_end = vert_start + stride"}, LAYER, test="f", alone=True)
def makes_windows_as_high_as_the_stride():
    """Your windows are as high as the stride, and as wide as the filter. The stride says how far a window moves; the
    filter says how high it is."""


@slip(printed_loops, {"horiz_end = horiz_start + f": "horiz_end = horiz_start + stride"}, LAYER, test="f", alone=True)
def makes_windows_as_wide_as_the_stride():
    """Your windows are as wide as the stride, and as high as the filter. The stride says how far a window moves; the
    filter says how wide it is."""


@slip(printed_loops, {"vert_end = vert_start + f": "vert_end = vert_start + f - 1"}, LAYER, test="plain", alone=True)
def cuts_windows_one_row_short():
    """Your windows stop one row too early: the end of a slice is not part of it. A window should have as many rows as
    the filter; the number of its columns is right."""


@slip(
    printed_loops, {"horiz_end = horiz_start + f": "horiz_end = horiz_start + f - 1"}, LAYER, test="plain", alone=True
)
def cuts_windows_one_column_short():
    """Your windows stop one column too early: the end of a slice is not part of it. A window should have as many
    columns as the filter; the number of its rows is right."""


@slip(printed_loops, {"horiz_start = w * stride": "horiz_start = w * f"}, LAYER, test="stride-2", alone=True)
def moves_across_by_the_filter():
    """Your windows move across by the size of the filter, and down by the stride. They should move by the stride in
    both directions."""


@slip(printed_loops, {"vert_start = h * stride": "vert_start = h * f"}, LAYER, test="stride-2", alone=True)
def moves_down_by_the_filter():
    """Your windows move down by the size of the filter, and across by the stride. They should move by the stride in
    both directions."""


@slip(printed_loops, {"vert_start = h * stride": "vert_start = w * stride"}, LAYER, test="plain", alone=True)
def takes_both_starts_from_the_column():
    """Your windows start at the column of the output entry in both directions, so they lie on the diagonal. Downwards,
    the start should follow from the row."""


@slip(
    printed_loops,
    {"for h in range(n_H):": "for h in range(n_W):", "for w in range(n_W):": "for w in range(n_H):"},
    LAYER,
    test="sides",
    alone=True,
)
def exchanges_the_loops():
    """Your loop over the rows runs as far as the columns go, and the other way round, which is right for square outputs
    only. Each direction has its own size."""


@slip(printed_loops, {"for h in range(n_H):": "for h in range(n_W):"}, LAYER, test="sides", alone=True)
def loops_over_the_width_twice():
    """Your loop over the rows runs as far as the columns go, which is right for square outputs only. Each direction has
    its own size."""


@slip(
    printed_loops,
    {"Z = np.zeros((m, n_H, n_W, n_C))": "Z = np.zeros((m, n_H, n_H, n_C))"},
    LAYER,
    test="sides",
    alone=True,
)
def makes_z_square():
    """Your output is made as wide as it is high, which is right for square outputs only. Its axes are examples, height,
    width and filters."""


@slip(printed_loops, {"for h in range(n_H):": "for h in range(n_H - 1):"}, LAYER, test="plain", alone=True)
def leaves_out_the_last_row():
    """Your loop over the rows leaves out the last row of the output, which stays zero. A range already ends before the
    number that it is given, so nothing has to be taken off."""


@slip(printed_loops, {"for w in range(n_W):": "for w in range(n_W - 1):"}, LAYER, test="plain", alone=True)
def leaves_out_the_last_column():
    """Your loop over the columns leaves out the last column of the output, which stays zero. A range already ends
    before the number that it is given, so nothing has to be taken off."""
