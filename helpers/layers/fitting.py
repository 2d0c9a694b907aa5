"""What does not fit together, in words: the gradient of one layer with the cache of another, filters with an image.

NumPy would complain, too, or broadcast; but of axes and sizes somewhere inside of a layer.
"""

import numpy as np

from helpers.compare import kind


def parts(layer, cache, names):
    """The parts of a layer's cache. Raises ValueError where it cannot be one of this layer."""
    if isinstance(cache, tuple | list) and len(cache) == len(names):
        return cache
    raise ValueError(f"{layer}: the cache should be the tuple ({', '.join(names)}), but it is {kind(cache)}")


def gradient(layer, name, got, cache, hparameters, f, n_C):
    """Raises ValueError where a gradient has not the shape of what the layer put out, as its cache has it. (Where not
    a single window fits, that is told by who takes the windows.)"""
    (m, *sides), pad, stride = np.shape(cache)[:3], hparameters.get("pad", 0), hparameters["stride"]
    shape = (m, *((side - f + 2 * pad) // stride + 1 for side in sides), n_C)
    if min(shape) > 0 and np.shape(got) != shape:
        raise ValueError(f"{layer}: {name} has shape {np.shape(got)}, but its cache is of a layer that put out {shape}")


def filters(layer, A_prev, W, b):
    """Raises ValueError where filters do not fit the channels of their input, or biases the filters."""
    if A_prev.shape[-1] != W.shape[2]:
        raise ValueError(f"{layer}: each filter in W is for {W.shape[2]} channels, but A_prev has {A_prev.shape[-1]}")
    if np.shape(b)[-1:] not in ((), (1,), W.shape[-1:]):
        raise ValueError(f"{layer}: W holds {W.shape[-1]} filters, but b has {np.shape(b)[-1]} biases")
