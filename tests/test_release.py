"""`autograder release`: from solutions/ to notebooks/, all or nothing."""

import shutil
import sqlite3
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT

from autograder import release as releases
from autograder.bundle import bundle
from autograder.course import Course, nbgrader_log
from autograder.errors import AutograderError
from autograder.notebook import Solved
from autograder.release import release

ONE = "02_pooling"
ASSIGNMENTS = Course(ROOT).assignments()


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def database(course) -> list[str]:
    with sqlite3.connect(course.gradebook) as connection:
        lines = list(connection.iterdump())
    connection.close()
    return lines


def students_in(gradebook: Path) -> list[str]:
    with sqlite3.connect(gradebook) as connection:
        rows = connection.execute("select student_id from submitted_assignment order by 1").fetchall()
    connection.close()
    return [student for (student,) in rows]


@pytest.fixture
def graded(course):
    """The course with a submission in its gradebook, and what stands in autograded/ for it."""
    with nbgrader_log(), course.nbgrader().gradebook as gradebook:
        for student in ("ada", "bao"):
            gradebook.update_or_create_student(student)
            gradebook.add_submission(ONE, student)
    for assignment in (ONE, "another"):
        (course.autograded / "ada" / assignment).mkdir(parents=True)
    return course


def add_a_test_cell(course) -> None:
    path = course.solution(ONE)
    nb = nbformat.read(path, 4)
    place = next(i for i, cell in enumerate(nb.cells) if cell.id == "gaps")
    cell = nbformat.from_dict(dict(nb.cells[place], id="gaps-again"))
    cell.metadata = dict(cell.metadata, nbgrader=dict(cell.metadata.nbgrader, grade_id="gaps-again", points=1))
    nb.cells.insert(place, nbformat.from_dict(cell))
    nbformat.write(nb, path)


def test_the_same_source_gives_the_same_bytes(course):
    before = contents(course.notebooks)
    assert before == {f"{ONE}/{ONE}.ipynb": (ROOT / "notebooks" / ONE / f"{ONE}.ipynb").read_bytes()}
    (again,) = release(course, [ONE])
    assert not again.changed and contents(course.notebooks) == before
    shutil.rmtree(course.notebooks)
    (anew,) = release(course, [ONE])
    assert anew.changed and contents(course.notebooks) == before


def test_a_change_of_the_text_reaches_the_release_and_nothing_is_left_behind(course):
    course.edit(ONE, "title", {"Pooling": "Pools"})
    (released,) = release(course, [ONE])
    assert released.changed and "Pools, step by step" in (released.path / f"{ONE}.ipynb").read_text()
    assert [path.name for path in course.root.glob(".release*")] == []


def unlocked_without_an_answer(cell) -> None:
    cell.source = cell.source.replace("### START CODE HERE ###", "").replace("### END CODE HERE ###", "")


@pytest.mark.parametrize(
    "change, message",
    [
        ({"### END CODE HERE ###": ""}, "START CODE HERE without END CODE HERE"),
        ({"### START CODE HERE ###": ""}, "END CODE HERE without START CODE HERE"),
        ({'f = hparameters["f"]': "### START CODE HERE ###"}, "stands inside another one"),
        ({'f = hparameters["f"]': "hparameters.clear()"}, "cannot become None"),
        ({'f = hparameters["f"]': "f = = 2"}, "is not Python"),
        (unlocked_without_an_answer, "this one has only one of the two"),
        (lambda cell: cell.metadata.nbgrader.update(solution=False, locked=True), "this one has only one of the two"),
    ],
)
def test_a_broken_source_names_file_and_cell_and_leaves_the_old_release(course, change, message):
    before, recorded = contents(course.notebooks), database(course)
    path = course.edit(ONE, "pool_forward", change)
    with pytest.raises(AutograderError) as error:
        release(course, [ONE])
    assert all(text in str(error.value) for text in (str(path), "pool_forward", message)), error.value
    assert "\n" not in str(error.value)
    assert contents(course.notebooks) == before and database(course) == recorded
    assert [path.name for path in course.root.glob(".release*")] == []


def test_two_cells_of_one_name_are_an_error_that_names_them(course):
    before, recorded = contents(course.notebooks), database(course)
    path = course.edit(ONE, "gaps", lambda cell: cell.metadata.nbgrader.update(grade_id="sides"))
    with pytest.raises(AutograderError) as error:
        release(course, [ONE])
    assert str(path) in str(error.value) and "sides" in str(error.value)
    assert contents(course.notebooks) == before and database(course) == recorded


def test_changed_cells_under_graded_submissions_are_an_error_that_says_how_to_go_on(graded):
    before, recorded = contents(graded.notebooks), database(graded)
    add_a_test_cell(graded)
    with pytest.raises(AutograderError, match=r"added gaps-again.*2 submissions.*autograder release .* --drop-grades"):
        release(graded, [ONE])
    assert contents(graded.notebooks) == before and database(graded) == recorded


def test_changed_cells_without_graded_submissions_are_released(course):
    add_a_test_cell(course)
    (released,) = release(course, [ONE])
    assert released.changed and "gaps-again" in (released.path / f"{ONE}.ipynb").read_text()


def test_a_changed_test_keeps_the_grades(graded):
    graded.edit(ONE, "gaps", {"n_H=7": "n_H=8"})
    release(graded, [ONE])
    assert students_in(graded.gradebook) == ["ada", "bao"]


def test_drop_grades_saves_the_gradebook_forgets_and_releases(graded):
    add_a_test_cell(graded)
    (released,) = release(graded, [ONE], drop_grades=True)
    assert "gaps-again" in (released.path / f"{ONE}.ipynb").read_text()
    assert students_in(graded.gradebook) == []
    (copy,) = graded.root.glob("gradebook.db.*")
    assert students_in(copy) == ["ada", "bao"]
    assert [path.name for path in graded.autograded.glob("*/*")] == ["another"]


def test_drop_grades_drops_nothing_where_the_cells_are_the_same(graded):
    release(graded, [ONE], drop_grades=True)
    assert students_in(graded.gradebook) == ["ada", "bao"]
    assert list(graded.root.glob("gradebook.db.*")) == []


def test_a_swap_that_fails_half_way_puts_the_old_release_back(course, monkeypatch):
    before = contents(course.notebooks)
    course.edit(ONE, "title", {"Pooling": "Pools"})
    rename = Path.rename

    def fail(path, target):
        if target == course.notebooks / ONE and path.name == ONE:
            raise OSError("disk full")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OSError, match="disk full"):
        release(course, [ONE])
    assert contents(course.notebooks) == before


def test_what_a_killed_release_left_is_no_hindrance(course):
    before = contents(course.notebooks)
    (course.root / ".release-killed").mkdir()
    (course.notebooks / ONE).rename(course.root / ".release-killed" / "replaced")
    release(course, [ONE])
    assert contents(course.notebooks) == before


# What is in a release


def both(assignment: str):
    """The cells of a solved notebook, each with its cell of the release."""
    solved = Solved.read(Course(ROOT).solution(assignment)).nb.cells
    released = nbformat.read(ROOT / "notebooks" / assignment / f"{assignment}.ipynb", 4).cells
    assert [cell.id for cell in released] == [cell.id for cell in solved]
    return list(zip(solved, released))


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_a_release_holds_no_hidden_test(assignment):
    text = (ROOT / "notebooks" / assignment / f"{assignment}.ipynb").read_text()
    assert "HIDDEN" not in text and "autograder" not in text
    tests = [(solved, cell) for solved, cell in both(assignment) if solved.metadata.get("nbgrader", {}).get("points")]
    assert len(tests) > 10
    for solved, cell in tests:
        assert cell.source.strip() == solved.source.splitlines()[0]


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_a_release_holds_no_answer_and_keeps_markers_and_step_comments(assignment):
    exercises = [
        (solved.source, cell.source)
        for solved, cell in both(assignment)
        if solved.metadata.get("nbgrader", {}).get("solution")
    ]
    assert exercises
    for solved, stub in exercises:
        start, *between, end = solved[solved.index("### START") : solved.rindex("CODE HERE ###")].splitlines()
        left = [line.strip() for line in stub.splitlines()]
        answers, kept, statements, depth = [], [start.strip(), f"{end.strip()} CODE HERE ###"], 0, 0
        for line in map(str.strip, between):
            code = line.partition("#")[0].strip()
            if line.startswith("#"):
                kept.append(line)
            elif code and not line.endswith("#: given") and not code.startswith(("if ", "elif ", "else:", "assert ")):
                answers.append(code)
                statements += depth == 0
            depth += sum(code.count(one) for one in "([{") - sum(code.count(one) for one in ")]}")
        assert answers
        assert [line for line in left if line.partition("#")[0].strip() in answers] == []
        assert [line for line in kept if not any(line in one for one in left)] == []
        assert stub.count("None") >= statements > 0 and "#: given" not in stub


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_a_release_keeps_the_pictures_and_no_other_output(assignment):
    pictures = 0
    for solved, cell in both(assignment):
        if cell.cell_type == "code":
            assert cell.execution_count is None
            if "picture" in cell.metadata.get("tags", []):
                pictures += 1
                assert cell.outputs == solved.outputs
                assert any("image/png" in output.get("data", {}) for output in cell.outputs)
            else:
                assert cell.outputs == []
    assert pictures


# The zip for students


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("student")
    with zipfile.ZipFile(bundle(Course(ROOT), ASSIGNMENTS, folder / "zip.zip")) as archive:
        archive.extractall(folder)
    return folder / "zip"


def test_the_zip_is_the_same_each_time(tmp_path):
    first = bundle(Course(ROOT), ASSIGNMENTS, tmp_path / "students.zip").read_bytes()
    assert bundle(Course(ROOT), ASSIGNMENTS, tmp_path / "students.zip").read_bytes() == first


def test_the_zip_holds_what_a_student_needs_and_nothing_else(unpacked):
    files = set(contents(unpacked))
    expected = {f"{name}.ipynb" for name in ASSIGNMENTS} | {"START.txt", "requirements.txt"}
    assert {name for name in files if not name.startswith("helpers/")} == expected
    helpers = {str(path.relative_to(ROOT)) for path in (ROOT / "helpers").rglob("*") if path.is_file()}
    helpers = {name for name in helpers if "__pycache__" not in name}
    assert {name for name in files if name.startswith("helpers/")} == helpers
    for name in ASSIGNMENTS:
        notebook = ROOT / "notebooks" / name / f"{name}.ipynb"
        assert (unpacked / notebook.name).read_bytes() == notebook.read_bytes()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert (unpacked / "requirements.txt").read_text().splitlines() == project["dependencies"]
    start = (unpacked / "START.txt").read_text()
    assert project["requires-python"] in start and f"{ASSIGNMENTS[0]}.ipynb" in start


def test_no_helper_needs_the_autograder(unpacked):
    assert [path.name for path in unpacked.rglob("*.py") if "autograder" in path.read_text()] == []


RUN = """
import json, sys
import matplotlib
matplotlib.use("Agg")
sys.modules["autograder"] = None   # not in the zip: whoever imports it fails
sys.path.insert(0, ".")
space = {}
for cell in json.load(open(sys.argv[1]))["cells"]:
    if cell["id"] == "setup" or "picture" in cell["metadata"].get("tags", []):
        source = "".join(line for line in cell["source"] if not line.startswith("%"))
        exec(compile(source, cell["id"], "exec"), space)
        print(cell["id"])
import helpers
print(helpers.__file__)
"""


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_what_is_in_the_zip_runs_with_nothing_beside_it(unpacked, assignment):
    command = [sys.executable, "-c", RUN, f"{assignment}.ipynb"]
    run = subprocess.run(command, cwd=unpacked, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    *cells, helpers = run.stdout.splitlines()
    assert "setup" in cells and len(cells) > 3
    assert Path(helpers).resolve() == (unpacked / "helpers" / "__init__.py").resolve()


def test_a_release_with_bundle_says_where_the_zip_is(course):
    said = course.run("release", "--bundle")
    assert f"{ONE}: is up to date" in said
    assert f"For students: {course.root / 'convnets-step-by-step.zip'}" in said
    assert (course.root / "convnets-step-by-step.zip").exists()


def test_back_ups_within_one_second_do_not_replace_each_other(graded):
    first, second = releases.back_up(graded.gradebook), releases.back_up(graded.gradebook)
    assert first != second and students_in(first) == students_in(second) == ["ada", "bao"]
