"""Max pooling: the wrong mask, or the mask of the wrong thing."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.reference import create_mask_from_window, distribute_value
from autograder.styles.pool_backward import printed_loops


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]": "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * a_prev_slice",
    },
    "Pooling backward",
    test="max-side-by-side",
)
def masks_the_input():
    """In mode "max" your code multiplies the mask by entries of the input, so pooled values come back instead
    of gradients. What comes back to the maximum is the entry of dA."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]": (
            "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * distribute_value(\n"
            "    dA[i, h, w, c], (f, f)\n"
            ")"
        ),
    },
    "The mask of a maximum",
    test="max-side-by-side",
)
def masks_the_shared_gradient():
    """In mode "max" your code shares dA out over the window before it masks it, so the maximum gets only a part.
    The whole entry of dA should go to the maximum."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]": "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask",
    },
    "Pooling backward",
    test="max-side-by-side",
)
def forgets_the_gradient():
    """In mode "max" your code adds the mask itself, so it counts how often an entry was the maximum. The mask
    should be weighted by the entry of dA."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]": "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += dA[i, h, w, c]",
    },
    "The mask of a maximum",
    test="max-side-by-side",
)
def gives_every_entry_the_gradient():
    """In mode "max" your code gives the entry of dA to all entries of the window: no mask of that window picks one
    out. Only the maximum should get it."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]": "a_prev_slice = dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c]",
    },
    "The mask of a maximum",
    test="max-side-by-side",
)
def takes_mask_from_the_gradient():
    """Your mask is made from a window of the gradient that is only just being added up. It should be made from the
    input, in which the maximum was found."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "a_prev = A_prev[i]": "a_prev = A_prev[0]",
    },
    "Pooling backward",
    test="max-side-by-side",
)
def takes_mask_from_the_first_example():
    """Your masks are made from the first image for every example of the batch. Each example's maxima should be
    looked up in its own image."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]": "a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, 0]",
    },
    "Pooling backward",
    test="max-side-by-side",
)
def takes_mask_from_the_first_channel():
    """Your masks are made from the first channel for every channel. Each channel has maxima of its own."""


@mistake("Pooling backward", test="max-side-by-side")
def pools_all_channels(dA, cache, mode="max"):
    """Your window spans all channels, so an entry is marked only if it is the largest of them all, and dA is added
    to it from every channel. Pooling works on each channel by itself."""
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
                        a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end]
                        mask = create_mask_from_window(a_prev_slice)
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end] += mask * dA[i, h, w, c]
                    elif mode == "average":
                        da = dA[i, h, w, c]
                        shape = (f, f)
                        dA_prev[i, vert_start:vert_end, horiz_start:horiz_end] += distribute_value(da, shape)[
                            :, :, None
                        ]

    return dA_prev


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]": "dA_prev[i, vert_start, horiz_start, c] += np.sum(mask * dA[i, h, w, c])",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, shape)": "dA_prev[i, vert_start, horiz_start, c] += np.sum(distribute_value(da, shape))",
    },
    "Pooling backward",
    test="max-side-by-side",
)
def marks_one_entry_per_window():
    """Your code adds what comes back to the first entry of the window instead of the window as a whole. The mask
    and the shares have the shape of a window and belong onto all of it."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        'if mode == "max":': 'if mode == "average":',
        'elif mode == "average":': 'elif mode == "max":',
    },
    "Pooling backward",
    test="max-side-by-side",
)
def swaps_the_modes():
    """Your code shares the gradient where mode is "max", and sends it to the largest entry where it is "average".
    The two branches have changed places."""
