"""Wrong versions of `create_mask_from_window`: the wrong entry, the wrong axis, or something that is no mask."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.styles.create_mask_from_window import compares_with_maximum

COMPARED = "mask = x == x.max()"


@mistake("The mask of a maximum", test="negative")
def marks_largest_magnitude(x):
    """Your code compares absolute values, so a large negative entry can be marked.
    The maximum is the entry that is largest with its sign."""
    mask = np.abs(x) == np.max(np.abs(x))
    return mask


@mistake("The mask of a maximum", test="anywhere")
def marks_the_minimum(x):
    """Your code marks the smallest entry of the window.
    Pooling passed on the largest one, and that is the entry which should be marked."""
    mask = x == np.min(x)
    return mask


@mistake("The mask of a maximum", test="anywhere")
def marks_all_but_the_maximum(x):
    """Your mask is the wrong way round: it is True everywhere except at the maximum.
    It should be True at the maximum alone."""
    mask = x < np.max(x)
    return mask


@mistake("The mask of a maximum", test="anywhere")
def marks_each_column(x):
    """Your code looks for the largest entry of each column and marks one in every column.
    There is one maximum for the whole window."""
    mask = x == np.max(x, axis=0)
    return mask


@mistake("The mask of a maximum", test="anywhere")
def marks_each_row(x):
    """Your code looks for the largest entry of each row and marks one in every row.
    There is one maximum for the whole window."""
    mask = x == np.max(x, axis=1, keepdims=True)
    return mask


@mistake("The mask of a maximum", test="negative")
def marks_positive_entries(x):
    """Your code marks every entry above zero.
    Only the largest entry of the window should be marked, whatever its sign."""
    mask = x > 0
    return mask


@mistake("The mask of a maximum", test="anywhere")
def marks_above_average(x):
    """Your code marks every entry that lies above the window's mean, or a number near it, such as its median.
    Only the largest entry should be marked."""
    mask = x > np.mean(x)
    return mask


@mistake("The mask of a maximum", test="unchanged")
def keeps_the_value(x):
    """Your code returns the largest entry at its place and zeros elsewhere.
    A mask says only where the maximum stands: True there, False elsewhere."""
    mask = np.where(x == np.max(x), x, 0)
    return mask


@mistake("The mask of a maximum", test="shape")
def returns_the_position(x):
    """Your code returns the row and the column of the maximum.
    Wanted is an array of the window's shape that is True at that place and False elsewhere."""
    mask = np.unravel_index(np.argmax(x), x.shape)
    return mask


@mistake("The mask of a maximum", test="shape")
def returns_the_flat_position(x):
    """Your code returns one number, the place of the maximum when the entries are counted row by row.
    Wanted is an array of the window's shape that is True at that place and False elsewhere."""
    mask = np.argmax(x)
    return mask


@mistake("The mask of a maximum", test="anywhere")
def uses_flat_position_as_row(x):
    """Your code uses what np.argmax returns as the number of a row: a whole row is marked, or the index is out of bounds.
    That number counts the entries of the flattened window, so row and column have to be worked out from it."""
    mask = np.zeros(x.shape, dtype=bool)
    mask[np.argmax(x)] = True
    return mask


@mistake("The mask of a maximum", test="negative")
def starts_from_zero(x):
    """Your code marks nothing in a window without positive entries, as a search for the maximum does that starts at 0.
    Every window has a largest entry, whatever its sign."""
    largest = 0
    mask = np.zeros(x.shape, dtype=bool)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            if x[i, j] > largest:
                largest = x[i, j]
                mask[:] = False
                mask[i, j] = True
    return mask


@mistake("The mask of a maximum", test="anywhere")
def marks_every_new_record(x):
    """Your code marks an entry as soon as it is larger than those before it, and never takes the mark back.
    Only the largest entry of the whole window should be marked at the end."""
    largest = -np.inf
    mask = np.zeros(x.shape, dtype=bool)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            if x[i, j] > largest:
                largest = x[i, j]
                mask[i, j] = True
    return mask


@mistake("The mask of a maximum", test="shape")
def assumes_square_window(x):
    """Your code takes the number of columns to be that of the rows, so it fails or leaves out entries where the window
    is not square. The two numbers are separate entries of the window's shape."""
    n = x.shape[0]
    largest = np.max(x)
    mask = np.zeros((n, n), dtype=bool)
    for i in range(n):
        for j in range(n):
            mask[i, j] = x[i, j] == largest
    return mask


@mistake("The mask of a maximum", test="unchanged")
def overwrites_the_window(x):
    """Your code writes ones and zeros into the window that was passed in and returns it, which destroys the input of the
    layer. The mask should be a new array of True and False, and the window should stay as it is."""
    largest = np.max(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            x[i, j] = x[i, j] == largest
    return x


@mistake("The mask of a maximum", test="anywhere")
def compares_with_the_position(x):
    """Your code compares the entries with the position of the maximum instead of its value.
    np.argmax says where the largest entry stands, np.max how large it is."""
    mask = x == np.argmax(x)
    return mask


@mistake("The mask of a maximum", test="shape")
def returns_the_maximum(x):
    """Your code returns the largest value itself.
    Wanted is an array of the window's shape that is True where this value stands and False elsewhere."""
    mask = np.max(x)
    return mask


@mistake("The mask of a maximum", test="anywhere")
def compares_columns_with_row_maxima(x):
    """Your code takes the largest entry of each row, and NumPy then compares these with the columns, or cannot compare
    them. There is one maximum for the whole window, to compare every entry with."""
    mask = x == np.max(x, axis=1)
    return mask


@mistake("The mask of a maximum", test="anywhere")
def compares_whole_rows(x):
    """Your code compares several entries at once where one yes or no is needed, as Python's own max does with whole
    rows, or an if with a whole row or window. The maximum should run over the single entries of the window."""
    mask = x == max(x)
    return mask


@mistake("The mask of a maximum", test="anywhere")
def marks_at_least_the_average(x):
    """Your code marks every entry that is not below the window's mean, or a number near it, such as its median.
    Only the largest entry should be marked."""
    mask = x >= np.mean(x)
    return mask


@mistake("The mask of a maximum", test="anywhere")
def marks_nothing(x):
    """Your mask is False everywhere, as where it asks for entries that are larger than the largest one. The maximum
    itself should be marked."""
    mask = x > np.max(x)
    return mask


@mistake("The mask of a maximum", test="shape")
def returns_lists_of_positions(x):
    """Your code returns the rows and the columns at which the maximum stands.
    Wanted is an array of the window's shape that is True there and False elsewhere."""
    mask = np.where(x == np.max(x))
    return mask


@mistake("The mask of a maximum", test="negative")
def looks_for_the_largest_magnitude(x):
    """Your code compares the entries with the largest absolute value in the window, so nothing is marked where that one
    belongs to a negative entry. The maximum is the entry that is largest with its sign."""
    mask = x == np.max(np.abs(x))
    return mask


@mistake("The mask of a maximum", test="unchanged")
def overwrites_the_window_before_comparing(x):
    """Your mask is the window itself, so what you write into it changes the input of the layer, and your second
    comparison looks at what the first one wrote. The mask should be a new array, and the window should stay as it is."""
    mask = x
    mask[mask != np.max(x)] = False
    mask[mask == np.max(x)] = True
    return mask


@mistake("The mask of a maximum", test="unchanged")
def marks_the_window_itself(x):
    """Your mask is the window itself, so what you write into it changes the input of the layer, and an entry that was 1
    before counts as marked. The mask should be a new array, and the window should stay as it is."""
    largest = np.max(x)
    mask = x
    mask[x == largest] = 1
    mask[x != 1] = 0
    return mask


@mistake("The mask of a maximum", test="unchanged")
def holds_ones_and_zeros(x):
    """Your mask has the number 1 at the maximum and 0 elsewhere. It should hold True and False: only with those can
    NumPy pick entries out of a window."""
    mask = np.zeros(x.shape)
    mask[x == np.max(x)] = 1
    return mask


@mistake("The mask of a maximum", test="shape")
def returns_a_flat_mask(x):
    """Your mask is one long row. It should have the shape of the window, with rows and columns."""
    mask = x.flatten() == np.max(x)
    return mask


@mistake("The mask of a maximum", test="shape")
def returns_the_marked_entries(x):
    """Your code returns the largest entry itself, picked out of the window.
    Wanted is an array of the window's shape that is True where this entry stands and False elsewhere."""
    mask = x[x == np.max(x)]
    return mask


@mistake("The mask of a maximum", test="shape")
def returns_a_list_of_places(x):
    """Your code returns the row and the column of each largest entry, one pair below the other.
    Wanted is an array of the window's shape that is True there and False elsewhere."""
    mask = np.argwhere(x == np.max(x))
    return mask


@slip(compares_with_maximum, {COMPARED: "mask = x <= np.max(x)"}, "The mask of a maximum", test="anywhere", alone=True)
def marks_everything():
    """Your mask is True everywhere. It should be True at the maximum alone."""


@slip(compares_with_maximum, {COMPARED: "mask = x >= 0"}, "The mask of a maximum", test="anywhere", alone=True)
def marks_what_is_not_negative():
    """Your code marks every entry that is not below zero. Only the largest entry of the window should be marked,
    whatever its sign."""


@slip(compares_with_maximum, {COMPARED: "mask = x.astype(bool)"}, "The mask of a maximum", test="anywhere", alone=True)
def marks_what_is_not_zero():
    """Your code marks every entry that is not zero, as NumPy does when it makes True and False of numbers. Only the
    largest entry should be marked."""


@slip(compares_with_maximum, {COMPARED: "mask = x == np.mean(x)"}, "The mask of a maximum", test="anywhere", alone=True)
def marks_what_equals_the_average():
    """Your code compares the entries with the mean of the window. Only the largest entry should be marked."""


@slip(compares_with_maximum, {COMPARED: "mask = x == x[0, 0]"}, "The mask of a maximum", test="anywhere", alone=True)
def marks_what_equals_the_first_entry():
    """Your code compares the entries with the first one of the window. The largest one should be marked, wherever
    it stands."""


@slip(compares_with_maximum, {COMPARED: "mask = x is np.max(x)"}, "The mask of a maximum", test="shape", alone=True)
def compares_with_is():
    """Your function returns a single False for every window, as the operator "is" does, which asks whether two names
    stand for the same object. The entries should be compared one by one, which gives an array."""


@slip(
    compares_with_maximum, {COMPARED: "mask = np.argmax(x, axis=0)"}, "The mask of a maximum", test="shape", alone=True
)
def returns_the_positions_in_the_columns():
    """Your code returns for each column the row in which its largest entry stands. Wanted is an array of the
    window's shape that is True at the maximum of the whole window."""


@slip(
    compares_with_maximum, {COMPARED: "mask = np.argmax(x, axis=1)"}, "The mask of a maximum", test="shape", alone=True
)
def returns_the_positions_in_the_rows():
    """Your code returns for each row the column in which its largest entry stands. Wanted is an array of the
    window's shape that is True at the maximum of the whole window."""


@slip(
    compares_with_maximum, {COMPARED: "mask = np.maximum(x, 0)"}, "The mask of a maximum", test="unchanged", alone=True
)
def cuts_what_is_negative():
    """Your code returns the window with zeros in the place of its negative entries, as a ReLU does. A mask says where
    the maximum stands: True there, False elsewhere."""


@slip(compares_with_maximum, {COMPARED: "mask = x / np.max(x)"}, "The mask of a maximum", test="unchanged", alone=True)
def divides_by_the_maximum():
    """Your code returns the window divided by its largest entry. A mask says where the maximum stands: True there,
    False elsewhere."""


@slip(compares_with_maximum, {COMPARED: "mask = x - np.max(x)"}, "The mask of a maximum", test="unchanged", alone=True)
def subtracts_the_maximum():
    """Your code returns the window after the maximum was subtracted from each entry. A mask says where the maximum
    stands: True there, False elsewhere."""


@slip(
    compares_with_maximum, {COMPARED: "mask = x == np.max(x[0])"}, "The mask of a maximum", test="anywhere", alone=True
)
def compares_with_the_maximum_of_the_first_row():
    """Your code compares the entries with the largest one of the first row. There is one maximum for the whole
    window, in whichever row."""


@slip(
    compares_with_maximum,
    {COMPARED: "mask = np.zeros(x.shape)\nmask[np.argmax(x)] = 1"},
    "The mask of a maximum",
    test="anywhere",
    alone=True,
)
def marks_a_row_with_ones():
    """Your code uses what np.argmax returns as the number of a row: a whole row is marked, or the index is out of
    bounds; and it marks with numbers where True and False are wanted. That number counts the entries of the flattened
    window."""


@slip(
    compares_with_maximum,
    {
        COMPARED: "mask = np.zeros((x.shape[0], x.shape[0]), dtype=bool)\nmask[np.unravel_index(np.argmax(x), x.shape)] = True"
    },
    "The mask of a maximum",
    test="shape",
    alone=True,
)
def makes_a_square_mask():
    """Your mask has as many columns as rows, whatever the window has. It should have the shape of the window."""


@slip(
    compares_with_maximum,
    {COMPARED: "mask = x == (np.max([x[0, 0], *x[1:, 1:].ravel()]))"},
    "The mask of a maximum",
    test="anywhere",
    alone=True,
)
def leaves_the_first_row_and_column_out():
    """Your code looks for the maximum without the first row and the first column, except for the first entry of all, as
    where loops begin at 1. The first index is 0."""


@slip(
    compares_with_maximum,
    {COMPARED: "x[x < np.max(x)] = 0\nmask = x"},
    "The mask of a maximum",
    test="unchanged",
    alone=True,
)
def clears_the_window_around_the_maximum():
    """Your code writes zeros into the window that was passed in, except at the largest entry, and returns it, which
    destroys the input of the layer. The mask should be a new array of True and False."""


@slip(
    compares_with_maximum,
    {COMPARED: "x[x < np.max(x)] = 0\nmask = x != 0"},
    "The mask of a maximum",
    test="unchanged",
    alone=True,
)
def clears_the_window_before_comparing():
    """Your code writes zeros into the window that was passed in, which destroys the input of the layer, and marks
    what is left. The window should stay as it is."""


@slip(compares_with_maximum, {COMPARED: "mask = np.max(x) in x"}, "The mask of a maximum", test="shape", alone=True)
def returns_true_alone():
    """Your function returns a single True for every window, as the answer to the question whether the maximum is in it.
    Wanted is an array of the window's shape that is True where it stands."""


@slip(
    compares_with_maximum,
    {COMPARED: "mask = (x == np.max(x)).reshape(1, -1)"},
    "The mask of a maximum",
    test="shape",
    alone=True,
)
def makes_the_mask_one_row():
    """Your mask is a matrix of one row. It should have the shape of the window."""


@slip(
    compares_with_maximum,
    {COMPARED: "mask = np.where(x == np.max(x), 0, 1)"},
    "The mask of a maximum",
    test="anywhere",
    alone=True,
)
def holds_zero_at_the_maximum():
    """Your mask is the wrong way round, and holds numbers: 0 at the maximum and 1 elsewhere. It should be True at the
    maximum and False elsewhere."""


@slip(
    compares_with_maximum,
    {
        COMPARED: "mask = np.zeros(x.shape, dtype=bool)\nfor i in range(x.shape[0] - 1):\n    for j in range(x.shape[1] - 1):\n        mask[i, j] = x[i, j] == np.max(x)"
    },
    "The mask of a maximum",
    test="anywhere",
    alone=True,
)
def leaves_the_last_row_and_column_out():
    """Your code never marks a maximum in the last row or the last column, as where loops stop one short. range(n)
    already ends before n."""


@slip(
    compares_with_maximum,
    {
        COMPARED: "mask = np.zeros(x.shape, dtype=bool)\nfor i in range(1):\n    for j in range(x.shape[1]):\n        mask[i, j] = x[i, j] == np.max(x)"
    },
    "The mask of a maximum",
    test="anywhere",
    alone=True,
)
def looks_at_the_first_row_only():
    """Your code marks the maximum only where it stands in the first row, as where a return stands inside the loop over
    the rows. All rows of the window have to be gone through."""


@slip(
    compares_with_maximum,
    {
        COMPARED: "mask = np.zeros(x.shape, dtype=bool)\nfor i in range(x.shape[0]):\n    for j in range(x.shape[1]):\n        if x[i, j] == np.max(x):\n            mask[j, i] = True"
    },
    "The mask of a maximum",
    test="anywhere",
    alone=True,
)
def exchanges_row_and_column():
    """Your code marks the place that comes out when row and column of the maximum are exchanged. The first index is the
    row."""


@slip(
    compares_with_maximum,
    {
        COMPARED: "mask = np.zeros(x.shape, dtype=bool)\nfor i in range(x.shape[1]):\n    for j in range(x.shape[0]):\n        mask[i, j] = x[i, j] == np.max(x)"
    },
    "The mask of a maximum",
    test="shape",
    alone=True,
)
def exchanges_the_sides_in_the_loops():
    """Your loops take the number of columns for that of the rows, and the other way round. The first entry of the
    shape is the number of rows."""


@slip(
    compares_with_maximum,
    {COMPARED: "mask = x\nmask[mask == np.max(x)] = 1"},
    "The mask of a maximum",
    test="unchanged",
    alone=True,
)
def marks_within_the_window():
    """Your mask is the window itself with its largest entry replaced by 1, so the input of the layer is changed and the
    other entries keep their values. The mask should be a new array of True and False."""


@slip(
    compares_with_maximum,
    {COMPARED: "mask = x == max(-1, np.max(x))"},
    "The mask of a maximum",
    test="negative",
    alone=True,
)
def starts_from_minus_one():
    """Your code marks nothing in a window whose entries all lie below -1, as a search for the maximum does that
    starts there. Every window has a largest entry, whatever its sign."""


@slip(
    compares_with_maximum,
    {
        COMPARED: "mask = np.zeros(x.shape, dtype=bool)\nfor i in range(x.shape[1]):\n    for j in range(x.shape[1]):\n        mask[i, j] = x[i, j] == np.max(x)"
    },
    "The mask of a maximum",
    test="shape",
    alone=True,
)
def assumes_a_square_of_the_width():
    """Your code takes the number of rows to be that of the columns, so it fails or leaves out entries where the
    window is not square. The two numbers are separate entries of the window's shape."""


@slip(
    compares_with_maximum,
    {COMPARED: "mask = np.zeros(x.shape, dtype=bool)\nmask[np.argmax(x, axis=0)] = True"},
    "The mask of a maximum",
    test="anywhere",
    alone=True,
)
def marks_the_rows_of_the_column_maxima():
    """Your code marks the whole of each row in which a column has its largest entry. There is one maximum for the whole
    window, in one row and one column."""


@slip(
    compares_with_maximum,
    {COMPARED: "mask = np.zeros(x.shape, dtype=bool)\nmask[np.argmax(x, axis=0), np.argmax(x, axis=1)] = True"},
    "The mask of a maximum",
    test="anywhere",
    alone=True,
)
def pairs_the_positions_of_columns_and_rows():
    """Your code looks for the largest entry of each column and of each row, pairs their positions, and marks what these
    pairs point to. There is one maximum for the whole window."""


@slip(
    compares_with_maximum,
    {
        COMPARED: "mask = np.zeros(x.shape, dtype=bool)\nplace = (0, 0)\nfor i in range(x.shape[0]):\n    for j in range(x.shape[1]):\n        if x[i, j] > x[0, 0]:\n            place = (i, j)\nmask[place] = True"
    },
    "The mask of a maximum",
    test="anywhere",
    alone=True,
)
def forgets_the_largest_so_far():
    """Your code marks the last entry that is larger than the first one: the largest value so far is not kept when a
    larger one is found. Each entry should be compared with the largest one before it."""


@slip(
    compares_with_maximum,
    {
        COMPARED: "mask = np.zeros(x.shape, dtype=bool)\nlargest = 0\nplace = (0, 0)\nfor i in range(x.shape[0]):\n    for j in range(x.shape[1]):\n        if x[i, j] > largest:\n            largest = x[i, j]\n            place = (i, j)\nmask[place] = True"
    },
    "The mask of a maximum",
    test="negative",
    alone=True,
)
def starts_from_zero_at_the_first_entry():
    """Your code marks the first entry in a window without positive entries, as a search for the maximum does that
    starts at 0. Every window has a largest entry, whatever its sign."""
