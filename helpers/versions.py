"""Say at the start of a notebook what may differ between this machine and the one that grades."""

import platform

import numpy as np

# From this release on, an array with one entry is no longer taken for a number, and the grading machine has it.
SCALARS_ARE_STRICT = (2, 4)


def check_versions() -> None:
    """Print which Python and NumPy run here and, where NumPy is older than the one that grades, what that means."""
    print(f"Python {platform.python_version()}, NumPy {np.__version__}: ready.")
    if tuple(int(part) for part in np.__version__.split(".")[:2]) < SCALARS_ARE_STRICT:
        print(
            "Your work is graded with NumPy 2.4 or newer. There it is an error to call float() on an array such as b,\n"
            "of shape (1, 1, 1), or to store it into one entry of another array; here it only warns. Take the number\n"
            "out with b.item() or b[0, 0, 0], and both agree."
        )
