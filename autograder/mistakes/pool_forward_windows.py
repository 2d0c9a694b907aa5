"""Wrong versions of `pool_forward_windows`: the wrong axes, the wrong statistic, windows of another stride."""

from autograder.catalogue import slip
from autograder.reference import window_view, zero_pad
from autograder.styles.pool_forward_windows import step_by_step


@slip(
    step_by_step,
    {
        "A = np.max(windows, axis=(3, 4))": "A = np.max(windows, axis=(3, 4, 5), keepdims=True)[:, :, :, 0, 0]",
        "A = np.mean(windows, axis=(3, 4))": "A = np.mean(windows, axis=(3, 4, 5), keepdims=True)[:, :, :, 0, 0]",
    },
    "Pooling on windows",
    test="pool-max",
)
def pools_the_channels_too():
    """Your code pools all channels of a window into one number. Each channel is pooled by itself: only the two axes
    within the window are left out."""


@slip(
    step_by_step,
    {
        "A = np.max(windows, axis=(3, 4))": "A = np.max(windows, axis=(3, 4, 5))",
        "A = np.mean(windows, axis=(3, 4))": "A = np.mean(windows, axis=(3, 4, 5))",
    },
    "Pooling on windows",
    test="pool-max",
)
def leaves_no_channels():
    """Your code takes the statistic over the channels as well, so the output has no axis of channels any more. Each
    channel is pooled by itself: only the two axes within the window are left out."""


@slip(
    step_by_step,
    {
        "A = np.max(windows, axis=(3, 4))": "A = np.max(windows, axis=(1, 2))",
        "A = np.mean(windows, axis=(3, 4))": "A = np.mean(windows, axis=(1, 2))",
    },
    "Pooling on windows",
    test="pool-max",
)
def pools_from_window_to_window():
    """Your code leaves out the axes that walk from window to window, so what is left has the size of a window. The axes
    within a window are the fourth and the fifth."""


@slip(
    step_by_step,
    {
        "A = np.max(windows, axis=(3, 4))": "A = np.max(windows, axis=(2, 3))",
        "A = np.mean(windows, axis=(3, 4))": "A = np.mean(windows, axis=(2, 3))",
    },
    "Pooling on windows",
    test="pool-max",
)
def pools_one_axis_too_early():
    """Your code leaves out the axis of the windows to the right, and the rows within a window. It is the two axes
    within a window that should be left out, its rows and its columns."""


@slip(
    step_by_step,
    {
        "A = np.max(windows, axis=(3, 4))": "A = np.max(windows, axis=(4, 5))",
        "A = np.mean(windows, axis=(3, 4))": "A = np.mean(windows, axis=(4, 5))",
    },
    "Pooling on windows",
    test="pool-max",
)
def pools_one_axis_too_late():
    """Your code leaves out the columns within a window, and the channels. It is the rows and columns within a window
    that should be left out: each channel is pooled by itself."""


@slip(
    step_by_step,
    {
        "A = np.max(windows, axis=(3, 4))": "A = np.max(windows, axis=3)",
        "A = np.mean(windows, axis=(3, 4))": "A = np.mean(windows, axis=3)",
    },
    "Pooling on windows",
    test="pool-max",
)
def pools_the_rows_only():
    """Your code takes the statistic along one axis of the window, so that its columns are still there. It should be
    taken over rows and columns, two axes at once."""


@slip(
    step_by_step,
    {
        "A = np.max(windows, axis=(3, 4))": "A = np.max(windows, axis=4)",
        "A = np.mean(windows, axis=(3, 4))": "A = np.mean(windows, axis=4)",
    },
    "Pooling on windows",
    test="pool-max",
)
def pools_the_columns_only():
    """Your code takes the statistic along one axis of the window, so that its rows are still there. It should be taken
    over rows and columns, two axes at once."""


@slip(
    step_by_step,
    {
        "A = np.max(windows, axis=(3, 4))": "A = np.max(windows[:, :, :, :, 0], axis=3)",
        "A = np.mean(windows, axis=(3, 4))": "A = np.mean(windows[:, :, :, :, 0], axis=3)",
    },
    "Pooling on windows",
    test="pool-max",
)
def pools_along_one_axis():
    """Your code looks at the first column of each window only. The statistic should be taken over rows and columns of
    the window, two axes at once."""


@slip(
    step_by_step,
    {
        "A = np.max(windows, axis=(3, 4))": "A = np.max(windows)",
        "A = np.mean(windows, axis=(3, 4))": "A = np.mean(windows)",
    },
    "Pooling on windows",
    test="pool-max",
)
def pools_everything():
    """Your code pools the whole batch into one number. Each window is pooled by itself: only the two axes within the
    window are left out."""


@slip(
    step_by_step,
    {
        "A = np.max(windows, axis=(3, 4))": "A = np.max(windows, axis=(3, 4), keepdims=True)",
        "A = np.mean(windows, axis=(3, 4))": "A = np.mean(windows, axis=(3, 4), keepdims=True)",
    },
    "Pooling on windows",
    test="pool-max",
)
def keeps_the_axes_of_the_window():
    """Your output still has the two axes of the window, each of length one. They should be left out: the output has
    four axes."""


@slip(
    step_by_step,
    {"A = np.max(windows, axis=(3, 4))": "A = windows", "A = np.mean(windows, axis=(3, 4))": "A = windows"},
    "Pooling on windows",
    test="pool-max",
)
def returns_the_windows():
    """Your output is the windows themselves, in both modes. Of each window one number is asked for, its maximum or its
    mean."""


@slip(
    step_by_step,
    {"A = np.mean(windows, axis=(3, 4))": "A = np.max(windows, axis=(3, 4))"},
    "Pooling on windows",
    test="pool-average",
)
def ignores_the_mode():
    """Your code returns the maximum in both modes. In mode average, the mean of each window is asked for."""


@slip(
    step_by_step,
    {"A = np.max(windows, axis=(3, 4))": "A = np.mean(windows, axis=(3, 4))"},
    "Pooling on windows",
    test="pool-max",
)
def averages_in_both_modes():
    """Your code returns the mean in both modes. In mode max, the largest entry of each window is asked for."""


@slip(
    step_by_step,
    {'if mode == "max":': 'if mode == "average":', 'elif mode == "average":': 'elif mode == "max":'},
    "Pooling on windows",
    test="pool-max",
)
def mixes_up_the_modes():
    """The two modes are mixed up in your code. In mode max it is the maximum that is asked for, in mode average the
    mean."""


@slip(step_by_step, {'elif mode == "average":': 'elif mode == "mean":'}, "Pooling on windows", test="pool-average")
def has_nothing_for_the_average():
    """In mode average, your code never gives its output a value. There should be a branch for each of the two modes,
    whose names are max and average."""


@slip(
    step_by_step,
    {"A = np.mean(windows, axis=(3, 4))": "A = np.sum(windows, axis=(3, 4))"},
    "Pooling on windows",
    test="pool-average",
)
def sums_instead_of_the_mean():
    """In mode average your code returns the sum of each window. The mean is the sum divided by the number of entries of
    a window."""


@slip(
    step_by_step,
    {"A = np.mean(windows, axis=(3, 4))": 'A = np.sum(windows, axis=(3, 4)) / hparameters["f"]'},
    "Pooling on windows",
    test="pool-average",
)
def divides_by_the_side():
    """In mode average your code divides the sum of a window by its side. A window has as many entries as its side
    squared."""


@slip(
    step_by_step,
    {"A = np.mean(windows, axis=(3, 4))": 'A = np.mean(windows, axis=(3, 4)) / hparameters["f"] ** 2'},
    "Pooling on windows",
    test="pool-average",
)
def divides_the_mean_once_more():
    """In mode average your code divides the mean of a window by the number of its entries once more. The mean is
    divided already."""


@slip(
    step_by_step,
    {"A = np.mean(windows, axis=(3, 4))": "A = np.mean(windows, axis=(3, 4)).astype(int)"},
    "Pooling on windows",
    test="pool-average",
)
def cuts_off_the_fractions():
    """In mode average your output holds whole numbers: what stands after the decimal point is cut off. A mean has
    fractions, and they should stay."""


@slip(
    step_by_step,
    {"A = np.mean(windows, axis=(3, 4))": "A = np.mean(windows, axis=(3, 4)).astype(A_prev.dtype)"},
    "Pooling on windows",
    test="pool-average",
)
def gives_the_mean_the_type_of_the_input():
    """Your output has the type of the input, so that means of whole numbers lose their fractions. A mean has fractions,
    whatever it is taken of."""


@slip(
    step_by_step,
    {"A = np.mean(windows, axis=(3, 4))": 'A = np.sum(windows, axis=(3, 4)) // hparameters["f"] ** 2'},
    "Pooling on windows",
    test="pool-average",
)
def rounds_down():
    """In mode average your code rounds the mean down, as a division with two slashes does. A mean has fractions, and
    they should stay."""


@slip(
    step_by_step,
    {"A = np.max(windows, axis=(3, 4))": "A = np.min(windows, axis=(3, 4))"},
    "Pooling on windows",
    test="pool-max",
)
def takes_the_minimum():
    """In mode max your code returns the smallest entry of each window. The largest one is asked for."""


@slip(
    step_by_step,
    {"A = np.max(windows, axis=(3, 4))": "A = np.max(np.abs(windows), axis=(3, 4))"},
    "Pooling on windows",
    test="pool-max",
)
def takes_the_largest_size():
    """In mode max your code takes the sign away before it compares. The largest entry is asked for, and a negative one
    is smaller than any positive one."""


@slip(
    step_by_step,
    {"A = np.max(windows, axis=(3, 4))": "A = np.max(windows, axis=(3, 4), initial=0)"},
    "Pooling on windows",
    test="pool-max",
)
def starts_the_maximum_at_zero():
    """Where all entries of a window are negative, your maximum is 0. The largest entry is asked for, even if it is
    below zero."""


@slip(
    step_by_step,
    {
        "A = np.max(windows, axis=(3, 4))": "A = np.argmax(windows.reshape(*windows.shape[:3], -1, windows.shape[5]), axis=3)"
    },
    "Pooling on windows",
    test="pool-max",
)
def says_where_the_maximum_is():
    """In mode max your code says where in the window the largest entry is. The entry itself is asked for."""


@slip(
    step_by_step,
    {"A = np.max(windows, axis=(3, 4))": "A = windows[:, :, :, 0, 0]"},
    "Pooling on windows",
    test="pool-max",
)
def takes_the_first_entry():
    """In mode max your code takes the first entry of each window. The largest one is asked for, wherever in the window
    it is."""


@slip(
    step_by_step,
    {
        'windows = window_view(A_prev, hparameters["f"], hparameters["stride"])': 'windows = window_view(A_prev, hparameters["f"], hparameters["f"])'
    },
    "Pooling on windows",
    test="pool-max",
)
def forgets_the_stride():
    """Your windows lie side by side, whatever the stride is. The next window begins as many pixels further as the
    stride says, not as the window is wide."""


@slip(
    step_by_step,
    {
        'windows = window_view(A_prev, hparameters["f"], hparameters["stride"])': 'windows = window_view(A_prev, hparameters["f"], 1)'
    },
    "Pooling on windows",
    test="pool-max",
)
def steps_by_one_pixel():
    """Your windows begin one pixel after the other, whatever the stride is. The next window should begin as many pixels
    further as the stride says."""


@slip(
    step_by_step,
    {
        'windows = window_view(A_prev, hparameters["f"], hparameters["stride"])': 'windows = window_view(A_prev, hparameters["stride"], hparameters["f"])'
    },
    "Pooling on windows",
    test="pool-max",
)
def swaps_f_and_stride():
    """Your windows are as large as the stride and begin as far apart as a window is wide. The size of a window and the
    stride have changed places."""


@slip(
    step_by_step,
    {'windows = window_view(A_prev, hparameters["f"], hparameters["stride"])': "windows = window_view(A_prev, 2, 2)"},
    "Pooling on windows",
    test="pool-max",
)
def fixes_the_window():
    """Your windows are always of 2 rows and 2 columns with stride 2, whatever the hyperparameters say. Both are in the
    dict hparameters."""


@slip(
    step_by_step,
    {
        'windows = window_view(A_prev, hparameters["f"], hparameters["stride"])': 'windows = window_view(zero_pad(A_prev, 1), hparameters["f"], hparameters["stride"])'
    },
    "Pooling on windows",
    test="pool-max",
)
def pads_the_input():
    """Your code puts a border of zeros around the input. A pooling layer has no padding here: the windows are those of
    the input as it comes."""


@slip(
    step_by_step,
    {
        ('elif mode == "average":\n    A = np.mean(windows, axis=(3, 4))'): (
            'elif mode == "average":\n    A = np.mean(windows, axis=(3, 4))\nA = A.transpose(0, 3, 1, 2)'
        )
    },
    "Pooling on windows",
    test="pool-max",
)
def puts_the_channels_first():
    """Your output has the channels before height and width. They come last in this course, as in the input."""


@slip(
    step_by_step,
    {
        ('elif mode == "average":\n    A = np.mean(windows, axis=(3, 4))'): (
            'elif mode == "average":\n    A = np.mean(windows, axis=(3, 4))\nA = A.transpose(0, 2, 1, 3)'
        )
    },
    "Pooling on windows",
    test="pool-max",
)
def swaps_height_and_width():
    """Your output has its height and its width swapped. After the examples come the rows, and then the columns."""


@slip(
    step_by_step,
    {"cache = (A_prev, hparameters)": "cache = (A, hparameters)"},
    "Pooling on windows",
    test="pool-average",
)
def keeps_the_output():
    """Your cache holds the output in the place of the input. The backward pass needs the input, to see where in a
    window its maximum was."""


@slip(
    step_by_step,
    {"cache = (A_prev, hparameters)": "cache = (windows, hparameters)"},
    "Pooling on windows",
    test="pool-average",
)
def keeps_the_windows():
    """Your cache holds the windows in the place of the input. The backward pass asks for the input as it came, and
    finds the windows itself."""


@slip(step_by_step, {"cache = (A_prev, hparameters)": "cache = (A_prev,)"}, "Pooling on windows", test="pool-average")
def leaves_hparameters_out_of_the_cache():
    """Your cache has no hyperparameters in it. The backward pass takes it apart into two: the input, and the dict
    hparameters."""


@slip(
    step_by_step,
    {"cache = (A_prev, hparameters)": "cache = (A_prev, hparameters, mode)"},
    "Pooling on windows",
    test="pool-average",
)
def adds_the_mode_to_the_cache():
    """Your cache has the mode as a third part. The backward pass takes it apart into two: the input, and the dict
    hparameters."""


@slip(
    step_by_step,
    {"A = np.max(windows, axis=(3, 4))": "A = windows[:, :, :, -1, -1]"},
    "Pooling on windows",
    test="pool-max",
)
def takes_the_last_entry():
    """In mode max your code takes the last entry of each window. The largest one is asked for, wherever in the window
    it is."""


@slip(
    step_by_step,
    {"A = np.max(windows, axis=(3, 4))": "A = np.sum(windows, axis=(3, 4))"},
    "Pooling on windows",
    test="pool-max",
)
def sums_in_mode_max():
    """In mode max your code returns the sum of each window. The largest entry is asked for."""


@slip(
    step_by_step,
    {
        "A = np.max(windows, axis=(3, 4))": "A = np.max(windows, axis=(0, 3, 4))",
        "A = np.mean(windows, axis=(3, 4))": "A = np.mean(windows, axis=(0, 3, 4))",
    },
    "Pooling on windows",
    test="pool-max",
)
def pools_the_examples_too():
    """Your code takes the statistic over the examples as well, so that they have no axis any more. Each image is pooled
    by itself: only the two axes within the window are left out."""


@slip(
    step_by_step,
    {"A = np.max(windows, axis=(3, 4))": "A = np.max(windows, axis=(1, 2))"},
    "Pooling on windows",
    test="pool-max",
    alone=True,
)
def pools_from_window_to_window_in_mode_max():
    """In mode max your code takes the largest entry along the axes that walk from window to window. The axes within a
    window are the fourth and the fifth, in either mode."""


@slip(
    step_by_step,
    {"A = np.max(windows, axis=(3, 4))": "A = np.max(windows, axis=(3, 4, 5))"},
    "Pooling on windows",
    test="pool-max",
    alone=True,
)
def leaves_no_channels_in_mode_max():
    """In mode max your code takes the largest entry of all channels together. Each channel is pooled by itself, in
    either mode: only the two axes within the window disappear."""


@slip(
    step_by_step,
    {"A = np.max(windows, axis=(3, 4))": "A = np.max(windows)"},
    "Pooling on windows",
    test="pool-max",
    alone=True,
)
def makes_one_number_in_mode_max():
    """In mode max your code makes one number of everything. Only the two axes within a window should disappear, in
    either mode."""


@slip(
    step_by_step,
    {"A = np.max(windows, axis=(3, 4))": "A = np.max(windows, axis=3)"},
    "Pooling on windows",
    test="pool-max",
    alone=True,
)
def leaves_the_columns_in_mode_max():
    """In mode max your code goes along one axis of the window, so that its columns are still there. It should go along
    both, in either mode."""


@slip(
    step_by_step,
    {"A = np.mean(windows, axis=(3, 4))": "A = np.mean(windows, axis=(1, 2))"},
    "Pooling on windows",
    test="pool-average",
    alone=True,
)
def pools_from_window_to_window_in_mode_average():
    """In mode average your code takes the mean along the axes that walk from window to window. The axes within a window
    are the fourth and the fifth, in either mode."""


@slip(
    step_by_step,
    {"A = np.mean(windows, axis=(3, 4))": "A = np.mean(windows, axis=(3, 4, 5))"},
    "Pooling on windows",
    test="pool-average",
    alone=True,
)
def leaves_no_channels_in_mode_average():
    """In mode average your code takes the mean of all channels together. Each channel is pooled by itself, in
    either mode: only the two axes within the window disappear."""


@slip(
    step_by_step,
    {"A = np.mean(windows, axis=(3, 4))": "A = np.mean(windows)"},
    "Pooling on windows",
    test="pool-average",
    alone=True,
)
def makes_one_number_in_mode_average():
    """In mode average your code makes one number of everything. Only the two axes within a window should disappear, in
    either mode."""


@slip(
    step_by_step,
    {"A = np.mean(windows, axis=(3, 4))": "A = np.mean(windows, axis=3)"},
    "Pooling on windows",
    test="pool-average",
    alone=True,
)
def leaves_the_columns_in_mode_average():
    """In mode average your code goes along one axis of the window, so that its columns are still there. It should go
    along both, in either mode."""


@slip(
    step_by_step,
    {"A = np.mean(windows, axis=(3, 4))": 'A = np.sum(windows, axis=(3, 4)) / hparameters["stride"] ** 2'},
    "Pooling on windows",
    test="pool-average",
    alone=True,
)
def divides_by_the_stride():
    """In mode average your code divides the sum of a window by the stride squared. A window has as many entries as its
    side squared, whatever the stride is."""


@slip(
    step_by_step,
    {"A = np.mean(windows, axis=(3, 4))": "A = np.sum(windows, axis=(3, 4)) / windows[0, 0, 0].size"},
    "Pooling on windows",
    test="pool-average",
    alone=True,
)
def divides_by_the_channels_too():
    """In mode average your code divides by the number of entries of a window in all its channels. Each channel is
    pooled by itself, so that it should be rows times columns only."""
