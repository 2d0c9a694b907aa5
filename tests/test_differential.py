"""Our points against those of plain `nbgrader autograde`, cell by cell, on submissions that mean no harm.

Each exercise of an assignment is right (in some style), wrong (a known mistake) or empty (as it was released), beside
others that are something else. On such submissions both graders give every test cell the same points.

On purpose we score otherwise, and tests/classroom and the other test modules say how, where
- a test cell or a given cell was deleted, changed or lost its marks: it is put back (tests/test_repair.py);
- cells were moved, split, copied, retyped, or an answer stands in a cell of the student's own: it counts there;
- a file is of an older release: the test cells that it does not have yet are put back (tests/test_cli.py);
- a file cannot be read: 0 points, a reason and a page, where nbgrader has no result at all;
- a cell before an answer loops, fails, or ends its interpreter: it costs what it broke, where nbgrader stops;
- a returned object is no plain data, or only claims to be equal, or the tests, the clock or the random state were
  tampered with: nbgrader believes it, we do not;
- a function of helpers that is itself the answer is called: it is withheld;
- a right answer writes to stderr: by its defaults nbgrader takes the points; this course's settings do not, nor do we.
"""

import random

import pytest
from conftest import Class

from autograder import catalogue
from autograder.judging.judge import Judge
from autograder.notebook import Solved
from autograder.sandbox import available

KINDS = ("right", "wrong", "empty")


def combined(exercises: list[str]) -> list[dict[str, str]]:
    """What becomes of exercises in three submissions, so that each of them comes in every way, beside others."""
    return [
        {name: KINDS[(row + number) % len(KINDS)] for number, name in enumerate(exercises)} for row in range(len(KINDS))
    ]


def texts(kinds: dict[str, str], draw: random.Random) -> dict[str, str | None]:
    """A text for each exercise; None where it stays as it was released."""
    deck = {"right": catalogue.styles, "wrong": catalogue.mistakes}
    return {name: draw.choice(deck[kind](name)).source if kind in deck else None for name, kind in kinds.items()}


def hand_in(course: Class, student: str, assignment: str, answers: dict[str, str | None]) -> bytes:
    """The release with some answers typed in; returns the file."""
    import nbformat

    path = course.hand_in(student, assignment)
    solved = Solved.read(course.solution(assignment))
    typed = {solved.exercises[name]: text for name, text in answers.items() if text is not None}
    nb = nbformat.read(path, 4)
    for cell in nb.cells:
        cell.source = typed.get(cell.metadata.get("nbgrader", {}).get("grade_id"), cell.source)
    nbformat.write(nb, path)
    return path.read_bytes()


@pytest.mark.parametrize("assignment", ["01_convolution", "04_pooling_backward"])
def test_points_are_those_of_nbgrader_cell_by_cell(assignment, make_course, tmp_path):
    course = make_course(tmp_path, assignment)
    course.run("release")
    solved = Solved.read(course.solution(assignment))
    draw = random.Random(assignment)
    handed_in = {}
    for i, kinds in enumerate(combined(list(solved.exercises))):
        name = f"s{i}-" + "-".join(kinds.values())
        handed_in[name] = hand_in(course, name, assignment, texts(kinds, draw))
    course.nbg("autograde", assignment)
    theirs = {name: course.points(assignment, name) for name in handed_in}
    with Judge(solved, sandbox=not available()) as judge:
        ours = {name: {test.id: test.points for test in judge.grade(data).tests} for name, data in handed_in.items()}
    assert ours == theirs
    # The comparison says something: all are partly right, and no two of them in the same way. That both graders give
    # all points to a solution and none to a release, tests/test_nbgrader.py and tests/test_verdict.py say.
    points = [tuple(points.values()) for points in theirs.values()]
    assert len(set(points)) == len(points) == 3
    assert sum(0 < sum(one) < 100 for one in points) == 3
