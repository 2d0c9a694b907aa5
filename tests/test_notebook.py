"""What a solved notebook says, read with nbformat and without."""

import json

import pytest
from conftest import ROOT

from autograder.course import Course
from autograder.errors import AutograderError
from autograder.notebook import Solved


@pytest.mark.parametrize("name", Course(ROOT).assignments())
def test_a_notebook_that_is_read_quickly_says_the_same(name):
    path = Course(ROOT).solution(name)
    quickly, with_nbformat = Solved.read_quickly(path), Solved.read(path)
    for what in ("tests", "exercises", "adapters", "points"):
        assert getattr(quickly, what) == getattr(with_nbformat, what), what
    answers = dict.fromkeys(quickly.exercises, "pass")
    one, other = (solved.with_answers(answers)["cells"] for solved in (quickly, with_nbformat))
    assert [(cell.id, cell.source, cell.metadata) for cell in one] == [
        (cell.id, cell.source, cell.metadata) for cell in other
    ]


def test_an_older_format_is_read_as_well(tmp_path):
    nb = json.loads((ROOT / "solutions/02_pooling/02_pooling.ipynb").read_text())
    nb["nbformat_minor"] = 4
    for cell in nb["cells"]:
        del cell["id"]
    path = tmp_path / "02_pooling.ipynb"
    path.write_text(json.dumps(nb))
    assert list(Solved.read_quickly(path).exercises) == ["pool_forward"]


@pytest.mark.parametrize("text", ["{", "[]", '{"nbformat": 4, "nbformat_minor": 5}', '{"nbformat": 4, "cells": 3}'])
def test_what_is_no_notebook_is_told_as_it_is_otherwise(tmp_path, text):
    path = tmp_path / "x.ipynb"
    path.write_text(text)
    with pytest.raises(AutograderError, match=r"x\.ipynb is not a notebook"):
        Solved.read_quickly(path)
