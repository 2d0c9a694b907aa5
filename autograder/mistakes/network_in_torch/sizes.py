"""Wrong versions of `network_in_torch`: layers that do not fit together, since their sizes were worked out wrongly."""

from autograder.catalogue import mistake
from autograder.optional import nn
from helpers.frameworks import look_through


@mistake("The network of the table", test="sides")
def assumes_square_images(X, weights, hparameters):
    """Your code takes the height for the width as well when it counts what the flatten gives.
    The two can differ, and each shrinks by itself."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n = ((n_H - f + 1) // 2 - f + 1) // 2
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n * n, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def counts_without_the_second_pool(X, weights, hparameters):
    """Your first dense layer takes as many numbers as there are in front of the second pool.
    Behind it, rows and columns are halved once more."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [(n - f + 1) // 2 - f + 1 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def counts_without_the_pools(X, weights, hparameters):
    """Your first dense layer takes as many numbers as there would be without pools.
    Each of the two pools halves rows and columns."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [n - f + 1 - f + 1 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def counts_without_the_convolutions(X, weights, hparameters):
    """Your first dense layer takes as many numbers as there would be if only the pools made the image smaller.
    Each convolution takes away rows and columns as well, since it has no padding."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = n_H // 2 // 2, n_W // 2 // 2
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def counts_behind_the_first_pool(X, weights, hparameters):
    """Your first dense layer takes the rows and columns that there are behind the first pool.
    The second convolution and its pool come in between."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [(n - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def counts_the_whole_image(X, weights, hparameters):
    """Your first dense layer takes the rows and columns of the image itself.
    On the way to the flatten both convolutions and both pools make it smaller."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def forgets_the_one(X, weights, hparameters):
    """Your code subtracts f from the rows and columns, and does not add the 1, so that the dense layer expects too few
    numbers. A filter as large as the image still has one place."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f) // 2 - f) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sides")
def rounds_up(X, weights, hparameters):
    """Your code rounds up where a row or column is left over, so that the dense layer expects too many numbers.
    The pools leave it out."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [-(-(-(-(n - f + 1) // 2) - f + 1) // 2) for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def divides_without_rounding_down(X, weights, hparameters):
    """The size of one of your layers is no whole number in Python, but a float.
    A division with a single slash gives a float even where nothing is left over."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) / 2 - f + 1) / 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def leaves_the_second_pool_out_of_the_layers(X, weights, hparameters):
    """Your dense layer takes as many numbers as the table has, but more come out of the flatten:
    as many as there are without the second pool."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU()]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def leaves_the_pools_out_of_the_layers(X, weights, hparameters):
    """Your dense layer takes as many numbers as the table has, but more come out of the flatten:
    as many as there are without any pool."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU()]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU()]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def moves_the_pools_by_one(X, weights, hparameters):
    """Your dense layer takes as many numbers as the table has, but more come out of the flatten: as many as with pools
    that move by one. Those of the table move by two, so that their windows do not overlap."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2, stride=1)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2, stride=1)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def pools_windows_of_three(X, weights, hparameters):
    """Your dense layer takes as many numbers as the table has, but fewer come out of the flatten: as many as with pools
    over three rows and columns that move by two. Those of the table have two."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(3, stride=2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(3, stride=2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def pads_the_layers_by_one(X, weights, hparameters):
    """Your dense layer takes as many numbers as the table has, but more come out of the flatten:
    as many as with convolutions that pad by one. Those of the table have no padding."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f, padding=1), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f, padding=1), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def keeps_the_size_in_the_layers(X, weights, hparameters):
    """Your dense layer takes as many numbers as the table has, but more come out of the flatten: as many as with
    convolutions that pad the image so that it keeps its size. Those of the table have no padding."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f, padding="same"), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f, padding="same"), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def counts_no_filters(X, weights, hparameters):
    """Your first dense layer takes as many numbers as one filter gives.
    Each filter of the second convolution gives rows and columns of its own."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def counts_the_first_filters(X, weights, hparameters):
    """Your first dense layer counts as many channels as the first convolution has filters.
    What reaches it comes from the second one."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[0] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def counts_the_channels_of_the_images(X, weights, hparameters):
    """Your first dense layer counts as many channels as the images have.
    What reaches it has one for each filter of the second convolution."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(n_C * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def exchanges_what_goes_into_the_dense_layer(X, weights, hparameters):
    """Your first dense layer has its two numbers exchanged: how many numbers come in stands before the number of units."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(hparameters["units"], filters[1] * n_H * n_W), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def exchanges_what_goes_into_the_convolutions(X, weights, hparameters):
    """Your convolutions have their first two numbers exchanged: the channels that come in stand before the filters."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(filters[0], n_C, f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[1], filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def begins_the_second_convolution_with_the_images(X, weights, hparameters):
    """Your second convolution expects as many channels as the images have.
    What reaches it comes from the first one, with a channel for each of its filters."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(n_C, filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def reads_the_shape_with_the_channels_first(X, weights, hparameters):
    """Your code takes the shape of X apart with the channels first. The images come in the layout of this course,
    with the channels last; only the network runs on the other one."""
    (m, n_C, n_H, n_W) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sides")
def takes_the_width_for_the_height(X, weights, hparameters):
    """Your code takes the width for the height as well when it counts what the flatten gives.
    The two can differ, and each shrinks by itself."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n = ((n_W - f + 1) // 2 - f + 1) // 2
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n * n, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def counts_without_the_first_pool(X, weights, hparameters):
    """Your first dense layer takes as many numbers as there would be without the first pool.
    Each of the two pools halves rows and columns."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [(n - f + 1 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def leaves_the_first_pool_out_of_the_layers(X, weights, hparameters):
    """Your dense layer takes as many numbers as the table has, but more come out of the flatten:
    as many as there are without the first pool."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU()]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def pads_the_layers_by_two(X, weights, hparameters):
    """Your dense layer takes as many numbers as the table has, but more come out of the flatten:
    as many as with convolutions that pad by two. Those of the table have no padding."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f, padding=2), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f, padding=2), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)
