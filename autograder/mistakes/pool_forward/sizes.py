"""Outputs of the wrong size: too many windows, or too few."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.styles.pool_forward import printed_loops


@mistake("One number for a window", test="shape")
def leaves_the_size_a_float(A_prev, hparameters, mode="max"):
    """A size or a number of steps in your code comes out of a division as a float, and NumPy and range take whole
    numbers only. The number of windows should be made a whole one, rounded down."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = 1 + (n_H_prev - f) / stride
    n_W = 1 + (n_W_prev - f) / stride
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


@mistake("One number for a window", test="max-overlap")
def counts_windows_side_by_side(A_prev, hparameters, mode="max"):
    """Your output size is how many windows fit side by side, which is right only where the stride equals the size
    of the window. The size follows from the stride as well: how far the window moves each time."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = n_H_prev // f
    n_W = n_W_prev // f
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


@mistake("One number for a window", test="shape")
def leaves_f_out_of_the_size(A_prev, hparameters, mode="max"):
    """Your output size divides the whole side of the input by the stride, so the last windows hang over the edge.
    Only places at which the whole window fits count, so its size f belongs in the formula."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = n_H_prev // stride
    n_W = n_W_prev // stride
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


@mistake("One number for a window", test="max-side-by-side")
def adds_the_one_before_dividing(A_prev, hparameters, mode="max"):
    """Your output size adds 1 before it divides by the stride, so for strides above 1 there are too few windows.
    Divide what is left beside the first window by the stride, and count that window at the end."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int((n_H_prev - f + 1) / stride)
    n_W = int((n_W_prev - f + 1) / stride)
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


@mistake("One number for a window", test="shape")
def divides_f_alone_by_the_stride(A_prev, hparameters, mode="max"):
    """In your output size only f is divided by the stride, since Python divides before it subtracts. It is the
    difference of the two sizes as a whole that is divided."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(n_H_prev - f / stride + 1)
    n_W = int(n_W_prev - f / stride + 1)
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


@mistake("One number for a window", test="not-dividing")
def rounds_the_size_to_the_nearest(A_prev, hparameters, mode="max"):
    """Your output size is rounded to the nearest whole number, so where the stride does not divide evenly the last
    window may hang over the edge. Only windows that fit count: round down."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = round(1 + (n_H_prev - f) / stride)
    n_W = round(1 + (n_W_prev - f) / stride)
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


@mistake("One number for a window", test="sides")
def swaps_the_sizes(A_prev, hparameters, mode="max"):
    """Your code takes the height of the output from the width of the input, and the width from the height. Each
    side should be worked out from its own."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_W_prev - f) / stride)
    n_W = int(1 + (n_H_prev - f) / stride)
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


@mistake("Pooling forward", test="sides")
def makes_the_output_with_the_width_first(A_prev, hparameters, mode="max"):
    """Your output array is made with its width in front of its height, so where the two differ an index falls
    outside of it. Its axes are examples, height, width, channels."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_W, n_H, n_C_prev))

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


@mistake("Pooling forward", test="shape")
def takes_the_shape_of_the_input(A_prev, hparameters, mode="max"):
    """Your output is as large as the input, so beside the pooled values it holds entries that no window fills. It
    should have one entry for each window and channel."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros(A_prev.shape)

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


@mistake("Pooling forward", test="shape")
def takes_shape_and_type_of_the_input(A_prev, hparameters, mode="max"):
    """Your output is made like the input: it is as large, so that no window fills the rest of it, and it holds
    whole numbers where the input does. It should have one entry for each window and channel, and hold floats."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros_like(A_prev)

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


@slip(
    printed_loops,
    {
        "n_C = n_C_prev": """n_C = n_C_prev
if (n_H_prev - f) % stride or (n_W_prev - f) % stride:
    raise ValueError("f and stride do not fit the input")"""
    },
    "Pooling forward",
    test="not-dividing",
)
def refuses_strides_that_do_not_divide():
    """Your function raises an error where the windows do not come out even. That is allowed: what is left over at the
    end of a row or a column is left out."""


@slip(
    printed_loops,
    {
        "n_H = int(1 + (n_H_prev - f) / stride)": "n_H = n_H_prev - f // stride + 1",
        "n_W = int(1 + (n_W_prev - f) / stride)": "n_W = n_W_prev - f // stride + 1",
    },
    "One number for a window",
    test="shape",
)
def divides_only_f_and_rounds_down():
    """In your output size only f is divided by the stride, and rounded, since Python divides before it subtracts. The
    difference of the two sizes belongs in brackets."""


@slip(
    printed_loops,
    {"A = np.zeros((m, n_H, n_W, n_C))": "A = np.zeros((m, n_H, n_W, n_C), dtype=int)"},
    "Pooling forward",
    test="max-side-by-side",
)
def holds_whole_numbers():
    """Your results are cut to whole numbers, as where A is an array of whole numbers, or int is applied to each result.
    A has to hold floats, which keep what comes after the decimal point."""


@slip(
    printed_loops,
    {"n_W = int(1 + (n_W_prev - f) / stride)": "n_W = int(1 + (n_C_prev - f) / stride)"},
    "One number for a window",
    test="sides",
    alone=True,
)
def works_out_the_width_from_the_channels():
    """The width of your output is worked out from the number of channels. It should come from the width of the
    input."""


@slip(
    printed_loops,
    {"n_H = int(1 + (n_H_prev - f) / stride)": "n_H = int(1 + (n_C_prev - f) / stride)"},
    "One number for a window",
    test="sides",
    alone=True,
)
def works_out_the_height_from_the_channels():
    """The height of your output is worked out from the number of channels. It should come from the height of the
    input."""
