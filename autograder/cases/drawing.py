"""What a case is, and how its numbers are drawn."""

import copy
import functools
import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder import reference


@dataclass(frozen=True)
class Case:
    """One call of an exercise. label: the call in words, with shapes in place of arrays."""

    exercise: str
    args: tuple[Any, ...]
    label: str

    @functools.cached_property
    def right(self) -> list[dict[str, object]]:
        """What the exercise may return, by name: an entry for each result that is right. Not to be written to."""
        results = reference.right_results(self.exercise, copy.deepcopy(self.args))
        _seal(results)
        return results


def kept(draw: Callable[..., Case]) -> Callable[..., Case]:
    """A function that draws a case, and none twice: a class has the same ones. Nobody can write to their arrays."""

    @functools.lru_cache(maxsize=256)
    def drawn(secret: str, args: tuple, parameters: tuple) -> Case:
        case = draw(*args, **dict(parameters))
        _seal(case.args)
        return case

    @functools.wraps(draw)
    def case_of(*args, **parameters) -> Case:
        return drawn(_secret(), args, tuple(parameters.items()))

    return case_of


def _seal(value: object) -> None:
    if isinstance(value, np.ndarray):
        value.flags.writeable = False
    elif isinstance(value, dict):
        _seal(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for part in value:
            _seal(part)


def _secret() -> str:
    return os.environ.get("AUTOGRADER_SECRET", "")


class Numbers:
    """Draws arrays from a seed that is made of the course secret, the exercise and its parameters."""

    def __init__(self, exercise: str, parameters: dict):
        """parameters: numbers, texts and tuples of them. Raises TypeError for others, whose text could change."""
        if odd := [
            name for name, value in parameters.items() if not isinstance(value, int | float | str | tuple | None)
        ]:
            raise TypeError(f"a seed cannot be made of {', '.join(odd)}")
        text = repr((_secret(), exercise, sorted((key, value) for key, value in parameters.items())))
        self._random = np.random.default_rng(int.from_bytes(hashlib.sha256(text.encode()).digest()[:8]))
        self._integer = parameters.get("integer", False)
        self.kind = " (whole numbers)" if self._integer else ""

    def __call__(self, *shape: int) -> np.ndarray:
        size = int(np.prod(shape))
        values = self._random.permutation(size) - size // 2
        if self._integer:
            return values.reshape(shape)
        # Quarters print short and add up without rounding; the odd eighth keeps 0 out of the array.
        return (values / 4 + 0.125).reshape(shape)

    def bias(self, shape: tuple[int, ...], wanted: bool) -> np.ndarray:
        return self._random.permutation(shape[-1]).reshape(shape) + 0.5 if wanted else np.zeros(shape)

    def whole(self, low: int, high: int) -> int:
        """A whole number from low up to, but not including, high."""
        return int(self._random.integers(low, high))
