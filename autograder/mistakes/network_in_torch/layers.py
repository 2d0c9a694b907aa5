"""Wrong versions of `network_in_torch`: layers that are missing, too many, of another kind or in the wrong place."""

from autograder.catalogue import mistake, slip
from autograder.optional import nn
from autograder.styles.network_in_torch import list_of_layers
from helpers.frameworks import look_through


@slip(
    list_of_layers,
    {
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.AvgPool2d(2)]",
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.AvgPool2d(2)]",
    },
    "The network of the table",
    test="scores",
)
def pools_by_averaging():
    """Your pools take the mean of each window. In this network they take the largest entry."""


@slip(
    list_of_layers,
    {
        "n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]": "n_H, n_W = n_H // 4, n_W // 4",
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(n_C, filters[0], f, padding=f // 2), nn.ReLU(), nn.MaxPool2d(2)]",
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f, padding=f // 2), nn.ReLU(), nn.MaxPool2d(2)]",
    },
    "The network of the table",
    test="sizes",
)
def pads_the_convolutions():
    """Your convolutions have a padding of half the filter, so that they do not make the image smaller. Those of the
    table have none: an image of 32 rows has 28 after the first one."""


@slip(
    list_of_layers,
    {
        "n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]": "n_H, n_W = n_H // 2 // 2, n_W // 2 // 2",
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": 'layers = [nn.Conv2d(n_C, filters[0], f, padding="same"), nn.ReLU(), nn.MaxPool2d(2)]',
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": 'layers += [nn.Conv2d(filters[0], filters[1], f, padding="same"), nn.ReLU(), nn.MaxPool2d(2)]',
    },
    "The network of the table",
    test="sizes",
)
def keeps_the_size_of_the_images():
    """Your convolutions are padded so that they keep the size of the image, whatever the filter is. Those of the table
    have no padding: an image of 32 rows has 28 after the first one."""


@slip(
    list_of_layers,
    {
        "n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]": "n_H, n_W = [((n - f + 3) // 2 - f + 3) // 2 for n in (n_H, n_W)]",
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(n_C, filters[0], f, padding=1), nn.ReLU(), nn.MaxPool2d(2)]",
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f, padding=1), nn.ReLU(), nn.MaxPool2d(2)]",
    },
    "The network of the table",
    test="sizes",
)
def pads_by_one():
    """Your convolutions pad the image by one, as those of section 7.4 do.
    Those of the table have no padding: an image of 32 rows has 28 after the first one."""


@slip(
    list_of_layers,
    {
        "n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]": "n_H, n_W = [(n - f + 1) // 2 - f + 1 for n in (n_H, n_W)]",
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU()]",
    },
    "The network of the table",
    test="parameters",
)
def forgets_the_second_pool():
    """Your network has a pool after the first convolution only.
    In the table, each of the two convolutions is followed by one."""


@slip(
    list_of_layers,
    {
        "n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]": "n_H, n_W = [(n - f + 1 - f + 1) // 2 for n in (n_H, n_W)]",
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU()]",
    },
    "The network of the table",
    test="sizes",
)
def forgets_the_first_pool():
    """Your network has no pool after the first convolution.
    In the table, each of the two convolutions is followed by one."""


@slip(
    list_of_layers,
    {
        "n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]": "n_H, n_W = [n - f + 1 - f + 1 for n in (n_H, n_W)]",
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU()]",
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU()]",
    },
    "The network of the table",
    test="sizes",
)
def forgets_both_pools():
    """Your network has no pools, so that everything behind the first convolution is larger than in the table.
    There, each of the two convolutions is followed by one."""


@slip(
    list_of_layers,
    {
        "n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]": "n_H, n_W = [((n - f) // 2 + 1 - f) // 2 + 1 for n in (n_H, n_W)]",
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(n_C, filters[0], f, stride=2), nn.ReLU()]",
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f, stride=2), nn.ReLU()]",
    },
    "The network of the table",
    test="sizes",
)
def strides_in_place_of_pools():
    """Your convolutions move by two, which makes the image smaller already there.
    In the table they move by one, and a pool behind each of them halves what they give."""


@slip(
    list_of_layers,
    {
        "n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]": "n_H, n_W = [-(-(-(-(n - f + 1) // 2) - f + 1) // 2) for n in (n_H, n_W)]",
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2, ceil_mode=True)]",
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2, ceil_mode=True)]",
    },
    "The network of the table",
    test="sides",
)
def pools_what_is_left_over():
    """Your pools round up: a row or column that is left over makes one more window.
    Those of the table leave it out."""


@slip(
    list_of_layers,
    {
        (
            'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]\n'
            'layers += [nn.Linear(hparameters["units"], hparameters["classes"])]'
        ): 'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["classes"])]'
    },
    "The network of the table",
    test="parameters",
)
def leaves_out_the_first_dense_layer():
    """Your network has a single dense layer, from the flatten straight to the classes.
    The table has another one before it, with a relu between the two."""


@slip(
    list_of_layers,
    {
        'layers += [nn.Linear(hparameters["units"], hparameters["classes"])]': (
            "layers += [\n"
            '    nn.Linear(hparameters["units"], hparameters["units"]),\n'
            "    nn.ReLU(),\n"
            '    nn.Linear(hparameters["units"], hparameters["classes"]),\n'
            "]"
        )
    },
    "The network of the table",
    test="parameters",
)
def adds_a_dense_layer():
    """Your network has a third dense layer, of as many units as the first.
    In the table the classes follow right behind the first one."""


@slip(
    list_of_layers,
    {
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(n_C, filters[0], f, bias=False), nn.ReLU(), nn.MaxPool2d(2)]",
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f, bias=False), nn.ReLU(), nn.MaxPool2d(2)]",
    },
    "The network of the table",
    test="parameters",
)
def leaves_out_the_biases():
    """Your convolutions have no bias. In the table each filter has one, which is counted among the parameters."""


@slip(
    list_of_layers,
    {
        'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]': 'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"], bias=False), nn.ReLU()]',
        'layers += [nn.Linear(hparameters["units"], hparameters["classes"])]': 'layers += [nn.Linear(hparameters["units"], hparameters["classes"], bias=False)]',
    },
    "The network of the table",
    test="parameters",
)
def leaves_out_the_biases_of_the_dense_layers():
    """Your dense layers have no bias. In the table each unit has one, which is counted among the parameters."""


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


@slip(
    list_of_layers,
    {
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(n_C, filters[0], f), nn.BatchNorm2d(filters[0]), nn.ReLU(), nn.MaxPool2d(2)]",
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f), nn.BatchNorm2d(filters[1]), nn.ReLU(), nn.MaxPool2d(2)]",
    },
    "The network of the table",
    test="parameters",
)
def normalises_the_batch():
    """Your network has something behind each convolution that learns two numbers for each filter, as batch normalisation
    does. The table has a relu and a pool there, which learn nothing."""


@slip(
    list_of_layers,
    {
        'f, filters = hparameters["f"], hparameters["filters"]': 'f, filters = hparameters["f"], hparameters["filters"][::-1]'
    },
    "The network of the table",
    test="parameters",
)
def exchanges_the_numbers_of_filters():
    """Your first convolution has as many filters as the second one should have, and the other way round.
    The first of the two numbers belongs to the first convolution."""


@slip(
    list_of_layers,
    {
        "n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]": "n_H, n_W = [(n // 2 - f + 1) // 2 - f + 1 for n in (n_H, n_W)]",
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.MaxPool2d(2), nn.Conv2d(n_C, filters[0], f), nn.ReLU()]",
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.MaxPool2d(2), nn.Conv2d(filters[0], filters[1], f), nn.ReLU()]",
    },
    "The network of the table",
    test="sizes",
)
def pools_before_the_convolutions():
    """Your pools stand in front of the convolutions. In the table each convolution comes first, with its relu,
    and its pool behind it."""


@slip(list_of_layers, {"layers += [nn.Flatten()]": ""}, "The network of the table", test="sizes")
def leaves_out_the_flatten():
    """Your network has no flatten in front of the first dense layer. A dense layer wants the numbers of an example on
    one axis; what comes out of the last pool still has rows and columns."""


@slip(
    list_of_layers, {"layers += [nn.Flatten()]": "layers += [nn.Flatten(0)]"}, "The network of the table", test="sizes"
)
def flattens_the_examples_too():
    """Your flatten puts the examples of the batch in one row as well.
    Their axis should stay, and only what belongs to one example be put in a row."""


@slip(
    list_of_layers,
    {
        (
            "network = nn.Sequential(*layers)\nreturn look_through(network, X, weights)"
        ): "return look_through(layers, X, weights)"
    },
    "The network of the table",
    test="sizes",
)
def leaves_the_layers_in_a_list():
    """Your network is a list of layers. A list runs nothing;
    nn.Sequential makes a network of its layers, which runs one after the other."""


@slip(
    list_of_layers,
    {
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU, nn.MaxPool2d(2)]",
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU, nn.MaxPool2d(2)]",
        'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]': 'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU]',
    },
    "The network of the table",
    test="sizes",
)
def leaves_out_the_brackets_of_relu():
    """What you give nn.Sequential for a relu is the class, and no layer.
    A layer is made by calling its class, with brackets behind the name, even where nothing stands in them."""


@slip(
    list_of_layers,
    {
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(n_C, filters[0], f, padding=1), nn.ReLU(), nn.MaxPool2d(2)]"
    },
    "The network of the table",
    test="sizes",
    alone=True,
)
def pads_the_first_convolution():
    """Your first convolution pads the image by one, and the second one does not pad. Those of the table have no padding:
    an image of 32 rows has 28 after the first one."""


@slip(
    list_of_layers,
    {
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f, padding=1), nn.ReLU(), nn.MaxPool2d(2)]"
    },
    "The network of the table",
    test="sizes",
    alone=True,
)
def pads_the_second_convolution():
    """Your dense layer takes as many numbers as the table has, but more come out of the flatten: as many as where the
    second convolution pads by one. The convolutions of the table have no padding."""


@slip(
    list_of_layers,
    {
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.AvgPool2d(2)]"
    },
    "The network of the table",
    test="scores",
    alone=True,
)
def averages_in_the_first_pool():
    """Your first pool takes the mean of each window. Both pools of this network take the largest entry."""


@slip(
    list_of_layers,
    {
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.AvgPool2d(2)]"
    },
    "The network of the table",
    test="scores",
    alone=True,
)
def averages_in_the_second_pool():
    """Your second pool takes the mean of each window. Both pools of this network take the largest entry."""
