"""What all drawings share: a sheet measured in inches, number grids on it, outlines, arrows and words.

A sheet's y axis points down, as the rows of an array do.
"""

import functools
from dataclasses import dataclass

import numpy as np
from matplotlib import style
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import FancyArrowPatch, Rectangle
from matplotlib.textpath import text_to_path
from matplotlib.transforms import Affine2D

from helpers.figure import Picture

INK, GREY, LINE, PALE = "#222222", "#6b6b6b", "#b4b4b4", "#f1f1f1"
# Blue and vermilion of Okabe and Ito: told apart by every kind of colour vision, and each by its line as well.
BLUE, RED, GREEN = "#0072B2", "#C44E00", "#00795A"
LIGHT_BLUE, LIGHT_RED = "#dbeaf5", "#fbe5d6"
SHADES = ("#dbeaf5", "#fbe5d6", "#d9f0e6", "#f3e0ec", "#f6efc4", "#e4e4e4")
HATCHES = ("////", "....", "\\\\\\\\", "xxxx", "||||", "----")

WINDOW = {"color": BLUE, "linestyle": "solid"}
ENTRY = {"color": RED, "linestyle": (0, (2.2, 1.0))}

WIDEST = 8.2
CELL = 0.42
TITLE, INDEX = 0.27, 0.2
_STYLE = {"font.size": 10, "hatch.linewidth": 0.8, "text.color": INK, "axes.labelcolor": INK, "axes.edgecolor": GREY}


def drawn(function):
    """Let `function` draw in the style of these pictures, whatever style the notebook has set for its own plots."""

    @functools.wraps(function)
    def in_style(*arguments, **keywords):
        with style.context(["default", _STYLE]):
            return function(*arguments, **keywords)

    return in_style


def number(value, decimals=2):
    """A number as it is written in a cell: whole numbers without a point, others rounded to `decimals`. str."""
    written = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written.replace("-", "−")


def equals(value):
    """'= 3.75', or '≈ 4.89' where two decimals do not suffice."""
    return f"{'=' if abs(value - round(value, 2)) < 1e-9 else '≈'} {number(value)}"


def plural(count, word):
    """'1 window', '2 windows'."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def rows_in_words(values):
    """The numbers of a matrix for an image description: rows parted by semicolons. values: (n_H, n_W). str."""
    return "; ".join(" ".join(number(value) for value in row) for row in values)


def size_in_words(shape):
    """'4 × 5' for the shape (4, 5, ...)."""
    return f"{shape[0]} × {shape[1]}"


@functools.lru_cache(maxsize=512)
def text_width(words, size=10):
    """The width in inches of one line of text at `size` points."""
    width, _, _ = text_to_path.get_text_width_height_descent(words, FontProperties(size=size), ismath="$" in words)
    return width / 72


class Sheet:
    """A page on which one unit is one inch. It needs no size: the picture is cut to what was drawn."""

    def __init__(self):
        self.figure = Figure(figsize=(1, 1))
        # Axes would cost more time than the drawing itself: the artists stand on the figure, in inches.
        self.inches = Affine2D().scale(1, -1).translate(0, 1) + self.figure.transFigure

    def add(self, artist):
        """Put a Matplotlib artist on the sheet; its coordinates are inches."""
        artist.set_transform(self.inches)
        self.figure.add_artist(artist)

    def reserve(self, width, height):
        """Keep this much room even where nothing is drawn, so that a moving picture does not change its size."""
        self.add(Rectangle((0, 0), width, height, alpha=0))

    def text(self, x, y, words, size=10, color=INK, ha="center", va="center", **keywords):
        """Words at (x, y), by default centred on it."""
        look = {"fontsize": size, "color": color, "ha": ha, "va": va, "zorder": 6, "transform": self.inches}
        self.figure.text(x, y, words, **look | keywords)

    def indexed(self, x, y, letter, index, size=13):
        """An italic letter with an index, centred on (x, y): what mathtext draws, in a tenth of the time."""
        small = 0.7 * size
        left = x - (text_width(letter, size) + text_width(index, small)) / 2
        self.text(left, y - 0.02, letter, size, ha="left", va="center_baseline", style="italic")
        self.text(left + text_width(letter, size), y + 0.04, index, small, ha="left", va="center_baseline")

    def fill(self, x, y, width, height, color="white", hatch=None, hatch_color="#8c8c8c", zorder=1):
        """A rectangle without outline, hatched if wanted."""
        self.add(
            Rectangle(
                (x, y),
                width,
                height,
                facecolor=color,
                edgecolor=hatch_color,
                linewidth=0,
                hatch=hatch,
                zorder=zorder,
            )
        )

    def outline(self, x, y, width, height, color=INK, linestyle="solid", linewidth=2.6, zorder=5):
        """The outline of a rectangle."""
        self.add(
            Rectangle(
                (x, y),
                width,
                height,
                fill=False,
                edgecolor=color,
                linestyle=linestyle,
                linewidth=linewidth,
                joinstyle="miter",
                zorder=zorder,
            )
        )

    def lines(self, segments, color=LINE, linewidth=0.8, linestyle="solid", zorder=3):
        """Straight lines. segments: list of pairs of points (x, y)."""
        self.add(LineCollection(segments, colors=color, linewidths=linewidth, linestyles=linestyle, zorder=zorder))

    def arrow(self, start, end, color=INK, linestyle="solid", linewidth=1.3, bend=0.0):
        """An arrow from start to end, both (x, y)."""
        self.add(
            FancyArrowPatch(
                start,
                end,
                arrowstyle="-|>",
                mutation_scale=11,
                color=color,
                linestyle=linestyle,
                linewidth=linewidth,
                shrinkA=0,
                shrinkB=0,
                connectionstyle=f"arc3,rad={bend}",
                zorder=5,
            )
        )

    def picture(self, caption, alt):
        """Finish: the Picture of this sheet."""
        return Picture(self.figure, caption, alt)


class Grid:
    """A matrix of cells on a sheet, with its upper left corner at (x, y)."""

    def __init__(self, sheet, x, y, shape, cell=CELL):
        self.sheet, self.x, self.y, self.cell = sheet, x, y, cell
        self.rows, self.columns = shape
        self.width, self.height = self.columns * cell, self.rows * cell
        sheet.fill(x, y, self.width, self.height, zorder=0.5)
        across = [[(x, y + i * cell), (x + self.width, y + i * cell)] for i in range(self.rows + 1)]
        down = [[(x + j * cell, y), (x + j * cell, y + self.height)] for j in range(self.columns + 1)]
        sheet.lines(across + down)

    def middle(self, row, column):
        """The point in the middle of a cell."""
        return self.x + (column + 0.5) * self.cell, self.y + (row + 0.5) * self.cell

    def fill(self, row, column, height=1, width=1, **look):
        """Shade or hatch a block of cells; `look` as for Sheet.fill."""
        self.sheet.fill(
            self.x + column * self.cell, self.y + row * self.cell, width * self.cell, height * self.cell, **look
        )

    def outline(self, row, column, height=1, width=1, inset=0.0, **look):
        """A bold outline around a block of cells, `inset` inches inside it; `look` as for Sheet.outline."""
        self.sheet.outline(
            self.x + column * self.cell + inset,
            self.y + row * self.cell + inset,
            width * self.cell - 2 * inset,
            height * self.cell - 2 * inset,
            **look,
        )

    def numbers(self, values, **look):
        """Write a number into each cell. values: (rows, columns). `look` as for words."""
        self.words([[number(value) for value in row] for row in values], **look)

    def words(self, words, shown=None, bold=None, color=INK, size=None, ground=False):
        """Write a string into each cell.

        words: (rows, columns) strings. shown, bold: bools of that shape; None shows all, and none in bold.
        color: one, or one for each cell. size: points, or None for what fits. ground: a white patch under each string.
        """
        colors = np.full((self.rows, self.columns), color, dtype=object) if isinstance(color, str) else color
        size = size or self._fitting_size(words, 0.68 if ground else 0.84)
        box = {"boxstyle": "round,pad=0.12", "facecolor": "white", "edgecolor": "none"} if ground else None
        for row, column in np.ndindex(self.rows, self.columns):
            if (shown is None or shown[row][column]) and words[row][column]:
                x, y = self.middle(row, column)
                weight = "bold" if bold is not None and bold[row][column] else "normal"
                # What stands in a cell cannot widen the picture: not measuring it once more saves a third of the time.
                look = {"va": "center_baseline", "bbox": box, "weight": weight, "in_layout": False}
                self.sheet.text(x, y, words[row][column], size, colors[row][column], **look)

    def _fitting_size(self, words, share):
        """The font size at which the longest word takes this share of its cell, within what is legible."""
        longest = max(text_width(word, 10) for row in words for word in row)
        return max(6, min(11, 36 * self.cell, 10 * share * self.cell / max(longest, 0.01)))

    def indices(self):
        """Row numbers to the left and column numbers above, small and grey."""
        size = max(6.5, min(8, 25 * self.cell))
        for column in range(self.columns):
            self.sheet.text(self.x + (column + 0.5) * self.cell, self.y - 0.09, str(column), size, GREY)
        for row in range(self.rows):
            self.sheet.text(self.x - 0.09, self.y + (row + 0.5) * self.cell, str(row), size, GREY, va="center_baseline")

    def title(self, words, second="", above=INDEX):
        """One line `above` inches above the grid, and a grey one under it if `second` is given."""
        x = self.x + self.width / 2
        self.sheet.text(x, self.y - above - (0.29 if second else 0.11), words)
        if second:
            self.sheet.text(x, self.y - above - 0.11, second, 9, GREY)


@dataclass(frozen=True)
class Panel:
    """A grid that stands in a row with others: its title, its shape, and the sign between it and the next.

    second: a grey line under the title. under: a line under the grid. least: its width in inches, if it needs more.
    """

    title: str
    shape: tuple
    sign: str = ""
    second: str = ""
    under: str = ""
    least: float = 0.0


def row_of_grids(sheet, panels, y=0.0, x=0.0, cell=CELL, gap=0.62, indices=True):
    """Draw the grids of `panels` side by side, centred on one line, with titles above and signs between them.

    The cells are made smaller until the row is no wider than WIDEST.
    Returns the list of Grids, and the x and y at which the row ends.
    """
    while cell > 0.2 and _row_width(panels, cell, gap) + x > WIDEST:
        cell -= 0.01
    tallest = max(panel.shape[0] for panel in panels) * cell
    above = INDEX if indices else 0.02
    top = y + TITLE + above + (0.18 if any(panel.second for panel in panels) else 0)
    grids = []
    for panel in panels:
        width = _panel_width(panel, cell)
        grid = Grid(
            sheet,
            x + (width - panel.shape[1] * cell) / 2,
            top + (tallest - panel.shape[0] * cell) / 2,
            panel.shape,
            cell,
        )
        grid.title(panel.title, panel.second, above)
        if indices:
            grid.indices()
        if panel.under:
            sheet.text(grid.x + grid.width / 2, grid.y + grid.height + 0.18, panel.under)
        x += width + gap
        if panel.sign:
            sheet.text(x - gap / 2 - 0.06, top + tallest / 2, panel.sign, 15)
        grids.append(grid)
    return grids, x - gap, top + tallest


def _panel_width(panel, cell):
    widest_line = max(text_width(panel.title, 10), text_width(panel.second, 9), text_width(panel.under, 10))
    return max(panel.shape[1] * cell, widest_line, panel.least)


def _row_width(panels, cell, gap):
    return sum(_panel_width(panel, cell) for panel in panels) + gap * (len(panels) - 1)


def windows_of(shape, f, stride):
    """All windows in row-major order: pairs of the output's (h, w) and the upper left corner (row, column)."""
    n_H, n_W = (shape[0] - f) // stride + 1, (shape[1] - f) // stride + 1
    return [((h, w), (h * stride, w * stride)) for h in range(n_H) for w in range(n_W)]
