"""Grade what is in submitted/ with nbgrader's autograder, several submissions at a time."""

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path

from autograder.course import Course, nbgrader_log, reason
from autograder.errors import AutograderError
from autograder.notebook import Solved, read_notebook


@dataclass(frozen=True)
class Submission:
    """One student's folder for one assignment in submitted/."""

    student: str
    assignment: str


@dataclass(frozen=True)
class Lost:
    """A test cell that gave no points, and what it said."""

    exercise: str
    test: str
    message: str


@dataclass(frozen=True)
class Graded:
    """What a submission got. exercises: points by exercise. problem: why it could not be graded, if so."""

    submission: Submission
    exercises: dict[str, float] = field(default_factory=dict)
    points: float = 0.0
    lost: tuple[Lost, ...] = ()
    problem: str = ""
    skipped: bool = False


def submissions(course: Course, assignments: Iterable[str], student: str | None = None) -> list[Submission]:
    """What there is to grade, in order of assignment and student.

    Raises AutograderError where a named student handed in nothing.
    """
    found = [
        Submission(folder.name, assignment)
        for assignment in assignments
        for folder in sorted(course.submitted.glob("*"))
        if (folder / assignment).is_dir() and student in (None, folder.name)
    ]
    if student and not found:
        raise AutograderError(
            f"{course.submitted / student} holds none of these assignments: `autograder collect` puts them there."
        )
    return found


def grade(
    course: Course, work: list[Submission], jobs: int = 0, regrade: bool = False, progress: Callable = lambda _: None
) -> list[Graded]:
    """Grade submissions, `jobs` at a time (0: as many as there are cores); results in the order of `work`.

    What was graded before and has not changed since is read from the gradebook, unless `regrade`. progress is called
    with each result as it comes.
    """
    _require_release(course, {item.assignment for item in work})
    results = {}
    for graded in _in_parallel(_grade_one, [(course, item, regrade) for item in work], jobs):
        results[graded.submission] = graded
        progress(graded)
    return [results[item] for item in work]


def feedback(course: Course, work: list[Submission], jobs: int = 0, progress: Callable = lambda _: None) -> list[Path]:
    """Write the page of each graded submission, as nbgrader does; returns the pages that were written."""
    pages = []
    for page in _in_parallel(_feedback_one, [(course, item) for item in work], jobs):
        pages += [page] if page else []
        progress(page)
    return sorted(pages)


def _require_release(course: Course, assignments: set[str]) -> None:
    known = set()
    if course.gradebook.exists():
        with course.nbgrader().gradebook as gradebook:
            known = {assignment.name for assignment in gradebook.assignments}
    missing = sorted(assignments - known)
    if missing:
        raise AutograderError(
            f"The gradebook does not know {', '.join(missing)} yet. Run `autograder release {' '.join(missing)}` first."
        )


def _in_parallel(function: Callable, tasks: list[tuple], jobs: int) -> Iterator:
    """Results as they come, from processes of their own: nbgrader changes the folder that it works in."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(jobs or os.cpu_count() or 1, max(len(tasks), 1)), mp_context=context) as pool:
        waiting = [pool.submit(function, *task) for task in tasks]
        try:
            for done in as_completed(waiting):
                yield done.result()
        except BaseException:
            # Ctrl-C: what is running ends, what has not begun does not begin, what was graded is in the gradebook.
            pool.shutdown(wait=True, cancel_futures=True)
            raise


def _grade_one(course: Course, item: Submission, regrade: bool) -> Graded:
    handed_in = course.submitted / item.student / item.assignment / f"{item.assignment}.ipynb"
    result = course.autograded / item.student / item.assignment / handed_in.name
    try:
        fresh = _was_graded(course, item, handed_in, result)
        if not fresh or regrade:
            read_notebook(handed_in)
            with nbgrader_log():
                answer = course.nbgrader().autograde(item.assignment, item.student, force=True, create=True)
            if not answer["success"]:
                return Graded(item, problem=f"{handed_in}: {reason(answer.get('log'), answer.get('error'))}")
        return _read_result(course, item, result, skipped=fresh and not regrade)
    except AutograderError as error:
        return Graded(item, problem=str(error))


def _was_graded(course: Course, item: Submission, handed_in: Path, result: Path) -> bool:
    """Whether this very file has been graded: run to the end, and recorded in the gradebook."""
    from nbgrader.api import MissingEntry

    if not (result.exists() and handed_in.exists() and result.stat().st_mtime >= handed_in.stat().st_mtime):
        return False
    # nbgrader writes the file twice, before it runs it and after it recorded the points. If it was killed in between,
    # no cell has a number.
    if not any(cell.get("execution_count") for cell in read_notebook(result).cells):
        return False
    try:
        with course.nbgrader().gradebook as gradebook:
            gradebook.find_submission_notebook(item.assignment, item.assignment, item.student)
    except MissingEntry:
        return False
    return True


def _read_result(course: Course, item: Submission, result: Path, skipped: bool) -> Graded:
    """Points from the gradebook, and what the failed tests said from the notebook as it was run."""
    solved = Solved.read(course.solution(item.assignment))
    with course.nbgrader().gradebook as gradebook:
        recorded = gradebook.find_submission_notebook(item.assignment, item.assignment, item.student)
        scores = {grade.name: grade.score for grade in recorded.grades}
        total = recorded.score
    ran = {
        cell.metadata.nbgrader.grade_id: cell
        for cell in read_notebook(result).cells
        if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get("grade")
    }
    said = {
        name: output.evalue for name, cell in ran.items() for output in cell.outputs if output.output_type == "error"
    } | {test.id: "the cell of this test is missing." for test in solved.tests if test.id not in ran}
    exercises = dict.fromkeys(solved.exercises, 0.0)
    lost = []
    for test in solved.tests:
        score = scores.get(test.id, 0.0)
        exercises[test.exercise] += score
        if score < test.points:
            lost.append(Lost(test.exercise, test.name, said.get(test.id, "")))
    return Graded(item, exercises, total, tuple(lost), skipped=skipped)


def _feedback_one(course: Course, item: Submission) -> Path | None:
    with nbgrader_log():
        answer = course.nbgrader().generate_feedback(item.assignment, item.student, force=True)
    page = course.feedback / item.student / item.assignment / f"{item.assignment}.html"
    return page if answer["success"] and page.exists() else None
