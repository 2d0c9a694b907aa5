"""Wrong versions of `softmax`: what the powers are divided by."""

import numpy as np

from autograder.catalogue import mistake
from autograder.mistakes.softmax.lines import SECTION


@mistake(SECTION, test="values")
def divides_by_the_sum_of_all(Z):
    """Your probabilities add up to 1 over the whole batch.
    Those of each example should add up to 1: the sum runs over the classes of one row."""
    shifted = Z - np.max(Z)
    powers = np.exp(shifted)
    P = powers / np.sum(powers)
    return P


@mistake(SECTION, test="values")
def divides_shifted_rows_by_the_sum_of_all(Z):
    """Your powers are divided by the sum over the whole batch, so that only all rows together add up to 1. The sum
    should run over the classes of one example, as the largest score is that of one example."""
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    powers = np.exp(shifted)
    P = powers / np.sum(powers)
    return P


@mistake(SECTION, test="values")
def normalizes_the_columns(Z):
    """Your probabilities add up to 1 over the examples, in each column.
    They should add up to 1 over the classes, in each row."""
    shifted = Z - np.max(Z, axis=0, keepdims=True)
    powers = np.exp(shifted)
    P = powers / np.sum(powers, axis=0, keepdims=True)
    return P


@mistake(SECTION, test="values")
def adds_up_the_columns(Z):
    """Your sums run over the examples, down each column, though the largest score is that of each row.
    Add up the powers of one example: its probabilities should add up to 1."""
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    powers = np.exp(shifted)
    P = powers / np.sum(powers, axis=0, keepdims=True)
    return P


@mistake(SECTION, test="square")
def lets_the_sums_run_along_the_columns(Z):
    """Your sums have lost their axis, so that they are matched with the columns instead of the rows.
    With as many examples as classes nothing complains, and the numbers are wrong: keep the axis."""
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    powers = np.exp(shifted)
    P = powers / np.sum(powers, axis=1)
    return P


@mistake(SECTION, test="square")
def lets_all_run_along_the_columns(Z):
    """Both your largest scores and your sums have lost their axis, and are matched with the columns instead of the rows.
    With as many examples as classes nothing complains, and the numbers are wrong: keep the axis in both."""
    shifted = Z - np.max(Z, axis=1)
    powers = np.exp(shifted)
    P = powers / np.sum(powers, axis=1)
    return P


@mistake(SECTION, test="values")
def leaves_out_the_division(Z):
    """Your result consists of the powers, which do not add up to 1.
    Divide them by their sum over the classes."""
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    powers = np.exp(shifted)
    return powers


@mistake(SECTION, test="values")
def returns_the_powers_of_the_scores(Z):
    """Your result consists of the powers of the scores as they are. They do not add up to 1, and those of large scores
    are more than the computer can hold: subtract the largest score first, and divide by the sum of the powers."""
    return np.exp(Z)


@mistake(SECTION, test="values")
def divides_by_the_mean(Z):
    """Your powers are divided by their mean, so that each row adds up to the number of classes.
    Divide them by their sum, so that it adds up to 1."""
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    powers = np.exp(shifted)
    P = powers / np.mean(powers, axis=1, keepdims=True)
    return P


@mistake(SECTION, test="values")
def divides_by_the_number_of_classes(Z):
    """Your powers are divided by the number of classes. Divide them by their sum instead, so that each row adds up to
    1."""
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    powers = np.exp(shifted)
    P = powers / Z.shape[1]
    return P


@mistake(SECTION, test="values")
def divides_by_the_sum_of_squares(Z):
    """Your powers are divided by the root of the sum of their squares, and then only their squares add up to 1.
    Divide them by their plain sum."""
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    powers = np.exp(shifted)
    P = powers / np.linalg.norm(powers, axis=1, keepdims=True)
    return P
