"""A limit of memory for one call: so much more than the process has already, whatever that is."""

import contextlib
import mmap
import sys
from collections.abc import Iterator

try:
    import resource
except ImportError:  # Windows, where nothing limits a process in this way
    resource = None


@contextlib.contextmanager
def at_most(extra: float) -> Iterator[None]:
    """While this is open, the process can take `extra` bytes of address space more; then what it could before.

    Only Linux keeps to it. The code that runs meanwhile could lift the limit again: it is for honest code.
    """
    if resource is None or sys.platform != "linux":
        yield
        return
    before = soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = _taken(before) + int(extra)
    for other in before:
        limit = limit if other == resource.RLIM_INFINITY else min(limit, other)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _taken(limits: tuple[int, int]) -> int:
    """How much address space the process has, found by trying, since a sandbox has no /proc to read it from."""
    low, high = 0, 1 << 47 if limits[1] == resource.RLIM_INFINITY else limits[1]
    try:
        while high - low > mmap.PAGESIZE:
            middle = (low + high) // 2
            resource.setrlimit(resource.RLIMIT_AS, (middle, limits[1]))
            try:
                mmap.mmap(-1, mmap.PAGESIZE).close()
                high = middle
            except (OSError, MemoryError):
                low = middle
    finally:
        resource.setrlimit(resource.RLIMIT_AS, limits)
    return high
