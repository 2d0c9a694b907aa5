"""The command line: what it prints, and that an error says what to do and comes without a traceback."""

import json
import re
import shutil
import subprocess
import sys
import zipfile

import nbformat
import pytest
from click.testing import CliRunner
from conftest import ROOT

from autograder import catalogue
from autograder.cli import commands
from autograder.course import Course
from autograder.notebook import Solved

COURSE = Course(ROOT)
ONE = "02_pooling"
BROKEN = '{"cells": [{"cell_type": "code", "sour'


def said(*args: object, code: int = 1) -> str:
    """What the command prints, in this process; no error but an exit with the given code."""
    result = CliRunner().invoke(commands, [str(arg) for arg in args])
    assert result.exit_code == code, result.output
    assert isinstance(result.exception, SystemExit | None)
    return result.output


@pytest.mark.parametrize("command", [None, *commands.commands])
def test_help_is_there_and_fits_a_terminal(command):
    text = said(*filter(None, [command]), "--help", code=0)
    assert text.startswith(f"Usage: commands {command or ''}".strip())
    _usage, *lines = text.splitlines()
    assert max(map(len, lines)) <= 80 and not any(line.endswith("...") for line in lines)


def test_help_lists_the_commands_in_the_order_of_a_course():
    listed = re.findall(r"^  (\w+)  +\S", said("--help", code=0).partition("Commands:")[2], re.MULTILINE)
    assert listed == ["demo", "release", "verify", "collect", "grade", "check", "feedback", "report"]


def test_help_and_version_answer_without_nbgrader():
    code = "import sys; sys.modules['nbgrader'] = None; from autograder.__main__ import main; main()"
    for option in ("--help", "--version"):
        subprocess.run([sys.executable, "-c", code, option], check=True, capture_output=True)


@pytest.mark.parametrize("command", ["release", "verify", "grade", "feedback", "report", "demo"])
def test_outside_of_a_course_a_command_says_so(command, tmp_path):
    text = said("--course", tmp_path, command)
    assert text.startswith("Error: No course here:")
    assert str(tmp_path) in text and "nbgrader_config.py" in text and "--course FOLDER" in text


def test_a_course_is_found_from_a_folder_in_it(course, monkeypatch):
    monkeypatch.chdir(course.solutions / ONE)
    assert "There is no submission for 02_pooling" in said("grade", code=0)


@pytest.mark.parametrize("command", ["release", "verify", "grade", "feedback", "report"])
def test_an_unknown_assignment_is_told_with_those_that_there_are(command, course):
    text = said("--course", course.root, command, "99_nothing")
    assert text == f"Error: There is no assignment 99_nothing in {course.solutions}. There are: {ONE}.\n"


@pytest.mark.parametrize("name", ["2_pooling", "02", "02_poolign"])
def test_an_assignment_that_is_nearly_called_so_is_suggested(name, course):
    assert f"Is {ONE} meant?" in said("--course", course.root, "grade", name)


@pytest.mark.parametrize("command", ["grade", "feedback"])
def test_an_unknown_student_is_told_with_the_folder(command, course):
    text = said("--course", course.root, command, "--student", "nobody")
    assert text.startswith(f"Error: {course.submitted / 'nobody'} holds none of these assignments")
    assert "autograder collect" in text


def test_with_nothing_handed_in_the_next_command_is_named(course):
    text = said("--course", course.root, "grade", code=0)
    assert str(course.submitted) in text and "autograder collect" in text
    assert "`autograder grade` comes first" in said("--course", course.root, "feedback", code=0)


def test_before_the_first_release_grade_names_it(make_course, tmp_path):
    course = make_course(tmp_path, ONE)
    course.hand_in("ada", ONE)
    text = said("--course", course.root, "grade")
    assert (
        "Error: The gradebook does not know 02_pooling as it is now. Run `autograder release 02_pooling` first." in text
    )


def test_a_broken_solution_is_told_in_one_line(course):
    path = course.edit(ONE, "pool_forward", {"### END CODE HERE ###": ""})
    text = said("--course", course.root, "release")
    assert text.startswith(f"Error: {path} could not be released: pool_forward: line ") and text.count("\n") == 1


def test_a_folder_that_may_not_be_written_is_an_error_without_a_traceback(course, monkeypatch):
    from autograder import release

    def full(*_):
        raise OSError(28, "No space left on device", str(course.notebooks))

    monkeypatch.setattr(release, "release", full)
    text = said("--course", course.root, "release")
    assert "No space left on device" in text and str(course.notebooks) in text and "run the command again" in text


@pytest.mark.parametrize("missing, command", [("click", "--help"), ("rich", "grade"), ("nbgrader", "release")])
def test_without_the_instructors_part_autograder_says_what_to_install(missing, command, course):
    course.hand_in("ada", ONE)
    code = f"import sys; sys.modules['{missing}'] = None; from autograder.__main__ import main; main()"
    run = subprocess.run([sys.executable, "-c", code, command], cwd=course.root, capture_output=True, text=True)
    assert run.returncode == 1
    assert run.stderr.startswith(f"autograder needs {missing}") and "pip install -e '.[instructor]'" in run.stderr
    assert "Traceback" not in run.stderr


# Grading


def row(text: str, student: str) -> str:
    """The row of a student in a table, its lines joined."""
    lines = text.splitlines()
    first = next(i for i, line in enumerate(lines) if line.startswith(f"│ {student} "))
    block = [lines[first]]
    for line in lines[first + 1 :]:
        if not line.startswith("│  "):
            break
        block.append(line)
    cells = [[cell.strip() for cell in line.strip("│").split("│")] for line in block]
    return " | ".join(" ".join(column).strip() for column in zip(*cells))


def test_grade_reports_what_is_broken_skips_what_is_done_and_grades_again(course):
    course.hand_in("ada", ONE, {})
    course.hand_in("chidi", ONE)
    course.hand_in("bao", ONE).write_text(BROKEN)
    (course.submitted / "empty" / ONE).mkdir(parents=True)

    text = course.run("grade", ok=False)
    assert "Traceback" not in text and "Warning" not in text
    assert row(text, "ada") == "ada | 100 | 100 | "
    assert row(text, "chidi").startswith("chidi | 0 | 0 | pool_forward, 17 tests: ")
    broken = row(text, "bao")
    assert broken.startswith("bao | – | – | not graded: not a notebook: the file is cut off")
    assert set(course.points(ONE, "bao").values()) == {0}
    assert f"{ONE}.ipynbisnotamongwhatwashandedin." in row(text, "empty").replace(" ", "")
    assert "graded before" not in text

    results = {student: course.autograded / student / ONE / f"{ONE}.ipynb" for student in ("ada", "chidi", "bao")}
    dates = {student: path.stat().st_mtime_ns for student, path in results.items()}
    # As if something else had written there: what it is of, nobody can tell.
    nbformat.write(nbformat.v4.new_notebook(), results["chidi"])

    text = course.run("grade", ok=False)
    assert "2 submissions had been graded before" in text and "--regrade" in text
    assert row(text, "ada") == "ada | 100 | 100 | "
    assert row(text, "chidi").startswith("chidi | 0 | 0 | pool_forward, 17 tests: ")
    assert row(text, "bao") == broken
    assert {student: path.stat().st_mtime_ns == dates[student] for student, path in results.items()} == {
        "ada": True,
        "chidi": False,
        "bao": True,
    }
    assert len(nbformat.read(results["chidi"], 4).cells) > 20

    text = course.run("grade", "--student", "ada", "--regrade")
    assert "graded before" not in text and "chidi" not in text
    assert results["ada"].stat().st_mtime_ns > dates["ada"]

    # A gradebook that was thrown away, and made anew: what stands in autograded/ says nothing any more.
    course.gradebook.unlink()
    course.run("release")
    text = course.run("grade", "--student", "ada")
    assert row(text, "ada") == "ada | 100 | 100 | " and "graded before" not in text

    text = course.run("feedback", ok=False)
    assert f"1 page in {course.feedback}\n" in text
    assert text.endswith(f"Error: No page for bao {ONE}, chidi {ONE}: `autograder grade` comes first.\n")
    course.run("grade", ok=False)
    text = course.run("feedback")
    assert f"3 pages in {course.feedback}\n" in text
    assert "the file is cut off" in (course.feedback / "bao" / ONE / f"{ONE}.html").read_text()


def test_cells_that_changed_are_released_and_graded_after_drop_grades(course):
    course.hand_in("ada", ONE, {})
    course.run("grade")
    course.edit(ONE, "gaps", lambda cell: cell.metadata.nbgrader.update(grade_id="holes"))
    text = course.run("release", ok=False)
    assert "Error: 02_pooling: its cells changed (added holes; gone gaps)" in " ".join(text.split())
    course.run("release", ONE, "--drop-grades")
    # ada's notebook is of the old release, and has no cell "holes": it is put back.
    text = course.run("grade")
    assert row(text, "ada") == "ada | 100 | 100 | " and "graded before" not in text
    points = course.points(ONE, "ada")
    assert sum(points.values()) == 100 and points["holes"] > 0 and "gaps" not in points
    assert [path.name[:12] for path in course.root.glob("gradebook.db.*")] == ["gradebook.db"]


def test_grade_json_is_the_form_of_check_with_the_student_in_front(course):
    course.hand_in("ada", ONE, {})
    course.hand_in("bao", ONE).write_text(BROKEN)
    (course.submitted / "empty" / ONE).mkdir(parents=True)
    first = [json.loads(line) for line in course.run("grade", "--json", ok=False).splitlines()]
    assert [list(one) for one in first] == [["student", *KEYS]] * 3
    ada, bao, empty = first
    assert (ada["student"], ada["assignment"], ada["points"], ada["max_points"]) == ("ada", ONE, 100, 100)
    assert all(list(test) == TEST_KEYS and test["status"] == "passed" for test in ada["tests"])
    assert (bao["student"], bao["points"], bao["max_points"]) == ("bao", 0, 100)
    assert bao["problem"].startswith("not a notebook:") and {test["status"] for test in bao["tests"]} == {"not_run"}
    assert (empty["student"], empty["points"], empty["tests"]) == ("empty", 0, [])
    assert "is not among what was handed in" in empty["problem"]
    # What was graded before prints the same.
    assert [json.loads(line) for line in course.run("grade", "--json", ok=False).splitlines()] == first
    alone = course.run("grade", "--json", "--student", "ada")
    assert json.loads(alone) == ada


def test_notebooks_that_lie_where_nothing_grades_them_are_told(course):
    course.hand_in("ada", ONE, {})
    misplaced = course.submitted / "bo" / f"{ONE}.ipynb", course.submitted / "cy" / "2_pooling" / f"{ONE}.ipynb"
    for path in misplaced:
        path.parent.mkdir(parents=True)
        shutil.copy(course.submitted / "ada" / ONE / f"{ONE}.ipynb", path)
    (course.submitted / "x.ipynb").mkdir()
    copies = course.submitted / "ada" / ".ipynb_checkpoints"
    copies.mkdir()
    shutil.copy(misplaced[0], copies)
    (course.submitted / "di").mkdir()
    (course.submitted / "di" / ONE).write_text("a file, where there should be a folder")
    text = course.run("grade")
    assert (
        f"  di/{ONE}\n" in text
        and "3 files in" in text
        and "are not graded, for they do not lie in a folder STUDENT/ASSIGNMENT" in text
    )
    assert f"  bo/{ONE}.ipynb" in text and f"  cy/2_pooling/{ONE}.ipynb" in text and "checkpoints" not in text
    assert "not graded" not in course.run("grade", "--student", "ada")


# Checking one file

KEYS = ["assignment", "points", "max_points", "tests", "notes", "problem"]
TEST_KEYS = ["id", "name", "points", "max_points", "status", "message", "mistake", "explanation", "seconds"]


@pytest.fixture
def empty(tmp_path, monkeypatch):
    """A folder with no course, to be in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def handed_in(folder, answers: dict[str, str], name: str = f"{ONE}.ipynb"):
    path = folder / name
    nbformat.write(nbformat.from_dict(Solved.read(COURSE.solution(ONE)).with_answers(answers)), path)
    return path


def parsed(*args: object, code: int) -> dict:
    """What check prints as JSON."""
    return json.loads(said("check", "--json", *args, code=code))


def test_check_of_a_right_file_has_full_marks_and_needs_no_course(empty):
    handed_in(empty, {}, "copy (1).ipynb")
    found = parsed("copy (1).ipynb", code=0)
    assert list(found) == KEYS and found["assignment"] == ONE and found["problem"] == ""
    assert found["points"] == found["max_points"] == 100
    tests = Solved.read(COURSE.solution(ONE)).tests
    assert [(test["id"], test["name"], test["max_points"]) for test in found["tests"]] == [
        (test.id, test.name, test.points) for test in tests
    ]
    for test in found["tests"]:
        assert list(test) == TEST_KEYS
        assert (test["points"], test["status"], test["message"]) == (test["max_points"], "passed", "")
    assert [path.name for path in empty.iterdir()] == ["copy (1).ipynb"]


def test_check_says_why_points_are_lost(empty):
    mistake = next(one for one in catalogue.mistakes("pool_forward") if one.name == "uses_stride_one_everywhere")
    path = handed_in(empty, {"pool_forward": mistake.source})
    found = parsed(path, code=1)
    assert 0 < found["points"] < 100 == found["max_points"]
    assert found["points"] == sum(test["points"] for test in found["tests"])
    lost = [test for test in found["tests"] if test["status"] != "passed"]
    assert lost and all(test["points"] == 0 and test["message"] for test in lost)
    message = "A should have shape (2, 2, 2, 2), but it has shape (2, 3, 3, 2)."
    assert any(message in test["message"] and test["status"] == "failed" for test in lost)
    text = said("check", path, code=1)
    assert f"{found['points']:g} of 100" in text and ONE in text
    assert "should have shape (2, 2, 2, 2)" in " ".join(text.replace("│", " ").split()) or "A should have" in text


def test_where_the_output_cannot_go_is_told_or_nobodys_concern(empty):
    """A full disk is an error of check's, which has 2 for it; who reads the first line only has had enough; and under a
    scheduler there may be no output at all."""
    handed_in(empty, {})
    command = f"{sys.executable} -m autograder check {ONE}.ipynb"
    for how, code, errors in (
        (f"{command} > /dev/full", 2, "No space left on device"),
        (f"{command} --json | head -n 1 > /dev/null; exit ${{PIPESTATUS[0]}}", None, ""),
        (f"{command} <&- >&-", 0, ""),
        (f"{command} <&- >&- 2>&-", 0, ""),
    ):
        ended = subprocess.run(["bash", "-c", how], cwd=empty, capture_output=True, text=True)
        assert code in (None, ended.returncode), (how, ended)
        assert errors in ended.stderr if errors else ended.stderr == "", (how, ended.stderr)


def test_check_of_what_is_no_notebook_has_exit_code_2(empty):
    (empty / f"{ONE}.ipynb").write_text(BROKEN)
    found = parsed(f"{ONE}.ipynb", code=2)
    assert (found["points"], found["max_points"]) == (0, 100) and found["problem"].startswith("not a notebook:")
    assert {test["status"] for test in found["tests"]} == {"not_run"}
    text = said("check", f"{ONE}.ipynb", code=2)
    assert text == f"{ONE}.ipynb: {found['problem']}\n"


def test_check_says_what_it_cannot_grade(empty, course):
    text = said("check", "absent.ipynb", code=2)
    assert text == "Error: absent.ipynb cannot be read: No such file or directory.\n"
    nbformat.write(nbformat.v4.new_notebook(), empty / "essay.ipynb")
    text = said("check", "essay.ipynb", code=2)
    assert text.startswith("Error: essay.ipynb: ") and "--assignment" in text and "Traceback" not in text
    found = parsed("essay.ipynb", "--assignment", ONE, code=1)
    assert (found["assignment"], found["points"]) == (ONE, 0)
    assert "There is no assignment 99" in said("check", "essay.ipynb", "--assignment", "99", code=2)
    assert "No course here" in said("--course", empty, "check", "essay.ipynb", code=2)


def test_check_without_a_sandbox_says_what_is_not_guaranteed(empty):
    path = handed_in(empty, {})
    result = CliRunner().invoke(commands, ["check", "--json", "--no-sandbox", str(path)])
    assert result.exit_code == 0 and json.loads(result.stdout)["points"] == 100
    assert "Without a sandbox, what the code of this notebook does, it does with your rights" in result.stderr


def test_where_nothing_can_be_isolated_check_and_grade_refuse_and_name_the_way_out(course, monkeypatch, tmp_path):
    from autograder import bubblewrap, grading

    monkeypatch.setattr(bubblewrap, "unsupported", lambda: "There is no bubblewrap here.")
    monkeypatch.setattr(grading, "available", lambda: "There is no bubblewrap here.")
    text = said("check", course.hand_in("ada", ONE, {}), code=2)
    assert text.startswith("Error: There is no bubblewrap here.")
    text = said("--course", course.root, "grade")
    assert "Error: There is no bubblewrap here." in text and "--no-sandbox" in text
    assert not course.autograded.exists()


# Collecting


def test_collect_puts_a_moodle_zip_into_submitted_and_prints_names_as_they_are(course, tmp_path):
    notebook = (course.notebooks / ONE / f"{ONE}.ipynb").read_bytes()
    export = tmp_path / "export.zip"
    with zipfile.ZipFile(export, "w") as archive:
        archive.writestr(f"Ada Lovelace_101_assignsubmission_file_/{ONE}.ipynb", notebook)
        archive.writestr("Bao Li_102_assignsubmission_file_/[red]essay.ipynb", "no notebook")
        archive.writestr("Bao Li_102_assignsubmission_file_/copy (1).ipynb", notebook)
    text = course.run("collect", export)
    assert f"new        {ONE}  ada-lovelace\n" in text and f"new        {ONE}  bao-li\n" in text
    assert "[red]essay.ipynb" in text
    assert text.splitlines()[-1] == f"2 submissions of 2 students in {course.submitted}."
    for student in ("ada-lovelace", "bao-li"):
        assert (course.submitted / student / ONE / f"{ONE}.ipynb").read_bytes() == notebook
    assert "unchanged" in course.run("collect", export)


def test_collect_says_what_is_wrong_with_a_zip(course, tmp_path):
    (tmp_path / "broken.zip").write_text("no zip")
    text = said("--course", course.root, "collect", tmp_path / "broken.zip")
    assert text.startswith("Error: ") and "broken.zip" in text
    text = said("--course", course.root, "collect", tmp_path / "absent.zip", code=2)
    assert "absent.zip" in text and "does not exist" in text
    text = said("--course", course.root, "collect", tmp_path / "broken.zip", "--assignment", "99")
    assert "There is no assignment 99" in text
