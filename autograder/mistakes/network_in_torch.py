"""Wrong versions of `network_in_torch`: layers that are missing, too many, in the wrong place or of the wrong size."""

from autograder.catalogue import mistake
from autograder.optional import nn
from helpers.frameworks import look_through


@mistake("The network of the table", test="scores")
def leaves_out_relu(X, weights, hparameters):
    """Your network has no relu at all. Without something that is not linear between them, several layers can do no
    more than a single one."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    network = nn.Sequential(
        nn.Conv2d(n_C, filters[0], f),
        nn.MaxPool2d(2),
        nn.Conv2d(filters[0], filters[1], f),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(filters[1] * n_H * n_W, hparameters["units"]),
        nn.Linear(hparameters["units"], hparameters["classes"]),
    )
    return look_through(network, X, weights)


@mistake("The network of the table", test="scores")
def leaves_out_relu_between_dense_layers(X, weights, hparameters):
    """Your network has no relu between the two dense layers, so that they can do no more than a single one.
    The table has one there as well as after each convolution."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    network = nn.Sequential(
        nn.Conv2d(n_C, filters[0], f),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(filters[0], filters[1], f),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(filters[1] * n_H * n_W, hparameters["units"]),
        nn.Linear(hparameters["units"], hparameters["classes"]),
    )
    return look_through(network, X, weights)


@mistake("The network of the table", test="scores")
def ends_with_softmax(X, weights, hparameters):
    """Your network ends with a softmax, so that it returns probabilities. PyTorch's loss contains the softmax already:
    the network should return the scores."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    network = nn.Sequential(
        nn.Conv2d(n_C, filters[0], f),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(filters[0], filters[1], f),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(filters[1] * n_H * n_W, hparameters["units"]),
        nn.ReLU(),
        nn.Linear(hparameters["units"], hparameters["classes"]),
        nn.Softmax(dim=1),
    )
    return look_through(network, X, weights)


@mistake("The network of the table", test="scores")
def ends_with_relu(X, weights, hparameters):
    """Your network puts a relu behind the last layer, and so no score is ever negative.
    The scores should leave the last dense layer as they are."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    network = nn.Sequential(
        nn.Conv2d(n_C, filters[0], f),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(filters[0], filters[1], f),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(filters[1] * n_H * n_W, hparameters["units"]),
        nn.ReLU(),
        nn.Linear(hparameters["units"], hparameters["classes"]),
        nn.ReLU(),
    )
    return look_through(network, X, weights)


@mistake("The network of the table", test="scores")
def pools_by_averaging(X, weights, hparameters):
    """Your pools take the mean of each window. In this network they take the largest entry."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    network = nn.Sequential(
        nn.Conv2d(n_C, filters[0], f),
        nn.ReLU(),
        nn.AvgPool2d(2),
        nn.Conv2d(filters[0], filters[1], f),
        nn.ReLU(),
        nn.AvgPool2d(2),
        nn.Flatten(),
        nn.Linear(filters[1] * n_H * n_W, hparameters["units"]),
        nn.ReLU(),
        nn.Linear(hparameters["units"], hparameters["classes"]),
    )
    return look_through(network, X, weights)


@mistake("The network of the table", test="sizes")
def pads_the_convolutions(X, weights, hparameters):
    """Your convolutions have a padding, so that they keep the size of the image.
    Those of the table have none: an image of 32 rows has 28 after the first one."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    network = nn.Sequential(
        nn.Conv2d(n_C, filters[0], f, padding=f // 2),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(filters[0], filters[1], f, padding=f // 2),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(filters[1] * (n_H // 4) * (n_W // 4), hparameters["units"]),
        nn.ReLU(),
        nn.Linear(hparameters["units"], hparameters["classes"]),
    )
    return look_through(network, X, weights)


@mistake("The network of the table", test="parameters")
def forgets_the_second_pool(X, weights, hparameters):
    """Your network has a pool after the first convolution only.
    In the table, each of the two convolutions is followed by one."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [(n - f + 1) // 2 - f + 1 for n in (n_H, n_W)]
    network = nn.Sequential(
        nn.Conv2d(n_C, filters[0], f),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(filters[0], filters[1], f),
        nn.ReLU(),
        nn.Flatten(),
        nn.Linear(filters[1] * n_H * n_W, hparameters["units"]),
        nn.ReLU(),
        nn.Linear(hparameters["units"], hparameters["classes"]),
    )
    return look_through(network, X, weights)


@mistake("The network of the table", test="sides")
def assumes_square_images(X, weights, hparameters):
    """Your code takes the height for the width as well when it counts what the flatten gives.
    The two can differ, and each shrinks by itself."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n = ((n_H - f + 1) // 2 - f + 1) // 2
    network = nn.Sequential(
        nn.Conv2d(n_C, filters[0], f),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(filters[0], filters[1], f),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(filters[1] * n * n, hparameters["units"]),
        nn.ReLU(),
        nn.Linear(hparameters["units"], hparameters["classes"]),
    )
    return look_through(network, X, weights)


@mistake("The network of the table", test="other")
def writes_the_numbers_of_the_table(X, weights, hparameters):
    """Your network is the one of the table, whatever is asked for: its numbers are written into the code.
    They should come from the images and from the hyperparameters."""
    network = nn.Sequential(
        nn.Conv2d(3, 8, 5),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(8, 16, 5),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(400, 128),
        nn.ReLU(),
        nn.Linear(128, 10),
    )
    return look_through(network, X, weights)


@mistake("The network of the table", test="parameters")
def leaves_out_the_biases(X, weights, hparameters):
    """Your convolutions have no bias. In the table each filter has one, which is counted among the parameters."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    network = nn.Sequential(
        nn.Conv2d(n_C, filters[0], f, bias=False),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(filters[0], filters[1], f, bias=False),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(filters[1] * n_H * n_W, hparameters["units"]),
        nn.ReLU(),
        nn.Linear(hparameters["units"], hparameters["classes"]),
    )
    return look_through(network, X, weights)
