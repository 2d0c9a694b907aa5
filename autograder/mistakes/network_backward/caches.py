"""Wrong versions of `network_backward`: the cache of another layer."""

from autograder.catalogue import slip
from autograder.mistakes.network_backward.lines import SECTION
from autograder.reference import conv_backward, dense_backward, pool_backward, relu_backward
from autograder.styles.network_backward import step_by_step


@slip(step_by_step, {"dA2 = pool_backward(dP2, pool2)": "dA2 = pool_backward(dP2, pool1)"}, SECTION, test="second")
def takes_the_first_pool_for_the_second():
    """On your way back, what comes out of flatten goes through a pool with the cache of the first one. The second pool
    comes first on the way back, with its own cache."""


@slip(step_by_step, {"dZ2 = relu_backward(dA2, relu2)": "dZ2 = relu_backward(dA2, relu1)"}, SECTION, test="second")
def takes_one_relu_for_the_other():
    """On your way back, the gradient and the cache that a relu gets belong to different relus: the one to the first,
    the other to the second. Each layer takes the gradient of its own output, and its own cache."""


@slip(
    step_by_step,
    {"dP1, dW2, db2 = conv_backward(dZ2, conv2)": "dP1, dW2, db2 = conv_backward(dZ2, conv1)"},
    SECTION,
    test="second",
)
def takes_the_first_convolution_for_the_second():
    """On your way back, a convolution gets the gradient that belongs to the second one, with the cache of the first.
    Each layer takes the gradient of its own output, and its own cache."""


@slip(
    step_by_step,
    {"dX, dW1, db1 = conv_backward(dZ1, conv1)": "dX, dW1, db1 = conv_backward(dZ1, conv2)"},
    SECTION,
    test="first",
)
def takes_the_second_convolution_for_the_first():
    """On your way back, a convolution gets the gradient that belongs to the first one, with the cache of the second.
    Each layer takes the gradient of its own output, and its own cache."""


@slip(step_by_step, {"dA1 = pool_backward(dP1, pool1)": "dA1 = pool_backward(dP1, pool2)"}, SECTION, test="first")
def takes_the_second_pool_for_the_first():
    """On your way back, a pool gets the gradient that belongs to the first one, with the cache of the second. Each
    layer takes the gradient of its own output, and its own cache."""


@slip(
    step_by_step,
    {"dX, dW1, db1 = conv_backward(dZ1, conv1)": "dW1, dX, db1 = conv_backward(dZ1, conv1)"},
    SECTION,
    test="first",
)
def takes_the_gradient_of_the_input_first():
    """Your gradients of the first convolution's filters and image have changed places. The gradient of a layer's input
    is the first that its backward function returns."""


@slip(
    step_by_step,
    {"dP1, dW2, db2 = conv_backward(dZ2, conv2)": "dW2, db2, dP1 = conv_backward(dZ2, conv2)"},
    SECTION,
    test="second",
    alone=True,
)
def hands_on_the_gradient_of_the_second_biases():
    """What goes back into your first pool is the gradient of the second convolution's biases. It should be that of its
    input, which is the first that its backward function returns."""


@slip(
    step_by_step,
    {"dP1, dW2, db2 = conv_backward(dZ2, conv2)": "dW2, dP1, db2 = conv_backward(dZ2, conv2)"},
    SECTION,
    test="second",
    alone=True,
)
def hands_on_the_gradient_of_the_second_filters():
    """What goes back into your first pool is the gradient of the second convolution's filters. It should be that of its
    input, which is the first that its backward function returns."""


@slip(
    step_by_step,
    {"dX, dW1, db1 = conv_backward(dZ1, conv1)": "dW1, db1, dX = conv_backward(dZ1, conv1)"},
    SECTION,
    test="first",
    alone=True,
)
def takes_the_first_gradients_in_another_order():
    """Under the names of the first convolution's filters and biases stand the gradients of its input and its filters.
    Its backward function returns that of the input first, then that of the filters, then that of the biases."""


@slip(
    step_by_step,
    {"dF, dW3, db3 = dense_backward(dZ, dense)": "dW3, db3, dF = dense_backward(dZ, dense)"},
    SECTION,
    test="dense",
    alone=True,
)
def folds_up_the_gradient_of_the_biases():
    """What you fold up is the gradient of the dense layer's biases. It should be that of its input, which is the first
    that its backward function returns."""
