"""Wrong versions of `softmax_cross_entropy`: the gradient."""

import numpy as np

from autograder.catalogue import mistake
from autograder.reference import softmax

SECTION = "Cross-entropy"


@mistake(SECTION, test="dZ")
def forgets_to_divide_the_gradient(Z, y):
    """Your gradient belongs to the sum of the losses. The loss is the mean over the examples, and so its gradient has
    to be divided by their number, too."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    return loss, dZ


@mistake(SECTION, test="dZ")
def divides_the_gradient_twice(Z, y):
    """Your gradient is divided by the number of examples twice. Once is enough, as in the loss."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / m / m
    return loss, dZ


@mistake(SECTION, test="dZ")
def divides_by_the_classes_too(Z, y):
    """Your gradient is divided by the number of all scores. The loss is a mean over the examples only, not over the
    classes."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / Z.size
    return loss, dZ


@mistake(SECTION, test="dZ")
def divides_the_gradient_by_the_classes(Z, y):
    """Your gradient is divided by the number of classes. The loss is a mean over the examples: divide by their number."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = dZ / Z.shape[1]
    return loss, dZ


@mistake(SECTION, test="dZ")
def divides_the_probabilities_only(Z, y):
    """Your gradient divides the probabilities by the number of examples, and then subtracts a whole 1 at the right
    class. Both belong to the mean: subtract first, and divide the difference."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ = dZ / m
    dZ[rows, y] -= 1
    return loss, dZ


@mistake(SECTION, test="dZ")
def divides_the_one_only(Z, y):
    """Your gradient divides the 1 at the right class by the number of examples, and the probabilities not at all. Both
    belong to the mean: subtract 1, and divide the difference."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1 / m
    return loss, dZ


@mistake(SECTION, test="dZ")
def divides_the_one_twice(Z, y):
    """Your gradient divides the 1 at the right class by the number of examples before everything is divided. Subtract
    1, and divide the difference once."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1 / m
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="dZ")
def turns_the_gradient_round(Z, y):
    """Your gradient has the wrong sign: it is the truth minus what the network believed. It should be the other way
    round, since the loss falls when the right class gains."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    dZ = -dZ
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="dZ")
def adds_one_at_the_right_class(Z, y):
    """Your gradient adds 1 at the right class. It should be subtracted there: what the network believed, minus what is
    true."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] += 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="dZ")
def subtracts_the_labels_themselves(Z, y):
    """Your gradient subtracts the labels themselves from the probabilities. A label says at which place something is
    subtracted; what is subtracted there is 1."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ = dZ - y.reshape(-1, 1)
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="dZ")
def subtracts_the_label_at_the_right_class(Z, y):
    """Your gradient subtracts the number of the right class at its place. The label says at which place; what is
    subtracted there is 1, for every class."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= y
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="dZ")
def subtracts_one_in_whole_columns(Z, y):
    """Your gradient subtracts 1 in the whole column of each label, for all examples. For each example it should be
    subtracted at its own right class only: index rows and columns together."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[:, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="dZ")
def subtracts_one_in_whole_rows(Z, y):
    """Your gradient takes the labels for rows and subtracts 1 in all of their classes. A label is a column: subtract 1
    in each row at its own label, rows and columns indexed together."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="dZ")
def subtracts_one_with_rows_and_columns_exchanged(Z, y):
    """Your gradient subtracts 1 with the labels as rows and the examples as columns. An example is a row, and its label
    is the column."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[y, rows] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="dZ")
def subtracts_one_everywhere(Z, y):
    """Your gradient subtracts 1 from the probabilities of all classes. It should be subtracted at the right class only."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ = dZ - 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="dZ")
def subtracts_one_a_column_too_early(Z, y):
    """Your gradient subtracts 1 one column to the left of the right class. The labels begin at 0: the label is the
    column."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y - 1] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="dZ")
def subtracts_one_at_the_likeliest_class(Z, y):
    """Your gradient subtracts 1 at the class that the network takes for the likeliest. It should be subtracted at the
    right class, which the label names."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, np.argmax(Z, axis=1)] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="dZ")
def returns_the_probabilities(Z, y):
    """Your gradient consists of the probabilities, and nothing tells the network which class was right. At the right
    class of each example 1 has to be subtracted."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="dZ")
def sets_the_right_class_to_minus_one(Z, y):
    """Your gradient puts -1 at the right class in the place of its probability. The probability stays, less 1."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] = -1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="dZ")
def sets_the_right_class_to_what_it_lacks(Z, y):
    """Your gradient has the wrong sign at the right class: 1 less its probability. It should be the probability less 1."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(Z)
    dZ[rows, y] = 1 - dZ[rows, y]
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="dZ")
def leaves_the_wrong_classes_zero(Z, y):
    """Your gradient is 0 at all wrong classes. Their probabilities belong there: what the wrong classes lose, the right
    one gains."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    P = softmax(Z)
    dZ = np.zeros(Z.shape)
    dZ[rows, y] = P[rows, y] - 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="dZ")
def derives_by_the_probability(Z, y):
    """Your gradient is that with respect to the right class's probability. It has to go on through the softmax, to the
    scores: what the network believed, minus what is true."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    P = softmax(Z)
    dZ = np.zeros(Z.shape)
    dZ[rows, y] = -1 / P[rows, y]
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="dZ")
def takes_the_scores_for_probabilities(Z, y):
    """Your gradient starts from the scores as they are. It should start from the probabilities: apply softmax to the
    scores."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = Z.astype(float)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="dZ")
def takes_the_shifted_scores_for_probabilities(Z, y):
    """Your gradient starts from the scores without their largest one. It should start from the probabilities: apply
    softmax to the scores."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = S.astype(float)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="dZ")
def writes_the_gradient_into_the_scores(Z, y):
    """Your gradient is written into the scores that were passed in, and starts from them instead of the probabilities.
    Softmax makes a new array of probabilities, in which you may write."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = Z
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="dZ")
def takes_the_powers_for_probabilities(Z, y):
    """Your gradient starts from the powers, which do not add up to 1 in each row. It should start from the
    probabilities: apply softmax to the scores."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = np.exp(S)
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="dZ")
def divides_by_the_sum_of_all(Z, y):
    """Your gradient starts from powers that are divided by the sum over the whole batch. Each example's probabilities
    add up to 1 by themselves, as softmax makes them."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = np.exp(S) / np.sum(np.exp(S))
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="dZ")
def applies_softmax_twice(Z, y):
    """Your gradient starts from the softmax of the probabilities. They are what softmax makes of the scores: apply it
    once."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    dZ = softmax(softmax(Z))
    dZ[rows, y] -= 1
    dZ = dZ / m
    return loss, dZ


@mistake(SECTION, test="dZ")
def multiplies_by_the_slope_of_a_sigmoid(Z, y):
    """Your gradient is multiplied by the probability and by what it lacks to 1, the slope of a sigmoid. That of softmax
    and the loss together is already contained in the difference: nothing is multiplied."""
    m = Z.shape[0]
    rows = np.arange(m)
    S = Z - np.max(Z, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]
    loss = np.mean(losses)
    P = softmax(Z)
    dZ = P.copy()
    dZ[rows, y] -= 1
    dZ = dZ * P * (1 - P) / m
    return loss, dZ
