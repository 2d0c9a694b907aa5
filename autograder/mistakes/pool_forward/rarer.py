"""Rarer mistakes: right in one direction only, a wrong variable in the place of another, habits from elsewhere."""

from autograder.catalogue import slip
from autograder.styles.pool_forward import printed_loops

HEIGHT, WIDTH = "n_H = int(1 + (n_H_prev - f) / stride)", "n_W = int(1 + (n_W_prev - f) / stride)"
SLICE = "a_prev_slice = A_prev[i, vert_start:vert_end, horiz_start:horiz_end, c]"
DOWN, ACROSS = "vert_start = h * stride", "horiz_start = w * stride"
BELOW, BESIDE = "vert_end = vert_start + f", "horiz_end = horiz_start + f"
ROWS, COLUMNS, CHANNELS = "for h in range(n_H):", "for w in range(n_W):", "for c in range(n_C):"
LARGEST, MEAN = "A[i, h, w, c] = np.max(a_prev_slice)", "A[i, h, w, c] = np.mean(a_prev_slice)"
ZEROS, CACHE = "A = np.zeros((m, n_H, n_W, n_C))", "cache = (A_prev, hparameters)"
SECTION = "Pooling forward"


@slip(printed_loops, {HEIGHT: "n_H = (n_H_prev - f) // stride"}, "One number for a window", test="shape", alone=True)
def forgets_the_first_window_down():
    """The height of your output is one too small: it counts the steps that the window takes, and not the place where it
    stands before the first step. Its width counts both."""


@slip(printed_loops, {WIDTH: "n_W = (n_W_prev - f) // stride"}, "One number for a window", test="shape", alone=True)
def forgets_the_first_window_across():
    """The width of your output is one too small: it counts the steps that the window takes, and not the place where it
    stands before the first step. Its height counts both."""


@slip(
    printed_loops,
    {HEIGHT: "n_H = int(1 + (n_W_prev - f) / stride)"},
    "One number for a window",
    test="sides",
    alone=True,
)
def takes_the_height_from_the_width():
    """Your code takes the height of the output from the width of the input, which is right for square images only.
    Height and width should each be worked out from their own side."""


@slip(printed_loops, {HEIGHT: "n_H = n_H_prev - f + 1"}, "One number for a window", test="shape", alone=True)
def leaves_stride_out_of_the_height():
    """The height of your output is worked out as if the stride were 1, and its width with the stride. The window
    moves by the stride in both directions."""


@slip(printed_loops, {WIDTH: "n_W = n_W_prev - f + 1"}, "One number for a window", test="shape", alone=True)
def leaves_stride_out_of_the_width():
    """The width of your output is worked out as if the stride were 1, and its height with the stride. The window
    moves by the stride in both directions."""


@slip(printed_loops, {HEIGHT: "n_H = n_H_prev - f // stride + 1"}, "One number for a window", test="shape", alone=True)
def divides_only_f_in_the_height():
    """In the height of your output only f is divided by the stride, since Python divides before it subtracts. The
    width is right."""


@slip(printed_loops, {WIDTH: "n_W = n_W_prev - f // stride + 1"}, "One number for a window", test="shape", alone=True)
def divides_only_f_in_the_width():
    """In the width of your output only f is divided by the stride, since Python divides before it subtracts. The
    height is right."""


@slip(
    printed_loops,
    {HEIGHT: "n_H = n_H_prev - f // stride", WIDTH: "n_W = n_W_prev - f // stride"},
    "One number for a window",
    test="shape",
    alone=True,
)
def divides_only_f_and_forgets_the_first_window():
    """In your output size only f is divided by the stride, since Python divides before it subtracts, and the place at
    which the window starts is not counted. First f should be taken off the side of the input; what is left is divided,
    and 1 added at the end."""


@slip(
    printed_loops,
    {HEIGHT: "n_H = (n_H_prev + f) // stride + 1", WIDTH: "n_W = (n_W_prev + f) // stride + 1"},
    "One number for a window",
    test="shape",
    alone=True,
)
def adds_f_in_the_size():
    """In your output size f is added where it should be taken away, so the last windows hang over the edge. A
    window that starts at the last places does not fit any more."""


@slip(
    printed_loops,
    {HEIGHT: "n_H = n_H_prev // stride + 1", WIDTH: "n_W = n_W_prev // stride + 1"},
    "One number for a window",
    test="shape",
    alone=True,
)
def leaves_f_out_before_the_one():
    """Your output size divides the whole side of the input by the stride, and counts one more. Only places at
    which the whole window fits count, so its size f belongs in the formula."""


@slip(
    printed_loops,
    {HEIGHT: "n_H = (n_H_prev - stride) // f + 1", WIDTH: "n_W = (n_W_prev - stride) // f + 1"},
    "One number for a window",
    test="shape",
    alone=True,
)
def exchanges_f_and_stride_in_the_size():
    """In your output size the stride stands where f belongs, and the other way round. The window takes up room,
    and the stride is how far it moves each time."""


@slip(printed_loops, {BELOW: "vert_end = h + f"}, SECTION, test="gaps", alone=True)
def ends_windows_down_at_the_index():
    """Downwards, your windows end f behind the index of the output entry, so they shrink for a stride above 1; across
    they are right. A window ends f behind its own start."""


@slip(printed_loops, {BESIDE: "horiz_end = w + f"}, SECTION, test="gaps", alone=True)
def ends_windows_across_at_the_index():
    """To the right, your windows end f behind the index of the output entry, so they shrink for a stride above 1;
    downwards they are right. A window ends f behind its own start."""


@slip(printed_loops, {BELOW: "vert_end = horiz_start + f"}, SECTION, test="max-side-by-side", alone=True)
def ends_windows_down_by_the_column():
    """Your windows end downwards where they end to the right: both ends are worked out from the horizontal start. A
    window ends f below its own start."""


@slip(printed_loops, {DOWN: "vert_start = w * stride"}, SECTION, test="max-side-by-side", alone=True)
def takes_both_starts_from_the_column():
    """Your windows start at the column of the output entry in both directions, so they lie on the diagonal. Downwards,
    the start should follow from the row."""


@slip(printed_loops, {BELOW: "vert_end = vert_start + f - 1"}, SECTION, test="max-side-by-side", alone=True)
def cuts_windows_one_row_short():
    """Your windows stop one row too early: the end of a slice is not part of it. A window should have f rows; the
    number of its columns is right."""


@slip(printed_loops, {BESIDE: "horiz_end = horiz_start + f - 1"}, SECTION, test="max-side-by-side", alone=True)
def cuts_windows_one_column_short():
    """Your windows stop one column too early: the end of a slice is not part of it. A window should have f columns; the
    number of its rows is right."""


@slip(
    printed_loops,
    {
        DOWN: "vert_start = h",
        ACROSS: "horiz_start = w",
        BELOW: "vert_end = h * stride + f",
        BESIDE: "horiz_end = w * stride + f",
    },
    SECTION,
    test="gaps",
    alone=True,
)
def stretches_the_windows():
    """Your windows end where the stride says but start at the indices of the output entry itself, so they grow on
    their way. Both ends of a window move by the stride, and its size stays f."""


@slip(
    printed_loops,
    {DOWN: "vert_start = h + stride", ACROSS: "horiz_start = w + stride"},
    SECTION,
    test="max-side-by-side",
    alone=True,
)
def adds_the_stride_to_the_index():
    """Your windows start one stride further on than the index of the output entry: the stride is added to it. From
    one entry to the next a window should move by the stride, so the index counts how many strides it has gone."""


@slip(
    printed_loops,
    {DOWN: "vert_start = h * stride - 1", ACROSS: "horiz_start = w * stride - 1"},
    SECTION,
    test="max-side-by-side",
    alone=True,
)
def starts_windows_one_early():
    """Your windows start one row and one column too early, so the first one begins at an index of -1. Rows and
    columns are counted from 0."""


@slip(
    printed_loops,
    {DOWN: "vert_start = h * stride + 1", ACROSS: "horiz_start = w * stride + 1"},
    SECTION,
    test="max-side-by-side",
    alone=True,
)
def starts_windows_one_late():
    """Your windows start one row and one column too late. The first one starts in the corner, and rows and columns
    are counted from 0."""


@slip(
    printed_loops,
    {DOWN: "vert_start = (h + 1) * stride", ACROSS: "horiz_start = (w + 1) * stride"},
    SECTION,
    test="max-side-by-side",
    alone=True,
)
def skips_the_first_place():
    """Your windows start one stride too late, in both directions, so the first place is left out. The first window
    starts in the corner."""


@slip(printed_loops, {BELOW: "vert_end = f", BESIDE: "horiz_end = f"}, SECTION, test="max-side-by-side", alone=True)
def ends_every_window_at_f():
    """All of your windows end at row f and column f, wherever they start, so only the first one is whole. A window
    ends f behind its own start."""


@slip(
    printed_loops,
    {SLICE: "a_prev_slice = A_prev[i, c, vert_start:vert_end, horiz_start:horiz_end]"},
    SECTION,
    test="max-side-by-side",
    alone=True,
)
def cuts_windows_channels_first():
    """Your code takes the channel from the second axis of the input, which holds the rows, and cuts windows from
    those behind it. In this course the channels come last."""


@slip(
    printed_loops,
    {SLICE: "a_prev_slice = A[i, vert_start:vert_end, horiz_start:horiz_end, c]"},
    SECTION,
    test="max-side-by-side",
    alone=True,
)
def cuts_windows_from_the_output():
    """Your windows are cut from the output A, which is only just being filled. They should be cut from the input."""


@slip(
    printed_loops,
    {SLICE: "a_prev_slice = A_prev[i, vert_start:vert_end, horiz_start:horiz_end, i]"},
    SECTION,
    test="channels",
    alone=True,
)
def takes_the_channel_by_the_example():
    """Your code takes the channel of the input by the number of the example. Each channel of the output should
    come from the same channel of the input."""


@slip(
    printed_loops,
    {SLICE: "a_prev_slice = A_prev[i][vert_start:vert_end][horiz_start:horiz_end][c]"},
    SECTION,
    test="max-side-by-side",
    alone=True,
)
def cuts_rows_twice():
    """Your code cuts a window with several pairs of brackets, one behind the other. Each pair counts along the
    first axis of what the one before left, so rows, columns and channel belong in one pair, with commas."""


@slip(
    printed_loops,
    {SLICE: "a_prev_slice = A_prev[i][vert_start:vert_end][horiz_start:horiz_end][:, :, c]"},
    SECTION,
    test="max-side-by-side",
    alone=True,
)
def cuts_rows_twice_and_takes_the_channel():
    """Your code cuts a window with two pairs of brackets, one behind the other. The second pair cuts rows again,
    out of what the first one left; rows and columns belong in one pair, with a comma."""


@slip(printed_loops, {ROWS: "for h in range(n_W):", COLUMNS: "for w in range(n_H):"}, SECTION, test="sides", alone=True)
def exchanges_the_loops():
    """Your loop over the rows runs as far as the columns go, and the other way round, which is right for square
    outputs only. Each direction has its own size."""


@slip(printed_loops, {ROWS: "for h in range(n_W):"}, SECTION, test="sides", alone=True)
def loops_over_the_width_twice():
    """Your loop over the rows runs as far as the columns go, which is right for square outputs only. Each
    direction has its own size."""


@slip(
    printed_loops,
    {ROWS: "for h in range(f):", COLUMNS: "for w in range(f):"},
    SECTION,
    test="max-side-by-side",
    alone=True,
)
def loops_over_the_window():
    """Your loops over the rows and the columns run over the size of the window. They visit the entries of the output,
    so its height and width are the ones to run over."""


@slip(
    printed_loops,
    {ROWS: "for h in range(1, n_H + 1):", COLUMNS: "for w in range(1, n_W + 1):"},
    SECTION,
    test="max-side-by-side",
    alone=True,
)
def counts_rows_and_columns_from_one():
    """Your loops count the rows and the columns of the output from 1 up to their number, so the last ones lie
    outside of it. In Python they are counted from 0."""


@slip(
    printed_loops,
    {ROWS: "for h in range(1, n_H):", COLUMNS: "for w in range(1, n_W):"},
    SECTION,
    test="max-side-by-side",
    alone=True,
)
def starts_at_the_second_window():
    """Your loops begin at the second row and the second column of the output, so the first ones stay zero. Rows
    and columns are counted from 0."""


@slip(printed_loops, {ROWS: "for h in range(n_H - 1):"}, SECTION, test="max-side-by-side", alone=True)
def leaves_out_the_last_row():
    """Your loop over the rows leaves out the last row of the output, which stays zero. A range already ends before the
    number that it is given, so nothing has to be taken off."""


@slip(printed_loops, {COLUMNS: "for w in range(n_W - 1):"}, SECTION, test="max-side-by-side", alone=True)
def leaves_out_the_last_column():
    """Your loop over the columns leaves out the last column of the output, which stays zero. A range already ends
    before the number that it is given, so nothing has to be taken off."""


@slip(printed_loops, {CHANNELS: "for c in range(n_C - 1):"}, SECTION, test="channels", alone=True)
def leaves_the_last_channel_out():
    """Your loop over the channels leaves out the last one, which stays zero in the output. A range already ends before
    the number that it is given, so nothing has to be taken off."""


@slip(printed_loops, {CHANNELS: "for c in range(1):"}, SECTION, test="channels", alone=True)
def fills_the_first_channel_only():
    """Your code fills the first channel of the output only, and the others stay zero. All channels have to be gone
    through."""


@slip(
    printed_loops,
    {"for i in range(m):": "for i in range(m):\n    A = np.zeros((m, n_H, n_W, n_C))"},
    SECTION,
    test="max-side-by-side",
    alone=True,
)
def makes_a_anew_for_each_example():
    """Your code makes the output anew in each pass of the loop over the examples, so all but the last example end
    up as zeros. It should be made once, before the loops."""


@slip(
    printed_loops,
    {
        ZEROS: "A = np.zeros((m, n_C, n_H, n_W))",
        LARGEST: "A[i, c, h, w] = np.max(a_prev_slice)",
        MEAN: "A[i, c, h, w] = np.mean(a_prev_slice)",
    },
    SECTION,
    test="shape",
    alone=True,
)
def puts_the_channels_first():
    """Your output has its channels in front of the height and the width. In this course the channels come last."""


@slip(
    printed_loops,
    {"(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape": "(m, n_C_prev, n_H_prev, n_W_prev) = A_prev.shape"},
    SECTION,
    test="shape",
    alone=True,
)
def reads_the_channels_first():
    """Your code takes the axes of the input for examples, channels, height and width. In this course the channels
    come last."""


@slip(
    printed_loops,
    {LARGEST: "A = np.max(a_prev_slice)", MEAN: "A = np.mean(a_prev_slice)"},
    SECTION,
    test="shape",
    alone=True,
)
def keeps_the_last_number_only():
    """Your code puts each result into A itself, so that in the end A is the last number and not an array. Each result
    belongs in the entry of A for its example, row, column and channel."""


@slip(printed_loops, {'if mode == "max":': 'if mode == "Max":'}, SECTION, test="max-side-by-side", alone=True)
def asks_for_another_name_of_max():
    """In mode "max" your output stays zero, as where its branch asks for another name or stands inside the other
    branch. The two modes are called "max" and "average", and their branches stand side by side."""


@slip(printed_loops, {LARGEST: "pass", MEAN: "pass"}, SECTION, test="max-side-by-side", alone=True)
def leaves_a_at_zero():
    """Your A is zero everywhere: nothing is put into it, or it is made anew after the loops. Each of its entries should
    hold the result of one window."""


@slip(
    printed_loops,
    {MEAN: "A[i, h, w, c] = np.sum(a_prev_slice) / (stride * stride)"},
    SECTION,
    test="average-overlap",
    alone=True,
)
def divides_by_the_stride():
    """In mode "average" your code divides the sum of a window by the square of the stride, which is right only where f
    and the stride are the same. Divide by the number of entries in the window."""


@slip(
    printed_loops,
    {MEAN: "A[i, h, w, c] = int(np.mean(a_prev_slice))"},
    SECTION,
    test="average-side-by-side",
    alone=True,
)
def truncates_the_mean():
    """In mode "average" your code makes a whole number of each mean: what comes after the decimal point is cut off.
    Keep the mean as it is."""


@slip(
    printed_loops,
    {MEAN: "A[i, h, w, c] = np.sum(a_prev_slice) // (f * f)"},
    SECTION,
    test="average-side-by-side",
    alone=True,
)
def rounds_the_mean_down():
    """In mode "average" your code rounds each mean down to a whole number, as floor division does. Keep what comes
    after the decimal point."""


@slip(
    printed_loops,
    {MEAN: "A[i, h, w, c] = np.sum(a_prev_slice) / (n_H_prev * n_W_prev)"},
    SECTION,
    test="average-side-by-side",
    alone=True,
)
def divides_by_the_input_size():
    """In mode "average" your code divides the sum of a window by the height times the width of the input. Divide
    by the number of entries in the window."""


@slip(
    printed_loops,
    {MEAN: "A[i, h, w, c] = (np.max(a_prev_slice) + np.min(a_prev_slice)) / 2"},
    SECTION,
    test="average-side-by-side",
    alone=True,
)
def averages_the_largest_and_the_smallest():
    """In mode "average" your code takes the number midway between the largest and the smallest entry. The mean is
    wanted: the sum of all entries, divided by how many there are."""


@slip(printed_loops, {CACHE: "cache = (A_prev, hparameters, mode)"}, SECTION, test="cache", alone=True)
def caches_the_mode_too():
    """Your cache holds the mode as well. The backward pass takes two things out of it: A_prev and hparameters."""


@slip(
    printed_loops, {CACHE: "cache = {'A_prev': A_prev, 'hparameters': hparameters}"}, SECTION, test="cache", alone=True
)
def caches_a_dictionary():
    """Your cache is a dictionary. The backward pass unpacks it as a tuple of two: A_prev and hparameters."""


@slip(printed_loops, {CACHE: "cache = (a_prev_slice, hparameters)"}, SECTION, test="cache", alone=True)
def caches_the_last_window():
    """Your cache holds the last window where the whole input belongs. The backward pass needs the input as it was
    given."""


@slip(printed_loops, {DOWN: "vert_start = h * f"}, SECTION, test="gaps", alone=True)
def moves_down_by_f():
    """Your windows move down by their own size, and across by the stride. They should move by the stride in both
    directions."""


@slip(printed_loops, {ACROSS: "horiz_start = w * f"}, SECTION, test="gaps", alone=True)
def moves_across_by_f():
    """Your windows move across by their own size, and down by the stride. They should move by the stride in both
    directions."""


@slip(printed_loops, {BELOW: "vert_end = vert_start + stride"}, SECTION, test="f", alone=True)
def makes_windows_as_high_as_the_stride():
    """Your windows are as high as the stride, and f wide. The stride says how far a window moves; f says how high it
    is."""


@slip(printed_loops, {BESIDE: "horiz_end = horiz_start + stride"}, SECTION, test="f", alone=True)
def makes_windows_as_wide_as_the_stride():
    """Your windows are as wide as the stride, and f high. The stride says how far a window moves; f says how wide it
    is."""


@slip(
    printed_loops,
    {SLICE: "a_prev_slice = A_prev[i, vert_start:vert_end, :, c]"},
    SECTION,
    test="max-side-by-side",
    alone=True,
)
def takes_whole_rows():
    """Your windows run over all columns of the image: they are cut in the vertical direction only. They should be cut
    in both directions."""


@slip(
    printed_loops,
    {SLICE: "a_prev_slice = A_prev[i, :, horiz_start:horiz_end, c]"},
    SECTION,
    test="max-side-by-side",
    alone=True,
)
def takes_whole_columns():
    """Your windows run over all rows of the image: they are cut in the horizontal direction only. They should be cut in
    both directions."""


@slip(
    printed_loops, {LARGEST: "A[i, h, w, c] = np.max(A_prev[i, :, :, c])"}, SECTION, test="max-side-by-side", alone=True
)
def takes_the_largest_of_the_image():
    """In mode "max" your code takes the largest entry of the whole channel of the image instead of the window. Each
    output entry should be the largest of its own window."""


@slip(printed_loops, {"return A, cache": "return A, A_prev, hparameters"}, SECTION, test="cache", alone=True)
def returns_the_parts_of_the_cache():
    """Your function returns the parts of the cache one by one. Two things are wanted: the output, and one cache
    that holds A_prev and hparameters."""


@slip(printed_loops, {SLICE: SLICE.replace("i, ", "")}, SECTION, test="average-overlap", alone=True)
def cuts_windows_without_the_example():
    """Your window is cut from A_prev without the index of an example, so its first range falls on the examples and its
    second on the rows, and c picks a column. The example comes first, then rows, columns, channel."""


@slip(
    printed_loops,
    {SLICE: "a_prev_slice = A_prev[vert_start:vert_end, horiz_start:horiz_end]"},
    SECTION,
    test="average-overlap",
    alone=True,
)
def cuts_windows_without_example_and_channel():
    """Your window is cut from A_prev by two ranges alone, so the first falls on the examples and the second on the
    rows, and all columns and channels are in it. The example comes first, and one channel is pooled at a time."""


@slip(printed_loops, {DOWN: "vert_start = i * stride"}, SECTION, test="gaps", alone=True)
def starts_the_rows_at_the_example():
    """The rows of your windows begin at a place that depends on i, the number of the example. It is h that counts the
    rows of the output."""


@slip(printed_loops, {'stride = hparameters["stride"]': "stride = 2"}, SECTION, test="shape", alone=True)
def uses_stride_two_everywhere():
    """Your code works with a stride of 2, whatever hparameters says. The stride should come from there."""


@slip(
    printed_loops,
    {HEIGHT: HEIGHT.replace("/ stride", "/ 2"), WIDTH: WIDTH.replace("/ stride", "/ 2")},
    "One number for a window",
    test="shape",
    alone=True,
)
def divides_the_size_by_two():
    """Your output size is worked out with a 2 in the place of the stride, so it is right for a stride of 2 only. The
    stride should come from hparameters."""


@slip(
    printed_loops,
    {LARGEST: LARGEST.replace("[i", "[m"), MEAN: MEAN.replace("[i", "[m")},
    SECTION,
    test="one",
    alone=True,
)
def takes_the_number_of_examples_for_an_index():
    """Your code looks for an example with the index m, as where m stands in the place of i, or the loop over the
    examples runs one too far. Examples are counted from 0, so the last one is m - 1."""


@slip(
    printed_loops,
    {
        'f = hparameters["f"]': "(f, stride) = hparameters.values()",
        'stride = hparameters["stride"]': "pass",
    },
    "Pooling forward",
    test="published-max",
    alone=True,
)
def takes_f_and_stride_by_their_order():
    """Your code takes the hyperparameters out of their dictionary as if f always stood first. They can stand in any
    order there: what you need is asked for by its key."""


@slip(
    printed_loops,
    {
        'f = hparameters["f"]': "(stride, f) = hparameters.values()",
        'stride = hparameters["stride"]': "pass",
    },
    "Pooling forward",
    test="shape",
    alone=True,
)
def takes_stride_and_f_by_their_order():
    """Your code takes the hyperparameters out of their dictionary as if the stride always stood first. They can stand in any
    order there: what you need is asked for by its key."""


@slip(
    printed_loops,
    {"vert_start = h * stride": "vert_start = h // stride", "horiz_start = w * stride": "horiz_start = w // stride"},
    "Pooling forward",
    test="gaps",
    alone=True,
)
def divides_the_index_by_the_stride():
    """Your code divides the index by the stride to get the start of a window. The windows lie a stride apart, so the
    index should be multiplied by it."""


@slip(
    printed_loops,
    {
        "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape": "(n_H_prev, n_W_prev, n_C_prev, m) = A_prev.shape",
    },
    "Pooling forward",
    test="shape",
    alone=True,
)
def takes_the_last_axis_for_the_examples():
    """Your code takes the first axis of A_prev for the height and the last one for the examples. The axes are
    examples, height, width and channels, in this order."""
