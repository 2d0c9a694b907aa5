"""The student process of one submission: its cells run, its functions are called, and it is replaced where it dies."""

import dataclasses
from collections import Counter
from time import monotonic

from autograder.inside.limits import seconds
from autograder.judging.patience import Patience
from autograder.judging.policy import Policy
from autograder.repairing.repair import RepairedCell
from autograder.sandbox import CallResult, CellResult, Limits, SandboxError, Student, Worker

# How often the interpreter is started again for one function, after it died.
RESTARTS = 6
# How often a process that was killed from outside, and not by what it ran, gets another try.
KILLED = 2
# The most characters of a line that stands in for an exception.
LONGEST_LINE = 300
# What the outputs of a submission's cells may hold together; each cell has a limit of its own.
MOST_OUTPUT = 32_000_000


class WorkerLost(BaseException):
    """The warm process ended while a function was called: nobody's fault. No `except Exception` of a test stops it."""


class Session:
    """A student process in which the cells have run; it is started anew where it dies.

    shown: what each cell did. stumbled: what the last of our own cells behind them raised that did not run through.
    """

    def __init__(
        self,
        worker: Worker,
        policy: Policy,
        patience: Patience,
        cells: list[RepairedCell],
        afterwards: tuple[str, ...] = (),
    ):
        """afterwards: sources of our own to run behind the cells."""
        self._worker, self._policy, self._patience = worker, policy, patience
        self._cells, self._afterwards = cells, afterwards
        self.stumbled = ""
        self._student: Student | None = None
        self._restarts: Counter[str] = Counter()
        self._killed = 0
        self.shown: list[CellResult] = []
        self._room = MOST_OUTPUT
        self._closed = False

    def __enter__(self) -> "Session":
        try:
            self._run()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *exception) -> None:
        self.close()

    def close(self) -> None:
        """End the process; no other one takes its place."""
        self._closed = True
        if self._student:
            self._student.close()

    def renew(self) -> None:
        """Put another process in the place of this one, once it is called again."""
        if self._student:
            self._student.close()

    def call(
        self,
        function: str,
        args: tuple,
        kwargs: dict,
        limits: Limits,
        measured: bool = False,
        room: float | None = None,
    ) -> CallResult:
        """Call one of the student's functions; a process that died is replaced first. measured, room: as Student.call.

        Raises TakesLong where the patience with this submission ends at the first limit of time, and WorkerLost.
        """
        try:
            return self._call(function, args, kwargs, limits, measured, room)
        except SandboxError as error:
            raise WorkerLost(str(error)) from error

    def _call(
        self, function: str, args: tuple, kwargs: dict, limits: Limits, measured: bool, room: float | None
    ) -> CallResult:
        if self._patience.is_over():
            whole = seconds(self._policy.limits.notebook_seconds)
            return CallResult("timeout", reason=f"The notebook as a whole took longer than {whole}.")
        if self._closed:
            return CallResult("died", reason="Its interpreter had been ended.")
        if not self._student.alive:
            if self._restarts[function] >= RESTARTS:
                return CallResult("died", reason="Its interpreter had died too often.")
            self._restarts[function] += 1
            self._run()
        if measured:
            # How long it has is what the test is about.
            result = self._student.call(function, args, kwargs, limits, measured, room)
        else:
            start = monotonic()
            result = self._student.call(function, args, kwargs, self._patience.for_call(function, limits), room=room)
            self._patience.call_ended(function, limits, result, monotonic() - start)
        if self._was_nobodys_fault():
            return self._call(function, args, kwargs, limits, measured, room)
        return result

    def _was_nobodys_fault(self) -> bool:
        """Whether the process was killed from outside, and not too often for that to be an accident."""
        self._killed += self._student.killed
        return self._student.killed and self._killed <= KILLED

    def _run(self) -> None:
        """Start a process and run the cells. One that ends the process is left out when they run again."""
        first = not self.shown
        results: dict[str, CellResult] = {}
        for _ in range(RESTARTS):
            if self._student:
                self._student.close()
            self._student = self._worker.student()
            self._run_cells(results)
            if self._student.alive:
                break
        if first:
            missing = CellResult(
                "died", reason="The cells before it had ended the interpreter too often, or took too long."
            )
            self.shown = [results.get(cell.id, missing) for cell in self._cells]

    def _run_cells(self, results: dict[str, CellResult]) -> None:
        for cell in self._cells:
            if cell.id in self._patience.deadly or self._patience.is_over():
                continue
            limits = self._patience.for_cell(cell.id, self._policy.limits_of(cell.id))
            result = self._student.run_cell(cell.source, limits)
            self._patience.cell_ran(cell.id, result.status)
            results[cell.id] = self._kept(result)
            if not self._student.alive:
                # A given cell does not kill its process, and without it no answer would run.
                given = cell.kind == "given" and self._student.killed
                if not self._was_nobodys_fault() and not given:
                    self._patience.deadly.add(cell.id)
                return
        for source in self._afterwards:
            if not self._student.alive or source in self._patience.deadly or self._patience.is_over():
                continue
            # What a student's code left behind can hold up our own as well.
            result = self._student.run_cell(source, self._patience.for_cell(source, self._policy.limits))
            self._patience.cell_ran(source, result.status)
            if result.status != "ok":
                self.stumbled = told(result)
            if not self._student.alive and not self._was_nobodys_fault():
                self._patience.deadly.add(source)

    def _kept(self, result: CellResult) -> CellResult:
        """The result, without its outputs where those of the cells before left no room for them."""
        size = sum(_size(output) for output in result.outputs)
        if size <= self._room:
            self._room -= size
            return result
        told = {
            "output_type": "stream",
            "name": "stderr",
            "text": "The outputs of this notebook are too large to keep.",
        }
        return dataclasses.replace(result, outputs=[told])


def told(result: CellResult) -> str:
    """Why a cell did not run through."""
    last = result.outputs[-1] if result.outputs else {}
    if not result.reason and last.get("output_type") == "stream":
        # IPython has no traceback for a magic that there is none of, but a line.
        return last["text"].strip().rpartition("\n")[2][:LONGEST_LINE]
    if not result.reason and "ename" not in last:
        return "Python could not read it"
    return result.reason or f"{last['ename']}: {last.get('evalue', '')}"


def _size(value: object) -> int:
    """About how much room an output takes."""
    if isinstance(value, dict):
        return sum(50 + _size(part) for part in value.values())
    if isinstance(value, list):
        return sum(50 + _size(part) for part in value)
    return len(value) if isinstance(value, str) else 8
