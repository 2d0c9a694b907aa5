"""An index that is forgotten, that stands on the wrong axis, or that is another one."""

from autograder.catalogue import slip
from autograder.mistakes.pool_backward.lines import MASKED, SHAPE, SHARED, SLICE, WINDOW
from autograder.reference import create_mask_from_window, distribute_value
from autograder.styles.pool_backward import printed_loops

ENTRY = "da = dA[i, h, w, c]"


@slip(
    printed_loops,
    {
        MASKED: "dA_prev[vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]",
        SHARED: "dA_prev[vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, shape)",
    },
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def leaves_the_example_out():
    """Your code adds to the gradient without choosing the example, so that rows are taken for examples, and columns
    for rows. The first index is the example."""


@slip(
    printed_loops,
    {MASKED: "dA_prev[vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def leaves_the_example_out_in_max_mode():
    """In mode "max" your code adds to the gradient without choosing the example, so that rows are taken for
    examples, and columns for rows. The first index is the example."""


@slip(
    printed_loops,
    {SHARED: "dA_prev[vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, shape)"},
    "Pooling backward",
    test="average-side-by-side",
    alone=True,
)
def leaves_the_example_out_in_average_mode():
    """In mode "average" your code adds to the gradient without choosing the example, so that rows are taken for
    examples, and columns for rows. The first index is the example."""


@slip(
    printed_loops,
    {MASKED: "dA_prev[:, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def adds_to_every_example_in_max_mode():
    """In mode "max" your code adds what comes back from each example to all examples of the batch. It belongs to
    the example that it came from."""


@slip(
    printed_loops,
    {SHARED: "dA_prev[:, vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, shape)"},
    "Pooling backward",
    test="average-side-by-side",
    alone=True,
)
def adds_to_every_example_in_average_mode():
    """In mode "average" your code adds what comes back from each example to all examples of the batch. It belongs
    to the example that it came from."""


@slip(
    printed_loops,
    {
        MASKED: "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end] += mask * dA[i, h, w, c]",
        SHARED: "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end] += distribute_value(da, shape)",
    },
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def adds_a_window_to_all_channels():
    """Your code adds to a window of all channels, into which the mask and the shares of one channel do not fit.
    They belong to channel c alone."""


@slip(
    printed_loops,
    {MASKED: "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end] += mask * dA[i, h, w, c]"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def adds_a_window_to_all_channels_in_max_mode():
    """In mode "max" your code adds to a window of all channels, into which the mask of one channel does not fit. It
    belongs to channel c alone."""


@slip(
    printed_loops,
    {SHARED: "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end] += distribute_value(da, shape)"},
    "Pooling backward",
    test="average-side-by-side",
    alone=True,
)
def adds_a_window_to_all_channels_in_average_mode():
    """In mode "average" your code adds to a window of all channels, into which the shares of one channel do not
    fit. They belong to channel c alone."""


@slip(
    printed_loops,
    {MASKED: WINDOW + " += mask * dA[i, h, w]", ENTRY: "da = dA[i, h, w]"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def reads_the_gradient_without_the_channel():
    """Your code takes the entries of dA of all channels together. What comes back to a window of channel c is the one
    entry of this channel."""


@slip(
    printed_loops,
    {MASKED: WINDOW + " += mask * dA[h, w, c]", ENTRY: "da = dA[h, w, c]"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def reads_the_gradient_without_the_example():
    """Your code reads dA with row, column and channel alone, so these indices fall on the axes of examples, rows and
    columns. The first index is the example."""


@slip(
    printed_loops,
    {MASKED: WINDOW + " += mask * dA[0, h, w, c]", ENTRY: "da = dA[0, h, w, c]"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def reads_the_gradient_of_the_first_example():
    """Your code reads dA of the first example for every example of the batch. Each example has a dA of its own."""


@slip(
    printed_loops,
    {MASKED: WINDOW + " += mask * dA[i, h, w, 0]", ENTRY: "da = dA[i, h, w, 0]"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def reads_the_first_channel_of_the_gradient():
    """Your code reads the first channel of dA for every channel. Each channel of the input should get what comes back
    from the same channel of dA."""


@slip(printed_loops, {MASKED: WINDOW + " += mask * dA[i, w, h, c]"}, "Pooling backward", test="sides", alone=True)
def exchanges_the_indices_of_the_gradient_in_max_mode():
    """In mode "max" your code looks up dA with the column in front of the row. Its axes are examples, height,
    width, channels, so the row comes first."""


@slip(printed_loops, {ENTRY: "da = dA[i, w, h, c]"}, "Pooling backward", test="sides", alone=True)
def exchanges_the_indices_of_the_gradient_in_average_mode():
    """In mode "average" your code looks up dA with the column in front of the row. Its axes are examples, height,
    width, channels, so the row comes first."""


@slip(printed_loops, {SHAPE: "m, n_C, n_H, n_W = dA.shape"}, "Pooling backward", test="shape", alone=True)
def unpacks_the_gradient_channels_first():
    """Your code reads the shape of dA as if the channels came right after the examples. The axes are examples, height,
    width, channels."""


@slip(
    printed_loops,
    {SLICE: "a_prev_slice = a_prev[c, vert_start:vert_end, horiz_start:horiz_end]"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def takes_windows_channels_first():
    """Your windows of the input are cut as if the channel were the first axis of an image. Its axes are height,
    width, channels, so that the channel comes last."""


@slip(
    printed_loops,
    {SHARED: "dA_prev[i, vert_start, horiz_start, c] += da"},
    "Sharing a value",
    test="average-side-by-side",
    alone=True,
)
def adds_in_average_mode_to_one_entry():
    """In mode "average" your code gives the whole entry of dA to the first entry of the window. It should be shared
    among all of them."""


@slip(
    printed_loops,
    {MASKED: "dA_prev[i, vert_start, horiz_start, c] += dA[i, h, w, c]"},
    "The mask of a maximum",
    test="max-side-by-side",
    alone=True,
)
def gives_the_maximum_to_the_first_entry():
    """In mode "max" your code gives the entry of dA to the first entry of the window. It belongs to the largest
    one."""


@slip(printed_loops, {SHARED: "dA_prev[i, h, w, c] += da"}, "Sharing a value", test="average-side-by-side", alone=True)
def adds_in_average_mode_at_the_output():
    """In mode "average" your code gives the whole entry of dA to one entry of the gradient, the one at the indices of
    the output. It should be shared among all entries of the window."""


@slip(
    printed_loops,
    {MASKED: "dA_prev[i, h, w, c] += dA[i, h, w, c]"},
    "The mask of a maximum",
    test="max-side-by-side",
    alone=True,
)
def adds_in_max_mode_at_the_output():
    """In mode "max" your code gives the entry of dA to one entry of the gradient, the one at the indices of the output.
    It belongs to the largest entry of the window."""


@slip(
    printed_loops,
    {MASKED: "dA_prev[i, h, w, c] += np.max(a_prev_slice)"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def writes_the_pooled_values():
    """In mode "max" your code adds the pooled values to the gradient, at the indices of the output, as on the way
    forward. What comes back to the maximum is the entry of dA."""


@slip(
    printed_loops,
    {
        MASKED: "row, column = np.unravel_index(np.argmax(a_prev_slice), a_prev_slice.shape)\ndA_prev[i, row, column, c] += dA[i, h, w, c]"
    },
    "The mask of a maximum",
    test="max-side-by-side",
    alone=True,
)
def places_the_maximum_from_the_corner():
    """In mode "max" your code uses the place of the maximum within the window as a place in the image. The start of
    the window has to be added to it."""


@slip(
    printed_loops,
    {
        MASKED: "row, column = np.unravel_index(np.argmax(a_prev_slice), a_prev_slice.shape)\ndA_prev[i, vert_start + column, horiz_start + row, c] += dA[i, h, w, c]"
    },
    "The mask of a maximum",
    test="max-side-by-side",
    alone=True,
)
def exchanges_row_and_column_of_the_maximum():
    """In mode "max" your code exchanges the row and the column of the maximum within the window. The first of the
    two is the row."""


@slip(
    printed_loops,
    {
        MASKED: "row, column = np.unravel_index(np.argmax(a_prev_slice), a_prev_slice.shape)\ndA_prev[i, vert_start + row, horiz_start + column, c] = dA[i, h, w, c]"
    },
    "Pooling backward",
    test="max-overlap",
    alone=True,
)
def overwrites_at_the_maximum():
    """In mode "max", where an entry is the largest of several windows, your code keeps only what comes back from the
    last of them. The entry should get the sum of what comes back from all."""


@slip(
    printed_loops, {ENTRY: "da = np.sum(dA[i, :, :, c])"}, "Pooling backward", test="average-side-by-side", alone=True
)
def shares_the_sum_of_the_channel():
    """In mode "average" your code shares out the sum of dA over all places of this example and channel. Each window
    should share its own entry of dA."""


@slip(
    printed_loops,
    {SHARED: WINDOW + " += np.mean(a_prev[vert_start:vert_end, horiz_start:horiz_end, c])"},
    "Pooling backward",
    test="average-side-by-side",
    alone=True,
)
def gives_everyone_the_mean_of_the_input():
    """In mode "average" your code adds to each window of the gradient the mean of the input, which is what pooling gave
    on the way forward. What comes back is the entry of dA, in equal shares."""


@slip(printed_loops, {ENTRY: "da = dA[i, h, w, c] / f"}, "Sharing a value", test="average-sum", alone=True)
def divides_by_the_side_before_sharing():
    """In mode "average" your code divides the entry of dA by the side of the window as well as by the number of its
    entries. The shares of one window should sum to its entry of dA."""


@slip(
    printed_loops, {ENTRY: "da = np.mean(dA[i, :, :, c])"}, "Pooling backward", test="average-side-by-side", alone=True
)
def shares_the_mean_of_the_channel():
    """In mode "average" your code shares out the mean of dA over all places of this example and channel. Each
    window should share its own entry of dA."""


@slip(
    printed_loops,
    {MASKED: WINDOW + " += mask @ dA[i, vert_start:vert_end, horiz_start:horiz_end, c]"},
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def multiplies_masks_and_windows_of_the_gradient_as_matrices():
    """In mode "max" your code takes the matrix product of the mask and a window of dA. One window of the input gave
    one entry of the output, and the mask is multiplied by that one."""


@slip(
    printed_loops,
    {
        "a_prev = A_prev[i]": "a_prev = A_prev",
        MASKED: "dA_prev[vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]",
        SHARED: "dA_prev[vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, shape)",
    },
    "Pooling backward",
    test="max-side-by-side",
    alone=True,
)
def leaves_the_example_out_everywhere():
    """Your code cuts its windows out of the batch, and adds to the gradient, without choosing the example, so that rows
    are taken for examples, and columns for rows. The first index is the example."""
