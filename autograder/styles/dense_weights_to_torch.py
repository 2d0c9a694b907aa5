"""Right versions of `dense_weights_to_torch` in other styles."""

import numpy as np

from autograder.catalogue import style


@style
def step_by_step(W, b, shape):
    """Unfold, let the axes change places, and fold: a line each, as the notebook has it."""
    n_H, n_W, n_C = shape
    n = W.shape[1]
    W_unfolded = W.reshape(n_H, n_W, n_C, n)
    W_moved = np.transpose(W_unfolded, (3, 2, 0, 1))
    weight = W_moved.reshape(n, n_C * n_H * n_W)
    bias = b.reshape(-1)
    return weight, bias


@style
def order_as_indices(W, b, shape):
    """The numbers of the rows, brought into the other order once, pick the rows."""
    order = np.arange(len(W)).reshape(shape).transpose(2, 0, 1).ravel()
    return W[order].T, b[0]


@style
def transposes_first(W, b, shape):
    """One row for each unit first, then each of them unfolded and flattened again."""
    rows = W.T.reshape(-1, *shape)
    return np.moveaxis(rows, 3, 1).reshape(len(rows), -1), b.ravel()


@style
def einsum_letters(W, b, shape):
    """einsum, with a letter for each axis."""
    weight = np.einsum("hwcn->nchw", W.reshape(*shape, -1))
    return weight.reshape(W.shape[1], W.shape[0]), b.flatten()


@style
def unit_by_unit(W, b, shape):
    """Each unit's weights as an image of their own."""
    weight = [W[:, k].reshape(shape).transpose(2, 0, 1).flatten() for k in range(W.shape[1])]
    return np.array(weight), b.reshape(W.shape[1])


@style
def entry_by_entry(W, b, shape):
    """Plain loops, with the number of a row computed from row, column and channel."""
    n_H, n_W, n_C = shape
    weight = np.zeros((W.shape[1], n_H * n_W * n_C))
    for h in range(n_H):
        for w in range(n_W):
            for c in range(n_C):
                weight[:, (c * n_H + h) * n_W + w] = W[(h * n_W + w) * n_C + c]
    return weight, np.squeeze(b, axis=0)


@style
def channel_by_channel(W, b, shape):
    """The rows of one channel are every n_C-th; the channels' blocks stand side by side."""
    n_C = shape[2]
    return np.concatenate([W[c::n_C] for c in range(n_C)]).T, b[0, :]


@style
def through_a_permutation_matrix(W, b, shape):
    """A product with the unit matrix, its rows in the other order."""
    places = np.ravel_multi_index(np.indices(shape), shape).transpose(2, 0, 1).reshape(-1)
    return (np.eye(len(W))[places] @ W).T, b.reshape(-1)
