"""The course secret, on which the random cases of the tests depend, so that nobody can compute them beforehand."""

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from autograder.errors import writing

NAME = "AUTOGRADER_SECRET"
FILE = ".autograder-secret"


def read(course: Path) -> str:
    """The secret of a course: the environment variable, else what its file holds, else nothing.

    A variable that is empty is none, lest a line in some profile make the cases public.
    """
    if os.environ.get(NAME):
        return os.environ[NAME]
    try:
        return course.joinpath(FILE).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return ""


def make(course: Path) -> None:
    """Make the file of a course that has none, and no variable either, for its owner alone to read."""
    path = course / FILE
    if os.environ.get(NAME) or path.exists():
        return
    aside = course / f"{FILE}.{os.getpid()}"
    try:
        with writing(path), os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(f"{secrets.token_hex(16)}\n")
        # Whole or not at all; where another run was faster, its secret stays.
        with contextlib.suppress(FileExistsError):
            os.link(aside, path)
    finally:
        aside.unlink(missing_ok=True)


@contextlib.contextmanager
def at_hand(course: Path) -> Iterator[None]:
    """While this is open, the cases drawn in this process, and in those that it starts, depend on a course's secret.

    The processes of students get an environment of their own, in which it is not.
    """
    before = os.environ.get(NAME)
    os.environ[NAME] = read(course)
    try:
        yield
    finally:
        if before is None:
            del os.environ[NAME]
        else:
            os.environ[NAME] = before
