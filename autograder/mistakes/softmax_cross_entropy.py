"""Wrong versions of `softmax_cross_entropy`: sums and means, right classes, and numbers that the computer cannot hold."""

import numpy as np

from autograder.catalogue import mistake
from autograder.reference import softmax

SECTION = "Cross-entropy"


def right_answers(Z, y):
    """The losses of the examples, and the gradient without the division by m, by the formulas."""
    rows = np.arange(Z.shape[0])
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    return losses, dZ


@mistake(SECTION, test="large")
def takes_the_logarithm_of_zero(Z, y):
    """Your loss is the logarithm of a finished probability, which is rounded to 0 where the scores are far apart.
    Put the formula of softmax into the logarithm, on paper, and no logarithm of 0 is left."""
    rows = np.arange(Z.shape[0])
    P = softmax(Z)
    loss = -np.mean(np.log(P[rows, y]))
    dZ = P.copy()
    dZ[rows, y] -= 1
    return loss, dZ / Z.shape[0]


@mistake(SECTION, test="large")
def adds_a_little_to_the_probability(Z, y):
    """Your loss adds a tiny number to the probability, so that its logarithm is never that of 0. But then a loss can
    never be larger than that number allows: put the formula of softmax into the logarithm instead."""
    rows = np.arange(Z.shape[0])
    P = softmax(Z)
    loss = -np.mean(np.log(P[rows, y] + 1e-12))
    dZ = P.copy()
    dZ[rows, y] -= 1
    return loss, dZ / Z.shape[0]


@mistake(SECTION, test="large")
def takes_powers_of_large_scores(Z, y):
    """Your powers are taken of the scores as they are, and for large scores they are more than the computer can hold.
    Subtract the largest score of each example first."""
    rows = np.arange(Z.shape[0])
    powers = np.exp(Z)
    P = powers / np.sum(powers, axis=1, keepdims=True)
    loss = np.mean(np.log(np.sum(powers, axis=1)) - Z[rows, y])
    P[rows, y] -= 1
    return loss, P / Z.shape[0]


@mistake(SECTION, (right_answers,), test="loss")
def adds_up_the_losses(Z, y):
    """Your loss is the sum over the examples of the batch.
    It should be their mean."""
    losses, dZ = right_answers(Z, y)
    return np.sum(losses), dZ / Z.shape[0]


@mistake(SECTION, (right_answers,), test="dZ")
def forgets_to_divide_the_gradient(Z, y):
    """Your gradient belongs to the sum of the losses.
    The loss is the mean over the examples, and so its gradient has to be divided by their number, too."""
    losses, dZ = right_answers(Z, y)
    return np.mean(losses), dZ


@mistake(SECTION, (right_answers,), test="dZ")
def divides_by_the_classes_too(Z, y):
    """Your gradient is divided by the number of all scores.
    The loss is a mean over the examples only, not over the classes."""
    losses, dZ = right_answers(Z, y)
    return np.mean(losses), dZ / Z.size


@mistake(SECTION, (right_answers,), test="loss")
def averages_over_the_classes_too(Z, y):
    """Your loss is divided by the number of all scores.
    Each example has one loss, that of its right class: the mean runs over the examples only."""
    losses, dZ = right_answers(Z, y)
    return np.sum(losses) / Z.size, dZ / Z.shape[0]


@mistake(SECTION, (right_answers,), test="loss")
def forgets_the_minus_sign(Z, y):
    """Your loss is negative: the logarithm of a probability is, and its sign has to be turned.
    A loss is 0 where the network is sure and right, and grows from there."""
    losses, dZ = right_answers(Z, y)
    return -np.mean(losses), dZ / Z.shape[0]


@mistake(SECTION, (right_answers,), test="loss")
def takes_the_logarithm_to_base_two(Z, y):
    """Your loss is made with the logarithm to base 2.
    The natural one is meant, and only for that one is the simple gradient right."""
    losses, dZ = right_answers(Z, y)
    return np.mean(losses) / np.log(2), dZ / Z.shape[0]


@mistake(SECTION, (right_answers,), test="dZ")
def turns_the_gradient_round(Z, y):
    """Your gradient has the wrong sign: it is the truth minus what the network believed.
    It should be the other way round, since the loss falls when the right class gains."""
    losses, dZ = right_answers(Z, y)
    return np.mean(losses), -dZ / Z.shape[0]


@mistake(SECTION, (right_answers,), test="dZ")
def subtracts_the_labels_themselves(Z, y):
    """Your gradient subtracts the labels themselves from the probabilities.
    A label says at which place something is subtracted; what is subtracted there is 1."""
    losses, _ = right_answers(Z, y)
    dZ = softmax(Z) - y.reshape(-1, 1)
    return np.mean(losses), dZ / Z.shape[0]


@mistake(SECTION, (right_answers,), test="dZ")
def subtracts_one_in_whole_columns(Z, y):
    """Your gradient subtracts 1 in the whole column of each label, for all examples.
    For each example it should be subtracted at its own right class only: index rows and columns together."""
    losses, _ = right_answers(Z, y)
    dZ = softmax(Z)
    dZ[:, y] -= 1
    return np.mean(losses), dZ / Z.shape[0]


@mistake(SECTION, (right_answers,), test="dZ")
def returns_the_probabilities(Z, y):
    """Your gradient consists of the probabilities, and nothing tells the network which class was right.
    At the right class of each example 1 has to be subtracted."""
    losses, _ = right_answers(Z, y)
    return np.mean(losses), softmax(Z) / Z.shape[0]


@mistake(SECTION, (right_answers,), test="loss")
def judges_every_class_by_itself(Z, y):
    """Your loss also counts how probable the wrong classes were, as where each class is a question of its own.
    Cross-entropy looks at the probability of the right class only."""
    losses, dZ = right_answers(Z, y)
    P = softmax(Z)
    truth = np.zeros(P.shape)
    truth[np.arange(len(y)), y] = 1
    others = -np.log(np.maximum(1 - P, 1e-300)) * (1 - truth)
    return np.mean(losses + others.sum(axis=1)), dZ / Z.shape[0]


@mistake(SECTION, (right_answers,), test="one")
def drops_the_axis_of_a_single_example(Z, y):
    """Your gradient loses an axis where there is a single example or a single class.
    It should have the shape of the scores."""
    losses, dZ = right_answers(Z, y)
    return np.mean(losses), np.squeeze(dZ / Z.shape[0])


@mistake(SECTION, test="unchanged")
def overwrites_the_scores(Z, y):
    """Your function writes into the scores that were passed in.
    Make a new array, so that the caller's one stays as it was."""
    rows = np.arange(Z.shape[0])
    Z -= np.max(Z, axis=1, keepdims=True)
    loss = np.mean(np.log(np.sum(np.exp(Z), axis=1)) - Z[rows, y])
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    return loss, dZ / Z.shape[0]


@mistake(SECTION, (right_answers,), test="large")
def takes_the_logarithm_of_zero_and_sums(Z, y):
    """Your code takes the logarithm of probabilities, and a small one has been rounded to 0 by then; also, it adds up
    the examples. The loss is a mean over the examples, computed from the scores without their largest one."""
    m = Z.shape[0]
    rows = np.arange(m)
    powers = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    P = powers / np.sum(powers, axis=1, keepdims=True)
    loss = -np.sum(np.log(P[rows, y]))
    dZ = P.copy()
    dZ[rows, y] -= 1
    return loss, dZ
