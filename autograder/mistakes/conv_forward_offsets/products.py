"""The wrong weights at a position, and products that are lost."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.reference import zero_pad
from autograder.styles.conv_forward_offsets import step_by_step


@slip(step_by_step, {"Z += a @ W[p, q]": "Z += a @ W[f - 1 - p, f - 1 - q]"}, "Without the copy", test="offsets-plain")
def turns_the_filter_around():
    """Your code turns each filter by half a turn, as the convolution of mathematics does. In deep learning, the first
    position of the window meets the first weight of the filter."""


@slip(step_by_step, {"Z += a @ W[p, q]": "Z += a @ W[q, p]"}, "Without the copy", test="offsets-plain")
def swaps_row_and_column_of_the_filter():
    """The rows and columns of your filter are swapped: row p and column q of a window meet the weight at row q and
    column p. Pixels and weights should be those of the same row and column."""


@slip(step_by_step, {"Z += a @ W[p, q]": "Z = a @ W[p, q] + b"}, "Without the copy", test="offsets-plain")
def keeps_the_last_product_only():
    """Only the product of the last position of the filter is left in your output. The products of all positions should
    be added up."""


@slip(step_by_step, {"Z += a @ W[p, q]": "Z = a @ W[p, q]"}, "Without the copy", test="offsets-plain")
def keeps_the_last_product_without_the_bias():
    """Only the product of the last position of the filter is left in your output, and the bias is lost. The products of
    all positions should be added to what the output holds already."""


@slip(step_by_step, {"Z += a @ W[p, q]": "Z += a[..., :1] @ W[p, q, :1]"}, "Without the copy", test="offsets-plain")
def uses_the_first_channel_only():
    """Your code multiplies the first channel of the input only. At each position the products of all its channels are
    summed, which the matrix product does."""


@slip(step_by_step, {"Z += a @ W[p, q]": "Z += a * W[p, q]"}, "Without the copy", test="offsets-plain")
def multiplies_entry_by_entry():
    """Your code multiplies the pixels and the weights entry by entry, which fits together by chance at most. At each
    position the products of all input channels are summed, which the matrix product does."""


@slip(
    step_by_step,
    {"Z += a @ W[p, q]": "Z += a.sum(axis=3, keepdims=True) * W[p, q].sum(axis=0)"},
    "Without the copy",
    test="offsets-plain",
)
def sums_the_channels_first():
    """Your code sums the input channels of the pixels and those of the weights before it multiplies. Each channel is
    multiplied by its own weight first, and then the products are summed."""


@slip(
    step_by_step,
    {"Z += a @ W[p, q]": "Z += np.sum(a * W[p, q].sum(axis=1), axis=3, keepdims=True)"},
    "Without the copy",
    test="offsets-plain",
)
def sums_the_filters():
    """All channels of your output have the same products in them, those of all filters summed. Each filter makes a
    channel of its own, which the matrix product keeps apart."""


@slip(step_by_step, {"Z += a @ W[p, q]": "Z += a @ W[p, q].T"}, "Without the copy", test="offsets-plain")
def transposes_the_weights():
    """Your code transposes the weights of a position before it multiplies. Their rows are the channels of the input and
    their columns the filters, as the product needs them."""


@slip(
    step_by_step,
    {"for p in range(f):": "for p in range(f - 1):", "for q in range(f):": "for q in range(f - 1):"},
    "Without the copy",
    test="offsets-plain",
)
def leaves_out_the_last_position():
    """Your code leaves out the last row and the last column of the filter. Every position counts, from the first to the
    last."""


@slip(
    step_by_step,
    {"for p in range(f):": "for p in range(1, f):", "for q in range(f):": "for q in range(1, f):"},
    "Without the copy",
    test="offsets-plain",
)
def leaves_out_the_first_position():
    """Your code leaves out the first row and the first column of the filter. Counting begins with 0, and every position
    counts."""


@slip(
    step_by_step,
    {"for p in range(f):": "for p in range(stride):", "for q in range(f):": "for q in range(stride):"},
    "Without the copy",
    test="offsets-plain",
)
def loops_over_the_stride():
    """Your loops run over as many positions as the stride says. They should go through the filter, from its first row
    and column to its last."""


@mistake("Without the copy", test="offsets-plain")
def adds_the_diagonal_only(A_prev, W, b, hparameters):
    """Your output has only the positions on the diagonal of the filter in it, where row and column are the same. Every
    row should meet every column, as in a loop inside of another one."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for p in range(f):
        q = p
        a = A_prev_pad[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :]
        Z += a @ W[p, q]
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@mistake("Without the copy", test="offsets-plain")
def returns_inside_the_loop(A_prev, W, b, hparameters):
    """Only the products of the first row of the filter are in your output, as where the function returns inside of the
    outer loop. Every position has to be added before it returns."""
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
        cache = (A_prev, W, b, hparameters)
        return Z, cache


@slip(step_by_step, {"Z += a @ W[p, q]": "Z += a @ W[p, q] / (f * f)"}, "Without the copy", test="offsets-plain")
def takes_the_mean_of_the_positions():
    """Your code divides the products by the number of positions in a filter. A convolution is their sum, and the
    bias."""


@mistake("Without the copy", test="offsets-plain")
def applies_relu(A_prev, W, b, hparameters):
    """Your output has no negative entries, as if relu were a part of the layer. Here it is the convolution alone, and
    what is below zero stays."""
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
    Z = np.maximum(Z, 0)
    cache = (A_prev, W, b, hparameters)
    return Z, cache


@slip(
    step_by_step,
    {"for p in range(f):": "for p in range(1):", "for q in range(f):": "for q in range(1):"},
    "Without the copy",
    test="offsets-plain",
)
def uses_the_first_position_only():
    """Only the product of the first position of the filter is in your output. The products of all positions should be
    added up."""


@slip(
    step_by_step,
    {
        "Z = np.zeros((m, n_H, n_W, n_C)) + b": "",
        "for p in range(f):": ("for p in range(f):\n    Z = np.zeros((m, n_H, n_W, n_C)) + b"),
    },
    "Without the copy",
    test="offsets-plain",
)
def begins_anew_for_each_row():
    """Only the products of the last row of the filter are left in your output, as where it is made anew in the outer
    loop. It should be made once, before both loops."""


@slip(step_by_step, {"Z += a @ W[p, q]": "Z += a[..., -1:] @ W[p, q, -1:]"}, "Without the copy", test="offsets-plain")
def uses_the_last_channel_only():
    """Your code multiplies the last channel of the input only. At each position the products of all its channels are
    summed, which the matrix product does."""


@slip(
    step_by_step, {"for q in range(f):": "for q in range(f - 1):"}, "Without the copy", test="offsets-plain", alone=True
)
def leaves_out_the_last_column():
    """Your code leaves out the last column of the filter. Every position of the filter has a product of its own, from
    the first to the last."""


@slip(
    step_by_step, {"for p in range(f):": "for p in range(f - 1):"}, "Without the copy", test="offsets-plain", alone=True
)
def leaves_out_the_last_row():
    """Your code leaves out the last row of the filter. Every position of the filter has a product of its own, from the
    first to the last."""


@slip(step_by_step, {"Z += a @ W[p, q]": "Z += a @ W[p, p]"}, "Without the copy", test="offsets-plain", alone=True)
def takes_the_row_for_the_column_of_the_filter():
    """Your weights are taken at row p and column p of the filter, while the pixels are those for row p and column q.
    Both should be for the same row and the same column."""


@slip(step_by_step, {"Z += a @ W[p, q]": "Z -= a @ W[p, q]"}, "Without the copy", test="offsets-plain", alone=True)
def subtracts_the_products():
    """Your products are subtracted from the output. They should be added to what it holds already."""


@slip(
    step_by_step,
    {"Z = np.zeros((m, n_H, n_W, n_C)) + b": "Z = np.zeros((m, n_H, n_W, n_C_prev)) + b"},
    "Without the copy",
    test="offsets-plain",
    alone=True,
)
def has_the_channels_of_the_input():
    """Your output has as many channels as the input. It should have one for each filter."""


@slip(
    step_by_step,
    {"Z += a @ W[p, q]": "Z += (a @ W[p, q, :, 0])[..., None]"},
    "Without the copy",
    test="offsets-plain",
    alone=True,
)
def uses_the_first_filter_for_all():
    """Your code puts what the first filter gives into every channel. Each filter has a channel of its own."""
