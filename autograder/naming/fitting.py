"""What can be said of a network in PyTorch into which the weights of a call do not fit."""

import numpy as np

from autograder.naming.observed import Seen

PLACES = ("first", "second", "third", "fourth")


def does_not_fit(one: Seen) -> str:
    """Which layer is not as the weights are, where there are no scores for that; else nothing.

    Of the student's network there are two numbers for each layer that learns: how many it puts out for one image, and
    how many it learns.
    """
    sizes, learned = (one.came.results.get(name) for name in ("sizes", "parameters"))
    if "scores" not in one.expected or not all(isinstance(array, np.ndarray) for array in (sizes, learned)):
        return ""
    start = "scores is None, since the weights do not fit into your network."
    wanted = list(zip(one.expected["sizes"].tolist(), one.expected["parameters"].tolist()))
    layers = list(zip(np.ravel(sizes).tolist(), np.ravel(learned).tolist()))
    if len(layers) != len(wanted):
        has = "1 layer that learns" if len(layers) == 1 else f"{len(layers)} layers that learn"
        return f"{start} It has {has}, and there should be {len(wanted)}."
    for place, (layer, right) in enumerate(zip(layers, wanted)):
        if layer != right:
            weight, bias = (array.shape for array in one.probe.args[1][2 * place : 2 * place + 2])
            return (
                f"{start} In {one.probe.label}, the {PLACES[place]} of its layers that learn puts out"
                f" {layer[0]:,} numbers for an image and learns {layer[1]:,}; it should put out {right[0]:,} and learn"
                f" {right[1]:,}, a weight of shape {weight} and a bias of shape {bias}."
            )
    return f"{start} Its layers learn as many numbers as they should, but in arrays of other shapes."
