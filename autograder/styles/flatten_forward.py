"""Right versions of `flatten_forward` in other styles."""

import numpy as np

from autograder.catalogue import style


@style
def as_in_the_notebook(A_prev):
    """A length that is left to NumPy."""
    A = A_prev.reshape(A_prev.shape[0], -1)
    return A, A_prev.shape


@style
def length_worked_out(A_prev):
    """The length of a row as a product."""
    (m, n_H, n_W, n_C) = A_prev.shape
    A = A_prev.reshape(m, n_H * n_W * n_C)
    return A, (m, n_H, n_W, n_C)


@style
def np_reshape_of_the_length(A_prev):
    """np.reshape and len."""
    return np.reshape(A_prev, (len(A_prev), -1)), A_prev.shape


@style
def rows_of_flat_images(A_prev):
    """Each image flat on its own, stacked."""
    return np.stack([image.flatten() for image in A_prev]), A_prev.shape


@style
def copied_row_by_row(A_prev):
    """An array of floats into which each image is copied."""
    A = np.zeros((A_prev.shape[0], int(np.prod(A_prev.shape[1:]))))
    for i in range(A_prev.shape[0]):
        A[i] = A_prev[i].ravel()
    return A, A_prev.shape


@style
def number_by_number(A_prev):
    """Loops over rows, columns and channels with a counter."""
    m, n_H, n_W, n_C = A_prev.shape
    A = np.empty((m, n_H * n_W * n_C))
    for i in range(m):
        k = 0
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    A[i, k] = A_prev[i, h, w, c]
                    k += 1
    return A, A_prev.shape


@style
def lists_of_numbers(A_prev: np.ndarray) -> tuple:
    """Nested lists."""
    A = np.array([[a for row in image for pixel in row for a in pixel] for image in A_prev.tolist()])
    cache = tuple(A_prev.shape)
    return A, cache


@style
def one_axis_after_the_other(A_prev):
    """Columns and channels joined first, then the rows."""
    m, n_H, n_W, n_C = A_prev.shape
    return A_prev.reshape(m, n_H, n_W * n_C).reshape(m, -1), A_prev.shape


@style
def columns_turned(A_prev):
    """Examples as columns, turned into rows: in Fortran order."""
    return A_prev.reshape(A_prev.shape[0], -1).T.copy().T, A_prev.shape
