"""The product in the wrong shape, or of the wrong size."""

from autograder.catalogue import mistake
from autograder.reference import im2col, zero_pad


@mistake("A convolution is one matrix product", test="conv-plain")
def reshapes_as_channels_first(A_prev, W, b, hparameters):
    """Your code transposes the product before it gives it the shape of the output. The product has one row for each
    pixel, with all its channels: its order is that of the output already."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).T.reshape(m, n_H, n_W, n_C) + b
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-plain")
def puts_the_channels_first_in_the_output(A_prev, W, b, hparameters):
    """Your output has the channels before height and width. The product has one row for each pixel, with all its
    channels, so they are the last axis."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters + b.reshape(1, n_C)).reshape(m, n_C, n_H, n_W)
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-plain")
def moves_the_channels_after_reshaping(A_prev, W, b, hparameters):
    """Your product is reshaped as if the channels came before the pixels, and moving the axes afterwards leaves the
    entries mixed up. It has one row for each pixel, with all its channels, and is in order already."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_C, n_H, n_W).transpose(0, 2, 3, 1) + b
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-plain")
def puts_the_images_behind_the_pixels(A_prev, W, b, hparameters):
    """Your product is reshaped as if the images came after height and width, so that they are mixed. Its rows hold all
    pixels of the first image, then all of the second."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(n_H, n_W, m, n_C).transpose(2, 0, 1, 3) + b
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-plain")
def leaves_the_product_a_matrix(A_prev, W, b, hparameters):
    """Your output is still the matrix of the product, with one row for each pixel. It should have four axes: example,
    row, column, channel."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = columns @ filters + b.reshape(1, n_C)
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-edge")
def swaps_height_and_width(A_prev, W, b, hparameters):
    """Your output has its height and its width swapped. After the examples come the rows, and then the columns."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_W, n_H, n_C) + b
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-edge")
def takes_the_height_for_the_width(A_prev, W, b, hparameters):
    """Your code counts the columns of the output with the height of the input. Height and width may differ, and each
    has a size of its own."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_H_prev - f + 2 * pad) // stride + 1
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("A convolution is one matrix product", test="conv-plain")
def forgets_one_in_the_size(A_prev, W, b, hparameters):
    """The size of your output lacks the 1 at the end of the formula. The steps are counted, and one is added for the
    first window."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride
    n_W = (n_W_prev - f + 2 * pad) // stride
    columns = im2col(zero_pad(A_prev, pad), f, stride)
    filters = W.reshape(f * f * n_C_prev, n_C)
    Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b
    cache = (A_prev, W, b, hparameters)
    return Z, cache
