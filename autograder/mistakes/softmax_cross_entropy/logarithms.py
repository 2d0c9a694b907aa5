"""Wrong versions of `softmax_cross_entropy`: signs, other logarithms, and other losses altogether."""

from autograder.catalogue import slip
from autograder.mistakes.softmax_cross_entropy.lines import SECTION
from autograder.reference import softmax
from autograder.styles.softmax_cross_entropy import step_by_step


@slip(
    step_by_step,
    {
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = S[rows, y] - np.log(np.sum(np.exp(S), axis=1))"
    },
    SECTION,
    test="loss",
)
def forgets_the_minus_sign():
    """Your loss is negative: the logarithm of a probability is, and its sign has to be turned. A loss is 0 where the
    network is sure and right, and grows from there."""


@slip(
    step_by_step,
    {
        "S = Z - np.max(Z, axis=1, keepdims=True)": "P = softmax(Z)",
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = np.log(P[rows, y])",
    },
    SECTION,
    test="loss",
)
def forgets_the_minus_sign_of_the_logarithm():
    """Your loss is the logarithm of a finished probability: it is negative, and infinite where the probability is
    rounded to 0. Turn the sign, and put the formula of softmax into the logarithm."""


@slip(step_by_step, {"loss = np.mean(losses)": "loss = np.mean(losses) / np.log(2)"}, SECTION, test="loss")
def takes_the_logarithm_to_base_two():
    """Your loss is made with the logarithm to base 2. The natural one is meant, and only for that one is the simple
    gradient right."""


@slip(
    step_by_step,
    {
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = np.log2(np.sum(np.exp(S), axis=1)) - S[rows, y]"
    },
    SECTION,
    test="loss",
)
def takes_the_logarithm_of_the_sum_to_base_two():
    """Your loss takes the logarithm of the sum to base 2. The natural one is meant, which undoes the powers of e."""


@slip(
    step_by_step,
    {
        "S = Z - np.max(Z, axis=1, keepdims=True)": "P = softmax(Z)",
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = -np.log2(P[rows, y])",
    },
    SECTION,
    test="loss",
)
def takes_the_logarithm_of_zero_to_base_two():
    """Your loss is the logarithm to base 2 of a finished probability, which may have been rounded to 0. The natural
    logarithm is meant, with the formula of softmax put into it."""


@slip(step_by_step, {"loss = np.mean(losses)": "loss = np.mean(losses) / np.log(10)"}, SECTION, test="loss")
def takes_the_logarithm_to_base_ten():
    """Your loss is made with the logarithm to base 10. The natural one is meant, and only for that one is the simple
    gradient right."""


@slip(
    step_by_step,
    {
        "S = Z - np.max(Z, axis=1, keepdims=True)": "P = softmax(Z)",
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = -np.log10(P[rows, y])",
    },
    SECTION,
    test="loss",
)
def takes_the_logarithm_of_zero_to_base_ten():
    """Your loss is the logarithm to base 10 of a finished probability, which may have been rounded to 0. The natural
    logarithm is meant, with the formula of softmax put into it."""


@slip(
    step_by_step,
    {
        "S = Z - np.max(Z, axis=1, keepdims=True)": "P = softmax(Z)",
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = -P[rows, y]",
    },
    SECTION,
    test="loss",
)
def takes_the_probability_without_a_logarithm():
    """Your loss is the probability of the right class with the other sign, without a logarithm. Cross-entropy is the
    logarithm of it, with the other sign."""


@slip(
    step_by_step,
    {
        "S = Z - np.max(Z, axis=1, keepdims=True)": "P = softmax(Z)",
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = 1 - P[rows, y]",
    },
    SECTION,
    test="loss",
)
def takes_what_is_missing_to_one():
    """Your loss is what the probability of the right class lacks to 1. Cross-entropy is the logarithm of that
    probability, with the other sign."""


@slip(
    step_by_step,
    {
        ("S = Z - np.max(Z, axis=1, keepdims=True)\nlosses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]"): (
            "P = softmax(Z)\nP[rows, y] -= 1\nlosses = np.sum(P**2, axis=1)"
        )
    },
    SECTION,
    test="loss",
)
def squares_the_errors():
    """Your loss adds up the squares of the differences between probabilities and truth. Cross-entropy is the logarithm
    of the right class's probability, with the other sign."""


@slip(
    step_by_step,
    {
        ("S = Z - np.max(Z, axis=1, keepdims=True)\nlosses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]"): (
            "P = softmax(Z)\nP[rows, y] -= 1\nlosses = np.mean(P**2, axis=1)"
        )
    },
    SECTION,
    test="loss",
)
def averages_the_squared_errors():
    """Your loss is the mean of the squared differences between probabilities and truth. Cross-entropy is the logarithm
    of the right class's probability, with the other sign."""


@slip(
    step_by_step,
    {
        "rows = np.arange(m)": (
            "rows = np.arange(m)\n"
            "P = softmax(Z)\n"
            "truth = np.eye(Z.shape[1])[y]\n"
            "others = -np.log(np.maximum(1 - P, 1e-300)) * (1 - truth)"
        ),
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y] + others.sum(axis=1)",
    },
    SECTION,
    test="loss",
)
def judges_every_class_by_itself():
    """Your loss also counts how probable the wrong classes were, as where each class is a question of its own.
    Cross-entropy looks at the probability of the right class only."""


@slip(
    step_by_step,
    {
        ("S = Z - np.max(Z, axis=1, keepdims=True)\nlosses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]"): (
            "P = softmax(Z)\n"
            "truth = np.eye(Z.shape[1])[y]\n"
            "losses = -np.sum(truth * np.log(P) + (1 - truth) * np.log(1 - P), axis=1)"
        )
    },
    SECTION,
    test="loss",
)
def judges_every_class_by_itself_from_probabilities():
    """Your loss also takes the logarithms of what the wrong classes' probabilities lack to 1, as where each class is a
    question of its own. Cross-entropy looks at the probability of the right class only."""


@slip(
    step_by_step,
    {
        "S = Z - np.max(Z, axis=1, keepdims=True)": "P = softmax(Z)",
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = -np.sum(np.log(P), axis=1)",
    },
    SECTION,
    test="loss",
)
def adds_up_all_logarithms():
    """Your loss adds up the logarithms of the probabilities of all classes, whatever the labels are. Only the right
    class of each example counts."""


@slip(
    step_by_step,
    {
        "S = Z - np.max(Z, axis=1, keepdims=True)": "P = softmax(Z)",
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = -np.mean(np.log(P), axis=1)",
    },
    SECTION,
    test="loss",
)
def averages_all_logarithms():
    """Your loss is the mean over the logarithms of the probabilities of all classes, whatever the labels are. Only the
    right class of each example counts."""


@slip(
    step_by_step,
    {
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = np.log(np.sum(np.exp(S), axis=1, keepdims=True)) - S[:, y]"
    },
    SECTION,
    test="loss",
)
def looks_up_every_label_in_every_row():
    """Your loss takes the scores of all labels of the batch from every row. Each example has one right class: index
    rows and columns together."""


@slip(
    step_by_step,
    {
        "S = Z - np.max(Z, axis=1, keepdims=True)": "P = softmax(Z)",
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = -np.log(P[:, y])",
    },
    SECTION,
    test="loss",
)
def looks_up_every_label_in_every_row_of_probabilities():
    """Your loss takes the probabilities of all labels of the batch from every row, and a probability may have been
    rounded to 0. Index rows and columns together, in the scores instead of the probabilities."""


@slip(
    step_by_step,
    {
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = np.log(np.sum(np.exp(S), axis=1)) - S[y, rows]"
    },
    SECTION,
    test="loss",
)
def looks_up_rows_by_labels():
    """Your loss looks up the scores with the labels as rows and the examples as columns. An example is a row, and its
    label is the column."""


@slip(
    step_by_step,
    {
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y - 1]",
        "dZ[rows, y] -= 1": "dZ[rows, y - 1] -= 1",
    },
    SECTION,
    test="loss",
)
def counts_the_classes_from_one():
    """Your function takes the labels as if they began at 1, and looks one column too far to the left. They begin at 0:
    the label is the column."""


@slip(
    step_by_step,
    {
        "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y]": "losses = np.log(np.sum(np.exp(S), axis=1)) - S[rows, y - 1]"
    },
    SECTION,
    test="loss",
)
def takes_one_column_too_early():
    """Your loss looks for the right class one column too far to the left. The labels begin at 0: the label is the
    column."""
