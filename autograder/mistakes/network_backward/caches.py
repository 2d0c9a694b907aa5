"""Wrong versions of `network_backward`: the cache of another layer."""

from autograder.catalogue import mistake
from autograder.reference import conv_backward, dense_backward, pool_backward, relu_backward

SECTION = "The whole network"


@mistake(SECTION, test="second")
def takes_the_first_pool_for_the_second(dZ, cache):
    """On your way back, what comes out of flatten goes through a pool with the cache of the first one. The second pool
    comes first on the way back, with its own cache."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dP2 = dF.reshape(flat)
    dA2 = pool_backward(dP2, pool1)
    dZ2 = relu_backward(dA2, relu2)
    dP1, dW2, db2 = conv_backward(dZ2, conv2)
    dA1 = pool_backward(dP1, pool1)
    dZ1 = relu_backward(dA1, relu1)
    dX, dW1, db1 = conv_backward(dZ1, conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@mistake(SECTION, test="second")
def takes_one_relu_for_the_other(dZ, cache):
    """On your way back, a relu gets the cache of the other one, whose numbers are those of another layer. Each layer
    has a cache of its own."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dP2 = dF.reshape(flat)
    dA2 = pool_backward(dP2, pool2)
    dZ2 = relu_backward(dA2, relu1)
    dP1, dW2, db2 = conv_backward(dZ2, conv2)
    dA1 = pool_backward(dP1, pool1)
    dZ1 = relu_backward(dA1, relu1)
    dX, dW1, db1 = conv_backward(dZ1, conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@mistake(SECTION, test="second")
def takes_the_first_convolution_for_the_second(dZ, cache):
    """On your way back, the second convolution gets the cache of the first one. Each layer has a cache of its own."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dP2 = dF.reshape(flat)
    dA2 = pool_backward(dP2, pool2)
    dZ2 = relu_backward(dA2, relu2)
    dP1, dW2, db2 = conv_backward(dZ2, conv1)
    dA1 = pool_backward(dP1, pool1)
    dZ1 = relu_backward(dA1, relu1)
    dX, dW1, db1 = conv_backward(dZ1, conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@mistake(SECTION, test="first")
def takes_the_second_convolution_for_the_first(dZ, cache):
    """On your way back, the first convolution gets the cache of the second one. Each layer has a cache of its own."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dP2 = dF.reshape(flat)
    dA2 = pool_backward(dP2, pool2)
    dZ2 = relu_backward(dA2, relu2)
    dP1, dW2, db2 = conv_backward(dZ2, conv2)
    dA1 = pool_backward(dP1, pool1)
    dZ1 = relu_backward(dA1, relu1)
    dX, dW1, db1 = conv_backward(dZ1, conv2)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@mistake(SECTION, test="first")
def takes_the_second_pool_for_the_first(dZ, cache):
    """On your way back, the first pool gets the cache of the second one. Each layer has a cache of its own."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dP2 = dF.reshape(flat)
    dA2 = pool_backward(dP2, pool2)
    dZ2 = relu_backward(dA2, relu2)
    dP1, dW2, db2 = conv_backward(dZ2, conv2)
    dA1 = pool_backward(dP1, pool2)
    dZ1 = relu_backward(dA1, relu1)
    dX, dW1, db1 = conv_backward(dZ1, conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@mistake(SECTION, test="first")
def takes_the_gradient_of_the_input_first(dZ, cache):
    """Your gradients of the first convolution's filters and image have changed places. The gradient of a layer's input
    is the first that its backward function returns."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dP2 = dF.reshape(flat)
    dA2 = pool_backward(dP2, pool2)
    dZ2 = relu_backward(dA2, relu2)
    dP1, dW2, db2 = conv_backward(dZ2, conv2)
    dA1 = pool_backward(dP1, pool1)
    dZ1 = relu_backward(dA1, relu1)
    dW1, dX, db1 = conv_backward(dZ1, conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}
