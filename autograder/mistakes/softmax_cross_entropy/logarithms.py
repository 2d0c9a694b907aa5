"""Wrong versions of `softmax_cross_entropy`: signs, other logarithms, and other losses altogether."""

import numpy as np

from autograder.catalogue import mistake
from autograder.reference import softmax

SECTION = "Cross-entropy"


@mistake(SECTION, test="loss")
def forgets_the_minus_sign(Z, y):
    """Your loss is negative: the logarithm of a probability is, and its sign has to be turned. A loss is 0 where the
    network is sure and right, and grows from there."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = S[rows, y] - np.log(np.sum(np.exp(S), axis=1))
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def forgets_the_minus_sign_of_the_logarithm(Z, y):
    """Your loss is the logarithm of a finished probability: it is negative, and without bounds where the probability is
    rounded to 0. Turn the sign, and put the formula of softmax into the logarithm."""
    m = Z.shape[0]
    rows = np.arange(m)
    P = softmax(Z)
    losses = np.log(P[rows, y])
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def takes_the_logarithm_to_base_two(Z, y):
    """Your loss is made with the logarithm to base 2. The natural one is meant, and only for that one is the simple
    gradient right."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses) / np.log(2)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def takes_the_logarithm_of_the_sum_to_base_two(Z, y):
    """Your loss takes the logarithm of the sum to base 2. The natural one is meant, which undoes the powers of e."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log2(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def takes_the_logarithm_of_zero_to_base_two(Z, y):
    """Your loss is the logarithm to base 2 of a finished probability, which may have been rounded to 0. The natural
    logarithm is meant, with the formula of softmax put into it."""
    m = Z.shape[0]
    rows = np.arange(m)
    P = softmax(Z)
    losses = -np.log2(P[rows, y])
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def takes_the_logarithm_to_base_ten(Z, y):
    """Your loss is made with the logarithm to base 10. The natural one is meant, and only for that one is the simple
    gradient right."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses) / np.log(10)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def takes_the_logarithm_of_zero_to_base_ten(Z, y):
    """Your loss is the logarithm to base 10 of a finished probability, which may have been rounded to 0. The natural
    logarithm is meant, with the formula of softmax put into it."""
    m = Z.shape[0]
    rows = np.arange(m)
    P = softmax(Z)
    losses = -np.log10(P[rows, y])
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def takes_the_probability_without_a_logarithm(Z, y):
    """Your loss is the probability of the right class with the other sign, without a logarithm. Cross-entropy is the
    logarithm of it, with the other sign."""
    m = Z.shape[0]
    rows = np.arange(m)
    P = softmax(Z)
    losses = -P[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def takes_what_is_missing_to_one(Z, y):
    """Your loss is what the probability of the right class lacks to 1. Cross-entropy is the logarithm of that
    probability, with the other sign."""
    m = Z.shape[0]
    rows = np.arange(m)
    P = softmax(Z)
    losses = 1 - P[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def squares_the_errors(Z, y):
    """Your loss adds up the squares of the differences between probabilities and truth. Cross-entropy is the logarithm
    of the right class's probability, with the other sign."""
    m = Z.shape[0]
    rows = np.arange(m)
    P = softmax(Z)
    P[rows, y] -= 1
    losses = np.sum(P**2, axis=1)
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def averages_the_squared_errors(Z, y):
    """Your loss is the mean of the squared differences between probabilities and truth. Cross-entropy is the logarithm
    of the right class's probability, with the other sign."""
    m = Z.shape[0]
    rows = np.arange(m)
    P = softmax(Z)
    P[rows, y] -= 1
    losses = np.mean(P**2, axis=1)
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def judges_every_class_by_itself(Z, y):
    """Your loss also counts how probable the wrong classes were, as where each class is a question of its own. Cross-
    entropy looks at the probability of the right class only."""
    m = Z.shape[0]
    rows = np.arange(m)
    P = softmax(Z)
    truth = np.eye(Z.shape[1])[y]
    others = -np.log(np.maximum(1 - P, 1e-300)) * (1 - truth)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y] + others.sum(axis=1)
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def judges_every_class_by_itself_from_probabilities(Z, y):
    """Your loss also takes the logarithms of what the wrong classes' probabilities lack to 1, as where each class is a
    question of its own. Cross-entropy looks at the probability of the right class only."""
    m = Z.shape[0]
    rows = np.arange(m)
    P = softmax(Z)
    truth = np.eye(Z.shape[1])[y]
    losses = -np.sum(truth * np.log(P) + (1 - truth) * np.log(1 - P), axis=1)
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def adds_up_all_logarithms(Z, y):
    """Your loss adds up the logarithms of the probabilities of all classes, whatever the labels are. Only the right
    class of each example counts."""
    m = Z.shape[0]
    rows = np.arange(m)
    P = softmax(Z)
    losses = -np.sum(np.log(P), axis=1)
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def averages_all_logarithms(Z, y):
    """Your loss is the mean over the logarithms of the probabilities of all classes, whatever the labels are. Only the
    right class of each example counts."""
    m = Z.shape[0]
    rows = np.arange(m)
    P = softmax(Z)
    losses = -np.mean(np.log(P), axis=1)
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def looks_up_every_label_in_every_row(Z, y):
    """Your loss takes the scores of all labels of the batch from every row. Each example has one right class: index
    rows and columns together."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1, keepdims=True)) - S[:, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def looks_up_every_label_in_every_row_of_probabilities(Z, y):
    """Your loss takes the probabilities of all labels of the batch from every row, and a probability may have been
    rounded to 0. Index rows and columns together, in the scores instead of the probabilities."""
    m = Z.shape[0]
    rows = np.arange(m)
    P = softmax(Z)
    losses = -np.log(P[:, y])
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def looks_up_rows_by_labels(Z, y):
    """Your loss looks up the scores with the labels as rows and the examples as columns. An example is a row, and its
    label is the column."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[y, rows]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def counts_the_classes_from_one(Z, y):
    """Your function takes the labels as if they began at 1, and looks one column too far to the left. They begin at 0:
    the label is the column."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y - 1]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y - 1] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="loss")
def takes_one_column_too_early(Z, y):
    """Your loss looks for the right class one column too far to the left. The labels begin at 0: the label is the
    column."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y - 1]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ
