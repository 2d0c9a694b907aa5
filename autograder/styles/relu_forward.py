"""Right versions of `relu_forward` in other styles."""

import numpy as np

from autograder.catalogue import style


@style
def as_in_the_notebook(Z):
    """The larger one of 0 and each entry."""
    A = np.maximum(0, Z)
    return A, Z


@style
def where_positive(Z):
    """np.where."""
    return np.where(Z > 0, Z, 0), Z


@style
def times_the_mask(Z):
    """The array times where it is positive."""
    return Z * (Z > 0), Z


@style
def mean_with_the_absolute_value(Z):
    """Half of the number and its absolute value."""
    return (Z + np.abs(Z)) / 2, Z


@style
def zeros_in_a_copy(Z):
    """A copy in which negative entries are set to 0, and a copy in the cache."""
    A = Z.copy()
    A[A < 0] = 0
    return A, Z.copy()


@style
def clipped_from_below(Z):
    """np.clip with a lower limit only."""
    return np.clip(Z, 0, None), Z


@style
def flat_list(Z):
    """A list of Python's own maxima, folded up again."""
    A = np.array([max(0.0, float(z)) for z in Z.ravel()]).reshape(Z.shape)
    cache = Z
    return A, cache


@style
def vectorized_function(Z: np.ndarray) -> tuple:
    """np.vectorize, in Fortran order."""
    A = np.vectorize(lambda z: z if z > 0 else 0.0, otypes=[float])(Z)
    return np.asfortranarray(A), Z


@style
def place_by_place(Z):
    """A loop over all places of an array of zeros."""
    A = np.zeros(Z.shape)
    for place in np.ndindex(Z.shape):
        if Z[place] > 0:
            A[place] = Z[place]
    return A, Z
