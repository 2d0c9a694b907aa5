"""Broken in form: what the cells hold counts, whatever became of the file."""

import copy
import json
from collections.abc import Callable

from classroom import Pupil, handed_in, own, right

NAME = "02_pooling"


def _pupil(name: str, change: Callable, points: float = 100, reason: str = "", note: str = "", answers=None) -> Pupil:
    return Pupil(name, "broken", NAME, handed_in(NAME, answers, change=change), points, reason, note)


def _place(nb: dict, grade_id: str = "pool_forward") -> int:
    marks = [cell["metadata"].get("nbgrader", {}).get("grade_id") for cell in nb["cells"]]
    return marks.index(grade_id)


def _no_metadata(nb):
    for cell in nb["cells"]:
        cell["metadata"] = {}
        cell.pop("id", None)


def _moved_up(nb):
    nb["cells"].insert(3, nb["cells"].pop(_place(nb)))


def _moved_down(nb):
    nb["cells"].append(nb["cells"].pop(_place(nb)))


def _tests_deleted(nb):
    nb["cells"] = [cell for cell in nb["cells"] if not cell["metadata"].get("nbgrader", {}).get("grade")]


def _tests_changed(nb):
    for cell in nb["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade"):
            cell["source"] = "assert True"


def _stub_behind(nb):
    stub = copy.deepcopy(nb["cells"][_place(nb)])
    stub["source"] = 'def pool_forward(A_prev, hparameters, mode="max"):\n    pass'
    nb["cells"].append(stub)


def _split(nb):
    place = _place(nb)
    head, tail = nb["cells"][place]["source"].split("    for i in range(m):", 1)
    nb["cells"][place]["source"] = head
    nb["cells"].insert(place + 1, own("    for i in range(m):" + tail))


def _in_a_cell_of_its_own(nb):
    place = _place(nb)
    nb["cells"].insert(place, own(nb["cells"][place]["source"]))
    nb["cells"].pop(place + 1)


def _markdown(nb):
    cell = nb["cells"][_place(nb)]
    cell.update(cell_type="markdown")
    cell.pop("outputs", None)
    cell.pop("execution_count", None)


def _version_3(nb) -> bytes:
    cells = []
    for cell in nb["cells"]:
        new = {"cell_type": cell["cell_type"], "metadata": cell["metadata"]}
        key = "input" if cell["cell_type"] == "code" else "source"
        more = {"outputs": [], "language": "python", "collapsed": False} if key == "input" else {}
        cells.append(new | {key: cell["source"]} | more)
    return json.dumps({"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": cells}]}).encode()


def _lines(nb):
    for cell in nb["cells"]:
        cell["source"] = cell["source"].splitlines(keepends=True)


def _crlf(nb):
    for cell in nb["cells"]:
        cell["source"] = cell["source"].replace("\n", "\r\n")


def _spaces(nb):
    cell = nb["cells"][_place(nb)]
    cell["source"] = cell["source"].replace("    ", "\u00a0   ")


def _kernelspec(nb):
    nb["metadata"]["kernelspec"] = {"name": "python2", "display_name": "Python 2", "language": "julia"}


def _much_output(nb):
    nb["cells"][_place(nb)]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "x" * 20_000_000}]


PUPILS = [
    _pupil("nbformat 3", _version_3),
    _pupil("lists of lines", _lines),
    _pupil("CRLF", _crlf),
    _pupil("a byte-order mark", lambda nb: b"\xef\xbb\xbf" + json.dumps(nb).encode()),
    _pupil("UTF-16", lambda nb: json.dumps(nb).encode("utf-16")),
    _pupil("spaces that do not break", _spaces),
    _pupil("an old kernelspec", _kernelspec),
    _pupil("outputs of 20 MB", _much_output),
    _pupil("metadata lost", _no_metadata),
    _pupil("answer moved up", _moved_up, note="another order"),
    _pupil("answer moved down", _moved_down, note="another order"),
    _pupil("tests deleted", _tests_deleted, note="put back"),
    _pupil("tests changed", _tests_changed, note="put back"),
    _pupil(
        "tests changed and nothing right", _tests_changed, 0, "there is no function", answers={"pool_forward": "nobody"}
    ),
    _pupil("the stub once more behind", _stub_behind),
    _pupil("answer in a cell of its own", _in_a_cell_of_its_own, note="without its grade id"),
    _pupil("answer became text", _markdown, note="turned back"),
    _pupil("answer split in two", _split),
    _pupil("answer deleted", lambda nb: nb["cells"].pop(_place(nb)) and None, 0, "not finished", "is missing"),
    _pupil("no cells", lambda nb: nb["cells"].clear(), 0, "not finished"),
    _pupil("empty", lambda nb: b"", 0, "not a notebook: the file is empty"),
    _pupil("cut off", lambda nb: json.dumps(nb).encode()[:9000], 0, "not a notebook: the file is cut off"),
    _pupil("a zip", lambda nb: b"PK\x03\x04", 0, "not a notebook: it is a zip"),
    _pupil("nested deeply", lambda nb: b"[" * 1_000_000, 0, "not a notebook"),
    _pupil("a picture", lambda nb: b"\x89PNG\r\n", 0, "not a notebook: it is a picture"),
    _pupil("a script", lambda nb: right("pool_forward").encode(), 0, "not a notebook: it is a script"),
    _pupil("all cells twice", lambda nb: nb["cells"].extend(copy.deepcopy(nb["cells"])), note="Two cells had"),
]
