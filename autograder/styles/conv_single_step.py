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


@style
def walrus_and_item(a_slice_prev, W, b):
    """An early return, an assignment within an expression; .item() of the result."""
    if (bias := b.item()) == 0:
        return np.vdot(a_slice_prev, W).item()
    return (bias + np.multiply(a_slice_prev, W).sum()).item()


@style
def float64_by_fsum(a_slice_prev, W, b):
    """Python's exact sum, its import within the function, a np.float64 returned."""
    import math

    products = (a_slice_prev * W).flatten().tolist()
    return np.float64(math.fsum([*products, *b.flat]))


@style
def product_of_ranges(a_slice_prev, W, b):
    """itertools.product and a running total."""
    from itertools import product

    total = 0.0
    for x, y, k in product(*map(range, W.shape)):
        total += a_slice_prev[x, y, k] * W[x, y, k]
    return total + b.max()


@style
def reduced_with_lambda(a_slice_prev, W, b):
    """functools.reduce over pairs, starting from the bias."""
    from functools import reduce

    return reduce(lambda Z, pair: Z + pair[0] * pair[1], zip(a_slice_prev.flat, W.flat), b.item(0))


@style
def traces_of_products(a_slice_prev, W, b):
    """Channel by channel, the trace of a matrix product."""
    Z = np.squeeze(b)
    for c in range(W.shape[-1]):
        Z = Z + np.trace(a_slice_prev[:, :, c] @ W[:, :, c].T)
    return Z


@style
def vectorized_product(a_slice_prev, W, b):
    """np.vectorize on a function defined inside; an array without axes returned."""

    def weigh(entry, weight):
        return float(entry) * float(weight)

    return np.asarray(np.vectorize(weigh)(a_slice_prev, W).sum() + b[0, 0, 0])


@style
def own_array_in_place(a_slice_prev, W, b):
    """A float copy of the window, multiplied and summed in place, axis by axis."""
    s = np.array(a_slice_prev, dtype=float)
    s *= W
    while s.ndim:
        s = np.add.reduce(s)
    s += b[0, 0, 0]
    return s


@style
def spare_arguments(a_slice_prev, W, b, *_):
    """Star-arguments that nobody passes; rows as generators."""
    rows = (np.dot(row.ravel(), weights.ravel()) for row, weights in zip(a_slice_prev, W))
    return sum(rows, start=b[0, 0, 0])


@style
def shape_by_match(a_slice_prev, W, b):
    """A match statement on the shape of the bias."""
    match b.shape:
        case (1, 1, 1):
            bias = b[0][0][0]
        case _:
            bias = b.item()
    return bias + np.inner(a_slice_prev.reshape(-1), W.reshape(-1))
