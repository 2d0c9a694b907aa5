"""Wrong versions of `softmax_cross_entropy`: the mean of the losses, what is returned, what is overwritten."""

import numpy as np

from autograder.catalogue import mistake
from autograder.reference import softmax

SECTION = "Cross-entropy"


@mistake(SECTION, test="loss")
def adds_up_the_losses(Z, y):
    """Your loss is the sum over the examples of the batch. It should be their mean."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.sum(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def adds_up_losses_and_gradients(Z, y):
    """Your loss is the sum over the examples of the batch, and your gradient belongs to that sum. Divide both by the
    number of examples: the loss is a mean."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.sum(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    return loss, dZ


@mistake(SECTION, test="large")
def takes_the_logarithm_of_zero_and_sums(Z, y):
    """Your code takes the logarithm of probabilities, and a small one has been rounded to 0 by then; also, it adds up
    the examples. The loss is a mean over the examples, computed from the scores without their largest one."""
    m = Z.shape[0]
    rows = np.arange(m)
    P = softmax(Z)
    losses = -np.log(P[rows, y])
    loss = np.sum(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    return loss, dZ


@mistake(SECTION, test="loss")
def averages_over_the_classes_too(Z, y):
    """Your loss is divided by the number of all scores. Each example has one loss, that of its right class: the mean
    runs over the examples only."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.sum(losses) / Z.size
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def divides_the_loss_by_the_classes(Z, y):
    """Your loss is divided by the number of classes. It should be the mean over the examples, and so divided by their
    number."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.sum(losses) / Z.shape[1]
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def divides_the_loss_twice(Z, y):
    """Your loss is divided by the number of examples twice. A mean is divided once."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses) / m
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def returns_the_loss_of_each_example(Z, y):
    """Your loss has an entry for each example. It should be one number, their mean."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = losses
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def returns_the_gradient_first(Z, y):
    """Your function returns the gradient first and then the loss. The loss comes first."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return dZ, loss


@mistake(SECTION, test="one")
def drops_the_axis_of_a_single_example(Z, y):
    """Your gradient loses an axis where there is a single example or a single class. It should have the shape of the
    scores."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = np.squeeze(dZ / m)
    return loss, dZ


@mistake(SECTION, test="unchanged")
def overwrites_the_scores(Z, y):
    """Your function writes into the scores that were passed in. Make a new array, so that the caller's one stays as it
    was."""
    m = Z.shape[0]
    rows = np.arange(m)
    Z -= np.max(Z, axis=1, keepdims=True)
    S = Z
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ
