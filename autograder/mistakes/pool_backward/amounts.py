"""Too much or too little of the right thing, a sum in the place of a product, and masks and shares of one's own."""

from autograder.catalogue import slip
from autograder.mistakes.pool_backward.lines import MASKED, SHAPE, SHARED, WINDOW
from autograder.reference import create_mask_from_window, distribute_value
from autograder.styles.pool_backward import printed_loops

MASK = "mask = create_mask_from_window(a_prev_slice)"
SIDES = "shape = (f, f)"
RETURN = "return dA_prev"


@slip(
    printed_loops, {MASK: "mask = np.max(a_prev_slice)"}, "The mask of a maximum", test="max-side-by-side", alone=True
)
def multiplies_by_the_maximum():
    """In mode "max" your code multiplies the entry of dA by the largest value of the window and gives that to all its
    entries. A mask should leave the entry of dA at the maximum, and nothing elsewhere."""


@slip(
    printed_loops,
    {MASKED: WINDOW + " += mask * np.mean(a_prev_slice)"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def masks_the_mean_of_the_input():
    """In mode "max" your code gives the mean of the window to its maximum. What comes back to the maximum is the
    entry of dA."""


@slip(
    printed_loops, {SHAPE: SHAPE + "\ndA = np.maximum(dA, 0)"}, "Pooling backward", test="max-side-by-side", alone=True
)
def lets_back_what_is_positive():
    """Your code leaves out the negative entries of dA, as a ReLU would on the way forward. The layer has no ReLU in
    it, and all of dA comes back."""


@slip(
    printed_loops,
    {MASKED: WINDOW + " += mask * max(dA[i, h, w, c], 0)"},
    "The mask of a maximum",
    test="max-side-by-side",
    alone=True,
)
def lets_back_what_is_positive_in_max_mode():
    """In mode "max" your code leaves out the negative entries of dA, as a ReLU would on the way forward. All of dA
    comes back."""


@slip(
    printed_loops,
    {MASKED: WINDOW + " += mask * (a_prev_slice > 0) * dA[i, h, w, c]"},
    "The mask of a maximum",
    test="max-overlap",
    alone=True,
)
def masks_by_the_sign_of_the_input():
    """In mode "max" your code gives nothing back to a maximum that is not positive, as a ReLU would. The maximum should
    get the entry of dA whatever its sign."""


@slip(
    printed_loops,
    {MASKED: WINDOW + " += mask + dA[i, h, w, c]"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def adds_mask_and_gradient():
    """In mode "max" your code adds the mask and the entry of dA together. They should be multiplied, so that the entry
    is left at the maximum and nothing elsewhere."""


@slip(printed_loops, {MASKED: MASKED + " / f"}, "The mask of a maximum", test="max-side-by-side", alone=True)
def divides_the_masked_gradient_by_the_side():
    """In mode "max" your code divides the entry of dA by the side of the window. The whole entry goes to the
    maximum."""


@slip(
    printed_loops,
    {MASKED: WINDOW + " -= mask * dA[i, h, w, c]", SHARED: WINDOW + " -= distribute_value(da, shape)"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def subtracts_what_comes_back():
    """Your gradient has the wrong sign: what comes back is subtracted where it should be added."""


@slip(
    printed_loops,
    {MASK: "mask = np.zeros((f, f))\nmask[np.argmax(a_prev_slice)] = 1"},
    "The mask of a maximum",
    test="max-side-by-side",
    alone=True,
)
def marks_a_row_by_the_flat_position():
    """In mode "max" your code uses what np.argmax returns as the number of a row: a whole row is marked, or the index
    is out of bounds. That number counts the entries of the flattened window."""


@slip(
    printed_loops,
    {MASK: "mask = a_prev_slice == np.min(a_prev_slice)"},
    "The mask of a maximum",
    test="max-side-by-side",
    alone=True,
)
def masks_the_minimum():
    """In mode "max" your code sends the entry of dA to the smallest entry of the window. Pooling passed on the
    largest one."""


@slip(
    printed_loops,
    {MASK: "mask = np.abs(a_prev_slice) == np.max(np.abs(a_prev_slice))"},
    "The mask of a maximum",
    test="max-side-by-side",
    alone=True,
)
def masks_the_largest_magnitude():
    """In mode "max" your code compares absolute values, so that a large negative entry can get the gradient. The
    maximum is the entry that is largest with its sign."""


@slip(
    printed_loops,
    {MASK: "mask = a_prev_slice >= np.mean(a_prev_slice)"},
    "The mask of a maximum",
    test="max-side-by-side",
    alone=True,
)
def masks_what_is_not_below_the_average():
    """In mode "max" your code gives the entry of dA to all entries of the window that are not below its mean. Only
    the maximum should get it."""


@slip(printed_loops, {RETURN: "return dA_prev / (f * f)"}, "Pooling backward", test="max-side-by-side", alone=True)
def divides_everything_by_the_window():
    """Your code divides by the number of entries of the window in both modes. The maximum should get its entry of dA
    whole, and the shares that distribute_value gives are divided already."""


@slip(printed_loops, {MASK: "mask = a_prev_slice > 0"}, "The mask of a maximum", test="max-side-by-side", alone=True)
def masks_what_is_positive():
    """In mode "max" your code gives the entry of dA to all positive entries of the window, as for a ReLU. Only the
    maximum should get it."""


@slip(
    printed_loops,
    {MASK: "mask = a_prev_slice < np.max(a_prev_slice)"},
    "The mask of a maximum",
    test="max-side-by-side",
    alone=True,
)
def masks_all_but_the_maximum():
    """In mode "max" your code gives the entry of dA to all entries of the window but the largest one. It is the
    largest that should get it."""


@slip(
    printed_loops,
    {MASK: "mask = a_prev_slice == np.max(a_prev_slice, axis=0)"},
    "The mask of a maximum",
    test="max-side-by-side",
    alone=True,
)
def masks_the_maximum_of_each_column():
    """In mode "max" your code marks the largest entry of each column of the window. There is one maximum for the
    whole window."""


@slip(
    printed_loops,
    {MASK: "mask = a_prev_slice == np.max(a_prev_slice, axis=1, keepdims=True)"},
    "The mask of a maximum",
    test="max-side-by-side",
    alone=True,
)
def masks_the_maximum_of_each_row():
    """In mode "max" your code marks the largest entry of each row of the window. There is one maximum for the whole
    window."""


@slip(
    printed_loops,
    {MASK: "mask = a_prev_slice == np.max(a_prev)"},
    "The mask of a maximum",
    test="max-side-by-side",
    alone=True,
)
def compares_with_the_maximum_of_the_image():
    """In mode "max" your code compares the window with the largest entry of the whole image, over all its channels.
    Each window has a maximum of its own."""


@slip(
    printed_loops,
    {MASK: "mask = a_prev_slice == np.max(a_prev[:, :, c])"},
    "The mask of a maximum",
    test="max-side-by-side",
    alone=True,
)
def compares_with_the_maximum_of_the_channel():
    """In mode "max" your code compares the window with the largest entry of the whole channel. Each window has a
    maximum of its own."""


@slip(
    printed_loops,
    {MASK: "mask = a_prev_slice == np.max(A_prev)"},
    "The mask of a maximum",
    test="max-side-by-side",
    alone=True,
)
def compares_with_the_maximum_of_the_batch():
    """In mode "max" your code compares the window with the largest entry of the whole batch. Each window has a
    maximum of its own."""


@slip(
    printed_loops,
    {
        SHARED: WINDOW
        + " += distribute_value(da, shape) * create_mask_from_window(a_prev[vert_start:vert_end, horiz_start:horiz_end, c])"
    },
    "Sharing a value",
    test="average-side-by-side",
    alone=True,
)
def masks_the_shares():
    """In mode "average" your code masks the shares, so that only the largest entry of the window gets one. Every
    entry should get its share."""


@slip(
    printed_loops,
    {SHARED: WINDOW + " += distribute_value(da, shape) * da"},
    "Sharing a value",
    test="average-side-by-side",
    alone=True,
)
def shares_the_square():
    """In mode "average" your code multiplies the shares by the entry of dA once more. They are shares of it
    already."""


@slip(printed_loops, {SHARED: WINDOW + " += da / (f + f)"}, "Sharing a value", test="average-sum", alone=True)
def divides_by_the_sum_of_the_sides():
    """In mode "average" your code divides by the sum of the two sides of the window. It should divide by the number
    of all entries, so that the shares sum to the entry of dA."""


@slip(printed_loops, {SHARED: WINDOW + " += da // (f * f)"}, "Sharing a value", test="average-sum", alone=True)
def divides_as_whole_numbers():
    """In mode "average" your code divides as whole numbers, so what is left over is lost. The shares should be
    exact."""


@slip(printed_loops, {SHARED: WINDOW + " += da / 4"}, "Sharing a value", test="average-sum", alone=True)
def always_divides_by_four():
    """In mode "average" your code divides by 4 whatever f is. The number of entries in a window follows from f."""


@slip(
    printed_loops, {SIDES: "shape = (n_H_prev, n_W_prev)"}, "Pooling backward", test="average-side-by-side", alone=True
)
def shares_over_the_input_shape():
    """In mode "average" your code shares dA out over an array of the input's height and width. It should be shared
    over the window."""


@slip(
    printed_loops,
    {SHARED: WINDOW + " += da / (n_H_prev * n_W_prev)"},
    "Sharing a value",
    test="average-side-by-side",
    alone=True,
)
def divides_by_the_input_size():
    """In mode "average" your code divides the entry of dA by the height times the width of the input. It should be
    shared among the entries of the window, so count those."""


@slip(printed_loops, {SHARED: WINDOW + " += da / (stride * stride)"}, "Sharing a value", test="average-sum", alone=True)
def divides_by_the_stride():
    """In mode "average" your code divides by the square of the stride. It should divide by the number of entries in
    the window, which follows from f."""


@slip(
    printed_loops,
    {MASKED: "a_prev[vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def adds_to_the_input_in_max_mode():
    """In mode "max" your code adds what comes back to the input, and the gradient stays zero. What comes back belongs
    in an array of its own."""


@slip(printed_loops, {MASKED: ""}, "Pooling backward", test="max-side-by-side", alone=True)
def forgets_max_mode():
    """In mode "max" your gradient stays zero: nothing is added to it. What comes back to the maximum of a window is
    the entry of dA."""
