"""The visible checks: silent where the answer is right, and helpful where it is not."""

from pathlib import Path

import nbformat
import numpy as np
import pytest
from conftest import a_fifth

from autograder import catalogue, reference
from helpers import checks
from helpers.checking import CheckFailed, NotFinished
from helpers.compare import difference
from helpers.holes import holes, holes_in

ALL = list(reference.EXERCISES)


@pytest.mark.parametrize("exercise", ALL)
def test_a_right_answer_passes(exercise, capsys):
    getattr(checks, exercise)(reference.EXERCISES[exercise])
    assert capsys.readouterr().out.startswith(f"✓ {exercise} is right")


@pytest.mark.parametrize("answer", catalogue.styles(), ids=lambda answer: f"{answer.exercise}-{answer.name}")
def test_a_right_answer_in_another_style_passes(answer):
    getattr(checks, answer.exercise)(answer.function)


@pytest.mark.parametrize("answer", a_fifth(catalogue.mistakes()), ids=lambda answer: f"{answer.exercise}-{answer.name}")
@pytest.mark.filterwarnings("ignore")
def test_a_mistake_is_seen(answer):
    with pytest.raises(CheckFailed, match=r"✗ .* is not right yet") as caught:
        getattr(checks, answer.exercise)(answer.function)
    assert "Called as:" in str(caught.value)


def make(source: str, name: str, **namespace):
    """Define a function in the way in which a notebook does, so that its source can be found."""
    import linecache

    file = f"<cell {abs(hash(source))}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    space = {"np": np, **namespace}
    exec(compile(source, file, "exec"), space)
    return space[name]


def message_of(check, function) -> str:
    with pytest.raises(CheckFailed) as caught:
        check(function)
    return str(caught.value)


def test_an_unfilled_stub_is_told_which_line_holds_none():
    function = make("# a comment\n\ndef zero_pad(X, pad):\n    X_pad = None\n    return X_pad\n", "zero_pad")
    message = message_of(checks.zero_pad, function)
    assert message == (
        "✗ zero_pad is not finished: an answer is still missing where it says None.\n"
        "  line 4 of the cell:  X_pad = None"
    )


def test_a_loop_over_range_none_is_told_as_none_and_not_as_a_type_error():
    source = """def conv_forward(A_prev, W, b, hparameters):
    (m, n_H, n_W, n_C) = A_prev.shape
    for i in range(None):
        Z[i] = None
        Z[i] += None
        a = None
    return Z
"""
    message = message_of(checks.conv_forward, make(source, "conv_forward"))
    assert "line 3 of the cell:  for i in range(None):" in message and "… and 1 more" in message
    assert "TypeError" not in message


def test_none_that_is_meant_is_no_hole_when_the_answer_is_right():
    source = """def create_mask_from_window(x):
    best = None
    for value in x.ravel():
        best = value if best is None else max(best, value)
    return x == best
"""
    checks.create_mask_from_window(make(source, "create_mask_from_window"))


def test_holes_are_only_what_a_stub_leaves():
    source = (
        "def f(x, y=None):\n    if x is None:\n        return None\n    a = x[None]\n    b = None\n    return g(None)\n"
    )
    assert [hole.text for hole in holes(make(source, "f"))] == ["b = None"]


BRANCHES = """def network_table(shape, kind):
    if kind == "conv":
        count = None
        shape = (1, 2, 3)
    elif kind == "pool":
        shape = None
        count = 0
    else:
        count = 7
        shape = None
    return shape, count
"""


def test_none_in_one_branch_is_not_filled_by_another_branch():
    assert [hole.line for hole in holes(make(BRANCHES, "network_table"))] == [3, 6, 10]


def test_none_is_filled_by_what_comes_later_and_not_by_what_came_before():
    source = "def f(x):\n    a = 1\n    b = None\n    a = None\n    if x:\n        b = 2\n    return a, b\n"
    assert [hole.text for hole in holes(make(source, "f"))] == ["a = None"]
    source = "def f(x):\n    if x:\n        a = None\n    else:\n        a = None\n    a = x + 1\n    return a\n"
    assert holes(make(source, "f")) == []


def test_all_lines_of_a_release_are_told_also_where_branches_share_a_name():
    notebook = Path(__file__).parents[1] / "notebooks" / "05_convnet" / "05_convnet.ipynb"
    (source,) = [cell.source for cell in nbformat.read(notebook, 4).cells if cell.id == "network_table"]
    assert len(holes_in(source)) == source.count(" = None") == 11
    left = source.replace(" = None", " = 1").replace(" shape = 1", " shape = None")
    assert [hole.text for hole in holes_in(left)] == ["shape = None"] * 3


def test_a_function_without_source_has_no_holes():
    assert holes(len) == [] and holes(np.sum) == []


def test_an_exception_is_told_with_the_students_own_line():
    source = "def zero_pad(X, pad):\n    wide = X.shape[0]\n    return np.pad(X, oops)\n"
    message = message_of(checks.zero_pad, make(source, "zero_pad"))
    assert "It stopped with NameError: name 'oops' is not defined" in message
    assert "at line 3 of the cell:  return np.pad(X, oops)" in message


@pytest.mark.skipif(np.lib.NumpyVersion(np.__version__) < "2.4.0", reason="an error since NumPy 2.4")
@pytest.mark.parametrize("answer", ["float(b)", "b.item() * np.ones(1)[0] + float(b)"])
def test_float_of_b_is_explained_by_numpys_change(answer):
    source = f"def conv_single_step(a_slice_prev, W, b):\n    return np.sum(a_slice_prev * W) + {answer}\n"
    message = message_of(checks.conv_single_step, make(source, "conv_single_step"))
    assert "Since NumPy 2.4" in message and "b.item()" in message


def test_an_array_with_one_entry_passes_with_a_note(capsys):
    checks.conv_single_step(lambda a_slice_prev, W, b: np.sum(a_slice_prev * W) + b)
    assert "Note: Z came as an array of shape (1, 1, 1)" in capsys.readouterr().out


def test_the_bias_per_entry_is_recognised_by_its_value():
    message = message_of(checks.conv_single_step, lambda a, W, b: np.sum(a * W + b))
    assert "-3 + 4 · 10" in message and "add it once" in message


def test_the_printing_with_another_bias_is_recognised_by_its_mean():
    def conv_forward(A_prev, W, b, hparameters):
        times = W.shape[0] ** 2 * W.shape[2]
        Z, _ = reference.conv_forward(A_prev, W, times * b, hparameters)
        return Z, (A_prev, W, b, hparameters)

    message = message_of(checks.conv_forward, conv_forward)
    assert "0.1558…" in message and "0.0028…" in message


def test_reading_a_variable_of_the_notebook_is_noted(capsys):
    source = "def zero_pad(X, pad):\n    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, extra)))\n"
    checks.zero_pad(make(source, "zero_pad", extra=0))
    assert "zero_pad reads 'extra' from outside" in capsys.readouterr().out


def test_a_changed_argument_is_told():
    def create_mask_from_window(x):
        mask = x == x.max()
        x[:] = 0
        return mask

    assert "changed one of its arguments" in message_of(checks.create_mask_from_window, create_mask_from_window)


def test_a_padded_image_in_the_cache_is_told():
    def conv_forward(A_prev, W, b, hparameters):
        Z, _ = reference.conv_forward(A_prev, W, b, hparameters)
        return Z, (reference.zero_pad(A_prev, hparameters["pad"]), W, b, hparameters)

    message = message_of(checks.conv_forward, conv_forward)
    assert "A_prev in cache should have shape (10, 4, 4, 3), but it has shape (10, 8, 8, 3)" in message


def test_jupyter_shows_the_message_without_a_traceback():
    assert CheckFailed("one\ntwo")._render_traceback_() == ["one", "two"]


@pytest.mark.parametrize(
    ("got", "expected", "words"),
    [
        (None, np.zeros(2), "Z is None"),
        ("text", np.zeros(2), "Z should hold numbers in an array of shape (2,), but it is a str."),
        ([[1, 2], [3]], np.zeros(2), "but it is a list of 2"),
        (np.zeros((2, 3)), np.zeros((3, 2)), "Z should have shape (3, 2), but it has shape (2, 3)."),
        (
            np.array([1.0, 2.0]),
            np.array([1.0, 3.0]),
            "1 of its 2 entries differs. The first: Z[1] should be 3, but it is 2.",
        ),
        (np.array([0, 1]), np.array([0.5, 1.5]), "fractions were cut off"),
        (np.array([np.nan, 1]), np.array([0.0, 1.0]), "not a number"),
        (2.0, 3.0, "Z should be 3, but it is 2."),
    ],
)
def test_a_difference_is_said_in_words(got, expected, words):
    assert words in difference(got, expected, "Z")


@pytest.mark.parametrize("got", [3, 3.0, np.float32(3), np.array(3.0), np.int64(3)])
def test_any_scalar_with_the_right_value_agrees(got):
    assert difference(got, 3.0, "Z") is None


@pytest.mark.parametrize("order", ["C", "F"])
def test_memory_order_and_views_do_not_matter(order):
    expected = np.arange(6.0).reshape(2, 3)
    assert difference(np.array(expected, order=order), expected, "Z") is None
    assert difference(np.arange(12.0).reshape(2, 6)[:, ::2] * 0 + expected, expected, "Z") is None


def test_a_helper_that_is_not_right_is_named_first():
    source = "def create_mask_from_window(x):\n    mask = None\n    return mask\n\n\n" + next(
        answer.source for answer in catalogue.styles("pool_backward") if answer.name == "printed_loops"
    )
    function = make(source, "pool_backward", distribute_value=reference.distribute_value)
    message = message_of(checks.pool_backward, function)
    assert message.startswith("✗ pool_backward cannot be judged yet: it calls your create_mask_from_window")


def test_a_call_that_is_drawn_at_random_can_be_pasted_and_repeated():
    def pool_backward(dA, cache, mode="max"):
        if dA.shape[1] == dA.shape[2]:
            return reference.pool_backward(dA, cache, mode)
        return np.zeros_like(cache[0])

    message = message_of(checks.pool_backward, pool_backward)
    code = message.split("Called as:")[1].split("dA_prev has")[0]
    called = []
    exec(
        "\n".join(line[4:] for line in code.strip("\n").splitlines()),
        {"np": np, "pool_forward": reference.pool_forward, "pool_backward": lambda *args: called.append(args)},
    )
    assert len(called) == 1 and called[0][0].shape[1] != called[0][0].shape[2]


UNFILLED = "def relu_forward(Z):\n    A = None\n    cache = None\n    return A, cache\n"


def test_a_demonstration_says_in_one_line_which_exercises_it_waits_for():
    step = make("def zero_pad(X, pad):\n    X_pad = None\n    return X_pad\n", "zero_pad")
    relu = make(UNFILLED, "relu_forward", zero_pad=step)  # which stands behind it in the notebook
    with pytest.raises(NotFinished) as caught:
        checks.finished(relu, reference.EXERCISES["softmax"])
    assert str(caught.value) == "This cell runs once relu_forward is finished; its check says what is missing."
    assert caught.value._render_traceback_() == [str(caught.value)]
    with pytest.raises(NotFinished, match="zero_pad and relu_forward are finished"):
        checks.finished(relu, step)


def test_a_demonstration_waits_for_what_its_exercises_call_too():
    source = "def network_forward(X, parameters, hparameters):\n    return [relu_forward(x) for x in X]\n"
    network = make(source, "network_forward", relu_forward=make(UNFILLED, "relu_forward"))
    with pytest.raises(NotFinished, match="once relu_forward is finished"):
        checks.finished(network)


def test_a_demonstration_runs_with_what_is_finished_be_it_right_or_wrong(capsys):
    wrong = make("def relu_forward(Z):\n    return Z, Z / 0\n", "relu_forward")
    spare = make("def relu_forward(Z):\n    cache = None\n    A = np.maximum(Z, 0)\n    return A, Z\n", "relu_forward")
    checks.finished(wrong, spare, reference.EXERCISES["conv_forward"])
    checks.finished(spare)
    assert not capsys.readouterr().out
