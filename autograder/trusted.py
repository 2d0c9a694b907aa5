"""Run a notebook of our own, quickly: its definitions and its test cells, in this process.

For the solutions, the stubs made of them, and the catalogue's answers put into them. Never for what a student sent.
"""

import contextlib
import io
import linecache
from dataclasses import dataclass

from autograder.notebook import TestCell, is_adapter


@dataclass(frozen=True)
class Outcome:
    """What became of one test cell. message: what it said when it failed, empty when it passed."""

    test: TestCell
    message: str

    @property
    def points(self) -> float:
        return 0.0 if self.message else self.test.points


def run(nb: dict, tests: list[TestCell]) -> list[Outcome]:
    """Run the set-up cell, the solution cells and the adapters of a notebook, then each test.

    Cells that only show something are left out. A cell that fails costs itself alone, as it does in a kernel.
    """
    with contextlib.redirect_stdout(io.StringIO()):
        namespace = definitions(nb)
        return [Outcome(test, _execute(test.source, test.id, namespace)) for test in tests]


def definitions(nb: dict) -> dict:
    """What the set-up cell, the solution cells and the adapters of a notebook define, by name."""
    namespace: dict = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()):
        for cell in nb.cells:
            marks = cell.metadata.get("nbgrader", {})
            if cell.cell_type == "code" and (marks.get("solution") or cell.id == "setup" or is_adapter(cell)):
                _execute(cell.source, marks.get("grade_id", cell.id), namespace)
    return namespace


def _execute(source: str, name: str, namespace: dict) -> str:
    """Run one cell; what it raised, as text, or nothing."""
    code = "\n".join("" if line.startswith("%") else line for line in source.split("\n"))
    file = f"<{name}>"
    # A test reads its own first comment, see `helping`; a kernel keeps the text of its cells in the same place.
    linecache.cache[file] = len(code), None, code.splitlines(keepends=True), file
    try:
        exec(compile(code, file, "exec"), namespace)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""
