"""Wrong versions of `distribute_value`: the wrong divisor, the wrong shape, or numbers cut to whole ones."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.styles.distribute_value import ones_times_average

AVERAGE = "average = dz / (n_H * n_W)"
FILLED = "a = np.ones(shape) * average"


@mistake("Sharing a value", test="square")
def divides_by_sum_of_sides(dz, shape):
    """Your code divides by the height plus the width, which gives the right number only for a window of 2 × 2.
    The value should be shared among all entries of the window, so count those."""
    (n_H, n_W) = shape
    average = dz / (n_H + n_W)
    a = np.ones(shape) * average
    return a


@mistake("Sharing a value", test="square")
def gives_everyone_the_whole(dz, shape):
    """Your code puts the whole value into every entry of the window.
    The entries should be equal shares of it, so that together they sum to the value."""
    (n_H, n_W) = shape
    average = dz
    a = np.ones(shape) * average
    return a


@mistake("Sharing a value", test="sides")
def divides_by_height_only(dz, shape):
    """Your code divides by the number of rows alone, so each column sums to the value.
    The whole window should sum to it: every entry counts."""
    (n_H, n_W) = shape
    average = dz / n_H
    a = np.full(shape, average)
    return a


@mistake("Sharing a value", test="sides")
def divides_by_width_only(dz, shape):
    """Your code divides by the number of columns alone, so each row sums to the value.
    The whole window should sum to it: every entry counts."""
    (n_H, n_W) = shape
    average = dz / n_W
    a = np.full(shape, average)
    return a


@mistake("Sharing a value", test="sides")
def assumes_square_window(dz, shape):
    """Your code counts the entries as the square of the height, which is right for square windows only.
    The width can be another number."""
    (n_H, n_W) = shape
    average = dz / (n_H**2)
    a = np.ones(shape) * average
    return a


@mistake("Sharing a value", test="one")
def divides_as_whole_numbers(dz, shape):
    """Your shares are rounded down to whole numbers, as a floor division does, so they do not sum to the value. They
    should be exact, with digits after the decimal point."""
    (n_H, n_W) = shape
    average = dz // (n_H * n_W)
    a = np.ones(shape) * average
    return a


@mistake("Sharing a value", test="one")
def stores_whole_numbers(dz, shape):
    """Your shares are whole numbers: what stands after the decimal point is cut off, by int() or by an array that holds
    whole numbers only. A share is a float."""
    (n_H, n_W) = shape
    a = np.zeros(shape, dtype=int)
    a[:, :] = dz / (n_H * n_W)
    return a


@mistake("Sharing a value", test="square")
def multiplies_instead_of_dividing(dz, shape):
    """Your code multiplies the value by the number of entries.
    Each entry should get a share of the value, so that all of them together sum to it."""
    (n_H, n_W) = shape
    average = dz * (n_H * n_W)
    a = np.ones(shape) * average
    return a


@mistake("Sharing a value", test="square")
def ignores_the_value(dz, shape):
    """Your code shares out 1 instead of the value that the function was given.
    The entries should sum to that value, whichever it is."""
    (n_H, n_W) = shape
    average = 1 / (n_H * n_W)
    a = np.ones(shape) * average
    return a


@mistake("Sharing a value", test="sides")
def returns_one_share(dz, shape):
    """Your code works out the share of one entry and returns that single number.
    Wanted is an array of the given shape with the share in every entry."""
    (n_H, n_W) = shape
    average = dz / (n_H * n_W)
    return average


@mistake("Sharing a value", test="sides")
def swaps_height_and_width(dz, shape):
    """Your array has its height and width exchanged, which only square windows forgive.
    Its shape should be the one that the function was given: rows first."""
    (n_H, n_W) = shape
    average = dz / (n_H * n_W)
    a = np.ones((n_W, n_H)) * average
    return a


@mistake("Sharing a value", test="sides")
def returns_flat_array(dz, shape):
    """Your code returns the shares in one long row.
    They should be arranged in an array of the given shape, with rows and columns."""
    (n_H, n_W) = shape
    average = dz / (n_H * n_W)
    a = np.array([average] * (n_H * n_W))
    return a


@mistake("Sharing a value", test="square")
def fills_the_first_row_only(dz, shape):
    """Your code gives shares to one row of the window and leaves the others at zero.
    Every entry should get its share, in all rows."""
    (n_H, n_W) = shape
    a = np.zeros(shape)
    for j in range(n_W):
        a[0, j] = dz / (n_H * n_W)
    return a


@mistake("Sharing a value", test="sides")
def divides_by_one_side_and_multiplies_by_the_other(dz, shape):
    """Your code divides by the height and then multiplies by the width, since Python goes from left to right.
    The value is shared among n_H times n_W entries: put that product into brackets."""
    (n_H, n_W) = shape
    average = dz / n_H * n_W
    a = np.ones(shape) * average
    return a


@mistake("Sharing a value", test="square")
def gives_the_sides_as_two_arguments(dz, shape):
    """Your code gives the two sides to NumPy as separate arguments, and NumPy takes the second for the type of the entries.
    The shape is one argument: a tuple of both."""
    (n_H, n_W) = shape
    average = dz / (n_H * n_W)
    a = np.ones(n_H, n_W) * average
    return a


@mistake("Sharing a value", test="square")
def fills_with_zeros(dz, shape):
    """Your array holds nothing but zeros: the share is not put into it, or zeros are multiplied by it and stay zeros.
    Every entry should hold the share."""
    (n_H, n_W) = shape
    average = dz / (n_H * n_W)
    a = np.zeros(shape) * average
    return a


@mistake("Sharing a value", test="square")
def fills_with_ones(dz, shape):
    """Your array holds ones: the share is not put into it. Every entry should hold the share."""
    (n_H, n_W) = shape
    a = np.ones(shape)
    return a


@mistake("Sharing a value", test="square")
def divides_the_entries_by_the_value(dz, shape):
    """Your code divides the number of entries by the value.
    It is the value that is divided, by the number of entries."""
    (n_H, n_W) = shape
    average = (n_H * n_W) / dz
    a = np.ones(shape) * average
    return a


@mistake("Sharing a value", test="square")
def shares_twice(dz, shape):
    """Your code divides by the number of entries twice, so all shares together are too little.
    The entries should sum to the value."""
    (n_H, n_W) = shape
    average = dz / (n_H * n_W)
    a = np.ones(shape) * average / (n_H * n_W)
    return a


@mistake("Sharing a value", test="square")
def always_divides_by_four(dz, shape):
    """Your code divides by 4, which is right only for a window of four entries, such as 2 × 2. The number of entries
    follows from the shape."""
    average = dz / 4
    a = np.ones(shape) * average
    return a


@mistake("Sharing a value", test="square")
def divides_by_the_number_of_axes(dz, shape):
    """Your code divides by 2 for every window, as where the length of the tuple is taken, which counts the axes.
    The value should be shared among the entries of the window, so count those."""
    average = dz / len(shape)
    a = np.ones(shape) * average
    return a


@mistake("Sharing a value", test="sides")
def takes_the_height_for_both_sides(dz, shape):
    """Your array has as many columns as rows, whatever the width is.
    Its shape should be the one that the function was given."""
    (n_H, n_W) = shape
    average = dz / (n_H * n_W)
    a = np.ones((n_H, n_H)) * average
    return a


@slip(ones_times_average, {FILLED: "a = np.full(average, shape)"}, "Sharing a value", test="square", alone=True)
def gives_the_share_as_a_shape():
    """Your code gives NumPy the share where it wants the shape of the array, as when the arguments of np.full are
    exchanged. The shape says how many rows and columns there are."""


@slip(ones_times_average, {FILLED: "a = np.ones(shape) + average"}, "Sharing a value", test="square", alone=True)
def adds_the_share_to_ones():
    """Your code adds the share to an array of ones, so every entry is too large by 1. Every entry should hold the share
    alone."""


@slip(ones_times_average, {AVERAGE: "average = round(dz / (n_H * n_W))"}, "Sharing a value", test="one", alone=True)
def rounds_the_shares():
    """Your shares are rounded to whole numbers, so they do not sum to the value. A share is a float."""


@slip(ones_times_average, {FILLED: "a = dz"}, "Sharing a value", test="square", alone=True)
def returns_the_value():
    """Your code returns the value as it came, as a single number. Wanted is an array of the given shape, with an
    equal share of it in every entry."""


@slip(
    ones_times_average, {FILLED: "a = np.zeros(shape)\na[0, 0] = average"}, "Sharing a value", test="square", alone=True
)
def gives_the_first_entry_its_share_only():
    """Only the first entry of your array gets a share, and the others stay zero. Every entry should get its
    share."""


@slip(ones_times_average, {FILLED: "a = np.zeros(shape)\na[0, 0] = dz"}, "Sharing a value", test="square", alone=True)
def gives_the_first_entry_everything():
    """The first entry of your array gets the whole value, and the others stay zero. The value should be shared
    equally among all entries."""


@slip(ones_times_average, {FILLED: "a = np.eye(n_H, n_W) * average"}, "Sharing a value", test="square", alone=True)
def fills_the_diagonal():
    """Your code gives shares to the diagonal of the window and leaves the rest at zero. Every entry should get its
    share."""


@slip(
    ones_times_average, {FILLED: "a = np.zeros(shape)\na[:, 0] = average"}, "Sharing a value", test="square", alone=True
)
def fills_the_first_column_only():
    """Your code gives shares to the first column of the window and leaves the others at zero. Every entry should get
    its share, in all columns."""


@slip(
    ones_times_average,
    {FILLED: "a = np.zeros(shape)\na[:-1, :-1] = average"},
    "Sharing a value",
    test="square",
    alone=True,
)
def leaves_the_last_row_and_column_out():
    """The last row and the last column of your array stay zero, as where loops stop one short. range(n) already ends
    before n, and every entry should get its share."""


@slip(
    ones_times_average,
    {FILLED: "a = np.zeros(shape)\na[1:, 1:] = average"},
    "Sharing a value",
    test="square",
    alone=True,
)
def leaves_the_first_row_and_column_out():
    """The first row and the first column of your array stay zero, as where loops begin at 1. The first index is 0."""


@slip(
    ones_times_average,
    {
        FILLED: "a = np.zeros(shape)\nfor i in range(n_H):\n    for j in range(n_W):\n        dz = dz / (n_H * n_W)\n        a[i, j] = dz"
    },
    "Sharing a value",
    test="square",
    alone=True,
)
def divides_again_in_every_pass():
    """Your code divides what is left of the value once more for each entry, so the shares become smaller from entry to
    entry. All shares should be equal."""


@slip(ones_times_average, {AVERAGE: "average = dz / (n_H * n_W - 1)"}, "Sharing a value", test="square", alone=True)
def divides_by_one_less():
    """Your code divides by one less than the number of entries. All of them get a share, so all should be counted."""


@slip(ones_times_average, {AVERAGE: "average = dz / np.sqrt(n_H * n_W)"}, "Sharing a value", test="square", alone=True)
def divides_by_the_root():
    """Your code divides by the square root of the number of entries. The shares should sum to the value, so it should
    be divided by the number itself."""


@slip(ones_times_average, {AVERAGE: "average = dz / (n_W * n_W)"}, "Sharing a value", test="sides", alone=True)
def squares_the_width():
    """Your code counts the entries as the square of the width, which is right for square windows only. The height
    can be another number."""


@slip(ones_times_average, {FILLED: "a = np.ones(shape) * average * dz"}, "Sharing a value", test="square", alone=True)
def multiplies_by_the_value_again():
    """Your code multiplies the shares by the value once more. They are shares of it already."""


@slip(
    ones_times_average, {FILLED: "a = np.ones((1, n_H * n_W)) * average"}, "Sharing a value", test="sides", alone=True
)
def makes_one_row_of_all():
    """Your shares stand in a matrix of one row. They should be arranged in an array of the given shape."""


@slip(
    ones_times_average, {FILLED: "a = np.ones((n_H * n_W, 1)) * average"}, "Sharing a value", test="sides", alone=True
)
def makes_one_column_of_all():
    """Your shares stand in a matrix of one column. They should be arranged in an array of the given shape."""


@slip(ones_times_average, {FILLED: "a = np.ones((1, n_W)) * average"}, "Sharing a value", test="sides", alone=True)
def makes_one_row():
    """Your array has one row only. It should have as many rows and columns as the given shape says."""


@slip(ones_times_average, {FILLED: "a = np.ones((n_H, 1)) * average"}, "Sharing a value", test="sides", alone=True)
def makes_one_column():
    """Your array has one column only. It should have as many rows and columns as the given shape says."""


@slip(ones_times_average, {FILLED: "a = np.ones((n_W, n_W)) * average"}, "Sharing a value", test="sides", alone=True)
def takes_the_width_for_both_sides():
    """Your array has as many rows as columns, whatever the height is. Its shape should be the one that was given to the
    function."""


@slip(ones_times_average, {FILLED: "a = np.ones(n_H) * average"}, "Sharing a value", test="sides", alone=True)
def makes_a_flat_array_of_the_height():
    """Your array has one axis, with as many entries as there are rows. It should have the shape that the function
    was given, with rows and columns."""


@slip(ones_times_average, {FILLED: "a = np.ones(n_W) * average"}, "Sharing a value", test="sides", alone=True)
def makes_a_flat_array_of_the_width():
    """Your array has one axis, with as many entries as there are columns. It should have the shape that the
    function was given, with rows and columns."""


@slip(
    ones_times_average,
    {FILLED: "a = np.zeros(shape)\nfor i in range(n_H):\n    for j in range(n_W):\n        a[j, i] = average"},
    "Sharing a value",
    test="sides",
    alone=True,
)
def exchanges_the_indices():
    """Your code goes over the array with rows and columns exchanged, in its loops or in its indices. The first index is
    the row."""


@slip(
    ones_times_average,
    {FILLED: "a = np.zeros(shape)\nfor i in range(n_H):\n    for j in range(n_H):\n        a[i, j] = average"},
    "Sharing a value",
    test="sides",
    alone=True,
)
def loops_over_the_height_twice():
    """Your loop over the columns runs as far as the height. It should run over the width."""


@slip(ones_times_average, {FILLED: "a = np.ones_like(shape) * average"}, "Sharing a value", test="sides", alone=True)
def makes_ones_like_the_shape():
    """Your array has two entries, one for each number of the shape. Those numbers say how many rows and columns it
    should have."""


@slip(ones_times_average, {FILLED: "a = np.full_like(shape, average)"}, "Sharing a value", test="sides", alone=True)
def fills_an_array_like_the_shape():
    """Your array has two entries, one for each number of the shape, and holds whole numbers only, as the shape does.
    Those numbers say how many rows and columns it should have."""
