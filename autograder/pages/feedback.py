"""Write a student's page where nbgrader looks for it: in the formgrader, and when feedback is released."""

import json
import shutil
from functools import lru_cache
from pathlib import Path

from autograder.course import Course
from autograder.marks import Marks
from autograder.notebook import Solved
from autograder.pages.notebook import Course as Source
from autograder.pages.shell import replace_file
from autograder.pages.submission import submission_page

# `nbgrader release_feedback` knows by these whose page it is, and of which submission.
OF_THE_EXCHANGE = ("timestamp.txt", "submission_secret.txt")


def write_page(course: Course, student: str, assignment: str, marks: Marks) -> Path | None:
    """Write the page of a submission; returns its path, or None where autograded/ holds no result of ours."""
    try:
        executed = read_result(course.autograded / student / assignment / f"{assignment}.ipynb")
    except (OSError, ValueError):
        return None
    source, answers = _source(course.solution(assignment))
    page = course.feedback / student / assignment / f"{assignment}.html"
    replace_file(page, submission_page(student, executed, source, answers, marks))
    for name in OF_THE_EXCHANGE:
        given = course.submitted / student / assignment / name
        if given.is_file() and not given.is_symlink():
            shutil.copyfile(given, page.with_name(name))
    return page


def read_result(path: Path) -> dict:
    """A notebook of autograded/, with the record of its grading. Raises OSError, or ValueError where it has none."""
    found = json.loads(path.read_text(encoding="utf-8"))
    record = found.get("metadata", {}).get("autograder") if isinstance(found, dict) else None
    if not isinstance(record, dict) or "tests" not in record:
        raise ValueError(f"{path} holds no record of a grading")
    return found


@lru_cache(16)
def _source(solution: Path) -> tuple[Source, dict[str, str]]:
    """What the course wrote of a notebook, and the grade ids of its exercises."""
    solved = Solved.read(solution)
    return Source(solved.nb.cells), solved.exercises
