"""Right versions of `create_mask_from_window` in other styles; where the maximum ties, marking one of them is right."""

import numpy as np

from autograder.catalogue import style


@style
def compares_with_maximum(x):
    """The window compared with its maximum."""
    mask = x == x.max()
    return mask


@style
def not_less_than_maximum(x):
    """The comparison the other way round."""
    return np.logical_not(x < np.amax(x))


@style
def where_equal(x):
    """np.where with True and False."""
    return np.where(x == np.max(x), True, False)


@style
def first_by_argmax(x):
    """argmax and unravel_index: the first of the maxima in row-major order."""
    mask = np.zeros(x.shape, dtype=bool)
    mask[np.unravel_index(np.argmax(x), x.shape)] = True
    return mask


@style
def flat_argmax_reshaped(x):
    """The flat numbers of the entries compared with argmax."""
    return (np.arange(x.size) == x.argmax()).reshape(x.shape)


@style
def loops_keep_the_last(x):
    """Loops that remember the largest entry so far; the last of the maxima is marked."""
    n_H, n_W = x.shape
    best = (0, 0)
    for h in range(n_H):
        for w in range(n_W):
            if x[h, w] >= x[best]:
                best = (h, w)
    mask = np.full((n_H, n_W), False)
    mask[best] = True
    return mask


@style
def loops_compare_each(x):
    """Loops over columns and rows that fill a Fortran-ordered mask."""
    largest = np.max(x)
    mask = np.empty(x.shape, dtype=bool, order="F")
    for w in range(x.shape[1]):
        for h in range(x.shape[0]):
            mask[h, w] = x[h, w] == largest
    return mask


@style
def list_comprehension(x):
    """Nested lists made into an array."""
    largest = max(max(row) for row in x)
    return np.array([[bool(entry == largest) for entry in row] for row in x])


@style
def sorted_order(x):
    """The last place in the sorted order of the entries."""
    mask = np.zeros(x.size, dtype=bool)
    mask[np.argsort(x, axis=None)[-1]] = True
    return mask.reshape(x.shape)


def largest_of(entries):
    """The largest of a list of numbers, halved until one is left."""
    if len(entries) == 1:
        return entries[0]
    middle = len(entries) // 2
    left, right = largest_of(entries[:middle]), largest_of(entries[middle:])
    return left if left >= right else right


@style(uses=(largest_of,))
def recursive_maximum(x):
    """A helper function that halves the window until one entry is left."""
    return x == largest_of(x.ravel())


@style
def annotated(x: np.ndarray) -> np.ndarray:
    """With type annotations, the mask written into an array made beforehand."""
    mask: np.ndarray = np.zeros_like(x, dtype=bool)
    np.equal(x, x.max(), out=mask)
    return mask


@style
def whole_numbers_to_bool(x):
    """Ones and zeros first, made True and False at the end."""
    mask = np.zeros(x.shape, dtype=int)
    mask[np.where(x == x.max())] = 1
    return mask.astype(bool)


@style
def best_of_all_places(x):
    """itertools.product, and max with a key: the first of the maxima."""
    from itertools import product

    mask = np.zeros(x.shape, bool)
    mask[max(product(*map(range, x.shape)), key=lambda place: x[place])] = True
    return mask


@style
def differences_in_place(x):
    """A copy of their own, from which the maximum is taken away."""
    below = x.copy()
    below -= below.max()
    return ~below.astype(bool)


@style
def vectorized_comparison(x):
    """np.vectorize on a lambda."""
    return np.vectorize(lambda entry, largest: bool(entry >= largest), otypes=[bool])(x, np.amax(x))


@style
def maxima_by_isin(x):
    """np.isin, with the maximum of the rows' maxima."""
    return np.isin(x, [(rows := x.max(axis=1))[rows.argmax()]])


@style
def rows_and_columns(x):
    """The place where the largest row maximum and the largest column maximum cross: the first of the maxima."""
    row = np.argmax(x.max(axis=1))
    column = np.argmax(x[row])
    return np.logical_and.outer(np.arange(x.shape[0]) == row, np.arange(x.shape[1]) == column)


def every_comparison(x, largest):
    """Whether each entry is the largest, row by row, by a generator."""
    for row in x.tolist():
        yield [entry == largest for entry in row]


@style(uses=(every_comparison,))
def generator_of_rows(x):
    """A generator of rows of Python's own True and False."""
    largest = x.ravel().tolist()
    largest.sort()
    return np.array([*every_comparison(x, largest[-1])])


@style
def beaten_by_none(x, *, dtype=bool):
    """Every entry compared with every other, and one parameter more that nobody has to pass."""
    beats = x.reshape(1, -1) > x.reshape(-1, 1)
    return np.array(np.sum(beats, axis=1) == 0, dtype=dtype).reshape(x.shape)
