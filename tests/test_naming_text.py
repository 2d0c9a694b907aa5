"""The text of a function helps where results do not tell enough: several mistakes together, and lines nobody knows."""

import ast
import random

import numpy as np
import pytest
from conftest import a_fifth
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder import catalogue, reference
from autograder.naming import explain
from autograder.naming.by_text import MOST_TOLD, read
from autograder.naming.formulas import comes_to, leaves
from autograder.naming.spelling import definition, names_in, parameters

pytestmark = pytest.mark.filterwarnings("ignore")

# Those that are long enough to have several lines wrong, and others right.
EXERCISES = ("conv_forward", "pool_forward", "conv_backward", "pool_backward")


def style(exercise: str, name: str = "printed_loops") -> str:
    return next(one.source for one in catalogue.styles(exercise) if one.name == name)


def changed(exercise: str, **lines: str) -> str:
    """The printed loops with what stands in them replaced: each pair is old and new, by any name."""
    text = style(exercise)
    for pair in lines.values():
        old, _, new = pair.partition(" -> ")
        assert old in text
        text = text.replace(old, new)
    return text


def explained(exercise: str, text: str):
    space = {"np": np, **reference.EXERCISES}
    exec(text, space)
    return explain(exercise, lambda args: space[exercise](*args), source=text)


def renamed(text: str, exercise: str) -> str:
    """A text in which all names of the function's own are others."""
    tree = ast.parse(text)
    function = next(one for one in reversed(tree.body) if isinstance(one, ast.FunctionDef) and one.name == exercise)
    own = names_in(function) - set(parameters(function))
    for one in ast.walk(function):
        if isinstance(one, ast.Name) and one.id in own:
            one.id = f"my_{one.id}"
    return ast.unparse(tree)


SHORT_ENDS = "[pad : pad + n_H_prev, pad : pad + n_W_prev, :] -> [pad:-pad, pad:-pad, :]"
NO_STRIDE = {"top": "h * stride -> h", "left": "w * stride -> w"}


@pytest.mark.parametrize("rename", [False, True], ids=["usual names", "own names"])
@pytest.mark.parametrize(
    ("exercise", "lines", "name"),
    [
        (
            "conv_backward",
            {"ends": SHORT_ENDS, **NO_STRIDE, "db": "+= dZ[i, h, w, c]\n -> = dZ[i, h, w, c]\n"},
            "ignores_stride + unpads_with_negative_slice + overwrites_bias_gradient",
        ),
        (
            "conv_forward",
            {"loop": "for h in range(n_H) -> for h in range(n_W)", "w": "for w in range(n_W) -> for w in range(n_H)"}
            | NO_STRIDE,
            "exchanges_the_loops + ignores_stride",
        ),
    ],
)
def test_mistakes_of_which_each_line_is_known_are_named_together(exercise, lines, name, rename):
    text = changed(exercise, **lines)
    found = explained(exercise, renamed(text, exercise) if rename else text)
    assert set(found.name.split(" + ")) == set(name.split(" + ")), found.name
    assert "line" not in found.mistakes[-1].message


SLIPS = [one for exercise in EXERCISES for one in a_fifth(catalogue.mistakes(exercise)) if one.base]


@pytest.mark.parametrize("answer", SLIPS, ids=lambda one: f"{one.exercise}-{one.name}")
def test_a_mistake_is_found_in_a_text_with_its_lines(answer):
    text = read(answer.exercise, answer.source)
    assert text is None or answer in [one for one, _ in text.mistakes]


@pytest.mark.parametrize("exercise", EXERCISES)
def test_most_mistakes_are_found_whatever_the_names_are(exercise):
    some = [one for one in catalogue.mistakes(exercise) if one.base][::30]
    found = 0
    for one in some:
        text = read(exercise, renamed(one.source, exercise))
        found += text is not None and one in [mistake for mistake, _ in text.mistakes]
    assert found >= 0.8 * len(some)


@pytest.mark.parametrize("exercise", sorted(reference.EXERCISES))
def test_a_right_version_has_no_line_that_differs(exercise):
    assert [one.name for one in catalogue.styles(exercise) if read(exercise, one.source)] == []


@pytest.mark.parametrize(
    "lines",
    [
        {"sum": "+= W[:, :, :, c] * dZ[i, h, w, c] -> += np.multiply(dZ[i, h, w, c], W[..., c])"},
        {"keys": 'hparameters["stride"] -> hparameters.get("stride")'},
        {"zeros": "np.zeros((m, n_H_prev, n_W_prev, n_C_prev)) -> np.zeros(A_prev.shape, dtype=float)"},
        {"like": "np.zeros((f, f, n_C_prev, n_C)) -> np.zeros_like(W, dtype=np.float64)"},
        {"bias": "np.zeros((1, 1, 1, n_C)) -> np.zeros(shape=[1, 1, 1, n_C])"},
        {"end": "vert_end = vert_start + f -> vert_end = f + h * stride"},
        {"range": "range(m) -> range(0, A_prev.shape[0])"},
        {"add": "dW[:, :, :, c] += a_slice * dZ[i, h, w, c] -> dW[..., c] = a_slice * dZ[i, h, w, c] + dW[..., c]"},
        {"print": "a_prev_pad = A_prev_pad[i] -> a_prev_pad = A_prev_pad[i, :, :, :]; print(i); assert i < m"},
        {"shape": "(f, f, n_C_prev, n_C) = W.shape -> f = W.shape[1]; n_C = np.shape(W)[3]"},
        {"take": "return dA_prev -> result = dA_prev\n    return dA_prev"},
    ],
    ids=lambda lines: next(iter(lines)),
)
def test_what_is_written_in_another_way_is_no_difference(lines):
    text = read("conv_backward", changed("conv_backward", ends=SHORT_ENDS, **lines))
    assert [len(of) for one, of in text.mistakes if one.name == "unpads_with_negative_slice"] == [1]
    assert len(text.changed) == 1 + ("take" in lines)


def test_beside_a_known_mistake_the_lines_that_nobody_knows_are_told():
    text = changed(
        "conv_backward", ends=SHORT_ENDS, dw="+= a_slice * dZ[i, h, w, c] -> += a_slice[::-1] * dZ[i, h, w, c] ** 2"
    )
    found = explained("conv_backward", text)
    assert found.name == "unpads_with_negative_slice"
    number = next(at for at, line in enumerate(text.splitlines(), 1) if "** 2" in line)
    assert found.mistakes[0].message.endswith(
        f" Compared with a right version, line by line, your code also differs in line {number}, “dW[:, :, :, c] +="
        " a_slice[::-1] * dZ[i, h, w, c] ** 2”: look there again."
    )


def test_where_nothing_is_known_the_lines_that_differ_are_told():
    text = changed("pool_forward", maximum="np.max(a_prev_slice) -> np.max(a_prev_slice) * np.e")
    found = explained("pool_forward", renamed(text, "pool_forward"))
    assert found.name is None
    assert "your code differs in line" in found.seen
    assert "* np.e”: look there again." in found.seen


def test_many_lines_that_differ_are_not_told():
    lines = {f"{at}": f"{name} = -> {name} = 0 *" for at, name in enumerate(("n_H", "n_W", "vert_start", "vert_end"))}
    assert len(lines) > MOST_TOLD
    found = explained("pool_forward", changed("pool_forward", **lines))
    assert "line by line" not in found.seen


def test_a_line_that_another_one_makes_good_is_no_mistake():
    """The start of the window is an index here, and the slice takes the stride into account."""
    text = changed(
        "conv_forward",
        **NO_STRIDE,
        slice="[vert_start:vert_end, horiz_start:horiz_end, :]"
        " -> [vert_start * stride : vert_start * stride + f, horiz_start * stride : horiz_start * stride + f, :]",
        other="W[..., c], b[..., c]) -> W[..., c] * np.pi, b[..., c])",
    )
    assert explained("conv_forward", text).name is None


def test_who_names_things_the_other_way_round_is_not_told_that_they_are_exchanged():
    """vert_start is the start to the right here, and the slice of the input knows it."""
    text = changed(
        "conv_backward",
        top="vert_start = h * stride -> vert_start = w * stride",
        left="horiz_start = w * stride -> horiz_start = h * stride",
        slice="= a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] ->"
        " = a_prev_pad[horiz_start:horiz_end, vert_start:vert_end, :]",
        ends=SHORT_ENDS,
    )
    assert set(explained("conv_backward", text).name.split(" + ")) == {
        "unpads_with_negative_slice",
        "swaps_rows_and_columns_of_the_gradient",
    }


def test_a_first_line_with_other_parameters_is_told_where_their_number_fits():
    text = "def pool_forward(A_prev, f, stride=1):\n    n_H = (A_prev.shape[1] - f) // stride + 1\n    return n_H\n"
    assert explained("pool_forward", text).name == "has_other_parameters"


def test_a_parameter_of_another_name_is_told_where_calls_by_place_are_right():
    text = style("pool_forward").replace('mode="max"', 'type="max"').replace("mode ==", "type ==")
    found = explained("pool_forward", text)
    assert (
        found.name == "has_other_parameters" and "pool_forward(A_prev, hparameters, mode)" in found.mistakes[0].message
    )
    assert explained("pool_forward", style("pool_forward").replace("A_prev", "images")) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "def conv_forward(:",
        "x = 1",
        "def conv_forward(*args): pass",
        "def conv_forward(A):\n    " + "-" * 50_000 + "1",
    ],
    ids=["nothing", "no Python", "no function", "no parameters", "deep"],
)
def test_a_text_that_says_nothing_is_no_hint(text):
    assert read("conv_forward", text) is None


@pytest.mark.parametrize(
    "lines",
    [
        ["e0 = A_prev", *(f"e{n + 1} = e{n}[e{n}]" for n in range(50))],
        ["x = " + ".".join("a" * 20_000)],
        ["x = " + "+".join("1" * 20_000)],
        [f"x{n} = {'a' * n}" for n in range(100)],
    ],
    ids=["doubling", "a chain", "a sum", "many lines"],
)
def test_a_text_that_would_take_long_is_not_read(lines):
    text = style("pool_forward").replace(
        "    n_C = n_C_prev", "\n".join(f"    {line}" for line in lines) + "\n    n_C = n_C_prev"
    )
    found = read("pool_forward", text)
    assert found is None or found.far


def test_a_formula_of_any_size_is_read_at_once():
    lines = "\n".join(f"    a{n + 1} = a{n} + a{n}" for n in range(60))
    numbers = f"    big = {'9' * 4000} * {'9' * 4000} / stride"
    text = style("pool_forward").replace(
        "    n_C = n_C_prev", f"    a0 = f + 1\n{lines}\n{numbers}\n    n_C = n_C_prev"
    )
    assert read("pool_forward", text) is None


FORMULAS = st.recursive(
    st.sampled_from(["h", "stride", "f", "n_H_prev", "pad", "2", "1"]),
    lambda inner: st.tuples(inner, st.sampled_from(["+", "-", "*", "//"]), inner).map(
        lambda some: f"({' '.join(some)})"
    ),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(FORMULAS, st.randoms())
def test_a_formula_is_the_same_in_another_order_and_no_other(formula, drawn: random.Random):
    tree = ast.parse(formula, mode="eval").body
    other = ast.parse(formula, mode="eval").body
    for node in ast.walk(other):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mult) and drawn.random() < 0.5:
            node.left, node.right = node.right, node.left
    if any(True for _ in leaves(tree)):
        one, same, more = (
            comes_to(each, ast.unparse) for each in (tree, other, ast.parse(f"{formula} + f * 3 + 1", mode="eval").body)
        )
        assert one == same
        assert one.sign in ("", "none") or more.sign != one.sign


def test_a_definition_is_the_last_of_its_name():
    assert definition("def f(a): pass\ndef f(b): pass\nf(1)", "f").args.args[0].arg == "b"
    assert definition("class C:\n    def f(self): pass", "f") is None


@pytest.mark.parametrize(
    ("exercise", "lines"),
    [
        ("conv_forward", {"loop": "for h in range(n_H) -> for h in range(0, n_H * stride, stride)", **NO_STRIDE}),
        (
            "pool_forward",
            {
                "slice": "A_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] ->"
                " A_prev[i, vert_start:vert_end, horiz_start:horiz_end, :][:, :, c]"
            },
        ),
        ("conv_backward", {"zeros": "A_prev_pad = zero_pad(A_prev, pad) -> A_prev_pad = zero_pad(A_prev[:], pad)"}),
    ],
    ids=["a loop by the stride", "the channel later", "a view"],
)
def test_an_unusual_right_way_beside_an_unknown_mistake_is_no_mistake(exercise, lines):
    text = changed(exercise, **lines)
    for result in ("    return dA_prev, dW, db", "    return A, cache", "    return Z, cache"):
        name = result.split()[1].rstrip(",")
        text = text.replace(result, f"    {name} = 0.9 * {name}\n{result}")
    text = text.replace("Z[i, h, w, c] =", "Z[i, h // stride, w // stride, c] =") if "loop" in lines else text
    found = explained(exercise, text)
    # The line that is wrong may be pointed at, and no other.
    assert found and found.name in (None, "does_a_step_too_many")
    assert all("= 0.9 *" in one.message for one in found.mistakes)


def test_where_a_mistake_is_read_in_a_text_what_is_seen_of_the_rest_is_told():
    text = changed(
        "conv_backward", ends=SHORT_ENDS, dw="+= a_slice * dZ[i, h, w, c] -> += a_slice * dZ[i, h, w, c] ** 2"
    )
    found = explained("conv_backward", text)
    assert found.name == "unpads_with_negative_slice" and "dW" in found.seen
    assert "line by line" not in found.seen
