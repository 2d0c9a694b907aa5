"""A cache that does not hold what the backward pass needs."""

from autograder.catalogue import mistake
from autograder.reference import im2col, zero_pad


@mistake("A convolution is one matrix product", test="conv-bias")
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
    columns = im2col(A_prev, f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-bias")
def keeps_the_columns(A_prev, W, b, hparameters):
    """Your cache holds the matrix of the windows in the place of the input. The backward pass asks for the input as it
    came, and makes the windows itself."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b
    cache = (columns, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-bias")
def keeps_the_matrix_of_filters(A_prev, W, b, hparameters):
    """Your cache holds the filters as a matrix. The backward pass needs W as it came, with four axes: give the matrix a
    name of its own."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    W = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ W).reshape(m, n_H, n_W, n_C) + b
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-bias")
def keeps_a_reshaped_bias(A_prev, W, b, hparameters):
    """Your cache holds the bias in another shape. The backward pass needs it as it came, with four axes: give the
    reshaped one a name of its own."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    b = b.reshape(1, n_C)
    Z = (columns @ filters + b).reshape(m, n_H, n_W, n_C)
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-bias")
def keeps_a_flat_bias(A_prev, W, b, hparameters):
    """Your cache holds the bias with a single axis. The backward pass needs it as it came, with four axes: give the
    flat one a name of its own."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    b = b.reshape(n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-bias")
def leaves_b_out_of_the_cache(A_prev, W, b, hparameters):
    """Your cache has no bias in it. The backward pass takes it apart into four: input, filters, bias and
    hyperparameters."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b
    cache = (A_prev, W, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-bias")
def leaves_hparameters_out_of_the_cache(A_prev, W, b, hparameters):
    """Your cache has no hyperparameters in it. The backward pass takes it apart into four: input, filters, bias and
    hyperparameters."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b
    cache = (A_prev, W, b)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-bias")
def adds_the_columns_to_the_cache(A_prev, W, b, hparameters):
    """Your cache has the matrix of the windows as a fifth part. The backward pass takes it apart into four: input,
    filters, bias and hyperparameters."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b
    cache = (A_prev, W, b, hparameters, columns)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-bias")
def keeps_the_output(A_prev, W, b, hparameters):
    """Your cache holds the output in the place of the input. The backward pass needs the input, to multiply it by the
    gradients."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b
    cache = (Z, W, b, hparameters)
    return Z, cache
