"""Wrong versions of `network_forward`: what is returned."""

from autograder.catalogue import slip
from autograder.mistakes.network_forward.lines import SECTION
from autograder.reference import conv_forward, dense_forward, flatten_forward, pool_forward, relu_forward, softmax
from autograder.styles.network_forward import step_by_step


@slip(step_by_step, {"return Z, cache": "return softmax(Z), cache"}, SECTION, test="scores")
def returns_probabilities():
    """Your network ends in a softmax. It should return the scores: the softmax is contained in the loss, and must not
    be applied twice."""


@slip(step_by_step, {"return Z, cache": "return np.log(softmax(Z)), cache"}, SECTION, test="scores")
def returns_logarithms_of_probabilities():
    """Your network ends in the logarithms of probabilities. It should return the scores: softmax and logarithm are
    contained in the loss."""


@slip(step_by_step, {"return Z, cache": "return np.argmax(Z, axis=1), cache"}, SECTION, test="scores")
def returns_the_likeliest_classes():
    """Your network returns the number of the likeliest class of each image. It should return the scores of all classes."""


@slip(step_by_step, {"return Z, cache": "return cache, Z"}, SECTION, test="scores")
def returns_the_cache_first():
    """Your function returns the cache first and then the scores. The scores come first."""


@slip(step_by_step, {"return Z, cache": "return np.maximum(0, Z), cache"}, SECTION, test="scores")
def applies_relu_to_the_scores():
    """Your network applies relu to the scores, so that all negative ones become equal. After the dense layer comes no
    activation."""


@slip(step_by_step, {"return Z, cache": "return 1 / (1 + np.exp(-Z)), cache"}, SECTION, test="scores")
def applies_a_sigmoid_to_the_scores():
    """Your network applies a sigmoid to the scores. After the dense layer comes no activation: the loss has its softmax
    for them."""
