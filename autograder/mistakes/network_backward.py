"""Wrong versions of `network_backward`: layers left out on the way back, in another order, or with other caches."""

import numpy as np

from autograder.catalogue import mistake
from autograder.reference import conv_backward, dense_backward, pool_backward, relu_backward

SECTION = "The whole network"


@mistake(SECTION, test="measured")
def forgets_relu(dZ, cache):
    """Your way back leaves out relu. The shapes fit without it, but gradients pass where relu has stopped everything
    on the way forward."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dA2 = pool_backward(dF.reshape(flat), pool2)
    dP1, dW2, db2 = conv_backward(dA2, conv2)
    dA1 = pool_backward(dP1, pool1)
    dX, dW1, db1 = conv_backward(dA1, conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@mistake(SECTION, test="first")
def forgets_the_first_relu(dZ, cache):
    """Your way back goes through the second relu and leaves out the first one.
    Each layer of the way forward has its own on the way back."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dA2 = pool_backward(dF.reshape(flat), pool2)
    dP1, dW2, db2 = conv_backward(relu_backward(dA2, relu2), conv2)
    dX, dW1, db1 = conv_backward(pool_backward(dP1, pool1), conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@mistake(SECTION, test="second")
def forgets_the_second_relu(dZ, cache):
    """Your way back goes through the first relu and leaves out the second one.
    Each layer of the way forward has its own on the way back."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dA2 = pool_backward(dF.reshape(flat), pool2)
    dP1, dW2, db2 = conv_backward(dA2, conv2)
    dZ1 = relu_backward(pool_backward(dP1, pool1), relu1)
    dX, dW1, db1 = conv_backward(dZ1, conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@mistake(SECTION, test="second")
def shares_gradients_in_the_pools(dZ, cache):
    """Your way back shares each gradient among its window, as average pooling does.
    The pools of this network took the maximum, and the gradient belongs to that entry."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dA2 = pool_backward(dF.reshape(flat), pool2, "average")
    dP1, dW2, db2 = conv_backward(relu_backward(dA2, relu2), conv2)
    dZ1 = relu_backward(pool_backward(dP1, pool1, "average"), relu1)
    dX, dW1, db1 = conv_backward(dZ1, conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@mistake(SECTION, test="second")
def forgets_to_fold_up(dZ, cache):
    """Your way back hands the flat rows of the dense layer to the pool.
    They have to be folded up to the shape that they had before, which is in the cache of flatten."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dA2 = pool_backward(dF, pool2)
    dP1, dW2, db2 = conv_backward(relu_backward(dA2, relu2), conv2)
    dZ1 = relu_backward(pool_backward(dP1, pool1), relu1)
    dX, dW1, db1 = conv_backward(dZ1, conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@mistake(SECTION, test="dense")
def names_the_gradients_after_themselves(dZ, cache):
    """Your dict has names such as dW1.
    Each gradient should have the name of its parameter, so that the step of gradient descent finds it."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dA2 = pool_backward(dF.reshape(flat), pool2)
    dP1, dW2, db2 = conv_backward(relu_backward(dA2, relu2), conv2)
    dZ1 = relu_backward(pool_backward(dP1, pool1), relu1)
    dX, dW1, db1 = conv_backward(dZ1, conv1)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}


@mistake(SECTION, test="first")
def swaps_the_convolutions(dZ, cache):
    """Your gradients of the two convolutions stand under each other's names.
    Each should stand under the name of the filters to which it belongs."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dA2 = pool_backward(dF.reshape(flat), pool2)
    dP1, dW2, db2 = conv_backward(relu_backward(dA2, relu2), conv2)
    dZ1 = relu_backward(pool_backward(dP1, pool1), relu1)
    dX, dW1, db1 = conv_backward(dZ1, conv1)
    return {"W1": dW2, "b1": db2, "W2": dW1, "b2": db1, "W3": dW3, "b3": db3}


@mistake(SECTION, test="second")
def multiplies_by_the_cached_numbers(dZ, cache):
    """Your way back multiplies the gradient by what relu had cached.
    That is not the slope of relu: its own backward function says what passes."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dA2 = pool_backward(dF.reshape(flat), pool2)
    dP1, dW2, db2 = conv_backward(dA2 * relu2, conv2)
    dX, dW1, db1 = conv_backward(pool_backward(dP1, pool1) * relu1, conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@mistake(SECTION, test="dense")
def divides_by_m_once_more(dZ, cache):
    """Your way back divides what arrives by the number of examples.
    The loss has done that already, and nothing is left to be divided."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ / dZ.shape[0], dense)
    dA2 = pool_backward(dF.reshape(flat), pool2)
    dP1, dW2, db2 = conv_backward(relu_backward(dA2, relu2), conv2)
    dZ1 = relu_backward(pool_backward(dP1, pool1), relu1)
    dX, dW1, db1 = conv_backward(dZ1, conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}
