"""Right versions of `network_backward` in other styles."""

import numpy as np

from autograder.catalogue import style
from autograder.reference import conv_backward, dense_backward, pool_backward, relu_backward


@style
def step_by_step(dZ, cache):
    """One line for each layer."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dP2 = dF.reshape(flat)
    dA2 = pool_backward(dP2, pool2)
    dZ2 = relu_backward(dA2, relu2)
    dP1, dW2, db2 = conv_backward(dZ2, conv2)
    dA1 = pool_backward(dP1, pool1)
    dZ1 = relu_backward(dA1, relu1)
    dX, dW1, db1 = conv_backward(dZ1, conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@style
def one_name_for_all(dZ, cache):
    """The same variable from layer to layer, the dict filled on the way."""
    conv1, relu1, pool1, conv2, relu2, pool2, flat, dense = cache
    gradients = {}
    d, gradients["W3"], gradients["b3"] = dense_backward(dZ, dense)
    d = d.reshape(flat)
    d = relu_backward(pool_backward(d, pool2), relu2)
    d, gradients["W2"], gradients["b2"] = conv_backward(d, conv2)
    d = relu_backward(pool_backward(d, pool1), relu1)
    _, gradients["W1"], gradients["b1"] = conv_backward(d, conv1)
    return gradients


@style
def loop_over_both_convolutions(dZ, cache):
    """A loop over the two blocks, from the last one."""
    dA, dW3, db3 = dense_backward(dZ, cache[7])
    gradients, dA = {"W3": dW3, "b3": db3}, np.reshape(dA, cache[6])
    for k in (2, 1):
        conv, relu, pool = cache[3 * k - 3 : 3 * k]
        dA = pool_backward(dA, pool, mode="max")
        dA, gradients[f"W{k}"], gradients[f"b{k}"] = conv_backward(relu_backward(dA, relu), conv)
    return gradients


def block_backward(dA, conv, relu, pool):
    """The way back through pool, relu and convolution."""
    return conv_backward(relu_backward(pool_backward(dA, pool), relu), conv)


@style(uses=(block_backward,))
def helper_for_a_block(dZ, cache):
    """A helper function for pool, relu and convolution."""
    dF, dW3, db3 = dense_backward(dZ, cache[-1])
    dP1, dW2, db2 = block_backward(dF.reshape(cache[-2]), *cache[3:6])
    _, dW1, db1 = block_backward(dP1, *cache[:3])
    return dict(W1=dW1, b1=db1, W2=dW2, b2=db2, W3=dW3, b3=db3)


@style
def caches_taken_from_a_list(dZ, cache):
    """The caches popped from the end of a list."""
    caches, gradients, dA = list(cache), {}, dZ
    dA, gradients["W3"], gradients["b3"] = dense_backward(dA, caches.pop())
    dA = dA.reshape(caches.pop())
    for name in "21":
        dA = pool_backward(dA, caches.pop())
        dA = relu_backward(dA, caches.pop())
        dA, gradients["W" + name], gradients["b" + name] = conv_backward(dA, caches.pop())
    return gradients


@style
def written_out_where_short(dZ: np.ndarray, cache: tuple) -> dict:
    """The dense layer and relu written out in NumPy."""
    (conv1, Z1, pool1, conv2, Z2, pool2, shape, (F, W3, b3)) = cache
    dP2 = (dZ @ W3.T).reshape(shape)
    dP1, dW2, db2 = conv_backward(pool_backward(dP2, pool2) * (Z2 > 0), conv2)
    dX, dW1, db1 = conv_backward(np.where(Z1 > 0, pool_backward(dP1, pool1), 0), conv1)
    return {"W3": F.T @ dZ, "b3": dZ.sum(axis=0, keepdims=True), "W2": dW2, "b2": db2, "W1": dW1, "b1": db1}


@style
def names_and_arrays_zipped(dZ, cache):
    """All gradients collected backward, and named at the end."""
    conv1, relu1, pool1, conv2, relu2, pool2, flat, dense = cache
    dF, *third = dense_backward(dZ, dense)
    dP1, *second = conv_backward(relu_backward(pool_backward(dF.reshape(flat), pool2), relu2), conv2)
    _, *first = conv_backward(relu_backward(pool_backward(dP1, pool1), relu1), conv1)
    return dict(zip(["W1", "b1", "W2", "b2", "W3", "b3"], [*first, *second, *third]))
