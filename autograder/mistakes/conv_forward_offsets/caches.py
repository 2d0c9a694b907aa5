"""A cache that does not hold what the backward pass needs."""

from autograder.catalogue import slip
from autograder.reference import zero_pad
from autograder.styles.conv_forward_offsets import step_by_step


@slip(
    step_by_step,
    {
        "A_prev_pad = zero_pad(A_prev, pad)": "A_prev = zero_pad(A_prev, pad)",
        "a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]": "a = A_prev[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]",
    },
    "Without the copy",
    test="offsets-pad-stride",
)
def keeps_the_padded_input():
    """Your cache holds the padded input in the place of the input. The backward pass needs the input as it came,
    without a border, and pads it itself."""


@slip(
    step_by_step,
    {"cache = (A_prev, W, b, hparameters)": "cache = (A_prev, W, hparameters)"},
    "Without the copy",
    test="offsets-pad-stride",
)
def leaves_b_out_of_the_cache():
    """Your cache has no bias in it. The backward pass takes it apart into four: input, filters, bias and
    hyperparameters."""


@slip(
    step_by_step,
    {"cache = (A_prev, W, b, hparameters)": "cache = (A_prev, W, b)"},
    "Without the copy",
    test="offsets-pad-stride",
)
def leaves_hparameters_out_of_the_cache():
    """Your cache has no hyperparameters in it. The backward pass takes it apart into four: input, filters, bias and
    hyperparameters."""


@slip(
    step_by_step,
    {"cache = (A_prev, W, b, hparameters)": "cache = (Z, W, b, hparameters)"},
    "Without the copy",
    test="offsets-pad-stride",
)
def keeps_the_output():
    """Your cache holds the output in the place of the input. The backward pass needs the input, to multiply it by the
    gradients."""
