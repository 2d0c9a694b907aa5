"""The instructor's report: its numbers are those of the class, and without names nobody can be told."""

import csv
import io
import json
import re

import pytest
from click.testing import CliRunner
from conftest import ROOT, Class
from results import Page, explanation, keep, result

from autograder.cli import commands
from autograder.course import Course
from autograder.marks import Marks
from autograder.notebook import Solved
from autograder.pages import sheets, tally
from autograder.pages.report import report_page
from autograder.pages.reporting import write_report

ONE = "02_pooling"
SOLVED = Solved.read(Course(ROOT).solution(ONE))
LAST = len(SOLVED.tests) - 1
STUDENTS = ["zoe.quill", "yan-bo", "xandra", "wim", "vera77", "ulf", "tariq"]


def failed(message: str, **more) -> dict:
    return {"status": "failed", "message": message, **more}


def unnamed(number: int) -> dict:
    given = explanation(mistakes=(), seen="", example=None)
    return {n: failed(f"A[0, {number}] should be {number}.5, but it is {-number}.", explanation=given) for n in (2, 3)}


# Who handed in what: full marks twice; a mistake with a name, twice; two unnamed that are alike; no notebook.
CLASS = {
    "zoe.quill": result(SOLVED, {n: {"seconds": 0.5} for n in range(LAST + 1)}),
    "yan-bo": result(SOLVED, {0: failed("m", explanation=explanation(), seconds=2.0)}),
    "xandra": result(SOLVED, {0: failed("n", explanation=explanation()), 1: {"status": "timeout", "message": "slow"}}),
    "wim": result(SOLVED, unnamed(1)),
    "vera77": result(SOLVED, unnamed(22)),
    "ulf": result(SOLVED),
    "tariq": result(
        SOLVED,
        {n: {"status": "not_run", "message": "cut off"} for n in range(LAST + 1)},
        problem="=not a notebook: tariq.ipynb is cut off",
    ),
}
POINTS = [test.points for test in SOLVED.tests]
GOT = {
    "zoe.quill": 100,
    "yan-bo": 100 - POINTS[0],
    "xandra": 100 - POINTS[0] - POINTS[1],
    "wim": 100 - POINTS[2] - POINTS[3],
    "vera77": 100 - POINTS[2] - POINTS[3],
    "ulf": 100,
}


@pytest.fixture
def graded(tmp_path, make_course) -> Class:
    course = make_course(tmp_path / "course", ONE)
    for student, executed in CLASS.items():
        keep(course, student, executed)
    return course


def found_in(course, marks=None, anonymous=False) -> tally.Class:
    return tally.read(course, ONE, SOLVED.exercises, marks or {}, anonymous)


# The numbers


def test_points_are_those_of_the_class(graded):
    found = found_in(graded)
    assert {entry.label: entry.points for entry in found.graded} == GOT
    assert len(found.entries) == 7 and found.full == 100 and found.ungraded == 0
    low, middle, high = (found.quantile(part) for part in (0.25, 0.5, 0.75))
    import numpy as np

    assert [low, middle, high] == pytest.approx(np.quantile(list(GOT.values()), [0.25, 0.5, 0.75]))
    counts = found.histogram()
    assert sum(counts) == 6 and counts[9] == sum(points >= 90 for points in GOT.values())
    page = Page(report_page("Pooling", found, False))
    assert f"Mean{round(sum(GOT.values()) / 6, 1):g}" in page.text and "Full marks2" in page.text
    assert "7 submissions graded, 1 of them not gradable." in page.text


def test_grades_by_hand_count(graded):
    points = {test.id: test.points for test in SOLVED.tests} | {SOLVED.tests[0].id: 1.5}
    found = found_in(graded, {"ulf": Marks(points, frozenset({SOLVED.tests[0].id}))})
    assert {entry.label: entry.points for entry in found.graded} == GOT | {"ulf": 100 - POINTS[0] + 1.5}


def test_each_test_is_counted_by_what_became_of_it(graded):
    rows = found_in(graded).tests()
    assert [row.id for row in rows] == [test.id for test in SOLVED.tests]
    counted = [
        tuple(row.statuses[status] for status in ("passed", "failed", "error", "timeout", "not_run")) for row in rows
    ]
    assert counted[:5] == [(4, 2, 0, 0, 0), (5, 0, 0, 1, 0), (4, 2, 0, 0, 0), (4, 2, 0, 0, 0), (6, 0, 0, 0, 0)]
    assert rows[0].seconds == (1.25, 2.0) and rows[1].seconds == (0.5, 0.5)


def test_tests_that_tell_nobody_apart_are_named_with_what_it_means(graded):
    page = Page(report_page("Pooling", found_in(graded), False))
    assert f"Everybody passed: {LAST - 3} tests" in page.text and "Nobody passed:" not in page.text
    for student in CLASS:
        keep(graded, student, result(SOLVED, {1: failed("x")}))
    page = Page(report_page("Pooling", found_in(graded), False))
    assert f"Everybody passed: {LAST} tests" in page.text and "Nobody passed: 1 test" in page.text
    assert "Does the text ask for what the test wants?" in page.text


def test_mistakes_with_a_name_are_counted_with_who_made_them(graded):
    rows = found_in(graded).mistakes()
    assert [(row.exercise, row.name, row.labels) for row in rows] == [
        ("pool_forward", "starts_from_zero", ("xandra", "yan-bo"))
    ]
    page = Page(report_page("Pooling", found_in(graded), False))
    assert "starts from zeroYour maximum starts from 0.pool_forward2xandra, yan-bo" in page.text


def test_wrong_answers_without_a_name_stand_together_where_they_are_alike(graded):
    (row,) = found_in(graded).unnamed()
    assert row.labels == ("vera77", "wim") and row.exercise == "pool_forward" and len(row.tests) == 2
    page = Page(report_page("Pooling", found_in(graded), False))
    assert f"One to open: submitted/vera77/{ONE}/{ONE}.ipynb" in page.text and "Alike: wim" in page.text
    assert (graded.root / f"submitted/vera77/{ONE}/{ONE}.ipynb").exists()


def test_what_is_not_finished_is_not_taken_for_a_wrong_answer(graded):
    keep(graded, "ulf", result(SOLVED, {n: failed("pool_forward is not finished: line 3") for n in range(LAST + 1)}))
    found = found_in(graded)
    assert found.unfinished() == [("pool_forward", ("ulf",))] and len(found.unnamed()) == 1


def test_what_could_not_be_graded_and_what_was_slow_is_said(graded):
    page = Page(report_page("Pooling", found_in(graded), False))
    assert "tariq=not a notebook: tariq.ipynb is cut off" in page.text
    slowest = found_in(graded).slowest()
    assert [(entry.label, entry.seconds) for entry in slowest] == [("zoe.quill", (LAST + 1) / 2), ("yan-bo", 2.0)]
    assert f"took {(LAST + 1) / 2 + 2:,.1f} seconds together" in page.text


def test_what_is_not_graded_yet_is_counted(graded):
    (graded.submitted / "new" / ONE).mkdir(parents=True)
    (graded.autograded / "wim" / ONE / f"{ONE}.ipynb").write_text("{")
    found = found_in(graded)
    assert found.ungraded == 2 and len(found.entries) == 6
    assert "2 not graded yet" in Page(report_page("Pooling", found, False)).text


def test_a_class_of_which_nothing_could_be_graded_has_a_report(graded):
    for student in STUDENTS[:-1]:
        keep(graded, student, CLASS["tariq"])
    page = Page(report_page("Pooling", found_in(graded), False))
    assert "There is nothing to count yet." in page.text and page.text.count("is cut off") == 7


def test_the_report_is_a_page_like_the_others(graded):
    page = Page(report_page("Pooling", found_in(graded), False))
    assert page.headings[0] == 1 and {2, 3} >= set(page.headings[1:])
    for name, found in page.elements:
        assert name != "th" or "scope" in found
        assert name != "svg" or found.get("aria-label") or found.get("aria-hidden") == "true"
    chart = page.having(class_="chart")[0][1]["aria-label"]
    assert "90 to 100 points: " in chart and "The median is" in chart


def test_what_students_wrote_is_text_here_too(graded):
    hostile = '<script>alert(1)</script></td></p>" onclick="x'
    keep(graded, "<b>mallory", result(SOLVED, {0: {"status": "error", "message": hostile}}, problem=hostile))
    keep(graded, "nina", result(SOLVED, {0: {"status": "error", "message": hostile}}))
    assert Page(report_page("Pooling", found_in(graded), False)).text.count(hostile) == 2


# Without names


def test_without_names_no_id_is_on_the_page_or_in_the_tables(graded, tmp_path):
    said = f"the function raised OSError: /home/wim/x, ZOE.QUILL and {', '.join(STUDENTS)} were here"
    lost = {0: {"status": "error", "message": said}, 1: failed(f"A should be 3, but it is 'wim' or '{said}'.")}
    lost[2] = failed("m", explanation=explanation(mistakes=(), seen=said, example=None))
    keep(graded, "ulf", result(SOLVED, lost, notes=[said]))
    report = write_report(graded, ONE, {}, tmp_path / "out", anonymous=True)
    for file in sorted((tmp_path / "out").iterdir()):
        text = file.read_text().lower()
        assert [student for student in STUDENTS if student in text] == [], file
        assert str(graded.root) not in text
    assert "submitted/" not in report.page.read_text()
    records = json.dumps([entry.record for entry in report.found.entries]).lower()
    assert [student for student in STUDENTS if student in records] == []
    with report.sheets[0].open(newline="") as rows:
        assert {row["submission"] for row in csv.DictReader(rows)} == set("1234567")


def test_the_order_without_names_is_stable_and_not_that_of_the_names(graded, monkeypatch):
    monkeypatch.delenv("AUTOGRADER_SECRET", raising=False)

    def order() -> list[str]:
        return [entry.student for entry in found_in(graded, anonymous=True).entries]

    first = order()
    assert order() == first and sorted(first) == sorted(STUDENTS)
    # It depends on what nobody outside can know: on the secret of the course, else on all submissions together.
    orders = {tuple(first)}
    keep(graded, "ulf", result(SOLVED, key="another"))
    orders.add(tuple(order()))
    for secret in "abc":
        monkeypatch.setenv("AUTOGRADER_SECRET", secret)
        orders.add(tuple(order()))
    # With a secret, a number stays with its submission when that is graded again.
    keep(graded, "ulf", result(SOLVED))
    orders.add(tuple(order()))
    assert len(orders) == 5 and sum(list(one) in (sorted(one), sorted(one)[::-1]) for one in orders) == 0


def test_the_words_of_the_course_stay_where_they_are_somebodys_id(graded):
    lost = {0: failed("mode max: A should be 3"), 1: {"status": "error", "message": "raised OSError: max was here"}}
    keep(graded, "max", result(SOLVED, lost))
    found = found_in(graded, anonymous=True)
    page, table = Page(report_page("Pooling", found, True)), sheets.tests_sheet(found, True)
    assert "mode max: A should be 3" in page.text and "the published values, max" in page.text
    assert "[student] was here" in table and "max was here" not in table


# The tables


def test_the_table_holds_each_submission_and_test_and_reads_back(graded):
    found = found_in(graded)
    rows = list(csv.DictReader(io.StringIO(sheets.tests_sheet(found, False), newline="")))
    assert len(rows) == 7 * len(SOLVED.tests)
    sums = {student: sum(float(row["points"]) for row in rows if row["student"] == student) for student in STUDENTS}
    assert sums == GOT | {"tariq": 0}
    mine = [row for row in rows if row["student"] == "yan-bo"]
    assert [row["name"] for row in mine] == [test.name for test in SOLVED.tests]
    assert (mine[0]["status"], mine[0]["mistake"], mine[0]["seconds"]) == ("failed", "starts_from_zero", "2.0")
    summary = list(csv.DictReader(io.StringIO(sheets.summary_sheet(found), newline="")))
    assert [int(row["passed"]) for row in summary] == [row.statuses["passed"] for row in found.tests()]


@pytest.mark.parametrize(
    "text", ["=1+1", "\uff1d1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", " =1", "\r\n=1"]
)
def test_no_cell_is_a_formula(text):
    (_, (cell,)) = csv.reader(io.StringIO(sheets.sheet(["x"], [[text]]), newline=""))
    assert cell.startswith("'") and cell.lstrip("'").strip("\ufffd\t\r\n ") == text.strip()


@pytest.mark.parametrize("text", ["a, b", 'say "x"', "two\nlines", "é∑", "a=b", "", "'"])
def test_other_texts_read_back_as_they_are(text):
    made = io.StringIO(sheets.sheet(["x", "y"], [[text, 1.5]]), newline="")
    assert list(csv.reader(made)) == [["x", "y"], [text, "1.5"]]


def test_numbers_are_numbers():
    assert sheets.sheet(["x"], [[-1.5], [0.1 + 0.2], [None], [3]]) == 'x\r\n-1.5\r\n0.3\r\n""\r\n3\r\n'


# As a command


def said(course, *args: str) -> str:
    run = CliRunner().invoke(commands, ["--course", str(course.root), "report", *args])
    assert run.exit_code == 0, run.output
    return run.output


def test_the_command_says_the_main_numbers_and_where_the_files_are(graded):
    (graded.submitted / "new" / ONE).mkdir(parents=True)
    text = said(graded)
    assert f"{ONE}: 7 submissions graded" in text and "1 not graded yet" in text and "1 not gradable" in text
    assert "2 × pool_forward: starts from zero" in text and "2 × wrong, and without a name" in text
    files = re.findall(r"^  (/.*)$", text, re.MULTILINE)
    assert files == [str(graded.root / "reports" / f"{ONE}{end}") for end in (".html", ".csv", "_tests.csv")]
    assert {str(path) for path in (graded.root / "reports").iterdir()} == set(files)


def test_the_command_writes_where_it_is_told_and_only_there(graded, tmp_path):
    before = sorted(graded.root.rglob("*"))
    said(graded, ONE, "--anonymous", "--output", str(tmp_path / "elsewhere"))
    assert sorted(path.name for path in (tmp_path / "elsewhere").iterdir()) == [
        f"{ONE}{end}" for end in (".csv", ".html", "_tests.csv")
    ]
    assert sorted(graded.root.rglob("*")) == before


def test_with_nothing_graded_the_command_names_the_next_one(course):
    assert said(course) == f"Nothing is graded of {ONE}: `autograder grade` comes first.\n"
