"""A bias that is forgotten, or counts otherwise."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.reference import zero_pad
from autograder.styles.conv_forward_offsets import step_by_step


@slip(
    step_by_step,
    {
        "Z = np.zeros((m, n_H, n_W, n_C)) + b": "Z = np.zeros((m, n_H, n_W, n_C))",
        "Z += a @ W[p, q]": "Z += a @ W[p, q] + b",
    },
    "Without the copy",
    test="offsets-pad-stride",
)
def adds_the_bias_at_each_position():
    """The bias is in your output once for each position of the filter. It belongs to the filter as a whole: let the
    output start from it, or add it at the end."""


@slip(step_by_step, {"Z += a @ W[p, q]": "Z += a @ W[p, q] + b"}, "Without the copy", test="offsets-pad-stride")
def adds_the_bias_at_each_position_too():
    """The bias is in your output once for each position of the filter, and once more, as where the output starts from
    it as well. It belongs to the filter as a whole: once is enough."""


@mistake("Without the copy", test="offsets-pad-stride")
def adds_the_bias_twice(A_prev, W, b, hparameters):
    """The bias is in your output twice. It belongs to the filter as a whole: let the output start from it, or add it at
    the end."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for p in range(f):
        for q in range(f):
            a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]
            Z += a @ W[p, q]
    Z += b
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@slip(
    step_by_step,
    {"Z = np.zeros((m, n_H, n_W, n_C)) + b": "Z = np.zeros((m, n_H, n_W, n_C))"},
    "Without the copy",
    test="offsets-pad-stride",
)
def forgets_the_bias():
    """Your output has no bias in it. Each filter has one, and it is added to all entries of its channel."""


@slip(
    step_by_step,
    {"Z = np.zeros((m, n_H, n_W, n_C)) + b": "Z = np.zeros((m, n_H, n_W, n_C)) - b"},
    "Without the copy",
    test="offsets-pad-stride",
)
def subtracts_the_bias():
    """Your code subtracts the bias. It should be added to all entries of its channel."""


@slip(
    step_by_step,
    {"Z = np.zeros((m, n_H, n_W, n_C)) + b": "Z = np.zeros((m, n_H, n_W, n_C)) + b[0, 0, 0, 0]"},
    "Without the copy",
    test="offsets-pad-stride",
)
def uses_the_first_bias_for_all():
    """Your code adds the bias of the first filter to all channels. Each filter has a bias of its own, for its own
    channel."""


@slip(
    step_by_step,
    {"Z = np.zeros((m, n_H, n_W, n_C)) + b": "Z = np.zeros((m, n_H, n_W, n_C)) + np.sum(b)"},
    "Without the copy",
    test="offsets-pad-stride",
)
def adds_the_biases_of_all_filters():
    """Your code adds the sum of all biases to every channel. Each filter has a bias of its own, for its own channel."""


@slip(step_by_step, {"Z = np.zeros((m, n_H, n_W, n_C)) + b": "Z = b"}, "Without the copy", test="offsets-plain")
def starts_from_the_bias_itself():
    """Your output begins as the bias itself, which has no room for examples, rows and columns. Begin with an array of
    the size of the output that holds the bias in all its entries."""


@slip(
    step_by_step,
    {"Z = np.zeros((m, n_H, n_W, n_C)) + b": "Z = np.broadcast_to(b, (m, n_H, n_W, n_C))"},
    "Without the copy",
    test="offsets-plain",
)
def starts_from_a_bias_that_cannot_be_written_to():
    """Your code adds to an array that cannot be written to, as np.broadcast_to makes them: its entries share one place.
    Begin with an array of its own memory."""
