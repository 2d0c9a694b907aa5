"""Right versions of `softmax` in other styles."""

import numpy as np

from autograder.catalogue import style


@style
def step_by_step(Z):
    """One line for each step."""
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    powers = np.exp(shifted)
    P = powers / np.sum(powers, axis=1, keepdims=True)
    return P


@style
def methods_of_arrays(Z):
    """Methods in place of functions, divided in place."""
    powers = np.exp(Z - Z.max(axis=1, keepdims=True))
    powers /= powers.sum(axis=1, keepdims=True)
    return powers


@style
def reshaped_columns(Z):
    """Maxima and sums reshaped to columns."""
    m = Z.shape[0]
    powers = np.exp(Z - np.max(Z, axis=1).reshape(m, 1))
    return powers / np.sum(powers, axis=1).reshape(m, 1)


@style
def transposed(Z):
    """Everything on the transposed scores, so that no axis has to be kept."""
    powers = np.exp(Z.T - Z.T.max(axis=0))
    return (powers / powers.sum(axis=0)).T


@style
def row_by_row(Z):
    """A loop over the examples."""
    P = np.zeros(Z.shape)
    for i in range(Z.shape[0]):
        powers = np.exp(Z[i] - max(Z[i]))
        P[i] = powers / sum(powers)
    return P


@style
def exp_of_the_logarithm(Z):
    """The logarithm of the probabilities first."""
    S = Z - np.max(Z, axis=-1, keepdims=True)
    return np.exp(S - np.log(np.sum(np.exp(S), axis=-1, keepdims=True)))


@style
def log_add_exp(Z):
    """The logarithm of the sum by np.logaddexp."""
    return np.exp(Z - np.logaddexp.reduce(Z, axis=1, keepdims=True))


@style
def einsum_of_powers(Z):
    """The sums by einsum, with None for the axis that is missing."""
    powers = np.exp(Z - np.amax(Z, axis=1)[:, None])
    return powers / np.einsum("ij->i", powers)[:, np.newaxis]


@style
def plain_python(Z: np.ndarray) -> np.ndarray:
    """Lists and the functions of the module math."""
    import math

    rows = []
    for scores in Z.tolist():
        powers = [math.exp(score - max(scores)) for score in scores]
        rows.append([power / math.fsum(powers) for power in powers])
    return np.array(rows)


@style
def differences_of_scores(Z):
    """One divided by the sum over the differences to all other scores, cut where a power would overflow."""
    differences = np.minimum(Z[:, None, :] - Z[:, :, None], 700)
    return 1 / np.exp(differences).sum(axis=2)
