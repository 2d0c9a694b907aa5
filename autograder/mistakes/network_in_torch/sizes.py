"""Wrong versions of `network_in_torch`: layers that do not fit together, since their sizes were worked out wrongly."""

from autograder.catalogue import slip
from autograder.optional import nn
from autograder.styles.network_in_torch import list_of_layers
from helpers.frameworks import look_through


@slip(
    list_of_layers,
    {
        "n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]": "n = ((n_H - f + 1) // 2 - f + 1) // 2",
        'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]': 'layers += [nn.Linear(filters[1] * n * n, hparameters["units"]), nn.ReLU()]',
    },
    "The network of the table",
    test="sides",
)
def assumes_square_images():
    """Your code takes the height for the width as well when it counts what the flatten gives.
    The two can differ, and each shrinks by itself."""


@slip(
    list_of_layers,
    {
        "n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]": "n_H, n_W = [(n - f + 1) // 2 - f + 1 for n in (n_H, n_W)]"
    },
    "The network of the table",
    test="sizes",
)
def counts_without_the_second_pool():
    """Your first dense layer takes as many numbers as there are in front of the second pool.
    Behind it, rows and columns are halved once more."""


@slip(
    list_of_layers,
    {
        "n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]": "n_H, n_W = [n - f + 1 - f + 1 for n in (n_H, n_W)]"
    },
    "The network of the table",
    test="sizes",
)
def counts_without_the_pools():
    """Your first dense layer takes as many numbers as there would be without pools.
    Each of the two pools halves rows and columns."""


@slip(
    list_of_layers,
    {"n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]": "n_H, n_W = n_H // 2 // 2, n_W // 2 // 2"},
    "The network of the table",
    test="sizes",
)
def counts_without_the_convolutions():
    """Your first dense layer takes as many numbers as there would be if only the pools made the image smaller.
    Each convolution takes away rows and columns as well, since it has no padding."""


@slip(
    list_of_layers,
    {
        "n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]": "n_H, n_W = [(n - f + 1) // 2 for n in (n_H, n_W)]"
    },
    "The network of the table",
    test="sizes",
)
def counts_behind_the_first_pool():
    """Your first dense layer takes the rows and columns that there are behind the first pool.
    The second convolution and its pool come in between."""


@slip(
    list_of_layers,
    {"n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]": ""},
    "The network of the table",
    test="sizes",
)
def counts_the_whole_image():
    """Your first dense layer takes the rows and columns of the image itself.
    On the way to the flatten both convolutions and both pools make it smaller."""


@slip(
    list_of_layers,
    {
        "n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]": "n_H, n_W = [((n - f) // 2 - f) // 2 for n in (n_H, n_W)]"
    },
    "The network of the table",
    test="sizes",
)
def forgets_the_one():
    """Your code subtracts f from the rows and columns, and does not add the 1, so that the dense layer expects too few
    numbers. A filter as large as the image still has one place."""


@slip(
    list_of_layers,
    {
        "n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]": "n_H, n_W = [-(-(-(-(n - f + 1) // 2) - f + 1) // 2) for n in (n_H, n_W)]"
    },
    "The network of the table",
    test="sides",
)
def rounds_up():
    """Your code rounds up where a row or column is left over, so that the dense layer expects too many numbers.
    The pools leave it out."""


@slip(
    list_of_layers,
    {
        "n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]": "n_H, n_W = [((n - f + 1) / 2 - f + 1) / 2 for n in (n_H, n_W)]"
    },
    "The network of the table",
    test="sizes",
)
def divides_without_rounding_down():
    """The size of one of your layers is no whole number in Python, but a float.
    A division with a single slash gives a float even where nothing is left over."""


@slip(
    list_of_layers,
    {
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU()]"
    },
    "The network of the table",
    test="sizes",
)
def leaves_the_second_pool_out_of_the_layers():
    """Your dense layer takes as many numbers as it should, but more come out of the flatten: as many as there are
    without the second pool."""


@slip(
    list_of_layers,
    {
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU()]",
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU()]",
    },
    "The network of the table",
    test="sizes",
)
def leaves_the_pools_out_of_the_layers():
    """Your dense layer takes as many numbers as it should, but more come out of the flatten: as many as there are
    without any pool."""


@slip(
    list_of_layers,
    {
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2, stride=1)]",
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2, stride=1)]",
    },
    "The network of the table",
    test="sizes",
)
def moves_the_pools_by_one():
    """Your dense layer takes as many numbers as it should, but more come out of the flatten: as many as with pools that
    move by one. Those of the table move by two, so that their windows do not overlap."""


@slip(
    list_of_layers,
    {
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(3, stride=2)]",
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(3, stride=2)]",
    },
    "The network of the table",
    test="sizes",
)
def pools_windows_of_three():
    """Your dense layer takes as many numbers as it should, but fewer come out of the flatten: as many as with pools
    over three rows and columns that move by two. The windows of the table have two."""


@slip(
    list_of_layers,
    {
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(n_C, filters[0], f, padding=1), nn.ReLU(), nn.MaxPool2d(2)]",
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f, padding=1), nn.ReLU(), nn.MaxPool2d(2)]",
    },
    "The network of the table",
    test="sizes",
)
def pads_the_layers_by_one():
    """Your dense layer takes as many numbers as it should, but more come out of the flatten: as many as with
    convolutions that pad by one. Those of the table have no padding."""


@slip(
    list_of_layers,
    {
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": 'layers = [nn.Conv2d(n_C, filters[0], f, padding="same"), nn.ReLU(), nn.MaxPool2d(2)]',
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": 'layers += [nn.Conv2d(filters[0], filters[1], f, padding="same"), nn.ReLU(), nn.MaxPool2d(2)]',
    },
    "The network of the table",
    test="sizes",
)
def keeps_the_size_in_the_layers():
    """Your dense layer takes as many numbers as it should, but more come out of the flatten: as many as with
    convolutions that pad the image so that it keeps its size. Those of the table have no padding."""


@slip(
    list_of_layers,
    {
        'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]': 'layers += [nn.Linear(n_H * n_W, hparameters["units"]), nn.ReLU()]'
    },
    "The network of the table",
    test="sizes",
)
def counts_no_filters():
    """Your first dense layer takes as many numbers as one filter gives.
    Each filter of the second convolution gives rows and columns of its own."""


@slip(
    list_of_layers,
    {
        'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]': 'layers += [nn.Linear(filters[0] * n_H * n_W, hparameters["units"]), nn.ReLU()]'
    },
    "The network of the table",
    test="sizes",
)
def counts_the_first_filters():
    """Your first dense layer counts as many channels as the first convolution has filters.
    What reaches it comes from the second one."""


@slip(
    list_of_layers,
    {
        'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]': 'layers += [nn.Linear(n_C * n_H * n_W, hparameters["units"]), nn.ReLU()]'
    },
    "The network of the table",
    test="sizes",
)
def counts_the_channels_of_the_images():
    """Your first dense layer counts as many channels as the images have.
    What reaches it has one for each filter of the second convolution."""


@slip(
    list_of_layers,
    {
        'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]': 'layers += [nn.Linear(hparameters["units"], filters[1] * n_H * n_W), nn.ReLU()]'
    },
    "The network of the table",
    test="sizes",
)
def exchanges_what_goes_into_the_dense_layer():
    """Your first dense layer has its two numbers exchanged: how many numbers come in stands before the number of units."""


@slip(
    list_of_layers,
    {
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(filters[0], n_C, f), nn.ReLU(), nn.MaxPool2d(2)]",
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[1], filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]",
    },
    "The network of the table",
    test="sizes",
)
def exchanges_what_goes_into_the_convolutions():
    """Your convolutions have their first two numbers exchanged: the channels that come in stand before the filters."""


@slip(
    list_of_layers,
    {
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(n_C, filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]"
    },
    "The network of the table",
    test="sizes",
)
def begins_the_second_convolution_with_the_images():
    """Your second convolution expects as many channels as the images have.
    What reaches it comes from the first one, with a channel for each of its filters."""


@slip(
    list_of_layers,
    {"(m, n_H, n_W, n_C) = X.shape": "(m, n_C, n_H, n_W) = X.shape"},
    "The network of the table",
    test="sizes",
)
def reads_the_shape_with_the_channels_first():
    """Your code comes to a negative number of inputs for the first dense layer, as where the shape of X is taken apart
    with the channels first. The images come in the layout of this course, with the channels last; only the network runs
    on the other one."""


@slip(
    list_of_layers,
    {
        "n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]": "n = ((n_W - f + 1) // 2 - f + 1) // 2",
        'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]': 'layers += [nn.Linear(filters[1] * n * n, hparameters["units"]), nn.ReLU()]',
    },
    "The network of the table",
    test="sides",
)
def takes_the_width_for_the_height():
    """Your code takes the width for the height as well when it counts what the flatten gives.
    The two can differ, and each shrinks by itself."""


@slip(
    list_of_layers,
    {
        "n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]": "n_H, n_W = [(n - f + 1 - f + 1) // 2 for n in (n_H, n_W)]"
    },
    "The network of the table",
    test="sizes",
)
def counts_without_the_first_pool():
    """Your first dense layer takes as many numbers as there would be without the first pool.
    Each of the two pools halves rows and columns."""


@slip(
    list_of_layers,
    {
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU()]"
    },
    "The network of the table",
    test="sizes",
)
def leaves_the_first_pool_out_of_the_layers():
    """Your dense layer takes as many numbers as it should, but more come out of the flatten: as many as there are
    without the first pool."""


@slip(
    list_of_layers,
    {
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(n_C, filters[0], f, padding=2), nn.ReLU(), nn.MaxPool2d(2)]",
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f, padding=2), nn.ReLU(), nn.MaxPool2d(2)]",
    },
    "The network of the table",
    test="sizes",
)
def pads_the_layers_by_two():
    """Your dense layer takes as many numbers as it should, but more come out of the flatten: as many as with
    convolutions that pad by two. Those of the table have no padding."""


@slip(
    list_of_layers,
    {
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(m, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]"
    },
    "The network of the table",
    test="sizes",
    alone=True,
)
def takes_the_examples_for_the_channels():
    """Your first convolution expects as many channels as there are images in the batch. It is the channels of one image
    that come in."""


@slip(
    list_of_layers,
    {
        "n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]": "n_H, n_W = [((n - f + 1) // 2 - f) // 2 + 1 for n in (n_H, n_W)]"
    },
    "The network of the table",
    test="sides",
    alone=True,
)
def rounds_up_behind_the_second_convolution():
    """Your code works out too many rows or columns for the dense layer. Each of the two convolutions takes away one
    less than its filter has, and a pool leaves out what is left over behind its last window."""


@slip(
    list_of_layers,
    {
        'layers += [nn.Linear(hparameters["units"], hparameters["classes"])]': 'layers += [nn.Linear(filters[1], hparameters["classes"])]'
    },
    "The network of the table",
    test="sizes",
    alone=True,
)
def takes_the_filters_for_the_units():
    """Your last layer takes as many numbers as the second convolution has filters. What comes in is what the dense layer
    in front of it puts out, a number for each of its units."""


@slip(
    list_of_layers,
    {
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(f)]",
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(f)]",
    },
    "The network of the table",
    test="sizes",
    alone=True,
)
def pools_windows_of_the_filters():
    """Your pools have windows as large as the filters. Those of the table have two rows and two columns, whatever the
    filters are."""


@slip(
    list_of_layers,
    {
        'layers += [nn.Linear(hparameters["units"], hparameters["classes"])]': 'layers += [nn.Linear(hparameters["classes"], hparameters["units"])]'
    },
    "The network of the table",
    test="sizes",
    alone=True,
)
def exchanges_what_goes_into_the_last_layer():
    """Your last layer takes as many numbers as there are classes, and gives as many as there are units. It is the other
    way round: what comes in stands first."""


@slip(
    list_of_layers,
    {
        "n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]": "n_H, n_W = [((n - f) // 2 - f + 1) // 2 for n in (n_H, n_W)]"
    },
    "The network of the table",
    test="sizes",
    alone=True,
)
def forgets_the_one_in_front_of_the_first_pool():
    """The rows and columns that your code works out for the dense layer lack 1 in front of the first pool. Where f is
    subtracted, 1 is added: a filter as large as the image still has one place."""


@slip(
    list_of_layers,
    {
        "n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]": "n_H, n_W = [((n - f + 1) // 2 - f) // 2 for n in (n_H, n_W)]"
    },
    "The network of the table",
    test="sizes",
    alone=True,
)
def forgets_the_one_in_front_of_the_second_pool():
    """The rows and columns that your code works out for the dense layer lack 1 in front of the second pool. The size
    behind a convolution is given by a formula that ends with plus 1, and so is that behind a pool."""


@slip(
    list_of_layers,
    {
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(f, n_C, filters[0]), nn.ReLU(), nn.MaxPool2d(2)]",
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(f, filters[0], filters[1]), nn.ReLU(), nn.MaxPool2d(2)]",
    },
    "The network of the table",
    test="sizes",
    alone=True,
)
def gives_the_size_of_the_filters_first():
    """Your convolutions are given the size of the filters first. The order is: channels that come in, number of filters,
    size of the filters."""


@slip(
    list_of_layers,
    {
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(f, n_C, filters[0]), nn.ReLU(), nn.MaxPool2d(2)]"
    },
    "The network of the table",
    test="sizes",
    alone=True,
)
def gives_the_size_of_the_first_filters_first():
    """Your first convolution is given the size of the filters first. The order is: channels that come in, number of
    filters, size of the filters."""


@slip(
    list_of_layers,
    {"(m, n_H, n_W, n_C) = X.shape": "X = X.transpose(0, 3, 1, 2)\n(m, n_C, n_H, n_W) = X.shape"},
    "The network of the table",
    test="sizes",
    alone=True,
)
def turns_the_images_before_they_are_turned():
    """Your code brings the channels of the images to the front and hands these images on, where their axes are moved
    once more. look_through takes X as it came and moves the axes itself."""


@slip(
    list_of_layers,
    {
        "n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]": "n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 // 2 for n in (n_H, n_W)]"
    },
    "The network of the table",
    test="sizes",
    alone=True,
)
def counts_a_third_pool():
    """Your code halves the rows and columns three times for the dense layer. There are only two pools."""


@slip(
    list_of_layers,
    {
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2, stride=1)]"
    },
    "The network of the table",
    test="sizes",
    alone=True,
)
def moves_the_second_pool_by_one():
    """Your dense layer takes as many numbers as the table has, but more come out of the flatten: as many as with a
    second pool that moves by one. It moves by two, so that its windows do not overlap."""
