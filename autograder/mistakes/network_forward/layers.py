"""Wrong versions of `network_forward`: layers left out, or others in their place."""

import numpy as np

from autograder.catalogue import mistake
from autograder.reference import conv_forward, dense_forward, flatten_forward, pool_forward, relu_forward

SECTION = "The whole network"


@mistake(SECTION, test="scores")
def leaves_out_both_relus(X, parameters, hparameters):
    """Your network has no relu. What the convolutions put out is handed on as it is, and the whole network can do
    little more than a single layer."""
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    A1, relu1 = Z1, Z1
    P1, pool1 = pool_forward(A1, hparameters["pool"])
    Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])
    A2, relu2 = Z2, Z2
    P2, pool2 = pool_forward(A2, hparameters["pool"])
    F, flat = flatten_forward(P2)
    Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])
    cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)
    return Z, cache


@mistake(SECTION, test="scores")
def leaves_out_the_second_relu(X, parameters, hparameters):
    """Your network has a relu after the first convolution, but none after the second. Each convolution is followed by
    one."""
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    A1, relu1 = relu_forward(Z1)
    P1, pool1 = pool_forward(A1, hparameters["pool"])
    Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])
    A2, relu2 = Z2, Z2
    P2, pool2 = pool_forward(A2, hparameters["pool"])
    F, flat = flatten_forward(P2)
    Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])
    cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)
    return Z, cache


@mistake(SECTION, test="scores")
def leaves_out_the_first_relu(X, parameters, hparameters):
    """Your network has a relu after the second convolution, but none after the first. Each convolution is followed by
    one."""
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    A1, relu1 = Z1, Z1
    P1, pool1 = pool_forward(A1, hparameters["pool"])
    Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])
    A2, relu2 = relu_forward(Z2)
    P2, pool2 = pool_forward(A2, hparameters["pool"])
    F, flat = flatten_forward(P2)
    Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])
    cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)
    return Z, cache


@mistake(SECTION, test="scores")
def squeezes_with_tanh(X, parameters, hparameters):
    """Your network has tanh where relu should be. Relu keeps what is positive as it is, and makes 0 of the rest."""
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    A1, relu1 = np.tanh(Z1), Z1
    P1, pool1 = pool_forward(A1, hparameters["pool"])
    Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])
    A2, relu2 = np.tanh(Z2), Z2
    P2, pool2 = pool_forward(A2, hparameters["pool"])
    F, flat = flatten_forward(P2)
    Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])
    cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)
    return Z, cache


@mistake(SECTION, test="scores")
def squeezes_with_a_sigmoid(X, parameters, hparameters):
    """Your network has a sigmoid where relu should be. Relu keeps what is positive as it is, and makes 0 of the rest."""
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    A1, relu1 = 1 / (1 + np.exp(-Z1)), Z1
    P1, pool1 = pool_forward(A1, hparameters["pool"])
    Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])
    A2, relu2 = 1 / (1 + np.exp(-Z2)), Z2
    P2, pool2 = pool_forward(A2, hparameters["pool"])
    F, flat = flatten_forward(P2)
    Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])
    cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)
    return Z, cache


@mistake(SECTION, test="scores")
def divides_the_images(X, parameters, hparameters):
    """Your network divides the images by 255 first. They come as they should go into the first convolution."""
    X = X / 255
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    A1, relu1 = relu_forward(Z1)
    P1, pool1 = pool_forward(A1, hparameters["pool"])
    Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])
    A2, relu2 = relu_forward(Z2)
    P2, pool2 = pool_forward(A2, hparameters["pool"])
    F, flat = flatten_forward(P2)
    Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])
    cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)
    return Z, cache


@mistake(SECTION, test="shape")
def leaves_out_flatten(X, parameters, hparameters):
    """Your dense layer gets the images of the last pool as they are, with four axes. Lay out each example in one row
    first."""
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    A1, relu1 = relu_forward(Z1)
    P1, pool1 = pool_forward(A1, hparameters["pool"])
    Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])
    A2, relu2 = relu_forward(Z2)
    P2, pool2 = pool_forward(A2, hparameters["pool"])
    flat = P2.shape
    Z, dense = dense_forward(P2, parameters["W3"], parameters["b3"])
    cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)
    return Z, cache


@mistake(SECTION, test="scores")
def leaves_out_the_first_pool(X, parameters, hparameters):
    """Your second convolution gets what the first relu puts out. Between the two there is a pool."""
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    A1, relu1 = relu_forward(Z1)
    P1, pool1 = pool_forward(A1, hparameters["pool"])
    Z2, conv2 = conv_forward(A1, parameters["W2"], parameters["b2"], hparameters["conv"])
    A2, relu2 = relu_forward(Z2)
    P2, pool2 = pool_forward(A2, hparameters["pool"])
    F, flat = flatten_forward(P2)
    Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])
    cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)
    return Z, cache


@mistake(SECTION, test="scores")
def leaves_out_the_second_pool(X, parameters, hparameters):
    """Your flatten gets what the second relu puts out. Between the two there is a pool."""
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    A1, relu1 = relu_forward(Z1)
    P1, pool1 = pool_forward(A1, hparameters["pool"])
    Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])
    A2, relu2 = relu_forward(Z2)
    P2, pool2 = pool_forward(A2, hparameters["pool"])
    F, flat = flatten_forward(A2)
    Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])
    cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)
    return Z, cache


@mistake(SECTION, test="scores")
def leaves_out_the_second_convolution(X, parameters, hparameters):
    """What reaches your dense layer comes straight from the first convolution, and the second one is not on the way.
    Each layer should take what the layer before it puts out."""
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    A1, relu1 = relu_forward(Z1)
    P1, pool1 = pool_forward(A1, hparameters["pool"])
    Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])
    A2, relu2 = relu_forward(Z2)
    P2, pool2 = pool_forward(A2, hparameters["pool"])
    F, flat = flatten_forward(P1)
    Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])
    cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)
    return Z, cache


@mistake(SECTION, test="scores")
def gives_the_images_to_the_second_convolution(X, parameters, hparameters):
    """Your second convolution gets the images themselves. It should get what the first pool puts out."""
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    A1, relu1 = relu_forward(Z1)
    P1, pool1 = pool_forward(A1, hparameters["pool"])
    Z2, conv2 = conv_forward(X, parameters["W2"], parameters["b2"], hparameters["conv"])
    A2, relu2 = relu_forward(Z2)
    P2, pool2 = pool_forward(A2, hparameters["pool"])
    F, flat = flatten_forward(P2)
    Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])
    cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)
    return Z, cache


@mistake(SECTION, test="scores")
def flattens_the_axes_in_another_order(X, parameters, hparameters):
    """Your rows mix the numbers of different images, or hold them in another order. Each image is one row, in the order
    of its axes, as your flatten layer makes it."""
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    A1, relu1 = relu_forward(Z1)
    P1, pool1 = pool_forward(A1, hparameters["pool"])
    Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])
    A2, relu2 = relu_forward(Z2)
    P2, pool2 = pool_forward(A2, hparameters["pool"])
    F, flat = P2.reshape(-1, P2.shape[0]).T, P2.shape
    Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])
    cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)
    return Z, cache
