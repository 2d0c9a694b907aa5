"""The layers as loops over every entry, as the first notebooks build them: right, and slow.

They are what the fast versions are measured against. Shapes as in helpers.layers.
"""

import numpy as np

from helpers.layers.padding import zero_pad


def conv_forward(A_prev, W, b, hparameters):
    """Convolution with four loops. Returns Z (m, n_H, n_W, n_C) and cache (A_prev, W, b, hparameters)."""
    f, stride, pad = W.shape[0], hparameters["stride"], hparameters["pad"]
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((len(A_prev), *_outputs(A_prev_pad, f, stride), W.shape[3]))
    for i, h, w, c in np.ndindex(*Z.shape):
        a_slice = A_prev_pad[i, h * stride : h * stride + f, w * stride : w * stride + f]
        Z[i, h, w, c] = np.sum(a_slice * W[..., c]) + b[0, 0, 0, c]
    return Z, (A_prev, W, b, hparameters)


def conv_backward(dZ, cache):
    """The gradients of that convolution with four loops. Returns dA_prev, dW, db in the shapes of A_prev, W, b."""
    A_prev, W, b, hparameters = cache
    f, stride, pad = W.shape[0], hparameters["stride"], hparameters["pad"]
    A_prev_pad = zero_pad(A_prev, pad)
    dA_prev_pad, dW, db = np.zeros(A_prev_pad.shape), np.zeros(W.shape), np.zeros(b.shape)
    for i, h, w, c in np.ndindex(*dZ.shape):
        window = np.s_[i, h * stride : h * stride + f, w * stride : w * stride + f]
        dA_prev_pad[window] += W[..., c] * dZ[i, h, w, c]
        dW[..., c] += A_prev_pad[window] * dZ[i, h, w, c]
        db[..., c] += dZ[i, h, w, c]
    bottom, right = pad + A_prev.shape[1], pad + A_prev.shape[2]
    return dA_prev_pad[:, pad:bottom, pad:right], dW, db


def pool_forward(A_prev, hparameters, mode="max"):
    """Pooling with four loops. Returns A (m, n_H, n_W, n_C) and cache (A_prev, hparameters)."""
    f, stride = hparameters["f"], hparameters["stride"]
    statistic = {"max": np.max, "average": np.mean}[mode]
    A = np.zeros((len(A_prev), *_outputs(A_prev, f, stride), A_prev.shape[3]))
    for i, h, w, c in np.ndindex(*A.shape):
        A[i, h, w, c] = statistic(A_prev[i, h * stride : h * stride + f, w * stride : w * stride + f, c])
    return A, (A_prev, hparameters)


def _outputs(A, f, stride):
    """How many windows of f × f fit below and beside each other: (n_H, n_W)."""
    return (A.shape[1] - f) // stride + 1, (A.shape[2] - f) // stride + 1
