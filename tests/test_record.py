"""What grading keeps, and where: nbgrader's gradebook and autograded/ agree, whatever is killed, locked or full."""

import csv
import errno
import io
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner
from conftest import ROOT, Class
from rich.console import Console

from autograder import catalogue, grading, record, tables
from autograder.cli import commands
from autograder.course import Course, nbgrader_log
from autograder.errors import AutograderError
from autograder.judging.judge import Judge
from autograder.notebook import Solved
from autograder.release import release
from autograder.sandbox import available

ONE = "02_pooling"
SOLVED = Solved.read(Course(ROOT).solution(ONE))
MISTAKES = catalogue.mistakes("pool_forward")
WRONG = {"pool_forward": next(one.source for one in MISTAKES if one.name == "uses_stride_one_everywhere")}
FULL = {test.id: test.points for test in SOLVED.tests}


@pytest.fixture(scope="module")
def judge():
    with Judge(SOLVED, sandbox=not available()) as judge:
        yield judge


class NoCrew:
    """In place of processes, where grading happens in this one."""

    def __init__(self, *arguments):
        pass

    def end_now(self) -> None:
        pass


@pytest.fixture
def here(judge, monkeypatch) -> list[str]:
    """Lets grading happen in this process, with one judge for all tests; the students who were graded."""
    graded = []

    def one_by_one(_, tasks, jobs, kind=None, crew=None):
        for item, (_, path, *_) in tasks.items():
            graded.append(item.student)
            yield item, judge.grade(path.read_bytes())

    monkeypatch.setattr(grading, "in_parallel", one_by_one)
    monkeypatch.setattr(grading, "Crew", NoCrew)
    return graded


def grade(course: Class, **options) -> dict[str, float]:
    """Points by student."""
    work = grading.submissions(course, [ONE])
    results = grading.grade(course, work, sandbox=not available(), **options)
    return {result.submission.student: result.points for result in results}


def result_of(course: Class, student: str) -> Path:
    return course.autograded / student / ONE / f"{ONE}.ipynb"


def rows(course: Class, table: str) -> int:
    with sqlite3.connect(course.gradebook) as database:
        found = database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    database.close()
    return found


def replace(course: Class, student: str, answers: dict | None) -> None:
    """Hand in something else."""
    shutil.rmtree(course.submitted / student / ONE)
    course.hand_in(student, ONE, answers)


# One transaction


def test_where_the_commit_fails_nothing_is_written_and_the_next_run_grades_it(course, here, monkeypatch):
    from sqlalchemy.exc import OperationalError
    from sqlalchemy.orm import Session

    def commit(*_):
        raise OperationalError("COMMIT", {}, Exception("disk I/O error"))

    write = record.Gradebook._write

    def write_and_break(*args):
        write(*args)
        broken.setattr(Session, "commit", commit)

    course.hand_in("ada", ONE, {})
    with monkeypatch.context() as broken:
        broken.setattr(record.Gradebook, "_write", write_and_break)
        with pytest.raises(AutograderError, match=r"gradebook\.db could not be written \(.*disk I/O error.*run the"):
            grade(course)
    tables = ("submitted_assignment", "submitted_notebook", "grade", "comment", "student")
    assert [rows(course, table) for table in tables] == [0] * 5
    assert not course.autograded.exists()
    assert grade(course) == {"ada": 100} and here == ["ada", "ada"]
    assert course.points(ONE, "ada") == FULL and rows(course, "submitted_assignment") == 1


@pytest.mark.parametrize("step", ["executed", "keep"])
def test_what_is_interrupted_between_gradebook_and_folder_is_graded_again(step, course, here, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    course.hand_in("ada", ONE, {})
    with monkeypatch.context() as broken, pytest.raises(KeyboardInterrupt):
        broken.setattr(record, step, interrupt)
        grade(course)
    assert not result_of(course, "ada").exists()
    assert grade(course) == {"ada": 100} and here == ["ada", "ada"]

    # A newer file came as far as the gradebook; then the older one, of which there is a result, is handed in again.
    replace(course, "ada", WRONG)
    with monkeypatch.context() as broken, pytest.raises(KeyboardInterrupt):
        broken.setattr(record, step, interrupt)
        grade(course)
    assert sum(course.points(ONE, "ada").values()) < 100
    replace(course, "ada", {})
    assert grade(course) == {"ada": 100} and len(here) == 4
    assert course.points(ONE, "ada") == FULL


@pytest.mark.parametrize("broken", ["open", "fsync", "replace"])
def test_a_full_disk_leaves_the_old_file(broken, course, here, monkeypatch):
    def full(*args, **options):
        raise OSError(errno.ENOSPC, "No space left on device", str(course.autograded))

    course.hand_in("ada", ONE, {})
    grade(course)
    before = result_of(course, "ada").read_bytes()
    replace(course, "ada", WRONG)
    with monkeypatch.context() as disk:
        opened = Path.open

        def opening(path, *rest, **more):
            # Only what `keep` opens is broken: it writes beside the result, under a name that begins with a dot.
            return (full if path.name.startswith(f".{ONE}") else opened)(path, *rest, **more)

        disk.setattr(*{"open": (Path, "open", opening)}.get(broken, (os, broken, full)))
        text = CliRunner().invoke(commands, ["--course", str(course.root), "grade"])
        assert (
            text.exit_code == 1 and "No space left on device" in text.output and "run the command again" in text.output
        )
    assert result_of(course, "ada").read_bytes() == before
    assert [path.name for path in result_of(course, "ada").parent.iterdir()] == [f"{ONE}.ipynb"]
    assert grade(course)["ada"] < 100 and here == ["ada"] * 3


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_locked_gradebook_is_told_and_the_next_run_goes_on(how, course, here, monkeypatch):
    import sqlalchemy

    # SQLite waits 5 seconds for a lock; the test does not.
    create = sqlalchemy.create_engine
    monkeypatch.setattr(
        "nbgrader.api.create_engine", lambda url, **rest: create(url, connect_args={"timeout": 0.2}, **rest)
    )
    course.hand_in("ada", ONE, {})
    other = sqlite3.connect(course.gradebook, isolation_level=None)
    other.execute(f"BEGIN {how}")
    with pytest.raises(AutograderError, match=r"gradebook\.db could not be .*locked.*Another program.*again"):
        grade(course)
    assert not course.autograded.exists()
    other.execute("ROLLBACK")
    other.close()
    assert grade(course) == {"ada": 100}


@pytest.mark.parametrize("damage", [lambda whole: b"no gradebook" * 500, lambda whole: whole[: len(whole) // 3]])
def test_a_damaged_gradebook_is_told_and_stays_as_it_is(damage, course, here):
    course.gradebook.write_bytes(damage(course.gradebook.read_bytes()))
    before = course.gradebook.read_bytes()
    course.hand_in("ada", ONE, {})
    for command in (grade, lambda course: release(course, [ONE]), lambda course: grading.marks_of(course, [ONE])):
        with pytest.raises(AutograderError, match=r"gradebook\.db could not be .*It is damaged\. Put a copy"):
            command(course)
    assert course.gradebook.read_bytes() == before


# What is graded again


def test_only_what_changed_is_graded_again(course, here, monkeypatch):
    def again() -> set[str]:
        here.clear()
        grade(course)
        return set(here)

    course.hand_in("ada", ONE, {})
    course.hand_in("bao", ONE, WRONG)
    course.hand_in("chidi", ONE).write_text("no notebook")
    everyone = {"ada", "bao", "chidi"}
    assert again() == everyone
    assert again() == set()

    replace(course, "bao", {})
    assert again() == {"bao"}
    path = course.submitted / "ada" / ONE / f"{ONE}.ipynb"
    path.touch()
    assert again() == set()
    path.write_bytes(path.read_bytes() + b"\n")
    assert again() == {"ada"}

    course.edit(ONE, "gaps", lambda cell: cell.update(source=cell.source + "\n# another word"))
    assert again() == everyone
    monkeypatch.setenv("AUTOGRADER_SECRET", "another")
    assert again() == everyone
    monkeypatch.setattr(record, "_program", lambda: b"a newer version")
    assert again() == everyone
    assert again() == set()

    grade(course, regrade=True)
    assert set(here) == everyone
    result_of(course, "ada").unlink()
    result_of(course, "bao").write_text('{"cells": [')
    assert again() == {"ada", "bao"}
    assert again() == set()


def test_a_result_that_a_student_hands_in_is_not_taken_for_one(course, here):
    """The key is of the bytes that were handed in, and stands in autograded/, where no student writes."""
    course.hand_in("ada", ONE, {})
    grade(course)
    bao = course.hand_in("bao", ONE)
    nb = nbformat.read(bao, 4)
    nb.metadata[record.KEY] = nbformat.read(result_of(course, "ada"), 4).metadata[record.KEY]
    nbformat.write(nb, bao)
    assert grade(course) == {"ada": 100, "bao": 0}
    assert grade(course) == {"ada": 100, "bao": 0} and here == ["ada", "bao"]


# What cannot be graded


@pytest.fixture
def fallible(monkeypatch):
    """Lets grading happen in this process, by a judge that has a bug: it stumbles over a file without cells."""

    class Fallible(Judge):
        def hear(self, notebook: bytes, hurry: bool = False):
            if b"stumble" in notebook:
                raise ZeroDivisionError("a bug")
            return super().hear(notebook, hurry)

    def one_by_one(function, tasks, jobs, kind=None, crew=None):
        for item, arguments in tasks.items():
            yield item, function(*arguments)

    monkeypatch.setattr(grading, "Judge", Fallible)
    monkeypatch.setattr(grading, "in_parallel", one_by_one)
    monkeypatch.setattr(grading, "Crew", NoCrew)
    yield
    grading._dismiss()


def test_a_bug_of_the_judge_costs_the_submission_that_it_stumbles_over_and_stores_nothing(course, fallible):
    course.hand_in("ada", ONE, {})
    course.hand_in("bao", ONE, {"pool_forward": "# stumble"})
    course.hand_in("chidi", ONE, {})
    said = "It could not be graded: internal error, please report (ZeroDivisionError: a bug)."
    options = ["--course", str(course.root), "grade", "--json", *(["--no-sandbox"] if available() else [])]
    run = CliRunner().invoke(commands, options)
    assert run.exit_code == 1
    printed = {(one := json.loads(line))["student"]: one for line in run.stdout.splitlines()}
    assert {name: (one["points"], one["problem"]) for name, one in printed.items()} == {
        "ada": (100, ""),
        "bao": (0, said),
        "chidi": (100, ""),
    }
    assert not result_of(course, "bao").exists() and rows(course, "submitted_assignment") == 2
    # The next run has it still to do.
    assert grade(course)["bao"] == 0 and not result_of(course, "bao").exists()


def test_another_assignments_notebook_is_told(course, here):
    other = "03_convolution_backward"
    shutil.copytree(ROOT / "solutions" / other, course.root / "solutions" / other)
    course.hand_in("ada", ONE, None)
    shutil.copy(ROOT / "notebooks" / other / f"{other}.ipynb", course.hand_in("bao", ONE, None))
    results = grading.grade(course, grading.submissions(course, [ONE]), sandbox=not available())
    assert [result.problem for result in results] == ["", f"this is {other}, not {ONE}; ask for the right file"]


def test_an_odd_folder_costs_itself_alone(course, here):
    for name in ("ada", "bao", "chidi", "-q 'u\x1b[2J\n<b>"):
        course.hand_in(name, ONE, {})
    (course.submitted / "bao" / ONE / "timestamp.txt").write_bytes(b"\xff")
    (course.submitted / "chidi" / ONE / "timestamp.txt").write_text("yesterday?")
    course.hand_in("dara", ONE, {})
    os.mkfifo(course.submitted / "dara" / ONE / "timestamp.txt")
    bad = os.fsdecode(b"bad\xff")
    try:
        shutil.copytree(course.submitted / "ada", course.submitted / bad)
    except OSError:  # a file system that holds nothing but text
        bad = None
    results = {
        one.submission.student: one
        for one in grading.grade(course, grading.submissions(course, [ONE]), sandbox=not available())
    }
    assert results["ada"].points == results["-q 'u\x1b[2J\n<b>"].points == 100
    assert all("timestamp.txt" in results[student].problem for student in ("bao", "chidi", "dara"))
    if bad:
        assert "UTF-8" in results[bad].problem
    assert all(json.dumps(one.as_dict(), ensure_ascii=False).encode() for one in results.values())
    printed = io.StringIO()
    Console(file=printed, width=140).print(tables.assignment_table(course, ONE, list(results.values())))
    assert "\x1b" not in printed.getvalue() and printed.getvalue().encode()


def test_a_link_is_not_followed_to_somebody_elses_work(course, here):
    """`unzip` keeps links, and one may lead to the solution."""
    course.hand_in("ada", ONE, {})
    for student, at in (("bao", course.solution(ONE)), ("chidi", course.submitted / "ada" / ONE / f"{ONE}.ipynb")):
        (course.submitted / student / ONE).mkdir(parents=True)
        (course.submitted / student / ONE / f"{ONE}.ipynb").symlink_to(at)
    (course.submitted / "dara").mkdir()
    (course.submitted / "dara" / ONE).symlink_to(course.submitted / "ada" / ONE)
    (course.submitted / "eve").symlink_to(course.submitted / "ada")
    results = grading.grade(course, grading.submissions(course, [ONE]), sandbox=not available())
    assert [(one.submission.student, one.problem) for one in results] == [
        ("ada", ""),
        ("bao", f"bao/{ONE}/{ONE}.ipynb is a link; put the file itself there."),
        ("chidi", f"chidi/{ONE}/{ONE}.ipynb is a link; put the file itself there."),
        ("dara", f"dara/{ONE} is a link; put the file itself there."),
        ("eve", "eve is a link; put the file itself there."),
    ]


@pytest.mark.parametrize(
    "damage",
    [
        lambda found: found.update(tests=[]),
        lambda found: found["tests"][0].update(max_points="x"),
        lambda found: found["tests"][0].update(explanation="x"),
        lambda found: found.update(tests=5),
    ],
)
def test_a_damaged_result_is_graded_again(damage, course, here):
    course.hand_in("ada", ONE, {})
    assert grade(course) == {"ada": 100}
    nb = json.loads(result_of(course, "ada").read_text())
    damage(nb["metadata"][record.KEY])
    result_of(course, "ada").write_text(json.dumps(nb))
    assert grade(course) == {"ada": 100} and here == ["ada", "ada"]


def test_outputs_keep_no_words_in_their_metadata():
    """nbconvert puts a picture's width into a page without quotation marks: its words would be attributes."""
    metadata = {"image/png": {"width": "1 onerror=alert(1)", "height": 5}, "filenames": {"image/png": "x"}}
    output = {"output_type": "display_data", "data": {"image/png": "", "text/html": "x"}, "metadata": metadata}
    harmless = record._harmless(output)
    assert (harmless["data"], harmless["metadata"]) == ({"image/png": ""}, {"image/png": {"height": 5}})


def test_before_anything_is_graded_one_reads_that_the_gradebook_knows_nothing(course):
    course.hand_in("ada", ONE, {})
    course.gradebook.unlink()
    said = course.run("grade", ok=False)
    assert said.startswith("Error: The gradebook does not know 02_pooling as it is now."), said


def test_what_a_killed_run_left_beside_a_result_is_removed_and_nothing_else(course, here):
    course.hand_in("ada", ONE, {})
    folder = result_of(course, "ada").parent
    folder.mkdir(parents=True)
    gone = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True)
    left = folder / f".{ONE}.ipynb.{gone.stdout.strip()}"
    others = [folder / f".{ONE}.ipynb.{os.getppid()}", folder / f".{ONE}.ipynb.note", folder / "notes.1"]
    for path in (left, *others):
        path.write_text("half")
    grade(course)
    assert not left.exists() and all(path.exists() for path in others)


def test_what_takes_long_is_graded_behind_all_others(course, monkeypatch):
    """Otherwise those behind it would wait for its loops; its points do not depend on it."""
    slow = "import time\nend = time.process_time() + 2\nwhile time.process_time() < end: pass\n"
    settings = course.root / "nbgrader_config.py"
    settings.write_text(f"{settings.read_text()}\nc.Autograder.limits = {{'cell_cpu_seconds': 8}}\n")
    right = next(cell.source for cell in SOLVED.nb.cells if cell.id == "pool_forward")
    course.hand_in("ada", ONE, {"pool_forward": slow + right})
    course.hand_in("bao", ONE, {})
    course.hand_in("chidi", ONE, {})
    done = []
    course = Class(course.root)
    assert grade(course, jobs=1, progress=lambda result: done.append(result.submission.student)) == {
        "ada": 100,
        "bao": 100,
        "chidi": 100,
    }
    assert done == ["bao", "chidi", "ada"]


# What people put into the gradebook

LATE = """
from nbgrader.plugins import BasePlugin


class Late(BasePlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return 10 * total_seconds_late / 3600
"""


def test_grades_comments_extra_credit_and_late_penalties_survive_a_regrade(course, here, monkeypatch):
    from nbgrader.api import Gradebook

    (course.root / "ours_late.py").write_text(LATE)
    config = course.root / "nbgrader_config.py"
    config.write_text(
        "import sys\n"
        f"sys.path.insert(0, {str(course.root)!r})\n"
        "from ours_late import Late\n"
        f"{config.read_text()}\nc.AssignLatePenalties.plugin_class = Late\n"
    )
    monkeypatch.setattr(sys, "path", [*sys.path])
    course = Class(course.root)
    for student in ("ada", "bao"):
        course.hand_in(student, ONE, WRONG)
        late = course.submitted / student / ONE / "timestamp.txt"
        late.write_text("2030-01-02 13:00:00 UTC" if student == "ada" else "2030-01-02 11:00:00 UTC")
    with Gradebook(f"sqlite:///{course.gradebook}") as gradebook:
        gradebook.update_or_create_assignment(ONE, duedate="2030-01-02 12:00:00 UTC")
    points = grade(course)["ada"]

    lost = next(name for name, got in course.points(ONE, "ada").items() if got == 0)
    won = next(name for name, got in course.points(ONE, "ada").items() if got > 0)
    with Gradebook(f"sqlite:///{course.gradebook}") as gradebook:
        found = gradebook.find_submission(ONE, "ada")
        assert found.total_seconds_late == 3600 and found.late_submission_penalty == 10
        assert gradebook.find_submission(ONE, "bao").late_submission_penalty == 0
        one = gradebook.find_grade(lost, ONE, ONE, "ada")
        assert (one.auto_score, one.manual_score, one.needs_manual_grade) == (0, None, False)
        one.manual_score, one.extra_credit = 1.5, 2
        gradebook.find_comment("pool_forward", ONE, ONE, "ada").manual_comment = "Nearly."
        gradebook.db.commit()

    for change in ({}, None, {}):
        replace(course, "ada", WRONG if change is None else change)
        (course.submitted / "ada" / ONE / "timestamp.txt").write_text("2030-01-02 14:00:00 UTC")
        grade(course, regrade=True)
        with Gradebook(f"sqlite:///{course.gradebook}") as gradebook:
            found = gradebook.find_submission(ONE, "ada")
            one = gradebook.find_grade(lost, ONE, ONE, "ada")
            assert (one.manual_score, one.extra_credit, one.score) == (1.5, 2, 3.5)
            assert one.auto_score == (0 if change is None else FULL[lost]) and one.needs_manual_grade
            assert gradebook.find_grade(won, ONE, ONE, "ada").needs_manual_grade is False
            assert gradebook.find_comment("pool_forward", ONE, ONE, "ada").comment == "Nearly."
            assert found.late_submission_penalty == 20
            full = 100 - FULL[lost] + 3.5
            assert found.score == (points + 3.5 if change is None else full)
    # What `grade` prints counts the manual grade, too.
    assert grade(course)["ada"] == full


def test_nothing_filled_in_is_said_in_the_comment_as_nbgrader_does(course, here):
    from nbgrader.api import Gradebook

    course.hand_in("ada", ONE)
    course.hand_in("bao", ONE, WRONG)
    grade(course)
    with Gradebook(f"sqlite:///{course.gradebook}") as gradebook:
        comments = {s: gradebook.find_comment("pool_forward", ONE, ONE, s).comment for s in ("ada", "bao")}
    assert comments == {"ada": "No response.", "bao": None}


# nbgrader's own programs on our results


def test_export_formgrader_and_feedback_of_nbgrader_agree(course):
    course.hand_in("ada", ONE, {})
    course.hand_in("bao", ONE, WRONG)
    course.hand_in("chidi", ONE).write_text("no notebook")
    printed = [json.loads(line) for line in course.run("grade", "--json", ok=False).splitlines()]
    points = {one["student"]: one["points"] for one in printed}
    assert points["ada"] == 100 > points["bao"] > points["chidi"] == 0

    course.nbg("export", "--to", "marks.csv")
    exported = list(csv.DictReader((course.root / "marks.csv").read_text().splitlines()))
    assert {row["student_id"]: float(row["score"]) for row in exported} == points
    assert {float(row["max_score"]) for row in exported} == {100}
    with nbgrader_log():
        seen = course.nbgrader().get_submissions(ONE)
        detail = course.nbgrader().get_submission(ONE, "bao")
    assert {one["student"]: one["score"] for one in seen} == points
    assert not any(one["needs_manual_grade"] for one in seen) and {one["autograded"] for one in seen} == {True}
    assert detail["score"] == points["bao"]
    cells = {test["id"]: test["points"] for test in printed[1]["tests"]}
    assert course.points(ONE, "bao") == cells

    course.nbg("generate_feedback", ONE)
    page = (course.feedback / "bao" / ONE / f"{ONE}.html").read_text()
    assert f"Score: {points['bao']}" in page and "A should have shape (2, 2, 2, 2)" in page
    assert "not a notebook" in (course.feedback / "chidi" / ONE / f"{ONE}.html").read_text()
    for student in points:
        nbformat.validate(nbformat.read(result_of(course, student), 4))


# Killed and interrupted

LOOP = {"pool_forward": "def pool_forward(A_prev, hparameters, mode='max'):\n    while True:\n        pass"}


def started(course: Class, *more: str) -> subprocess.Popen:
    """`autograder grade`, not waited for."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")} | {"PATH": path}
    options = () if not available() else ("--no-sandbox",)
    command = [sys.executable, "-m", "autograder", "grade", "--jobs", "2", *options, *more]
    return subprocess.Popen(
        command,
        cwd=course.root,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        # Tests that run in the background of a shell hand on that Ctrl-C is not heard.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def wait_for(condition, seconds: float = 40) -> bool:
    end = time.monotonic() + seconds
    while not (found := condition()) and time.monotonic() < end:
        time.sleep(0.01)
    return bool(found)


def below(process: int) -> list[int]:
    """The processes that a process started, and theirs."""
    parents = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(entry.parent.name)] = int(entry.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    found = [process]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found[1:]


def workers(process: int) -> list[int]:
    return [one for one in below(process) if "spawn_main" in words(one)]


def words(process: int) -> str:
    """Its command line; empty where it has ended."""
    try:
        return Path(f"/proc/{process}/cmdline").read_text(errors="replace")
    except OSError:
        return ""


def kept(course: Class) -> int:
    return len(list(course.autograded.glob("*/*/*.ipynb")))


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_kill_9_at_random_moments_loses_nothing(course, judge):
    draw = random.Random(20)
    answers = [None, {}, *({"pool_forward": one.source} for one in draw.sample(MISTAKES, 18))]
    expected = {}
    for number, answer in enumerate(answers):
        path = course.hand_in(f"s{number:02}", ONE, answer)
        expected[f"s{number:02}"] = {test.id: test.points for test in judge.grade(path.read_bytes()).tests}

    for victim, target in (("main", draw.randint(2, 6)), ("main", draw.randint(8, 11))):
        process = started(course)
        assert wait_for(lambda target=target: kept(course) >= target), (victim, kept(course))
        time.sleep(draw.random() / 20)
        children = below(process.pid)
        process.kill()
        process.wait()
        process.stdout.close()
        before = kept(course)
        assert before < len(answers), "there was nothing left to do"
        # What it had started ends as well.
        assert wait_for(lambda children=children: not any(map(words, children)), 10)
    results = {path: path.stat().st_mtime_ns for path in course.autograded.glob("*/*/*.ipynb")}
    # A worker is killed, and a warm interpreter: this run goes on to its end.
    process = started(course, "--json")
    assert wait_for(lambda: len(workers(process.pid)) == 2)
    os.kill(draw.choice(workers(process.pid)), signal.SIGKILL)
    output, _ = process.communicate(timeout=60)
    assert process.returncode == 0, output
    printed = {(one := json.loads(line))["student"]: one for line in output.splitlines()}
    assert {name: {test["id"]: test["points"] for test in one["tests"]} for name, one in printed.items()} == expected
    assert {student: course.points(ONE, student) for student in expected} == expected
    assert kept(course) == len(expected) and rows(course, "submitted_assignment") == len(expected)
    # Nothing that had been kept was graded twice.
    assert {path: path.stat().st_mtime_ns for path in results} == results
    assert rows(course, "submitted_notebook") == len(expected)


def test_ctrl_c_says_that_it_can_go_on_and_does_not_wait_for_a_loop(course):
    course.hand_in("ada", ONE, {})
    course.hand_in("bao", ONE, LOOP)
    with (course.root / "nbgrader_config.py").open("a") as config:
        config.write('\nc.Autograder.limits = {"call_seconds": 900, "call_cpu_seconds": 900}\n')
    process = started(course)
    assert wait_for(lambda: kept(course) == 1)
    children = below(process.pid)
    process.send_signal(signal.SIGINT)
    # The loop would go on for minutes.
    output, _ = process.communicate(timeout=60)
    assert process.returncode == 1 and "Traceback" not in output
    assert "Error: Interrupted. What was graded is kept: run the command again to go on." in output
    if sys.platform == "linux":
        assert wait_for(lambda: not any(map(words, children)), 5)
    assert course.points(ONE, "ada") == FULL and rows(course, "submitted_assignment") == 1


def test_where_the_disk_is_full_the_file_is_named_and_the_old_one_stays(tmp_path, monkeypatch):
    target = tmp_path / "x.ipynb"
    target.write_text("old")

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match=r"No space left on device.*x\.ipynb"):
        record.keep({"cells": []}, target)
    assert target.read_text() == "old" and list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.EFBIG, "Is there room on the disk, and may files be large enough?"), (errno.EBADF, "please report")],
)
def test_what_the_machine_has_no_room_for_is_no_error_of_ours(number, said, monkeypatch):
    def judged(*_):
        raise OSError(number, os.strerror(number), "x.ipynb")

    monkeypatch.setattr(grading, "_judged", judged)
    failed = grading._judge(Path("solution"), Path("x.ipynb"), False, None)
    assert said in failed.problem and os.strerror(number) in failed.problem and "x.ipynb" in failed.problem


def test_half_a_character_in_a_result_stops_nothing(tmp_path):
    record.keep({"metadata": {"note": "a \ud800 b"}}, tmp_path / "x.ipynb")
    assert json.loads((tmp_path / "x.ipynb").read_text(encoding="utf-8")) == {"metadata": {"note": "a ? b"}}
