"""Write the instructor's report on an assignment: a page, and two tables as CSV."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.course import Course
from autograder.marks import Marks
from autograder.notebook import Solved
from autograder.pages import tally
from autograder.pages.notebook import Course as Source
from autograder.pages.report import report_page
from autograder.pages.sheets import summary_sheet, tests_sheet
from autograder.pages.shell import replace_file
from autograder.pages.tally import Class


@dataclass(frozen=True)
class Report:
    """A report that was written. page: the one to look at. sheets: one row per submission and test, one per test."""

    found: Class
    page: Path
    sheets: tuple[Path, Path]


def write_report(
    course: Course, assignment: str, marks: Mapping[str, Marks], folder: Path, anonymous: bool = False
) -> Report:
    """Write the report on an assignment into a folder. marks: what the gradebook says, by student."""
    solved = Solved.read(course.solution(assignment))
    found = tally.read(course, assignment, solved.exercises, marks, anonymous)
    title = Source(solved.nb.cells).title or assignment
    files = folder / f"{assignment}.html", folder / f"{assignment}.csv", folder / f"{assignment}_tests.csv"
    texts = report_page(title, found, anonymous), tests_sheet(found, anonymous), summary_sheet(found)
    for file, text in zip(files, texts):
        replace_file(file, text, newline="")
    return Report(found, files[0], files[1:])
