"""An end to what the judge does with a student's results: nothing that they hold should keep it busy for long."""

import contextlib
import signal
import threading
from collections.abc import Iterator


class TooLong(BaseException):
    """The judge has worked for too long. No `except Exception` of a test stops it."""


@contextlib.contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise TooLong where what is done while this is open takes more processor time than that.

    It comes between two steps of Python code. Where signals cannot be had (in a thread, on Windows) there is no end.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "ITIMER_VIRTUAL"):
        yield
        return

    def end(*_) -> None:
        raise TooLong

    before = signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
