"""What comes back goes to the wrong place, or something else is returned."""

from autograder.catalogue import slip
from autograder.reference import create_mask_from_window, distribute_value
from autograder.styles.pool_backward import printed_loops


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]": "dA_prev[:, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, shape)": "dA_prev[:, vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, shape)",
    },
    "Pooling backward",
    test="max-side-by-side",
)
def adds_to_every_example():
    """Your code adds what comes back from each example to all examples of the batch. It belongs to the example that
    it came from."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]": "dA_prev[i, h, w, c] += mask * dA[i, h, w, c]",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, shape)": "dA_prev[i, h, w, c] += distribute_value(da, shape)",
    },
    "Pooling backward",
    test="max-side-by-side",
)
def adds_a_window_to_one_entry():
    """Your code adds a whole window of numbers to a single entry of the gradient. A window comes back to the window of
    the input that it was cut from."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "return dA_prev": "return dA",
    },
    "Pooling backward",
    test="shape",
)
def returns_the_gradient_of_the_output():
    """Your function gives dA back, the gradient that it was given. What it adds up in the loops is to be returned:
    the gradient with respect to the input."""


@slip(
    printed_loops,
    {
        "(A_prev, hparameters) = cache": "(hparameters, A_prev) = cache",
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
    },
    "Pooling backward",
    test="max-side-by-side",
)
def unpacks_the_cache_in_another_order():
    """Your code takes the input for hparameters, as where the cache is unpacked in the other order. The cache holds the
    input first."""


@slip(
    printed_loops,
    {
        "m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape": "(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape",
        "m, n_H, n_W, n_C = dA.shape": "(m, n_H, n_W, n_C) = dA.shape",
        "dA_prev = np.zeros(A_prev.shape)": "dA_prev = np.zeros(A_prev)",
    },
    "Pooling backward",
    test="shape",
)
def gives_the_input_as_a_shape():
    """Your code gives a whole array where a whole number or a shape is wanted: in a range, at an end of a slice, or
    where the input itself stands in the place of its shape. The gradient has as many entries along each axis as the
    input."""


@slip(
    printed_loops,
    {
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]": "pass",
        "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, shape)": "pass",
    },
    "Pooling backward",
    test="max-side-by-side",
    uses=(create_mask_from_window, distribute_value),
    alone=True,
)
def leaves_da_prev_at_zero():
    """Your gradient is zero everywhere: nothing is added to it, or it is made anew after the loops. A branch for
    another word than "max" or "average" is never taken."""
