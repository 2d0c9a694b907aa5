"""Wrong versions of `network_in_torch`: numbers of the table that stand in the code."""

from autograder.catalogue import mistake, slip
from autograder.optional import nn
from autograder.styles.network_in_torch import list_of_layers
from helpers.frameworks import look_through


@mistake("The network of the table", test="other")
def writes_the_numbers_of_the_table(X, weights, hparameters):
    """Your network is the one of the table, whatever is asked for: its numbers are written into the code.
    They should come from the images and from the hyperparameters."""
    layers = [nn.Conv2d(3, 8, 5), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(8, 16, 5), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(400, 128), nn.ReLU()]
    layers += [nn.Linear(128, 10)]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@slip(
    list_of_layers,
    {
        "n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]": "",
        'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]': 'layers += [nn.Linear(400, hparameters["units"]), nn.ReLU()]',
    },
    "The network of the table",
    test="other",
)
def writes_the_size_of_the_flatten():
    """Your first dense layer takes 400 numbers, as in the table, whatever the images are.
    For images and filters of other sizes it is another number."""


@slip(
    list_of_layers,
    {
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(3, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]"
    },
    "The network of the table",
    test="other",
)
def writes_the_channels_of_the_table():
    """Your first convolution expects 3 channels, as in the table, whatever the images have.
    Their number stands in the shape of X."""


@slip(
    list_of_layers,
    {'f, filters = hparameters["f"], hparameters["filters"]': 'f, filters = hparameters["f"], (8, 16)'},
    "The network of the table",
    test="other",
)
def writes_the_filters_of_the_table():
    """Your convolutions have 8 and 16 filters, as in the table, whatever is asked for.
    Both numbers stand in hparameters."""


@slip(
    list_of_layers,
    {'f, filters = hparameters["f"], hparameters["filters"]': 'f, filters = 5, hparameters["filters"]'},
    "The network of the table",
    test="other",
)
def writes_the_size_of_the_filters():
    """Your filters have 5 rows and columns, as in the table, whatever is asked for.
    Their size stands in hparameters."""


@slip(
    list_of_layers,
    {
        'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]': "layers += [nn.Linear(filters[1] * n_H * n_W, 128), nn.ReLU()]",
        'layers += [nn.Linear(hparameters["units"], hparameters["classes"])]': 'layers += [nn.Linear(128, hparameters["classes"])]',
    },
    "The network of the table",
    test="other",
)
def writes_the_units_of_the_table():
    """Your first dense layer has 128 units, as in the table, whatever is asked for.
    Their number stands in hparameters."""


@slip(
    list_of_layers,
    {
        'layers += [nn.Linear(hparameters["units"], hparameters["classes"])]': 'layers += [nn.Linear(hparameters["units"], 10)]'
    },
    "The network of the table",
    test="other",
)
def writes_the_classes_of_the_table():
    """Your last layer gives 10 scores, as in the table, whatever is asked for.
    The number of classes stands in hparameters."""


@slip(
    list_of_layers,
    {
        'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]': "layers += [nn.Linear(filters[1] * n_H * n_W, 128), nn.ReLU()]",
        'layers += [nn.Linear(hparameters["units"], hparameters["classes"])]': "layers += [nn.Linear(128, 10)]",
    },
    "The network of the table",
    test="other",
)
def writes_units_and_classes_of_the_table():
    """Your dense layers have 128 units and 10 classes, as in the table, whatever is asked for.
    Both numbers stand in hparameters."""
