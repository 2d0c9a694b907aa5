"""What tests/test_catalogue.py needs of notebook 07: signatures, sections, and cases of each exercise."""

import numpy as np

from autograder import cases
from autograder.optional import nn, torch
from helpers.frameworks import look_through

SIGNATURES = {
    "to_channels_first": "(A)",
    "conv_weights_to_torch": "(W, b)",
    "dense_weights_to_torch": "(W, b, shape)",
    "conv2d_backward": "(grad_output, x, weight, stride, padding)",
    "network_in_torch": "(X, weights, hparameters)",
}
SECTIONS = {
    "to_channels_first": {"Two layouts"},
    "conv_weights_to_torch": {"The filters"},
    "dense_weights_to_torch": {"The dense layer behind a flatten"},
    "conv2d_backward": {"The filters", "Your backward pass in PyTorch"},
    "network_in_torch": {"The network of the table"},
}
# What the notebook's first cell imports and an answer may use.
GIVEN = {"torch": torch, "nn": nn, "look_through": look_through}


def _cases(exercise: str, *parameters: dict) -> list[tuple]:
    make = getattr(cases, exercise)
    return [make(**one).args for one in parameters]


CASES = {
    "to_channels_first": [
        *_cases("to_channels_first", {}, {"n_H": 3, "n_W": 3, "n_C": 3}, {"m": 1, "n_H": 1, "n_W": 2}, {"n_C": 1}),
        (np.arange(24).reshape(2, 2, 3, 2),),
    ],
    "conv_weights_to_torch": _cases(
        "conv_weights_to_torch", {}, {"n_C_prev": 3, "n_C": 3}, {"f": 1, "n_C_prev": 1}, {"n_C": 1}, {"f": 2}
    ),
    "dense_weights_to_torch": _cases(
        "dense_weights_to_torch", {}, {"n_H": 2, "n_W": 2, "n_C": 3}, {"n_C": 1}, {"n": 1}, {"n_H": 1, "n_W": 1}
    ),
    "conv2d_backward": _cases(
        "conv2d_backward",
        {},
        {"n_H": 7, "n_W": 5, "stride": 2, "n_C": 3},
        {"m": 3, "f": 2, "padding": 1, "n_C_prev": 3},
        {"m": 1, "n_C_prev": 1, "n_C": 1, "stride": 2, "padding": 2},
    ),
    "network_in_torch": _cases(
        "network_in_torch",
        {},
        {"n_H": 14, "n_W": 14, "first": 3},
        {"n_H": 22, "n_W": 14, "m": 1, "n_C": 1},
        {"f": 2, "units": 5, "classes": 2, "first": 4, "second": 2},
        {"m": 1, "n_H": 32, "n_W": 32, "n_C": 3, "f": 5, "first": 8, "second": 16, "units": 128, "classes": 10},
    ),
}
