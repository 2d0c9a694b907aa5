"""What a student is told about an exercise that lost points, as data: the judge makes it, the pages show it."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from math import isfinite


@dataclass(frozen=True)
class Named:
    """A mistake of the catalogue that gives the student's results. message: to the student. section: to read again."""

    exercise: str
    name: str
    message: str
    section: str


@dataclass(frozen=True)
class Compared:
    """One result that differs: numbers to draw.

    name: of the result, such as "dA_prev". expected, got: nested lists of numbers, at most a few dozen, with every axis
    of the array; got is None where it is no array of real numbers, or too many to show. first: index of the first entry
    that differs, where both have one shape. read: what this entry is computed from, as (name of the input, first index,
    last index), both included, where that can be told.
    """

    name: str
    expected: list | float
    got: list | float | None
    first: tuple[int, ...] | None = None
    read: tuple[str, tuple[int, ...], tuple[int, ...]] | None = None


@dataclass(frozen=True)
class Counterexample:
    """A smallest case on which the student's function differs.

    code: what to paste into the notebook; it makes the inputs and makes the call. expected, got: what it should print
    and does print, as text; in the place of what is printed, the exception that comes instead, as the last line of a
    traceback has it. compared: the results that differ. inputs: small arrays by name, as nested lists.
    """

    code: str
    expected: str
    got: str
    compared: tuple[Compared, ...] = ()
    inputs: tuple[tuple[str, list], ...] = ()


@dataclass(frozen=True)
class Explanation:
    """Why an exercise lost points.

    mistakes: one that explains all that was seen, or two to four that do so together; or those of which the very lines
    stand in the student's text, where something more is wrong; else none. seen: where the mistakes do not explain all,
    what can be said from the results, and which lines are no right version's. example: None where nothing small was
    found, or there is no result at all.
    """

    exercise: str
    mistakes: tuple[Named, ...] = ()
    seen: str = ""
    example: Counterexample | None = None

    @property
    def name(self) -> str | None:
        """The mistakes' names, as in the JSON: "ignores_the_stride", or several joined by " + "."""
        return " + ".join(dict.fromkeys(named.name for named in self.mistakes)) or None

    def as_dict(self) -> dict:
        """This as data for JSON, which has no number for nan and inf: they are texts there."""
        data = asdict(self)
        for one in data["example"]["compared"] if data["example"] else ():
            one["got"] = _each(one["got"], lambda number: number if isfinite(number) else str(number))
        return data

    @classmethod
    def of(cls, data: dict) -> "Explanation":
        """What `as_dict` gave, after a way through JSON. Raises KeyError or TypeError for anything else."""
        example = data["example"]
        if example:
            compared = tuple(
                Compared(
                    one["name"],
                    one["expected"],
                    _each(one["got"], lambda number: float(number) if isinstance(number, str) else number),
                    None if one["first"] is None else tuple(one["first"]),
                    None if one["read"] is None else (one["read"][0], *(tuple(at) for at in one["read"][1:])),
                )
                for one in example["compared"]
            )
            inputs = tuple((name, array) for name, array in example["inputs"])
            example = Counterexample(example["code"], example["expected"], example["got"], compared, inputs)
        mistakes = tuple(Named(**named) for named in data["mistakes"])
        return cls(data["exercise"], mistakes, data["seen"], example or None)


def _each(value, change: Callable):
    """Nested lists with every number changed; None stays."""
    if isinstance(value, list):
        return [_each(one, change) for one in value]
    return None if value is None else change(value)
