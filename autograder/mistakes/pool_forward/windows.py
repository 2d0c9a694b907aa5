"""Windows that start or end at the wrong place, or are counted wrong."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.styles.pool_forward import printed_loops


@mistake("Pooling forward", test="gaps")
def ignores_stride(A_prev, hparameters, mode="max"):
    """Your windows start at the indices of the output entry itself, so they move by one and the stride is left out.
    From one output entry to the next a window should move by the stride, down as well as across."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C_prev))

    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C_prev):
                    vert_start = h
                    vert_end = vert_start + f
                    horiz_start = w
                    horiz_end = horiz_start + f
                    a_prev_slice = A_prev[i, vert_start:vert_end, horiz_start:horiz_end, c]
                    if mode == "max":
                        A[i, h, w, c] = np.max(a_prev_slice)
                    elif mode == "average":
                        A[i, h, w, c] = np.mean(a_prev_slice)

    cache = (A_prev, hparameters)
    return A, cache


@slip(
    printed_loops,
    {
        ("n_C = n_C_prev\nA = np.zeros((m, n_H, n_W, n_C))"): "A = np.zeros((m, n_H, n_W, n_C_prev))",
        "for c in range(n_C):": "for c in range(n_C_prev):",
        "horiz_start = w * stride": "horiz_start = w",
    },
    "Pooling forward",
    test="gaps",
)
def strides_down_only():
    """Your windows move by the stride when they go down, and by one when they go across.
    The stride applies to both directions."""


@mistake("Pooling forward", test="gaps")
def uses_stride_one_everywhere(A_prev, hparameters, mode="max"):
    """Your code works with a stride of 1 in every call, both for the size of the output and for the places of the
    windows. A larger stride should make fewer windows, which lie further apart."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = n_H_prev - f + 1
    n_W = n_W_prev - f + 1
    A = np.zeros((m, n_H, n_W, n_C_prev))

    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C_prev):
                    a_prev_slice = A_prev[i, h : h + f, w : w + f, c]
                    if mode == "max":
                        A[i, h, w, c] = np.max(a_prev_slice)
                    elif mode == "average":
                        A[i, h, w, c] = np.mean(a_prev_slice)

    cache = (A_prev, hparameters)
    return A, cache


@mistake("One number for a window", test="shape")
def leaves_stride_out_of_the_size(A_prev, hparameters, mode="max"):
    """Your windows move by the stride, but the size of the output is worked out as if the stride were 1, so the last
    windows lie outside the input. The size should count only the windows that fit."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = n_H_prev - f + 1
    n_W = n_W_prev - f + 1
    A = np.zeros((m, n_H, n_W, n_C_prev))

    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C_prev):
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


@mistake("Windows that overlap", test="max-overlap")
def moves_by_the_window(A_prev, hparameters, mode="max"):
    """Your windows move by their own size, which is right only where the stride equals the size of the window.
    They should move by the stride, so that they may overlap or leave gaps."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = (n_H_prev - f) // f + 1
    n_W = (n_W_prev - f) // f + 1
    A = np.zeros((m, n_H, n_W, n_C_prev))

    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C_prev):
                    a_prev_slice = A_prev[i, h * f : (h + 1) * f, w * f : (w + 1) * f, c]
                    if mode == "max":
                        A[i, h, w, c] = np.max(a_prev_slice)
                    elif mode == "average":
                        A[i, h, w, c] = np.mean(a_prev_slice)

    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling forward", test="f")
def makes_windows_as_large_as_the_stride(A_prev, hparameters, mode="max"):
    """Your windows end one stride after their start, so their size follows the stride.
    The stride says how far a window moves; how large it is, f says."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C_prev))

    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C_prev):
                    vert_start = h * stride
                    vert_end = (h + 1) * stride
                    horiz_start = w * stride
                    horiz_end = (w + 1) * stride
                    a_prev_slice = A_prev[i, vert_start:vert_end, horiz_start:horiz_end, c]
                    if mode == "max":
                        A[i, h, w, c] = np.max(a_prev_slice)
                    elif mode == "average":
                        A[i, h, w, c] = np.mean(a_prev_slice)

    cache = (A_prev, hparameters)
    return A, cache


@mistake("Windows that overlap", test="max-overlap")
def starts_windows_side_by_side(A_prev, hparameters, mode="max"):
    """Your windows start one window's width apart, whatever the stride is, so they run out of the image where it is
    smaller. The next window starts a stride further, also where the two overlap."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C_prev))

    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C_prev):
                    vert_start = h * f
                    vert_end = vert_start + f
                    horiz_start = w * f
                    horiz_end = horiz_start + f
                    a_prev_slice = A_prev[i, vert_start:vert_end, horiz_start:horiz_end, c]
                    if mode == "max":
                        A[i, h, w, c] = np.max(a_prev_slice)
                    elif mode == "average":
                        A[i, h, w, c] = np.mean(a_prev_slice)

    cache = (A_prev, hparameters)
    return A, cache


@mistake("One number for a window", test="shape")
def forgets_the_first_window(A_prev, hparameters, mode="max"):
    """Your output has one row and one column too few: its size counts the steps that the window takes, and
    not the place where it stands before the first step."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int((n_H_prev - f) / stride)
    n_W = int((n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C_prev))

    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C_prev):
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


@mistake("One number for a window", test="not-dividing")
def rounds_the_size_up(A_prev, hparameters, mode="max"):
    """Your output size is rounded up, so where the stride does not divide evenly the last window hangs over the edge
    of the input. Only windows that fit count: round down."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(np.ceil((n_H_prev - f) / stride)) + 1
    n_W = int(np.ceil((n_W_prev - f) / stride)) + 1
    A = np.zeros((m, n_H, n_W, n_C_prev))

    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C_prev):
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
