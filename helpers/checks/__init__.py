"""The checks that a student runs: one for each exercise, which takes the student's function.

Each goes from a case that can be followed on paper to the values that the exercise is known by. A check prints one
line if all is right and raises CheckFailed with an explanation if not; it has no points to give.

`finished` is no check: it stands in cells that show what exercises do, and stops them with one line until they can.
"""

from helpers.checking import finished as finished
from helpers.checks.backward import conv_backward, create_mask_from_window, distribute_value, pool_backward
from helpers.checks.decision import (
    dense_backward,
    dense_forward,
    flatten_forward,
    relu_backward,
    relu_forward,
    softmax,
    softmax_cross_entropy,
)
from helpers.checks.fast import (
    col2im,
    conv_backward_im2col,
    conv_forward_im2col,
    conv_forward_offsets,
    im2col,
    pool_forward_windows,
    window_strides,
    window_view,
)
from helpers.checks.forward import conv_forward, conv_single_step, pool_forward, zero_pad
from helpers.checks.frameworks import (
    conv2d_backward,
    conv_weights_to_torch,
    dense_weights_to_torch,
    network_in_torch,
    to_channels_first,
)
from helpers.checks.network import network_backward, network_forward, network_table, update_parameters

__all__ = [
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
