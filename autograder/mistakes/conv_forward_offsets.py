"""Wrong versions of `conv_forward_offsets`: the wrong weights, the wrong slice, a bias that counts otherwise."""

import numpy as np

from autograder.catalogue import mistake
from autograder.reference import zero_pad


def sizes(A_prev, W, hparameters):
    f, stride, pad = W.shape[0], hparameters["stride"], hparameters["pad"]
    n_H = (A_prev.shape[1] - f + 2 * pad) // stride + 1
    n_W = (A_prev.shape[2] - f + 2 * pad) // stride + 1
    return zero_pad(A_prev, pad), f, stride, n_H, n_W


@mistake("Without the copy", uses=(sizes,), test="offsets-plain")
def turns_the_filter_around(A_prev, W, b, hparameters):
    """Your code turns each filter by half a turn, as the convolution of mathematics does.
    In deep learning, the first position of the window meets the first weight of the filter."""
    A_prev_pad, f, stride, n_H, n_W = sizes(A_prev, W, hparameters)
    Z = np.zeros((len(A_prev), n_H, n_W, W.shape[3])) + b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride]
            Z += a @ W[f - 1 - p, f - 1 - q]
    return Z, (A_prev, W, b, hparameters)


@mistake("Without the copy", uses=(sizes,), test="offsets-plain")
def swaps_row_and_column_of_the_filter(A_prev, W, b, hparameters):
    """The rows and columns of your filter are swapped: row p and column q of a window meet the weight at row q and
    column p. Use both indices in the same order."""
    A_prev_pad, f, stride, n_H, n_W = sizes(A_prev, W, hparameters)
    Z = np.zeros((len(A_prev), n_H, n_W, W.shape[3])) + b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride]
            Z += a @ W[q, p]
    return Z, (A_prev, W, b, hparameters)


@mistake("Without the copy", uses=(sizes,), test="offsets-plain")
def keeps_the_last_product_only(A_prev, W, b, hparameters):
    """Only the product of the last position of the filter is left in your output.
    The products of all positions are added up."""
    A_prev_pad, f, stride, n_H, n_W = sizes(A_prev, W, hparameters)
    Z = np.zeros((len(A_prev), n_H, n_W, W.shape[3])) + b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride]
            Z = a @ W[p, q] + b
    return Z, (A_prev, W, b, hparameters)


@mistake("Without the copy", uses=(sizes,), test="offsets-pad-stride")
def adds_the_bias_at_each_position(A_prev, W, b, hparameters):
    """Your code adds the bias once for each position of the filter.
    It belongs to the filter as a whole: let the output start from it, or add it at the end."""
    A_prev_pad, f, stride, n_H, n_W = sizes(A_prev, W, hparameters)
    Z = np.zeros((len(A_prev), n_H, n_W, W.shape[3]))
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride]
            Z += a @ W[p, q] + b
    return Z, (A_prev, W, b, hparameters)


@mistake("Without the copy", uses=(sizes,), test="offsets-pad-stride")
def forgets_the_bias(A_prev, W, b, hparameters):
    """Your output has no bias in it.
    Each filter has one, and it is added to all entries of its channel."""
    A_prev_pad, f, stride, n_H, n_W = sizes(A_prev, W, hparameters)
    Z = np.zeros((len(A_prev), n_H, n_W, W.shape[3]))
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride]
            Z += a @ W[p, q]
    return Z, (A_prev, W, b, hparameters)


@mistake("Without the copy", uses=(sizes,), test="offsets-pad-stride")
def forgets_the_step(A_prev, W, b, hparameters):
    """Your slices take pixels that lie side by side, whatever the stride is.
    What one position of all windows looks at lies as many pixels apart as the stride says."""
    A_prev_pad, f, stride, n_H, n_W = sizes(A_prev, W, hparameters)
    Z = np.zeros((len(A_prev), n_H, n_W, W.shape[3])) + b
    for p in range(f):
        for q in range(f):
            Z += A_prev_pad[:, p : p + n_H, q : q + n_W] @ W[p, q]
    return Z, (A_prev, W, b, hparameters)


@mistake("Without the copy", uses=(sizes,), test="offsets-plain")
def multiplies_entry_by_entry(A_prev, W, b, hparameters):
    """Your code multiplies a pixel by the weights of the first channel only, entry by entry.
    At each position the channels of the input have to be summed as well, which the matrix product does."""
    A_prev_pad, f, stride, n_H, n_W = sizes(A_prev, W, hparameters)
    Z = np.zeros((len(A_prev), n_H, n_W, W.shape[3])) + b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride]
            Z += a[..., :1] * W[p, q, 0]
    return Z, (A_prev, W, b, hparameters)


@mistake("Without the copy", test="offsets-pad-stride")
def forgets_the_border(A_prev, W, b, hparameters):
    """Your slices are taken from the input without its border of zeros.
    Pad the input first, and slice the padded one."""
    f, stride = W.shape[0], hparameters["stride"]
    n_H = (A_prev.shape[1] - f) // stride + 1
    n_W = (A_prev.shape[2] - f) // stride + 1
    Z = np.zeros((len(A_prev), n_H, n_W, W.shape[3])) + b
    for p in range(f):
        for q in range(f):
            Z += A_prev[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride] @ W[p, q]
    return Z, (A_prev, W, b, hparameters)
