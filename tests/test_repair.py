"""Whatever became of a submission: it is read, the tests are the source's, and the answers are found."""

import ast
import contextlib
import copy
import gzip
import io
import itertools
import json
import re
import time
import zipfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from autograder.judging.ending import TooLong, at_most
from autograder.notebook import Solved
from autograder.repairing import matching, reading
from autograder.repairing.definitions import keeps_nothing, look, misspelt
from autograder.repairing.reading import NotANotebook, clean_code, contents, read
from autograder.repairing.repair import Repaired, repair, repair_against
from autograder.repairing.source import Source

ROOT = Path(__file__).parents[1]
NAMES = ["01_convolution", "02_pooling", "03_convolution_backward", "04_pooling_backward"]


@cache
def solved(name: str) -> Solved:
    return Solved.read(ROOT / "solutions" / name / f"{name}.ipynb")


@cache
def _release(name: str) -> str:
    return (ROOT / "notebooks" / name / f"{name}.ipynb").read_text("utf-8")


@cache
def source(name: str) -> Source:
    return Source.of(solved(name), json.loads(_release(name)))


def empty(name: str) -> dict:
    """The notebook as a student gets it."""
    return json.loads(_release(name))


def filled(name: str) -> dict:
    """The notebook with the solution's answers, as an honest student hands it in."""
    nb = empty(name)
    answers = {cell["id"]: cell["source"] for cell in solved(name).nb["cells"]}
    for cell in nb["cells"]:
        if is_answer(cell):
            cell["source"] = answers[cell["id"]]
    return nb


def is_answer(cell: dict) -> bool:
    return bool(cell["metadata"].get("nbgrader", {}).get("solution"))


def code(text: str, **rest) -> dict:
    return {"cell_type": "code", "metadata": {}, "source": text, "outputs": [], "execution_count": None} | rest


def at(nb: dict, id: str) -> int:
    return next(number for number, cell in enumerate(nb["cells"]) if cell.get("id") == id)


def cell_of(nb: dict, id: str) -> dict:
    return nb["cells"][at(nb, id)]


def mended(nb: dict, name: str = "01_convolution") -> Repaired:
    return repair_against(source(name), read(json.dumps(nb).encode()))


def texts(repaired: Repaired, *kinds: str) -> list[str]:
    return [cell.source for cell in repaired.cells if cell.kind in kinds]


def answer(repaired: Repaired, id: str) -> str:
    (found,) = [cell.source for cell in repaired.cells if cell.kind == "answer" and cell.grade_id == id]
    return found


def lost(repaired: Repaired, name: str) -> list[str]:
    """The tests that fail when the repaired notebook's set-up, answers and own cells run, and its tests after them."""
    space: dict = {"__name__": "__main__"}
    failed = []
    for cell in sorted(repaired.cells, key=lambda cell: cell.kind == "test"):
        runs = cell.kind in ("answer", "own", "test") or cell.id == "setup"
        if not (runs and cell.cell_type == "code"):
            continue
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(cell.source, f"<{cell.id}>", "exec"), space)
        except Exception:
            if cell.kind == "test":
                failed.append(cell.grade_id)
    return failed


def state(repaired: Repaired, *names: str) -> list:
    """The values of some names after the answers and own cells have run."""
    space: dict = {}
    for cell in repaired.cells:
        if cell.kind in ("answer", "own") and cell.cell_type == "code":
            with contextlib.suppress(Exception):
                exec(compile(cell.source, f"<{cell.id}>", "exec"), space)
    return [space.get(name) for name in names]


def assert_is_in_shape(repaired: Repaired, name: str) -> None:
    """The source's cells are there once each, in order, given ones and tests unmodified; all ids are different.

    An answer that another cell needs may come earlier, but never later than in the source.
    """
    ids = [cell.id for cell in source(name).cells]
    known = {cell.id: cell for cell in repaired.cells if cell.id in ids}
    found = [ids.index(id) for id in known]
    assert sorted(found) == list(range(len(ids)))
    for number in found:
        above = found[: found.index(number)]
        later = [ids[one] for one in above if one > number]
        assert all(known[id].kind == "answer" for id in later)
    for one in source(name).cells:
        cell = known[one.id]
        assert cell.kind == one.kind or not one.locked
        assert cell.grade_id == one.grade_id and cell.cell_type == one.cell_type
        if one.locked and one.kind != "answer":
            assert cell.source == one.source
    tests = [cell for cell in repaired.cells if cell.kind == "test"]
    assert [(cell.grade_id, cell.source) for cell in tests] == [(test.id, test.source) for test in solved(name).tests]
    assert len({cell.id for cell in repaired.cells}) == len(repaired.cells)


def again(repaired: Repaired) -> dict:
    """A repaired notebook as a submission."""
    cells = [
        {
            "cell_type": cell.cell_type,
            "id": cell.id,
            "metadata": {"nbgrader": {"grade_id": cell.grade_id}} if cell.grade_id else {},
            "source": cell.source,
        }
        for cell in repaired.cells
    ]
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}


def without_place(repaired: Repaired) -> list[tuple]:
    return [(cell.kind, cell.cell_type, cell.source, cell.grade_id, cell.id) for cell in repaired.cells]


# Nothing to mend


@pytest.mark.parametrize("name", NAMES)
def test_an_unchanged_submission_keeps_its_answers_and_gets_full_marks(name):
    repaired = mended(filled(name), name)
    assert repaired.notes == []
    assert_is_in_shape(repaired, name)
    assert [cell.id for cell in repaired.cells] == [cell.id for cell in source(name).cells]
    assert texts(repaired, "answer") == [cell["source"] for cell in solved(name).nb["cells"] if is_answer(cell)]
    assert texts(repaired, "own") == []
    assert lost(repaired, name) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_release_itself_stays_empty(name):
    repaired = mended(empty(name), name)
    assert repaired.notes == []
    assert texts(repaired, "answer") == ["".join(cell["source"]) for cell in empty(name)["cells"] if is_answer(cell)]
    assert set(lost(repaired, name)) == {test.id for test in solved(name).tests}


@pytest.mark.parametrize("name", NAMES)
def test_without_the_release_what_students_got_is_derived_from_the_source(name):
    derived, released = Source.of(solved(name)), source(name)
    assert [one.released.rstrip() for one in derived.cells] == [one.released.rstrip() for one in released.cells]
    submitted = read(json.dumps(filled(name)).encode())
    assert repair(solved(name), None, submitted) == repair_against(released, submitted)


def test_own_cells_stay_where_they_were():
    nb = filled("01_convolution")
    nb["cells"].insert(at(nb, "zero_pad-check"), code("import math", id="mine"))
    nb["cells"].insert(at(nb, "zero_pad-check") + 1, {"cell_type": "markdown", "metadata": {}, "source": "My note"})
    nb["cells"].insert(0, code("first = 1"))
    repaired = mended(nb)
    assert repaired.notes == []
    ids = [cell.id for cell in repaired.cells]
    assert repaired.cells[0].source == "first = 1" and repaired.cells[0].kind == "own"
    assert ids.index("mine") == ids.index("zero_pad-check") - 1 == ids.index("zero_pad-hints") + 1
    assert repaired.cells[ids.index("zero_pad-check") + 1].source == "My note"


def test_text_that_is_not_locked_stays_as_the_student_left_it():
    nb = filled("01_convolution")
    cell_of(nb, "notation-quick")["source"] = "It is 10 × 64 × 64 × 3."
    repaired = mended(nb)
    (found,) = [cell for cell in repaired.cells if cell.id == "notation-quick"]
    assert (found.kind, found.source) == ("own", "It is 10 × 64 × 64 × 3.")


def test_a_copy_of_a_given_cell_without_ids_is_left_out():
    nb = filled("01_convolution")
    nb["cells"] += [code("".join(cell_of(nb, "zero_pad-check")["source"]) + "  \n"), code("pictures.volume()")]
    repaired = mended(nb)
    assert texts(repaired, "own") == []


# Cells that were changed


def test_locked_cells_and_tests_are_put_back():
    nb = filled("01_convolution")
    cell_of(nb, "zero_pad-check")["source"] = "print('✓')"
    cell_of(nb, "zero_pad-pads")["source"] = "assert True"
    cell_of(nb, "padding-picture")["cell_type"] = "markdown"
    del nb["cells"][at(nb, "setup")]
    repaired = mended(nb)
    assert_is_in_shape(repaired, "01_convolution")
    assert texts(repaired, "own") == []
    assert "Locked cells that had been changed were put back: zero_pad-check and zero_pad-pads." in repaired.notes
    assert "Cells that were missing were put back: setup." in repaired.notes
    assert lost(repaired, "01_convolution") == []


def test_what_was_defined_in_a_locked_cell_is_kept():
    nb = filled("01_convolution")
    answered, setup = cell_of(nb, "zero_pad"), cell_of(nb, "setup")
    more = "import math as m\ntry:\n    import numba\nexcept ImportError:\n    numba = None\nSMALL, X = 1e-9, 2"
    setup["source"] = "".join(setup["source"]) + f"\n{more}\nnp = 3\nnp.x = 4\nprint(m)"
    cell_of(nb, "zero_pad-published")["source"] = "# zero_pad: the published values\n" + answered["source"]
    answered["source"] = cell_of(empty("01_convolution"), "zero_pad")["source"]
    repaired = mended(nb)
    assert texts(repaired, "own") == [more]
    assert "What you had added to setup, which is locked, ran in a cell of its own." in repaired.notes
    assert lost(repaired, "01_convolution") == []


def test_a_copy_of_a_locked_cell_that_was_changed_is_the_students_own():
    nb = filled("01_convolution")
    check = copy.deepcopy(cell_of(nb, "zero_pad-check"))
    check["source"] = "print(zero_pad(np.ones((1, 1, 1, 1)), 2))"
    nb["cells"].insert(at(nb, "zero_pad-check"), check)
    nb["cells"].insert(at(nb, "zero_pad-check") + 2, copy.deepcopy(cell_of(nb, "zero_pad-published")))
    repaired = mended(nb)
    assert texts(repaired, "own") == [check["source"]]
    assert_is_in_shape(repaired, "01_convolution")


def test_a_deleted_answer_is_put_back_empty_and_costs_only_itself():
    nb = filled("01_convolution")
    del nb["cells"][at(nb, "zero_pad")]
    repaired = mended(nb)
    assert answer(repaired, "zero_pad") == "".join(cell_of(empty("01_convolution"), "zero_pad")["source"])
    assert repaired.notes == ["The cell of zero_pad is missing from the notebook; it was put back, empty."]
    assert {test.partition("-")[0] for test in lost(repaired, "01_convolution")} == {"zero_pad"}


def test_of_copies_of_an_answer_the_last_one_that_is_filled_in_counts():
    nb = filled("01_convolution")
    stub, right = cell_of(empty("01_convolution"), "zero_pad"), cell_of(nb, "zero_pad")
    wrong = right | {"source": "def zero_pad(X, pad):\n    return X"}
    for copies, points_lost in (([wrong, right, stub], False), ([right, wrong, stub], True), ([stub, right], False)):
        nb["cells"][at(nb, "zero_pad") : at(nb, "zero_pad") + 1] = copies
        repaired = mended(nb)
        assert any("cells had the grade id zero_pad; the last one that is filled in" in note for note in repaired.notes)
        assert bool(lost(repaired, "01_convolution")) == points_lost
        assert answer(repaired, "zero_pad") == (wrong if points_lost else right)["source"]
        nb = filled("01_convolution")


@pytest.mark.parametrize("first", [True, False], ids=["above the stub", "below the stub"])
def test_a_solution_in_a_cell_of_the_students_own_counts(first):
    nb, stub = filled("01_convolution"), cell_of(empty("01_convolution"), "conv_forward")
    own = code(cell_of(nb, "conv_forward")["source"])
    place = at(nb, "conv_forward")
    nb["cells"][place : place + 1] = [own, stub] if first else [stub, own]
    repaired = mended(nb)
    assert "The answer to conv_forward was found in a cell without its grade id." in repaired.notes
    assert texts(repaired, "own") == []
    assert lost(repaired, "01_convolution") == []
    nb["cells"].append(nb["cells"].pop(at(nb, "conv_forward")))
    assert lost(mended(nb), "01_convolution") == []


def test_a_later_definition_of_the_students_own_wins_as_in_a_kernel():
    nb = filled("01_convolution")
    nb["cells"].append(code("def zero_pad(X, pad):\n    return 'later'"))
    nb["cells"].insert(0, code("def conv_forward(A_prev, W, b, hparameters):\n    return 'earlier'"))
    zero_pad, conv_forward = state(mended(nb), "zero_pad", "conv_forward")
    assert zero_pad(0, 0) == "later"
    assert conv_forward.__code__.co_filename == "<conv_forward>"


def test_a_value_of_another_kind_is_an_answer_too():
    nb = empty("01_convolution")
    nb["cells"].insert(2, code("pad_it = lambda X, pad: 'mine'\nzero_pad = pad_it"))
    nb["cells"].insert(
        2, code("try:\n    import numba\nexcept ImportError:\n    def conv_single_step(a, W, b):\n        return 7")
    )
    zero_pad, conv_single_step = state(mended(nb), "zero_pad", "conv_single_step")
    assert zero_pad(1, 1) == "mine" and conv_single_step(1, 1, 1) == 7


def test_all_answers_in_one_cell():
    nb = empty("01_convolution")
    answers = [cell["source"] for cell in filled("01_convolution")["cells"] if is_answer(cell)]
    nb["cells"].insert(3, code("\n\n".join(answers)))
    repaired = mended(nb)
    assert lost(repaired, "01_convolution") == []
    nb["cells"] = [nb["cells"][3]]
    repaired = mended(nb)
    assert "The cell of conv_forward is missing; its answer was found in another cell." in repaired.notes
    assert lost(repaired, "01_convolution") == []
    assert without_place(mended(again(repaired))) == without_place(repaired)


def test_a_stub_below_the_answer_in_one_cell_does_not_override_it():
    nb = filled("01_convolution")
    cell_of(nb, "zero_pad")["source"] += "\n\n" + "".join(cell_of(empty("01_convolution"), "zero_pad")["source"])
    assert lost(mended(nb), "01_convolution") == []


@pytest.mark.parametrize("body", ["pass", "...", "'''Doc.'''", "return None", "raise NotImplementedError('todo')"])
def test_a_function_without_a_body_does_not_override_an_answer(body):
    nb = filled("01_convolution")
    nb["cells"].append(code(f"def zero_pad(X, pad):\n    {body}"))
    assert lost(mended(nb), "01_convolution") == []


def test_helpers_in_the_cell_of_an_empty_stub_are_kept():
    nb, stub = filled("01_convolution"), cell_of(empty("01_convolution"), "zero_pad")
    own = code(cell_of(nb, "zero_pad")["source"].replace("np.pad(", "helper("))
    place = at(nb, "zero_pad")
    nb["cells"][place : place + 1] = [stub | {"source": "helper = np.pad\n" + "".join(stub["source"])}, own]
    repaired = mended(nb)
    assert "The empty version of zero_pad was left out, since another cell holds an answer." in repaired.notes
    assert lost(repaired, "01_convolution") == []


@pytest.mark.parametrize("kind", ["markdown", "raw"])
def test_an_answer_that_became_text_is_code_again(kind):
    nb = filled("01_convolution")
    for id in ("zero_pad", "conv_forward"):
        cell_of(nb, id)["cell_type"] = kind
    cell_of(nb, "zero_pad")["metadata"] = {}
    cell_of(nb, "zero_pad")["source"] = f"```python\n{cell_of(nb, 'zero_pad')['source']}\n```"
    del cell_of(nb, "zero_pad")["id"]
    repaired = mended(nb)
    assert any(note.startswith("The cell of conv_forward had become a") for note in repaired.notes)
    assert lost(repaired, "01_convolution") == []


FENCES = {
    "words around": "Here is my answer:\n\n```python\n{}\n```\n\nIt took me an hour.",
    "tildes": "~~~python\n{}\n~~~",
    "attributes": "```{{code-cell}} ipython3\n{}\n```",
    "four": "````\n{}\n````\n",
    "never closed": "```python\n{}",
    "a helper in a block of its own": "```python\nhelper = np.pad\n```\nand then\n```python\n{}\n```",
}


@pytest.mark.parametrize("fence", FENCES.values(), ids=FENCES)
def test_an_answer_between_fences_is_code_again(fence):
    nb = filled("01_convolution")
    cell = cell_of(nb, "zero_pad")
    cell |= {"cell_type": "markdown", "source": fence.format("".join(cell["source"]))}
    assert lost(mended(nb), "01_convolution") == []


def test_an_answer_put_aside_as_text_does_not_count():
    nb = filled("01_convolution")
    aside = cell_of(nb, "zero_pad") | {"cell_type": "raw", "source": "def zero_pad(X, pad):\n    return 'old'"}
    nb["cells"].insert(at(nb, "zero_pad") + 1, aside)
    repaired = mended(nb)
    assert lost(repaired, "01_convolution") == []
    assert texts(repaired, "own") == [aside["source"]]


def test_an_answer_put_aside_as_text_does_not_count_where_one_cell_answers_two_exercises():
    nb = filled("01_convolution")
    layer = cell_of(nb, "conv_forward")
    cell_of(nb, "zero_pad")["source"] += "\n\n" + layer["source"]
    layer |= {"cell_type": "markdown", "source": "def conv_forward(A_prev, W, b, hparameters):\n    return 'old'"}
    assert lost(mended(nb), "01_convolution") == []


def test_an_answer_that_became_text_counts_before_an_empty_cell():
    nb = filled("01_convolution")
    empty_copy = cell_of(empty("01_convolution"), "zero_pad")
    cell_of(nb, "zero_pad")["cell_type"] = "raw"
    nb["cells"].insert(at(nb, "zero_pad") + 1, empty_copy)
    assert lost(mended(nb), "01_convolution") == []


def test_of_two_answers_without_a_grade_id_the_last_one_counts():
    nb = empty("01_convolution")
    place = at(nb, "zero_pad") + 1
    nb["cells"][place:place] = [code(f"def zero_pad(X, pad):\n    return '{word}'") for word in ("first", "last")]
    repaired = mended(nb)
    assert answer(repaired, "zero_pad") == "def zero_pad(X, pad):\n    return 'last'"
    assert state(repaired, "zero_pad")[0](1, 1) == "last"


@pytest.mark.parametrize("keep_ids", [True, False])
@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_that_lost_its_metadata_is_recognised(name, keep_ids):
    nb = filled(name)
    for cell in nb["cells"]:
        cell["metadata"] = {}
        if not keep_ids:
            del cell["id"]
    repaired = mended(nb, name)
    assert_is_in_shape(repaired, name)
    assert texts(repaired, "own") == []
    assert lost(repaired, name) == []


def test_a_changed_cell_without_ids_is_recognised_by_most_of_its_lines():
    nb = filled("01_convolution")
    for id in ("conv_forward-check", "conv_single_step"):
        cell = cell_of(nb, id)
        cell["metadata"] = {}
        del cell["id"]
        cell["source"] = "".join(cell["source"]).replace("seed(1)", "seed(3)").replace("def conv_single_step", "de f")
    repaired = mended(nb)
    assert texts(repaired, "own") == []
    assert "de f" in answer(repaired, "conv_single_step")


def splits(text: str) -> list[int]:
    return [number for number, letter in enumerate(text) if letter == "\n"]


@pytest.mark.parametrize("id", ["zero_pad", "conv_single_step", "conv_forward"])
def test_a_cell_that_was_split_at_any_line_is_joined(id):
    nb = filled("01_convolution")
    place = at(nb, id)
    whole = nb["cells"][place]
    for keeps_marks, cut in itertools.product((True, False), splits(whole["source"])):
        rest = copy.deepcopy(whole) | {"source": whole["source"][cut + 1 :], "id": "other"}
        if not keeps_marks:
            rest["metadata"] = {}
        broken = copy.deepcopy(nb)
        broken["cells"][place : place + 1] = [whole | {"source": whole["source"][:cut]}, rest]
        repaired = mended(broken)
        assert_is_in_shape(repaired, "01_convolution")
        assert state(repaired, id)[0].__code__.co_code == state(mended(nb), id)[0].__code__.co_code


def test_a_cell_that_was_split_within_a_line_is_joined():
    nb = filled("01_convolution")
    whole = cell_of(nb, "zero_pad")
    cut = whole["source"].index("np.pad(")
    parts = [whole | {"source": part} for part in (whole["source"][:cut], whole["source"][cut:])]
    nb["cells"][at(nb, "zero_pad") : at(nb, "zero_pad") + 1] = parts
    repaired = mended(nb)
    assert answer(repaired, "zero_pad") == whole["source"]
    assert lost(repaired, "01_convolution") == []


def test_a_cell_in_three_parts_is_joined_and_its_neighbours_are_left_alone():
    nb = filled("01_convolution")
    place, text = at(nb, "conv_forward"), cell_of(nb, "conv_forward")["source"]
    cuts = [text.index("    for i in"), text.index("    ### END")]
    parts = [text[: cuts[0]], text[cuts[0] : cuts[1]], text[cuts[1] :]]
    nb["cells"][place : place + 1] = [cell_of(nb, "conv_forward") | {"source": part} for part in parts]
    nb["cells"].insert(place + 3, code("    print('indented, but a cell of its own')"))
    repaired = mended(nb)
    assert "The cell of conv_forward was split into three; they were joined." in repaired.notes
    assert texts(repaired, "own") == ["    print('indented, but a cell of its own')"]
    assert lost(repaired, "01_convolution") == []


def test_a_cell_that_was_split_by_text_is_joined_and_the_text_stays():
    nb = filled("01_convolution")
    place, whole = at(nb, "conv_forward"), cell_of(nb, "conv_forward")
    lines = whole["source"].split("\n")
    first = next(number for number, line in enumerate(lines) if line.startswith("    for i in"))
    parts = [whole | {"source": "\n".join(lines[:first])}]
    for n, line in enumerate(lines[first:]):
        parts += [{"cell_type": "markdown", "metadata": {}, "source": f"Note {n}"}] if n < 3 else []
        if n < 3:
            parts.append(code(line))
    parts.append(code("\n".join(lines[first + 3 :])))
    nb["cells"][place : place + 1] = parts
    repaired = mended(nb)
    assert "The cell of conv_forward was split into five; they were joined." in repaired.notes
    assert [cell.source for cell in repaired.cells if cell.source.startswith("Note")] == ["Note 0", "Note 1", "Note 2"]
    assert lost(repaired, "01_convolution") == []


def test_little_is_read_for_joining_and_of_text_as_code(monkeypatch):
    """Half a megabyte in fifty cells, or ten in text cells, would keep the judge busy for minutes."""
    read_so_far = []
    monkeypatch.setattr(matching, "look", lambda text: read_so_far.append(len(text)) or look(text))
    half = "def zero_pad(): return 1\nreturn 1\n" + "a=[1,2,3]\n" * 900
    for kind in ("code", "markdown"):
        nb = filled("01_convolution")
        nb["cells"] += [code(half, cell_type=kind) for _ in range(50)]
        read_so_far.clear()
        repaired = mended(nb)
        assert sum(read_so_far) < 2 * (matching.MOST_JOINED + matching.MOST_TEXT) + 50 * len(half)
        assert lost(repaired, "01_convolution") == []


def test_a_grade_id_of_any_length_is_no_name():
    nb = filled("01_convolution")
    nb["cells"].append(code("x = \u00a01", metadata={"nbgrader": {"grade_id": "x" * 1_000_000}}))
    assert max(map(len, mended(nb).notes)) < 1_000


def test_a_grade_id_that_cannot_be_told_is_none():
    """A note may name it, and half a character can be written into no file."""
    for odd in ("\ud800bad", "\x1b[2Jx", "a\nb"):
        nb = filled("01_convolution")
        metadata = {"nbgrader": {"grade_id": odd, "schema_version": 3}}
        nb["cells"].append(code("x\u00a0= 1") | {"metadata": metadata})
        repaired = mended(nb)
        assert all(note.isprintable() for note in repaired.notes)
        assert lost(repaired, "01_convolution") == []


def test_a_second_definition_further_down_is_told():
    nb = filled("01_convolution")
    nb["cells"].append(code("def zero_pad(X, pad):\n    return X"))
    nb["cells"].insert(3, code("def conv_forward(A_prev, W, b, hparameters):\n    return 1"))
    assert mended(nb).notes == ["A later cell of yours defines zero_pad again; that definition counts."]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "def f():\n<<<<<<< mine\n    return 1\n=======\n    return 2\n>>>>>>> theirs",
            "line 2 is the mark of a merge",
        ),
        ("def f():\n    return “1”", "line 2 is not Python: invalid character"),
        ("%%time\nx = 1", ""),
    ],
)
def test_where_a_cell_is_no_python_it_says_why(text, said):
    assert misspelt(text).startswith(said) and bool(misspelt(text)) == bool(said)


def test_which_magic_keeps_nothing():
    cells = ("%%timeit -n1\ndef f(): pass", "%%time\nx = 1", "x = 1\n%%timeit", "\n%%writefile f.py\nx = 1")
    assert [keeps_nothing(text) for text in cells] == ["%%timeit", "", "", "%%writefile"]


def test_a_syntax_error_costs_its_own_cell():
    nb = filled("01_convolution")
    cell_of(nb, "zero_pad")["source"] = "def zero_pad(X, pad):\n    return “X”"
    repaired = mended(nb)
    assert answer(repaired, "zero_pad") == "def zero_pad(X, pad):\n    return “X”"
    exercises = {test.partition("-")[0] for test in lost(repaired, "01_convolution")}
    assert exercises == {"zero_pad", "conv_forward"}  # which calls it


def test_cells_in_another_order_stand_in_the_order_of_the_assignment():
    nb = filled("01_convolution")
    nb["cells"].reverse()
    repaired = mended(nb)
    assert_is_in_shape(repaired, "01_convolution")
    assert repaired.notes == ["Cells stood in another order than in the assignment; it was restored."]
    assert lost(repaired, "01_convolution") == []


def test_what_a_moved_answer_needs_comes_with_it():
    nb = filled("01_convolution")
    moved = nb["cells"].pop(at(nb, "zero_pad"))
    moved["source"] = moved["source"].replace("(X, pad)", "(X, pad, value=ZERO)", 1)
    nb["cells"] += [code("BASE = 0"), code("unrelated = 1"), code("ZERO = BASE + 0"), moved]
    repaired = mended(nb)
    ids = [cell.source for cell in repaired.cells]
    assert ids.index("BASE = 0") < ids.index("ZERO = BASE + 0") < ids.index(moved["source"])
    assert ids.index("unrelated = 1") == len(ids) - 1
    assert lost(repaired, "01_convolution") == []


def test_an_own_cell_below_a_moved_answer_still_comes_after_it():
    nb = filled("01_convolution")
    nb["cells"].insert(0, nb["cells"].pop(at(nb, "conv_forward")))
    nb["cells"].insert(
        3, code("plain_forward = conv_forward\ndef conv_forward(*args):\n    return plain_forward(*args)")
    )
    repaired = mended(nb)
    assert state(repaired, "conv_forward")[0].__code__.co_varnames == ("args",)
    assert lost(repaired, "01_convolution") == []


def test_a_later_definition_still_wins_over_an_answer_that_was_moved_up():
    nb = filled("01_convolution")
    nb["cells"].insert(0, nb["cells"].pop(at(nb, "conv_forward")))
    nb["cells"].insert(3, code("def conv_forward(*args):\n    return 'later'"))
    assert state(mended(nb), "conv_forward")[0]() == "later"


def test_an_empty_notebook_gives_the_source_with_nothing_answered():
    repaired = repair_against(source("01_convolution"), read(b'{"cells": []}'))
    assert_is_in_shape(repaired, "01_convolution")
    assert len(repaired.cells) == len(source("01_convolution").cells)


# Reading


def in_format_3(nb: dict) -> dict:
    cells = []
    for cell in nb["cells"]:
        old = {"cell_type": cell["cell_type"], "metadata": cell["metadata"]}
        if cell["cell_type"] == "code":
            old |= {"input": cell["source"], "language": "python", "outputs": [], "collapsed": False}
        elif "".join(cell["source"]).startswith("# "):
            old |= {"cell_type": "heading", "level": 1, "source": "".join(cell["source"])[2:]}
        else:
            old["source"] = cell["source"]
        cells.append(old)
    return {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}, "worksheets": [{"cells": cells}]}


def with_empty_sources(nb: dict) -> dict:
    old = in_format_3(nb)
    for cell in old["worksheets"][0]["cells"]:
        cell.setdefault("source", [])
    return old


def with_kernel(nb: dict) -> dict:
    return nb | {"metadata": {"kernelspec": {"name": "python2"}, "language_info": None}}


def with_lists(nb: dict) -> dict:
    for cell in nb["cells"]:
        cell["source"] = "".join(cell["source"]).splitlines(keepends=True)
    return nb


def with_bare_lines(nb: dict) -> dict:
    for cell in nb["cells"]:
        cell["source"] = "".join(cell["source"]).split("\n")
    return nb


def with_line_ends(ends: str):
    def change(nb: dict) -> dict:
        for cell in nb["cells"]:
            cell["source"] = "".join(cell["source"]).replace("\n", ends)
        return nb

    return change


def with_damage(nb: dict) -> dict:
    """Wrong types wherever nothing depends on them."""
    wrong = itertools.cycle([None, {}, [], 7, "x"])
    for number, cell in enumerate(nb["cells"]):
        cell["id"] = ["same", 3, None][number % 3]
        cell["outputs"] = next(wrong)
        cell["execution_count"] = next(wrong)
        if not cell["metadata"]:
            cell["metadata"] = next(wrong)
    nb["cells"] += [
        None,
        3,
        [],
        {},
        {"cell_type": 4, "source": {}},
        {"cell_type": "code"},
        {"metadata": {"nbgrader": []}},
    ]
    return nb | {"metadata": None, "nbformat": "4", "nbformat_minor": [1]}


def spaces(nb: dict) -> dict:
    for cell in nb["cells"]:
        if is_answer(cell):
            head, _, body = "".join(cell["source"]).partition('"""\n\n')
            cell["source"] = head + '"""\n\n' + body.replace(" ", "\u00a0").replace("(", "\u200b(") + "\ufeff"
    return nb


CHANGES = {
    "format 3": in_format_3,
    "format 3, and an empty list of cells": lambda nb: in_format_3(nb) | {"cells": []},
    "format 3, and empty sources": with_empty_sources,
    "an old kernel": with_kernel,
    "lists": with_lists,
    "lists of bare lines": with_bare_lines,
    "CRLF": with_line_ends("\r\n"),
    "CR": with_line_ends("\r"),
    "damage": with_damage,
    "spaces": spaces,
    "a server's answer": lambda nb: {"type": "notebook", "name": "x", "content": nb},
    "a format to come": lambda nb: nb | {"nbformat": 5, "nbformat_minor": 99},
    "no format": lambda nb: {"cells": nb["cells"]},
}
ENCODINGS = {
    "a byte-order mark": lambda text: text.encode("utf-8-sig"),
    "two byte-order marks": lambda text: "\ufeff".encode() + text.encode("utf-8-sig"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
    "UTF-32": lambda text: text.encode("utf-32"),
    "Latin-1": lambda text: text.encode("latin-1", "replace"),
    "CRLF in the file": lambda text: json.dumps(json.loads(text), indent=1).replace("\n", "\r\n").encode(),
    "zeros at the end": lambda text: text.encode() + b"\0" * 512 + b"\n",
    "the end of a longer file that it was written over": lambda text: text.encode() + b'"metadata": {}\n }\n]}\n',
    "not a number": lambda text: text.replace('"cells"', '"x": [NaN, Infinity, -Infinity, 1e999], "cells"', 1).encode(),
    "a number of 5000 digits": lambda text: text.replace('"cells"', f'"x": 1{"0" * 5000}, "cells"', 1).encode(),
    "a key twice": lambda text: text.replace('"cells"', '"cells": [1], "cells"', 1).encode(),
    "newlines within strings": lambda text: re.sub(r"(?<!\\)\\n", "\n", text).encode(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_notebooks_of_every_form_are_read(change):
    nb = change(filled("01_convolution"))
    repaired = mended(nb)
    assert_is_in_shape(repaired, "01_convolution")
    assert lost(repaired, "01_convolution") == []


@pytest.mark.parametrize("encode", ENCODINGS.values(), ids=ENCODINGS)
def test_notebooks_in_every_encoding_are_read(encode):
    data = encode(json.dumps(filled("01_convolution"), ensure_ascii=False))
    repaired = repair_against(source("01_convolution"), read(data))
    assert_is_in_shape(repaired, "01_convolution")
    assert lost(repaired, "01_convolution") == []


def zipped() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("x.ipynb", _release("02_pooling"))
    return data.getvalue()


NO_NOTEBOOKS = {
    "the file is empty": [b"", b" \n\t", b"\0\0\0\0"],
    "it is an HTML page": [
        b"<!DOCTYPE html>\n<html>",
        b"\n <html lang=en>",
        b"<!-- saved --><HTML>",
        b"\xef\xbb\xbf<html>",
    ],
    "it is a zip archive": [zipped()],
    "it is a compressed file": [gzip.compress(b"{}")],
    "it is a PDF": [b"%PDF-1.4"],
    "it is a script or a text": [b"import numpy as np\n", b"#!/usr/bin/env python", b"# %%\nx = 1", b'"""Mine."""'],
    "it is a Python script made by Databricks": [b"# Databricks notebook source\nx = 1"],
    "it is not JSON": [b"Hello", b"x = 1", b"\x80\x81\x82", b"cells: []"],
    "it is JSON, but": [b"[1]", b'"cells"', b"3", b"null", b'{"a": 1}'],
    "it has no cells": [b'{"cells": null}', b'{"cells": {}}', b'{"nbformat": 4}', b'{"worksheets": 3, "nbformat": 3}'],
    "the file is cut off": [_release("02_pooling").encode()[:200_000], b'{"cells": [{"outputs": [[', b'{"a": "'],
    "the file is damaged": [b'{"cells": [}, ]}', b'{"cells": []}{"cells": []}'],
    "the file is damaged .something stands behind": [
        b'{"cells": []}' + between + b'{"cells": []}'
        for between in (b"\n", b"\0", b",", b"\n=======\n", b"\xef\xbb\xbf")
    ],
    "it holds marks of a merge": [b'{"cells": [\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> theirs\n]}'],
    "its JSON is nested": [b"[" * 100_000, b'{"a":' * 100_000, b'{"cells": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"],
    "it has 5001 cells": [b'{"cells": [' + b"{}," * 5000 + b"{}]}"],
    "without its outputs and pictures": [b'{"cells": [{"source": "' + b"x" * 10_000_000 + b'"}]}'],
    "its outputs are too many": [b'{"cells": [{"outputs": [' + b"[]," * 1_600_000 + b"0]}]}"],
}


@pytest.mark.parametrize("reason", NO_NOTEBOOKS)
def test_what_is_no_notebook_is_said_to_be_none_and_why(reason):
    for data in NO_NOTEBOOKS[reason]:
        with pytest.raises(NotANotebook, match=f"^not a notebook: {reason}"):
            read(data)


def test_a_file_that_is_too_large_is_not_read(monkeypatch):
    monkeypatch.setattr(reading, "LARGEST", 2_000_000)
    with pytest.raises(NotANotebook, match="the file has more than 2 MB, and that is the most; clear the outputs"):
        read(b" " * 2_000_001)


def test_of_a_file_that_is_too_large_no_more_is_read_than_shows_it(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "LARGEST", 2_000_000)
    with (tmp_path / "x.ipynb").open("wb") as file:
        file.truncate(2**40)
    assert len(contents(tmp_path / "x.ipynb")) == 2_000_001


def test_half_characters_in_utf_16_are_read_in_pieces(monkeypatch):
    """One call of Python's for all of them would take minutes, and could not be ended."""
    text = json.dumps({"cells": [{"cell_type": "code", "source": "é" * 700_000}]}, ensure_ascii=False)
    (cell,) = read(text.encode("utf-16"))["cells"]
    assert cell["source"] == "é" * 700_000
    with pytest.raises(TooLong), at_most(0.2, room=False):
        read(b"{\0" + b"\0\xd8" * 20_000_000)


@pytest.mark.parametrize(
    "data",
    [
        b"[InternetShortcut]\r\nURL=https://a.b/c.ipynb\r\n",
        b"https://colab.example/drive/1",
        b'<?xml version="1.0"?>\n<!DOCTYPE plist PUBLIC "x">\n<plist><dict/></plist>',
        b'{"url": "https://a.b", "doc_id": "1", "email": "a@b.c"}',
    ],
)
def test_a_link_is_told_to_be_one(data):
    with pytest.raises(NotANotebook, match=r"it is a link.*download the notebook itself"):
        read(data)


def test_cells_as_vs_code_has_them_are_read():
    cells = [{"kind": 2, "language": "python", "value": "x = 1"}, {"kind": 1, "value": "Words"}, {"kind": [1]}]
    read_cells = read(json.dumps({"cells": cells}).encode())["cells"]
    assert [(one["cell_type"], one["source"]) for one in read_cells[:2]] == [("code", "x = 1"), ("markdown", "Words")]


def test_cells_of_the_first_format_are_read():
    cells = [{"cell_type": "code", "code": "x = 1"}, {"cell_type": "text", "text": "Words"}]
    read_cells = read(json.dumps({"nbformat": 1, "cells": cells}).encode())["cells"]
    assert [(one["cell_type"], one["source"]) for one in read_cells] == [("code", "x = 1"), ("markdown", "Words")]


def test_a_picture_in_a_text_takes_no_room():
    picture = "![a photograph](data:image/png;base64," + "A" * 11_000_000 + ")"
    cells = [{"cell_type": "markdown", "source": [picture]}, {"cell_type": "code", "source": "x = 1"}]
    assert [cell["source"] for cell in read(json.dumps({"nbformat": 4, "cells": cells}).encode())["cells"]] == [
        "![a photograph](data:,)",
        "x = 1",
    ]


def test_outputs_are_left_out_whatever_is_in_them():
    outputs = ['[]"outputs": ["\\', {"outputs": [["}"]], "data": {"x": '\\"]', "y": "\\\\"}}, [[[]]], '"']
    nb = {"cells": [code("1", outputs=outputs, attachments={"a": {}}), code('x = "outputs\\": ["', outputs={"a": []})]}
    for indent in (None, 1):
        cells = read(json.dumps(nb, indent=indent).encode())["cells"]
        assert [cell["source"] for cell in cells] == ["1", 'x = "outputs\\": ["']
        assert all(cell.keys() == {"cell_type", "id", "metadata", "source"} for cell in cells)


@pytest.mark.parametrize("piece", ['"' + "a" * 78 + '\\n",', '"\\"",', '"\\\\",', "1.5,"])
def test_outputs_of_20_megabytes_are_read_at_once(piece):
    nb = filled("02_pooling")
    nb["cells"][1]["outputs"] = ["HERE"]
    data = json.dumps(nb).encode().replace(b'"HERE"', piece.encode() * (20_000_000 // len(piece)) + b"0")
    started = time.process_time()
    cells = read(data)["cells"]
    assert time.process_time() - started < 5  # a fraction of a second on a machine of its own
    assert cells == read(json.dumps(nb).encode())["cells"]


def test_half_characters_and_zeros_in_a_source_do_no_harm():
    (cell,) = read(b'{"cells": [{"cell_type": "code", "source": "x = \\u0000 \'\\ud83d\'"}]}')["cells"]
    assert cell["source"] == "x =  '\N{REPLACEMENT CHARACTER}'"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x\u00a0=\u20091", "x = 1"),
        ("if x:\n\u00a0\u3000y\u200b()", "if x:\n  y()"),
        ("x = '\u00a0'  #\u00a0\u200b\ny\u00a0= 1", "x = '\u00a0'  #\u00a0\u200b\ny = 1"),
        ("'''\u00a0'\u00a0'''\u00a0", "'''\u00a0'\u00a0''' "),
        ('"""\u00a0\\"""\u00a0"""\u00a0', '"""\u00a0\\"""\u00a0""" '),
        ("don't\u00a0x", "don't x"),
        ('"""never\u00a0ends', '"""never ends'),
        ("f'a\u00a0' \u00a0b", "f'a\u00a0'  b"),
        ("a = 1\u2028b = 2", "a = 1\nb = 2"),
        ("“x”\t= 'ü'", "“x”\t= 'ü'"),
        ("\ufeff# it's\u00a0\nx\u00a0", "# it's\u00a0\nx "),
        ("x = 'a\\\n\u00a0b'\u00a0", "x = 'a\\\n\u00a0b' "),
    ],
)
def test_spaces_are_replaced_in_code_only(before, after):
    assert clean_code(before) == after


@pytest.mark.parametrize(
    "text", ['\\"' * 300_000, '"' * 300_001, "'''\"" * 100_000, "\\" * 500_001, "#'\n\"" * 100_000]
)
def test_cleaning_takes_time_in_proportion_to_the_text(text):
    started = time.process_time()
    clean_code("\u00a0" + text)
    assert time.process_time() - started < 5


# The syntax tree


@pytest.mark.parametrize(
    ("source", "binds"),
    [
        ("def f(): pass\nclass C: pass\nx = y = 1", {"f", "C", "x", "y"}),
        ("import a.b, c as d\nfrom e import f", {"a", "d", "f"}),
        ("%matplotlib inline\n!ls\nnp.pad?\nfiles = !ls\ndef f():\n    %timeit x\n    return 1", {"f", "files"}),
        ("%%time\ndef f(): pass", {"f"}),
        ("%%timeit\ndef f(): pass", set()),
        ("%%writefile x.py\ndef f(): pass", set()),
        ("    def f():\n        pass", {"f"}),
        ("with x:\n    if y:\n        z: int = 1\n    else:\n        w: int", {"z"}),
        ("d = '\\d'", {"d"}),
        ("a.b = 1\nc[0] = 2\n(d, *e) = f", {"d", "e"}),
    ],
)
def test_what_a_cell_binds(source, binds):
    assert look(source).parses
    assert look(source).binds == binds


def test_what_a_cell_uses_is_what_it_takes_from_outside():
    assert look("def f(a, b=c, *d):\n    e = a + g\n    return [e, b, d]\nh = i").uses == {"c", "g", "i"}


@pytest.mark.parametrize(
    "source",
    [
        "(" * 90_000,
        "-" * 90_000 + "1",
        "a" + ".b" * 40_000,
        "x = " + "1" * 5000,
        "\0",
        "a +" * 9000,
        "f(" * 9000,
        "import a" + ".a" * 47_000,
    ],
)
def test_code_that_cannot_be_parsed_is_no_accident(source):
    look(source)


# Whatever else may happen


def harmless(draw, cells: list[dict]) -> str:
    """Change one thing that leaves the answers whole; returns what."""
    number = draw(st.integers(0, len(cells) - 1))
    cell = cells[number]
    what = draw(
        st.sampled_from(["delete", "copy", "move", "forget marks", "forget id", "forget all", "edit", "insert", "type"])
    )
    has_answer = "def " in "".join(cell["source"]) and cell.get("answer")
    if what == "delete" and not has_answer:
        del cells[number]
    elif what == "copy":
        cells.insert(draw(st.integers(0, len(cells))), copy.deepcopy(cell))
    elif what == "move":
        cells.insert(draw(st.integers(0, len(cells) - 1)), cells.pop(number))
    elif what in ("forget marks", "forget all"):
        cell["metadata"] = {}
    if what in ("forget id", "forget all"):
        cell.pop("id", None)
    elif what == "edit" and not has_answer:
        cell["source"] = draw(
            st.sampled_from(["", "1 / 0", "print('mine')", "x = zero", "def helper():\n    return 1"])
        )
    elif what == "insert":
        cells.insert(number, code(draw(st.sampled_from(["", "y = 1", "while", "    z = y", "import math"]))))
    elif what == "type":
        cell["cell_type"] = draw(st.sampled_from(["code", "markdown", "raw", None]))
    return f"{what} {number} {cell.get('id')} {cell.get('cell_type')} {''.join(cell['source'])[:20]!r}"


class Changed(dict):
    """A notebook that is shown by what was done to it: hypothesis complains of long ones."""

    def __repr__(self) -> str:
        return f"<{'; '.join(self.get('changes', []))}>"


def marked(nb: dict) -> Changed:
    for cell in nb["cells"]:
        cell["answer"] = is_answer(cell)
        cell.pop("outputs", None)
    return Changed(nb, changes=[])


@st.composite
def changed_submissions(draw):
    nb = marked(filled("04_pooling_backward"))
    for _ in range(draw(st.integers(1, 25))):
        assume(nb["cells"])
        nb["changes"].append(harmless(draw, nb["cells"]))
    return nb


relaxed = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@relaxed
@given(changed_submissions())
def test_answers_that_were_not_touched_are_all_found(nb):
    repaired = mended(nb, "04_pooling_backward")
    assert_is_in_shape(repaired, "04_pooling_backward")
    right = state(
        mended(filled("04_pooling_backward"), "04_pooling_backward"), *solved("04_pooling_backward").exercises
    )
    found = state(repaired, *solved("04_pooling_backward").exercises)
    assert [one and one.__code__.co_code for one in found] == [one.__code__.co_code for one in right]


@settings(deadline=None, max_examples=5, suppress_health_check=[HealthCheck.too_slow])
@given(changed_submissions())
def test_answers_that_were_not_touched_get_full_marks(nb):
    assert lost(mended(nb, "04_pooling_backward"), "04_pooling_backward") == []


@st.composite
def broken_submissions(draw):
    """A submission in which anything may be anything."""
    nb = draw(changed_submissions())
    junk = st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=6,
    )
    for _ in range(draw(st.integers(0, 12))):
        cells = nb["cells"] or [{}]
        where = draw(st.sampled_from(cells))
        key = draw(
            st.sampled_from(["source", "metadata", "cell_type", "outputs", "id", "input", "nbgrader", "grade_id"])
        )
        if key in ("nbgrader", "grade_id"):
            where["metadata"] = {"nbgrader": draw(junk) if key == "nbgrader" else {"grade_id": draw(junk)}}
        elif key == "source" and isinstance(where.get("source"), str) and where["source"]:
            text = where["source"]
            cut = draw(st.integers(0, len(text)))
            where["source"] = draw(st.sampled_from([text[:cut], text[cut:], text[:cut] + draw(st.text()) + text[cut:]]))
        else:
            where[key] = draw(junk)
    return nb


@relaxed
@given(broken_submissions())
def test_the_tests_are_the_sources_whatever_was_handed_in(nb):
    repaired = mended(nb, "04_pooling_backward")
    assert_is_in_shape(repaired, "04_pooling_backward")
    assert all(note.endswith(".") and note[:1].isupper() for note in repaired.notes)
    for cell in repaired.cells:
        cell.source.encode()


@relaxed
@given(broken_submissions())
def test_a_repaired_submission_needs_no_repair(nb):
    repaired = mended(nb, "04_pooling_backward")
    assert without_place(mended(again(repaired), "04_pooling_backward")) == without_place(repaired)


@relaxed
@given(st.data())
def test_any_bytes_are_a_notebook_or_said_not_to_be_one(data):
    bytes_ = bytearray(json.dumps(filled("04_pooling_backward")).encode()[: data.draw(st.integers(0, 10**6))])
    for _ in range(data.draw(st.integers(0, 8))):
        place = data.draw(st.integers(0, len(bytes_)))
        bytes_[place : place + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=20))
    with contextlib.suppress(NotANotebook):
        assert_is_in_shape(repair_against(source("04_pooling_backward"), read(bytes(bytes_))), "04_pooling_backward")


@relaxed
@given(st.binary() | st.text().map(str.encode) | st.binary().map(lambda tail: b'{"cells": [' + tail))
def test_random_bytes_raise_nothing_else(data):
    with contextlib.suppress(NotANotebook):
        read(data)


@settings(relaxed, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.sampled_from([*"\u00a0\u200b'\"#\n a", "'\u00a0'", '"""', "''", "x = ", "(", ")"]), max_size=12).map(
        "".join
    )
)
def test_cleaning_changes_nothing_in_code_that_python_takes(text):
    try:
        before = ast.dump(ast.parse(text))
    except (SyntaxError, ValueError):
        assume(False)
    assert ast.dump(ast.parse(clean_code(text))) == before
