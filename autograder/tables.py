"""How results look in a terminal."""

import re
import textwrap
from collections.abc import Iterator, Mapping

from rich.columns import Columns
from rich.console import RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from autograder.classroom import Classroom, HandedIn
from autograder.course import Course
from autograder.grading import Graded
from autograder.judging.judge import Judged
from autograder.judging.verdict import RAISED, THE_FUNCTION_RAISED, whatever_the_call
from autograder.notebook import Solved

# Columns of points that leave room for the reasons.
LONGEST_NAME = 40
MOST_COLUMNS = 4


def printable(text: object) -> str:
    """A text, such as the name of a folder, without what a terminal would obey."""
    return "".join(one if one.isprintable() or one == "\n" else "\ufffd" for one in str(text))


def assignment_table(course: Course, assignment: str, graded: list[Graded]) -> Table:
    """One row per student: points per exercise, total, and what went wrong. Points of many exercises stand there."""
    solved = Solved.read(course.solution(assignment))
    full = {name: sum(test.points for test in solved.tests if test.exercise == name) for name in solved.exercises}
    columns = full if len(full) <= MOST_COLUMNS else {}
    table = Table(title=assignment, title_justify="left", title_style="bold")
    table.add_column("student", no_wrap=True, overflow="ellipsis", max_width=LONGEST_NAME)
    for exercise, points in columns.items():
        table.add_column(f"{_narrow(exercise)}\nof {points:g}", justify="right", no_wrap=True)
    table.add_column(f"total\nof {solved.points:g}", justify="right", style="bold")
    table.add_column("what went wrong", ratio=1, overflow="fold")
    for result in graded:
        student = escape(printable(result.submission.student))
        if result.problem:
            table.add_row(student, *["–"] * len(columns), "–", f"not graded: {escape(printable(result.problem))}")
            continue
        points = [f"{result.exercises[name]:g}" for name in columns]
        said = what_went_wrong(result, {} if columns else full)
        table.add_row(student, *points, f"{result.points:g}", escape(said))
    return table


def class_table(course: Course, graded: list[Graded], room: Classroom) -> Table:
    """One row per student of the sample class: points per assignment, and the mistakes that were put in."""
    assignments = course.assignments()
    table = Table(title="The class, and the mistakes that were put into it", title_justify="left", title_style="bold")
    table.add_column("student", no_wrap=True, overflow="ellipsis", max_width=LONGEST_NAME)
    for assignment in assignments:
        table.add_column(assignment.partition("_")[0], justify="right")
    table.add_column("total", justify="right", style="bold")
    table.add_column("put in", ratio=1, overflow="fold")
    results = {(result.submission.student, result.submission.assignment): result for result in graded}
    for student in dict.fromkeys(item.student for item in room.handed_in):
        mine = [results.get((student, assignment)) for assignment in assignments]
        put_in = _put_in([item for item in room.handed_in if item.student == student])
        table.add_row(
            student,
            *["–" if result is None or result.problem else f"{result.points:g}" for result in mine],
            f"{sum(result.points for result in mine if result):g}",
            put_in,
        )
    return table


def verdicts_table(judged: Judged) -> Table:
    """One row per test cell: its points, and why they were lost."""
    table = Table(title=judged.assignment, title_justify="left", title_style="bold", show_footer=True)
    table.add_column("points", f"{judged.points:g} of {judged.max_points:g}", justify="right", no_wrap=True)
    table.add_column("test", ratio=2)
    table.add_column("why", ratio=3, overflow="fold")
    raised: set[str] = set()
    for test in judged.tests:
        mark = "✓" if test.status == "passed" else "✗"
        said, _, where = test.message.rpartition("\n")
        # In which line a function raised, and what, is told once.
        why = said if where in raised else test.message
        what = whatever_the_call(test.message)
        if what in raised:
            why = f"the same {what.removeprefix(THE_FUNCTION_RAISED).partition(':')[0]}"
        raised |= {where} if said and where.startswith(RAISED) else set()
        raised |= {what} if what.startswith(THE_FUNCTION_RAISED) else set()
        table.add_row(f"{test.points:g} of {test.max_points:g}", f"{mark} {escape(test.name)}", escape(why))
    return table


def explanations(judged: Judged) -> Iterator[RenderableType]:
    """For each exercise that lost points: the mistake, or what can be seen, and the smallest call that shows it."""
    told = {test.explanation.exercise: test.explanation for test in judged.tests if test.explanation}
    for exercise, explanation in told.items():
        yield Text(f"\n{exercise}", style="bold")
        for named in explanation.mistakes:
            yield Text(f"{named.message} (To read again: {named.section}.)")
        if explanation.seen:
            yield Text(explanation.seen)
        if example := explanation.example:
            yield Text("To see it, paste this into the notebook:")
            yield Text(textwrap.indent(example.code, "    "), no_wrap=True, overflow="ignore")
            yield Columns([Text(f"expected\n{example.expected}"), Text(f"got\n{example.got}")], padding=(0, 6))


def what_went_wrong(result: Graded, full: Mapping[str, float] | None = None) -> str:
    """For each exercise that lost points, what its first failed test said, and how many failed.

    full: the points of each exercise, to say also how many of them are left.
    """
    lines = []
    for exercise in dict.fromkeys(lost.exercise for lost in result.lost):
        mine = [lost for lost in result.lost if lost.exercise == exercise]
        named = next((lost.mistake.replace("_", " ") for lost in mine if lost.mistake), "")
        said = named or _short(mine[0].message) or mine[0].test.partition(": ")[2]
        left = f" {result.exercises[exercise]:g} of {full[exercise]:g}" if full else ""
        lines.append(f"{exercise}{left}, {len(mine)} {'test' if len(mine) == 1 else 'tests'}: {said}")
    return "\n".join(lines)


def _narrow(name: str, width: int = 9) -> str:
    """A name broken at its underscores, so that the columns of points leave room for the reasons."""
    lines = [""]
    for part in re.findall(r"[^_]+_?|_", name):
        if lines[-1] and len(lines[-1] + part) > width:
            lines.append("")
        lines[-1] += part
    return "\n".join(lines)


def _short(message: str, width: int = 150) -> str:
    # What stands before the first colon says how the function was called; the page has room for it, a table has not.
    text = message.partition(": ")[2] or message
    text = " ".join(text.split())
    return text if len(text) <= width else f"{text[: width - 1]}…"


def _put_in(items: list[HandedIn]) -> str:
    """What was put into one student's work: the number of mistakes in each assignment, or what else is the matter."""
    parts = [f"{item.assignment.partition('_')[0]}: {item.kind}" for item in items if item.kind != "answers"]
    counts = [f"{len(item.mistakes)} in {item.assignment.partition('_')[0]}" for item in items if item.mistakes]
    parts += [f"mistakes: {', '.join(counts)}"] if counts else []
    return "; ".join(parts) or "nothing: everything is right"
