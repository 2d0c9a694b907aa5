"""Cases of weights and layers between NumPy and PyTorch (notebook 07)."""

import numpy as np

from autograder.cases.drawing import Case, Numbers, kept


@kept
def to_channels_first(m=2, n_H=3, n_W=4, n_C=5) -> Case:
    """A (m, n_H, n_W, n_C)."""
    A = Numbers("to_channels_first", locals())(m, n_H, n_W, n_C)
    return Case("to_channels_first", (A,), f"to_channels_first with A of shape {A.shape}")


@kept
def conv_weights_to_torch(f=3, n_C_prev=2, n_C=4) -> Case:
    """W (f, f, n_C_prev, n_C) and b (1, 1, 1, n_C)."""
    numbers = Numbers("conv_weights_to_torch", locals())
    W, b = numbers(f, f, n_C_prev, n_C), numbers.bias((1, 1, 1, n_C), True)
    return Case("conv_weights_to_torch", (W, b), f"conv_weights_to_torch with W of shape {W.shape}")


@kept
def dense_weights_to_torch(n_H=2, n_W=3, n_C=4, n=5) -> Case:
    """W (n_H * n_W * n_C, n), b (1, n) and the shape before the flatten."""
    numbers = Numbers("dense_weights_to_torch", locals())
    W, b, shape = numbers(n_H * n_W * n_C, n), numbers.bias((1, n), True), (n_H, n_W, n_C)
    label = f"dense_weights_to_torch with W of shape {W.shape}, behind a flatten of {shape}"
    return Case("dense_weights_to_torch", (W, b, shape), label)


@kept
def conv2d_backward(m=2, n_H=5, n_W=6, n_C_prev=2, f=3, n_C=4, stride=1, padding=0) -> Case:
    """grad_output, x (m, n_C_prev, n_H, n_W), weight (n_C, n_C_prev, f, f), stride and padding."""
    parameters = dict(locals())
    numbers = Numbers("conv2d_backward", parameters)
    x, weight = numbers(m, n_C_prev, n_H, n_W), numbers(n_C, n_C_prev, f, f)
    rows, columns = ((n - f + 2 * padding) // stride + 1 for n in (n_H, n_W))
    grad_output = Numbers("conv2d_backward grad_output", parameters)(m, n_C, rows, columns)
    label = f"conv2d_backward with x of shape {x.shape}, weight {weight.shape}, stride {stride}, padding {padding}"
    return Case("conv2d_backward", (grad_output, x, weight, stride, padding), label)


@kept
def network_in_torch(m=2, n_H=14, n_W=20, n_C=2, f=3, first=2, second=3, units=4, classes=3) -> Case:
    """X (m, n_H, n_W, n_C), the weights of a network with `first` and `second` filters, and its hyperparameters."""
    numbers = Numbers("network_in_torch", locals())
    rows, columns = (((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W))
    shapes = ((first, n_C, f, f), (second, first, f, f), (units, second * rows * columns), (classes, units))
    weights = []
    for shape in shapes:
        # Entries of about 1 in the images stay of about 1 on their way.
        weights += [numbers(*shape) / np.prod(shape) * 4, numbers(shape[0]) / shape[0]]
    X = numbers(m, n_H, n_W, n_C) / (m * n_H * n_W * n_C) * 4
    hparameters = {"f": f, "filters": (first, second), "units": units, "classes": classes}
    label = f"network_in_torch with X of shape {X.shape} and {hparameters}"
    return Case("network_in_torch", (X, tuple(weights), hparameters), label)
