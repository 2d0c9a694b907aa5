"""Cases of convolution and pooling on whole arrays (notebook 06)."""

import numpy as np

from autograder.cases import layers
from autograder.cases.drawing import Case, Numbers, kept


@kept
def window_strides(m=2, n_H=4, n_W=5, n_C=3, stride=1, dtype="float64", order="C") -> Case:
    """The strides of a batch (m, n_H, n_W, n_C), or some larger one, of a dtype in C or Fortran order, and the stride
    of a window."""
    numbers = Numbers("window_strides", locals())
    shape = m + numbers.whole(0, 3), n_H + numbers.whole(0, 5), n_W + numbers.whole(0, 5), n_C
    strides = np.empty(shape, dtype, order).strides
    return Case("window_strides", (strides, stride), f"window_strides({strides}, {stride})")


@kept
def window_view(m=2, n_H=4, n_W=5, n_C=2, f=2, stride=1, order="C", integer=False) -> Case:
    """A (m, n_H, n_W, n_C) in C or Fortran order, f and stride."""
    return _windows("window_view", **locals())


@kept
def im2col(m=2, n_H=4, n_W=5, n_C=2, f=2, stride=1, order="C", integer=False) -> Case:
    """A (m, n_H, n_W, n_C) in C or Fortran order, f and stride."""
    return _windows("im2col", **locals())


@kept
def col2im(m=2, n_H=4, n_W=5, n_C=2, f=2, stride=1, integer=False) -> Case:
    """The rows of all windows (m * n_H * n_W, f * f * n_C), the shape of the batch that they are of, f and stride."""
    numbers = Numbers("col2im", locals())
    windows = m * ((n_H - f) // stride + 1) * ((n_W - f) // stride + 1)
    columns, shape = numbers(windows, f * f * n_C), (m, n_H, n_W, n_C)
    label = f"col2im with columns of shape {columns.shape}{numbers.kind}, shape {shape}, f {f}, stride {stride}"
    return Case("col2im", (columns, shape, f, stride), label)


@kept
def conv_forward_im2col(**parameters) -> Case:
    """As conv_forward."""
    return layers.forward("conv_forward_im2col", **parameters)


@kept
def conv_backward_im2col(**parameters) -> Case:
    """As conv_backward."""
    return layers.backward("conv_backward_im2col", **parameters)


@kept
def conv_forward_offsets(**parameters) -> Case:
    """As conv_forward."""
    return layers.forward("conv_forward_offsets", **parameters)


@kept
def pool_forward_windows(**parameters) -> Case:
    """As pool_forward."""
    return layers.pooling("pool_forward_windows", **parameters)


def _windows(exercise, m, n_H, n_W, n_C, f, stride, order, integer):
    numbers = Numbers(exercise, locals())
    A = np.array(numbers(m, n_H, n_W, n_C), order=order)
    layout = "" if order == "C" else " in Fortran order"
    return Case(
        exercise, (A, f, stride), f"{exercise} with A of shape {A.shape}{numbers.kind}{layout}, f {f}, stride {stride}"
    )
