"""Where an array keeps its entries: one line of memory, strides along it, and windows in it."""

import numpy as np

from helpers.memory import steps_of
from helpers.pictures.canvas import (
    BLUE,
    ENTRY,
    GREEN,
    GREY,
    INK,
    LIGHT_BLUE,
    LIGHT_RED,
    RED,
    SHADES,
    WIDEST,
    WINDOW,
    Grid,
    Panel,
    Sheet,
    drawn,
    plural,
    row_of_grids,
    size_in_words,
)

FLOAT = 8  # bytes


@drawn
def memory_layout(n_H=3, n_W=4, n_C=2):
    """One image of n_H × n_W pixels and n_C channels, and the line of memory that holds its floats.

    Each entry is written as its place in memory. Returns a Picture.
    """
    places = np.arange(n_H * n_W * n_C).reshape(n_H, n_W, n_C)
    sheet = Sheet()
    panels = [Panel(f"channel {c}", (n_H, n_W), "", size_in_words((n_H, n_W))) for c in range(n_C)]
    grids, width, bottom = row_of_grids(sheet, panels, cell=0.42, gap=0.9)
    for channel, grid in enumerate(grids):
        grid.numbers(places[..., channel])
        for row in range(n_H):
            grid.fill(row, 0, 1, n_W, color=SHADES[row % len(SHADES)])

    line = Grid(sheet, 0, bottom + 1.35, (1, places.size), min(0.34, WIDEST / places.size))
    line.numbers(places.reshape(1, -1))
    for row in range(n_H):
        line.fill(0, row * n_W * n_C, 1, n_W * n_C, color=SHADES[row % len(SHADES)])
        middle = line.x + (row + 0.5) * n_W * n_C * line.cell
        sheet.text(middle, line.y + line.height + 0.17, f"row {row}", 9, GREY)
    steps = steps_of(places)
    looks = (("row", steps[0], GREEN, 0.86), ("column", steps[1], RED, 0.54), ("channel", steps[2], BLUE, 0.22))
    start = line.middle(0, 0)[0]
    for axis, step, color, above in looks:
        y, end = line.y - above, start + step * line.cell
        sheet.lines([[(start, line.y), (start, y)]], color, 1.0)
        sheet.arrow((start, y), (end, y), color, linewidth=1.6)
        sheet.lines([[(end, y), (end, line.y)]], color, 1.0, (0, (2, 2)))
        words = f"next {axis}: {plural(step, 'entry').replace('entrys', 'entries')}, {FLOAT * step} bytes"
        sheet.text(start + steps[0] * line.cell + 0.1, y, words, 9, color, ha="left")
    sheet.reserve(max(width, line.width), line.y + line.height + 0.3)

    in_bytes = tuple(FLOAT * step for step in steps)
    caption = (
        f"An image of {n_H} × {n_W} pixels with {plural(n_C, 'channel')} (above), and the same entries in memory "
        f"(below). Each is written as its place in memory: the channels of a pixel lie side by side, then comes the "
        f"next pixel. The strides of this array of floats are {in_bytes} bytes."
    )
    alt = (
        "Above: "
        + "; ".join(
            f"channel {c} holds {', '.join('/'.join(map(str, row)) for row in places[..., c])}" for c in range(n_C)
        )
        + f". Below: one line of {places.size} cells, numbered 0 to {places.size - 1}. Arrows from cell 0: to the next "
        + ", ".join(f"{axis} {step} further" for axis, step, _, _ in looks)
        + "."
    )
    return sheet.picture(caption, alt)


@drawn
def windows_in_memory(n_H=4, n_W=5, f=2):
    """Two windows of f × f side by side, in an image of n_H × n_W with one channel, and where their entries lie.

    Returns a Picture.
    """
    places = np.arange(n_H * n_W).reshape(n_H, n_W)
    sheet = Sheet()
    shown = [("window (0, 0)", 0, LIGHT_BLUE, WINDOW), ("window (0, 1)", 1, LIGHT_RED, ENTRY)]
    if n_H > f:
        shown.append(("window (1, 0)", n_W, SHADES[2], {"color": GREEN, "linestyle": (0, (5, 1.5))}))
    panels = [Panel(name, places.shape) for name, _, _, _ in shown]
    grids, width, bottom = row_of_grids(sheet, panels, cell=0.36, gap=0.7)
    cell, y, listed = min(0.36, (WIDEST - 1.2) / places.size), bottom + 0.45, []
    for grid, (name, start, color, look) in zip(grids, shown, strict=True):
        row, column = divmod(start, n_W)
        grid.numbers(places)
        grid.fill(row, column, f, f, color=color)
        grid.outline(row, column, f, f, **look)
        line = Grid(sheet, 1.15, y, (1, places.size), cell)
        line.numbers(places.reshape(1, -1))
        sheet.text(0, y + cell / 2, name, 9, INK, ha="left")
        for piece in range(f):
            line.fill(0, start + piece * n_W, 1, f, color=color)
            line.outline(0, start + piece * n_W, 1, f, **look)
        own = places[row : row + f, column : column + f]
        listed.append(f"{name} lies at {'; '.join(' '.join(map(str, piece)) for piece in own)}")
        y += cell + 0.24
    sheet.reserve(max(width, 1.15 + places.size * cell), y)
    caption = (
        f"Windows of {f} × {f} in an image with one channel, and the line of memory under each. A window lies in {f} "
        f"pieces, one for each of its rows, {n_W} entries apart. The next window to the right has the same pieces, one "
        f"entry further; the next one downward, {n_W} entries further."
    )
    alt = (
        f"An image of {n_H} × {n_W}, its entries numbered from 0 in row-major order, and beneath it lines of memory. "
        + ". ".join(listed)
        + "."
    )
    return sheet.picture(caption, alt)
