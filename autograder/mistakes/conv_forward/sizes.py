"""Wrong output sizes, and padding that is forgotten or of the wrong width."""

from autograder.catalogue import slip
from autograder.reference import conv_single_step, zero_pad
from autograder.styles.conv_forward import printed_loops


@slip(
    printed_loops,
    {
        "n_H = int((n_H_prev - f + 2 * pad) / stride) + 1": "n_H = int((n_H_prev - f) / stride) + 1",
        "n_W = int((n_W_prev - f + 2 * pad) / stride) + 1": "n_W = int((n_W_prev - f) / stride) + 1",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = conv_single_step(a_slice_prev, W[:, :, :, c], b[:, :, :, c])",
    },
    "Stride and output size",
    test="shape",
)
def forgets_pad_in_the_size():
    """Your output size is worked out from the input without its border, so the output is too small. The window
    slides over the padded input, which is larger by the padding on both sides."""


@slip(
    printed_loops,
    {
        "n_H = int((n_H_prev - f + 2 * pad) / stride) + 1": "n_H = int((n_H_prev - f + pad) / stride) + 1",
        "n_W = int((n_W_prev - f + 2 * pad) / stride) + 1": "n_W = int((n_W_prev - f + pad) / stride) + 1",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = conv_single_step(a_slice_prev, W[:, :, :, c], b[:, :, :, c])",
    },
    "Stride and output size",
    test="shape",
)
def counts_pad_once():
    """Your output size counts the padding once. There is a border on both sides of the image, above and below,
    left and right."""


@slip(
    printed_loops,
    {
        "n_H = int((n_H_prev - f + 2 * pad) / stride) + 1": "n_H = int((n_H_prev - f + 2 * pad) / stride)",
        "n_W = int((n_W_prev - f + 2 * pad) / stride) + 1": "n_W = int((n_W_prev - f + 2 * pad) / stride)",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = conv_single_step(a_slice_prev, W[:, :, :, c], b[:, :, :, c])",
    },
    "Stride and output size",
    test="shape",
)
def forgets_the_first_window():
    """Your output has one row and one column too few: its size counts the steps that the window takes, and
    not the place where it stands before the first step."""


@slip(
    printed_loops,
    {
        "n_H = int((n_H_prev - f + 2 * pad) / stride) + 1": "n_H = int(np.ceil((n_H_prev - f + 2 * pad) / stride)) + 1",
        "n_W = int((n_W_prev - f + 2 * pad) / stride) + 1": "n_W = int(np.ceil((n_W_prev - f + 2 * pad) / stride)) + 1",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "Stride and output size",
    test="stride-3",
)
def rounds_the_size_up():
    """Your output size is rounded up, so where the stride does not divide evenly the last window hangs over the
    edge of the padded input. Only windows that fit count: round down."""


@slip(
    printed_loops,
    {
        "n_H = int((n_H_prev - f + 2 * pad) / stride) + 1": "n_H = int(n_H_prev - f + 2 * pad / stride) + 1",
        "n_W = int((n_W_prev - f + 2 * pad) / stride) + 1": "n_W = int(n_W_prev - f + 2 * pad / stride) + 1",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "Stride and output size",
    test="shape",
)
def divides_only_the_padding():
    """In your output size only the padding is divided by the stride, because a division binds tighter than a sum.
    The whole way that the window can go should be divided."""


@slip(
    printed_loops,
    {
        "n_H = int((n_H_prev - f + 2 * pad) / stride) + 1": "n_H = n_H_prev",
        "n_W = int((n_W_prev - f + 2 * pad) / stride) + 1": "n_W = n_W_prev",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "Stride and output size",
    test="shape",
)
def keeps_the_input_size():
    """Your output takes its height and width from the input, whatever the filter, the padding and the stride are.
    It should have one entry for each place at which the window fits."""


@slip(
    printed_loops,
    {
        "a_prev_pad = A_prev_pad[i]": "a_prev_pad = A_prev[i]",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "The convolution layer",
    test="pad",
)
def slices_unpadded_input():
    """Your windows are cut from the input as it came, without the border of zeros: they are misplaced, or too small for
    the filter. They should be cut from the padded input."""


@slip(
    printed_loops,
    {
        "A_prev_pad = zero_pad(A_prev, pad)": "A_prev_pad = zero_pad(A_prev, stride)",
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "The convolution layer",
    test="pad",
)
def pads_with_the_stride():
    """Your border is as wide as the stride, which is wrong whenever padding and stride are not the same number. The
    width of the border is the padding."""


@slip(
    printed_loops,
    {
        'stride = hparameters["stride"]': 'stride = hparameters["pad"]',
        'pad = hparameters["pad"]': 'pad = hparameters["stride"]',
        "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))": "Z[i, h, w, c] = np.sum(a_slice_prev * W[:, :, :, c]) + b[0, 0, 0, c]",
    },
    "Stride and output size",
    test="pad",
)
def swaps_pad_and_stride():
    """Your code reads the padding into the stride and the stride into the padding. The two entries of hparameters
    are told apart by their names."""


@slip(
    printed_loops,
    {"A_prev_pad = zero_pad(A_prev, pad)": "A_prev_pad = zero_pad(A_prev, 1)"},
    "The convolution layer",
    test="pad",
)
def pads_by_one():
    """Your code pads the input by one pixel, whatever pad is. The width of the border is the hyperparameter."""


@slip(
    printed_loops,
    {"n_W = int((n_W_prev - f + 2 * pad) / stride) + 1": "n_W = int((n_C_prev - f + 2 * pad) / stride) + 1"},
    "Stride and output size",
    test="shape",
    alone=True,
)
def works_out_the_width_from_the_channels():
    """The width of your output is worked out from the number of channels. It should come from the width of the
    input."""


@slip(
    printed_loops,
    {"n_H = int((n_H_prev - f + 2 * pad) / stride) + 1": "n_H = int((n_C_prev - f + 2 * pad) / stride) + 1"},
    "Stride and output size",
    test="shape",
    alone=True,
)
def works_out_the_height_from_the_channels():
    """The height of your output is worked out from the number of channels. It should come from the height of the
    input."""


@slip(
    printed_loops,
    {
        'stride = hparameters["stride"]': "(stride, pad) = hparameters.values()",
        'pad = hparameters["pad"]': "pass",
    },
    "The convolution layer",
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
    "The convolution layer",
    test="plain",
    alone=True,
)
def takes_pad_and_stride_by_their_order():
    """Your code takes the hyperparameters out of their dictionary as if the padding always stood first. They can stand in any
    order there: what you need is asked for by its key."""


@slip(
    printed_loops,
    {
        "n_H = int((n_H_prev - f + 2 * pad) / stride) + 1": "n_H = int((n_H_prev - f) / stride) + 1",
        "n_W = int((n_W_prev - f + 2 * pad) / stride) + 1": "n_W = int((n_W_prev - f) / stride) + 1",
        "A_prev_pad = zero_pad(A_prev, pad)": "A_prev_pad = A_prev",
    },
    "Stride and output size",
    test="pad",
    alone=True,
)
def never_pads():
    """Your code leaves the padding out altogether: the windows are cut from the input as it is, and the output has the
    size that this gives. The input should get its border of zeros first, which makes the output larger."""
