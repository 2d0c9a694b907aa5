"""Wrong versions of `dense_forward`: products, biases and what is put aside."""

import numpy as np

from autograder.catalogue import mistake

SECTION = "The dense layer"


@mistake(SECTION, test="bias")
def leaves_out_the_bias(A_prev, W, b):
    """Your units have no bias.
    It has to be added to the product, once for each unit."""
    Z = A_prev @ W
    return Z, (A_prev, W, b)


@mistake(SECTION, test="bias")
def adds_the_bias_for_each_weight(A_prev, W, b):
    """Your bias is added once for each weight of a unit.
    It belongs to the whole sum, and should be added once."""
    Z = A_prev @ W + b * W.shape[0]
    return Z, (A_prev, W, b)


@mistake(SECTION, test="bias")
def subtracts_the_bias(A_prev, W, b):
    """Your bias is subtracted from the product.
    It should be added."""
    Z = A_prev @ W - b
    return Z, (A_prev, W, b)


@mistake(SECTION, test="bias")
def adds_the_first_bias_to_all_units(A_prev, W, b):
    """All units get the first bias.
    Each unit has a bias of its own, in its column."""
    Z = A_prev @ W + b[0, 0]
    return Z, (A_prev, W, b)


@mistake(SECTION, test="values")
def multiplies_entry_by_entry(A_prev, W, b):
    """Your arrays are multiplied entry by entry.
    A dense layer needs the matrix product, in which each row meets each column."""
    Z = A_prev * W + b
    return Z, (A_prev, W, b)


@mistake(SECTION, test="values")
def transposes_the_weights(A_prev, W, b):
    """Your weights are transposed, although they come with one column for each unit.
    Take them as they are; for square arrays the shapes do not give the mistake away."""
    Z = A_prev @ W.T + b
    return Z, (A_prev, W, b)


@mistake(SECTION, test="values")
def multiplies_from_the_left(A_prev, W, b):
    """Your product has the weights on the left, as in courses in which each example is a column.
    Here each example is a row, and the weights stand on the right."""
    Z = W @ A_prev + b
    return Z, (A_prev, W, b)


@mistake(SECTION, test="shape")
def makes_columns_of_examples(A_prev, W, b):
    """Your result is transposed: one column for each example.
    The first axis should count the examples."""
    Z = (A_prev @ W + b).T
    return Z, (A_prev, W, b)


@mistake(SECTION, test="values")
def applies_relu(A_prev, W, b):
    """Your layer applies relu to its result.
    A dense layer returns the sum as it is; an activation is a layer of its own."""
    Z = np.maximum(0, A_prev @ W + b)
    return Z, (A_prev, W, b)


@mistake(SECTION, test="one")
def drops_axes_of_length_one(A_prev, W, b):
    """Your result loses an axis where there is a single example or a single unit.
    It should have two axes always."""
    Z = np.squeeze(A_prev @ W + b)
    return Z, (A_prev, W, b)


@mistake(SECTION, test="integer")
def takes_over_whole_numbers(A_prev, W, b):
    """Your result takes over the type of its input. Where that holds whole numbers, the fractions of the sums are cut
    off."""
    Z = np.zeros((A_prev.shape[0], W.shape[1]), dtype=A_prev.dtype)
    for i in range(Z.shape[0]):
        for j in range(Z.shape[1]):
            Z[i, j] = np.sum(A_prev[i] * W[:, j]) + b[0, j]
    return Z, (A_prev, W, b)


@mistake(SECTION, test="cache")
def caches_the_result(A_prev, W, b):
    """Your cache holds the result in place of the input.
    The way back needs the input, the weights and the bias, in this order."""
    Z = A_prev @ W + b
    return Z, (Z, W, b)


@mistake(SECTION, test="cache")
def caches_in_another_order(A_prev, W, b):
    """Your cache holds the weights first.
    The way back takes it apart in the order input, weights, bias."""
    Z = A_prev @ W + b
    return Z, (W, b, A_prev)


@mistake(SECTION, test="cache")
def caches_the_weights_first(A_prev, W, b):
    """Your cache has the weights in front of the input.
    The way back unpacks it in the order (A_prev, W, b), so it should be put aside in that order."""
    Z = np.dot(A_prev, W) + b
    return Z, (W, A_prev, b)
