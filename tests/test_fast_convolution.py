"""Notebook 06: loops have the right numbers and are too slow, copies have them and are too large."""

import numpy as np
import pytest
from classroom import handed_in
from judges import judge_of

from helpers import loops, timing
from helpers.layers import conv_forward
from helpers.memory import is_view_of, steps_of, view_of

FAST = "06_fast_convolution"
SIZES = """
    m, n_H_prev, n_W_prev, n_C = shape
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
"""
COPIES = f"""
def window_view(A, f, stride):
    shape = A.shape{SIZES}
    windows = np.zeros((m, n_H, n_W, f, f, n_C))
    for h, w in np.ndindex(n_H, n_W):
        windows[:, h, w] = A[:, h * stride:h * stride + f, w * stride:w * stride + f]
    return windows
"""
LOOPS = {
    "window_view": COPIES,
    "im2col": f"""
def im2col(A, f, stride):
    shape = A.shape{SIZES}
    rows = []
    for i, h, w in np.ndindex(m, n_H, n_W):
        rows.append(A[i, h * stride:h * stride + f, w * stride:w * stride + f].ravel())
    return np.array(rows)
""",
    "conv_forward_im2col": """
def conv_forward_im2col(A_prev, W, b, hparameters):
    X, f, stride = zero_pad(A_prev, hparameters["pad"]), len(W), hparameters["stride"]
    Z = np.zeros((len(X), (X.shape[1] - f) // stride + 1, (X.shape[2] - f) // stride + 1, W.shape[3]))
    for i, h, w, c in np.ndindex(*Z.shape):
        window = X[i, h * stride:h * stride + f, w * stride:w * stride + f]
        Z[i, h, w, c] = np.sum(window * W[..., c]) + b[0, 0, 0, c]
    return Z, (A_prev, W, b, hparameters)
""",
    "col2im": f"""
def col2im(columns, shape, f, stride):{SIZES}
    A, rows = np.zeros(shape), iter(columns)
    for i, h, w in np.ndindex(m, n_H, n_W):
        A[i, h * stride:h * stride + f, w * stride:w * stride + f] += next(rows).reshape(f, f, n_C)
    return A
""",
    "conv_backward_im2col": """
def conv_backward_im2col(dZ, cache):
    A_prev, W, b, hparameters = cache
    f, stride, pad = len(W), hparameters["stride"], hparameters["pad"]
    X = zero_pad(A_prev, pad)
    dX, dW, db = np.zeros(X.shape), np.zeros(W.shape), np.zeros(b.shape)
    for i, h, w, c in np.ndindex(*dZ.shape):
        window = np.s_[i, h * stride:h * stride + f, w * stride:w * stride + f]
        dX[window] += W[..., c] * dZ[i, h, w, c]
        dW[..., c] += X[window] * dZ[i, h, w, c]
        db[..., c] += dZ[i, h, w, c]
    return dX[:, pad:X.shape[1] - pad, pad:X.shape[2] - pad], dW, db
""",
    "conv_forward_offsets": COPIES.replace("window_view", "copied")
    + """
def conv_forward_offsets(A_prev, W, b, hparameters):
    windows = copied(zero_pad(A_prev, hparameters["pad"]), len(W), hparameters["stride"])
    return np.tensordot(windows, W, axes=3) + b, (A_prev, W, b, hparameters)
""",
    "pool_forward_windows": """
def pool_forward_windows(A_prev, hparameters, mode="max"):
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    A = np.zeros((m, (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1, n_C))
    for i, h, w, c in np.ndindex(*A.shape):
        window = A_prev[i, h * stride:h * stride + f, w * stride:w * stride + f, c]
        A[i, h, w, c] = np.max(window) if mode == "max" else np.mean(window)
    return A, (A_prev, hparameters)
""",
}


@pytest.fixture(scope="module")
def judge():
    with judge_of(FAST) as judge:
        yield judge


def test_the_solution_has_full_marks(judge):
    judged = judge.grade(handed_in(FAST, {}))
    assert [(test.name, test.message) for test in judged.tests if test.points < test.max_points] == []


def test_loops_lose_the_points_of_speed_and_copies_those_of_memory(judge):
    judged = judge.grade(handed_in(FAST, LOOPS))
    lost = {test.id for test in judged.tests if test.points < test.max_points}
    assert lost == {"view-lean", "im2col-fast", "conv-fast", "col2im-fast", "back-fast", "offsets-lean", "pool-fast"}


def test_the_given_loops_and_layers_are_not_to_be_had(judge):
    calls = "\n    from helpers import layers, loops\n    return {}.conv_forward(A_prev, W, b, hparameters)"
    for module in ("loops", "layers"):
        answer = "def conv_forward_im2col(A_prev, W, b, hparameters):" + calls.format(module)
        judged = judge.grade(handed_in(FAST, {"conv_forward_im2col": answer}))
        assert all(test.points == 0 for test in judged.tests if test.name.startswith("conv_forward_im2col"))
        assert any("write it yourself" in test.message for test in judged.tests)


def test_given_loops_agree_with_the_layers():
    random = np.random.default_rng(0)
    arguments = random.normal(size=(2, 5, 6, 3)), random.normal(size=(3, 3, 3, 2)), random.normal(size=(1, 1, 1, 2))
    hparameters = {"stride": 2, "pad": 1}
    Z, _ = loops.conv_forward(*arguments, hparameters)
    np.testing.assert_allclose(Z, conv_forward(*arguments, hparameters)[0], atol=1e-12)


def test_a_view_stays_within_its_array():
    A = np.arange(12.0).reshape(3, 4)
    assert view_of(A, (2, 3, 2, 2), (32, 8, 32, 8))[1, 2].tolist() == [[6, 7], [10, 11]]
    assert is_view_of(view_of(A, (12,), (8,)), A) and not is_view_of(A.copy(), A) and not is_view_of(None, A)
    assert view_of(A[::-1], (3,), (-32,)).tolist() == [8, 4, 0]
    with pytest.raises(ValueError, match="would leave the memory of the array, by 8 bytes"):
        view_of(A, (13,), (8,))
    with pytest.raises(ValueError, match="would leave the memory of the array, by 32 bytes"):
        view_of(A, (2,), (-32,))
    with pytest.raises(ValueError, match="a shape of 2 axes needs 2 strides, but there are 1"):
        view_of(A, (3, 4), (8,))
    with pytest.raises(ValueError, match="does the window fit into the image"):
        view_of(A, (0, 4), (32, 8))
    with pytest.raises(ValueError, match="read-only"):
        view_of(A, (3,), (8,))[0] = 1


def test_steps_count_entries():
    A = np.zeros((2, 3, 4), dtype=np.float32)
    assert steps_of(A) == (12, 4, 1) and steps_of(A[:, ::2]) == (12, 8, 1)


def test_a_race_stops_what_got_too_slow():
    called = []
    times = timing.race({"short": lambda n: None, "long": called.append}, lambda n: (n,), (1, 2, 3), most=-1)
    assert list(times["long"]) == [1] and set(called) == {1}
    times = timing.race({"short": lambda n: None}, lambda n: (n,), (1, 2, 3))
    assert list(times["short"]) == [1, 2, 3] and all(second >= 0 for second in times["short"].values())


def test_a_race_is_run_in_rounds_and_a_function_may_have_arguments_of_its_own():
    called = []
    functions = {"one": lambda n: called.append(n), "other": (lambda n, word: called.append(word), lambda n: (n, "!"))}
    times = timing.race(functions, lambda n: (n,), (1, 2), most=float("inf"), rounds=3)
    assert called == [1, "!"] * 3 + [2, "!"] * 3
    assert [list(times[name]) for name in functions] == [[1, 2], [1, 2]]


def test_pytorch_is_measured_where_it_is_installed():
    pytest.importorskip("torch", reason="PyTorch is not installed")
    A_prev, W, b = np.zeros((1, 4, 4, 2)), np.zeros((3, 3, 2, 5)), np.zeros((1, 1, 1, 5))
    assert timing.torch_convolution(A_prev, W, b, {"stride": 1, "pad": 1}) > 0
