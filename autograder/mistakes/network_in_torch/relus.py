"""Wrong versions of `network_in_torch`: a relu that is missing, another function in its place, or one too many."""

from autograder.catalogue import slip
from autograder.optional import nn
from autograder.styles.network_in_torch import list_of_layers
from helpers.frameworks import look_through


@slip(
    list_of_layers,
    {
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(n_C, filters[0], f), nn.MaxPool2d(2)]",
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f), nn.MaxPool2d(2)]",
        'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]': 'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"])]',
    },
    "The network of the table",
    test="scores",
)
def leaves_out_relu():
    """Your network has no relu at all. Without something that is not linear between them, several layers can do no
    more than a single one."""


@slip(
    list_of_layers,
    {
        'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]': 'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"])]'
    },
    "The network of the table",
    test="scores",
)
def leaves_out_relu_between_dense_layers():
    """Your network has no relu between the two dense layers, so that they can do no more than a single one.
    The table has one there as well as after each convolution."""


@slip(
    list_of_layers,
    {
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(n_C, filters[0], f), nn.MaxPool2d(2)]",
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f), nn.MaxPool2d(2)]",
    },
    "The network of the table",
    test="scores",
)
def leaves_out_relu_behind_the_convolutions():
    """Your network has no relu behind the convolutions. The table has one after each of them, as well as between the two
    dense layers."""


@slip(
    list_of_layers,
    {
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(n_C, filters[0], f), nn.MaxPool2d(2)]"
    },
    "The network of the table",
    test="scores",
)
def leaves_out_relu_behind_the_first_convolution():
    """Your network has no relu behind the first convolution.
    The table has one after each convolution, and one between the two dense layers."""


@slip(
    list_of_layers,
    {
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f), nn.MaxPool2d(2)]"
    },
    "The network of the table",
    test="scores",
)
def leaves_out_relu_behind_the_second_convolution():
    """Your network has no relu behind the second convolution.
    The table has one after each convolution, and one between the two dense layers."""


@slip(
    list_of_layers,
    {
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(n_C, filters[0], f), nn.Sigmoid(), nn.MaxPool2d(2)]",
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f), nn.Sigmoid(), nn.MaxPool2d(2)]",
        'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]': 'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.Sigmoid()]',
    },
    "The network of the table",
    test="scores",
)
def takes_sigmoid_for_relu():
    """Your network has a sigmoid at all three places where the table has a relu.
    Older networks had it there; in this one a relu lets what is positive pass as it is, and nothing else."""


@slip(
    list_of_layers,
    {
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(n_C, filters[0], f), nn.Tanh(), nn.MaxPool2d(2)]",
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f), nn.Tanh(), nn.MaxPool2d(2)]",
        'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]': 'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.Tanh()]',
    },
    "The network of the table",
    test="scores",
)
def takes_tanh_for_relu():
    """Your network has a tanh at all three places where the table has a relu.
    Older networks had it there; in this one a relu lets what is positive pass as it is, and nothing else."""


@slip(
    list_of_layers,
    {
        "layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers = [nn.Conv2d(n_C, filters[0], f), nn.LeakyReLU(), nn.MaxPool2d(2)]",
        "layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]": "layers += [nn.Conv2d(filters[0], filters[1], f), nn.LeakyReLU(), nn.MaxPool2d(2)]",
        'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]': 'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.LeakyReLU()]',
    },
    "The network of the table",
    test="scores",
)
def takes_leaky_relu():
    """Your network lets a small part of what is negative pass, as a leaky relu does, at all three places.
    The relu of the table lets nothing of it pass."""


@slip(
    list_of_layers,
    {
        'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]': 'layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.Softmax(dim=1)]'
    },
    "The network of the table",
    test="scores",
)
def takes_softmax_between_dense_layers():
    """Your network has a softmax between the two dense layers. The table has a relu there;
    the softmax belongs to the loss, behind the last layer."""


@slip(
    list_of_layers,
    {
        'layers += [nn.Linear(hparameters["units"], hparameters["classes"])]': 'layers += [nn.Linear(hparameters["units"], hparameters["classes"]), nn.Softmax(dim=1)]'
    },
    "The network of the table",
    test="scores",
)
def ends_with_softmax():
    """Your network ends with a softmax, so that it returns probabilities. PyTorch's loss contains the softmax already:
    the network should return the scores."""


@slip(
    list_of_layers,
    {
        'layers += [nn.Linear(hparameters["units"], hparameters["classes"])]': 'layers += [nn.Linear(hparameters["units"], hparameters["classes"]), nn.Softmax(dim=0)]'
    },
    "The network of the table",
    test="scores",
)
def ends_with_softmax_over_the_examples():
    """Your network ends with a softmax, and that over the examples, so that each column adds up to one.
    The network should return the scores as they are: PyTorch's loss contains the softmax already."""


@slip(
    list_of_layers,
    {
        'layers += [nn.Linear(hparameters["units"], hparameters["classes"])]': 'layers += [nn.Linear(hparameters["units"], hparameters["classes"]), nn.LogSoftmax(dim=1)]'
    },
    "The network of the table",
    test="scores",
)
def ends_with_log_softmax():
    """Your network returns the logarithms of the probabilities, those of a softmax. PyTorch's loss contains both
    already: the network should return the scores."""


@slip(
    list_of_layers,
    {
        'layers += [nn.Linear(hparameters["units"], hparameters["classes"])]': 'layers += [nn.Linear(hparameters["units"], hparameters["classes"]), nn.Sigmoid()]'
    },
    "The network of the table",
    test="scores",
)
def ends_with_sigmoid():
    """Your network has a sigmoid behind the last layer, and so every score lies between 0 and 1.
    The scores should leave the last dense layer as they are."""


@slip(
    list_of_layers,
    {
        'layers += [nn.Linear(hparameters["units"], hparameters["classes"])]': 'layers += [nn.Linear(hparameters["units"], hparameters["classes"]), nn.Tanh()]'
    },
    "The network of the table",
    test="scores",
)
def ends_with_tanh():
    """Your network has a tanh behind the last layer, and so every score lies between minus 1 and 1.
    The scores should leave the last dense layer as they are."""


@slip(
    list_of_layers,
    {
        'layers += [nn.Linear(hparameters["units"], hparameters["classes"])]': 'layers += [nn.Linear(hparameters["units"], hparameters["classes"]), nn.ReLU()]'
    },
    "The network of the table",
    test="scores",
)
def ends_with_relu():
    """Your network puts a relu behind the last layer, and so no score is ever negative.
    The scores should leave the last dense layer as they are."""
