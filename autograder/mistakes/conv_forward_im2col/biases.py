"""A bias that is forgotten, or counts otherwise."""

import numpy as np

from autograder.catalogue import mistake
from autograder.reference import im2col, zero_pad


@mistake("A convolution is one matrix product", test="conv-bias")
def forgets_the_bias(A_prev, W, b, hparameters):
    """Your output has no bias in it. Each filter has one, and it is added to all entries of its channel."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C)
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-bias")
def subtracts_the_bias(A_prev, W, b, hparameters):
    """Your code subtracts the bias. It is added to all entries of its channel."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) - b
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-bias")
def adds_the_bias_twice(A_prev, W, b, hparameters):
    """The bias is in your output twice. It belongs to the filter as a whole: add it once, to the sum."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b + b
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-bias")
def counts_the_bias_for_each_weight(A_prev, W, b, hparameters):
    """Your code adds the bias to each product of a window and a filter, so that it counts once for each weight. It
    belongs to the filter as a whole: add it once, to the sum."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b * len(filters)
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-bias")
def counts_the_bias_for_each_position(A_prev, W, b, hparameters):
    """In your output the bias counts once for each row and column of the filter. It belongs to the filter as a whole:
    add it once, to the sum."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b * f * f
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-bias")
def uses_the_first_bias_for_all(A_prev, W, b, hparameters):
    """Your code adds the bias of the first filter to all channels. Each filter has a bias of its own, for its own
    channel."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b[0, 0, 0, 0]
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-bias")
def adds_the_biases_of_all_filters(A_prev, W, b, hparameters):
    """Your code adds the sum of all biases to every channel. Each filter has a bias of its own, for its own channel."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + np.sum(b)
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-bias")
def adds_the_bias_to_the_weights(A_prev, W, b, hparameters):
    """Your code adds the bias to the weights of a filter, so that it is multiplied by the input. It is added to the sum
    of the products."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = (W + b).reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C)
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-bias")
def makes_a_column_of_the_bias(A_prev, W, b, hparameters):
    """Your biases are a column when they are added to the product. It has one row for each pixel and one column for
    each filter, so the biases are a row."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters + b.reshape(n_C, 1)).reshape(m, n_H, n_W, n_C)
    cache = (A_prev, W, b, hparameters)
    return Z, cache
