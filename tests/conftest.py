"""What tests share: a copy of the course in a temporary folder, with commands to run in it."""

import fcntl
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from zlib import crc32

import nbformat
import pytest
from commands import run

from autograder import secret
from autograder.catalogue import Answer
from autograder.course import Course
from autograder.notebook import Solved

ROOT = Path(__file__).parents[1]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what is about one assignment, or an exercise of it, where a package is missing that it needs."""
    course = Course(ROOT)
    skipped = course.skipped(course.assignments())
    about = {name: packages for name, packages in skipped.items()}
    for name, packages in skipped.items():
        about |= dict.fromkeys(Solved.read(course.solution(name)).exercises, packages)
    for item in items if about else []:
        values = getattr(item, "callspec", None) and item.callspec.params.values()
        for value in values or ():
            subject = getattr(value, "exercise", value)
            if isinstance(subject, str) and subject in about:
                item.add_marker(pytest.mark.skip(reason=f"{about[subject]} is not installed"))


class Class(Course):
    """A copy of the course, or of a part of it, with commands to run in it."""

    def nbg(self, *args: str, ok: bool = True) -> str:
        """Run plain `nbgrader …` in the course; returns what it printed."""
        return run(self.root, "nbgrader", *args, ok=ok)

    def run(self, *args: str, ok: bool = True, **environment: str) -> str:
        """Run `autograder …` in the course; returns what it printed."""
        return run(self.root, "autograder", *args, ok=ok, **environment)

    def edit(self, assignment: str, cell: str, change: Callable | Mapping) -> Path:
        """Change a cell of a solved notebook, with a function or by replacing strings; returns the notebook's path."""
        path = self.solution(assignment)
        nb = nbformat.read(path, 4)
        found = next(one for one in nb.cells if one.id == cell)
        if isinstance(change, Mapping):
            for old, new in change.items():
                assert old in found.source
                found.source = found.source.replace(old, new)
        else:
            change(found)
        nbformat.write(nb, path)
        return path

    def hand_in(self, student: str, assignment: str, answers: Mapping[str, str] | None = None) -> Path:
        """Hand in the release, filled in with the solution's answers, or with other ones; None leaves it as it is."""
        nb = nbformat.read(self.notebooks / assignment / f"{assignment}.ipynb", 4)
        if answers is not None:
            solved = Solved.read(self.solution(assignment))
            filled = {cell.id: cell.source for cell in solved.with_answers(answers)["cells"]}
            for cell in nb.cells:
                if cell.metadata.get("nbgrader", {}).get("solution"):
                    cell.source = filled[cell.id]
        path = self.submitted / student / assignment / f"{assignment}.ipynb"
        path.parent.mkdir(parents=True)
        nbformat.write(nb, path)
        return path

    def points(self, assignment: str, student: str) -> dict[str, float]:
        """Points by test cell, from the gradebook."""
        from nbgrader.api import Gradebook

        with Gradebook(f"sqlite:///{self.gradebook}") as gradebook:
            found = gradebook.find_submission_notebook(assignment, assignment, student)
            return {grade.name: grade.score for grade in found.grades if grade.max_score}


@pytest.fixture(scope="session")
def make_course() -> Callable[..., Class]:
    """Copy the course into a folder: its settings, and the named assignments, or all."""

    def make(folder: Path, *assignments: str) -> Class:
        for part in ("solutions", "notebooks"):
            for name in assignments or Course(ROOT).assignments():
                shutil.copytree(
                    ROOT / part / name, folder / part / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints")
                )
        for name in ("nbgrader_config.py", "pyproject.toml"):
            shutil.copy(ROOT / name, folder)
        # An empty secret: the same cases in each run, and those of plain nbgrader.
        (folder / secret.FILE).touch()
        return Class(folder)

    return make


@pytest.fixture(scope="session")
def once(tmp_path_factory) -> Callable[[str, Callable[[Path], None]], Path]:
    """Build a folder once, in whichever of the parallel test processes needs it first."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent

    def once(name: str, build: Callable[[Path], None]) -> Path:
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            folder, done = shared / name, shared / f"{name}.done"
            if not done.exists():
                folder.mkdir()
                build(folder)
                done.touch()
        return folder

    return once


@pytest.fixture(scope="session")
def released(once, make_course) -> Path:
    """A course of one assignment, 02_pooling, that the gradebook knows. To copy, not to change."""
    return once("released", lambda folder: make_course(folder, "02_pooling").run("release"))


@pytest.fixture
def course(released, tmp_path) -> Class:
    """A course of one assignment, 02_pooling, that the gradebook knows. Each test has its own."""
    return Class(shutil.copytree(released, tmp_path / "course"))


def a_fifth(answers: Sequence[Answer]) -> list[Answer]:
    """A fifth of the known mistakes, a tenth of the rare ones, for the slow proofs; all where EVERY_MISTAKE is set.

    `autograder verify` proves the same of each mistake, and comes before a change of one is committed.
    """
    if "EVERY_MISTAKE" in os.environ:
        return list(answers)
    return [one for one in answers if crc32(f"{one.exercise} {one.name}".encode()) % (10 if one.alone else 5) == 0]
