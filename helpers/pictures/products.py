"""A convolution as matrix products: im2col, its way back, and one product for each position of the filter."""

import numpy as np

from helpers.pictures.canvas import (
    ENTRY,
    LIGHT_BLUE,
    LIGHT_RED,
    SHADES,
    WINDOW,
    Panel,
    Sheet,
    drawn,
    number,
    plural,
    row_of_grids,
    rows_in_words,
    size_in_words,
    windows_of,
)

IMAGE = np.array([[1, 2, 0], [0, 1, 3], [2, 1, 1]])
FILTER = np.array([[1, 0], [2, -1]])


def rows_of_windows(A, f):
    """The windows of an image with one channel, stride 1, as rows. A: (n_H, n_W). Returns (windows, f * f)."""
    return np.array([A[row : row + f, column : column + f].ravel() for _, (row, column) in windows_of(A.shape, f, 1)])


@drawn
def im2col_matrix(A=None, W=None, marked=1):
    """An image, the matrix of its windows, times the filter as a column, and the output.

    A: (n_H, n_W) and W: (f, f), or None for small ones. marked: the number of the window to mark. Returns a Picture.
    """
    A, W = (IMAGE if A is None else np.asarray(A)), (FILTER if W is None else np.asarray(W))
    f = W.shape[0]
    columns, windows = rows_of_windows(A, f), windows_of(A.shape, f, 1)
    Z = columns @ W.reshape(-1, 1)
    (h, w), (row, column) = windows[marked]
    shape = windows[-1][0][0] + 1, windows[-1][0][1] + 1
    sheet = Sheet()
    panels = [
        Panel("A_prev", A.shape, "→", size_in_words(A.shape)),
        Panel("its windows", columns.shape, "@", size_in_words(columns.shape)),
        Panel("W", (f * f, 1), "=", size_in_words((f * f, 1))),
        Panel("Z, as a column", Z.shape, "→", size_in_words(Z.shape)),
        Panel("Z", shape, "", size_in_words(shape)),
    ]
    (image, matrix, kernel, product, output), right, bottom = row_of_grids(
        sheet, panels, cell=0.38, gap=0.5, indices=False
    )
    for grid, values in (
        (image, A),
        (matrix, columns),
        (kernel, W.reshape(-1, 1)),
        (product, Z),
        (output, Z.reshape(shape)),
    ):
        grid.numbers(values)
    for grid, *place in ((image, row, column, f, f), (matrix, marked, 0, 1, f * f)):
        grid.fill(*place, color=LIGHT_BLUE)
        grid.outline(*place, **WINDOW)
    for grid, *place in ((product, marked, 0), (output, h, w)):
        grid.fill(*place, color=LIGHT_RED)
        grid.outline(*place, **ENTRY)
    sheet.reserve(right, bottom)
    caption = (
        f"im2col: each window of the image becomes a row of a matrix, the filter a column. The product holds all "
        f"outputs. Window ({h}, {w}), row {marked} and the output that comes of them are marked."
    )
    alt = (
        f"The image: {rows_in_words(A)}. The matrix of its windows, one in each row: {rows_in_words(columns)}. Times "
        f"the filter as a column: {rows_in_words([W.ravel()])}. The product, {rows_in_words([Z.ravel()])}, is "
        f"the output {rows_in_words(Z.reshape(shape))}."
    )
    return sheet.picture(caption, alt)


@drawn
def col2im_adding(columns=None, shape=(3, 3), f=2):
    """Rows of windows, each put back to its place in an image of one channel, and the sum of all.

    columns: (windows, f * f), or None for ones. shape: (n_H, n_W). Returns a Picture.
    """
    windows = windows_of(shape, f, 1)
    columns = np.ones((len(windows), f * f), dtype=int) if columns is None else np.asarray(columns)
    total, sheet = np.zeros(shape), Sheet()
    panels = [Panel(f"row {row}", shape, "+") for row in range(len(windows) - 1)]
    panels += [Panel(f"row {len(windows) - 1}", shape, "="), Panel("col2im", shape)]
    grids, right, bottom = row_of_grids(sheet, panels, cell=0.36, gap=0.5, indices=False)
    for count, (grid, (_, (row, column))) in enumerate(zip(grids, windows, strict=False)):
        placed = np.zeros(shape)
        placed[row : row + f, column : column + f] = columns[count].reshape(f, f)
        total += placed
        inside = np.zeros(shape, dtype=bool)
        inside[row : row + f, column : column + f] = True
        grid.numbers(placed, shown=inside)
        grid.fill(row, column, f, f, color=LIGHT_BLUE)
        grid.outline(row, column, f, f, **WINDOW)
    grids[-1].numbers(total)
    sheet.reserve(right, bottom)
    caption = (
        f"col2im: each row is a window of {f} × {f}, and goes back to the place that it was taken from. Where windows "
        f"overlap, their entries are added."
    )
    alt = (
        f"{plural(len(windows), 'image')} of {size_in_words(shape)}, each with one window filled in: "
        + ", ".join(f"row {count} holds {rows_in_words([row])}" for count, row in enumerate(columns))
        + f". Their sum: {rows_in_words(total)}."
    )
    return sheet.picture(caption, alt)


@drawn
def offsets(A=None, W=None):
    """For each position of the filter, what that position of all windows looks at, times its weight; and the sum.

    A: (n_H, n_W) and W: (2, 2), or None for small ones; one channel, one filter, stride 1. Returns a Picture.
    """
    A, W = (IMAGE if A is None else np.asarray(A)), (FILTER if W is None else np.asarray(W))
    f = W.shape[0]
    n_H, n_W = (n - f + 1 for n in A.shape)
    Z, sheet, parts = np.zeros((n_H, n_W)), Sheet(), []
    places = list(np.ndindex(f, f))
    panels = [
        Panel(f"(p, q) = ({p}, {q})", A.shape, "=" if (p, q) == places[-1] else "+", under=f"times {number(W[p, q])}")
        for p, q in places
    ]
    panels.append(Panel("Z", (n_H, n_W)))
    grids, right, bottom = row_of_grids(sheet, panels, cell=0.36, gap=0.42, indices=False)
    for count, (grid, (p, q)) in enumerate(zip(grids, places, strict=False)):
        part = A[p : p + n_H, q : q + n_W]
        Z += part * W[p, q]
        grid.numbers(A)
        grid.fill(p, q, n_H, n_W, color=SHADES[count % len(SHADES)])
        grid.outline(p, q, n_H, n_W, **WINDOW)
        parts.append(f"({p}, {q}) looks at {rows_in_words(part)}, times {number(W[p, q])}")
    grids[-1].numbers(Z)
    grids[-1].outline(0, 0, n_H, n_W, **ENTRY)
    sheet.reserve(right, bottom + 0.3)
    caption = (
        "One position of the filter at a time: the outlined part is what this position of all windows looks at. Each "
        "part times its weight, added up, is the output. With several channels, “times” is a matrix product."
    )
    alt = (
        f"The image {rows_in_words(A)}, {plural(f * f, 'time')}. Position {'; '.join(parts)}. The sum, Z: "
        f"{rows_in_words(Z)}."
    )
    return sheet.picture(caption, alt)
