"""Wrong versions of `dense_backward`: transposes, axes of sums, and factors."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.styles.dense_backward import as_in_the_notebook

SECTION = "The dense layer"


@slip(as_in_the_notebook, {"dA_prev = dZ @ W.T": "dA_prev = dZ @ W"}, SECTION, test="dA_prev")
def forgets_to_transpose_the_weights():
    """Your gradient of the input is multiplied by the weights as they are, which fits only where they are square.
    On the way back they have to be transposed."""


@slip(as_in_the_notebook, {"dW = A_prev.T @ dZ": "dW = A_prev @ dZ"}, SECTION, test="dW")
def forgets_to_transpose_the_input():
    """Your gradient of the weights is made with the input as it is, which fits only where it is square.
    It has to be transposed, so that the sum runs over the examples."""


@slip(as_in_the_notebook, {"dW = A_prev.T @ dZ": "dW = dZ.T @ A_prev"}, SECTION, test="dW")
def transposes_the_result():
    """Your gradient of the weights is transposed: one row for each unit.
    It should have the shape of the weights, which have one column for each unit."""


@slip(as_in_the_notebook, {"dW = A_prev.T @ dZ": "dW = A_prev.T @ dZ / dZ.shape[0]"}, SECTION, test="dW")
def divides_the_weights_by_m():
    """Your gradient of the weights is divided by the number of examples.
    That the loss is a mean is contained in what arrives already; nothing is divided here."""


@slip(
    as_in_the_notebook,
    {"db = np.sum(dZ, axis=0, keepdims=True)": "db = np.mean(dZ, axis=0, keepdims=True)"},
    SECTION,
    test="db",
)
def divides_the_bias_by_m():
    """Your gradient of the bias is the mean over the examples.
    It should be the sum: that the loss is a mean is contained in what arrives already."""


@mistake(SECTION, test="db")
def divides_weights_and_bias_by_m(dZ, cache):
    """Your gradients of the weights and of the bias are divided by the number of examples.
    That the loss is a mean is contained in what arrives already; nothing is divided here."""
    (A_prev, W, b) = cache
    m = dZ.shape[0]
    dA_prev = dZ @ W.T
    dW = A_prev.T @ dZ / m
    db = np.sum(dZ, axis=0, keepdims=True) / m
    return dA_prev, dW, db


@slip(
    as_in_the_notebook,
    {"db = np.sum(dZ, axis=0, keepdims=True)": "db = np.sum(dZ, axis=1, keepdims=True)"},
    SECTION,
    test="db",
)
def sums_the_bias_over_units():
    """Your gradient of the bias is summed over the units of each example.
    It should be summed over the examples, which share the bias of a unit."""


@slip(
    as_in_the_notebook,
    {"db = np.sum(dZ, axis=0, keepdims=True)": "db = np.full(b.shape, np.sum(dZ))"},
    SECTION,
    test="db",
)
def sums_the_bias_over_everything():
    """Your gradient of the bias is one number for all units.
    Each unit has a bias of its own: the sum should run over the examples only."""


@slip(as_in_the_notebook, {"db = np.sum(dZ, axis=0, keepdims=True)": "db = np.sum(dZ, axis=0)"}, SECTION, test="shapes")
def drops_an_axis_of_the_bias():
    """Your gradient of the bias has one axis, and the bias has two.
    A sum drops the axis over which it runs, unless it is told to keep it."""


@slip(as_in_the_notebook, {"return dA_prev, dW, db": "return dW, dA_prev, db"}, SECTION, test="shapes")
def swaps_input_and_weights():
    """Your function returns the gradient of the weights first.
    The order is: of the input, of the weights, of the bias."""


@slip(
    as_in_the_notebook,
    {"dA_prev = dZ @ W.T": "dA_prev = np.sum(dZ, axis=1, keepdims=True) * np.sum(W, axis=1)"},
    SECTION,
    test="dA_prev",
)
def hands_back_the_sum_of_the_weights():
    """Your gradient of the input adds up the weights, and the gradients, each by itself before they are multiplied.
    Each gradient should meet the weight of its own unit."""


@mistake(SECTION, test="one")
def drops_axes_of_length_one(dZ, cache):
    """Your gradients of the input and of the weights lose an axis where it has length 1, as with a single example or a
    single unit. Each should have the shape of what it belongs to."""
    (A_prev, W, b) = cache
    dA_prev = np.squeeze(dZ @ W.T)
    dW = np.squeeze(A_prev.T @ dZ)
    db = np.sum(dZ, axis=0, keepdims=True)
    return dA_prev, dW, db


@mistake(SECTION, test="integer")
def takes_over_whole_numbers(dZ, cache):
    """Your gradients of the input and of the weights take over the type of arrays in the cache. Where these hold whole
    numbers, fractions are cut off."""
    (A_prev, W, b) = cache
    dA_prev = np.zeros_like(A_prev)
    dW = np.zeros_like(W)
    dA_prev[:] = dZ @ W.T
    dW[:] = A_prev.T @ dZ
    db = np.sum(dZ, axis=0, keepdims=True)
    return dA_prev, dW, db


@mistake(SECTION, test="unchanged")
def adds_to_the_cached_bias(dZ, cache):
    """Your function collects the gradient of the bias in the cached bias itself, which is a parameter of the network.
    Start from zeros, in a new array."""
    (A_prev, W, b) = cache
    dA_prev = dZ @ W.T
    dW = A_prev.T @ dZ
    b[:] = 0
    b += np.sum(dZ, axis=0, keepdims=True)
    return dA_prev, dW, b


@slip(as_in_the_notebook, {"dA_prev = dZ @ W.T": "dA_prev = W @ dZ.T"}, SECTION, test="dA_prev")
def transposes_the_gradient_of_the_input():
    """Your gradient of the input is transposed: one column for each example. It should have the shape of the input,
    which has one row for each."""


@slip(as_in_the_notebook, {"dA_prev = dZ @ W.T": "dA_prev = W.T @ dZ"}, SECTION, test="dA_prev")
def multiplies_the_input_from_the_left():
    """Your gradient of the input has the transposed weights on the left, which fits by chance at most. The gradient
    that arrives has a row for each example, and stands on the left."""


@slip(as_in_the_notebook, {"dA_prev = dZ @ W.T": "dA_prev = W @ dZ"}, SECTION, test="dA_prev")
def multiplies_by_weights_on_the_left():
    """Your gradient of the input has the weights on the left, as in courses in which each example is a column. Here
    the gradient that arrives stands on the left."""


@slip(as_in_the_notebook, {"dW = A_prev.T @ dZ": "dW = dZ @ A_prev.T"}, SECTION, test="dW")
def multiplies_the_weights_from_the_left():
    """Your gradient of the weights has what arrives on the left, as in courses in which each example is a column. Here
    the transposed input stands on the left."""


@slip(as_in_the_notebook, {"dW = A_prev.T @ dZ": "dW = dZ @ A_prev"}, SECTION, test="dW")
def multiplies_the_weights_without_transposing():
    """Your gradient of the weights has what arrives on the left, and nothing is transposed. The transposed input
    stands on the left, so that the sum runs over the examples."""


@slip(as_in_the_notebook, {"dA_prev = dZ @ W.T": "dA_prev = dZ * W.T"}, SECTION, test="dA_prev")
def multiplies_the_input_entry_by_entry():
    """Your gradient of the input is a product entry by entry, which fits by chance at most. A matrix product is
    needed, which adds up over the units."""


@slip(as_in_the_notebook, {"dW = A_prev.T @ dZ": "dW = A_prev.T * dZ"}, SECTION, test="dW")
def multiplies_the_weights_entry_by_entry():
    """Your gradient of the weights is a product entry by entry, which fits by chance at most. A matrix product is
    needed, which adds up over the examples."""


@slip(as_in_the_notebook, {"dA_prev = dZ @ W.T": "dA_prev = dZ @ A_prev.T"}, SECTION, test="dA_prev")
def takes_the_input_for_the_weights():
    """Your gradient of the input is made with the input. It is the weights by which it came into the result, so they
    are the factor."""


@slip(as_in_the_notebook, {"dW = A_prev.T @ dZ": "dW = W.T @ dZ"}, SECTION, test="dW")
def takes_the_weights_for_the_input():
    """Your gradient of the weights is made with the weights. It is the input by which they came into the result, so it
    is the factor."""


@slip(as_in_the_notebook, {"(A_prev, W, b) = cache": "(W, A_prev, b) = cache"}, SECTION, test="dA_prev")
def unpacks_the_weights_first():
    """Your code takes the weights for the first thing in the cache, and the input for the second. They come in the
    order input, weights, bias."""


@slip(as_in_the_notebook, {"dA_prev = dZ @ W.T": "dA_prev = dZ @ W.T * (A_prev > 0)"}, SECTION, test="dA_prev")
def applies_the_slope_of_relu():
    """Your gradient of the input is stopped where the input is not positive. That is the slope of relu, which is a
    layer of its own; here everything passes."""


@mistake(SECTION, test="dA_prev")
def divides_everything_by_m(dZ, cache):
    """Your three gradients are divided by the number of examples. That the loss is a mean is contained in what arrives
    already; nothing is divided here."""
    (A_prev, W, b) = cache
    m = dZ.shape[0]
    dA_prev = dZ @ W.T / m
    dW = A_prev.T @ dZ / m
    db = np.sum(dZ, axis=0, keepdims=True) / m
    return dA_prev, dW, db


@slip(as_in_the_notebook, {"dA_prev = dZ @ W.T": "dA_prev = dZ @ W.T / dZ.shape[0]"}, SECTION, test="dA_prev")
def divides_the_input_by_m():
    """Your gradient of the input is divided by the number of examples. That the loss is a mean is contained in what
    arrives already; nothing is divided here."""


@slip(
    as_in_the_notebook,
    {"(A_prev, W, b) = cache": ("(A_prev, W, b) = cache\ndZ /= dZ.shape[0]")},
    SECTION,
    test="unchanged",
)
def divides_in_place():
    """Your function divides the gradient that arrives by the number of examples, in the caller's array. Nothing is
    divided here, and arguments stay as they are."""


@slip(as_in_the_notebook, {"dW = A_prev.T @ dZ": ("dW = A_prev.T @ dZ\ndZ /= dZ.shape[0]")}, SECTION, test="db")
def divides_the_bias_in_place():
    """Your function divides the gradient that arrives by the number of examples, in the caller's array, before it sums
    up that of the bias. Nothing is divided here, and arguments stay as they are."""


@mistake(SECTION, test="dA_prev")
def turns_the_signs(dZ, cache):
    """Your gradients all have the wrong sign. Nothing is turned here: it is the step of the learning that goes against
    the gradient."""
    (A_prev, W, b) = cache
    dA_prev = -dZ @ W.T
    dW = -A_prev.T @ dZ
    db = -np.sum(dZ, axis=0, keepdims=True)
    return dA_prev, dW, db


@slip(
    as_in_the_notebook,
    {"db = np.sum(dZ, axis=0, keepdims=True)": "db = np.sum(dZ, axis=0, keepdims=True).T"},
    SECTION,
    test="shapes",
)
def makes_a_column_of_the_bias():
    """Your gradient of the bias is a column. The bias is a row, with one entry for each unit."""


@slip(as_in_the_notebook, {"db = np.sum(dZ, axis=0, keepdims=True)": "db = np.sum(dZ)"}, SECTION, test="shapes")
def makes_one_number_of_the_bias():
    """Your gradient of the bias is one number, the sum over everything. Each unit has a bias of its own: the sum
    should run over the examples only."""


@slip(
    as_in_the_notebook,
    {"db = np.sum(dZ, axis=0, keepdims=True)": "db = np.sum(dZ, keepdims=True)"},
    SECTION,
    test="shapes",
)
def keeps_one_entry_of_the_bias():
    """Your gradient of the bias has a single entry, the sum over everything. Each unit has a bias of its own: the sum
    should run over the examples only."""


@slip(as_in_the_notebook, {"db = np.sum(dZ, axis=0, keepdims=True)": "db = np.sum(dZ, axis=1)"}, SECTION, test="shapes")
def sums_over_units_and_drops_the_axis():
    """Your gradient of the bias has one entry for each example, the sum over its units. It should have one for each
    unit, the sum over the examples, in a row."""


@slip(
    as_in_the_notebook, {"db = np.sum(dZ, axis=0, keepdims=True)": "db = np.mean(dZ, axis=0)"}, SECTION, test="shapes"
)
def averages_and_drops_an_axis_of_the_bias():
    """Your gradient of the bias is the mean over the examples, and has one axis. It should be the sum, as a row with
    two axes like the bias."""


@slip(as_in_the_notebook, {"db = np.sum(dZ, axis=0, keepdims=True)": "db = dZ"}, SECTION, test="shapes")
def hands_on_the_gradient_as_that_of_the_bias():
    """Your gradient of the bias still has a row for each example. All examples share the bias, so their rows have to
    be added up."""


@slip(as_in_the_notebook, {"db = np.sum(dZ, axis=0, keepdims=True)": "db = dZ[:1]"}, SECTION, test="db")
def takes_the_first_example_for_the_bias():
    """Your gradient of the bias is that of the first example. All examples share the bias, so their rows have to be
    added up."""


@slip(
    as_in_the_notebook,
    {"db = np.sum(dZ, axis=0, keepdims=True)": "db = np.max(dZ, axis=0, keepdims=True)"},
    SECTION,
    test="db",
)
def takes_the_largest_for_the_bias():
    """Your gradient of the bias takes the largest entry over the examples. They have to be added up."""


@slip(
    as_in_the_notebook,
    {"db = np.sum(dZ, axis=0, keepdims=True)": "db = np.sum(dZ, axis=0, keepdims=True) * b"},
    SECTION,
    test="db",
)
def multiplies_by_the_bias():
    """Your gradient of the bias is multiplied by the bias. The bias is only added, so the factor is 1."""


@slip(as_in_the_notebook, {"db = np.sum(dZ, axis=0, keepdims=True)": "db = np.zeros(b.shape)"}, SECTION, test="db")
def leaves_the_bias_at_zero():
    """Your gradient of the bias is 0 everywhere. It should be the sum of what arrives, over the examples."""


@slip(as_in_the_notebook, {"db = np.sum(dZ, axis=0, keepdims=True)": "db = np.array(b)"}, SECTION, test="db")
def hands_back_the_bias():
    """Your gradient of the bias is the bias itself. It should be the sum of what arrives, over the examples."""


@mistake(SECTION, test="integer")
def takes_over_whole_numbers_for_the_bias_too(dZ, cache):
    """Your three gradients take over the type of arrays in the cache. Where these hold whole numbers, fractions are cut
    off."""
    (A_prev, W, b) = cache
    dA_prev = np.array(dZ @ W.T, dtype=A_prev.dtype)
    dW = np.array(A_prev.T @ dZ, dtype=W.dtype)
    db = np.array(np.sum(dZ, axis=0, keepdims=True), dtype=b.dtype)
    return dA_prev, dW, db


@mistake(SECTION, test="dW")
def keeps_the_last_example(dZ, cache):
    """Your gradients of weights and bias are those of the last example alone, as where each one takes the place of the
    one before. They have to be added up over the examples."""
    (A_prev, W, b) = cache
    dA_prev = np.zeros(A_prev.shape)
    for i in range(dZ.shape[0]):
        dA_prev[i] = dZ[i] @ W.T
        dW = np.outer(A_prev[i], dZ[i])
        db = dZ[i : i + 1]
    return dA_prev, dW, db


@slip(
    as_in_the_notebook,
    {"dW = A_prev.T @ dZ": ("for i in range(dZ.shape[0]):\n    dW = np.outer(A_prev[i], dZ[i])")},
    SECTION,
    test="dW",
)
def keeps_the_weights_of_the_last_example():
    """Your gradient of the weights is that of the last example alone, as where each one takes the place of the one
    before. They have to be added up over the examples."""


@slip(as_in_the_notebook, {"return dA_prev, dW, db": "return dW, db, dA_prev"}, SECTION, test="shapes")
def returns_the_weights_first():
    """Your function returns the gradients of weights and bias first, and that of the input last. The order is: of the
    input, of the weights, of the bias."""


@slip(as_in_the_notebook, {"return dA_prev, dW, db": "return dA_prev, db, dW"}, SECTION, test="shapes")
def returns_the_bias_second():
    """Your function returns the gradient of the bias before that of the weights. The order is: of the input, of the
    weights, of the bias."""


@slip(as_in_the_notebook, {"return dA_prev, dW, db": "return dW, db"}, SECTION, test="shapes")
def returns_no_gradient_of_the_input():
    """Your function returns two gradients, of the weights and of the bias. The gradient of the input comes first: the
    layer before needs it."""


@slip(as_in_the_notebook, {"return dA_prev, dW, db": "return dA_prev"}, SECTION, test="shapes")
def returns_the_gradient_of_the_input_only():
    """Your function returns the gradient of the input alone. It should return three: of the input, of the weights and
    of the bias."""


@slip(
    as_in_the_notebook,
    {"dA_prev = dZ @ W.T\ndW = A_prev.T @ dZ": "dW = A_prev.T @ dZ\ndA_prev = dZ @ dW.T"},
    SECTION,
    test="dA_prev",
    alone=True,
)
def multiplies_by_the_gradient_of_the_weights():
    """Your gradient of the input is made with the gradient of the weights. The factors on the way back are the weights
    themselves."""


@slip(as_in_the_notebook, {"dW = A_prev.T @ dZ": "dW = dA_prev.T @ dZ"}, SECTION, test="dW", alone=True)
def takes_the_gradient_of_the_input_for_the_input():
    """Your gradient of the weights is made with the gradient of the input. The factor of a weight is the input itself,
    as it was on the way forward."""


@slip(as_in_the_notebook, {"dA_prev = dZ @ W.T": "dA_prev = dZ @ W.T + b"}, SECTION, test="dA_prev", alone=True)
def adds_the_bias_on_the_way_back():
    """Your gradient of the input has the bias added. On the way back there is none: the bias does not depend on the
    input."""


@slip(as_in_the_notebook, {"dW = A_prev.T @ dZ": "dW = A_prev * dZ"}, SECTION, test="dW", alone=True)
def multiplies_input_and_gradient_entry_by_entry():
    """Your gradient of the weights multiplies the input and the gradient that arrives entry by entry, which fits only
    by chance. It should be a matrix product, in which the sum runs over the examples."""


@slip(
    as_in_the_notebook,
    {"db = np.sum(dZ, axis=0, keepdims=True)": "db = np.sum(A_prev, axis=0, keepdims=True)"},
    SECTION,
    test="db",
    alone=True,
)
def sums_the_input_for_the_bias():
    """Your gradient of the bias is the sum of the input over the examples. What is summed is the gradient that arrives."""


@slip(
    as_in_the_notebook,
    {"db = np.sum(dZ, axis=0, keepdims=True)": "db = np.sum(dW, axis=0, keepdims=True)"},
    SECTION,
    test="db",
    alone=True,
)
def sums_the_gradient_of_the_weights_for_the_bias():
    """Your gradient of the bias is a sum of the gradient of the weights. What is summed, over the examples, is the
    gradient that arrives."""


@slip(as_in_the_notebook, {"(A_prev, W, b) = cache": "(W, b, A_prev) = cache"}, SECTION, test="dA_prev", alone=True)
def unpacks_the_input_last():
    """Your code takes the cache apart in another order: weights, bias, input. The forward pass put it together as input,
    weights, bias."""


@slip(
    as_in_the_notebook,
    {"db = np.sum(dZ, axis=0, keepdims=True)": "db = np.sum(dA_prev, axis=0, keepdims=True)"},
    SECTION,
    test="db",
    alone=True,
)
def sums_the_gradient_of_the_input_for_the_bias():
    """Your gradient of the bias is the sum of the gradient of the input. What is summed, over the examples, is the
    gradient that arrives."""
