"""The rows of dZ in a wrong order, or what depends on them at once."""

from autograder.catalogue import slip
from autograder.reference import col2im, im2col, zero_pad
from autograder.styles.conv_backward_im2col import step_by_step


@slip(
    step_by_step,
    {"dZ_rows = dZ.reshape(-1, n_C)": "dZ_rows = dZ.transpose(3, 0, 1, 2).reshape(-1, n_C)"},
    "The way back",
    test="back-dW",
)
def moves_the_filters_of_dZ_first():
    """Your rows of dZ have its entries mixed up, since its axis of filters was moved to the front before the reshape.
    It is the last axis of dZ and of the rows, so dZ is reshaped as it is."""


@slip(
    step_by_step, {"dZ_rows = dZ.reshape(-1, n_C)": "dZ_rows = dZ.T.reshape(-1, n_C)"}, "The way back", test="back-dW"
)
def reverses_the_axes_of_dZ():
    """Your rows of dZ have its entries mixed up, since all its axes were reversed before the reshape. A row holds the
    filters at one place, which is the last axis already: dZ is reshaped as it is."""


@slip(
    step_by_step,
    {"dZ_rows = dZ.reshape(-1, n_C)": "dZ_rows = dZ.transpose(0, 3, 1, 2).reshape(-1, n_C)"},
    "The way back",
    test="back-dW",
)
def puts_the_channels_of_dZ_first():
    """Your rows of dZ have its entries mixed up, since its channels were put before height and width before the
    reshape. A row holds all channels at one place: dZ is reshaped as it is."""


@slip(
    step_by_step, {"dZ_rows = dZ.reshape(-1, n_C)": "dZ_rows = dZ.reshape(n_C, -1).T"}, "The way back", test="back-dW"
)
def reshapes_dZ_the_wrong_way():
    """The entries of dZ are mixed up in all of your gradients, as where it is reshaped to one row for each filter: that
    moves no axis. The filters are its last axis already, and each place should be a row."""


@slip(
    step_by_step, {"dZ_rows = dZ.reshape(-1, n_C)": "dZ_rows = dZ.reshape(-1, n_C) / m"}, "The way back", test="back-dW"
)
def divides_dZ_by_the_batch():
    """All three of your gradients are divided by the number of examples. If the loss is a mean over the examples, that
    is in dZ already: here all contributions are summed."""


@slip(
    step_by_step,
    {
        "dZ_rows = dZ.reshape(-1, n_C)": "dZ_rows = dZ.transpose(3, 0, 1, 2).reshape(-1, n_C)",
        "db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)": "db = dZ.sum(axis=(0, 1, 2), keepdims=True)",
    },
    "The way back",
    test="back-dW",
)
def moves_the_filters_of_dZ_first_but_for_db():
    """For dW and the gradient of the input, the entries of dZ are mixed up: its axis of filters was moved to the front
    before the reshape. It is the last axis already, so dZ is reshaped as it is."""


@slip(
    step_by_step,
    {
        "dZ_rows = dZ.reshape(-1, n_C)": "dZ_rows = dZ.transpose(0, 3, 1, 2).reshape(-1, n_C)",
        "db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)": "db = dZ.sum(axis=(0, 1, 2), keepdims=True)",
    },
    "The way back",
    test="back-dW",
)
def puts_the_channels_of_dZ_first_but_for_db():
    """For dW and the gradient of the input, the entries of dZ are mixed up: its channels were put before height and
    width before the reshape. They are the last axis already, so dZ is reshaped as it is."""


@slip(
    step_by_step,
    {
        "dZ_rows = dZ.reshape(-1, n_C)": "dZ_rows = dZ.reshape(n_C, -1).T",
        "db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)": "db = dZ.sum(axis=(0, 1, 2), keepdims=True)",
    },
    "The way back",
    test="back-dW",
)
def reshapes_dZ_the_wrong_way_but_for_db():
    """For dW and the gradient of the input, the entries of dZ are mixed up, as where it is reshaped to one row for each
    filter: that moves no axis. The filters are its last axis already, and each place should be a row."""


@slip(
    step_by_step,
    {"columns = im2col(A_prev_pad, f, stride)": ("columns = im2col(A_prev_pad, f, stride)\ndZ /= m")},
    "The way back",
    test="back-dW",
)
def divides_dZ_in_place():
    """Your code divides the array dZ that it was given by the number of examples. If the loss is a mean over the
    examples, that is in dZ already, and arguments are left as they are."""


@slip(step_by_step, {"dZ_rows = dZ.reshape(-1, n_C)": "dZ_rows = -dZ.reshape(-1, n_C)"}, "The way back", test="back-dW")
def turns_the_sign_around():
    """All three of your gradients have the wrong sign. The step against the gradient is taken when the parameters are
    updated, not here."""


@slip(
    step_by_step,
    {"columns = im2col(A_prev_pad, f, stride)": "columns = im2col(A_prev, f, stride)"},
    "The way back",
    test="back-dA-pad",
)
def takes_the_windows_without_the_border():
    """Your windows are those of the input without its border, so that there are fewer of them than dZ has places. Pad
    the input first, as in the forward pass."""


@slip(
    step_by_step,
    {
        "columns = im2col(A_prev_pad, f, stride)": "columns = im2col(A_prev_pad, f, 1)",
        "dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, stride)": "dA_prev_pad = col2im(dcolumns, A_prev_pad.shape, f, 1)",
    },
    "The way back",
    test="back-dA-pad",
)
def forgets_the_stride():
    """Your windows are those of stride 1, whatever the stride is, and there are more of them than places in dZ. The
    stride belongs in im2col and in col2im."""


@slip(step_by_step, {"return dA_prev, dW, db": "return dW, db, dA_prev"}, "The way back", test="back-dA")
def returns_the_parameters_first():
    """Your three gradients are returned with that of the input at the end. The order should be that of the cache: the
    input, the filters, the bias."""


@slip(step_by_step, {"return dA_prev, dW, db": "return dA_prev, db, dW"}, "The way back", test="back-dW")
def returns_db_before_dW():
    """Your gradients of filters and biases are returned in each other's place. The order should be that of the cache:
    the input, the filters, the bias."""


@slip(step_by_step, {"return dA_prev, dW, db": "return dW, dA_prev, db"}, "The way back", test="back-dW")
def swaps_dW_and_dA():
    """Your gradients of input and filters are returned in each other's place. The order should be that of the cache:
    the input, the filters, the bias."""


@slip(
    step_by_step,
    {
        "dZ_rows = dZ.reshape(-1, n_C)": "dZ_rows = dZ.reshape(m, -1)",
        "db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)": "db = dZ.sum(axis=(0, 1, 2), keepdims=True)",
    },
    "The way back",
    test="back-dW",
    alone=True,
)
def makes_a_row_of_each_image():
    """Your dZ has a row for each image. It should have one for each window, as the matrix of the windows does: the
    first three axes become one, and the filters stay."""
