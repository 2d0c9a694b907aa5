"""What each known mistake does on the calls of the battery."""

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np

from autograder import catalogue
from autograder.catalogue import Answer
from autograder.naming.battery import battery
from autograder.naming.outcomes import Outcome, alike, outcome, wrong
from autograder.naming.probes import Probe

# How far a result that was begun from random numbers may lie from another: they have a standard deviation of 1.
BY_CHANCE = 30.0


@dataclass(frozen=True)
class Known:
    """A mistake and what it does on each call of the battery. by_chance: twice the same call, two results."""

    answer: Answer
    outcomes: tuple[Outcome, ...]
    wrong: tuple[tuple[str, ...], ...]
    by_chance: bool


@cache
def known(exercise: str) -> tuple[Known, ...]:
    """Every known mistake of an exercise. Made once in a process, which takes up to a second."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return tuple(_known(answer) for answer in catalogue.mistakes(exercise))


def on_args(function: Callable) -> Callable[[tuple], object]:
    """A function of ours as one that takes its arguments as one tuple."""
    return lambda args: function(*args)


def outcome_of(function: Callable, one: Probe) -> Outcome:
    """What a function of ours does on a call."""
    with np.errstate(all="ignore"):
        return outcome(one.exercise, on_args(function), one.args)


def varies(first: Outcome, again: Outcome) -> bool:
    """Whether two outcomes of the same call differ in nothing but the numbers."""
    if first.status != "ok" or again.status != "ok" or first.results.keys() != again.results.keys():
        return False
    return any(not alike(value, again.results[name]) for name, value in first.results.items())


def same_but_for_chance(came: Outcome, other: Outcome) -> bool:
    """Whether two results that depend on chance are of the same shapes, and near each other."""
    if came.status != other.status or came.results.keys() != other.results.keys():
        return False
    for name, value in came.results.items():
        mate = other.results[name]
        if not (isinstance(value, np.ndarray) and isinstance(mate, np.ndarray) and value.shape == mate.shape):
            return False
        if not (abs(value - mate) < BY_CHANCE).all():
            return False
    return True


def _known(answer: Answer) -> Known:
    probes = battery(answer.exercise)
    outcomes = tuple(outcome_of(answer.function, one) for one in probes)
    wrongs = tuple(wrong(came, one.ways) for came, one in zip(outcomes, probes))
    return Known(answer, outcomes, wrongs, varies(outcomes[0], outcome_of(answer.function, probes[0])))
