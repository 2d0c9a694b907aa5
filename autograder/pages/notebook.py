"""The notebook as it ran: what the student wrote lies open, what the course gave is folded, tests are their names."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from autograder.pages.code import Outputs, code
from autograder.pages.markdown import LONGEST, headings, text_of_course, text_of_student
from autograder.pages.markup import Html, join, tag

MOST_CELLS = 500
# Characters of all text cells of a student's together: of tables, as many as that take several seconds.
MOST_TEXT = 5 * LONGEST

_HIDDEN = re.compile(
    r"^[^\n]*### BEGIN HIDDEN TESTS.*?(?:^[^\n]*### END HIDDEN TESTS[^\n]*\n?|\Z)", re.DOTALL | re.MULTILINE
)
_PLAIN = re.compile(r"[^\w]+")
_NUMBER = re.compile(r"^[\d.]+[\s·]+")


class Section(NamedTuple):
    """A heading of the course, and the id that it has on a page."""

    heading: str
    id: str


class Course:
    """What of a notebook the course has written. given: the text of each cell that students are not asked to write, by
    its id. sections: by the name of each, with its number and without."""

    def __init__(self, cells: Sequence[Mapping]):
        """cells: those of the solved notebook."""
        self.given = {
            cell["id"]: cell["source"] for cell in cells if not cell["metadata"].get("nbgrader", {}).get("solution")
        }
        self.sections: dict[str, Section] = {}
        for cell in cells:
            for heading in headings(cell["source"]) if cell["cell_type"] == "markdown" else []:
                section = Section(heading, "section-" + _PLAIN.sub("-", heading.lower()).strip("-"))
                self.sections.setdefault(heading, section)
                self.sections.setdefault(_NUMBER.sub("", heading), section)
        titles = [heading for cell in cells if cell["cell_type"] == "markdown" for heading in headings(cell["source"])]
        self.title = titles[0] if titles else ""

    def wrote(self, cell: Mapping) -> bool:
        """Whether a cell is the course's own, unchanged."""
        return self.given.get(cell.get("id")) == cell["source"]


def is_test(cell: Mapping) -> bool:
    """Whether a cell is one of the hidden tests, of which only the name is shown."""
    marks = cell["metadata"].get("nbgrader", {})
    return bool(marks.get("grade") and not marks.get("solution") and marks.get("points"))


def notebook(cells: Sequence[Mapping], course: Course, tests: Mapping[str, Html]) -> Html:
    """The cells of an executed notebook. tests: what to show in the place of test cells, by the grade id of one."""
    outputs, placed, room = Outputs(), set(), MOST_TEXT
    parts, run, tested = [], [], []

    def close() -> None:
        """Put what the course gave, and the tests behind it, onto the page."""
        if run:
            parts.append(_fold(run))
        parts.extend(tag("p", shown, class_="tested") for shown in dict.fromkeys(tested))
        run.clear()
        tested.clear()

    for cell in cells[:MOST_CELLS]:
        if is_test(cell):
            shown = tests.get(cell["metadata"]["nbgrader"].get("grade_id"))
            tested += [] if shown is None else [shown]
            continue
        own = not course.wrote(cell)
        if own or tested:
            close()
        if own:
            limit = max(min(LONGEST, room), 0)
            room -= len(cell["source"]) if cell["cell_type"] != "code" else 0
            source = cell["source"] if cell.get("id") not in course.given else without_hidden(cell["source"])
            parts.append(_own(source, cell, outputs, limit))
        else:
            run.append((cell, _given(cell, course, outputs, placed)))
    close()
    more = len(cells) - MOST_CELLS
    return join(parts, tag("p", f"{more:,} more cells are left out here.", class_="left-out") if more > 0 else None)


def _given(cell: Mapping, course: Course, outputs: Outputs, placed: set[str]) -> Html:
    """A cell of the course, to which a link to any of its headings leads that has no place on the page yet."""
    if cell["cell_type"] != "code":
        names = [course.sections[name].id for name in headings(cell["source"]) if name in course.sections]
        places = [name for name in dict.fromkeys(names) if name not in placed]
        placed.update(places)
        marks = [tag("span", id=place) for place in places[1:]]
        text = text_of_course(without_hidden(cell["source"]))
        return tag("div", marks, text, id=places[0] if places else None, class_="text")
    return tag("div", code(without_hidden(cell["source"])), outputs.show(cell.get("outputs", [])))


def _fold(run: list[tuple[Mapping, Html]]) -> Html:
    names = [name for cell, _ in run if cell["cell_type"] == "markdown" for name in headings(cell["source"])]
    cells = f"{len(run)} {'cell' if len(run) == 1 else 'cells'} of the course"
    summary = tag("summary", cells, ": " + " · ".join(names).replace("`", "") if names else None)
    return tag("details", summary, [shown for _, shown in run], class_="given")


def _own(source: str, cell: Mapping, outputs: Outputs, limit: int) -> Html:
    if cell["cell_type"] == "code":
        return tag("div", code(source), outputs.show(cell.get("outputs", [])), class_="own")
    return tag("div", text_of_student(source, limit), class_="own text")


def without_hidden(source: str) -> str:
    """A cell without what stands between the marks of hidden tests."""
    return _HIDDEN.sub("", source) if "### BEGIN HIDDEN TESTS" in source else source
