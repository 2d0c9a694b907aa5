"""Right versions of `zero_pad` in other styles."""

import numpy as np

from autograder.catalogue import style


@style
def np_pad_with_constant(X, pad):
    """np.pad with its mode and both fill values spelled out."""
    X_pad = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), "constant", constant_values=(0, 0))
    return X_pad


@style
def copies_into_zeros(X, pad):
    """Without np.pad: an array of zeros, and the images copied into its middle."""
    m, n_H, n_W, n_C = X.shape
    X_pad = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C), dtype=X.dtype)
    X_pad[:, pad : pad + n_H, pad : pad + n_W] = X
    return X_pad


@style
def copies_into_floats(X, pad):
    """The same with NumPy's default type, so that whole numbers come back as floats."""
    m, n_H, n_W, n_C = X.shape
    X_pad = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))
    X_pad[:, pad : pad + n_H, pad : pad + n_W, :] = X
    return X_pad


@style
def guards_negative_slice(X, pad):
    """A slice with a negative end, and the case of no padding treated on its own."""
    if pad == 0:
        return X.copy()
    m, n_H, n_W, n_C = X.shape
    X_pad = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))
    X_pad[:, pad:-pad, pad:-pad, :] = X
    return X_pad


@style
def concatenates_borders(X, pad):
    """Bands of zeros put around the images, first above and below, then left and right."""
    m, _, n_W, n_C = X.shape
    band = np.zeros((m, pad, n_W, n_C), dtype=X.dtype)
    X_pad = np.concatenate([band, X, band], axis=1)
    band = np.zeros((m, X_pad.shape[1], pad, n_C), dtype=X.dtype)
    return np.concatenate([band, X_pad, band], axis=2)


@style
def entry_by_entry(X, pad):
    """Plain loops over every entry of every image."""
    m, n_H, n_W, n_C = X.shape
    X_pad = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    X_pad[i, h + pad, w + pad, c] = X[i, h, w, c]
    return X_pad


@style
def stacks_padded_images(X, pad):
    """Each image padded on its own in a list comprehension, the batch stacked again."""
    return np.stack([np.pad(image, [(pad, pad), (pad, pad), (0, 0)]) for image in X])


def with_border(X):
    """X with one more row and column of zeros on each side."""
    m, n_H, n_W, n_C = X.shape
    larger = np.zeros((m, n_H + 2, n_W + 2, n_C))
    larger[:, 1:-1, 1:-1] = X
    return larger


def pad_repeatedly(X, pad):
    """X with pad rows and columns of zeros on each side, one border at a time."""
    return X if pad == 0 else pad_repeatedly(with_border(X), pad - 1)


@style(uses=(with_border, pad_repeatedly))
def recursive_borders(X, pad):
    """Recursion in helper functions: one border of width 1 after the other."""
    return pad_repeatedly(np.array(X, dtype=float), pad)


@style
def fortran_ordered(X, pad):
    """The result in Fortran order."""
    return np.asfortranarray(np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0))))


@style
def annotated(X: np.ndarray, pad: int) -> np.ndarray:
    """With type annotations, and the widths built before they are used."""
    none, border = (0, 0), (pad, pad)
    widths = (none, border, border, none)
    return np.pad(X, pad_width=widths, mode="constant")


@style
def multiplies_by_selection(X, pad):
    """Matrix products with shifted unit matrices, through einsum."""
    _, n_H, n_W, _ = X.shape
    rows = np.eye(n_H + 2 * pad, n_H, k=-pad)
    columns = np.eye(n_W + 2 * pad, n_W, k=-pad)
    return np.einsum("ph,qw,ihwc->ipqc", rows, columns, X)


@style
def inserts_zeros(X, pad):
    """np.insert puts the rows of zeros in, and then the columns."""
    _, n_H, n_W, _ = X.shape
    X_pad = np.insert(X, [0] * pad + [n_H] * pad, 0, axis=1)
    return np.insert(X_pad, [0] * pad + [n_W] * pad, 0, axis=2)


@style
def pads_behind_and_rolls(X, pad):
    """All zeros behind the image first, then everything rolled to the middle."""
    X_pad = np.pad(X, [(0, 0), (0, 2 * pad), (0, 2 * pad), (0, 0)])
    return np.roll(X_pad, (pad, pad), axis=(1, 2))


@style
def early_return_by_match(X, pad):
    """A match statement: no border, no work."""
    match pad:
        case 0:
            return X
        case width:
            grown = [n + 2 * width * (axis in (1, 2)) for axis, n in enumerate(X.shape)]
            X_pad = np.zeros(grown)
            X_pad[:, width:-width, width:-width] += X
            return X_pad


def rows_with_border(image, pad):
    """The rows of an image (n_H, n_W, n_C) with its border, one after the other, by a generator."""
    n_H, n_W, n_C = image.shape
    for h in range(-pad, n_H + pad):
        inside = image[h] if 0 <= h < n_H else np.zeros((n_W, n_C))
        yield np.concatenate((np.zeros((pad, n_C)), inside, np.zeros((pad, n_C))))


@style(uses=(rows_with_border,))
def rows_from_generator(X, pad):
    """A generator of rows, unpacked into a list."""
    return np.array([[*rows_with_border(image, pad)] for image in X])


class Frame:
    """A border of zeros of one width."""

    def __init__(self, width):
        self.width = width

    def around(self, image):
        return np.pad(image, [(self.width,) * 2, (self.width,) * 2, (0,) * 2])


@style(uses=(Frame,))
def class_for_the_border(X, pad):
    """A small class of their own, and map."""
    return np.array(list(map(Frame(pad).around, X)))


@style
def adds_at_indices(X, pad):
    """np.add.at into zeros, with index arrays."""
    m, n_H, n_W, n_C = X.shape
    X_pad = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))
    np.add.at(X_pad, np.ix_(range(m), np.arange(n_H) + pad, np.arange(n_W) + pad, range(n_C)), X)
    return X_pad


@style
def keyword_only_value(X, pad, *, value=0):
    """With one parameter more that nobody has to pass."""
    X_pad = np.full((X.shape[0], (n_H := X.shape[1]) + 2 * pad, (n_W := X.shape[2]) + 2 * pad, X.shape[3]), value * 1.0)
    X_pad[:, pad : pad + n_H, pad : pad + n_W] = X
    return X_pad


@style
def takes_and_blanks(X, pad):
    """Every place looks up its nearest pixel; np.where blanks what lies outside."""
    _, n_H, n_W, _ = X.shape
    h, w = np.arange(-pad, n_H + pad), np.arange(-pad, n_W + pad)
    near = X.take(h, axis=1, mode="clip").take(w, axis=2, mode="clip")
    inside = ((h >= 0) & (h < n_H))[:, None] & ((w >= 0) & (w < n_W))
    return np.where(inside[None, :, :, None], near, 0)
