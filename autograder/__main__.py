"""`autograder`, and `python -m autograder`."""

import os
import sys


def main() -> None:
    """Run the command line; say what to install where only the student's part is there."""
    _open_what_is_closed()
    try:
        from autograder.cli import commands

        commands()
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in {"click", "rich", "nbgrader", "nbformat", "nbconvert"}:
            raise
        sys.exit(
            f"autograder needs {missing}, which comes with the instructor's part:\n"
            "    python -m pip install -e '.[instructor]'"
        )


def _open_what_is_closed() -> None:
    """Have input, output and errors go nowhere where they are closed, as under some schedulers: the next file that is
    opened would take their number."""
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        try:
            os.fstat(number)
        except OSError:
            # The lowest number that is free is this one.
            setattr(sys, name, open(os.open(os.devnull, os.O_RDWR), mode))  # noqa: SIM115


if __name__ == "__main__":
    main()
