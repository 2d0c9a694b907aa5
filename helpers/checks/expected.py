"""What checks compare with, where nothing else in helpers gives it. Withheld while what it gives is asked for."""

import numpy as np


def window_view(A, f, stride):
    """All windows (m, n_H, n_W, f, f, n_C) of A, cut out one after the other."""
    rows, columns = (range(0, n - f + 1, stride) for n in A.shape[1:3])
    return np.stack([np.stack([A[:, h : h + f, w : w + f] for w in columns], 1) for h in rows], 1)


def col2im(columns, shape, f, stride):
    """The sum of the windows that are the rows of columns, one after the other, as a batch of this shape."""
    m, n_H_prev, n_W_prev, n_C = shape
    A, rows = np.zeros(shape), iter(columns)
    for i in range(m):
        for h in range(0, n_H_prev - f + 1, stride):
            for w in range(0, n_W_prev - f + 1, stride):
                A[i, h : h + f, w : w + f] += next(rows).reshape(f, f, n_C)
    return A
