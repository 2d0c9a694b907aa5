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
    weight = W.reshape(n_H, n_W, n_C, n).transpose(2, 0, 1, 3).reshape(-1, n)
    bias = b.reshape(-1)
    return weight, bias


@mistake("The dense layer behind a flatten", test="one-channel")
def reshapes_to_the_wanted_shape(W, b, shape):
    """Your code gives the weights the wanted shape and leaves the numbers in their old order, so that the units get
    mixed up. The axes have to change places, and the numbers with them."""
    weight = W.reshape(W.shape[1], -1)
    bias = b.reshape(-1)
    return weight, bias


@mistake("The dense layer behind a flatten", test="sides")
def swaps_rows_and_columns(W, b, shape):
    """Your code puts the channels in front, but exchanges the rows and the columns of the image on the way.
    Rows come before columns in both layouts."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    weight = W.reshape(n_H, n_W, n_C, n).transpose(3, 2, 1, 0).reshape(n, -1)
    bias = b.reshape(-1)
    return weight, bias


@mistake("The dense layer behind a flatten", test="bias")
def keeps_the_shape_of_the_bias(W, b, shape):
    """Your bias keeps its two axes. For PyTorch it is an array with one axis and one number for each unit."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    weight = W.reshape(n_H, n_W, n_C, n).transpose(3, 2, 0, 1).reshape(n, -1)
    bias = b
    return weight, bias


@mistake("The dense layer behind a flatten", test="bias")
def squeezes_the_bias(W, b, shape):
    """Your code removes every axis of length one from the bias. With a single unit no axis is left then;
    the bias should have exactly one axis in that case, too."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    weight = W.reshape(n_H, n_W, n_C, n).transpose(3, 2, 0, 1).reshape(n, -1)
    bias = np.squeeze(b)
    return weight, bias
