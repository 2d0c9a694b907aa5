"""Wrong versions of `col2im`: overlaps that are lost, windows at the wrong places, entries in the wrong order."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.reference import window_view
from autograder.styles.col2im import step_by_step


@slip(
    step_by_step,
    {
        "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]": "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] = windows[:, :, :, p, q, :]"
    },
    "The way back",
    test="overlap",
)
def overwrites_instead_of_adding():
    """Where windows overlap, only what came last is left in your result. Each window adds its entries to what others
    have put there."""


@mistake("The way back", test="overlap")
def takes_the_mean_of_the_overlap(columns, shape, f, stride):
    """Where windows overlap, your result is their mean, as if it were to undo im2col. What comes back is a gradient,
    and contributions to a gradient are added."""
    (m, n_H_prev, n_W_prev, n_C) = shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    windows = columns.reshape(m, n_H, n_W, f, f, n_C)
    A = np.zeros(shape)
    count = np.zeros(shape)
    for p in range(f):
        for q in range(f):
            A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]
            count[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += 1
    return A / np.maximum(count, 1)


@slip(
    step_by_step,
    {
        "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]": (
            "place = np.s_[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride]\n"
            "A[place] = np.maximum(A[place], windows[:, :, :, p, q])"
        )
    },
    "The way back",
    test="overlap",
)
def takes_the_largest_of_the_overlap():
    """Your result holds the largest of the entries that come to one place, or 0 where all are negative. What comes back
    is a gradient, and contributions to a gradient are added."""


@mistake("The way back", test="overlap")
def adds_by_repeated_places(columns, shape, f, stride):
    """Where windows overlap, only the last of them is left in your result, and all of them should be added up. An
    assignment puts one in the place of another, and NumPy adds only once where a list of places repeats one."""
    places = np.arange(int(np.prod(shape))).reshape(shape)
    windows = np.lib.stride_tricks.sliding_window_view(places, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    windows = windows.transpose(0, 1, 2, 4, 5, 3)
    A = np.zeros(shape)
    A.reshape(-1)[windows.ravel()] += columns.ravel()
    return A


@slip(
    step_by_step,
    {
        "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]": "A[:, p : p + n_H, q : q + n_W, :] += windows[:, :, :, p, q, :]"
    },
    "The way back",
    test="apart",
)
def forgets_the_step():
    """Your windows are put back one pixel after the other, whatever the stride is. The entries at one position of all
    windows lie as many pixels apart as the stride says."""


@slip(
    step_by_step,
    {
        "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]": "A[:, p : p + n_H * stride, q : q + n_W * stride, :] += windows[:, :, :, p, q, :]"
    },
    "The way back",
    test="apart",
)
def forgets_the_step_but_not_the_end():
    """Your slices end where the stride says, but take every pixel up to there. The entries at one position of all
    windows lie as many pixels apart as the stride says."""


@slip(
    step_by_step,
    {
        "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]": "A[:, p : p + n_H : stride, q : q + n_W : stride, :] += windows[:, :, :, p, q, :]"
    },
    "The way back",
    test="apart",
)
def ends_without_the_stride():
    """Your slices step on by the stride, but end after as many pixels as there are windows. With a larger stride the
    last window begins further away."""


@slip(
    step_by_step,
    {
        "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]": "A[:, p : n_H * stride : stride, q : n_W * stride : stride, :] += windows[:, :, :, p, q, :]"
    },
    "The way back",
    test="overlap",
)
def ends_without_the_position():
    """Your slices begin at the position in the window, but end where those of the first position do. Both ends move on
    with the position."""


@slip(
    step_by_step,
    {
        "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]": "A[:, p::stride, q::stride, :] += windows[:, :, :, p, q, :]"
    },
    "The way back",
    test="overlap",
)
def has_no_end():
    """Your slices have no end, so that they go on to the edge of the batch. They hold one pixel for each window, and
    end after the last of them."""


@slip(
    step_by_step,
    {
        "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]": "A[:, 0 : n_H * stride : stride, 0 : n_W * stride : stride, :] += windows[:, :, :, p, q, :]"
    },
    "The way back",
    test="apart",
)
def starts_at_zero():
    """All that a window holds is added in your result where the window begins, as if every position in it had the same
    slice. The entry at one position belongs so many rows and columns further."""


@slip(
    step_by_step,
    {
        "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]": (
            "A[:, p * stride : (p + n_H) * stride : stride, q * stride : (q + n_W) * stride : stride, :] += windows[\n"
            "    :, :, :, p, q, :\n"
            "]"
        )
    },
    "The way back",
    test="apart",
)
def starts_at_the_position_times_the_stride():
    """Your slices begin at the position in the window times the stride. The stride is from window to window: within a
    window the pixels lie side by side."""


@slip(
    step_by_step,
    {
        "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]": "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, q, p, :]"
    },
    "The way back",
    test="apart",
)
def mirrors_the_windows():
    """The rows and columns within your windows are swapped: what lies at row p and column q of a window is added at row
    q and column p. Each entry should come back to the place where im2col took it from."""


@slip(
    step_by_step,
    {
        "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]": (
            "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[\n"
            "    :, :, :, f - 1 - p, f - 1 - q, :\n"
            "]"
        )
    },
    "The way back",
    test="apart",
)
def turns_the_windows_around():
    """Each of your windows is put back turned by half a turn, its last pixel first. Each entry returns to the place
    where im2col took it from."""


@slip(
    step_by_step,
    {
        "windows = columns.reshape(m, n_H, n_W, f, f, n_C)": "windows = columns.reshape(m, n_H, n_W, n_C, f, f).transpose(0, 1, 2, 4, 5, 3)"
    },
    "The way back",
    test="overlap",
)
def reads_the_rows_as_channels_first():
    """Your code reads a row of the matrix as channel, row, column. Its entries are in the order row, column, channel,
    as im2col makes them."""


@slip(
    step_by_step,
    {
        "windows = columns.reshape(m, n_H, n_W, f, f, n_C)": "windows = columns.reshape(m, n_W, n_H, f, f, n_C).transpose(0, 2, 1, 3, 4, 5)"
    },
    "The way back",
    test="apart",
)
def reads_right_before_down():
    """Your code reads the rows of the matrix as if the windows went down first, and then to the right. They go along a
    row of the image before the next one begins, as im2col makes them."""


@slip(
    step_by_step,
    {
        "windows = columns.reshape(m, n_H, n_W, f, f, n_C)": "windows = columns.reshape(m, f, f, n_H, n_W, n_C).transpose(0, 3, 4, 1, 2, 5)"
    },
    "The way back",
    test="apart",
)
def reads_the_window_before_its_place():
    """Your code reads the matrix as if the positions within a window came before the windows. A row is one window: the
    rows say which window it is, their entries where in the window."""


@slip(
    step_by_step,
    {
        "windows = columns.reshape(m, n_H, n_W, f, f, n_C)": "windows = columns.reshape(n_H, n_W, m, f, f, n_C).transpose(2, 0, 1, 3, 4, 5)"
    },
    "The way back",
    test="apart",
)
def reads_the_images_last():
    """Your code reads the rows of the matrix as if the first windows of all images came first. All windows of the first
    image come first, as im2col makes them."""


@slip(
    step_by_step,
    {"windows = columns.reshape(m, n_H, n_W, f, f, n_C)": "windows = columns.T.reshape(m, n_H, n_W, f, f, n_C)"},
    "The way back",
    test="apart",
)
def transposes_the_columns():
    """Your code goes through the matrix column after column when it gives it six axes, as where it is transposed
    before, so that the entries are mixed up. A window is a row already, whatever the name says."""


@slip(
    step_by_step,
    {
        "windows = columns.reshape(m, n_H, n_W, f, f, n_C)": "windows = columns.reshape(f, f, n_C, m, n_H, n_W).transpose(3, 4, 5, 0, 1, 2)"
    },
    "The way back",
    test="apart",
)
def reads_columns_for_rows():
    """Your code reads the matrix as if each window were a column. Each window is a row, whatever the name says, as
    im2col makes them."""


@slip(
    step_by_step,
    {
        "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]": "A[0, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[0, :, :, p, q, :]"
    },
    "The way back",
    test="apart",
)
def adds_the_first_image_only():
    """Your result holds the windows of the first image, and the other images stay 0. Those of every image should be put
    back."""


@slip(
    step_by_step,
    {
        "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]": "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, 0] += windows[:, :, :, p, q, 0]"
    },
    "The way back",
    test="apart",
)
def adds_the_first_channel_only():
    """Your result holds the first channel, and the other channels stay 0. All channels of a window should be put
    back."""


@mistake("The way back", test="apart")
def adds_the_diagonal_only(columns, shape, f, stride):
    """Your code puts back only the positions on the diagonal of a window, where row and column are the same. Every row
    of the window should meet every column, as in a loop inside of another one."""
    (m, n_H_prev, n_W_prev, n_C) = shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    windows = columns.reshape(m, n_H, n_W, f, f, n_C)
    A = np.zeros(shape)
    for p in range(f):
        q = p
        A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]
    return A


@slip(
    step_by_step,
    {
        (
            "for p in range(f):\n"
            "    for q in range(f):\n"
            "        A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]"
        ): "A[:, 0 : n_H * stride : stride, 0 : n_W * stride : stride, :] += windows[:, :, :, 0, 0, :]"
    },
    "The way back",
    test="apart",
)
def adds_the_first_position_only():
    """Only the first pixel of each window is put back in your result. Every position of the window has to be, also
    those in the rows and columns after the first."""


@mistake("The way back", test="apart")
def returns_inside_the_loop(columns, shape, f, stride):
    """Only the first row of each window is put back in your result, as where the function returns inside of the outer
    loop. Every position has to be added before it returns."""
    (m, n_H_prev, n_W_prev, n_C) = shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    windows = columns.reshape(m, n_H, n_W, f, f, n_C)
    A = np.zeros(shape)
    for p in range(f):
        for q in range(f):
            A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]
        return A


@slip(
    step_by_step,
    {"for p in range(f):": "for p in range(f - 1):", "for q in range(f):": "for q in range(f - 1):"},
    "The way back",
    test="overlap",
)
def leaves_out_the_last_position():
    """Your code leaves out the last row and the last column of each window. Every position of the window has to be put
    back, from the first to the last."""


@slip(
    step_by_step,
    {"for p in range(f):": "for p in range(1, f):", "for q in range(f):": "for q in range(1, f):"},
    "The way back",
    test="overlap",
)
def leaves_out_the_first_position():
    """Your code leaves out the first row and the first column of each window. Counting begins with 0, and every
    position has to be put back."""


@slip(
    step_by_step,
    {"for p in range(f):": "for p in range(stride):", "for q in range(f):": "for q in range(stride):"},
    "The way back",
    test="overlap",
)
def loops_over_the_stride():
    """Your loops run over as many positions as the stride says. They should go through the window, from its first row
    and column to its last."""


@slip(step_by_step, {"A = np.zeros(shape)": "A = np.ones(shape)"}, "The way back", test="edge")
def starts_from_other_than_zeros():
    """Every pixel of your result is 1 too large, as where the sums start from ones. They should start from 0, and a
    pixel that lies in no window stays 0."""


@slip(step_by_step, {"A = np.zeros(shape)": "A = np.zeros((m, n_H, n_W, n_C))"}, "The way back", test="apart")
def has_the_size_of_the_windows():
    """Your result has one place for each window, and not for each pixel of the batch. It should have the shape that is
    given as an argument."""


@slip(
    step_by_step,
    {
        "A = np.zeros(shape)": "A = np.zeros((m, n_H_prev + 2, n_W_prev + 2, n_C))",
        "return A": "return A[:, 1:-1, 1:-1, :]",
    },
    "The way back",
    test="apart",
)
def shifts_everything():
    """Everything in your result is moved up and to the left by one pixel, as if a border were cut off. The batch has no
    border here: col2im puts each window back to where it was."""


@slip(step_by_step, {"A = np.zeros(shape)": "A = np.zeros(shape, dtype=int)"}, "The way back", test="apart")
def holds_whole_numbers():
    """Your result is an array of whole numbers, which has no room for fractions. Start from zeros that are floats, as
    np.zeros makes them unless it is told otherwise."""


@slip(step_by_step, {"return A": "return A.astype(int)"}, "The way back", test="apart")
def cuts_off_fractions():
    """Your result holds whole numbers: what stands after the decimal point of the sums is cut off. The sums should stay
    as they are."""


@slip(
    step_by_step,
    {
        "n_H = (n_H_prev - f) // stride + 1": "n_H = n_H_prev - f + 1",
        "n_W = (n_W_prev - f) // stride + 1": "n_W = n_W_prev - f + 1",
    },
    "The way back",
    test="apart",
)
def forgets_the_stride_in_the_numbers():
    """Your numbers of windows are those of stride 1. With a larger stride there are fewer: it belongs in the
    formula."""


@slip(
    step_by_step,
    {"n_W = (n_W_prev - f) // stride + 1": "n_W = (n_H_prev - f) // stride + 1"},
    "The way back",
    test="apart",
)
def takes_the_height_for_the_width():
    """Your code takes the number of windows downward for that to the right. Height and width may differ, and each has a
    number of windows of its own."""


@mistake("The way back", test="overlap")
def reshapes_to_the_batch(columns, shape, f, stride):
    """Your code gives the matrix the shape of the batch, and adds nothing up. The matrix holds a pixel once for each
    window that it lies in, and all of these are summed."""
    return columns.reshape(shape)


@slip(step_by_step, {"return A": "return A / (f * f)"}, "The way back", test="overlap")
def divides_by_the_size_of_the_window():
    """Your sums are divided by the number of pixels in a window. What comes back is a gradient, and contributions to a
    gradient are added as they are."""


@slip(
    step_by_step,
    {
        "n_H = (n_H_prev - f) // stride + 1": "n_H = (n_H_prev - f) // stride",
        "n_W = (n_W_prev - f) // stride + 1": "n_W = (n_W_prev - f) // stride",
    },
    "The way back",
    test="apart",
)
def forgets_one_in_the_numbers():
    """Your numbers of windows lack the 1 at the end of the formula. The steps are counted, and one is added for the
    window that they start from."""


@mistake("The way back", test="apart")
def adds_to_the_view(columns, shape, f, stride):
    """Your code adds to the view of all windows, which cannot be written to: several of its entries lie at one place.
    Add one position of the windows after the other, to slices of the batch."""
    A = np.zeros(shape)
    windows = window_view(A, f, stride)
    windows += columns.reshape(windows.shape)
    return A


@slip(
    step_by_step,
    {"windows = columns.reshape(m, n_H, n_W, f, f, n_C)": "windows = columns.reshape(m, n_W, n_H, f, f, n_C)"},
    "The way back",
    test="apart",
)
def reads_width_before_height():
    """Your code gives the matrix six axes with the number of windows to the right before that downward. Rows come
    first: the windows go along a row of the image before the next one begins, as im2col makes them."""


@slip(
    step_by_step,
    {"A = np.zeros(shape)": "", "for p in range(f):": ("for p in range(f):\n    A = np.zeros(shape)")},
    "The way back",
    test="overlap",
)
def begins_anew_for_each_row():
    """Only the last row of each window is left in your result, as where the zeros are made anew in the outer loop. The
    batch should be filled with zeros once, before both loops."""


@slip(
    step_by_step,
    {"A = np.zeros(shape)": "", "for q in range(f):": ("for q in range(f):\n    A = np.zeros(shape)")},
    "The way back",
    test="overlap",
)
def begins_anew_for_each_position():
    """Only the last position of each window is left in your result, as where the zeros are made anew in the inner loop.
    The batch should be filled with zeros once, before both loops."""


@slip(
    step_by_step,
    {
        "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]": (
            "A[:, p : p + (n_H - 1) * stride : stride, q : q + (n_W - 1) * stride : stride, :] += windows[\n"
            "    :, :, :, p, q, :\n"
            "]"
        )
    },
    "The way back",
    test="overlap",
)
def ends_before_the_last_window():
    """Your slices end just before the place of the last window, so that it has none. The end of a slice is not in it
    any more: it has to lie behind the last place."""


@slip(
    step_by_step,
    {
        "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]": "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] -= windows[:, :, :, p, q, :]"
    },
    "The way back",
    test="apart",
)
def turns_the_sign_around():
    """Your result has the wrong sign. The entries of all windows should be added to the batch, and not subtracted."""


@slip(step_by_step, {"for q in range(f):": "for q in range(f - 1):"}, "The way back", test="overlap", alone=True)
def leaves_out_the_last_column():
    """Your code leaves out the last column of each window. Every position of the window has to be put back, from the
    first to the last."""


@slip(step_by_step, {"for p in range(f):": "for p in range(f - 1):"}, "The way back", test="overlap", alone=True)
def leaves_out_the_last_row():
    """Your code leaves out the last row of each window. Every position of the window has to be put back, from the first
    to the last."""


@slip(
    step_by_step,
    {
        "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]": "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, p, :]"
    },
    "The way back",
    test="apart",
    alone=True,
)
def takes_the_row_for_the_column():
    """Your entries are taken at row p and column p of each window, and added at row p and column q. They should be
    taken at row p and column q as well."""


@slip(
    step_by_step,
    {
        "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]": "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, q, q, :]"
    },
    "The way back",
    test="apart",
    alone=True,
)
def takes_the_column_for_the_row():
    """Your entries are taken at row q and column q of each window, and added at row p and column q. They should be
    taken at row p and column q as well."""


@slip(
    step_by_step,
    {
        "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]": "A[:, p : p + n_H * stride : stride, q : q + n_W, :] += windows[:, :, :, p, q, :]"
    },
    "The way back",
    test="apart",
    alone=True,
)
def forgets_the_step_of_the_columns():
    """Your slice of the rows has the step of the stride, and that of the columns takes pixels side by side. The entries
    at one position lie as many columns apart as the stride says, too."""


@slip(
    step_by_step,
    {
        "A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]": "A[:, p : p + n_H, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]"
    },
    "The way back",
    test="apart",
    alone=True,
)
def forgets_the_step_of_the_rows():
    """Your slice of the columns has the step of the stride, and that of the rows takes pixels side by side. The entries
    at one position lie as many rows apart as the stride says, too."""


@slip(
    step_by_step,
    {"windows = columns.reshape(m, n_H, n_W, f, f, n_C)": "windows = columns.reshape(m, f, f, n_H, n_W, n_C)"},
    "The way back",
    test="apart",
    alone=True,
)
def gives_the_window_before_its_place():
    """The positions within a window and the places of the windows have exchanged their axes in your code. The place of
    a window comes first, on the second axis and the third, then the position within it, on the fourth and the fifth."""


@slip(
    step_by_step,
    {"for p in range(f):": "for p in range(n_H):", "for q in range(f):": "for q in range(n_W):"},
    "The way back",
    test="overlap",
    alone=True,
)
def loops_over_the_windows():
    """Your two loops go as far as there are windows, downward and to the right. They should go through the positions
    within a window, from its first row and column to its last."""


@slip(
    step_by_step,
    {
        "n_H = (n_H_prev - f) // stride + 1": "n_H = -(-(n_H_prev - f) // stride) + 1",
        "n_W = (n_W_prev - f) // stride + 1": "n_W = -(-(n_W_prev - f) // stride) + 1",
    },
    "The way back",
    test="edge",
    alone=True,
)
def rounds_up():
    """Your numbers of windows are rounded up. A window that does not fit into the image any more is not among the rows
    of the matrix: round down."""


@mistake("The way back", test="apart", alone=True)
def puts_back_the_first_image_for_all(columns, shape, f, stride):
    """Every image of your batch gets the windows of the first one. Those of the next image come behind them in the
    matrix, further down by as many rows as an image has windows."""
    (m, n_H_prev, n_W_prev, n_C) = shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    A = np.zeros(shape)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                window = columns[h * n_W + w].reshape(f, f, n_C)
                A[i, h * stride : h * stride + f, w * stride : w * stride + f] += window
    return A


@slip(
    step_by_step,
    {"windows = columns.reshape(m, n_H, n_W, f, f, n_C)": "windows = columns.reshape(m, n_H, n_W, n_C, f, f)"},
    "The way back",
    test="apart",
    alone=True,
)
def gives_the_channels_before_the_window():
    """Your six axes have the channels before the rows and columns of a window. A row of the matrix is in the order row,
    column, channel, and so are the axes."""
