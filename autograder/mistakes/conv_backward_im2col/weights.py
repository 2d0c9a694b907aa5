"""The gradient of the filters."""

from autograder.catalogue import slip
from autograder.reference import col2im, im2col, zero_pad
from autograder.styles.conv_backward_im2col import step_by_step


@slip(
    step_by_step,
    {
        "dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)": "dW = (dZ_rows.T @ columns).reshape(f, f, n_C_prev, n_C)"
    },
    "The way back",
    test="back-dW",
)
def reshapes_the_transposed_dW():
    """Your matrix for dW has a row for each filter, and reshaping it does not bring its entries to their places. It
    should have a column for each filter, so that the filters are the last axis, as in W."""


@slip(
    step_by_step,
    {
        "dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)": "dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C) / m"
    },
    "The way back",
    test="back-dW",
)
def averages_dW_over_the_batch():
    """Your dW is divided by the number of examples. If the loss is a mean over the examples, that is in dZ already:
    here all contributions are summed."""


@slip(
    step_by_step,
    {
        "dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)": "dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C) / m",
        "db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)": "db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C) / m",
    },
    "The way back",
    test="back-dW",
)
def averages_dW_and_db():
    """Your dW and db are divided by the number of examples. If the loss is a mean over the examples, that is in dZ
    already: here all contributions are summed."""


@slip(
    step_by_step,
    {
        "dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)": "dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C) / len(columns)"
    },
    "The way back",
    test="back-dW",
)
def averages_dW_over_all_windows():
    """Your dW is divided by the number of all windows. Every window contributes to the gradient, and the contributions
    are summed."""


@slip(
    step_by_step,
    {"dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)": "dW = columns.T @ dZ_rows"},
    "The way back",
    test="back-dW",
)
def leaves_dW_a_matrix():
    """Your dW is still the matrix of the product. A gradient has the shape of what it belongs to, which is that of
    W."""


@slip(
    step_by_step,
    {"dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)": "dW = dZ_rows.T @ columns"},
    "The way back",
    test="back-dW",
)
def leaves_dW_a_matrix_of_rows():
    """Your dW is still the matrix of the product, with a row for each filter. A gradient has the shape of what it
    belongs to: the filters are its last axis, as in W."""


@slip(
    step_by_step,
    {
        "dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)": "dW = (columns.T @ dZ_rows).reshape(n_C_prev, f, f, n_C).transpose(1, 2, 0, 3)"
    },
    "The way back",
    test="back-dW",
)
def reads_dW_as_channels_first():
    """Your dW was given its shape as if the channels came before rows and columns, so that its entries are in wrong
    places. They are in the order row, column, channel, as W has them."""


@slip(
    step_by_step,
    {
        "dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)": "dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C).transpose(1, 0, 2, 3)"
    },
    "The way back",
    test="back-dW",
)
def swaps_rows_and_columns_of_dW():
    """The rows and columns of your dW are exchanged. Its entries come out of the product in the order of W: row,
    column, channel."""


@slip(
    step_by_step,
    {
        "dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)": "dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)[::-1, ::-1]"
    },
    "The way back",
    test="back-dW",
)
def turns_dW_around():
    """Each filter of your dW is turned by half a turn. The forward pass multiplies windows and filters as they lie, and
    so does the way back."""


@slip(
    step_by_step,
    {
        "dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)": "dW = (columns @ dZ_rows).reshape(f, f, n_C_prev, n_C)"
    },
    "The way back",
    test="back-dW",
)
def forgets_to_transpose_the_columns():
    """Your dW is made from the windows without the transpose. The product should sum over all windows, so they have to
    lie along the axis that it sums."""


@slip(
    step_by_step,
    {
        "dW = (columns.T @ dZ_rows).reshape(f, f, n_C_prev, n_C)": "dW = (columns.T @ dZ_rows).reshape(n_C, n_C_prev, f, f)"
    },
    "The way back",
    test="back-dW",
    alone=True,
)
def gives_dW_the_filters_first():
    """Your dW was given the shape of other libraries, with the filters first. It should have the shape of W, rows,
    columns, channels, filters, and its entries are in that order already."""
