"""Wrong versions of `dense_backward`: transposes, axes of sums, and factors."""

import numpy as np

from autograder.catalogue import mistake

SECTION = "The dense layer"


@mistake(SECTION, test="dA_prev")
def forgets_to_transpose_the_weights(dZ, cache):
    """Your gradient of the input is multiplied by the weights as they are, which fits only where they are square.
    On the way back they have to be transposed."""
    (A_prev, W, b) = cache
    dA_prev = dZ @ W
    dW = A_prev.T @ dZ
    db = np.sum(dZ, axis=0, keepdims=True)
    return dA_prev, dW, db


@mistake(SECTION, test="dW")
def forgets_to_transpose_the_input(dZ, cache):
    """Your gradient of the weights is made with the input as it is, which fits only where it is square.
    It has to be transposed, so that the sum runs over the examples."""
    (A_prev, W, b) = cache
    dA_prev = dZ @ W.T
    dW = A_prev @ dZ
    db = np.sum(dZ, axis=0, keepdims=True)
    return dA_prev, dW, db


@mistake(SECTION, test="dW")
def transposes_the_result(dZ, cache):
    """Your gradient of the weights is transposed: one row for each unit.
    It should have the shape of the weights, which have one column for each unit."""
    (A_prev, W, b) = cache
    dA_prev = dZ @ W.T
    dW = dZ.T @ A_prev
    db = np.sum(dZ, axis=0, keepdims=True)
    return dA_prev, dW, db


@mistake(SECTION, test="dW")
def divides_the_weights_by_m(dZ, cache):
    """Your gradient of the weights is divided by the number of examples.
    That the loss is a mean is contained in what arrives already; nothing is divided here."""
    (A_prev, W, b) = cache
    dA_prev = dZ @ W.T
    dW = A_prev.T @ dZ / dZ.shape[0]
    db = np.sum(dZ, axis=0, keepdims=True)
    return dA_prev, dW, db


@mistake(SECTION, test="db")
def divides_the_bias_by_m(dZ, cache):
    """Your gradient of the bias is the mean over the examples.
    It should be the sum: that the loss is a mean is contained in what arrives already."""
    (A_prev, W, b) = cache
    dA_prev = dZ @ W.T
    dW = A_prev.T @ dZ
    db = np.mean(dZ, axis=0, keepdims=True)
    return dA_prev, dW, db


@mistake(SECTION, test="db")
def divides_weights_and_bias_by_m(dZ, cache):
    """Your gradients of the weights and of the bias are divided by the number of examples.
    That the loss is a mean is contained in what arrives already; nothing is divided here."""
    (A_prev, W, b) = cache
    m = dZ.shape[0]
    dA_prev = dZ @ W.T
    dW = A_prev.T @ dZ / m
    db = np.sum(dZ, axis=0, keepdims=True) / m
    return dA_prev, dW, db


@mistake(SECTION, test="db")
def sums_the_bias_over_units(dZ, cache):
    """Your gradient of the bias is summed over the units of each example.
    It should be summed over the examples, which share the bias of a unit."""
    (A_prev, W, b) = cache
    dA_prev = dZ @ W.T
    dW = A_prev.T @ dZ
    db = np.sum(dZ, axis=1, keepdims=True)
    return dA_prev, dW, db


@mistake(SECTION, test="db")
def sums_the_bias_over_everything(dZ, cache):
    """Your gradient of the bias is one number for all units.
    Each unit has a bias of its own: the sum should run over the examples only."""
    (A_prev, W, b) = cache
    dA_prev = dZ @ W.T
    dW = A_prev.T @ dZ
    db = np.full(b.shape, np.sum(dZ))
    return dA_prev, dW, db


@mistake(SECTION, test="shapes")
def drops_an_axis_of_the_bias(dZ, cache):
    """Your gradient of the bias has one axis, and the bias has two.
    A sum drops the axis over which it runs, unless it is told to keep it."""
    (A_prev, W, b) = cache
    dA_prev = dZ @ W.T
    dW = A_prev.T @ dZ
    db = np.sum(dZ, axis=0)
    return dA_prev, dW, db


@mistake(SECTION, test="shapes")
def swaps_input_and_weights(dZ, cache):
    """Your function returns the gradient of the weights first.
    The order is: of the input, of the weights, of the bias."""
    (A_prev, W, b) = cache
    dA_prev = dZ @ W.T
    dW = A_prev.T @ dZ
    db = np.sum(dZ, axis=0, keepdims=True)
    return dW, dA_prev, db


@mistake(SECTION, test="dA_prev")
def hands_back_the_sum_of_the_weights(dZ, cache):
    """Your gradient of the input adds up the weights, and the gradients, each by itself before they are multiplied.
    Each gradient should meet the weight of its own unit."""
    (A_prev, W, b) = cache
    dA_prev = np.sum(dZ, axis=1, keepdims=True) * np.sum(W, axis=1)
    dW = A_prev.T @ dZ
    db = np.sum(dZ, axis=0, keepdims=True)
    return dA_prev, dW, db


@mistake(SECTION, test="one")
def drops_axes_of_length_one(dZ, cache):
    """Your gradients lose an axis wherever there is a single example, input or unit.
    Each should have the shape of what it belongs to."""
    (A_prev, W, b) = cache
    dA_prev = np.squeeze(dZ @ W.T)
    dW = np.squeeze(A_prev.T @ dZ)
    db = np.sum(dZ, axis=0, keepdims=True)
    return dA_prev, dW, db


@mistake(SECTION, test="integer")
def takes_over_whole_numbers(dZ, cache):
    """Your gradients take over the type of what they belong to. Where that holds whole numbers, fractions are cut
    off."""
    (A_prev, W, b) = cache
    dA_prev = np.zeros_like(A_prev)
    dW = np.zeros_like(W)
    dA_prev[:] = dZ @ W.T
    dW[:] = A_prev.T @ dZ
    db = np.sum(dZ, axis=0, keepdims=True)
    return dA_prev, dW, db


@mistake(SECTION, test="unchanged")
def adds_to_the_cached_bias(dZ, cache):
    """Your function collects the gradient of the bias in the cached bias itself, which is a parameter of the network.
    Start from zeros, in a new array."""
    (A_prev, W, b) = cache
    dA_prev = dZ @ W.T
    dW = A_prev.T @ dZ
    b[:] = 0
    b += np.sum(dZ, axis=0, keepdims=True)
    return dA_prev, dW, b
