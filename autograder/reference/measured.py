"""Gradients of the layers by measurement: what a backward pass should agree with, whoever wrote it.

Each takes hundreds of forward passes, so it is measured once, and not again for the next submission.
"""

import copy
from collections.abc import Callable
from functools import cache

import numpy as np

from helpers.gradients import numerical_gradient
from helpers.layers import conv_forward, pool_forward


def measured_gradients(exercise: str, args: tuple) -> dict[str, np.ndarray]:
    """The gradients that an exercise should return, by name; args: as for the exercise, conv_backward or pool_backward.

    They are those of the loss sum(Z * dZ), or sum(A * dA), which has dZ or dA as its gradient.
    """
    return _measured(exercise, _Hashable(args))


@cache
def _measured(exercise: str, args: "_Hashable") -> dict[str, np.ndarray]:
    # To measure, each entry is changed for a moment.
    return _OF[exercise](*copy.deepcopy(args.value))


def _of_convolution(dZ, cache) -> dict[str, np.ndarray]:
    A_prev, W, b, hparameters = cache
    return _by_name(
        lambda: np.sum(conv_forward(A_prev, W, b, hparameters)[0] * dZ), {"dA_prev": A_prev, "dW": W, "db": b}
    )


def _of_pooling(dA, cache, mode) -> dict[str, np.ndarray]:
    A_prev, hparameters = cache
    return _by_name(lambda: np.sum(pool_forward(A_prev, hparameters, mode)[0] * dA), {"dA_prev": A_prev})


_OF = {"conv_backward": _of_convolution, "pool_backward": _of_pooling}


def _by_name(loss: Callable[[], float], arrays: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    return {name: numerical_gradient(loss, array) for name, array in arrays.items()}


class _Hashable:
    """Arguments of an exercise, the same as others that hold the same numbers."""

    def __init__(self, value: tuple):
        self.value = value
        self._key = _key(value)

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Hashable) and self._key == other._key


def _key(value: object) -> object:
    if isinstance(value, np.ndarray):
        return value.shape, value.dtype.str, value.tobytes()
    if isinstance(value, dict):
        return tuple((name, _key(part)) for name, part in sorted(value.items()))
    return tuple(map(_key, value)) if isinstance(value, tuple | list) else value
