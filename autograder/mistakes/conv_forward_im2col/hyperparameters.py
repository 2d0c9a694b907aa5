"""A border or a stride that is forgotten, or in one place only."""

import numpy as np

from autograder.catalogue import mistake
from autograder.reference import im2col, zero_pad


@mistake("A convolution is one matrix product", test="conv-pad-stride")
def forgets_the_border(A_prev, W, b, hparameters):
    """Your windows are those of the input without its border of zeros. Pad the input first, and then take the
    windows."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    columns = im2col(A_prev, f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-pad-stride")
def forgets_the_border_in_the_windows(A_prev, W, b, hparameters):
    """The size of your output counts the border, but your windows are those of the input without it. Pad the input
    before the windows are taken."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(A_prev, f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-pad-stride")
def forgets_the_border_in_the_size(A_prev, W, b, hparameters):
    """Your windows are those of the padded input, but the size of your output does not count the border. It is as wide
    on each side as the padding says."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-pad-stride")
def counts_the_border_once(A_prev, W, b, hparameters):
    """The size of your output counts the border once. It is on both sides of the input: above and below, left and
    right."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + pad) // stride + 1
    n_W = (n_W_prev - f + pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-pad-stride")
def pads_twice(A_prev, W, b, hparameters):
    """Your windows are those of an input that was padded twice, while the size of your output counts one border on each
    side. Pad the input once."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(zero_pad(A_prev, pad), pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-pad-stride")
def pads_with_ones(A_prev, W, b, hparameters):
    """The border around your input is made of ones. It should add nothing to a sum: pad with zeros."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    A_prev_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)), constant_values=1)
    columns = im2col(A_prev_pad, f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-pad-stride")
def pads_with_the_edge(A_prev, W, b, hparameters):
    """The border around your input repeats its outermost pixels. It should add nothing to a sum: pad with zeros."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    A_prev_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="edge")
    columns = im2col(A_prev_pad, f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-pad-stride")
def forgets_the_stride(A_prev, W, b, hparameters):
    """Your output is that of stride 1, whatever the stride is. The stride belongs in the windows and into the size of
    the output."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) + 1
    n_W = (n_W_prev - f + 2 * pad) + 1
    columns = im2col(zero_pad(A_prev, pad), f, 1)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-pad-stride")
def forgets_the_stride_in_the_windows(A_prev, W, b, hparameters):
    """The size of your output is that of the stride, but your windows are those of stride 1. Hand the stride on when
    you ask for the windows."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, 1)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-pad-stride")
def forgets_the_stride_in_the_size(A_prev, W, b, hparameters):
    """Your windows are as far apart as the stride says, but the size of your output is that of stride 1. There are
    fewer windows with a larger stride."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) + 1
    n_W = (n_W_prev - f + 2 * pad) + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-plain")
def swaps_stride_and_pad(A_prev, W, b, hparameters):
    """Stride and padding are exchanged in your code. The stride is how far the next window is away, and the padding is
    how wide the border of zeros is."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["pad"]
    pad = hparameters["stride"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-pad-stride")
def ignores_the_hyperparameters(A_prev, W, b, hparameters):
    """Your output is that of stride 1 without a border, whatever the hyperparameters say. Both are in the dict
    hparameters."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = 1
    pad = 0
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b
    cache = (A_prev, W, b, hparameters)
    return Z, cache
