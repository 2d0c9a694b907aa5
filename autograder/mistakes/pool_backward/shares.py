"""Average pooling: the wrong share, or a share of the wrong thing; and modes mixed up."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.reference import create_mask_from_window, distribute_value
from autograder.styles.pool_backward import printed_loops


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "da = dA[i, h, w, c]": "da = np.mean(a_prev[vert_start:vert_end, horiz_start:horiz_end, c])",
    },
    "Pooling backward",
    test="average-side-by-side",
)
def shares_the_mean_of_the_input():
    """In mode "average" your code shares out the mean of the input's window. What is shared among the entries of
    the window should be the entry of dA."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, shape)": "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += da",
    },
    "Sharing a value",
    test="average-sum",
)
def gives_everyone_the_whole():
    """In mode "average" your code gives the whole entry of dA to every entry of the window. Each took part in the
    mean with a share only, and gets that share of dA back."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "da = dA[i, h, w, c]": "da = dA[i, h, w, c] / (f * f)",
    },
    "Sharing a value",
    test="average-sum",
)
def shares_twice():
    """In mode "average" your code divides by the number of entries of the window twice, as where distribute_value is
    given what is a share already. The shares of one window should sum to its entry of dA."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, shape)": "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += da / f",
    },
    "Sharing a value",
    test="average-sum",
)
def divides_by_the_side():
    """In mode "average" your code divides by the length of the window's side. It should divide by the number of
    all entries in the window, so that the shares sum to the entry of dA."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "shape = (f, f)": "shape = (n_H, n_W)",
    },
    "Pooling backward",
    test="average-side-by-side",
)
def shares_over_the_output_shape():
    """In mode "average" your code shares dA out over an array of the output's height and width. It should be
    shared over the window."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "da = dA[i, h, w, c]": "da = np.mean(dA)",
    },
    "Pooling backward",
    test="average-side-by-side",
)
def shares_the_mean_gradient():
    """In mode "average" your code shares out the mean of all of dA for every window. Each window should share its
    own entry of dA."""


@mistake("Pooling backward", test="average-side-by-side")
def ignores_the_mode(dA, cache, mode="max"):
    """Your code masks the maximum whatever the mode is. In mode "average" each entry of dA should be shared
    equally over its window."""
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
                    a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]
                    mask = create_mask_from_window(a_prev_slice)
                    dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]

    return dA_prev


@mistake("Pooling backward", test="max-side-by-side")
def always_averages(dA, cache, mode="max"):
    """Your code shares dA equally over the window whatever the mode is. In mode "max" the whole entry should go to
    the maximum."""
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
                    da = dA[i, h, w, c]
                    shape = (f, f)
                    dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, shape)

    return dA_prev


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        'elif mode == "average":': 'elif mode == "avg":',
    },
    "Pooling backward",
    test="average-side-by-side",
)
def asks_for_another_mode_name():
    """In mode "average" your gradient stays zero: no branch of your code runs for this name, the shares are not added
    to it, or what is shared out is zero itself. What is shared should be the entry of dA."""
