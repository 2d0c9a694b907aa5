"""What a solved notebook says about its assignment: exercises, test cells, points. There is no second list of them."""

import ast
import importlib
import json
import re
import sys
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

from autograder.errors import AutograderError
from autograder.stubs import derive_stub

# What packages call themselves that are imported by another name.
PACKAGES = {"torch": "PyTorch"}


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


_OF_A_CELL = {"cell_type", "id", "metadata", "source"}


class _Node(dict):
    """A dict whose items are attributes, too, as nbformat's are."""

    def __getattr__(self, name: str):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


@dataclass(frozen=True)
class Solved:
    """A solved notebook, read from solutions/."""

    path: Path
    nb: dict

    @classmethod
    def read(cls, path: Path) -> "Solved":
        return cls(path, read_notebook(path))

    @classmethod
    def read_quickly(cls, path: Path) -> "Solved":
        """The same, to look at and not to write, in a tenth of the time: importing nbformat is what takes it.

        A notebook of the format that we write is read without; any other one, and one that is broken, with it.
        """
        try:
            nb = json.loads(path.read_text(encoding="utf-8"), object_hook=_Node)
            if (nb.nbformat, nb.nbformat_minor) == (4, 5) and all({*cell} >= _OF_A_CELL for cell in nb.cells):
                for cell in nb.cells:
                    cell["source"] = cell.source if isinstance(cell.source, str) else "".join(cell.source)
                return cls(path, nb)
        except (OSError, ValueError, AttributeError, TypeError):
            pass
        return cls.read(path)

    @property
    def name(self) -> str:
        return self.path.stem

    @cached_property
    def tests(self) -> list[TestCell]:
        """The test cells, in order. The visible checks, which have no points to give, are not among them."""
        return [
            TestCell(marks["grade_id"], first_comment(cell.source), float(marks["points"]), cell.source)
            for cell in self.nb.cells
            if (marks := cell.metadata.get("nbgrader", {})).get("grade") and not marks["solution"] and marks["points"]
        ]

    @cached_property
    def exercises(self) -> dict[str, str]:
        """The functions that students write, in order: name to grade id of the cell."""
        return {name: cell.metadata.nbgrader.grade_id for name, cell in self._functions if _is_solution(cell)}

    @cached_property
    def adapters(self) -> dict[str, str]:
        """Given functions that test cells may call besides the exercises, in order: name to id of the cell.

        They stand in locked cells with the tag `adapter`, and call the student's functions: they make a tensor of plain
        data and plain data of a tensor, say.
        """
        return {name: cell.id for name, cell in self._functions if not _is_solution(cell)}

    def helpers_of(self, name: str, tested: str) -> list[str]:
        """The exercises that come before an exercise, or an adapter, in the notebook, so that it may call them.

        Without those that stand in one cell with the exercise that is tested.
        """
        own = self.exercises[tested]
        order = [one for one, _ in self._functions]
        return [one for one in order[: order.index(name)] if self.exercises.get(one, own) != own]

    def called_by(self, exercise: str) -> set[str]:
        """The other exercises that the solution of an exercise calls."""
        cell = next(cell for name, cell in self._functions if name == exercise)
        names = {node.id for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.Name)}
        return names & self.exercises.keys() - {exercise}

    def tests_with(self, exercise: str) -> list[TestCell]:
        """The test cells that an answer to an exercise can fail: its own, and those of what may call it."""
        touched = {exercise}
        for name, cell in self._functions:
            if touched & set(re.findall(r"\w+", cell.source)):
                touched.add(name)
        return [test for test in self.tests if test.exercise in touched]

    @cached_property
    def _functions(self) -> list[tuple[str, dict]]:
        """Name and cell of each function that a test may call, in order."""
        return [
            (statement.name, cell)
            for cell in self.nb.cells
            if cell.cell_type == "code" and (_is_solution(cell) or is_adapter(cell))
            for statement in ast.parse(cell.source).body
            if isinstance(statement, ast.FunctionDef)
        ]

    @property
    def requires(self) -> list[str]:
        """Packages that the notebook cannot do without, though the course can: the names to import them by."""
        return list(self.nb["metadata"].get("autograder", {}).get("requires", []))

    @property
    def missing(self) -> str:
        """Those of them that are not installed here, by their own names, in words; empty where all are."""
        return " and ".join(PACKAGES.get(name, name) for name in self.requires if find_spec(name) is None)

    def require(self) -> None:
        """Raise AutograderError where the notebook cannot run here: nobody is to lose points for that."""
        if self.missing:
            raise AutograderError(
                f"{self.name} cannot be graded here: it needs {self.missing}, which is not installed.\n"
                "    python -m pip install -e '.[frameworks]'"
            )

    @property
    def points(self) -> float:
        return sum(test.points for test in self.tests)

    def stub(self, exercise: str) -> str:
        """The cell of an exercise as students get it."""
        return derive_stub(next(cell.source for name, cell in self._functions if name == exercise))

    def with_answers(self, answers: dict[str, str]) -> dict:
        """The notebook with the cells of some exercises replaced: function name to the new text of its cell."""
        import copy

        nb = copy.deepcopy(self.nb)
        texts = {self.exercises[name]: text for name, text in answers.items()}
        for cell in nb.cells:
            cell.source = texts.get(cell.metadata.get("nbgrader", {}).get("grade_id"), cell.source)
        return nb


def is_adapter(cell) -> bool:
    """Whether a code cell of a solved notebook defines adapters."""
    return "adapter" in cell.metadata.get("tags", []) and not _is_solution(cell)


def _is_solution(cell) -> bool:
    return bool(cell.metadata.get("nbgrader", {}).get("solution"))


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


def first_comment(source: str) -> str:
    """What the comment says that a cell begins with; empty where it begins with none."""
    match = re.match(r"\s*#\s*(.+)", source)
    return match[1].strip() if match else ""
