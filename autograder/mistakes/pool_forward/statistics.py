"""Something else than the largest entry, or than the mean."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.styles.pool_forward import printed_loops


@slip(
    printed_loops,
    {
        ("n_C = n_C_prev\nA = np.zeros((m, n_H, n_W, n_C))"): "A = np.zeros((m, n_H, n_W, n_C_prev))",
        "for c in range(n_C):": "for c in range(n_C_prev):",
        "A[i, h, w, c] = np.mean(a_prev_slice)": "A[i, h, w, c] = np.sum(a_prev_slice)",
    },
    "One number for a window",
    test="average-side-by-side",
)
def sums_instead_of_averaging():
    """In mode "average" your code comes to the sum of the window: it never divides, or it divides and multiplies again.
    The average is that sum shared among the entries."""


@slip(
    printed_loops,
    {
        ("n_C = n_C_prev\nA = np.zeros((m, n_H, n_W, n_C))"): "A = np.zeros((m, n_H, n_W, n_C_prev))",
        "for c in range(n_C):": "for c in range(n_C_prev):",
        "A[i, h, w, c] = np.mean(a_prev_slice)": "A[i, h, w, c] = np.sum(a_prev_slice) / f",
    },
    "One number for a window",
    test="average-side-by-side",
)
def divides_by_the_side():
    """In mode "average" your code divides the sum of a window by the length of its side.
    A window has more entries than that: divide by the number of all of them."""


@mistake("Pooling forward", test="average-side-by-side")
def ignores_the_mode(A_prev, hparameters, mode="max"):
    """Your code takes the maximum whatever the mode is.
    In mode "average" each output entry should be the mean of its window."""
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
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_prev_slice = A_prev[i, vert_start:vert_end, horiz_start:horiz_end, c]
                    A[i, h, w, c] = np.max(a_prev_slice)

    cache = (A_prev, hparameters)
    return A, cache


@slip(
    printed_loops,
    {
        ("n_C = n_C_prev\nA = np.zeros((m, n_H, n_W, n_C))"): "A = np.zeros((m, n_H, n_W, n_C_prev))",
        "for c in range(n_C):": "for c in range(n_C_prev):",
        'elif mode == "average":': 'elif mode == "avg":',
    },
    "Pooling forward",
    test="average-side-by-side",
)
def asks_for_another_mode_name():
    """In mode "average" your output stays zero: no branch of your code runs in this mode, or what it computes is not
    stored. The two modes are called "max" and "average", and one branch stands beside the other."""


@mistake("Pooling forward", test="average-side-by-side")
def swaps_the_modes(A_prev, hparameters, mode="max"):
    """Your code takes the mean where mode is "max", and the largest entry where it is "average".
    The two branches have changed places."""
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
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_prev_slice = A_prev[i, vert_start:vert_end, horiz_start:horiz_end, c]
                    if mode == "max":
                        A[i, h, w, c] = np.mean(a_prev_slice)
                    elif mode == "average":
                        A[i, h, w, c] = np.max(a_prev_slice)

    cache = (A_prev, hparameters)
    return A, cache


@slip(
    printed_loops,
    {
        ("n_C = n_C_prev\nA = np.zeros((m, n_H, n_W, n_C))"): "A = np.zeros((m, n_H, n_W, n_C_prev))",
        "for c in range(n_C):": "for c in range(n_C_prev):",
        "A[i, h, w, c] = np.max(a_prev_slice)": "A[i, h, w, c] = np.max(np.abs(a_prev_slice))",
    },
    "One number for a window",
    test="negative",
)
def takes_largest_magnitude():
    """In mode "max" your code gives the largest absolute value of each window, so negative entries can win and lose
    their sign. The maximum is the entry that is largest with its sign."""


@mistake("Pooling forward", test="negative")
def starts_maximum_from_zero(A_prev, hparameters, mode="max"):
    """In mode "max" your code gives 0 for a window of negative entries, as where the search for the largest starts at
    0. Every window has a largest entry, whatever its sign."""
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
                    largest = 0
                    total = 0
                    for x in range(f):
                        for y in range(f):
                            value = A_prev[i, h * stride + x, w * stride + y, c]
                            total += value
                            if value > largest:
                                largest = value
                    A[i, h, w, c] = largest if mode == "max" else total / (f * f)

    cache = (A_prev, hparameters)
    return A, cache


@slip(
    printed_loops,
    {
        (
            "n_C = n_C_prev\nA = np.zeros((m, n_H, n_W, n_C))"
        ): "A = np.zeros((m, n_H, n_W, n_C_prev), dtype=A_prev.dtype)",
        "for c in range(n_C):": "for c in range(n_C_prev):",
    },
    "Pooling forward",
    test="integer",
)
def rounds_to_input_type():
    """Your output takes its type from the input, so for whole-number input the averages lose what stands after the
    decimal point. The output should hold floats."""
