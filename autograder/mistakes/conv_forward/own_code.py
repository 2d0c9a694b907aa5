"""The work of the two helper functions done again, with the mistakes that are made in it; and more than was asked for."""

from autograder.catalogue import slip
from autograder.mistakes.conv_forward.lines import STEP
from autograder.styles.conv_forward import printed_loops

PADDED, ONE = "A_prev_pad = zero_pad(A_prev, pad)", "a_prev_pad = A_prev_pad[i]"
LAYER, BIAS = "The convolution layer", "The bias"
OF_ALL = "vert_start = h * stride"


@slip(printed_loops, {PADDED: "A_prev_pad = np.pad(A_prev, pad)"}, "Zero padding", test="pad", alone=True)
def pads_every_axis():
    """Your code pads all four axes of the input, so that there are more examples and more channels. Only the height and
    the width should grow."""


@slip(
    printed_loops,
    {PADDED: "A_prev_pad = np.pad(A_prev, ((0, 0), (0, 0), (pad, pad), (pad, pad)))"},
    "Zero padding",
    test="pad",
    alone=True,
)
def pads_the_last_two_axes():
    """Your code pads the last two axes of the input, which hold the width and the channels. In this course the channels
    come last: the height and the width are the two axes in the middle."""


@slip(
    printed_loops,
    {PADDED: "A_prev_pad = np.pad(A_prev, ((pad, pad), (pad, pad), (0, 0), (0, 0)))"},
    "Zero padding",
    test="pad",
    alone=True,
)
def pads_the_first_two_axes():
    """Your code pads the first two axes of the input, which hold the examples and the height. The height and the width
    are the two axes in the middle."""


@slip(
    printed_loops,
    {PADDED: "A_prev_pad = np.pad(A_prev, ((0, 0), (pad, 0), (pad, 0), (0, 0)))"},
    "Zero padding",
    test="pad",
    alone=True,
)
def pads_before_only():
    """Your code adds zeros above the input and to its left, but none below it and to its right. The border should be
    equally wide on all four sides."""


@slip(
    printed_loops,
    {PADDED: "A_prev_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)), 'edge')"},
    "Zero padding",
    test="pad",
    alone=True,
)
def repeats_the_edge():
    """Your border repeats the outermost entries of the input. It should hold zeros."""


@slip(
    printed_loops,
    {PADDED: "A_prev_pad = np.zeros((m, n_H_prev + 2 * pad, n_W_prev + 2 * pad, n_C_prev))"},
    LAYER,
    test="plain",
    alone=True,
)
def leaves_the_image_out():
    """Each of your results is the bias alone, as where the windows hold nothing but zeros because the images are never
    put inside the border. The products of window and filter belong to it as well."""


@slip(
    printed_loops,
    {PADDED: "", ONE: "a_prev_pad = np.pad(A_prev[i], ((0, 0), (pad, pad), (pad, pad), (0, 0)))"},
    "Zero padding",
    test="plain",
    alone=True,
)
def pads_one_example_with_four_pairs():
    """Your code pads an array of three axes, such as a single example, with the widths for four axes, as zero_pad has
    them. The whole batch has four axes, and can be padded at once."""


@slip(
    printed_loops,
    {PADDED: "A_prev_pad = np.pad(A_prev, ((pad, pad), (pad, pad), (0, 0)))"},
    "Zero padding",
    test="plain",
    alone=True,
)
def pads_the_batch_with_three_pairs():
    """Your code pads an array of four axes, such as the batch, with the widths for three. Each axis needs its pair,
    even where there is nothing to add."""


@slip(
    printed_loops,
    {STEP: "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]) + b[0, 0, 0, c])"},
    BIAS,
    test="bias",
    alone=True,
)
def adds_the_bias_twice():
    """Your code adds the bias twice to each entry of the output, as where conv_single_step adds it and you do so again.
    It counts once."""


@slip(
    printed_loops,
    {STEP: "Z[i, h, w, c] = np.sum(a_slice_prev * W[..., c]) - b[0, 0, 0, c]"},
    BIAS,
    test="bias",
    alone=True,
)
def subtracts_the_bias():
    """Your code takes the bias away from the sum of the products. It should be added; its own sign decides which way it
    shifts the result."""


@slip(
    printed_loops,
    {STEP: "Z[i, h, w, c] = np.sum(a_slice_prev * W[..., c]) * b[0, 0, 0, c]"},
    BIAS,
    test="plain",
    alone=True,
)
def multiplies_by_bias():
    """Your code multiplies the sum of the products by the bias. A bias shifts the result: it is added to the sum."""


@slip(
    printed_loops,
    {STEP: "Z[i, h, w, c] = np.sum(a_slice_prev + W[..., c]) + b[0, 0, 0, c]"},
    LAYER,
    test="plain",
    alone=True,
)
def adds_instead_of_multiplying():
    """Your code adds the filter to the window before it sums. Each entry of the window should be weighted, that is
    multiplied, by the filter's entry at the same place."""


@slip(
    printed_loops,
    {STEP: "Z[i, h, w, c] = np.sum(a_slice_prev * a_slice_prev) + b[0, 0, 0, c]"},
    LAYER,
    test="plain",
    alone=True,
)
def squares_the_window():
    """Your code multiplies the window by itself. Its entries should be multiplied by those of the filter at the same
    places."""


@slip(
    printed_loops,
    {STEP: "Z[i, h, w, c] = np.sum(a_slice_prev) + b[0, 0, 0, c]"},
    LAYER,
    test="plain",
    alone=True,
)
def sums_the_window_alone():
    """Your code sums the entries of the window as they are, without the filter. Each should be multiplied by the
    filter's entry at the same place."""


@slip(
    printed_loops,
    {STEP: "Z[i, h, w, c] = np.max(a_slice_prev * W[..., c]) + b[0, 0, 0, c]"},
    LAYER,
    test="plain",
    alone=True,
)
def takes_the_largest_product():
    """Your code takes the largest of the products of window and filter, as pooling takes the largest entry. A
    convolution adds them all up."""


@slip(
    printed_loops,
    {STEP: "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, np.flip(W[..., c]), b[..., c]))"},
    "Slide, multiply, add",
    test="plain",
    alone=True,
)
def flips_the_filter_and_its_channels():
    """Your code turns the filter around before it multiplies, along rows, columns and channels. In deep learning, and
    here, the filter is laid on the window as it is."""


@slip(
    printed_loops,
    {STEP: "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c].transpose(1, 0, 2), b[..., c]))"},
    LAYER,
    test="plain",
    alone=True,
)
def transposes_the_filter():
    """Your code lays the filter on the window with its rows and columns exchanged. The filter should lie on the window
    as it is."""


@slip(printed_loops, {STEP: f"{STEP}\nZ[i, h, w, c] = max(0, Z[i, h, w, c])"}, LAYER, test="plain")
def cuts_off_what_is_negative():
    """Your Z is 0 where it should be negative, as after a ReLU. The activation is a layer of its own, which comes later: a
    convolution keeps the sign."""


@slip(printed_loops, {STEP: f"{STEP}\nZ[i, h, w, c] = abs(Z[i, h, w, c])"}, LAYER, test="plain", alone=True)
def loses_the_sign():
    """Your Z holds absolute values. A convolution keeps the sign of its results."""


@slip(printed_loops, {STEP: f"{STEP}\nZ[i, h, w, c] = round(Z[i, h, w, c])"}, LAYER, test="plain", alone=True)
def rounds_the_results():
    """Your code rounds each result to a whole number. The output should keep what comes after the decimal point."""


@slip(
    printed_loops,
    {
        OF_ALL: f"total = 0\n{OF_ALL}",
        STEP: """for p in range(f):
    for q in range(f):
        for k in range(n_C_prev):
            total = a_slice_prev[p, q, k] * W[p, q, k, c]
Z[i, h, w, c] = total + b[0, 0, 0, c]""",
    },
    LAYER,
    test="plain",
    alone=True,
)
def keeps_the_last_product_only():
    """Your code counts only the last of the products of window and filter: each one overwrites those before it, or the
    sum is set back to 0 in the innermost loop. All of them should be added up."""


@slip(
    printed_loops,
    {
        PADDED: f"{PADDED}\ntotal = 0",
        STEP: "total += np.sum(a_slice_prev * W[..., c]) + b[0, 0, 0, c]\nZ[i, h, w, c] = total",
    },
    LAYER,
    test="plain",
    alone=True,
)
def never_sets_the_sum_back():
    """Your results add up from one output entry to the next: the sum is not set back to 0 between them. Each entry is
    the sum over its own window, with one bias."""


@slip(
    printed_loops,
    {
        "for c in range(n_C):": "total = 0\nfor c in range(n_C):",
        STEP: "total += np.sum(a_slice_prev * W[..., c]) + b[0, 0, 0, c]\nZ[i, h, w, c] = total",
    },
    LAYER,
    test="plain",
    alone=True,
)
def adds_up_from_filter_to_filter():
    """Your results add up from one filter to the next: the sum is set back to 0 for each place, but not for each
    filter. Each entry is the sum over its own window, with its own filter and bias."""


@slip(
    printed_loops,
    {
        STEP: "Z[:, h, w, c] = np.sum(A_prev_pad[:, vert_start:vert_end, horiz_start:horiz_end] * W[..., c]) + b[0, 0, 0, c]"
    },
    LAYER,
    test="plain",
    alone=True,
)
def sums_over_the_batch():
    """Your code sums over all examples of the batch, so that they all get the same output. Each example has a sum of
    its own."""
