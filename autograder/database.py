"""What goes wrong with nbgrader's gradebook, a file of SQLite's, in words that an instructor can act on."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from autograder.errors import AutograderError

_AGAIN = "What was graded before is kept; run the command again."
# What SQLite says, and what there is to do about it.
_REMEDIES = {
    ("not a database", "malformed"): (
        "It is damaged. Put a copy of it in its place (`autograder release` keeps one whenever it drops grades, beside"
        " it). Where there is none, move it away, and run `autograder release` and `autograder grade` again: that gives"
        " everything back but grades and comments by hand."
    ),
    ("is full", "disk I/O error"): f"The disk is full, or fails. Make room. {_AGAIN}",
    ("readonly", "unable to open"): (
        "Whoever runs this must be allowed to write to it, and to make files in its folder. See to that, and run the"
        " command again."
    ),
    ("locked",): f"Another program is writing to it: formgrader, say, or another run. Wait for it, or end it. {_AGAIN}",
}


@contextlib.contextmanager
def told(gradebook: Path, what: str) -> Iterator[None]:
    """Make errors of the database into an AutograderError. what: could not be done with it, such as "read"."""
    from nbgrader.api import InvalidEntry
    from sqlalchemy.exc import SQLAlchemyError

    try:
        yield
    except (SQLAlchemyError, InvalidEntry) as error:
        said = str(getattr(error, "orig", None) or error).splitlines()[0]
        remedy = next((remedy for signs, remedy in _REMEDIES.items() if any(sign in said for sign in signs)), _AGAIN)
        raise AutograderError(f"{gradebook} could not be {what} ({said}). {remedy}") from error
