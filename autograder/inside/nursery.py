"""The nursery: what every assignment needs is loaded here once, and forked for each assignment.

Loading takes a second; a fork takes none. The nursery is the first process of the sandbox, knows of no assignment, and
takes orders from the grader, one line of JSON each:

    {"do": "warm", "preload": […], "folder": …}   forks a warm process (see `worker`) in place of the one before. Two
                                                  files come along: a socket for its orders, and what is to stand in
                                                  its course folder
    {"do": "end"}                                 ends that process, and all that it started

It answers nothing, and ends when the grader hangs up. What goes wrong is said to stderr.
"""

import contextlib
import gc
import importlib
import json
import os
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

from . import isolation, seccomp
from .worker import Warm

# What modules of helpers import besides, which is the same for each assignment.
_FOR_HELPERS = ("ipywidgets", "PIL.Image")


def main(control: int, sandbox: bool, figures: bool) -> None:
    """Load everything, then serve. control: the socket to the grader. See `Nursery` for the others."""
    with socket.socket(fileno=control) as grader:
        Nursery(grader, sandbox, figures).serve()


class Nursery:
    """The process in which everything is loaded, and the warm process that it has forked, if any."""

    def __init__(self, grader: socket.socket, sandbox: bool, figures: bool):
        """sandbox: isolate what is forked. figures: load Matplotlib now, and what explains with it."""
        self.grader, self.sandbox = grader, sandbox
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in the terminal is the grader's to deal with
        if sandbox:
            isolation.become_unseen()
            isolation.seal_devices()
            self.forge, self.filter = isolation.Forge(), seccomp.program()
        self.session = _load(figures)
        self.warm = 0

    def serve(self) -> None:
        for order, files in _orders(self.grader):
            getattr(self, f"do_{order.pop('do')}")(*files, **order)
        self.do_end()

    def do_warm(self, control: int, files: int, preload: list[str], folder: str) -> None:
        self.do_end()
        self.warm = self.forge.fork() if self.sandbox else os.fork()
        if self.warm:
            os.close(control)
            os.close(files)
            return
        status = 1
        try:
            self._become_warm(control, files, preload, folder)
            status = 0
        except BaseException:
            sys.excepthook(*sys.exc_info())
        finally:
            os._exit(status)

    def do_end(self) -> None:
        if not self.warm:
            return
        # In a sandbox all that it started ends with it; outside of one, it must see to that itself, once its grader
        # has hung up.
        ended = not self.sandbox and isolation.waited(self.warm)
        if not ended:
            isolation.kill(self.warm)
            os.waitpid(self.warm, 0)
        self.warm = 0

    def _become_warm(self, control: int, files: int, preload: list[str], folder: str) -> None:
        self.grader.close()
        with open(files, encoding="utf-8") as file:
            texts = json.load(file)
        with isolation.own_folder(folder) if self.sandbox else contextlib.nullcontext():
            for path, text in texts.items():
                Path(folder, path).parent.mkdir(parents=True, exist_ok=True)
                Path(folder, path).write_text(text, encoding="utf-8")
        sys.path.insert(0, folder)
        for name in preload:
            # What cannot be had, or is no module but a name in one, the cell that asks for it is told.
            with contextlib.suppress(Exception):
                importlib.import_module(name)
        gc.collect()
        gc.freeze()  # or each child's first collection would copy all pages
        with socket.socket(fileno=control) as grader:
            Warm(grader, self.session, self.filter if self.sandbox else None).serve()


def _orders(grader: socket.socket) -> Iterator[tuple[dict, list[int]]]:
    """Each order, and the files that came along, until the grader hangs up."""
    text, files = b"", []
    while True:
        part, more, *_ = socket.recv_fds(grader, 65536, 2)
        if not part:
            return
        *lines, text = (text + part).split(b"\n")
        files += more
        for line in lines:
            order = json.loads(line)
            # Two can come at once: an end, and a new beginning. The files are that one's.
            along, files = (files, []) if order["do"] == "warm" else ([], files)
            yield order, along


def _load(figures: bool):
    """Import what students' cells import, and make the interpreter that their processes inherit."""
    import numpy
    import numpy.lib.stride_tricks
    import numpy.linalg
    import numpy.random
    import numpy.testing

    from .execution import Session

    numpy.ones((64, 64)) @ numpy.ones((64, 64))  # what a product needs of memory is taken once, before the fork
    session = Session(figures)
    for name in _FOR_HELPERS if figures else ():
        importlib.import_module(name)
    return session
