"""What pooling keeps and what it throws away."""

import numpy as np

from helpers.pictures.arithmetic import pooled
from helpers.pictures.canvas import (
    ENTRY,
    GREY,
    HATCHES,
    INK,
    LIGHT_BLUE,
    LIGHT_RED,
    SHADES,
    Grid,
    Panel,
    Sheet,
    drawn,
    number,
    row_of_grids,
    rows_in_words,
    size_in_words,
    windows_of,
)
from helpers.pictures.windows import POOL_IMAGE

# Three images that max pooling cannot tell apart; the largest entry of each quarter is 6, 8, 7 and 9.
SAME_MAXIMA = (
    np.array([[6, 0, 0, 8], [0, 0, 0, 0], [7, 0, 9, 0], [0, 0, 0, 0]]),
    np.array([[1, 6, 8, 5], [3, 2, 4, 7], [2, 4, 3, 1], [7, 2, 5, 9]]),
    np.array([[6, 6, 8, 8], [6, 6, 8, 8], [7, 7, 9, 9], [7, 7, 9, 9]]),
)


def mark_windows(grid, f, stride):
    """Give every window of a grid its own hatching. Windows that overlap are hatched over one another."""
    for k, (_, corner) in enumerate(windows_of((grid.rows, grid.columns), f, stride)):
        # A see-through ground, or else the later window would cover the earlier.
        color = SHADES[k % len(SHADES)] if stride >= f else "none"
        grid.fill(*corner, f, f, color=color, hatch=HATCHES[k % len(HATCHES)], hatch_color="#a8a8a8")
        if stride >= f:
            grid.outline(*corner, f, f, linewidth=1.8)


def mark_entries(grid):
    """Give every entry of an output the hatching of its window."""
    for k, (row, column) in enumerate(np.ndindex(grid.rows, grid.columns)):
        look = {"color": SHADES[k % len(SHADES)], "hatch": HATCHES[k % len(HATCHES)], "hatch_color": "#a8a8a8"}
        grid.fill(row, column, **look)
        grid.outline(row, column, linewidth=1.8)


def words_of(values, shown=None):
    """The numbers of a matrix as strings for Grid.words, '' where `shown` is False."""
    return [
        [number(value) if shown is None or shown[i, j] else "" for j, value in enumerate(row)]
        for i, row in enumerate(values)
    ]


@drawn
def pooling_both(A=None, f=2, stride=2):
    """All windows of an image, and side by side what max pooling and average pooling make of them.

    A: (n_H_prev, n_W_prev). f, stride: int. Returns a Picture.
    """
    A = POOL_IMAGE if A is None else np.asarray(A)
    largest, mean = pooled(A, f, stride, "max"), pooled(A, f, stride, "average")
    sheet = Sheet()
    panels = [
        Panel("input A_prev", A.shape, "→", size_in_words(A.shape)),
        Panel("max pooling", largest.shape, "", size_in_words(largest.shape)),
        Panel("average pooling", mean.shape, "", size_in_words(mean.shape)),
    ]
    grids, _, _ = row_of_grids(sheet, panels, gap=0.7, cell=0.48)
    mark_windows(grids[0], f, stride)
    for grid, values in zip(grids, (A, largest, mean), strict=True):
        if values is not A:
            mark_entries(grid)
        grid.words(words_of(values), ground=True)
    windows = f"{largest.size} windows of {f} × {f}"
    caption = f"The same {windows} (stride {stride}), each with its own hatching, pooled by maximum and by mean."
    alt = (
        f"Input {size_in_words(A.shape)}, row by row: {rows_in_words(A)}, divided into {windows} with stride {stride}. "
        f"Max pooling gives {rows_in_words(largest)}; average pooling gives {rows_in_words(mean)}."
    )
    return sheet.picture(caption, alt)


def edge_map():
    """An 8 × 8 map of vertical edges: one long edge inside a column of windows, one short edge at its border."""
    A = np.zeros((8, 8), dtype=int)
    A[:, 2] = [7, 8, 9, 9, 8, 9, 7, 8]
    A[4:, 5] = [5, 6, 6, 5]
    A[:3, 6] = [4, 5, 4]
    return A


@drawn
def shift():
    """A map of vertical edges and the same map moved by one pixel, each with its max-pooled map. Returns a Picture."""
    A = edge_map()
    moved = np.roll(A, 1, axis=1)
    before, after = pooled(A), pooled(moved)
    same = before == after
    sheet = Sheet()
    panels = [
        Panel("feature map", A.shape, "→", "8 × 8"),
        Panel("pooled", before.shape, "", "4 × 4"),
        Panel("moved to the right by 1", A.shape, "→", "8 × 8"),
        Panel("pooled", after.shape, "", "4 × 4"),
    ]
    grids, _, _ = row_of_grids(sheet, panels, gap=0.4, indices=False)
    for grid, values in zip(grids, (A, before, moved, after), strict=True):
        for row, column in zip(*np.nonzero(values), strict=True):
            grid.fill(row, column, color=LIGHT_BLUE)
        if values.shape == (8, 8):
            for _, corner in windows_of(values.shape, 2, 2):
                grid.outline(*corner, 2, 2, linewidth=1.3, color=GREY)
        grid.numbers(values, color=np.where(values == 0, "#8a8a8a", INK), bold=values > 0)
    for grid in (grids[1], grids[3]):
        for row, column in zip(*np.nonzero(~same), strict=True):
            grid.fill(row, column, color=LIGHT_RED)
            grid.outline(row, column, inset=0.025, linewidth=2, **ENTRY)
    crossed = int((~same).sum())
    caption = (
        f"Max pooling (2 × 2, stride 2) of a map of edges, and of the same map moved by one pixel: {same.sum()} of the "
        f"16 pooled entries stay the same, although {int((moved != A).sum())} of the 64 entries changed. Where an edge "
        f"crossed from one window into the next, the pooled map changes, too: the {crossed} outlined entries."
    )
    alt = (
        f"An 8 × 8 map with three vertical edges, row by row: {rows_in_words(A)}. Pooled: {rows_in_words(before)}. "
        f"Moved to the right by one pixel and pooled: {rows_in_words(after)}. "
        f"{same.sum()} of 16 entries are equal; the {crossed} that differ are outlined: there the short edge crossed "
        f"from one window into the next."
    )
    return sheet.picture(caption, alt)


@drawn
def thrown_away():
    """Three different images with the same max-pooled map, and with different means. Returns a Picture."""
    sheet = Sheet()
    panels = [Panel(f"input {name}", (4, 4), "", "4 × 4") for name in "ABC"]
    grids, _, bottom = row_of_grids(sheet, panels, gap=1.0, indices=False)
    facts = []
    for name, grid, A in zip("ABC", grids, SAME_MAXIMA, strict=True):
        largest, mean = pooled(A), pooled(A, mode="average")
        largest_entries = np.zeros(A.shape, dtype=bool)
        for _, corner in windows_of(A.shape, 2, 2):
            block = A[corner[0] : corner[0] + 2, corner[1] : corner[1] + 2]
            largest_entries[corner[0] : corner[0] + 2, corner[1] : corner[1] + 2] = block == block.max()
            grid.outline(*corner, 2, 2, linewidth=1.6)
        for row, column in zip(*np.nonzero(largest_entries), strict=True):
            grid.fill(row, column, color=LIGHT_BLUE)
        grid.numbers(A, bold=largest_entries)
        _results_below(sheet, grid, bottom, largest, mean)
        facts.append(
            f"{name}, row by row: {rows_in_words(A)}; maxima {rows_in_words(largest)}; means {rows_in_words(mean)}."
        )
    caption = (
        "Three inputs with the same max-pooled map: what else stood in the windows is gone. Their means still differ."
    )
    alt = "Three 4 × 4 inputs, each above its pooled maps of 2 × 2. " + " ".join(facts)
    return sheet.picture(caption, alt)


def _results_below(sheet, grid, bottom, largest, mean):
    for shift_x, words, values, color in ((-0.1, "max", largest, LIGHT_BLUE), (0.94, "mean", mean, "white")):
        small = Grid(sheet, grid.x + shift_x, bottom + 0.6, (2, 2), 0.42)
        sheet.text(small.x + 0.42, small.y - 0.14, words, 9, GREY)
        small.fill(0, 0, 2, 2, color=color)
        small.numbers(values, bold=[[words == "max"] * 2] * 2)
    sheet.arrow((grid.x + grid.width / 2, bottom + 0.08), (grid.x + grid.width / 2, bottom + 0.33), GREY)
