"""`autograder`, and `python -m autograder`."""

import sys


def main() -> None:
    """Run the command line; say what to install where only the student's part is there."""
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


if __name__ == "__main__":
    main()
