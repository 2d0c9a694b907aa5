"""Wrong versions of `network_table`: weights or biases miscounted, sizes misjudged."""

import numpy as np

from autograder.catalogue import mistake


def table(input_shape, layers, conv_count, dense_count, conv_size=None, pool_size=None):
    """Go through the layers with these counts and sizes."""
    size = lambda n, f, stride, pad=0: (n - f + 2 * pad) // stride + 1
    conv_size, pool_size = conv_size or size, pool_size or size
    shape, sizes, parameters = input_shape, [], []
    for layer in layers:
        if layer["kind"] == "conv":
            f, stride, pad, n_C = layer["f"], layer["stride"], layer["pad"], layer["n_C"]
            parameters.append(conv_count(f, shape[2], n_C))
            shape = (conv_size(shape[0], f, stride, pad), conv_size(shape[1], f, stride, pad), n_C)
        elif layer["kind"] == "pool":
            f, stride = layer["f"], layer["stride"]
            parameters.append(0)
            shape = (pool_size(shape[0], f, stride), pool_size(shape[1], f, stride), shape[2])
        else:
            parameters.append(dense_count(int(np.prod(shape)), layer["n"]))
            shape = (layer["n"],)
        sizes.append(int(np.prod(shape)))
    return sizes, parameters


def conv_parameters(f, n_C_prev, n_C):
    """The right count for a convolution."""
    return (f * f * n_C_prev + 1) * n_C


def dense_parameters(n_prev, n):
    """The right count for a dense layer."""
    return (n_prev + 1) * n


RIGHT = (table, conv_parameters, dense_parameters)
SECTION = "The arithmetic of a network"


@mistake(SECTION, RIGHT, test="published")
def counts_filters_of_one_channel(input_shape, layers):
    """Your filters are one channel deep, as in the printed table with the wrong counts.
    A filter is as deep as its input, and has weights for all of its channels."""
    return table(input_shape, layers, lambda f, n_C_prev, n_C: (f * f + 1) * n_C, dense_parameters)


@mistake(SECTION, RIGHT, test="published")
def leaves_out_the_biases_of_filters(input_shape, layers):
    """Your count for a convolution holds the weights of the filters only.
    Each filter has a bias as well, which is learned like the rest."""
    return table(input_shape, layers, lambda f, n_C_prev, n_C: f * f * n_C_prev * n_C, dense_parameters)


@mistake(SECTION, RIGHT, test="dense")
def leaves_out_the_biases_of_units(input_shape, layers):
    """Your count for a dense layer holds the weights only.
    Each of its units has a bias as well, which is learned like the rest."""
    return table(input_shape, layers, conv_parameters, lambda n_prev, n: n_prev * n)


@mistake(SECTION, RIGHT, test="dense")
def counts_one_bias_for_a_dense_layer(input_shape, layers):
    """Your dense layer has a single bias, as in the printed table with the wrong counts.
    Each of its units has one of its own."""
    return table(input_shape, layers, conv_parameters, lambda n_prev, n: n_prev * n + 1)


@mistake(SECTION, RIGHT, test="published")
def counts_one_bias_for_all_filters(input_shape, layers):
    """Your convolution has a single bias for all of its filters.
    Each filter has one of its own."""
    return table(input_shape, layers, lambda f, n_C_prev, n_C: f * f * n_C_prev * n_C + 1, dense_parameters)


@mistake(SECTION, RIGHT, test="published")
def counts_a_bias_for_each_weight(input_shape, layers):
    """Your filters have one bias for each of their weights.
    A filter adds its bias once to the whole sum, and so it has only one."""
    return table(input_shape, layers, lambda f, n_C_prev, n_C: 2 * f * f * n_C_prev * n_C, dense_parameters)


@mistake(SECTION, RIGHT, test="padded")
def pads_on_one_side_only(input_shape, layers):
    """Your output sizes count the padding once.
    It is put on both sides, so that height and width grow by twice the padding."""
    size = lambda n, f, stride, pad: (n - f + pad) // stride + 1
    return table(input_shape, layers, conv_parameters, dense_parameters, conv_size=size)


@mistake(SECTION, RIGHT, test="sides")
def rounds_sizes_up(input_shape, layers):
    """Your output sizes are rounded up where the stride does not divide evenly.
    A window that does not fit any more is left out: round down."""
    size = lambda n, f, stride, pad=0: -(-(n - f + 2 * pad) // stride) + 1
    return table(input_shape, layers, conv_parameters, dense_parameters, size, size)


@mistake(SECTION, RIGHT, test="strided")
def takes_pools_to_lie_side_by_side(input_shape, layers):
    """Your pools divide height and width by the stride, which is right only where the windows lie side by side and
    fill the image. The size of the window belongs into the formula, too."""
    return table(input_shape, layers, conv_parameters, dense_parameters, pool_size=lambda n, f, stride: n // stride)


@mistake(SECTION, RIGHT, test="strided")
def ignores_the_stride_of_convolutions(input_shape, layers):
    """Your convolutions move by one, whatever their stride is, so that their outputs come out too large.
    The stride belongs into the formula for the size."""
    size = lambda n, f, stride, pad: n - f + 2 * pad + 1
    return table(input_shape, layers, conv_parameters, dense_parameters, conv_size=size)


@mistake(SECTION, test="sides")
def takes_images_to_be_square(input_shape, layers):
    """Your outputs are as wide as they are high.
    The width has to be worked out from the width of the input, in the same way as the height."""
    shape, sizes, parameters = input_shape, [], []
    for layer in layers:
        count = 0
        if layer["kind"] == "dense":
            count = (int(np.prod(shape)) + 1) * layer["n"]
            shape = (layer["n"],)
        else:
            n = (shape[0] - layer["f"] + 2 * layer.get("pad", 0)) // layer["stride"] + 1
            if layer["kind"] == "conv":
                count = (layer["f"] ** 2 * shape[2] + 1) * layer["n_C"]
            shape = (n, n, layer.get("n_C", shape[2]))
        sizes.append(int(np.prod(shape)))
        parameters.append(count)
    return sizes, parameters


@mistake(SECTION, test="dense")
def connects_dense_layers_to_channels_only(input_shape, layers):
    """Your dense layer is connected to as many numbers as its input has channels.
    It is connected to every number of its input: rows times columns times channels."""
    shape, sizes, parameters = input_shape, [], []
    for layer in layers:
        count = 0
        if layer["kind"] == "dense":
            count = (shape[-1] + 1) * layer["n"]
            shape = (layer["n"],)
        else:
            n_H, n_W = ((n - layer["f"] + 2 * layer.get("pad", 0)) // layer["stride"] + 1 for n in shape[:2])
            if layer["kind"] == "conv":
                count = (layer["f"] ** 2 * shape[2] + 1) * layer["n_C"]
            shape = (n_H, n_W, layer.get("n_C", shape[2]))
        sizes.append(int(np.prod(shape)))
        parameters.append(count)
    return sizes, parameters


@mistake(SECTION, RIGHT, test="published")
def forgets_all_biases(input_shape, layers):
    """Your code counts the weights of each layer, and no biases.
    Each filter of a convolution and each unit of a dense layer has one more parameter, its bias."""
    return table(input_shape, layers, lambda f, n_C_prev, n_C: f * f * n_C_prev * n_C, lambda n_prev, n: n_prev * n)
