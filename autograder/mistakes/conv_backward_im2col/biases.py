"""The gradient of the biases."""

import numpy as np

from autograder.catalogue import mistake
from autograder.reference import col2im, im2col, zero_pad


@mistake("The way back", test="back-db")
def takes_the_mean_for_db(dZ, cache):
    """Your db is the mean of dZ over all examples and places. Each output entry pays back to its bias once, and these
    contributions are summed."""
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    A_prev_pad = zero_pad(A_prev, pad)
    columns = im2col(A_prev_pad, f, stride)
    dZ_rows = dZ.reshape(-1, n_C)
    dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)
    db = dZ_rows.mean(axis=0).reshape(1, 1, 1, n_C)
    dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T
    dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db


@mistake("The way back", test="back-db")
def averages_db_over_the_batch(dZ, cache):
    """Your db is divided by the number of examples. If the loss is a mean over the examples, that is in dZ already:
    here all contributions are summed."""
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    A_prev_pad = zero_pad(A_prev, pad)
    columns = im2col(A_prev_pad, f, stride)
    dZ_rows = dZ.reshape(-1, n_C)
    dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)
    db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C) / m
    dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T
    dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db


@mistake("The way back", test="back-db")
def sums_all_filters_into_db(dZ, cache):
    """Your db has the same number for every filter: the sum of all of dZ. Each filter has a bias of its own, and its
    gradient is the sum over its own channel."""
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    A_prev_pad = zero_pad(A_prev, pad)
    columns = im2col(A_prev_pad, f, stride)
    dZ_rows = dZ.reshape(-1, n_C)
    dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)
    db = np.full((1, 1, 1, n_C), dZ.sum())
    dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T
    dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db


@mistake("The way back", test="back-db")
def sums_db_to_one_number(dZ, cache):
    """Your db is a single number, the sum of all of dZ. Each filter has a bias of its own: sum over examples and
    places, and keep the filters."""
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    A_prev_pad = zero_pad(A_prev, pad)
    columns = im2col(A_prev_pad, f, stride)
    dZ_rows = dZ.reshape(-1, n_C)
    dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)
    db = dZ.sum()
    dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T
    dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db


@mistake("The way back", test="back-db")
def keeps_no_filters_in_db(dZ, cache):
    """Your db has a single entry, the sum of all of dZ. Each filter has a bias of its own: sum over examples and
    places, and keep the filters."""
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    A_prev_pad = zero_pad(A_prev, pad)
    columns = im2col(A_prev_pad, f, stride)
    dZ_rows = dZ.reshape(-1, n_C)
    dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)
    db = dZ.sum(keepdims=True)
    dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T
    dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db


@mistake("The way back", test="back-db")
def sums_db_for_each_example(dZ, cache):
    """Your db has one number for each example, summed over places and filters. It is the other way round: the filters
    stay, and examples and places are summed."""
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    A_prev_pad = zero_pad(A_prev, pad)
    columns = im2col(A_prev_pad, f, stride)
    dZ_rows = dZ.reshape(-1, n_C)
    dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)
    db = dZ.sum(axis=(1, 2, 3), keepdims=True)
    dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T
    dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db


@mistake("The way back", test="back-db")
def sums_db_over_examples_only(dZ, cache):
    """Your db is summed over the examples alone, so that height and width are still in it. A bias counts at every
    place: these are summed, too."""
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    A_prev_pad = zero_pad(A_prev, pad)
    columns = im2col(A_prev_pad, f, stride)
    dZ_rows = dZ.reshape(-1, n_C)
    dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)
    db = dZ.sum(axis=0, keepdims=True)
    dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T
    dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db


@mistake("The way back", test="back-db")
def sums_db_over_places_only(dZ, cache):
    """Your db is summed over height and width alone, so that it has a row for each example. A bias counts in every
    example: these are summed, too."""
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    A_prev_pad = zero_pad(A_prev, pad)
    columns = im2col(A_prev_pad, f, stride)
    dZ_rows = dZ.reshape(-1, n_C)
    dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)
    db = dZ.sum(axis=(1, 2), keepdims=True)
    dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T
    dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db


@mistake("The way back", test="back-db")
def sums_db_of_the_first_example(dZ, cache):
    """Your db is made of the first example alone. A bias counts in every example, and all of them are summed."""
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    A_prev_pad = zero_pad(A_prev, pad)
    columns = im2col(A_prev_pad, f, stride)
    dZ_rows = dZ.reshape(-1, n_C)
    dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)
    db = dZ[:1].sum(axis=(0, 1, 2), keepdims=True)
    dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T
    dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db


@mistake("The way back", test="back-db")
def sums_the_rows_for_db(dZ, cache):
    """Your db has one number for each row of dZ, summed over the filters. It is the other way round: the filters stay,
    and all rows are summed."""
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    A_prev_pad = zero_pad(A_prev, pad)
    columns = im2col(A_prev_pad, f, stride)
    dZ_rows = dZ.reshape(-1, n_C)
    dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)
    db = dZ_rows.sum(axis=1)
    dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T
    dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db


@mistake("The way back", test="back-db")
def flattens_db(dZ, cache):
    """The numbers of your db are right, but it has a single axis. A gradient has the shape of what it belongs to, and
    the bias has four axes."""
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    A_prev_pad = zero_pad(A_prev, pad)
    columns = im2col(A_prev_pad, f, stride)
    dZ_rows = dZ.reshape(-1, n_C)
    dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)
    db = dZ_rows.sum(axis=0)
    dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T
    dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db


@mistake("The way back", test="back-db")
def leaves_db_a_matrix(dZ, cache):
    """The numbers of your db are right, but it has two axes. A gradient has the shape of what it belongs to, and the
    bias has four axes."""
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    A_prev_pad = zero_pad(A_prev, pad)
    columns = im2col(A_prev_pad, f, stride)
    dZ_rows = dZ.reshape(-1, n_C)
    dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)
    db = dZ_rows.sum(axis=0, keepdims=True)
    dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T
    dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db


@mistake("The way back", test="back-db")
def multiplies_db_by_the_bias(dZ, cache):
    """Your db is multiplied by the bias. The bias is added in the forward pass, so its gradient does not depend on how
    large it is."""
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    A_prev_pad = zero_pad(A_prev, pad)
    columns = im2col(A_prev_pad, f, stride)
    dZ_rows = dZ.reshape(-1, n_C)
    dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)
    db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C) * b
    dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T
    dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db
