"""Wrong versions of `dense_weights_to_torch`: the order of the flattened numbers, or the shape of the results."""

import numpy as np

from autograder.catalogue import mistake


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


@mistake("The dense layer behind a flatten", test="one-channel")
def forgets_to_transpose(W, b, shape):
    """Your code puts the inputs into PyTorch's order, but leaves one row for each input.
    PyTorch's weight has one row for each unit of the layer."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    W_unfolded = W.reshape(n_H, n_W, n_C, n)
    W_moved = np.transpose(W_unfolded, (2, 0, 1, 3))
    weight = W_moved.reshape(n_C * n_H * n_W, n)
    bias = b.reshape(-1)
    return weight, bias


@mistake("The dense layer behind a flatten", test="one-channel")
def reshapes_to_the_wanted_shape(W, b, shape):
    """Your code gives the weights the wanted shape and leaves the numbers in their old order, so that the units get
    mixed up. The axes have to change places, and the numbers with them."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    W_unfolded = W.reshape(n_H, n_W, n_C, n)
    W_moved = W_unfolded
    weight = W_moved.reshape(n, n_C * n_H * n_W)
    bias = b.reshape(-1)
    return weight, bias


@mistake("The dense layer behind a flatten", test="sides")
def swaps_rows_and_columns(W, b, shape):
    """Your code puts the channels in front, but exchanges the rows and the columns of the image on the way.
    Rows come before columns in both layouts."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    W_unfolded = W.reshape(n_H, n_W, n_C, n)
    W_moved = np.transpose(W_unfolded, (3, 2, 1, 0))
    weight = W_moved.reshape(n, n_C * n_H * n_W)
    bias = b.reshape(-1)
    return weight, bias


@mistake("The dense layer behind a flatten", test="bias")
def keeps_the_shape_of_the_bias(W, b, shape):
    """Your bias keeps its two axes. For PyTorch it is an array with one axis and one number for each unit."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    W_unfolded = W.reshape(n_H, n_W, n_C, n)
    W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))
    weight = W_moved.reshape(n, n_C * n_H * n_W)
    bias = b
    return weight, bias


@mistake("The dense layer behind a flatten", test="bias")
def squeezes_the_bias(W, b, shape):
    """Your code removes every axis of length one from the bias. With a single unit no axis is left then;
    the bias should have exactly one axis in that case, too."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    W_unfolded = W.reshape(n_H, n_W, n_C, n)
    W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))
    weight = W_moved.reshape(n, n_C * n_H * n_W)
    bias = np.squeeze(b)
    return weight, bias


@mistake("The dense layer behind a flatten", test="weight")
def unfolds_with_the_channels_first(W, b, shape):
    """Your code unfolds the inputs as if the channels came first. W stands behind a flatten with the channels last:
    it unfolds into rows, columns, channels, and only then do the channels come to the front."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    W_unfolded = W.reshape(n_C, n_H, n_W, n)
    W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))
    weight = W_moved.reshape(n, n_C * n_H * n_W)
    bias = b.reshape(-1)
    return weight, bias


@mistake("The dense layer behind a flatten", test="weight")
def takes_the_shape_apart_in_another_order(W, b, shape):
    """Your code takes the three sizes in shape for channels, rows and columns.
    They are rows, columns and channels, in this order."""
    n_C, n_H, n_W = shape
    n = W.shape[1]
    W_unfolded = W.reshape(n_H, n_W, n_C, n)
    W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))
    weight = W_moved.reshape(n, n_C * n_H * n_W)
    bias = b.reshape(-1)
    return weight, bias


@mistake("The dense layer behind a flatten", test="weight")
def unfolds_with_the_units_first(W, b, shape):
    """Your code unfolds W as if the units came first. Its first axis is that of the inputs, and only this one is folded;
    the units are the last axis."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    W_unfolded = W.reshape(n, n_H, n_W, n_C)
    W_moved = np.transpose(W_unfolded, (0, 3, 1, 2))
    weight = W_moved.reshape(n, n_C * n_H * n_W)
    bias = b.reshape(-1)
    return weight, bias


@mistake("The dense layer behind a flatten", test="weight")
def unfolds_what_is_transposed_already(W, b, shape):
    """Your code transposes W, and then unfolds it as if the inputs still came first.
    After a transpose the first axis is that of the units."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    W_unfolded = W.T.reshape(n_H, n_W, n_C, n)
    W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))
    weight = W_moved.reshape(n, n_C * n_H * n_W)
    bias = b.reshape(-1)
    return weight, bias


@mistake("The dense layer behind a flatten", test="weight")
def goes_the_other_way(W, b, shape):
    """Your code takes the inputs from PyTorch's order to ours. W has our order, with the channels last,
    and the other direction is wanted."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    W_unfolded = W.T.reshape(n, n_C, n_H, n_W)
    W_moved = np.transpose(W_unfolded, (0, 2, 3, 1))
    weight = W_moved.reshape(n, n_C * n_H * n_W)
    bias = b.reshape(-1)
    return weight, bias


@mistake("The dense layer behind a flatten", test="weight")
def moves_the_axes_as_those_of_images(W, b, shape):
    """Your code moves the unfolded axes as those of a batch of images. They begin with rows and columns,
    and end with the units; the units should come first, then channels, rows and columns."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    W_unfolded = W.reshape(n_H, n_W, n_C, n)
    W_moved = np.transpose(W_unfolded, (0, 3, 1, 2))
    weight = W_moved.reshape(n, n_C * n_H * n_W)
    bias = b.reshape(-1)
    return weight, bias


@mistake("The dense layer behind a flatten", test="weight")
def folds_with_the_units_last(W, b, shape):
    """Your code brings the channels to the front, but leaves the units at the end, and folds as if they came first,
    so that inputs and units get mixed up. The units should be the first axis before the others are folded."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    W_unfolded = W.reshape(n_H, n_W, n_C, n)
    W_moved = np.transpose(W_unfolded, (2, 0, 1, 3))
    weight = W_moved.reshape(n, -1)
    bias = b.reshape(-1)
    return weight, bias


@mistake("The dense layer behind a flatten", test="weight")
def folds_the_units_with_the_inputs(W, b, shape):
    """Your axes are in the right order before you fold them, with the units first, but then you fold as if they were the
    last, so that inputs and units get mixed up. No transpose afterwards can mend that."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    W_unfolded = W.reshape(n_H, n_W, n_C, n)
    W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))
    weight = W_moved.reshape(-1, n).T
    bias = b.reshape(-1)
    return weight, bias


@mistake("The dense layer behind a flatten", test="one-channel")
def folds_into_a_row_for_each_input(W, b, shape):
    """Your axes are in the right order before you fold them, with the units first, but you fold them into one row for
    each input. One row for each unit is wanted, which keeps the first axis."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    W_unfolded = W.reshape(n_H, n_W, n_C, n)
    W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))
    weight = W_moved.reshape(-1, n)
    bias = b.reshape(-1)
    return weight, bias


@mistake("The dense layer behind a flatten", test="weight")
def leaves_four_axes(W, b, shape):
    """Your weight still has four axes. Units, channels, rows and columns are in order;
    the last three of them should be folded together."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    W_unfolded = W.reshape(n_H, n_W, n_C, n)
    W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))
    weight = W_moved
    bias = b.reshape(-1)
    return weight, bias


@mistake("The dense layer behind a flatten", test="weight")
def unfolds_by_columns(W, b, shape):
    """Your code unfolds the inputs as if the rows ran fastest and the channels slowest, as in the order of Fortran.
    Our flatten has the channels run fastest, as a reshape does by itself."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    W_unfolded = W.reshape((n_H, n_W, n_C, n), order="F")
    W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))
    weight = W_moved.reshape(n, n_C * n_H * n_W)
    bias = b.reshape(-1)
    return weight, bias


@mistake("The dense layer behind a flatten", test="weight")
def folds_by_columns(W, b, shape):
    """In each row of your weight the channels run fastest and the columns slowest, as from a fold in the order of Fortran.
    PyTorch's flatten goes channel after channel, and in each of them row after row."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    W_unfolded = W.reshape(n_H, n_W, n_C, n)
    W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))
    weight = W_moved.reshape((n, n_C * n_H * n_W), order="F")
    bias = b.reshape(-1)
    return weight, bias


@mistake("The dense layer behind a flatten", test="weight")
def turns_the_images_around(W, b, shape):
    """Your code turns rows and columns around, so that the last pixel comes first.
    They change their places among the axes, but within them everything keeps its order."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    W_unfolded = W.reshape(n_H, n_W, n_C, n)[::-1, ::-1]
    W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))
    weight = W_moved.reshape(n, n_C * n_H * n_W)
    bias = b.reshape(-1)
    return weight, bias


@mistake("The dense layer behind a flatten", test="one-channel")
def takes_the_inputs_for_the_units(W, b, shape):
    """Your code takes the number of inputs for the number of units. W has one row for each input
    and one column for each unit."""
    n_H, n_W, n_C = shape
    n = W.shape[0]
    W_unfolded = W.reshape(n_H, n_W, n_C, n)
    W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))
    weight = W_moved.reshape(n, n_C * n_H * n_W)
    bias = b.reshape(-1)
    return weight, bias


@mistake("The dense layer behind a flatten", test="one-channel")
def writes_the_shape_of_the_notebook(W, b, shape):
    """Your code unfolds into 2 rows, 2 columns and 32 channels, as the network of section 7.4 has them, whatever
    shape it is given. The three sizes should come from shape."""
    n_H, n_W, n_C = 2, 2, 32
    n = W.shape[1]
    W_unfolded = W.reshape(n_H, n_W, n_C, n)
    W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))
    weight = W_moved.reshape(n, n_C * n_H * n_W)
    bias = b.reshape(-1)
    return weight, bias


@mistake("The dense layer behind a flatten", test="bias")
def makes_a_column_of_the_bias(W, b, shape):
    """Your bias is a column, with two axes. For PyTorch it is an array with one axis and one number for each unit."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    W_unfolded = W.reshape(n_H, n_W, n_C, n)
    W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))
    weight = W_moved.reshape(n, n_C * n_H * n_W)
    bias = b.T
    return weight, bias


@mistake("The dense layer behind a flatten", test="bias")
def takes_the_first_bias(W, b, shape):
    """Your code returns the bias of the first unit alone. There is one for each unit, and all of them are needed."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    W_unfolded = W.reshape(n_H, n_W, n_C, n)
    W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))
    weight = W_moved.reshape(n, n_C * n_H * n_W)
    bias = b[0, :1]
    return weight, bias


@mistake("The dense layer behind a flatten", test="bias")
def takes_one_number_for_the_bias(W, b, shape):
    """Your bias is a single number, that of the first unit. There is one for each unit: an array with one axis."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    W_unfolded = W.reshape(n_H, n_W, n_C, n)
    W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))
    weight = W_moved.reshape(n, n_C * n_H * n_W)
    bias = b[0, 0]
    return weight, bias


@mistake("The dense layer behind a flatten", test="bias")
def makes_new_biases_of_zeros(W, b, shape):
    """Your bias holds only zeros, one for each unit. It should hold the numbers that are in b."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    W_unfolded = W.reshape(n_H, n_W, n_C, n)
    W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))
    weight = W_moved.reshape(n, n_C * n_H * n_W)
    bias = np.zeros(n)
    return weight, bias


@mistake("The dense layer behind a flatten", test="bias")
def reverses_the_biases(W, b, shape):
    """Your biases come in reverse order. The first one should stay with the first unit."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    W_unfolded = W.reshape(n_H, n_W, n_C, n)
    W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))
    weight = W_moved.reshape(n, n_C * n_H * n_W)
    bias = b.reshape(-1)[::-1]
    return weight, bias


@mistake("The dense layer behind a flatten", test="bias")
def returns_the_bias_first(W, b, shape):
    """Your function returns the bias first and the weight second. The weight should come first."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    W_unfolded = W.reshape(n_H, n_W, n_C, n)
    W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))
    weight = W_moved.reshape(n, n_C * n_H * n_W)
    bias = b.reshape(-1)
    return bias, weight


@mistake("The dense layer behind a flatten", test="weight")
def folds_with_the_channels_before_the_units(W, b, shape):
    """Your code puts the channels in front of the units, and folds as if the units came first, so that inputs and units
    get mixed up. The order of the axes should be units, channels, rows, columns."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    W_unfolded = W.reshape(n_H, n_W, n_C, n)
    W_moved = np.transpose(W_unfolded, (2, 3, 0, 1))
    weight = W_moved.reshape(n, n_C * n_H * n_W)
    bias = b.reshape(-1)
    return weight, bias
