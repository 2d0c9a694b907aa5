"""Wrong versions of `network_backward`: the way back through relu."""

from autograder.catalogue import mistake, slip
from autograder.mistakes.network_backward.lines import SECTION
from autograder.reference import conv_backward, dense_backward, pool_backward, relu_backward
from autograder.styles.network_backward import step_by_step


@slip(
    step_by_step,
    {"dZ2 = relu_backward(dA2, relu2)": "dZ2 = dA2", "dZ1 = relu_backward(dA1, relu1)": "dZ1 = dA1"},
    SECTION,
    test="measured",
)
def forgets_relu():
    """On your way back, the gradients reach the convolutions without having gone through relu. The shapes fit all the
    same, but then gradients pass where relu has stopped everything on the way forward."""


@slip(step_by_step, {"dZ1 = relu_backward(dA1, relu1)": "dZ1 = dA1"}, SECTION, test="first")
def forgets_the_first_relu():
    """On your way back, the gradient reaches the first convolution without having gone through its relu. Each layer of
    the way forward has its own on the way back."""


@slip(step_by_step, {"dZ2 = relu_backward(dA2, relu2)": "dZ2 = dA2"}, SECTION, test="second")
def forgets_the_second_relu():
    """On your way back, the gradient reaches the second convolution without having gone through its relu. Each layer of
    the way forward has its own on the way back."""


@slip(
    step_by_step,
    {
        "dZ2 = relu_backward(dA2, relu2)": "dZ2 = np.maximum(dA2, 0)",
        "dZ1 = relu_backward(dA1, relu1)": "dZ1 = np.maximum(dA1, 0)",
    },
    SECTION,
    test="second",
)
def goes_forward_through_relu():
    """Your way back applies relu itself to the gradients, which stops those that are negative. What passes is decided
    by what relu was given on the way forward, and its backward function does that."""


@slip(step_by_step, {"dZ1 = relu_backward(dA1, relu1)": "dZ1 = np.maximum(dA1, 0)"}, SECTION, test="first")
def goes_forward_through_the_first_relu():
    """Your way back applies the first relu itself to the gradients, which stops those that are negative. What passes is
    decided by what that relu was given on the way forward."""


@slip(step_by_step, {"dZ2 = relu_backward(dA2, relu2)": "dZ2 = np.maximum(dA2, 0)"}, SECTION, test="second")
def goes_forward_through_the_second_relu():
    """Your way back applies the second relu itself to the gradients, which stops those that are negative. What passes
    is decided by what that relu was given on the way forward."""


@slip(
    step_by_step,
    {
        "dZ2 = relu_backward(dA2, relu2)": "dZ2 = relu_backward(relu2, dA2)",
        "dZ1 = relu_backward(dA1, relu1)": "dZ1 = relu_backward(relu1, dA1)",
    },
    SECTION,
    test="second",
)
def exchanges_gradient_and_cache_in_relu():
    """Your relus on the way back get the cache as the gradient and the gradient as the cache. The gradient comes first."""


@slip(step_by_step, {"dZ2 = relu_backward(dA2, relu2)": "dZ2 = relu_backward(relu2, dA2)"}, SECTION, test="second")
def exchanges_gradient_and_cache_in_the_second_relu():
    """Your second relu on the way back gets the cache as the gradient and the gradient as the cache. The gradient comes
    first."""


@slip(
    step_by_step,
    {
        "dZ2 = relu_backward(dA2, relu2)": "dZ2 = (relu2 > 0) * 1.0",
        "dZ1 = relu_backward(dA1, relu1)": "dZ1 = (relu1 > 0) * 1.0",
    },
    "Relu, there and back",
    test="second",
)
def hands_on_where_relu_passes():
    """Behind the relus, your way back goes on with zeros and ones, which say where relu let something pass, in the
    place of the gradient. Multiply the gradient by them, as the backward function of relu does."""


@slip(
    step_by_step, {"dZ2 = relu_backward(dA2, relu2)": "dZ2 = (relu2 > 0) * 1.0"}, "Relu, there and back", test="second"
)
def hands_on_where_the_second_relu_passes():
    """Behind the second relu, your way back goes on with zeros and ones, which say where that relu let something pass,
    in the place of the gradient. Multiply the gradient by them, as the backward function of relu does."""


@slip(
    step_by_step,
    {"dF, dW3, db3 = dense_backward(dZ, dense)": "dF, dW3, db3 = dense_backward(np.maximum(dZ, 0), dense)"},
    SECTION,
    test="dense",
)
def sends_the_scores_through_relu():
    """Your way back begins by putting 0 in the place of negative gradients of the scores, as relu does. No relu comes
    after the dense layer, which gets these gradients as they come."""


@mistake(SECTION, test="second")
def goes_through_relu_before_the_pool(dZ, cache):
    """Your way back goes through relu before the pool. On the way forward the pool came last, and so it is the first on
    the way back."""
    (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense) = cache
    dF, dW3, db3 = dense_backward(dZ, dense)
    dP2 = dF.reshape(flat)
    dA2 = relu_backward(dP2, relu2)
    dZ2 = pool_backward(dA2, pool2)
    dP1, dW2, db2 = conv_backward(dZ2, conv2)
    dA1 = relu_backward(dP1, relu1)
    dZ1 = pool_backward(dA1, pool1)
    dX, dW1, db1 = conv_backward(dZ1, conv1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}


@slip(
    step_by_step,
    {"dZ1 = relu_backward(dA1, relu1)": "dZ1 = relu_backward(relu1, dA1)"},
    SECTION,
    test="first",
    alone=True,
)
def exchanges_gradient_and_cache_in_the_first_relu():
    """Your first relu on the way back gets the cache as the gradient and the gradient as the cache. The gradient comes
    first."""
