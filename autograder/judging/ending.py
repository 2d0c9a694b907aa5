"""An end to what the judge does with a student's results: nothing that they hold should keep it busy for long, or fill
the memory."""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

# Bytes of memory: a test, or an explanation, takes some tens of megabytes with any honest result.
ROOM = 1_500_000_000


class TooLong(BaseException):
    """The judge has worked for too long. No `except Exception` of a test stops it."""


@contextlib.contextmanager
def at_most(seconds: float, room: bool = True) -> Iterator[None]:
    """Raise TooLong where what is done while this is open takes more processor time than that, and, by `room`,
    MemoryError where it takes more than ROOM of memory besides what there is.

    TooLong comes between two steps of Python code. Where signals cannot be had (in a thread, on Windows), there is no
    end.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "ITIMER_VIRTUAL"):
        yield
        return

    def end(*_) -> None:
        if _Waiting.for_what:
            _Waiting.late = True
        else:
            raise TooLong

    before = signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        with _room() if room else contextlib.nullcontext():
            yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
        _Waiting.late = False


class _Waiting:
    for_what, late = 0, False


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """TooLong comes before or after what is done while this is open: a question to another process, and its answer,
    which would else be taken for that to the next question."""
    _Waiting.for_what += 1
    try:
        yield
    finally:
        _Waiting.for_what -= 1
    if _Waiting.late and not _Waiting.for_what:
        _Waiting.late = False
        raise TooLong


@contextlib.contextmanager
def _room() -> Iterator[None]:
    """While this is open, the process can take ROOM of address space more, where the system counts that."""
    if sys.platform != "linux":
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    taken = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGESIZE")
    limits = [limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min([taken + ROOM, *limits]), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
