"""Lines that are nobody's known mistake are told as what they are, where a right version with them does the same."""

import time
from dataclasses import replace

import pytest
from conftest import a_fifth
from test_naming_text import EXERCISES, changed, explained

from autograder import catalogue
from autograder.naming import formulas, known
from autograder.naming.battery import battery
from autograder.naming.by_text import read
from autograder.naming.known import outcome_of
from autograder.naming.outcomes import same
from autograder.naming.rebuilding import Rebuilt, result_of

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.mark.parametrize(
    ("exercise", "lines", "told"),
    [
        (
            "conv_backward",
            {
                "c": "for c in range(n_C) -> for c in range(n_C - 1)",
                "db": "+= dZ[i, h, w, c]\n -> += 2 * dZ[i, h, w, c]\n",
            },
            {
                "is_off_by_a_number": "counts to a number that is one too small",
                "is_off_by_a_number 2": "works out something that is twice as large as it should be",
            },
        ),
        (
            "conv_forward",
            {"w": "horiz_start = w * stride -> horiz_start = w * stride + 2"},
            {"is_off_by_a_number": "makes the first column of the window two too large"},
        ),
        (
            "pool_backward",
            {"da": "da = dA[i, h, w, c] -> da = dA[i, h, w, c] - 0.5", "f": "shape = (f, f) -> shape = (f, stride)"},
            {
                "takes_one_thing_for_another": "takes the stride where the side of the window is wanted",
                "puts_things_together_otherwise": "puts the right things together in another way",
            },
        ),
        (
            "conv_backward",
            {
                "if": "                    db[:, :, :, c] += -> "
                + "                    if h > 0:\n                        db[:, :, :, c] +="
            },
            {"has_a_condition_too_many": "lets what stands under it happen in some cases only"},
        ),
        (
            "conv_backward",
            {
                "w": "W[:, :, :, c] * dZ -> W[:, :, :, c - 1] * dZ",
                "s": ":vert_end, horiz_start:horiz_end, :]\n -> :vert_end, w:w + f, :]\n",
            },
            {
                "is_off_by_a_number": "has the channel of the output one too small",
                "takes_another_window": "takes other columns than those of the window",
            },
        ),
        (
            "pool_backward",
            {
                "m": "create_mask_from_window(a_prev_slice) -> create_mask_from_window(np.square(a_prev_slice))",
                "d": "da = dA[i, h, w, c] -> da = dA[i - 1, h, w, c]",
            },
            {
                "takes_something_made_of_it": "takes np.square(…) of the window of the input, which is wanted as it is",
                "is_off_by_a_number": "has the number of the example one too small",
            },
        ),
        (
            "conv_forward",
            {"w": "W[..., c], b -> W[:, :, ::-1, c], b"},
            {"turns_an_axis": "takes an axis from its end to its start"},
        ),
        (
            "conv_forward",
            {"i": "a_prev_pad = A_prev_pad[i] -> a_prev_pad = A_prev_pad[i - 1]"},
            {"is_off_by_a_number": "has the number of the example one too small"},
        ),
        (
            "pool_forward",
            {"cache": "cache = (A_prev, hparameters) -> cache = (A_prev[0], hparameters)"},
            {"takes_a_part": "takes a part of the input where the whole is wanted"},
        ),
        (
            "pool_forward",
            {"a": "A[i, h, w, c] = np.max -> A[i, h, w, c] += 3 * np.max"},
            {"differs_in_a_line": "does not do what should be done there with the output"},
        ),
        (
            "pool_forward",
            {"n": "A = np.zeros((m, n_H, n_W, n_C)) -> A = np.ones((m, n_H, n_W, n_C))", "m": "np.max( -> 3 * np.max("},
            {"is_off_by_a_number": "3 times as large as it should be"},
        ),
    ],
)
def test_what_a_line_does_otherwise_is_told_with_the_line(exercise, lines, told):
    found = explained(exercise, changed(exercise, **lines))
    assert {one.name for one in found.mistakes} == {name.split()[0] for name in told}
    for words in told.values():
        assert any(words in one.message and one.message.startswith("Line ") for one in found.mistakes), found.mistakes
    assert all(one.section for one in found.mistakes)


@pytest.mark.parametrize(
    ("exercise", "lines", "oddity"),
    [
        ("conv_forward", {"z": "Z[i, h, w, c] = -> Z[i, h, w, c] = 0.9 *"}, {"n": "Z = np.zeros -> Z = 0 * np.ones"}),
        (
            "conv_backward",
            {"w": "dW[:, :, :, c] += -> dW[:, :, :, c] += 0.9 *"},
            {"p": "dA_prev_pad = zero_pad(dA_prev, pad) -> dA_prev_pad = np.zeros(A_prev_pad.shape)"},
        ),
        (
            "conv_forward",
            {"z": "Z[i, h, w, c] = -> Z[i, h, w, c] = 0.9 *"},
            {
                "v": "vert_start = h * stride -> vert_start = h",
                "s": "a_prev_pad[vert_start:vert_end, -> a_prev_pad[vert_start * stride : vert_start * stride + f,",
            },
        ),
    ],
    ids=["zeros by ones", "zeros by shape", "the stride in the slice"],
)
def test_another_way_to_write_what_is_right_is_not_told(exercise, lines, oddity):
    found = explained(exercise, changed(exercise, **oddity, **lines))
    assert found.name == "is_off_by_a_number"
    assert "0.9 times as large" in found.mistakes[0].message


@pytest.mark.parametrize(
    "lines",
    [
        # Names the other way round, which is right, and a line that is wrong for them.
        {
            "top": "vert_start = h * stride -> vert_start = w * stride",
            "left": "horiz_start = w * stride -> horiz_start = h * stride",
            "slice": "a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] ->"
            " 0.9 * a_prev_pad[horiz_start:horiz_end, vert_start:vert_end, :]",
        },
        # The output made with its sides exchanged, and turned before it is given back.
        {
            "zeros": "(m, n_H, n_W, n_C)) -> (m, n_W, n_H, n_C))",
            "z": "Z[i, h, w, c] = -> Z[i, w, h, c] = 0.9 *",
            "cache": "    cache = ->     Z = np.array([one.transpose(1, 0, 2) for one in Z])\n    cache =",
        },
    ],
    ids=["names exchanged", "turned at the end"],
)
def test_a_line_that_another_one_makes_good_is_not_called_wrong(lines):
    found = explained("conv_forward", changed("conv_forward", **lines))
    assert all("0.9" in one.message for one in found.mistakes), found.mistakes


@pytest.mark.parametrize(
    "answer",
    a_fifth([one for one in catalogue.mistakes() if one.exercise in EXERCISES]),
    ids=lambda one: f"{one.exercise}-{one.name}",
)
def test_what_is_said_again_does_what_it_did(answer):
    text = read(answer.exercise, answer.source)
    if text is None or answer.name in ("cuts_to_whole_numbers", "asserts_the_shape_behind_a_negative_slice"):
        pytest.skip(
            "like no right version; or x = x + y, which is spelled x += y, and is not the same for whole numbers; or"
            " an assert, which has no spelling"
        )
    again = Rebuilt(text.base, text.inline, text.changed)
    function = again.with_changes(text.changed)
    for probe in battery(answer.exercise) if function else ():
        came, mine = result_of(function, probe), outcome_of(answer.function, probe)
        assert came is not None and came.said == mine.said and same(came, mine)


@pytest.mark.parametrize(
    "line",
    [
        "import os",
        "x = __import__('os')",
        "x = A_prev.__class__",
        "x = (lambda: 0)()",
        "x = open('/etc/passwd')",
        "x = eval('1')",
        "x = np.load('x.npy')",
        "x = np.ndarray.tofile(A_prev, 'x')",
        "x = A_prev.tofile('x')",
        "x = [y for y in range(10**9)]",
        "x = f'{A_prev}'",
        "x = 'a' * 10**9",
        "x = (1,) * 10**9",
        "x = 10**9**9",
        "x = np.zeros(10**9)",
        "x = np.zeros((1000, 1000, 1000))",
        "x = np.pad(A_prev, 10**6)",
        "x = zero_pad(A_prev, 10**5)",
        "x = np.array(range(10**9))",
        "x = (np.ones((3000, 1)) * np.ones((1, 3000))) * np.ones((1000, 1, 1))",
        "x = distribute_value(1.0, (10**4, 10**5))",
        "x = pool_forward(A_prev, hparameters)",
        "while True: pass",
        "global f",
        "del A_prev",
        "with A_prev: pass",
        "x = range(10**12)",
        "x = A_prev[np.array(range(999))]",
        'x = method_("tofile", np.array("words", dtype="S"), "x")',
        'x = call_int("1")',
        "get_ = 1; do_ = 1; x = np_zeros(3)",
        "x = np.ones((50, 50), dtype='(200,200)f8')",
        "x = np.array([3], dtype='O') * 3",
        "x = 'a' + 'a'",
        "x = np.ones((np.array(3000), np.array(3000)))",
        "x = [1]; x += A_prev",
        "x = [1]; x[0] = x",
        "hparameters[(1, (2, (3, 4)))] = 1",
        "x = np.pad(A_prev, 1, mode='linear_ramp')",
        "x = np.pad(A_prev, 1, mode=len)",
        "x = formula(A_prev)",
        "x = 0x" + "f" * 20_000,
        "x = zero_pad(A_prev, 9)",
        "x = conv_forward(A_prev, A_prev, A_prev, {'stride': 1, 'pad': 10**5})",
        "x = f" + " * 1000000" * 53,
    ],
)
def test_what_the_language_has_no_words_for_is_not_run(line):
    """Nor what would take long, or much memory: such a line is as if nothing could be read."""
    text = changed(
        "pool_forward",
        n=f"    n_C = n_C_prev ->     {line}\n    n_C = n_C_prev",
        a="A[i, h, w, c] = -> A[i, h, w, c] = 2 *",
    )
    before = time.process_time()
    found = read("pool_forward", text)
    again = found and found.again
    function = again and again.with_changes(found.changed)
    came = [result_of(function, probe) for probe in battery("pool_forward")] if function else []
    assert all(one is None or one.status == "error" for one in came), line
    assert time.process_time() - before < 20


_LONG = ["z = np.zeros(1000, dtype=int)"]
_WIDE = ["e = np.zeros((0, 5000))"]


@pytest.mark.parametrize(
    "lines",
    [
        ["p = (1.5,)", "q = (1.5,)", "for k in range(45):", "    p = (p, p)", "    q = (q, q)", "r = p == q"],
        ["p = ()", "for k in range(30000):", f"    p = {'(' * 30}p{',)' * 30}", "hparameters[p] = 1"],
        ["k = np.array(50)", *["k += k"] * 8, "x = np.ones((k, k))"],
        ["s = 'a'", "for k in range(26):", "    s = s + s"],
        ["s = (1,)", "for k in range(26):", "    s = s + s"],
        ["s = 3", "for k in range(29):", "    s = s * s"],
        [
            "z = np.ones((1, 1, 1, 1, 1))",
            *(f"i{k} = np.zeros({(1,) * k + (900,) + (1,) * (4 - k)}, dtype=int)" for k in range(5)),
            "z[i0, i1, i2, i3, i4] = 1.5",
        ],
        [*_LONG, "z[z, z] -= 1"],
        [
            "p = slice(1.5)",
            "q = slice(1.5)",
            "for k in range(45):",
            "    p = slice(p, p)",
            "    q = slice(q, q)",
            "r = p == q",
        ],
        [*_WIDE, "for k in range(5):", "    e = np.array([e, e])", "for e in np.ndindex(3 * 10 ** 7, 0):", "    pass"],
        ["x = np.zeros((0, 999999, 999999, 999999))"],
        ["for e in np.ndindex(-3, 1000000):", "    n_C = n_C_prev"],
        [*_LONG, "x = np.where([z, z, z, z], [z], [[z]])"],
        [*_LONG, "x = np.zeros_like(z, None, None, True, (90000, 90000))"],
        ["x = np.array(1, 'V900000000')"],
        ["x = distribute_value(1.0, np.array([10000, 12000]))"],
        ["x = distribute_value(1.0, (10000, 12000))"],
        ["x = round(5, -999999)", "x = round(5, -999999 * 999999)"],
        [*_LONG, "x = np.round(z, 999999)"],
        ["x = conv_backward(A_prev, (A_prev, A_prev, A_prev, hparameters))"],
        ["x = " + "int(" * 60 + "f / 2" + ")" * 60, "x = x + 'a'"],
        ["x = np.outer(np.ones(5000), np.ones(5000))"],
        ["x = np.array([" + "[" * 40 + "1" + "]" * 40 + "])"],
    ],
    ids=lambda lines: max(lines, key=len)[:40],
)
def test_what_grows_is_stopped(lines):
    text = changed(
        "pool_forward", n="    n_C = n_C_prev -> " + "".join(f"    {one}\n" for one in lines) + "    n_C = n_C_prev"
    )
    before = time.process_time()
    found = read("pool_forward", text)
    function = found and found.again and found.again.with_changes(found.changed)
    came = [result_of(function, probe) for probe in battery("pool_forward")] if function else []
    assert all(one is None or one.status == "error" for one in came)
    assert time.process_time() - before < 20


def test_loops_in_loops_end():
    loops = (
        "".join(f"{'    ' * (n + 1)}for x{n} in range(900):\n" for n in range(8)) + "    " * 9 + "A_prev = A_prev + 1\n"
    )
    text = changed("pool_forward", n="    n_C = n_C_prev -> " + loops + "    n_C = n_C_prev")
    found = read("pool_forward", text)
    function = found and found.again and found.again.with_changes(found.changed)
    assert function and all(result_of(function, probe) is None for probe in battery("pool_forward"))


def test_what_another_slip_hides_still_makes_good_what_goes_with_it():
    """Sides in the place of ends, which is right; in mode average the slip raises before that shows."""
    text = changed(
        "pool_backward",
        slip="vert_end = vert_start + f -> vert_end = vert_start + f - 1",
        side="horiz_end = horiz_start + f -> horiz_end = f",
        slices="horiz_start:horiz_end -> horiz_start:horiz_start + horiz_end",
    )
    (found,) = explained("pool_backward", text).mistakes
    assert "“vert_end = vert_start + f - 1”, makes the row behind the window one too small" in found.message


def test_a_sign_that_is_turned_at_the_end_is_not_called_wrong():
    text = changed(
        "conv_backward",
        slip="dW[:, :, :, c] += a_slice -> dW[:, :, :, c] -= 3 * a_slice",
        turned="return dA_prev, dW, db -> return dA_prev, -dW, db",
    )
    assert not any("wrong sign" in one.message for one in explained("conv_backward", text).mistakes)


def test_a_formula_that_is_too_deep_costs_its_lines_only():
    deep = 'q = hparameters["f"]' + " + 1 - 1" * 180 + " + 1"
    text = changed(
        "pool_forward",
        n=f"    n_C = n_C_prev ->     {deep}\n    n_C = n_C_prev + 0 * q * q",
        a="A[i, h, w, c] = -> A[i, h, w, c] = 2 *",
    )
    assert explained("pool_forward", text).seen or explained("pool_forward", text).mistakes


def test_what_is_large_is_not_kept_for_others():
    kept = formulas._formula.cache_info().currsize
    text = changed(
        "conv_forward",
        z="Z[i, h, w, c] = -> zz = A_prev['" + "s" * 15_000 + "'][i]\n                    "
        "b9 = zz * zz * zz\n                    c9 = "
        + " * ".join(["b9"] * 300)
        + "\n                    Z[i, h, w, c] =",
    )
    read("conv_forward", text)
    assert formulas._formula.cache_info().currsize - kept < 20
    assert read("conv_forward", text.replace("s" * 15_000, "s" * 25_000)) is None


def test_what_there_was_no_room_for_is_not_kept_either(monkeypatch):
    """Known mistakes are called in the judge, where a student's results may fill the memory."""
    (one, *_) = (known.Known(answer) for answer in catalogue.mistakes("pool_forward"))
    right = one.outcomes[1]
    full = replace(right, status="error", kind="MemoryError", results={})
    with monkeypatch.context() as patch:
        patch.setattr(known, "outcome", lambda *_: full)
        with pytest.raises(MemoryError):
            one.outcomes[0]
    assert one.outcomes[0].kind != "MemoryError"
