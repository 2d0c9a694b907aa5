"""`autograder demo`: a class with known mistakes, graded from release to feedback."""

import html
import re
from dataclasses import replace

import pytest
from conftest import ROOT

from autograder import demo
from autograder.classroom import Classroom, HandedIn, make_class
from autograder.course import Course
from autograder.errors import AutograderError
from autograder.grading import Graded, Submission
from autograder.notebook import Solved

COURSE = Course(ROOT)
# Those that are graded here: each kind of assignment, and not all of them, which `make demo` does.
GRADED = ["01_convolution", "02_pooling", "03_convolution_backward", "05_convnet"]
ONE = "02_pooling"


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_three_students_are_graded_from_release_to_feedback(make_course, tmp_path):
    source = make_course(tmp_path / "course", *GRADED)
    source.gradebook.write_text("the course's own")
    (source.submitted / "zara").mkdir(parents=True)
    before = sorted(source.root.rglob("*"))
    made = tmp_path / "made"
    said = source.run("demo", "--students", "3", "--seed", "2", "--folder", made, COLUMNS="240")

    table = said[said.index("The class, and the mistakes") :]
    for student in ("ada", "bao", "chidi"):
        assert f"│ {student}" in table
    full = "│ 100 " * len(GRADED)
    assert re.search(rf"│ ada +{full}│ +{100 * len(GRADED)} │ nothing: everything is right", table)
    assert re.search(r"│ bao +│ +\d+ │ +0 │", table) and "02: nothing filled in" in table
    assert re.search(r"│ chidi +│ +\d+ │ +\d+ │ +– │", table) and "03: not a notebook" in table
    assert f"Every one of {3 * len(GRADED)} submissions has the points that it should have" in squeezed_lines(said)
    assert "Warning" not in said and "Traceback" not in said

    assert sorted(source.root.rglob("*")) == before
    assert source.gradebook.read_text() == "the course's own"

    course = Course(made)
    pages = {f"{path.parts[-3]} {path.parts[-2]}": path for path in course.feedback.glob("*/*/*.html")}
    assert set(pages) == {f"{s} {a}" for s in ("ada", "bao", "chidi") for a in GRADED}
    # The file that is no notebook has a page, too, which says so.
    assert "not a notebook" in pages["chidi 03_convolution_backward"].read_text()
    shown = re.search(r"a student's page +(\S+)", said)[1]
    assert shown in map(str, pages.values())
    report = re.search(r"a report on the class +(\S+)", said)[1]
    assert {path.name for path in (made / "reports").glob("*.html")} == {f"{a}.html" for a in GRADED}
    assert report == str(made / "reports" / f"{COURSE.assignments()[0]}.html")
    for name, page in pages.items():
        solved = Solved.read(course.solution(page.parent.name))
        plain = squeezed(html.unescape(re.sub(r"<[^>]+>", "", page.read_text())))
        given = (course.notebooks / solved.name / f"{solved.name}.ipynb").read_text().replace('\\"', '"')
        hidden = {squeezed(line) for test in solved.tests for line in test.source.splitlines()[1:]}
        hidden = [line for line in hidden if len(line) > 9 and line not in squeezed(given)]
        assert len(hidden) > 20
        assert [line for line in hidden if line in plain] == [], name
        assert str(made) not in plain


def squeezed_lines(text: str) -> str:
    return " ".join(text.split())


def test_a_demo_can_be_run_again_in_its_folder_and_in_nobody_elses(make_course, tmp_path):
    source, folder = make_course(tmp_path / "course", ONE), tmp_path / "made"
    demo.prepare(source, folder, 2, seed=1)
    (folder / "submitted" / "left-over").mkdir()
    course, _ = demo.prepare(source, folder, 3, seed=1)
    assert sorted(path.name for path in course.submitted.iterdir()) == ["ada", "bao", "chidi"]

    other = tmp_path / "other"
    other.mkdir()
    (other / "thesis.txt").write_text("three years of work")
    with pytest.raises(AutograderError, match=r"other is not empty, and was not made by a demo.*--folder"):
        demo.prepare(source, other, 2, seed=1)
    with pytest.raises(AutograderError, match="was not made by a demo"):
        demo.prepare(source, source.root, 2, seed=1)
    assert [path.name for path in other.iterdir()] == ["thesis.txt"] and source.solution(ONE).exists()


# The class


def test_the_class_that_one_sees_holds_many_mistakes_a_stub_and_a_broken_file():
    room = make_class(COURSE, 8, seed=1)
    mistakes = [(answer.exercise, answer.name) for item in room.handed_in for answer in item.mistakes]
    assert len(set(mistakes)) >= 12
    assert {exercise for exercise, _ in mistakes} == {
        exercise for name in COURSE.assignments() for exercise in Solved.read(COURSE.solution(name)).exercises
    }
    kinds = [item.kind for item in room.handed_in]
    assert kinds.count("nothing filled in") == kinds.count("not a notebook") == 1
    assert len({item.student for item in room.handed_in}) == 8 and len(kinds) == 8 * len(COURSE.assignments())


def test_the_first_student_makes_no_mistake_and_no_mistake_comes_twice_before_all_came_once():
    room = make_class(COURSE, 8, seed=1)
    assert [item.mistakes for item in room.handed_in if item.student == "ada"] == [[]] * len(COURSE.assignments())
    mistakes = [(answer.exercise, answer.name) for item in room.handed_in for answer in item.mistakes]
    assert len(mistakes) == len(set(mistakes))


def test_the_same_seed_draws_the_same_class_and_another_seed_another():
    assert make_class(COURSE, 5, seed=7) == make_class(COURSE, 5, seed=7)
    assert make_class(COURSE, 5, seed=7) != make_class(COURSE, 5, seed=8)


def test_a_large_class_has_a_name_for_everyone():
    room = make_class(COURSE, 60, seed=1)
    assert len({item.student for item in room.handed_in}) == 60


# What should surprise


def graded(item: HandedIn, points: float, problem: str = "") -> Graded:
    return Graded(Submission(item.student, item.assignment), {"pool_forward": points}, points, problem=problem)


@pytest.fixture(scope="module")
def answers():
    from autograder import catalogue

    return {"right": catalogue.styles("pool_forward")[0], "wrong": catalogue.mistakes("pool_forward")[0]}


@pytest.mark.parametrize(
    "kind, answer, points, problem, found",
    [
        ("answers", "right", 100, "", ""),
        ("answers", "wrong", 40, "", ""),
        ("nothing filled in", None, 0, "", ""),
        ("not a notebook", None, 0, "cannot be read", ""),
        ("answers", "right", 94, "", "pool_forward is right, and has 94 of 100 points"),
        ("answers", "wrong", 100, "", "pool_forward has the mistake “{wrong}” and full marks"),
        ("answers", "right", 0, "kernel died", "kernel died"),
        ("nothing filled in", None, 8, "", "8 points for nothing"),
        ("not a notebook", None, 0, "", "a broken file was graded"),
    ],
)
def test_points_that_were_not_put_in_are_told(answers, kind, answer, points, problem, found):
    item = HandedIn("ada", ONE, (answers[answer],) if answer else (), kind)
    told = demo.surprises(COURSE, Classroom([item]), [graded(item, points, problem)])
    found = found.format(wrong=answers["wrong"].name)
    assert told == ([f"ada, {ONE}: {found}"] if found else [])


def test_each_submission_is_held_against_its_own_student(answers):
    right = HandedIn("ada", ONE, (answers["right"],))
    wrong = replace(right, student="bao", answers=(answers["wrong"],))
    told = demo.surprises(COURSE, Classroom([right, wrong]), [graded(wrong, 100), graded(right, 40)])
    assert [one.partition(":")[0] for one in told] == [f"bao, {ONE}", f"ada, {ONE}"]
