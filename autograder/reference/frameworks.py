"""What a network in PyTorch's layout gives, computed without PyTorch (notebook 07)."""

import numpy as np

from autograder.reference.layers import conv_backward, conv_forward, pool_forward
from autograder.reference.registry import gives


@gives("x")
def to_channels_first(A):
    """(m, n_H, n_W, n_C) to (m, n_C, n_H, n_W)."""
    return np.transpose(A, (0, 3, 1, 2))


@gives("weight", "bias")
def conv_weights_to_torch(W, b):
    """Filters (f, f, n_C_prev, n_C) to (n_C, n_C_prev, f, f), and biases (1, 1, 1, n_C) to (n_C,)."""
    return np.transpose(W, (3, 2, 0, 1)), np.reshape(b, -1)


@gives("weight", "bias")
def dense_weights_to_torch(W, b, shape):
    """W (n_H * n_W * n_C, n) behind a flatten of channels last to (n, n_C * n_H * n_W) behind one of channels first.

    b: (1, n), which becomes (n,). shape: (n_H, n_W, n_C), of an example before the flatten.
    """
    n = W.shape[1]
    return np.reshape(W, (*shape, n)).transpose(3, 2, 0, 1).reshape(n, -1), np.reshape(b, -1)


@gives("grad_x", "grad_weight", "grad_bias")
def conv2d_backward(grad_output, x, weight, stride, padding):
    """The gradients of a convolution in PyTorch's layout, in the shapes of x, weight and bias.

    grad_output: (m, n_C, n_H, n_W). x: (m, n_C_prev, n_H_prev, n_W_prev). weight: (n_C, n_C_prev, f, f).
    """
    dZ, A_prev = (np.transpose(array, (0, 2, 3, 1)) for array in (grad_output, x))
    W = np.transpose(weight, (2, 3, 1, 0))
    b = np.zeros((1, 1, 1, W.shape[3]))
    dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))
    return to_channels_first(dA_prev), *conv_weights_to_torch(dW, db)


@gives("sizes", "parameters", "scores")
def network_in_torch(X, weights, hparameters):
    """conv → relu → pool → conv → relu → pool → flatten → dense → relu → dense, for weights in PyTorch's layout.

    X: (m, n_H, n_W, n_C). weights: (weight1, bias1, weight2, bias2, weight3, bias3, weight4, bias4).
    hparameters: dict of "f", "filters" (two numbers), "units" and "classes".
    Returns sizes and parameters, a list with a number for each of the four layers that learn, and scores (m, classes).
    """
    A, sizes = X, []
    for weight, bias in (weights[0:2], weights[2:4]):
        W, b = np.transpose(weight, (2, 3, 1, 0)), np.reshape(bias, (1, 1, 1, -1))
        Z, _ = conv_forward(A, W, b, {"stride": 1, "pad": 0})
        A, _ = pool_forward(np.maximum(Z, 0), {"f": 2, "stride": 2})
        sizes.append(Z[0].size)
    A = to_channels_first(A).reshape(len(X), -1)
    hidden = np.maximum(A @ weights[4].T + weights[5], 0)
    scores = hidden @ weights[6].T + weights[7]
    sizes += [hidden[0].size, scores[0].size]
    return sizes, [weights[i].size + weights[i + 1].size for i in (0, 2, 4, 6)], scores
