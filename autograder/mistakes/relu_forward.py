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
    """Your code hands 0 and the array to the function that looks for the largest entry of one array, and that takes the
    second for an axis. Relu compares each entry with 0: the larger of two numbers is wanted, entry by entry."""
    A = np.max(0, Z)
    return A, Z


@mistake(SECTION, test="values")
def returns_the_input(Z):
    """Your function returns its input as it is. Relu puts 0 in the place of negative numbers."""
    A = np.array(Z)
    return A, Z


@mistake(SECTION, test="values")
def keeps_the_negative_side(Z):
    """Your result is 0 where the input is positive, and positive where it is negative. Relu keeps positive numbers as
    they are, and puts 0 in the place of the negative ones."""
    A = np.maximum(0, -Z)
    return A, Z


@mistake(SECTION, test="values")
def lets_a_tenth_through(Z):
    """Your function lets a tenth of each negative number through, which is another activation, leaky relu. Relu puts
    exactly 0 in the place of negative numbers."""
    A = np.where(Z > 0, Z, 0.1 * Z)
    return A, Z


@mistake(SECTION, test="values")
def takes_the_sigmoid(Z):
    """Your function is another activation, the sigmoid, which puts every number between 0 and 1. Relu leaves positive
    numbers as they are and puts 0 in the place of negative ones."""
    A = 1 / (1 + np.exp(-Z))
    return A, Z


@mistake(SECTION, test="values")
def takes_the_hyperbolic_tangent(Z):
    """Your function is another activation, the hyperbolic tangent, which puts every number between -1 and 1. Relu
    leaves positive numbers as they are and puts 0 in the place of negative ones."""
    A = np.tanh(Z)
    return A, Z


@mistake(SECTION, test="values")
def takes_the_softplus(Z):
    """Your function is another activation, softplus, which is smooth at 0. Relu has a corner there: positive numbers
    stay as they are, and all others become exactly 0."""
    A = np.log(1 + np.exp(Z))
    return A, Z


@mistake(SECTION, test="values")
def takes_the_exponential_branch(Z):
    """Your function bends down below 0 as another activation does, the elu. Relu puts exactly 0 in the place of
    negative numbers."""
    A = np.where(Z > 0, Z, np.exp(Z) - 1)
    return A, Z


@mistake(SECTION, test="values")
def returns_true_and_false(Z):
    """Your result holds True and False: where an entry is positive, and no longer what it was. Positive entries should
    come out as they went in."""
    A = Z > 0
    return A, Z


@mistake(SECTION, test="values")
def takes_the_sign(Z):
    """Your function keeps nothing of a number but its sign. Relu leaves positive numbers as they are, and puts 0 in
    the place of negative ones."""
    A = np.sign(Z)
    return A, Z


@mistake(SECTION, test="values")
def leaves_out_the_negative_entries(Z):
    """Your function leaves out the entries that are not positive, and the shape is lost. Relu puts 0 in their place."""
    A = Z[Z > 0]
    return A, Z


@mistake(SECTION, test="values")
def loses_the_shape(Z):
    """Your result is a single row of numbers. It should have the shape of the input."""
    A = np.maximum(0, Z).ravel()
    return A, Z


@mistake(SECTION, test="values")
def cuts_off_the_fractions(Z):
    """Your result holds whole numbers, so that what stands behind the decimal point is cut off. Relu leaves positive
    numbers exactly as they are."""
    A = np.maximum(0, Z).astype(int)
    return A, Z


@mistake(SECTION, test="values")
def asks_the_whole_array(Z):
    """Your code asks of several numbers at once whether they are larger or smaller than 0, as an if or a max(…) does
    with an array or with a row of it. Relu asks it of each entry by itself."""
    A = max(0, Z)
    return A, Z


@mistake(SECTION, test="values")
def takes_two_axes_for_granted(Z):
    """Your loops go over two axes, and what they find in an array with more of them is no single number. Relu works
    entry by entry on an array of any shape, without loops."""
    A = np.zeros(Z.shape)
    for i in range(Z.shape[0]):
        for j in range(Z.shape[1]):
            A[i, j] = max(0, Z[i, j])
    return A, Z


@mistake(SECTION, test="values")
def unpacks_two_axes(Z):
    """Your function takes the shape of its input apart into two numbers, and fails where there are more axes. Relu
    works entry by entry on an array of any shape, without loops."""
    (m, n) = Z.shape
    A = np.zeros((m, n))
    for i in range(m):
        for j in range(n):
            A[i, j] = max(0, Z[i, j])
    return A, Z


@mistake(SECTION, test="values")
def takes_the_largest_along_an_axis(Z):
    """Your function looks for the largest entries along the first axis, so that this axis is lost, as where 0 is given
    as the number of an axis. Relu compares each entry with the number 0."""
    A = np.max(Z, 0)
    return A, Z


@mistake(SECTION, test="cache")
def caches_the_mask(Z):
    """Your cache holds True and False: where the input is positive. What is to be put aside is the input itself."""
    A = np.maximum(0, Z)
    return A, Z > 0


@mistake(SECTION, test="cache")
def caches_the_slope(Z):
    """Your cache holds the slope, 1 where the input is positive and 0 elsewhere. What is to be put aside is the input
    itself."""
    A = np.maximum(0, Z)
    return A, (Z > 0) * 1.0


@mistake(SECTION, test="cache")
def caches_the_shape(Z):
    """Your cache holds the shape of the input. The way back needs its numbers: what is to be put aside is the input
    itself."""
    A = np.maximum(0, Z)
    return A, Z.shape


@mistake(SECTION, test="cache")
def caches_input_and_output(Z):
    """Your cache holds two arrays, the input and the output. The way back is described for a cache that is the input
    alone."""
    A = np.maximum(0, Z)
    return A, (Z, A)


@mistake(SECTION, test="cache")
def caches_output_and_input(Z):
    """Your cache holds two arrays, the output and the input. The way back is described for a cache that is the input
    alone."""
    A = np.maximum(0, Z)
    return A, (A, Z)


@mistake(SECTION, test="cache")
def wraps_the_cache(Z):
    """Your cache is a collection with the input as its only part. It should be the input itself."""
    A = np.maximum(0, Z)
    return A, (Z,)


@mistake(SECTION, test="cache")
def caches_nothing(Z):
    """Your cache is None. The way back needs the input, and the cache is where it is put aside."""
    A = np.maximum(0, Z)
    return A, None


@mistake(SECTION, test="values")
def returns_the_cache_first(Z):
    """Your function returns the cache first and the result second. The order is: the result, the cache."""
    A = np.maximum(0, Z)
    return Z, A


@mistake(SECTION, test="values")
def returns_no_cache(Z):
    """Your function returns the result alone. It should return two things, the result and the cache."""
    A = np.maximum(0, Z)
    return A


@mistake(SECTION, test="unchanged")
def overwrites_the_input_after_a_copy(Z):
    """Your function puts a copy of its input aside, and then writes into the input itself. That is still the array of
    whoever called: make a new one for the result."""
    cache = Z.copy()
    Z[Z < 0] = 0
    A = Z
    return A, cache


@mistake(SECTION, test="values", alone=True)
def stops_at_six(Z):
    """Your function cuts off large numbers at 6, which is another activation, relu6. Relu leaves positive numbers as
    they are, however large."""
    A = np.clip(Z, 0, 6)
    return A, Z
