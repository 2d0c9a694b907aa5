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
    """Your code turns the order of all four axes around, so that the examples come last. They should stay the first
    axis: only the channels move."""
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
    """Your axes come in the order of the way back, from channels first to channels last. The numbers that np.transpose
    is given say which axis of the input comes to each place."""
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
    """Your code puts the channels of the first image in front, and forgets the other images. What comes in is a batch,
    and a batch should come out."""
    x = A[0].transpose(2, 0, 1)[np.newaxis]
    return x


@mistake("Two layouts", test="shape")
def leaves_the_axes_as_they_are(A):
    """Your function returns the batch as it came in, with the channels last.
    A transpose changes nothing in the array itself: what comes out of it is the array that is wanted."""
    x = A
    return x


@mistake("Two layouts", test="shape")
def leaves_the_axis_of_the_examples_out(A):
    """Your code puts the channels of the first image in front, and returns it without the axis of the examples. What
    comes in is a batch, and a batch should come out."""
    x = np.transpose(A[0], (2, 0, 1))
    return x


@mistake("Two layouts", test="shape")
def gives_another_number_of_axes(A):
    """The axes given to transpose are not as many as its array has. A batch has four, the examples among them,
    and each of the four needs its place."""
    x = np.transpose(A, (2, 0, 1))
    return x


@mistake("Two layouts", test="shape")
def exchanges_rows_and_columns_only(A):
    """Your code exchanges the rows and the columns, and leaves the channels where they are.
    It is the channels that move: right behind the examples, with rows and columns in their order after them."""
    x = np.transpose(A, (0, 2, 1, 3))
    return x


@mistake("Two layouts", test="shape")
def exchanges_examples_and_channels(A):
    """Your code exchanges the first axis and the last one, so that the channels come first and the examples last.
    The first axis of a batch is the example in both layouts."""
    x = np.swapaxes(A, 0, 3)
    return x


@mistake("Two layouts", test="entries")
def reshapes_what_is_turned_around(A):
    """Your code turns the order of all axes around, and then gives the numbers the wanted shape.
    A reshape leaves them in the order that they have, so that examples, channels and places get mixed up."""
    m, n_H, n_W, n_C = A.shape
    x = A.T.reshape(m, n_C, n_H, n_W)
    return x


@mistake("Two layouts", test="entries")
def reshapes_by_columns(A):
    """Your code gives the numbers another shape in the order of Fortran, in which the first axis runs fastest.
    In either order a reshape mixes up the channels: the axes have to change places, and the numbers with them."""
    m, n_H, n_W, n_C = A.shape
    x = A.reshape((m, n_C, n_H, n_W), order="F")
    return x


@mistake("Two layouts", test="entries")
def reshapes_with_rows_and_columns_exchanged(A):
    """Your code gives the numbers another shape, in which rows and columns are exchanged as well, and leaves them in
    their order. The axes have to change places, and the numbers with them."""
    m, n_W, n_H, n_C = A.shape
    x = A.reshape(m, n_C, n_H, n_W)
    return x


@mistake("Two layouts", test="entries")
def reshapes_the_first_example(A):
    """Your code takes the first image alone, and gives it another shape with its numbers in the order that they had.
    All images of the batch are wanted, and their axes have to change places."""
    m, n_H, n_W, n_C = A.shape
    x = A[0].reshape(1, n_C, n_H, n_W)
    return x


@mistake("Two layouts", test="shape")
def takes_the_first_channel_only(A):
    """Your code returns the first channel of each image, and leaves out the others.
    All of them are wanted, on the axis behind the examples."""
    x = A[:, np.newaxis, :, :, 0]
    return x


@mistake("Two layouts", test="entries")
def reverses_the_channels(A):
    """Your channels come in front, but in reverse order, the last one first.
    They should keep their order; only their axis moves."""
    x = np.transpose(A, (0, 3, 1, 2))[:, ::-1]
    return x


@mistake("Two layouts", test="shape")
def squeezes_the_batch(A):
    """With a single image your result has no axis of the examples, as where every axis of length one is removed. Four
    axes come in, and four should come out."""
    x = np.squeeze(np.transpose(A, (0, 3, 1, 2)))
    return x
