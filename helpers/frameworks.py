"""What the notebook about PyTorch needs. PyTorch is optional, and imported when it is first used."""

import importlib.util

import numpy as np

HOW_TO_INSTALL = """This notebook needs PyTorch, which is not installed here. To install it, run in a cell of its own:

    %pip install torch

On Linux that is a build for graphics cards, of several gigabytes. PyTorch's own page, “Get started”, shows the line for
the one without (choose “CPU”), of about 200 megabytes, which is all that you need here. Then restart the kernel and run
this cell again. All other notebooks of the course work without PyTorch."""


class NotInstalled(ModuleNotFoundError):
    """PyTorch is missing. Jupyter shows the message alone, without a traceback."""

    def _render_traceback_(self):
        return str(self).splitlines()


def require_torch() -> None:
    """Raise NotInstalled, which says how to install it, where PyTorch is missing."""
    if importlib.util.find_spec("torch") is None:
        raise NotInstalled(HOW_TO_INSTALL, name="torch")


def look_through(network, X, weights):
    """What a network of PyTorch's is, and what it does, as plain data.

    network: an nn.Module for images with the channels first. X: array (m, n_H, n_W, n_C), channels last. weights: for
    each layer that learns, in the order in which they run, its weight and its bias, as arrays in PyTorch's layout; they
    take the place of what the network was born with.
    Returns sizes and parameters, two lists with a number for each layer that learns: how many numbers it puts out for
    one example, and how many it learns; and the scores, an array (m, n), or None where the weights do not fit into the
    network, which sizes and parameters show then. Raises TypeError where the network is no nn.Module.
    """
    import torch

    if not isinstance(network, torch.nn.Module):
        what = "None" if network is None else f"a {type(network).__name__}; nn.Sequential makes one of layers"
        raise TypeError(f"network should be a network of PyTorch's, an nn.Module, but it is {what}")
    x = torch.from_numpy(np.array(np.transpose(X, (0, 3, 1, 2)), dtype=float))
    with torch.no_grad():
        learning = _learning_layers(network.double(), x)
        sizes = [size for _, size in learning]
        parameters = [sum(array.numel() for array in layer.parameters(recurse=False)) for layer, _ in learning]
        places = [getattr(layer, name, None) for layer, _ in learning for name in ("weight", "bias")]
        if [None if place is None else tuple(place.shape) for place in places] != [np.shape(one) for one in weights]:
            return sizes, parameters, None
        for place, array in zip(places, weights, strict=True):
            place.copy_(torch.from_numpy(np.array(array, dtype=float)))
        return sizes, parameters, network(x).numpy()


def _learning_layers(network, x):
    """The layers with parameters of their own, in the order in which they run, each with the size of its output."""
    found = {}

    def seen(layer, inputs, output):
        if next(layer.parameters(recurse=False), None) is not None:
            found.setdefault(layer, output[0].numel())

    hooks = [layer.register_forward_hook(seen) for layer in network.modules()]
    try:
        network(x)
    finally:
        for hook in hooks:
            hook.remove()
    return list(found.items())
