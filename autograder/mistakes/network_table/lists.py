"""Wrong lists: exchanged, added up, too long or too short."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.mistakes.network_table.lines import SECTION
from autograder.styles.network_table import a_branch_for_each_kind


@slip(a_branch_for_each_kind, {"return sizes, parameters": "return parameters, sizes"}, SECTION, test="published")
def returns_the_parameters_first():
    """Your function returns the parameters first and the sizes second. The order is: sizes, parameters."""


@slip(
    a_branch_for_each_kind,
    {"return sizes, parameters": "return sum(sizes), sum(parameters)"},
    SECTION,
    test="published",
)
def adds_up_the_layers():
    """Your function returns two sums over all layers. It should return two lists, with one entry for each layer."""


@slip(a_branch_for_each_kind, {"return sizes, parameters": "return sizes, sum(parameters)"}, SECTION, test="published")
def adds_up_the_parameters():
    """Your function returns the sum of all parameters. It should return a list of them, with one entry for each layer."""


@slip(
    a_branch_for_each_kind,
    {"sizes, parameters = [], []": "sizes, parameters = [int(np.prod(input_shape))], [0]"},
    SECTION,
    test="published",
)
def lists_the_image_too():
    """Your lists begin with an entry for the image. They should have one entry for each layer, and the image is no
    layer."""


@mistake(SECTION, test="published")
def lists_the_last_layer_only(input_shape, layers):
    """Your lists have one entry, that of the last layer. Every layer should add an entry to the lists, and none should
    be lost when the next layer comes."""
    shape = input_shape
    sizes, parameters = [], []
    for layer in layers:
        if layer["kind"] == "conv":
            (n_H_prev, n_W_prev, n_C_prev) = shape
            (f, stride, pad, n_C) = (layer["f"], layer["stride"], layer["pad"], layer["n_C"])
            n_H = (n_H_prev - f + 2 * pad) // stride + 1
            n_W = (n_W_prev - f + 2 * pad) // stride + 1
            shape = (n_H, n_W, n_C)
            count = (f * f * n_C_prev + 1) * n_C
        elif layer["kind"] == "pool":
            (n_H_prev, n_W_prev, n_C_prev) = shape
            (f, stride) = (layer["f"], layer["stride"])
            n_H = (n_H_prev - f) // stride + 1
            n_W = (n_W_prev - f) // stride + 1
            shape = (n_H, n_W, n_C_prev)
            count = 0
        elif layer["kind"] == "dense":
            n_prev = int(np.prod(shape))
            shape = (layer["n"],)
            count = (n_prev + 1) * layer["n"]
    sizes.append(int(np.prod(shape)))
    parameters.append(count)
    return sizes, parameters


@mistake(SECTION, test="published")
def stops_after_the_first_layer(input_shape, layers):
    """Your lists end with the first layer, as where the function returns inside the loop. It should go through all
    layers, and return at the end."""
    shape = input_shape
    sizes, parameters = [], []
    for layer in layers:
        if layer["kind"] == "conv":
            (n_H_prev, n_W_prev, n_C_prev) = shape
            (f, stride, pad, n_C) = (layer["f"], layer["stride"], layer["pad"], layer["n_C"])
            n_H = (n_H_prev - f + 2 * pad) // stride + 1
            n_W = (n_W_prev - f + 2 * pad) // stride + 1
            shape = (n_H, n_W, n_C)
            count = (f * f * n_C_prev + 1) * n_C
        elif layer["kind"] == "pool":
            (n_H_prev, n_W_prev, n_C_prev) = shape
            (f, stride) = (layer["f"], layer["stride"])
            n_H = (n_H_prev - f) // stride + 1
            n_W = (n_W_prev - f) // stride + 1
            shape = (n_H, n_W, n_C_prev)
            count = 0
        elif layer["kind"] == "dense":
            n_prev = int(np.prod(shape))
            shape = (layer["n"],)
            count = (n_prev + 1) * layer["n"]
        sizes.append(int(np.prod(shape)))
        parameters.append(count)
        return sizes, parameters


@mistake(SECTION, test="published")
def lists_the_size_in_front_of_a_layer(input_shape, layers):
    """Your list of sizes says how many numbers come into each layer. It should say how many the layer puts out."""
    shape = input_shape
    sizes, parameters = [], []
    for layer in layers:
        sizes.append(int(np.prod(shape)))
        if layer["kind"] == "conv":
            (n_H_prev, n_W_prev, n_C_prev) = shape
            (f, stride, pad, n_C) = (layer["f"], layer["stride"], layer["pad"], layer["n_C"])
            n_H = (n_H_prev - f + 2 * pad) // stride + 1
            n_W = (n_W_prev - f + 2 * pad) // stride + 1
            shape = (n_H, n_W, n_C)
            count = (f * f * n_C_prev + 1) * n_C
        elif layer["kind"] == "pool":
            (n_H_prev, n_W_prev, n_C_prev) = shape
            (f, stride) = (layer["f"], layer["stride"])
            n_H = (n_H_prev - f) // stride + 1
            n_W = (n_W_prev - f) // stride + 1
            shape = (n_H, n_W, n_C_prev)
            count = 0
        elif layer["kind"] == "dense":
            n_prev = int(np.prod(shape))
            shape = (layer["n"],)
            count = (n_prev + 1) * layer["n"]
        parameters.append(count)
    return sizes, parameters


@slip(
    a_branch_for_each_kind,
    {"parameters.append(count)": ("if count:\n    parameters.append(count)")},
    SECTION,
    test="published",
)
def leaves_pools_out_of_the_list():
    """Your list of parameters has no entry for a pool. It should have one for each layer, which for a pool is 0."""


@slip(
    a_branch_for_each_kind,
    {"parameters.append(count)": "parameters.append(count + (parameters[-1] if parameters else 0))"},
    SECTION,
    test="published",
    alone=True,
)
def adds_up_the_parameters_so_far():
    """Your second list adds up the parameters of all layers so far. Each entry should hold those of one layer alone."""
