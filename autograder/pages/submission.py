"""A student's page: points, why they were lost, and the notebook as it ran."""

from collections.abc import Mapping
from dataclasses import dataclass

from autograder.judging.verdict import whatever_the_call
from autograder.marks import Marks
from autograder.naming.explanation import Explanation
from autograder.pages import explained
from autograder.pages.markup import Html, count, join, points, tag
from autograder.pages.notebook import Course, notebook
from autograder.pages.shell import bar, page, section, table
from autograder.pages.texts import printed

# What became of a test, in words and with a sign, and how it is coloured.
STATUSES = {
    "passed": ("✓", "passed", "right"),
    "failed": ("✗", "wrong result", "wrong"),
    "error": ("✗", "no result", "wrong"),
    "timeout": ("✗", "took too long", "wrong"),
    "not_run": ("–", "not run", "wrong"),
}
NOT_A_NOTEBOOK = (
    "Open your notebook in Jupyter, choose Kernel → Restart Kernel and Run All Cells, and save it.",
    "Hand in the file that ends in .ipynb, as it is: no zip around it, no PDF, no copy of its text.",
    "Does it not open in Jupyter either? Then take the last version that did, or a fresh copy of the notebook, and"
    " paste your functions into it.",
    "If the file is fine on your computer, send this page to your instructor.",
)

ABOUT = (
    "What you wrote lies open, with a blue line beside it; what the course gave is folded. Only cells that your"
    " functions need were run."
)
# How many reasons lie open; the others unfold.
FIRST = 4


@dataclass(frozen=True)
class Exercise:
    """One exercise of a submission. cell: grade id of the answer. tests: as in the JSON of `autograder check`."""

    name: str
    cell: str | None
    tests: list[dict]
    marks: Marks

    @property
    def points(self) -> float:
        return sum(self.of(test) for test in self.tests)

    @property
    def full(self) -> float:
        return sum(test["max_points"] for test in self.tests)

    @property
    def explanation(self) -> Explanation | None:
        """Why it lost points; None where that is not known, or nothing was lost."""
        for test in self.tests:
            if test["status"] != "passed" and test.get("explanation"):
                return Explanation.of(test["explanation"])
        return None

    def of(self, test: dict) -> float:
        """The points of a test."""
        return self.marks.points.get(test["id"], test["points"])


def submission_page(student: str, executed: Mapping, course: Course, answers: Mapping[str, str], marks: Marks) -> str:
    """The page of one submission.

    executed: the notebook from autograded/, with the verdicts in its metadata. answers: grade id of each exercise's
    cell.
    """
    record = executed["metadata"]["autograder"]
    exercises = exercises_of(record, answers, marks)
    title = course.title or record["assignment"]
    if record["problem"]:
        return page(f"{title}: {student}", _header(title, student, exercises, marks), [_problem(record["problem"])])
    tested = {exercise.name: _tested(exercise) for exercise in exercises}
    shown = {test["id"]: tested[exercise.name] for exercise in exercises for test in exercise.tests}
    main = [
        _overview(exercises) if len(exercises) > 1 else None,
        _notes(record["notes"]),
        [_exercise(exercise, course) for exercise in exercises],
        section(
            "Your notebook, as it ran",
            tag("p", ABOUT, class_="soft"),
            notebook(executed["cells"], course, shown),
            id="notebook",
        ),
    ]
    return page(f"{title}: {student}", _header(title, student, exercises, marks), main)


def exercises_of(record: Mapping, answers: Mapping[str, str], marks: Marks) -> list[Exercise]:
    """The exercises of a record, in order."""
    names = dict.fromkeys(exercise_of(test) for test in record["tests"])
    return [
        Exercise(name, answers.get(name), [test for test in record["tests"] if exercise_of(test) == name], marks)
        for name in names
    ]


def exercise_of(test: Mapping) -> str:
    """The exercise that a test cell is of: its name stands before the colon."""
    return test["name"].partition(":")[0]


def what(test: Mapping) -> str:
    """What a test cell looks at, in words."""
    return test["name"].partition(": ")[2] or test["name"]


def _header(title: str, student: str, exercises: list[Exercise], marks: Marks) -> Html:
    got, full = sum(one.points for one in exercises), sum(one.full for one in exercises)
    late = min(max(marks.late_penalty, 0), got) if got > 0 else 0
    total = got - late
    return join(
        tag("p", "Feedback for ", tag("b", student), class_="who"),
        tag("h1", title),
        tag("p", tag("b", points(total)), f" of {points(full)} points", class_="total"),
        bar(total, full),
        tag("p", f"{points(got)} points, minus {points(late)} for handing in late.", class_="soft") if late else None,
    )


def _problem(problem: str) -> Html:
    reason = tag("div", tag("p", printed(problem)[0], class_="message"), class_="card wrong")
    steps = tag("ol", [tag("li", step) for step in NOT_A_NOTEBOOK])
    return section("This file could not be graded", reason, tag("h3", "What to do"), steps, id="problem")


def _overview(exercises: list[Exercise]) -> Html:
    rows = [
        [
            tag("a", tag("code", one.name), href=f"#exercise-{one.name}"),
            f"{points(one.points)} of {points(one.full)}",
            bar(one.points, one.full),
            _tests_in_words(one),
        ]
        for one in exercises
    ]
    return section(
        "At a glance",
        table("Points and tests of each exercise", ["Exercise", "#Points", "Share", "Tests"], rows),
        id="glance",
    )


def _notes(notes: list[str]) -> Html | None:
    if not notes:
        return None
    shown = tag("ul", [tag("li", printed(note)[0]) for note in notes])
    before = tag("p", "Before it ran, this was put right in your file. It cost you nothing.")
    return section("About your file", before, shown, id="notes")


def _exercise(exercise: Exercise, course: Course) -> Html:
    lost = [test for test in exercise.tests if test["status"] != "passed"]
    passed = [test for test in exercise.tests if test["status"] == "passed"]
    heading = join(
        tag("code", exercise.name),
        " ",
        tag("span", f"{points(exercise.points)} of {points(exercise.full)} points", class_="points"),
    )
    comment = exercise.marks.comments.get(exercise.cell)
    because = exercise.explanation if lost else None
    remarks = _alike([test for test in passed if test["message"]])
    return section(
        heading,
        bar(exercise.points, exercise.full),
        [tag("h3", "From your grader"), tag("blockquote", comment)] if comment else None,
        None if lost else _all_passed(exercise),
        explained.reasons(because, course.sections) if because else None,
        explained.example(because.example) if because and because.example else None,
        [tag("h3", _how_many(lost, exercise.tests)), _reasons(lost, exercise)] if lost else None,
        [_remark(tests) for tests in remarks],
        _passed(passed, exercise) if passed else None,
        id=f"exercise-{exercise.name}",
    )


def _all_passed(exercise: Exercise) -> Html:
    words = "Every test passed." if len(exercise.tests) > 1 else "The test passed."
    return tag("div", tag("p", f"✓ {words}", class_="kind"), class_="card right")


def _how_many(lost: list[dict], tests: list[dict]) -> str:
    return f"{len(lost)} of {count(len(tests), 'test')} did not pass"


def _tests_in_words(exercise: Exercise) -> str:
    passed = sum(test["status"] == "passed" for test in exercise.tests)
    return "all passed" if passed == len(exercise.tests) else f"{passed} of {len(exercise.tests)} passed"


def _tested(exercise: Exercise) -> Html:
    """What stands in the notebook where the tests of an exercise are."""
    lost = len(exercise.tests) - sum(test["status"] == "passed" for test in exercise.tests)
    sign, colour = ("✗", "wrong") if lost else ("✓", "right")
    return join(
        tag("span", sign, class_=f"mark {colour}", aria_hidden="true"),
        f" {count(len(exercise.tests), 'test')} of ",
        tag("a", tag("code", exercise.name), href=f"#exercise-{exercise.name}"),
        f": {_tests_in_words(exercise)}",
    )


def _reasons(lost: list[dict], exercise: Exercise) -> Html:
    """The failed tests with their messages, those that say the same together; of several calls, the first is told."""
    said = [(tests[0]["message"].strip(), tests) for tests in _alike(lost)]
    items = [
        tag("li", _lines(tests, exercise), tag("p", printed(message)[0], class_="message") if message else None)
        for message, tests in said
    ]
    only = said[0][0] if len(said) == 1 else ""
    if only and len(lost) == len(exercise.tests) > 1 and not exercise.explanation:
        # One that was not finished, say: one line is enough.
        return join(
            tag("div", tag("p", printed(only)[0], class_="message"), class_="card wrong"),
            tag(
                "details",
                tag("summary", "All of its tests say so"),
                tag("ul", [tag("li", line) for line in _lines(lost, exercise)], class_="tests"),
            ),
        )
    # One more in the open is no longer than the line that unfolds it.
    first = items if len(items) <= FIRST + 1 else items[:FIRST]
    rest = items[len(first) :]
    more = tag("summary", f"{len(rest)} more reasons") if rest else None
    return join(
        tag("ul", first, class_="tests"),
        tag("details", more, tag("ul", rest, class_="tests"), class_="reasons") if rest else None,
    )


def _alike(tests: list[dict]) -> list[list[dict]]:
    """Tests of which the same is said, whatever the call is, together."""
    alike: dict[str, list[dict]] = {}
    for test in tests:
        alike.setdefault(whatever_the_call(test["message"].strip()), []).append(test)
    return list(alike.values())


def _lines(tests: list[dict], exercise: Exercise) -> list[Html]:
    return [_test(test, exercise.of(test), by_hand=test["id"] in exercise.marks.by_hand) for test in tests]


def _test(test: dict, got: float, by_hand: bool = False) -> Html:
    """One line: what a test looks at, what became of it, its points."""
    sign, words, colour = STATUSES[test["status"]]
    hand = ", graded by hand" if by_hand else ""
    return tag(
        "p",
        tag("span", tag("span", sign, class_=f"mark {colour}", aria_hidden="true"), " ", what(test), f" ({words})"),
        " ",
        tag("span", f"{points(got)} of {points(test['max_points'])}{hand}", class_="points"),
        class_="test",
    )


def _remark(tests: list[dict]) -> Html:
    said = tag("p", printed(tests[0]["message"])[0], class_="message")
    about = f"“{what(tests[0])}”" if len(tests) == 1 else f"{len(tests)} tests"
    return tag("div", tag("p", f"A remark on {about}, which passed", class_="kind"), said, class_="card remark")


def _passed(passed: list[dict], exercise: Exercise) -> Html:
    lines = [tag("li", line) for line in _lines(passed, exercise)]
    summary = tag("summary", f"What is right: {count(len(passed), 'test')} passed")
    return tag("details", summary, tag("ul", lines, class_="tests"))
