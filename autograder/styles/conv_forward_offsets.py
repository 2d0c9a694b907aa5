"""Right versions of `conv_forward_offsets` in other styles."""

import numpy as np

from autograder.catalogue import style
from autograder.reference import zero_pad


@style
def adds_the_bias_last(A_prev, W, b, hparameters):
    """Starts from zeros, one loop over both indices."""
    f, stride, pad = W.shape[0], hparameters["stride"], hparameters["pad"]
    X = zero_pad(A_prev, pad)
    n_H, n_W = (X.shape[1] - f) // stride + 1, (X.shape[2] - f) // stride + 1
    Z = np.zeros((X.shape[0], n_H, n_W, W.shape[3]))
    for p, q in np.ndindex(f, f):
        Z += X[:, p : p + stride * n_H : stride, q : q + stride * n_W : stride] @ W[p, q]
    return Z + b, (A_prev, W, b, hparameters)


@style
def sums_a_generator(A_prev, W, b, hparameters):
    """Python's sum, which begins with the bias."""
    f, stride, X = W.shape[0], hparameters["stride"], zero_pad(A_prev, hparameters["pad"])
    bottom, right = X.shape[1] - f + 1, X.shape[2] - f + 1
    products = (X[:, p : p + bottom : stride, q : q + right : stride] @ W[p, q] for p in range(f) for q in range(f))
    return sum(products, b), (A_prev, W, b, hparameters)


@style
def uses_np_dot(A_prev, W, b, hparameters):
    """np.dot and a size with int."""
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    f, _, _, n_C = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    n_H = int((n_H_prev - f + 2 * pad) / stride) + 1
    n_W = int((n_W_prev - f + 2 * pad) / stride) + 1
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C))
    Z[...] = b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p : p + (n_H - 1) * stride + 1 : stride, q : q + (n_W - 1) * stride + 1 : stride, :]
            Z = Z + np.dot(a, W[p, q])
    return Z, (A_prev, W, b, hparameters)


@style
def rows_of_pixels(A_prev, W, b, hparameters):
    """Each slice as a matrix of pixels, so that the product is one of two matrices."""
    f, _, n_C_prev, n_C = W.shape
    stride, X = hparameters["stride"], zero_pad(A_prev, hparameters["pad"])
    m, n_H, n_W = len(X), (X.shape[1] - f) // stride + 1, (X.shape[2] - f) // stride + 1
    Z = np.zeros((m * n_H * n_W, n_C))
    for p in range(f):
        for q in range(f):
            a = X[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride]
            Z += a.reshape(-1, n_C_prev) @ W[p, q]
    return Z.reshape(m, n_H, n_W, n_C) + b, (A_prev, W, b, hparameters)


@style
def row_of_the_filter_at_a_time(A_prev, W, b, hparameters):
    """Rows of the filter as one product each: a middle way between one product and f * f of them."""
    f, _, n_C_prev, n_C = W.shape
    stride, X = hparameters["stride"], zero_pad(A_prev, hparameters["pad"])
    n_H, n_W = (X.shape[1] - f) // stride + 1, (X.shape[2] - f) // stride + 1
    Z = np.zeros((len(X), n_H, n_W, n_C)) + b
    for p in range(f):
        rows = X[:, p : p + n_H * stride : stride]
        pieces = np.concatenate([rows[:, :, q : q + n_W * stride : stride] for q in range(f)], axis=3)
        Z += pieces @ W[p].reshape(f * n_C_prev, n_C)
    return Z, (A_prev, W, b, hparameters)


@style
def einsum_at_each_position(A_prev, W, b, hparameters):
    """np.einsum in place of the matrix product."""
    f, stride, X = W.shape[0], hparameters["stride"], zero_pad(A_prev, hparameters["pad"])
    n_H, n_W = (X.shape[1] - f) // stride + 1, (X.shape[2] - f) // stride + 1
    Z = np.zeros((len(X), n_H, n_W, W.shape[3]))
    for p in range(f):
        for q in range(f):
            a = X[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride]
            Z += np.einsum("mhwk,kc->mhwc", a, W[p, q])
    Z += b
    return Z, (A_prev, W, b, hparameters)


@style
def step_by_step(A_prev, W, b, hparameters):
    """The steps of the notebook, one after the other."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]
            Z += a @ W[p, q]
    cache = (A_prev, W, b, hparameters)
    return Z, cache
