"""The warm process: everything that a submission of an assignment needs stands here, and is forked for each one.

It is a fork of the nursery. It takes orders from the grader, one line of JSON each, and reads nothing that a student's
process writes:

    {"do": "fork", "limits": {…}}       answers {"id": n}, and sends the judge's end of the channel along
    {"do": "cpu", "id": n}              answers {"cpu": seconds of processor time that it has used, or null}
    {"do": "interrupt", "id": n}        Ctrl-C; answers {}
    {"do": "end", "id": n, "gone": …}   kills it and all that it started; answers {"status": as of os.waitpid,
                                        "killed": it had been killed before}. gone: its channel was closed
    {"do": "dismiss", "id": n}          kills it and all that it started; answers nothing

It ends when the grader hangs up.
"""

import contextlib
import json
import os
import shutil
import signal
import socket
import tempfile
import time
from typing import TYPE_CHECKING

from . import isolation, wire
from .limits import Limits

if TYPE_CHECKING:
    from .execution import Session

READY = "ready"
# How often, and after how many seconds, to look for the end of a process that has closed its channel.
_LOOKS, _BETWEEN = 20, 0.01


class Warm:
    """The warm process and the students' processes that it has forked."""

    def __init__(self, grader: socket.socket, session: "Session", filter: bytes | None):
        """session: the interpreter that is forked. filter: of system calls; None: what is forked is not isolated."""
        self.grader, self.session, self.filter = grader, session, filter
        self.forge = isolation.Forge() if filter else None
        self.living: set[int] = set()
        self.folders: dict[int, str] = {}
        self.spare: tuple[Limits, int, socket.socket] | None = None

    def serve(self) -> None:
        self._answer({"ready": True})
        for line in self.grader.makefile("r", encoding="ascii"):
            order = json.loads(line)
            getattr(self, f"do_{order.pop('do')}")(**order)
        for pid in list(self.living):
            self._reap(pid)

    def do_fork(self, limits: dict) -> None:
        wanted = Limits(**limits)
        if self.spare and self.spare[0] != wanted:
            _, pid, judge = self.spare
            judge.close()
            self._reap(pid)
            self.spare = None
        pid, judge = self.spare[1:] if self.spare else self._fork(wanted)
        with judge:
            socket.send_fds(self.grader, [_line({"id": pid})], [judge.fileno()])
        # While this one runs, fork and isolate the next.
        self.spare = (wanted, *self._fork(wanted))

    def do_cpu(self, id: int) -> None:
        # The clock of another process, by its number: clock_getcpuclockid() in words.
        try:
            used = time.clock_gettime((~id << 3) | 2)
        except OSError:
            used = None
        self._answer({"cpu": used})

    def do_interrupt(self, id: int) -> None:
        os.kill(id, signal.SIGINT)
        self._answer({})

    def do_end(self, id: int, gone: bool) -> None:
        killed = gone and _was_killed(id)
        self._answer({"status": self._reap(id), "killed": killed})

    def do_dismiss(self, id: int) -> None:
        self._reap(id)

    def _answer(self, answer: dict) -> None:
        self.grader.sendall(_line(answer))

    def _reap(self, pid: int) -> int:
        isolation.kill(pid)
        status = os.waitpid(pid, 0)[1]
        self.living.discard(pid)
        if pid in self.folders:
            shutil.rmtree(self.folders.pop(pid), ignore_errors=True)
        return status

    def _fork(self, limits: Limits) -> tuple[int, socket.socket]:
        """A student's process, waiting for its first cell, and the judge's end of the channel to it."""
        judge, student = socket.socketpair()
        folder = None if self.forge else tempfile.mkdtemp()
        pid = self.forge.fork() if self.forge else os.fork()
        if pid:
            student.close()
            self.living.add(pid)
            if folder:
                self.folders[pid] = folder
            return pid, judge
        try:
            self._become_student(student, limits, folder)
        finally:
            os._exit(1)

    def _become_student(self, student: socket.socket, limits: Limits, folder: str | None) -> None:
        from .execution import serve

        channel = _only(student.detach())
        try:
            if self.filter:
                isolation.enter(limits, self.filter)
            else:
                isolation.stay_outside(limits, folder)
        except OSError as error:
            wire.send(channel, str(error))
            return
        signal.signal(signal.SIGINT, signal.default_int_handler)
        self.session.begin(limits)
        wire.send(channel, READY)
        with contextlib.suppress(wire.WireError, KeyboardInterrupt):
            serve(channel, self.session, limits, isolation.limit_resources)


def _was_killed(pid: int) -> bool:
    """Whether a child has ended by SIGKILL. In the sandbox it is the first of its processes, and cannot do that itself.

    Its channel is closed a little before its end can be seen.
    """
    for _ in range(_LOOKS):
        ended = os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        if ended:
            return ended.si_code == os.CLD_KILLED and ended.si_status == signal.SIGKILL
        time.sleep(_BETWEEN)
    return False


def _only(channel: int) -> int:
    """Close all files but the channel, and /dev/null in place of the first three. Returns the channel's number, 3."""
    null = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(null, number)
    if channel != 3:
        os.dup2(channel, 3)
    os.closerange(4, 4096)
    return 3


def _line(answer: dict) -> bytes:
    return json.dumps(answer).encode() + b"\n"
