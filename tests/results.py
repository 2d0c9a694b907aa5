"""Results of grading as autograded/ keeps them, made up for tests of the pages; and a strict reader of pages."""

import json
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser

from conftest import Class

from autograder.naming.explanation import Compared, Counterexample, Explanation, Named
from autograder.notebook import Solved

VOID = {"meta", "br", "hr", "img"}
FORBIDDEN = {"script", "iframe", "object", "embed", "link", "form", "base", "input", "video", "audio", "image", "use"}


def test_of(
    solved: Solved, number: int, status: str = "passed", message: str = "", points: float | None = None, **more
) -> dict:
    """The verdict on a test cell of a notebook."""
    cell = solved.tests[number]
    got = (cell.points if status == "passed" else 0.0) if points is None else points
    verdict = {"id": cell.id, "name": cell.name, "points": got, "max_points": cell.points}
    return verdict | {"status": status, "message": message, "mistake": None} | more


test_of.__test__ = False


def result(solved: Solved, lost: Mapping[int, Mapping] | None = None, own: Sequence[Mapping] = (), **more) -> dict:
    """An executed notebook. lost: by a test's number, what differs of its verdict. own: cells that a student added."""
    tests = [test_of(solved, number, **(lost or {}).get(number, {})) for number in range(len(solved.tests))]
    record = {"key": "k", "assignment": solved.name, "tests": tests, "notes": [], "problem": ""} | more
    record |= {name: sum(test[name] for test in tests) for name in ("points", "max_points")}
    cells = json.loads(json.dumps(solved.nb.cells))
    for cell in cells:
        if cell["cell_type"] == "code":
            cell["outputs"] = []
    cells += [{"id": f"own-{number}", "metadata": {}, **cell} for number, cell in enumerate(own)]
    return {"cells": cells, "metadata": {"autograder": record}, "nbformat": 4, "nbformat_minor": 5}


def keep(course: Class, student: str, executed: dict) -> None:
    """Put a result where grading puts it, and something handed in where that was."""
    name = executed["metadata"]["autograder"]["assignment"]
    for folder, text in ((course.autograded, json.dumps(executed)), (course.submitted, "{}")):
        path = folder / student / name / f"{name}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def explanation(exercise: str = "pool_forward", **more) -> dict:
    """An explanation with a mistake and a small case, as data."""
    expected, got = [[[[4.0], [3.0]], [[5.0], [6.0]]]], [[[[4.0], [4.0]], [[5.0], [6.0]]]]
    image = [[[[1.0], [-2.0], [3.0], [0.0]], [[4.0], [0.0], [-1.0], [2.0]]]]
    compared = Compared("A", expected, got, (0, 0, 1, 0), ("A_prev", (0, 0, 2, 0), (0, 1, 3, 0)))
    case = Counterexample(
        "A, cache = pool_forward(A_prev, {})", "[[4. 3.]]", "[[4. 4.]]", (compared,), (("A_prev", image),)
    )
    named = Named(exercise, "starts_from_zero", "Your maximum starts from 0.", "2.2 One number for a window")
    made = {"exercise": exercise, "mistakes": (named,), "seen": "", "example": case} | more
    return json.loads(json.dumps(Explanation(**made).as_dict()))


class Page(HTMLParser):
    """A page, read strictly: what is opened is closed, ids are unique, nothing runs, and nothing lies outside of it."""

    def __init__(self, text: str):
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict]] = []
        self.text = ""
        self.folded = ""
        assert text.startswith("<!DOCTYPE html>\n<html ")
        self.feed(text)
        self.close()
        assert self.open == [], self.open
        ids = [attributes["id"] for _, attributes in self.elements if "id" in attributes]
        assert len(ids) == len(set(ids))
        links = [attributes["href"] for _, attributes in self.elements if "href" in attributes]
        assert {link for link in links if not link.startswith("#")} == set()
        assert {link[1:] for link in links} <= set(ids)
        named = [attributes["aria-labelledby"] for _, attributes in self.elements if "aria-labelledby" in attributes]
        assert set(named) <= set(ids)

    def handle_starttag(self, name, attributes):
        names = [key for key, _ in attributes]
        assert len(names) == len(set(names)) and name not in FORBIDDEN, (name, names)
        assert [
            key for key in names if key.startswith("on") or key in ("style", "srcset", "action", "background")
        ] == []
        for key, value in attributes:
            assert key not in ("src", "data") or value.startswith(("data:image/png;base64,", "data:image/jpeg;base64,"))
        self.elements.append((name, dict(attributes)))
        if name not in VOID:
            self.open.append(name)

    def handle_startendtag(self, name, attributes):
        raise AssertionError(f"<{name}/>")

    def handle_endtag(self, name):
        assert self.open and self.open[-1] == name, (name, self.open, self.getpos())
        self.open.pop()

    def handle_data(self, data):
        if "style" in self.open:
            return
        self.text += data
        if "details" in self.open:
            self.folded += data

    def handle_comment(self, data):
        raise AssertionError(f"<!--{data}-->")

    def handle_pi(self, data):
        raise AssertionError(f"<?{data}>")

    def having(self, **attributes: str) -> list[tuple[str, dict]]:
        """The elements with these attributes; class_ is one of the classes."""
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}

        def has(found: dict, key: str, value: str) -> bool:
            return value in found.get(key, "").split() if key == "class" else found.get(key) == value

        return [one for one in self.elements if all(has(one[1], *item) for item in wanted.items())]

    @property
    def headings(self) -> list[int]:
        return [int(name[1]) for name, _ in self.elements if name in ("h1", "h2", "h3", "h4", "h5", "h6")]
