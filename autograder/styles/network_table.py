"""Right versions of `network_table` in other styles."""

import numpy as np

from autograder.catalogue import style
from autograder.reference import network_table


@style
def a_branch_for_each_kind(input_shape, layers):
    """The formulas of the notebook, one branch for each kind of layer."""
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


@style
def one_branch_for_images(input_shape, layers):
    """Convolution and pool in one branch, since their sizes have one formula."""
    shape, sizes, parameters = input_shape, [], []
    for layer in layers:
        if layer["kind"] == "dense":
            count = (int(np.prod(shape)) + 1) * layer["n"]
            shape = (layer["n"],)
        else:
            f, stride, pad = layer["f"], layer["stride"], layer.get("pad", 0)
            n_C = layer.get("n_C", shape[2])
            count = (f**2 * shape[2] + 1) * n_C if layer["kind"] == "conv" else 0
            shape = tuple((n - f + 2 * pad) // stride + 1 for n in shape[:2]) + (n_C,)
        sizes.append(int(np.prod(shape)))
        parameters.append(count)
    return sizes, parameters


@style
def floor_of_a_fraction(input_shape, layers):
    """The printed formula with int(), and weights and biases counted apart."""
    shape, sizes, parameters = list(input_shape), [], []
    for layer in layers:
        if layer["kind"] == "conv":
            f, s, p, n_C = layer["f"], layer["stride"], layer["pad"], layer["n_C"]
            weights, biases = f * f * shape[2] * n_C, n_C
            shape = [int((shape[0] - f + 2 * p) / s) + 1, int((shape[1] - f + 2 * p) / s) + 1, n_C]
        elif layer["kind"] == "pool":
            f, s = layer["f"], layer["stride"]
            weights, biases = 0, 0
            shape = [int((shape[0] - f) / s) + 1, int((shape[1] - f) / s) + 1, shape[2]]
        else:
            n_prev = 1
            for n in shape:
                n_prev *= n
            weights, biases = n_prev * layer["n"], layer["n"]
            shape = [layer["n"]]
        size = 1
        for n in shape:
            size *= n
        sizes.append(size)
        parameters.append(weights + biases)
    return sizes, parameters


def step(shape, layer):
    """The shape behind a layer, and its number of parameters."""
    if layer["kind"] == "dense":
        return (layer["n"],), (int(np.prod(shape)) + 1) * layer["n"]
    places = [len(range(0, n + 2 * layer.get("pad", 0) - layer["f"] + 1, layer["stride"])) for n in shape[:2]]
    if layer["kind"] == "pool":
        return (*places, shape[2]), 0
    return (*places, layer["n_C"]), layer["n_C"] * (layer["f"] * layer["f"] * shape[2] + 1)


@style(uses=(step,))
def recursion_over_layers(input_shape, layers):
    """A helper for one layer, the windows counted by a range, and recursion for the rest of the list."""
    if not layers:
        return [], []
    shape, count = step(input_shape, layers[0])
    sizes, counts = network_table(shape, layers[1:])
    return [int(np.prod(shape))] + sizes, [count] + counts


@style
def match_statement(input_shape, layers):
    """Structural matching on the dicts."""
    shape, sizes, parameters = input_shape, [], []
    for layer in layers:
        match layer:
            case {"kind": "conv", "f": f, "stride": stride, "pad": pad, "n_C": n_C}:
                count = n_C * f * f * shape[2] + n_C
                shape = ((shape[0] + 2 * pad - f + stride) // stride, (shape[1] + 2 * pad - f + stride) // stride, n_C)
            case {"kind": "pool", "f": f, "stride": stride}:
                count = 0
                shape = ((shape[0] - f + stride) // stride, (shape[1] - f + stride) // stride, shape[2])
            case {"kind": "dense", "n": n}:
                count = n * int(np.prod(shape)) + n
                shape = (n,)
        sizes.append(int(np.prod(shape)))
        parameters.append(count)
    return sizes, parameters


@style
def arrays_of_results(input_shape, layers):
    """Results written into arrays of whole numbers."""
    sizes, parameters = np.zeros(len(layers), dtype=int), np.zeros(len(layers), dtype=int)
    shape = np.array(input_shape)
    for k, layer in enumerate(layers):
        if layer["kind"] == "dense":
            parameters[k] = layer["n"] * (shape.prod() + 1)
            shape = np.array([layer["n"]])
        else:
            sides = np.floor((shape[:2] - layer["f"] + 2 * layer.get("pad", 0)) / layer["stride"]).astype(int) + 1
            if layer["kind"] == "conv":
                parameters[k] = layer["n_C"] * (layer["f"] ** 2 * shape[2] + 1)
            shape = np.append(sides, layer.get("n_C", shape[2]))
        sizes[k] = shape.prod()
    return sizes, parameters


@style
def weights_are_made_and_counted(input_shape, layers):
    """The shapes of weights and biases, counted by NumPy without making them."""
    shapes, sizes, parameters = [tuple(input_shape)], [], []
    for layer in layers:
        before, learned = shapes[-1], []
        if layer["kind"] == "conv":
            learned = [(layer["f"], layer["f"], before[2], layer["n_C"]), (1, 1, 1, layer["n_C"])]
        if layer["kind"] == "dense":
            learned = [(int(np.prod(before)), layer["n"]), (1, layer["n"])]
            shapes.append((layer["n"],))
        else:
            pad = layer["pad"] if "pad" in layer else 0
            n_H, n_W = [1 + (n + 2 * pad - layer["f"]) // layer["stride"] for n in before[:2]]
            shapes.append((n_H, n_W, learned[0][-1] if learned else before[2]))
        sizes.append(np.prod(shapes[-1]))
        parameters.append(sum(np.prod(shape) for shape in learned))
    return sizes, parameters
