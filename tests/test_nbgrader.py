"""Plain nbgrader, in a copy of the course, typed as any nbgrader user would: it does what nbgrader's manual says."""

import csv
import html
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT, Class

from autograder import catalogue
from autograder.notebook import Solved

# Ways in which an honest answer writes to stderr, each of which would cost it its points by nbgrader's defaults.
STDERR = {
    "warns": "import warnings; warnings.warn('beware')",
    "writes": "import os; os.write(2, b'beware')",
}
START = "    ### START CODE HERE ###\n"


def noisy(solved: Solved, line: str) -> dict[str, str]:
    source = next(cell.source for cell in solved.nb.cells if cell.id == "pool_forward")
    assert START in source
    return {"pool_forward": source.replace(START, f"{START}    {line}\n")}


@pytest.fixture(scope="session")
def graded(once, make_course) -> Class:
    """02_pooling, generated, autograded and with feedback, for a class of one student for each case."""

    def build(folder: Path) -> None:
        course = make_course(folder, "02_pooling")
        shutil.rmtree(course.notebooks)
        course.nbg("generate_assignment", "02_pooling", "--force")
        solved = Solved.read(course.solution("02_pooling"))
        course.hand_in("right", "02_pooling", {})
        course.hand_in("nothing", "02_pooling")
        mistake = next(one for one in catalogue.mistakes("pool_forward") if one.name == "uses_stride_one_everywhere")
        course.hand_in("mistaken", "02_pooling", {"pool_forward": mistake.source})
        for student, line in STDERR.items():
            course.hand_in(student, "02_pooling", noisy(solved, line))
        copied = course.hand_in("copied", "02_pooling", {})
        nb = nbformat.read(copied, 4)
        for cell in [one for one in nb.cells if one.id in ("pool_forward", "published-max")]:
            nb.cells.append(nbformat.from_dict(dict(cell, id=f"{cell.id}-copy")))
        nbformat.write(nb, copied)
        course.nbg("autograde", "02_pooling")
        course.nbg("generate_feedback", "02_pooling")

    return Class(once("graded", build))


def release_of(course, assignment) -> bytes:
    return (course.notebooks / assignment / f"{assignment}.ipynb").read_bytes()


def test_generate_assignment_gives_the_notebook_that_is_in_the_repository(graded):
    assert release_of(graded, "02_pooling") == (ROOT / "notebooks/02_pooling/02_pooling.ipynb").read_bytes()


def test_a_solution_has_full_marks_and_its_release_none(make_course, tmp_path):
    """Of 02, see below; of 01 and 04, where there are several exercises, tests/test_differential.py."""
    assignment = "03_convolution_backward"
    course = make_course(tmp_path, assignment)
    course.nbg("generate_assignment", assignment, "--force")
    assert release_of(course, assignment) == (ROOT / "notebooks" / assignment / f"{assignment}.ipynb").read_bytes()
    course.hand_in("nothing", assignment)
    solution = course.submitted / "right" / assignment / f"{assignment}.ipynb"
    solution.parent.mkdir(parents=True)
    shutil.copy(course.solution(assignment), solution)
    course.nbg("autograde", assignment)
    full = {test.id: test.points for test in Solved.read(course.solution(assignment)).tests}
    assert sum(full.values()) == 100
    assert course.points(assignment, "right") == full
    assert course.points(assignment, "nothing") == dict.fromkeys(full, 0)


def test_the_solution_typed_into_the_release_has_full_marks_and_the_release_none(graded):
    full = {test.id: test.points for test in Solved.read(graded.solution("02_pooling")).tests}
    assert graded.points("02_pooling", "right") == full
    assert graded.points("02_pooling", "nothing") == dict.fromkeys(full, 0)


@pytest.mark.parametrize("student", STDERR)
def test_text_on_stderr_costs_no_points(graded, student):
    assert sum(graded.points("02_pooling", student).values()) == 100


def test_a_notebook_in_which_cells_were_copied_is_graded(graded):
    assert sum(graded.points("02_pooling", "copied").values()) == 100


def test_validate_fails_on_the_release_and_says_what_is_missing(graded):
    said = graded.nbg("validate", "notebooks/02_pooling/02_pooling.ipynb")
    assert "VALIDATION FAILED ON 1 CELL(S)" in said
    assert "pool_forward is not finished" in said and "f = None" in said


def test_validate_succeeds_on_right_answers_that_write_to_stderr_too(graded):
    students = ["right", *STDERR]
    said = graded.nbg("validate", *[f"submitted/{student}/02_pooling/02_pooling.ipynb" for student in students])
    assert said.count("Success! Your notebook passes all the tests.") == len(students)
    assert "FAILED" not in said


def squeezed(text: str) -> str:
    """Free of white space, which markup puts where it likes."""
    return re.sub(r"\s+", "", text)


def page(graded, student: str) -> str:
    """A feedback page, as markup and without it, squeezed."""
    raw = (graded.feedback / student / "02_pooling" / "02_pooling.html").read_text()
    plain = html.unescape(re.sub(r"<[^>]+>", "", raw))
    return squeezed(html.unescape(raw) + plain)


def hidden_lines(solved: Solved) -> list[str]:
    """The lines of the hidden tests that stand nowhere in what students get, squeezed."""
    hidden = []
    for test in solved.tests:
        body = test.source.partition("### BEGIN HIDDEN TESTS\n")[2].partition("### END HIDDEN TESTS")[0]
        hidden += [squeezed(line) for line in body.splitlines()]
    given = (ROOT / "notebooks" / solved.name / f"{solved.name}.ipynb").read_text()
    given = squeezed(given.replace('\\"', '"'))
    return [line for line in hidden if len(line) > 9 and line not in given]


@pytest.mark.parametrize("student", ["nothing", "mistaken", "right"])
def test_a_feedback_page_shows_no_line_of_a_hidden_test(graded, student):
    lines = hidden_lines(Solved.read(graded.solution("02_pooling")))
    assert len(lines) > 40
    shown = page(graded, student)
    assert [line for line in ["BEGINHIDDENTESTS", "autograder.testing", *lines] if line in shown] == []


def test_a_feedback_page_says_what_failed_and_why(graded):
    shown = page(graded, "mistaken")
    assert squeezed("A should have shape (2, 2, 2, 2), but it has shape (2, 3, 3, 2).") in shown
    for test in Solved.read(graded.solution("02_pooling")).tests:
        assert squeezed(test.name) in shown
    assert "Score:0.0/8.0" in shown and "Score:8.0/8.0" in shown


def test_a_feedback_page_does_not_name_the_folder_of_the_course(graded):
    for path in graded.feedback.glob("*/*/*.html"):
        assert str(graded.root) not in path.read_text()


def test_export_writes_the_marks(graded):
    graded.nbg("export", "--to", "marks.csv")
    rows = csv.DictReader((graded.root / "marks.csv").read_text().splitlines())
    marks = {row["student_id"]: (row["assignment"], float(row["score"]), float(row["max_score"])) for row in rows}
    full = ("02_pooling", 100, 100)
    mistaken = ("02_pooling", sum(graded.points("02_pooling", "mistaken").values()), 100)
    assert marks == dict.fromkeys(("right", "copied", *STDERR), full) | {
        "nothing": ("02_pooling", 0, 100),
        "mistaken": mistaken,
    }
    assert 0 < mistaken[1] < 100


FORMGRADER = """
import json
from nbgrader.apps import NbGrader
from nbgrader.apps.api import NbGraderAPI
from nbgrader.server_extensions.formgrader import apihandlers, formgrader, handlers

assert formgrader.FormgradeExtension and handlers.default_handlers and apihandlers.default_handlers
app = NbGrader()
app.load_config_file()
api = NbGraderAPI(config=app.config)
submissions = api.get_submissions("02_pooling")
print(json.dumps({one["student"]: [one["score"], one["max_score"], one["needs_manual_grade"]] for one in submissions}))
"""


def test_the_formgrader_finds_the_marks_and_nothing_to_grade_by_hand(graded):
    """It reads the course as nbgrader's formgrader does: from the settings in the folder that Jupyter is started in."""
    command = [sys.executable, "-W", "ignore", "-c", FORMGRADER]
    run = subprocess.run(command, cwd=graded.root, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout.splitlines()[-1])
    assert found["right"] == [100, 100, False] and found["nothing"] == [0, 100, False]
    assert set(found) == {path.name for path in graded.submitted.iterdir()}
