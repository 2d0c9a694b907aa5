"""Count what a class got, from the records of its grading: points, tests, mistakes, and what has no name yet."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from autograder.course import Course
from autograder.marks import Marks
from autograder.pages.anonymous import shuffled, without_ids
from autograder.pages.feedback import read_result
from autograder.pages.submission import Exercise, exercise_of, exercises_of, what

STATUSES = ("passed", "failed", "error", "timeout", "not_run")

_NUMBER = re.compile(r"-?\d+(?:\.\d*)?(?:e[+-]?\d+)?")
_LISTS = re.compile(r"#(?:,? ?#)*")


@dataclass(frozen=True)
class Entry:
    """One graded submission. label: who it is from; a number where nobody is to be named."""

    label: str
    student: str
    record: Mapping
    exercises: list[Exercise]

    @property
    def problem(self) -> str:
        return self.record["problem"]

    @property
    def points(self) -> float:
        return sum(one.points for one in self.exercises)

    @property
    def seconds(self) -> float | None:
        """How long its tests took, where that was recorded."""
        known = [test["seconds"] for test in self.record["tests"] if test.get("seconds") is not None]
        return sum(known) if known else None


@dataclass(frozen=True)
class TestRow:
    """One test cell over the class. seconds: those that a submission took on average, and at most."""

    __test__ = False  # not a test of pytest's

    id: str
    exercise: str
    what: str
    max_points: float
    statuses: Mapping[str, int]
    seconds: tuple[float, float] | None

    @property
    def lost(self) -> int:
        return sum(self.statuses.values()) - self.statuses["passed"]


@dataclass(frozen=True)
class MistakeRow:
    """A mistake that has a name, and who made it."""

    exercise: str
    name: str
    message: str
    labels: tuple[str, ...]


@dataclass(frozen=True)
class UnnamedRow:
    """Wrong answers that are alike and have no name. said: what one of them was told."""

    exercise: str
    tests: tuple[str, ...]
    said: str
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Class:
    """What was handed in for an assignment. ungraded: how many submissions have no result yet."""

    assignment: str
    full: float
    entries: list[Entry]
    ungraded: int

    @cached_property
    def graded(self) -> list[Entry]:
        """The submissions that could be graded."""
        return [entry for entry in self.entries if not entry.problem]

    @cached_property
    def points(self) -> list[float]:
        """The points of those that could be graded, from the fewest to the most."""
        return sorted(entry.points for entry in self.graded)

    def quantile(self, part: float) -> float:
        """The points that this part of the class does not exceed, between two people where need be."""
        at = part * (len(self.points) - 1)
        low = int(at)
        high = min(low + 1, len(self.points) - 1)
        return self.points[low] + (at - low) * (self.points[high] - self.points[low])

    def histogram(self, bins: int = 10) -> list[int]:
        """How many have their points in each tenth; full marks are in the last."""
        found = Counter(min(max(int(bins * points / self.full), 0), bins - 1) for points in self.points)
        return [found[number] for number in range(bins)]

    def exercises(self) -> list[tuple[str, float, float, int]]:
        """Each exercise: its name, its points on average, all that there are, and how many have them all."""
        found: dict[str, list[Exercise]] = {}
        for entry in self.graded:
            for one in entry.exercises:
                found.setdefault(one.name, []).append(one)
        rows = []
        for name, theirs in found.items():
            mean = sum(one.points for one in theirs) / len(theirs)
            rows.append((name, mean, theirs[0].full, sum(one.points >= one.full for one in theirs)))
        return rows

    def tests(self) -> list[TestRow]:
        """Each test cell over those that could be graded, in order."""
        found: dict[str, list[Mapping]] = {}
        for entry in self.graded:
            for test in entry.record["tests"]:
                found.setdefault(test["id"], []).append(test)
        rows = []
        for name, tests in found.items():
            statuses = Counter(test["status"] for test in tests)
            known = [test["seconds"] for test in tests if test.get("seconds") is not None]
            rows.append(
                TestRow(
                    name,
                    exercise_of(tests[0]),
                    what(tests[0]),
                    tests[0]["max_points"],
                    {status: statuses[status] for status in STATUSES},
                    (sum(known) / len(known), max(known)) if known else None,
                )
            )
        return rows

    def mistakes(self) -> list[MistakeRow]:
        """The mistakes that have a name, the commonest first."""
        found: dict[tuple[str, str], tuple[str, list[str]]] = {}
        for entry in self.graded:
            for one in entry.exercises:
                for named in one.explanation.mistakes if one.explanation else ():
                    found.setdefault((one.name, named.name), (named.message, []))[1].append(entry.label)
        rows = [MistakeRow(*key, message, tuple(labels)) for key, (message, labels) in found.items()]
        return sorted(rows, key=lambda row: (-len(row.labels), row.exercise, row.name))

    def unfinished(self) -> list[tuple[str, tuple[str, ...]]]:
        """Exercises that were handed in with gaps in them, and by whom."""
        found: dict[str, list[str]] = {}
        for entry in self.graded:
            for one in entry.exercises:
                if _unfinished(one):
                    found.setdefault(one.name, []).append(entry.label)
        return [(name, tuple(labels)) for name, labels in found.items()]

    def unnamed(self) -> list[UnnamedRow]:
        """Wrong answers without a name, those that fail the same tests in the same way together."""
        found: dict[tuple, list[tuple[str, str]]] = {}
        for entry in self.graded:
            for one in entry.exercises:
                lost = [test for test in one.tests if test["status"] != "passed"]
                if not lost or _unfinished(one) or (one.explanation and one.explanation.mistakes):
                    continue
                said = (one.explanation.seen if one.explanation else "") or lost[0]["message"]
                key = (one.name, tuple(what(test) for test in lost), _shape(said))
                found.setdefault(key, []).append((entry.label, said))
        rows = [
            UnnamedRow(exercise, tests, alike[0][1], tuple(label for label, _ in alike))
            for (exercise, tests, _), alike in found.items()
        ]
        return sorted(rows, key=lambda row: -len(row.labels))

    def slowest(self, most: int = 5) -> list[Entry]:
        """The submissions that took the longest to test."""
        timed = [entry for entry in self.entries if entry.seconds is not None]
        return sorted(timed, key=lambda entry: -entry.seconds)[:most]


def read(
    course: Course, assignment: str, answers: Mapping[str, str], marks: Mapping[str, Marks], anonymous: bool = False
) -> Class:
    """Read the records of an assignment.

    answers: grade id of each exercise's cell. marks: what the gradebook says, by student; it counts before the record.
    anonymous: number the submissions in an order that says nothing of who they are from, and take every student's id
    out of what programs and people said.
    """
    handed_in = sorted(folder.parent.name for folder in course.submitted.glob(f"*/{assignment}") if folder.is_dir())
    records = {}
    for path in sorted(course.autograded.glob(f"*/{assignment}/{assignment}.ipynb")):
        try:
            records[path.parts[-3]] = read_result(path)["metadata"]["autograder"]
        except (OSError, ValueError):
            continue
    ungraded = sum(student not in records for student in handed_in)
    full = max((sum(test["max_points"] for test in record["tests"]) for record in records.values()), default=0.0)
    labels = {student: student for student in records}
    if anonymous:
        records = without_ids(shuffled(course, records), {*records, *handed_in})
        labels = {student: str(number) for number, student in enumerate(records, 1)}
    entries = [
        Entry(labels[student], student, record, exercises_of(record, answers, marks.get(student, Marks())))
        for student, record in records.items()
    ]
    return Class(assignment, full, entries, ungraded)


def _unfinished(exercise: Exercise) -> bool:
    said = f"{exercise.name} is not finished"
    return any(test["message"].startswith(said) for test in exercise.tests if test["status"] != "passed")


def _shape(said: str) -> str:
    """A message without its numbers: what two alike have in common."""
    return _LISTS.sub("#", _NUMBER.sub("#", said))
