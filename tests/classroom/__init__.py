"""Submissions, each with the points and the reason that it must get. A family is a module; PUPILS holds them all.

They are built from the notebook that students are given, and the answers of the solved one.
"""

import copy
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from autograder.notebook import Solved, read_notebook

ROOT = Path(__file__).parents[2]
# What a hostile submission names what it leaves behind, so that it can be looked for.
MARK = "left_by_a_pupil"


@dataclass(frozen=True)
class Pupil:
    """A submission and its due.

    points: all of them together. reason: words that stand in the message of a test that gives no points; with full
    marks there is none. note: words that stand in a note of the repair.
    """

    name: str
    family: str
    assignment: str
    notebook: bytes
    points: float = 100
    reason: str = ""
    note: str = ""

    def __post_init__(self):
        assert self.reason or self.points == 100, f"{self.name} loses points for no reason"


@cache
def solved(assignment: str) -> Solved:
    return Solved.read(ROOT / "solutions" / assignment / f"{assignment}.ipynb")


@cache
def right(function: str) -> str:
    """The text of the solved cell of an exercise."""
    for path in sorted((ROOT / "solutions").glob("*/*.ipynb")):
        one = solved(path.stem)
        if function in one.exercises:
            return next(cell.source for cell in one.nb.cells if _grade_id(cell) == one.exercises[function])
    raise KeyError(function)


def handed_in(
    assignment: str,
    answers: Mapping[str, str] | None = None,
    before: Iterable[str] = (),
    after: Iterable[str] = (),
    change: Callable[[dict], object] = lambda nb: None,
) -> bytes:
    """A submission: the released notebook, filled in.

    answers: function to the text of its cell; the solved one where it is not named. before, after: code cells of the
    student's own, in front of all other code and at the end. change: applied to the notebook in the end.
    """
    nb = copy.deepcopy(_released(assignment))
    functions = {grade_id: name for name, grade_id in solved(assignment).exercises.items()}
    for cell in nb["cells"]:
        name = functions.get(_grade_id(cell))
        if name and cell["cell_type"] == "code":
            cell["source"] = (answers or {}).get(name, right(name))
    nb["cells"][1:1] = [own(source) for source in before]
    nb["cells"] += [own(source) for source in after]
    changed = change(nb)
    return changed if isinstance(changed, bytes) else json.dumps(nb).encode()


def own(source: str) -> dict:
    """A code cell that the student added."""
    return {"cell_type": "code", "metadata": {}, "source": source, "outputs": [], "execution_count": None}


@cache
def _released(assignment: str) -> dict:
    return json.loads(json.dumps(read_notebook(ROOT / "notebooks" / assignment / f"{assignment}.ipynb")))


def _grade_id(cell: dict) -> str | None:
    return cell["metadata"].get("nbgrader", {}).get("grade_id")


def everybody() -> list[Pupil]:
    """All submissions, family by family."""
    from classroom import broken, exhausting, half, honest, hostile, odd, wire

    modules = (honest, odd, half, broken, hostile, exhausting, wire)
    pupils = [pupil for module in modules for pupil in module.PUPILS]
    assert len({(pupil.family, pupil.name) for pupil in pupils}) == len(pupils), "two pupils of a family have one name"
    return pupils
