"""A cache that does not hold what the backward pass needs."""

import numpy as np

from autograder.catalogue import mistake
from autograder.reference import zero_pad


@mistake("Without the copy", test="offsets-pad-stride")
def keeps_the_padded_input(A_prev, W, b, hparameters):
    """Your cache holds the padded input in the place of the input. The backward pass pads it itself: give the padded
    input a name of its own."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    A_prev = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for p in range(f):
        for q in range(f):
            a = A_prev[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]
            Z += a @ W[p, q]
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("Without the copy", test="offsets-pad-stride")
def leaves_b_out_of_the_cache(A_prev, W, b, hparameters):
    """Your cache has no bias in it. The backward pass takes it apart into four: input, filters, bias and
    hyperparameters."""
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
            a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]
            Z += a @ W[p, q]
    cache = (A_prev, W, hparameters)
    return Z, cache


@mistake("Without the copy", test="offsets-pad-stride")
def leaves_hparameters_out_of_the_cache(A_prev, W, b, hparameters):
    """Your cache has no hyperparameters in it. The backward pass takes it apart into four: input, filters, bias and
    hyperparameters."""
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
            a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]
            Z += a @ W[p, q]
    cache = (A_prev, W, b)
    return Z, cache


@mistake("Without the copy", test="offsets-pad-stride")
def keeps_the_output(A_prev, W, b, hparameters):
    """Your cache holds the output in the place of the input. The backward pass needs the input, to multiply it by the
    gradients."""
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
            a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]
            Z += a @ W[p, q]
    cache = (Z, W, b, hparameters)
    return Z, cache
