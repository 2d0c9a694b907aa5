"""The gradient of the input, and the border around it."""

import numpy as np

from autograder.catalogue import slip
from autograder.reference import col2im, im2col, zero_pad
from autograder.styles.conv_backward_im2col import step_by_step


def added(columns, shape, f, stride):
    """col2im as the notebook has it, with the exceptions that it raises."""
    (m, n_H_prev, n_W_prev, n_C) = shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    windows = columns.reshape(m, n_H, n_W, f, f, n_C)
    A = np.zeros(shape)
    for p in range(f):
        for q in range(f):
            A[:, p : p + n_H * stride : stride, q : q + n_W * stride : stride, :] += windows[:, :, :, p, q, :]
    return A


@slip(
    step_by_step,
    {
        "dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T": "dcolumns = dZ_rows @ W.reshape(n_C, f * f * n_C_prev)"
    },
    "The way back",
    test="back-dA",
)
def reshapes_W_instead_of_transposing():
    """On the way to the gradient of the input, your matrix of filters has the right shape and the wrong entries. Make
    the matrix of the forward pass first, and then transpose it: reshaping never swaps axes."""


@slip(
    step_by_step,
    {
        "dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T": "dcolumns = dZ_rows @ W.transpose(2, 0, 1, 3).reshape(f * f * n_C_prev, n_C).T"
    },
    "The way back",
    test="back-dA",
)
def puts_the_channels_of_W_first():
    """On the way to the gradient of the input, your filters are in the order channel, row, column. Windows have the
    order row, column, channel: leave W in its own."""


@slip(
    step_by_step,
    {
        "dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T": "dcolumns = dZ_rows @ W.T.reshape(n_C, f * f * n_C_prev)"
    },
    "The way back",
    test="back-dA",
)
def reverses_the_axes_of_W():
    """On the way to the gradient of the input, your filters are in the order channel, column, row, as W has it when all
    its axes are reversed. Make the matrix of the forward pass first, and then transpose it."""


@slip(
    step_by_step,
    {
        "dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T": "dcolumns = dZ_rows @ W.transpose(1, 0, 2, 3).reshape(f * f * n_C_prev, n_C).T"
    },
    "The way back",
    test="back-dA",
)
def swaps_rows_and_columns_of_W():
    """On the way to the gradient of the input, the rows and columns of your filters are exchanged. Windows and filters
    have the same order, row, column, channel: leave W in its own."""


@slip(
    step_by_step,
    {
        "dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T": "dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C)"
    },
    "The way back",
    test="back-dA",
)
def forgets_to_transpose_W():
    """On the way to the gradient of the input, your matrix of filters is that of the forward pass. The filters have to
    lie along the axis that the product sums: transpose it."""


@slip(
    step_by_step,
    {
        "dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T": "dcolumns = dZ_rows @ W[::-1, ::-1].reshape(f * f * n_C_prev, n_C).T"
    },
    "The way back",
    test="back-dA",
)
def turns_the_filters_around():
    """Your code turns the filters by half a turn before it multiplies. The windows are put back to their own places by
    col2im, so the weights stay as they are."""


@slip(
    step_by_step,
    {
        "dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)": "dA_prev_pad = col2im(columns, A_prev_pad.shape, f, stride)"
    },
    "The way back",
    test="back-dA",
)
def puts_back_the_windows_of_the_input():
    """Your code puts back the windows of the input, and not their gradient. What col2im adds up is the product of dZ
    and the filters."""


@slip(
    step_by_step,
    {
        "dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T": "dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T / m"
    },
    "The way back",
    test="back-dA",
)
def averages_dA_over_the_batch():
    """Your gradient of the input is divided by the number of examples. If the loss is a mean over the examples, that is
    in dZ already."""


@slip(
    step_by_step,
    {
        "dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)": "dA_prev_pad = added(dcolumns, A_prev.shape, f, stride)"
    },
    "The way back",
    uses=(added,),
    test="back-dA-pad",
)
def puts_back_without_the_border():
    """Your windows are put back into a batch without a border, where those at the edge have no place. They were taken
    from the padded input, so they go back into its shape."""


@slip(
    step_by_step,
    {
        "dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)": "dA_prev_pad = added(dcolumns, A_prev_pad.shape, f, 1)"
    },
    "The way back",
    uses=(added,),
    test="back-dA-pad",
)
def puts_back_with_stride_one():
    """Your windows are put back as if the stride were 1. They go back to where im2col took them from, with the same
    stride."""


@slip(
    step_by_step,
    {"dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "dA_prev = dA_prev_pad"},
    "The way back",
    test="back-dA-pad",
)
def keeps_the_border():
    """Your gradient of the input still has the border around it. The border is no part of the input: its gradient is
    cut off at the end."""


@slip(
    step_by_step,
    {
        "dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "dA_prev = dA_prev_pad[:, pad:-pad, pad:-pad, :]"
    },
    "The way back",
    test="back-dA",
)
def cuts_with_a_negative_end():
    """Without padding, nothing is left of your gradient: a slice that ends at minus 0 is empty. Write its end as the
    start plus the height or width of the input."""


@slip(
    step_by_step,
    {
        "dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "dA_prev = dA_prev_pad[:, :n_H_prev, :n_W_prev, :]"
    },
    "The way back",
    test="back-dA-pad",
)
def cuts_from_the_corner():
    """Your gradient has the right size, but it was cut from the upper left corner of the padded one. The input begins
    after the border, as many rows and columns further as it is wide."""


@slip(
    step_by_step,
    {
        "dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "dA_prev = dA_prev_pad[:, pad:, pad:, :]"
    },
    "The way back",
    test="back-dA-pad",
)
def cuts_the_beginning_only():
    """Your gradient of the input lost the border above and on the left, and still has it below and on the right. The
    slice should end where the input does."""


@slip(
    step_by_step,
    {
        "dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, :, :]"
    },
    "The way back",
    test="back-dA-pad",
)
def cuts_the_rows_only():
    """Your gradient of the input lost the border above and below, and still has it on the left and on the right. It
    goes around all four sides."""


@slip(
    step_by_step,
    {
        "dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "dA_prev = dA_prev_pad[:, :, pad : pad + n_W_prev, :]"
    },
    "The way back",
    test="back-dA-pad",
)
def cuts_the_columns_only():
    """Your gradient of the input lost the border on the left and on the right, and still has it above and below. It
    goes around all four sides."""


@slip(
    step_by_step,
    {
        "dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "dA_prev = dA_prev_pad[:, 1 : 1 + n_H_prev, 1 : 1 + n_W_prev, :]"
    },
    "The way back",
    test="back-dA",
)
def cuts_one_pixel_always():
    """Your gradient of the input begins at row 1 and column 1 of the padded one, whatever the padding is. The border is
    as wide as the hyperparameter pad says, and there is none where that is 0."""


@slip(
    step_by_step,
    {
        "dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "dA_prev = dA_prev_pad[:, pad:n_H_prev, pad:n_W_prev, :]"
    },
    "The way back",
    test="back-dA-pad",
)
def ends_without_the_border():
    """Your gradient of the input is too small: its slice begins after the border, and ends as if it had begun at 0. The
    end is the start plus the height or width of the input."""


@slip(
    step_by_step,
    {
        "dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_H_prev, :]"
    },
    "The way back",
    test="back-dA-pad",
)
def cuts_the_width_as_the_height():
    """Your gradient of the input was cut to the height in both directions. Height and width may differ, and each has a
    size of its own."""


@slip(
    step_by_step,
    {
        "dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T": "dcolumns = dZ_rows @ dW.reshape(f * f * n_C_prev, n_C).T"
    },
    "The way back",
    test="back-dA",
    alone=True,
)
def multiplies_by_the_gradient_of_the_filters():
    """Your gradient of the windows is made with the gradient of the filters. The factor on the way back is the weight
    itself."""


@slip(
    step_by_step,
    {
        "dcolumns = dZ_rows @ W.reshape(f * f * n_C_prev, n_C).T": "dcolumns = dZ_rows * W.reshape(f * f * n_C_prev, n_C).T"
    },
    "The way back",
    test="back-dA",
    alone=True,
)
def multiplies_dZ_and_W_entry_by_entry():
    """Your dZ and the filters are multiplied entry by entry, for which their shapes do not fit where there are several
    filters. The gradient of the windows is their matrix product, which sums over the filters."""


@slip(step_by_step, {'pad = hparameters["pad"]': "pad = 1"}, "The way back", test="back-dA-pad", alone=True)
def always_pads_by_one():
    """Your way back has a border of one pixel, whatever it was on the way forward. How wide it is stands in the
    hyperparameters."""


@slip(
    step_by_step,
    {
        "dA_prev = dA_prev_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "dA_prev = dA_prev_pad[:, 1:-1, 1:-1, :]"
    },
    "The way back",
    test="back-dA",
    alone=True,
)
def cuts_one_pixel_on_each_side():
    """Your code cuts one pixel off each side, whatever the border was. As many go as the border is wide: none without a
    border."""
