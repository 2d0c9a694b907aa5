"""Wrong versions of `conv2d_backward`: what comes from PyTorch, or goes back to it, in the wrong layout."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.reference import conv_weights_to_torch, to_channels_first
from autograder.styles.conv2d_backward import step_by_step
from helpers.layers import conv_backward


@mistake("Your backward pass in PyTorch", test="grad_x")
def leaves_grad_x_with_channels_last(grad_output, x, weight, stride, padding):
    """Your gradient of the input comes back with the channels last, as conv_backward gives it.
    It should have the layout of x, with the channels first."""
    dZ = np.transpose(grad_output, (0, 2, 3, 1))
    A_prev = np.transpose(x, (0, 2, 3, 1))
    W = np.transpose(weight, (2, 3, 1, 0))
    b = np.zeros((1, 1, 1, W.shape[3]))
    (dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))
    grad_x = dA_prev
    (grad_weight, grad_bias) = conv_weights_to_torch(dW, db)
    return grad_x, grad_weight, grad_bias


@mistake("Your backward pass in PyTorch", test="grad_weight")
def leaves_grad_weight_with_filters_last(grad_output, x, weight, stride, padding):
    """Your gradient of the filters comes back as conv_backward gives it, with the filters on the last axis.
    It should have the layout of weight, with the filters on the first."""
    dZ = np.transpose(grad_output, (0, 2, 3, 1))
    A_prev = np.transpose(x, (0, 2, 3, 1))
    W = np.transpose(weight, (2, 3, 1, 0))
    b = np.zeros((1, 1, 1, W.shape[3]))
    (dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))
    grad_x = np.transpose(dA_prev, (0, 3, 1, 2))
    return grad_x, dW, db.reshape(-1)


@slip(
    step_by_step,
    {
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
        "grad_bias = db.reshape(-1)": "grad_bias = db",
    },
    "The filters",
    test="grad_bias",
)
def keeps_the_shape_of_the_bias():
    """Your gradient of the bias keeps the four axes that our bias has.
    PyTorch's bias has one axis, and its gradient should have the same shape."""


@slip(
    step_by_step,
    {
        "W = np.transpose(weight, (2, 3, 1, 0))": "W = weight.T",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
    },
    "The filters",
    test="grad_x",
)
def swaps_rows_and_columns_of_the_filters():
    """Your filters go into the backward pass with their rows and columns exchanged, as where the order of all axes is
    turned around. The shape is right then, but each filter is mirrored at its diagonal."""


@mistake("Your backward pass in PyTorch", test="grad_weight")
def reshapes_the_input(grad_output, x, weight, stride, padding):
    """Your code gives x the shape with the channels last and leaves its numbers in their order, so that the channels
    get mixed up. The axes have to change places, and the numbers with them."""
    m, n_C_prev, n_H_prev, n_W_prev = x.shape
    dZ = np.transpose(grad_output, (0, 2, 3, 1))
    A_prev = x.reshape(m, n_H_prev, n_W_prev, n_C_prev)
    W = np.transpose(weight, (2, 3, 1, 0))
    b = np.zeros((1, 1, 1, W.shape[3]))
    (dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))
    grad_x = np.transpose(dA_prev, (0, 3, 1, 2))
    grad_weight = np.transpose(dW, (3, 2, 0, 1))
    grad_bias = db.reshape(-1)
    return grad_x, grad_weight, grad_bias


@slip(
    step_by_step,
    {
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": 1, "pad": padding}))'
    },
    "Your backward pass in PyTorch",
    test="stride",
)
def ignores_the_stride():
    """Your code calls conv_backward with stride 1, whatever stride the forward pass had.
    The windows should lie where they lay on the way forward."""


@slip(
    step_by_step,
    {
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": 0}))'
    },
    "Your backward pass in PyTorch",
    test="padding",
)
def ignores_the_padding():
    """Your code calls conv_backward without padding, whatever padding the forward pass had.
    What is called padding in PyTorch is our pad, and both passes need it."""


@mistake("Your backward pass in PyTorch", test="grad_weight")
def divides_by_the_examples(grad_output, x, weight, stride, padding):
    """Your gradients of the filters and of the bias are divided by the number of examples.
    Where a loss is a mean, that is contained in the gradient that comes in; here everything is just added up."""
    dZ = np.transpose(grad_output, (0, 2, 3, 1))
    A_prev = np.transpose(x, (0, 2, 3, 1))
    W = np.transpose(weight, (2, 3, 1, 0))
    b = np.zeros((1, 1, 1, W.shape[3]))
    (dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))
    return to_channels_first(dA_prev), *conv_weights_to_torch(dW / len(x), db / len(x))


@mistake("Your backward pass in PyTorch", test="grad_x")
def goes_back_to_no_layout(grad_output, x, weight, stride, padding):
    """Your code returns what conv_backward gives as it is, in the layout of this course.
    PyTorch wants each gradient in the shape of what it belongs to: channels first, and a bias of one axis."""
    dZ = np.transpose(grad_output, (0, 2, 3, 1))
    A_prev = np.transpose(x, (0, 2, 3, 1))
    W = np.transpose(weight, (2, 3, 1, 0))
    b = np.zeros((1, 1, 1, W.shape[3]))
    return conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))


@slip(
    step_by_step,
    {
        "W = np.transpose(weight, (2, 3, 1, 0))": "W = weight",
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
    },
    "Your backward pass in PyTorch",
    test="grad_x",
)
def leaves_the_filters_in_pytorchs_layout():
    """weight goes to conv_backward as PyTorch has it, with the filters on the first axis.
    conv_backward wants them on the last, behind rows, columns and channels."""


@slip(
    step_by_step,
    {
        "A_prev = np.transpose(x, (0, 2, 3, 1))": "A_prev = x",
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
    },
    "Your backward pass in PyTorch",
    test="grad_weight",
)
def leaves_the_input_in_pytorchs_layout():
    """x goes to conv_backward as PyTorch has it, with the channels in front of rows and columns.
    conv_backward wants the channels last."""


@slip(
    step_by_step,
    {
        "dZ = np.transpose(grad_output, (0, 2, 3, 1))": "dZ = grad_output",
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
    },
    "Your backward pass in PyTorch",
    test="grad_x",
)
def leaves_the_gradient_in_pytorchs_layout():
    """grad_output goes to conv_backward as PyTorch has it, with the channels in front of rows and columns.
    As dZ it should have the channels last, as Z has."""


@mistake("Your backward pass in PyTorch", test="grad_x")
def changes_no_layout_on_the_way_in(grad_output, x, weight, stride, padding):
    """grad_output, x and weight go to conv_backward as PyTorch has them.
    It is one of our functions, so that all three should have our layout first: channels last, and filters last."""
    dZ = grad_output
    A_prev = x
    W = weight
    b = np.zeros((1, 1, 1, len(weight)))
    (dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))
    grad_x = np.transpose(dA_prev, (0, 3, 1, 2))
    grad_weight = np.transpose(dW, (3, 2, 0, 1))
    grad_bias = db.reshape(-1)
    return grad_x, grad_weight, grad_bias


@mistake("Your backward pass in PyTorch", test="grad_x")
def goes_to_channels_first_on_the_way_in(grad_output, x, weight, stride, padding):
    """Your code takes grad_output and x from our layout to PyTorch's, but they have PyTorch's already.
    On the way in it is the other direction that is wanted: the channels go to the end."""
    dZ = to_channels_first(grad_output)
    A_prev = to_channels_first(x)
    W = np.transpose(weight, (2, 3, 1, 0))
    b = np.zeros((1, 1, 1, len(weight)))
    (dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))
    grad_x = np.transpose(dA_prev, (0, 3, 1, 2))
    grad_weight = np.transpose(dW, (3, 2, 0, 1))
    grad_bias = db.reshape(-1)
    return grad_x, grad_weight, grad_bias


@slip(
    step_by_step,
    {
        "W = np.transpose(weight, (2, 3, 1, 0))": "W = np.transpose(weight, (2, 3, 0, 1))",
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
    },
    "Your backward pass in PyTorch",
    test="grad_x",
)
def exchanges_channels_and_filters():
    """Your filters reach conv_backward with the filters in front of the channels.
    In our layout the channels of the input come third, and the filters last."""


@mistake("Your backward pass in PyTorch", test="grad_x")
def exchanges_rows_and_columns(grad_output, x, weight, stride, padding):
    """Your images reach conv_backward with rows and columns exchanged, as mirrored at their diagonal.
    Only the channels are to move; rows stay in front of columns."""
    dZ = np.transpose(grad_output, (0, 3, 2, 1))
    A_prev = np.transpose(x, (0, 3, 2, 1))
    W = np.transpose(weight, (2, 3, 1, 0))
    b = np.zeros((1, 1, 1, len(weight)))
    (dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))
    grad_x = np.transpose(dA_prev, (0, 3, 1, 2))
    grad_weight = np.transpose(dW, (3, 2, 0, 1))
    grad_bias = db.reshape(-1)
    return grad_x, grad_weight, grad_bias


@slip(
    step_by_step,
    {
        "W = np.transpose(weight, (2, 3, 1, 0))": "W = np.transpose(weight, (2, 3, 1, 0))[::-1, ::-1]",
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
    },
    "Your backward pass in PyTorch",
    test="grad_x",
)
def turns_the_filters_around():
    """Your code turns each filter by half a turn before it calls conv_backward.
    conv_backward takes the filters as they were on the way forward; nothing is to be turned here."""


@slip(
    step_by_step,
    {
        "W = np.transpose(weight, (2, 3, 1, 0))": "W = weight.reshape(weight.shape[2], weight.shape[3], weight.shape[1], weight.shape[0])",
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
    },
    "Your backward pass in PyTorch",
    test="grad_x",
)
def reshapes_the_filters():
    """Your code gives weight the shape of our filters and leaves its numbers in their order, so that filters, channels and
    places get mixed up. The axes have to change places, and the numbers with them."""


@mistake("Your backward pass in PyTorch", test="grad_x")
def reshapes_on_the_way_back(grad_output, x, weight, stride, padding):
    """Your code gives the gradients the shapes of x and weight and leaves their numbers in their order, so that these end up
    in wrong places. The axes have to change places, and the numbers with them."""
    dZ = np.transpose(grad_output, (0, 2, 3, 1))
    A_prev = np.transpose(x, (0, 2, 3, 1))
    W = np.transpose(weight, (2, 3, 1, 0))
    b = np.zeros((1, 1, 1, len(weight)))
    (dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))
    grad_x = dA_prev.reshape(x.shape)
    grad_weight = dW.reshape(weight.shape)
    grad_bias = db.reshape(-1)
    return grad_x, grad_weight, grad_bias


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
        "grad_weight = np.transpose(dW, (3, 2, 0, 1))": "grad_weight = dW.T",
    },
    "The filters",
    test="grad_weight",
)
def turns_all_axes_of_the_filters_around_on_the_way_back():
    """Your gradient of the filters has its rows and columns exchanged, as where the order of all axes is turned around.
    The shape is right then, but each filter is mirrored at its diagonal."""


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": padding, "pad": stride}))',
    },
    "Your backward pass in PyTorch",
    test="stride",
)
def exchanges_stride_and_padding():
    """Your code gives conv_backward the padding as its stride, and the stride as its pad.
    Each should go where the forward pass had it."""


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dW, dA_prev, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
    },
    "Your backward pass in PyTorch",
    test="grad_x",
)
def takes_the_gradients_in_another_order():
    """Your gradients of the input and of the filters have changed places before they go to PyTorch's layout.
    conv_backward returns that of the input first, then that of the filters, then that of the bias."""


@mistake("Your backward pass in PyTorch", test="grad_x")
def returns_the_gradient_of_the_input_last(grad_output, x, weight, stride, padding):
    """Your function returns the gradients of weight and bias before that of the input.
    PyTorch expects one for each argument of forward, in their order: x, weight, bias."""
    dZ = np.transpose(grad_output, (0, 2, 3, 1))
    A_prev = np.transpose(x, (0, 2, 3, 1))
    W = np.transpose(weight, (2, 3, 1, 0))
    b = np.zeros((1, 1, 1, len(weight)))
    (dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))
    return *conv_weights_to_torch(dW, db), to_channels_first(dA_prev)


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
        "grad_bias = db.reshape(-1)": "grad_bias = grad_output.sum(axis=(1, 2, 3))",
    },
    "Your backward pass in PyTorch",
    test="grad_bias",
)
def sums_the_bias_over_other_axes():
    """Your gradient of the bias is a sum over channels, rows and columns, one for each example.
    Each filter has one bias, which counts in all examples and places: what is left over is the axis of the filters."""


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
        "grad_bias = db.reshape(-1)": "grad_bias = grad_output.mean(axis=(0, 2, 3))",
    },
    "Your backward pass in PyTorch",
    test="grad_bias",
)
def takes_the_mean_for_the_bias():
    """Your gradient of the bias is a mean over examples and places.
    The bias is added at each of them, so that its gradient is the sum."""


@mistake("Your backward pass in PyTorch", test="grad_x")
def turns_the_sign_around(grad_output, x, weight, stride, padding):
    """All your gradients have the opposite sign.
    The backward pass gives the gradient; the step downhill is taken later, by whoever trains."""
    dZ = np.transpose(grad_output, (0, 2, 3, 1))
    A_prev = np.transpose(x, (0, 2, 3, 1))
    W = np.transpose(weight, (2, 3, 1, 0))
    b = np.zeros((1, 1, 1, len(weight)))
    (dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))
    return -to_channels_first(dA_prev), *(-one for one in conv_weights_to_torch(dW, db))


@mistake("Your backward pass in PyTorch", test="grad_x")
def reshapes_both_images_on_the_way_in(grad_output, x, weight, stride, padding):
    """Your code gives grad_output and x the shapes with the channels last and leaves their numbers in their order, so that
    the channels get mixed up. The axes have to change places, and the numbers with them."""
    m, n_C_prev, n_H_prev, n_W_prev = x.shape
    m, n_C, n_H, n_W = grad_output.shape
    dZ = grad_output.reshape(m, n_H, n_W, n_C)
    A_prev = x.reshape(m, n_H_prev, n_W_prev, n_C_prev)
    W = np.transpose(weight, (2, 3, 1, 0))
    b = np.zeros((1, 1, 1, len(weight)))
    (dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))
    grad_x = np.transpose(dA_prev, (0, 3, 1, 2))
    grad_weight = np.transpose(dW, (3, 2, 0, 1))
    grad_bias = db.reshape(-1)
    return grad_x, grad_weight, grad_bias


@slip(
    step_by_step,
    {
        "dZ = np.transpose(grad_output, (0, 2, 3, 1))": (
            "m, n_C, n_H, n_W = grad_output.shape\ndZ = grad_output.reshape(m, n_H, n_W, n_C)"
        ),
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
    },
    "Your backward pass in PyTorch",
    test="grad_x",
)
def reshapes_the_gradient():
    """Your code gives grad_output the shape with the channels last and leaves its numbers in their order, so that the
    channels get mixed up. The axes have to change places, and the numbers with them."""


@mistake("Your backward pass in PyTorch", test="grad_x")
def reshapes_everything_on_the_way_in(grad_output, x, weight, stride, padding):
    """Your code gives grad_output, x and weight the shapes that we have here and leaves their numbers in their order, so
    that these get mixed up. The axes have to change places, and the numbers with them."""
    m, n_C_prev, n_H_prev, n_W_prev = x.shape
    m, n_C, n_H, n_W = grad_output.shape
    f = weight.shape[2]
    dZ = grad_output.reshape(m, n_H, n_W, n_C)
    A_prev = x.reshape(m, n_H_prev, n_W_prev, n_C_prev)
    W = weight.reshape(f, f, n_C_prev, n_C)
    b = np.zeros((1, 1, 1, len(weight)))
    (dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))
    grad_x = np.transpose(dA_prev, (0, 3, 1, 2))
    grad_weight = np.transpose(dW, (3, 2, 0, 1))
    grad_bias = db.reshape(-1)
    return grad_x, grad_weight, grad_bias


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
        "grad_x = np.transpose(dA_prev, (0, 3, 1, 2))": "grad_x = np.transpose(dA_prev, (0, 2, 3, 1))",
    },
    "Your backward pass in PyTorch",
    test="grad_x",
)
def takes_grad_x_the_way_in():
    """The order of the axes of your grad_x is that of the way in, from PyTorch's layout to ours.
    On the way out the channels come from the end and go behind the examples."""


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
        "grad_x = np.transpose(dA_prev, (0, 3, 1, 2))": "grad_x = np.transpose(dA_prev, (0, 3, 2, 1))",
    },
    "Your backward pass in PyTorch",
    test="grad_x",
)
def exchanges_rows_and_columns_of_grad_x():
    """Your grad_x has its channels in front, but also its rows and columns exchanged.
    Rows come before columns in both layouts."""


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
        "grad_x = np.transpose(dA_prev, (0, 3, 1, 2))": "grad_x = dA_prev.reshape(x.shape)",
    },
    "Your backward pass in PyTorch",
    test="grad_x",
)
def reshapes_grad_x():
    """Your code gives the gradient of the input the shape of x and leaves its numbers in their order, so that these end up
    in wrong places. The axes have to change places, and the numbers with them."""


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
        "grad_weight = np.transpose(dW, (3, 2, 0, 1))": "grad_weight = dW.reshape(weight.shape)",
    },
    "Your backward pass in PyTorch",
    test="grad_weight",
)
def reshapes_grad_weight():
    """Your code gives the gradient of the filters the shape of weight and leaves its numbers in their order, so that these
    end up in wrong places. The axes have to change places, and the numbers with them."""


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
        "grad_weight = np.transpose(dW, (3, 2, 0, 1))": "grad_weight = np.transpose(dW, (2, 3, 1, 0))",
    },
    "Your backward pass in PyTorch",
    test="grad_weight",
)
def takes_grad_weight_the_way_in():
    """The order of the axes of your grad_weight is that of the way in, from PyTorch's layout to ours.
    On the way out the filters come from the end and go to the front."""


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
        "grad_weight = np.transpose(dW, (3, 2, 0, 1))": "grad_weight = to_channels_first(dW)",
    },
    "Your backward pass in PyTorch",
    test="grad_weight",
)
def moves_grad_weight_as_images():
    """Your gradient of the filters has its axes moved as those of a batch of images, the last one behind the first.
    Filters have their rows and columns first; PyTorch wants them last, behind the filter and its channel."""


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
        "grad_weight = np.transpose(dW, (3, 2, 0, 1))": "grad_weight = np.transpose(dW, (2, 3, 0, 1))",
    },
    "Your backward pass in PyTorch",
    test="grad_weight",
)
def exchanges_channels_and_filters_of_grad_weight():
    """Your gradient of the filters counts the channels of the input on the first axis, and the filters on the second.
    PyTorch's weight has the filters first."""


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
        "grad_weight = np.transpose(dW, (3, 2, 0, 1))": "grad_weight = np.transpose(dW[::-1, ::-1], (3, 2, 0, 1))",
    },
    "Your backward pass in PyTorch",
    test="grad_weight",
)
def turns_grad_weight_around():
    """Your gradient of the filters is turned by half a turn.
    It is in the layout of the filters as conv_backward returns it; only the axes are to change places."""


@slip(
    step_by_step,
    {
        "W = np.transpose(weight, (2, 3, 1, 0))": "W = np.transpose(weight, (3, 2, 0, 1))",
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
    },
    "Your backward pass in PyTorch",
    test="grad_x",
)
def takes_the_filters_the_way_out():
    """Your filters go to conv_backward by the order of axes that belongs to the way out, from our layout to PyTorch's.
    On the way in it is the other one: rows and columns first, then channels and filters."""


@slip(
    step_by_step,
    {
        "W = np.transpose(weight, (2, 3, 1, 0))": "W = np.transpose(weight, (0, 2, 3, 1))",
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
    },
    "Your backward pass in PyTorch",
    test="grad_x",
)
def moves_the_filters_as_images():
    """Your code moves the axes of weight as those of a batch of images, only the channels to the end.
    conv_backward wants rows and columns first, then the channels of the input, and the filters last."""


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": 1}))',
    },
    "Your backward pass in PyTorch",
    test="padding",
)
def always_pads_by_one():
    """Your code calls conv_backward with pad 1, whatever padding the forward pass had.
    What is called padding in PyTorch is our pad, and both passes need the same."""


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": 1, "pad": 0}))',
    },
    "Your backward pass in PyTorch",
    test="stride",
)
def ignores_stride_and_padding():
    """Your code calls conv_backward with stride 1 and without padding, whatever the forward pass had.
    Both passes need the same stride and the same padding."""


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": 1, "pad": 1}))',
    },
    "Your backward pass in PyTorch",
    test="stride",
)
def writes_stride_one_and_padding_one():
    """Your code calls conv_backward with stride 1 and pad 1, whatever stride and padding the forward pass had.
    Both passes need the same ones."""


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "padding": padding}))',
    },
    "Your backward pass in PyTorch",
    test="padding",
)
def calls_the_pad_padding():
    """conv_backward looks for pad in hparameters and does not find it.
    What is called padding in PyTorch has that name in this course."""


@slip(
    step_by_step,
    {
        "dZ = np.transpose(grad_output, (0, 2, 3, 1))": "dZ = np.transpose(grad_output, (0, 2, 3, 1)) / len(x)",
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
    },
    "Your backward pass in PyTorch",
    test="grad_x",
)
def divides_all_gradients_by_the_examples():
    """All your gradients are divided by the number of examples.
    Where a loss is a mean, that is contained in the gradient that comes in; here nothing is to be divided."""


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
        "grad_bias = db.reshape(-1)": "grad_bias = grad_output[0].sum(axis=(1, 2))",
    },
    "Your backward pass in PyTorch",
    test="grad_bias",
)
def takes_the_bias_of_the_first_example():
    """Your gradient of the bias adds up the places of the first example alone.
    The bias counts in every example, and its gradient is the sum over all of them."""


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
        "grad_bias = db.reshape(-1)": "grad_bias = grad_output.sum(axis=(2, 3))",
    },
    "Your backward pass in PyTorch",
    test="grad_bias",
)
def leaves_the_examples_apart_in_the_bias():
    """Your gradient of the bias has a row for each example. The bias counts in every example,
    and its gradient is the sum over all of them, one number for each filter."""


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
        "grad_bias = db.reshape(-1)": "grad_bias = grad_output.sum(axis=(0, 1, 2))",
    },
    "Your backward pass in PyTorch",
    test="grad_bias",
)
def sums_the_bias_over_the_first_three_axes():
    """Your gradient of the bias is a sum over the first three axes of grad_output, as it would be with the channels last.
    In PyTorch's layout the filters are the second axis: this one is to be left over."""


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
        "grad_bias = db.reshape(-1)": "grad_bias = grad_output.sum()",
    },
    "Your backward pass in PyTorch",
    test="grad_bias",
)
def adds_up_everything_for_the_bias():
    """Your gradient of the bias is a single number, the sum of all that comes in.
    Each filter has a bias of its own, and its gradient is the sum over what this filter gave."""


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
        "grad_bias = db.reshape(-1)": "grad_bias = b.reshape(-1)",
    },
    "Your backward pass in PyTorch",
    test="grad_bias",
)
def returns_zeros_for_the_bias():
    """Your gradient of the bias is zero. The value of the bias is of no matter in this pass, and may be zero,
    but its gradient is another thing, and conv_backward returns it."""


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
        "grad_bias = db.reshape(-1)": "grad_bias = db.reshape(1, -1)",
    },
    "The filters",
    test="grad_bias",
)
def keeps_a_row_of_the_bias():
    """Your gradient of the bias is a row, with two axes.
    PyTorch's bias has one axis, and its gradient should have the same shape."""


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
        "grad_bias = db.reshape(-1)": "grad_bias = np.squeeze(db)",
    },
    "The filters",
    test="grad_bias",
)
def squeezes_the_bias():
    """With a single filter your gradient of the bias has no axis, as where every axis of length one is removed. There
    should be exactly one axis in that case, too."""


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (W, A_prev, b, {"stride": stride, "pad": padding}))',
    },
    "Your backward pass in PyTorch",
    test="grad_x",
)
def puts_the_filters_first_in_the_cache():
    """The filters stand before the input in your cache. It should have the order in which conv_backward takes it apart:
    input, filters, bias, hyperparameters."""


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dW, db, dA_prev) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
    },
    "Your backward pass in PyTorch",
    test="grad_x",
)
def takes_the_gradient_of_the_filters_first():
    """conv_backward returns the gradient of the input first, then that of the filters, then that of the bias.
    Your code takes the first one for that of the filters, and the last one for that of the input."""


@mistake("Your backward pass in PyTorch", test="grad_x")
def exchanges_rows_and_columns_both_ways(grad_output, x, weight, stride, padding):
    """Either the filters or the images go to conv_backward with rows and columns exchanged, and come back exchanged as
    well, so that filters and images do not fit each other there. Rows come before columns in both layouts."""
    dZ = np.transpose(grad_output, (0, 2, 3, 1))
    A_prev = np.transpose(x, (0, 2, 3, 1))
    W = weight.T
    b = np.zeros((1, 1, 1, len(weight)))
    (dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))
    grad_x = np.transpose(dA_prev, (0, 3, 1, 2))
    grad_weight = dW.T
    grad_bias = db.reshape(-1)
    return grad_x, grad_weight, grad_bias


@slip(
    step_by_step,
    {
        "W = np.transpose(weight, (2, 3, 1, 0))": "W = np.moveaxis(weight, 0, -1)",
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
    },
    "Your backward pass in PyTorch",
    test="grad_x",
)
def moves_only_the_filters_to_the_end():
    """Your code brings the filters to the end and leaves the channels in front.
    conv_backward wants rows and columns first, then the channels of the input, then the filters."""


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": 2, "pad": padding}))',
    },
    "Your backward pass in PyTorch",
    test="stride",
)
def always_moves_by_two():
    """Your code calls conv_backward with stride 2, whatever stride the forward pass had.
    The windows should lie where they lay on the way forward."""


@slip(
    step_by_step,
    {
        "b = np.zeros((1, 1, 1, W.shape[3]))": "b = np.zeros((1, 1, 1, len(weight)))",
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': '(dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))',
        "grad_weight = np.transpose(dW, (3, 2, 0, 1))": "grad_weight = np.transpose(dW, (3, 2, 0, 1)) / len(x)",
    },
    "Your backward pass in PyTorch",
    test="grad_weight",
)
def divides_the_gradient_of_the_filters():
    """Your gradient of the filters is divided by the number of examples.
    Where a loss is a mean, that is contained in the gradient that comes in; here everything is just added up."""


@slip(
    step_by_step,
    {
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': 'dA_prev, dW, db = conv_backward(dZ, (dZ, W, b, {"stride": stride, "pad": padding}))'
    },
    "Your backward pass in PyTorch",
    test="grad_weight",
    alone=True,
)
def puts_the_gradient_into_the_cache():
    """Your cache for conv_backward holds the gradient that came in, in the place of the input. The cache has what the
    forward pass put aside: input, filters, bias, hyperparameters."""


@slip(
    step_by_step,
    {
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': 'dA_prev, db, dW = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))'
    },
    "Your backward pass in PyTorch",
    test="grad_weight",
    alone=True,
)
def exchanges_filters_and_biases():
    """Your gradients of the filters and of the bias have changed places. conv_backward returns the gradient of the input
    first, then that of the filters, then that of the bias."""


@slip(
    step_by_step,
    {"grad_weight = np.transpose(dW, (3, 2, 0, 1))": "grad_weight = np.transpose(W, (3, 2, 0, 1))"},
    "Your backward pass in PyTorch",
    test="grad_weight",
    alone=True,
)
def returns_the_filters_for_their_gradient():
    """Your gradient of the filters is the filters themselves. It is their gradient, which conv_backward returns, that
    should go back to PyTorch."""


@slip(
    step_by_step,
    {"grad_x = np.transpose(dA_prev, (0, 3, 1, 2))": "grad_x = np.transpose(A_prev, (0, 3, 1, 2))"},
    "Your backward pass in PyTorch",
    test="grad_x",
    alone=True,
)
def returns_the_input_for_its_gradient():
    """Your gradient of the input is the input itself. It is its gradient, which conv_backward returns, that should go
    back to PyTorch."""


@slip(
    step_by_step,
    {
        'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))': 'dA_prev, dW, db = conv_backward(dZ, (A_prev, W, {"stride": stride, "pad": padding}))'
    },
    "Your backward pass in PyTorch",
    test="grad_x",
    alone=True,
)
def leaves_a_part_out_of_the_cache():
    """Your cache for conv_backward has three parts. It is a tuple of four: input, filters, bias and hyperparameters."""


@slip(
    step_by_step,
    {"A_prev = np.transpose(x, (0, 2, 3, 1))": "A_prev = np.transpose(x, (0, 3, 1, 2))"},
    "Your backward pass in PyTorch",
    test="grad_weight",
    alone=True,
)
def takes_the_input_the_way_out():
    """Your code takes x from our layout to PyTorch's, but it has PyTorch's already. On the way in the channels go to the
    end."""


@slip(
    step_by_step,
    {"dZ = np.transpose(grad_output, (0, 2, 3, 1))": "dZ = np.transpose(grad_output, (0, 3, 1, 2))"},
    "Your backward pass in PyTorch",
    test="grad_x",
    alone=True,
)
def takes_the_gradient_the_way_out():
    """Your code takes grad_output from our layout to PyTorch's, but it has PyTorch's already. On the way in the channels
    go to the end."""


@slip(
    step_by_step,
    {"grad_bias = db.reshape(-1)": "grad_bias = db.reshape(-1) / len(x)"},
    "Your backward pass in PyTorch",
    test="grad_bias",
    alone=True,
)
def divides_the_gradient_of_the_bias():
    """Your gradient of the bias is divided by the number of examples. Where a loss is a mean, that is contained in the
    gradient that comes in; here everything is just added up."""
