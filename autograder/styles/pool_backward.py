"""Right versions of `pool_backward` in other styles; where a maximum ties, one of the ties or all of them is right."""

import numpy as np

from autograder.catalogue import style
from autograder.reference import create_mask_from_window, distribute_value


@style
def printed_loops(dA, cache, mode="max"):
    """The four loops of the printed exercise, with the student's own mask and shares."""
    (A_prev, hparameters) = cache
    stride = hparameters["stride"]
    f = hparameters["f"]
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)

    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    if mode == "max":
                        a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]
                        mask = create_mask_from_window(a_prev_slice)
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]
                    elif mode == "average":
                        da = dA[i, h, w, c]
                        shape = (f, f)
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, shape)

    return dA_prev


@style
def writes_into_views(dA, cache, mode="max"):
    """Channels outside; each window of the gradient is a view that is added to in place."""
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for c in range(n_C):
        for w in range(n_W):
            for h in range(n_H):
                window = np.s_[h * stride : h * stride + f, w * stride : w * stride + f]
                for i in range(m):
                    view = dA_prev[i, :, :, c][window]
                    if mode == "max":
                        view += create_mask_from_window(A_prev[i, :, :, c][window]) * dA[i, h, w, c]
                    else:
                        view += distribute_value(dA[i, h, w, c], view.shape)
    return dA_prev


@style
def first_maximum_by_argmax(dA, cache, mode="max"):
    """argmax and unravel_index: the first of the maxima gets the gradient."""
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    dA_prev = np.zeros(A_prev.shape)
    for i, h, w, c in np.ndindex(dA.shape):
        top, left = h * stride, w * stride
        if mode == "max":
            window = A_prev[i, top : top + f, left : left + f, c]
            x, y = np.unravel_index(window.argmax(), window.shape)
            dA_prev[i, top + x, left + y, c] += dA[i, h, w, c]
        else:
            dA_prev[i, top : top + f, left : left + f, c] += dA[i, h, w, c] / f**2
    return dA_prev


@style
def windows_of_all_examples(dA, cache, mode="max"):
    """Two loops over places; examples and channels at once."""
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    dA_prev = np.zeros(A_prev.shape)
    for h, w in np.ndindex(dA.shape[1:3]):
        window = np.s_[:, h * stride : h * stride + f, w * stride : w * stride + f, :]
        back = dA[:, h : h + 1, w : w + 1, :]
        if mode == "max":
            dA_prev[window] += back * (A_prev[window] == A_prev[window].max(axis=(1, 2), keepdims=True))
        else:
            dA_prev[window] += back / (f * f)
    return dA_prev


@style
def slices_per_offset(dA, cache, mode="max"):
    """Two loops over the window's entries, each with a whole-array slice."""
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    _, n_H, n_W, _ = dA.shape
    starts = list(np.ndindex(f, f))
    offsets = [np.s_[:, x : x + n_H * stride : stride, y : y + n_W * stride : stride] for x, y in starts]
    dA_prev = np.zeros(A_prev.shape)
    if mode == "max":
        largest = np.max([A_prev[offset] for offset in offsets], axis=0)
    for offset in offsets:
        dA_prev[offset] += dA * (A_prev[offset] == largest) if mode == "max" else dA / len(offsets)
    return dA_prev


@style
def writeable_sliding_windows(dA, cache, mode="max"):
    """sliding_window_view of the input and, writeable, of the gradient; weights by einsum."""
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    view = np.lib.stride_tricks.sliding_window_view
    slices = view(A_prev, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    if mode == "max":
        weights = (slices == slices.max(axis=(4, 5), keepdims=True)).astype(float)
    else:
        weights = np.full(slices.shape, 1 / (f * f))
    parts = np.einsum("ihwc,ihwcxy->ihwcxy", dA, weights)
    dA_prev = np.zeros(A_prev.shape)
    target = view(dA_prev, (f, f), axis=(1, 2), writeable=True)[:, ::stride, ::stride]
    for x, y in np.ndindex(f, f):
        target[..., x, y] += parts[..., x, y]
    return dA_prev


@style
def as_strided_and_add_at(dA, cache, mode="max"):
    """as_strided windows, the last of the maxima found in one go, np.add.at."""
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H, n_W, n_C = dA.shape
    example, row, column, channel = A_prev.strides
    slices = np.lib.stride_tricks.as_strided(
        A_prev,
        shape=(m, n_H, n_W, n_C, f, f),
        strides=(example, row * stride, column * stride, channel, row, column),
        writeable=False,
    )
    i, h, w, c = np.indices(dA.shape)
    dA_prev = np.zeros(A_prev.shape)
    if mode == "max":
        last = f * f - 1 - slices.reshape(m, n_H, n_W, n_C, f * f)[..., ::-1].argmax(axis=-1)
        np.add.at(dA_prev, (i, h * stride + last // f, w * stride + last % f, c), dA)
    else:
        for x, y in np.ndindex(f, f):
            np.add.at(dA_prev, (i, h * stride + x, w * stride + y, c), dA / f / f)
    return dA_prev


def weights_of(window, mode):
    """What share of the gradient each entry of the window gets."""
    if mode == "average":
        return distribute_value(1.0, window.shape)
    return create_mask_from_window(window).astype(float)


@style(uses=(weights_of,))
def weights_by_helper(dA, cache, mode="max"):
    """A helper of their own gives the weights of a window in either mode."""
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    dA_prev = np.zeros_like(A_prev, dtype=float)
    for i, h, w, c in np.ndindex(dA.shape):
        rows, columns = slice(h * stride, h * stride + f), slice(w * stride, w * stride + f)
        dA_prev[i, rows, columns, c] += weights_of(A_prev[i, rows, columns, c], mode) * dA[i, h, w, c]
    return dA_prev


def gather(dA, windows, stride, row, column):
    """The entry of the gradient at (row, column): what all windows that cover it send back."""
    n_H, n_W = dA.shape
    f = windows[0][0].shape[0]
    total = 0.0
    for h in range(n_H):
        for w in range(n_W):
            x, y = row - h * stride, column - w * stride
            if 0 <= x < f and 0 <= y < f:
                total += dA[h, w] * windows[h][w][x, y]
    return total


@style(uses=(gather,))
def gathers_by_list(dA, cache, mode="max"):
    """Nested lists: each entry of the input asks the windows that cover it; averages as Python floats."""
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H, n_W, n_C = dA.shape
    images = []
    for i in range(m):
        channels = []
        for c in range(n_C):
            image = A_prev[i, :, :, c]
            slices = [[image[h * stride :, w * stride :][:f, :f] for w in range(n_W)] for h in range(n_H)]
            share = create_mask_from_window if mode == "max" else lambda x: distribute_value(1.0, x.shape)
            weights = [[share(x) for x in row] for row in slices]
            height, width = image.shape
            channels.append(
                [[gather(dA[i, :, :, c], weights, stride, r, k) for k in range(width)] for r in range(height)]
            )
        images.append(channels)
    return np.array(images).transpose(0, 2, 3, 1)


@style
def fortran_ordered(dA: np.ndarray, cache: tuple, mode: str = "max") -> np.ndarray:
    """With type annotations, the result in Fortran order."""
    A_prev, hparameters = cache
    f: int = hparameters["f"]
    stride: int = hparameters["stride"]
    dA_prev = np.zeros(A_prev.shape, order="F")
    share = np.ones((f, f)) / (f * f)
    for (i, h, w, c), da in np.ndenumerate(dA):
        rows, columns = np.arange(f) + h * stride, np.arange(f) + w * stride
        window = np.ix_([i], rows, columns, [c])
        weights = create_mask_from_window(A_prev[window].reshape(f, f)) if mode == "max" else share
        dA_prev[window] += (weights * da).reshape(1, f, f, 1)
    return dA_prev
