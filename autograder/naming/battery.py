"""The calls on which the answers to an exercise are told apart: a few small ones for each.

A mistake that is added is named only if some call here shows it, and tells it from every other one;
`autograder verify` says which are not. Beside the parameters of the function in `cases`, an entry may have `whole`,
the names of arrays that hold whole numbers, `fill`, how the arrays are filled, and `turned`, whether dicts hold the
last thing first; or `args`, a call of its own.
"""

from functools import cache
from typing import Any

import numpy as np

from autograder import cases
from autograder.naming.probes import Probe, defaults, like, probe

# How many calls an exercise without an entry in the table is tried with.
MOST_PROBES = 14

WINDOWS: tuple[dict[str, Any], ...] = (
    {"n_H": 4, "n_W": 5, "f": 2, "stride": 2},
    {"n_H": 4, "n_W": 3, "f": 2, "stride": 1},
    {"m": 1, "n_H": 7, "n_W": 6, "n_C": 3, "f": 2, "stride": 3},
    {"n_H": 5, "n_W": 5, "f": 3, "stride": 2},
    {"m": 3, "n_H": 3, "n_W": 2, "n_C": 1, "f": 1, "stride": 1},
    {"n_H": 3, "n_W": 4, "f": 2, "stride": 1, "integer": True},
    {"m": 1, "n_H": 3, "n_W": 3, "n_C": 1, "f": 2},
    {"n_H": 4, "n_W": 3, "f": 2, "stride": 1, "order": "F"},
)
CONVOLUTIONS: tuple[dict[str, Any], ...] = (
    {"n_H": 4, "n_W": 5, "f": 2, "n_C": 3, "stride": 2, "pad": 1, "bias": True, "turned": True},
    {"n_H": 4, "n_W": 3, "f": 2, "n_C": 3, "bias": True},
    {"n_H": 4, "n_W": 6, "n_C_prev": 1, "f": 2, "n_C": 2, "stride": 2, "pad": 2},
    {"n_H": 4, "n_W": 4, "f": 3, "n_C": 2, "pad": 1, "bias": True},
    {"m": 1, "n_H": 7, "n_W": 6, "f": 2, "n_C": 2, "stride": 3},
    {"m": 3, "n_H": 2, "n_W": 3, "n_C_prev": 3, "f": 1, "n_C": 1, "stride": 2, "pad": 1},
    {"m": 1, "n_H": 3, "n_W": 4, "n_C_prev": 2, "f": 2, "n_C": 2, "whole": ("A_prev",)},
    {"m": 1, "n_H": 4, "n_W": 4, "n_C_prev": 1, "f": 2, "n_C": 1, "stride": 2},
    {"m": 1, "n_H": 3, "n_W": 3, "n_C_prev": 1, "f": 2, "n_C": 1},
)
# A bias for three examples as well: where there are always two, what counts it twice and once for each are the same.
WITH_MORE_BIASES = tuple(entry | {"bias": True} if entry.get("m") == 3 else entry for entry in CONVOLUTIONS)
# Scores that are too large, too far below 0, too large when they are doubled, too far above the smallest one, and too
# far above the mean: the powers of each are more than a computer can hold, or 0, after some wrong way to shift them.
FAR_APART = np.array([[800.0, 100.0], [-800.0, -799.0], [400.0, 399.0], [0.0, -1400.0], [0.0, -1500.0]])
# What tells the known mistakes of an exercise apart, the most telling calls first. Heights differ from widths and
# strides do not divide, except where a mistake shows only if they do; a call with one example, one channel and nothing
# special stands at the end, for what goes wrong even there.
TABLE: dict[str, tuple[dict[str, Any], ...]] = {
    "zero_pad": (
        {"n_H": 2, "n_W": 4, "pad": 2},
        {"n_H": 3, "n_W": 2, "n_C": 3, "pad": 1},
        {"n_H": 3, "n_W": 2, "pad": 0},
        {"m": 1, "n_H": 2, "n_W": 3, "n_C": 1, "pad": 3},
        {"n_H": 3, "n_W": 3, "pad": 2},
        {"n_H": 2, "n_W": 3, "pad": 1, "integer": True},
        {"m": 1, "n_H": 2, "n_W": 2, "n_C": 1, "pad": 1},
    ),
    "conv_single_step": (
        {"f": 2, "n_C_prev": 3, "bias": True},
        {"f": 3, "n_C_prev": 2},
        {"f": 2, "n_C_prev": 3, "bias": True, "fill": "digits"},
        {"f": 1, "n_C_prev": 1, "bias": True},
        {"f": 3, "n_C_prev": 3, "fill": "counting"},
        {"f": 2, "n_C_prev": 2, "integer": True, "bias": True},
        {"f": 2, "n_C_prev": 1},
    ),
    "conv_forward": CONVOLUTIONS,
    "conv_forward_im2col": WITH_MORE_BIASES,
    "conv_forward_offsets": WITH_MORE_BIASES,
    "pool_forward": (
        {"n_H": 5, "n_W": 8, "f": 3, "stride": 2, "turned": True},
        {"n_H": 5, "n_W": 8, "f": 3, "stride": 2, "mode": "average"},
        {"n_H": 4, "n_W": 3, "f": 2, "stride": 1},
        {"n_H": 4, "n_W": 3, "f": 2, "stride": 1, "mode": "average"},
        {"m": 1, "n_H": 7, "n_W": 6, "n_C": 3, "f": 2, "stride": 3},
        {"n_H": 3, "n_W": 4, "f": 2, "stride": 1, "mode": "average", "integer": True},
        {"n_H": 4, "n_W": 4, "f": 2, "stride": 2, "fill": "counting down"},
        {"m": 1, "n_H": 3, "n_W": 3, "n_C": 1, "f": 1, "stride": 1, "mode": "average"},
        {"m": 1, "n_H": 2, "n_W": 4, "n_C": 1, "f": 2, "stride": 2},
        {
            "args": (np.array([[[[2.0], [-5.0]], [[7.0], [4.0]]]]), {"f": 2, "stride": 2}),
            "m": 1,
            "n_H": 2,
            "n_W": 2,
            "n_C": 1,
        },
    ),
    "conv_backward": (
        {"n_H": 4, "n_W": 5, "f": 2, "n_C": 3, "stride": 2, "pad": 1, "turned": True},
        {"m": 3, "n_H": 4, "n_W": 3, "f": 2, "n_C": 3, "fill": "digits"},
        {"n_H": 4, "n_W": 4, "f": 3, "n_C": 2, "pad": 1, "fill": "digits"},
        {"m": 1, "n_H": 7, "n_W": 6, "f": 2, "n_C": 2, "stride": 3},
        {"n_H": 3, "n_W": 4, "n_C_prev": 3, "f": 2, "n_C": 2, "pad": 2, "stride": 2, "fill": "large"},
        {"m": 1, "n_H": 3, "n_W": 4, "n_C_prev": 2, "f": 2, "n_C": 2, "pad": 1, "whole": ("A_prev", "W", "b")},
        {"n_H": 3, "n_W": 2, "n_C_prev": 2, "f": 1, "n_C": 2, "stride": 1, "fill": "large"},
        {"m": 1, "n_H": 4, "n_W": 4, "n_C_prev": 1, "f": 2, "n_C": 1, "stride": 2, "fill": "digits"},
        {"m": 1, "n_H": 3, "n_W": 3, "n_C_prev": 1, "f": 2, "n_C": 1},
    ),
    "create_mask_from_window": (
        {"f": 3, "n_W": 4},
        {"f": 4, "n_W": 2},
        {"f": 3, "n_W": 3, "fill": "counting down"},
        {"f": 2, "n_W": 3, "fill": "counting"},
        {"args": (np.array([[-5.0, -3.0, -7.0], [-2.0, -9.0, -4.0]]),), "f": 2, "n_W": 3},
        {"f": 3, "n_W": 3, "fill": "digits"},
        {"f": 1, "n_W": 1},
        {"f": 2, "n_W": 2, "integer": True},
    ),
    "distribute_value": (
        {"dz": -7.5, "n_H": 2, "n_W": 3},
        {"dz": 7, "n_H": 4, "n_W": 2},
        {"dz": -5, "n_H": 2, "n_W": 2},
        {"dz": 12.0, "n_H": 1, "n_W": 5},
        {"dz": 0.5, "n_H": 3, "n_W": 3},
        {"dz": 3.0, "n_H": 1, "n_W": 1},
    ),
    "pool_backward": (
        {"n_H": 5, "n_W": 8, "f": 3, "stride": 2, "turned": True},
        {"n_H": 5, "n_W": 8, "f": 3, "stride": 2, "mode": "average"},
        {"n_H": 4, "n_W": 3, "f": 2, "stride": 1},
        {"n_H": 4, "n_W": 3, "f": 2, "stride": 1, "mode": "average", "fill": "digits"},
        {"m": 1, "n_H": 7, "n_W": 6, "n_C": 3, "f": 2, "stride": 3, "fill": "digits"},
        {"m": 1, "n_H": 6, "n_W": 7, "n_C": 3, "f": 2, "stride": 3, "mode": "average"},
        {"n_H": 4, "n_W": 4, "f": 2, "stride": 2, "whole": ("A_prev",)},
        {"n_H": 4, "n_W": 4, "f": 2, "stride": 2, "mode": "average", "whole": ("A_prev",)},
        {"n_H": 3, "n_W": 2, "f": 1, "stride": 1, "mode": "average", "fill": "large"},
        {"m": 1, "n_H": 2, "n_W": 4, "n_C": 1, "f": 2, "stride": 2},
    ),
    "network_table": (
        {},
        {"n_H": 9, "n_W": 13, "n_C": 2, "kinds": "conv conv pool dense dense", "f": 2},
        {"n_H": 11, "n_W": 8, "kinds": "conv pool dense", "stride": 2, "pad": 1},
        {"n_H": 7, "n_W": 6, "n_C": 1, "kinds": "pool conv dense", "f": 2, "pad": 2},
        {"n_H": 5, "n_W": 6, "n_C": 1, "kinds": "conv dense", "f": 3, "stride": 3, "pad": 1},
        {"n_H": 5, "n_W": 6, "n_C": 2, "kinds": "conv"},
        {"n_H": 2, "n_W": 3, "n_C": 2, "kinds": "dense"},
        {"n_H": 5, "n_W": 4, "n_C": 3, "kinds": "pool"},
        {"args": ((5, 6, 2), [{"kind": "pool", "f": 3, "stride": 2}, {"kind": "dense", "n": 2}])},
        {"args": ((9, 11, 1), [{"kind": "pool", "f": 2, "stride": 3}, {"kind": "dense", "n": 4}])},
    ),
    "relu_forward": (
        {},
        {"shape": (2, 5), "integer": True},
        {"shape": (4, 3)},
        {"shape": (2, 3), "fill": "counting down"},
        {"shape": (3, 3), "fill": "counting"},
        {"shape": (2, 2), "fill": "counting"},
    ),
    "relu_backward": (
        {},
        {"shape": (3, 5), "integer": True},
        {"shape": (4, 3)},
        {"shape": (2, 3), "fill": "digits"},
        {"shape": (2, 3), "fill": "counting down"},
        {"shape": (2, 2), "fill": "counting"},
    ),
    "flatten_forward": (
        {"m": 3, "n_H": 2, "n_W": 4, "n_C": 3},
        {"m": 2, "n_H": 3, "n_W": 2, "n_C": 1},
        {"m": 1, "n_H": 2, "n_W": 3, "n_C": 2},
        {"m": 2, "n_H": 2, "n_W": 2, "n_C": 2, "integer": True},
        {"m": 2, "n_H": 1, "n_W": 1, "n_C": 3},
        {"m": 1, "n_H": 1, "n_W": 1, "n_C": 1},
    ),
    "dense_forward": (
        {},
        {"m": 2, "n_prev": 3, "n": 4},
        {"m": 3, "n_prev": 3, "n": 3},
        {"m": 2, "n_prev": 3, "n": 2, "bias": False},
        {"m": 2, "n_prev": 3, "n": 2, "whole": ("A_prev",), "fill": "halves"},
        {"m": 1, "n_prev": 2, "n": 1},
    ),
    "dense_backward": (
        {},
        {"m": 2, "n_prev": 3, "n": 4, "fill": "digits"},
        {"m": 3, "n_prev": 3, "n": 3},
        {"m": 4, "n_prev": 2, "n": 3, "whole": ("A_prev", "W", "b")},
        {"m": 2, "n_prev": 3, "n": 2, "fill": "large"},
        {"m": 1, "n_prev": 2, "n": 1},
    ),
    "softmax": (
        {},
        {"m": 4, "n": 3, "scale": 0.25},
        {"m": 3, "n": 3},
        {"m": 2, "n": 3, "scale": 8000},
        {"args": (FAR_APART,), "m": 5, "n": 2, "scale": 1000},
        {"m": 2, "n": 3, "integer": True},
        {"m": 2, "n": 3, "fill": "counting down"},
        {"args": (FAR_APART[[1]],), "m": 1, "n": 2, "scale": 1000},
        {"m": 1, "n": 2},
    ),
    "softmax_cross_entropy": (
        {},
        {"m": 4, "n": 3, "scale": 0.25},
        {"m": 3, "n": 3},
        {"m": 2, "n": 3, "scale": 8000},
        {"args": (FAR_APART[[0, 4]], np.array([1, 0])), "m": 2, "n": 2, "scale": 1000},
        {"args": (FAR_APART[[1, 2]], np.array([1, 0])), "m": 2, "n": 2, "scale": 1000},
        {"args": (FAR_APART[[3]], np.array([1])), "m": 1, "n": 2, "scale": 1000},
        {"m": 2, "n": 3, "integer": True},
        {"m": 2, "n": 3, "fill": "counting down"},
        {"m": 1, "n": 2},
    ),
    "update_parameters": (
        {},
        {"learning_rate": 0.125, "names": "W1 b1"},
        {"learning_rate": 2.0, "names": "W1 b1 W2 b2 W3"},
        {"learning_rate": 1.0, "names": "W1"},
        {"learning_rate": 0.5, "names": "b1", "fill": "digits"},
    ),
    "network_forward": (
        {"n_H": 4, "n_W": 6},
        {"n_H": 6, "n_W": 4, "n_C_prev": 2, "f": 2, "pad": 1, "n": 2},
        {"m": 3, "n_H": 10, "n_W": 11, "pad": 0, "filters": (1, 2)},
        {"m": 1, "n_H": 8, "n_W": 7, "stride": 2, "pad": 2, "pool": 1},
        {"m": 1, "n_H": 4, "n_W": 4, "filters": (1, 1), "n": 2, "bias": False},
    ),
    "network_backward": (
        {"n_H": 4, "n_W": 6},
        {"n_H": 6, "n_W": 4, "n_C_prev": 2, "f": 2, "pad": 1, "n": 2},
        {"m": 3, "n_H": 10, "n_W": 11, "pad": 0, "filters": (1, 2)},
        {"m": 3, "n_H": 6, "n_W": 6, "n_C_prev": 2, "filters": (3, 2), "pool": 1},
        {"m": 1, "n_H": 4, "n_W": 4, "filters": (1, 1), "n": 2},
        {"m": 1, "n_H": 4, "n_W": 4, "filters": (1, 1), "n": 2, "f": 2, "fractions": False},
    ),
    "window_strides": (
        {},
        {"m": 3, "n_H": 2, "n_W": 3, "n_C": 4, "stride": 2},
        {"m": 2, "n_H": 3, "n_W": 4, "n_C": 2, "stride": 3, "dtype": "float32"},
        {"n_H": 3, "n_W": 2, "stride": 2, "order": "F"},
        {"m": 1, "n_H": 2, "n_W": 2, "n_C": 1},
    ),
    "window_view": WINDOWS,
    "im2col": WINDOWS,
    "col2im": WINDOWS[:-1],
    "to_channels_first": (
        {},
        {"m": 3, "n_H": 2, "n_W": 3, "n_C": 3},
        {"m": 2, "n_H": 2, "n_W": 2, "n_C": 2},
        {"m": 1, "n_H": 2, "n_W": 3, "n_C": 2},
    ),
    "conv_weights_to_torch": (
        {"f": 2, "n_C_prev": 3, "n_C": 4},
        {"f": 3, "n_C_prev": 2, "n_C": 2},
        {"f": 2, "n_C_prev": 2, "n_C": 2},
        {"f": 2, "n_C_prev": 2, "n_C": 1},
        {"f": 1, "n_C_prev": 1, "n_C": 1},
    ),
    "dense_weights_to_torch": (
        {"n_H": 2, "n_W": 3, "n_C": 4, "n": 5},
        {"n_H": 2, "n_W": 2, "n_C": 2, "n": 3},
        {"n_H": 3, "n_W": 2, "n_C": 1, "n": 2},
        {"n_H": 2, "n_W": 2, "n_C": 2, "n": 1},
        {"n_H": 1, "n_W": 1, "n_C": 2, "n": 2},
    ),
    "conv2d_backward": (
        {"n_H": 4, "n_W": 5, "f": 2, "n_C": 3, "stride": 2, "padding": 1},
        {"n_H": 4, "n_W": 3, "f": 2, "n_C": 3},
        {"n_H": 4, "n_W": 4, "f": 3, "n_C": 2, "padding": 1},
        {"m": 1, "n_H": 7, "n_W": 6, "f": 2, "n_C": 2, "stride": 3},
        {"n_H": 3, "n_W": 3, "n_C_prev": 2, "f": 2, "n_C": 2, "fill": "digits"},
        {"m": 1, "n_H": 3, "n_W": 2, "n_C_prev": 1, "f": 2, "n_C": 1},
    ),
    "network_in_torch": (
        {"m": 1},
        {"n_H": 14, "n_W": 14, "n_C": 3},
        {"m": 1, "n_H": 14, "n_W": 15, "n_C": 1, "first": 1},
        {"m": 1, "n_H": 7, "n_W": 8, "n_C": 1, "f": 2, "first": 2, "second": 1, "units": 2, "classes": 2},
    ),
}


@cache
def battery(exercise: str) -> tuple[Probe, ...]:
    """The calls of an exercise: those of the table, or some that vary one parameter after the other."""
    if not hasattr(cases, exercise):
        return ()
    entries = TABLE.get(exercise) or TABLE.get(like(exercise)) or _variations(exercise)
    found: list[Probe] = []
    for entry in entries:
        try:
            found.append(probe(exercise, **entry))
        except ValueError:
            continue
    return tuple(found[:MOST_PROBES])


def _variations(exercise: str) -> list[dict[str, Any]]:
    """The default call, and one for each parameter a little larger and smaller."""
    changes: list[dict[str, Any]] = [{}, {"fill": "digits"}, {"fill": "counting"}]
    for step in (1, -1):
        for name, value in defaults(exercise).items():
            if isinstance(value, bool):
                changes += [{name: not value}] if step == 1 else []
            elif isinstance(value, int | float):
                changes.append({name: value + step if value + step >= 0 else -value})
    return changes
