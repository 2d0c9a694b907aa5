"""Right versions of `conv_forward` in other styles."""

import numpy as np

from autograder.catalogue import style
from autograder.reference import conv_single_step, zero_pad


@style
def printed_loops(A_prev, W, b, hparameters):
    """The four loops of the printed exercise, with the student's own zero_pad and conv_single_step."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = int((n_H_prev - f + 2 * pad) / stride) + 1
    n_W = int((n_W_prev - f + 2 * pad) / stride) + 1
    Z = np.zeros((m, n_H, n_W, n_C))
    A_prev_pad = zero_pad(A_prev, pad)

    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_slice_prev = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]
                    Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))

    cache = (A_prev, W, b, hparameters)
    return Z, cache


@style
def loops_in_another_order(A_prev, W, b, hparameters):
    """Filters outside, examples inside; the sum written out, the bias added at the end."""
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    f, _, _, n_C = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    n_H = (n_H_prev + 2 * pad - f) // stride + 1
    n_W = (n_W_prev + 2 * pad - f) // stride + 1
    padded = zero_pad(A_prev, pad)
    Z = np.empty((m, n_H, n_W, n_C))
    for c in range(n_C):
        for w in range(n_W):
            for h in range(n_H):
                for i in range(m):
                    window = padded[i, h * stride : h * stride + f, w * stride : w * stride + f]
                    Z[i, h, w, c] = (window * W[:, :, :, c]).sum()
    return Z + b, (A_prev, W, b, hparameters)


@style
def windows_of_all_examples(A_prev, W, b, hparameters):
    """Two loops over places; examples, channels and filters at once by tensordot."""
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    f, _, _, n_C = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    n_H = 1 + (n_H_prev + 2 * pad - f) // stride
    n_W = 1 + (n_W_prev + 2 * pad - f) // stride
    padded = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C))
    for h, w in np.ndindex(n_H, n_W):
        top, left = h * stride, w * stride
        Z[:, h, w, :] = np.tensordot(padded[:, top : top + f, left : left + f, :], W, axes=3)
    Z += b
    return Z, (A_prev, W, b, hparameters)


@style
def slices_per_offset(A_prev, W, b, hparameters):
    """Two loops over the filter's entries, each with a whole-array slice and a matrix product, added in place."""
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    f, _, _, n_C = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    n_H = (n_H_prev + 2 * pad - f) // stride + 1
    n_W = (n_W_prev + 2 * pad - f) // stride + 1
    padded = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for x in range(f):
        for y in range(f):
            Z += padded[:, x : x + n_H * stride : stride, y : y + n_W * stride : stride] @ W[x, y]
    return Z, (A_prev, W, b, hparameters)


@style
def sliding_windows_einsum(A_prev, W, b, hparameters):
    """sliding_window_view and einsum."""
    f, stride = W.shape[0], hparameters["stride"]
    padded = zero_pad(A_prev, hparameters["pad"])
    slices = np.lib.stride_tricks.sliding_window_view(padded, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    Z = np.einsum("ihwkxy,xykc->ihwc", slices, W) + b
    return Z, (A_prev, W, b, hparameters)


@style
def as_strided_windows(A_prev, W, b, hparameters):
    """as_strided over the padded input, the filters as one matrix."""
    f, _, n_C_prev, n_C = W.shape
    stride = hparameters["stride"]
    padded = np.ascontiguousarray(zero_pad(A_prev, hparameters["pad"]))
    m, rows, columns, _ = padded.shape
    n_H, n_W = (rows - f) // stride + 1, (columns - f) // stride + 1
    example, row, column, channel = padded.strides
    slices = np.lib.stride_tricks.as_strided(
        padded,
        shape=(m, n_H, n_W, f, f, n_C_prev),
        strides=(example, row * stride, column * stride, row, column, channel),
        writeable=False,
    )
    Z = slices.reshape(m * n_H * n_W, -1) @ W.reshape(-1, n_C)
    return Z.reshape(m, n_H, n_W, n_C) + b, (A_prev, W, b, hparameters)


def to_columns(A, f, stride):
    """The windows of A as rows of a matrix, and the height and width of the output."""
    m, n_H_prev, n_W_prev, _ = A.shape
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    rows = stride * np.arange(n_H)[:, None] + np.arange(f)
    columns = stride * np.arange(n_W)[:, None] + np.arange(f)
    slices = A[:, rows[:, None, :, None], columns[None, :, None, :], :]
    return slices.reshape(m * n_H * n_W, -1), n_H, n_W


@style(uses=(to_columns,))
def columns_by_fancy_index(A_prev, W, b, hparameters):
    """A helper that gathers the windows as columns by index arrays; one tensordot on them."""
    f, _, _, n_C = W.shape
    columns, n_H, n_W = to_columns(zero_pad(A_prev, hparameters["pad"]), f, hparameters["stride"])
    Z = np.tensordot(columns, W.reshape(-1, n_C), axes=1).reshape(len(A_prev), n_H, n_W, n_C)
    return Z + b, (A_prev, W, b, hparameters)


@style
def without_padding(A_prev, W, b, hparameters):
    """No padded array at all: entries of a window that lie outside the image are skipped."""
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, _, _, n_C = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    n_H = (n_H_prev + 2 * pad - f) // stride + 1
    n_W = (n_W_prev + 2 * pad - f) // stride + 1
    Z = np.zeros((m, n_H, n_W, n_C))
    for h, w, x, y in np.ndindex(n_H, n_W, f, f):
        row, column = h * stride + x - pad, w * stride + y - pad
        if 0 <= row < n_H_prev and 0 <= column < n_W_prev:
            Z[:, h, w, :] += A_prev[:, row, column, :] @ W[x, y]
    return Z + b.reshape(n_C), (A_prev, W, b, hparameters)


@style
def list_comprehension(A_prev, W, b, hparameters):
    """Nested lists of Python floats made into an array."""
    f, stride = W.shape[0], hparameters["stride"]
    padded = zero_pad(A_prev, hparameters["pad"])
    tops = range(0, padded.shape[1] - f + 1, stride)
    lefts = range(0, padded.shape[2] - f + 1, stride)
    Z = [
        [
            [
                [
                    float(np.sum(image[top : top + f, left : left + f] * W[..., c]) + b[0, 0, 0, c])
                    for c in range(W.shape[3])
                ]
                for left in lefts
            ]
            for top in tops
        ]
        for image in padded
    ]
    return np.array(Z), (A_prev, W, b, hparameters)


@style
def fortran_ordered(A_prev: np.ndarray, W: np.ndarray, b: np.ndarray, hparameters: dict) -> tuple:
    """With type annotations, written into views of a Fortran-ordered result."""
    f: int = W.shape[0]
    stride: int = hparameters["stride"]
    padded = zero_pad(A_prev, hparameters["pad"])
    n_H = len(range(0, padded.shape[1] - f + 1, stride))
    n_W = len(range(0, padded.shape[2] - f + 1, stride))
    Z = np.zeros((len(A_prev), n_H, n_W, W.shape[3]), order="F")
    for c in range(W.shape[3]):
        channel = Z[:, :, :, c]
        channel += b[0, 0, 0, c]
        for x, y, k in np.ndindex(W.shape[:3]):
            channel += W[x, y, k, c] * padded[:, x:, y:, k][:, ::stride, ::stride][:, :n_H, :n_W]
    return Z, (A_prev, W, b, hparameters)
