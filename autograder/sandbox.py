"""Where students' code runs: a warm process in a bubblewrap sandbox, which forks an isolated process per submission.

    with Worker() as worker, worker.student() as student:
        student.run_cell("def double(x): return 2 * x")
        student.call("double", (21,)).value

Nothing that comes back from a student's process is trusted: it is data, of limited size, before a deadline, and of the
form that it should have, or that process is ended and said to have died.
"""

import contextlib
import json
import math
import os
import select
import signal
import socket
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from autograder import answers, bubblewrap
from autograder.bubblewrap import SandboxError, available
from autograder.inside import wire
from autograder.inside.limits import OVERHEAD, SOURCE, Limits, seconds, size
from autograder.judging.ending import undisturbed
from autograder.nursery import Nursery
from helpers import pictures

__all__ = ["CallResult", "CellResult", "Limits", "SandboxError", "Student", "Worker", "available"]

PRELOAD = (
    *("helpers.checks", "helpers.widgets", "helpers.learning"),
    *(f"helpers.pictures.{module}" for module in pictures.MODULES),
)

_START = 60.0  # seconds in which the warm process has to be ready
_ANSWER = 20.0  # seconds in which it answers an order
# Seconds that an interrupted cell has to come to an end: of processor time, and of wall time on a busy machine.
_GRACE, _GRACE_WALL = 1.0, 8.0
_SLICE = 0.1  # seconds between two looks at the processor time


@dataclass(frozen=True)
class CellResult:
    """What a cell did.

    status: "ok"; "error": it raised; "timeout", "memory", "output": it met a limit; "died": its process ended.
    outputs: as nbformat 4 stores them. reason: for the student, in words, unless it is ok or an error.
    """

    status: str
    outputs: list[dict] = field(default_factory=list)
    reason: str = ""


@dataclass(frozen=True)
class CallResult:
    """What a call of a student's function did.

    status: as of a cell; also "missing": there is no such function, and "refused": it returned, or left in its
    arguments, something that is not plain data. value: what it returned. args, kwargs: the arguments as they are after
    the call, None where they are not known. error: type, message and traceback of what it raised, as text.
    cpu_seconds: the processor time that it took, where that was to be measured and the process lives.
    """

    status: str
    value: object = None
    args: tuple | None = None
    kwargs: dict | None = None
    error: tuple[str, str, str] | None = None
    reason: str = ""
    cpu_seconds: float | None = None


class Worker:
    """A warm process, to make students' processes from. A context manager.

    On Linux the process ends with the thread that started it, so start it in one that lives as long as it is needed.
    """

    def __init__(
        self,
        sandbox: bool = True,
        limits: Limits | None = None,
        withheld: Mapping[str, str] | None = None,
        hide: Iterable[Path] = (),
        figures: bool = True,
        preload: Iterable[str] = (),
        nursery: Nursery | None = None,
    ):
        """limits: for each student. withheld: modules of helpers that are not to be had, by their names in full, and
        what a student who calls one of its functions is told. preload: modules to load at the start besides.

        sandbox, hide, figures: of the nursery that it is forked from (see there), unless there is one already: nursery.
        """
        self.limits = limits or Limits()
        self._nursery, self._own = nursery or Nursery(sandbox, hide, figures), nursery is None
        self.sandbox = self._nursery.sandbox
        self._withheld = dict(withheld or {})
        self._preload = (*(PRELOAD if self._nursery.figures else ()), *preload)
        self._control: socket.socket | None = None

    def __enter__(self) -> "Worker":
        self.start()
        return self

    def __exit__(self, *exception) -> None:
        self.close()

    def start(self) -> None:
        """Start the process; it goes on loading while the caller does something else. Raises SandboxError."""
        files = bubblewrap.staged(self._withheld)
        try:
            self._control = self._nursery.warm(files, self._preload)
        except BaseException:
            if self._own:
                self._nursery.close()
            raise
        self._ready = False

    def ready(self) -> None:
        """Wait until everything is loaded. Raises SandboxError, with what went wrong, where that does not happen."""
        if self._control is None:
            raise SandboxError("The worker has not been started.")
        if not self._ready:
            self._answer(_START)
            self._ready = True

    def student(self, limits: Limits | None = None) -> "Student":
        """A process of its own for one submission. limits: other ones than the worker's. Raises SandboxError."""
        self.ready()
        limits = limits or self.limits
        with undisturbed():
            self._order(do="fork", limits=limits.as_dict())
            message, sockets = self._answer(_ANSWER, with_socket=True)
        return Student(self, message["id"], sockets, limits)

    def close(self) -> None:
        """End the process, and all students' processes with it."""
        if self._control is None:
            return
        with contextlib.suppress(OSError):
            # Where another thread waits for an answer, closing alone would not be heard.
            self._control.shutdown(socket.SHUT_RDWR)
        self._control.close()
        self._control = None
        if self._own:
            self._nursery.close()
        else:
            with contextlib.suppress(SandboxError):
                self._nursery.end_warm()

    def _cpu(self, id: int) -> float | None:
        with undisturbed():
            self._order(do="cpu", id=id)
            return self._answer(_ANSWER)["cpu"]

    def _interrupt(self, id: int) -> None:
        with undisturbed():
            self._order(do="interrupt", id=id)
            self._answer(_ANSWER)

    def _end(self, id: int, gone: bool) -> tuple[int, bool]:
        with undisturbed():
            self._order(do="end", id=id, gone=gone)
            answer = self._answer(_ANSWER)
        return answer["status"], answer["killed"]

    def _dismiss(self, id: int) -> None:
        self._order(do="dismiss", id=id)

    def _order(self, **order) -> None:
        try:
            self._control.sendall(json.dumps(order).encode() + b"\n")
        except OSError:
            raise self._nursery.broken() from None

    def _answer(self, timeout: float, with_socket: bool = False):
        """The next line of the warm process, which is trusted; with the socket that comes along, if any is to come."""
        self._control.settimeout(timeout)
        line, descriptors = b"", []
        try:
            while not line.endswith(b"\n"):
                part, more, *_ = socket.recv_fds(self._control, 4096, 1)
                if not part:
                    raise self._nursery.broken()
                line, descriptors = line + part, descriptors + more
        except OSError:
            raise self._nursery.broken() from None
        sockets = [socket.socket(fileno=descriptor) for descriptor in descriptors]
        return (json.loads(line), sockets[0]) if with_socket else json.loads(line)


class Student:
    """The process in which the code of one submission runs. Where it dies, `alive` is False, and the worker has others.

    killed: from outside, such as where the machine has no memory left. Also a context manager, which closes it.
    """

    def __init__(self, worker: Worker, id: int, channel: socket.socket, limits: Limits):
        self.limits, self.alive, self.killed = limits, True, False
        self._worker, self._id, self._channel = worker, id, channel
        self._number = 0
        self._died = ""
        try:
            first = wire.receive(channel, wire.Limits(total=10_000), _ANSWER)
        except wire.WireError as error:
            first = str(error)
        if first != "ready":
            self.close()
            raise SandboxError(bubblewrap.explained(f"A student's process could not be isolated: {first}"))

    def __enter__(self) -> "Student":
        return self

    def __exit__(self, *exception) -> None:
        self.close()

    def run_cell(self, source: str, cell_limits: Limits | None = None) -> CellResult:
        """Run a cell, and record what it shows.

        cell_limits: others than the student's, which stay the upper bounds of memory and file size.
        """
        limits = cell_limits or self.limits
        room = int(limits.output_bytes) * 2 + OVERHEAD
        sizes = wire.Limits(total=room, array=1, text=room)
        times = limits.cell_seconds, limits.cell_cpu_seconds
        try:
            status, answer, reason = self._ask(("cell", source), limits, times, sizes, answers.cell_answer)
        except wire.Refused:
            reason = f"This cell holds characters that are none, or is larger than {size(SOURCE)}."
            return CellResult("error", [_error("SyntaxError", reason)], reason)
        outputs = answer[1] if answer else []
        if status == "timeout" and outputs and outputs[-1].get("ename") == "KeyboardInterrupt":
            outputs[-1] |= {"ename": "TimeoutError", "evalue": reason}
        elif status in _ENAMES:
            outputs.append(_error(_ENAMES[status], reason))
        return CellResult(status, outputs, reason)

    def call(
        self,
        function_name: str,
        args: tuple = (),
        kwargs: dict | None = None,
        limits: Limits | None = None,
        measured: bool = False,
        room: float | None = None,
    ) -> CallResult:
        """Call a function that the student's cells defined, by its name.

        measured: take the processor time, from outside. room: bytes of memory that it can take beyond what there is.
        Raises wire.Refused where the arguments are no data that goes over the wire.
        """
        limits = limits or self.limits
        sizes = wire.Limits(total=int(limits.value_bytes), array=int(limits.value_bytes))
        times = limits.call_seconds, limits.call_cpu_seconds
        request = ("call", function_name, tuple(args), dict(kwargs or {}), room)
        before = self._worker._cpu(self._id) if measured and self.alive else None
        status, answer, reason = self._ask(request, limits, times, sizes, answers.call_answer, before)
        used = self._worker._cpu(self._id) if measured and self.alive else None
        taken = None if used is None or before is None else used - before
        if not answer or status == "refused":
            return CallResult(status, reason=reason, cpu_seconds=taken)
        _, value, after, keywords, error = answer
        return CallResult(status, value, after, keywords, error, reason, taken)

    def close(self) -> None:
        """End the process and everything that it started. That is done before the worker obeys its next order."""
        if self.alive:
            self.alive = False
            self._channel.close()
            self._worker._dismiss(self._id)

    def _ask(
        self,
        request: tuple,
        limits: Limits,
        times: tuple[float, float],
        sizes: wire.Limits,
        check: Callable,
        before: float | None = None,
    ) -> tuple[str, tuple | None, str]:
        """Send a request and wait for its answer: the status, the checked answer if there is one, and the reason.

        times: seconds of wall time and of processor time. sizes: of the answer. check: see `answers`. before: the
        processor time that was used until now, where that is known.
        """
        if not self.alive:
            return "died", None, self._died
        self._number += 1
        changed = {name: value for name, value in limits.as_dict().items() if value != getattr(self.limits, name)}
        asked = wire.Limits(total=int(limits.value_bytes) + SOURCE, array=int(limits.value_bytes), text=SOURCE)
        what, *rest = request
        wall, _ = times
        overrun = ""
        try:
            deadline = monotonic() + wall
            names = ("", "", "", "the name", "arguments", "arguments", "")
            wire.send(self._channel, (self._number, what, changed, *rest), asked, wall, names)
            overrun = self._overrun(deadline, times, before)
            if overrun:
                self._worker._interrupt(self._id)
                deadline = monotonic() + _GRACE_WALL
                if self._overrun(deadline, (_GRACE_WALL, _GRACE), self._worker._cpu(self._id)):
                    raise wire.TimedOut(overrun)
            left = max(deadline - monotonic(), _GRACE)
            answer = check(self._number, wire.receive(self._channel, sizes, left))
        except wire.TimedOut:
            overrun = overrun or f"It took longer than {seconds(wall)}."
            self._end(f"{overrun} It could not be interrupted, so its interpreter was ended.")
            return "timeout", None, self._died
        except wire.Closed:
            self._end(gone=True)
            return "died", None, self._died
        except wire.Malformed as error:
            self._end(f"Something wrote to the channel of the grader, so the interpreter was ended ({error}).")
            return "died", None, self._died
        except SandboxError:
            self.alive, self._died = False, "The worker that it ran in is gone."
            self._channel.close()
            raise
        status = answer[0]
        if status == "interrupted":
            # Without an overrun, the code raised a KeyboardInterrupt of its own.
            status = "timeout" if overrun else "error"
        return status, answer, overrun if status == "timeout" else _reason(status, answer, limits)

    def _overrun(self, deadline: float, times: tuple[float, float], before: float | None) -> str:
        """Wait for the beginning of an answer. Returns which limit of time was met before it, in words, or nothing."""
        wall, most = times
        poll = select.poll()
        poll.register(self._channel, select.POLLIN)
        while True:
            left = deadline - monotonic()
            if poll.poll(math.ceil(1000 * max(min(left, _SLICE), 0))):
                return ""
            if left <= _SLICE:
                return f"It took longer than {seconds(wall)}. Is there a loop that does not end?"
            used = self._worker._cpu(self._id)
            # Nearly all answers are there before the first look, which none of them pays for.
            before = used if before is None else before
            if used is not None and used - before + _SLICE > most:
                return f"It needed more than {seconds(most)} of processor time. Is there a loop that does not end?"

    def _end(self, reason: str = "", gone: bool = False) -> None:
        self.alive = False
        self._channel.close()
        status, self.killed = self._worker._end(self._id, gone)
        self._died = reason or _how_it_died(status, self.limits)


_ENAMES = {"timeout": "TimeoutError", "memory": "MemoryError", "output": "TooMuchOutput", "died": "DeadKernelError"}


def _error(name: str, message: str) -> dict:
    return {"output_type": "error", "ename": name, "evalue": message, "traceback": [f"{name}: {message}"]}


def _reason(status: str, answer: tuple, limits: Limits) -> str:
    """Why a cell or a call that came back was stopped, for the student."""
    if status == "memory":
        return f"It needed more memory than there is here: {size(limits.memory_bytes)}, of which Python takes a part."
    if status == "output":
        return f"It printed or showed more than {size(limits.output_bytes)}. Is there a loop that does not end?"
    return answer[-1][1] if status == "refused" else ""


def _how_it_died(status: int, limits: Limits) -> str:
    if os.WIFEXITED(status):
        return f"The code ended its interpreter, with exit code {os.WEXITSTATUS(status)}."
    number = os.WTERMSIG(status)
    if number == signal.SIGKILL:
        return "The interpreter stopped listening, and was ended."
    if number == signal.SIGXFSZ:
        return f"A file grew beyond {size(limits.file_bytes)}."
    return f"The interpreter crashed ({signal.strsignal(number)})."
