"""Keep a result where nbgrader looks for it: the points in its gradebook, the notebook as it ran in autograded/.

The points of a submission are written in one transaction, then the notebook takes its place in one step. It carries a
key of what was graded; without that, or with another one, the submission counts as not graded.
"""

import contextlib
import copy
import hashlib
import os
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from uuid import uuid4

import helpers
from autograder import database, marks, secret
from autograder.course import Course
from autograder.errors import AutograderError, writing
from autograder.judging.judge import Judged, Verdict
from autograder.marks import Marks
from autograder.notebook import Solved

KEY = "autograder"
HARMLESS = {"text/plain", "image/png", "image/jpeg"}


def key_of(course: Course, assignment: str, handed_in: bytes) -> str:
    """What a result depends on, in short: the submission, the source, the limits, the secret, and this program."""
    source, limits = course.solution(assignment).read_bytes(), repr(course.limits).encode()
    parts = [handed_in, source, limits, secret.read(course.root).encode(), _program()]
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


# Bytes; a date and time has some thirty.
LONGEST_TIMESTAMP = 1_000


class Gradebook:
    """nbgrader's gradebook, open for a run of grading. A context manager."""

    def __init__(self, course: Course):
        self._course = course

    def __enter__(self) -> "Gradebook":
        api = self._course.nbgrader()
        from nbgrader.api import BaseCell

        self._coursedir = api.coursedir
        with self._told("opened"):
            self._gradebook = api.gradebook.__enter__()
            # By the way of its relation, each grade would ask for its cell again after each commit.
            self._names = dict(self._gradebook.db.query(BaseCell.id, BaseCell.name).all())
        # By assignment: what a submission of it has rows for.
        self._places: dict[str, tuple] = {}
        self._late = self._late_plugin(api.config)
        return self

    def __exit__(self, *exception) -> None:
        self._gradebook.__exit__(*exception)

    def _told(self, what: str) -> contextlib.AbstractContextManager[None]:
        return database.told(self._course.gradebook, what)

    def require(self, solved: Solved) -> None:
        """Raise AutograderError where the gradebook does not know the test cells of an assignment."""
        with self._told("read"):
            known = {cell.name for cell in self._known_cells(solved.name)}
        if not {test.id for test in solved.tests} <= known:
            raise AutograderError(
                f"The gradebook does not know {solved.name} as it is now. Run `autograder release {solved.name}` first."
            )

    def points(self, student: str, assignment: str) -> dict[str, float] | None:
        """The points of each cell, a manual grade before an automatic one; None where there is no submission."""
        with self._told("read"):
            notebook = self._notebook(student, assignment)
            return None if notebook is None else self._points(notebook)

    def _points(self, notebook) -> dict[str, float]:
        return {self._names[grade.cell_id]: grade.score for grade in notebook.grades}

    def marks(self, assignment: str) -> dict[str, Marks]:
        """What it says of each submission of an assignment, by student."""
        with self._told("read"):
            return marks.read(self._gradebook.db, assignment)

    def holds(self, student: str, judged: Judged) -> bool:
        """Whether the automatic points of a submission are these: a run may have ended between the two places."""
        with self._told("read"):
            notebook = self._notebook(student, judged.assignment)
            if notebook is None:
                return False
            points = {self._names[grade.cell_id]: grade.auto_score for grade in notebook.grades}
        return all(points.get(test.id) == test.points for test in judged.tests)

    def refuses(self, student: str, assignment: str) -> str:
        """Why nothing can be kept of a submission, whatever it is worth; empty where it can."""
        try:
            student.encode()
        except UnicodeEncodeError:
            return "The name of its folder is not UTF-8, so that no gradebook holds it. Rename the folder."
        wrong = "timestamp.txt, beside it, holds no date and time. Put it right, or remove it."
        path = self._course.submitted / student / assignment / "timestamp.txt"
        if path.is_symlink() or (path.exists() and (not path.is_file() or path.stat().st_size > LONGEST_TIMESTAMP)):
            return wrong
        try:
            self._timestamp(student, assignment)
        except Exception:  # nbgrader reads it, and stumbles in several ways
            return wrong
        return ""

    def store(self, student: str, judged: Judged) -> dict[str, float]:
        """Write what a submission got, in one transaction; returns its points, as `points` does.

        Manual grades, comments and extra credit stay; a cell with a manual grade is marked for another look. Raises
        AutograderError where the gradebook cannot be written; then nothing of it is.
        """
        with self._told("written"):
            try:
                points = self._write(student, judged)
                self._gradebook.db.commit()
            except BaseException:
                self._gradebook.db.rollback()
                raise
        return points

    def _write(self, student: str, judged: Judged) -> dict[str, float]:
        earned = {test.id: test.points for test in judged.tests}
        notebook = self._notebook(student, judged.assignment)
        points = self._update(notebook, judged, earned) if notebook else self._insert(student, judged, earned)
        timestamp = self._timestamp(student, judged.assignment)
        if timestamp or notebook:
            self._note_lateness(student, notebook or self._notebook(student, judged.assignment), timestamp)
        return points

    def _timestamp(self, student: str, assignment: str):
        """When it was handed in, where that is known."""
        folder = self._coursedir.format_path(self._coursedir.submitted_directory, student, assignment)
        return self._coursedir.get_existing_timestamp(folder)

    def _update(self, notebook, judged: Judged, earned: Mapping[str, float]) -> dict[str, float]:
        for grade in notebook.grades:
            grade.auto_score = earned.get(self._names[grade.cell_id], 0.0)
            grade.needs_manual_grade = grade.manual_score is not None
        for comment in notebook.comments:
            comment.auto_comment = _comment(judged, self._names[comment.cell_id])
        self._gradebook.db.flush()
        self._gradebook.db.expire_all()  # scores are made in the database
        return self._points(notebook)

    def _insert(self, student: str, judged: Judged, earned: Mapping[str, float]) -> dict[str, float]:
        """Add the rows of a submission of which there is nothing yet; returns the points of each cell."""
        # By way of nbgrader's objects, it would take three times as long.
        from nbgrader.api import Comment, Grade, Student, SubmittedAssignment, SubmittedNotebook
        from sqlalchemy import insert

        db, assignment = self._gradebook.db, judged.assignment
        if assignment not in self._places:
            self._places[assignment] = self._places_of(assignment)
        assignment_id, notebooks = self._places[assignment]
        if not db.get(Student, student):
            db.execute(insert(Student), [{"id": student}])
        submission, points = uuid4().hex, {}
        db.execute(
            insert(SubmittedAssignment), [{"id": submission, "assignment_id": assignment_id, "student_id": student}]
        )
        for notebook_id, grades, comments in notebooks:
            mine = uuid4().hex
            db.execute(
                insert(SubmittedNotebook), [{"id": mine, "notebook_id": notebook_id, "assignment_id": submission}]
            )
            scores = {cell: earned.get(self._names[cell], 0.0) for cell in grades}
            points |= {self._names[cell]: score for cell, score in scores.items()}
            same = {"notebook_id": mine, "needs_manual_grade": False}
            db.execute(insert(Grade), [same | {"cell_id": cell, "auto_score": score} for cell, score in scores.items()])
            db.execute(
                insert(Comment),
                [
                    {"notebook_id": mine, "cell_id": cell, "auto_comment": _comment(judged, self._names[cell])}
                    for cell in comments
                ],
            )
        return points

    def _places_of(self, assignment: str) -> tuple[str, list[tuple[str, list[str], list[str]]]]:
        """The id of an assignment and, for each of its notebooks, its id and those of graded and of solution cells."""
        found = self._gradebook.find_assignment(assignment)
        return found.id, [
            (notebook.id, [cell.id for cell in notebook.grade_cells], [cell.id for cell in notebook.solution_cells])
            for notebook in found.notebooks
        ]

    def _note_lateness(self, student: str, notebook, timestamp) -> None:
        if timestamp:
            notebook.assignment.timestamp = timestamp
        late = notebook.assignment.total_seconds_late
        penalty = self._late.late_submission_penalty(student, notebook.score, late) if late > 0 else None
        notebook.late_submission_penalty = None if penalty is None else min(max(penalty, 0), notebook.score)

    def _known_cells(self, assignment: str) -> list:
        found = [item for item in self._gradebook.assignments if item.name == assignment]
        return [cell for notebook in found[0].notebooks for cell in notebook.grade_cells] if found else []

    def _notebook(self, student: str, assignment: str):
        from nbgrader.api import MissingEntry

        try:
            return self._gradebook.find_submission_notebook(assignment, assignment, student)
        except MissingEntry:
            return None

    @staticmethod
    def _late_plugin(config):
        from nbgrader.preprocessors import AssignLatePenalties

        step = AssignLatePenalties(config=config)
        step.init_plugin()
        return step.plugin_inst


def _comment(judged: Judged, cell: str) -> str | None:
    return "No response." if cell in judged.unanswered else None


def executed(solved: Solved, judged: Judged, key: str) -> dict:
    """The notebook as it ran, in nbgrader's form: the cells with their marks, what they showed, what the tests said."""
    marks = {cell.id: cell.metadata for cell in solved.nb.cells}
    verdicts = {test.id: test for test in judged.tests}
    made = []
    for cell in judged.cells:
        metadata = {} if cell.kind == "own" else copy.deepcopy(dict(marks.get(cell.id, {})))
        new = {"id": cell.id, "cell_type": cell.cell_type, "metadata": metadata, "source": cell.source}
        if cell.cell_type == "code":
            shown = [_harmless(output) for output in judged.shown.get(cell.id, [])]
            outputs = _said(verdicts[cell.grade_id]) if cell.kind == "test" else shown
            new |= {"outputs": outputs, "execution_count": None}
        made.append(new)
    metadata = dict(solved.nb.metadata) | {KEY: {"key": key, **judged.as_dict()}}
    return {"cells": made, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def _harmless(output: dict) -> dict:
    """An output without HTML and scripts, which would run in the browser of whoever opens the page.

    Nor has it metadata but the sizes of pictures: nbconvert puts a width of any words into a page, as attributes.
    """
    if "data" not in output:
        return output
    data = {kind: value for kind, value in output["data"].items() if kind in HARMLESS}
    sizes = {kind: _size(output["metadata"].get(kind)) for kind in data}
    return output | {"data": data, "metadata": {kind: size for kind, size in sizes.items() if size}}


def _size(metadata: object) -> dict[str, int | float]:
    """The width and height of a picture, where they are numbers."""
    known = metadata if isinstance(metadata, dict) else {}
    return {name: known[name] for name in ("width", "height") if type(known.get(name)) in (int, float)}


def keep(notebook: dict, target: Path) -> None:
    """Write a notebook in one step: after a crash there is the old file or the new one, never a part."""
    import json

    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        # Half a character, wherever it slipped through, is no reason to stop: it is a question mark.
        with writing(target), aside.open("w", encoding="utf-8", errors="replace") as file:
            file.write(json.dumps(notebook, ensure_ascii=False))
            file.flush()
            os.fsync(file.fileno())
        os.replace(aside, target)
    finally:
        with contextlib.suppress(FileNotFoundError):
            aside.unlink()


def clear(target: Path) -> None:
    """Remove what `keep` left beside a file where it was killed, and nothing that a living process is at."""
    for aside in target.parent.glob(f".{target.name}.*"):
        number = aside.suffix[1:]
        if (
            number.isascii()
            and number.isdecimal()
            and aside.name == f".{target.name}.{number}"
            and _is_gone(int(number))
        ):
            aside.unlink(missing_ok=True)


def _is_gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return process == os.getpid()


def kept(target: Path, key: str) -> Judged | None:
    """What `keep` wrote of a result with this key; None where there is none."""
    import json

    try:
        found = json.loads(target.read_text(encoding="utf-8"))["metadata"][KEY]
        if found["key"] != key:
            return None
        tests = tuple(map(Verdict.of, found["tests"]))
        # What somebody damaged may be of any form, and is then graded again.
        if any(type(number) not in (int, float) for test in tests for number in (test.points, test.max_points)):
            return None
        return Judged(found["assignment"], tests, notes=tuple(found["notes"]), problem=found["problem"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
        return None


def _said(verdict: Verdict) -> list[dict]:
    if verdict.status == "passed":
        return []
    return [
        {
            "output_type": "error",
            "ename": "AssertionError",
            "evalue": verdict.message,
            "traceback": verdict.message.splitlines(),
        }
    ]


@cache
def _program() -> bytes:
    """This program's version, and its text: any of it may decide on a point."""
    packages = [Path(__file__).parent, Path(helpers.__file__).parent]
    texts = [path.read_bytes() for package in packages for path in sorted(package.rglob("*.py"))]
    return b"\0".join([version("convnets-step-by-step").encode(), *texts])
