"""Wrong versions of `network_forward`: what is returned."""

import numpy as np

from autograder.catalogue import mistake
from autograder.reference import conv_forward, dense_forward, flatten_forward, pool_forward, relu_forward, softmax

SECTION = "The whole network"


@mistake(SECTION, test="scores")
def returns_probabilities(X, parameters, hparameters):
    """Your network ends in a softmax. It should return the scores: the softmax is contained in the loss, and must not
    be applied twice."""
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    A1, relu1 = relu_forward(Z1)
    P1, pool1 = pool_forward(A1, hparameters["pool"])
    Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])
    A2, relu2 = relu_forward(Z2)
    P2, pool2 = pool_forward(A2, hparameters["pool"])
    F, flat = flatten_forward(P2)
    Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])
    cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)
    return softmax(Z), cache


@mistake(SECTION, test="scores")
def returns_logarithms_of_probabilities(X, parameters, hparameters):
    """Your network ends in the logarithms of probabilities. It should return the scores: softmax and logarithm are
    contained in the loss."""
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    A1, relu1 = relu_forward(Z1)
    P1, pool1 = pool_forward(A1, hparameters["pool"])
    Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])
    A2, relu2 = relu_forward(Z2)
    P2, pool2 = pool_forward(A2, hparameters["pool"])
    F, flat = flatten_forward(P2)
    Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])
    cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)
    return np.log(softmax(Z)), cache


@mistake(SECTION, test="scores")
def returns_the_likeliest_classes(X, parameters, hparameters):
    """Your network returns the number of the likeliest class of each image. It should return the scores of all classes."""
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    A1, relu1 = relu_forward(Z1)
    P1, pool1 = pool_forward(A1, hparameters["pool"])
    Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])
    A2, relu2 = relu_forward(Z2)
    P2, pool2 = pool_forward(A2, hparameters["pool"])
    F, flat = flatten_forward(P2)
    Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])
    cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)
    return np.argmax(Z, axis=1), cache


@mistake(SECTION, test="scores")
def returns_the_cache_first(X, parameters, hparameters):
    """Your function returns the cache first and then the scores. The scores come first."""
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    A1, relu1 = relu_forward(Z1)
    P1, pool1 = pool_forward(A1, hparameters["pool"])
    Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])
    A2, relu2 = relu_forward(Z2)
    P2, pool2 = pool_forward(A2, hparameters["pool"])
    F, flat = flatten_forward(P2)
    Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])
    cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)
    return cache, Z


@mistake(SECTION, test="scores")
def applies_relu_to_the_scores(X, parameters, hparameters):
    """Your network applies relu to the scores, so that all negative ones become equal. After the dense layer comes no
    activation."""
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    A1, relu1 = relu_forward(Z1)
    P1, pool1 = pool_forward(A1, hparameters["pool"])
    Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])
    A2, relu2 = relu_forward(Z2)
    P2, pool2 = pool_forward(A2, hparameters["pool"])
    F, flat = flatten_forward(P2)
    Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])
    cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)
    return np.maximum(0, Z), cache


@mistake(SECTION, test="scores")
def applies_a_sigmoid_to_the_scores(X, parameters, hparameters):
    """Your network applies a sigmoid to the scores. After the dense layer comes no activation: the loss has its softmax
    for them."""
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    A1, relu1 = relu_forward(Z1)
    P1, pool1 = pool_forward(A1, hparameters["pool"])
    Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])
    A2, relu2 = relu_forward(Z2)
    P2, pool2 = pool_forward(A2, hparameters["pool"])
    F, flat = flatten_forward(P2)
    Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])
    cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)
    return 1 / (1 + np.exp(-Z)), cache
