"""Wrong versions of `flatten_forward`: examples are mixed, the order is another, or the shape is lost."""

import numpy as np

from autograder.catalogue import mistake

SECTION = "Flatten"


@mistake(SECTION, test="shape")
def flattens_the_whole_batch(A_prev):
    """Your function lays out the whole batch in one row, so that nobody knows any more where an example ends.
    The first axis should stay: one row for each example."""
    A = A_prev.reshape(-1)
    return A, A_prev.shape


@mistake(SECTION, test="one")
def keeps_one_row_for_the_batch(A_prev):
    """Your result is a single row of all numbers, without an axis for the examples, and where there is one number only,
    no axis is left at all, as after np.squeeze. The first axis should stay: one row for each example."""
    A = A_prev.reshape(1, -1).squeeze()
    return A, A_prev.shape


@mistake(SECTION, test="shape")
def makes_columns_of_examples(A_prev):
    """Your examples stand in the columns of the result.
    In this course the first axis counts the examples: each of them should be a row."""
    A = A_prev.reshape(A_prev.shape[0], -1).T
    return A, A_prev.shape


@mistake(SECTION, test="order")
def mixes_the_examples(A_prev):
    """Your result has a column for each example where it should have a row, and its rows are cut without regard to
    where an example ends. Each row should hold all the numbers of one example."""
    A = A_prev.reshape(-1, A_prev.shape[0])
    return A, A_prev.shape


@mistake(SECTION, test="order")
def columns_reshaped_to_rows(A_prev):
    """Each row of your result collects numbers from the whole batch, with steps as long as the batch has examples, as
    where an array is reshaped to columns and then turned. Each row should hold all the numbers of one example."""
    A = A_prev.reshape(-1, A_prev.shape[0]).T
    return A, A_prev.shape


@mistake(SECTION, test="order")
def flattens_channels_first(A_prev):
    """Your rows hold the numbers channel by channel.
    We keep the order in which they are stored: channels run fastest, then columns, then rows."""
    A = A_prev.transpose(0, 3, 1, 2).reshape(A_prev.shape[0], -1)
    return A, A_prev.shape


@mistake(SECTION, test="order")
def flattens_in_fortran_order(A_prev):
    """In each of your rows, the image's rows run fastest and its channels slowest, as in Fortran's order. We keep the
    order in which NumPy stores the numbers: channels run fastest, then columns, then rows."""
    A = A_prev.reshape(A_prev.shape[0], -1, order="F")
    return A, A_prev.shape


@mistake(SECTION, test="one")
def drops_the_axis_of_a_single_example(A_prev):
    """Your result loses its first axis where the batch holds a single example.
    A batch of one is still a batch, and has one row."""
    A = np.squeeze(A_prev.reshape(A_prev.shape[0], -1))
    return A, A_prev.shape


@mistake(SECTION, test="cache")
def caches_the_array(A_prev):
    """Your cache holds the array itself.
    The way back needs its shape only, so that the rows can be folded up again."""
    A = A_prev.reshape(A_prev.shape[0], -1)
    return A, A_prev


@mistake(SECTION, test="cache")
def caches_the_new_shape(A_prev):
    """Your cache holds the shape of the flat array.
    The way back needs the shape from before."""
    A = A_prev.reshape(A_prev.shape[0], -1)
    return A, A.shape


@mistake(SECTION, test="shape")
def makes_one_row_of_the_batch(A_prev):
    """Your result has one row for the whole batch. It should have one row for each example: the first axis stays."""
    A = A_prev.reshape(1, -1)
    return A, A_prev.shape


@mistake(SECTION, test="shape")
def makes_one_column_of_the_batch(A_prev):
    """Your result is a single column with the numbers of all examples. It should have one row for each example."""
    A = A_prev.reshape(-1, 1)
    return A, A_prev.shape


@mistake(SECTION, test="order")
def exchanges_rows_and_columns(A_prev):
    """Your rows hold the numbers column by column of the image. We keep the order in which they are stored: channels
    run fastest, then columns, then rows."""
    A = A_prev.transpose(0, 2, 1, 3).reshape(A_prev.shape[0], -1)
    return A, A_prev.shape


@mistake(SECTION, test="order")
def turns_the_whole_array(A_prev):
    """Your rows mix the numbers of several examples, as where all axes are turned round before the array is flattened.
    Each row should hold all the numbers of one example."""
    A = A_prev.T.reshape(A_prev.shape[0], -1)
    return A, A_prev.shape


@mistake(SECTION, test="shape")
def keeps_the_channels_apart(A_prev):
    """Your result still has an axis for the channels. Rows, columns and channels of an example should all go into one
    row of numbers."""
    A = A_prev.reshape(A_prev.shape[0], -1, A_prev.shape[3])
    return A, A_prev.shape


@mistake(SECTION, test="shape")
def keeps_the_rows_apart(A_prev):
    """Your result still has an axis for the rows of an image. Rows, columns and channels of an example should all go
    into one row of numbers."""
    A = A_prev.reshape(A_prev.shape[0], A_prev.shape[1], -1)
    return A, A_prev.shape


@mistake(SECTION, test="shape")
def makes_a_row_of_each_pixel(A_prev):
    """Your result has one row for each pixel, with its channels. It should have one row for each example."""
    A = A_prev.reshape(-1, A_prev.shape[3])
    return A, A_prev.shape


@mistake(SECTION, test="shape")
def makes_a_row_of_each_channel(A_prev):
    """Your result has as many rows as there are channels. It should have one row for each example: it is the first
    axis that counts them."""
    A = A_prev.reshape(A_prev.shape[3], -1)
    return A, A_prev.shape


@mistake(SECTION, test="shape")
def makes_a_row_of_each_image_row(A_prev):
    """Your result has one row for each row of an image. It should have one row for each example."""
    A = A_prev.reshape(A_prev.shape[0] * A_prev.shape[1], -1)
    return A, A_prev.shape


@mistake(SECTION, test="shape")
def makes_columns_of_single_examples(A_prev):
    """Your examples have an axis of length 1 at the end, as if each were a column. The result should have two axes:
    examples, and the numbers of each."""
    A = A_prev.reshape(A_prev.shape[0], -1, 1)
    return A, A_prev.shape


@mistake(SECTION, test="shape")
def forgets_the_channels(A_prev):
    """Your rows have room for one channel only, rows times columns, so that your function fails where there are more. A
    row holds the numbers of all channels."""
    A = A_prev.reshape(A_prev.shape[0], A_prev.shape[1] * A_prev.shape[2])
    return A, A_prev.shape


@mistake(SECTION, test="shape")
def flattens_one_example_only(A_prev):
    """Your result holds the first example only. It should have a row for each of them."""
    A = A_prev[0].reshape(1, -1)
    return A, A_prev.shape


@mistake(SECTION, test="shape")
def returns_the_array_as_it_came(A_prev):
    """Your result is the array as it came, with its four axes. Each example should become one row: that is what a
    reshape gives back, and the old array stays as it was."""
    A = np.array(A_prev)
    return A, A_prev.shape


@mistake(SECTION, test="cache")
def caches_the_shape_of_one_example(A_prev):
    """Your cache holds the shape of one example. The number of examples belongs to it as well, as the first of four
    numbers."""
    A = A_prev.reshape(A_prev.shape[0], -1)
    return A, A_prev.shape[1:]


@mistake(SECTION, test="cache")
def caches_the_number_of_examples(A_prev):
    """Your cache holds the number of examples only. The way back needs the whole shape, four numbers."""
    A = A_prev.reshape(A_prev.shape[0], -1)
    return A, A_prev.shape[0]


@mistake(SECTION, test="cache")
def caches_the_number_of_entries(A_prev):
    """Your cache holds how many entries there are. The way back needs the shape, which says how they are arranged."""
    A = A_prev.reshape(A_prev.shape[0], -1)
    return A, A_prev.size


@mistake(SECTION, test="cache")
def caches_the_result(A_prev):
    """Your cache holds the flat array. The way back needs the shape from before, so that the rows can be folded up
    again."""
    A = A_prev.reshape(A_prev.shape[0], -1)
    return A, A


@mistake(SECTION, test="cache")
def caches_array_and_shape(A_prev):
    """Your cache holds two things, the array and its shape. The way back is described for a cache that is the shape
    alone."""
    A = A_prev.reshape(A_prev.shape[0], -1)
    return A, (A_prev, A_prev.shape)


@mistake(SECTION, test="cache")
def wraps_the_cache(A_prev):
    """Your cache is a collection with the shape as its only part. It should be the shape itself."""
    A = A_prev.reshape(A_prev.shape[0], -1)
    return A, (A_prev.shape,)


@mistake(SECTION, test="cache")
def caches_nothing(A_prev):
    """Your cache is None. The way back needs the shape from before, and the cache is where it is put aside."""
    A = A_prev.reshape(A_prev.shape[0], -1)
    return A, None


@mistake(SECTION, test="order")
def returns_the_cache_first(A_prev):
    """Your function returns the shape first and the flat array second. The order is: the array, the cache."""
    A = A_prev.reshape(A_prev.shape[0], -1)
    return A_prev.shape, A


@mistake(SECTION, test="order")
def returns_no_cache(A_prev):
    """Your function returns the flat array alone. It should return two things, the array and the cache."""
    A = A_prev.reshape(A_prev.shape[0], -1)
    return A


@mistake(SECTION, test="shape")
def takes_the_height_for_the_examples(A_prev):
    """Your result has as many rows as an image is high. It should have one row for each example: the first axis counts
    them, the second one counts the rows of an image."""
    A = A_prev.reshape(A_prev.shape[1], -1)
    return A, A_prev.shape


@mistake(SECTION, test="shape", alone=True)
def takes_the_width_for_the_examples(A_prev):
    """Your result has as many rows as an image is wide. It should have one row for each example: it is the first axis
    that counts them."""
    A = A_prev.reshape(A_prev.shape[2], -1)
    return A, A_prev.shape
