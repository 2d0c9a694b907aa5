"""Right versions of `dense_backward` in other styles."""

import numpy as np

from autograder.catalogue import style


@style
def as_in_the_notebook(dZ, cache):
    """Equation (2)."""
    (A_prev, W, b) = cache
    dA_prev = dZ @ W.T
    dW = A_prev.T @ dZ
    db = np.sum(dZ, axis=0, keepdims=True)
    return dA_prev, dW, db


@style
def np_dot(dZ, cache):
    """np.dot, and the sum reshaped."""
    A_prev, W, b = cache
    return np.dot(dZ, W.T), np.dot(A_prev.T, dZ), dZ.sum(axis=0).reshape(1, -1)


@style
def einsum(dZ, cache):
    """einsum."""
    A_prev, W, b = cache
    dA_prev = np.einsum("ij,kj->ik", dZ, W)
    dW = np.einsum("ik,ij->kj", A_prev, dZ)
    db = np.einsum("ij->j", dZ)[None, :]
    return dA_prev, dW, db


@style
def sum_of_outer_products(dZ, cache):
    """One example after the other."""
    A_prev, W, b = cache
    dA_prev, dW, db = np.zeros(A_prev.shape), np.zeros(W.shape), np.zeros(b.shape)
    for i in range(dZ.shape[0]):
        dA_prev[i] = W @ dZ[i]
        dW += np.outer(A_prev[i], dZ[i])
        db += dZ[i]
    return dA_prev, dW, db


@style
def three_loops(dZ, cache):
    """Each product by itself."""
    A_prev, W, b = cache
    (m, n_prev), n = A_prev.shape, W.shape[1]
    dA_prev, dW, db = np.zeros((m, n_prev)), np.zeros((n_prev, n)), np.zeros((1, n))
    for i in range(m):
        for j in range(n):
            db[0, j] += dZ[i, j]
            for k in range(n_prev):
                dA_prev[i, k] += dZ[i, j] * W[k, j]
                dW[k, j] += dZ[i, j] * A_prev[i, k]
    return dA_prev, dW, db


@style
def ones_for_the_bias(dZ, cache):
    """The sum as a product with a row of ones."""
    A_prev, W, b = cache
    return dZ @ W.transpose(), A_prev.transpose() @ dZ, np.ones((1, len(dZ))) @ dZ


@style
def transposed_products(dZ, cache):
    """Products of the other order, transposed: in Fortran order."""
    A_prev, W, b = cache
    return (W @ dZ.T).T, (dZ.T @ A_prev).T, np.sum(dZ, 0, keepdims=True)


@style
def broadcast_and_sum(dZ, cache):
    """All products at once, summed over the axis that is not wanted."""
    A_prev, W, b = cache
    dA_prev = (dZ[:, None, :] * W[None, :, :]).sum(axis=-1)
    dW = (A_prev[:, :, None] * dZ[:, None, :]).sum(axis=0)
    return dA_prev, dW, np.add.reduce(dZ, axis=0)[np.newaxis]


@style
def tensordot(dZ: np.ndarray, cache: tuple) -> tuple:
    """tensordot with named axes, returned as a list."""
    A_prev, W, b = cache
    dA_prev = np.tensordot(dZ, W, axes=([1], [1]))
    dW = np.tensordot(A_prev, dZ, axes=([0], [0]))
    db = np.atleast_2d(dZ.sum(axis=0))
    return dA_prev, dW, db
