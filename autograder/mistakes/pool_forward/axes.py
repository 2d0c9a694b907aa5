"""Rows, columns, channels or examples taken for each other, or left out."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.styles.pool_forward import printed_loops


@mistake("Pooling forward", test="channels")
def pools_all_channels(A_prev, hparameters, mode="max"):
    """Your window spans all channels, so every channel of the output holds the same numbers.
    Pooling works on each channel by itself."""
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
                    a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end]
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
        "a_prev_slice = A_prev[i, vert_start:vert_end, horiz_start:horiz_end, c]": "a_prev_slice = A_prev[i, vert_start:vert_end, horiz_start:horiz_end, 0]",
    },
    "Pooling forward",
    test="channels",
)
def pools_first_channel_only():
    """Your window is cut from the first channel for every channel of the output.
    Each channel of the output should come from the same channel of the input."""


@slip(
    printed_loops,
    {
        ("n_C = n_C_prev\nA = np.zeros((m, n_H, n_W, n_C))"): "A = np.zeros((m, n_H, n_W, n_C_prev))",
        "for c in range(n_C):": "for c in range(n_C_prev):",
        "a_prev_slice = A_prev[i, vert_start:vert_end, horiz_start:horiz_end, c]": "a_prev_slice = A_prev[0, vert_start:vert_end, horiz_start:horiz_end, c]",
    },
    "Pooling forward",
    test="max-side-by-side",
)
def pools_first_example_only():
    """Your windows are cut from the first image for every example of the batch.
    Each example should be pooled from its own image."""


@slip(
    printed_loops,
    {
        ("n_C = n_C_prev\nA = np.zeros((m, n_H, n_W, n_C))"): "A = np.zeros((m, n_H, n_W, n_C_prev))",
        "for c in range(n_C):": "for c in range(n_C_prev):",
        "a_prev_slice = A_prev[i, vert_start:vert_end, horiz_start:horiz_end, c]": "a_prev_slice = A_prev[i, horiz_start:horiz_end, vert_start:vert_end, c]",
    },
    "Pooling forward",
    test="sides",
)
def swaps_rows_and_columns():
    """Your windows lie as far down as they should lie to the right, and the other way round, so the output is mirrored
    along its diagonal, and wrong or an error where the image is not square. The vertical range belongs to the row and
    comes first."""


@slip(
    printed_loops,
    {
        ("n_W = int(1 + (n_W_prev - f) / stride)\nn_C = n_C_prev\nA = np.zeros((m, n_H, n_W, n_C))"): (
            "n_W = int(1 + (n_H_prev - f) / stride)\nA = np.zeros((m, n_H, n_W, n_C_prev))"
        ),
        "for c in range(n_C):": "for c in range(n_C_prev):",
    },
    "One number for a window",
    test="sides",
)
def assumes_square_input():
    """Your output is as wide as it is high, which is right for square images only. Its width should be worked out from
    the width of the input."""


@slip(
    printed_loops,
    {
        "a_prev_slice = A_prev[i, vert_start:vert_end, horiz_start:horiz_end, c]": "a_prev_slice = A_prev[:, vert_start:vert_end, horiz_start:horiz_end, :]"
    },
    "Pooling forward",
    test="channels",
    alone=True,
)
def pools_all_examples_and_channels():
    """Your window spans all examples and all channels, so every example and every channel of the output holds the same
    numbers. Pooling works on one channel of one example at a time."""


@slip(
    printed_loops,
    {
        "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape": "(m, n_C_prev, n_H_prev, n_W_prev) = A_prev.shape",
        "A = np.zeros((m, n_H, n_W, n_C))": "A = np.zeros((m, n_C, n_H, n_W))",
        "a_prev_slice = A_prev[i, vert_start:vert_end, horiz_start:horiz_end, c]": "a_prev_slice = A_prev[i, c, vert_start:vert_end, horiz_start:horiz_end]",
        "A[i, h, w, c] = np.max(a_prev_slice)": "A[i, c, h, w] = np.max(a_prev_slice)",
        "A[i, h, w, c] = np.mean(a_prev_slice)": "A[i, c, h, w] = np.mean(a_prev_slice)",
    },
    "Pooling forward",
    test="channels",
    alone=True,
)
def takes_the_channels_to_come_first():
    """Your code takes the axis behind the examples for the channels, and pools over the last two. In this course the
    channels come last: the height and the width are the two axes in the middle."""
