"""Wrong versions of `conv_backward_im2col`: the wrong transpose, the wrong border, sums over something else."""

import numpy as np

from autograder.catalogue import mistake
from autograder.reference import col2im, im2col, zero_pad


def pieces(dZ, cache):
    A_prev, W, b, hparameters = cache
    A_prev_pad = zero_pad(A_prev, hparameters["pad"])
    columns = im2col(A_prev_pad, W.shape[0], hparameters["stride"])
    dZ_rows = dZ.reshape(-1, W.shape[3])
    dW = (columns.T @ dZ_rows).reshape(W.shape)
    db = dZ_rows.sum(axis=0).reshape(1, 1, 1, -1)
    return A_prev_pad, dZ_rows, dW, db


def input_gradient(dcolumns, A_prev_pad, cache):
    A_prev, W, b, hparameters = cache
    pad = hparameters["pad"]
    dA = col2im(dcolumns, A_prev_pad.shape, W.shape[0], hparameters["stride"])
    return dA[:, pad : pad + A_prev.shape[1], pad : pad + A_prev.shape[2]]


@mistake("The way back", uses=(pieces, input_gradient), test="back-dW")
def reshapes_the_transposed_dW(dZ, cache):
    """Your matrix for dW has a row for each filter, and reshaping it does not bring its entries to their places.
    Multiply the other way round, so that the filters are the last axis, as in W."""
    A_prev_pad, dZ_rows, dW, db = pieces(dZ, cache)
    W, hparameters = cache[1], cache[3]
    columns = im2col(A_prev_pad, W.shape[0], hparameters["stride"])
    dA_prev = input_gradient(dZ_rows @ W.reshape(-1, W.shape[3]).T, A_prev_pad, cache)
    return dA_prev, (dZ_rows.T @ columns).reshape(W.shape), db


@mistake("The way back", uses=(pieces, input_gradient), test="back-dW")
def averages_dW_over_the_batch(dZ, cache):
    """Your dW is divided by the number of examples.
    If the loss is a mean over the examples, that is in dZ already: here all contributions are summed."""
    A_prev_pad, dZ_rows, dW, db = pieces(dZ, cache)
    W = cache[1]
    dA_prev = input_gradient(dZ_rows @ W.reshape(-1, W.shape[3]).T, A_prev_pad, cache)
    return dA_prev, dW / len(dZ), db


@mistake("The way back", uses=(pieces, input_gradient), test="back-db")
def takes_the_mean_for_db(dZ, cache):
    """Your db is the mean of dZ over all examples and places.
    Each output entry pays back to its bias once, and these contributions are summed."""
    A_prev_pad, dZ_rows, dW, db = pieces(dZ, cache)
    W = cache[1]
    dA_prev = input_gradient(dZ_rows @ W.reshape(-1, W.shape[3]).T, A_prev_pad, cache)
    return dA_prev, dW, db / len(dZ_rows)


@mistake("The way back", uses=(pieces, input_gradient), test="back-db")
def sums_all_filters_into_db(dZ, cache):
    """Your db has the same number for every filter: the sum of all of dZ.
    Each filter has a bias of its own, and its gradient is the sum over its own channel."""
    A_prev_pad, dZ_rows, dW, db = pieces(dZ, cache)
    W = cache[1]
    dA_prev = input_gradient(dZ_rows @ W.reshape(-1, W.shape[3]).T, A_prev_pad, cache)
    return dA_prev, dW, np.full(db.shape, dZ.sum())


@mistake("The way back", uses=(pieces, input_gradient), test="back-dA")
def reshapes_W_instead_of_transposing(dZ, cache):
    """On the way to the gradient of the input, your matrix of filters has the right shape and the wrong entries.
    Make the matrix of the forward pass first, and then transpose it: reshaping never swaps axes."""
    A_prev_pad, dZ_rows, dW, db = pieces(dZ, cache)
    W = cache[1]
    dA_prev = input_gradient(dZ_rows @ W.reshape(W.shape[3], -1), A_prev_pad, cache)
    return dA_prev, dW, db


@mistake("The way back", uses=(pieces, input_gradient), test="back-dA")
def turns_the_filters_around(dZ, cache):
    """Your code turns the filters by half a turn before it multiplies, and then col2im turns the order around once
    more. With the windows put back to their places, the weights stay as they are."""
    A_prev_pad, dZ_rows, dW, db = pieces(dZ, cache)
    W = cache[1]
    dA_prev = input_gradient(dZ_rows @ W[::-1, ::-1].reshape(-1, W.shape[3]).T, A_prev_pad, cache)
    return dA_prev, dW, db


@mistake("The way back", uses=(pieces,), test="back-dA-pad")
def keeps_the_border(dZ, cache):
    """Your gradient of the input still has the border of zeros around it.
    The border is no part of the input, and is cut off at the end."""
    A_prev_pad, dZ_rows, dW, db = pieces(dZ, cache)
    W, hparameters = cache[1], cache[3]
    dcolumns = dZ_rows @ W.reshape(-1, W.shape[3]).T
    return col2im(dcolumns, A_prev_pad.shape, W.shape[0], hparameters["stride"]), dW, db


@mistake("The way back", uses=(pieces,), test="back-dA")
def cuts_with_a_negative_end(dZ, cache):
    """Without padding, nothing is left of your gradient: a slice that ends at minus 0 is empty.
    Write its end as the start plus the height or width of the input."""
    A_prev_pad, dZ_rows, dW, db = pieces(dZ, cache)
    W, hparameters = cache[1], cache[3]
    dA = col2im(dZ_rows @ W.reshape(-1, W.shape[3]).T, A_prev_pad.shape, W.shape[0], hparameters["stride"])
    pad = hparameters["pad"]
    return dA[:, pad:-pad, pad:-pad], dW, db


@mistake("The way back", uses=(pieces,), test="back-dA-pad")
def cuts_from_the_corner(dZ, cache):
    """Your gradient has the right size, but it was cut from the upper left corner of the padded one.
    The input begins after the border, as many rows and columns further as it is wide."""
    A_prev_pad, dZ_rows, dW, db = pieces(dZ, cache)
    A_prev, W, _, hparameters = cache
    dA = col2im(dZ_rows @ W.reshape(-1, W.shape[3]).T, A_prev_pad.shape, W.shape[0], hparameters["stride"])
    return dA[:, : A_prev.shape[1], : A_prev.shape[2]], dW, db
