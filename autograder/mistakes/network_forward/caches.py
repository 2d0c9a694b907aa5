"""Wrong versions of `network_forward`: what is put aside for the way back."""

from autograder.catalogue import mistake, slip
from autograder.mistakes.network_forward.lines import SECTION
from autograder.reference import conv_forward, dense_forward, flatten_forward, pool_forward, relu_forward
from autograder.styles.network_forward import step_by_step


@slip(
    step_by_step,
    {"cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)": "cache = (dense,)"},
    SECTION,
    test="cache",
)
def caches_the_dense_layer_only():
    """Your cache holds that of the last layer only. The way back needs the caches of all eight layers, in their order;
    that line is given."""


@slip(
    step_by_step,
    {
        "cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)": "cache = (conv2, relu1, pool1, conv2, relu2, pool2, flat, dense)"
    },
    SECTION,
    test="cache",
)
def caches_the_second_convolution_twice():
    """Your cache holds that of the second convolution in the place of the first one's, too. Each layer has a cache of
    its own."""


@slip(
    step_by_step,
    {
        "cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)": "cache = (conv1, relu2, pool1, conv2, relu2, pool2, flat, dense)"
    },
    SECTION,
    test="cache",
)
def caches_the_second_relu_twice():
    """Your cache holds that of the second relu in the place of the first one's, too. Each layer has a cache of its own."""


@slip(
    step_by_step,
    {
        "cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)": "cache = (conv1, relu1, pool2, conv2, relu2, pool2, flat, dense)"
    },
    SECTION,
    test="cache",
)
def caches_the_second_pool_twice():
    """Your cache holds that of the second pool in the place of the first one's, too. Each layer has a cache of its own."""


@slip(
    step_by_step,
    {
        "cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)": "cache = (conv1, relu1, pool1, conv1, relu1, pool1, flat, dense)"
    },
    SECTION,
    test="cache",
)
def caches_the_first_block_twice():
    """Your cache holds those of the first convolution, relu and pool in the places of the second ones, too. Each layer
    has a cache of its own."""


@slip(
    step_by_step,
    {
        "cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)": "cache = (conv2, relu2, pool2, conv2, relu2, pool2, flat, dense)"
    },
    SECTION,
    test="cache",
)
def caches_the_second_block_twice():
    """Your cache holds those of the second convolution, relu and pool in the places of the first ones, too. Each layer
    has a cache of its own."""


@slip(
    step_by_step,
    {
        "cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)": "cache = (conv2, relu1, pool1, conv1, relu2, pool2, flat, dense)"
    },
    SECTION,
    test="cache",
)
def exchanges_the_caches_of_the_convolutions():
    """In your cache, those of the two convolutions have changed places. The way back takes each layer's cache from its
    place."""


@slip(
    step_by_step,
    {
        "cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)": "cache = (conv1, relu2, pool1, conv2, relu1, pool2, flat, dense)"
    },
    SECTION,
    test="cache",
)
def exchanges_the_caches_of_the_relus():
    """In your cache, those of the two relus have changed places. The way back takes each layer's cache from its place."""


@slip(
    step_by_step,
    {
        "cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)": "cache = (dense, flat, pool2, relu2, conv2, pool1, relu1, conv1)"
    },
    SECTION,
    test="cache",
)
def turns_the_caches_round():
    """Your cache begins with the last layer. The way back takes them apart in the order of the way forward; that line
    is given."""


@slip(
    step_by_step,
    {
        "cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)": "cache = (conv1, conv2, relu1, relu2, pool1, pool2, flat, dense)"
    },
    SECTION,
    test="cache",
)
def groups_the_caches_by_kind():
    """Your cache holds both convolutions first, then both relus, then both pools. Keep the order in which the layers
    follow each other; that line is given."""


@mistake(SECTION, test="cache")
def pools_before_relu(X, parameters, hparameters):
    """Your relus come after the pools. Since the pools take the largest entry, the scores are the same, but the caches
    are not those that the way back expects: keep the order of the layers."""
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    A1, pool1 = pool_forward(Z1, hparameters["pool"])
    P1, relu1 = relu_forward(A1)
    Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])
    A2, pool2 = pool_forward(Z2, hparameters["pool"])
    P2, relu2 = relu_forward(A2)
    F, flat = flatten_forward(P2)
    Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])
    cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)
    return Z, cache


@slip(
    step_by_step,
    {
        'A1, relu1 = relu_forward(Z1)\nP1, pool1 = pool_forward(A1, hparameters["pool"])': 'A1, pool1 = pool_forward(Z1, hparameters["pool"])\nP1, relu1 = relu_forward(A1)'
    },
    SECTION,
    test="cache",
    alone=True,
)
def pools_before_the_first_relu():
    """Your first relu comes after the first pool. Since that takes the largest entry, the scores are the same, but the
    caches are not those that the way back expects: keep the order of the layers."""
