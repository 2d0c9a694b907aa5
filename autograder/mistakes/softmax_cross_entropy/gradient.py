"""Wrong versions of `softmax_cross_entropy`: the gradient."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.mistakes.softmax_cross_entropy.lines import SECTION
from autograder.reference import softmax
from autograder.styles.softmax_cross_entropy import step_by_step


@slip(step_by_step, {"dZ = dZ / m": ""}, SECTION, test="dZ")
def forgets_to_divide_the_gradient():
    """Your gradient belongs to the sum of the losses. The loss is the mean over the examples, and so its gradient has
    to be divided by their number, too."""


@slip(step_by_step, {"dZ = dZ / m": "dZ = dZ / m / m"}, SECTION, test="dZ")
def divides_the_gradient_twice():
    """Your gradient is divided by the number of examples twice. Once is enough, as in the loss."""


@slip(step_by_step, {"dZ = dZ / m": "dZ = dZ / Z.size"}, SECTION, test="dZ")
def divides_by_the_classes_too():
    """Your gradient is divided by the number of all scores. The loss is a mean over the examples only, not over the
    classes."""


@slip(step_by_step, {"dZ = dZ / m": "dZ = dZ / Z.shape[1]"}, SECTION, test="dZ")
def divides_the_gradient_by_the_classes():
    """Your gradient is divided by the number of classes. The loss is a mean over the examples: divide by their number."""


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


@slip(step_by_step, {("dZ[rows, y] -= 1\ndZ = dZ / m"): "dZ[rows, y] -= 1 / m"}, SECTION, test="dZ")
def divides_the_one_only():
    """Your gradient divides the 1 at the right class by the number of examples, and the probabilities not at all. Both
    belong to the mean: subtract 1, and divide the difference."""


@slip(step_by_step, {"dZ[rows, y] -= 1": "dZ[rows, y] -= 1 / m"}, SECTION, test="dZ")
def divides_the_one_twice():
    """Your gradient divides the 1 at the right class by the number of examples before everything is divided. Subtract
    1, and divide the difference once."""


@slip(step_by_step, {"dZ[rows, y] -= 1": ("dZ[rows, y] -= 1\ndZ = -dZ")}, SECTION, test="dZ")
def turns_the_gradient_round():
    """Your gradient has the wrong sign: it is the truth minus what the network believed. It should be the other way
    round, since the loss falls when the right class gains."""


@slip(step_by_step, {"dZ[rows, y] -= 1": "dZ[rows, y] += 1"}, SECTION, test="dZ")
def adds_one_at_the_right_class():
    """Your gradient adds 1 at the right class. It should be subtracted there: what the network believed, minus what is
    true."""


@slip(step_by_step, {"dZ[rows, y] -= 1": "dZ = dZ - y.reshape(-1, 1)"}, SECTION, test="dZ")
def subtracts_the_labels_themselves():
    """Your gradient subtracts the labels themselves from the probabilities. A label says at which place something is
    subtracted; what is subtracted there is 1."""


@slip(step_by_step, {"dZ[rows, y] -= 1": "dZ[rows, y] -= y"}, SECTION, test="dZ")
def subtracts_the_label_at_the_right_class():
    """Your gradient subtracts the number of the right class at its place. The label says at which place; what is
    subtracted there is 1, for every class."""


@slip(step_by_step, {"dZ[rows, y] -= 1": "dZ[:, y] -= 1"}, SECTION, test="dZ")
def subtracts_one_in_whole_columns():
    """Your gradient subtracts 1 in the whole column of each label, for all examples. For each example it should be
    subtracted at its own right class only: index rows and columns together."""


@slip(step_by_step, {"dZ[rows, y] -= 1": "dZ[y] -= 1"}, SECTION, test="dZ")
def subtracts_one_in_whole_rows():
    """Your gradient takes the labels for rows and subtracts 1 in all of their classes. A label is a column: subtract 1
    in each row at its own label, rows and columns indexed together."""


@slip(step_by_step, {"dZ[rows, y] -= 1": "dZ[y, rows] -= 1"}, SECTION, test="dZ")
def subtracts_one_with_rows_and_columns_exchanged():
    """Your gradient subtracts 1 with the labels as rows and the examples as columns. An example is a row, and its label
    is the column."""


@slip(step_by_step, {"dZ[rows, y] -= 1": "dZ = dZ - 1"}, SECTION, test="dZ")
def subtracts_one_everywhere():
    """Your gradient subtracts 1 from the probabilities of all classes. It should be subtracted at the right class only."""


@slip(step_by_step, {"dZ[rows, y] -= 1": "dZ[rows, y - 1] -= 1"}, SECTION, test="dZ")
def subtracts_one_a_column_too_early():
    """Your gradient subtracts 1 one column to the left of the right class. The labels begin at 0: the label is the
    column."""


@slip(step_by_step, {"dZ[rows, y] -= 1": "dZ[rows, np.argmax(Z, axis=1)] -= 1"}, SECTION, test="dZ")
def subtracts_one_at_the_likeliest_class():
    """Your gradient subtracts 1 at the class that the network takes for the likeliest. It should be subtracted at the
    right class, which the label names."""


@slip(step_by_step, {"dZ[rows, y] -= 1": ""}, SECTION, test="dZ")
def returns_the_probabilities():
    """In your gradient nothing is subtracted at the right class, so that nothing tells the network which class was
    right. There, 1 has to be subtracted."""


@slip(step_by_step, {"dZ[rows, y] -= 1": "dZ[rows, y] = -1"}, SECTION, test="dZ")
def sets_the_right_class_to_minus_one():
    """Your gradient puts -1 at the right class in the place of its probability. The probability stays, less 1."""


@slip(step_by_step, {"dZ[rows, y] -= 1": "dZ[rows, y] = 1 - dZ[rows, y]"}, SECTION, test="dZ")
def sets_the_right_class_to_what_it_lacks():
    """Your gradient has the wrong sign at the right class: 1 less its probability. It should be the probability less 1."""


@slip(
    step_by_step,
    {("dZ = softmax(Z)\ndZ[rows, y] -= 1"): ("P = softmax(Z)\ndZ = np.zeros(Z.shape)\ndZ[rows, y] = P[rows, y] - 1")},
    SECTION,
    test="dZ",
)
def leaves_the_wrong_classes_zero():
    """Your gradient is 0 at all wrong classes. Their probabilities belong there: what the wrong classes lose, the right
    one gains."""


@slip(
    step_by_step,
    {("dZ = softmax(Z)\ndZ[rows, y] -= 1"): ("P = softmax(Z)\ndZ = np.zeros(Z.shape)\ndZ[rows, y] = -1 / P[rows, y]")},
    SECTION,
    test="dZ",
)
def derives_by_the_probability():
    """Your gradient is that with respect to the right class's probability. It has to go on through the softmax, to the
    scores: what the network believed, minus what is true."""


@slip(step_by_step, {"dZ = softmax(Z)": "dZ = Z.astype(float)"}, SECTION, test="dZ")
def takes_the_scores_for_probabilities():
    """Your gradient starts from the scores as they are. It should start from the probabilities: apply softmax to the
    scores."""


@slip(step_by_step, {"dZ = softmax(Z)": "dZ = S.astype(float)"}, SECTION, test="dZ")
def takes_the_shifted_scores_for_probabilities():
    """Your gradient starts from the scores without their largest one. It should start from the probabilities: apply
    softmax to the scores."""


@slip(step_by_step, {"dZ = softmax(Z)": "dZ = Z"}, SECTION, test="dZ")
def writes_the_gradient_into_the_scores():
    """Your gradient is written into the scores that were passed in, and starts from them instead of the probabilities.
    Softmax makes a new array of probabilities, in which you may write."""


@slip(step_by_step, {"dZ = softmax(Z)": "dZ = np.exp(S)"}, SECTION, test="dZ")
def takes_the_powers_for_probabilities():
    """Your gradient starts from the powers, which do not add up to 1 in each row. It should start from the
    probabilities: apply softmax to the scores."""


@slip(step_by_step, {"dZ = softmax(Z)": "dZ = np.exp(S) / np.sum(np.exp(S))"}, SECTION, test="dZ")
def divides_by_the_sum_of_all():
    """Your gradient starts from powers that are divided by the sum over the whole batch. Each example's probabilities
    add up to 1 by themselves, as softmax makes them."""


@slip(step_by_step, {"dZ = softmax(Z)": "dZ = softmax(softmax(Z))"}, SECTION, test="dZ")
def applies_softmax_twice():
    """Your gradient starts from the softmax of the probabilities. They are what softmax makes of the scores: apply it
    once."""


@slip(
    step_by_step,
    {"dZ = softmax(Z)": ("P = softmax(Z)\ndZ = P.copy()"), "dZ = dZ / m": "dZ = dZ * P * (1 - P) / m"},
    SECTION,
    test="dZ",
)
def multiplies_by_the_slope_of_a_sigmoid():
    """Your gradient is multiplied by the probability and by what it lacks to 1, the slope of a sigmoid. That of softmax
    and the loss together is already contained in the difference: nothing is multiplied."""
