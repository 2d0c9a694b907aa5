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
    """Your result has a single row, which holds all examples.
    The first axis should stay: one row for each example."""
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
    """Your rows are as long as the batch has examples, and mix numbers of several of them.
    Each row should hold all the numbers of one example."""
    A = A_prev.reshape(-1, A_prev.shape[0])
    return A, A_prev.shape


@mistake(SECTION, test="order")
def columns_reshaped_to_rows(A_prev):
    """Your array is reshaped to columns first and then turned, which mixes the numbers of different examples.
    Each row should hold all the numbers of one example."""
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
    """Your rows hold the numbers in Fortran's order, in which the first axis runs fastest.
    We keep the order in which NumPy stores them: channels run fastest, then columns, then rows."""
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
