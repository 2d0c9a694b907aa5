"""Gradients by measurement: change one entry a little, and see what becomes of the loss."""

from collections.abc import Callable

import numpy as np


def numerical_gradient(loss: Callable[[], float], x: np.ndarray, epsilon: float = 1e-5) -> np.ndarray:
    """The gradient of a loss with respect to every entry of x, by central differences.

    loss: a function without arguments that reads x and returns a number. x: float array; its entries are changed one
    at a time, and put back. Returns an array of the shape of x that holds (loss(x + epsilon) - loss(x - epsilon)) /
    (2 * epsilon) for each entry; its error is of the order of epsilon**2.
    Raises TypeError where x does not hold floats: a small step would be rounded away.
    """
    if x.dtype.kind != "f":
        raise TypeError(f"x must hold floats, not {x.dtype}: a step of {epsilon} would be rounded away")
    gradient = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        value = x[place]
        x[place] = value + epsilon
        above = loss()
        x[place] = value - epsilon
        below = loss()
        x[place] = value
        gradient[place] = (above - below) / (2 * epsilon)
    return gradient


def relative_error(a, b) -> float:
    """How far apart two gradients are, measured by their own size: ‖a - b‖ / (‖a‖ + ‖b‖), between 0 and 1.

    Zero for two arrays of zeros. Raises ValueError where the shapes differ (they would be broadcast silently).
    """
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    if a.shape != b.shape:
        raise ValueError(f"shapes differ: {a.shape} and {b.shape}")
    size = np.linalg.norm(a) + np.linalg.norm(b)
    return float(np.linalg.norm(a - b) / size) if size else 0.0
