"""Results that are left out, put at the wrong place, or returned in the wrong way."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.styles.pool_forward import printed_loops


@mistake("Pooling forward", test="max-side-by-side")
def returns_inside_the_loop(A_prev, hparameters, mode="max"):
    """Your code fills the output of the first example only and leaves the others at zero, as where the return stands
    inside the loop over the examples. It should come after the loops."""
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
                        A[i, h, w, c] = np.max(a_prev_slice)
                    elif mode == "average":
                        A[i, h, w, c] = np.mean(a_prev_slice)

        cache = (A_prev, hparameters)
        return A, cache


@mistake("Pooling forward", test="max-side-by-side")
def steps_the_output_index(A_prev, hparameters, mode="max"):
    """Your loops step through the output by the stride, so entries between the steps are never filled.
    Every output entry should be visited; the stride belongs to the place of its window in the input."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C_prev))

    for i in range(m):
        for h in range(0, n_H, stride):
            for w in range(0, n_W, stride):
                for c in range(n_C_prev):
                    a_prev_slice = A_prev[i, h : h + f, w : w + f, c]
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
        "cache = (A_prev, hparameters)": "cache = (A, hparameters)",
    },
    "Pooling forward",
    test="cache",
)
def caches_the_output():
    """Your cache holds the pooled output where the input should be.
    The way back needs the input, to see which entry of each window was the largest."""


@slip(
    printed_loops,
    {
        ("n_C = n_C_prev\nA = np.zeros((m, n_H, n_W, n_C))"): "A = np.zeros((m, n_H, n_W, n_C_prev))",
        "for c in range(n_C):": "for c in range(n_C_prev):",
        "cache = (A_prev, hparameters)": "cache = A_prev",
    },
    "Pooling forward",
    test="cache",
)
def caches_only_the_input():
    """Your cache holds the input and leaves out hparameters.
    The way back needs both: without them it knows neither the size of a window nor the stride."""


@slip(
    printed_loops,
    {
        ("n_C = n_C_prev\nA = np.zeros((m, n_H, n_W, n_C))"): "A = np.zeros((m, n_H, n_W, n_C_prev))",
        "for c in range(n_C):": "for c in range(n_C_prev):",
        "return A, cache": "return cache, A",
    },
    "Pooling forward",
    test="cache",
)
def returns_the_cache_first():
    """Your code returns the cache and then A. The order is the other way round: the output first,
    then what the backward pass needs."""


@slip(
    printed_loops,
    {"cache = (A_prev, hparameters)": "cache = (A_prev, f, stride)"},
    "Pooling forward",
    test="cache",
)
def caches_the_sizes_one_by_one():
    """Your cache holds f and stride themselves. The backward pass takes two things out of it: A_prev, and the
    dictionary hparameters as it was given."""


@slip(
    printed_loops,
    {"cache = (A_prev, hparameters)": "cache = (A_prev, A, hparameters)"},
    "Pooling forward",
    test="cache",
)
def caches_the_output_too():
    """Your cache holds A as well. The backward pass takes two things out of it: A_prev and hparameters."""
