"""Slices and sizes: a step, an end, a border that is forgotten."""

import numpy as np

from autograder.catalogue import mistake
from autograder.reference import zero_pad


@mistake("Without the copy", test="offsets-pad-stride")
def forgets_the_step(A_prev, W, b, hparameters):
    """Your slices take pixels that lie side by side, whatever the stride is. What one position of all windows looks at
    lies as many pixels apart as the stride says."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p : p + n_H, q : q + n_W, :]
            Z += a @ W[p, q]
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("Without the copy", test="offsets-pad-stride")
def forgets_the_step_but_not_the_end(A_prev, W, b, hparameters):
    """Your slices end where the stride says, but take every pixel up to there. What one position of all windows looks
    at lies as many pixels apart as the stride says."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p : p + n_H * stride, q : q + n_W * stride, :]
            Z += a @ W[p, q]
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("Without the copy", test="offsets-pad-stride")
def ends_without_the_stride(A_prev, W, b, hparameters):
    """Your slices step on by the stride, but end after as many pixels as there are windows. With a larger stride the
    last window begins further away."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p : p + n_H : stride, q : q + n_W : stride, :]
            Z += a @ W[p, q]
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("Without the copy", test="offsets-plain")
def ends_without_the_position(A_prev, W, b, hparameters):
    """Your slices begin at the position in the filter, but end where those of the first position do. Both ends move on
    with the position."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p : n_H * stride : stride, q : n_W * stride : stride, :]
            Z += a @ W[p, q]
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("Without the copy", test="offsets-plain")
def has_no_end(A_prev, W, b, hparameters):
    """Your slices have no end, so that they go on to the edge of the input. They hold one pixel for each window, and
    end after the last of them."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p::stride, q::stride, :]
            Z += a @ W[p, q]
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("Without the copy", test="offsets-plain")
def ends_before_the_last_window(A_prev, W, b, hparameters):
    """Your slices end just before the pixel of the last window, so that it has none. The end of a slice is not in it
    any more: it has to lie behind the last pixel."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p : p + (n_H - 1) * stride : stride, q : q + (n_W - 1) * stride : stride, :]
            Z += a @ W[p, q]
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("Without the copy", test="offsets-pad-stride")
def swaps_height_and_width(A_prev, W, b, hparameters):
    """Your output has its height and its width swapped, and the products do not fit into it. After the examples come
    the rows, and then the columns."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_W, n_H, n_C)) + b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]
            Z += a @ W[p, q]
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("Without the copy", test="offsets-plain")
def starts_at_zero(A_prev, W, b, hparameters):
    """Your slices are the same for every position of the filter: they begin where the windows do. A position looks at
    pixels that lie so many rows and columns further."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, 0 : n_H * stride : stride, 0 : n_W * stride : stride, :]
            Z += a @ W[p, q]
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("Without the copy", test="offsets-pad-stride")
def starts_at_the_position_times_the_stride(A_prev, W, b, hparameters):
    """Your slices begin at the position in the filter times the stride. The stride is from window to window: within a
    window the pixels lie side by side."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p * stride : (p + n_H) * stride : stride, q * stride : (q + n_W) * stride : stride, :]
            Z += a @ W[p, q]
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("Without the copy", test="offsets-pad-stride")
def forgets_the_stride(A_prev, W, b, hparameters):
    """Your output is that of stride 1, whatever the stride is. The stride belongs in the slices and into the size of
    the output."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) + 1
    n_W = (n_W_prev - f + 2 * pad) + 1
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p : p + n_H, q : q + n_W, :]
            Z += a @ W[p, q]
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("Without the copy", test="offsets-pad-stride")
def forgets_the_stride_in_the_size(A_prev, W, b, hparameters):
    """The size of your output is that of stride 1, while your slices step on by the stride. There are fewer windows
    with a larger stride."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) + 1
    n_W = (n_W_prev - f + 2 * pad) + 1
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]
            Z += a @ W[p, q]
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("Without the copy", test="offsets-pad-stride")
def forgets_the_border(A_prev, W, b, hparameters):
    """Your slices are taken from the input without its border of zeros. Pad the input first, and slice the padded
    one."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    A_prev_pad = A_prev
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]
            Z += a @ W[p, q]
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("Without the copy", test="offsets-pad-stride")
def slices_the_input_without_the_border(A_prev, W, b, hparameters):
    """The size of your output counts the border, but your slices are taken from the input without it. Slice the padded
    input."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for p in range(f):
        for q in range(f):
            a = A_prev[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]
            Z += a @ W[p, q]
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("Without the copy", test="offsets-pad-stride")
def forgets_the_border_in_the_size(A_prev, W, b, hparameters):
    """Your slices are taken from the padded input, but the size of your output does not count the border. It is as wide
    on each side as the padding says."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]
            Z += a @ W[p, q]
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("Without the copy", test="offsets-pad-stride")
def counts_the_border_once(A_prev, W, b, hparameters):
    """The size of your output counts the border once. It is on both sides of the input: above and below, left and
    right."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + pad) // stride + 1
    n_W = (n_W_prev - f + pad) // stride + 1
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]
            Z += a @ W[p, q]
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("Without the copy", test="offsets-plain")
def forgets_one_in_the_size(A_prev, W, b, hparameters):
    """The size of your output lacks the 1 at the end of the formula. The steps are counted, and one is added for the
    first window."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride
    n_W = (n_W_prev - f + 2 * pad) // stride
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]
            Z += a @ W[p, q]
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("Without the copy", test="offsets-plain")
def takes_the_height_for_the_width(A_prev, W, b, hparameters):
    """Your code counts the columns of the output with the height of the input. Height and width may differ, and each
    has a size of its own."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_H_prev - f + 2 * pad) // stride + 1
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]
            Z += a @ W[p, q]
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("Without the copy", test="offsets-plain")
def has_the_size_of_the_input(A_prev, W, b, hparameters):
    """Your output has the height and width of the input. It has one place for each window, and the formula of the
    output size says how many there are."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H_prev, n_W_prev, n_C)) + b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]
            Z += a @ W[p, q]
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("Without the copy", test="offsets-pad-stride")
def ignores_the_hyperparameters(A_prev, W, b, hparameters):
    """Your output is that of stride 1 without a border, whatever the hyperparameters say. Both are in the dict
    hparameters."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = 1
    pad = 0
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]
            Z += a @ W[p, q]
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("Without the copy", test="offsets-plain")
def swaps_stride_and_pad(A_prev, W, b, hparameters):
    """Stride and padding are exchanged in your code. The stride is how far the next window is away, and the padding is
    how wide the border of zeros is."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["pad"]
    pad = hparameters["stride"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]
            Z += a @ W[p, q]
    cache = (A_prev, W, b, hparameters)
    return Z, cache
