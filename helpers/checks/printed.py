"""The arrays of the printed values of the convolution, and the code that draws them."""

import numpy as np

# What the reader of a message types to have the arrays of the printed values.
DRAW = (
    "np.random.seed(1)\nA_prev = np.random.randn(10, 4, 4, 3)\nW = np.random.randn(2, 2, 3, 8)\n"
    "b = np.random.randn(1, 1, 1, 8)\n"
)


def drawn_convolution():
    """The arrays that DRAW makes, and the hyperparameters of the printed values."""
    random = np.random.RandomState(1)
    arrays = random.randn(10, 4, 4, 3), random.randn(2, 2, 3, 8), random.randn(1, 1, 1, 8)
    return *arrays, {"pad": 2, "stride": 1}
