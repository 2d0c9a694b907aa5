"""Layers that a notebook gives to its student, so that each notebook can be done on its own.

They are written for whole arrays at once, not with the loops that the exercises ask for, and they are fast: the
products of a whole batch are one matrix product. Floats of single precision stay single; gradients of whole numbers are
floats.

Shapes follow the course: a batch of activations is (m, n_H, n_W, n_C), a filter bank is (f, f, n_C_prev, n_C),
a bias is (1, 1, 1, n_C). One module for each layer and direction, so that a grading can withhold one and leave the
others; each is imported when its function is first asked for.
"""

import importlib

_HOMES = {
    "conv_backward": "convolution_backward",
    "conv_forward": "convolution",
    "pool_backward": "pooling_backward",
    "pool_forward": "pooling",
    "relu": "activation",
    "windows": "slices",
    "zero_pad": "padding",
}

__all__ = list(_HOMES)


def __getattr__(name):
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__():
    return sorted({*globals(), *__all__})
