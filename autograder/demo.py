"""The main job, seen from beginning to end: a sample class is released to, graded, and told why."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from autograder import release, secret
from autograder.classroom import Classroom, HandedIn, copy_course, hand_in, make_class
from autograder.course import Course
from autograder.errors import AutograderError
from autograder.grading import Graded
from autograder.notebook import Solved

MARK = "this-folder-was-made-by-autograder-demo"


@dataclass(frozen=True)
class Demo:
    """A demo that ran: its course, its class, the results, the pages, and what was not graded as it should be."""

    course: Course
    room: Classroom
    graded: list[Graded]
    pages: list[Path]
    surprises: list[str]


def prepare(source: Course, folder: Path, students: int, seed: int) -> tuple[Course, Classroom]:
    """Make the sample class in a folder of its own, where an earlier demo may have been, and nothing else.

    Raises AutograderError where the folder holds anything that is not a demo's.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise AutograderError(f"{folder} is not empty, and was not made by a demo. Name another one with --folder.")
    if folder.exists():
        shutil.rmtree(folder)
    course = copy_course(source, folder)
    for name in course.skipped(course.assignments()):
        shutil.rmtree(course.solutions / name)
    (folder / MARK).touch()
    (folder / secret.FILE).touch()  # an empty secret, so that the same seed gives the same class and the same tests
    release.release(course, course.assignments())
    room = make_class(course, students, seed)
    hand_in(course, room)
    return course, room


def surprises(course: Course, room: Classroom, graded: list[Graded]) -> list[str]:
    """Where the points are not what was put into the class: a mistake costs its own exercise, and nothing else."""
    found = []
    for result in graded:
        item = room.of(result.submission.student, result.submission.assignment)
        solved = Solved.read(course.solution(item.assignment))
        found += [f"{item.student}, {item.assignment}: {what}" for what in _surprises(item, result, solved)]
    return found


def _surprises(item: HandedIn, result: Graded, solved: Solved) -> list[str]:
    if item.kind == "not a notebook":
        return [] if result.problem else ["a broken file was graded"]
    if result.problem:
        return [result.problem]
    if item.kind == "nothing filled in":
        return [] if result.points == 0 else [f"{result.points:g} points for nothing"]
    wrong = {answer.exercise: answer.name for answer in item.mistakes}
    found = []
    for exercise, points in result.exercises.items():
        full = sum(test.points for test in solved.tests if test.exercise == exercise)
        if exercise in wrong and points == full:
            found.append(f"{exercise} has the mistake “{wrong[exercise]}” and full marks")
        if exercise not in wrong and points < full:
            found.append(f"{exercise} is right, and has {points:g} of {full:g} points")
    return found
