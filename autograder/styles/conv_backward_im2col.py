"""Right versions of `conv_backward_im2col` in other styles."""

import numpy as np

from autograder.catalogue import style
from autograder.reference import col2im, im2col, window_view, zero_pad


@style
def in_few_lines(dZ, cache):
    """The same products with fewer names."""
    A_prev, W, b, hparameters = cache
    stride, pad, n_C = hparameters["stride"], hparameters["pad"], W.shape[-1]
    X, D = zero_pad(A_prev, pad), dZ.reshape(-1, n_C)
    dX = col2im(D @ W.reshape(-1, n_C).T, X.shape, len(W), stride)
    dW = (im2col(X, len(W), stride).T @ D).reshape(W.shape)
    return dX[:, pad : X.shape[1] - pad, pad : X.shape[2] - pad], dW, D.sum(0).reshape(b.shape)


@style
def sums_over_three_axes(dZ, cache):
    """The bias summed from dZ itself, and the other gradients with np.dot."""
    A_prev, W, b, hparameters = cache
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, _, _, n_C = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    dW = np.dot(columns.T, dZ.reshape(-1, n_C)).reshape(f, f, n_C_prev, n_C)
    db = np.sum(dZ, axis=(0, 1, 2), keepdims=True)
    dcolumns = np.dot(dZ.reshape(-1, n_C), W.reshape(-1, n_C).T)
    dA = col2im(dcolumns, (m, n_H_prev + 2 * pad, n_W_prev + 2 * pad, n_C_prev), f, stride)
    return dA[:, pad : pad + n_H_prev, pad : pad + n_W_prev], dW, db


@style
def tensordots(dZ, cache):
    """np.tensordot on the view of all windows, and on the filters."""
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    X = zero_pad(A_prev, pad)
    dW = np.tensordot(window_view(X, W.shape[0], stride), dZ, axes=([0, 1, 2], [0, 1, 2]))
    db = dZ.sum(axis=(0, 1, 2)).reshape(1, 1, 1, -1)
    dwindows = np.tensordot(dZ, W, axes=([3], [3]))
    dX = col2im(dwindows.reshape(-1, W[..., 0].size), X.shape, W.shape[0], stride)
    return dX[:, pad : pad + A_prev.shape[1], pad : pad + A_prev.shape[2], :], dW, db


@style
def position_by_position(dZ, cache):
    """Without im2col: one product for each position of the filter, forward and back."""
    A_prev, W, b, hparameters = cache
    f, stride, pad = W.shape[0], hparameters["stride"], hparameters["pad"]
    _, n_H, n_W, n_C = dZ.shape
    X = zero_pad(A_prev, pad)
    dX, dW = np.zeros(X.shape), np.zeros(W.shape)
    for p, q in np.ndindex(f, f):
        place = np.s_[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride]
        dX[place] += dZ @ W[p, q].T
        dW[p, q] = X[place].reshape(-1, W.shape[2]).T @ dZ.reshape(-1, n_C)
    db = dZ.sum(axis=(0, 1, 2), keepdims=True)
    return dX[:, pad : pad + A_prev.shape[1], pad : pad + A_prev.shape[2]], dW, db


@style
def treats_no_padding_by_itself(dZ, cache):
    """A slice with a negative end, and the case of no padding on its own."""
    (A_prev, W, b, hparameters) = cache
    pad = hparameters["pad"]
    X = zero_pad(A_prev, pad)
    rows = dZ.reshape(-1, dZ.shape[3])
    dW = (rows.T @ im2col(X, W.shape[0], hparameters["stride"])).T.reshape(W.shape)
    dX = col2im(rows @ W.reshape(-1, W.shape[3]).T, X.shape, W.shape[0], hparameters["stride"])
    if pad > 0:
        dX = dX[:, pad:-pad, pad:-pad, :]
    return dX, dW, rows.sum(axis=0, keepdims=True)[None, None]


@style
def einsums_that_find_the_products(dZ, cache):
    """np.einsum, allowed to look for matrix products."""
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    X = zero_pad(A_prev, pad)
    dW = np.einsum("mhwpqk,mhwc->pqkc", window_view(X, W.shape[0], stride), dZ, optimize=True)
    db = np.einsum("mhwc->c", dZ).reshape(b.shape)
    dwindows = np.einsum("mhwc,pqkc->mhwpqk", dZ, W, optimize=True)
    dX = col2im(dwindows.reshape(-1, dwindows[0, 0, 0].size), X.shape, W.shape[0], stride)
    return dX[:, pad : pad + A_prev.shape[1], pad : pad + A_prev.shape[2]], dW, db


@style
def step_by_step(dZ, cache):
    """The steps of the notebook, one after the other."""
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    A_prev_pad = zero_pad(A_prev, pad)
    columns = im2col(A_prev_pad, f, stride)
    dZ_rows = dZ.reshape(-1, n_C)
    dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)
    db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)
    dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T
    dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db
