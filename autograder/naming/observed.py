"""A student's function under observation: what it was called with, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.naming.battery import battery
from autograder.naming.known import same_but_for_chance, varies
from autograder.naming.outcomes import Outcome, nearest, outcome, wrong
from autograder.naming.probes import Probe

# After these there is something to be learnt from another call.
GOES_ON = {"ok", "error", "refused"}


@dataclass(frozen=True)
class Seen:
    """One call. wrong: the results that are not right. expected: the right ones, by name."""

    probe: Probe
    came: Outcome
    wrong: tuple[str, ...]
    expected: dict[str, Any]

    @property
    def manner(self) -> tuple:
        """How it is wrong: which result first, and whether in its shape or its entries, or with which exception."""
        return self.came.status, self.came.kind, self.wrong[0] if self.wrong else "", self.has_the_shape

    @property
    def has_the_shape(self) -> bool:
        """Whether the first result that is wrong is an array, as it should be, and of the right shape."""
        name = self.wrong[0] if self.wrong else ""
        expected, got = self.expected.get(name), self.came.results.get(name)
        return isinstance(expected, np.ndarray) and isinstance(got, np.ndarray) and got.shape == expected.shape


class Student:
    """A student's function, with a limited number of calls. seen: the calls of the battery so far. by_chance: the
    results that the same call gave differently. stopped: the call after which there can be no other."""

    def __init__(self, exercise: str, call: Callable[[tuple], object], most_calls: int):
        self.exercise, self._call, self._left = exercise, call, most_calls
        self.seen: list[Seen] = []
        self.by_chance: frozenset[str] = frozenset()
        self.stopped: Seen | None = None

    def watch(self) -> None:
        """Call it on the battery, and once more where it was wrong."""
        for one in battery(self.exercise):
            found = self.on(one)
            if not found:
                return
            self.seen.append(found)
        failed = next((found for found in self.seen if found.wrong and found.came.status == "ok"), None)
        again = failed and self.on(failed.probe)
        if again:
            self.by_chance = varies(failed.came, again.came)

    def came_to(self, other: Outcome | None, seen: Seen) -> bool:
        """Whether a call came to the same as it did with another function, in the same words."""
        if other is None or other.said != seen.came.said:
            return False
        return same_but_for_chance(seen.came, other, self.by_chance)

    def on(self, probe: Probe) -> Seen | None:
        """Call it once; None where it may not be called any more, or the call did not come back."""
        if self.stopped or self._left <= 0:
            return None
        self._left -= 1
        came = outcome(self.exercise, self._call, probe.args)
        found = Seen(probe, came, wrong(came, probe.ways), nearest(came, probe.ways))
        if came.status in GOES_ON:
            return found
        self.stopped = found
        return None
