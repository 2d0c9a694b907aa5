"""A border or a stride that is forgotten, or in one place only."""

from autograder.catalogue import slip
from autograder.reference import im2col, zero_pad
from autograder.styles.conv_forward_im2col import step_by_step


@slip(
    step_by_step,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev - f) // stride + 1",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev - f) // stride + 1",
        "columns = im2col(zero_pad(A_prev, pad), f, stride)": "columns = im2col(A_prev, f, stride)",
    },
    "A convolution is one matrix product",
    test="conv-pad-stride",
)
def forgets_the_border():
    """Your windows are those of the input without its border of zeros. Pad the input first, and then take the
    windows."""


@slip(
    step_by_step,
    {"columns = im2col(zero_pad(A_prev, pad), f, stride)": "columns = im2col(A_prev, f, stride)"},
    "A convolution is one matrix product",
    test="conv-pad-stride",
)
def forgets_the_border_in_the_windows():
    """The size of your output counts the border, but your windows are those of the input without it. Pad the input
    before the windows are taken."""


@slip(
    step_by_step,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev - f) // stride + 1",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev - f) // stride + 1",
    },
    "A convolution is one matrix product",
    test="conv-pad-stride",
)
def forgets_the_border_in_the_size():
    """Your windows are those of the padded input, but the size of your output does not count the border. It is as wide
    on each side as the padding says."""


@slip(
    step_by_step,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev - f + pad) // stride + 1",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev - f + pad) // stride + 1",
    },
    "A convolution is one matrix product",
    test="conv-pad-stride",
)
def counts_the_border_once():
    """The size of your output counts the border once. It is on both sides of the input: above and below, left and
    right."""


@slip(
    step_by_step,
    {
        "columns = im2col(zero_pad(A_prev, pad), f, stride)": "columns = im2col(zero_pad(zero_pad(A_prev, pad), pad), f, stride)"
    },
    "A convolution is one matrix product",
    test="conv-pad-stride",
)
def pads_twice():
    """Your windows are those of an input whose border is twice as wide, as where it is padded two times, while the size
    of your output counts it once. Pad the input once."""


@slip(
    step_by_step,
    {
        "columns = im2col(zero_pad(A_prev, pad), f, stride)": (
            "A_prev_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)), constant_values=1)\n"
            "columns = im2col(A_prev_pad, f, stride)"
        )
    },
    "A convolution is one matrix product",
    test="conv-pad-stride",
)
def pads_with_ones():
    """The border around your input is made of ones. It should add nothing to a sum: pad with zeros."""


@slip(
    step_by_step,
    {
        "columns = im2col(zero_pad(A_prev, pad), f, stride)": (
            'A_prev_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="edge")\n'
            "columns = im2col(A_prev_pad, f, stride)"
        )
    },
    "A convolution is one matrix product",
    test="conv-pad-stride",
)
def pads_with_the_edge():
    """The border around your input repeats its outermost pixels. It should add nothing to a sum: pad with zeros."""


@slip(
    step_by_step,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev - f + 2 * pad) + 1",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev - f + 2 * pad) + 1",
        "columns = im2col(zero_pad(A_prev, pad), f, stride)": "columns = im2col(zero_pad(A_prev, pad), f, 1)",
    },
    "A convolution is one matrix product",
    test="conv-pad-stride",
)
def forgets_the_stride():
    """Your output is that of stride 1, whatever the stride is. The stride belongs in the windows and in the size of the
    output."""


@slip(
    step_by_step,
    {"columns = im2col(zero_pad(A_prev, pad), f, stride)": "columns = im2col(zero_pad(A_prev, pad), f, 1)"},
    "A convolution is one matrix product",
    test="conv-pad-stride",
)
def forgets_the_stride_in_the_windows():
    """The size of your output is that of the stride, but your windows are those of stride 1. Hand the stride on when
    you ask for the windows."""


@slip(
    step_by_step,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev - f + 2 * pad) + 1",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev - f + 2 * pad) + 1",
    },
    "A convolution is one matrix product",
    test="conv-pad-stride",
)
def forgets_the_stride_in_the_size():
    """Your windows are as far apart as the stride says, but the size of your output is that of stride 1. There are
    fewer windows with a larger stride."""


@slip(
    step_by_step,
    {
        'stride = hparameters["stride"]': 'stride = hparameters["pad"]',
        'pad = hparameters["pad"]': 'pad = hparameters["stride"]',
    },
    "A convolution is one matrix product",
    test="conv-plain",
)
def swaps_stride_and_pad():
    """Stride and padding are exchanged in your code. The stride is how far the next window is away, and the padding is
    how wide the border of zeros is."""


@slip(
    step_by_step,
    {'stride = hparameters["stride"]': "stride = 1", 'pad = hparameters["pad"]': "pad = 0"},
    "A convolution is one matrix product",
    test="conv-pad-stride",
)
def ignores_the_hyperparameters():
    """Your output is that of stride 1 without a border, whatever the hyperparameters say. Both are in the dict
    hparameters."""


@slip(
    step_by_step,
    {"columns = im2col(zero_pad(A_prev, pad), f, stride)": "columns = im2col(zero_pad(A_prev, 1), f, stride)"},
    "A convolution is one matrix product",
    test="conv-plain",
    alone=True,
)
def always_pads_the_windows_by_one():
    """The size of your output counts the border that is asked for, but your windows are those of a border of one. Hand
    the width of the border on when you pad."""


@slip(
    step_by_step,
    {'pad = hparameters["pad"]': "pad = 1"},
    "A convolution is one matrix product",
    test="conv-plain",
    alone=True,
)
def always_pads_by_one():
    """Your input gets a border of one pixel, whatever is asked for. How wide it is stands in the hyperparameters."""


@slip(
    step_by_step,
    {
        "n_H = (n_H_prev - f + 2 * pad) // stride + 1": "n_H = (n_H_prev - f + 4 * pad) // stride + 1",
        "n_W = (n_W_prev - f + 2 * pad) // stride + 1": "n_W = (n_W_prev - f + 4 * pad) // stride + 1",
    },
    "A convolution is one matrix product",
    test="conv-pad-stride",
    alone=True,
)
def counts_the_border_four_times():
    """The size of your output counts the border twice on each side, as happens where it is added to the size of an
    input that is padded already. It counts once on each side."""


@slip(
    step_by_step,
    {"(f, f, n_C_prev, n_C) = W.shape": "(n_C, n_C_prev, f, f) = W.shape"},
    "A convolution is one matrix product",
    test="conv-plain",
    alone=True,
)
def reads_the_filters_first():
    """Your code reads the shape of the filters with their number first, as other libraries have it. Here it is rows,
    columns, channels, filters."""


@slip(
    step_by_step,
    {"columns = im2col(zero_pad(A_prev, pad), f, stride)": "columns = im2col(zero_pad(A_prev, pad), stride, f)"},
    "A convolution is one matrix product",
    test="conv-plain",
    alone=True,
)
def swaps_f_and_stride_in_the_windows():
    """Your windows are as large as the stride. Where you ask for the windows, the size of a filter comes first, and the
    stride behind it."""
