"""The numbers behind the drawings, for images with one channel. Nothing here draws."""

import numpy as np

from helpers import layers


def output_size(n, f, stride=1, pad=0):
    """How many windows of f pixels fit along an axis of n: ⌊(n − f + 2·pad) / stride⌋ + 1, and 0 if none does."""
    return max(0, (n - f + 2 * pad) // stride + 1)


def convolved(A, W, b=0.0, stride=1, pad=0):
    """The output of one filter. A: (n_H_prev, n_W_prev). W: (f, f). b: number. Returns Z: (n_H, n_W)."""
    bias = np.reshape(b, (1, 1, 1, 1))
    Z, _ = layers.conv_forward(A[None, :, :, None], W[:, :, None, None], bias, {"stride": stride, "pad": pad})
    return Z[0, :, :, 0]


def pooled(A, f=2, stride=2, mode="max"):
    """The pooled map. A: (n_H_prev, n_W_prev). Returns (n_H, n_W)."""
    result, _ = layers.pool_forward(A[None, :, :, None], {"f": f, "stride": stride}, mode)
    return result[0, :, :, 0]


def window_counts(n, f, pad):
    """In how many f × f windows (stride 1) each pixel of an n × n image lies, if it is padded. Returns (n, n) ints."""
    starts = np.arange(output_size(n, f, 1, pad))
    pixels = np.arange(n)[:, None] + pad
    along_one_axis = ((starts <= pixels) & (pixels < starts + f)).sum(axis=1)
    return np.outer(along_one_axis, along_one_axis)


def coverage(n, f, stride):
    """How many windows along one axis contain each of its n pixels. Returns (n,) ints."""
    counts = np.zeros(n, dtype=int)
    for k in range(output_size(n, f, stride)):
        counts[k * stride : k * stride + f] += 1
    return counts


def weights_to(n, f, stride, row, column):
    """Which outputs an input pixel reaches, and through which weight: dict {(h, w): (i, j)}.

    The pixel (row, column) meets the weight (i, j) of the window (h, w) where row = h · stride + i, likewise column.
    """
    size = output_size(n, f, stride)
    return {
        (h, w): (row - h * stride, column - w * stride)
        for h in range(size)
        for w in range(size)
        if 0 <= row - h * stride < f and 0 <= column - w * stride < f
    }


def convolution_gradients(A, W, dZ, stride, last):
    """dA_prev and dW after every window up to and including `last`, in row-major order.

    A: (n_H_prev, n_W_prev). W: (f, f). dZ: (n_H, n_W). last: (h, w), or None for none.
    Returns dA_prev of A's shape and dW of W's shape, floats.
    """
    dA, dW, f = np.zeros(A.shape), np.zeros(W.shape), W.shape[0]
    for h, w in np.ndindex(dZ.shape):
        if last is None or (h, w) > tuple(last):
            break
        window = np.s_[h * stride : h * stride + f, w * stride : w * stride + f]
        dA[window] += W * dZ[h, w]
        dW += A[window] * dZ[h, w]
    return dA, dW


def pooling_gradient(A, dA, f=2, stride=2, mode="max"):
    """The gradient of the pooling layer's input. A: (n_H_prev, n_W_prev). dA: (n_H, n_W). Returns A's shape, floats.

    Where several entries of a window are its largest, each of them gets the whole of the window's gradient.
    """
    result = np.zeros(A.shape)
    for h, w in np.ndindex(dA.shape):
        window = np.s_[h * stride : h * stride + f, w * stride : w * stride + f]
        weights = A[window] == A[window].max() if mode == "max" else np.full((f, f), 1 / f**2)
        result[window] += weights * dA[h, w]
    return result


def derivative_errors(epsilons):
    """How wrong the one-sided and the two-sided numerical derivative of exp at 1 are. Returns two arrays like epsilons.

    Both take exp in double precision, as a gradient check does.
    """
    one_sided = (np.exp(1 + epsilons) - np.exp(1)) / epsilons
    two_sided = (np.exp(1 + epsilons) - np.exp(1 - epsilons)) / (2 * epsilons)
    return np.abs(one_sided - np.e), np.abs(two_sided - np.e)
