"""Mutation testing: small changes of a solution are noticed by its tests, and a test that looks away is found out."""

from functools import cache

import pytest
from conftest import ROOT

from autograder import mutants
from autograder.course import Course
from autograder.notebook import Solved

COURSE = Course(ROOT)


@cache
def exercises() -> dict[str, list[str]]:
    return {name: list(Solved.read(COURSE.solution(name)).exercises) for name in COURSE.assignments()}


def of(exercise: str):
    return next(COURSE.solution(name) for name, among in exercises().items() if exercise in among)


@pytest.mark.parametrize("exercise", ["zero_pad", "create_mask_from_window", "distribute_value"])
def test_every_mutant_loses_points_or_is_the_same_function(exercise):
    count, survivors = mutants.survivors(of(exercise), exercise)
    assert count >= 5
    assert [survivor.mutant for survivor in survivors if not survivor.why] == []


def test_a_test_that_looks_away_lets_mutants_live(course):
    def look_away(cell):
        cell.source = "# pool_forward: hardly anything\nassert pool_forward"

    for test in Solved.read(course.solution("02_pooling")).tests:
        course.edit("02_pooling", test.id, look_away)
    count, survivors = mutants.survivors(course.solution("02_pooling"), "pool_forward")
    assert len(survivors) == count > 50


def test_a_loop_without_end_counts_as_noticed(monkeypatch):
    path = of("zero_pad")
    assert not mutants._survives((path, "zero_pad", "def zero_pad(X, pad):\n    while True:\n        pass"))


def test_mutants_that_are_explained_are_mutants_of_a_solution():
    """An entry for a line that is no longer there explains nothing."""
    entries = mutants._known()
    made = {
        exercise: {(one.line, one.changed) for one in mutants.mutants(Solved.read(of(exercise)), exercise)}
        for exercise in {entry["exercise"] for entry in entries}
    }
    gone = [entry for entry in entries if (entry["line"], entry["changed"]) not in made[entry["exercise"]]]
    assert gone == [] and all(entry["why"] for entry in entries)
