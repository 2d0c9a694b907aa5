"""Wrong versions of `network_backward`: gradients under other names."""

from autograder.catalogue import slip
from autograder.mistakes.network_backward.lines import SECTION
from autograder.reference import conv_backward, dense_backward, pool_backward, relu_backward
from autograder.styles.network_backward import step_by_step


@slip(
    step_by_step,
    {
        'return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}': 'return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}'
    },
    SECTION,
    test="dense",
)
def names_the_gradients_after_themselves():
    """Your dict has names such as dW1. Each gradient should have the name of its parameter, so that the step of
    gradient descent finds it."""


@slip(
    step_by_step,
    {
        'return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}': 'return {"W1": dW2, "b1": db2, "W2": dW1, "b2": db1, "W3": dW3, "b3": db3}'
    },
    SECTION,
    test="first",
)
def swaps_the_convolutions():
    """Your gradients of the two convolutions stand under each other's names. Each should stand under the name of the
    filters to which it belongs."""


@slip(
    step_by_step,
    {
        'return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}': 'return {"W1": dW3, "b1": db3, "W2": dW2, "b2": db2, "W3": dW1, "b3": db1}'
    },
    SECTION,
    test="dense",
)
def turns_the_layers_round_in_the_dict():
    """Your gradients of the first convolution and of the dense layer stand under each other's names. Each should stand
    under the name of the parameter to which it belongs."""


@slip(
    step_by_step,
    {
        'return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}': 'return {"W1": db1, "b1": dW1, "W2": db2, "b2": dW2, "W3": db3, "b3": dW3}'
    },
    SECTION,
    test="dense",
)
def exchanges_weights_and_biases():
    """Your gradients of weights and biases stand under each other's names. Each should have the shape of the parameter
    under whose name it stands."""


@slip(
    step_by_step,
    {
        'return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}': 'return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": db3, "b3": dW3}'
    },
    SECTION,
    test="dense",
)
def exchanges_weights_and_biases_of_the_dense_layer():
    """Your gradients of the dense layer's weights and biases stand under each other's names. Each should have the shape
    of the parameter under whose name it stands."""


@slip(
    step_by_step,
    {
        'return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}': 'return {"W1": dW1, "W2": dW2, "W3": dW3}'
    },
    SECTION,
    test="dense",
)
def leaves_out_the_biases():
    """Your dict holds the gradients of the weights only. The biases are learned, too, and their gradients belong there."""


@slip(
    step_by_step,
    {
        'return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}': "return dW1, db1, dW2, db2, dW3, db3"
    },
    SECTION,
    test="dense",
)
def returns_a_tuple():
    """Your function returns its gradients one after the other, without names. They should be in a dict, under the names
    of the parameters."""


@slip(
    step_by_step,
    {
        'return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}': 'return {"W1": dW2, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}'
    },
    SECTION,
    test="first",
    alone=True,
)
def puts_the_second_filters_under_the_first_name():
    """Under the name of the first convolution's filters stands the gradient of the second one's. Each gradient belongs
    under the name of its own parameter."""


@slip(
    step_by_step,
    {
        'return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}': 'return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3}'
    },
    SECTION,
    test="dense",
    alone=True,
)
def leaves_out_the_biases_of_the_dense_layer():
    """Your dict lacks the gradient of the dense layer's biases. They are learned as the others are, so their gradient
    belongs in it."""
