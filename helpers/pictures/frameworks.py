"""The same numbers in two layouts, what autograd writes down, and two trainings that agree."""

import numpy as np
from matplotlib.figure import Figure

from helpers.figure import Picture
from helpers.pictures.canvas import (
    BLUE,
    GREY,
    HATCHES,
    INK,
    LIGHT_BLUE,
    LIGHT_RED,
    RED,
    SHADES,
    Grid,
    Sheet,
    drawn,
)
from helpers.pictures.charts import plain_axes

_HATCH = "#a8a8a8"


@drawn
def layouts():
    """A 2 × 2 image with 3 channels, and the order in which its numbers stand in memory in both layouts.

    Returns a Picture.
    """
    sheet, shape = Sheet(), (2, 2, 3)
    entries = np.arange(12).reshape(shape)
    for c in range(3):
        grid = Grid(sheet, 0.9 + 1.9 * c, 0.35, (2, 2), 0.42)
        _shade(grid, [[c, c], [c, c]])
        grid.words([[_name(h, w, c) for w in range(2)] for h in range(2)], ground=True)
        sheet.text(grid.x + grid.width / 2, 0.2, f"channel {c}")
    for line, (name, axes) in enumerate((("channels last", (0, 1, 2)), ("channels first", (2, 0, 1)))):
        order = entries.transpose(axes).ravel()
        strip = Grid(sheet, 0.0, 1.85 + 1.05 * line, (1, 12), 0.52)
        places = [np.unravel_index(entry, shape) for entry in order]
        _shade(strip, [[c for _, _, c in places]])
        strip.words([[_name(h, w, c) for h, w, c in places]], ground=True, size=8)
        shown = ("(n_H, n_W, n_C), NumPy in this course", "(n_C, n_H, n_W), PyTorch")[line]
        sheet.text(0, strip.y - 0.15, f"{name}: {shown}", ha="left")
    caption = (
        "One image of 2 × 2 pixels with 3 channels, each with its own hatching; the digits in a cell are row, column"
        " and channel. Channels last: all of a pixel stands together in memory. Channels first: all of a channel does."
    )
    alt = (
        "Above, three grids of 2 × 2 cells, one for each channel, with a hatching of its own. Below, two rows of the"
        " same twelve numbers as they stand in memory. Channels last: 000, 001, 002, 010, 011, 012 and so on, so that"
        " the three hatchings alternate. Channels first: 000, 010, 100, 110, then the four of channel 1, then the four"
        " of channel 2."
    )
    return sheet.picture(caption, alt)


@drawn
def flatten_orders(n_H=2, n_W=2, n_C=3):
    """Which row of a dense layer's weights belongs to which number, after a flatten in both layouts.

    n_H, n_W, n_C: shape of what is flattened. Returns a Picture.
    """
    sheet, shape, cell, gap = Sheet(), (n_H, n_W, n_C), 0.5, 1.3
    count = n_H * n_W * n_C
    order = np.arange(count).reshape(shape).transpose(2, 0, 1).ravel()
    upper = Grid(sheet, 0, 0, (1, count), cell)
    lower = Grid(sheet, 0, cell + gap, (1, count), cell)
    for grid, places in ((upper, range(count)), (lower, order)):
        named = [np.unravel_index(place, shape) for place in places]
        _shade(grid, [[c for _, _, c in named]])
        grid.words([[_name(h, w, c) for h, w, c in named]], ground=True, size=8)
    for column in range(count):
        sheet.text((column + 0.5) * cell, -0.11, str(column), 8, GREY)
        sheet.text((column + 0.5) * cell, lower.y + cell + 0.13, str(column), 8, GREY)
    looks = ((BLUE, "solid"), (RED, (0, (4, 2))), (INK, (0, (1, 1.4))))
    for column, place in enumerate(order):
        color, line = looks[place % n_C % len(looks)]
        ends = [((place + 0.5) * cell, cell + 0.03), ((column + 0.5) * cell, lower.y - 0.03)]
        sheet.lines([ends], color=color, linewidth=1.5, linestyle=line, zorder=2)
    sheet.text(0, -0.38, "flattened with the channels last: the rows of our W", ha="left")
    sheet.text(0, lower.y + cell + 0.4, "flattened with the channels first: the columns of PyTorch's weight", ha="left")
    example = int(np.flatnonzero(order == 1)[0])
    caption = (
        f"An output of {n_H} × {n_W} × {n_C}, flattened. The digits are row, column and channel. What is number 1 with"
        f" the channels last is number {example} with the channels first: the weights have to move with their numbers."
    )
    pairs = ", ".join(f"{place} to {column}" for column, place in enumerate(order))
    alt = f"Two rows of {count} cells, joined by lines that cross: from the place above to the place below, {pairs}."
    return sheet.picture(caption, alt)


@drawn
def tape():
    """What a framework writes down on the way forward, and how it reads it on the way back. Returns a Picture."""
    sheet = Sheet()
    names = ("conv", "relu", "pool", "flatten", "dense", "loss")
    arrays = ("x", "Z", "A", "P", "F", "scores", "L")
    wide, step = 0.86, 1.33
    for k, name in enumerate(names):
        x = 0.45 + k * step
        for y, words, fill, hatch in ((0.0, name, LIGHT_BLUE, None), (1.25, f"{name}\nbackward", LIGHT_RED, "....")):
            sheet.fill(x, y, wide, 0.55, fill, hatch, "#d8b9a3")
            sheet.outline(x, y, wide, 0.55, color=BLUE if y == 0 else RED, linewidth=1.4)
            box = {"boxstyle": "round,pad=0.1", "facecolor": fill, "edgecolor": "none"} if hatch else None
            sheet.text(x + wide / 2, y + 0.275, words, 9, bbox=box)
        sheet.arrow((x - 0.4, 0.27), (x - 0.04, 0.27), BLUE)
        sheet.arrow((x + wide + 0.43, 1.53), (x + wide + 0.06, 1.53), RED, (0, (3, 1.5)))
        if k == 0:  # the gradient of the image itself
            sheet.arrow((x - 0.04, 1.53), (x - 0.41, 1.53), RED, (0, (3, 1.5)))
        sheet.arrow((x + wide / 2, 0.6), (x + wide / 2, 1.2), GREY)
        sheet.text(x + wide / 2 + 0.07, 0.88, "cache", 8.5, GREY, ha="left")
        sheet.text(x - 0.22, 0.1, arrays[k], 8.5, style="italic")
        sheet.text(x - 0.22, 1.78, f"d{arrays[k]}", 8.5, style="italic")
        if name in ("conv", "dense"):
            sheet.arrow((x + wide / 2, -0.4), (x + wide / 2, -0.05), INK)
            sheet.text(x + wide / 2, -0.52, "W, b", 9, style="italic")
            sheet.arrow((x + wide / 2, 1.85), (x + wide / 2, 2.2), INK)
            sheet.text(x + wide / 2, 2.33, "dW, db", 9, style="italic")
    end = 0.45 + 5 * step + wide
    sheet.arrow((end + 0.04, 0.27), (end + 0.4, 0.27), BLUE)
    sheet.text(end + 0.2, 0.1, "L", 8.5, style="italic")
    sheet.text(end + 0.25, 1.72, "dL = 1", 8.5)
    caption = (
        "Forward (above, blue), every layer leaves behind a note: which function ran, and its cache. loss.backward()"
        " reads the notes from the last to the first (below, orange, dashed arrows) and calls for each the backward"
        " pass that belongs to it."
    )
    alt = (
        "Two rows of boxes. Above, from left to right, conv, relu, pool, flatten, dense, loss, joined by arrows to the"
        " right. Below each stands its backward box, and an arrow labelled cache leads down to it; the lower row is"
        " joined by dashed arrows to the left, from dL = 1 to dx. W and b enter conv and dense from above; dW and"
        " db leave their backward boxes below."
    )
    return sheet.picture(caption, alt)


@drawn
def two_trainings(ours, theirs, seconds):
    """The losses of two trainings on top of each other, and how long each took.

    ours, theirs: (n,) losses of the same steps, by NumPy and by PyTorch. seconds: dict of a name to a pair of times, of
    NumPy and of PyTorch. Returns a Picture.
    """
    ours, theirs = np.asarray(ours, dtype=float), np.asarray(theirs, dtype=float)
    figure = Figure(figsize=(8.2, 3.1), layout="constrained")
    axes = plain_axes(figure, 1, 2, 1, xlabel="step", ylabel="loss", title="the same training, twice")
    axes.plot(ours, color="#9cc3de", linewidth=4.5, label="NumPy")
    axes.plot(theirs, color=RED, linewidth=1.1, linestyle=(0, (3, 2)), label="PyTorch")
    axes.set_yscale("log")
    axes.legend(frameon=False, fontsize=9)
    bars = plain_axes(figure, 1, 2, 2, xlabel="PyTorch's time, where NumPy's is 1", title="how long PyTorch takes")
    shares = [times[1] / times[0] for times in seconds.values()]
    bars.barh(range(len(shares)), shares, 0.5, color=LIGHT_RED, edgecolor=RED, hatch="....")
    bars.axvline(1, color=BLUE, linewidth=2)
    bars.annotate("NumPy", (1, -0.43), (5, 0), textcoords="offset points", va="center", fontsize=9, color=BLUE)
    for place, share in enumerate(shares):
        # To the right of the line, too, which would run through the number.
        look = {"textcoords": "offset points", "va": "center", "fontsize": 9}
        bars.annotate(f"{share:.2f}", (max(share, 1), place), (6, 0), **look)
    bars.set_yticks(range(len(shares)), list(seconds))
    bars.set_xlim(0, max(1.25, *(share * 1.25 for share in shares)))
    bars.set_ylim(len(shares) - 0.4, -0.6)
    apart = np.max(np.abs(ours - theirs))
    words = "; ".join(
        f"{name.replace(chr(10), ' ')}: NumPy {ours:.2g} s, PyTorch {theirs:.2g} s"
        for name, (ours, theirs) in seconds.items()
    )
    caption = (
        f"Left, the loss of each step, of NumPy (wide) and of PyTorch (dashed, on top of it): they are at most"
        f" {apart:.0e} apart. Right, PyTorch's time in multiples of NumPy's, on this machine: {words}."
    )
    alt = f"Left, two curves of the loss over {len(ours)} steps, one exactly on the other. Right, bars. {words}."
    return Picture(figure, caption, alt)


def _name(h, w, c):
    return f"{h}{w}{c}"


def _shade(grid, channels):
    """Give each cell the look of its channel. channels: (rows, columns) ints."""
    for row, line in enumerate(channels):
        for column, channel in enumerate(line):
            look = {"color": SHADES[channel % len(SHADES)], "hatch": HATCHES[channel % len(HATCHES)]}
            grid.fill(row, column, hatch_color=_HATCH, **look)
