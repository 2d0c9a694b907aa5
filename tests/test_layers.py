"""The given layers, the reference and the numerical gradients, held to plain loops, to each other and to PyTorch."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder import reference
from helpers import layers
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


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_conv_backward_agrees_with_measured_gradients(shape):
    *sizes, stride, pad = shape
    A_prev, W, b = draw(2, *sizes)
    hparameters = {"stride": stride, "pad": pad}
    Z, cache = reference.conv_forward(A_prev, W, b, hparameters)
    dZ = np.random.default_rng(3).normal(size=Z.shape)

    def loss():
        return np.sum(reference.conv_forward(A_prev, W, b, hparameters)[0] * dZ)

    for gradient, array in zip(reference.conv_backward(dZ, cache), (A_prev, W, b), strict=True):
        assert gradient.shape == array.shape
        assert relative_error(gradient, numerical_gradient(loss, array)) < 1e-8


@pytest.mark.parametrize("mode", ["max", "average"])
@pytest.mark.parametrize(
    ("n_H", "n_W", "f", "stride"), [(4, 4, 2, 2), (5, 6, 2, 1), (7, 5, 3, 2), (7, 8, 2, 3), (3, 4, 1, 1)]
)
def test_pool_backward_agrees_with_measured_gradients(n_H, n_W, f, stride, mode):
    random = np.random.default_rng(4)
    A_prev = random.permutation(2 * n_H * n_W * 2).reshape(2, n_H, n_W, 2) / 10
    hparameters = {"f": f, "stride": stride}
    A, cache = reference.pool_forward(A_prev, hparameters, mode)
    dA = random.normal(size=A.shape)

    def loss():
        return np.sum(reference.pool_forward(A_prev, hparameters, mode)[0] * dA)

    assert relative_error(reference.pool_backward(dA, cache, mode), numerical_gradient(loss, A_prev)) < 1e-8


def test_ties_go_to_all_to_the_first_or_to_the_last():
    A_prev = np.array([[1.0, 7.0], [7.0, 7.0]]).reshape(1, 2, 2, 1)
    cache, dA = (A_prev, {"f": 2, "stride": 1}), np.full((1, 1, 1, 1), 3.0)

    def gradient(ties):
        return reference.pool_backward(dA, cache, "max", ties)[0, :, :, 0].tolist()

    assert gradient("all") == [[0, 3], [3, 3]]
    assert gradient("first") == [[0, 3], [0, 0]]
    assert gradient("last") == [[0, 0], [0, 3]]


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


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_convolution_agrees_with_pytorch(shape):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    *sizes, stride, pad = shape
    A_prev, W, b = draw(6, *sizes)
    Z, cache = reference.conv_forward(A_prev, W, b, {"stride": stride, "pad": pad})
    dZ = np.random.default_rng(7).normal(size=Z.shape)

    t_A = torch.tensor(A_prev.transpose(0, 3, 1, 2), requires_grad=True)
    t_W = torch.tensor(W.transpose(3, 2, 0, 1).copy(), requires_grad=True)
    t_b = torch.tensor(b.ravel(), requires_grad=True)
    t_Z = torch.nn.functional.conv2d(t_A, t_W, t_b, stride=stride, padding=pad)
    t_Z.backward(torch.tensor(dZ.transpose(0, 3, 1, 2).copy()))

    np.testing.assert_allclose(Z, t_Z.detach().numpy().transpose(0, 2, 3, 1), atol=1e-12)
    dA_prev, dW, db = reference.conv_backward(dZ, cache)
    np.testing.assert_allclose(dA_prev, t_A.grad.numpy().transpose(0, 2, 3, 1), atol=1e-12)
    np.testing.assert_allclose(dW, t_W.grad.numpy().transpose(2, 3, 1, 0), atol=1e-12)
    np.testing.assert_allclose(db.ravel(), t_b.grad.numpy(), atol=1e-12)


@pytest.mark.parametrize(("mode", "f", "stride"), [*itertools.product(["max", "average"], [1, 2, 3], [1, 2, 3])])
def test_pooling_agrees_with_pytorch(mode, f, stride):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    random = np.random.default_rng(8)
    A_prev = random.permutation(2 * 7 * 6 * 3).reshape(2, 7, 6, 3) / 7
    A, cache = reference.pool_forward(A_prev, {"f": f, "stride": stride}, mode)
    dA = random.normal(size=A.shape)
    pool = {"max": torch.nn.functional.max_pool2d, "average": torch.nn.functional.avg_pool2d}[mode]
    t_A = torch.tensor(A_prev.transpose(0, 3, 1, 2).copy(), requires_grad=True)
    t_out = pool(t_A, f, stride)
    t_out.backward(torch.tensor(dA.transpose(0, 3, 1, 2).copy()))
    np.testing.assert_allclose(A, t_out.detach().numpy().transpose(0, 2, 3, 1), atol=1e-12)
    np.testing.assert_allclose(
        reference.pool_backward(dA, cache, mode), t_A.grad.numpy().transpose(0, 2, 3, 1), atol=1e-12
    )


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
