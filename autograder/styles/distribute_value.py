"""Right versions of `distribute_value` in other styles."""

import numpy as np

from autograder.catalogue import style


@style
def ones_times_average(dz, shape):
    """The printed steps: the number of entries, the share of each, an array of ones."""
    (n_H, n_W) = shape
    average = dz / (n_H * n_W)
    a = np.ones(shape) * average
    return a


@style
def full_of_shares(dz, shape):
    """np.full with the share."""
    return np.full(shape, dz / np.prod(shape))


@style
def divides_the_array(dz, shape):
    """The whole value everywhere, divided by the array's own size."""
    a = np.full(shape, float(dz))
    return a / a.size


@style
def fills_in_place(dz, shape):
    """An empty array, filled and divided in place."""
    a = np.empty(shape)
    a.fill(dz)
    a /= shape[0] * shape[1]
    return a


@style
def broadcast_share(dz, shape):
    """A single share, broadcast to the shape: a read-only view."""
    n_H, n_W = shape
    return np.broadcast_to(dz / (n_H * n_W), shape)


@style
def loops_over_entries(dz, shape):
    """Loops that write each share, columns outside."""
    n_H, n_W = shape
    a = np.zeros((n_H, n_W))
    for w in range(n_W):
        for h in range(n_H):
            a[h, w] = dz / (n_H * n_W)
    return a


@style
def list_comprehension(dz, shape):
    """Nested lists of Python floats made into an array."""
    n_H, n_W = shape
    share = float(dz) / n_H / n_W
    return np.array([[share for _ in range(n_W)] for _ in range(n_H)])


@style
def outer_of_weights(dz, shape):
    """The outer product of the shares of the rows and of the columns."""
    n_H, n_W = shape
    return dz * np.outer(np.full(n_H, 1 / n_H), np.full(n_W, 1 / n_W))


@style
def einsum_of_weights(dz, shape):
    """The same with einsum, in Fortran order."""
    n_H, n_W = shape
    return np.asfortranarray(np.einsum(",h,w->hw", dz, np.ones(n_H) / n_H, np.ones(n_W) / n_W))


def count_entries(shape):
    """How many entries an array of this shape has."""
    number = 1
    for side in shape:
        number *= side
    return number


@style(uses=(count_entries,))
def counts_with_helper(dz, shape):
    """A helper function that counts the entries."""
    return np.tile(dz / count_entries(shape), shape)


@style
def annotated(dz: float, shape: tuple[int, int]) -> np.ndarray:
    """With type annotations, the shares repeated in one row and then arranged."""
    number: int = shape[0] * shape[1]
    return np.repeat(dz / number, number).reshape(shape)
