"""Inputs for each exercise, drawn at random from a few parameters.

The same parameters give the same numbers, so that a regrade gives the same points. The seed also depends on the course
secret (`autograder.secret`; the environment variable AUTOGRADER_SECRET while the tests run), so that who has read this
file still cannot know the numbers. Under plain nbgrader the variable is empty, unless an instructor sets it.

All entries of an array are different: a maximum has no accidental tie. About half of them are negative.
"""

from autograder.cases.drawing import Case
from autograder.cases.fast import (
    col2im,
    conv_backward_im2col,
    conv_forward_im2col,
    conv_forward_offsets,
    im2col,
    pool_forward_windows,
    window_strides,
    window_view,
)
from autograder.cases.frameworks import (
    conv2d_backward,
    conv_weights_to_torch,
    dense_weights_to_torch,
    network_in_torch,
    to_channels_first,
)
from autograder.cases.layers import (
    conv_backward,
    conv_forward,
    conv_single_step,
    create_mask_from_window,
    distribute_value,
    pool_backward,
    pool_forward,
    zero_pad,
)
from autograder.cases.network import (
    dense_backward,
    dense_forward,
    flatten_forward,
    network_backward,
    network_forward,
    network_table,
    relu_backward,
    relu_forward,
    softmax,
    softmax_cross_entropy,
    update_parameters,
)

__all__ = [
    "Case",
    "col2im",
    "conv2d_backward",
    "conv_backward",
    "conv_backward_im2col",
    "conv_forward",
    "conv_forward_im2col",
    "conv_forward_offsets",
    "conv_single_step",
    "conv_weights_to_torch",
    "create_mask_from_window",
    "dense_backward",
    "dense_forward",
    "dense_weights_to_torch",
    "distribute_value",
    "flatten_forward",
    "im2col",
    "network_backward",
    "network_forward",
    "network_in_torch",
    "network_table",
    "pool_backward",
    "pool_forward",
    "pool_forward_windows",
    "relu_backward",
    "relu_forward",
    "softmax",
    "softmax_cross_entropy",
    "to_channels_first",
    "update_parameters",
    "window_strides",
    "window_view",
    "zero_pad",
]
