"""Wrong versions of `window_strides`: the wrong axes get the stride, the wrong unit, the wrong order."""

from autograder.catalogue import mistake


@mistake("An array in memory", test="strides-2")
def forgets_the_stride(strides, stride):
    """Your windows begin one pixel after the other, whatever the stride is.
    The next window begins as many rows or columns further as the stride says."""
    s_image, s_row, s_column, s_channel = strides
    return s_image, s_row, s_column, s_row, s_column, s_channel


@mistake("An array in memory", test="strides-2")
def stretches_the_window_too(strides, stride):
    """Your code multiplies the steps within a window by the stride as well.
    Only the steps from window to window grow with it: the pixels of a window lie side by side."""
    s_image, s_row, s_column, s_channel = strides
    return s_image, stride * s_row, stride * s_column, stride * s_row, stride * s_column, s_channel


@mistake("An array in memory", test="strides-2")
def stretches_the_window_instead(strides, stride):
    """Your code multiplies the steps within a window by the stride, and not those from window to window.
    It is the other way round: the next window begins further away, its own pixels stay side by side."""
    s_image, s_row, s_column, s_channel = strides
    return s_image, s_row, s_column, stride * s_row, stride * s_column, s_channel


@mistake("An array in memory", test="strides-2")
def stretches_one_direction(strides, stride):
    """Your code uses the stride downward and forgets it to the right.
    The next window begins further away in both directions."""
    s_image, s_row, s_column, s_channel = strides
    return s_image, stride * s_row, s_column, s_row, s_column, s_channel


@mistake("An array in memory", test="strides-1")
def counts_entries(strides, stride):
    """Your strides count entries, while NumPy counts bytes.
    The strides that you are given are bytes already, and nothing has to be divided."""
    s_image, s_row, s_column, s_channel = (step // 8 for step in strides)
    return s_image, stride * s_row, stride * s_column, s_row, s_column, s_channel


@mistake("An array in memory", test="strides-1")
def puts_the_channel_first(strides, stride):
    """Your six strides have the channel before the row and the column of the window.
    The order of the axes is image, down, right, and then row, column and channel within the window."""
    s_image, s_row, s_column, s_channel = strides
    return s_image, stride * s_row, stride * s_column, s_channel, s_row, s_column


@mistake("An array in memory", test="strides-1")
def swaps_row_and_column(strides, stride):
    """Within the window, your column comes before the row, so every window is mirrored along its diagonal.
    The order is row, column, channel."""
    s_image, s_row, s_column, s_channel = strides
    return s_image, stride * s_row, stride * s_column, s_column, s_row, s_channel


@mistake("An array in memory", test="strides-layout")
def assumes_floats_in_order(strides, stride):
    """Your step to the next channel is always 8 bytes, as in a batch of float64 that was just made.
    A batch of another type, or another view of one, has other strides: take all four from the argument."""
    s_image, s_row, s_column, _ = strides
    return s_image, stride * s_row, stride * s_column, s_row, s_column, 8


@mistake("An array in memory", test="strides-1")
def adds_the_stride(strides, stride):
    """Your code adds the stride to the step of a row and of a column.
    To go on by so many rows is so many steps of a row, one after the other."""
    s_image, s_row, s_column, s_channel = strides
    return s_image, s_row + stride, s_column + stride, s_row, s_column, s_channel


@mistake("An array in memory", test="strides-1")
def counts_the_stride_in_pixels(strides, stride):
    """Your steps to the next window are the stride itself, a number of pixels.
    Strides count bytes: the bytes of a row, or of a column, as often as the stride says."""
    s_image, s_row, s_column, s_channel = strides
    return s_image, stride, stride, s_row, s_column, s_channel
