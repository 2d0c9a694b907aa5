"""Right versions of `network_forward` in other styles."""

import numpy as np

from autograder.catalogue import style
from autograder.reference import conv_forward, dense_forward, flatten_forward, pool_forward, relu_forward


@style
def step_by_step(X, parameters, hparameters):
    """One line for each layer."""
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    A1, relu1 = relu_forward(Z1)
    P1, pool1 = pool_forward(A1, hparameters["pool"])
    Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])
    A2, relu2 = relu_forward(Z2)
    P2, pool2 = pool_forward(A2, hparameters["pool"])
    F, flat = flatten_forward(P2)
    Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])
    cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)
    return Z, cache


@style
def one_name_for_all(X, parameters, hparameters):
    """The same variable from layer to layer, as in many frameworks."""
    A, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    A, relu1 = relu_forward(A)
    A, pool1 = pool_forward(A, hparameters["pool"], "max")
    A, conv2 = conv_forward(A, parameters["W2"], parameters["b2"], hparameters["conv"])
    A, relu2 = relu_forward(A)
    A, pool2 = pool_forward(A, hparameters["pool"], mode="max")
    A, flat = flatten_forward(A)
    A, dense = dense_forward(A, parameters["W3"], parameters["b3"])
    return A, (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)


@style
def loop_over_both_convolutions(X, parameters, hparameters):
    """A loop over the two blocks, the caches collected in a list."""
    A, caches = X, []
    for k in (1, 2):
        A, conv = conv_forward(A, parameters[f"W{k}"], parameters[f"b{k}"], hparameters["conv"])
        A, relu = relu_forward(A)
        A, pool = pool_forward(A, hparameters["pool"])
        caches += [conv, relu, pool]
    A, flat = flatten_forward(A)
    Z, dense = dense_forward(A, parameters["W3"], parameters["b3"])
    return Z, tuple(caches + [flat, dense])


def block(A, W, b, hparameters):
    """Convolution, relu and pool, with their caches."""
    Z, conv = conv_forward(A, W, b, hparameters["conv"])
    A, relu = relu_forward(Z)
    A, pool = pool_forward(A, hparameters["pool"])
    return A, (conv, relu, pool)


@style(uses=(block,))
def helper_for_a_block(X, parameters, hparameters):
    """A helper function for convolution, relu and pool."""
    P1, first = block(X, parameters["W1"], parameters["b1"], hparameters)
    P2, second = block(P1, parameters["W2"], parameters["b2"], hparameters)
    F, flat = flatten_forward(P2)
    Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])
    return Z, (*first, *second, flat, dense)


@style
def list_of_layers(X, parameters, hparameters):
    """A list of functions, gone through in a loop."""
    W1, b1, W2, b2, W3, b3 = (parameters[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
    layers = [
        lambda A: conv_forward(A, W1, b1, hparameters["conv"]),
        relu_forward,
        lambda A: pool_forward(A, hparameters["pool"]),
        lambda A: conv_forward(A, W2, b2, hparameters["conv"]),
        relu_forward,
        lambda A: pool_forward(A, hparameters["pool"]),
        flatten_forward,
        lambda A: dense_forward(A, W3, b3),
    ]
    caches = ()
    for layer in layers:
        X, cache = layer(X)
        caches += (cache,)
    return X, caches


@style
def written_out_where_short(X: np.ndarray, parameters: dict, hparameters: dict) -> tuple:
    """Relu, flatten and the dense layer written out in NumPy."""
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    P1, pool1 = pool_forward(np.maximum(Z1, 0), hparameters["pool"])
    Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])
    P2, pool2 = pool_forward(np.maximum(Z2, 0), hparameters["pool"])
    F = P2.reshape(len(X), -1)
    Z = np.dot(F, parameters["W3"]) + parameters["b3"]
    return Z, (conv1, Z1, pool1, conv2, Z2, pool2, P2.shape, (F, parameters["W3"], parameters["b3"]))


@style
def example_by_example(X, parameters, hparameters):
    """The scores of each example on its own, and the caches of the batch."""
    conv, pool = hparameters["conv"], hparameters["pool"]
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], conv)
    A1, relu1 = relu_forward(Z1)
    P1, pool1 = pool_forward(A1, pool)
    Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], conv)
    A2, relu2 = relu_forward(Z2)
    P2, pool2 = pool_forward(A2, pool)
    F, flat = flatten_forward(P2)
    rows = [dense_forward(F[i : i + 1], parameters["W3"], parameters["b3"])[0] for i in range(len(F))]
    return np.concatenate(rows), (
        conv1,
        relu1,
        pool1,
        conv2,
        relu2,
        pool2,
        flat,
        (F, parameters["W3"], parameters["b3"]),
    )
