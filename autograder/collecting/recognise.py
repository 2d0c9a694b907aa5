"""Finds out which notebook of the course a handed-in file is, from its cells and from its name."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from autograder.errors import AutograderError
from autograder.repairing.reading import NotANotebook, read

# How sure a match is; a surer one is preferred.
BY_CELLS, BY_NAME, BY_ASSIGNMENT = 3, 2, 1


@dataclass(frozen=True)
class Match:
    """The notebook that a file is, and how that was found out."""

    assignment: str
    notebook: str
    how: int


class Unrecognised(Exception):
    """A file could not be matched with one notebook; the message is two clauses, why and what to do.

    why: the first of them. contradicts: the file says something else than expected, so it must not be taken for what it
    should be.
    """

    def __init__(self, why: str, advice: str, contradicts: bool = False):
        super().__init__(f"{why}; {advice}")
        self.why, self.contradicts = why, contradicts


@dataclass(frozen=True)
class CourseNotebooks:
    """The notebooks of a course: assignment -> notebook -> grade ids of its cells."""

    assignments: dict[str, dict[str, frozenset[str]]]

    @cached_property
    def _named(self) -> list[tuple[str, str]]:
        return [(assignment, name) for assignment, names in self.assignments.items() for name in names]

    @cached_property
    def _owners(self) -> dict[str, tuple[str, str]]:
        """Of each grade id that only one notebook has, that notebook."""
        uses = Counter(one for notebooks in self.assignments.values() for ids in notebooks.values() for one in ids)
        return {
            one: (assignment, name)
            for assignment, name in self._named
            for one in self.assignments[assignment][name]
            if uses[one] == 1
        }

    def match(self, file: str, grade_ids: frozenset[str], assignment: str | None = None) -> Match:
        """Match a file by its cells and its name, which must not contradict each other or the assignment, if given.

        Raises Unrecognised.
        """
        by_cells, by_name = self._by_cells(grade_ids), self._by_name(file, assignment)
        found = by_cells or by_name
        if not found:
            raise Unrecognised(
                "neither its name nor its cells say which notebook of the course it is",
                "rename it after one, or collect a zip of one assignment with --assignment",
            )
        if by_cells and by_name and by_cells != by_name:
            raise Unrecognised(
                f"it has the name of {by_name[1]} but the cells of {by_cells[1]}",
                "ask for the right file or rename it",
                contradicts=True,
            )
        if assignment not in (None, found[0]):
            raise Unrecognised(
                f"it belongs to {found[0]}, not to {assignment}", "collect it without --assignment", contradicts=True
            )
        return Match(*found, BY_CELLS if by_cells else BY_NAME)

    def only_notebook(self, assignment: str) -> Match:
        """The match of a file that is known to be of this assignment only. Raises Unrecognised if that doesn't tell."""
        names = list(self.assignments[assignment])
        if len(names) != 1:
            raise Unrecognised(
                f"neither its name nor its cells say which of {', '.join(names)} it is", "rename it after one"
            )
        return Match(assignment, names[0], BY_ASSIGNMENT)

    def _by_cells(self, grade_ids: frozenset[str]) -> tuple[str, str] | None:
        ranked = Counter(self._owners[one] for one in grade_ids if one in self._owners).most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]

    def _by_name(self, file: str, assignment: str | None) -> tuple[str, str] | None:
        text = plain(file)
        found = [known for known in self._named if _contains(text, plain(known[1]))]
        longest = [a for a in found if not any(a[1] != b[1] and _contains(plain(b[1]), plain(a[1])) for b in found)]
        in_assignment = [known for known in longest if known[0] == assignment]
        candidates = in_assignment or longest
        return candidates[0] if len(candidates) == 1 else None


def load_course(root: Path) -> CourseNotebooks:
    """The notebooks in `<root>/solutions/<assignment>/`, or else in `<root>/notebooks/<assignment>/`.

    Raises AutograderError if there are none, or if one of them is no notebook.
    """
    for folder in ("solutions", "notebooks"):
        assignments: dict[str, dict[str, frozenset[str]]] = {}
        for path in sorted((root / folder).glob("*/*.ipynb")):
            if path.parent.name.startswith("."):
                continue
            try:
                ids = grade_ids(path.read_bytes())
            except NotANotebook as error:
                raise AutograderError(f"{path} is {error}. Open it in Jupyter and save it.") from error
            assignments.setdefault(path.parent.name, {})[path.stem] = ids
        if assignments:
            return CourseNotebooks(assignments)
    raise AutograderError(f"No notebooks in {root / 'solutions'}: is {root} the folder of the course?")


def grade_ids(data: bytes) -> frozenset[str]:
    """The nbgrader ids of a notebook's cells. Raises NotANotebook, with the reason, where it cannot be graded."""
    marks = (cell["metadata"].get("nbgrader", {}) for cell in read(data)["cells"])
    return frozenset(mark["grade_id"] for mark in marks if mark)


def plain(text: str) -> str:
    """A file's name without its extension, for comparing: one case, and `_` for everything between words."""
    stem = re.sub(r"(\.(ipynb|json|txt|download))+$", "", text.rsplit("/", 1)[-1], flags=re.IGNORECASE)
    return re.sub(r"[\W_]+", "_", unicodedata.normalize("NFKC", stem).casefold()).strip("_")


def _contains(text: str, name: str) -> bool:
    # "1_pooling" is not in "11_pooling", nor "week_1" in "week_12"; but "week_1" is in "week_1final".
    before = r"(?<!\d)" if name[:1].isdigit() else ""
    after = r"(?!\d)" if name[-1:].isdigit() else ""
    return re.search(before + re.escape(name) + after, text) is not None
