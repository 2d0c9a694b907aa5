"""Gradients that start from the wrong numbers, are overwritten, or end too early."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.reference import zero_pad
from autograder.styles.conv_backward import printed_loops


@slip(
    printed_loops,
    {
        "dA_prev = np.zeros((m, n_H_prev, n_W_prev, n_C_prev))": "dA_prev = np.zeros_like(A_prev)",
        "dW = np.zeros((f, f, n_C_prev, n_C))": "dW = np.zeros_like(W)",
        "db = np.zeros((1, 1, 1, n_C))": "db = np.zeros_like(b)",
    },
    "Convolution backward",
    test="integer",
)
def zeros_like_everything():
    """A gradient in your code takes its type from the array that it belongs to, so for whole numbers it is an array of
    whole numbers, to which NumPy refuses to add floats. Gradients should be floats whatever the inputs are."""


@slip(
    printed_loops,
    {
        "dA_prev = np.zeros((m, n_H_prev, n_W_prev, n_C_prev))": "dA_prev = np.zeros_like(A_prev)",
        "dA_prev_pad = zero_pad(dA_prev, pad)": "dA_prev_pad = np.zeros(A_prev_pad.shape)",
    },
    "Convolution backward",
    test="integer",
)
def zeros_like_input():
    """Your gradient of the input takes its type from the input, so for whole numbers everything after the decimal
    point is cut off when it is stored. The gradient should hold floats whatever the input is."""


@slip(
    printed_loops,
    {
        "dA_prev = np.zeros((m, n_H_prev, n_W_prev, n_C_prev))": "dA_prev = np.random.randn(m, n_H_prev, n_W_prev, n_C_prev)",
        "dW = np.zeros((f, f, n_C_prev, n_C))": "dW = np.random.randn(f, f, n_C_prev, n_C)",
        "db = np.zeros((1, 1, 1, n_C))": "db = np.random.randn(1, 1, 1, n_C)",
    },
    "Convolution backward",
    test="dW",
)
def starts_from_random_numbers():
    """All your gradients start from random numbers, and what is computed is added to those, so they differ from run to
    run. A sum should start from zero."""


@slip(
    printed_loops,
    {
        "dA_prev = np.zeros((m, n_H_prev, n_W_prev, n_C_prev))": "dA_prev = np.ones((m, n_H_prev, n_W_prev, n_C_prev))",
        "dW = np.zeros((f, f, n_C_prev, n_C))": "dW = np.ones((f, f, n_C_prev, n_C))",
        "db = np.zeros((1, 1, 1, n_C))": "db = np.ones((1, 1, 1, n_C))",
        "dA_prev_pad = zero_pad(dA_prev, pad)": "dA_prev_pad = np.ones(A_prev_pad.shape)",
    },
    "Convolution backward",
    test="dW",
)
def starts_from_ones():
    """Your gradients start from ones, so every entry comes out larger by 1. A sum should start from zero."""


@slip(
    printed_loops,
    {"dA_prev_pad = zero_pad(dA_prev, pad)": "dA_prev_pad = A_prev_pad"},
    "Convolution backward",
    test="dA_prev",
)
def starts_from_the_input():
    """Your gradient of the input starts from the padded input itself, so the input is added to it and later
    windows read changed numbers. It should start from zeros, in an array of its own."""


@slip(
    printed_loops,
    {
        "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]": "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] = W[:, :, :, c] * dZ[i, h, w, c]"
    },
    "The gradient of the input",
    test="dA_prev",
)
def overwrites_input_gradient():
    """Each window of your code overwrites what earlier windows and filters wrote into the gradient of the input.
    An input entry feeds many outputs, and what comes back from them should add up."""


@slip(
    printed_loops,
    {"dW[:, :, :, c] += a_slice * dZ[i, h, w, c]": "dW[:, :, :, c] = a_slice * dZ[i, h, w, c]"},
    "The gradient of the filters",
    test="dW",
)
def overwrites_filter_gradient():
    """Only what came last is left in your gradient of the filters, as where each window overwrites it. A filter is used
    at every place of every example, and what comes back from them should add up."""


@slip(
    printed_loops,
    {"db[:, :, :, c] += dZ[i, h, w, c]": "db[:, :, :, c] = dZ[i, h, w, c]"},
    "The gradient of the bias",
    test="db",
)
def overwrites_bias_gradient():
    """Only what came last is left in your gradient of the bias, as where each entry of dZ overwrites it. The bias is
    part of every output of its filter, and what comes back from them should add up."""


@slip(
    printed_loops,
    {
        "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]": "da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] = W[:, :, :, c] * dZ[i, h, w, c]",
        "dW[:, :, :, c] += a_slice * dZ[i, h, w, c]": "dW[:, :, :, c] = a_slice * dZ[i, h, w, c]",
        "db[:, :, :, c] += dZ[i, h, w, c]": "db[:, :, :, c] = dZ[i, h, w, c]",
    },
    "Convolution backward",
    test="dW",
)
def overwrites_every_gradient():
    """All three gradients are overwritten in each pass of your loops, so only what came last is left. Where a
    value was used many times, what comes back from each use should add up."""


@slip(
    printed_loops,
    {
        "da_prev_pad = dA_prev_pad[i]": (
            "da_prev_pad = dA_prev_pad[i]\ndW = np.zeros((f, f, n_C_prev, n_C))\ndb = np.zeros((1, 1, 1, n_C))"
        )
    },
    "The gradient of the filters",
    test="dW",
)
def keeps_the_last_example_only():
    """Only the last example counts in your gradients of the filters and the biases, as where they are set back to zero
    for each example. They should add up over the whole batch."""


@mistake("Convolution backward", test="dW")
def returns_inside_the_loop(dZ, cache):
    """Only the first example counts in your gradients, as where the return stands inside the loop over the examples. It
    should come after the loops."""
    (A_prev, W, b, hparameters) = cache
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H, n_W, n_C) = dZ.shape
    dA_prev = np.zeros((m, n_H_prev, n_W_prev, n_C_prev))
    dW = np.zeros((f, f, n_C_prev, n_C))
    db = np.zeros((1, 1, 1, n_C))
    A_prev_pad = zero_pad(A_prev, pad)
    dA_prev_pad = zero_pad(dA_prev, pad)

    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        da_prev_pad = dA_prev_pad[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_slice = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]
                    da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += a_slice * dZ[i, h, w, c]
                    db[:, :, :, c] += dZ[i, h, w, c]
        dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]

        return dA_prev, dW, db


@mistake("Convolution backward", test="dW")
def divides_by_the_examples(dZ, cache):
    """Your code divides the gradients of filters and biases by the number of examples. The mean over the batch is
    part of the cost, and so already in dZ; here the gradients are sums."""
    (A_prev, W, b, hparameters) = cache
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H, n_W, n_C) = dZ.shape
    dA_prev = np.zeros((m, n_H_prev, n_W_prev, n_C_prev))
    dW = np.zeros((f, f, n_C_prev, n_C))
    db = np.zeros((1, 1, 1, n_C))
    A_prev_pad = zero_pad(A_prev, pad)
    dA_prev_pad = zero_pad(dA_prev, pad)

    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        da_prev_pad = dA_prev_pad[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_slice = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]
                    da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += a_slice * dZ[i, h, w, c]
                    db[:, :, :, c] += dZ[i, h, w, c]
        dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]

    dW = dW / m
    db = db / m

    return dA_prev, dW, db


@slip(
    printed_loops,
    {"for i in range(m):": "for i in range(m):\n    db = np.zeros((1, 1, 1, n_C))"},
    "Convolution backward",
    test="db",
)
def keeps_the_biases_of_the_last_example():
    """Only the last example counts in your db, as where it starts anew for each example. It is a sum over all
    examples."""


@slip(
    printed_loops,
    {"for i in range(m):": "for i in range(m):\n    dW = np.zeros((f, f, n_C_prev, n_C))"},
    "Convolution backward",
    test="dW",
)
def keeps_the_filters_of_the_last_example():
    """Only the last example counts in your dW, as where it starts anew for each example. It is a sum over all
    examples."""
