"""Say in words where a result differs from what was expected."""

import numpy as np

# What bounds the tolerance from below is the rounding of the printed values to eight decimals, up to 0.05 of it. Right
# answers in float64 differ by less than 1e-6 of it, and cannot by more than 4e-4 on larger inputs; the nearest known
# mistake is 4e4 of it away. Right answers in float32 miss it by up to 3e2 (`python benchmarks/tolerances.py`).
RTOL, ATOL = 1e-6, 1e-8

# What None means where a result is not simply missing: look_through gives it for the scores.
NONE = {"scores": "the weights do not fit into the network, which sizes and parameters show"}


def difference(got, expected, name: str, rtol: float = RTOL, atol: float = ATOL) -> str | None:
    """The first thing in which an array (or number) differs from the expected one, as a sentence; None if nothing.

    got: whatever came back. expected: array or number, or a dict of them. name: what the exercise calls it, such as
    "dA_prev".
    Values agree where |got - expected| <= atol + rtol * |expected|.
    """
    if got is None:
        return f"{name} is None: {NONE.get(name, 'nothing was put into it, or it is not returned')}."
    if isinstance(expected, dict):
        return _in_dict(got, expected, name, rtol, atol)
    if type(got).__module__ == "torch" and type(got).__name__ == "Tensor":
        return f"{name} is a PyTorch tensor, and should be a NumPy array here: leave out what makes a tensor of it."
    expected = np.asarray(expected)
    array = _numbers(got)
    if array is None:
        return f"{name} should hold numbers in an array of shape {expected.shape}, but it is {kind(got)}."
    if array.shape != expected.shape:
        wanted = f"have shape {expected.shape}" if expected.ndim else "be one number"
        came = f"it has shape {array.shape}" if array.ndim and expected.ndim else _kind_of_shape(array.shape)
        return f"{name} should {wanted}, but {came}."
    if np.array_equal(array, expected):
        return None  # which is told in a tenth of the time
    wrong = ~np.isclose(array, expected, rtol=rtol, atol=atol)
    if not wrong.any():
        return None
    return _values(array, expected, wrong, name)


def as_number(value, expected, name: str) -> tuple[object, list[str]]:
    """An array with one entry, where a number is expected, counts as that number; a note says what will come of it."""
    if np.ndim(expected) == 0 and isinstance(value, np.ndarray) and value.size == 1 and value.ndim:
        note = (
            f"{name} came as an array of shape {value.shape}. That is accepted here, but one entry of an array can only"
            " hold a number: .item() takes the single entry of such an array."
        )
        return value.reshape(()), [note]
    return value, []


def entry(value) -> str:
    """A number as it is shown to a reader: short, and True for a boolean True."""
    return f"{value + 0.0:.8g}" if isinstance(value, float | np.floating) else str(value)  # no -0


def _in_dict(got, expected: dict, name: str, rtol: float, atol: float) -> str | None:
    if not isinstance(got, dict):
        return f"{name} should be a dict with the entries {', '.join(map(repr, expected))}, but it is {kind(got)}."
    missing = [key for key in expected if key not in got]
    if missing:
        return f"{name} should have an entry {missing[0]!r}, but it has {', '.join(map(repr, got)) or 'none'}."
    complaints = (difference(got[key], expected[key], f"{name}[{key!r}]", rtol, atol) for key in expected)
    return next(filter(None, complaints), None)


def _numbers(value) -> np.ndarray | None:
    """The value as a numeric or boolean array, or None if it is not one."""
    try:
        array = np.asarray(value)
    except (ValueError, TypeError):
        return None
    return array if array.dtype.kind in "biufc" else None


def listed(words) -> str:
    """Words in a row: "dA_prev, dW and db"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def kind(value) -> str:
    """What a value is, in words."""
    if isinstance(value, np.ndarray):
        return f"an array of dtype {value.dtype}"
    name = type(value).__name__
    article = "an" if name[0] in "aeiou" else "a"
    return f"{article} {name} of {len(value)}" if isinstance(value, tuple | list) else f"{article} {name}"


def _kind_of_shape(shape: tuple[int, ...]) -> str:
    return f"it is an array of shape {shape}" if shape else "it is a single number"


def _values(got: np.ndarray, expected: np.ndarray, wrong: np.ndarray, name: str) -> str:
    place = tuple(int(i) for i in np.argwhere(wrong)[0])
    where = f"{name}[{', '.join(map(str, place))}]" if place else name
    shown = f"{where} should be {entry(expected[place])}, but it is {entry(got[place])}"
    if got.size == 1:
        sentence = f"{shown}."
    elif wrong.all():
        sentence = f"{name} has the right shape, but every entry differs: {shown}, for example."
    else:
        count = "1 of its {} entries differs" if wrong.sum() == 1 else f"{wrong.sum()} of its {{}} entries differ"
        sentence = f"{name} has the right shape, but {count.format(got.size)}. The first: {shown}."
    if got.ndim and got.dtype.kind in "iu" and expected.dtype.kind == "f" and np.array_equal(got, np.trunc(expected)):
        sentence += (
            f" It holds whole numbers only ({got.dtype}), so that fractions were cut off:"
            " np.zeros_like takes over the dtype of its argument, np.zeros(shape) always holds floats."
        )
    elif np.isnan(got).any():
        sentence += (
            " nan means “not a number”: it comes from 0 / 0, inf / inf or inf - inf, from the logarithm of a negative"
            " number, from None, or from memory that np.empty left as it was."
        )
    return sentence
