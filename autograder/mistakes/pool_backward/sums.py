"""Gradients that start from the wrong numbers, are overwritten, or end too early."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.reference import create_mask_from_window, distribute_value
from autograder.styles.pool_backward import printed_loops


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev = np.zeros(A_prev.shape)": "dA_prev = np.zeros_like(A_prev)",
    },
    "Pooling backward",
    test="integer",
)
def zeros_like_input():
    """Your gradient takes its type from the input, so for whole-number input NumPy refuses to add floats to it, or
    gives whole numbers. The gradient should hold floats whatever the input is."""


@mistake("Pooling backward", test="integer")
def cuts_to_whole_numbers(dA, cache, mode="max"):
    """Your gradient takes its type from the input, so for whole-number input each sum loses what stands after the
    decimal point when it is stored. The gradient should hold floats whatever the input is."""
    (A_prev, hparameters) = cache
    stride = hparameters["stride"]
    f = hparameters["f"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (m, n_H, n_W, n_C) = dA.shape
    dA_prev = np.zeros_like(A_prev)

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
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] = (
                            dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] + mask * dA[i, h, w, c]
                        )
                    elif mode == "average":
                        da = dA[i, h, w, c]
                        shape = (f, f)
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] = dA_prev[
                            i, vert_start:vert_end, horiz_start:horiz_end, c
                        ] + distribute_value(da, shape)

    return dA_prev


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev = np.zeros(A_prev.shape)": "dA_prev = np.random.randn(m, n_H_prev, n_W_prev, n_C_prev)",
    },
    "Pooling backward",
    test="gaps",
)
def starts_from_random_numbers():
    """Your gradient starts from random numbers, and what is computed is added to those. A sum should start from
    zero."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev = np.zeros(A_prev.shape)": "dA_prev = np.ones(A_prev.shape)",
    },
    "Pooling backward",
    test="gaps",
)
def starts_from_ones():
    """Your gradient starts from ones, so every entry comes out larger by 1. A sum should start from zero."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev = np.zeros(A_prev.shape)": "dA_prev = A_prev.copy()",
    },
    "Pooling backward",
    test="gaps",
)
def starts_from_the_input():
    """Your gradient starts from a copy of the input, so the input is added to it. A sum should start from
    zero: from an array of zeros, of floats, in the shape of A_prev."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev = np.zeros(A_prev.shape)": "dA_prev = A_prev",
    },
    "Pooling backward",
    test="unchanged",
)
def writes_into_the_input():
    """Your gradient is added to the input itself, which changes it while its maxima are still being looked up. The
    gradient should start from zeros, in an array of its own."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]": "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] = mask * dA[i, h, w, c]",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, shape)": "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] = distribute_value(da, shape)",
    },
    "Pooling backward",
    test="max-overlap",
)
def overwrites_where_windows_overlap():
    """Each window of your code overwrites what earlier windows wrote, which shows where windows overlap. An entry
    that took part in several windows should get the sum of what comes back from them."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]": "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] = mask * dA[i, h, w, c]",
    },
    "Pooling backward",
    test="max-overlap",
)
def overwrites_in_max_mode():
    """In mode "max" each window of your code overwrites what earlier windows wrote. An entry that is in several
    windows should get the sum of what comes back from them."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, shape)": "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] = distribute_value(da, shape)",
    },
    "Pooling backward",
    test="average-overlap",
)
def overwrites_in_average_mode():
    """In mode "average" each window of your code overwrites what earlier windows wrote. An entry that is in several
    windows should get the sum of what comes back from them."""


@mistake("Pooling backward", test="max-side-by-side")
def returns_inside_the_loop(dA, cache, mode="max"):
    """Only the first example counts in your gradient, and those of the others stay zero, as where the return stands
    inside the loop over the examples. It should come after the loops."""
    (A_prev, hparameters) = cache
    stride = hparameters["stride"]
    f = hparameters["f"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (m, n_H, n_W, n_C) = dA.shape
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


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]": "dA_prev[0, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, shape)": "dA_prev[0, vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, shape)",
    },
    "Pooling backward",
    test="max-side-by-side",
)
def sends_all_to_the_first_example():
    """Your code adds the gradients of all examples to the first one. Each example should keep its own."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "return dA_prev": "return dA_prev / m",
    },
    "Pooling backward",
    test="max-side-by-side",
)
def divides_by_the_examples():
    """Your code divides the gradient by the number of examples. The mean over the batch is part of the cost, and
    so already in dA."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev = np.zeros(A_prev.shape)": "dA_prev = np.zeros_like(dA)",
    },
    "Pooling backward",
    test="shape",
)
def takes_the_shape_of_the_gradient():
    """Your gradient has the shape of dA, the output, so the windows of the input do not fit into it. There should be one
    entry for each entry of the input."""
