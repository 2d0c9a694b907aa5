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


@style
def places_by_product(A_prev, W, b, hparameters):
    """itertools.product over all four loops, the sizes by a function defined inside."""
    from itertools import product

    m, n_H_prev, n_W_prev, _ = A_prev.shape
    f, *_, n_C = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]

    def size(n):
        return (n - f + 2 * pad) // stride + 1

    Z = np.zeros((m, size(n_H_prev), size(n_W_prev), n_C))
    padded = zero_pad(A_prev, pad)
    for i, h, w, c in product(*map(range, Z.shape)):
        corner = padded[i, stride * h :, stride * w :]
        Z[i, h, w, c] = np.vdot(corner[:f, :f], W[..., c]) + b[..., c].item()
    return Z, (A_prev, W, b, hparameters)


@style
def vectorized_single_step(A_prev, W, b, hparameters):
    """np.vectorize with a signature, on a function defined inside."""
    f, stride = W.shape[0], hparameters["stride"]

    def step(window, weights, bias):
        return np.sum(window.transpose(1, 2, 0) * weights) + float(bias)

    padded = zero_pad(A_prev, hparameters["pad"])
    slices = np.lib.stride_tricks.sliding_window_view(padded, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    steps = np.vectorize(step, signature="(k,x,y),(x,y,k),()->()")
    Z = steps(slices[:, :, :, None], np.moveaxis(W, -1, 0), b.ravel())
    return Z, (A_prev, W, b, hparameters)


class Filter:
    """One filter with its bias."""

    def __init__(self, weights, bias):
        self.weights, self.bias = weights, bias
        self.f = len(weights)

    def slide(self, image, stride):
        """One row of results after the other."""
        for top in range(0, image.shape[0] - self.f + 1, stride):
            lefts = range(0, image.shape[1] - self.f + 1, stride)
            yield [conv_single_step(self.at(image, top, left), self.weights, self.bias) for left in lefts]

    def at(self, image, top, left):
        return image[top : top + self.f, left : left + self.f]


@style(uses=(Filter,))
def class_for_the_filter(A_prev, W, b, hparameters):
    """A class of their own with a generator; channels are put together at the end."""
    stride = hparameters["stride"]
    padded = zero_pad(A_prev, hparameters["pad"])
    channels = []
    for c in range(W.shape[3]):
        one = Filter(W[:, :, :, c], b[:, :, :, c])
        channels.append(np.array([[*one.slide(image, stride)] for image in padded]).reshape(len(padded), -1))
    n_H = (padded.shape[1] - W.shape[0]) // stride + 1
    return np.stack(channels, axis=-1).reshape(len(padded), n_H, -1, W.shape[3]), (A_prev, W, b, hparameters)


@style
def channels_first_inside(A_prev, W, b, hparameters):
    """Axes in another order within, as other libraries have them; an early return where nothing is padded."""

    def correlate(images, filters, stride):
        (_, _, n_H, n_W), f = images.shape, filters.shape[-1]
        out = np.zeros((len(images), len(filters), (n_H - f) // stride + 1, (n_W - f) // stride + 1))
        for h, w in np.ndindex(out.shape[2:]):
            window = images[:, :, h * stride : h * stride + f, w * stride : w * stride + f]
            out[:, :, h, w] = np.einsum("ikxy,ckxy->ic", window, filters)
        return out.transpose(0, 2, 3, 1) + b

    images, filters = A_prev.transpose(0, 3, 1, 2), W.transpose(3, 2, 0, 1)
    cache = (A_prev, W, b, hparameters)
    if (pad := hparameters["pad"]) == 0:
        return correlate(images, filters, hparameters["stride"]), cache
    return correlate(np.pad(images, [(0, 0)] * 2 + [(pad, pad)] * 2), filters, hparameters["stride"]), cache


@style
def fourier_transform(A_prev, W, b, hparameters):
    """Products of Fourier transforms, of which only every stride-th place is kept."""
    f, stride = W.shape[0], hparameters["stride"]
    padded = zero_pad(A_prev, hparameters["pad"])
    _, rows, columns, _ = padded.shape
    images = np.fft.rfft2(padded, axes=(1, 2))
    filters = np.conj(np.fft.rfft2(W, s=(rows, columns), axes=(0, 1)))
    products = np.einsum("ihwk,hwkc->ihwc", images, filters)
    Z = np.fft.irfft2(products, s=(rows, columns), axes=(1, 2))
    return Z[:, : rows - f + 1 : stride, : columns - f + 1 : stride] + b, (A_prev, W, b, hparameters)


@style
def one_large_matrix(A_prev, W, b, hparameters, *, dtype=float):
    """The layer as one matrix on flattened images, filled with np.add.at."""
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, _, _, n_C = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    n_H, n_W = ((n - f + 2 * pad) // stride + 1 for n in (n_H_prev, n_W_prev))
    h, w, x, y = np.indices((n_H, n_W, f, f))
    row, column = h * stride + x - pad, w * stride + y - pad
    inside = (row >= 0) & (row < n_H_prev) & (column >= 0) & (column < n_W_prev)
    matrix = np.zeros((n_H_prev, n_W_prev, n_C_prev, n_H, n_W, n_C), dtype=dtype)
    places = row[inside], column[inside], slice(None), h[inside], w[inside]
    np.add.at(matrix, places, W[x[inside], y[inside]])
    Z = A_prev.reshape(m, -1) @ matrix.reshape(A_prev[0].size, -1)
    return Z.reshape(m, n_H, n_W, n_C) + b, (A_prev, W, b, hparameters)


@style
def keeps_single_precision(A_prev, W, b, hparameters):
    """The result in the type that the inputs have together, float32 where they all are."""
    stride, pad = hparameters["stride"], hparameters["pad"]
    kind = np.result_type(A_prev, W, b, np.float32)
    padded = zero_pad(A_prev.astype(kind), pad)
    f = W.shape[0]
    n_H, n_W = [(n - f) // stride + 1 for n in padded.shape[1:3]]
    Z = np.tile(b.astype(kind), (len(A_prev), n_H, n_W, 1))
    for (x, y, k), weights in zip(np.ndindex(W.shape[:3]), W.reshape(-1, W.shape[3])):
        part = padded[:, x : x + n_H * stride : stride, y : y + n_W * stride : stride, k]
        Z += np.multiply.outer(part, weights.astype(kind))
    return Z, (A_prev, W, b, hparameters)
