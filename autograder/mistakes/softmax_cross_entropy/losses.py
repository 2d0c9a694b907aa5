"""Wrong versions of `softmax_cross_entropy`: the loss of each example."""

import numpy as np

from autograder.catalogue import mistake
from autograder.reference import softmax

SECTION = "Cross-entropy"


@mistake(SECTION, test="loss")
def forgets_the_shift_at_the_right_class(Z, y):
    """Your loss subtracts the right class's score as it came, while the sum is that of the scores without their largest
    one. Both should have the largest one taken off."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - Z[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def forgets_the_shift_in_the_sum(Z, y):
    """The sum in your loss is that of powers of the scores as they came, while the right class's score has the largest
    one taken off. Both should have it taken off."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(Z), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def forgets_the_score_of_the_right_class(Z, y):
    """Your loss is the logarithm of the sum alone, which is the loss that you would get if each example's largest score
    belonged to its right class. Subtract the score of the class that the label names."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1))
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def forgets_the_sum(Z, y):
    """Your loss is the score of the right class alone, without the largest score and with the other sign. The logarithm
    of the sum of all powers belongs to it."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = -S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def forgets_the_logarithm(Z, y):
    """Your loss has the sum of the powers as it is, without its logarithm. Take the natural logarithm of that sum, and
    then subtract the right class's score."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.sum(np.exp(S), axis=1) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def adds_the_score_of_the_right_class(Z, y):
    """Your loss adds the right class's score to the logarithm of the sum, so that it grows where the network is right.
    That score should be subtracted."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) + S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def subtracts_the_power_of_the_right_class(Z, y):
    """Your loss subtracts the power of the right class's score from the logarithm of the sum. The logarithm undoes that
    power: subtract the score itself."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - np.exp(S[rows, y])
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def adds_up_the_powers_of_all_examples(Z, y):
    """The sum in your loss runs over the powers of the whole batch. Each example has a sum of its own, over its
    classes."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S))) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def adds_up_the_powers_of_each_class(Z, y):
    """The sums in your loss run over the examples, down each column. Each example should have one, over its classes."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=0)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ
