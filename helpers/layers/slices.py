"""The windows of an image: as a view, as the rows of a matrix, and what stands at one place in all of them."""

from numpy.lib.stride_tricks import sliding_window_view

# Bytes that the rows of windows take at a time. More, and they do not stay near the processor until they are used, and
# a large batch takes much memory. Much less, and there are many products to start, each with threads that wait for
# each other where a machine is busy.
ROOM = 2**22


def windows(A, f, stride):
    """Every f × f window that fits into the images of A, as a read-only view: nothing is copied.

    A: array (m, n_H_prev, n_W_prev, n_C). f, stride: int >= 1.
    Returns a view (m, n_H, n_W, n_C, f, f) with n_H = (n_H_prev - f) // stride + 1, likewise n_W.
    Raises ValueError where the window is larger than the image.
    """
    if f > A.shape[1] or f > A.shape[2]:
        raise ValueError(f"a window of {f} × {f} does not fit into an image of {A.shape[1]} × {A.shape[2]}")
    return sliding_window_view(A, (f, f), axis=(1, 2))[:, ::stride, ::stride]


def rows(slices):
    """Windows as the rows of a matrix, for a few images at a time, so that a large batch takes no more memory.

    slices: what `windows` returns. Yields pairs: a slice of the batch, and for its images an array
    (images * n_H * n_W, f * f * n_C), a window's entries in the order in which W stores a filter: row, column, channel.
    """
    m, n_H, n_W, n_C, f, _ = slices.shape
    size = f * f * n_C
    images = max(1, ROOM // max(1, n_H * n_W * size * slices.itemsize))
    for first in range(0, m, images):
        some = slice(first, first + images)
        yield some, slices[some].transpose(0, 1, 2, 4, 5, 3).reshape(-1, size)


def at_offset(A, row, column, n_H, n_W, stride):
    """The entry (row, column) of every window, as a view of A that can be written to.

    A: array (m, n_H_prev, n_W_prev, n_C). n_H, n_W: how many windows there are. Returns a view (m, n_H, n_W, n_C).
    """
    bottom, right = row + (n_H - 1) * stride + 1, column + (n_W - 1) * stride + 1
    return A[:, row:bottom:stride, column:right:stride]
