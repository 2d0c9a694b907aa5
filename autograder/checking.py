"""Grade one file: no course to set up, no database."""

from pathlib import Path
from typing import TYPE_CHECKING

from autograder import secret
from autograder.collecting.recognise import Unrecognised, grade_ids, load_course
from autograder.course import CONFIG, Course
from autograder.errors import AutograderError
from autograder.notebook import Solved
from autograder.nursery import Nursery, hidden
from autograder.repairing.reading import NotANotebook, contents, read

if TYPE_CHECKING:
    from autograder.judging.judge import Judged


def check(course: Course, notebook: Path, assignment: str | None = None, sandbox: bool = True) -> "Judged":
    """Grade a file against the assignment that it is of, which its cells and its name tell, unless it is named.

    Raises AutograderError where there is no such file, where nobody can tell what it is of, and where student code
    cannot be isolated.
    """
    try:
        data = contents(notebook)
    except OSError as error:
        raise AutograderError(f"{notebook} cannot be read: {error.strerror}.") from error
    if assignment is None:
        try:
            assignment = load_course(course.root).match(notebook.name, _grade_ids(data)).assignment
        except Unrecognised as error:
            raise AutograderError(f"{notebook}: {_why(data, error)}") from error
    course.assignments([assignment])
    solution = course.solution(assignment)
    # One file: to draw a first figure beforehand would take longer than it saves.
    with secret.at_hand(course.root), Nursery(sandbox, hidden(solution), figures=False) as nursery:
        # What students' code needs is loaded meanwhile.
        from autograder.judging.judge import Judge

        with Judge(Solved.read_quickly(solution), limits=course.limits, nursery=nursery) as judge:
            return judge.grade(data)


def _grade_ids(data: bytes) -> frozenset[str]:
    """Those of a file; none where it is broken, whose name may still tell what it is of."""
    try:
        return grade_ids(data)
    except NotANotebook:
        return frozenset()


def _why(data: bytes, error: Unrecognised) -> str:
    """What to tell of a file that could not be matched: that it is broken, where it is."""
    try:
        read(data)
    except NotANotebook as broken:
        return str(broken)
    return f"{error.why}. Name its assignment with --assignment."


def nearest_course(folder: Path | None) -> Course:
    """The course that is named or that holds the current folder; else the one that this program came with."""
    try:
        return Course.find(folder)
    except AutograderError:
        own = Path(__file__).parents[1]
        if folder or not (own / CONFIG).is_file():
            raise
        return Course(own)
