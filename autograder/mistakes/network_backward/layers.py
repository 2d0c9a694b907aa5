"""Wrong versions of `network_backward`: layers left out, or gone through in another way."""

import numpy as np

from autograder.catalogue import mistake
from autograder.reference import conv_backward, dense_backward, pool_backward, relu_backward, softmax

SECTION = "The whole network"


@mistake(SECTION, test="second")
def multiplies_by_the_cached_numbers(dZ, cache):
    """Your way back multiplies the gradient by what relu had cached. That is not the slope of relu: its own backward
    function says what passes."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dP2 = dF.reshape(flat)
    dA2 = pool_backward(dP2, pool2)
    dZ2 = dA2 * relu2
    dP1, dW2, db2 = conv_backward(dZ2, conv2)
    dA1 = pool_backward(dP1, pool1)
    dZ1 = dA1 * relu1
    dX, dW1, db1 = conv_backward(dZ1, conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@mistake(SECTION, test="dense")
def applies_softmax_on_the_way_back(dZ, cache):
    """Your way back applies softmax to what arrives. That is the gradient of the scores already, from the loss, and the
    dense layer gets it as it comes."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(softmax(dZ), dense)
    dP2 = dF.reshape(flat)
    dA2 = pool_backward(dP2, pool2)
    dZ2 = relu_backward(dA2, relu2)
    dP1, dW2, db2 = conv_backward(dZ2, conv2)
    dA1 = pool_backward(dP1, pool1)
    dZ1 = relu_backward(dA1, relu1)
    dX, dW1, db1 = conv_backward(dZ1, conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@mistake(SECTION, test="dense")
def turns_the_signs_round(dZ, cache):
    """All your gradients have the wrong sign. What arrives is the gradient of the loss, and goes through the layers as
    it is: the step of gradient descent subtracts it."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(-dZ, dense)
    dP2 = dF.reshape(flat)
    dA2 = pool_backward(dP2, pool2)
    dZ2 = relu_backward(dA2, relu2)
    dP1, dW2, db2 = conv_backward(dZ2, conv2)
    dA1 = pool_backward(dP1, pool1)
    dZ1 = relu_backward(dA1, relu1)
    dX, dW1, db1 = conv_backward(dZ1, conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@mistake(SECTION, test="dense")
def divides_by_m_once_more(dZ, cache):
    """Your way back divides what arrives by the number of examples. The loss has done that already, and nothing is left
    to be divided."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ / dZ.shape[0], dense)
    dP2 = dF.reshape(flat)
    dA2 = pool_backward(dP2, pool2)
    dZ2 = relu_backward(dA2, relu2)
    dP1, dW2, db2 = conv_backward(dZ2, conv2)
    dA1 = pool_backward(dP1, pool1)
    dZ1 = relu_backward(dA1, relu1)
    dX, dW1, db1 = conv_backward(dZ1, conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@mistake(SECTION, test="second")
def forgets_to_fold_up(dZ, cache):
    """Your way back hands the flat rows of the dense layer to the pool. They have to be folded up to the shape that
    they had before, which is in the cache of flatten."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dP2 = dF
    dA2 = pool_backward(dP2, pool2)
    dZ2 = relu_backward(dA2, relu2)
    dP1, dW2, db2 = conv_backward(dZ2, conv2)
    dA1 = pool_backward(dP1, pool1)
    dZ1 = relu_backward(dA1, relu1)
    dX, dW1, db1 = conv_backward(dZ1, conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@mistake(SECTION, test="second")
def folds_up_in_another_order(dZ, cache):
    """Your rows are folded up by columns, the order of Fortran, so that the gradients land on other pixels and
    channels. Fold them up in the order in which they were laid out."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dP2 = dF.reshape(flat, order="F")
    dA2 = pool_backward(dP2, pool2)
    dZ2 = relu_backward(dA2, relu2)
    dP1, dW2, db2 = conv_backward(dZ2, conv2)
    dA1 = pool_backward(dP1, pool1)
    dZ1 = relu_backward(dA1, relu1)
    dX, dW1, db1 = conv_backward(dZ1, conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@mistake(SECTION, test="second")
def shares_gradients_in_the_pools(dZ, cache):
    """Your way back shares each gradient among its window, as average pooling does. The pools of this network took the
    maximum, and the gradient belongs to that entry."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dP2 = dF.reshape(flat)
    dA2 = pool_backward(dP2, pool2, "average")
    dZ2 = relu_backward(dA2, relu2)
    dP1, dW2, db2 = conv_backward(dZ2, conv2)
    dA1 = pool_backward(dP1, pool1, "average")
    dZ1 = relu_backward(dA1, relu1)
    dX, dW1, db1 = conv_backward(dZ1, conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@mistake(SECTION, test="first")
def shares_gradients_in_the_first_pool(dZ, cache):
    """Your way back shares each gradient of the first pool among its window, as average pooling does. Both pools took
    the maximum, and the gradient belongs to that entry."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dP2 = dF.reshape(flat)
    dA2 = pool_backward(dP2, pool2)
    dZ2 = relu_backward(dA2, relu2)
    dP1, dW2, db2 = conv_backward(dZ2, conv2)
    dA1 = pool_backward(dP1, pool1, "average")
    dZ1 = relu_backward(dA1, relu1)
    dX, dW1, db1 = conv_backward(dZ1, conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@mistake(SECTION, test="second")
def shares_gradients_in_the_second_pool(dZ, cache):
    """Your way back shares each gradient of the second pool among its window, as average pooling does. Both pools took
    the maximum, and the gradient belongs to that entry."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dP2 = dF.reshape(flat)
    dA2 = pool_backward(dP2, pool2, "average")
    dZ2 = relu_backward(dA2, relu2)
    dP1, dW2, db2 = conv_backward(dZ2, conv2)
    dA1 = pool_backward(dP1, pool1)
    dZ1 = relu_backward(dA1, relu1)
    dX, dW1, db1 = conv_backward(dZ1, conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@mistake(SECTION, test="second")
def forgets_both_pools(dZ, cache):
    """Your way back leaves out both pools. Each layer of the way forward has its own on the way back."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dP2 = dF.reshape(flat)
    dA2 = dP2
    dZ2 = relu_backward(dA2, relu2)
    dP1, dW2, db2 = conv_backward(dZ2, conv2)
    dA1 = dP1
    dZ1 = relu_backward(dA1, relu1)
    dX, dW1, db1 = conv_backward(dZ1, conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@mistake(SECTION, test="first")
def forgets_the_first_pool(dZ, cache):
    """Your way back goes through the second pool and leaves out the first one. Each layer of the way forward has its
    own on the way back."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dP2 = dF.reshape(flat)
    dA2 = pool_backward(dP2, pool2)
    dZ2 = relu_backward(dA2, relu2)
    dP1, dW2, db2 = conv_backward(dZ2, conv2)
    dA1 = dP1
    dZ1 = relu_backward(dA1, relu1)
    dX, dW1, db1 = conv_backward(dZ1, conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@mistake(SECTION, test="second")
def forgets_the_second_pool(dZ, cache):
    """Your way back goes through the first pool and leaves out the second one. Each layer of the way forward has its
    own on the way back."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dP2 = dF.reshape(flat)
    dA2 = dP2
    dZ2 = relu_backward(dA2, relu2)
    dP1, dW2, db2 = conv_backward(dZ2, conv2)
    dA1 = pool_backward(dP1, pool1)
    dZ1 = relu_backward(dA1, relu1)
    dX, dW1, db1 = conv_backward(dZ1, conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@mistake(SECTION, test="first")
def stops_before_the_first_convolution(dZ, cache):
    """Your gradients of the first convolution are zeros. The way back goes on through it, with its own cache, and then
    something can be learned there."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dP2 = dF.reshape(flat)
    dA2 = pool_backward(dP2, pool2)
    dZ2 = relu_backward(dA2, relu2)
    dP1, dW2, db2 = conv_backward(dZ2, conv2)
    dA1 = pool_backward(dP1, pool1)
    dZ1 = relu_backward(dA1, relu1)
    dW1, db1 = np.zeros_like(conv1[1]), np.zeros_like(conv1[2])
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}
