"""`autograder verify`: finds what is wrong with the solutions and notebooks/, and says nothing where nothing is."""

import subprocess
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT

from autograder import verify as proofs
from autograder.course import Course
from autograder.errors import AutograderError

ONE = "02_pooling"


@pytest.fixture
def problems(course, monkeypatch):
    """What verify finds in the course, but for executing it, as "path, cell | what is wrong"."""
    monkeypatch.setattr(proofs, "_nbval", lambda path: [])
    return lambda: [f"{problem.where} | {problem.what}" for problem in proofs.verify(course, [ONE])]


def where(course, cell: str = "") -> str:
    return f"{course.solution(ONE)}" + (f", test cell {cell}" if cell else "")


def test_the_course_is_right_and_its_solutions_give_their_stored_outputs():
    """Runs every notebook from top to bottom, under nbval: the one place among the tests where that is done."""
    course = Course(ROOT)
    assert proofs.verify(course, course.assignments()) == []


def test_an_untouched_copy_has_no_problem(problems):
    assert problems() == []


def test_a_wrong_solution_is_found_by_file_and_test_cell(course, problems):
    course.edit(ONE, "pool_forward", {"np.mean(a_prev_slice)": "np.sum(a_prev_slice)"})
    found = problems()
    lost = [problem for problem in found if "the solution loses its points: AssertionError: " in problem]
    assert lost == found
    cells = {problem.partition(" | ")[0] for problem in found}
    assert where(course, "published-average") in cells and where(course, "published-max") not in cells


def test_a_test_cell_that_gives_points_for_nothing_is_found(course, problems):
    def empty(cell):
        cell.source = "# pool_forward: nothing\n### BEGIN HIDDEN TESTS\nassert pool_forward\n### END HIDDEN TESTS"

    course.edit(ONE, "gaps", empty)
    assert (
        problems()[0] == f"{where(course, 'gaps')} | it gives its points to a notebook in which nothing was filled in"
    )


def test_a_stale_release_is_found(course, problems):
    course.edit(ONE, "title", {"Pooling": "Pools"})
    (found,) = problems()
    assert found.startswith(f"{course.notebooks / ONE} | is not what {course.solution(ONE)} gives now")
    assert f"autograder release {ONE}" in found


def test_a_missing_release_is_found(course, problems):
    (course.notebooks / ONE / f"{ONE}.ipynb").unlink()
    assert len(problems()) == 1


def test_a_solution_that_cannot_be_released_is_found(course, problems):
    course.edit(ONE, "pool_forward", {"### END CODE HERE ###": ""})
    (found,) = problems()
    assert found.startswith(where(course)) and "pool_forward" in found and "without END CODE HERE below it" in found


def test_a_solution_that_is_no_notebook_is_found(course, problems):
    course.solution(ONE).write_text("{")
    (found,) = problems()
    assert found.startswith(where(course)) and "not a notebook" in found


BEGIN = "### BEGIN HIDDEN TESTS\n"


@pytest.mark.parametrize(
    "change, message",
    [
        ({BEGIN: f"{BEGIN}import os\n"}, "it imports os; a test cell may import autograder, helpers, numpy"),
        ({BEGIN: f"{BEGIN}from os.path import join\n"}, "it imports os.path;"),
        ({BEGIN: f"{BEGIN}    \ncheck_versions()\n"}, "it uses check_versions, which it neither imports nor defines"),
        ({BEGIN: f"{BEGIN}def f():\n    global plt\n"}, "it changes a global"),
        ({"# pool_forward: a stride larger than the window\n": ""}, "its first comment should be"),
        ({"# pool_forward: a": "# pooling: a"}, "its first comment should be “exercise: what it tests”"),
        ({"a stride larger than the window": "height and width differ"}, "two test cells are named"),
        ({BEGIN: "", "### END HIDDEN TESTS": ""}, "it has no hidden part"),
    ],
)
def test_a_test_cell_that_breaks_its_promises_is_found(course, problems, change, message):
    course.edit(ONE, "gaps", change)
    cell = "sides" if "two test cells" in message else "gaps"
    assert any(one.startswith(f"{where(course, cell)} | ") and message in one for one in problems())


def test_a_test_cell_that_is_not_python_is_found(course, problems):
    course.edit(ONE, "gaps", {BEGIN: f"{BEGIN}agree(\n"})
    assert any(where(course, "gaps") in one for one in problems())


def test_points_that_are_not_100_are_found(course, problems):
    course.edit(ONE, "gaps", lambda cell: cell.metadata.nbgrader.update(points=5))
    assert f"{where(course)} | its test cells have 99 points, not 100" in problems()


def test_an_exercise_that_nothing_tests_is_found(course, problems):
    addition = {"# GRADED FUNCTION: pool_forward\n": "# GRADED FUNCTION: pool_forward\ndef untested():\n    pass\n\n"}
    course.edit(ONE, "pool_forward", addition)
    assert f"{where(course)} | no test cell tests untested" in problems()


def change_the_output(path: Path) -> None:
    nb = nbformat.read(path, 4)
    output = next(cell for cell in nb.cells if cell.id == "pool_forward-check").outputs[0]
    assert "mode = max" in output.text
    output.text = output.text.replace("mode = max", "mode = min")
    nbformat.write(nb, path)


def test_a_changed_output_is_found_and_told_on_the_command_line_by_file_and_cell(course):
    change_the_output(course.solution(ONE))
    said = course.run("verify", ok=False)
    assert f"✗ {course.solution(ONE)}, cell pool_forward-check\n" in said
    assert "mode = max" in said and "mode = min" in said
    assert "Error: 1 problem in 02_pooling." in said and "Traceback (most recent" not in said


def test_storing_the_outputs_again_gives_the_same_bytes(course):
    nb = nbformat.read(course.solution(ONE), 4)
    nb.metadata["autograder"] = {"limits": {"call_seconds": 5}}
    nbformat.write(nb, course.solution(ONE))
    before = course.solution(ONE).read_bytes()
    change_the_output(course.solution(ONE))
    proofs.store_outputs(course.solution(ONE))
    assert course.solution(ONE).read_bytes() == before


def test_text_is_stored_in_one_piece_up_to_the_next_picture():
    def printed(text, name="stdout"):
        return {"output_type": "stream", "name": name, "text": text}

    picture = {"output_type": "display_data", "data": {}}
    outputs = [printed("a"), printed("b"), picture, printed("c"), printed("d", "stderr"), printed("e", "stderr")]
    assert proofs._joined(outputs) == [printed("ab"), picture, printed("c"), printed("de", "stderr")]


@pytest.mark.parametrize("fails", [1, 2])
def test_a_kernel_that_does_not_begin_gets_one_more_try(fails, course, monkeypatch):
    tried = []

    def execute(client):
        tried.append(client)
        if len(tried) <= fails:
            raise RuntimeError("Kernel didn't respond in 60 seconds")

    monkeypatch.setattr("nbclient.NotebookClient.execute", execute)
    if fails == 1:
        proofs.store_outputs(course.solution(ONE))
    else:
        with pytest.raises(
            AutograderError, match=r"02_pooling\.ipynb: its kernel did not begin\. Kernel didn't respond"
        ):
            proofs.store_outputs(course.solution(ONE))
    assert len(tried) == 2


@pytest.mark.parametrize("fails", [1, 2])
def test_a_kernel_that_does_not_begin_for_nbval_gets_one_more_try(fails, course, monkeypatch):
    """Of two that begin at the same time, both can be given the same port."""
    tried = []
    error = '<error message="failed on setup with &quot;RuntimeError: Kernel died&quot;"/>'

    def run(command, **_):
        tried.append(command)
        (report,) = (part.removeprefix("--junitxml=") for part in command if part.startswith("--junitxml="))
        failed = len(tried) <= fails
        case = f'<testcase name="Cell 0">{error if failed else ""}</testcase>'
        Path(report).write_text(f"<testsuites>{2 * case}</testsuites>")
        return subprocess.CompletedProcess(command, int(failed), "", "")

    monkeypatch.setattr(proofs.subprocess, "run", run)
    found = proofs._nbval(course.solution(ONE))
    assert len(tried) == 2
    assert [problem.what.partition(" failed")[0] for problem in found] == ["its kernel did not begin."] * (fails - 1)


def test_a_limit_that_there_is_none_of_is_found(course, problems):
    course.edit(ONE, "gaps", lambda cell: cell.metadata.update(autograder={"limits": {"call_second": 5}}))
    (found,) = problems()
    assert f"{course.solution(ONE)}, cell gaps: there is no limit named 'call_second'. There are: cell_seconds" in found


def test_without_nbval_verify_says_what_to_install(course, monkeypatch):
    monkeypatch.setattr(proofs, "find_spec", lambda name: None if name == "nbval" else object())
    with pytest.raises(AutograderError, match=r"verify needs nbval.*\n.*pip install -e '\.\[test\]'"):
        proofs.verify(course, [ONE])
