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
    """Your result loses its axes where a single example meets a single unit, as after np.squeeze, which drops every
    axis of length 1. It should have two axes always."""
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
    """Your cache holds the weights, the bias and the input, in this order. The way back takes it apart in the order
    input, weights, bias."""
    Z = A_prev @ W + b
    return Z, (W, b, A_prev)


@mistake(SECTION, test="cache")
def caches_the_weights_first(A_prev, W, b):
    """Your cache has the weights in front of the input.
    The way back unpacks it in the order (A_prev, W, b), so it should be put aside in that order."""
    Z = np.dot(A_prev, W) + b
    return Z, (W, A_prev, b)


@mistake(SECTION, test="bias")
def multiplies_by_the_bias(A_prev, W, b):
    """Your product is multiplied by the bias. The bias has to be added."""
    Z = A_prev @ W * b
    return Z, (A_prev, W, b)


@mistake(SECTION, test="bias")
def adds_the_bias_twice(A_prev, W, b):
    """Your bias is added twice. It should be added once for each unit."""
    Z = A_prev @ W + b + b
    return Z, (A_prev, W, b)


@mistake(SECTION, test="bias")
def adds_the_bias_to_the_weights(A_prev, W, b):
    """Your bias is added to the weights before the product, and is multiplied by the input like them. It belongs to
    the whole sum, and should be added behind the product."""
    Z = A_prev @ (W + b)
    return Z, (A_prev, W, b)


@mistake(SECTION, test="bias")
def adds_the_sum_of_the_biases(A_prev, W, b):
    """Your units all get the sum of the biases. Each unit has a bias of its own, in its column."""
    Z = A_prev @ W + np.sum(b)
    return Z, (A_prev, W, b)


@mistake(SECTION, test="bias")
def adds_the_mean_of_the_biases(A_prev, W, b):
    """Your units all get the mean of the biases. Each unit has a bias of its own, in its column."""
    Z = A_prev @ W + np.mean(b)
    return Z, (A_prev, W, b)


@mistake(SECTION, test="bias")
def adds_the_bias_down_the_column(A_prev, W, b):
    """Your bias is turned into a column, so that it is added example by example, or does not fit at all. Each unit has
    a bias of its own: as a row it fits as it is."""
    Z = A_prev @ W + b.T
    return Z, (A_prev, W, b)


@mistake(SECTION, test="values")
def divides_by_m(A_prev, W, b):
    """Your products are divided by the number of examples. A dense layer adds up, and divides by nothing."""
    Z = A_prev @ W / A_prev.shape[0] + b
    return Z, (A_prev, W, b)


@mistake(SECTION, test="values")
def divides_everything_by_m(A_prev, W, b):
    """Your sums, with the bias, are divided by the number of examples. A dense layer adds up, and divides by nothing."""
    Z = (A_prev @ W + b) / A_prev.shape[0]
    return Z, (A_prev, W, b)


@mistake(SECTION, test="values")
def divides_by_the_number_of_inputs(A_prev, W, b):
    """Your products are divided by the number of inputs. A dense layer adds up, and divides by nothing."""
    Z = A_prev @ W / W.shape[0] + b
    return Z, (A_prev, W, b)


@mistake(SECTION, test="values")
def multiplies_in_the_column_convention(A_prev, W, b):
    """Your product has the transposed weights on the left, as in courses in which each example is a column. Here each
    example is a row, and the weights stand on the right, as they are."""
    Z = W.T @ A_prev + b
    return Z, (A_prev, W, b)


@mistake(SECTION, test="shape")
def adds_the_bias_to_columns_of_examples(A_prev, W, b):
    """Your result has one column for each example, and the bias is a row, so that it meets examples in place of units,
    or does not fit. Each example should be a row."""
    Z = W.T @ A_prev.T + b
    return Z, (A_prev, W, b)


@mistake(SECTION, test="shape")
def adds_up_the_units(A_prev, W, b):
    """Your result is a single column, in which all units are added up. Each unit should have a column of its own."""
    Z = np.sum(A_prev @ W + b, axis=1, keepdims=True)
    return Z, (A_prev, W, b)


@mistake(SECTION, test="shape")
def loses_the_shape(A_prev, W, b):
    """Your result is a single row of numbers. It should have one row for each example and one column for each unit."""
    Z = (A_prev @ W + b).ravel()
    return Z, (A_prev, W, b)


@mistake(SECTION, test="shape")
def looks_at_the_first_example_only(A_prev, W, b):
    """Your result holds the first example only. It should have a row for each of them."""
    Z = A_prev[:1] @ W + b
    return Z, (A_prev, W, b)


@mistake(SECTION, test="values")
def applies_the_sigmoid(A_prev, W, b):
    """Your layer applies the sigmoid to its result. A dense layer returns the sum as it is; an activation is a layer
    of its own."""
    Z = 1 / (1 + np.exp(-(A_prev @ W + b)))
    return Z, (A_prev, W, b)


@mistake(SECTION, test="values")
def applies_the_hyperbolic_tangent(A_prev, W, b):
    """Your layer applies the hyperbolic tangent to its result. A dense layer returns the sum as it is; an activation
    is a layer of its own."""
    Z = np.tanh(A_prev @ W + b)
    return Z, (A_prev, W, b)


@mistake(SECTION, test="values")
def applies_the_softmax(A_prev, W, b):
    """Your layer turns its result into probabilities. A dense layer returns the sum as it is; softmax is a function of
    its own."""
    Z = A_prev @ W + b
    Z = np.exp(Z) / np.sum(np.exp(Z), axis=1, keepdims=True)
    return Z, (A_prev, W, b)


@mistake(SECTION, test="values")
def cuts_off_the_fractions(A_prev, W, b):
    """Your result holds whole numbers, so that what stands behind the decimal point is cut off. The sums should stay
    as they are."""
    Z = (A_prev @ W + b).astype(int)
    return Z, (A_prev, W, b)


@mistake(SECTION, test="values")
def leaves_out_the_last_input(A_prev, W, b):
    """Your sum leaves out the last input, as where a range or a slice ends one too early. Every input meets its
    weight."""
    (m, n_prev), n = A_prev.shape, W.shape[1]
    Z = np.zeros((m, n))
    for i in range(m):
        for j in range(n):
            for k in range(n_prev - 1):
                Z[i, j] += A_prev[i, k] * W[k, j]
            Z[i, j] += b[0, j]
    return Z, (A_prev, W, b)


@mistake(SECTION, test="values")
def leaves_out_the_first_input(A_prev, W, b):
    """Your sum leaves out the first input. The first place has the number 0."""
    (m, n_prev), n = A_prev.shape, W.shape[1]
    Z = np.zeros((m, n))
    for i in range(m):
        for j in range(n):
            for k in range(1, n_prev):
                Z[i, j] += A_prev[i, k] * W[k, j]
            Z[i, j] += b[0, j]
    return Z, (A_prev, W, b)


@mistake(SECTION, test="values")
def keeps_the_last_product(A_prev, W, b):
    """Your sums hold the last product only, as where each one takes the place of the one before. They have to be added
    up."""
    (m, n_prev), n = A_prev.shape, W.shape[1]
    Z = np.zeros((m, n))
    for i in range(m):
        for j in range(n):
            for k in range(n_prev):
                Z[i, j] = A_prev[i, k] * W[k, j]
            Z[i, j] += b[0, j]
    return Z, (A_prev, W, b)


@mistake(SECTION, test="one")
def adds_into_the_bias(A_prev, W, b):
    """Your sum is written into the bias itself, which has a single row, and so it fits one example only. Make a new
    array for it, so that the bias stays as it was."""
    Z = b
    Z += A_prev @ W
    return Z, (A_prev, W, b)


@mistake(SECTION, test="cache")
def caches_no_bias(A_prev, W, b):
    """Your cache lacks the bias. It should hold three things: the input, the weights and the bias."""
    Z = A_prev @ W + b
    return Z, (A_prev, W)


@mistake(SECTION, test="cache")
def caches_no_weights(A_prev, W, b):
    """Your cache lacks the weights. It should hold three things: the input, the weights and the bias."""
    Z = A_prev @ W + b
    return Z, (A_prev, b)


@mistake(SECTION, test="cache")
def caches_no_input(A_prev, W, b):
    """Your cache lacks the input. It should hold three things: the input, the weights and the bias."""
    Z = A_prev @ W + b
    return Z, (W, b)


@mistake(SECTION, test="cache")
def caches_the_result_too(A_prev, W, b):
    """Your cache holds the result as a fourth thing. The way back takes it apart into three: the input, the weights
    and the bias."""
    Z = A_prev @ W + b
    return Z, (A_prev, W, b, Z)


@mistake(SECTION, test="cache")
def caches_the_result_in_front(A_prev, W, b):
    """Your cache begins with the result, and has four parts. The way back takes it apart into three: the input, the
    weights and the bias."""
    Z = A_prev @ W + b
    return Z, (Z, A_prev, W, b)


@mistake(SECTION, test="cache")
def caches_the_result_alone(A_prev, W, b):
    """Your cache is the result. The way back needs the input, the weights and the bias."""
    Z = A_prev @ W + b
    return Z, Z


@mistake(SECTION, test="cache")
def caches_the_input_alone(A_prev, W, b):
    """Your cache is the input. The way back needs the weights and the bias as well."""
    Z = A_prev @ W + b
    return Z, A_prev


@mistake(SECTION, test="cache")
def caches_the_bias_in_the_middle(A_prev, W, b):
    """Your cache has the bias in front of the weights. The way back takes it apart in the order input, weights, bias."""
    Z = A_prev @ W + b
    return Z, (A_prev, b, W)


@mistake(SECTION, test="cache")
def caches_a_dict(A_prev, W, b):
    """Your cache is a dict. The way back takes it apart as a tuple of three: the input, the weights and the bias."""
    Z = A_prev @ W + b
    return Z, {"A_prev": A_prev, "W": W, "b": b}


@mistake(SECTION, test="cache")
def caches_nothing(A_prev, W, b):
    """Your cache is None. The way back needs the input, the weights and the bias, and the cache is where they are put
    aside."""
    Z = A_prev @ W + b
    return Z, None


@mistake(SECTION, test="shape")
def returns_the_cache_first(A_prev, W, b):
    """Your function returns the cache first and the result second. The order is: the result, the cache."""
    Z = A_prev @ W + b
    return (A_prev, W, b), Z


@mistake(SECTION, test="shape")
def returns_no_cache(A_prev, W, b):
    """Your function returns the result alone. It should return two things, the result and the cache."""
    Z = A_prev @ W + b
    return Z


@mistake(SECTION, test="cache")
def returns_four_things(A_prev, W, b):
    """Your function returns the result and the three parts of the cache one by one. It should return two things, the
    result and the cache, a tuple of three."""
    Z = A_prev @ W + b
    return Z, A_prev, W, b


@mistake(SECTION, test="shape", alone=True)
def transposes_the_input(A_prev, W, b):
    """Your input is transposed before the product, and fits only by chance. Each example is a row already, and meets
    the columns of the weights."""
    return A_prev.T @ W + b, (A_prev, W, b)
