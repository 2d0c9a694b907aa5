"""The one kind of error that a command shows without a traceback, and the system's own, told with the file."""

import contextlib
from collections.abc import Iterator
from pathlib import Path


class AutograderError(Exception):
    """An error that a user can act on: the message names the file and what to do."""


@contextlib.contextmanager
def writing(path: Path) -> Iterator[None]:
    """While this is open, a file is written: an error of the system's names it. Of a full disk it does not."""
    try:
        yield
    except OSError as error:
        if error.filename is None and error.errno is not None:
            raise OSError(error.errno, error.strerror, str(path)) from error
        raise
