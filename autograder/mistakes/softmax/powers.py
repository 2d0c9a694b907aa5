"""Wrong versions of `softmax`: other powers, or none."""

import numpy as np

from autograder.catalogue import mistake
from autograder.mistakes.softmax.lines import SECTION


@mistake(SECTION, test="values")
def takes_the_powers_above_of_large_scores(Z):
    """Your powers above the line are taken of the scores as they are, and those in the sum below of the scores without
    their largest one. Take the same powers in both places."""
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    powers = np.exp(Z)
    P = powers / np.sum(np.exp(shifted), axis=1, keepdims=True)
    return P


@mistake(SECTION, test="values")
def takes_the_sum_of_large_powers(Z):
    """Your sum consists of powers of the scores as they are, and what is divided by it of powers of the scores without
    their largest one. Add up the same powers that are divided."""
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    powers = np.exp(shifted)
    P = powers / np.sum(np.exp(Z), axis=1, keepdims=True)
    return P


@mistake(SECTION, test="values")
def leaves_out_the_powers(Z):
    """Your scores are divided by their sum as they are, so that some can come out negative. Take the powers first,
    which are positive always."""
    return Z / np.sum(Z, axis=1, keepdims=True)


@mistake(SECTION, test="values")
def divides_the_shifted_scores(Z):
    """Your scores are divided by their sum once their largest one is subtracted, and no powers are taken.
    Take the powers of what the subtraction leaves, and divide these by their sum."""
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    P = shifted / np.sum(shifted, axis=1, keepdims=True)
    return P


@mistake(SECTION, test="values")
def divides_powers_by_the_sum_of_scores(Z):
    """Your powers are divided by the sum of the scores themselves.
    Divide them by the sum of the powers, so that the probabilities add up to 1."""
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    powers = np.exp(shifted)
    P = powers / np.sum(Z, axis=1, keepdims=True)
    return P


@mistake(SECTION, test="values")
def divides_powers_by_the_sum_of_shifted_scores(Z):
    """Your powers are divided by the sum of the scores without their largest one.
    Divide them by the sum of the powers, so that the probabilities add up to 1."""
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    powers = np.exp(shifted)
    P = powers / np.sum(shifted, axis=1, keepdims=True)
    return P


@mistake(SECTION, test="values")
def divides_shifted_scores_by_the_powers(Z):
    """Your scores without their largest one are divided by the sum of the powers. It is the powers themselves that
    should be divided by it."""
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    powers = np.exp(shifted)
    P = shifted / np.sum(powers, axis=1, keepdims=True)
    return P


@mistake(SECTION, test="values")
def divides_scores_by_the_powers(Z):
    """Your scores themselves are divided by the sum of the powers. It is the powers that should be divided by it."""
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    powers = np.exp(shifted)
    P = Z / np.sum(powers, axis=1, keepdims=True)
    return P


@mistake(SECTION, test="values")
def takes_powers_of_the_negative_scores(Z):
    """Your powers are taken with the wrong sign, so that the smallest score gets the largest probability.
    Subtract the largest score from the scores, not the other way round, and take the powers of that."""
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    powers = np.exp(-shifted)
    P = powers / np.sum(powers, axis=1, keepdims=True)
    return P


@mistake(SECTION, test="values")
def takes_powers_of_two(Z):
    """Your powers have the base 2.
    Softmax is made with the powers of e, the base of the natural logarithm."""
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    powers = 2.0**shifted
    P = powers / np.sum(powers, axis=1, keepdims=True)
    return P


@mistake(SECTION, test="values")
def takes_powers_of_ten(Z):
    """Your powers have the base 10.
    Softmax is made with the powers of e, the base of the natural logarithm."""
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    powers = 10.0**shifted
    P = powers / np.sum(powers, axis=1, keepdims=True)
    return P


@mistake(SECTION, test="values")
def takes_the_sigmoid(Z):
    """Your function squeezes each score by itself into the range from 0 to 1, which is the sigmoid.
    In softmax the scores of an example share one sum, and the probabilities add up to 1."""
    return 1 / (1 + np.exp(-Z))


@mistake(SECTION, test="values")
def takes_the_sigmoid_of_shifted_scores(Z):
    """Your function takes the sigmoid of each score by itself, once the largest one is subtracted.
    In softmax the scores of an example share one sum, and the probabilities add up to 1."""
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    P = 1 / (1 + np.exp(-shifted))
    return P
