"""Wrong versions of `zero_pad`: the wrong axes, the wrong sides, the wrong width or the wrong filling."""

import numpy as np

from autograder.catalogue import mistake


@mistake("Zero padding", test="published")
def pads_every_axis(X, pad):
    """Your code pads all four axes, so the batch gains examples and channels that are all zeros.
    Only the height and the width of an image should grow."""
    X_pad = np.pad(X, pad, mode="constant")
    return X_pad


@mistake("Zero padding", test="one")
def pads_channels_too(X, pad):
    """Your code pads the channels as well as the height and the width.
    An image keeps its number of channels: the last axis gets no padding."""
    X_pad = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (pad, pad)), "constant")
    return X_pad


@mistake("Zero padding", test="one")
def pads_examples_too(X, pad):
    """Your code pads the first axis as well, so the batch gains images that are all zeros.
    The number of examples stays as it is: the first axis gets no padding."""
    X_pad = np.pad(X, ((pad, pad), (pad, pad), (pad, pad), (0, 0)), "constant")
    return X_pad


@mistake("Zero padding", test="published")
def pads_the_first_two_axes(X, pad):
    """Your code pads the first two axes, which hold the examples and the height.
    The first axis counts the examples; the height and the width are the two axes in the middle."""
    X_pad = np.pad(X, ((pad, pad), (pad, pad), (0, 0), (0, 0)), "constant")
    return X_pad


@mistake("Zero padding", test="published")
def pads_as_channels_first(X, pad):
    """Your code pads the last two axes, which hold the width and the channels.
    In this course the channels come last: the height and the width are the two axes in the middle."""
    X_pad = np.pad(X, ((0, 0), (0, 0), (pad, pad), (pad, pad)), "constant", constant_values=0)
    return X_pad


@mistake("Zero padding", test="sides")
def pads_rows_only(X, pad):
    """Your code adds zeros above and below the image, but none to the left and right of it.
    The width has to grow as the height does."""
    X_pad = np.pad(X, ((0, 0), (pad, pad), (0, 0), (0, 0)), "constant")
    return X_pad


@mistake("Zero padding", test="sides")
def pads_columns_only(X, pad):
    """Your code adds zeros to the left and right of the image, but none above and below it.
    The height has to grow as the width does."""
    X_pad = np.pad(X, ((0, 0), (0, 0), (pad, pad), (0, 0)), "constant")
    return X_pad


@mistake("Zero padding", test="published")
def pads_before_only(X, pad):
    """Your code adds zeros above the image and to its left, but none below it and to its right.
    The border should be equally wide on all four sides."""
    X_pad = np.pad(X, ((0, 0), (pad, 0), (pad, 0), (0, 0)), "constant")
    return X_pad


@mistake("Zero padding", test="published")
def pads_after_only(X, pad):
    """Your code adds zeros below the image and to its right, but none above it and to its left.
    The border should be equally wide on all four sides."""
    m, n_H, n_W, n_C = X.shape
    X_pad = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))
    X_pad[:, :n_H, :n_W, :] = X
    return X_pad


@mistake("Zero padding", test="pads")
def pads_by_one(X, pad):
    """Your border is one entry wide, whatever is asked for.
    Its width should come from the argument that the function is called with."""
    X_pad = np.pad(X, ((0, 0), (1, 1), (1, 1), (0, 0)), "constant")
    return X_pad


@mistake("Zero padding", test="pads")
def pads_by_two(X, pad):
    """Your border is two entries wide, whatever is asked for, as where the width of the example in the notebook is
    written into the code. It should come from the argument that the function is called with."""
    X_pad = np.pad(X, ((0, 0), (2, 2), (2, 2), (0, 0)), "constant")
    return X_pad


@mistake("Zero padding", test="pads")
def pads_half_on_each_side(X, pad):
    """Your code shares the padding between the two sides, so that a side gets only half of it.
    Each of the four sides should get the full width."""
    before = pad // 2
    after = pad - before
    X_pad = np.pad(X, ((0, 0), (before, after), (before, after), (0, 0)), "constant")
    return X_pad


@mistake("Zero padding", test="published")
def repeats_the_edge(X, pad):
    """Your border has the right width, but it repeats the outermost entries of the image.
    It should hold zeros."""
    X_pad = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), "edge")
    return X_pad


@mistake("Zero padding", test="published")
def pads_with_ones(X, pad):
    """Your border has the right width, but it is filled with ones.
    It should hold zeros, so that it adds nothing to any window."""
    X_pad = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), "constant", constant_values=1)
    return X_pad


@mistake("Zero padding", test="published")
def fills_with_the_width(X, pad):
    """Your border has the right width, but its entries hold the number pad.
    The argument says how wide the border is; the entries themselves should be zeros."""
    X_pad = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), "constant", constant_values=(pad, pad))
    return X_pad


@mistake("Zero padding", test="pads")
def fills_between_negative_slices(X, pad):
    """Your code copies the image into the slice that ends pad entries before the end. For a pad of 0 that slice is
    empty, and the copy fails: with no padding at all the image should come back as it is."""
    m, n_H, n_W, n_C = X.shape
    X_pad = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))
    X_pad[:, pad:-pad, pad:-pad, :] = X
    return X_pad


@mistake("Zero padding", test="sides")
def swaps_height_and_width(X, pad):
    """Your padded array takes its height from the image's width and the other way round, which only square images
    forgive. The axes come in the order examples, height, width, channels."""
    m, n_W, n_H, n_C = X.shape
    X_pad = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))
    X_pad[:, pad : pad + n_H, pad : pad + n_W, :] = X
    return X_pad


@mistake("Zero padding", test="unchanged")
def blanks_the_border(X, pad):
    """Your code overwrites the outermost entries of the image with zeros, and the image that was passed in is changed.
    The border should be added around the image, which keeps all its entries."""
    X_pad = X
    X_pad[:, :pad] = 0
    X_pad[:, X.shape[1] - pad :] = 0
    X_pad[:, :, :pad] = 0
    X_pad[:, :, X.shape[2] - pad :] = 0
    return X_pad


@mistake("Zero padding", test="published")
def mirrors_the_image(X, pad):
    """Your code fills the border with the image, mirrored at its edge.
    Zero padding puts zeros there, whatever stands inside."""
    X_pad = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), "reflect")
    return X_pad


@mistake("Zero padding", test="pads")
def returns_the_input(X, pad):
    """Your code returns X as it came.
    Wanted is an array that has pad more rows and columns of zeros on each side."""
    X_pad = X
    return X_pad


@mistake("Zero padding", test="published")
def pads_below_and_right_only(X, pad):
    """Your code adds zeros below the image and to its right, and none above it and to its left, so the result is too
    small. All four sides get a border."""
    X_pad = np.pad(X, ((0, 0), (0, pad), (0, pad), (0, 0)), "constant")
    return X_pad


@mistake("Zero padding", test="published")
def pads_twice_as_wide(X, pad):
    """Your border is twice as wide as it should be.
    The argument is the width on each of the four sides, not that of both sides together."""
    X_pad = np.pad(X, ((0, 0), (2 * pad, 2 * pad), (2 * pad, 2 * pad), (0, 0)), "constant")
    return X_pad


@mistake("Zero padding", test="published")
def names_three_axes(X, pad):
    """Your code does not give np.pad one pair for each axis of the array, as where it names three axes of X, which has
    four: examples, height, width and channels. Each axis needs its pair, also where there is nothing to add."""
    X_pad = np.pad(X, ((0, 0), (pad, pad), (pad, pad)), "constant")
    return X_pad


@mistake("Zero padding", test="published")
def leaves_the_image_out(X, pad):
    """Your array has the right size and holds nothing but zeros: the images are not in it. They belong inside the
    border."""
    m, n_H, n_W, n_C = X.shape
    X_pad = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))
    return X_pad


@mistake("Zero padding", test="published")
def returns_nothing(X, pad):
    """Your function gives back None. The padded batch should be handed back by a return."""
    X_pad = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), "constant")


@mistake("Zero padding", test="published", alone=True)
def wraps_the_image(X, pad):
    """Your code fills the border with the opposite side of the image.
    Zero padding puts zeros there, whatever stands inside."""
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), "wrap")


@mistake("Zero padding", test="published", alone=True)
def fades_out_to_zero(X, pad):
    """Your border fades out from the edge of the image to 0, as a linear ramp does.
    All of it should hold zeros."""
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), "linear_ramp")


@mistake("Zero padding", test="pads", alone=True)
def pads_one_too_many(X, pad):
    """Your border is one entry wider than it should be. It should be as wide as the argument pad says."""
    return np.pad(X, ((0, 0), (pad + 1, pad + 1), (pad + 1, pad + 1), (0, 0)))


@mistake("Zero padding", test="published", alone=True)
def puts_the_image_at_the_end(X, pad):
    """Your array has the right size, but the image lies in its lower right corner.
    The border should be equally wide on all four sides."""
    return np.pad(X, ((0, 0), (2 * pad, 0), (2 * pad, 0), (0, 0)))


@mistake("Zero padding", test="one", alone=True)
def fills_the_first_example_only(X, pad):
    """Your code puts only the first image inside its border, and leaves the others as zeros.
    Every example of the batch should be there."""
    m, n_H, n_W, n_C = X.shape
    X_pad = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))
    for i in range(m):
        X_pad[i, pad : pad + n_H, pad : pad + n_W] = X[i]
        return X_pad


@mistake("Zero padding", test="one", alone=True)
def returns_the_first_example(X, pad):
    """Your code pads one image and returns it without the others. The whole batch should come back, with its axis of
    examples."""
    return np.pad(X[0], ((pad, pad), (pad, pad), (0, 0)))


@mistake("Zero padding", test="published", alone=True)
def holds_whole_numbers(X, pad):
    """Your code cuts off what comes after the decimal point, as where the image is put into an array of whole numbers.
    It has to be an array of floats, or of the type that X has."""
    m, n_H, n_W, n_C = X.shape
    X_pad = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C), dtype=int)
    X_pad[:, pad : pad + n_H, pad : pad + n_W, :] = X
    return X_pad


@mistake("Zero padding", test="published", alone=True)
def pads_height_and_channels(X, pad):
    """Your code pads the height and the channels.
    The height and the width are the two axes in the middle; the last axis gets no padding."""
    return np.pad(X, ((0, 0), (pad, pad), (0, 0), (pad, pad)))


@mistake("Zero padding", test="published", alone=True)
def pads_channels_only(X, pad):
    """Your code pads the channels, and neither the height nor the width.
    The height and the width are the two axes in the middle; the last axis gets no padding."""
    return np.pad(X, ((0, 0), (0, 0), (0, 0), (pad, pad)))


@mistake("Zero padding", test="published", alone=True)
def names_one_number_for_each_axis(X, pad):
    """Your code gives one number for each axis, where np.pad wants a pair: how much comes before, and how much behind.
    Each of the four axes needs its pair, even where there is nothing to add."""
    return np.pad(X, (0, pad, pad, 0))


@mistake("Zero padding", test="published", alone=True)
def names_two_axes(X, pad):
    """Your code gives a padding for two axes, but X has four: examples, height, width and channels. Each of the four
    needs its pair, even where there is nothing to add."""
    return np.pad(X, ((pad, pad), (pad, pad)))


@mistake("Zero padding", test="published", alone=True)
def joins_columns_of_the_old_height(X, pad):
    """Your code joins bands of zeros to the image in one direction, and then, in the other, bands that are only as long
    as the image was. The second bands have to be as long as the image has become by then."""
    m, n_H, n_W, n_C = X.shape
    rows, columns = np.zeros((m, pad, n_W, n_C)), np.zeros((m, n_H, pad, n_C))
    X_pad = np.concatenate((rows, X, rows), axis=1)
    return np.concatenate((columns, X_pad, columns), axis=2)


@mistake("Zero padding", test="published", alone=True)
def ends_the_slice_at_the_size(X, pad):
    """Your code copies the image into a slice that starts behind the border and ends at the size of the image, so the
    slice is too small by the border. It should end as far behind its start as the image is large."""
    m, n_H, n_W, n_C = X.shape
    X_pad = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))
    X_pad[:, pad:n_H, pad:n_W, :] = X
    return X_pad


@mistake("Zero padding", test="published", alone=True)
def ends_the_slice_at_the_edge(X, pad):
    """Your code copies the image into a slice that starts behind the border and ends at the edge of the padded array,
    so the slice is too large by the border. It should end as far behind its start as the image is large."""
    m, n_H, n_W, n_C = X.shape
    X_pad = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))
    X_pad[:, pad : n_H + 2 * pad, pad : n_W + 2 * pad, :] = X
    return X_pad


@mistake("Zero padding", test="published", alone=True)
def forgets_the_right_side(X, pad):
    """Your border lacks the zeros on the right; the other three sides have theirs.
    It should be equally wide on all four sides."""
    return np.pad(X, ((0, 0), (pad, pad), (pad, 0), (0, 0)))


@mistake("Zero padding", test="published", alone=True)
def forgets_the_left_side(X, pad):
    """Your border lacks the zeros on the left; the other three sides have theirs.
    It should be equally wide on all four sides."""
    return np.pad(X, ((0, 0), (pad, pad), (0, pad), (0, 0)))


@mistake("Zero padding", test="published", alone=True)
def forgets_the_lower_side(X, pad):
    """Your border lacks the zeros below the image; the other three sides have theirs.
    It should be equally wide on all four sides."""
    return np.pad(X, ((0, 0), (pad, 0), (pad, pad), (0, 0)))


@mistake("Zero padding", test="published", alone=True)
def forgets_the_upper_side(X, pad):
    """Your border lacks the zeros above the image; the other three sides have theirs.
    It should be equally wide on all four sides."""
    return np.pad(X, ((0, 0), (0, pad), (pad, pad), (0, 0)))


@mistake("Zero padding", test="published", alone=True)
def pads_the_outer_axes(X, pad):
    """Your code pads the examples and the channels, which are the first and the last axis.
    The height and the width are the two axes in the middle."""
    return np.pad(X, ((pad, pad), (0, 0), (0, 0), (pad, pad)))


@mistake("Zero padding", test="published", alone=True)
def mirrors_with_the_edge(X, pad):
    """Your code fills the border with a mirror image in which the edge of the image is repeated. Zero padding puts
    zeros there, whatever stands inside."""
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), "symmetric")
