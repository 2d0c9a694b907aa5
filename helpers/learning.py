"""The smallest example of learning: a filter that is found instead of made."""

from collections.abc import Iterable

import numpy as np

from helpers.layers import windows


def learn_filter(image: np.ndarray, wanted: np.ndarray, steps: Iterable[int] = (0, 2000), rate: float = 1.0) -> dict:
    """Find a filter by gradient descent, from an image and the output that the wanted filter has for it.

    image: (n_H, n_W). wanted: (f, f), used for nothing but its output. steps: after how many steps to keep a copy.
    rate: the step size, as a part of the largest one that is stable.
    Returns a dict from number of steps to the filter (f, f) at that time. The loss is the mean squared difference of
    the two outputs. The start is random, with a fixed seed.
    """
    f = wanted.shape[0]
    # One row for each window. Even areas tell a filter nothing about edges, so that the mean brightness is taken off.
    rows = windows(image[None, :, :, None] - image.mean(), f, 1).reshape(-1, f * f)
    target = rows @ wanted.ravel()
    covariance = rows.T @ rows / len(rows)
    moment = rows.T @ target / len(rows)
    rate = rate / np.linalg.eigvalsh(covariance)[-1]
    weights = np.random.default_rng(0).normal(size=f * f)
    kept = {}
    for step in range(max(steps) + 1):
        if step in steps:
            kept[step] = weights.reshape(f, f).copy()
        weights -= rate * (covariance @ weights - moment)
    return kept
