"""A right version of each exercise, written for whole arrays: what every answer is compared with.

What the notebooks give to a student (`helpers.layers`) is taken from there; the rest stands only here, where no student
sees it. tests/test_layers.py proves all of it against plain loops, numerical gradients and, where it is installed,
PyTorch. One module for a part of the course; each function is registered with the names of its results.
"""

from autograder.reference.fast import (
    col2im,
    conv_backward_im2col,
    conv_forward_im2col,
    conv_forward_offsets,
    im2col,
    pool_forward_windows,
    window_strides,
    window_view,
)
from autograder.reference.frameworks import (
    conv2d_backward,
    conv_weights_to_torch,
    dense_weights_to_torch,
    network_in_torch,
    to_channels_first,
)
from autograder.reference.layers import (
    conv_backward,
    conv_forward,
    conv_single_step,
    create_mask_from_window,
    distribute_value,
    pool_backward,
    pool_forward,
    zero_pad,
)
from autograder.reference.measured import measured_gradients
from autograder.reference.network import (
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
from autograder.reference.registry import EXERCISES, RESULTS, is_answer_to, right_results

__all__ = [
    "EXERCISES",
    "RESULTS",
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
    "is_answer_to",
    "measured_gradients",
    "network_backward",
    "network_forward",
    "network_in_torch",
    "network_table",
    "pool_backward",
    "pool_forward",
    "pool_forward_windows",
    "relu_backward",
    "relu_forward",
    "right_results",
    "softmax",
    "softmax_cross_entropy",
    "to_channels_first",
    "update_parameters",
    "window_strides",
    "window_view",
    "zero_pad",
]
