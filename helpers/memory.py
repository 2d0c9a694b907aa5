"""Other views of the memory of an array, which can be made without the danger of leaving it."""

import numpy as np
from numpy.lib.array_utils import byte_bounds
from numpy.lib.stride_tricks import as_strided


def view_of(A, shape, strides):
    """The memory of A, read with another shape and other strides. Nothing is copied, and nothing can be written.

    A: array. shape: tuple of sizes. strides: tuple of as many numbers of bytes.
    NumPy's own as_strided does the same, but looks at no limits: a wrong stride reads memory that is not A's, or ends
    Python. Raises ValueError where shape and strides do not fit together, or the view would leave the memory of A.
    """
    shape, strides = tuple(map(int, shape)), tuple(map(int, strides))
    if len(shape) != len(strides):
        raise ValueError(f"a shape of {len(shape)} axes needs {len(shape)} strides, but there are {len(strides)}")
    if min(shape) < 1:
        raise ValueError(f"a view of shape {shape} has no entries: does the window fit into the image?")
    first, last = byte_bounds(A)
    start = A.__array_interface__["data"][0]
    steps = [(size - 1) * step for size, step in zip(shape, strides)]
    lowest = start + sum(step for step in steps if step < 0)
    highest = start + sum(step for step in steps if step > 0) + A.itemsize
    if lowest < first or highest > last:
        out = max(highest - last, first - lowest)
        raise ValueError(
            f"with the shape {shape} and the strides {strides} the view would leave the memory of the array, by {out}"
            f" bytes. The array has the shape {A.shape} and the strides {A.strides}."
        )
    return as_strided(A, shape, strides, writeable=False)


def steps_of(A):
    """By how many entries, not bytes, each axis of A steps on. Returns a tuple of ints."""
    return tuple(step // A.itemsize for step in A.strides)


def is_view_of(view, A):
    """Whether an array reads the memory of A, at least in part."""
    return isinstance(view, np.ndarray) and np.shares_memory(view, A)
