"""Right versions of `conv2d_backward` in other styles."""

import numpy as np

from autograder.catalogue import style
from autograder.optional import nn, torch
from autograder.reference import conv_weights_to_torch, to_channels_first
from helpers.layers import conv_backward


@style
def step_by_step(grad_output, x, weight, stride, padding):
    """Everything from one layout into the other, one line each, without the earlier exercises."""
    dZ = np.transpose(grad_output, (0, 2, 3, 1))
    A_prev = np.transpose(x, (0, 2, 3, 1))
    W = np.transpose(weight, (2, 3, 1, 0))
    b = np.zeros((1, 1, 1, W.shape[3]))
    dA_prev, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": stride, "pad": padding}))
    grad_x = np.transpose(dA_prev, (0, 3, 1, 2))
    grad_weight = np.transpose(dW, (3, 2, 0, 1))
    grad_bias = db.reshape(-1)
    return grad_x, grad_weight, grad_bias


@style
def with_earlier_exercises(grad_output, x, weight, stride, padding):
    """The way back through the student's own earlier functions."""
    b = np.empty((1, 1, 1, len(weight)))
    cache = (np.moveaxis(x, 1, 3), np.moveaxis(weight, (0, 1), (3, 2)), b, {"stride": stride, "pad": padding})
    dA_prev, dW, db = conv_backward(np.moveaxis(grad_output, 1, 3), cache)
    return (to_channels_first(dA_prev), *conv_weights_to_torch(dW, db))


@style
def bias_by_itself(grad_output, x, weight, stride, padding):
    """The bias's gradient as a sum over the tensor that came in."""
    b = np.zeros((1, 1, 1, len(weight)))
    cache = (x.transpose(0, 2, 3, 1), weight.transpose(2, 3, 1, 0), b, {"stride": stride, "pad": padding})
    dA_prev, dW, _ = conv_backward(grad_output.transpose(0, 2, 3, 1), cache)
    return dA_prev.transpose(0, 3, 1, 2), dW.transpose(3, 2, 0, 1), grad_output.sum(axis=(0, 2, 3))


@style
def window_by_window(grad_output, x, weight, stride, padding):
    """No change of layout at all: the loops over the outputs, with the channels first."""
    m, n_C, n_H, n_W = grad_output.shape
    f = weight.shape[2]
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_padded, grad_weight = np.zeros(padded.shape), np.zeros(weight.shape)
    for i in range(m):
        for c in range(n_C):
            for h in range(n_H):
                for w in range(n_W):
                    rows = slice(h * stride, h * stride + f)
                    columns = slice(w * stride, w * stride + f)
                    grad_padded[i, :, rows, columns] += weight[c] * grad_output[i, c, h, w]
                    grad_weight[c] += padded[i, :, rows, columns] * grad_output[i, c, h, w]
    grad_x = grad_padded[:, :, padding : padding + x.shape[2], padding : padding + x.shape[3]]
    return grad_x, grad_weight, grad_output.sum(axis=(0, 2, 3))


@style
def offset_by_offset(grad_output, x, weight, stride, padding):
    """One product of matrices for each place in the filter, with the channels first."""
    _, _, n_H, n_W = grad_output.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_padded, grad_weight = np.zeros(padded.shape), np.zeros(weight.shape)
    for p in range(weight.shape[2]):
        for q in range(weight.shape[3]):
            rows = slice(p, p + (n_H - 1) * stride + 1, stride)
            columns = slice(q, q + (n_W - 1) * stride + 1, stride)
            grad_weight[:, :, p, q] = np.einsum("ichw,ikhw->ck", grad_output, padded[:, :, rows, columns])
            grad_padded[:, :, rows, columns] += np.einsum("ichw,ck->ikhw", grad_output, weight[:, :, p, q])
    bottom, right = padded.shape[2] - padding, padded.shape[3] - padding
    return grad_padded[:, :, padding:bottom, padding:right], grad_weight, np.einsum("ichw->c", grad_output)


@style
def by_pytorchs_own_autograd(grad_output, x, weight, stride, padding):
    """PyTorch's convolution and its gradients; whose backward pass ran cannot be told from outside."""
    t_x = torch.tensor(x, requires_grad=True)
    t_weight = torch.tensor(weight, requires_grad=True)
    t_bias = torch.zeros(len(weight), dtype=t_weight.dtype, requires_grad=True)
    with torch.enable_grad():
        y = nn.functional.conv2d(t_x, t_weight, t_bias, stride=stride, padding=padding)
        gradients = torch.autograd.grad(y, (t_x, t_weight, t_bias), torch.tensor(grad_output))
    return tuple(gradient.numpy() for gradient in gradients)
