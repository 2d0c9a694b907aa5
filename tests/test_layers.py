"""The given layers, the reference and the numerical gradients, held to plain loops, to each other and to PyTorch."""

import itertools
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder import reference
from helpers import layers, loops
from helpers.gradients import numerical_gradient, relative_error


def loops_convolution(A_prev, W, b, stride, pad):
    """The definition, entry by entry."""
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, _, _, n_C = W.shape
    padded = np.zeros((m, n_H_prev + 2 * pad, n_W_prev + 2 * pad, n_C_prev))
    padded[:, pad : pad + n_H_prev, pad : pad + n_W_prev] = A_prev
    n_H, n_W = (n_H_prev + 2 * pad - f) // stride + 1, (n_W_prev + 2 * pad - f) // stride + 1
    Z = np.zeros((m, n_H, n_W, n_C))
    for i, h, w, c in np.ndindex(*Z.shape):
        for p, q, k in np.ndindex(f, f, n_C_prev):
            Z[i, h, w, c] += padded[i, h * stride + p, w * stride + q, k] * W[p, q, k, c]
        Z[i, h, w, c] += b[0, 0, 0, c]
    return Z


def loops_pooling(A_prev, f, stride, mode):
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    A = np.zeros((m, (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1, n_C))
    for i, h, w, c in np.ndindex(*A.shape):
        window = [A_prev[i, h * stride + p, w * stride + q, c] for p in range(f) for q in range(f)]
        A[i, h, w, c] = max(window) if mode == "max" else sum(window) / len(window)
    return A


def draw(seed, m, n_H, n_W, n_C_prev, f, n_C):
    random = np.random.default_rng(seed)
    return (random.normal(size=shape) for shape in ((m, n_H, n_W, n_C_prev), (f, f, n_C_prev, n_C), (1, 1, 1, n_C)))


SHAPES = [
    # m, n_H, n_W, n_C_prev, f, n_C, stride, pad
    (2, 5, 5, 3, 3, 4, 1, 0),
    (2, 5, 5, 3, 3, 4, 1, 1),
    (1, 4, 7, 2, 2, 3, 2, 0),
    (3, 7, 4, 1, 3, 1, 2, 2),
    (2, 6, 5, 2, 1, 3, 1, 0),
    (2, 6, 5, 2, 1, 3, 3, 1),
    (1, 5, 5, 2, 5, 2, 1, 0),
    (2, 8, 6, 2, 3, 2, 3, 0),
    (1, 3, 9, 2, 2, 1, 4, 1),
]


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_conv_forward_is_its_definition(shape):
    *sizes, stride, pad = shape
    A_prev, W, b = draw(0, *sizes)
    Z, cache = layers.conv_forward(A_prev, W, b, {"stride": stride, "pad": pad})
    np.testing.assert_allclose(Z, loops_convolution(A_prev, W, b, stride, pad), atol=1e-12)
    assert cache[0] is A_prev and cache[1] is W and cache[2] is b and cache[3] == {"stride": stride, "pad": pad}


@pytest.mark.parametrize("mode", ["max", "average"])
@pytest.mark.parametrize(
    "shape", [(2, 4, 4, 2, 2, 2), (1, 7, 5, 3, 3, 1), (2, 5, 8, 1, 2, 3), (1, 4, 4, 2, 4, 1), (1, 3, 2, 2, 1, 2)]
)
def test_pool_forward_is_its_definition(shape, mode):
    m, n_H, n_W, n_C, f, stride = shape
    A_prev = np.random.default_rng(1).normal(size=(m, n_H, n_W, n_C))
    A, _ = layers.pool_forward(A_prev, {"f": f, "stride": stride}, mode)
    np.testing.assert_allclose(A, loops_pooling(A_prev, f, stride, mode), atol=1e-12)


def test_average_pooling_of_whole_numbers_keeps_fractions():
    A, _ = layers.pool_forward(np.arange(4).reshape(1, 2, 2, 1), {"f": 2, "stride": 1}, "average")
    assert A.item() == 1.5


def test_an_unknown_mode_is_an_error():
    with pytest.raises(ValueError, match="median"):
        layers.pool_forward(np.zeros((1, 2, 2, 1)), {"f": 2, "stride": 1}, "median")


def test_a_window_larger_than_the_image_is_an_error():
    with pytest.raises(ValueError, match="3 × 3 does not fit into an image of 2 × 5"):
        layers.windows(np.zeros((1, 2, 5, 1)), 3, 1)


def test_windows_are_a_view():
    A = np.zeros((1, 4, 4, 1))
    assert np.shares_memory(layers.windows(A, 2, 1), A)


@pytest.mark.parametrize("module", [reference, layers], ids=["reference", "layers"])
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_conv_backward_agrees_with_measured_gradients(shape, module):
    *sizes, stride, pad = shape
    A_prev, W, b = draw(2, *sizes)
    hparameters = {"stride": stride, "pad": pad}
    Z, cache = reference.conv_forward(A_prev, W, b, hparameters)
    dZ = np.random.default_rng(3).normal(size=Z.shape)

    def loss():
        return np.sum(reference.conv_forward(A_prev, W, b, hparameters)[0] * dZ)

    for gradient, array in zip(module.conv_backward(dZ, cache), (A_prev, W, b), strict=True):
        assert gradient.shape == array.shape
        assert relative_error(gradient, numerical_gradient(loss, array)) < 1e-8


@pytest.mark.parametrize("module", [reference, layers], ids=["reference", "layers"])
@pytest.mark.parametrize("mode", ["max", "average"])
@pytest.mark.parametrize(
    ("n_H", "n_W", "f", "stride"), [(4, 4, 2, 2), (5, 6, 2, 1), (7, 5, 3, 2), (7, 8, 2, 3), (3, 4, 1, 1)]
)
def test_pool_backward_agrees_with_measured_gradients(n_H, n_W, f, stride, mode, module):
    random = np.random.default_rng(4)
    A_prev = random.permutation(2 * n_H * n_W * 2).reshape(2, n_H, n_W, 2) / 10
    hparameters = {"f": f, "stride": stride}
    A, cache = reference.pool_forward(A_prev, hparameters, mode)
    dA = random.normal(size=A.shape)

    def loss():
        return np.sum(reference.pool_forward(A_prev, hparameters, mode)[0] * dA)

    assert relative_error(module.pool_backward(dA, cache, mode), numerical_gradient(loss, A_prev)) < 1e-8


def test_ties_go_to_all_to_the_first_to_the_last_or_are_shared():
    A_prev = np.array([[1.0, 7.0], [7.0, 7.0]]).reshape(1, 2, 2, 1)
    cache, dA = (A_prev, {"f": 2, "stride": 1}), np.full((1, 1, 1, 1), 3.0)

    def gradient(ties):
        return reference.pool_backward(dA, cache, "max", ties)[0, :, :, 0].tolist()

    assert gradient("all") == [[0, 3], [3, 3]]
    assert gradient("first") == [[0, 3], [0, 0]]
    assert gradient("last") == [[0, 0], [0, 3]]
    assert gradient("share") == [[0, 1], [1, 1]]


def test_gradients_of_whole_numbers_keep_fractions():
    A_prev, W = np.arange(9).reshape(1, 3, 3, 1), np.ones((2, 2, 1, 1), dtype=int)
    dZ = np.full((1, 2, 2, 1), 0.25)
    dA_prev, dW, db = reference.conv_backward(dZ, (A_prev, W, np.zeros((1, 1, 1, 1)), {"stride": 1, "pad": 0}))
    assert dA_prev[0, 1, 1, 0] == 1.0 and dA_prev[0, 0, 0, 0] == 0.25 and dW[0, 0, 0, 0] == 2.0 and db.item() == 1.0


@settings(deadline=None, max_examples=40)
@given(
    sizes=st.tuples(
        *[
            st.integers(1, 3),
            st.integers(1, 7),
            st.integers(1, 7),
            st.integers(1, 3),
            st.integers(1, 4),
            st.integers(1, 3),
        ]
    ),
    stride=st.integers(1, 4),
    pad=st.integers(0, 3),
)
def test_layers_are_right_on_shapes_that_nobody_chose(sizes, stride, pad):
    _, n_H, n_W, _, f, _ = sizes
    if f > min(n_H, n_W) + 2 * pad:
        return
    A_prev, W, b = draw(5, *sizes)
    Z, _ = layers.conv_forward(A_prev, W, b, {"stride": stride, "pad": pad})
    np.testing.assert_allclose(Z, loops_convolution(A_prev, W, b, stride, pad), atol=1e-12)


@pytest.mark.parametrize("module", [reference, layers], ids=["reference", "layers"])
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_convolution_agrees_with_pytorch(shape, module):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    *sizes, stride, pad = shape
    A_prev, W, b = draw(6, *sizes)
    Z, cache = module.conv_forward(A_prev, W, b, {"stride": stride, "pad": pad})
    dZ = np.random.default_rng(7).normal(size=Z.shape)

    t_A = torch.tensor(A_prev.transpose(0, 3, 1, 2), requires_grad=True)
    t_W = torch.tensor(W.transpose(3, 2, 0, 1).copy(), requires_grad=True)
    t_b = torch.tensor(b.ravel(), requires_grad=True)
    t_Z = torch.nn.functional.conv2d(t_A, t_W, t_b, stride=stride, padding=pad)
    t_Z.backward(torch.tensor(dZ.transpose(0, 3, 1, 2).copy()))

    np.testing.assert_allclose(Z, t_Z.detach().numpy().transpose(0, 2, 3, 1), atol=1e-12)
    dA_prev, dW, db = module.conv_backward(dZ, cache)
    np.testing.assert_allclose(dA_prev, t_A.grad.numpy().transpose(0, 2, 3, 1), atol=1e-12)
    np.testing.assert_allclose(dW, t_W.grad.numpy().transpose(2, 3, 1, 0), atol=1e-12)
    np.testing.assert_allclose(db.ravel(), t_b.grad.numpy(), atol=1e-12)


@pytest.mark.parametrize("module", [reference, layers], ids=["reference", "layers"])
@pytest.mark.parametrize(("mode", "f", "stride"), [*itertools.product(["max", "average"], [1, 2, 3], [1, 2, 3])])
def test_pooling_agrees_with_pytorch(mode, f, stride, module):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    random = np.random.default_rng(8)
    A_prev = random.permutation(2 * 7 * 6 * 3).reshape(2, 7, 6, 3) / 7
    A, cache = module.pool_forward(A_prev, {"f": f, "stride": stride}, mode)
    dA = random.normal(size=A.shape)
    pool = {"max": torch.nn.functional.max_pool2d, "average": torch.nn.functional.avg_pool2d}[mode]
    t_A = torch.tensor(A_prev.transpose(0, 3, 1, 2).copy(), requires_grad=True)
    t_out = pool(t_A, f, stride)
    t_out.backward(torch.tensor(dA.transpose(0, 3, 1, 2).copy()))
    np.testing.assert_allclose(A, t_out.detach().numpy().transpose(0, 2, 3, 1), atol=1e-12)
    np.testing.assert_allclose(
        module.pool_backward(dA, cache, mode), t_A.grad.numpy().transpose(0, 2, 3, 1), atol=1e-12
    )


def plainly(function, *arguments):
    """A reference in double precision."""
    return function(*(np.asarray(value, float) if isinstance(value, np.ndarray) else value for value in arguments))


#       m, n_H, n_W, n_C_prev, f, n_C, stride, pad
MANY_SHAPES = [
    (2, max(f - 2 * pad, 1) + stride * 2 + extra, max(f - 2 * pad, 1) + stride + 1, n_C_prev, f, n_C, stride, pad)
    for f, stride, pad, extra, n_C_prev, n_C in [
        (1, 1, 0, 0, 3, 2),
        (1, 2, 0, 1, 1, 4),
        (1, 3, 1, 0, 2, 1),
        (2, 1, 0, 0, 1, 1),
        (2, 2, 1, 1, 3, 2),
        (2, 3, 2, 1, 2, 3),
        (3, 1, 1, 0, 2, 4),
        (3, 2, 0, 1, 1, 2),
        (3, 3, 3, 0, 2, 2),
        (4, 1, 2, 0, 2, 3),
        (5, 2, 2, 1, 2, 2),
        (6, 3, 1, 2, 1, 2),
        (7, 1, 3, 0, 2, 1),
        (7, 2, 0, 1, 1, 3),
        (7, 3, 1, 2, 2, 2),
    ]
] + [  # one example or one channel, and a filter larger than one side, which the pad makes room for
    (1, 1, 9, 1, 5, 1, 2, 2),
    (1, 3, 8, 3, 7, 2, 3, 2),
    (3, 9, 2, 1, 4, 4, 1, 1),
    (1, 1, 1, 1, 7, 1, 3, 3),
]


@pytest.mark.parametrize("shape", MANY_SHAPES, ids=str)
def test_convolution_there_and_back_is_that_of_plain_loops(shape):
    *sizes, stride, pad = shape
    A_prev, W, b = draw(11, *sizes)
    Z, cache = layers.conv_forward(A_prev, W, b, {"stride": stride, "pad": pad})
    np.testing.assert_allclose(Z, loops_convolution(A_prev, W, b, stride, pad), atol=1e-10)
    dZ = np.random.default_rng(12).normal(size=Z.shape)
    for got, expected in zip(layers.conv_backward(dZ, cache), loops.conv_backward(dZ, cache), strict=True):
        assert got.shape == expected.shape and got.dtype == float
        np.testing.assert_allclose(got, expected, atol=1e-10)


@pytest.mark.parametrize("mode", ["max", "average"])
@pytest.mark.parametrize(("f", "stride"), [*itertools.product([1, 2, 3, 5], [1, 2, 3])])
def test_pooling_there_and_back_is_that_of_the_reference(f, stride, mode):
    A_prev = np.random.default_rng(13).integers(-2, 3, (2, 7, 6, 3)).astype(float)  # with ties
    A, cache = layers.pool_forward(A_prev, {"f": f, "stride": stride}, mode)
    np.testing.assert_allclose(A, loops_pooling(A_prev, f, stride, mode), atol=1e-12)
    dA = np.random.default_rng(14).normal(size=A.shape)
    got = layers.pool_backward(dA, cache, mode)
    np.testing.assert_allclose(got, reference.pool_backward(dA, cache, mode), atol=1e-12)


@pytest.mark.parametrize("kind", ["float32", "int64", "uint8"])
def test_types_of_numbers(kind):
    """Floats of single precision stay single; gradients of whole numbers are floats."""
    random = np.random.default_rng(15)
    sizes = (2, 5, 4, 2), (3, 3, 2, 3), (1, 1, 1, 3), (2, 5, 4, 3)
    A_prev, W, b, dZ = (random.integers(0, 4, size).astype(kind) for size in sizes)
    hparameters = {"stride": 1, "pad": 1}
    Z, cache = layers.conv_forward(A_prev, W, b, hparameters)
    gradients = layers.conv_backward(dZ, cache)
    A, pool_cache = layers.pool_forward(A_prev, {"f": 2, "stride": 1}, "average")
    dA_prev = layers.pool_backward(A, pool_cache, "average")
    floats = np.dtype("float32") if kind == "float32" else np.dtype(float)
    assert Z.dtype == kind
    if kind != "uint8":
        np.testing.assert_allclose(Z, plainly(reference.conv_forward, A_prev, W, b, hparameters)[0], rtol=1e-5)
    for got, expected in zip(gradients, plainly(reference.conv_backward, dZ, cache), strict=True):
        np.testing.assert_allclose(got, expected, rtol=1e-5)
    if kind != "uint8":
        assert [array.dtype for array in (*gradients, A, dA_prev)] == [floats] * 5
    np.testing.assert_allclose(A, loops_pooling(A_prev.astype(float), 2, 1, "average"), rtol=1e-6)
    assert layers.pool_forward(A_prev, {"f": 2, "stride": 1})[0].dtype == kind
    assert layers.zero_pad(A_prev, 1).dtype == layers.relu(A_prev).dtype == kind


@pytest.mark.parametrize("kind", ["int8", "uint8", "float32"])
def test_filters_of_a_smaller_type_than_the_biases_lose_nothing(kind):
    random = np.random.default_rng(18)
    A_prev, W = (random.integers(90, 120, size).astype(kind) for size in ((2, 5, 4, 2), (3, 3, 2, 3)))
    b, hparameters = random.normal(size=(1, 1, 1, 3)), {"stride": 1, "pad": 1}
    Z, _ = layers.conv_forward(A_prev, W, b, hparameters)
    expected = loops_convolution(A_prev.astype(float), W.astype(float), b, 1, 1)
    assert Z.dtype == float
    np.testing.assert_allclose(Z, expected, rtol=1e-12)


def test_layers_take_arrays_in_any_order_of_memory_and_leave_them_alone():
    random = np.random.default_rng(16)
    A_prev = random.normal(size=(2, 3, 6, 5)).transpose(0, 2, 3, 1)[:, ::-1]
    W, b = np.asfortranarray(random.normal(size=(3, 3, 3, 4))), random.normal(size=(1, 1, 1, 8))[..., ::2]
    dZ = random.normal(size=(2, 4, 6, 5)).transpose(0, 2, 3, 1)
    kept = [array.copy() for array in (A_prev, W, b, dZ)]
    hparameters = {"stride": 1, "pad": 1}
    Z, cache = layers.conv_forward(A_prev, W, b, hparameters)
    gradients = layers.conv_backward(dZ, cache)
    A, pool_cache = layers.pool_forward(A_prev, {"f": 2, "stride": 1})
    dA_prev = layers.pool_backward(A, pool_cache)
    assert all(np.array_equal(array, before) for array, before in zip((A_prev, W, b, dZ), kept, strict=True))
    np.testing.assert_allclose(Z, loops_convolution(*kept[:3], 1, 1), atol=1e-10)
    for got, expected in zip(gradients, loops.conv_backward(kept[3], (*kept[:3], hparameters)), strict=True):
        np.testing.assert_allclose(got, expected, atol=1e-10)
    np.testing.assert_allclose(dA_prev, reference.pool_backward(A, (kept[0], pool_cache[1])), atol=1e-12)


def test_a_result_is_never_a_view_of_what_was_given():
    A_prev = np.ones((1, 4, 4, 2))
    for mode in ("max", "average"):
        assert not np.shares_memory(layers.pool_forward(A_prev, {"f": 1, "stride": 1}, mode)[0], A_prev)
    assert not np.shares_memory(layers.zero_pad(A_prev, 0), A_prev)


@pytest.mark.parametrize("room", [1, 1000, 2**30])
def test_a_batch_in_pieces_gives_what_it_gives_at_once(room, monkeypatch):
    A_prev, W, b = draw(17, 5, 6, 5, 2, 3, 4)
    hparameters = {"stride": 1, "pad": 1}
    expected = loops_convolution(A_prev, W, b, 1, 1)
    monkeypatch.setattr("helpers.layers.slices.ROOM", room)
    Z, cache = layers.conv_forward(A_prev, W, b, hparameters)
    np.testing.assert_allclose(Z, expected, atol=1e-10)
    for got, right in zip(layers.conv_backward(Z, cache), loops.conv_backward(Z, cache), strict=True):
        np.testing.assert_allclose(got, right, atol=1e-10)


def test_an_empty_batch_has_an_empty_output_and_no_gradient():
    A_prev, W, b = np.zeros((0, 5, 5, 2)), np.ones((3, 3, 2, 4)), np.ones((1, 1, 1, 4))
    Z, cache = layers.conv_forward(A_prev, W, b, {"stride": 1, "pad": 0})
    dA_prev, dW, db = layers.conv_backward(Z, cache)
    assert Z.shape == (0, 3, 3, 4) and dA_prev.shape == A_prev.shape
    assert (dW == 0).all() and dW.shape == W.shape and (db == 0).all() and db.shape == b.shape


def test_windows_that_do_not_fit_are_an_error_everywhere():
    A_prev, W, b = np.zeros((1, 2, 5, 1)), np.zeros((3, 3, 1, 1)), np.zeros((1, 1, 1, 1))
    told = "3 × 3 does not fit into an image of 2 × 5"
    with pytest.raises(ValueError, match=told):
        layers.conv_forward(A_prev, W, b, {"stride": 1, "pad": 0})
    with pytest.raises(ValueError, match=told):
        layers.conv_backward(np.zeros((1, 1, 3, 1)), (A_prev, W, b, {"stride": 1, "pad": 0}))
    with pytest.raises(ValueError, match=told):
        layers.pool_forward(A_prev, {"f": 3, "stride": 1})
    with pytest.raises(ValueError, match=told):
        layers.pool_backward(np.zeros((1, 1, 3, 1)), (A_prev, {"f": 3, "stride": 1}))
    with pytest.raises(ValueError, match="median"):
        layers.pool_backward(np.zeros((1, 1, 4, 1)), (A_prev, {"f": 2, "stride": 1}), "median")


def test_each_layer_is_found_by_its_name_and_only_when_asked_for():
    code = (
        "import sys; from helpers import layers\n"
        "assert not [name for name in sys.modules if name.startswith('helpers.layers.')]\n"
        "from helpers.layers import relu\n"
        "assert [name for name in sys.modules if name.startswith('helpers.layers.')] == ['helpers.layers.activation']\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    assert set(layers.__all__) <= set(dir(layers))
    assert all(callable(getattr(layers, name)) for name in layers.__all__)
    with pytest.raises(AttributeError, match="dense_forward"):
        layers.dense_forward  # noqa: B018


def test_numerical_gradient_leaves_its_argument_as_it_was():
    x = np.array([[1.5, -2.0], [0.0, 3.0]])
    before = x.copy()
    np.testing.assert_allclose(numerical_gradient(lambda: np.sum(x**3), x), 3 * before**2, atol=1e-8)
    assert (x == before).all()


def test_numerical_gradient_refuses_whole_numbers():
    with pytest.raises(TypeError, match="int64"):
        numerical_gradient(lambda: 0.0, np.array([1, 2]))


def test_relative_error_is_between_0_and_1_and_refuses_shapes_that_differ():
    assert relative_error([0, 0], [0, 0]) == 0
    assert relative_error([1, 2], [1, 2]) == 0
    assert relative_error([1, 2], [-1, -2]) == 1
    with pytest.raises(ValueError, match="shapes differ"):
        relative_error([1, 2], [[1, 2]])


def test_the_cache_of_another_layer_is_told_as_that():
    hparameters = {"stride": 1, "pad": 1}
    Z, cache = layers.conv_forward(np.ones((2, 4, 6, 1)), np.ones((3, 3, 1, 2)), np.ones((1, 1, 1, 2)), hparameters)
    A, pool_cache = layers.pool_forward(Z, {"f": 2, "stride": 2})
    for backward in (layers.conv_backward, reference.conv_backward):
        with pytest.raises(ValueError, match=r"dZ has shape \(2, 2, 3, 2\), .* a layer that put out \(2, 4, 6, 2\)"):
            backward(A, cache)
        with pytest.raises(
            ValueError, match=r"should be the tuple \(A_prev, W, b, hparameters\), but it is a tuple of 2"
        ):
            backward(A, pool_cache)
    for backward in (layers.pool_backward, reference.pool_backward):
        with pytest.raises(ValueError, match=r"dA has shape \(2, 4, 6, 2\), .* a layer that put out \(2, 2, 3, 2\)"):
            backward(Z, pool_cache)
        with pytest.raises(ValueError, match=r"but it is an array of dtype"):
            backward(A, Z)


def test_filters_for_other_channels_and_too_many_biases_are_told():
    hparameters, X = {"stride": 1, "pad": 0}, np.ones((1, 3, 3, 2))
    with pytest.raises(ValueError, match="is for 1 channels, but A_prev has 2"):
        layers.conv_forward(X, np.ones((2, 2, 1, 3)), np.ones((1, 1, 1, 3)), hparameters)
    with pytest.raises(ValueError, match="W holds 3 filters, but b has 2 biases"):
        layers.conv_forward(X, np.ones((2, 2, 2, 3)), np.ones((1, 1, 1, 2)), hparameters)
