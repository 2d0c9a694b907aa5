"""Right versions of `relu_backward` in other styles."""

import numpy as np

from autograder.catalogue import style


@style
def as_in_the_notebook(dA, cache):
    """The gradient times where the cached array is positive."""
    Z = cache
    dZ = dA * (Z > 0)
    return dZ


@style
def where_positive(dA, cache):
    """np.where on the cached array."""
    return np.where(cache > 0, dA, 0)


@style
def zeros_in_a_copy(dA, cache):
    """A copy of the gradient in which some entries are set to 0."""
    dZ = np.array(dA, copy=True)
    dZ[cache <= 0] = 0
    return dZ


@style
def multiplied(dA, cache):
    """np.multiply with a mask of floats."""
    Z = cache
    slope = (Z > 0).astype(float)
    return np.multiply(dA, slope)


@style
def heaviside_step(dA, cache):
    """The step function of NumPy, which is told its value at 0."""
    return dA * np.heaviside(cache, 0.0)


@style
def sign_of_the_output(dA, cache):
    """The slope as the sign of relu's own output."""
    return dA * np.sign(np.maximum(0, cache))


@style
def place_by_place(dA, cache):
    """A loop over all places."""
    dZ = np.zeros(dA.shape)
    for place in np.ndindex(dA.shape):
        dZ[place] = dA[place] if cache[place] > 0 else 0
    return dZ


@style
def chosen_entries(dA: np.ndarray, cache: np.ndarray) -> np.ndarray:
    """Zeros of the gradient's type, with the entries that pass copied into them."""
    dZ = np.zeros_like(dA)
    passes = cache > 0
    dZ[passes] = dA[passes]
    return dZ


@style
def copied_where(dA, cache):
    """np.copyto with a mask."""
    dZ = np.zeros(np.shape(dA), order="F")
    np.copyto(dZ, dA, where=cache > 0)
    return dZ
