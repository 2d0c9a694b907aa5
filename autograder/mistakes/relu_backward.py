"""Wrong versions of `relu_backward`: what passes is decided by the wrong thing, or is not what arrived."""

import numpy as np

from autograder.catalogue import mistake

SECTION = "Relu, there and back"


@mistake(SECTION, test="values")
def passes_everything(dA, cache):
    """Your function hands on every gradient.
    Where the input of relu was not positive, nothing should pass."""
    dZ = np.array(dA)
    return dZ


@mistake(SECTION, test="values")
def asks_the_gradient(dA, cache):
    """Your function lets positive gradients pass and stops negative ones.
    Whether a gradient passes depends on the input of relu at that place, not on the gradient."""
    dZ = dA * (dA > 0)
    return dZ


@mistake(SECTION, test="zero")
def passes_at_zero(dA, cache):
    """Your function lets a gradient pass where the input of relu was exactly 0.
    In this course, as in the frameworks, nothing passes there."""
    Z = cache
    dZ = dA * (Z >= 0)
    return dZ


@mistake(SECTION, test="values")
def hands_on_the_mask(dA, cache):
    """Your function returns the slope of relu, and leaves out the gradient that arrived.
    The two have to be multiplied."""
    Z = cache
    dZ = (Z > 0) * 1.0
    return dZ


@mistake(SECTION, test="values")
def multiplies_by_the_activation(dA, cache):
    """Your function multiplies the gradient by the output of relu.
    The slope of relu is 1 where its input was positive, and not the number itself."""
    Z = cache
    dZ = dA * np.maximum(0, Z)
    return dZ


@mistake(SECTION, test="values")
def passes_where_negative(dA, cache):
    """Your function lets the gradient pass where the input of relu was negative, and stops it where it was positive.
    It should be the other way round."""
    Z = cache
    dZ = np.where(Z > 0, 0.0, dA)
    return dZ


@mistake(SECTION, test="values")
def applies_relu_to_the_product(dA, cache):
    """Your function multiplies gradient and input, and then applies relu.
    What passes is the gradient alone, of either sign, wherever the input of relu was positive."""
    dZ = np.maximum(0, dA * cache)
    return dZ


@mistake(SECTION, test="integer")
def takes_over_whole_numbers(dA, cache):
    """Your result takes over the type of the cached array. Where that holds whole numbers, the fractions of the
    gradient are cut off."""
    Z = cache
    dZ = np.zeros_like(Z)
    dZ[Z > 0] = dA[Z > 0]
    return dZ


@mistake(SECTION, test="unchanged")
def overwrites_the_gradient(dA, cache):
    """Your function writes the zeros into the gradient that was passed in.
    Make a new array, so that the caller's one stays as it was."""
    dZ = dA
    dZ[cache <= 0] = 0
    return dZ


@mistake(SECTION, test="values")
def multiplies_by_the_input(dA, cache):
    """Your code multiplies the gradient by Z itself.
    The slope of relu is 1 where Z is positive and 0 elsewhere: the size of Z does not matter."""
    Z = cache
    dZ = dA * Z
    return dZ
