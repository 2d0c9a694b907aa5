"""Wrong versions of `window_strides`: the wrong axes get the stride, the wrong unit, the wrong order."""

from autograder.catalogue import mistake


@mistake("An array in memory", test="strides-2")
def forgets_the_stride(strides, stride):
    """Your windows begin one pixel after the other, whatever the stride is. The next window begins as many rows or
    columns further as the stride says."""
    s_image, s_row, s_column, s_channel = strides
    s_down = s_row
    s_right = s_column
    return s_image, s_down, s_right, s_row, s_column, s_channel


@mistake("An array in memory", test="strides-2")
def stretches_the_window_too(strides, stride):
    """In your result the stride is in the steps within a window as well. Only the steps from window to window grow with
    it: the pixels of a window lie side by side."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride * s_row
    s_right = stride * s_column
    return s_image, s_down, s_right, stride * s_row, stride * s_column, s_channel


@mistake("An array in memory", test="strides-2")
def stretches_the_window_instead(strides, stride):
    """In your result the stride is in the steps within a window, and not in those from window to window. It is the
    other way round: the next window begins further away, its own pixels stay side by side."""
    s_image, s_row, s_column, s_channel = strides
    s_down = s_row
    s_right = s_column
    return s_image, s_down, s_right, stride * s_row, stride * s_column, s_channel


@mistake("An array in memory", test="strides-2")
def stretches_one_direction(strides, stride):
    """Your code uses the stride downward and forgets it to the right. The next window begins further away in both
    directions."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride * s_row
    s_right = s_column
    return s_image, s_down, s_right, s_row, s_column, s_channel


@mistake("An array in memory", test="strides-2")
def stretches_to_the_right_only(strides, stride):
    """Your code uses the stride to the right and forgets it downward. The next window begins further away in both
    directions."""
    s_image, s_row, s_column, s_channel = strides
    s_down = s_row
    s_right = stride * s_column
    return s_image, s_down, s_right, s_row, s_column, s_channel


@mistake("An array in memory", test="strides-2")
def stretches_every_step(strides, stride):
    """Your code multiplies all six steps by the stride. It belongs to the steps from window to window alone, downward
    and to the right."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride * s_row
    s_right = stride * s_column
    return stride * s_image, s_down, s_right, stride * s_row, stride * s_column, stride * s_channel


@mistake("An array in memory", test="strides-2")
def stretches_all_but_the_image(strides, stride):
    """Your code multiplies every step but that of the image by the stride. The pixels of a window and their channels
    lie side by side: only the steps from window to window grow with the stride."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride * s_row
    s_right = stride * s_column
    return s_image, s_down, s_right, stride * s_row, stride * s_column, stride * s_channel


@mistake("An array in memory", test="strides-2")
def stretches_the_image_too(strides, stride):
    """Your code multiplies the step to the next image by the stride, too. Every image has windows: the stride is a
    number of pixels, and belongs to the steps downward and to the right."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride * s_row
    s_right = stride * s_column
    return stride * s_image, s_down, s_right, s_row, s_column, s_channel


@mistake("An array in memory", test="strides-2")
def stretches_the_channel_too(strides, stride):
    """Your code multiplies the step to the next channel by the stride, too. A window has all channels: the stride
    belongs to the steps downward and to the right."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride * s_row
    s_right = stride * s_column
    return s_image, s_down, s_right, s_row, s_column, stride * s_channel


@mistake("An array in memory", test="strides-2")
def uses_the_stride_twice(strides, stride):
    """The stride is in your steps from window to window twice, as its square. The next window begins once the stride
    further, downward and to the right."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride * stride * s_row
    s_right = stride * stride * s_column
    return s_image, s_down, s_right, s_row, s_column, s_channel


@mistake("An array in memory", test="strides-2")
def divides_by_the_stride(strides, stride):
    """Your code divides the steps from window to window by the stride. A larger stride takes the next window further
    away, so the steps are multiplied."""
    s_image, s_row, s_column, s_channel = strides
    s_down = s_row // stride
    s_right = s_column // stride
    return s_image, s_down, s_right, s_row, s_column, s_channel


@mistake("An array in memory", test="strides-1")
def leaves_the_stride_between(strides, stride):
    """Your windows begin one pixel too far apart, as if the stride were the number of pixels between them. With stride
    1, the next window begins at the very next pixel."""
    s_image, s_row, s_column, s_channel = strides
    s_down = (stride + 1) * s_row
    s_right = (stride + 1) * s_column
    return s_image, s_down, s_right, s_row, s_column, s_channel


@mistake("An array in memory", test="strides-1")
def takes_the_column_for_both(strides, stride):
    """Both of your steps from window to window are made from that of a column. The next window downward begins whole
    rows further, so its step is made from that of a row."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride * s_column
    s_right = stride * s_column
    return s_image, s_down, s_right, s_row, s_column, s_channel


@mistake("An array in memory", test="strides-1")
def takes_the_row_for_both(strides, stride):
    """Both of your steps from window to window are made from that of a row. The next window to the right begins some
    columns further, so its step is made from that of a column."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride * s_row
    s_right = stride * s_row
    return s_image, s_down, s_right, s_row, s_column, s_channel


@mistake("An array in memory", test="strides-1")
def swaps_down_and_right(strides, stride):
    """Your steps from window to window are exchanged: that to the right stands in the place of that downward, and the
    other way round. Rows come before columns."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride * s_row
    s_right = stride * s_column
    return s_image, s_right, s_down, s_row, s_column, s_channel


@mistake("An array in memory", test="strides-1")
def takes_columns_before_rows(strides, stride):
    """The steps of rows and columns are exchanged in your result, from window to window and within a window. Rows come
    first both times, as in the strides of a batch: image, row, column, channel."""
    s_image, s_column, s_row, s_channel = strides
    s_down = stride * s_row
    s_right = stride * s_column
    return s_image, s_down, s_right, s_row, s_column, s_channel


@mistake("An array in memory", test="strides-1")
def reads_channels_first(strides, stride):
    """Your code takes the second stride for that of the channel. In this course the channels come last: the four
    strides are those of image, row, column and channel."""
    s_image, s_channel, s_row, s_column = strides
    s_down = stride * s_row
    s_right = stride * s_column
    return s_image, s_down, s_right, s_row, s_column, s_channel


@mistake("An array in memory", test="strides-1")
def begins_one_axis_late(strides, stride):
    """Your steps from window to window are made from those of a column and of a channel, which is one axis too late.
    Downward it goes by rows, and to the right by columns."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride * s_column
    s_right = stride * s_channel
    return s_image, s_down, s_right, s_row, s_column, s_channel


@mistake("An array in memory", test="strides-1")
def begins_one_axis_early(strides, stride):
    """Your steps from window to window are made from those of an image and of a row, which is one axis too early.
    Downward it goes by rows, and to the right by columns."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride * s_image
    s_right = stride * s_row
    return s_image, s_down, s_right, s_row, s_column, s_channel


@mistake("An array in memory", test="strides-1")
def steps_right_by_channels(strides, stride):
    """Your step to the next window on the right is made from that of a channel. It goes on by whole pixels, which is
    the step of a column."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride * s_row
    s_right = stride * s_channel
    return s_image, s_down, s_right, s_row, s_column, s_channel


@mistake("An array in memory", test="strides-1")
def counts_entries(strides, stride):
    """Your strides are divided by 8, as if they were to count entries. NumPy counts bytes: the strides that you are
    given are bytes already, and nothing has to be divided."""
    s_image, s_row, s_column, s_channel = (step // 8 for step in strides)
    s_down = stride * s_row
    s_right = stride * s_column
    return s_image, s_down, s_right, s_row, s_column, s_channel


@mistake("An array in memory", test="strides-1")
def multiplies_by_eight(strides, stride):
    """Your steps from window to window are eight times too long. The strides that you are given are bytes already, and
    the size of an entry is in them."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride * s_row * 8
    s_right = stride * s_column * 8
    return s_image, s_down, s_right, s_row, s_column, s_channel


@mistake("An array in memory", test="strides-1")
def multiplies_all_by_eight(strides, stride):
    """All your steps are eight times too long. The strides that you are given are bytes already, and the size of an
    entry is in them."""
    s_image, s_row, s_column, s_channel = (8 * step for step in strides)
    s_down = stride * s_row
    s_right = stride * s_column
    return s_image, s_down, s_right, s_row, s_column, s_channel


@mistake("An array in memory", test="strides-1")
def puts_the_channel_first(strides, stride):
    """Your six strides have the channel before the row and the column of the window. The order of the axes is image,
    down, right, and then row, column and channel within the window."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride * s_row
    s_right = stride * s_column
    return s_image, s_down, s_right, s_channel, s_row, s_column


@mistake("An array in memory", test="strides-1")
def puts_the_channel_second(strides, stride):
    """Your six strides have the channel right behind the image, before the windows. The order of the axes is image,
    down, right, and then row, column and channel within the window."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride * s_row
    s_right = stride * s_column
    return s_image, s_channel, s_down, s_right, s_row, s_column


@mistake("An array in memory", test="strides-1")
def swaps_row_and_column(strides, stride):
    """Within the window, your column comes before the row, so every window is mirrored along its diagonal. The order
    should be row, column, channel."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride * s_row
    s_right = stride * s_column
    return s_image, s_down, s_right, s_column, s_row, s_channel


@mistake("An array in memory", test="strides-1")
def interleaves_the_axes(strides, stride):
    """In your result each step from window to window is followed by that within a window, as down, row, right, column.
    First come the two steps from window to window, and then row, column and channel."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride * s_row
    s_right = stride * s_column
    return s_image, s_down, s_row, s_right, s_column, s_channel


@mistake("An array in memory", test="strides-1")
def reverses_the_order(strides, stride):
    """Your six strides are in reversed order, from the channel to the image. The order of the axes is image, down,
    right, and then row, column and channel within the window."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride * s_row
    s_right = stride * s_column
    return s_channel, s_column, s_row, s_right, s_down, s_image


@mistake("An array in memory", test="strides-1")
def leaves_out_the_channel(strides, stride):
    """Your result ends with the column, so that the step to the next channel is missing. The view has six axes, and the
    channel is the last of them."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride * s_row
    s_right = stride * s_column
    return s_image, s_down, s_right, s_row, s_column


@mistake("An array in memory", test="strides-1")
def leaves_out_the_image(strides, stride):
    """Your result begins with the step downward, so that the step to the next image is missing. The view has six axes,
    and the image is the first of them."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride * s_row
    s_right = stride * s_column
    return s_down, s_right, s_row, s_column, s_channel


@mistake("An array in memory", test="strides-1")
def leaves_out_the_window(strides, stride):
    """Your result has four steps, and those to the next row and column within a window are missing. The view has six
    axes: three say which window it is, and three where in the window."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride * s_row
    s_right = stride * s_column
    return s_image, s_down, s_right, s_channel


@mistake("An array in memory", test="strides-2")
def repeats_the_tuple(strides, stride):
    """Your result has too many entries where the stride is larger than 1, as where a tuple or a list is multiplied by
    it: that repeats it. It is the entries that have to be multiplied, one by one."""
    return strides[:1] + stride * strides[1:3] + strides[1:]


@mistake("An array in memory", test="strides-layout")
def assumes_floats_in_order(strides, stride):
    """Your step to the next channel is always 8 bytes, as in a batch of float64 that was just made. In a batch of
    another type, or in a view, it may be another one: take all four steps from the argument."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride * s_row
    s_right = stride * s_column
    return s_image, s_down, s_right, s_row, s_column, 8


@mistake("An array in memory", test="strides-1")
def adds_the_stride(strides, stride):
    """Your code adds the stride to the step of a row and of a column. To go on by so many rows is so many steps of a
    row, one after the other."""
    s_image, s_row, s_column, s_channel = strides
    s_down = s_row + stride
    s_right = s_column + stride
    return s_image, s_down, s_right, s_row, s_column, s_channel


@mistake("An array in memory", test="strides-1")
def counts_the_stride_in_pixels(strides, stride):
    """Your steps to the next window are the stride itself, a number of pixels. Strides count bytes: the bytes of a row,
    or of a column, as often as the stride says."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride
    s_right = stride
    return s_image, s_down, s_right, s_row, s_column, s_channel


@mistake("An array in memory", test="strides-1", alone=True)
def steps_right_from_down(strides, stride):
    """Your step to the right is made from the step downward, so that it goes on by whole rows. The next window to the
    right begins some columns further: its step is made from that of a column."""
    s_image, s_row, s_column, s_channel = strides
    s_down = stride * s_row
    s_right = stride * s_down
    return s_image, s_down, s_right, s_row, s_column, s_channel
