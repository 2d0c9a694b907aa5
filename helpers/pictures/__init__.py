"""The drawings of the course: numbers in, Picture out. Most can be called without arguments for their standard case.

Each is imported when it is first asked for, and Matplotlib with it: what draws nothing need not wait for that.
"""

import sys
from importlib import import_module

# In which module of this package each function is.
MODULES = {
    "axis": ("overlap", "strides"),
    "backward": ("backward_step", "chain", "reached"),
    "charts": ("curve", "output_sizes", "secant"),
    "frameworks": ("flatten_orders", "layouts", "tape", "two_trainings"),
    "memory": ("memory_layout", "windows_in_memory"),
    "networks": ("cross_entropy", "dense_product", "descent", "network", "relu", "softmax"),
    "outlook": ("batch_normalisation", "dilated_convolution", "residual", "transposed_convolution"),
    "photo": ("filters", "grey_photograph", "images", "photograph"),
    "pools": ("pooling_both", "shift", "thrown_away"),
    "products": ("col2im_adding", "im2col_matrix", "offsets"),
    "results": ("comparison", "confusion", "training"),
    "routes_back": ("mask", "overlapping", "route", "routes", "share", "ties"),
    "tensors": ("dense_against_shared", "notation", "volume"),
    "timings": ("times", "times_the_floor"),
    "windows": ("convolution_step", "padding", "pooling_step"),
}
_HOMES = {name: module for module, names in MODULES.items() for name in names}

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
    found = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
