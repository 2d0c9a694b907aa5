"""Wrong versions of `softmax`: what is subtracted from the scores first."""

import numpy as np

from autograder.catalogue import mistake
from autograder.mistakes.softmax.lines import SECTION


@mistake(SECTION, test="large")
def takes_powers_of_large_scores(Z):
    """Your powers are taken of scores that are still as large as they came, or nearly, and for large scores they are
    more than the computer can hold. Subtract the largest score of each example first."""
    shifted = Z
    powers = np.exp(shifted)
    P = powers / np.sum(powers, axis=1, keepdims=True)
    return P


@mistake(SECTION, test="large")
def adds_the_largest_score(Z):
    """Your function adds the largest score of each example, so that large scores become still larger.
    It should be subtracted: then the largest exponent is 0, and no power is too large."""
    shifted = Z + np.max(Z, axis=1, keepdims=True)
    powers = np.exp(shifted)
    P = powers / np.sum(powers, axis=1, keepdims=True)
    return P


@mistake(SECTION, test="large")
def subtracts_the_smallest_score(Z):
    """Your function subtracts the smallest score of each example, and where the others are far above it, their powers
    are more than the computer can hold. Subtract the largest one."""
    shifted = Z - np.min(Z, axis=1, keepdims=True)
    powers = np.exp(shifted)
    P = powers / np.sum(powers, axis=1, keepdims=True)
    return P


@mistake(SECTION, test="large")
def subtracts_the_mean_score(Z):
    """Your function subtracts the mean score of each example, and where a score is far above it, the power is more than
    the computer can hold. Subtract the largest one."""
    shifted = Z - np.mean(Z, axis=1, keepdims=True)
    powers = np.exp(shifted)
    P = powers / np.sum(powers, axis=1, keepdims=True)
    return P


@mistake(SECTION, test="large")
def subtracts_the_largest_of_all(Z):
    """Your scores are lowered by the largest one of the whole batch. An example whose scores are far below it is left
    with zeros only: subtract the largest score of each row."""
    shifted = Z - np.max(Z)
    powers = np.exp(shifted)
    P = powers / np.sum(powers, axis=1, keepdims=True)
    return P


@mistake(SECTION, test="values")
def subtracts_the_largest_of_each_column(Z):
    """Your function subtracts from each class its largest score in the batch, so that the scores of one example are
    lowered by different numbers. Subtract the largest score of each row, the same for all classes."""
    shifted = Z - np.max(Z, axis=0, keepdims=True)
    powers = np.exp(shifted)
    P = powers / np.sum(powers, axis=1, keepdims=True)
    return P


@mistake(SECTION, test="values")
def divides_by_the_largest(Z):
    """Your scores are divided by the largest one.
    It should be subtracted: only then do the probabilities stay what they were."""
    shifted = Z / np.max(Z, axis=1, keepdims=True)
    powers = np.exp(shifted)
    P = powers / np.sum(powers, axis=1, keepdims=True)
    return P


@mistake(SECTION, test="values")
def divides_by_the_largest_size(Z):
    """Your scores are divided by the largest of their absolute values. The largest score should be subtracted: only
    then do the probabilities stay what they were."""
    shifted = Z / np.max(np.abs(Z), axis=1, keepdims=True)
    powers = np.exp(shifted)
    P = powers / np.sum(powers, axis=1, keepdims=True)
    return P


@mistake(SECTION, test="square")
def lets_the_largest_scores_run_along_the_columns(Z):
    """Your largest scores have lost their axis, so that they are matched with the columns instead of the rows.
    With as many examples as classes nothing complains, and the numbers are wrong: keep the axis."""
    shifted = Z - np.max(Z, axis=1)
    powers = np.exp(shifted)
    P = powers / np.sum(powers, axis=1, keepdims=True)
    return P


@mistake(SECTION, test="unchanged")
def overwrites_the_scores(Z):
    """Your function writes into the scores that were passed in.
    Make a new array, so that the caller's one stays as it was."""
    Z -= np.max(Z, axis=1, keepdims=True)
    powers = np.exp(Z)
    P = powers / np.sum(powers, axis=1, keepdims=True)
    return P


@mistake(SECTION, test="large")
def cuts_off_large_scores(Z):
    """Your scores are cut off at both ends, so that different large scores become equal.
    Subtract the largest one of each example instead: then no power is too large, and no difference is lost."""
    powers = np.exp(np.clip(Z, -500, 500))
    P = powers / np.sum(powers, axis=1, keepdims=True)
    return P


@mistake(SECTION, test="large", alone=True)
def subtracts_the_largest_size(Z):
    """Your scores are lowered by the largest of their absolute values. Where all scores are far below 0, they become
    lower still, and all powers are 0: subtract the largest score as it is."""
    shifted = Z - np.max(np.abs(Z), axis=1, keepdims=True)
    powers = np.exp(shifted)
    P = powers / np.sum(powers, axis=1, keepdims=True)
    return P
