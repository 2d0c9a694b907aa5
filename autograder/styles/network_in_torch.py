"""Right versions of `network_in_torch` in other styles."""

from autograder.catalogue import style
from autograder.optional import nn, torch
from helpers.frameworks import look_through


@style
def one_sequential(X, weights, hparameters):
    """All layers in one nn.Sequential."""
    _, n_H, n_W, n_C = X.shape
    f, (first, second) = hparameters["f"], hparameters["filters"]
    rows, columns = (((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W))
    network = nn.Sequential(
        nn.Conv2d(n_C, first, f),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(first, second, f),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(second * rows * columns, hparameters["units"]),
        nn.ReLU(),
        nn.Linear(hparameters["units"], hparameters["classes"]),
    )
    return look_through(network, X, weights)


@style
def list_of_layers(X, weights, hparameters):
    """A list of layers that grows, line by line."""
    (m, n_H, n_W, n_C) = X.shape
    f, filters = hparameters["f"], hparameters["filters"]
    n_H, n_W = [((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W)]
    layers = [nn.Conv2d(n_C, filters[0], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Conv2d(filters[0], filters[1], f), nn.ReLU(), nn.MaxPool2d(2)]
    layers += [nn.Flatten()]
    layers += [nn.Linear(filters[1] * n_H * n_W, hparameters["units"]), nn.ReLU()]
    layers += [nn.Linear(hparameters["units"], hparameters["classes"])]
    network = nn.Sequential(*layers)
    return look_through(network, X, weights)


@style
def sizes_from_the_weights(X, weights, hparameters):
    """Every size is read from the weights that are to be put in."""
    convs = [nn.Conv2d(w.shape[1], w.shape[0], w.shape[2]) for w in (weights[0], weights[2])]
    dense = [nn.Linear(w.shape[1], w.shape[0]) for w in (weights[4], weights[6])]
    network = nn.Sequential(
        *[layer for conv in convs for layer in (conv, nn.ReLU(), nn.MaxPool2d(2, 2))],
        nn.Flatten(),
        dense[0],
        nn.ReLU(),
        dense[1],
    )
    return look_through(network, X, weights)


@style
def pools_before_relu(X, weights, hparameters):
    """Relu behind the pool: the maximum of what is cut off at 0 is the maximum, cut off at 0."""
    _, n_H, n_W, n_C = X.shape
    f, (first, second) = hparameters["f"], hparameters["filters"]
    rows, columns = (((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W))
    layers = [nn.Conv2d(n_C, first, f), nn.MaxPool2d(2), nn.ReLU()]
    layers += [nn.Conv2d(first, second, f), nn.MaxPool2d(2), nn.ReLU()]
    layers += [nn.Flatten(), nn.Linear(second * rows * columns, hparameters["units"]), nn.ReLU()]
    layers.append(nn.Linear(hparameters["units"], hparameters["classes"]))
    return look_through(nn.Sequential(*layers), X, weights)


@style
def lazy_layers(X, weights, hparameters):
    """Lazy layers, which find out about their inputs by themselves."""
    first, second = hparameters["filters"]
    network = nn.Sequential(
        nn.LazyConv2d(first, hparameters["f"]),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.LazyConv2d(second, hparameters["f"]),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.LazyLinear(hparameters["units"]),
        nn.ReLU(),
        nn.LazyLinear(hparameters["classes"]),
    )
    return look_through(network, X, weights)


@style
def class_with_forward(X, weights, hparameters):
    """A class of its own, with functions for what has no parameters."""

    class Network(nn.Module):
        def __init__(self, n_H, n_W, n_C, f, filters, units, classes):
            super().__init__()
            self.conv1 = nn.Conv2d(n_C, filters[0], f)
            self.conv2 = nn.Conv2d(filters[0], filters[1], f)
            rows, columns = (((n - f + 1) // 2 - f + 1) // 2 for n in (n_H, n_W))
            self.dense1 = nn.Linear(filters[1] * rows * columns, units)
            self.dense2 = nn.Linear(units, classes)

        def forward(self, x):
            x = nn.functional.max_pool2d(torch.relu(self.conv1(x)), 2)
            x = nn.functional.max_pool2d(torch.relu(self.conv2(x)), 2)
            return self.dense2(torch.relu(self.dense1(torch.flatten(x, 1))))

    return look_through(Network(*X.shape[1:], **hparameters), X, weights)


@style
def nested_blocks(X, weights, hparameters):
    """A block for each convolution, and the size of the flatten from a trial."""

    def block(before, after):
        return nn.Sequential(nn.Conv2d(before, after, hparameters["f"]), nn.ReLU(inplace=True), nn.MaxPool2d(2))

    first, second = hparameters["filters"]
    features = nn.Sequential(block(X.shape[3], first), block(first, second), nn.Flatten())
    with torch.no_grad():
        size = features(torch.zeros(1, X.shape[3], X.shape[1], X.shape[2])).shape[1]
    head = nn.Sequential(
        nn.Linear(size, hparameters["units"]), nn.ReLU(), nn.Linear(hparameters["units"], hparameters["classes"])
    )
    return look_through(nn.Sequential(features, head), X, weights)
