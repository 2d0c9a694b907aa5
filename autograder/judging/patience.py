"""How long the cells and functions of one submission may take, by what became of them before.

What loops once, mostly loops again: it has its full time once, and then less, so that a submission that loops in every
test takes seconds and not minutes. What is merely slow keeps what it needs: the tenth of a limit is many times what
loops over every entry of a test's arrays take, and a function that has come back in a longer time has more.
"""

from collections import Counter, defaultdict
from time import monotonic

from autograder.inside.limits import Limits
from autograder.sandbox import CallResult

# The part of its time that a call has, by how often one of this function has used up all of it; then the last one.
CALL = (1, 1 / 10, 1 / 10, 1 / 20)
# The same for cells, by how many others have used up theirs; and of a cell that has, where it runs again.
CELL = (1, 1 / 3, 1 / 10)
CELL_AGAIN = 1 / 10
# The part of a notebook's time after which its cells are hurried, so that some is left for the tests.
FOR_CELLS = 2 / 3
# The part of every time in a hurry.
HURRIED = 1 / 5
# So many times the longest call that came back are left to a function at least.
ENOUGH = 5


class TakesLong(BaseException):
    """A limit of time was met in a hurry. No `except Exception` of a test stops it."""


class Patience:
    """Shared by all processes of a submission. deadly: the cells that have ended one.

    hurry: give everything a fifth of its time, and raise TakesLong where that is not enough.
    """

    def __init__(self, limits: Limits, hurry: bool = False):
        self.hurry = hurry
        self.deadly: set[str] = set()
        self._begun, self._whole = monotonic(), limits.notebook_seconds
        self._set_deadline(self._begun + self._whole * (HURRIED if hurry else 1))
        self._slow_cells: set[str] = set()
        self._used_up: dict[str, list[float]] = defaultdict(list)
        self._longest: Counter[str] = Counter()

    def take_time(self) -> None:
        """Hurry no longer, and have half of the notebook's time at least: what was slow so far costs itself, and not
        what comes now."""
        self.hurry = False
        self._set_deadline(max(self._begun + self._whole, monotonic() + self._whole / 2))

    def _set_deadline(self, deadline: float) -> None:
        self._deadline = deadline
        self._cells_until = monotonic() + (deadline - monotonic()) * FOR_CELLS

    def is_over(self) -> bool:
        """Whether the time of the notebook as a whole is over."""
        over = monotonic() > self._deadline
        if over:
            self._met()
        return over

    def for_cell(self, cell: str, limits: Limits) -> Limits:
        """The limits of a cell, given those that it has by itself."""
        if self.hurry:
            return _part(limits, HURRIED, "cell")
        if cell in self._slow_cells or monotonic() > self._cells_until:
            return _part(limits, CELL_AGAIN, "cell")
        return _part(limits, _at(CELL, len(self._slow_cells)), "cell")

    def cell_ran(self, cell: str, status: str) -> None:
        """Learn from a cell."""
        if status == "timeout":
            self._met()
            self._slow_cells.add(cell)

    def for_call(self, function: str, limits: Limits) -> Limits:
        """The limits of a call, given those that it has by itself."""
        if self.hurry:
            return _part(limits, HURRIED, "call")
        # Less time than it has now, and used up, says nothing.
        count = sum(seconds >= limits.call_cpu_seconds for seconds in self._used_up[function])
        return _part(limits, _at(CALL, count), "call", ENOUGH * self._longest[function])

    def call_ended(self, function: str, limits: Limits, result: CallResult, seconds: float) -> None:
        """Learn from a call. limits: those that it had by itself. seconds: how long it was waited for."""
        if result.status == "timeout":
            self._met()
            self._used_up[function].append(limits.call_cpu_seconds)
        else:
            self._longest[function] = max(self._longest[function], seconds)

    def _met(self) -> None:
        if self.hurry:
            raise TakesLong


def _at(parts: tuple[float, ...], count: int) -> float:
    return parts[min(count, len(parts) - 1)]


def _part(limits: Limits, part: float, what: str, least: float = 0.0) -> Limits:
    """Limits with a part of their times. Of wall time a tenth at least, since a busy machine is nobody's fault."""
    if part == 1:
        return limits
    wall, cpu = f"{what}_seconds", f"{what}_cpu_seconds"
    whole_wall, whole_cpu = getattr(limits, wall), getattr(limits, cpu)
    return limits.but(
        **{
            wall: min(max(whole_wall * max(part, 1 / 10), 2 * least), whole_wall),
            cpu: min(max(whole_cpu * part, least), whole_cpu),
        }
    )
