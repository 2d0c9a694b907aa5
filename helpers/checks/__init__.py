"""The checks that a student runs: one for each exercise, which takes the student's function.

Each goes from a case that can be followed on paper to the values that the exercise is known by. A check prints one
line if all is right and raises CheckFailed with an explanation if not; it has no points to give.
"""

from helpers.checks.backward import conv_backward, create_mask_from_window, distribute_value, pool_backward
from helpers.checks.forward import conv_forward, conv_single_step, pool_forward, zero_pad

__all__ = [
    "conv_backward",
    "conv_forward",
    "conv_single_step",
    "create_mask_from_window",
    "distribute_value",
    "pool_backward",
    "pool_forward",
    "zero_pad",
]
