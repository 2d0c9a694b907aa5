"""Wrong versions of `softmax_cross_entropy`: numbers that the computer cannot hold."""

from autograder.catalogue import slip
from autograder.mistakes.softmax_cross_entropy.lines import SECTION
from autograder.reference import softmax
from autograder.styles.softmax_cross_entropy import step_by_step


@slip(
    step_by_step,
    {
        "S = Z - np.max(Z, axis=1, keepdims=True)": "P = softmax(Z)",
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = -np.log(P[rows, y])",
    },
    SECTION,
    test="large",
)
def takes_the_logarithm_of_zero():
    """Your loss is the logarithm of a finished probability, which is rounded to 0 where the scores are far apart. Put
    the formula of softmax into the logarithm, on paper, and no logarithm of 0 is left."""


@slip(
    step_by_step,
    {
        "S = Z - np.max(Z, axis=1, keepdims=True)": "P = softmax(Z)",
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = -np.log(P[rows, y] + 1e-05)",
    },
    SECTION,
    test="large",
)
def adds_a_little_to_the_probability_1e_5():
    """Your loss keeps the probability from being 0 by a tiny number. But then the loss of an example can never be
    larger than about 11.5, though the true one may be: put the formula of softmax into the logarithm instead."""


@slip(
    step_by_step,
    {
        "S = Z - np.max(Z, axis=1, keepdims=True)": "P = softmax(Z)",
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = -np.log(P[rows, y] + 1e-06)",
    },
    SECTION,
    test="large",
)
def adds_a_little_to_the_probability_1e_6():
    """Your loss keeps the probability from being 0 by a tiny number. But then the loss of an example can never be
    larger than about 13.8, though the true one may be: put the formula of softmax into the logarithm instead."""


@slip(
    step_by_step,
    {
        "S = Z - np.max(Z, axis=1, keepdims=True)": "P = softmax(Z)",
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = -np.log(P[rows, y] + 1e-07)",
    },
    SECTION,
    test="large",
)
def adds_a_little_to_the_probability_1e_7():
    """Your loss keeps the probability from being 0 by a tiny number. But then the loss of an example can never be
    larger than about 16.1, though the true one may be: put the formula of softmax into the logarithm instead."""


@slip(
    step_by_step,
    {
        "S = Z - np.max(Z, axis=1, keepdims=True)": "P = softmax(Z)",
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = -np.log(P[rows, y] + 1e-08)",
    },
    SECTION,
    test="large",
)
def adds_a_little_to_the_probability_1e_8():
    """Your loss keeps the probability from being 0 by a tiny number. But then the loss of an example can never be
    larger than about 18.4, though the true one may be: put the formula of softmax into the logarithm instead."""


@slip(
    step_by_step,
    {
        "S = Z - np.max(Z, axis=1, keepdims=True)": "P = softmax(Z)",
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = -np.log(P[rows, y] + 1e-09)",
    },
    SECTION,
    test="large",
)
def adds_a_little_to_the_probability_1e_9():
    """Your loss keeps the probability from being 0 by a tiny number. But then the loss of an example can never be
    larger than about 20.7, though the true one may be: put the formula of softmax into the logarithm instead."""


@slip(
    step_by_step,
    {
        "S = Z - np.max(Z, axis=1, keepdims=True)": "P = softmax(Z)",
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = -np.log(P[rows, y] + 1e-10)",
    },
    SECTION,
    test="large",
)
def adds_a_little_to_the_probability_1e_10():
    """Your loss keeps the probability from being 0 by a tiny number. But then the loss of an example can never be
    larger than about 23.0, though the true one may be: put the formula of softmax into the logarithm instead."""


@slip(
    step_by_step,
    {
        "S = Z - np.max(Z, axis=1, keepdims=True)": "P = softmax(Z)",
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = -np.log(P[rows, y] + 1e-12)",
    },
    SECTION,
    test="large",
)
def adds_a_little_to_the_probability():
    """Your loss keeps the probability from being 0 by a tiny number. But then the loss of an example can never be
    larger than about 27.6, though the true one may be: put the formula of softmax into the logarithm instead."""


@slip(
    step_by_step,
    {
        "S = Z - np.max(Z, axis=1, keepdims=True)": "P = softmax(Z)",
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = -np.log(P[rows, y] + 1e-15)",
    },
    SECTION,
    test="large",
)
def adds_a_little_to_the_probability_1e_15():
    """Your loss keeps the probability from being 0 by a tiny number. But then the loss of an example can never be
    larger than about 34.5, though the true one may be: put the formula of softmax into the logarithm instead."""


@slip(
    step_by_step,
    {
        "S = Z - np.max(Z, axis=1, keepdims=True)": "P = softmax(Z)",
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = -np.log(P[rows, y] + 1e-16)",
    },
    SECTION,
    test="large",
)
def adds_a_little_to_the_probability_1e_16():
    """Your loss keeps the probability from being 0 by a tiny number. But then the loss of an example can never be
    larger than about 36.8, though the true one may be: put the formula of softmax into the logarithm instead."""


@slip(step_by_step, {"S = Z - np.max(Z, axis=1, keepdims=True)": "S = Z"}, "Softmax", test="large")
def forgets_to_subtract_the_largest_score():
    """Your loss is made of the scores as they are, and the powers of large scores are more than the computer can hold.
    Subtract the largest score of each example first."""


@slip(
    step_by_step,
    {
        ("S = Z - np.max(Z, axis=1, keepdims=True)\nlosses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]"): (
            "powers = np.exp(Z)\n"
            "P = powers / np.sum(powers, axis=1, keepdims=True)\n"
            "losses = np.log(np.sum(powers, axis=1)) - Z[rows, y]"
        ),
        "dZ = softmax(Z)": "dZ = P.copy()",
    },
    "Softmax",
    test="large",
)
def takes_powers_of_large_scores():
    """Your powers are taken of the scores as they are, and for large scores they are more than the computer can hold.
    Subtract the largest score of each example first, in the loss as in the probabilities."""


@slip(
    step_by_step,
    {
        ("S = Z - np.max(Z, axis=1, keepdims=True)\nlosses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]"): (
            "powers = np.exp(Z)\nP = powers / np.sum(powers, axis=1, keepdims=True)\nlosses = -np.log(P[rows, y])"
        ),
        "dZ = softmax(Z)": "dZ = P.copy()",
    },
    SECTION,
    test="large",
)
def takes_the_logarithm_of_powers_of_large_scores():
    """Your probabilities are made of powers of the scores as they are, which can be more than the computer can hold,
    and your loss is the logarithm of such a probability. Subtract the largest score first, and put the formula
    of softmax into the logarithm."""


@slip(
    step_by_step,
    {"dZ = softmax(Z)": ("powers = np.exp(Z)\ndZ = powers / np.sum(powers, axis=1, keepdims=True)")},
    SECTION,
    test="large",
)
def takes_powers_of_large_scores_in_the_gradient():
    """In your gradient, powers are taken of the scores as they are, and for large scores they are more than the
    computer can hold. The probabilities of the softmax above are what you need there."""


@slip(
    step_by_step,
    {"S = Z - np.max(Z, axis=1, keepdims=True)": "S = Z + np.max(Z, axis=1, keepdims=True)"},
    "Softmax",
    test="large",
)
def adds_the_largest_score():
    """Your loss adds the largest score of each example to its scores, so that large ones become still larger. It should
    be subtracted: then the largest exponent is 0."""


@slip(
    step_by_step,
    {"S = Z - np.max(Z, axis=1, keepdims=True)": "S = Z - np.min(Z, axis=1, keepdims=True)"},
    "Softmax",
    test="large",
)
def subtracts_the_smallest_score():
    """Your loss is made of the scores without the smallest one, and where others are far above it, their powers are
    more than the computer can hold. Subtract the largest one."""


@slip(step_by_step, {"S = Z - np.max(Z, axis=1, keepdims=True)": "S = Z - np.max(Z)"}, SECTION, test="large")
def subtracts_the_largest_of_all():
    """In your loss, the scores are lowered by the largest one of the whole batch, and an example far below it is left
    with zeros, whose logarithm is infinite. Subtract the largest score of each row."""


@slip(
    step_by_step,
    {"S = Z - np.max(Z, axis=1, keepdims=True)": "S = Z - np.max(Z, axis=0, keepdims=True)"},
    SECTION,
    test="loss",
)
def subtracts_the_largest_of_each_column():
    """In your loss, each class is lowered by its largest score in the batch, so that the scores of one example are
    lowered by different numbers. Subtract the largest score of each row, the same for all classes."""


@slip(step_by_step, {"S = Z - np.max(Z, axis=1, keepdims=True)": "S = Z - np.max(Z, axis=1)"}, SECTION, test="loss")
def lets_the_largest_scores_run_along_the_columns():
    """Your largest scores have lost their axis, so that they are matched with the columns instead of the rows. With as
    many examples as classes nothing complains, and the loss is wrong: keep the axis."""
