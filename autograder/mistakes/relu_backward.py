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
    """Your function lets the gradient pass where the input of relu was negative or 0, and stops it where it was
    positive. It should be the other way round."""
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


@mistake(SECTION, test="values")
def hands_on_the_activation(dA, cache):
    """Your function returns the output of relu, and leaves out the gradient that arrived. Where the input was
    positive, the gradient should pass."""
    Z = cache
    dZ = np.maximum(0, Z)
    return dZ


@mistake(SECTION, test="values")
def hands_on_the_input(dA, cache):
    """Your function returns what was in the cache, and leaves out the gradient that arrived. Where the input of relu
    was positive, the gradient should pass."""
    Z = cache
    dZ = np.array(Z)
    return dZ


@mistake(SECTION, test="values")
def hands_on_true_and_false(dA, cache):
    """Your function returns True and False: where a gradient may pass. They have to be multiplied by the gradient that
    arrived."""
    Z = cache
    dZ = Z > 0
    return dZ


@mistake(SECTION, test="values")
def turns_the_gradient_where_negative(dA, cache):
    """Your function turns the sign of the gradient where the input of relu was negative. There, nothing should pass at
    all."""
    Z = cache
    dZ = dA * np.sign(Z)
    return dZ


@mistake(SECTION, test="values")
def turns_the_gradient(dA, cache):
    """Your gradient passes with the wrong sign. The slope of relu is 1 where its input was positive, and not -1."""
    Z = cache
    dZ = -dA * (Z > 0)
    return dZ


@mistake(SECTION, test="values")
def lets_a_little_through(dA, cache):
    """Your function lets a small part of the gradient pass where the input of relu was not positive, as leaky relu
    does. Nothing should pass there."""
    Z = cache
    dZ = np.where(Z > 0, dA, 0.01 * dA)
    return dZ


@mistake(SECTION, test="values")
def lets_a_tenth_through(dA, cache):
    """Your function lets a tenth of the gradient pass where the input of relu was not positive, as leaky relu does.
    Nothing should pass there."""
    Z = cache
    dZ = np.where(Z > 0, dA, 0.1 * dA)
    return dZ


@mistake(SECTION, test="zero")
def lets_half_through_at_zero(dA, cache):
    """Your function lets half of the gradient pass where the input of relu was exactly 0. In this course, as in the
    frameworks, nothing passes there."""
    Z = cache
    dZ = dA * np.heaviside(Z, 0.5)
    return dZ


@mistake(SECTION, test="values")
def stops_negative_gradients(dA, cache):
    """Your function stops negative gradients where the input of relu was positive. What passes there is the whole
    gradient, of either sign."""
    Z = cache
    dZ = np.maximum(0, dA * (Z > 0))
    return dZ


@mistake(SECTION, test="values")
def passes_everywhere_but_at_zero(dA, cache):
    """Your function lets the gradient pass wherever the input of relu was not 0. Where it was negative, nothing should
    pass."""
    Z = cache
    dZ = dA * (Z != 0)
    return dZ


@mistake(SECTION, test="values")
def passes_below_zero_only(dA, cache):
    """Your function lets the gradient pass where the input of relu was below 0, and nowhere else. It should pass where
    the input was above 0."""
    Z = cache
    dZ = dA * (Z < 0)
    return dZ


@mistake(SECTION, test="values")
def exchanges_gradient_and_cache(dA, cache):
    """Your function takes its two arguments for each other: the gradient decides, and what passes is the input of
    relu. The input should decide, and the gradient pass."""
    Z = cache
    dZ = Z * (dA > 0)
    return dZ


@mistake(SECTION, test="values")
def multiplies_by_the_output_of_sigmoid(dA, cache):
    """Your function multiplies by the slope of the sigmoid. The slope of relu is 1 where its input was positive, and 0
    elsewhere."""
    Z = cache
    dZ = dA * (1 / (1 + np.exp(-Z))) * (1 - 1 / (1 + np.exp(-Z)))
    return dZ


@mistake(SECTION, test="values")
def keeps_only_what_passes(dA, cache):
    """Your function returns the gradients that pass in a row, and leaves out the places where none does. The shape
    should stay, with 0 in those places."""
    Z = cache
    dZ = dA[Z > 0]
    return dZ


@mistake(SECTION, test="values")
def loses_the_shape(dA, cache):
    """Your result is a single row of numbers. It should have the shape of the gradient that arrived."""
    Z = cache
    dZ = (dA * (Z > 0)).ravel()
    return dZ


@mistake(SECTION, test="values")
def asks_the_whole_array(dA, cache):
    """Your code asks of several numbers at once whether they are larger or smaller than 0, as an if does with an array
    or with a row of it. The question is put to each entry of Z by itself."""
    Z = cache
    dZ = dA if Z > 0 else 0
    return dZ


@mistake(SECTION, test="values")
def takes_the_second_example_for_the_input(dA, cache):
    """Your code takes the cache apart into two and uses the second part, but the cache is the input of relu itself.
    For a batch of two, that is the second example; for others it fails."""
    _, Z = cache
    dZ = dA * (Z > 0)
    return dZ


@mistake(SECTION, test="values")
def takes_the_first_example_for_the_input(dA, cache):
    """Your code takes the cache apart into two and uses the first part, but the cache is the input of relu itself. For
    a batch of two, that is the first example; for others it fails."""
    Z, _ = cache
    dZ = dA * (Z > 0)
    return dZ


@mistake(SECTION, test="values")
def takes_the_first_entry_of_the_cache(dA, cache):
    """Your code takes the first entry of the cache, but the cache is the input of relu itself. What stands there is
    the first example alone."""
    Z = cache[0]
    dZ = dA * (Z > 0)
    return dZ


@mistake(SECTION, test="values")
def returns_the_input_as_well(dA, cache):
    """Your function returns two things, the gradient and the input of relu. It should return the gradient alone."""
    Z = cache
    dZ = dA * (Z > 0)
    return dZ, Z


@mistake(SECTION, test="zero")
def overwrites_the_gradient_and_passes_at_zero(dA, cache):
    """Your function writes zeros into the gradient that was passed in, and none where the input of relu was exactly 0.
    Nothing passes there either, and what was passed in should stay as it was."""
    dZ = dA
    dZ[cache < 0] = 0
    return dZ


@mistake(SECTION, test="values")
def takes_two_axes_for_granted(dA, cache):
    """Your loops go over two axes, and what they find in an array with more of them is no single number. The arrays
    may have any shape; no loop is needed."""
    Z = cache
    dZ = np.zeros(Z.shape)
    for i in range(Z.shape[0]):
        for j in range(Z.shape[1]):
            if Z[i, j] > 0:
                dZ[i, j] = dA[i, j]
    return dZ


@mistake(SECTION, test="unchanged")
def overwrites_the_cache_with_slopes(dA, cache):
    """Your function writes zeros and ones into the cached array. Make a new array for the slopes, so that the cache
    stays as it was."""
    Z = cache
    Z[Z <= 0] = 0
    Z[Z > 0] = 1
    dZ = dA * Z
    return dZ


@mistake(SECTION, test="unchanged")
def overwrites_the_cache(dA, cache):
    """Your function writes zeros into the cached array. Make a new array, so that the cache stays as it was."""
    Z = cache
    Z[Z < 0] = 0
    dZ = dA * (Z > 0)
    return dZ


@mistake(SECTION, test="values")
def multiplies_and_overwrites_the_cache(dA, cache):
    """Your function applies relu in the cached array itself, and multiplies the gradient by what is in it. The slope
    is 1 where the input was positive, whatever its size, and the cache should stay as it was."""
    Z = cache
    Z[Z < 0] = 0
    dZ = dA * Z
    return dZ


@mistake(SECTION, test="values", alone=True)
def multiplies_as_matrices(dA, cache):
    """Your gradient and the mask are multiplied as matrices, so that numbers of different places are added up, or the
    shapes do not fit. Relu works entry by entry."""
    return dA @ (cache > 0)


@mistake(SECTION, test="values", alone=True)
def compares_the_product_with_zero(dA, cache):
    """Your function only says whether gradient times input is above 0: without brackets, a comparison comes after the
    product. The input is compared first, and the gradient is multiplied by what comes of that."""
    return dA * cache > 0
