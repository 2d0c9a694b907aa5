"""Wrong versions of `conv2d_backward`: what comes from PyTorch, or goes back to it, in the wrong layout."""

import numpy as np

from autograder.catalogue import mistake
from autograder.reference import conv_weights_to_torch, to_channels_first
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


@mistake("Your backward pass in PyTorch", test="grad_bias")
def keeps_the_shape_of_the_bias(grad_output, x, weight, stride, padding):
    """Your gradient of the bias keeps the four axes that our bias has.
    PyTorch's bias has one axis, and its gradient should have the same shape."""
    dZ = np.transpose(grad_output, (0, 2, 3, 1))
    A_prev = np.transpose(x, (0, 2, 3, 1))
    W = np.transpose(weight, (2, 3, 1, 0))
    b = np.zeros((1, 1, 1, W.shape[3]))
    (dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))
    return np.transpose(dA_prev, (0, 3, 1, 2)), np.transpose(dW, (3, 2, 0, 1)), db


@mistake("Your backward pass in PyTorch", test="grad_x")
def swaps_rows_and_columns_of_the_filters(grad_output, x, weight, stride, padding):
    """Your filters reach conv_backward with their rows and columns exchanged.
    Turning the order of all axes around gives the right shape, and mirrors each filter at its diagonal."""
    dZ = np.transpose(grad_output, (0, 2, 3, 1))
    A_prev = np.transpose(x, (0, 2, 3, 1))
    W = weight.T
    b = np.zeros((1, 1, 1, W.shape[3]))
    (dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))
    return to_channels_first(dA_prev), *conv_weights_to_torch(dW, db)


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
    return to_channels_first(dA_prev), *conv_weights_to_torch(dW, db)


@mistake("Your backward pass in PyTorch", test="stride")
def ignores_the_stride(grad_output, x, weight, stride, padding):
    """Your code calls conv_backward with stride 1, whatever stride the forward pass had.
    The windows should lie where they lay on the way forward."""
    dZ = np.transpose(grad_output, (0, 2, 3, 1))
    A_prev = np.transpose(x, (0, 2, 3, 1))
    W = np.transpose(weight, (2, 3, 1, 0))
    b = np.zeros((1, 1, 1, W.shape[3]))
    (dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": 1, "pad": padding}))
    return to_channels_first(dA_prev), *conv_weights_to_torch(dW, db)


@mistake("Your backward pass in PyTorch", test="padding")
def ignores_the_padding(grad_output, x, weight, stride, padding):
    """Your code calls conv_backward without padding, whatever padding the forward pass had.
    What is called padding in PyTorch is our pad, and both passes need it."""
    dZ = np.transpose(grad_output, (0, 2, 3, 1))
    A_prev = np.transpose(x, (0, 2, 3, 1))
    W = np.transpose(weight, (2, 3, 1, 0))
    b = np.zeros((1, 1, 1, W.shape[3]))
    (dA_prev, dW, db) = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": 0}))
    return to_channels_first(dA_prev), *conv_weights_to_torch(dW, db)


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
