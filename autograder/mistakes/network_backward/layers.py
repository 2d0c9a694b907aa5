"""Wrong versions of `network_backward`: layers left out, or gone through in another way."""

from autograder.catalogue import slip
from autograder.mistakes.network_backward.lines import SECTION
from autograder.reference import conv_backward, dense_backward, pool_backward, relu_backward, softmax
from autograder.styles.network_backward import step_by_step


@slip(
    step_by_step,
    {"dZ2 = relu_backward(dA2, relu2)": "dZ2 = dA2 * relu2", "dZ1 = relu_backward(dA1, relu1)": "dZ1 = dA1 * relu1"},
    "Relu, there and back",
    test="second",
)
def multiplies_by_the_cached_numbers():
    """Your way back multiplies the gradient by what relu had cached. That is not the slope of relu: its own backward
    function says what passes."""


@slip(
    step_by_step,
    {"dF, dW3, db3 = dense_backward(dZ, dense)": "dF, dW3, db3 = dense_backward(softmax(dZ), dense)"},
    SECTION,
    test="dense",
)
def applies_softmax_on_the_way_back():
    """Your way back applies softmax to what arrives. That is the gradient of the scores already, from the loss, and the
    dense layer gets it as it comes."""


@slip(
    step_by_step,
    {"dF, dW3, db3 = dense_backward(dZ, dense)": "dF, dW3, db3 = dense_backward(-dZ, dense)"},
    SECTION,
    test="dense",
)
def turns_the_signs_round():
    """All your gradients have the wrong sign. What arrives is the gradient of the loss, and goes through the layers as
    it is: the step of gradient descent subtracts it."""


@slip(
    step_by_step,
    {"dF, dW3, db3 = dense_backward(dZ, dense)": "dF, dW3, db3 = dense_backward(dZ / dZ.shape[0], dense)"},
    SECTION,
    test="dense",
)
def divides_by_m_once_more():
    """Your way back divides what arrives by the number of examples. The loss has done that already, and nothing is left
    to be divided."""


@slip(step_by_step, {"dP2 = dF.reshape(flat)": "dP2 = dF"}, SECTION, test="second")
def forgets_to_fold_up():
    """Your way back hands the flat rows of the dense layer to the pool. They have to be folded up to the shape that
    they had before, which is in the cache of flatten."""


@slip(step_by_step, {"dP2 = dF.reshape(flat)": 'dP2 = dF.reshape(flat, order="F")'}, SECTION, test="second")
def folds_up_in_another_order():
    """Your rows are folded up with the rows of the image running fastest, as in the order of Fortran, so that gradients
    land on other pixels and channels. Fold them up in the order in which they were laid out."""


@slip(
    step_by_step,
    {
        "dA2 = pool_backward(dP2, pool2)": 'dA2 = pool_backward(dP2, pool2, "average")',
        "dA1 = pool_backward(dP1, pool1)": 'dA1 = pool_backward(dP1, pool1, "average")',
    },
    SECTION,
    test="second",
)
def shares_gradients_in_the_pools():
    """Your way back shares each gradient among its window, as average pooling does. The pools of this network took the
    maximum, and the gradient belongs to that entry."""


@slip(
    step_by_step,
    {"dA1 = pool_backward(dP1, pool1)": 'dA1 = pool_backward(dP1, pool1, "average")'},
    SECTION,
    test="first",
)
def shares_gradients_in_the_first_pool():
    """Your way back shares each gradient of the first pool among its window, as average pooling does. Both pools took
    the maximum, and the gradient belongs to that entry."""


@slip(
    step_by_step,
    {"dA2 = pool_backward(dP2, pool2)": 'dA2 = pool_backward(dP2, pool2, "average")'},
    SECTION,
    test="second",
)
def shares_gradients_in_the_second_pool():
    """Your way back shares each gradient of the second pool among its window, as average pooling does. Both pools took
    the maximum, and the gradient belongs to that entry."""


@slip(
    step_by_step,
    {"dA2 = pool_backward(dP2, pool2)": "dA2 = dP2", "dA1 = pool_backward(dP1, pool1)": "dA1 = dP1"},
    SECTION,
    test="second",
)
def forgets_both_pools():
    """On your way back, no gradient goes through a pool, neither the second one nor the first. Each layer of the way
    forward has its own on the way back."""


@slip(step_by_step, {"dA1 = pool_backward(dP1, pool1)": "dA1 = dP1"}, SECTION, test="first")
def forgets_the_first_pool():
    """On your way back, the gradient reaches the first relu without having gone through the first pool. Each layer of
    the way forward has its own on the way back."""


@slip(step_by_step, {"dA2 = pool_backward(dP2, pool2)": "dA2 = dP2"}, SECTION, test="second")
def forgets_the_second_pool():
    """On your way back, the gradient reaches the second relu without having gone through the second pool. Each layer of
    the way forward has its own on the way back."""


@slip(
    step_by_step,
    {"dX, dW1, db1 = conv_backward(dZ1, conv1)": "dW1, db1 = np.zeros_like(conv1[1]), np.zeros_like(conv1[2])"},
    SECTION,
    test="first",
)
def stops_before_the_first_convolution():
    """Your gradients of the first convolution are zeros. The way back goes on through it, with its own cache, and then
    something can be learned there."""


@slip(
    step_by_step,
    {"dA2 = pool_backward(dP2, pool2)\ndZ2 = relu_backward(dA2, relu2)": "dZ2 = dP2"},
    SECTION,
    test="second",
    alone=True,
)
def forgets_the_second_pool_and_relu():
    """Your way back goes from flatten straight to the second convolution. The second pool and the second relu lie
    between them."""


@slip(
    step_by_step,
    {"dZ2 = relu_backward(dA2, relu2)": "dZ2 = dA2 * relu2"},
    "Relu, there and back",
    test="second",
    alone=True,
)
def multiplies_by_the_second_cached_numbers():
    """Your second relu on the way back multiplies the gradient by the numbers in its cache. They are not the slope of
    relu: its own backward function says what passes."""


@slip(
    step_by_step,
    {"dZ1 = relu_backward(dA1, relu1)": "dZ1 = dA1 * relu1"},
    "Relu, there and back",
    test="first",
    alone=True,
)
def multiplies_by_the_first_cached_numbers():
    """Your first relu on the way back multiplies the gradient by the numbers in its cache. They are not the slope of
    relu: its own backward function says what passes."""


@slip(
    step_by_step,
    {"dF, dW3, db3 = dense_backward(dZ, dense)": "dF, dW3, db3 = dense_backward(dZ, dense)\nconv_backward(dZ, conv1)"},
    SECTION,
    test="dense",
    alone=True,
)
def begins_with_the_first_convolution():
    """Your code hands the gradient of the scores to a convolution. The last layer of the way forward is the first on the
    way back: the scores are what the dense layer put out."""


@slip(step_by_step, {"dP2 = dF.reshape(flat)": "dP2 = dF.reshape(pool2[0].shape)"}, SECTION, test="second", alone=True)
def folds_up_to_what_went_into_the_pool():
    """Your rows are folded up to the shape of what went into the second pool. It is what came out of it that was
    flattened; that shape is in the cache of flatten."""
