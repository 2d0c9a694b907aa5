"""What each known mistake does on the calls of the battery."""

import contextlib
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property

import numpy as np

from autograder import catalogue
from autograder.catalogue import Answer
from autograder.naming.battery import battery
from autograder.naming.outcomes import Outcome, alike, outcome, same, wrong
from autograder.naming.probes import Probe

# How far a result that was begun from random numbers may lie from another: they have a standard deviation of 1.
BY_CHANCE = 30.0


class Known:
    """A mistake, and what it does on each call of the battery, called when it is first asked for: most mistakes are
    ruled out by the first call, and an exercise has up to 250 of them."""

    def __init__(self, answer: Answer):
        self.answer = answer
        self.outcomes = _Outcomes(answer)

    @cached_property
    def wrong(self) -> tuple[tuple[str, ...], ...]:
        """The results that are wrong, for each call."""
        return tuple(wrong(came, one.ways) for came, one in zip(self.outcomes, battery(self.answer.exercise)))

    @cached_property
    def by_chance(self) -> frozenset[str]:
        """The results that twice the same call gave differently."""
        return varies(self.outcomes[0], outcome_of(self.answer.function, battery(self.answer.exercise)[0]))


class _Outcomes(Sequence):
    def __init__(self, answer: Answer):
        self._answer = answer
        self._known: dict[int, Outcome] = {}

    def __len__(self) -> int:
        return len(battery(self._answer.exercise))

    def __getitem__(self, number: int) -> Outcome:
        if number not in self._known:
            self._known[number] = outcome_of(self._answer.function, battery(self._answer.exercise)[number])
        return self._known[number]


@cache
def known(exercise: str) -> tuple[Known, ...]:
    """Every known mistake of an exercise; what they do is kept as long as the process lives."""
    return tuple(map(Known, catalogue.mistakes(exercise)))


def on_args(function: Callable) -> Callable[[tuple], object]:
    """A function of ours as one that takes its arguments as one tuple."""
    return lambda args: function(*args)


def outcome_of(function: Callable, one: Probe) -> Outcome:
    """What a function of ours does on a call. Raises MemoryError where there is no room for it: what is found is kept
    for others."""
    with np.errstate(all="ignore"), _one_thread():
        found = outcome(one.exercise, on_args(function), one.args)
    if "MemoryError" in found.kind:
        raise MemoryError
    return found


@contextlib.contextmanager
def _one_thread() -> Iterator[None]:
    """Have PyTorch, where it is loaded, work in one thread. Our arrays are so small that several only wait for each
    other, which took most of the processor time of an explanation, and more of it the busier the machine was."""
    torch = sys.modules.get("torch")
    if torch is None:
        yield
        return
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(threads)


def varies(first: Outcome, again: Outcome) -> frozenset[str]:
    """The results in which two outcomes of the same call differ, where all else about them is the same."""
    if first.status != "ok" or again.status != "ok" or first.results.keys() != again.results.keys():
        return frozenset()
    return frozenset(name for name, value in first.results.items() if not alike(value, again.results[name]))


def same_but_for_chance(came: Outcome, other: Outcome, by_chance: frozenset[str]) -> bool:
    """Whether two calls came to the same, the results that depend on chance being of the same shapes and near each
    other."""
    if came.status != "ok" or other.status != "ok":
        return same(came, other)
    if came.results.keys() != other.results.keys() or came.changed.keys() != other.changed.keys():
        return False
    return all(
        is_near(value, other.results[name]) if name in by_chance else alike(value, other.results[name])
        for name, value in came.results.items()
    )


def is_near(value: object, mate: object) -> bool:
    """Whether two arrays may differ by chance alone."""
    if not (isinstance(value, np.ndarray) and isinstance(mate, np.ndarray) and value.shape == mate.shape):
        return False
    # As floats: True and False have no difference, and that of whole numbers can overflow.
    return bool((abs(value * 1.0 - mate * 1.0) < BY_CHANCE).all())
