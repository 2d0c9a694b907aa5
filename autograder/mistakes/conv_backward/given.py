"""The border taken off or put on in wrong ways, and parameters that stand for others."""

from autograder.catalogue import slip
from autograder.mistakes.conv_backward.lines import COPY, PADDED, PADDED_GRADIENT, SHAPE, STRIDE
from autograder.reference import zero_pad
from autograder.styles.conv_backward import printed_loops

ZERO_A = "dA_prev = np.zeros((m, n_H_prev, n_W_prev, n_C_prev))"
PAD = 'pad = hparameters["pad"]'


@slip(
    printed_loops,
    {COPY: "dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H_prev - 1, pad : pad + n_W_prev - 1, :]"},
    "Stride and padding",
    test="dA_prev",
    alone=True,
)
def cuts_the_gradient_one_short():
    """Your code takes the border off with a slice that is one row and one column too small. The end of a slice is left
    out of it already."""


@slip(
    printed_loops,
    {COPY: "dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_H, pad : pad + n_W, :]"},
    "Stride and padding",
    test="dA_prev",
    alone=True,
)
def unpads_by_the_output_size():
    """Your code takes the border off with a slice that is as large as the output. What is left should have the height
    and the width of the input."""


@slip(
    printed_loops,
    {COPY: "if pad > 0:\n    dA_prev[i, :, :, :] = da_prev_pad[pad:-pad, pad:-pad, :]"},
    "Stride and padding",
    test="dA_prev",
    alone=True,
)
def copies_only_with_padding():
    """Where there is no padding, your gradient of the input stays zero: nothing is copied to it. With no padding
    the whole gradient should be kept."""


@slip(
    printed_loops,
    {COPY: "dA_prev[i, :, :, :] = da_prev_pad[stride:-stride, stride:-stride, :]"},
    "Stride and padding",
    test="dA_prev",
    alone=True,
)
def unpads_by_the_stride():
    """Your code takes off a border that is as wide as the stride. The border is as wide as the padding."""


@slip(
    printed_loops,
    {COPY: "dA_prev[i, :, :, :] = da_prev_pad[stride : stride + n_H_prev, stride : stride + n_W_prev, :]"},
    "Stride and padding",
    test="dA_prev",
    alone=True,
)
def unpads_from_the_stride():
    """Your code cuts the gradient out of its border from the stride on, as if the border were as wide as that. The
    border is as wide as the padding."""


@slip(
    printed_loops,
    {COPY: "dA_prev[i, :, :, :] = dA_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def copies_without_the_example():
    """Your code takes the border off the padded gradient of the whole batch as if it were one example, so that
    examples are taken for rows. Choose the example first."""


@slip(
    printed_loops,
    {COPY: "dA_prev[i, :, :, :] = da_prev_pad[f:-f, f:-f, :]"},
    "Stride and padding",
    test="dA_prev",
    alone=True,
)
def unpads_by_the_filter():
    """Your code takes off a border that is as wide as the filter. The border is as wide as the padding."""


@slip(
    printed_loops,
    {COPY: "dA_prev[i, :, :, :] = da_prev_pad[pad : pad + n_W_prev, pad : pad + n_H_prev, :]"},
    "Stride and padding",
    test="sides",
    alone=True,
)
def unpads_with_exchanged_sides():
    """Your code cuts the gradient's height to the width of the input, and its width to the height. Height and width
    should each be cut to their own side."""


@slip(
    printed_loops,
    {COPY: "dA_prev[i, :, :, :] = da_prev_pad[pad:, pad:, :]"},
    "Stride and padding",
    test="dA_prev-pad",
    alone=True,
)
def unpads_two_sides_only():
    """Your code takes the border off on two of its sides alone, such as the top and the left, so the gradient does not
    fit. The border has to come off on all four sides."""


@slip(
    printed_loops,
    {COPY: "dA_prev[i, :, :, :] = da_prev_pad[:-pad, :-pad, :]"},
    "Stride and padding",
    test="dA_prev-pad",
    alone=True,
)
def unpads_the_ends_only():
    """Your code takes the border off at the bottom and the right alone, so that the gradient does not fit; and its
    slice is empty for a pad of 0. The border has to come off on all four sides, and without padding the whole
    gradient should be kept."""


@slip(
    printed_loops,
    {COPY: "dA_prev[i, :, :, :] = da_prev_pad[:, pad : pad + n_W_prev, :]"},
    "Stride and padding",
    test="dA_prev-pad",
    alone=True,
)
def unpads_columns_only():
    """Your code takes the border off at the left and the right, and leaves it on above and below, so the gradient
    does not fit. The border has to come off on all four sides."""


@slip(
    printed_loops,
    {COPY: "dA_prev[:, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def gives_all_examples_the_last_gradient():
    """Your code copies the gradient of each example to all examples of the batch, so that all have that of the last
    one. Each belongs in its own place in the batch."""


@slip(
    printed_loops,
    {COPY: "dA_prev[0, :, :, :] = da_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def copies_all_to_the_first_example():
    """Your code copies the gradient of each example to the place of the first one, and the others stay zero. Each
    belongs in its own place in the batch."""


@slip(
    printed_loops,
    {COPY: "dA_prev[i, :, :, :] = a_prev_pad[pad : pad + n_H_prev, pad : pad + n_W_prev, :]"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def copies_the_input():
    """Your gradient of the input is the input itself. What was added up in the padded gradient should be copied,
    without its border."""


@slip(
    printed_loops,
    {STRIDE: 'stride = hparameters["pad"]', PAD: 'pad = hparameters["stride"]'},
    "Convolution backward",
    test="dW-stride",
    alone=True,
)
def exchanges_stride_and_padding():
    """Your code uses the stride as the padding and the padding as the stride. The stride says how far a window moves,
    the padding how wide the border is."""


@slip(printed_loops, {PAD: 'pad = hparameters["stride"]'}, "Convolution backward", test="dW-pad", alone=True)
def pads_by_the_stride():
    """Your border is as wide as the stride, whatever the padding is. It should be as wide as the padding says."""


@slip(printed_loops, {STRIDE: "stride = 2"}, "Convolution backward", test="dW-stride", alone=True)
def always_strides_by_two():
    """Your windows always move by 2, whatever the stride is. It should come from hparameters."""


@slip(printed_loops, {PAD: "pad = 2"}, "Convolution backward", test="dW-pad", alone=True)
def always_pads_by_two():
    """Your border is always two entries wide, whatever the padding is. It should come from hparameters."""


@slip(printed_loops, {PAD: "pad = 1"}, "Convolution backward", test="dW-pad", alone=True)
def always_pads_by_one():
    """Your border is always one entry wide, whatever the padding is. It should come from hparameters."""


@slip(printed_loops, {STRIDE: "stride = 2", PAD: "pad = 2"}, "Convolution backward", test="dW-stride", alone=True)
def always_strides_and_pads_by_two():
    """Your stride and your padding are always 2. Both should come from hparameters."""


@slip(
    printed_loops,
    {PADDED: "A_prev_pad = zero_pad(zero_pad(A_prev, pad), pad)"},
    "The gradient of the filters",
    test="dW-pad",
    alone=True,
)
def pads_twice():
    """Your input has a border twice as wide as the padding, as where it is padded two times, so the windows are
    shifted. The border should be as wide as the padding says."""


@slip(
    printed_loops,
    {
        PADDED: "A_prev_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (pad, pad)))",
        PADDED_GRADIENT: "dA_prev_pad = np.pad(dA_prev, ((0, 0), (pad, pad), (pad, pad), (pad, pad)))",
    },
    "Convolution backward",
    test="dW-pad",
    alone=True,
)
def pads_the_channels_too():
    """Your border is put around the channels too, so a window has more channels than a filter. Only height and width
    should be padded."""


@slip(
    printed_loops,
    {PADDED: "A_prev_pad = zero_pad(A_prev, f)", PADDED_GRADIENT: "dA_prev_pad = zero_pad(dA_prev, f)"},
    "Convolution backward",
    test="dW-pad",
    alone=True,
)
def pads_by_the_filter():
    """Your border is as wide as the filter, whatever the padding is. It should be as wide as the padding says."""


@slip(printed_loops, {ZERO_A: "dA_prev = np.zeros(dZ.shape)"}, "The gradient of the input", test="shapes", alone=True)
def makes_the_input_gradient_like_dz():
    """Your gradient of the input has the shape of dZ. It should have one entry for each entry of the input."""


@slip(printed_loops, {SHAPE: SHAPE + "\ndZ = zero_pad(dZ, pad)"}, "Convolution backward", test="dW-pad", alone=True)
def pads_dz():
    """Your code puts a border around dZ and reads it from the corner of that border on. The border belongs around the
    input; dZ has one entry for each window."""


@slip(
    printed_loops,
    {PADDED_GRADIENT: "dA_prev_pad = zero_pad(dZ, pad)"},
    "The gradient of the input",
    test="dA_prev",
    alone=True,
)
def pads_dz_for_the_input_gradient():
    """Your gradient of the input starts from dZ with a border around it. It should start from zeros, in the shape
    of the padded input."""


@slip(
    printed_loops,
    {
        'stride = hparameters["stride"]': "(stride, pad) = hparameters.values()",
        'pad = hparameters["pad"]': "pass",
    },
    "Convolution backward",
    test="published",
    alone=True,
)
def takes_stride_and_pad_by_their_order():
    """Your code takes the hyperparameters out of their dictionary as if the stride always stood first. They can stand in any
    order there: what you need is asked for by its key."""


@slip(
    printed_loops,
    {
        'stride = hparameters["stride"]': "(pad, stride) = hparameters.values()",
        'pad = hparameters["pad"]': "pass",
    },
    "Convolution backward",
    test="dW",
    alone=True,
)
def takes_pad_and_stride_by_their_order():
    """Your code takes the hyperparameters out of their dictionary as if the padding always stood first. They can stand in any
    order there: what you need is asked for by its key."""
