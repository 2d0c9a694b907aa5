"""What is given back: nothing, or in another order."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.reference import zero_pad
from autograder.styles.conv_backward import printed_loops


@mistake("Convolution backward", test="dW")
def returns_nothing(dZ, cache):
    """Your function gives back None, so there are no gradients. What it computes should be handed back by a return,
    after the loops."""
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


@slip(printed_loops, {"return dA_prev, dW, db": "return dA_prev, db, dW"}, "Convolution backward", test="shapes")
def returns_biases_before_filters():
    """Among your gradients, that of the biases comes before that of the filters. The first should be that of
    the input, then that of the filters, then that of the biases."""


@slip(printed_loops, {"return dA_prev, dW, db": "return dA_prev, dW"}, "Convolution backward", test="db")
def returns_two_gradients():
    """Your function gives back two gradients, and that of the biases is not among them. Three are wanted: of the
    input, of the filters and of the biases."""


@slip(
    printed_loops, {"return dA_prev, dW, db": "return dA_prev, dW, dZ"}, "Convolution backward", test="db", alone=True
)
def returns_dz_in_the_place_of_db():
    """In the place of the gradient of the biases your code returns dZ, which it was given. The third thing to return
    is what you summed up for the biases."""
