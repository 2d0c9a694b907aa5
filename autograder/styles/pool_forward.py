"""Right versions of `pool_forward` in other styles."""

import numpy as np

from autograder.catalogue import style


@style
def printed_loops(A_prev, hparameters, mode="max"):
    """The four loops of the printed exercise."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    n_C = n_C_prev
    A = np.zeros((m, n_H, n_W, n_C))

    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_prev_slice = A_prev[i, vert_start:vert_end, horiz_start:horiz_end, c]
                    if mode == "max":
                        A[i, h, w, c] = np.max(a_prev_slice)
                    elif mode == "average":
                        A[i, h, w, c] = np.mean(a_prev_slice)

    cache = (A_prev, hparameters)
    return A, cache


@style
def loops_in_another_order(A_prev, hparameters, mode="max"):
    """Channels outside, examples inside, and the function chosen before the loops."""
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    f, stride = hparameters["f"], hparameters["stride"]
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    pool = np.max if mode == "max" else np.average
    A = np.empty((m, n_H, n_W, n_C))
    for c in range(n_C):
        for w in range(n_W):
            for h in range(n_H):
                for i in range(m):
                    A[i, h, w, c] = pool(A_prev[i, h * stride : h * stride + f, w * stride : w * stride + f, c])
    return A, (A_prev, hparameters)


@style
def windows_of_all_examples(A_prev, hparameters, mode="max"):
    """Two loops over places; examples and channels at once."""
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    f, stride = hparameters["f"], hparameters["stride"]
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    A = np.zeros((m, n_H, n_W, n_C))
    for h, w in np.ndindex(n_H, n_W):
        window = A_prev[:, h * stride : h * stride + f, w * stride : w * stride + f, :]
        A[:, h, w, :] = window.max(axis=(1, 2)) if mode == "max" else window.mean(axis=(1, 2))
    return A, (A_prev, hparameters)


@style
def slices_per_offset(A_prev, hparameters, mode="max"):
    """Two loops over the window's entries, each with a whole-array slice, gathered in place."""
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    f, stride = hparameters["f"], hparameters["stride"]
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    A = np.full((m, n_H, n_W, n_C), -np.inf) if mode == "max" else np.zeros((m, n_H, n_W, n_C))
    for x, y in np.ndindex(f, f):
        part = A_prev[:, x : x + n_H * stride : stride, y : y + n_W * stride : stride, :]
        if mode == "max":
            np.maximum(A, part, out=A)
        else:
            A += part / f**2
    return A, (A_prev, hparameters)


@style
def sliding_windows(A_prev, hparameters, mode="max"):
    """sliding_window_view; whole numbers stay whole in mode "max"."""
    f, stride = hparameters["f"], hparameters["stride"]
    slices = np.lib.stride_tricks.sliding_window_view(A_prev, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    A = slices.max(axis=(-1, -2)) if mode == "max" else slices.mean(axis=(-1, -2))
    return A, (A_prev, hparameters)


@style
def as_strided_windows(A_prev, hparameters, mode="max"):
    """as_strided over the input, the windows as rows, the average as a matrix product."""
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    f, stride = hparameters["f"], hparameters["stride"]
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    example, row, column, channel = A_prev.strides
    slices = np.lib.stride_tricks.as_strided(
        A_prev,
        shape=(m, n_H, n_W, n_C, f, f),
        strides=(example, row * stride, column * stride, channel, row, column),
        writeable=False,
    ).reshape(m, n_H, n_W, n_C, f * f)
    A = np.amax(slices, axis=-1) if mode == "max" else slices @ np.full(f * f, 1 / (f * f))
    return A, (A_prev, hparameters)


@style
def einsum_over_windows(A_prev, hparameters, mode="max"):
    """The average by einsum, the maximum first along rows and then along columns."""
    f, stride = hparameters["f"], hparameters["stride"]
    if mode == "max":
        over = np.lib.stride_tricks.sliding_window_view(A_prev, f, axis=1)[:, ::stride].max(axis=-1)
        A = np.lib.stride_tricks.sliding_window_view(over, f, axis=2)[:, :, ::stride].max(axis=-1)
    else:
        slices = np.lib.stride_tricks.sliding_window_view(A_prev, (f, f), axis=(1, 2))[:, ::stride, ::stride]
        A = np.einsum("ihwcxy->ihwc", slices) / (f * f)
    return A, (A_prev, hparameters)


def pool_window(window, mode):
    """The largest entry or the mean of one window, by plain loops."""
    largest, total, number = window[0][0], 0.0, 0
    for row in window:
        for value in row:
            largest = value if value > largest else largest
            total += value
            number += 1
    return largest if mode == "max" else total / number


@style(uses=(pool_window,))
def helper_without_numpy(A_prev, hparameters, mode="max"):
    """A helper that pools one window in plain Python."""
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    f, stride = hparameters["f"], hparameters["stride"]
    shape = (m, (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1, n_C)
    A = np.zeros(shape)
    for i, h, w, c in np.ndindex(shape):
        top, left = h * stride, w * stride
        A[i, h, w, c] = pool_window(A_prev[i, top : top + f, left : left + f, c].tolist(), mode)
    return A, (A_prev, hparameters)


@style
def list_comprehension(A_prev, hparameters, mode="max"):
    """Nested lists of windows made into an array."""
    f, stride = hparameters["f"], hparameters["stride"]
    statistic = {"max": np.max, "average": np.mean}[mode]
    tops = range(0, A_prev.shape[1] - f + 1, stride)
    lefts = range(0, A_prev.shape[2] - f + 1, stride)
    A = np.array(
        [
            [[statistic(image[top : top + f, left : left + f], axis=(0, 1)) for left in lefts] for top in tops]
            for image in A_prev
        ]
    )
    return A, (A_prev, hparameters)


@style
def fortran_ordered(A_prev: np.ndarray, hparameters: dict, mode: str = "max") -> tuple:
    """With type annotations, written into views of a Fortran-ordered result."""
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    f, stride = hparameters["f"], hparameters["stride"]
    n_H: int = (n_H_prev - f) // stride + 1
    n_W: int = (n_W_prev - f) // stride + 1
    A = np.zeros((m, n_H, n_W, n_C), order="F")
    for i in range(m):
        for c in range(n_C):
            image, pooled = A_prev[i, :, :, c], A[i, :, :, c]
            for h, w in np.ndindex(n_H, n_W):
                window = image[h * stride :, w * stride :][:f, :f]
                pooled[h, w] = window.max() if mode == "max" else window.sum() / window.size
    return A, (A_prev, hparameters)


@style
def vectorized_statistic(A_prev, hparameters, mode="max"):
    """np.vectorize with a signature, on lambdas chosen by a match statement."""
    f, stride = hparameters["f"], hparameters["stride"]
    match mode:
        case "max":
            statistic = np.vectorize(lambda window: window.max(), signature="(x,y)->()")
        case "average":
            statistic = np.vectorize(lambda window: window.mean(), signature="(x,y)->()")
    slices = np.lib.stride_tricks.sliding_window_view(A_prev, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    return statistic(slices), (A_prev, hparameters)


@style
def places_by_product(A_prev, hparameters, mode="max"):
    """itertools.product over all four loops; Python floats by .item()."""
    from itertools import product

    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    f, stride = hparameters["f"], hparameters["stride"]
    A = np.zeros((m, (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1, n_C))
    for place in product(*(range(n) for n in A.shape)):
        i, top, left, c = np.multiply(place, (1, stride, stride, 1))
        window = A_prev[i, top : top + f, left : left + f, c]
        A[place] = window.max().item() if mode == "max" else window.sum().item() / window.size
    return A, (A_prev, hparameters)


@style
def blocks_where_they_fit(A_prev, hparameters, mode="max"):
    """An early return for windows side by side, as blocks of a reshaped array; else a generator of rows."""
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    pool = getattr(np, {"max": "max", "average": "mean"}[mode])
    cache = (A_prev, hparameters)
    if f == stride:
        whole = A_prev[:, : n_H_prev // f * f, : n_W_prev // f * f]
        return pool(whole.reshape(m, n_H_prev // f, f, n_W_prev // f, f, n_C), axis=(2, 4)), cache

    def row(top):
        lefts = range(0, n_W_prev - f + 1, stride)
        return np.stack([pool(A_prev[:, top : top + f, left : left + f], axis=(1, 2)) for left in lefts], axis=1)

    return np.stack([*(row(top) for top in range(0, n_H_prev - f + 1, stride))], axis=1), cache


@style
def summed_area_table(A_prev, hparameters, mode="max"):
    """The average from cumulative sums, four entries of them for each window; the maximum as the last in order."""
    f, stride = hparameters["f"], hparameters["stride"]
    if mode == "max":
        slices = np.lib.stride_tricks.sliding_window_view(A_prev, (f, f), axis=(1, 2))[:, ::stride, ::stride]
        return np.sort(slices.reshape(*slices.shape[:4], -1))[..., -1], (A_prev, hparameters)
    sums = np.pad(A_prev, ((0, 0), (1, 0), (1, 0), (0, 0))).cumsum(axis=1).cumsum(axis=2)
    total = sums[:, f:, f:] - sums[:, :-f, f:] - sums[:, f:, :-f] + sums[:, :-f, :-f]
    return total[:, ::stride, ::stride] / (f * f), (A_prev, hparameters)


@style
def reduced_slices(A_prev, hparameters, mode="max", *, dtype=float):
    """functools.reduce over slices of the whole array, and one parameter more that nobody has to pass."""
    from functools import reduce

    f, stride = hparameters["f"], hparameters["stride"]
    n_H, n_W = [(n - f) // stride + 1 for n in A_prev.shape[1:3]]
    parts = (
        A_prev[:, x : x + n_H * stride : stride, y : y + n_W * stride : stride].astype(dtype)
        for x, y in np.ndindex(f, f)
    )
    A = reduce(np.maximum if mode == "max" else np.add, parts)
    if mode == "average":
        A /= f**2
    return A, (A_prev, hparameters)


class Pool:
    """Windows of a size and a stride."""

    def __init__(self, f, stride):
        self.f, self.stride = f, stride

    def starts(self, length):
        return np.arange(0, length - self.f + 1, self.stride)

    def along(self, A, axis, combine):
        """Combine neighbours along one axis of A."""
        within = self.starts(A.shape[axis])[:, None] + np.arange(self.f)
        return combine(np.take(A, within, axis=axis), axis=axis + 1)


@style(uses=(Pool,))
def class_for_the_pool(A_prev, hparameters, mode="max"):
    """A class of their own, first along rows and then along columns."""
    pool = Pool(**hparameters)
    combine = np.amax if mode == "max" else np.mean
    return pool.along(pool.along(A_prev, 1, combine), 2, combine), (A_prev, hparameters)
