"""Blocks of numbers drawn as bodies, and what shared weights save."""

from itertools import pairwise

from matplotlib.patches import Circle, Polygon

from helpers.pictures.arithmetic import output_size
from helpers.pictures.canvas import (
    BLUE,
    GREY,
    HATCHES,
    INK,
    LIGHT_BLUE,
    LIGHT_RED,
    RED,
    SHADES,
    Sheet,
    drawn,
    plural,
)

SLANT = (0.55, -0.42)
HATCH_COLOR = "#9a9a9a"


class Block:
    """A body of n_H × n_W × n_C cubes, seen from the front, with the first channel foremost.

    Its front has its upper left corner at (x, y); each channel lies `deep` × SLANT cells behind the one before.
    """

    def __init__(self, sheet, x, y, shape, cell, deep=1.0, hatches=None, fill="white"):
        """shape: (n_H, n_W, n_C). hatches: list of one (shade, hatch) for each channel, or None."""
        self.sheet, self.x, self.y, self.cell = sheet, x, y, cell
        self.rows, self.columns, self.channels = shape
        self.slant = (SLANT[0] * cell * deep, SLANT[1] * cell * deep)
        self.width, self.height = self.columns * cell, self.rows * cell
        looks = hatches or [(fill, None)] * self.channels
        self.body(0, 0, self.rows, self.columns, looks)
        self._draw_lines()

    def corner(self, row, column, channel=0):
        """The point where the row, the column and the channel with these numbers begin."""
        return (
            self.x + column * self.cell + channel * self.slant[0],
            self.y + row * self.cell + channel * self.slant[1],
        )

    def body(self, row, column, rows, columns, looks, edge=None, zorder=1):
        """Shade the front, the top and the right side of a part of the block; `edge` outlines it in that colour."""
        end_row, end_column = row + rows, column + columns
        faces = [((row, column, 0), (row, end_column, 0), (end_row, end_column, 0), (end_row, column, 0), looks[0])]
        for k, look in enumerate(looks):
            faces.append(((row, column, k), (row, end_column, k), (row, end_column, k + 1), (row, column, k + 1), look))
            faces.append(
                (
                    (row, end_column, k),
                    (end_row, end_column, k),
                    (end_row, end_column, k + 1),
                    (row, end_column, k + 1),
                    look,
                )
            )
        for *corners, (shade, hatch) in faces:
            polygon(self.sheet, [self.corner(*corner) for corner in corners], shade, hatch, zorder)
        if edge:
            self._edges(row, column, end_row, end_column, edge)

    def _edges(self, row, column, end_row, end_column, color):
        deep = self.channels
        front = [(row, column, 0), (row, end_column, 0), (end_row, end_column, 0), (end_row, column, 0)]
        back = [(row, column, deep), (row, end_column, deep), (end_row, end_column, deep)]
        lines = [[self.corner(*a), self.corner(*b)] for a, b in zip(front, front[1:] + front[:1], strict=True)]
        lines += [[self.corner(*a), self.corner(*b)] for a, b in zip(front, back, strict=False)]
        lines += [[self.corner(*a), self.corner(*b)] for a, b in pairwise(back)]
        self.sheet.lines(lines, color=color, linewidth=2.2, zorder=5)

    def _draw_lines(self):
        H, W, C = self.rows, self.columns, self.channels
        pairs = [((i, 0, 0), (i, W, 0)) for i in range(H + 1)] + [((0, j, 0), (H, j, 0)) for j in range(W + 1)]
        pairs += [((0, j, 0), (0, j, C)) for j in range(W + 1)] + [((i, W, 0), (i, W, C)) for i in range(H + 1)]
        pairs += [((0, 0, k), (0, W, k)) for k in range(C + 1)] + [((0, W, k), (H, W, k)) for k in range(C + 1)]
        self.sheet.lines([[self.corner(*a), self.corner(*b)] for a, b in pairs], zorder=3)

    def label(self, height="", width="", depth="", size=10):
        """Words at the left edge, under the lower edge, and above the slanted edge at the upper left."""
        self.sheet.text(self.x - 0.08, self.y + self.height / 2, height, size, ha="right")
        self.sheet.text(self.x + self.width / 2, self.y + self.height + 0.15, width, size)
        x, y = self.corner(0, 0, self.channels / 2)
        self.sheet.text(x - 0.07, y - 0.07, depth, size, ha="right", va="bottom")


def polygon(sheet, corners, color="white", hatch=None, zorder=1):
    """A filled polygon without outline. corners: list of (x, y)."""
    look = {"facecolor": color, "edgecolor": HATCH_COLOR, "linewidth": 0, "hatch": hatch, "zorder": zorder}
    sheet.add(Polygon(corners, **look))


@drawn
def notation():
    """A batch of m blocks with the names of its sizes, and one entry in both notations. Returns a Picture."""
    sheet, cell, shape = Sheet(), 0.34, (4, 5, 3)
    blocks = []
    for x, name in ((0.5, "$i = 0$"), (3.05, "$i = 1$"), (6.05, "$i = m - 1$")):
        block = Block(sheet, x, 0.55, shape, cell)
        sheet.text(block.corner(0, 2.5, 3)[0], 0.0, name)
        blocks.append(block)
    blocks[0].label("$n_H$", "$n_W$", "$n_C$", 12)
    sheet.text(5.65, 1.1, "…", 18)
    block, h, w = blocks[1], 1, 3
    x, y = block.corner(h, w)
    sheet.fill(x, y, cell, cell, LIGHT_RED, "xxxx", HATCH_COLOR, zorder=4)
    sheet.outline(x, y, cell, cell, color=RED)
    sheet.text(block.x + block.width / 2, 2.62, r"A[i, h, w, c]  =  $a^{[l](i)}_{h,\,w,\,c}$", 13)
    sheet.text(block.x + block.width / 2, 2.95, "here i = 1, h = 1, w = 3, c = 0", 9, GREY)
    sheet.arrow((x + cell / 2, 2.42), (x + cell / 2, y + cell + 0.05), RED)
    caption = (
        "A batch of m examples is one array A of shape (m, n_H, n_W, n_C): first the example, then row, column and "
        "channel. The entry A[i, h, w, c] of layer l is written a with the layer and the example above, the rest below."
    )
    alt = (
        "Three blocks in a row, for the examples i = 0, i = 1 and, after dots, i = m − 1. Each is a body of cubes: n_H "
        "rows high, n_W columns wide and n_C channels deep, the first channel in front. In the block i = 1 one cube of "
        "the front is outlined, in row 1 and column 3. It is labelled A[i, h, w, c], equal to a with the superscripts "
        "[l] and (i) and the subscripts h, w, c; here i = 1, h = 1, w = 3, c = 0."
    )
    return sheet.picture(caption, alt)


@drawn
def volume(n_H=6, n_W=6, n_C_prev=3, f=3, n_C=2):
    """An input, n_C filters that are as deep as the input, and the output with one channel for each filter.

    n_H, n_W, n_C_prev: size of the input. f: size of the filters. n_C: number of filters. Returns a Picture.
    """
    sheet = Sheet()
    out_H, out_W = output_size(n_H, f), output_size(n_W, f)
    looks = [(SHADES[k % len(SHADES)], HATCHES[k % len(HATCHES)]) for k in range(n_C)]
    cell = min(0.29, 1.75 / max(n_H, n_W))
    step = (f + n_C_prev * 0.42) * cell + 0.62
    high = max(n_C * step, n_H * cell + 1.2)

    image = Block(sheet, 0.3, (high - n_H * cell) / 2 + 0.3, (n_H, n_W, n_C_prev), cell)
    image.body(0, 0, f, f, [(LIGHT_BLUE, None)] * n_C_prev, edge=BLUE, zorder=2)
    image.label(f"{n_H}", f"{n_W}", f"{n_C_prev}")
    left = image.x + image.width + n_C_prev * image.slant[0] + 0.6
    deep = 1.3 / SLANT[0]
    right = left + f * cell + n_C_prev * image.slant[0] + 1.6
    output = Block(sheet, right, (high - out_H * cell) / 2 + 0.3, (out_H, out_W, n_C), cell, deep, looks)
    output.label(f"{out_H}", f"{out_W}", f"{n_C}")
    for k, look in enumerate(looks):
        y = (high - n_C * step) / 2 + k * step + n_C_prev * 0.42 * cell + 0.35
        kernel = Block(sheet, left, y, (f, f, n_C_prev), cell, hatches=[look] * n_C_prev)
        kernel.label(width=f"filter {k}: {f} × {f} × {n_C_prev}")
        x = left + kernel.width + n_C_prev * kernel.slant[0] + 0.15
        middle = y + kernel.height / 2 - 0.1
        sheet.text(x, middle, "+", 13)
        sheet.fill(x + 0.18, middle - 0.15, 0.3, 0.3, color=look[0], hatch=look[1], hatch_color=HATCH_COLOR)
        sheet.outline(x + 0.18, middle - 0.15, 0.3, 0.3, linewidth=1.2, color=GREY)
        sheet.text(x + 0.33, middle + 0.27, f"$b_{{{k}}}$", 10)
        sheet.arrow((x + 0.58, middle), (right - 0.27, output.y + output.height / 2), GREY)
        end = output.corner(out_H, out_W, k + 0.5)
        sheet.text(end[0] + 0.06, end[1] + 0.1, f"channel {k}", 9, ha="left")
    sheet.text(left - 0.36, image.y + image.height / 2, "∗", 15)
    for block, words in ((image, "input"), (output, "output")):
        sheet.text(block.x + block.width / 2, block.y + block.height + 0.42, words)
    weights = f * f * n_C_prev
    caption = (
        f"{plural(n_C, 'filter')} on a volume of {n_H} × {n_W} × {n_C_prev}: each is as deep as the input and gives "
        f"one channel of the output, so that the output is {out_H} × {out_W} × {n_C}. "
        f"There are {n_C} · ({f} · {f} · {n_C_prev} + 1) = {n_C * (weights + 1)} numbers to learn."
    )
    alt = (
        f"From left to right: an input block {n_H} high, {n_W} wide and {n_C_prev} deep, with a window of {f} × {f} × "
        f"{n_C_prev} outlined in its corner; {plural(n_C, 'filter')} of {f} × {f} × {n_C_prev}, each with its own "
        f"hatching and a bias; an output block {out_H} high, {out_W} wide and {n_C} deep. Each of its channels has the "
        f"hatching of the filter that it came from."
    )
    return sheet.picture(caption, alt)


_STYLES = ("solid", (0, (4, 2)), (0, (1, 1.6)))


@drawn
def dense_against_shared():
    """Nine pixels fully connected to nine outputs, against a filter of three weights that slides. Returns a Picture."""
    sheet, step, high = Sheet(), 0.4, 1.7
    _neurons(sheet, 0, 9, 9, step, high)
    everything = [[(i * step, high), (j * step, 0)] for i in range(9) for j in range(9) if j != 4]
    sheet.lines(everything, color="#c9c9c9", linewidth=0.6, zorder=1)
    sheet.lines([[(i * step, high), (4 * step, 0)] for i in range(9)], color=INK, linewidth=1.4, zorder=2)
    sheet.text(4 * step, -0.55, "fully connected: 9 · 9 = 81 weights")

    x = 4.6
    _neurons(sheet, x, 9, 7, step, high)
    for k, line in enumerate(_STYLES):
        for j in range(7):
            chosen = j == 3
            sheet.lines(
                [[(x + (j + k) * step, high), (x + (j + 1) * step, 0)]],
                color=(BLUE, RED, INK)[k] if chosen else "#9a9a9a",
                linewidth=2.2 if chosen else 1.0,
                linestyle=line,
                zorder=2 if chosen else 1,
            )
        left = x + 0.15 + k * 1.05
        sheet.lines([[(left, high + 0.78), (left + 0.55, high + 0.78)]], (BLUE, RED, INK)[k], 2.2, line)
        sheet.text(left + 0.75, high + 0.78, f"$w_{k}$", 11)
    sheet.text(x + 4 * step, -0.55, "one filter, 7 places: 3 weights")
    for left in (0, x):
        sheet.text(left + 4 * step, -0.27, "outputs", 9, GREY)
        sheet.text(left + 4 * step, high + 0.3, "input pixels", 9, GREY)
    caption = (
        "Left, each output has its own weight for every pixel; right, each output sees 3 pixels and all share the same "
        "3 weights. For an image of 1000 × 1000 × 3 and 1000 outputs the left needs 3 billion weights; one filter of "
        "3 × 3 × 3 has 27 weights, whatever the size of the image."
    )
    alt = (
        "Two networks side by side, input pixels below and outputs above. Left: 9 pixels and 9 outputs, a line from "
        "every pixel to every output, 81 weights; the 9 lines into the middle output are drawn in bold. Right: 9 "
        "pixels and 7 outputs; each output is joined to 3 neighbouring pixels only, by a solid, a dashed and a dotted "
        "line for the weights w0, w1 and w2, which are the same 3 for every output."
    )
    return sheet.picture(caption, alt)


def _neurons(sheet, x, inputs, outputs, step, high):
    """Two rows of circles, `inputs` below and `outputs` above, the shorter row centred on the longer."""
    start = x + (inputs - outputs) / 2 * step
    for left, y, count in ((x, high, inputs), (start, 0, outputs)):
        for k in range(count):
            middle = k == count // 2 and y == 0
            face = LIGHT_RED if middle else "white"
            edge, width = (INK, 2.0) if middle else (GREY, 1.1)
            sheet.add(Circle((left + k * step, y), 0.12, facecolor=face, edgecolor=edge, linewidth=width, zorder=4))
