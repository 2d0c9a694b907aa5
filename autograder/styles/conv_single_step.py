"""Right versions of `conv_single_step` in other styles; any scalar, or an array with one entry, is a right result."""

import numpy as np

from autograder.catalogue import style


@style
def product_sum_bias(a_slice_prev, W, b):
    """The printed steps: products, their sum, the bias taken out of its array."""
    s = np.multiply(a_slice_prev, W)
    Z = np.sum(s)
    Z = Z + b.item()
    return Z


@style
def returns_array_of_one(a_slice_prev, W, b):
    """The bias left as it is, so that the result is an array of shape (1, 1, 1)."""
    s = a_slice_prev * W
    Z = np.sum(s) + b
    return Z


@style
def returns_two_axes(a_slice_prev, W, b):
    """Only the first axis of the bias taken off: an array of shape (1, 1)."""
    Z = np.sum(a_slice_prev * W) + b[0]
    return Z


@style
def returns_python_float(a_slice_prev, W, b):
    """A Python float."""
    return float(np.sum(a_slice_prev * W)) + float(b[0, 0, 0])


@style
def squeezed_bias(a_slice_prev, W, b):
    """The bias squeezed to no axes, then converted."""
    Z = np.sum(a_slice_prev * W)
    Z = Z + float(np.squeeze(b))
    return Z


@style
def einsum_over_all_axes(a_slice_prev, W, b):
    """einsum over rows, columns and channels."""
    return np.einsum("xyk,xyk->", a_slice_prev, W) + b[0, 0, 0]


@style
def dot_of_flat_arrays(a_slice_prev, W, b):
    """A dot product of the flattened window and filter."""
    return a_slice_prev.ravel() @ W.ravel() + b.sum()


@style
def tensordot_over_three_axes(a_slice_prev, W, b):
    """tensordot, whose result is an array with no axes."""
    return np.tensordot(a_slice_prev, W, axes=3) + b.reshape(())


@style
def plain_loops(a_slice_prev, W, b):
    """Loops over channels, columns and rows, in this order."""
    n_H, n_W, n_C = a_slice_prev.shape
    total = b[0, 0, 0]
    for c in range(n_C):
        for w in range(n_W):
            for h in range(n_H):
                total = total + a_slice_prev[h, w, c] * W[h, w, c]
    return total


@style
def every_index(a_slice_prev, W, b):
    """np.ndindex and Python's sum."""
    return sum(a_slice_prev[index] * W[index] for index in np.ndindex(W.shape)) + b[0, 0, 0]


def weighted_sum(window, weights):
    """The sum of the window's entries, each with its weight, by recursion over the first axis."""
    if np.ndim(window) == 0:
        return window * weights
    return sum(weighted_sum(part, weight) for part, weight in zip(window, weights))


@style(uses=(weighted_sum,))
def recursion_over_axes(a_slice_prev, W, b):
    """A helper function that calls itself, axis by axis."""
    return weighted_sum(a_slice_prev, W) + b.flat[0]


@style
def annotated(a_slice_prev: np.ndarray, W: np.ndarray, b: np.ndarray) -> float:
    """With type annotations, and the bias counted once by another way: as one more entry of the window."""
    inputs: np.ndarray = np.append(a_slice_prev, 1.0)
    weights: np.ndarray = np.append(W, b)
    return float(np.dot(inputs, weights))
