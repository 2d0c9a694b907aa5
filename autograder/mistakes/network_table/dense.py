"""Wrong inputs and outputs of a dense layer, and wrong numbers of its weights and biases."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.mistakes.network_table.lines import SECTION
from autograder.styles.network_table import a_branch_for_each_kind


@slip(
    a_branch_for_each_kind, {'count = (n_prev + 1) * layer["n"]': 'count = n_prev * layer["n"]'}, SECTION, test="dense"
)
def leaves_out_the_biases_of_units():
    """Your count for a dense layer holds the weights only. Each of its units has a bias as well, which is learned like
    the rest."""


@slip(
    a_branch_for_each_kind,
    {'count = (n_prev + 1) * layer["n"]': 'count = n_prev * layer["n"] + 1'},
    SECTION,
    test="dense",
)
def counts_one_bias_for_a_dense_layer():
    """Your dense layer has a single bias, as in the printed table with the wrong counts. Each of its units has one of
    its own."""


@slip(
    a_branch_for_each_kind,
    {'count = (n_prev + 1) * layer["n"]': 'count = n_prev * (layer["n"] + 1)'},
    SECTION,
    test="dense",
)
def counts_a_bias_for_each_input_of_a_dense_layer():
    """Your dense layer has as many biases as it has inputs. It has one for each of its units."""


@slip(
    a_branch_for_each_kind, {'count = (n_prev + 1) * layer["n"]': 'count = n_prev + layer["n"]'}, SECTION, test="dense"
)
def counts_a_weight_for_each_input_only():
    """Your dense layer has one weight for each input, and a bias for each unit. Every unit has a weight of its own for
    every input: for the weights, the two numbers are multiplied."""


@slip(a_branch_for_each_kind, {"n_prev = int(np.prod(shape))": "n_prev = shape[-1]"}, SECTION, test="dense")
def connects_dense_layers_to_channels_only():
    """Your dense layer is connected to as many numbers as its input has channels. It is connected to every number of
    its input: rows times columns times channels."""


@slip(a_branch_for_each_kind, {"n_prev = int(np.prod(shape))": "n_prev = shape[0]"}, SECTION, test="dense")
def connects_dense_layers_to_rows_only():
    """Your dense layer is connected to as many numbers as its input has rows. It is connected to every number of its
    input: rows times columns times channels."""


@slip(
    a_branch_for_each_kind, {"n_prev = int(np.prod(shape))": "n_prev = int(np.prod(shape[:2]))"}, SECTION, test="dense"
)
def leaves_channels_out_of_dense_layers():
    """Your dense layer is connected to rows times columns, as if there were one channel. It is connected to every
    number of its input, those of all channels."""


@slip(a_branch_for_each_kind, {"n_prev = int(np.prod(shape))": "n_prev = int(np.sum(shape))"}, SECTION, test="dense")
def adds_up_the_axes():
    """Your dense layer adds up how long the axes of its input are. How many numbers come in is their product: rows
    times columns times channels."""


@slip(
    a_branch_for_each_kind,
    {"n_prev = int(np.prod(shape))": "n_prev = int(np.prod(input_shape))"},
    SECTION,
    test="dense",
)
def connects_dense_layers_to_the_image():
    """Your dense layer is connected to the image at the very beginning. Its inputs are the numbers that the layer in
    front of it puts out."""


@mistake(SECTION, test="dense")
def connects_dense_layers_to_themselves(input_shape, layers):
    """Your dense layer takes the numbers of its own output for its inputs, as it does if the shape is replaced before
    they are counted. Its inputs are what the layer in front of it puts out."""
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
            shape = (layer["n"],)
            n_prev = int(np.prod(shape))
            count = (n_prev + 1) * layer["n"]
        sizes.append(int(np.prod(shape)))
        parameters.append(count)
    return sizes, parameters


@slip(a_branch_for_each_kind, {"n_prev = int(np.prod(shape))": "n_prev = n_H * n_W * n_C"}, SECTION, test="dense")
def connects_dense_layers_to_the_last_image():
    """Your dense layer takes its inputs from the variables of the last convolution or pool, so that it fails where one
    of these has no value yet, and behind another dense layer it is wrong. The shape says what the layer in front puts
    out."""


@slip(a_branch_for_each_kind, {"n_prev = int(np.prod(shape))": "n_prev = sizes[-1]"}, SECTION, test="dense")
def asks_the_list_of_sizes():
    """Your dense layer asks the list of sizes how many numbers come in, and that list is empty at the first layer.
    There, the numbers of the image come in."""


@slip(
    a_branch_for_each_kind,
    {"n_prev = int(np.prod(shape))": "n_prev = shape[0] * shape[1] * shape[2]"},
    SECTION,
    test="dense",
)
def multiplies_three_axes():
    """Your dense layer multiplies three axes of the shape, and behind another dense layer there is only one. Take the
    product of all entries, however many there are."""


@slip(
    a_branch_for_each_kind,
    {
        "n_prev = int(np.prod(shape))": (
            "(n_H_prev, n_W_prev, n_C_prev) = shape\nn_prev = n_H_prev * n_W_prev * n_C_prev"
        )
    },
    SECTION,
    test="dense",
)
def unpacks_three_axes():
    """Your dense layer takes the shape apart into three numbers, and behind another dense layer there is only one.
    Take the product of all entries, however many there are."""


@slip(a_branch_for_each_kind, {'shape = (layer["n"],)': "shape = (n_prev,)"}, SECTION, test="dense")
def keeps_the_shape_at_a_dense_layer():
    """Your dense layer puts out as many numbers as come in. It puts out one number for each of its units."""


@slip(a_branch_for_each_kind, {'shape = (layer["n"],)': 'shape = (n_prev, layer["n"])'}, SECTION, test="dense")
def takes_the_weights_for_the_output():
    """Your dense layer puts out as many numbers as it has weights. Each unit adds up all its products, and puts out
    one number."""
