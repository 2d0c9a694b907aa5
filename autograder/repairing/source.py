"""What repairing a submission needs to know of its assignment: the solved notebook, and what students got of it."""

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from autograder.notebook import Solved
from autograder.repairing.definitions import look
from autograder.stubs import StubError, derive_stub


@dataclass(frozen=True)
class SourceCell:
    """A cell of the solved notebook.

    kind: "answer" (students fill it in), "test" (it has points) or "given" (all others). released: its text as students
    got it. locked: whether nbgrader knows it. defines: the functions of an answer.
    """

    kind: str
    cell_type: str
    source: str
    released: str
    grade_id: str | None
    id: str
    locked: bool
    defines: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        return self.grade_id or self.id

    @cached_property
    def texts(self) -> frozenset[str]:
        """Its text as students got it, and as it is; also without what doesn't show, see `plain`."""
        return frozenset({self.released, self.source, plain(self.released), plain(self.source)})


@dataclass(frozen=True)
class Source:
    """What repairing needs to know of an assignment: made once, used for each submission."""

    cells: list[SourceCell]
    stubs: Mapping[str, ast.stmt]  # syntax tree of each exercise as it was released

    @classmethod
    def of(cls, solved: Solved, release: Mapping | None = None) -> "Source":
        """Read the solved notebook; without its release, what students got is derived from it."""
        released = {_name(cell): text_of(cell) for cell in release["cells"]} if release else {}
        cells, stubs = [], {}
        for number, cell in enumerate(solved.nb["cells"]):
            marks = cell["metadata"].get("nbgrader") or {}
            is_test = marks.get("grade") and marks.get("points")
            kind = "answer" if marks.get("solution") else "test" if is_test else "given"
            text = text_of(cell)
            name = _name(cell) or f"cell-{number + 1}"
            given = released.get(name) or _released(kind, text)
            defines = frozenset()
            if kind == "answer" and cell["cell_type"] == "code":
                defines = frozenset(one.name for one in look(text).definitions)
                stubs |= {one.name: one for one in look(given).definitions}
            ids = marks.get("grade_id"), cell.get("id") or name
            cells.append(SourceCell(kind, cell["cell_type"], text, given, *ids, bool(marks), defines))
        return cls(cells, stubs)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Grade id, or the cell's own id, to the number of the cell."""
        return {cell.id: number for number, cell in enumerate(self.cells)} | {
            cell.grade_id: number for number, cell in enumerate(self.cells) if cell.grade_id
        }

    @cached_property
    def texts(self) -> dict[str, int]:
        """The text of a cell that isn't an answer, as students got it or as it is, to the number of the cell."""
        known: dict[str, int] = {}
        for number, cell in enumerate(self.cells):
            if cell.kind != "answer":
                for text in cell.texts:
                    known.setdefault(text, number)
        known.pop("", None)
        return known

    @cached_property
    def owners(self) -> dict[str, int]:
        """Of each function that students write, the number of its cell."""
        return {name: number for number, cell in enumerate(self.cells) for name in cell.defines}

    @cached_property
    def definition(self) -> re.Pattern:
        """Finds the `def` lines of the exercises in a text of any kind."""
        names = "|".join(map(re.escape, self.owners)) or r"(?!)"
        return re.compile(rf"^[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+({names})\b", re.MULTILINE)

    @cached_property
    def mention(self) -> re.Pattern:
        """Finds the names of the exercises in a text of any kind."""
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, self.owners)) or '(?!)'})\b")


def text_of(cell: Mapping) -> str:
    """A cell's source as one string."""
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)


def plain(text: str) -> str:
    """A text without what doesn't show: ends of lines, empty lines at the end."""
    return "\n".join(line.rstrip() for line in text.strip().split("\n"))


def _name(cell: Mapping) -> str | None:
    return (cell["metadata"].get("nbgrader") or {}).get("grade_id") or cell.get("id")


def _released(kind: str, text: str) -> str:
    """What students get of a cell's text: stubs, and no hidden tests."""
    if kind == "answer":
        try:
            return derive_stub(text)
        except StubError:
            return text
    return re.sub(r"(?ms)^[^\n]*### BEGIN HIDDEN TESTS.*?### END HIDDEN TESTS[^\n]*\n?", "", text)
