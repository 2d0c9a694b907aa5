"""Real data to learn from: handwritten digits, eight by eight pixels."""

from typing import NamedTuple

import numpy as np

# Of 1,797 digits, how many are kept for choosing settings, and how many for the one measurement at the end.
VALIDATION, TEST = 300, 400


class Examples(NamedTuple):
    """images: (m, 8, 8, 1) floats in 0..1. labels: (m,) ints from 0 to 9, the digit that each image shows."""

    images: np.ndarray
    labels: np.ndarray


def digit_in_words(label):
    """'a 7', 'an 8'. label: int."""
    return f"{'an' if label == 8 else 'a'} {label}"


def digits(seed=0):
    """The handwritten digits that scikit-learn ships, shuffled and split into three parts.

    They were collected by E. Alpaydin and C. Kaynak (1998), and come with the package: nothing is downloaded.
    seed: int; another one splits train and validation in another way. The test part is always the same.
    Returns train, validation and test, Examples of 1,097, 300 and 400 digits. No digit is in two of them.
    Raises ModuleNotFoundError where scikit-learn is not installed.
    """
    try:
        from sklearn.datasets import load_digits
    except ModuleNotFoundError:
        raise ModuleNotFoundError("The digits come with scikit-learn: python -m pip install scikit-learn") from None

    loaded = load_digits()
    images, labels = loaded.images[..., None] / 16, loaded.target
    # What settings are chosen on must never be what the result is measured on, not even with another seed.
    order = np.random.RandomState(0).permutation(len(labels))
    kept, test = order[:-TEST], order[-TEST:]
    kept = kept[np.random.RandomState(seed).permutation(len(kept))]
    parts = kept[VALIDATION:], kept[:VALIDATION], test
    return tuple(Examples(images[part], labels[part]) for part in parts)
