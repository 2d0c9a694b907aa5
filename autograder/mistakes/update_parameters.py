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
    """Your step is one tenth of the gradient, whatever the learning rate is. The rate should be the one with which the
    function is called."""
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
    """Your function returns only how far each parameter moves, and in which direction. It should return the parameters
    after the step."""
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
def overwrites_the_parameters(parameters, gradients, learning_rate):
    """Your function changes the parameters that were passed in, so that the old ones are lost; a copy of the dict would
    still hold the same arrays. Make new arrays, and collect them in a new dict."""
    for name in parameters:
        parameters[name] -= learning_rate * gradients[name]
    return parameters


@mistake(SECTION, test="step")
def returns_the_step_upward(parameters, gradients, learning_rate):
    """Your function returns the gradient times the learning rate. It should return the parameters after the step,
    which goes against the gradient."""
    updated = {}
    for name in parameters:
        updated[name] = learning_rate * gradients[name]
    return updated


@mistake(SECTION, test="step")
def subtracts_the_parameter_from_the_step(parameters, gradients, learning_rate):
    """Your difference is the wrong way round: the parameter is subtracted from the step. The step has to be subtracted
    from the parameter."""
    updated = {}
    for name in parameters:
        updated[name] = learning_rate * gradients[name] - parameters[name]
    return updated


@mistake(SECTION, test="step")
def subtracts_the_rate_times_the_parameter(parameters, gradients, learning_rate):
    """Your function exchanges parameter and gradient: it multiplies the parameter by the learning rate, and subtracts
    that from the gradient. The step is the learning rate times the gradient, subtracted from the parameter."""
    updated = {}
    for name in parameters:
        updated[name] = gradients[name] - learning_rate * parameters[name]
    return updated


@mistake(SECTION, test="rate")
def multiplies_the_parameter_by_the_rate(parameters, gradients, learning_rate):
    """Your learning rate multiplies the parameter. It belongs to the gradient."""
    updated = {}
    for name in parameters:
        updated[name] = learning_rate * parameters[name] - gradients[name]
    return updated


@mistake(SECTION, test="step")
def subtracts_the_learning_rate(parameters, gradients, learning_rate):
    """Your function subtracts the learning rate itself, whatever the gradient is. The step is the learning rate times
    the gradient."""
    updated = {}
    for name in parameters:
        updated[name] = parameters[name] - learning_rate
    return updated


@mistake(SECTION, test="step")
def subtracts_rate_and_gradient(parameters, gradients, learning_rate):
    """Your function subtracts the sum of learning rate and gradient. The step is their product."""
    updated = {}
    for name in parameters:
        updated[name] = parameters[name] - (learning_rate + gradients[name])
    return updated


@mistake(SECTION, test="step")
def multiplies_by_the_old_parameter(parameters, gradients, learning_rate):
    """Your step is multiplied by the parameter as well. It is the learning rate times the gradient, whatever the
    parameter is."""
    updated = {}
    for name in parameters:
        updated[name] = parameters[name] * (1 - learning_rate * gradients[name])
    return updated


@mistake(SECTION, test="rate")
def writes_a_small_learning_rate_into_the_code(parameters, gradients, learning_rate):
    """Your step is one hundredth of the gradient, whatever the learning rate is. The rate should be the one with which
    the function is called."""
    updated = {}
    for name in parameters:
        updated[name] = parameters[name] - 0.01 * gradients[name]
    return updated


@mistake(SECTION, test="step")
def updates_the_biases_only(parameters, gradients, learning_rate):
    """Your function leaves the weights as they are. They are learned as the biases are: every entry of the dict takes
    its step."""
    updated = {}
    for name in parameters:
        updated[name] = parameters[name] - learning_rate * gradients[name] if name.startswith("b") else parameters[name]
    return updated


@mistake(SECTION, test="step")
def steps_twice(parameters, gradients, learning_rate):
    """Your step is twice as long as it should be. It is the learning rate times the gradient, subtracted once."""
    updated = {}
    for name in parameters:
        updated[name] = parameters[name] - 2 * learning_rate * gradients[name]
    return updated


@mistake(SECTION, test="step")
def takes_the_mean_of_the_gradient(parameters, gradients, learning_rate):
    """Your step is the same for all entries of an array, that of their mean gradient. Each entry takes a step of its
    own."""
    updated = {}
    for name in parameters:
        updated[name] = parameters[name] - learning_rate * np.mean(gradients[name])
    return updated


@mistake(SECTION, test="step")
def divides_by_the_length(parameters, gradients, learning_rate):
    """Your step is divided by the length of the array, that of its first axis. It is the learning rate times the
    gradient, and nothing more."""
    updated = {}
    for name in parameters:
        updated[name] = parameters[name] - learning_rate * gradients[name] / len(gradients[name])
    return updated


@mistake(SECTION, test="step")
def divides_by_the_number_of_entries(parameters, gradients, learning_rate):
    """Your step is divided by the number of entries of the array. It is the learning rate times the gradient, and
    nothing more."""
    updated = {}
    for name in parameters:
        updated[name] = parameters[name] - learning_rate * gradients[name] / gradients[name].size
    return updated


@mistake(SECTION, test="step")
def clips_the_gradient(parameters, gradients, learning_rate):
    """Your gradient is clipped to the range from -1 to 1 before the step. A steep gradient should make a long step."""
    updated = {}
    for name in parameters:
        updated[name] = parameters[name] - learning_rate * np.clip(gradients[name], -1, 1)
    return updated


@mistake(SECTION, test="step")
def returns_the_old_parameters(parameters, gradients, learning_rate):
    """Your function returns the parameters as they were. Each of them should take its step."""
    updated = {}
    for name in parameters:
        updated[name] = np.array(parameters[name])
    return updated


@mistake(SECTION, test="unchanged")
def climbs_and_overwrites(parameters, gradients, learning_rate):
    """Your function adds the step, so that the loss rises, and the parameters that were passed in change with it. Go
    against the gradient, and make new arrays in a new dict."""
    updated = {}
    for name in parameters:
        parameters[name] += learning_rate * gradients[name]
        updated[name] = parameters[name]
    return updated


@mistake(SECTION, test="unchanged")
def multiplies_the_gradients_in_place(parameters, gradients, learning_rate):
    """Your function multiplies the gradients by the learning rate in the arrays that were passed in. Make new arrays,
    so that the gradients stay as they were."""
    updated = {}
    for name in parameters:
        gradients[name] *= learning_rate
        updated[name] = parameters[name] - gradients[name]
    return updated


@mistake(SECTION, test="step")
def keeps_the_weights_only(parameters, gradients, learning_rate):
    """Your dict holds the weights, and lacks the biases. Every entry takes its step, and is in the new dict."""
    updated = {}
    for name in [key for key in parameters if key.startswith("W")]:
        updated[name] = parameters[name] - learning_rate * gradients[name]
    return updated


@mistake(SECTION, test="step")
def keeps_the_last_name_only(parameters, gradients, learning_rate):
    """Your dict holds the last parameter only, as where it is made anew in each turn of the loop. Every entry takes its
    step, and is in the new dict."""
    updated = {}
    for name in parameters:
        updated = {}
        updated[name] = parameters[name] - learning_rate * gradients[name]
    return updated


@mistake(SECTION, test="step")
def keeps_the_first_name_only(parameters, gradients, learning_rate):
    """Your dict holds the first parameter only, as where the function returns inside the loop. Every entry takes its
    step, and is in the new dict."""
    updated = {}
    for name in parameters:
        updated[name] = parameters[name] - learning_rate * gradients[name]
        return updated


@mistake(SECTION, test="step")
def goes_through_the_empty_dict(parameters, gradients, learning_rate):
    """Your dict is empty: none of the parameters is in it. Every entry takes its step, and is in the new dict."""
    updated = {}
    for name in updated:
        updated[name] = parameters[name] - learning_rate * gradients[name]
    return updated


@mistake(SECTION, test="step")
def returns_a_list(parameters, gradients, learning_rate):
    """Your function returns the arrays one after the other, without their names. It should return a dict with the same
    names as the parameters have."""
    return [parameters[name] - learning_rate * gradients[name] for name in parameters]


@mistake(SECTION, test="names")
def names_the_gradients_in_the_new_dict(parameters, gradients, learning_rate):
    """Your new names have a d in front, as gradients often have. The new dict should have the same names as the old
    one."""
    updated = {}
    for name in parameters:
        updated["d" + name] = parameters[name] - learning_rate * gradients[name]
    return updated


@mistake(SECTION, test="step")
def looks_for_names_with_a_d(parameters, gradients, learning_rate):
    """Your function looks for names with a d in front, and the dict of gradients has the same names as that of the
    parameters."""
    updated = {}
    for name in parameters:
        updated[name] = parameters[name] - learning_rate * gradients["d" + name]
    return updated


@mistake(SECTION, test="names")
def counts_pairs_of_weights_and_biases(parameters, gradients, learning_rate):
    """Your function takes every two entries for the weights and the bias of a layer, and makes their names up from
    numbers. Go through whatever names the dict has."""
    updated = {}
    for layer in range(1, len(parameters) // 2 + 1):
        for letter in ("W", "b"):
            name = letter + str(layer)
            updated[name] = parameters[name] - learning_rate * gradients[name]
    return updated


@mistake(SECTION, test="names")
def knows_three_layers_only(parameters, gradients, learning_rate):
    """Your function names the parameters of three layers, and fails for a network with fewer of them. Go through
    whatever names the dict has."""
    updated = {}
    for name in ("W1", "b1", "W2", "b2", "W3", "b3"):
        updated[name] = parameters[name] - learning_rate * gradients[name]
    return updated
