"""Wrong versions of `update_parameters`: another direction, another step, or parameters that are overwritten."""

import numpy as np

from autograder.catalogue import mistake

SECTION = "One step of gradient descent"


@mistake(SECTION, test="step")
def climbs(parameters, gradients, learning_rate):
    """Your step goes with the gradient, and so the loss rises.
    To make it fall, go in the opposite direction."""
    return {name: parameters[name] + learning_rate * gradients[name] for name in parameters}


@mistake(SECTION, test="rate")
def leaves_out_the_learning_rate(parameters, gradients, learning_rate):
    """Your step is as long as the gradient, whatever the learning rate is.
    Multiply the gradient by the learning rate."""
    return {name: parameters[name] - gradients[name] for name in parameters}


@mistake(SECTION, test="rate")
def writes_the_learning_rate_into_the_code(parameters, gradients, learning_rate):
    """Your learning rate is a number that stands in the code.
    It should be the one with which the function is called."""
    return {name: parameters[name] - 0.1 * gradients[name] for name in parameters}


@mistake(SECTION, test="rate")
def divides_by_the_learning_rate(parameters, gradients, learning_rate):
    """Your gradient is divided by the learning rate.
    A small rate should make a small step: multiply by it."""
    return {name: parameters[name] - gradients[name] / learning_rate for name in parameters}


@mistake(SECTION, test="step")
def steps_by_the_sign(parameters, gradients, learning_rate):
    """Your step has the same length for every entry, and uses nothing of the gradient but its sign.
    A steep gradient should make a long step."""
    return {name: parameters[name] - learning_rate * np.sign(gradients[name]) for name in parameters}


@mistake(SECTION, test="step")
def shrinks_the_parameters(parameters, gradients, learning_rate):
    """Your function multiplies the whole difference by the learning rate, the old parameters included.
    The rate belongs to the gradient alone."""
    return {name: learning_rate * (parameters[name] - gradients[name]) for name in parameters}


@mistake(SECTION, test="step")
def returns_the_step(parameters, gradients, learning_rate):
    """Your function returns how far each parameter moves.
    It should return the parameters after the step."""
    return {name: -learning_rate * gradients[name] for name in parameters}


@mistake(SECTION, test="step")
def updates_the_weights_only(parameters, gradients, learning_rate):
    """Your function leaves the biases as they are.
    They are learned as the weights are: every entry of the dict takes its step."""
    updated = dict(parameters)
    for name in parameters:
        if name.startswith("W"):
            updated[name] = parameters[name] - learning_rate * gradients[name]
    return updated


@mistake(SECTION, test="names")
def knows_two_layers_only(parameters, gradients, learning_rate):
    """Your function names the parameters of two layers, and fails for a network with fewer of them, or forgets the
    rest of a deeper one. Go through whatever names the dict has."""
    updated = {}
    for name in ("W1", "b1", "W2", "b2"):
        updated[name] = parameters[name] - learning_rate * gradients[name]
    return updated


@mistake(SECTION, test="unchanged")
def overwrites_the_arrays(parameters, gradients, learning_rate):
    """Your function writes the step into the arrays that were passed in.
    Make new arrays, so that the old parameters stay as they were."""
    for name in parameters:
        parameters[name] -= learning_rate * gradients[name]
    return parameters


@mistake(SECTION, test="unchanged")
def overwrites_the_dict(parameters, gradients, learning_rate):
    """Your arrays are new, but they are put into the dict that was passed in, so that the caller's parameters change.
    Collect them in a new dict."""
    for name in parameters:
        parameters[name] = parameters[name] - learning_rate * gradients[name]
    return parameters
