"""The smallest call on which something still shows."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations
from typing import Any

from autograder.naming.battery import battery
from autograder.naming.probes import Probe, probe

# How a call is filled at last: from the numbers that are easiest to work with, as far as the mistake shows on them.
EASY = ("counting", "counting down", "digits", "halves")
# Images and filters are left with two rows and columns: fewer are small, and say less.
TWO = {"n_H", "n_W", "f"}
# What has more entries than this, as a whole network has, does not become small.
MOST_ENTRIES = 800
# How often in a row the parameters are gone through.
ROUNDS = 4


def smallest(start: Probe, shows: Callable[[Probe], bool], easy: tuple[str, ...] = EASY) -> Probe:
    """Make a call smaller, up to three parameters at a time, as long as `shows` holds for it.

    easy: the ways to fill it that are tried, the easiest first.
    """
    if start.size > MOST_ENTRIES:
        return start
    best = _easier(start, shows, easy)
    for _ in range(ROUNDS):
        before = best
        for name in start.parameters:
            best = _first(best, shows, ({name: value} for value in _smaller(name, best.parameters[name])))
        if best is before:
            best = _first(best, shows, _one_less(best))
        if best is before:
            break
    if best.whole:
        best = _other(best, shows, whole=())
    return _easier(best, shows, easy)


def _easier(best: Probe, shows: Callable[[Probe], bool], easy: tuple[str, ...]) -> Probe:
    """The call with numbers that are easier to work with, if it shows with them."""
    easier = easy[: easy.index(best.fill)] if best.fill in easy else easy
    return _first(best, shows, ({"fill": fill} for fill in easier))


def is_tiny(one: Probe) -> bool:
    """Whether a call has less than two rows and columns somewhere."""
    return any(value is not None and value < 2 for name, value in one.parameters.items() if name in TWO)


def _first(best: Probe, shows: Callable[[Probe], bool], changes: Iterator[dict[str, Any]]) -> Probe:
    for change in changes:
        found = _other(best, shows, **change)
        if found is not best:
            return found
    return best


def _other(best: Probe, shows: Callable[[Probe], bool], **change) -> Probe:
    """The call with something changed, if there is one and it shows there; else the call as it is."""
    least = _least(best.exercise)
    if any(value < least[name] for name, value in change.items() if name in least):
        return best
    try:
        found = probe(best.exercise, **(best.settings | change))
    except ValueError:
        return best
    return found if shows(found) else best


def _smaller(name: str, value: Any) -> list[Any]:
    """Simpler values of a parameter, the simplest first."""
    if isinstance(value, bool):
        return [False] if value else []
    if isinstance(value, int):
        sign, least = (1 if value > 0 else -1), (2 if name in TWO else 0)
        sizes = sorted({0, 1, 2, abs(value) // 2, abs(value) - 1})
        return [sign * size for size in sizes if least <= size < abs(value)]
    if isinstance(value, float):
        easy = [1.0, 2.0, -1.0, 0.5, float(round(value))]
        return easy[: easy.index(value)] if value in easy else easy
    if isinstance(value, tuple) and all(isinstance(one, int) for one in value):
        return [(*value[:at], 2, *value[at + 1 :]) for at, one in enumerate(value) if one > 2]
    return []


@cache
def _least(exercise: str) -> dict[str, float]:
    """The smallest values that numbers among the parameters have on the battery: below, there may be no such call."""
    probes = battery(exercise)
    return {
        name: min(one.parameters[name] for one in probes)
        for name, value in probes[0].parameters.items()
        if all(isinstance(one.parameters[name], int | float) for one in probes)
    }


def _one_less(best: Probe) -> Iterator[dict[str, Any]]:
    """Two or three of the parameters one less."""
    whole = [name for name, value in best.parameters.items() if isinstance(value, int) and not isinstance(value, bool)]
    for names in (*combinations(whole, 2), *combinations(whole, 3)):
        change = {name: best.parameters[name] - 1 for name in names}
        if all(value >= 2 for name, value in change.items() if name in TWO):
            yield change
