"""The layers between convolutions and a decision, and a whole network (notebook 05)."""

import numpy as np

from autograder.reference.layers import conv_backward, conv_forward, pool_backward, pool_forward
from autograder.reference.registry import gives


@gives("sizes", "parameters")
def network_table(input_shape, layers):
    """How many numbers each layer puts out, and how many it learns.

    input_shape: (n_H, n_W, n_C). layers: list of dicts with "kind": "conv" (with f, stride, pad, n_C), "pool" (with f,
    stride) or "dense" (with n). Returns two lists of ints, with one entry for each layer.
    """
    shape, sizes, parameters = tuple(input_shape), [], []
    for layer in layers:
        learned = 0
        if layer["kind"] == "dense":
            learned = (int(np.prod(shape)) + 1) * layer["n"]
            shape = (layer["n"],)
        else:
            f, stride, pad = layer["f"], layer["stride"], layer.get("pad", 0)
            rows, columns = ((n - f + 2 * pad) // stride + 1 for n in shape[:2])
            if layer["kind"] == "conv":
                learned = (f * f * shape[2] + 1) * layer["n_C"]
            shape = (rows, columns, layer.get("n_C", shape[2]))
        sizes.append(int(np.prod(shape)))
        parameters.append(learned)
    return sizes, parameters


@gives("A", "cache")
def relu_forward(Z):
    """max(0, z), entry by entry, and Z itself as the cache. Z: of any shape."""
    return np.maximum(Z, 0), Z


@gives("dZ")
def relu_backward(dA, cache):
    """dA where the cached Z is positive, 0 elsewhere, at 0 as well."""
    return np.where(cache > 0, dA, 0.0)


@gives("A", "cache")
def flatten_forward(A_prev):
    """Each example as one row, in the order of its axes; the cache is the shape. A_prev: (m, ...). A: (m, n)."""
    return A_prev.reshape(A_prev.shape[0], -1), A_prev.shape


@gives("Z", "cache")
def dense_forward(A_prev, W, b):
    """A_prev W + b. A_prev: (m, n_prev). W: (n_prev, n). b: (1, n). Returns Z: (m, n), and (A_prev, W, b)."""
    return A_prev @ W + b, (A_prev, W, b)


@gives("dA_prev", "dW", "db")
def dense_backward(dZ, cache):
    """Gradients with respect to A_prev, W and b, in their shapes. dZ: (m, n). cache: (A_prev, W, b)."""
    A_prev, W, _ = cache
    return dZ @ W.T, A_prev.T @ dZ, dZ.sum(axis=0, keepdims=True)


@gives("P")
def softmax(Z):
    """Scores to probabilities, row by row, for scores of any size. Z: (m, n). P: (m, n)."""
    powers = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


@gives("loss", "dZ")
def softmax_cross_entropy(Z, y):
    """Mean cross-entropy of the softmax of Z with the right classes y, and its gradient with respect to Z.

    Z: (m, n). y: (m,) ints. Returns a number, and dZ (m, n).
    """
    rows = np.arange(len(y))
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    loss = np.mean(np.log(np.exp(shifted).sum(axis=1)) - shifted[rows, y])
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    return loss, dZ / len(y)


@gives("updated")
def update_parameters(parameters, gradients, learning_rate):
    """One step of gradient descent. Two dicts with the same keys; returns a new dict."""
    return {name: value - learning_rate * gradients[name] for name, value in parameters.items()}


@gives("Z", "cache")
def network_forward(X, parameters, hparameters):
    """conv → relu → pool → conv → relu → pool → flatten → dense: scores Z (m, n) and the layers' eight caches, a tuple.

    X: (m, n_H, n_W, n_C). parameters: dict of W1, b1, W2, b2 (convolutions) and W3, b3 (dense).
    hparameters: dict of "conv" and "pool", which hold the layers' own.
    """
    A, caches = X, []
    for k in "12":
        A, conv = conv_forward(A, parameters[f"W{k}"], parameters[f"b{k}"], hparameters["conv"])
        A, relu = relu_forward(A)
        A, pool = pool_forward(A, hparameters["pool"])
        caches += [conv, relu, pool]
    A, flat = flatten_forward(A)
    Z, dense = dense_forward(A, parameters["W3"], parameters["b3"])
    return Z, (*caches, flat, dense)


@gives("gradients")
def network_backward(dZ, caches):
    """The way back through network_forward: dict of the gradients with respect to W1, b1, W2, b2, W3 and b3.

    caches: (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense), as network_forward gives them.
    """
    conv1, relu1, pool1, conv2, relu2, pool2, shape, dense = caches
    gradients = {}
    dA, gradients["W3"], gradients["b3"] = dense_backward(dZ, dense)
    dA = dA.reshape(shape)
    for k, conv, relu, pool in (("2", conv2, relu2, pool2), ("1", conv1, relu1, pool1)):
        dZ = relu_backward(pool_backward(dA, pool), relu)
        dA, gradients[f"W{k}"], gradients[f"b{k}"] = conv_backward(dZ, conv)
    return gradients
