"""The instructor's page on an assignment: what a class got, what its tests say, and what went wrong how often."""

from collections.abc import Sequence

from autograder.pages.charts import SIGNS, histogram, shares
from autograder.pages.markup import Html, count, in_words, join, points, tag
from autograder.pages.shell import bar, page, section, table
from autograder.pages.tally import STATUSES, Class, UnnamedRow
from autograder.pages.texts import printed

# Labels and groups that lie open.
MOST_LABELS = 12
MOST_GROUPS = 30
NEVER = join(
    "Nobody lost a point on these. In a small class, or for something easy, that is as it should be. Otherwise the test"
    " may not ask for what it says: ",
    tag("code", "autograder verify"),
    " shows which known mistakes fail it.",
)
ALWAYS = (
    "Nobody passed these. Before you blame the class: read the test and the text of the exercise once more. Does the"
    " text ask for what the test wants?"
)


def report_page(title: str, found: Class, anonymous: bool) -> str:
    """The page. anonymous: submissions are numbers, and there is nothing to open."""
    who = "Submissions are numbered in a random order; no student is named." if anonymous else ""
    header = join(
        tag("p", "Report on a class", class_="who"),
        tag("h1", title),
        tag("p", _in_words(found), class_="soft"),
        tag("p", who, class_="soft") if who else None,
    )
    main = [_glance(found)]
    if found.graded:
        main += [
            _exercises(found),
            _mistakes(found, anonymous),
            _unnamed(found, anonymous),
            _tests(found),
            _tell(found),
        ]
    main += [_problems(found, anonymous), _time(found, anonymous)]
    return page(f"{title}: report", header, main)


def _in_words(found: Class) -> str:
    words = f"{count(len(found.entries), 'submission')} graded"
    if found.ungraded:
        words += f", {found.ungraded} not graded yet"
    broken = len(found.entries) - len(found.graded)
    return f"{words}, {broken} of them not gradable." if broken else f"{words}."


def _glance(found: Class) -> Html:
    if not found.graded:
        return section("At a glance", tag("p", "There is nothing to count yet."), id="glance")
    mean = sum(found.points) / len(found.points)
    numbers = {
        "Submissions": len(found.graded),
        "Mean": points(round(mean, 1)),
        "Lower quartile": points(found.quantile(0.25)),
        "Median": points(found.quantile(0.5)),
        "Upper quartile": points(found.quantile(0.75)),
        "Full marks": sum(got >= found.full for got in found.points),
    }
    tiles = [tag("div", tag("dt", name), tag("dd", value)) for name, value in numbers.items()]
    return section(
        "At a glance",
        tag("dl", tiles, class_="tiles"),
        tag("h3", f"Submissions by points, of {points(found.full)}"),
        histogram(found.histogram(), found.full, found.quantile(0.5)),
        tag(
            "p",
            "Points as the gradebook has them, manual grades included, before any penalty for lateness. What could not"
            " be graded is left out.",
            class_="soft",
        ),
        id="glance",
    )


def _exercises(found: Class) -> Html:
    rows = [
        [tag("code", name), points(round(mean, 1)), bar(mean, full), points(full), complete]
        for name, mean, full, complete in found.exercises()
    ]
    columns = ["Exercise", "#Points on average", "Share", "#of", "#Full marks"]
    return section("Exercises", table("Points of each exercise, on average", columns, rows), id="exercises")


def _tests(found: Class) -> Html:
    columns = ["Test", "Share", *[f"#{SIGNS[status]}" for status in STATUSES]]
    exercises: dict[str, list[list]] = {}
    for row in found.tests():
        numbers = [row.statuses[status] or "·" for status in STATUSES]
        exercises.setdefault(row.exercise, []).append([row.what, shares(row.statuses), *numbers])
    tables = [
        [tag("h3", tag("code", name)), table(f"What became of each test of {name}", columns, rows)]
        for name, rows in exercises.items()
    ]
    return section("Tests", tables, id="tests")


def _tell(found: Class) -> Html | None:
    tests = found.tests()
    never = [row for row in tests if not row.lost]
    always = [row for row in tests if not row.statuses["passed"]]
    parts = []
    for heading, words, rows in (("Nobody passed", ALWAYS, always), ("Everybody passed", NEVER, never)):
        if rows:
            items = [tag("li", tag("code", row.exercise), f": {row.what}") for row in rows]
            parts += [tag("h3", f"{heading}: {count(len(rows), 'test')}"), tag("p", words), tag("ul", items)]
    return section("Tests that tell nobody apart", parts, id="tell") if parts else None


def _mistakes(found: Class, anonymous: bool) -> Html | None:
    rows = [
        [
            join(tag("b", in_words(row.name)), tag("p", row.message, class_="soft")),
            tag("code", row.exercise),
            len(row.labels),
            *([] if anonymous else [_labels(row.labels)]),
        ]
        for row in found.mistakes()
    ]
    unfinished = [
        tag("li", tag("code", name), f": {count(len(labels), 'submission')}", _behind(labels, anonymous))
        for name, labels in found.unfinished()
    ]
    if not rows and not unfinished:
        return None
    columns = ["Mistake, and what the student is told", "Exercise", "#How often", *([] if anonymous else ["Who"])]
    return section(
        "What went wrong",
        table("Mistakes that have a name, the commonest first", columns, rows) if rows else None,
        [tag("h3", "Not finished"), tag("ul", unfinished)] if unfinished else None,
        id="mistakes",
    )


def _unnamed(found: Class, anonymous: bool) -> Html | None:
    groups = found.unnamed()
    if not groups:
        return None
    left = len(groups) - MOST_GROUPS
    words = (
        "Wrong in a way that no known mistake explains. Those that fail the same tests and are told the same stand"
        " together; the largest group first. A group that is worth a name can get one in autograder/mistakes/."
    )
    return section(
        "Wrong, and without a name",
        tag("p", words, class_="soft"),
        tag("ul", [_group(group, found.assignment, anonymous) for group in groups[:MOST_GROUPS]], class_="tests"),
        tag("p", f"{left} more groups are left out.", class_="left-out") if left > 0 else None,
        id="unnamed",
    )


def _group(group: UnnamedRow, assignment: str, anonymous: bool) -> Html:
    first, *others = group.labels
    file = f"submitted/{first}/{assignment}/{assignment}.ipynb"
    tests = tag("ul", [tag("li", test) for test in group.tests])
    return tag(
        "li",
        tag("p", tag("code", group.exercise), f": {count(len(group.labels), 'submission')}", class_="kind"),
        tag("p", printed(group.said, 600)[0], class_="message"),
        None if anonymous else tag("p", "One to open: ", tag("code", file), class_="soft"),
        tag("p", f"Alike: {_labels(others)}", class_="soft") if others and not anonymous else None,
        tag("details", tag("summary", f"Fails {count(len(group.tests), 'test')}"), tests),
    )


def _problems(found: Class, anonymous: bool) -> Html | None:
    rows = [
        [f"Submission {entry.label}" if anonymous else entry.label, printed(entry.problem, 600)[0]]
        for entry in found.entries
        if entry.problem
    ]
    if not rows:
        return None
    columns = ["Submission", "Why"]
    return section("Not gradable", table("Submissions that could not be graded, and why", columns, rows), id="problems")


def _time(found: Class, anonymous: bool) -> Html | None:
    slow = found.slowest()
    if not slow:
        return None
    timed = sorted((row for row in found.tests() if row.seconds), key=lambda row: -row.seconds[0])[:5]
    submissions = [
        [f"Submission {entry.label}" if anonymous else entry.label, f"{entry.seconds:.2f}"] for entry in slow
    ]
    tests = [
        [join(tag("code", row.exercise), f": {row.what}"), *[f"{one:.3f}" for one in row.seconds]] for row in timed
    ]
    total = sum(entry.seconds or 0 for entry in found.entries)
    return section(
        "Time",
        tag("p", f"The tests of all submissions took {total:,.1f} seconds together.", class_="soft"),
        table("The slowest submissions", ["Submission", "#Seconds of testing"], submissions),
        table("The slowest tests", ["Test", "#Seconds on average", "#at most"], tests) if tests else None,
        id="time",
    )


def _labels(labels: Sequence[str]) -> str:
    """Who, as far as there is room."""
    shown = ", ".join(labels[:MOST_LABELS])
    return f"{shown} and {len(labels) - MOST_LABELS} more" if len(labels) > MOST_LABELS else shown


def _behind(labels: tuple[str, ...], anonymous: bool) -> str | None:
    return None if anonymous or not labels else f" ({_labels(labels)})"
