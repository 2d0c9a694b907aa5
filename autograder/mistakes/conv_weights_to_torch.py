"""Wrong versions of `conv_weights_to_torch`: the axes of the filters in a wrong order, or biases in a wrong shape."""

import numpy as np

from autograder.catalogue import mistake


@mistake("The filters", test="weight")
def reverses_all_axes(W, b):
    """Your code turns the order of all four axes around. The shape is right, but the rows and columns of each filter
    have changed places as well; they should stay in their order."""
    weight = W.T
    bias = b.reshape(-1)
    return weight, bias


@mistake("The filters", test="weight")
def leaves_the_filters_as_they_are(W, b):
    """Your code returns the filters as they were, with the axes of channels and filters at the end. PyTorch wants them
    in front: the filter first, then the channel of its input."""
    weight = W
    bias = b.reshape(-1)
    return weight, bias


@mistake("The filters", test="weight")
def reshapes_the_filters(W, b):
    """Your code gives the filters another shape and leaves their numbers in the old order, so that they get mixed up.
    The axes have to change places, and the numbers with them."""
    f, _, n_C_prev, n_C = W.shape
    weight = W.reshape(n_C, n_C_prev, f, f)
    bias = b.reshape(-1)
    return weight, bias


@mistake("The filters", test="channels")
def keeps_the_order_of_the_channels(W, b):
    """Your code puts the channel axes in front, but the channel of the input before the filter.
    PyTorch counts the filters on the first axis."""
    weight = np.transpose(W, (2, 3, 0, 1))
    bias = b.reshape(-1)
    return weight, bias


@mistake("The filters", test="one")
def flips_the_filters(W, b):
    """Your code turns each filter around. That belongs to the convolution of mathematics; PyTorch multiplies a window
    and a filter entry by entry without turning it, as we do."""
    weight = W[::-1, ::-1].transpose(3, 2, 0, 1)
    bias = b.reshape(-1)
    return weight, bias


@mistake("The filters", test="bias")
def keeps_the_shape_of_the_bias(W, b):
    """Your bias keeps its four axes. For PyTorch it is an array with one axis and one number for each filter."""
    weight = np.transpose(W, (3, 2, 0, 1))
    bias = b
    return weight, bias


@mistake("The filters", test="one")
def squeezes_the_bias(W, b):
    """With a single filter your bias has no axis, as where every axis of length one is removed. It should have exactly
    one axis in that case, too."""
    weight = np.transpose(W, (3, 2, 0, 1))
    bias = np.squeeze(b)
    return weight, bias


@mistake("The filters", test="bias")
def takes_the_first_bias(W, b):
    """Your code returns the bias of the first filter alone.
    There is one for each filter, and all of them are needed."""
    weight = np.transpose(W, (3, 2, 0, 1))
    bias = b[0, 0, 0, :1]
    return weight, bias


@mistake("The filters", test="weight")
def moves_the_filters_as_images(W, b):
    """Your code moves the axes as those of a batch of images, the last one behind the first.
    A bank of filters has its rows and columns first; PyTorch wants them last, behind the filter and its channel."""
    weight = np.transpose(W, (0, 3, 1, 2))
    bias = b.reshape(-1)
    return weight, bias


@mistake("The filters", test="weight")
def leaves_the_channels_last(W, b):
    """Your code brings the filters to the front, and leaves the channels of each at the end.
    In PyTorch's layout the channel of the input comes right behind the filter, before row and column."""
    weight = np.transpose(W, (3, 0, 1, 2))
    bias = b.reshape(-1)
    return weight, bias


@mistake("The filters", test="weight")
def exchanges_the_first_axis_and_the_last(W, b):
    """Your code exchanges the first axis and the last one, and leaves the two between them. The filters are in front
    then, but the channels of the input, which should come second, are in third place."""
    weight = np.swapaxes(W, 0, 3)
    bias = b.reshape(-1)
    return weight, bias


@mistake("The filters", test="weight")
def goes_the_other_way(W, b):
    """Your axes come in the order of the way back, from PyTorch's layout to ours. The numbers that np.transpose is
    given say which axis of W comes to each place."""
    weight = np.transpose(W, (2, 3, 1, 0))
    bias = b.reshape(-1)
    return weight, bias


@mistake("The filters", test="weight")
def exchanges_the_channel_axes_only(W, b):
    """Your code exchanges the channels and the filters, and leaves both behind rows and columns.
    PyTorch wants them in front: the filter first, then the channel of its input."""
    weight = np.swapaxes(W, 2, 3)
    bias = b.reshape(-1)
    return weight, bias


@mistake("The filters", test="weight")
def brings_only_the_channels_to_the_front(W, b):
    """Your code brings the channels of the input to the front, and leaves the filters at the end.
    PyTorch counts the filters on the first axis, and the channels on the second."""
    weight = np.moveaxis(W, 2, 0)
    bias = b.reshape(-1)
    return weight, bias


@mistake("The filters", test="weight")
def reshapes_by_columns(W, b):
    """Your code gives the filters another shape in the order of Fortran, in which the first axis runs fastest.
    In either order a reshape mixes the weights up: the axes have to change places, and the numbers with them."""
    f, _, n_C_prev, n_C = W.shape
    weight = W.reshape((n_C, n_C_prev, f, f), order="F")
    bias = b.reshape(-1)
    return weight, bias


@mistake("The filters", test="weight")
def reshapes_each_filter(W, b):
    """Your code counts the filters on the first axis, but within each filter it only gives another shape to the numbers,
    so that channels and places get mixed up. Their axes have to change places as well."""
    f, _, n_C_prev, n_C = W.shape
    weight = np.moveaxis(W, 3, 0).reshape(n_C, n_C_prev, f, f)
    bias = b.reshape(-1)
    return weight, bias


@mistake("The filters", test="weight")
def turns_the_rows_of_the_filters_around(W, b):
    """Your filters are upside down: the last row of each comes first.
    Only the axes change places; rows and columns keep their order."""
    weight = np.transpose(W[::-1], (3, 2, 0, 1))
    bias = b.reshape(-1)
    return weight, bias


@mistake("The filters", test="bias")
def makes_a_row_of_the_bias(W, b):
    """Your bias is a row, with two axes. For PyTorch it is an array with one axis and one number for each filter."""
    weight = np.transpose(W, (3, 2, 0, 1))
    bias = b.reshape(1, -1)
    return weight, bias


@mistake("The filters", test="bias")
def makes_a_column_of_the_bias(W, b):
    """Your bias is a column, with two axes. For PyTorch it is an array with one axis and one number for each filter."""
    weight = np.transpose(W, (3, 2, 0, 1))
    bias = b.reshape(-1, 1)
    return weight, bias


@mistake("The filters", test="bias")
def removes_one_axis_of_the_bias(W, b):
    """Your code takes one of the four axes of the bias away, and three are left.
    For PyTorch it is an array with one axis and one number for each filter."""
    weight = np.transpose(W, (3, 2, 0, 1))
    bias = b[0]
    return weight, bias


@mistake("The filters", test="bias")
def takes_one_number_for_the_bias(W, b):
    """Your bias is a single number, that of the first filter. There is one for each filter: an array with one axis."""
    weight = np.transpose(W, (3, 2, 0, 1))
    bias = b[0, 0, 0, 0]
    return weight, bias


@mistake("The filters", test="bias")
def adds_up_the_biases(W, b):
    """Your code adds the biases of all filters up. Each filter has its own, and they should stay apart."""
    weight = np.transpose(W, (3, 2, 0, 1))
    bias = np.sum(b, axis=3).reshape(-1)
    return weight, bias


@mistake("The filters", test="bias")
def makes_new_biases_of_zeros(W, b):
    """Your bias holds only zeros, one for each filter. It should hold the numbers that are in b."""
    weight = np.transpose(W, (3, 2, 0, 1))
    bias = np.zeros(W.shape[3])
    return weight, bias


@mistake("The filters", test="bias")
def makes_zeros_for_each_channel(W, b):
    """Your bias holds zeros, and one for each channel of the input. It should hold the numbers that are in b,
    one for each filter."""
    weight = np.transpose(W, (3, 2, 0, 1))
    bias = np.zeros(W.shape[2])
    return weight, bias


@mistake("The filters", test="bias")
def reverses_the_biases(W, b):
    """Your biases come in reverse order. The first one should stay with the first filter."""
    weight = np.transpose(W, (3, 2, 0, 1))
    bias = b.reshape(-1)[::-1]
    return weight, bias


@mistake("The filters", test="bias")
def returns_the_bias_first(W, b):
    """Your function returns the bias first and the weight second. The weight should come first."""
    weight = np.transpose(W, (3, 2, 0, 1))
    bias = b.reshape(-1)
    return bias, weight


@mistake("The filters", test="bias", alone=True)
def turns_the_axes_of_the_bias_around(W, b):
    """Your bias still has four axes, with the filters in front. For PyTorch it should have one axis, with one number
    for each filter."""
    weight = np.transpose(W, (3, 2, 0, 1))
    return weight, b.T
