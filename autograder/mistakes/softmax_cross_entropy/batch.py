"""Wrong versions of `softmax_cross_entropy`: the mean of the losses, what is returned, what is overwritten."""

import numpy as np

from autograder.catalogue import mistake, slip
from autograder.mistakes.softmax_cross_entropy.lines import SECTION
from autograder.reference import softmax
from autograder.styles.softmax_cross_entropy import step_by_step


@slip(step_by_step, {"loss = np.mean(losses)": "loss = np.sum(losses)"}, SECTION, test="loss")
def adds_up_the_losses():
    """Your loss is the sum over the examples of the batch. It should be their mean."""


@slip(step_by_step, {"loss = np.mean(losses)": "loss = np.sum(losses)", "dZ = dZ / m": ""}, SECTION, test="loss")
def adds_up_losses_and_gradients():
    """Your loss is the sum over the examples of the batch, and your gradient belongs to that sum. Divide both by the
    number of examples: the loss is a mean."""


@mistake(SECTION, test="large")
def takes_the_logarithm_of_zero_and_sums(Z, y):
    """Your code takes the logarithm of probabilities, and a small one has been rounded to 0 by then; also, it adds up
    the examples. The loss is a mean over the examples, computed from the scores without their largest one."""
    m = Z.shape[0]
    rows = np.arange(m)
    P = softmax(Z)
    losses = -np.log(P[rows, y])
    loss = np.sum(losses)
    dZ = softmax(Z)
    dZ[rows, y] -= 1
    return loss, dZ


@slip(step_by_step, {"loss = np.mean(losses)": "loss = np.sum(losses) / Z.size"}, SECTION, test="loss")
def averages_over_the_classes_too():
    """Your loss is divided by the number of all scores. Each example has one loss, that of its right class: the mean
    runs over the examples only."""


@slip(step_by_step, {"loss = np.mean(losses)": "loss = np.sum(losses) / Z.shape[1]"}, SECTION, test="loss")
def divides_the_loss_by_the_classes():
    """Your loss is divided by the number of classes. It should be the mean over the examples, and so divided by their
    number."""


@slip(step_by_step, {"loss = np.mean(losses)": "loss = np.mean(losses) / m"}, SECTION, test="loss")
def divides_the_loss_twice():
    """Your loss is divided by the number of examples twice. A mean is divided once."""


@slip(step_by_step, {"loss = np.mean(losses)": "loss = losses"}, SECTION, test="loss")
def returns_the_loss_of_each_example():
    """Your loss has an entry for each example. It should be one number, their mean."""


@slip(step_by_step, {"return loss, dZ": "return dZ, loss"}, SECTION, test="loss")
def returns_the_gradient_first():
    """Your function returns the gradient first and then the loss. The loss comes first."""


@slip(step_by_step, {"dZ = dZ / m": "dZ = np.squeeze(dZ / m)"}, SECTION, test="one")
def drops_the_axis_of_a_single_example():
    """Your gradient loses its first axis where there is a single example. It should have the shape of the scores."""


@slip(
    step_by_step,
    {"S = Z - np.max(Z, axis=1, keepdims=True)": ("Z -= np.max(Z, axis=1, keepdims=True)\nS = Z")},
    SECTION,
    test="unchanged",
)
def overwrites_the_scores():
    """Your function writes into the scores that were passed in. Make a new array, so that the caller's one stays as it
    was."""


@slip(step_by_step, {"m = Z.shape[0]": "m = Z.shape[1]"}, SECTION, test="loss", alone=True)
def takes_the_classes_for_the_examples():
    """Your code takes the number of classes for that of the examples. The first axis of the scores counts the examples,
    the second one the classes."""
