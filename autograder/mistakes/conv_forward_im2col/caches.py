"""A cache that does not hold what the backward pass needs."""

from autograder.catalogue import slip
from autograder.reference import im2col, zero_pad
from autograder.styles.conv_forward_im2col import step_by_step


@slip(
    step_by_step,
    {
        "columns = im2col(zero_pad(A_prev, pad), f, stride)": (
            "A_prev = zero_pad(A_prev, pad)\ncolumns = im2col(A_prev, f, stride)"
        )
    },
    "A convolution is one matrix product",
    test="conv-bias",
)
def keeps_the_padded_input():
    """Your cache holds the padded input in the place of the input. The backward pass needs the input as it came,
    without a border, and pads it itself."""


@slip(
    step_by_step,
    {"cache = (A_prev, W, b, hparameters)": "cache = (columns, W, b, hparameters)"},
    "A convolution is one matrix product",
    test="conv-bias",
)
def keeps_the_columns():
    """Your cache holds the matrix of the windows in the place of the input. The backward pass asks for the input as it
    came, and makes the windows itself."""


@slip(
    step_by_step,
    {
        "filters = W.reshape(f * f * n_C_prev, n_C)": "W = W.reshape(f * f * n_C_prev, n_C)",
        "Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b": "Z = (columns @ W).reshape(m, n_H, n_W, n_C) + b",
    },
    "A convolution is one matrix product",
    test="conv-bias",
)
def keeps_the_matrix_of_filters():
    """Your cache holds the filters as a matrix. The backward pass needs W as it came, with its four axes."""


@slip(
    step_by_step,
    {
        "Z = (columns @ filters).reshape(m, n_H, n_W, n_C) + b": (
            "b = b.reshape(1, n_C)\nZ = (columns @ filters + b).reshape(m, n_H, n_W, n_C)"
        )
    },
    "A convolution is one matrix product",
    test="conv-bias",
)
def keeps_a_reshaped_bias():
    """Your cache holds the bias as a row, with two axes. The backward pass needs it as it came, with its four axes."""


@slip(
    step_by_step,
    {"filters = W.reshape(f * f * n_C_prev, n_C)": ("filters = W.reshape(f * f * n_C_prev, n_C)\nb = b.reshape(n_C)")},
    "A convolution is one matrix product",
    test="conv-bias",
)
def keeps_a_flat_bias():
    """Your cache holds the bias with a single axis. The backward pass needs it as it came, with its four axes."""


@slip(
    step_by_step,
    {"cache = (A_prev, W, b, hparameters)": "cache = (A_prev, W, hparameters)"},
    "A convolution is one matrix product",
    test="conv-bias",
)
def leaves_b_out_of_the_cache():
    """Your cache has no bias in it. The backward pass takes it apart into four: input, filters, bias and
    hyperparameters."""


@slip(
    step_by_step,
    {"cache = (A_prev, W, b, hparameters)": "cache = (A_prev, W, b)"},
    "A convolution is one matrix product",
    test="conv-bias",
)
def leaves_hparameters_out_of_the_cache():
    """Your cache has no hyperparameters in it. The backward pass takes it apart into four: input, filters, bias and
    hyperparameters."""


@slip(
    step_by_step,
    {"cache = (A_prev, W, b, hparameters)": "cache = (A_prev, W, b, hparameters, columns)"},
    "A convolution is one matrix product",
    test="conv-bias",
)
def adds_the_columns_to_the_cache():
    """Your cache has the matrix of the windows as a fifth part. The backward pass takes it apart into four: input,
    filters, bias and hyperparameters."""


@slip(
    step_by_step,
    {"cache = (A_prev, W, b, hparameters)": "cache = (Z, W, b, hparameters)"},
    "A convolution is one matrix product",
    test="conv-bias",
)
def keeps_the_output():
    """Your cache holds the output in the place of the input. The backward pass needs the input, to multiply it by the
    gradients."""
