"""Wrong versions of `softmax`: what is returned."""

import numpy as np

from autograder.catalogue import mistake
from autograder.mistakes.softmax.lines import SECTION


@mistake(SECTION, test="values")
def returns_logarithms(Z):
    """Your result consists of the logarithms of the probabilities, none of which is positive.
    Return the probabilities themselves."""
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    powers = np.exp(shifted)
    P = shifted - np.log(np.sum(powers, axis=1, keepdims=True))
    return P


@mistake(SECTION, test="values")
def takes_the_logarithm_at_the_end(Z):
    """Your function takes the logarithm of the probabilities at the end, which is infinite where one is rounded to 0.
    Return the probabilities themselves."""
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    powers = np.exp(shifted)
    P = powers / np.sum(powers, axis=1, keepdims=True)
    return np.log(P)


@mistake(SECTION, test="values")
def returns_one_for_the_largest(Z):
    """Your result is 1 at the largest score of each example and 0 elsewhere, as if the network were always sure.
    The other classes should get their share, according to the powers of their scores."""
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    return (shifted == 0) * 1.0


@mistake(SECTION, test="values")
def returns_the_likeliest_class(Z):
    """Your result is the number of the likeliest class of each example.
    Return the probabilities of all classes."""
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    powers = np.exp(shifted)
    P = powers / np.sum(powers, axis=1, keepdims=True)
    return np.argmax(P, axis=1)


@mistake(SECTION, test="values")
def returns_the_last_example_only(Z):
    """Your result is the row of the last example only.
    Put the probabilities of each example into their own row."""
    for i in range(Z.shape[0]):
        powers = np.exp(Z[i] - np.max(Z[i]))
        P = powers / np.sum(powers)
    return P


@mistake(SECTION, test="one")
def drops_the_axis_of_a_single_example(Z):
    """Your result loses its first axis where there is a single example. It should have the shape of the scores."""
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    powers = np.exp(shifted)
    P = powers / np.sum(powers, axis=1, keepdims=True)
    return np.squeeze(P)


@mistake(SECTION, test="values")
def applies_softmax_twice(Z):
    """Your function takes the powers of the finished probabilities once more and divides again, which brings all of
    them close together. Once is enough."""
    powers = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    P = powers / np.sum(powers, axis=1, keepdims=True)
    return np.exp(P) / np.sum(np.exp(P), axis=1, keepdims=True)
