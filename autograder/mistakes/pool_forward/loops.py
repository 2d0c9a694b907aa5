"""Loops that run too far or end too soon, and results that go to the wrong place."""

import numpy as np

from autograder.catalogue import mistake


@mistake("Pooling forward", test="max-side-by-side")
def leaves_the_last_window_out(A_prev, hparameters, mode="max"):
    """The last row and the last column of your output stay zero, as where the loops stop one short. range(n) already
    ends before n."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C_prev))

    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H - 1):
            for w in range(n_W - 1):
                for c in range(n_C_prev):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]
                    if mode == "max":
                        A[i, h, w, c] = np.max(a_prev_slice)
                    elif mode == "average":
                        A[i, h, w, c] = np.mean(a_prev_slice)

    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling forward", test="shape")
def loops_over_the_input_size(A_prev, hparameters, mode="max"):
    """Your loops, or at least the one along the columns, run over the size of the input. There is one window for each
    entry of the output: run over the height and the width of the output."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C_prev))

    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H_prev):
            for w in range(n_W_prev):
                for c in range(n_C_prev):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]
                    if mode == "max":
                        A[i, h, w, c] = np.max(a_prev_slice)
                    elif mode == "average":
                        A[i, h, w, c] = np.mean(a_prev_slice)

    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling forward", test="max-side-by-side")
def steps_output_and_window(A_prev, hparameters, mode="max"):
    """The stride counts twice in your code: the loops step by it, and the windows are moved by it again, so output
    entries between the steps stay zero. Every output entry should be visited; the stride moves its window."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C_prev))

    for i in range(m):
        a_prev = A_prev[i]
        for h in range(0, n_H, stride):
            for w in range(0, n_W, stride):
                for c in range(n_C_prev):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]
                    if mode == "max":
                        A[i, h, w, c] = np.max(a_prev_slice)
                    elif mode == "average":
                        A[i, h, w, c] = np.mean(a_prev_slice)

    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling forward", test="max-side-by-side")
def loops_over_the_input_by_the_stride(A_prev, hparameters, mode="max"):
    """Your loops step through the input by the stride, and the same numbers are used as indices of the output,
    which is smaller. Index the output by the number of the window, and work the place in the input out from that."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C_prev))

    for i in range(m):
        a_prev = A_prev[i]
        for h in range(0, n_H_prev, stride):
            for w in range(0, n_W_prev, stride):
                for c in range(n_C_prev):
                    vert_start = h
                    vert_end = vert_start + f
                    horiz_start = w
                    horiz_end = horiz_start + f
                    a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]
                    if mode == "max":
                        A[i, h, w, c] = np.max(a_prev_slice)
                    elif mode == "average":
                        A[i, h, w, c] = np.mean(a_prev_slice)

    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling forward", test="max-side-by-side")
def writes_at_the_window_start(A_prev, hparameters, mode="max"):
    """Your code writes to the output at the place where the window starts in the input. The output is indexed by
    the number of the window; the two agree only for a stride of 1."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C_prev))

    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C_prev):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]
                    if mode == "max":
                        A[i, vert_start, horiz_start, c] = np.max(a_prev_slice)
                    elif mode == "average":
                        A[i, vert_start, horiz_start, c] = np.mean(a_prev_slice)

    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling forward", test="channels")
def overwrites_the_other_channels(A_prev, hparameters, mode="max"):
    """Every channel of your output holds what comes of the last one, as where each result is written into all channels
    at once. Each channel of the output keeps its own."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C_prev))

    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C_prev):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]
                    if mode == "max":
                        A[i, h, w] = np.max(a_prev_slice)
                    elif mode == "average":
                        A[i, h, w] = np.mean(a_prev_slice)

    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling forward", test="max-side-by-side")
def returns_after_the_first_entry(A_prev, hparameters, mode="max"):
    """Only the first entry of your output is filled, as where the return stands inside the innermost loop. It should
    come after all four."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C_prev))

    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C_prev):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]
                    if mode == "max":
                        A[i, h, w, c] = np.max(a_prev_slice)
                    elif mode == "average":
                        A[i, h, w, c] = np.mean(a_prev_slice)
                    cache = (A_prev, hparameters)
                    return A, cache


@mistake("Pooling forward", test="max-side-by-side")
def returns_after_the_first_place(A_prev, hparameters, mode="max"):
    """Your code fills the output at the first position of the window only, so that all other entries of A stay 0, as
    where the return stands inside the loop along the columns. It should come after all four loops."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C_prev))

    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C_prev):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]
                    if mode == "max":
                        A[i, h, w, c] = np.max(a_prev_slice)
                    elif mode == "average":
                        A[i, h, w, c] = np.mean(a_prev_slice)
                cache = (A_prev, hparameters)
                return A, cache


@mistake("Pooling forward", test="max-side-by-side")
def returns_after_the_first_row(A_prev, hparameters, mode="max"):
    """Your code fills only the first row of the first example, as where the return stands inside the loop down the
    rows. It should come after all four loops."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C_prev))

    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C_prev):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]
                    if mode == "max":
                        A[i, h, w, c] = np.max(a_prev_slice)
                    elif mode == "average":
                        A[i, h, w, c] = np.mean(a_prev_slice)
            cache = (A_prev, hparameters)
            return A, cache


@mistake("Pooling forward", test="cache")
def caches_in_another_order(A_prev, hparameters, mode="max"):
    """Your cache holds hparameters first and the input second. The backward pass takes the input first."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C_prev))

    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C_prev):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]
                    if mode == "max":
                        A[i, h, w, c] = np.max(a_prev_slice)
                    elif mode == "average":
                        A[i, h, w, c] = np.mean(a_prev_slice)

    cache = (hparameters, A_prev)
    return A, cache


@mistake("Pooling forward", test="sides")
def loops_over_the_height_twice(A_prev, hparameters, mode="max"):
    """Both of your loops run over the height of the output, which is right for square outputs only. The one along
    the columns runs over its width."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C_prev))

    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H):
            for w in range(n_H):
                for c in range(n_C_prev):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]
                    if mode == "max":
                        A[i, h, w, c] = np.max(a_prev_slice)
                    elif mode == "average":
                        A[i, h, w, c] = np.mean(a_prev_slice)

    cache = (A_prev, hparameters)
    return A, cache


@mistake("Pooling forward", test="sides")
def writes_rows_and_columns_exchanged(A_prev, hparameters, mode="max"):
    """Your code writes to the output with the column in front of the row, so the output is mirrored along its
    diagonal, or an index falls outside. The first of the two axes is the vertical one."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C_prev))

    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C_prev):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]
                    if mode == "max":
                        A[i, w, h, c] = np.max(a_prev_slice)
                    elif mode == "average":
                        A[i, w, h, c] = np.mean(a_prev_slice)

    cache = (A_prev, hparameters)
    return A, cache
