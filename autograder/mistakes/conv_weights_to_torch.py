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
    """Your code returns the filters as they were, with the two channel axes at the end.
    PyTorch wants them in front: the filter first, then the channel of its input."""
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
    """Your code removes every axis of length one from the bias. With a single filter no axis is left then;
    the bias should have exactly one axis in that case, too."""
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
