"""A class that does not exist: solved notebooks with known mistakes and other right styles put into them."""

import random
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from autograder import catalogue
from autograder.catalogue import Answer
from autograder.course import CONFIG, Course
from autograder.notebook import Solved, read_notebook

NAMES = (
    *("ada", "bao", "chidi", "dara", "elif", "farid", "gita", "hana", "ines", "jomo", "kaya", "liam", "mina"),
    *("noor", "otto", "pia", "quinn", "rosa", "sami", "tala", "umar", "vera", "wanja", "xenia", "yusuf", "zoe"),
)


@dataclass(frozen=True)
class HandedIn:
    """What one student hands in for one assignment.

    answers: a known answer for some exercises; the others stay as solved. kind: "answers", or "nothing filled in", or
    "not a notebook".
    """

    student: str
    assignment: str
    answers: tuple[Answer, ...] = ()
    kind: str = "answers"

    @property
    def mistakes(self) -> list[Answer]:
        return [answer for answer in self.answers if not answer.right]


@dataclass
class Classroom:
    """The sample class: who handed in what."""

    handed_in: list[HandedIn] = field(default_factory=list)

    def of(self, student: str, assignment: str) -> HandedIn | None:
        return next((x for x in self.handed_in if (x.student, x.assignment) == (student, assignment)), None)


def make_class(course: Course, students: int, seed: int) -> Classroom:
    """Draw a class: about half of the exercises right, in whatever style, and the rest with a known mistake.

    The first student has everything right. One hands in a stub that was never filled in, one a file that is no
    notebook. The last one has those exercises wrong that nobody else has. No mistake is drawn twice before each one of
    its exercise was drawn once.
    """
    draw = random.Random(seed)
    decks: dict[str, list[Answer]] = {}

    def next_mistake(exercise: str) -> Answer:
        if not decks.get(exercise):
            decks[exercise] = draw.sample(catalogue.mistakes(exercise), len(catalogue.mistakes(exercise)))
        return decks[exercise].pop()

    room = Classroom()
    for number, student in enumerate(_names(students)):
        for position, assignment in enumerate(course.assignments()):
            if number == 1 and position == 1:
                room.handed_in.append(HandedIn(student, assignment, kind="nothing filled in"))
                continue
            if number == 2 and position == 2:
                room.handed_in.append(HandedIn(student, assignment, kind="not a notebook"))
                continue
            answers = []
            for exercise in Solved.read(course.solution(assignment)).exercises:
                wrong = number > 0 and (draw.random() < 0.5 or (number == students - 1 and exercise not in decks))
                answers.append(next_mistake(exercise) if wrong else draw.choice(catalogue.styles(exercise)))
            room.handed_in.append(HandedIn(student, assignment, tuple(answers)))
    return room


def hand_in(course: Course, room: Classroom) -> None:
    """Write what the class hands in to submitted/, as students would send it: made of what they were given."""
    import nbformat

    for item in room.handed_in:
        folder = course.submitted / item.student / item.assignment
        folder.mkdir(parents=True)
        target = folder / f"{item.assignment}.ipynb"
        if item.kind == "not a notebook":
            target.write_text('{"cells": [{"cell_type": "code", "sour')
            continue
        nb = read_notebook(course.notebooks / item.assignment / target.name)
        if item.kind == "answers":
            _fill_in(nb, Solved.read(course.solution(item.assignment)), item.answers)
        nbformat.write(nb, target)


def copy_course(course: Course, folder: Path) -> Course:
    """A course of its own in `folder`, with the sources and settings of another one."""
    folder.mkdir(parents=True)
    shutil.copytree(course.solutions, folder / "solutions", ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    for name in (CONFIG, "pyproject.toml"):
        shutil.copy(course.root / name, folder / name)
    return Course(folder)


def _fill_in(nb, solved: Solved, answers: tuple[Answer, ...]) -> None:
    """Type an answer into the cell of each exercise."""
    texts = {solved.exercises[answer.exercise]: answer.source for answer in answers}
    for cell in nb.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        cell.source = texts.get(grade_id, cell.source)


def _names(students: int) -> list[str]:
    return [NAMES[i % len(NAMES)] + (str(i // len(NAMES) + 1) if i >= len(NAMES) else "") for i in range(students)]
