"""The gradient of the biases."""

from autograder.catalogue import slip
from autograder.reference import col2im, im2col, zero_pad
from autograder.styles.conv_backward_im2col import step_by_step


@slip(
    step_by_step,
    {"db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)": "db = dZ_rows.mean(axis=0).reshape(1, 1, 1, n_C)"},
    "The way back",
    test="back-db",
)
def takes_the_mean_for_db():
    """Your db is the mean of dZ over all examples and places. Each output entry pays back to its bias once, and these
    contributions are summed."""


@slip(
    step_by_step,
    {"db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)": "db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C) / m"},
    "The way back",
    test="back-db",
)
def averages_db_over_the_batch():
    """Your db is divided by the number of examples. If the loss is a mean over the examples, that is in dZ already:
    here all contributions are summed."""


@slip(
    step_by_step,
    {"db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)": "db = np.full((1, 1, 1, n_C), dZ.sum())"},
    "The way back",
    test="back-db",
)
def sums_all_filters_into_db():
    """Your db has the same number for every filter: the sum of all of dZ. Each filter has a bias of its own, and its
    gradient is the sum over its own channel."""


@slip(step_by_step, {"db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)": "db = dZ.sum()"}, "The way back", test="back-db")
def sums_db_to_one_number():
    """Your db is a single number, the sum of all of dZ. Each filter has a bias of its own: sum over examples and
    places, and keep the filters."""


@slip(
    step_by_step,
    {"db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)": "db = dZ.sum(keepdims=True)"},
    "The way back",
    test="back-db",
)
def keeps_no_filters_in_db():
    """Your db has a single entry, the sum of all of dZ. Each filter has a bias of its own: sum over examples and
    places, and keep the filters."""


@slip(
    step_by_step,
    {"db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)": "db = dZ.sum(axis=(1, 2, 3), keepdims=True)"},
    "The way back",
    test="back-db",
)
def sums_db_for_each_example():
    """Your db has one number for each example, summed over places and filters. It should be the other way round: the
    filters stay, and examples and places are summed."""


@slip(
    step_by_step,
    {"db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)": "db = dZ.sum(axis=0, keepdims=True)"},
    "The way back",
    test="back-db",
)
def sums_db_over_examples_only():
    """Your db is summed over the examples alone, so that height and width are still in it. A bias counts at every
    place: these should be summed, too."""


@slip(
    step_by_step,
    {"db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)": "db = dZ.sum(axis=(1, 2), keepdims=True)"},
    "The way back",
    test="back-db",
)
def sums_db_over_places_only():
    """Your db is summed over height and width alone, so that it has a row for each example. A bias counts in every
    example: these should be summed, too."""


@slip(
    step_by_step,
    {"db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)": "db = dZ[:1].sum(axis=(0, 1, 2), keepdims=True)"},
    "The way back",
    test="back-db",
)
def sums_db_of_the_first_example():
    """Your db is made of the first example alone. A bias counts in every example, and all of them should be summed."""


@slip(
    step_by_step,
    {"db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)": "db = dZ_rows.sum(axis=1)"},
    "The way back",
    test="back-db",
)
def sums_the_rows_for_db():
    """Your db has one number for each row of dZ, summed over the filters. It should be the other way round: the filters
    stay, and all rows are summed."""


@slip(
    step_by_step,
    {"db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)": "db = dZ_rows.sum(axis=0)"},
    "The way back",
    test="back-db",
)
def flattens_db():
    """The numbers of your db are right, but it has a single axis. A gradient has the shape of what it belongs to, and
    the bias has four axes."""


@slip(
    step_by_step,
    {"db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)": "db = dZ_rows.sum(axis=0, keepdims=True)"},
    "The way back",
    test="back-db",
)
def leaves_db_a_matrix():
    """The numbers of your db are right, but it has two axes. A gradient has the shape of what it belongs to, and the
    bias has four axes."""


@slip(
    step_by_step,
    {"db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)": "db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C) * b"},
    "The way back",
    test="back-db",
)
def multiplies_db_by_the_bias():
    """Your db is multiplied by the bias. The bias is added in the forward pass, so its gradient does not depend on how
    large it is."""


@slip(
    step_by_step,
    {"db = dZ_rows.sum(axis=0).reshape(1, 1, 1, n_C)": "db = dZ.sum(axis=(0, 1), keepdims=True)"},
    "The way back",
    test="back-db",
    alone=True,
)
def sums_db_over_examples_and_rows_only():
    """Your db is summed over examples and rows, so that the columns are still in it. A bias counts at every place: the
    sum runs over all three."""
