"""Training a network, step by step, with a picture of the loss that moves meanwhile.

What a step consists of, the student has written; here stands only what repeats it.
"""

import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from helpers import pictures
from helpers.data import Examples

# Seconds between two pictures of the loss: a picture takes about a tenth of a second.
BETWEEN = 0.7


class Network(NamedTuple):
    """The four functions that a step consists of, with the signatures of the exercises, and the hyperparameters."""

    forward: Callable
    backward: Callable
    loss: Callable
    update: Callable
    hparameters: dict


class Trained(NamedTuple):
    """parameters: dict of arrays. losses: list with the loss of each step."""

    parameters: dict
    losses: list


def initial_parameters(filters=(16, 32), sides=2, classes=10, f=3, n_C=1, seed=0):
    """Random weights for conv → conv → dense, and biases of 0.

    filters: how many each convolution has. sides: rows and columns of what is flattened. n_C: channels of the images.
    Each weight is drawn with a variance of 2 / (number of inputs of its unit), so that numbers neither grow nor vanish
    from layer to layer. Returns a dict of W1, b1, W2, b2, W3 and b3.
    """
    random = np.random.RandomState(seed)
    parameters = {}
    shapes = [(f, f, n_C, filters[0]), (f, f, *filters), (sides * sides * filters[1], classes)]
    for k, shape in enumerate(shapes, 1):
        parameters[f"W{k}"] = random.randn(*shape) * np.sqrt(2 / np.prod(shape[:-1]))
        parameters[f"b{k}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    return parameters


def batches(examples: Examples, size: int, random: np.random.RandomState) -> Iterator[Examples]:
    """All examples once, in random order, `size` at a time; fewer that are left over are left out this time."""
    order = random.permutation(len(examples.labels))
    for start in range(0, len(order) - size + 1, size):
        chosen = order[start : start + size]
        yield Examples(examples.images[chosen], examples.labels[chosen])


def train(network, parameters, examples, epochs=20, size=16, learning_rate=0.1, seed=0, show=False) -> Trained:
    """Stochastic gradient descent: each step takes the gradient of one batch.

    network: a Network. parameters: dict, left as it is. examples: Examples. epochs: how often each example is seen.
    size: of a batch. learning_rate: of the first step; it falls evenly to 0. seed: of the order of the examples.
    show: whether to display the loss while it falls.
    """
    random = np.random.RandomState(seed)
    steps = epochs * (len(examples.labels) // size)
    losses, moving = [], _Moving(steps) if show else None
    for _ in range(epochs):
        for images, labels in batches(examples, size, random):
            Z, cache = network.forward(images, parameters, network.hparameters)
            loss, dZ = network.loss(Z, labels)
            gradients = network.backward(dZ, cache)
            rate = learning_rate * (1 - len(losses) / steps)
            parameters = network.update(parameters, gradients, rate)
            losses.append(float(loss))
            if moving:
                moving.show(losses)
    return Trained(parameters, losses)


def predict(network, parameters, images, size=200):
    """The class with the largest score, for each image. images: (m, n_H, n_W, n_C). Returns (m,) ints."""
    scores = [
        network.forward(images[start : start + size], parameters, network.hparameters)[0]
        for start in range(0, len(images), size)
    ]
    return np.concatenate(scores).argmax(axis=1)


def accuracy(network, parameters, examples) -> float:
    """The share of examples whose class has the largest score, between 0 and 1."""
    return float(np.mean(predict(network, parameters, examples.images) == examples.labels))


class _Moving:
    """The picture of the loss, displayed again every so often; where nothing is live, the last one stays."""

    def __init__(self, steps: int):
        self._steps, self._handle, self._next = steps, None, 0.0

    def show(self, losses: list) -> None:
        from IPython.display import display

        if time.monotonic() < self._next and len(losses) < self._steps:
            return
        picture = pictures.training(losses, self._steps)
        if self._handle is None:
            self._handle = display(picture, display_id=True)
        else:
            self._handle.update(picture)
        self._next = time.monotonic() + BETWEEN
