"""Signatures, sections and calls of the exercises of notebook 06, for tests/test_catalogue.py."""

import numpy as np

from autograder import reference
from helpers.memory import view_of

SIGNATURES = {
    "window_strides": "(strides, stride)",
    "window_view": "(A, f, stride)",
    "im2col": "(A, f, stride)",
    "conv_forward_im2col": "(A_prev, W, b, hparameters)",
    "col2im": "(columns, shape, f, stride)",
    "conv_backward_im2col": "(dZ, cache)",
    "conv_forward_offsets": "(A_prev, W, b, hparameters)",
    "pool_forward_windows": "(A_prev, hparameters, mode='max')",
}
SECTIONS = {
    "window_strides": {"An array in memory"},
    "window_view": {"An array in memory", "All windows, without a copy"},
    "im2col": {"A convolution is one matrix product"},
    "conv_forward_im2col": {"A convolution is one matrix product"},
    "col2im": {"The way back"},
    "conv_backward_im2col": {"The way back"},
    "conv_forward_offsets": {"The way back", "Without the copy"},
    "pool_forward_windows": {"Pooling on windows"},
}
# What the notebook gives beside the exercises.
GIVEN = {"view_of": view_of}

#       m, n_H, n_W, n_C, f, stride
WINDOWS = [
    (2, 5, 6, 3, 2, 1),
    (3, 6, 4, 2, 2, 2),
    (2, 7, 5, 2, 3, 2),
    (2, 4, 4, 1, 2, 1),
    (2, 8, 6, 2, 3, 2),  # the stride does not divide the sides
    (2, 8, 9, 1, 2, 3),  # gaps between windows
    (1, 4, 7, 3, 1, 2),  # windows of one entry
    (2, 4, 4, 2, 4, 1),  # one window
]
#       m, n_H, n_W, n_C_prev, f, n_C, stride, pad
CONVOLUTIONS = [
    (2, 5, 6, 3, 2, 4, 1, 0),
    (2, 4, 5, 2, 3, 2, 1, 1),
    (3, 7, 5, 2, 3, 4, 2, 2),
    (2, 6, 9, 2, 2, 3, 3, 1),
    (2, 5, 4, 1, 3, 1, 2, 1),
    (1, 3, 4, 2, 1, 3, 1, 0),
    (1, 4, 4, 2, 4, 2, 1, 0),
]


def batches():
    """A, f and stride of every shape; then in another order of memory, and of whole numbers."""
    random = np.random.default_rng(0)
    for m, n_H, n_W, n_C, f, stride in WINDOWS:
        yield random.standard_normal((m, n_H, n_W, n_C)), f, stride
    yield np.asfortranarray(random.standard_normal((2, 5, 6, 2))), 2, 2
    yield random.standard_normal((2, 6, 5, 2)).transpose(0, 2, 1, 3), 2, 1
    yield random.integers(-4, 5, (2, 5, 4, 2)), 3, 1


def strides():
    for A, _, stride in batches():
        yield A.strides, stride
    yield np.zeros((2, 4, 5, 3), np.float32).strides, 2


def columns():
    for seed, (A, f, stride) in enumerate(batches()):
        shape = reference.im2col(A, f, stride).shape
        yield np.random.default_rng(seed).standard_normal(shape), A.shape, f, stride


def convolutions():
    random = np.random.default_rng(1)
    for m, n_H, n_W, n_C_prev, f, n_C, stride, pad in CONVOLUTIONS:
        sizes = (m, n_H, n_W, n_C_prev), (f, f, n_C_prev, n_C), (1, 1, 1, n_C)
        yield *(random.standard_normal(size) for size in sizes), {"stride": stride, "pad": pad}
    yield (
        *(random.integers(-4, 5, size) for size in ((2, 4, 5, 2), (2, 2, 2, 3), (1, 1, 1, 3))),
        {"stride": 1, "pad": 1},
    )


def gradients():
    for seed, cache in enumerate(convolutions()):
        Z, _ = reference.conv_forward(*cache)
        yield np.random.default_rng(seed).standard_normal(Z.shape), cache


def poolings():
    for A, f, stride in batches():
        for mode in ("max", "average"):
            yield A, {"f": f, "stride": stride}, mode


CASES = {
    "window_strides": list(strides()),
    "window_view": list(batches()),
    "im2col": list(batches()),
    "conv_forward_im2col": list(convolutions()),
    "col2im": list(columns()),
    "conv_backward_im2col": list(gradients()),
    "conv_forward_offsets": list(convolutions()),
    "pool_forward_windows": list(poolings()),
}
