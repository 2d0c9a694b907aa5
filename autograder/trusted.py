"""Run a notebook of our own, quickly: its definitions and its test cells, in this process.

For the solutions, the stubs made of them, and the catalogue's answers put into them. Never for what a student sent.
"""

import contextlib
import io
from dataclasses import dataclass

from autograder.notebook import TestCell


@dataclass(frozen=True)
class Outcome:
    """What became of one test cell. message: what it said when it failed, empty when it passed."""

    test: TestCell
    message: str

    @property
    def points(self) -> float:
        return 0.0 if self.message else self.test.points


def run(nb: dict, tests: list[TestCell]) -> list[Outcome]:
    """Run the set-up cell and the solution cells of a notebook, then each test.

    Cells that only show something are left out. A cell that fails costs itself alone, as it does in a kernel.
    """
    namespace: dict = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()):
        for cell in nb.cells:
            marks = cell.metadata.get("nbgrader", {})
            if cell.cell_type == "code" and (marks.get("solution") or cell.id == "setup"):
                _execute(cell.source, marks.get("grade_id", cell.id), namespace)
        return [Outcome(test, _execute(test.source, test.id, namespace)) for test in tests]


def _execute(source: str, name: str, namespace: dict) -> str:
    """Run one cell; what it raised, as text, or nothing."""
    code = "\n".join("" if line.startswith("%") else line for line in source.split("\n"))
    try:
        exec(compile(code, f"<{name}>", "exec"), namespace)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""
