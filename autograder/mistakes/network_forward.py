"""Wrong versions of `network_forward`: layers left out, in another order, or with the wrong settings."""

import numpy as np

from autograder.catalogue import mistake
from autograder.reference import conv_forward, dense_forward, flatten_forward, pool_forward, relu_forward, softmax

SECTION = "The whole network"


def run_layers(X, parameters, conv, pool, relus=(True, True), weights="12"):
    """The layers in their order, with these hyperparameters; a relu that is left out hands on its input."""
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], conv)
    A1, relu1 = relu_forward(Z1) if relus[0] else (Z1, Z1)
    P1, pool1 = pool_forward(A1, pool)
    Z2, conv2 = conv_forward(P1, parameters[f"W{weights[1]}"], parameters[f"b{weights[1]}"], conv)
    A2, relu2 = relu_forward(Z2) if relus[1] else (Z2, Z2)
    P2, pool2 = pool_forward(A2, pool)
    F, flat = flatten_forward(P2)
    Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])
    return Z, (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)


@mistake(SECTION, (run_layers,), test="scores")
def leaves_out_both_relus(X, parameters, hparameters):
    """Your network has no relu. What the convolutions put out is handed on as it is, and the whole network can do
    little more than a single layer."""
    return run_layers(X, parameters, hparameters["conv"], hparameters["pool"], (False, False))


@mistake(SECTION, (run_layers,), test="scores")
def leaves_out_the_second_relu(X, parameters, hparameters):
    """Your network has a relu after the first convolution, but none after the second.
    Each convolution is followed by one."""
    return run_layers(X, parameters, hparameters["conv"], hparameters["pool"], (True, False))


@mistake(SECTION, (run_layers,), test="scores")
def leaves_out_the_first_relu(X, parameters, hparameters):
    """Your network has a relu after the second convolution, but none after the first.
    Each convolution is followed by one."""
    return run_layers(X, parameters, hparameters["conv"], hparameters["pool"], (False, True))


@mistake(SECTION, (run_layers,), test="scores")
def returns_probabilities(X, parameters, hparameters):
    """Your network ends in a softmax.
    It should return the scores: the softmax is contained in the loss, and must not be applied twice."""
    Z, cache = run_layers(X, parameters, hparameters["conv"], hparameters["pool"])
    return softmax(Z), cache


@mistake(SECTION, (run_layers,), test="scores")
def applies_relu_to_the_scores(X, parameters, hparameters):
    """Your network applies relu to the scores, so that all negative ones become equal.
    After the dense layer comes no activation."""
    Z, cache = run_layers(X, parameters, hparameters["conv"], hparameters["pool"])
    return np.maximum(0, Z), cache


@mistake(SECTION, (run_layers,), test="hyperparameters")
def writes_the_hyperparameters_into_the_code(X, parameters, hparameters):
    """Your network has its strides, its padding and its windows written into the code.
    They should be the ones with which the function is called."""
    return run_layers(X, parameters, {"stride": 1, "pad": 1}, {"f": 2, "stride": 2})


@mistake(SECTION, (run_layers,), test="hyperparameters")
def writes_the_windows_into_the_code(X, parameters, hparameters):
    """Your pools have windows of 2 by 2 in any case.
    Their hyperparameters come with the call, as those of the convolutions do."""
    return run_layers(X, parameters, hparameters["conv"], {"f": 2, "stride": 2})


@mistake(SECTION, (run_layers,), test="scores")
def uses_the_first_filters_twice(X, parameters, hparameters):
    """Your second convolution has the filters of the first one.
    It has filters and biases of its own."""
    return run_layers(X, parameters, hparameters["conv"], hparameters["pool"], weights="11")


@mistake(SECTION, test="shape")
def leaves_out_flatten(X, parameters, hparameters):
    """Your dense layer gets the images of the last pool as they are, with four axes.
    Lay out each example in one row first."""
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    A1, relu1 = relu_forward(Z1)
    P1, pool1 = pool_forward(A1, hparameters["pool"])
    Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])
    A2, relu2 = relu_forward(Z2)
    P2, pool2 = pool_forward(A2, hparameters["pool"])
    Z, dense = dense_forward(P2, parameters["W3"], parameters["b3"])
    return Z, (conv1, relu1, pool1, conv2, relu2, pool2, P2.shape, dense)


@mistake(SECTION, test="scores")
def averages_in_the_pools(X, parameters, hparameters):
    """Your pools take the mean of each window.
    The pools of this network take the maximum, as they do when nothing else is said."""
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    A1, relu1 = relu_forward(Z1)
    P1, pool1 = pool_forward(A1, hparameters["pool"], "average")
    Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])
    A2, relu2 = relu_forward(Z2)
    P2, pool2 = pool_forward(A2, hparameters["pool"], "average")
    F, flat = flatten_forward(P2)
    Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])
    return Z, (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)


@mistake(SECTION, (run_layers,), test="cache")
def caches_the_dense_layer_only(X, parameters, hparameters):
    """Your cache holds that of the last layer only.
    The way back needs the caches of all eight layers, in their order; that line is given."""
    Z, cache = run_layers(X, parameters, hparameters["conv"], hparameters["pool"])
    return Z, (cache[-1],)


@mistake(SECTION, test="cache")
def pools_before_relu(X, parameters, hparameters):
    """Your relu comes after the pool. For the largest entry the scores are the same, but the caches are not those
    that the way back expects: keep the order of the layers."""
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    P1, pool1 = pool_forward(Z1, hparameters["pool"])
    A1, relu1 = relu_forward(P1)
    Z2, conv2 = conv_forward(A1, parameters["W2"], parameters["b2"], hparameters["conv"])
    P2, pool2 = pool_forward(Z2, hparameters["pool"])
    A2, relu2 = relu_forward(P2)
    F, flat = flatten_forward(A2)
    Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])
    return Z, (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)
