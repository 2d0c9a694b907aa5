"""Wrong versions of `conv_forward_im2col`: the wrong matrix of filters, the wrong shape, a bias that counts otherwise."""

import numpy as np

from autograder.catalogue import mistake
from autograder.reference import im2col, zero_pad


def output_size(A_prev, W, hparameters):
    n_H = (A_prev.shape[1] - W.shape[0] + 2 * hparameters["pad"]) // hparameters["stride"] + 1
    n_W = (A_prev.shape[2] - W.shape[0] + 2 * hparameters["pad"]) // hparameters["stride"] + 1
    return A_prev.shape[0], n_H, n_W, W.shape[3]


@mistake("A convolution is one matrix product", uses=(output_size,), test="conv-plain")
def reshapes_the_filters_the_wrong_way(A_prev, W, b, hparameters):
    """Your matrix of filters has the right shape and the wrong entries: W was reshaped to filters first, and transposed.
    The filters are the last axis of W, so reshaping the first three into one is all that is needed."""
    columns = im2col(zero_pad(A_prev, hparameters["pad"]), W.shape[0], hparameters["stride"])
    filters = W.reshape(W.shape[3], -1).T
    Z = (columns @ filters).reshape(output_size(A_prev, W, hparameters)) + b
    return Z, (A_prev, W, b, hparameters)


@mistake("A convolution is one matrix product", uses=(output_size,), test="conv-plain")
def puts_the_channels_of_a_filter_first(A_prev, W, b, hparameters):
    """Your filters are in the order channel, row, column, and your windows in the order row, column, channel.
    Then entries meet weights that are not theirs: leave W in its own order."""
    columns = im2col(zero_pad(A_prev, hparameters["pad"]), W.shape[0], hparameters["stride"])
    filters = W.transpose(2, 0, 1, 3).reshape(-1, W.shape[3])
    Z = (columns @ filters).reshape(output_size(A_prev, W, hparameters)) + b
    return Z, (A_prev, W, b, hparameters)


@mistake("A convolution is one matrix product", uses=(output_size,), test="conv-plain")
def turns_the_filters_around(A_prev, W, b, hparameters):
    """Your code turns each filter by half a turn, as the convolution of mathematics does.
    In deep learning the word means that window and filter are multiplied as they lie."""
    columns = im2col(zero_pad(A_prev, hparameters["pad"]), W.shape[0], hparameters["stride"])
    filters = W[::-1, ::-1].reshape(-1, W.shape[3])
    Z = (columns @ filters).reshape(output_size(A_prev, W, hparameters)) + b
    return Z, (A_prev, W, b, hparameters)


@mistake("A convolution is one matrix product", uses=(output_size,), test="conv-plain")
def reshapes_as_channels_first(A_prev, W, b, hparameters):
    """Your code transposes the product before it gives it the shape of the output.
    The product has one row for each pixel, with all its channels: its order is that of the output already."""
    columns = im2col(zero_pad(A_prev, hparameters["pad"]), W.shape[0], hparameters["stride"])
    Z = (columns @ W.reshape(-1, W.shape[3])).T.reshape(output_size(A_prev, W, hparameters)) + b
    return Z, (A_prev, W, b, hparameters)


@mistake("A convolution is one matrix product", uses=(output_size,), test="conv-edge")
def swaps_height_and_width(A_prev, W, b, hparameters):
    """Your output has its height and its width swapped.
    After the examples come the rows, and then the columns."""
    columns = im2col(zero_pad(A_prev, hparameters["pad"]), W.shape[0], hparameters["stride"])
    m, n_H, n_W, n_C = output_size(A_prev, W, hparameters)
    Z = (columns @ W.reshape(-1, n_C)).reshape(m, n_W, n_H, n_C) + b
    return Z, (A_prev, W, b, hparameters)


@mistake("A convolution is one matrix product", test="conv-pad-stride")
def forgets_the_border(A_prev, W, b, hparameters):
    """Your windows are those of the input without its border of zeros.
    Pad the input first, and then take the windows."""
    f, stride = W.shape[0], hparameters["stride"]
    n_H = (A_prev.shape[1] - f) // stride + 1
    n_W = (A_prev.shape[2] - f) // stride + 1
    columns = im2col(A_prev, f, stride)
    Z = (columns @ W.reshape(-1, W.shape[3])).reshape(len(A_prev), n_H, n_W, W.shape[3]) + b
    return Z, (A_prev, W, b, hparameters)


@mistake("A convolution is one matrix product", test="conv-pad-stride")
def forgets_the_stride(A_prev, W, b, hparameters):
    """Your output is that of stride 1, whatever the stride is.
    The stride belongs into the windows and into the size of the output."""
    f, A_prev_pad = W.shape[0], zero_pad(A_prev, hparameters["pad"])
    n_H, n_W = A_prev_pad.shape[1] - f + 1, A_prev_pad.shape[2] - f + 1
    Z = (im2col(A_prev_pad, f, 1) @ W.reshape(-1, W.shape[3])).reshape(len(A_prev), n_H, n_W, W.shape[3]) + b
    return Z, (A_prev, W, b, hparameters)


@mistake("A convolution is one matrix product", uses=(output_size,), test="conv-bias")
def forgets_the_bias(A_prev, W, b, hparameters):
    """Your output has no bias in it.
    Each filter has one, and it is added to all entries of its channel."""
    columns = im2col(zero_pad(A_prev, hparameters["pad"]), W.shape[0], hparameters["stride"])
    Z = (columns @ W.reshape(-1, W.shape[3])).reshape(output_size(A_prev, W, hparameters))
    return Z, (A_prev, W, b, hparameters)


@mistake("A convolution is one matrix product", uses=(output_size,), test="conv-bias")
def counts_the_bias_for_each_weight(A_prev, W, b, hparameters):
    """Your code adds the bias to each product of a window and a filter, so that it counts once for each weight.
    It belongs to the filter as a whole: add it once, to the sum."""
    columns = im2col(zero_pad(A_prev, hparameters["pad"]), W.shape[0], hparameters["stride"])
    filters = W.reshape(-1, W.shape[3])
    Z = (columns @ filters).reshape(output_size(A_prev, W, hparameters)) + b * len(filters)
    return Z, (A_prev, W, b, hparameters)
