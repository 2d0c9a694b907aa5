"""From solutions/ to notebooks/, through nbgrader, so that its database knows the assignments.

A release is built in a folder of its own and put in its place when it is whole. Nothing is lost on the way: plain
`nbgrader generate_assignment --force` deletes the old release first, and may fail after that.
"""

import shutil
import sqlite3
import tempfile
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from autograder.course import Course, nbgrader_log, reason
from autograder.database import told
from autograder.errors import AutograderError
from autograder.notebook import Solved, import_lean


@dataclass(frozen=True)
class Released:
    """An assignment that was released. changed: whether that made a difference to notebooks/."""

    assignment: str
    path: Path
    changed: bool


def build(course: Course, assignment: str, folder: Path, database: bool = False) -> Path:
    """Make the release of one assignment below `folder`; returns its own folder there.

    database: whether nbgrader's database is told. Raises AutograderError with what nbgrader had to say.
    """
    import_lean()
    from nbgrader.converters import GenerateAssignment
    from nbgrader.coursedir import CourseDirectory

    _require_own_names(course, assignment)
    config = course.config.copy()
    config.CourseDirectory.release_directory = str(folder)
    config.CourseDirectory.assignment_id = assignment
    if not database:
        config.SaveCells.enabled = False
        config.GenerateAssignment.no_database = True
    else:
        with told(course.gradebook, "opened"):
            course.nbgrader()  # makes sure that a gradebook can be made
    with nbgrader_log() as errors:
        try:
            GenerateAssignment(CourseDirectory(config=config), config=config).start()
        except (Exception, SystemExit) as error:
            why = reason("\n".join(errors), f"{type(error).__name__}: {error}")
            raise AutograderError(f"{course.solution(assignment)} could not be released: {why}") from error
    return folder / assignment


def _require_own_names(course: Course, assignment: str) -> None:
    """Two cells of one name, as copying a cell makes them, are what nbgrader only calls corrupted."""
    nb = Solved.read(course.solution(assignment)).nb
    names = Counter(marks["grade_id"] for cell in nb.cells if (marks := cell.metadata.get("nbgrader")))
    twice = [name for name, count in names.items() if count > 1]
    if twice:
        raise AutograderError(
            f"{course.solution(assignment)}: several cells have the grade id {', '.join(twice)}. Give each its own, in"
            " the metadata of the cell."
        )


def release(course: Course, assignments: list[str], drop_grades: bool = False) -> list[Released]:
    """Release assignments into notebooks/ and into nbgrader's database.

    drop_grades: where the cells of an assignment changed and submissions were graded by the old ones, forget these
    grades (a copy of the gradebook is kept); without it, that case raises AutograderError and nothing changes.
    """
    released = []
    for assignment in assignments:
        _make_way(course, assignment, drop_grades)
        course.notebooks.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".release-", dir=course.root) as temporary:
            made = build(course, assignment, Path(temporary), database=True)
            target = course.notebooks / assignment
            changed = not same(made, target)
            if changed:
                _swap(made, target, Path(temporary) / "replaced")
        released.append(Released(assignment, target, changed))
    return released


def same(a: Path, b: Path) -> bool:
    """Whether two folders hold the same files with the same bytes."""

    def contents(folder: Path) -> dict[str, bytes]:
        return {
            str(path.relative_to(folder)): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file() and ".ipynb_checkpoints" not in path.parts
        }

    return contents(a) == contents(b)


def _swap(made: Path, target: Path, aside: Path) -> None:
    """Put a folder in the place of another. If the second step fails, the first is undone."""
    if target.exists():
        target.rename(aside)
    try:
        made.rename(target)
    except OSError:
        if aside.exists():
            aside.rename(target)
        raise


def _make_way(course: Course, assignment: str, drop_grades: bool) -> None:
    """See to submissions that were graded by cells which the source no longer has, or did not have then."""
    if not course.gradebook.exists():
        return
    new = {
        marks["grade_id"]
        for cell in Solved.read(course.solution(assignment)).nb.cells
        if (marks := cell.metadata.get("nbgrader"))
    }
    with told(course.gradebook, "read"), course.nbgrader().gradebook as gradebook:
        known = [item for item in gradebook.assignments if item.name == assignment]
        if not known or not known[0].submissions:
            return
        old = {cell.name for notebook in known[0].notebooks for cell in notebook.source_cells}
        if old == new:
            return
        graded = len(known[0].submissions)
        changes = [
            f"{verb} {', '.join(sorted(cells))}" for verb, cells in (("added", new - old), ("gone", old - new)) if cells
        ]
        if not drop_grades:
            raise AutograderError(
                f"{assignment}: its cells changed ({'; '.join(changes)}), and the gradebook holds grades of {graded}"
                " submissions by the old cells. Nothing was changed. To go on, run `autograder release"
                f" {assignment} --drop-grades`: it saves a copy of the gradebook, forgets these grades and comments,"
                " and releases; then `autograder grade` grades the submissions anew."
            )
        back_up(course.gradebook)
        for submission in list(known[0].submissions):
            gradebook.remove_submission(assignment, submission.student.id)
    # What was graded by the old cells is graded anew, since it is no longer there.
    for folder in course.autograded.glob(f"*/{assignment}"):
        shutil.rmtree(folder)


def back_up(gradebook: Path) -> Path:
    """Copy a gradebook beside itself, whole even while somebody writes to it; returns the copy."""
    copy = gradebook.with_name(f"{gradebook.name}.{datetime.now():%Y-%m-%dT%H-%M-%S.%f}")
    with sqlite3.connect(gradebook) as source, sqlite3.connect(copy) as target:
        source.backup(target)
    return copy
