"""Loops that go astray, results that are stored at the wrong place, and a wrong thing in the place of another."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.mistakes.conv_forward.lines import STEP
from autograder.reference import conv_single_step, zero_pad
from autograder.styles.conv_forward import printed_loops

ROWS, COLUMNS = "for h in range(n_H):", "for w in range(n_W):"
ZEROS, PADDED = "Z = np.zeros((m, n_H, n_W, n_C))", "A_prev_pad = zero_pad(A_prev, pad)"
ONE, CACHE = "a_prev_pad = A_prev_pad[i]", "cache = (A_prev, W, b, hparameters)"
SIZE, LAYER, BIAS = "Stride and output size", "The convolution layer", "The bias"


@slip(
    printed_loops,
    {STEP: "Z[i, w, h, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))"},
    LAYER,
    test="sides",
    alone=True,
)
def writes_rows_and_columns_exchanged():
    """Your output is mirrored along its diagonal, or an index falls outside of it: rows and columns are exchanged on
    the way into it. The first of the two axes is the vertical one."""


@slip(
    printed_loops,
    {
        ZEROS: "Z = np.zeros((m, n_C, n_H, n_W))",
        STEP: "Z[i, c, h, w] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))",
    },
    LAYER,
    test="shape",
    alone=True,
)
def puts_the_channels_first():
    """Your output has its channels in front of the height and the width. In this course the channels come last."""


@slip(printed_loops, {ZEROS: "Z = np.zeros((m, n_C, n_H, n_W))"}, LAYER, test="shape", alone=True)
def makes_z_channels_first():
    """Your output is made with its channels in front of the height and the width, and filled with the channels at the
    end. Its axes are examples, height, width and filters."""


@slip(printed_loops, {ZEROS: "Z = np.zeros((m, n_H, n_W, n_C_prev))"}, LAYER, test="shape", alone=True)
def makes_z_with_the_input_channels():
    """Your output is made with as many channels as the input has, while the loop runs over the filters. There is one
    channel for each filter."""


@slip(printed_loops, {ZEROS: "Z = np.zeros_like(A_prev)"}, LAYER, test="shape", alone=True)
def makes_z_like_the_input():
    """Your output is made like the input, with its shape and its type, although the size is worked out. It should have,
    in each example, one entry for each filter and each place at which the window stops, and hold floats."""


@slip(printed_loops, {ZEROS: "Z = np.zeros_like(zero_pad(A_prev, pad))"}, LAYER, test="shape", alone=True)
def makes_z_like_the_padded_input():
    """Your output is made like the padded input, with its shape and its type, although the size is worked out. It
    should have one entry for each place of the window and each filter, and hold floats."""


@slip(printed_loops, {ZEROS: "Z = np.zeros((m, n_H, n_W, f))"}, LAYER, test="shape", alone=True)
def makes_z_with_f_channels():
    """Your output is made with as many channels as a filter has rows. There is one channel for each filter."""


@slip(
    printed_loops,
    {ZEROS: "Z = np.zeros((m, n_H, n_W, n_C), dtype=int)"},
    LAYER,
    test="plain",
    alone=True,
)
def holds_whole_numbers():
    """Your results are cut to whole numbers, as where Z is an array of whole numbers, or int is applied to each result.
    Z has to hold floats, which keep what comes after the decimal point."""


@slip(
    printed_loops,
    {ROWS: "for h in range(1, n_H + 1):", COLUMNS: "for w in range(1, n_W + 1):"},
    LAYER,
    test="plain",
    alone=True,
)
def counts_rows_and_columns_from_one():
    """Your loops count the rows and the columns of the output from 1 up to their number, so the last ones lie outside
    of it. In Python they are counted from 0."""


@slip(
    printed_loops,
    {ROWS: "for h in range(0, n_H, stride):", COLUMNS: "for w in range(0, n_W, stride):"},
    SIZE,
    test="stride-2",
    alone=True,
)
def steps_output_and_window():
    """The stride counts twice in your code: the loops step by it, and the windows are moved by it again, so output
    entries between the steps stay zero. Every output entry should be visited; the stride moves its window."""


@slip(
    printed_loops,
    {
        ROWS: "for h in range(0, n_H_prev + 2 * pad - f + 1, stride):",
        COLUMNS: "for w in range(0, n_W_prev + 2 * pad - f + 1, stride):",
        "vert_start = h * stride": "vert_start = h",
        "horiz_start = w * stride": "horiz_start = w",
    },
    SIZE,
    test="stride-2",
    alone=True,
)
def writes_at_the_window_start():
    """Your code writes to the output at the place where the window starts in the padded input. The output is indexed by
    the number of the window; the two agree only for a stride of 1."""


@slip(
    printed_loops,
    {
        ROWS: "for h in range(0, n_H_prev, stride):",
        COLUMNS: "for w in range(0, n_W_prev, stride):",
        "vert_start = h * stride": "vert_start = h",
        "horiz_start = w * stride": "horiz_start = w",
    },
    SIZE,
    test="stride-2",
    alone=True,
)
def loops_over_the_input_by_the_stride():
    """Your loops step through the input by the stride, and the same numbers are used as indices of the output. Index
    the output by the number of the window, and work the place in the padded input out from that."""


@slip(
    printed_loops,
    {ROWS: "for h in range(f):", COLUMNS: "for w in range(f):"},
    LAYER,
    test="plain",
    alone=True,
)
def loops_over_the_filter():
    """Your loops over the rows and the columns run over the size of the filter. They visit the entries of the output,
    so its height and width are the ones to run over."""


@slip(printed_loops, {"for c in range(n_C):": "for c in range(n_C - 1):"}, LAYER, test="plain", alone=True)
def leaves_the_last_filter_out():
    """Your loop over the filters leaves out the last one, so the last channel of the output stays zero. A range already
    ends before the number that it is given, so nothing has to be taken off."""


@slip(printed_loops, {"for c in range(n_C):": "for c in range(1, n_C):"}, LAYER, test="plain", alone=True)
def leaves_the_first_filter_out():
    """Your loop over the filters begins with the second one, so the first channel of the output stays zero. Filters are
    counted from 0."""


@slip(printed_loops, {"for c in range(n_C):": "for c in range(1):"}, LAYER, test="plain", alone=True)
def fills_the_first_channel_only():
    """Your code fills the first channel of the output only, and the others stay zero. Each filter fills a channel of
    its own, so all of them have to be gone through."""


@slip(printed_loops, {"for i in range(m):": "for i in range(m - 1):"}, LAYER, test="one", alone=True)
def leaves_the_last_example_out():
    """Your loop over the examples leaves out the last one, which stays zero in the output. A range already ends before
    the number that it is given, so nothing has to be taken off."""


@slip(printed_loops, {"for i in range(m):": "for i in range(1, m):"}, LAYER, test="one", alone=True)
def leaves_the_first_example_out():
    """Your loop over the examples begins with the second one, so the first one stays zero in the output. Examples are
    counted from 0."""


@slip(printed_loops, {ONE: f"{ONE}\n{ZEROS}"}, LAYER, test="plain", alone=True)
def makes_z_anew_for_each_example():
    """Your code makes the output anew in each pass of the loop over the examples, so all but the last example end up as
    zeros. It should be made once, before the loops."""


@slip(printed_loops, {"vert_start = h * stride": f"{ZEROS}\nvert_start = h * stride"}, LAYER, test="plain", alone=True)
def makes_z_anew_in_the_innermost_loop():
    """Only the very last entry of your output is filled, and all others are zero: the output is made anew for each
    entry, or it is filled behind the loops. It should be made once, before the loops, and filled inside of them."""


@slip(
    printed_loops,
    {f"{CACHE}\nreturn Z, cache": f"        {CACHE}\n        return Z, cache"},
    LAYER,
    test="plain",
    alone=True,
)
def returns_after_the_first_row():
    """Your function returns after the first row of windows: the return stands inside the loop down the rows. It should
    come after all four loops."""


@slip(
    printed_loops,
    {f"{CACHE}\nreturn Z, cache": f"            {CACHE}\n            return Z, cache"},
    LAYER,
    test="plain",
    alone=True,
)
def returns_after_the_first_place():
    """Your function returns after the first position of the window, so that all other entries of Z stay 0: the return
    stands inside the loop along the columns. It should come after all four loops."""


@slip(
    printed_loops,
    {f"{CACHE}\nreturn Z, cache": f"                {CACHE}\n                return Z, cache"},
    LAYER,
    test="plain",
    alone=True,
)
def returns_after_the_first_entry():
    """Your function returns as soon as one output entry is filled: the return stands inside the innermost loop. It
    should come after all four."""


@slip(
    printed_loops,
    {STEP: "Z = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))"},
    LAYER,
    test="plain",
    alone=True,
)
def keeps_the_last_number_only():
    """Your code puts each result into Z itself, so that in the end Z is the last number and not an array. Each result
    belongs in the entry of Z for its example, row, column and filter."""


@slip(printed_loops, {STEP: "pass"}, LAYER, test="plain", alone=True)
def leaves_z_at_zero():
    """Your Z is zero everywhere: nothing is put into it, or it is made anew after the loops. Each of its entries
    belongs to one window and one filter."""


@slip(printed_loops, {ONE: "a_prev_pad = A_prev_pad[-1]"}, LAYER, test="plain", alone=True)
def uses_last_example_only():
    """Your windows are cut from the last image for every example of the batch. Each example of the output should come
    from the same example of the input."""


@slip(
    printed_loops,
    {STEP: "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., i], b[..., c]))"},
    LAYER,
    test="plain",
    alone=True,
)
def takes_the_filter_by_the_example():
    """Your code takes the filter by the number of the example, and the bias by that of the filter. Each pass of the
    innermost loop is about one filter, whichever the example is."""


@slip(
    printed_loops,
    {STEP: "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., i]))"},
    BIAS,
    test="bias",
    alone=True,
)
def takes_the_bias_by_the_example():
    """Your code takes the bias by the number of the example. Each filter has a bias of its own, whichever the example
    is."""


@slip(
    printed_loops,
    {STEP: "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., i], b[..., i]))"},
    LAYER,
    test="plain",
    alone=True,
)
def takes_filter_and_bias_by_the_example():
    """Your code takes filter and bias by the number of the example. Each pass of the innermost loop is about one
    filter, whichever the example is."""


@slip(printed_loops, {STEP: STEP.replace("b[..., c]", "b[..., h]")}, BIAS, test="bias", alone=True)
def takes_the_bias_by_the_row():
    """Your code takes the bias by the row of the output. Each filter has a bias of its own, which is the same in every
    row."""


@slip(printed_loops, {STEP: STEP.replace("b[..., c]", "b[..., w]")}, BIAS, test="bias", alone=True)
def takes_the_bias_by_the_column():
    """Your code takes the bias by the column of the output. Each filter has a bias of its own, which is the same in
    every column."""


@slip(printed_loops, {STEP: STEP.replace("b[..., c]", "b[..., -1]")}, BIAS, test="bias", alone=True)
def uses_last_bias_only():
    """Your code adds the last filter's bias to every channel of the output. Each filter has a bias of its own."""


@slip(printed_loops, {STEP: STEP.replace("W[..., c]", "W[..., -1]")}, LAYER, test="plain", alone=True)
def uses_last_filter_only():
    """Your code uses the last filter for every channel of the output. Each channel of the output belongs to a filter of
    its own."""


@slip(printed_loops, {STEP: STEP.replace("W[..., c]", "W[:, :, c, :]")}, LAYER, test="plain", alone=True)
def takes_filters_from_the_third_axis():
    """Your code looks for the filters on the third axis of W, which holds the input channels. The last axis is the one
    that counts the filters."""


@slip(printed_loops, {ONE: "a_prev_pad = A_prev_pad[i]\nf = n_C"}, LAYER, test="plain", alone=True)
def makes_windows_as_large_as_the_number_of_filters():
    """Your windows have as many rows and columns as there are filters. A window should be as large as one filter, whose
    size the first two axes of W give."""


@slip(printed_loops, {CACHE: "cache = (A_prev, W, b, stride, pad)"}, LAYER, test="cache", alone=True)
def caches_the_sizes_one_by_one():
    """Your cache holds stride and pad one by one. The way back unpacks four things: the input, the filters, the biases,
    and the dictionary hparameters as it was given."""


@slip(printed_loops, {CACHE: "cache = (A_prev, W, hparameters)"}, LAYER, test="cache", alone=True)
def caches_without_the_biases():
    """Your cache lacks the biases. The way back unpacks four things: the input, the filters, the biases and
    hparameters."""


@slip(printed_loops, {CACHE: "cache = (A_prev_pad[-1], W, b, hparameters)"}, LAYER, test="cache", alone=True)
def caches_the_last_padded_example():
    """Your cache holds the last example, padded, where the whole input belongs. The way back expects the batch as it
    was given."""


@slip(
    printed_loops,
    {CACHE: "cache = (a_slice_prev, W, b, hparameters)"},
    LAYER,
    test="cache",
    alone=True,
)
def caches_the_last_window():
    """Your cache holds the last window where the whole input belongs. The way back expects the batch as it was
    given."""


@slip(
    printed_loops,
    {CACHE: "cache = {'A_prev': A_prev, 'W': W, 'b': b, 'hparameters': hparameters}"},
    LAYER,
    test="cache",
    alone=True,
)
def caches_a_dictionary():
    """Your cache is a dictionary. The way back unpacks it as a tuple of four: the input, the filters, the biases and
    hparameters."""


@slip(printed_loops, {CACHE: "cache = A_prev"}, LAYER, test="cache", alone=True)
def caches_only_the_input():
    """Your cache is the input alone. The way back unpacks four things: the input, the filters, the biases and
    hparameters."""


@slip(printed_loops, {"return Z, cache": "return Z, A_prev, W, b, hparameters"}, LAYER, test="cache", alone=True)
def returns_the_parts_of_the_cache():
    """Your function returns the parts of the cache one by one. Two things are wanted: the output, and one cache that
    holds the four things for the way back."""
