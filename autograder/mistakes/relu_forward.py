"""Wrong versions of `relu_forward`: another function, another cache, or an input that is changed."""

import numpy as np

from autograder.catalogue import mistake

SECTION = "Relu, there and back"


@mistake(SECTION, test="values")
def takes_the_absolute_value(Z):
    """Your function turns negative numbers into positive ones.
    Relu puts 0 in their place."""
    A = np.abs(Z)
    return A, Z


@mistake(SECTION, test="values")
def takes_the_minimum(Z):
    """Your function keeps what is negative and puts 0 in place of what is positive.
    It should be the other way round."""
    A = np.minimum(0, Z)
    return A, Z


@mistake(SECTION, test="values")
def takes_the_largest_entry(Z):
    """Your function returns one number, the largest of the whole array.
    Relu compares each entry by itself with 0, and the shape stays."""
    A = np.max(Z)
    return A, Z


@mistake(SECTION, test="values")
def lets_a_little_through(Z):
    """Your function lets a small part of each negative number through, which is another activation, leaky relu.
    Relu puts exactly 0 in the place of negative numbers."""
    A = np.where(Z > 0, Z, 0.01 * Z)
    return A, Z


@mistake(SECTION, test="values")
def stops_at_one(Z):
    """Your function cuts off large numbers at 1.
    Relu leaves positive numbers as they are, however large."""
    A = np.clip(Z, 0, 1)
    return A, Z


@mistake(SECTION, test="values")
def returns_the_mask(Z):
    """Your function says where an entry is positive, and no longer what it was.
    Positive entries should come out as they went in."""
    A = (Z > 0) * 1.0
    return A, Z


@mistake(SECTION, test="shapes")
def takes_four_axes_for_granted(Z):
    """Your function takes its input to have four axes, and fails on others.
    Relu works entry by entry on an array of any shape, without loops."""
    (m, n_H, n_W, n_C) = Z.shape
    A = np.zeros((m, n_H, n_W, n_C))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    A[i, h, w, c] = max(0, Z[i, h, w, c])
    return A, Z


@mistake(SECTION, test="cache")
def caches_the_output(Z):
    """Your cache holds the output of relu.
    The way back is described for its input, the array that came in."""
    A = np.maximum(0, Z)
    cache = A
    return A, cache


@mistake(SECTION, test="unchanged")
def overwrites_the_input(Z):
    """Your function writes the zeros into the array that was passed in, so that the numbers from before are lost.
    Make a new array for the result."""
    Z[Z < 0] = 0
    A = Z
    return A, Z


@mistake(SECTION, test="values")
def compares_with_an_axis(Z):
    """Your code hands 0 and the array to the function that looks for the largest entry of one array, which takes the
    second for an axis. Relu compares each entry with 0, so the largest of two numbers is wanted, entry by entry."""
    A = np.max(0, Z)
    return A, Z
