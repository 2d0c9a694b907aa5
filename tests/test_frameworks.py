"""Notebook 07, which needs PyTorch: what it is looked at with, and what becomes of it where PyTorch is missing."""

import importlib.util

import numpy as np
import pytest
from classroom import handed_in
from conftest import ROOT
from judges import judge_of
from test_pictures import complete

from autograder import cases, grading, reference
from autograder import verify as proofs
from autograder.cli import commands
from autograder.course import Course
from autograder.errors import AutograderError
from autograder.judging.judge import Judge
from autograder.notebook import Solved
from helpers import checks, frameworks, pictures
from helpers.checking import CheckFailed

ONE = "07_frameworks"
COURSE = Course(ROOT)
with_torch = pytest.mark.skipif(importlib.util.find_spec("torch") is None, reason="PyTorch is not installed")


@pytest.fixture
def without_torch(monkeypatch):
    """PyTorch cannot be found, as where it is not installed."""
    find = importlib.util.find_spec

    def found(name, *more):
        return None if name == "torch" else find(name, *more)

    monkeypatch.setattr(importlib.util, "find_spec", found)
    monkeypatch.setattr("autograder.notebook.find_spec", found)


def test_where_torch_is_missing_the_notebook_says_how_to_install_it_without_a_traceback(without_torch):
    with pytest.raises(ModuleNotFoundError, match="%pip install torch") as caught:
        frameworks.require_torch()
    assert "\n".join(caught.value._render_traceback_()) == str(caught.value)


def test_only_this_notebook_needs_a_package_and_is_skipped_without_it(without_torch):
    assert COURSE.skipped(COURSE.assignments()) == {ONE: "PyTorch"}


def test_a_submission_is_refused_and_not_given_0_points_without_torch(without_torch, make_course, tmp_path):
    refused = r"07_frameworks cannot be graded here: it needs PyTorch, which is not installed\.\n.*'\.\[frameworks\]'"
    with pytest.raises(AutograderError, match=refused):
        Judge(Solved.read(COURSE.solution(ONE)))
    course = make_course(tmp_path, ONE)
    course.hand_in("ada", ONE)
    with pytest.raises(AutograderError, match=refused):
        grading.grade(course, grading.submissions(course, [ONE]), jobs=1, sandbox=False)


def test_verify_proves_without_torch_what_needs_none_and_says_what_it_skips(without_torch, make_course, tmp_path):
    from click.testing import CliRunner

    course = make_course(tmp_path, ONE)
    said = CliRunner().invoke(commands, ["--course", str(tmp_path), "verify", "--update"])
    assert (said.exit_code, said.output) == (0, "07_frameworks: skipped, PyTorch is not installed\n")
    course.edit(ONE, "to_channels_first-shape", lambda cell: cell.metadata.nbgrader.update(points=50))
    assert any("points, not 100" in problem.what for problem in proofs.verify(course, [ONE]))


@with_torch
def test_the_notebook_is_graded_in_the_sandbox_its_adapter_included():
    solved = Solved.read(COURSE.solution(ONE))
    assert solved.requires == ["torch"] and "through_autograd" in solved.adapters
    with judge_of(solved) as judge:
        judged = judge.grade(COURSE.solution(ONE).read_bytes())
    assert [(test.name, test.message) for test in judged.tests if test.status != "passed"] == []


@with_torch
@pytest.mark.parametrize("parameters", [{}, {"n_H": 18, "first": 3}, {"f": 2, "units": 5}])
def test_the_reference_without_torch_is_what_torch_computes(parameters):
    from torch import nn

    X, weights, hparameters = cases.network_in_torch(**parameters).args
    f, (first, second), units, classes = hparameters.values()
    network = nn.Sequential(
        *(nn.Conv2d(X.shape[3], first, f), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Conv2d(first, second, f), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Flatten(), nn.Linear(weights[4].shape[1], units), nn.ReLU(), nn.Linear(units, classes)),
    )
    sizes, parameters, scores = reference.network_in_torch(X, weights, hparameters)
    assert (sizes, parameters) == frameworks.look_through(network, X, weights)[:2]
    np.testing.assert_allclose(scores, network(_tensor(X)).detach().numpy(), rtol=0, atol=1e-12)


@with_torch
@with_torch
def test_a_tensor_where_an_array_is_wanted_is_told_by_the_check_and_by_the_grader():
    import torch

    with pytest.raises(CheckFailed, match="x is a PyTorch tensor, and should be a NumPy array here"):
        checks.to_channels_first(lambda A: torch.from_numpy(A.transpose(0, 3, 1, 2).copy()))
    answer = "import torch\ndef to_channels_first(A):\n    return torch.from_numpy(A.transpose(0, 3, 1, 2).copy())\n"
    with judge_of(ONE) as judge:
        judged = judge.grade(handed_in(ONE, {"to_channels_first": answer}))
    lost = [test for test in judged.tests if test.name.startswith("to_channels_first")]
    assert lost and all("PyTorch tensor; use a NumPy array" in test.message for test in lost)


def test_where_weights_do_not_fit_there_are_sizes_and_parameters_and_no_scores():
    from torch import nn

    X, weights = np.ones((1, 2, 2, 3)), (np.ones((4, 12)), np.ones(4))

    def seen(*layers):
        return frameworks.look_through(nn.Sequential(nn.Flatten(), *layers), X, weights)

    *numbers, scores = seen(nn.Linear(12, 4))
    assert numbers == [[4], [52]] and scores.tolist() == [[13.0] * 4]
    assert seen(nn.Linear(12, 5)) == ([5], [65], None)
    assert seen(nn.Linear(12, 4, bias=False)) == ([4], [48], None)
    assert seen(nn.Linear(12, 4), nn.Linear(4, 4)) == ([4, 4], [52, 20], None)
    with pytest.raises(TypeError, match=r"an nn\.Module, but it is None"):
        frameworks.look_through(None, X, weights)


def test_the_picture_of_two_trainings_says_how_far_they_are_apart():
    losses = np.exp(-np.arange(50) / 10) + 0.1
    picture = pictures.two_trainings(losses, losses + 2e-9, {"training": (2.0, 1.0), "one\nlayer": (0.4, 0.1)})
    complete(picture)
    assert "at most 2e-09 apart" in picture.caption and "one layer: NumPy 0.4 s, PyTorch 0.1 s" in picture.caption


def _tensor(X):
    import torch

    return torch.from_numpy(X.transpose(0, 3, 1, 2).copy())
