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


@style
def padded_pieces(dA, cache, mode="max"):
    """dA_prev as a sum of pieces, each padded by np.pad to the size of the input; a match statement."""
    from itertools import product

    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    _, n_H_prev, n_W_prev, _ = A_prev.shape
    dA_prev = np.zeros(A_prev.shape)
    for h, w in product(*map(range, dA.shape[1:3])):
        top, left = h * stride, w * stride
        window = A_prev[:, top : top + f, left : left + f]
        match mode:
            case "max":
                weights = (window == window.max(axis=(1, 2), keepdims=True)).astype(int)
            case "average":
                weights = np.full((1, f, f, 1), f**-2.0)
        piece = weights * dA[:, h, None, w, None]
        dA_prev += np.pad(piece, ((0, 0), (top, n_H_prev - top - f), (left, n_W_prev - left - f), (0, 0)))
    return dA_prev


def contributions(image, da, f, stride, share):
    """Pairs of a window's place and what it sends back there, for one channel of one example, by a generator."""
    for (h, w), value in np.ndenumerate(da):
        place = np.s_[h * stride : h * stride + f, w * stride : w * stride + f]
        yield place, share(image[place], value.item())


@style(uses=(contributions,))
def generator_of_windows(dA, cache, mode="max"):
    """A generator, and lambdas for the two modes."""
    A_prev, hparameters = cache
    share = {
        "max": lambda window, value: create_mask_from_window(window) * value,
        "average": lambda window, value: distribute_value(value, window.shape),
    }[mode]
    dA_prev = np.zeros(A_prev.shape)
    for i in range(len(A_prev)):
        for c in range(A_prev.shape[-1]):
            target = dA_prev[i, ..., c]
            for place, part in contributions(A_prev[i, ..., c], dA[i, ..., c], share=share, **hparameters):
                target[place] += part
    return dA_prev


@style
def channels_first_inside(dA, cache, mode="max"):
    """Axes in another order within, windows as rows, the first of the maxima put in by np.put_along_axis."""
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    images, da = np.moveaxis(A_prev, -1, 1), np.moveaxis(dA, -1, 1)
    slices = np.lib.stride_tricks.sliding_window_view(images, (f, f), axis=(2, 3))[:, :, ::stride, ::stride]
    weights = np.full((*da.shape, f * f), 1 / f**2)
    if mode == "max":
        weights[:] = 0
        np.put_along_axis(weights, slices.reshape(weights.shape).argmax(axis=-1, keepdims=True), 1, axis=-1)
    weights *= da[..., None]
    gradient = np.zeros(images.shape)
    for h, w in np.ndindex(da.shape[2:]):
        gradient[:, :, h * stride :, w * stride :][:, :, :f, :f] += weights[:, :, h, w].reshape(*da.shape[:2], f, f)
    return np.moveaxis(gradient, 1, -1)


@style
def blocks_where_they_fit(dA, cache, mode="max", *, share=None):
    """An early return for windows that tile the image, by np.repeat; one parameter more that nobody has to pass."""
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    share = share or f * f
    if f == stride and not (A_prev.shape[1] % f or A_prev.shape[2] % f):

        def spread(A):
            return A.repeat(f, axis=1).repeat(f, axis=2)

        if mode == "average":
            return spread(dA / share)
        _, n_H, n_W, _ = dA.shape
        largest = [block.max(axis=2) for block in np.split(A_prev, n_W, axis=2)]
        largest = [block.max(axis=1) for block in np.split(np.stack(largest, axis=2), n_H, axis=1)]
        return spread(dA) * (A_prev == spread(np.stack(largest, axis=1)))
    dA_prev = np.zeros(A_prev.shape)
    for (h, w), _ in np.ndenumerate(dA[0, :, :, 0]):
        place = np.ix_(range(len(dA)), h * stride + np.arange(f), w * stride + np.arange(f), range(dA.shape[3]))
        back, window = dA[:, [[h]], [[w]]], A_prev[place]
        dA_prev[place] += back / share if mode == "average" else back * (window >= window.max((1, 2), keepdims=True))
    return dA_prev


@style
def shares_among_ties(dA, cache, mode="max"):
    """Loops; where a maximum stands more than once, each of them has an equal share, as in some frameworks."""
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    dA_prev = np.zeros(A_prev.shape)
    for i, h, w, c in np.ndindex(dA.shape):
        place = np.s_[i, h * stride : h * stride + f, w * stride : w * stride + f, c]
        mask = A_prev[place] == A_prev[place].max() if mode == "max" else np.ones((f, f))
        dA_prev[place] += dA[i, h, w, c] * mask / mask.sum()
    return dA_prev
