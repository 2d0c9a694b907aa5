"""The gradient of the filters."""

from autograder.catalogue import mistake
from autograder.reference import col2im, im2col, zero_pad


@mistake("The way back", test="back-dW")
def reshapes_the_transposed_dW(dZ, cache):
    """Your matrix for dW has a row for each filter, and reshaping it does not bring its entries to their places.
    Multiply the other way round, so that the filters are the last axis, as in W."""
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    A_prev_pad = zero_pad(A_prev, pad)
    columns = im2col(A_prev_pad, f, stride)
    dZ_rows = dZ.reshape(-1, n_C)
    dW = (dZ_rows.T @ columns).reshape(f, f, n_C_prev, n_C)
    db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)
    dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T
    dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db


@mistake("The way back", test="back-dW")
def averages_dW_over_the_batch(dZ, cache):
    """Your dW is divided by the number of examples. If the loss is a mean over the examples, that is in dZ already:
    here all contributions are summed."""
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    A_prev_pad = zero_pad(A_prev, pad)
    columns = im2col(A_prev_pad, f, stride)
    dZ_rows = dZ.reshape(-1, n_C)
    dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C) / m
    db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)
    dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T
    dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db


@mistake("The way back", test="back-dW")
def averages_dW_and_db(dZ, cache):
    """Your dW and db are divided by the number of examples. If the loss is a mean over the examples, that is in dZ
    already: here all contributions are summed."""
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    A_prev_pad = zero_pad(A_prev, pad)
    columns = im2col(A_prev_pad, f, stride)
    dZ_rows = dZ.reshape(-1, n_C)
    dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C) / m
    db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C) / m
    dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T
    dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db


@mistake("The way back", test="back-dW")
def averages_dW_over_all_windows(dZ, cache):
    """Your dW is divided by the number of all windows. Every window contributes to the gradient, and the contributions
    are summed."""
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    A_prev_pad = zero_pad(A_prev, pad)
    columns = im2col(A_prev_pad, f, stride)
    dZ_rows = dZ.reshape(-1, n_C)
    dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C) / len(columns)
    db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)
    dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T
    dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db


@mistake("The way back", test="back-dW")
def leaves_dW_a_matrix(dZ, cache):
    """Your dW is still the matrix of the product. A gradient has the shape of what it belongs to, which is that of
    W."""
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    A_prev_pad = zero_pad(A_prev, pad)
    columns = im2col(A_prev_pad, f, stride)
    dZ_rows = dZ.reshape(-1, n_C)
    dW = columns.T @ dZ_rows
    db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)
    dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T
    dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db


@mistake("The way back", test="back-dW")
def leaves_dW_a_matrix_of_rows(dZ, cache):
    """Your dW is still the matrix of the product, with a row for each filter. A gradient has the shape of what it
    belongs to: the filters are its last axis, as in W."""
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    A_prev_pad = zero_pad(A_prev, pad)
    columns = im2col(A_prev_pad, f, stride)
    dZ_rows = dZ.reshape(-1, n_C)
    dW = dZ_rows.T @ columns
    db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)
    dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T
    dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db


@mistake("The way back", test="back-dW")
def reads_dW_as_channels_first(dZ, cache):
    """Your dW was given its shape as if the channels came before rows and columns, so that its entries are in wrong
    places. They are in the order row, column, channel, as W has them."""
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    A_prev_pad = zero_pad(A_prev, pad)
    columns = im2col(A_prev_pad, f, stride)
    dZ_rows = dZ.reshape(-1, n_C)
    dW = (columns.T @ dZ_rows).reshape(n_C_prev, f, f, n_C).transpose(1, 2, 0, 3)
    db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)
    dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T
    dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db


@mistake("The way back", test="back-dW")
def swaps_rows_and_columns_of_dW(dZ, cache):
    """The rows and columns of your dW are exchanged. Its entries come out of the product in the order of W: row,
    column, channel."""
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    A_prev_pad = zero_pad(A_prev, pad)
    columns = im2col(A_prev_pad, f, stride)
    dZ_rows = dZ.reshape(-1, n_C)
    dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C).transpose(1, 0, 2, 3)
    db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)
    dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T
    dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db


@mistake("The way back", test="back-dW")
def turns_dW_around(dZ, cache):
    """Each filter of your dW is turned by half a turn. The forward pass multiplies windows and filters as they lie, and
    so does the way back."""
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    A_prev_pad = zero_pad(A_prev, pad)
    columns = im2col(A_prev_pad, f, stride)
    dZ_rows = dZ.reshape(-1, n_C)
    dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)[::-1, ::-1]
    db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)
    dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T
    dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db


@mistake("The way back", test="back-dW")
def forgets_to_transpose_the_columns(dZ, cache):
    """Your dW is made from the windows without the transpose. Entries of a window are to meet dZ summed over all
    windows, so the windows have to lie along the axis that the product sums."""
    (A_prev, W, b, hparameters) = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    A_prev_pad = zero_pad(A_prev, pad)
    columns = im2col(A_prev_pad, f, stride)
    dZ_rows = dZ.reshape(-1, n_C)
    dW = (columns @ dZ_rows).reshape(f, f, n_C_prev, n_C)
    db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)
    dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T
    dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)
    dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]
    return dA_prev, dW, db
