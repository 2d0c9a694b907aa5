"""The gradient of the bias, and results in the wrong order."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.reference import zero_pad
from autograder.styles.conv_backward import printed_loops


@slip(
    printed_loops, {"db[:, :, :, c] += dZ[i, h, w, c]": "db += dZ[i, h, w, c]"}, "The gradient of the bias", test="db"
)
def adds_every_channel_to_the_bias():
    """Your gradient of the bias holds the sum over all channels of dZ for every filter. An output channel has the bias
    of its own filter in it, and of no other."""


@slip(
    printed_loops,
    {"db[:, :, :, c] += dZ[i, h, w, c]": "db[:, :, :, c] += b[:, :, :, c] * dZ[i, h, w, c]"},
    "The gradient of the bias",
    test="db",
)
def multiplies_dz_by_the_bias():
    """In your gradient of the bias, dZ is multiplied by the bias. The bias is added to the output and not multiplied
    with anything, so dZ comes back to it unchanged."""


@slip(
    printed_loops,
    {"db[:, :, :, c] += dZ[i, h, w, c]": "db[:, :, :, c] += np.sum(dZ[i, h, w, c] * np.ones(a_slice.shape))"},
    "The gradient of the bias",
    test="db",
)
def counts_the_bias_per_entry():
    """Your gradient of the bias counts each entry of dZ once for every entry of the window. The bias is added once
    to an output, so each entry of dZ counts once."""


@slip(printed_loops, {"db[:, :, :, c] += dZ[i, h, w, c]": ""}, "The gradient of the bias", test="db")
def forgets_the_bias():
    """Your gradient of the bias stays zero. The bias is part of every output of its filter, so all that comes back
    through that filter's channel should be added up."""


@mistake("The gradient of the bias", test="db")
def averages_the_bias_gradient(dZ, cache):
    """Your gradient of the bias is the mean of dZ over examples and places. The bias is part of each of those
    outputs, so what comes back should be summed."""
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
        dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]

    db = np.mean(dZ, axis=(0, 1, 2)).reshape(1, 1, 1, n_C)
    return dA_prev, dW, db


@mistake("Convolution backward", test="shapes")
def flattens_the_bias_gradient(dZ, cache):
    """Your gradient of the bias has the right numbers in one flat row. It should have the shape of the bias, which
    keeps three axes of length 1."""
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
        dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]

    db = np.sum(dZ, axis=(0, 1, 2))
    return dA_prev, dW, db


@slip(printed_loops, {"return dA_prev, dW, db": "return dW, db, dA_prev"}, "Convolution backward", test="shapes")
def returns_filters_first():
    """Your gradients come back in another order. The first should be that of the input, then
    that of the filters, then that of the biases."""
