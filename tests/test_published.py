"""Every printed value of the exercise, from the reference; and the two conventions for counting the bias."""

import numpy as np
import pytest

from autograder import reference


@pytest.fixture
def convolution():
    random = np.random.RandomState(1)
    return random.randn(10, 4, 4, 3), random.randn(2, 2, 3, 8), random.randn(1, 1, 1, 8)


def test_zero_pad():
    x = np.random.RandomState(1).randn(4, 3, 3, 2)
    x_pad = reference.zero_pad(x, 2)
    assert x_pad.shape == (4, 7, 7, 2) and (x_pad[1, 1] == 0).all()
    np.testing.assert_allclose(
        x[1, 1], [[0.90085595, -0.68372786], [-0.12289023, -0.93576943], [-0.26788808, 0.53035547]]
    )


def test_conv_single_step():
    random = np.random.RandomState(1)
    a_slice_prev, W, b = random.randn(4, 4, 3), random.randn(4, 4, 3), random.randn(1, 1, 1)
    assert reference.conv_single_step(a_slice_prev, W, b) == pytest.approx(-6.99908945, abs=1e-8)
    assert reference.conv_single_step(a_slice_prev, W, 48 * b) == pytest.approx(-23.16021220252078, rel=1e-12)


@pytest.mark.parametrize(
    ("times", "stride", "mean"), [(1, 1, 0.00281294629), (12, 1, 0.15585932488906465), (1, 2, 0.048995203528855794)]
)
def test_conv_forward(convolution, times, stride, mean):
    A_prev, W, b = convolution
    Z, cache = reference.conv_forward(A_prev, W, times * b, {"pad": 2, "stride": stride})
    assert np.mean(Z) == pytest.approx(mean, rel=1e-8)
    np.testing.assert_allclose(cache[0][1][2][3], [-0.20075807, 0.18656139, 0.41005165], atol=1e-8)


@pytest.mark.parametrize(
    ("times", "stride", "means"),
    [
        (12, 1, (9.608990675868995, 10.581741275547566, 76.37106919563735)),
        (1, 2, (1.4524377775388075, 1.7269914583139097, 7.839232564616838)),
    ],
)
def test_conv_backward(convolution, times, stride, means):
    A_prev, W, b = convolution
    gradients = reference.conv_backward(*reference.conv_forward(A_prev, W, times * b, {"pad": 2, "stride": stride}))
    assert [np.mean(gradient) for gradient in gradients] == pytest.approx(means, rel=1e-12)


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("max", [[[[1.74481176, 1.6924546, 2.10025514]]], [[[1.19891788, 1.51981682, 2.18557541]]]]),
        ("average", [[[[-0.09498456, 0.11180064, -0.14263511]]], [[[-0.09525108, 0.28325018, 0.33035185]]]]),
    ],
)
def test_pool_forward(mode, expected):
    A, _ = reference.pool_forward(np.random.RandomState(1).randn(2, 4, 4, 3), {"f": 4, "stride": 1}, mode)
    np.testing.assert_allclose(A, expected, atol=1e-8)


def test_create_mask_from_window():
    x = np.random.RandomState(1).randn(2, 3)
    assert reference.create_mask_from_window(x).tolist() == [[True, False, False], [False, False, False]]


def test_distribute_value():
    assert reference.distribute_value(2, (2, 2)).tolist() == [[0.5, 0.5], [0.5, 0.5]]


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("max", [[0, 0], [5.05844394, -1.68282702], [0, 0]]),
        ("average", [[0.08485462, 0.2787552], [1.26461098, -0.25749373], [1.17975636, -0.53624893]]),
    ],
)
def test_pool_backward(mode, expected):
    random = np.random.RandomState(1)
    A_prev = random.randn(5, 5, 3, 2)
    _, cache = reference.pool_forward(A_prev, {"f": 2, "stride": 1})
    dA = random.randn(5, 4, 2, 2)
    assert np.mean(dA) == pytest.approx(0.14571390272918056, rel=1e-12)
    np.testing.assert_allclose(reference.pool_backward(dA, cache, mode)[1, 1], expected, atol=1e-8)
