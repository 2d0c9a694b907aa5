"""Right versions of `conv_backward` in other styles."""

import numpy as np

from autograder.catalogue import style
from autograder.reference import zero_pad


@style
def printed_loops(dZ, cache):
    """The four loops of the printed exercise, the border taken off with ends that are counted from the start."""
    (A_prev, W, b, hparameters) = cache
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H, n_W, n_C) = dZ.shape
    dA_prev = np.zeros((m, n_H_prev, n_W_prev, n_C_prev))
    dW = np.zeros((f, f, n_C_prev, n_C))
    db = np.zeros((1, 1, 1, n_C))
    A_prev_pad = zero_pad(A_prev, pad)
    dA_prev_pad = zero_pad(dA_prev, pad)

    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        da_prev_pad = dA_prev_pad[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_slice = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]
                    da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += a_slice * dZ[i, h, w, c]
                    db[:, :, :, c] += dZ[i, h, w, c]
        dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]

    return dA_prev, dW, db


@style
def loops_in_another_order(dZ, cache):
    """Filters outside, examples inside, the border taken off where there is one."""
    A_prev, W, b, hparameters = cache
    f, stride, pad = W.shape[0], hparameters["stride"], hparameters["pad"]
    m, n_H, n_W, n_C = dZ.shape
    padded = zero_pad(A_prev, pad)
    gradient = np.zeros(padded.shape)
    dW, db = np.zeros(W.shape), np.zeros(b.shape)
    for c in range(n_C):
        for w in range(n_W):
            for h in range(n_H):
                rows, columns = slice(h * stride, h * stride + f), slice(w * stride, w * stride + f)
                for i in range(m):
                    gradient[i, rows, columns] += dZ[i, h, w, c] * W[..., c]
                    dW[..., c] += dZ[i, h, w, c] * padded[i, rows, columns]
                    db[0, 0, 0, c] += dZ[i, h, w, c]
    dA_prev = gradient[:, pad:-pad, pad:-pad] if pad > 0 else gradient
    return dA_prev, dW, db


@style
def windows_of_all_examples(dZ, cache):
    """Two loops over places; examples, channels and filters at once by tensordot."""
    A_prev, W, _, hparameters = cache
    f, stride, pad = W.shape[0], hparameters["stride"], hparameters["pad"]
    _, n_H_prev, n_W_prev, _ = A_prev.shape
    padded = zero_pad(A_prev, pad)
    gradient, dW = np.zeros(padded.shape), np.zeros(W.shape)
    for h, w in np.ndindex(dZ.shape[1:3]):
        window = np.s_[:, h * stride : h * stride + f, w * stride : w * stride + f]
        gradient[window] += np.tensordot(dZ[:, h, w], W, axes=(1, 3))
        dW += np.tensordot(padded[window], dZ[:, h, w], axes=(0, 0))
    return gradient[:, pad : pad + n_H_prev, pad : pad + n_W_prev], dW, np.sum(dZ, axis=(0, 1, 2), keepdims=True)


@style
def slices_per_offset(dZ, cache):
    """Two loops over the filter's entries, each with a whole-array slice, added in place into views."""
    A_prev, W, b, hparameters = cache
    f, _, n_C_prev, n_C = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    _, n_H, n_W, _ = dZ.shape
    padded = zero_pad(A_prev, pad)
    gradient, dW = np.zeros(padded.shape), np.empty(W.shape)
    for x in range(f):
        for y in range(f):
            rows, columns = slice(x, x + n_H * stride, stride), slice(y, y + n_W * stride, stride)
            gradient[:, rows, columns] += dZ @ W[x, y].T
            dW[x, y] = padded[:, rows, columns].reshape(-1, n_C_prev).T @ dZ.reshape(-1, n_C)
    inner = slice(pad, padded.shape[1] - pad), slice(pad, padded.shape[2] - pad)
    return gradient[:, inner[0], inner[1]], dW, dZ.sum((0, 1, 2)).reshape(b.shape)


@style
def sliding_windows_einsum(dZ, cache):
    """einsum for every gradient; that of the input through windows of a writeable view."""
    A_prev, W, _, hparameters = cache
    f, stride, pad = W.shape[0], hparameters["stride"], hparameters["pad"]
    _, n_H_prev, n_W_prev, _ = A_prev.shape
    padded = zero_pad(A_prev, pad)
    slices = np.lib.stride_tricks.sliding_window_view(padded, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    dW = np.einsum("ihwkxy,ihwc->xykc", slices, dZ)
    parts = np.einsum("ihwc,xykc->ihwkxy", dZ, W)
    gradient = np.zeros(padded.shape)
    view = np.lib.stride_tricks.sliding_window_view(gradient, (f, f), axis=(1, 2), writeable=True)
    for x, y in np.ndindex(f, f):
        view[:, ::stride, ::stride, :, x, y] += parts[..., x, y]
    dA_prev = gradient[:, pad : pad + n_H_prev, pad : pad + n_W_prev]
    return dA_prev, dW, np.einsum("ihwc->c", dZ)[None, None, None, :]


def spread(dZ, f, stride, shape):
    """dZ with its entries a stride apart, and a border of f - 1 zeros before the first."""
    m, n_H, n_W, n_C = dZ.shape
    wide = np.zeros((m, shape[1] + f - 1, shape[2] + f - 1, n_C))
    wide[:, f - 1 :: stride, f - 1 :: stride][:, :n_H, :n_W] = dZ
    return wide


@style(uses=(spread,))
def full_convolution(dZ, cache):
    """The gradient of the input as a convolution of the spread dZ with the filters turned round."""
    A_prev, W, b, hparameters = cache
    f, stride, pad = W.shape[0], hparameters["stride"], hparameters["pad"]
    padded = zero_pad(A_prev, pad)
    view = np.lib.stride_tricks.sliding_window_view
    wide = view(spread(dZ, f, stride, padded.shape), (f, f), axis=(1, 2))
    gradient = np.tensordot(wide, W[::-1, ::-1], axes=([3, 4, 5], [3, 0, 1]))
    slices = view(padded, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    dW = np.tensordot(slices, dZ, axes=([0, 1, 2], [0, 1, 2])).transpose(1, 2, 0, 3)
    last_row, last_column = gradient.shape[1] - pad, gradient.shape[2] - pad
    return gradient[:, pad:last_row, pad:last_column], dW, dZ.sum(axis=(0, 1, 2)).reshape(b.shape)


def column_indices(n_H, n_W, f, stride):
    """Index arrays (n_H * n_W, f * f) of the rows and of the columns of every window's entries."""
    h, w, x, y = np.indices((n_H, n_W, f, f)).reshape(4, n_H * n_W, f * f)
    return h * stride + x, w * stride + y


@style(uses=(column_indices,))
def columns_and_add_at(dZ, cache):
    """Matrix products on columns; np.add.at puts them back where windows overlap."""
    A_prev, W, b, hparameters = cache
    f, _, n_C_prev, n_C = W.shape
    pad = hparameters["pad"]
    m, n_H, n_W, _ = dZ.shape
    rows, columns = column_indices(n_H, n_W, f, hparameters["stride"])
    padded = zero_pad(A_prev, pad)
    flat = dZ.reshape(m * n_H * n_W, n_C)
    dW = padded[:, rows, columns].reshape(m * n_H * n_W, -1).T @ flat
    gradient = np.zeros(padded.shape)
    parts = (flat @ W.reshape(-1, n_C).T).reshape(m, n_H * n_W, f * f, n_C_prev)
    np.add.at(gradient, (slice(None), rows, columns), parts)
    inner = np.delete(gradient, np.r_[0:pad, gradient.shape[1] - pad : gradient.shape[1]], axis=1)
    inner = np.delete(inner, np.r_[0:pad, gradient.shape[2] - pad : gradient.shape[2]], axis=2)
    return inner, dW.reshape(W.shape), flat.sum(axis=0).reshape(b.shape)


@style
def without_padding(dZ, cache):
    """No padded arrays: entries of a window that lie outside the image are skipped."""
    A_prev, W, b, hparameters = cache
    f, stride, pad = W.shape[0], hparameters["stride"], hparameters["pad"]
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    dA_prev, dW = np.zeros(A_prev.shape), np.zeros(W.shape)
    for h, w, x, y in np.ndindex(dZ.shape[1], dZ.shape[2], f, f):
        row, column = h * stride + x - pad, w * stride + y - pad
        if 0 <= row < n_H_prev and 0 <= column < n_W_prev:
            dA_prev[:, row, column] += dZ[:, h, w] @ W[x, y].T
            dW[x, y] += A_prev[:, row, column].T @ dZ[:, h, w]
    db = np.array([dZ[..., c].sum() for c in range(dZ.shape[3])]).reshape(b.shape)
    return dA_prev, dW, db


@style
def as_strided_fortran(dZ: np.ndarray, cache: tuple) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """With type annotations, windows by as_strided, results in Fortran order."""
    A_prev, W, _, hparameters = cache
    f: int = W.shape[0]
    stride: int = hparameters["stride"]
    pad: int = hparameters["pad"]
    m, n_H, n_W, _ = dZ.shape
    padded = np.ascontiguousarray(zero_pad(A_prev, pad))
    example, row, column, channel = padded.strides
    slices = np.lib.stride_tricks.as_strided(
        padded,
        shape=(m, n_H, n_W, f, f, padded.shape[3]),
        strides=(example, row * stride, column * stride, row, column, channel),
        writeable=False,
    )
    dW = np.asfortranarray(np.tensordot(slices, dZ, axes=((0, 1, 2), (0, 1, 2))))
    gradient = np.zeros(padded.shape, order="F")
    for i, h, w in np.ndindex(m, n_H, n_W):
        gradient[i, h * stride : h * stride + f, w * stride : w * stride + f] += W @ dZ[i, h, w]
    rows, columns = range(pad, pad + A_prev.shape[1]), range(pad, pad + A_prev.shape[2])
    return gradient[:, rows][:, :, columns], dW, np.asfortranarray(dZ.sum(axis=(0, 1, 2), keepdims=True))


@style
def padded_pieces(dZ, cache):
    """dA_prev as a sum of pieces, each padded by np.pad to the size of the padded input."""
    from itertools import product

    A_prev, W, _, hparameters = cache
    f, stride, pad = W.shape[0], hparameters["stride"], hparameters["pad"]
    padded = zero_pad(A_prev, pad)
    _, rows, columns, _ = padded.shape
    total, dW = 0, np.zeros(W.shape)
    for h, w in product(*map(range, dZ.shape[1:3])):
        top, left = h * stride, w * stride
        piece = np.einsum("ic,xykc->ixyk", dZ[:, h, w], W)
        total = total + np.pad(piece, ((0, 0), (top, rows - top - f), (left, columns - left - f), (0, 0)))
        dW += np.einsum("ixyk,ic->xyk...c", padded[:, top : top + f, left : left + f], dZ[:, h, w])
    return total[:, pad : rows - pad, pad : columns - pad], dW, dZ.sum(0).sum(0).sum(0)[None, None, None]


class Gradients:
    """Sums that grow window by window."""

    def __init__(self, A_prev, W, b, hparameters):
        self.stride, self.pad = hparameters["stride"], hparameters["pad"]
        self.W, self.padded = W, zero_pad(A_prev, self.pad)
        self.input, self.filters, self.biases = np.zeros(self.padded.shape), np.zeros(W.shape), np.zeros(b.shape)

    def add(self, i, h, w, c, dz):
        """What one entry of dZ sends back."""
        f = len(self.W)
        window = np.s_[i, h * self.stride :, w * self.stride :]
        self.input[window][:f, :f] += dz * self.W[..., c]
        self.filters[..., c] += dz * self.padded[window][:f, :f]
        self.biases[..., c] += dz

    def cropped(self):
        if self.pad == 0:
            return self.input
        return self.input[:, self.pad : -self.pad, self.pad : -self.pad]


@style(uses=(Gradients,))
def class_for_the_sums(dZ, cache):
    """A class of their own; np.ndenumerate; an early return for no padding."""
    gradients = Gradients(*cache)
    for place, dz in np.ndenumerate(dZ):
        gradients.add(*place, dz.item())
    return gradients.cropped(), gradients.filters, gradients.biases


@style
def one_example_at_a_time(dZ, cache):
    """A function defined inside gives the gradients of one example; a list of tuples is taken apart with zip."""
    A_prev, W, b, hparameters = cache
    f, stride = W.shape[0], hparameters["stride"]

    def of_one(image, dz):
        n_H, n_W, n_C = dz.shape
        image = zero_pad(image[None], pad := hparameters["pad"])[0]
        da, dW = np.zeros(image.shape), np.zeros(W.shape)
        for c in range(n_C):
            for h in range(n_H):
                for w in range(n_W):
                    rows, columns = slice(h * stride, h * stride + f), slice(w * stride, w * stride + f)
                    da[rows, columns] += W[..., c] * float(dz[h, w, c])
                    dW[..., c] += image[rows, columns] * float(dz[h, w, c])
        n_H_prev, n_W_prev, _ = da.shape
        return da[pad : n_H_prev - pad, pad : n_W_prev - pad], dW, dz.sum(axis=(0, 1))

    dA_prev, dW, db = zip(*[of_one(image, dz) for image, dz in zip(A_prev, dZ)])
    return np.array(dA_prev), sum(dW), np.reshape(sum(db), b.shape)


@style
def one_large_matrix(dZ, cache):
    """The layer as one matrix on flattened images: its transpose gives dA_prev."""
    A_prev, W, b, hparameters = cache
    (m, n_H_prev, n_W_prev, n_C_prev), (f, _, _, n_C) = A_prev.shape, W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    rows, columns = n_H_prev + 2 * pad, n_W_prev + 2 * pad
    matrix = np.zeros((rows, columns, n_C_prev, *dZ.shape[1:]))
    for h, w in np.ndindex(dZ.shape[1:3]):
        matrix[h * stride : h * stride + f, w * stride : w * stride + f, :, h, w] = W
    gradient = (matrix.reshape(-1, dZ[0].size) @ dZ.reshape(m, -1).T).T.reshape(m, rows, columns, n_C_prev)
    kernel = np.einsum("ipqk,ihwc->pqkhwc", zero_pad(A_prev, pad), dZ)
    dW = sum(
        kernel[h * stride : h * stride + f, w * stride : w * stride + f, :, h, w]
        for h in range(dZ.shape[1])
        for w in range(dZ.shape[2])
    )
    db = np.ones((1, dZ[..., 0].size)) @ dZ.reshape(-1, n_C)
    return gradient[:, pad : rows - pad, pad : columns - pad], dW, db.reshape(b.shape)
