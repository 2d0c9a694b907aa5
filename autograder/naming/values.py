"""What can be said of a result whose shape is right and whose entries are not."""

from collections.abc import Callable, Sequence

import numpy as np

from autograder.naming.arguments import arrays, is_channels_first, is_filter
from autograder.naming.observed import Seen
from autograder.naming.outcomes import alike
from autograder.naming.printing import page

# The two ends of an axis.
ENDS = (("first", 0), ("last", -1))
# Products of sizes of a call that a factor may be.
PRODUCTS = (
    *(("m",), ("f", "f"), ("f",), ("n_C",), ("n_C_prev",), ("f", "f", "n_C_prev"), ("f", "f", "n_C")),
    *(("stride",), ("stride", "stride"), ("windows",), ("m", "windows"), ("n_H", "n_W"), ("n_H",), ("n_W",)),
    *(("dz",), ("n_prev",), ("n",), ("n", "m"), ("n_in",), ("n_out",), ("learning_rate",)),
)
# What makes no number, and what makes an infinite one.
NOT_FINITE = {
    "nan": "0 / 0, of inf / inf or inf - inf, of the logarithm of a negative number, or of None",
    "inf": "a division by 0, of the logarithm of 0, or of a power too large for the computer",
}


def about_values(name: str, found: Sequence[Seen]) -> str:
    """How the entries come from the right ones, in a sentence that holds for all these calls; else nothing.

    found: calls that gave an array, and should have given one.
    """
    found = [one for one in found if _comparable(one, name)]
    if not found:
        return ""
    for look in (_not_finite, _type, _constant, _given, _simple, _factor, _added, _turned, _region, _order):
        words = look(name, found)
        if words:
            return f"{name} {words}."
    return ""


def _comparable(one: Seen, name: str) -> bool:
    got, want = one.came.results[name], one.expected[name]
    return got.shape == want.shape or got.size == want.size == 1


def _pairs(name: str, found: Sequence[Seen]) -> list[tuple[np.ndarray, np.ndarray]]:
    """What came and what should have come, as numbers, for each call."""
    return [(one.came.results[name].reshape(one.expected[name].shape) * 1, one.expected[name] * 1) for one in found]


def _all(name: str, found: Sequence[Seen], like: Callable[[np.ndarray], np.ndarray]) -> bool:
    """Whether every result is what a function makes of the right one."""
    return all(alike(got * 1.0, np.asarray(like(want)) * 1.0) for got, want in _pairs(name, found))


def _not_finite(name: str, found: Sequence[Seen]) -> str:
    for one in found:
        got = one.came.results[name]
        bad = ~np.isfinite(got)
        if bad.any():
            kind = "nan" if np.isnan(got).any() else "inf"
            some = f"in {int(bad.sum())} of {got.size} entries" if got.ndim else ""
            return " ".join(
                filter(None, [f"holds {kind}", some, f"in {one.probe.label}, as comes of {NOT_FINITE[kind]}"])
            )
    return ""


def _type(name: str, found: Sequence[Seen]) -> str:
    """The right numbers in the wrong type, or with what stands after the point cut off."""
    types = [(one.came.results[name].dtype, one.expected[name].dtype) for one in found]
    if _all(name, found, lambda want: want):
        return f"holds the right values, but as {types[0][0]}; it should hold {types[0][1]}"
    for words, like in (("cut off", np.trunc), ("rounded", np.round), ("rounded down", np.floor)):
        if all(want.kind == "f" for _, want in types) and _all(name, found, like):
            return f"is right but for what stands after the decimal point, which is {words}"
    return ""


def _constant(name: str, found: Sequence[Seen]) -> str:
    pairs = _pairs(name, found)
    if all(not got.any() for got, _ in pairs):
        return "is zero everywhere"
    if any((got != got.flat[0]).any() for got, _ in pairs):
        return ""
    values = {float(abs(got.flat[0])) for got, _ in pairs}
    if len(values) == 1 and len(pairs) > 2:
        return f"is {pairs[0][0].flat[0]:g} everywhere, whatever the arguments are"
    return "holds the same number in all its entries" if _varied(name, found) else ""


def _given(name: str, found: Sequence[Seen]) -> str:
    """An argument that came back as it was."""
    for given in arrays(found[0].probe.exercise, found[0].probe.args):
        every = [arrays(one.probe.exercise, one.probe.args).get(given) for one in found]
        if all(alike(one.came.results[name], value) for one, value in zip(found, every)):
            return f"is {given} itself, unchanged"
    return ""


def _simple(name: str, found: Sequence[Seen]) -> str:
    if _all(name, found, np.negative):
        return "has the right values with the wrong sign"
    if _all(name, found, np.abs):
        return "has the right values without their sign"
    if _all(name, found, lambda want: np.maximum(want, 0)):
        return "is 0 where it should be negative, and right elsewhere"
    if _all(name, found, np.square):
        return "holds the squares of the right values"
    if all(one.expected[name].dtype == bool for one in found) and _all(name, found, lambda want: 1 - want):
        return "is the wrong way round: True where it should be False"
    return ""


def _factor(name: str, found: Sequence[Seen]) -> str:
    """A constant factor, the same everywhere, or one that the sizes of the call explain."""
    factors = []
    if any(np.iscomplexobj(got) for got, _ in _pairs(name, found)):
        return ""
    for got, want in _pairs(name, found):
        place = np.unravel_index(np.argmax(np.abs(want)), want.shape)
        factor = float(got[place] / want[place]) if want[place] else np.nan
        if not (np.isfinite(factor) and factor and alike(got * 1.0, want * factor)):
            return ""
        factors.append(factor)
    if np.allclose(factors, factors[0]) and len(factors) > 1 and len({str(one.probe.parameters) for one in found}) > 1:
        digits = 4 if f"{factors[0]:.4g}" != "1" else 9
        return f"is {factors[0]:.{digits}g} times what it should be, in every entry"
    for names in PRODUCTS:
        sizes = [_product(names, one) for one in found]
        if not all(sizes):
            continue
        words = _in_words(names)
        if np.allclose(factors, sizes):
            return f"is {words} times as large as it should be: {sizes[0]:g} times where {_where(names, found[0])}"
        if np.allclose(factors, [1 / one for one in sizes]):
            return f"is the right result divided by {words}: by {sizes[0]:g} where {_where(names, found[0])}"
    if not _varied(name, found):
        return ""
    return f"is the right result times a constant: {factors[0]:.4g} in {found[0].probe.label}"


def _varied(name: str, found: Sequence[Seen]) -> bool:
    """Whether the right results have entries that differ, so that one constant for all of them means something."""
    return any((want != want.flat[0]).any() for _, want in _pairs(name, found))


def _product(names: tuple[str, ...], one: Seen) -> float:
    """A product of sizes of a call; 0 where it has none of these names."""
    sizes = one.probe.parameters | _window_counts(one)
    if any(not isinstance(sizes.get(name), int | float) for name in names):
        return 0
    return float(np.prod([sizes[name] for name in names]))


def _in_words(names: tuple[str, ...]) -> str:
    return " · ".join("the number of windows" if name == "windows" else name for name in names)


def _where(names: tuple[str, ...], one: Seen) -> str:
    sizes = one.probe.parameters | _window_counts(one)
    told = (f"there are {sizes[name]}" if name == "windows" else f"{name} = {sizes[name]}" for name in names)
    return ", ".join(dict.fromkeys(told))


def _window_counts(one: Seen) -> dict[str, int]:
    sizes = one.probe.parameters
    if not {"n_H", "n_W", "f", "stride"} <= sizes.keys():
        return {}
    pad = sizes.get("pad", 0)
    count = [(sizes[side] - sizes["f"] + 2 * pad) // sizes["stride"] + 1 for side in ("n_H", "n_W")]
    return {"windows": count[0] * count[1]}


def _added(name: str, found: Sequence[Seen]) -> str:
    """A constant that was added: everywhere the same, or one for each channel."""
    differences = [got - want for got, want in _pairs(name, found)]
    if not any(one.size > 1 for one in differences) or any(map(np.iscomplexobj, differences)):
        return ""
    if all(np.allclose(one, one.flat[0]) for one in differences):
        values = [float(one.flat[0]) for one in differences]
        if np.allclose(values, values[0]):
            return f"is {abs(values[0]):.4g} too {'large' if values[0] > 0 else 'small'} in every entry"
        if not _varied(name, found):
            return ""
        return f"is off by one constant in every entry: by {values[0]:.4g} in {found[0].probe.label}"
    if is_channels_first(name) and _axes(name, found) == 4:
        differences = [np.moveaxis(one, 0 if "weight" in name else 1, -1) for one in differences]
    if all(one.ndim > 1 and np.allclose(one, one.reshape(-1, one.shape[-1])[0]) for one in differences):
        first = differences[0].reshape(-1, differences[0].shape[-1])[0]
        return (
            "is off by a constant in each channel, the same for all its entries:"
            f" by {', '.join(f'{value:.4g}' for value in first[:4])} in {found[0].probe.label}"
        )
    return ""


def _turned(name: str, found: Sequence[Seen]) -> str:
    """The right entries, with axes exchanged or reversed."""
    ways: list[tuple[str, Callable[[np.ndarray], np.ndarray]]] = []
    axes = _axes(name, found)
    rows, columns = page(name, axes)
    if axes == 1:
        ways = [("in reverse order", np.flip)]
    if axes >= 2:
        ways = [
            ("transposed: rows and columns are exchanged", lambda want: want.swapaxes(rows, columns)),
            ("upside down", lambda want: np.flip(want, rows)),
            ("mirrored from left to right", lambda want: np.flip(want, columns)),
            ("turned by half a circle", lambda want: np.flip(want, (rows, columns))),
        ]
    if axes == 4:
        ways += [
            (f"in reversed order of the {what}s", lambda want, axis=axis: np.flip(want, axis))
            for what, axis in zip(_around(name), sorted({0, 1, 2, 3} - {rows, columns}))
        ]
    for words, like in ways:
        if _all(name, found, like):
            return f"has the right entries, but {words}"
    return ""


def _region(name: str, found: Sequence[Seen]) -> str:
    """Right in a part of the array and wrong in the rest, and which part."""
    wrong = [~np.isclose(got, want, rtol=1e-6, atol=1e-8) for got, want in _pairs(name, found)]
    axes = _axes(name, found)
    if axes < 2:
        return ""
    for words, region in _regions(name, axes):
        inside = [region(one.shape) for one in wrong]
        told = [one for one, part in zip(wrong, inside) if part.any() and not part.all()]
        if not told or all(one.all() for one in told):
            continue
        if all(not (one & part).any() and _mostly(one[~part]) for one, part in zip(wrong, inside)):
            return f"is right {words}, and wrong elsewhere"
        # Some of what is wrong may be right by chance, where there is nothing but padding, say.
        there = np.concatenate([one[part] for one, part in zip(wrong, inside)])
        if _mostly(there) and not any((one & ~part).any() for one, part in zip(wrong, inside)):
            return f"is wrong {words}, and right elsewhere"
    return ""


def _mostly(wrong: np.ndarray) -> bool:
    return wrong.size == 0 or wrong.mean() > 0.5


def _axes(name: str, found: Sequence[Seen]) -> int:
    """How many axes the right results have; 0 where it is not the same in all calls, and no axis means the same."""
    axes = {one.expected[name].ndim for one in found}
    return axes.pop() if len(axes) == 1 else 0


def _around(name: str) -> tuple[str, str]:
    """What the other two axes of an array with four are called."""
    if is_channels_first(name) and "weight" in name:
        return "filter", "input channel"
    return ("input channel", "filter") if is_filter(name) else ("example", "channel")


def _regions(name: str, axes: int) -> list[tuple[str, Callable[[tuple[int, ...]], np.ndarray]]]:
    """Parts of an array, in words, and as a function that marks them in an array of a shape."""
    rows, columns = page(name, axes)

    def at(places: dict[int, int | slice]) -> Callable[[tuple[int, ...]], np.ndarray]:
        def marked(shape: tuple[int, ...]) -> np.ndarray:
            part = np.zeros(shape, bool)
            part[tuple(places.get(axis, slice(None)) for axis in range(len(shape)))] = True
            return part

        return marked

    inner = at({rows: slice(1, -1), columns: slice(1, -1)})
    # A matrix, as of scores or of weights, has no border that would mean anything.
    border = [("in its border only", lambda shape: ~inner(shape))] if axes == 4 else []
    named = [(rows, "row"), (columns, "column")]
    if axes == 4:
        named = [*zip(sorted({0, 1, 2, 3} - {rows, columns}), _around(name)), *named]
    return [
        *((f"in the {words} {what} only", at({axis: place})) for axis, what in named for words, place in ENDS),
        *border,
        ("at row 0, column 0 only", at({rows: 0, columns: 0})),
        ("in the last row of the last column only", at({rows: -1, columns: -1})),
    ]


def _order(name: str, found: Sequence[Seen]) -> str:
    if _all(name, found, lambda want: want):
        return ""
    if all(got.size > 1 and alike(np.sort(got.ravel()), np.sort(want.ravel())) for got, want in _pairs(name, found)):
        return "holds the right numbers in other places"
    return ""
