"""Wrong versions of `network_forward`: layers left out, or others in their place."""

from autograder.catalogue import mistake, slip
from autograder.mistakes.network_forward.lines import SECTION
from autograder.reference import conv_forward, dense_forward, flatten_forward, pool_forward, relu_forward
from autograder.styles.network_forward import step_by_step


@slip(
    step_by_step,
    {"A1, relu1 = relu_forward(Z1)": "A1, relu1 = Z1, Z1", "A2, relu2 = relu_forward(Z2)": "A2, relu2 = Z2, Z2"},
    SECTION,
    test="scores",
)
def leaves_out_both_relus():
    """Your pools get what the convolutions put out as it is, as if there were no relu, and the whole network can do
    little more than a single layer. Each pool should get what the relu before it puts out."""


@slip(step_by_step, {"A2, relu2 = relu_forward(Z2)": "A2, relu2 = Z2, Z2"}, SECTION, test="scores")
def leaves_out_the_second_relu():
    """Your second pool gets what the second convolution puts out as it is, as if there were no relu between them. It
    should get what that relu puts out."""


@slip(step_by_step, {"A1, relu1 = relu_forward(Z1)": "A1, relu1 = Z1, Z1"}, SECTION, test="scores")
def leaves_out_the_first_relu():
    """Your first pool gets what the first convolution puts out as it is, as if there were no relu between them. It
    should get what that relu puts out."""


@slip(
    step_by_step,
    {
        "A1, relu1 = relu_forward(Z1)": "A1, relu1 = np.tanh(Z1), Z1",
        "A2, relu2 = relu_forward(Z2)": "A2, relu2 = np.tanh(Z2), Z2",
    },
    SECTION,
    test="scores",
)
def squeezes_with_tanh():
    """Your network has tanh where relu should be. Relu keeps what is positive as it is, and makes 0 of the rest."""


@slip(
    step_by_step,
    {
        "A1, relu1 = relu_forward(Z1)": "A1, relu1 = 1 / (1 + np.exp(-Z1)), Z1",
        "A2, relu2 = relu_forward(Z2)": "A2, relu2 = 1 / (1 + np.exp(-Z2)), Z2",
    },
    SECTION,
    test="scores",
)
def squeezes_with_a_sigmoid():
    """Your network has a sigmoid where relu should be. Relu keeps what is positive as it is, and makes 0 of the rest."""


@mistake(SECTION, test="scores")
def divides_the_images(X, parameters, hparameters):
    """Your network divides the images by 255 first. They come as they should go into the first convolution."""
    X = X / 255
    Z1, conv1 = conv_forward(X, parameters["W1"], parameters["b1"], hparameters["conv"])
    A1, relu1 = relu_forward(Z1)
    P1, pool1 = pool_forward(A1, hparameters["pool"])
    Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])
    A2, relu2 = relu_forward(Z2)
    P2, pool2 = pool_forward(A2, hparameters["pool"])
    F, flat = flatten_forward(P2)
    Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])
    cache = (conv1, relu1, pool1, conv2, relu2, pool2, flat, dense)
    return Z, cache


@slip(
    step_by_step,
    {
        "F, flat = flatten_forward(P2)": "flat = P2.shape",
        'Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])': 'Z, dense = dense_forward(P2, parameters["W3"], parameters["b3"])',
    },
    SECTION,
    test="shape",
)
def leaves_out_flatten():
    """Your dense layer gets the images of the last pool as they are, with four axes. Lay out each example in one row
    first."""


@slip(
    step_by_step,
    {
        'Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])': 'Z2, conv2 = conv_forward(A1, parameters["W2"], parameters["b2"], hparameters["conv"])'
    },
    SECTION,
    test="scores",
)
def leaves_out_the_first_pool():
    """Your second convolution gets what the first relu puts out. Between the two there is a pool."""


@slip(step_by_step, {"F, flat = flatten_forward(P2)": "F, flat = flatten_forward(A2)"}, SECTION, test="scores")
def leaves_out_the_second_pool():
    """Your flatten gets what the second relu puts out. Between the two there is a pool."""


@slip(step_by_step, {"F, flat = flatten_forward(P2)": "F, flat = flatten_forward(P1)"}, SECTION, test="scores")
def leaves_out_the_second_convolution():
    """What reaches your dense layer comes from the first convolution, and the second one is not on the way. Each layer
    should take what the layer before it puts out."""


@slip(
    step_by_step,
    {
        'Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])': 'Z2, conv2 = conv_forward(X, parameters["W2"], parameters["b2"], hparameters["conv"])'
    },
    SECTION,
    test="scores",
)
def gives_the_images_to_the_second_convolution():
    """Your second convolution gets the images themselves. It should get what the first pool puts out."""


@slip(
    step_by_step,
    {"F, flat = flatten_forward(P2)": "F, flat = P2.reshape(-1, P2.shape[0]).T, P2.shape"},
    SECTION,
    test="scores",
)
def flattens_the_axes_in_another_order():
    """Your rows mix the numbers of different images, as where an array is reshaped to columns and then turned. Each
    image is one row, in the order of its axes, as your flatten layer makes it."""


@slip(
    step_by_step, {"A2, relu2 = relu_forward(Z2)": "A2, relu2 = relu_forward(P1)"}, SECTION, test="scores", alone=True
)
def gives_the_first_pool_to_the_second_relu():
    """Your second relu gets what the first pool puts out, so that the second convolution has no effect on the scores.
    Each layer should take what the layer before it puts out."""


@slip(
    step_by_step,
    {
        'Z2, conv2 = conv_forward(P1, parameters["W2"], parameters["b2"], hparameters["conv"])': 'Z2, conv2 = conv_forward(Z1, parameters["W2"], parameters["b2"], hparameters["conv"])'
    },
    SECTION,
    test="scores",
    alone=True,
)
def gives_the_first_convolution_to_the_second():
    """Your second convolution gets what the first one puts out. Between the two there are a relu and a pool."""


@slip(
    step_by_step,
    {'P2, pool2 = pool_forward(A2, hparameters["pool"])': 'P2, pool2 = pool_forward(P1, hparameters["pool"])'},
    SECTION,
    test="scores",
    alone=True,
)
def gives_the_first_pool_to_the_second():
    """Your second pool gets what the first one puts out, so that the second convolution and its relu have no effect on
    the scores. It should take what the second relu puts out."""


@slip(
    step_by_step, {"F, flat = flatten_forward(P2)": "F, flat = flatten_forward(Z2)"}, SECTION, test="scores", alone=True
)
def flattens_the_second_convolution():
    """Your flatten gets what the second convolution puts out. Between the two there are a relu and a pool."""


@slip(step_by_step, {"A1, relu1 = relu_forward(Z1)": "A1, relu1 = relu_forward(X)"}, SECTION, test="scores", alone=True)
def gives_the_images_to_the_first_relu():
    """Your first relu gets the images themselves, so that the first convolution has no effect on the scores. It should
    take what that convolution puts out."""


@slip(
    step_by_step,
    {'P1, pool1 = pool_forward(A1, hparameters["pool"])': 'P1, pool1 = pool_forward(X, hparameters["pool"])'},
    SECTION,
    test="scores",
    alone=True,
)
def gives_the_images_to_the_first_pool():
    """Your first pool gets the images themselves, so that the first convolution and its relu have no effect on the
    scores. It should take what that relu puts out."""


@slip(
    step_by_step,
    {
        'Z, dense = dense_forward(F, parameters["W3"], parameters["b3"])': 'Z, dense = dense_forward(F, parameters["W2"], parameters["b2"])'
    },
    SECTION,
    test="scores",
    alone=True,
)
def uses_the_second_parameters_for_the_dense_layer():
    """Your dense layer has the parameters of the second convolution. It has weights and biases of its own, which are the
    third ones."""


@slip(
    step_by_step,
    {"F, flat = flatten_forward(P2)": "F, flat = flatten_forward(P2.transpose(0, 3, 1, 2))"},
    SECTION,
    test="scores",
    alone=True,
)
def flattens_channels_first():
    """Your rows hold the numbers channel by channel. Each image is one row in the order of its axes, with the channels
    running fastest, as your flatten layer makes it."""
