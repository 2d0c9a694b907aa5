"""What a solved notebook says about its assignment: exercises, test cells, points. There is no second list of them."""

import ast
import importlib
import re
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from autograder.errors import AutograderError


@dataclass(frozen=True)
class TestCell:
    """A locked, graded cell. id: its grade id. name: its first comment. exercise: the function that it tests."""

    __test__ = False  # not a test of pytest's

    id: str
    name: str
    points: float
    source: str

    @property
    def exercise(self) -> str:
        return self.name.partition(":")[0]


@dataclass(frozen=True)
class Solved:
    """A solved notebook, read from solutions/."""

    path: Path
    nb: dict

    @classmethod
    def read(cls, path: Path) -> "Solved":
        return cls(path, read_notebook(path))

    @property
    def name(self) -> str:
        return self.path.stem

    @cached_property
    def tests(self) -> list[TestCell]:
        """The test cells, in order. The visible checks, which have no points to give, are not among them."""
        return [
            TestCell(marks["grade_id"], _first_comment(cell.source), float(marks["points"]), cell.source)
            for cell in self.nb.cells
            if (marks := cell.metadata.get("nbgrader", {})).get("grade") and not marks["solution"] and marks["points"]
        ]

    @cached_property
    def exercises(self) -> dict[str, str]:
        """The functions that students write, in order: name to grade id of the cell."""
        return {
            statement.name: cell.metadata.nbgrader.grade_id
            for cell in self.nb.cells
            if cell.metadata.get("nbgrader", {}).get("solution") and cell.cell_type == "code"
            for statement in ast.parse(cell.source).body
            if isinstance(statement, ast.FunctionDef)
        }

    @property
    def points(self) -> float:
        return sum(test.points for test in self.tests)

    def with_answers(self, answers: dict[str, str]) -> dict:
        """The notebook with the cells of some exercises replaced: function name to the new text of its cell."""
        import copy

        nb = copy.deepcopy(self.nb)
        texts = {self.exercises[name]: text for name, text in answers.items()}
        for cell in nb.cells:
            cell.source = texts.get(cell.metadata.get("nbgrader", {}).get("grade_id"), cell.source)
        return nb


def read_notebook(path: Path):
    """Read a notebook of any format. Raises AutograderError that names the file if it is not one."""
    import_lean()
    import nbformat

    try:
        return nbformat.read(path, as_version=4)
    except FileNotFoundError:
        raise AutograderError(f"{path}: there is no such file.") from None
    except Exception as error:  # nbformat raises whatever its reader of an old or broken format happened to meet
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise AutograderError(f"{path} is not a notebook that can be read: {reason}") from error


def import_lean() -> None:
    """Import what nbformat checks notebooks with, but not its grammar of internet addresses.

    Where rfc3987_syntax is installed, jsonschema loads it, and it compiles that grammar for more than a second, in each
    process. Nothing in a notebook is checked with it.
    """
    optional = "rfc3987_syntax"
    if "jsonschema" not in sys.modules and optional not in sys.modules:
        sys.modules[optional] = None
        try:
            importlib.import_module("jsonschema")
        finally:
            del sys.modules[optional]


def _first_comment(source: str) -> str:
    match = re.match(r"\s*#\s*(.+)", source)
    return match[1].strip() if match else ""
