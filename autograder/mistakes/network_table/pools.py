"""Wrong channels behind a convolution or a pool, and pools that learn something."""

import numpy as np

from autograder.catalogue import mistake

SECTION = "The arithmetic of a network"


@mistake(SECTION, test="published")
def keeps_the_channels_of_the_input(input_shape, layers):
    """The output of your convolution has as many channels as its input. It has one channel for each filter."""
    shape = input_shape
    sizes, parameters = [], []
    for layer in layers:
        if layer["kind"] == "conv":
            (n_H_prev, n_W_prev, n_C_prev) = shape
            (f, stride, pad, n_C) = (layer["f"], layer["stride"], layer["pad"], layer["n_C"])
            n_H = (n_H_prev - f + 2 * pad) // stride + 1
            n_W = (n_W_prev - f + 2 * pad) // stride + 1
            shape = (n_H, n_W, n_C_prev)
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
def forgets_the_channels_of_convolutions(input_shape, layers):
    """The shape behind your convolution has rows and columns only. Each filter makes a channel, and the layers behind
    it ask for three axes."""
    shape = input_shape
    sizes, parameters = [], []
    for layer in layers:
        if layer["kind"] == "conv":
            (n_H_prev, n_W_prev, n_C_prev) = shape
            (f, stride, pad, n_C) = (layer["f"], layer["stride"], layer["pad"], layer["n_C"])
            n_H = (n_H_prev - f + 2 * pad) // stride + 1
            n_W = (n_W_prev - f + 2 * pad) // stride + 1
            shape = (n_H, n_W)
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
def forgets_the_channels_of_pools(input_shape, layers):
    """The shape behind your pool has rows and columns only. A pool keeps the channels of its input, as a third axis."""
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
            shape = (n_H, n_W)
            count = 0
        elif layer["kind"] == "dense":
            n_prev = int(np.prod(shape))
            shape = (layer["n"],)
            count = (n_prev + 1) * layer["n"]
        sizes.append(int(np.prod(shape)))
        parameters.append(count)
    return sizes, parameters


@mistake(SECTION, test="strided")
def takes_channels_of_pools_from_the_last_convolution(input_shape, layers):
    """Your pool takes its channels from a variable that only the branch of a convolution sets, and so it fails in
    front of any convolution. A pool keeps the channels of its own input."""
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
            shape = (n_H, n_W, n_C)
            count = 0
        elif layer["kind"] == "dense":
            n_prev = int(np.prod(shape))
            shape = (layer["n"],)
            count = (n_prev + 1) * layer["n"]
        sizes.append(int(np.prod(shape)))
        parameters.append(count)
    return sizes, parameters


@mistake(SECTION, test="published")
def leaves_pools_out_of_the_shape(input_shape, layers):
    """Your pool leaves the shape as it was, so that sizes behind it are too large. Its output has fewer rows and
    columns."""
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
            shape = (n_H_prev, n_W_prev, n_C_prev)
            count = 0
        elif layer["kind"] == "dense":
            n_prev = int(np.prod(shape))
            shape = (layer["n"],)
            count = (n_prev + 1) * layer["n"]
        sizes.append(int(np.prod(shape)))
        parameters.append(count)
    return sizes, parameters


@mistake(SECTION, test="published")
def gives_None_for_a_pool(input_shape, layers):
    """Your list holds None where the number of parameters of a pool should be. A pool learns nothing, and its number
    is 0."""
    shape = input_shape
    sizes, parameters = [], []
    for layer in layers:
        count = None
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
        elif layer["kind"] == "dense":
            n_prev = int(np.prod(shape))
            shape = (layer["n"],)
            count = (n_prev + 1) * layer["n"]
        sizes.append(int(np.prod(shape)))
        parameters.append(count)
    return sizes, parameters


@mistake(SECTION, test="published")
def repeats_the_count_at_a_pool(input_shape, layers):
    """Your pool repeats the count of the layer in front of it, which still stands in the variable. A pool learns
    nothing, and its number is 0."""
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
        elif layer["kind"] == "dense":
            n_prev = int(np.prod(shape))
            shape = (layer["n"],)
            count = (n_prev + 1) * layer["n"]
        sizes.append(int(np.prod(shape)))
        parameters.append(count)
    return sizes, parameters


@mistake(SECTION, test="published")
def counts_weights_of_a_pool(input_shape, layers):
    """Your pool has a weight for each place of its window. It only takes the largest number or the mean, and learns
    nothing: its number is 0."""
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
            count = f * f
        elif layer["kind"] == "dense":
            n_prev = int(np.prod(shape))
            shape = (layer["n"],)
            count = (n_prev + 1) * layer["n"]
        sizes.append(int(np.prod(shape)))
        parameters.append(count)
    return sizes, parameters


@mistake(SECTION, test="published")
def counts_weights_of_a_pool_in_each_channel(input_shape, layers):
    """Your pool has a weight for each place of its window in each channel. It only takes the largest number or the
    mean, and learns nothing."""
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
            count = f * f * n_C_prev
        elif layer["kind"] == "dense":
            n_prev = int(np.prod(shape))
            shape = (layer["n"],)
            count = (n_prev + 1) * layer["n"]
        sizes.append(int(np.prod(shape)))
        parameters.append(count)
    return sizes, parameters


@mistake(SECTION, test="published")
def counts_weights_and_a_bias_of_a_pool_in_each_channel(input_shape, layers):
    """Your pool has the weights of one window and a bias in each channel. It only takes the largest number or the
    mean, and learns nothing."""
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
            count = (f * f + 1) * n_C_prev
        elif layer["kind"] == "dense":
            n_prev = int(np.prod(shape))
            shape = (layer["n"],)
            count = (n_prev + 1) * layer["n"]
        sizes.append(int(np.prod(shape)))
        parameters.append(count)
    return sizes, parameters


@mistake(SECTION, test="published")
def counts_a_pool_as_a_convolution(input_shape, layers):
    """Your pool has the parameters of a convolution with as many filters as there are channels. It only takes the
    largest number or the mean, and learns nothing."""
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
            count = (f * f * n_C_prev + 1) * n_C_prev
        elif layer["kind"] == "dense":
            n_prev = int(np.prod(shape))
            shape = (layer["n"],)
            count = (n_prev + 1) * layer["n"]
        sizes.append(int(np.prod(shape)))
        parameters.append(count)
    return sizes, parameters


@mistake(SECTION, test="published")
def counts_a_pool_as_the_last_convolution(input_shape, layers):
    """Your pool has the parameters of a convolution with the filters of the one before, whose number still stands in
    the variable. A pool learns nothing, and its number is 0."""
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
            count = (f * f * n_C_prev + 1) * n_C
        elif layer["kind"] == "dense":
            n_prev = int(np.prod(shape))
            shape = (layer["n"],)
            count = (n_prev + 1) * layer["n"]
        sizes.append(int(np.prod(shape)))
        parameters.append(count)
    return sizes, parameters


@mistake(SECTION, test="published")
def counts_one_parameter_for_a_pool(input_shape, layers):
    """Your pool has one parameter. It only takes the largest number or the mean, and learns nothing: its number is 0."""
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
            count = 1
        elif layer["kind"] == "dense":
            n_prev = int(np.prod(shape))
            shape = (layer["n"],)
            count = (n_prev + 1) * layer["n"]
        sizes.append(int(np.prod(shape)))
        parameters.append(count)
    return sizes, parameters
