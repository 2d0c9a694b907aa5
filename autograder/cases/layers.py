"""Cases of convolution and pooling, forward and backward (notebooks 01 to 04)."""

import numpy as np

from autograder.cases.drawing import Case, Numbers, kept


@kept
def zero_pad(m=2, n_H=3, n_W=3, n_C=2, pad=1, integer=False) -> Case:
    """X (m, n_H, n_W, n_C) and pad."""
    numbers = Numbers("zero_pad", locals())
    X = numbers(m, n_H, n_W, n_C)
    return Case("zero_pad", (X, pad), f"zero_pad with X of shape {X.shape}{numbers.kind} and pad {pad}")


@kept
def conv_single_step(f=3, n_C_prev=2, bias=False, integer=False, negative=False) -> Case:
    """a_slice_prev and W (f, f, n_C_prev), and b (1, 1, 1), which is 0 unless asked for. negative: what comes out is,
    where there is no bias, so that a sign that is lost shows whatever the secret."""
    numbers = Numbers("conv_single_step", locals())
    a_slice_prev, W, b = numbers(f, f, n_C_prev), numbers(f, f, n_C_prev), numbers.bias((1, 1, 1), bias)
    if negative and np.sum(a_slice_prev * W) > 0:
        W = -W
    label = f"conv_single_step with a_slice_prev and W of shape {W.shape}{numbers.kind} and {_bias(b)}"
    return Case("conv_single_step", (a_slice_prev, W, b), label)


@kept
def conv_forward(m=2, n_H=5, n_W=5, n_C_prev=2, f=3, n_C=3, stride=1, pad=0, bias=False, integer=False) -> Case:
    """A_prev (m, n_H, n_W, n_C_prev), W (f, f, n_C_prev, n_C), b (1, 1, 1, n_C) and hparameters."""
    return forward("conv_forward", **locals())


@kept
def conv_backward(m=2, n_H=5, n_W=5, n_C_prev=2, f=3, n_C=3, stride=1, pad=0, integer=False) -> Case:
    """dZ, of the shape that conv_forward's Z has, and the cache (A_prev, W, b, hparameters)."""
    return backward("conv_backward", **locals())


@kept
def pool_forward(m=2, n_H=4, n_W=4, n_C=2, f=2, stride=2, mode="max", integer=False) -> Case:
    """A_prev (m, n_H, n_W, n_C), hparameters and mode."""
    return pooling("pool_forward", **locals())


@kept
def create_mask_from_window(f=2, n_W=None, integer=False) -> Case:
    """A window x (f, f), or (f, n_W)."""
    numbers = Numbers("create_mask_from_window", locals())
    x = numbers(f, n_W or f)
    return Case("create_mask_from_window", (x,), f"create_mask_from_window of a window {x.shape}{numbers.kind}")


@kept
def distribute_value(dz=2.5, n_H=2, n_W=2) -> Case:
    """A scalar dz and a shape (n_H, n_W)."""
    return Case("distribute_value", (dz, (n_H, n_W)), f"distribute_value({dz}, ({n_H}, {n_W}))")


@kept
def pool_backward(m=2, n_H=4, n_W=4, n_C=2, f=2, stride=2, mode="max", integer=False) -> Case:
    """dA, of the shape that pool_forward's A has, the cache (A_prev, hparameters), and mode."""
    numbers = Numbers("pool_backward", locals())
    A_prev = numbers(m, n_H, n_W, n_C)
    dA = numbers(m, _outputs(n_H, f, stride), _outputs(n_W, f, stride), n_C)
    label = f"pool_backward with A_prev of shape {A_prev.shape}{numbers.kind}, f {f}, stride {stride}, mode {mode!r}"
    return Case("pool_backward", (dA, (A_prev, {"f": f, "stride": stride}), mode), label)


def forward(
    exercise: str, m=2, n_H=5, n_W=5, n_C_prev=2, f=3, n_C=3, stride=1, pad=0, bias=False, integer=False
) -> Case:
    """Of an exercise that takes what conv_forward does. The numbers differ from one exercise to the other."""
    parameters = dict(locals())
    args, label = _convolution(**parameters)
    return Case(exercise, args, label)


def backward(exercise: str, m=2, n_H=5, n_W=5, n_C_prev=2, f=3, n_C=3, stride=1, pad=0, integer=False) -> Case:
    """Of an exercise that takes what conv_backward does."""
    parameters = dict(locals())
    cache, label = _convolution(bias=False, **parameters)
    del parameters["exercise"]
    dZ = Numbers(f"{exercise} dZ", parameters)(m, _outputs(n_H, f, stride, pad), _outputs(n_W, f, stride, pad), n_C)
    return Case(exercise, (dZ, cache), f"{label} in the cache, and dZ of shape {dZ.shape}")


def pooling(exercise: str, m=2, n_H=4, n_W=4, n_C=2, f=2, stride=2, mode="max", integer=False) -> Case:
    """Of an exercise that takes what pool_forward does."""
    parameters = dict(locals())
    del parameters["exercise"]
    numbers = Numbers(exercise, parameters)
    A_prev = numbers(m, n_H, n_W, n_C)
    label = f"{exercise} with A_prev of shape {A_prev.shape}{numbers.kind}, f {f}, stride {stride}, mode {mode!r}"
    return Case(exercise, (A_prev, {"f": f, "stride": stride}, mode), label)


def _convolution(exercise, m, n_H, n_W, n_C_prev, f, n_C, stride, pad, bias, integer):
    numbers = Numbers(exercise, locals())
    A_prev, W, b = numbers(m, n_H, n_W, n_C_prev), numbers(f, f, n_C_prev, n_C), numbers.bias((1, 1, 1, n_C), bias)
    label = (
        f"{exercise} with A_prev of shape {A_prev.shape}{numbers.kind}, W of shape {W.shape}, {_bias(b)},"
        f" stride {stride}, pad {pad}"
    )
    return (A_prev, W, b, {"stride": stride, "pad": pad}), label


def _bias(b: np.ndarray) -> str:
    return "a bias" if b.any() else "a bias of 0"


def _outputs(n: int, f: int, stride: int, pad: int = 0) -> int:
    return (n - f + 2 * pad) // stride + 1
