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


@style
def shape_by_match(dz, shape):
    """A match statement takes the shape apart."""
    match shape:
        case (1, 1):
            return np.array([[dz]], dtype=float)
        case (n_H, n_W):
            return np.zeros((n_H, n_W)) + dz / n_H / n_W


@style
def normalized_weights(dz, shape):
    """Equal weights divided by their sum, in place."""
    weights = np.exp(np.zeros(shape))
    weights /= weights.sum()
    weights *= dz
    return weights


@style
def from_generator(dz, shape):
    """np.fromiter on a generator, the number of entries by an assignment within a condition."""
    if (number := int(np.prod(shape))) == 1:
        return np.full(shape, float(dz))
    return np.fromiter((dz / number for _ in range(number)), dtype=float).reshape(shape)


def halve(entries, value):
    """Give a flat array its shares by recursion: each half gets its part of the value."""
    if len(entries) == 1:
        entries[0] = value
        return
    middle = len(entries) // 2
    halve(entries[:middle], value * middle / len(entries))
    halve(entries[middle:], value * (len(entries) - middle) / len(entries))


@style(uses=(halve,))
def shared_by_recursion(dz, shape):
    """A helper function that calls itself and writes into views."""
    a = np.empty(shape)
    halve(a.reshape(-1), dz)
    return a


@style
def mean_of_one_value(dz, shape):
    """The mean of the value and of zeros, everywhere."""
    alone = np.zeros(shape)
    alone[0, 0] = dz
    return np.full_like(alone, alone.mean())


@style
def product_of_ranges(dz, shape):
    """itertools.product, and np.add.at into zeros."""
    from itertools import product

    n_H, n_W, *_ = shape
    a, places = np.zeros(shape), list(product(range(n_H), range(n_W)))
    np.add.at(a, tuple(zip(*places)), dz / len(places))
    return a


@style
def function_inside(dz, shape, *, order="F"):
    """A function defined inside, vectorized over indices, and one parameter more that nobody has to pass."""

    def share(h, w):
        return float(dz) / (shape[0] * shape[1])

    return np.array(np.fromfunction(np.vectorize(share), shape), order=order)


class Window:
    """A window of a height and a width."""

    def __init__(self, n_H, n_W):
        self.n_H, self.n_W = n_H, n_W

    def __len__(self):
        return self.n_H * self.n_W

    def filled(self, value):
        return np.array([value] * len(self)).reshape(self.n_H, -1)


@style(uses=(Window,))
def class_for_the_window(dz, shape):
    """A small class of their own."""
    window = Window(*shape)
    return window.filled(dz / len(window))


@style
def linspace_of_shares(dz, shape):
    """np.linspace from the share to itself, with NumPy's own scalar type."""
    share = np.float64(dz) / np.multiply(*shape)
    return np.linspace(share, share, num=shape[0] * shape[1]).reshape(shape)
