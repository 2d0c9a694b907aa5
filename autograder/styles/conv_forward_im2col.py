"""Right versions of `conv_forward_im2col` in other styles."""

import numpy as np

from autograder.catalogue import style
from autograder.reference import im2col, window_view, zero_pad


@style
def reshapes_to_minus_one(A_prev, W, b, hparameters):
    """Sizes from the padded input, and np.dot."""
    f, n_C = W.shape[0], W.shape[3]
    stride = hparameters["stride"]
    X = zero_pad(A_prev, hparameters["pad"])
    n_H, n_W = (X.shape[1] - f) // stride + 1, (X.shape[2] - f) // stride + 1
    Z = np.dot(im2col(X, f, stride), W.reshape(-1, n_C)).reshape(-1, n_H, n_W, n_C)
    return Z + b, (A_prev, W, b, hparameters)


@style
def adds_the_bias_to_the_rows(A_prev, W, b, hparameters):
    """The bias as a row, added before the result gets its shape."""
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, _, _, n_C = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    n_H = int((n_H_prev - f + 2 * pad) / stride) + 1
    n_W = int((n_W_prev - f + 2 * pad) / stride) + 1
    rows = im2col(zero_pad(A_prev, pad), f, stride) @ W.reshape(f * f * n_C_prev, n_C) + b.reshape(1, n_C)
    return rows.reshape(m, n_H, n_W, n_C), (A_prev, W, b, hparameters)


@style
def bias_as_one_more_column(A_prev, W, b, hparameters):
    """A column of ones, and the bias as the last row of the filters."""
    f, _, _, n_C = W.shape
    stride, X = hparameters["stride"], zero_pad(A_prev, hparameters["pad"])
    columns = im2col(X, f, stride)
    columns = np.hstack([columns, np.ones((len(columns), 1))])
    filters = np.vstack([W.reshape(-1, n_C), b.reshape(1, n_C)])
    shape = (len(X), (X.shape[1] - f) // stride + 1, (X.shape[2] - f) // stride + 1, n_C)
    return (columns @ filters).reshape(shape), (A_prev, W, b, hparameters)


@style
def transposes_both(A_prev, W, b, hparameters):
    """Filters as rows, windows as columns, as the first libraries had it."""
    f, _, _, n_C = W.shape
    stride, X = hparameters["stride"], zero_pad(A_prev, hparameters["pad"])
    Z = (W.reshape(-1, n_C).T @ im2col(X, f, stride).T).T
    shape = (len(X), (X.shape[1] - f) // stride + 1, (X.shape[2] - f) // stride + 1, n_C)
    return Z.reshape(shape) + b, (A_prev, W, b, hparameters)


@style
def tensordot_of_the_view(A_prev, W, b, hparameters):
    """np.tensordot, which does the reshaping itself."""
    windows = window_view(zero_pad(A_prev, hparameters["pad"]), W.shape[0], hparameters["stride"])
    return np.tensordot(windows, W, axes=3) + b, (A_prev, W, b, hparameters)


@style
def einsum_that_finds_the_product(A_prev, W, b, hparameters):
    """np.einsum, allowed to look for a matrix product."""
    windows = window_view(zero_pad(A_prev, hparameters["pad"]), W.shape[0], hparameters["stride"])
    return np.einsum("mhwpqk,pqkc->mhwc", windows, W, optimize=True) + b, (A_prev, W, b, hparameters)


@style
def image_by_image(A_prev, W, b, hparameters):
    """One matrix product for each image, which takes less memory."""
    f, _, _, n_C = W.shape
    stride, X = hparameters["stride"], zero_pad(A_prev, hparameters["pad"])
    n_H, n_W = (X.shape[1] - f) // stride + 1, (X.shape[2] - f) // stride + 1
    Z = np.zeros((len(X), n_H, n_W, n_C))
    for i in range(len(X)):
        Z[i] = (im2col(X[i : i + 1], f, stride) @ W.reshape(-1, n_C)).reshape(n_H, n_W, n_C) + b[0]
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
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b
    cache = (A_prev, W, b, hparameters)
    return Z, cache
