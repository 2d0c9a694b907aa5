"""Wrong versions of `dense_weights_to_torch`: the order of the flattened numbers, or the shape of the results."""

from autograder.catalogue import mistake, slip
from autograder.styles.dense_weights_to_torch import step_by_step


@mistake("The dense layer behind a flatten", test="weight")
def only_transposes(W, b, shape):
    """Your weight has the right shape, but its columns are in the order of a flatten with the channels last.
    PyTorch flattens with the channels first, and the columns have to follow."""
    weight = W.T
    bias = b.reshape(-1)
    return weight, bias


@mistake("The dense layer behind a flatten", test="one-channel")
def leaves_the_weights_as_they_are(W, b, shape):
    """Your code returns the weights as they were. PyTorch keeps one row for each unit and one column for each input,
    and its flatten has another order."""
    weight = W
    bias = b.reshape(-1)
    return weight, bias


@slip(
    step_by_step,
    {
        "W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))": "W_moved = np.transpose(W_unfolded, (2, 0, 1, 3))",
        "weight = W_moved.reshape(n, n_C * n_H * n_W)": "weight = W_moved.reshape(n_C * n_H * n_W, n)",
    },
    "The dense layer behind a flatten",
    test="one-channel",
)
def forgets_to_transpose():
    """Your code puts the inputs into PyTorch's order, but leaves one row for each input.
    PyTorch's weight has one row for each unit of the layer."""


@slip(
    step_by_step,
    {"W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))": "W_moved = W_unfolded"},
    "The dense layer behind a flatten",
    test="one-channel",
)
def reshapes_to_the_wanted_shape():
    """Your code gives the weights the wanted shape and leaves the numbers in their old order, so that the units get
    mixed up. The axes have to change places, and the numbers with them."""


@slip(
    step_by_step,
    {"W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))": "W_moved = np.transpose(W_unfolded, (3, 2, 1, 0))"},
    "The dense layer behind a flatten",
    test="sides",
)
def swaps_rows_and_columns():
    """Your code puts the channels in front, but exchanges the rows and the columns of the image on the way.
    Rows come before columns in both layouts."""


@slip(step_by_step, {"bias = b.reshape(-1)": "bias = b"}, "The dense layer behind a flatten", test="bias")
def keeps_the_shape_of_the_bias():
    """Your bias keeps its two axes. For PyTorch it is an array with one axis and one number for each unit."""


@slip(step_by_step, {"bias = b.reshape(-1)": "bias = np.squeeze(b)"}, "The dense layer behind a flatten", test="bias")
def squeezes_the_bias():
    """With a single unit your bias has no axis, as where every axis of length one is removed. It should have exactly
    one axis in that case, too."""


@slip(
    step_by_step,
    {"W_unfolded = W.reshape(n_H, n_W, n_C, n)": "W_unfolded = W.reshape(n_C, n_H, n_W, n)"},
    "The dense layer behind a flatten",
    test="weight",
)
def unfolds_with_the_channels_first():
    """Your code unfolds W so that what runs fastest is as long as the image has columns, as where the channels are put
    first, or the sizes are taken in another order. Its inputs are rows, columns and channels, and the channels run
    fastest."""


@slip(
    step_by_step, {"n_H, n_W, n_C = shape": "n_C, n_H, n_W = shape"}, "The dense layer behind a flatten", test="weight"
)
def takes_the_shape_apart_in_another_order():
    """Your code takes the first of the three sizes in shape for the number of channels. They are rows, columns and
    channels, in this order."""


@slip(
    step_by_step,
    {
        "W_unfolded = W.reshape(n_H, n_W, n_C, n)": "W_unfolded = W.reshape(n, n_H, n_W, n_C)",
        "W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))": "W_moved = np.transpose(W_unfolded, (0, 3, 1, 2))",
    },
    "The dense layer behind a flatten",
    test="weight",
)
def unfolds_with_the_units_first():
    """Your code unfolds W as if the units came first. Its first axis is that of the inputs, and only this one is folded;
    the units are the last axis."""


@slip(
    step_by_step,
    {"W_unfolded = W.reshape(n_H, n_W, n_C, n)": "W_unfolded = W.T.reshape(n_H, n_W, n_C, n)"},
    "The dense layer behind a flatten",
    test="weight",
)
def unfolds_what_is_transposed_already():
    """Your code transposes W, and then unfolds it as if the inputs still came first.
    After a transpose the first axis is that of the units."""


@slip(
    step_by_step,
    {
        "W_unfolded = W.reshape(n_H, n_W, n_C, n)": "W_unfolded = W.T.reshape(n, n_C, n_H, n_W)",
        "W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))": "W_moved = np.transpose(W_unfolded, (0, 2, 3, 1))",
    },
    "The dense layer behind a flatten",
    test="weight",
)
def goes_the_other_way():
    """Your code takes the inputs from PyTorch's order to ours. W has our order, with the channels last,
    and the other direction is wanted."""


@slip(
    step_by_step,
    {"W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))": "W_moved = np.transpose(W_unfolded, (0, 3, 1, 2))"},
    "The dense layer behind a flatten",
    test="weight",
)
def moves_the_axes_as_those_of_images():
    """Your axes are rows, units, columns and channels when they are folded, as where they are moved like those of a
    batch of images. The units should come first, then channels, rows and columns."""


@slip(
    step_by_step,
    {
        "W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))": "W_moved = np.transpose(W_unfolded, (2, 0, 1, 3))",
        "weight = W_moved.reshape(n, n_C * n_H * n_W)": "weight = W_moved.reshape(n, -1)",
    },
    "The dense layer behind a flatten",
    test="weight",
)
def folds_with_the_units_last():
    """Your code brings the channels to the front, but leaves the units at the end, and folds as if they came first,
    so that inputs and units get mixed up. The units should be the first axis before the others are folded."""


@slip(
    step_by_step,
    {"weight = W_moved.reshape(n, n_C * n_H * n_W)": "weight = W_moved.reshape(-1, n).T"},
    "The dense layer behind a flatten",
    test="weight",
)
def folds_the_units_with_the_inputs():
    """Your axes are in the right order before you fold them, with the units first, but then you fold as if they were
    the last, so that inputs and units get mixed up. The fold should leave the first axis as it is."""


@slip(
    step_by_step,
    {"weight = W_moved.reshape(n, n_C * n_H * n_W)": "weight = W_moved.reshape(-1, n)"},
    "The dense layer behind a flatten",
    test="one-channel",
)
def folds_into_a_row_for_each_input():
    """Your axes are in the right order before you fold them, with the units first, but you fold them into one row for
    each input. One row for each unit is wanted, which keeps the first axis."""


@slip(
    step_by_step,
    {"weight = W_moved.reshape(n, n_C * n_H * n_W)": "weight = W_moved"},
    "The dense layer behind a flatten",
    test="weight",
)
def leaves_four_axes():
    """Your weight still has four axes. Units, channels, rows and columns are in order;
    the last three of them should be folded together."""


@slip(
    step_by_step,
    {"W_unfolded = W.reshape(n_H, n_W, n_C, n)": 'W_unfolded = W.reshape((n_H, n_W, n_C, n), order="F")'},
    "The dense layer behind a flatten",
    test="weight",
)
def unfolds_by_columns():
    """Your code unfolds the inputs as if the rows ran fastest and the channels slowest, as in the order of Fortran.
    Our flatten has the channels run fastest, as a reshape does by itself."""


@slip(
    step_by_step,
    {"weight = W_moved.reshape(n, n_C * n_H * n_W)": 'weight = W_moved.reshape((n, n_C * n_H * n_W), order="F")'},
    "The dense layer behind a flatten",
    test="weight",
)
def folds_by_columns():
    """In each row of your weight the channels run fastest and the columns slowest, as from a fold in the order of Fortran.
    PyTorch's flatten goes channel after channel, and in each of them row after row."""


@slip(
    step_by_step,
    {"W_unfolded = W.reshape(n_H, n_W, n_C, n)": "W_unfolded = W.reshape(n_H, n_W, n_C, n)[::-1, ::-1]"},
    "The dense layer behind a flatten",
    test="weight",
)
def turns_the_images_around():
    """Your code turns rows and columns around, so that the last pixel comes first.
    They change their places among the axes, but within them everything keeps its order."""


@slip(step_by_step, {"n = W.shape[1]": "n = W.shape[0]"}, "The dense layer behind a flatten", test="one-channel")
def takes_the_inputs_for_the_units():
    """Your code takes the number of inputs for the number of units. W has one row for each input
    and one column for each unit."""


@slip(
    step_by_step,
    {"n_H, n_W, n_C = shape": "n_H, n_W, n_C = 2, 2, 32"},
    "The dense layer behind a flatten",
    test="one-channel",
)
def writes_the_shape_of_the_notebook():
    """Your code unfolds into 2 rows, 2 columns and 32 channels, as the network of section 7.4 has them, whatever
    shape it is given. The three sizes should come from shape."""


@slip(step_by_step, {"bias = b.reshape(-1)": "bias = b.T"}, "The dense layer behind a flatten", test="bias")
def makes_a_column_of_the_bias():
    """Your bias is a column, with two axes. For PyTorch it is an array with one axis and one number for each unit."""


@slip(step_by_step, {"bias = b.reshape(-1)": "bias = b[0, :1]"}, "The dense layer behind a flatten", test="bias")
def takes_the_first_bias():
    """Your code returns the bias of the first unit alone. There is one for each unit, and all of them are needed."""


@slip(step_by_step, {"bias = b.reshape(-1)": "bias = b[0, 0]"}, "The dense layer behind a flatten", test="bias")
def takes_one_number_for_the_bias():
    """Your bias is a single number, that of the first unit. There is one for each unit: an array with one axis."""


@slip(step_by_step, {"bias = b.reshape(-1)": "bias = np.zeros(n)"}, "The dense layer behind a flatten", test="bias")
def makes_new_biases_of_zeros():
    """Your bias holds only zeros, one for each unit. It should hold the numbers that are in b."""


@slip(
    step_by_step,
    {"bias = b.reshape(-1)": "bias = b.reshape(-1)[::-1]"},
    "The dense layer behind a flatten",
    test="bias",
)
def reverses_the_biases():
    """Your biases come in reverse order. The first one should stay with the first unit."""


@slip(step_by_step, {"return weight, bias": "return bias, weight"}, "The dense layer behind a flatten", test="bias")
def returns_the_bias_first():
    """Your function returns the bias first and the weight second. The weight should come first."""


@slip(
    step_by_step,
    {"W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))": "W_moved = np.transpose(W_unfolded, (2, 3, 0, 1))"},
    "The dense layer behind a flatten",
    test="weight",
)
def folds_with_the_channels_before_the_units():
    """Your code puts the channels in front of the units, and folds as if the units came first, so that inputs and units
    get mixed up. The order of the axes should be units, channels, rows, columns."""


@slip(step_by_step, {"n = W.shape[1]": "n = b.shape[0]"}, "The dense layer behind a flatten", test="weight", alone=True)
def takes_one_for_the_number_of_units():
    """Your code unfolds the weights as if there were a single unit. The first axis of the bias has the length 1 and
    does not count the units; its last axis does, and so does that of the weights."""
