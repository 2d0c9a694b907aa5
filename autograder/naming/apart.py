"""Work in which a student's text has a share, done by a process of its own.

One call of NumPy's cannot be interrupted; a process can be ended. What runs here has so much processor time and memory,
none of the judge's files and connections, and can open none; what it finds comes back as JSON.
"""

import gc
import json
import os
import select
import signal
import sys
import time
from collections.abc import Callable

from autograder.inside import isolation
from autograder.inside.room import at_most

# Seconds of the processor, and of the clock where others have it meanwhile; bytes of memory, besides what there is.
# Honest work takes some tenths of a second.
LONGEST = 4
LONGEST_BY_THE_CLOCK = 30
ROOM = 500_000_000
# Bytes of what comes back: a few sentences.
MOST_SAID = 1_000_000
_HELD = (signal.SIGINT, signal.SIGTERM, signal.SIGVTALRM) if hasattr(signal, "SIGVTALRM") else ()


def apart(work: Callable[[], object]) -> object:
    """What `work` returns, as JSON has it; None where it raises, takes too much, or there can be no such process."""
    if not hasattr(os, "fork"):
        return None
    sys.stdout.flush()
    child, said, pipes = 0, b"", list(os.pipe())
    # None of these comes between the fork and the place from which the child is ended in any case.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _HELD)
    try:
        child = os.fork()
        if not child:
            _work(work, pipes[1])
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        os.close(pipes.pop())
        said = _all_of(pipes[0])
    except OSError:
        pass
    finally:
        if child:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        for one in pipes:
            os.close(one)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    try:
        return json.loads(said)
    except (ValueError, RecursionError):
        return None


def _work(work: Callable[[], object], to: int) -> None:
    """In the child: do it, say what came, and end in any case."""
    try:
        gc.disable()
        _confine(to)
        with at_most(ROOM):
            said = json.dumps(work()).encode()
        while said:
            said = said[os.write(to, said) :]
    finally:
        os._exit(0)


def _confine(but: int) -> None:
    import resource

    # Whatever the parent does on a signal is not for this process, which ends with it.
    signal.set_wakeup_fd(-1)
    for one in _HELD:
        signal.signal(one, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _HELD)
    isolation.end_with_parent()
    os.closerange(0, but)
    os.closerange(but + 1, min(os.sysconf("SC_OPEN_MAX"), 1 << 16))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def _all_of(pipe: int) -> bytes:
    """All that is written into a pipe until its other end is closed, or the time is up."""
    end, said, waiting = time.monotonic() + LONGEST_BY_THE_CLOCK, b"", select.poll()
    waiting.register(pipe, select.POLLIN)
    while len(said) <= MOST_SAID and waiting.poll(max(0, end - time.monotonic()) * 1000):
        part = os.read(pipe, 1 << 16)
        if not part:
            break
        said += part
    return said
