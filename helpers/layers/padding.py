"""Zeros around an image."""

import numpy as np


def zero_pad(X, pad):
    """Surround every image of a batch with `pad` rows and columns of zeros.

    X: array (m, n_H, n_W, n_C). pad: int >= 0.
    Returns an array (m, n_H + 2 * pad, n_W + 2 * pad, n_C) of X's dtype.
    """
    m, n_H, n_W, n_C = X.shape
    X_pad = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C), dtype=X.dtype)
    X_pad[:, pad : pad + n_H, pad : pad + n_W] = X
    return X_pad
