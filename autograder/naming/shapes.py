"""What can be said of a result of the wrong shape."""

from collections.abc import Callable, Sequence
from math import ceil
from typing import Any

import numpy as np

from autograder.naming.arguments import is_channels_first
from autograder.naming.observed import Seen
from autograder.naming.outcomes import alike
from autograder.naming.printing import page

# Ways to get the number of windows along one side wrong, in words. n: entries of that side; p: pad; s: stride.
WRONG_SIZES: tuple[tuple[str, Callable[[int, int, int, int], int]], ...] = (
    ("where the padding is left out", lambda n, f, p, s: (n - f) // s + 1),
    ("where the padding is counted once instead of twice", lambda n, f, p, s: (n - f + p) // s + 1),
    ("where the 1 at the end is not added", lambda n, f, p, s: (n - f + 2 * p) // s),
    ("where the division is rounded up", lambda n, f, p, s: ceil((n - f + 2 * p) / s) + 1),
    ("where the stride is left out", lambda n, f, p, s: n - f + 2 * p + 1),
    ("where f is not subtracted", lambda n, f, p, s: (n + 2 * p) // s + 1),
    ("where f is not subtracted and 1 not added", lambda n, f, p, s: (n + 2 * p) // s),
    ("where f is added instead of subtracted", lambda n, f, p, s: (n + f + 2 * p) // s + 1),
    ("of the input itself", lambda n, f, p, s: n),
    ("of the padded input", lambda n, f, p, s: n + 2 * p),
)

# Orders of the axes that are taken for the right one, in words: the axes of the right result in that order.
ORDERS: tuple[tuple[tuple[int, ...], str], ...] = (
    ((0, 2, 1, 3), "height and width are exchanged"),
    ((0, 3, 1, 2), "the channels come before height and width, and belong behind them"),
    ((3, 1, 2, 0), "examples and channels are exchanged"),
    ((1, 0), "rows and columns are exchanged"),
)
# The same for images and for filters in PyTorch's layout.
IMAGES_FIRST: tuple[tuple[tuple[int, ...], str], ...] = (
    ((0, 1, 3, 2), "height and width are exchanged"),
    ((0, 2, 3, 1), "the channels come behind height and width, and belong before them"),
    ((0, 2, 1, 3), "the height comes before the channels, and belongs behind them"),
    ((0, 3, 1, 2), "the width comes before channels and height, and belongs behind them"),
    ((1, 0, 2, 3), "examples and channels are exchanged"),
)
FILTERS_FIRST: tuple[tuple[tuple[int, ...], str], ...] = (
    ((1, 0, 2, 3), "filters and input channels are exchanged"),
    ((2, 3, 1, 0), "rows and columns come before filters and input channels, and belong behind them"),
    ((0, 2, 3, 1), "the input channels come behind rows and columns, and belong before them"),
)
# How many calls it takes to say which formula gave a size: fewer may agree with a wrong one.
LEAST = 3


def about_shape(name: str, found: Sequence[Seen], came: Sequence[Seen]) -> str:
    """A sentence or two on a result whose shape is wrong: what is wanted, and what yours looks like.

    found: the calls in which it is wrong, an array in each of them. came: all that gave a result.
    """
    one = found[0]
    want, got = one.expected[name], one.came.results[name]
    said = f"{name} should have shape {want.shape}" if want.ndim else f"{name} should be one number"
    said += f", but it has shape {got.shape}" if got.ndim else ", but it is one number"
    parts = [f"In {one.probe.label}: {said}."]
    if _counts_windows(name, one):
        if want.shape[1:2] != got.shape[1:2]:
            parts.append(_formula(name, one))
        parts.append(_size(name, came) or _transposed(name, found) or _other_form(name, found))
    else:
        parts.append(_border(name, found) or _transposed(name, found) or _other_form(name, found))
    return " ".join(filter(None, parts))


def _counts_windows(name: str, one: Seen) -> bool:
    """Whether height and width of a result say how many windows there are."""
    return (
        not name.startswith(("d", "grad"))
        and {"n_H", "n_W", "f", "stride"} <= one.probe.parameters.keys()
        and one.expected[name].ndim == 4
    )


def _formula(name: str, one: Seen) -> str:
    """The numbers of a call in the formula of the height."""
    sizes = one.probe.parameters
    pad = f" + 2 · {sizes['pad']}" if "pad" in sizes else ""
    height = one.expected[name].shape[1]
    return f"Its height is ({sizes['n_H']} - {sizes['f']}{pad}) // {sizes['stride']} + 1 = {height} here."


def _size(name: str, came: Sequence[Seen]) -> str:
    """Which wrong formula gives the height and the width in all calls, those included where that is the right size."""
    if len(came) < LEAST or any(np.ndim(one.came.results.get(name)) != 4 for one in came):
        return ""
    sides = [one.expected[name].shape[1:3] for one in came]
    if all(_is(one, name, *side[::-1]) for one, side in zip(came, sides)):
        return "Yours has height and width exchanged." if any(high != wide for high, wide in sides) else ""
    for words, size in WRONG_SIZES:
        if "padd" in words and "pad" not in came[0].probe.parameters:
            continue
        if all(_is(one, name, *_sides(one, size)) for one in came):
            return f"Yours has the size {words}."
    return ""


def _sides(one: Seen, size: Callable[[int, int, int, int], int]) -> tuple[int, int]:
    numbers = one.probe.parameters
    rest = numbers["f"], numbers.get("pad", 0), numbers["stride"]
    return size(numbers["n_H"], *rest), size(numbers["n_W"], *rest)


def _is(one: Seen, name: str, height: int, width: int) -> bool:
    return one.came.results[name].shape[1:3] == (height, width)


def _border(name: str, found: Sequence[Seen]) -> str:
    """A border of padding that was left on; in a gradient, since elsewhere it may belong there."""
    if not name.startswith(("d", "grad_x")):
        return ""
    for one in found:
        want, sizes = one.expected[name], one.probe.parameters
        pad = sizes.get("pad", sizes.get("padding", 0))
        wider = _shape(want, dict.fromkeys(page(name, 4), 2 * pad))
        if want.ndim != 4 or not pad or wider != one.came.results[name].shape:
            return ""
    return "It still has the border of the padding, which should come off on all four sides."


def _transposed(name: str, found: Sequence[Seen]) -> str:
    """Axes in another order, or only the shape that this would give."""
    pairs = [(one.expected[name], one.came.results[name]) for one in found]
    orders = ORDERS
    if is_channels_first(name) and pairs[0][0].ndim == 4:
        orders = FILTERS_FIRST if "weight" in name else IMAGES_FIRST
    fits = [
        (axes, words)
        for axes, words in orders
        if all(want.ndim == len(axes) and want.transpose(axes).shape == got.shape for want, got in pairs)
    ]
    for axes, words in fits:
        if all(alike(got * 1.0, want.transpose(axes) * 1.0) for want, got in pairs):
            return f"Its axes are in another order: {words}."
    return f"This is the shape where {fits[0][1]}; the entries are others as well." if fits else ""


def _other_form(name: str, found: Sequence[Seen]) -> str:
    """The right numbers in another shape, or an axis that is missing."""
    pairs = [(one.expected[name], one.came.results[name]) for one in found]
    if all(want.size == got.size and np.allclose(want.ravel(), got.ravel()) for want, got in pairs):
        return "Its numbers are the right ones, in the right order: only the shape is another."
    if all(got.ndim == 0 for _, got in pairs):
        return "It is a single number where an array is wanted."
    if any(want.ndim != got.ndim for want, got in pairs):
        return ""
    axes = {axis for want, got in pairs for axis in range(want.ndim) if want.shape[axis] != got.shape[axis]}
    if len(axes) == 1:
        return f"Only axis {axes.pop()} has another length."
    return ""


def _shape(array: np.ndarray, more: dict[int, Any]) -> tuple[int, ...]:
    return tuple(length + more.get(axis, 0) for axis, length in enumerate(array.shape))
