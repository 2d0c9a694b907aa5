"""Wrong versions of `network_in_torch`: layers that are missing, too many, of another kind or in the wrong place."""

from autograder.catalogue import mistake
from autograder.optional import nn
from helpers.frameworks import look_through


@mistake("The network of the table", test="scores")
def pools_by_averaging(X, weights, hparameters):
    """Your pools take the mean of each window. In this network they take the largest entry."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.AvgPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.AvgPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def pads_the_convolutions(X, weights, hparameters):
    """Your convolutions have a padding, so that they keep the size of the image.
    Those of the table have none: an image of 32 rows has 28 after the first one."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = n_H // 4, n_W // 4
    layers = [nn.Conv2d(n_C, filters[0], f, padding=f // 2), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f, padding=f // 2), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def keeps_the_size_of_the_images(X, weights, hparameters):
    """Your convolutions keep the size of the image, by a padding of their own choice.
    Those of the table have none: an image of 32 rows has 28 after the first one."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = n_H // 2 // 2, n_W // 2 // 2
    layers = [nn.Conv2d(n_C, filters[0], f, padding="same"), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f, padding="same"), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def pads_by_one(X, weights, hparameters):
    """Your convolutions pad the image by one, as those of section 7.4 do.
    Those of the table have no padding: an image of 32 rows has 28 after the first one."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 3) // 2 - f + 3) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f, padding=1), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f, padding=1), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="parameters")
def forgets_the_second_pool(X, weights, hparameters):
    """Your network has a pool after the first convolution only.
    In the table, each of the two convolutions is followed by one."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [(n - f + 1) // 2 - f + 1 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU()]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def forgets_the_first_pool(X, weights, hparameters):
    """Your network has no pool after the first convolution.
    In the table, each of the two convolutions is followed by one."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [(n - f + 1 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU()]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def forgets_both_pools(X, weights, hparameters):
    """Your network has no pools, so that everything behind the first convolution is larger than in the table.
    There, each of the two convolutions is followed by one."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [n - f + 1 - f + 1 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU()]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU()]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def strides_in_place_of_pools(X, weights, hparameters):
    """Your convolutions move by two, which makes the image smaller already there.
    In the table they move by one, and a pool behind each of them halves what they give."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f) // 2 + 1 - f) // 2 + 1 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f, stride=2), nn.ReLU()]
    layers += [nn.Conv2d(filters[0], filters[1], f, stride=2), nn.ReLU()]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sides")
def pools_what_is_left_over(X, weights, hparameters):
    """Your pools round up: a row or column that is left over makes one more window.
    Those of the table leave it out."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [-(-(-(-(n - f + 1) // 2) - f + 1) // 2) for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2, ceil_mode=True)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2, ceil_mode=True)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="parameters")
def leaves_out_the_first_dense_layer(X, weights, hparameters):
    """Your network has a single dense layer, from the flatten straight to the classes.
    The table has another one before it, with a relu between the two."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="parameters")
def adds_a_dense_layer(X, weights, hparameters):
    """Your network has a third dense layer, of as many units as the first.
    In the table the classes follow right behind the first one."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [
        nn.Linear(hparameters["units"], hparameters["units"]),
        nn.ReLU(),
        nn.Linear(hparameters["units"], hparameters["classes"]),
    ]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="parameters")
def leaves_out_the_biases(X, weights, hparameters):
    """Your convolutions have no bias. In the table each filter has one, which is counted among the parameters."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f, bias=False), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f, bias=False), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="parameters")
def leaves_out_the_biases_of_the_dense_layers(X, weights, hparameters):
    """Your dense layers have no bias. In the table each unit has one, which is counted among the parameters."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"], bias=False), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"], bias=False)]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="parameters")
def leaves_out_all_biases(X, weights, hparameters):
    """None of your layers has a bias. In the table each filter and each unit has one, which is counted among the
    parameters."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f, bias=False), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f, bias=False), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"], bias=False), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"], bias=False)]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="parameters")
def normalises_the_batch(X, weights, hparameters):
    """Your network has something behind each convolution that learns two numbers for each filter, as batch normalisation
    does. The table has a relu and a pool there, which learn nothing."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.BatchNorm2d(filters[0]), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.BatchNorm2d(filters[1]), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="parameters")
def exchanges_the_numbers_of_filters(X, weights, hparameters):
    """Your first convolution has as many filters as the second one should have, and the other way round.
    The first of the two numbers belongs to the first convolution."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"][::-1]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def pools_before_the_convolutions(X, weights, hparameters):
    """Your pools stand in front of the convolutions. In the table each convolution comes first, with its relu,
    and its pool behind it."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [(n // 2 - f + 1) // 2 - f + 1 for n in (n_H, n_W)]
    layers = [nn.MaxPool2d(2), nn.Conv2d(n_C, filters[0], f), nn.ReLU()]
    layers += [nn.MaxPool2d(2), nn.Conv2d(filters[0], filters[1], f), nn.ReLU()]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def leaves_out_the_flatten(X, weights, hparameters):
    """Your network has no flatten. A dense layer wants the numbers of an example on one axis;
    what comes out of the last pool still has rows and columns."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def flattens_the_examples_too(X, weights, hparameters):
    """Your flatten puts the examples of the batch in one row as well.
    Their axis should stay, and only what belongs to one example be put in a row."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten(0)]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def leaves_the_layers_in_a_list(X, weights, hparameters):
    """Your network is a list of layers. A list runs nothing;
    nn.Sequential makes a network of its layers, which runs one after the other."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    return look_through(layers, X, weights)


@mistake("The network of the table", test="sizes")
def leaves_out_the_brackets_of_relu(X, weights, hparameters):
    """What you give nn.Sequential for a relu is the class, and no layer.
    A layer is made by calling its class, with brackets behind the name, even where nothing stands in them."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU, nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU, nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)
