"""Wrong versions of `to_channels_first`: the wrong axes, or a reshape in the place of a transpose."""

import numpy as np

from autograder.catalogue import mistake


@mistake("Two layouts", test="entries")
def reshapes(A):
    """Your code gives the numbers another shape and leaves them in their order, so that the channels get mixed up.
    The axes have to change places, and the numbers with them."""
    m, n_H, n_W, n_C = A.shape
    x = A.reshape(m, n_C, n_H, n_W)
    return x


@mistake("Two layouts", test="shape")
def reverses_all_axes(A):
    """Your code turns the order of all four axes around, so that the examples come last.
    They stay the first axis; only the channels move."""
    x = A.T
    return x


@mistake("Two layouts", test="sides")
def swaps_rows_and_columns(A):
    """Your code puts the channels in front, but it also exchanges the rows and the columns: each image is mirrored
    at its diagonal. Rows come before columns in both layouts."""
    x = np.transpose(A, (0, 3, 2, 1))
    return x


@mistake("Two layouts", test="shape")
def puts_channels_before_examples(A):
    """Your code moves the channels to the very front, before the examples.
    The first axis of a batch is the example in both layouts."""
    x = np.transpose(A, (3, 0, 1, 2))
    return x


@mistake("Two layouts", test="shape")
def goes_the_other_way(A):
    """Your order of the axes is that of the way back, from channels first to channels last.
    The numbers in it say which axis of the input comes to each place."""
    x = np.transpose(A, (0, 2, 3, 1))
    return x


@mistake("Two layouts", test="shape")
def swaps_the_last_two_axes(A):
    """Your code exchanges the columns and the channels and leaves the rows in front of both.
    The channels should come right behind the examples."""
    x = np.swapaxes(A, 2, 3)
    return x


@mistake("Two layouts", test="shape")
def takes_first_example_only(A):
    """Your code turns the first image around and forgets the others.
    What comes in is a batch, and a batch should come out."""
    x = A[0].transpose(2, 0, 1)[np.newaxis]
    return x
