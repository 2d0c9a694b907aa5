"""Wrong versions of `softmax_cross_entropy`: the loss of each example."""

from autograder.catalogue import slip
from autograder.mistakes.softmax_cross_entropy.lines import SECTION
from autograder.reference import softmax
from autograder.styles.softmax_cross_entropy import step_by_step


@slip(
    step_by_step,
    {
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = np.log(np.sum(np.exp(S), axis=1)) - Z[rows, y]"
    },
    SECTION,
    test="loss",
)
def forgets_the_shift_at_the_right_class():
    """Your loss subtracts the right class's score as it came, while the sum is that of the scores without their largest
    one. Both should have the largest one taken off."""


@slip(
    step_by_step,
    {
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = np.log(np.sum(np.exp(Z), axis=1)) - S[rows, y]"
    },
    SECTION,
    test="loss",
)
def forgets_the_shift_in_the_sum():
    """The sum in your loss is that of powers of the scores as they came, while the right class's score has the largest
    one taken off. Both should have it taken off."""


@slip(
    step_by_step,
    {"losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = np.log(np.sum(np.exp(S), axis=1))"},
    SECTION,
    test="loss",
)
def forgets_the_score_of_the_right_class():
    """Your loss is the logarithm of the sum alone, which is the loss that you would get if each example's largest score
    belonged to its right class. Subtract the score of the class that the label names."""


@slip(
    step_by_step,
    {"losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = -S[rows, y]"},
    SECTION,
    test="loss",
)
def forgets_the_sum():
    """Your loss is made of the right class's score alone, with the other sign. The logarithm of the sum of all powers
    belongs to it."""


@slip(
    step_by_step,
    {"losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = np.sum(np.exp(S), axis=1) - S[rows, y]"},
    SECTION,
    test="loss",
)
def forgets_the_logarithm():
    """Your loss has the sum of the powers as it is, without its logarithm. Take the natural logarithm of that sum, and
    then subtract the right class's score."""


@slip(
    step_by_step,
    {
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = np.log(np.sum(np.exp(S), axis=1)) + S[rows, y]"
    },
    SECTION,
    test="loss",
)
def adds_the_score_of_the_right_class():
    """Your loss adds the right class's score to the logarithm of the sum, so that it grows where the network is right.
    That score should be subtracted."""


@slip(
    step_by_step,
    {
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = np.log(np.sum(np.exp(S), axis=1)) - np.exp(S[rows, y])"
    },
    SECTION,
    test="loss",
)
def subtracts_the_power_of_the_right_class():
    """Your loss subtracts the power of the right class's score from the logarithm of the sum. The logarithm undoes that
    power: subtract the score itself."""


@slip(
    step_by_step,
    {"losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = np.log(np.sum(np.exp(S))) - S[rows, y]"},
    SECTION,
    test="loss",
)
def adds_up_the_powers_of_all_examples():
    """The sum in your loss runs over the powers of the whole batch. Each example has a sum of its own, over its
    classes."""


@slip(
    step_by_step,
    {
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = np.log(np.sum(np.exp(S), axis=0)) - S[rows, y]"
    },
    SECTION,
    test="loss",
)
def adds_up_the_powers_of_each_class():
    """The sums in your loss run over the examples, down each column. Each example should have one, over its classes."""


@slip(
    step_by_step,
    {
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = np.log(np.sum(np.exp(S), axis=1) - S[rows, y])"
    },
    SECTION,
    test="loss",
    alone=True,
)
def subtracts_within_the_logarithm():
    """Your loss subtracts the right class's score from the sum before it takes the logarithm. The logarithm is that of
    the sum alone: the score is subtracted from what comes out."""
