"""Small arrays as pictures: a number in each cell, its size as a colour, what matters with a line around it.

Orange is above zero and blue below, which every kind of eyesight tells apart, and the numbers say it all again. The
colours themselves stand in style.css, for light and dark.
"""

import math
from collections.abc import Iterator

from autograder.pages.markup import Html, join, tag

STEPS = 5
HEIGHT = 28
MOST_PANELS = 6
# Filters have their rows and columns first, images have the examples before them.
FILTERS = {"W", "dW"}

Index = tuple[int, ...]


class Grid:
    """An array of up to four axes as panels of rows and columns."""

    def __init__(self, name: str, values: object):
        self.name, self.values = name, values
        self.shape = _shape(values)
        rank = len(self.shape)
        if rank < 3 or set(self.shape[:-1]) == {1}:  # a bias for each filter is a single row
            self._rows = rank - 2
        elif rank == 3 or name in FILTERS:
            self._rows = 0
        else:
            self._rows = 1

    @property
    def rows(self) -> int:
        return self.shape[self._rows] if self._rows >= 0 else 1

    @property
    def columns(self) -> int:
        return self.shape[self._rows + 1] if self.shape else 1

    def panels(self) -> list[Index]:
        """The axes that are not rows and columns, each combination of them a panel."""
        return list(_indices(self._outer(self.shape)))

    def panel_of(self, index: Index) -> Index:
        """The panel in which an entry stands."""
        return self._outer(index)

    def cell_of(self, index: Index) -> tuple[int, int]:
        """Row and column of an entry in its panel."""
        return (index[self._rows] if self._rows >= 0 else 0, index[self._rows + 1] if self.shape else 0)

    def entry(self, panel: Index, row: int, column: int) -> object:
        """The value that stands there."""
        value = self.values
        for axis in self.index(panel, row, column):
            value = value[axis]
        return value

    def index(self, panel: Index, row: int, column: int) -> Index:
        """The index in the array of what stands there."""
        inner = (column,) if self._rows < 0 else (row, column)
        start = max(self._rows, 0)
        return (panel[:start] + inner + panel[start:])[: len(self.shape)]

    def title(self, panel: Index) -> str:
        """How one writes a panel: A_prev[0, :, :, 1]."""
        if not panel:
            return self.name
        index = [str(axis) for axis in panel]
        start = max(self._rows, 0)
        return f"{self.name}[{', '.join(index[:start] + [':', ':'] + index[start:])}]"

    def _outer(self, index: Index) -> Index:
        start = max(self._rows, 0)
        return tuple(index[:start]) + tuple(index[start + 2 :])


def picture(
    grid: Grid,
    panel: Index,
    label: str,
    scale: float,
    marked: Index | None = None,
    box: tuple[Index, Index] | None = None,
    differs: Grid | None = None,
) -> Html:
    """One panel of an array.

    label: what it is ("expected"). scale: the size that has the strongest colour. marked: an entry to outline. box:
    first and last index of a part to outline. differs: where this is not zero, the entry gets a mark in its corner.
    """
    cells = [(row, column) for row in range(grid.rows) for column in range(grid.columns)]
    texts = {cell: number(grid.entry(panel, *cell)) for cell in cells}
    width = max(34, 8 * max(map(len, texts.values()), default=1) + 12)
    drawn = []
    for row, column in cells:
        x, y = column * width, row * HEIGHT
        kind = _step(grid.entry(panel, row, column), scale)
        drawn.append(tag("rect", x=x, y=y, width=width, height=HEIGHT, class_=f"cell h{kind}"))
        if differs and differs.entry(panel, row, column) != 0:
            drawn.append(tag("path", d=f"M{x + width - 9} {y + 1}h8v8z", class_="corner"))
        drawn.append(tag("text", texts[row, column], x=x + width / 2, y=y + 19, class_=f"value h{kind}"))
    if box and (part := _part(grid, panel, box)):
        top, left, bottom, right = part
        size = {"width": (right - left + 1) * width - 4, "height": (bottom - top + 1) * HEIGHT - 4}
        drawn.append(tag("rect", x=left * width + 2, y=top * HEIGHT + 2, **size, class_="box"))
    if marked is not None and grid.panel_of(marked) == panel:
        row, column = grid.cell_of(marked)
        place = {"x": column * width + 2, "y": row * HEIGHT + 2}
        drawn.append(tag("rect", **place, width=width - 4, height=HEIGHT - 4, class_="marked"))
    size = f"-2 -2 {grid.columns * width + 4} {grid.rows * HEIGHT + 4}"
    described = f"{label}: {grid.title(panel)}, {_rows_in_words(grid, panel)}"
    drawing = tag(
        "svg",
        drawn,
        viewBox=size,
        width=grid.columns * width + 4,
        height=grid.rows * HEIGHT + 4,
        role="img",
        aria_label=described,
        class_="heat",
    )
    caption = tag("figcaption", tag("b", label), join(" ", tag("code", grid.title(panel))))
    return tag("figure", caption, drawing)


def scale_of(*grids: Grid | None) -> float:
    """The largest size in some arrays, for a scale that they share."""
    sizes = [abs(value) for grid in grids if grid for value in _numbers(grid.values) if math.isfinite(value)]
    return max(sizes, default=0) or 1.0


def difference(expected: Grid, got: Grid) -> Grid:
    """What was got, minus what was expected; an entry that cannot be subtracted differs all the same."""
    return Grid(got.name, _minus(got.values, expected.values))


def number(value: object) -> str:
    """A number for a small cell."""
    if isinstance(value, bool):
        return str(value)
    if not isinstance(value, int | float):
        return "?"
    if not math.isfinite(value):
        return {math.inf: "inf", -math.inf: "−inf"}.get(value, "nan")
    return f"{value:.3g}".replace("-", "−")


def _minus(a: object, b: object) -> object:
    if isinstance(a, list):
        return [_minus(one, other) for one, other in zip(a, b)]
    if not math.isfinite(a) or not math.isfinite(b):
        return 0.0 if a == b or (a != a and b != b) else math.nan
    # What is equal within the precision of the tests is shown as equal.
    return 0 if math.isclose(a, b, rel_tol=1e-5, abs_tol=1e-8) else a - b


def _part(grid: Grid, panel: Index, box: tuple[Index, Index]) -> tuple[int, int, int, int] | None:
    """Top, left, bottom and right of the part of an array that lies in a panel."""
    first, last = box
    if len(first) != len(grid.shape) or len(last) != len(grid.shape):
        return None
    low, high = grid.panel_of(first), grid.panel_of(last)
    if not all(a <= here <= b for a, here, b in zip(low, panel, high)):
        return None
    (top, left), (bottom, right) = grid.cell_of(first), grid.cell_of(last)
    top, left = max(top, 0), max(left, 0)
    bottom, right = min(bottom, grid.rows - 1), min(right, grid.columns - 1)
    return (top, left, bottom, right) if top <= bottom and left <= right else None


def _step(value: object, scale: float) -> str:
    """The class of a cell: from p5, far above zero, by z, to n5, far below; x for what is no number."""
    if not isinstance(value, int | float) or value != value:
        return "x"
    step = math.ceil(STEPS * min(abs(value) / scale, 1) - 1e-9)
    return "z" if not step else f"{'p' if value > 0 else 'n'}{step}"


def _rows_in_words(grid: Grid, panel: Index) -> str:
    rows = [
        " ".join(number(grid.entry(panel, row, column)) for column in range(grid.columns)) for row in range(grid.rows)
    ]
    return "; ".join(f"row {row}: {text}" for row, text in enumerate(rows))


def _shape(values: object) -> Index:
    shape = []
    while isinstance(values, list):
        shape.append(len(values))
        values = values[0] if values else None
    return tuple(shape)


def _numbers(values: object) -> Iterator[float]:
    if isinstance(values, list):
        for value in values:
            yield from _numbers(value)
    elif isinstance(values, int | float):
        yield float(values)


def _indices(shape: Index) -> Iterator[Index]:
    if not shape:
        yield ()
        return
    for first in range(shape[0]):
        for rest in _indices(shape[1:]):
            yield (first, *rest)
