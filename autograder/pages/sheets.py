"""Tables as CSV, for a spreadsheet that takes no text for a formula."""

import csv
import io
from collections.abc import Iterable

from autograder.pages.markup import visible
from autograder.pages.tally import STATUSES, Class

# What begins a formula in a spreadsheet, also behind white space; the wide ones do where people write Japanese.
_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")


def tests_sheet(found: Class, anonymous: bool) -> str:
    """One row for each submission and test cell."""
    who = "submission" if anonymous else "student"
    columns = [who, "assignment", "exercise", "test", "name", "points", "max_points", "status", "mistake", "message"]
    rows = []
    for entry in found.entries:
        for exercise in entry.exercises:
            for test in exercise.tests:
                explained = exercise.explanation if test["status"] != "passed" else None
                mistake = test.get("mistake") or (explained.name if explained else None)
                row = [entry.label, found.assignment, exercise.name, test["id"], test["name"], exercise.of(test)]
                row += [test["max_points"], test["status"], mistake or "", test["message"], test.get("seconds")]
                rows.append(row)
    return sheet([*columns, "seconds"], rows)


def summary_sheet(found: Class) -> str:
    """One row for each test cell: how many submissions passed it, and what became of the others."""
    columns = ["assignment", "exercise", "test", "name", "max_points", *STATUSES, "mean_seconds", "most_seconds"]
    rows = [
        [found.assignment, row.exercise, row.id, row.what, row.max_points]
        + [row.statuses[status] for status in STATUSES]
        + list(row.seconds or (None, None))
        for row in found.tests()
    ]
    return sheet(columns, rows)


def sheet(columns: list[str], rows: Iterable[list]) -> str:
    """Rows as CSV. Texts that a spreadsheet would calculate have a quotation mark in front; numbers are numbers."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([[_cell(value) for value in row] for row in rows])
    return file.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, float):
        return round(value, 6)
    if not isinstance(value, str):
        return value
    text = visible(value)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
