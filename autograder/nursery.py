"""The grader's end of the nursery: a sandbox in which all that students' code needs is loaded, once for a whole run.

with Nursery() as nursery, Worker(nursery=nursery) as worker, worker.student() as student:
    ...
"""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from autograder import bubblewrap
from autograder.bubblewrap import COURSE, PROGRAM, SCRATCH, SandboxError


class Nursery:
    """A process from which warm ones are forked, one at a time. A context manager.

    On Linux it ends with the thread that started it, so start it in one that lives as long as it is needed.
    """

    def __init__(self, sandbox: bool = True, hide: Iterable[Path] = (), figures: bool = True):
        """sandbox: isolate what runs in it; without, that can do what the user can. hide: folders that students must
        not see, should they lie in one that they see. figures: load Matplotlib at the start; without, it starts in half
        the time, and a cell that draws waits.
        """
        self.sandbox, self.figures, self._hide = sandbox, figures, list(hide)
        self._process: subprocess.Popen | None = None

    def __enter__(self) -> "Nursery":
        self.start()
        return self

    def __exit__(self, *exception) -> None:
        self.close()

    def start(self) -> None:
        """Start the process; it goes on loading while the caller does something else. Raises SandboxError."""
        if self.sandbox and (trouble := bubblewrap.unsupported()):
            raise SandboxError(trouble)
        files = bubblewrap.program()
        self._folder = None if self.sandbox else tempfile.mkdtemp(prefix="autograder-")
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 (closed with the nursery)
        self._control, inside = socket.socketpair()
        start = f"from inside.nursery import main; main({inside.fileno()}, {self.sandbox}, {self.figures})"
        with inside, contextlib.ExitStack() as opened:
            if self.sandbox:
                copies = {path: opened.enter_context(bubblewrap.in_memory(files[path])) for path in files}
                command = [*bubblewrap.command(copies, self._hide), "--", *bubblewrap.python(PROGRAM, start)]
                home = SCRATCH
            else:
                copies, home = {}, f"{self._folder}/home"
                bubblewrap.write(files, Path(self._folder, "grader"))
                os.mkdir(home)
                command = bubblewrap.python(f"{self._folder}/grader", start)
            self._process = subprocess.Popen(
                command,
                env=bubblewrap.environment(home),
                pass_fds=[inside.fileno(), *copies.values()],
                stdin=subprocess.DEVNULL,
                stdout=self._errors,
                stderr=self._errors,
                start_new_session=True,
                cwd="/",
            )

    def warm(self, files: Mapping[str, bytes], preload: Iterable[str]) -> socket.socket:
        """Fork a warm process, in place of the one before; the socket for its orders.

        files: what is to stand in its course folder, path to content. preload: modules that it imports. Raises
        SandboxError.
        """
        if self._process is None:
            self.start()
        folder = COURSE if self.sandbox else tempfile.mkdtemp(prefix="course-", dir=self._folder)
        ours, inside = socket.socketpair()
        texts = json.dumps({path: content.decode() for path, content in files.items()}).encode()
        with inside, bubblewrap.in_memory(texts) as copy:
            try:
                self._order([inside.fileno(), copy], do="warm", preload=list(preload), folder=folder)
            except BaseException:
                ours.close()
                raise
        return ours

    def end_warm(self) -> None:
        """End the warm process, and all that it started. Raises SandboxError."""
        self._order(do="end")

    def close(self) -> None:
        """End the process, and all that it started."""
        if self._process is None:
            return
        self._control.close()
        if self.sandbox:
            # bubblewrap dies, its child, the first process of its namespace, dies with it, and so does all the rest.
            self._process.kill()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None
        self._errors.close()
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)

    def broken(self) -> SandboxError:
        """End it, since it does not do as it should; why that is: what bubblewrap or Python said at the end."""
        if self._process is None:
            return SandboxError("The worker has been closed.")
        self._process.kill()
        self._process.wait()
        self._errors.seek(0)
        said = self._errors.read().decode(errors="replace").strip()
        return SandboxError(bubblewrap.explained(said) if self.sandbox else f"The worker ended: {said}")

    def _order(self, files: Iterable[int] = (), **order) -> None:
        try:
            socket.send_fds(self._control, [json.dumps(order).encode() + b"\n"], list(files))
        except OSError:
            raise self.broken() from None


def hidden(solution: Path) -> list[Path]:
    """The folders that students' code must not see, even if they lie in one that it can read: the course of a solved
    notebook, with its secret and its solutions."""
    return list(solution.resolve().parents)[2:3]
