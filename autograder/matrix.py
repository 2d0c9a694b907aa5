"""The known answers against the test cells: what each mistake loses, and that each right answer loses nothing.

A row for each answer of the catalogue, put into the solved notebook as a student would hand it in; a column for each
test cell of its exercise. It is perfect where

* every mistake fails test cells of its own exercise alone, among them the one that is meant for it,
* every mistake is named, by its own name, and no right answer is,
* every right answer passes everything,
* every test cell is failed by some mistake: one that is not is useless, or a mistake is missing.
"""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from rich.table import Table
from rich.text import Text

from autograder import catalogue, trusted
from autograder.catalogue import Answer
from autograder.naming import explain
from autograder.notebook import Solved, TestCell

LEAST_STYLES = 6


@dataclass(frozen=True)
class Row:
    """One answer. failed: ids of the test cells that it fails. named: the mistake that it is taken for, if any."""

    answer: Answer
    failed: tuple[str, ...]
    named: str | None


def row(solved: Solved, answer: Answer) -> Row:
    """Put one answer into the solved notebook, and run the test cells that it can fail."""
    nb = solved.with_answers({answer.exercise: answer.source})
    failed = tuple(
        outcome.test.id for outcome in trusted.run(nb, solved.tests_with(answer.exercise)) if outcome.message
    )
    return Row(answer, failed, name_of(trusted.definitions(nb)[answer.exercise], answer.exercise) if failed else None)


def name_of(function: Callable, exercise: str) -> str | None:
    """The name of the mistake that a function of our own makes."""
    explanation = explain(exercise, lambda args: function(*args))
    return explanation.name if explanation else None


def rows(path: Path) -> list[Row]:
    """Every known answer to the exercises of a solved notebook."""
    solved = Solved.read(path)
    count = sum(len(_answers(exercise)) for exercise in solved.exercises)
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        parts = pool.map(_part, [(path, start, workers) for start in range(workers)])
        found = dict(one for part in parts for one in part)
    return [found[number] for number in range(count)]


def complaints(solved: Solved, rows: list[Row]) -> Iterator[str]:
    """What is not as it should be, in words."""
    caught: set[str] = set()
    for row in rows:
        answer = row.answer
        what = f"{answer.exercise}, {'right answer' if answer.right else 'mistake'} {answer.name}"
        if answer.right:
            if row.failed:
                yield f"{what}: fails {', '.join(row.failed)}"
            continue
        caught |= set(row.failed)
        meant = next((test.id for test in solved.tests if answer.is_meant_by(test)), None)
        others = [test.id for test in solved.tests if test.id in row.failed and test.exercise != answer.exercise]
        if meant is None:
            yield f"{what}: there is no test cell {answer.test!r}, which is meant for it"
        elif meant not in row.failed:
            yield f"{what}: passes {meant}, which is meant for it"
        if others:
            yield f"{what}: costs points of another exercise ({', '.join(others)})"
        if row.named != answer.name:
            yield f"{what}: is {f'taken for {row.named}' if row.named else 'not named'}"
    for test in solved.tests:
        if test.id not in caught:
            yield f"test cell {test.id}: no mistake fails it; either it is useless, or a mistake is missing"
    for exercise in solved.exercises:
        if (number := len(catalogue.styles(exercise))) < LEAST_STYLES:
            yield f"{exercise}: only {number} right answers in other styles, not {LEAST_STYLES}"


def summary(exercise: str, rows: list[Row]) -> str:
    """How the known answers to one exercise fare, in a line."""
    mine = [row for row in rows if row.answer.exercise == exercise]
    wrong, right = [row for row in mine if not row.answer.right], [row for row in mine if row.answer.right]
    named = sum(row.named == row.answer.name for row in wrong)
    passed = sum(not row.failed for row in right)
    return (
        f"{exercise}: {len(wrong)} mistakes, {named} of them named; {len(right)} right answers in other styles,"
        f" {passed} of them with full marks"
    )


def table(solved: Solved, exercise: str, rows: list[Row]) -> Table:
    """The matrix of one exercise: ✗ where an answer fails a test cell, ⊗ where that test cell is meant for it."""
    tests = [test for test in solved.tests if test.exercise == exercise]
    mine = sorted((row for row in rows if row.answer.exercise == exercise), key=lambda row: row.answer.right)
    made = Table(padding=(0, 1, 0, 0), box=None)
    made.add_column("", no_wrap=True)
    for test in tests:
        name = test.id.removeprefix(f"{exercise}-")
        made.add_column("\n".join(name), justify="center", vertical="bottom")
    made.add_column("named", vertical="bottom")
    for row in mine:
        marks = [_mark(row, test) for test in tests]
        made.add_row(row.answer.name, *marks, _naming(row), style="green" if row.answer.right else "")
    return made


def _mark(row: Row, test: TestCell) -> str:
    if test.id not in row.failed:
        return "·"
    return "⊗" if row.answer.is_meant_by(test) else "✗"


def _naming(row: Row) -> Text:
    if row.answer.right:
        return Text("right")
    if row.named == row.answer.name:
        return Text("✓")
    return Text(row.named or "no", style="red")


def _answers(exercise: str) -> list[Answer]:
    return catalogue.mistakes(exercise) + catalogue.styles(exercise)


def _part(task: tuple[Path, int, int]) -> list[tuple[int, Row]]:
    """Every so-manieth row: answers are functions, which do not travel, so each process reads the catalogue itself."""
    import warnings

    path, start, step = task
    solved = Solved.read(path)
    every = [answer for exercise in solved.exercises for answer in _answers(exercise)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what wrong answers do, NumPy has something to say about
        return [(number, row(solved, every[number])) for number in range(start, len(every), step)]
