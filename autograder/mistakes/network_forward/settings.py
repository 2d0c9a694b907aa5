"""Wrong versions of `network_forward`: other settings and parameters."""

from autograder.catalogue import mistake, slip
from autograder.mistakes.network_forward.lines import SECTION
from autograder.reference import conv_forward, dense_forward, flatten_forward, pool_forward, relu_forward
from autograder.styles.network_forward import step_by_step


@mistake(SECTION, test="hyperparameters")
def writes_the_hyperparameters_into_the_code(X, parameters, hparameters):
    """Your network has its strides, its padding and its windows written into the code. They should be the ones with
    which the function is called."""
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], {"stride": 1, "pad": 1})
    A1, relu1 = relu_forward(Z1)
    P1, pool1 = pool_forward(A1, {"f": 2, "stride": 2})
    Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], {"stride": 1, "pad": 1})
    A2, relu2 = relu_forward(Z2)
    P2, pool2 = pool_forward(A2, {"f": 2, "stride": 2})
    F, flat = flatten_forward(P2)
    Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])
    cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)
    return Z, cache


@slip(
    step_by_step,
    {
        'P1, pool1 = pool_forward(A1, hparameters["pool"])': 'P1, pool1 = pool_forward(A1, {"f": 2, "stride": 2})',
        'P2, pool2 = pool_forward(A2, hparameters["pool"])': 'P2, pool2 = pool_forward(A2, {"f": 2, "stride": 2})',
    },
    SECTION,
    test="hyperparameters",
)
def writes_the_windows_into_the_code():
    """Your pools have windows of 2 by 2 in any case. Their hyperparameters come with the call, as those of the
    convolutions do."""


@slip(
    step_by_step,
    {
        'Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])': 'Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], {"stride": 1, "pad": 1})',
        'Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])': 'Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], {"stride": 1, "pad": 1})',
    },
    SECTION,
    test="hyperparameters",
)
def writes_stride_and_padding_into_the_code():
    """Your convolutions have stride 1 and one row of padding in any case. Their hyperparameters come with the call, as
    those of the pools do."""


@slip(
    step_by_step,
    {
        'Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])': 'Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], {"stride": hparameters["conv"]["stride"], "pad": 0})',
        'Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])': (
            "Z2, conv2 = conv_forward(\n"
            '    P1, parameters["W2"], parameters["b2"], {"stride": hparameters["conv"]["stride"], "pad": 0}\n'
            ")"
        ),
    },
    SECTION,
    test="scores",
)
def never_pads():
    """Your convolutions have no padding, whatever the hyperparameters say. Give them those of the convolutions as they
    are."""


@slip(
    step_by_step,
    {
        'Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])': 'Z2, conv2 = conv_forward(P1, parameters["W1"], parameters["b1"], hparameters["conv"])'
    },
    SECTION,
    test="scores",
)
def uses_the_first_filters_twice():
    """Your second convolution works with the filters and biases of the first one. It should have filters and biases of
    its own."""


@slip(
    step_by_step,
    {
        'Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])': 'Z2, conv2 = conv_forward(P1, parameters["W1"], parameters["b2"], hparameters["conv"])'
    },
    SECTION,
    test="scores",
)
def uses_the_first_filters_with_the_second_biases():
    """Your second convolution works with the filters of the first one, and with its own biases. The filters should be
    its own, too."""


@slip(
    step_by_step,
    {
        'Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])': 'Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b1"], hparameters["conv"])'
    },
    SECTION,
    test="scores",
)
def uses_the_first_biases_twice():
    """Your second convolution works with the biases of the first one. It should have biases of its own."""


@slip(
    step_by_step,
    {
        'Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])': (
            'Z = F @ parameters["W3"]\ndense = (F, parameters["W3"], parameters["b3"])'
        )
    },
    SECTION,
    test="scores",
)
def leaves_out_the_bias_of_the_dense_layer():
    """Your dense layer has no bias. Each class has one, which is added to the product."""


@slip(
    step_by_step,
    {
        'Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])': 'Z1, conv1 = conv_forward(X, parameters["W1"], 0 * parameters["b1"], hparameters["conv"])',
        'Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])': 'Z2, conv2 = conv_forward(P1, parameters["W2"], 0 * parameters["b2"], hparameters["conv"])',
    },
    SECTION,
    test="scores",
)
def leaves_out_the_biases_of_the_convolutions():
    """Your convolutions have biases of 0. Each filter has a bias of its own, among the parameters."""


@slip(
    step_by_step,
    {
        'P1, pool1 = pool_forward(A1, hparameters["pool"])': 'P1, pool1 = pool_forward(A1, hparameters["pool"], "average")',
        'P2, pool2 = pool_forward(A2, hparameters["pool"])': 'P2, pool2 = pool_forward(A2, hparameters["pool"], "average")',
    },
    SECTION,
    test="scores",
)
def averages_in_the_pools():
    """Your pools take the mean of each window. The pools of this network take the maximum, as they do when nothing else
    is said."""


@slip(
    step_by_step,
    {
        'P1, pool1 = pool_forward(A1, hparameters["pool"])': 'P1, pool1 = pool_forward(A1, hparameters["pool"], "average")'
    },
    SECTION,
    test="scores",
)
def averages_in_the_first_pool():
    """Your first pool takes the mean of each window. Both pools of this network take the maximum."""


@slip(
    step_by_step,
    {
        'P2, pool2 = pool_forward(A2, hparameters["pool"])': 'P2, pool2 = pool_forward(A2, hparameters["pool"], "average")'
    },
    SECTION,
    test="scores",
)
def averages_in_the_second_pool():
    """Your second pool takes the mean of each window. Both pools of this network take the maximum."""
