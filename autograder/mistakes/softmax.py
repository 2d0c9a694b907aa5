"""Wrong versions of `softmax`: other sums, other axes, and numbers that the computer cannot hold."""

import numpy as np

from autograder.catalogue import mistake

SECTION = "Softmax"


@mistake(SECTION, test="large")
def takes_powers_of_large_scores(Z):
    """Your powers are taken of the scores as they are, and for large scores they are more than the computer can hold.
    Subtract the largest score of each example first."""
    powers = np.exp(Z)
    return powers / np.sum(powers, axis=1, keepdims=True)


@mistake(SECTION, test="large")
def subtracts_the_largest_of_all(Z):
    """Your scores are lowered by the largest one of the whole batch. An example whose scores are far below it is left
    with zeros only: subtract the largest score of each row."""
    powers = np.exp(Z - np.max(Z))
    return powers / np.sum(powers, axis=1, keepdims=True)


@mistake(SECTION, test="values")
def divides_by_the_sum_of_all(Z):
    """Your probabilities add up to 1 over the whole batch.
    Those of each example should add up to 1: the sum runs over the classes of one row."""
    powers = np.exp(Z - np.max(Z))
    return powers / np.sum(powers)


@mistake(SECTION, test="values")
def normalizes_the_columns(Z):
    """Your probabilities add up to 1 over the examples, in each column.
    They should add up to 1 over the classes, in each row."""
    powers = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return powers / np.sum(powers, axis=0, keepdims=True)


@mistake(SECTION, test="values")
def leaves_out_the_powers(Z):
    """Your scores are divided by their sum as they are, so that some come out negative.
    Take the powers first, which are positive always."""
    return Z / np.sum(Z, axis=1, keepdims=True)


@mistake(SECTION, test="values")
def leaves_out_the_division(Z):
    """Your result consists of the powers, which do not add up to 1.
    Divide them by their sum over the classes."""
    return np.exp(Z - np.max(Z, axis=1, keepdims=True))


@mistake(SECTION, test="values")
def takes_the_sigmoid(Z):
    """Your function squeezes each score by itself into the range from 0 to 1, which is the sigmoid.
    In softmax the scores of an example share one sum, and the probabilities add up to 1."""
    return 1 / (1 + np.exp(-Z))


@mistake(SECTION, test="values")
def divides_by_the_largest(Z):
    """Your scores are divided by the largest one.
    It should be subtracted: only then do the probabilities stay what they were."""
    powers = np.exp(Z / np.max(np.abs(Z), axis=1, keepdims=True))
    return powers / np.sum(powers, axis=1, keepdims=True)


@mistake(SECTION, test="values")
def takes_powers_of_two(Z):
    """Your powers have the base 2.
    Softmax is made with the powers of e, the base of the natural logarithm."""
    powers = 2.0 ** (Z - np.max(Z, axis=1, keepdims=True))
    return powers / np.sum(powers, axis=1, keepdims=True)


@mistake(SECTION, test="square")
def lets_the_sums_run_along_the_columns(Z):
    """Your sums have lost their axis, so that they are matched with the columns instead of the rows.
    With as many examples as classes nothing complains, and the numbers are wrong: keep the axis."""
    powers = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    return powers / np.sum(powers, axis=1)


@mistake(SECTION, test="one")
def drops_the_axis_of_a_single_example(Z):
    """Your result loses an axis where there is a single example or a single class.
    It should have the shape of the scores."""
    powers = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    return np.squeeze(powers / np.sum(powers, axis=1, keepdims=True))


@mistake(SECTION, test="unchanged")
def overwrites_the_scores(Z):
    """Your function writes into the scores that were passed in.
    Make a new array, so that the caller's one stays as it was."""
    Z -= np.max(Z, axis=1, keepdims=True)
    powers = np.exp(Z)
    return powers / np.sum(powers, axis=1, keepdims=True)
