"""Windows sliding over one channel: the steps of a convolution and of pooling, padding and strides."""

import numpy as np

from helpers.pictures.arithmetic import convolved, output_size, pooled, window_counts
from helpers.pictures.canvas import (
    ENTRY,
    GREY,
    INK,
    LIGHT_BLUE,
    LIGHT_RED,
    PALE,
    WINDOW,
    Panel,
    Sheet,
    drawn,
    equals,
    number,
    plural,
    row_of_grids,
    rows_in_words,
    size_in_words,
    text_width,
)

IMAGE = np.array([[1, 2, 0, 3], [4, 1, 0, 2], [0, 3, 1, 5], [2, 1, 4, 0]])
FILTER = np.array([[1, 2], [0, -1]])
POOL_IMAGE = np.array([[1, 3, 0, 2], [2, 9, 4, 1], [5, 0, 7, 6], [1, 2, 8, 3]])
LINE_HEIGHT = 0.24


def factor(value, decimals=2):
    """A number as a factor in a product: negative ones in brackets. str."""
    return f"({number(value, decimals)})" if value < 0 else number(value, decimals)


def padded_numbers(grid, A, pad):
    """Write the padded image into its grid: the border pale and hatched, its zeros grey."""
    values = np.pad(A, pad)
    border = np.pad(np.zeros(A.shape, dtype=bool), pad, constant_values=True)
    if pad:
        # The ground is hatched whole and the image laid over it: two shapes instead of one for each cell.
        grid.fill(0, 0, *values.shape, color=PALE, hatch="////", hatch_color="#cfcfcf", zorder=1)
        grid.fill(pad, pad, *A.shape, color="white", zorder=1.2)
    grid.numbers(values, color=np.where(border, GREY, INK))


def check_entry(h, w, shape):
    """Raise ValueError where the output has no entry (h, w)."""
    if not (0 <= h < shape[0] and 0 <= w < shape[1]):
        raise ValueError(f"the output is {size_in_words(shape)}: it has no entry ({h}, {w})")


def before_or_at(h, w, shape):
    """Which entries come no later than (h, w) in row-major order: bool array of `shape`."""
    return np.arange(shape[0] * shape[1]).reshape(shape) <= h * shape[1] + w


def write_lines(sheet, lines, y):
    """Lines of text from the left edge; those after the first are indented to the right of the equals sign."""
    indent = text_width(lines[0].split("=")[0] + "=") if len(lines) > 1 else 0
    for k, line in enumerate(lines):
        sheet.text(indent if k else 0, y + 0.3 + k * LINE_HEIGHT, line, ha="left")
    return y + 0.3 + (len(lines) - 0.5) * LINE_HEIGHT


def sum_in_lines(window, W, b, h, w):
    """The sum behind one output entry, in one line for small filters and else in one line for each row. list of str."""
    rows = [
        " + ".join(f"{number(a)}·{factor(weight)}" for a, weight in zip(*pair, strict=True))
        for pair in zip(window, W, strict=True)
    ]
    products = np.sum(window * W)
    end = (
        f"+ b = {number(products, 4)} + {factor(b, 4)} = {number(products + b, 4)}" if b else f"= {number(products, 4)}"
    )
    start = f"Z[{h}, {w}] = "
    if W.shape[0] <= 2:
        return [start + " + ".join(rows) + " " + end]
    return [start + rows[0], *("+ " + row for row in rows[1:]), end]


def _start(index, stride):
    """Where a window starts, with the product that gives it where the stride has a part in it."""
    return str(index) if stride == 1 else f"{index} · {stride} = {index * stride}"


@drawn
def convolution_step(A=None, W=None, b=0.0, h=0, w=0, stride=1, pad=0):
    """One step of a convolution with one channel: the window, the filter, the output so far and the sum written out.

    A: (n_H_prev, n_W_prev). W: (f, f). b: number. h, w: the output entry that is being computed. stride, pad: int.
    Returns a Picture. Raises ValueError where there is no such entry.
    """
    A, W = (IMAGE if A is None else np.asarray(A)), (FILTER if W is None else np.asarray(W))
    Z = convolved(A, W, b, stride, pad)
    check_entry(h, w, Z.shape)
    f, top, left = W.shape[0], h * stride, w * stride
    P = np.pad(A, pad)

    sheet = Sheet()
    panels = [
        Panel("input A" + (", padded" if pad else ""), P.shape, "∗", size_in_words(P.shape)),
        Panel("filter W", W.shape, "=", size_in_words(W.shape), under=f"b = {number(b)}" if b else ""),
        Panel("output Z", Z.shape, "", size_in_words(Z.shape)),
    ]
    (image, kernel, output), right, bottom = row_of_grids(sheet, panels)
    padded_numbers(image, A, pad)
    image.fill(top, left, f, f, color=LIGHT_BLUE + "b0", zorder=1.5)
    image.outline(top, left, f, f, **WINDOW)
    kernel.numbers(W)
    kernel.outline(0, 0, f, f, **WINDOW)
    output.numbers(Z, shown=before_or_at(h, w, Z.shape))
    output.fill(h, w, color=LIGHT_RED)
    output.outline(h, w, **ENTRY)
    lines = sum_in_lines(P[top : top + f, left : left + f], W, b, h, w)
    bottom = write_lines(sheet, lines, max(bottom, kernel.y + kernel.height + 0.3))
    sheet.reserve(max(right, 5.4), bottom)

    border = f" with {plural(pad, 'row')} and {plural(pad, 'column')} of zeros on every side" if pad else ""
    caption = (
        f"The window whose upper left corner is at row {_start(h, stride)} and column {_start(w, stride)} gives the "
        f"output Z[{h}, {w}] = {number(Z[h, w])}. The sign ∗ stands for the convolution, not for Python's *."
    )
    done = Z.ravel()[: h * Z.shape[1] + w + 1]
    alt = (
        f"Input {size_in_words(A.shape)}{border}, row by row: {rows_in_words(A)}. "
        f"Filter {size_in_words(W.shape)}: {rows_in_words(W)}{f'; bias {number(b)}' if b else ''}. "
        f"A bold outline marks the window at rows {top} to {top + f - 1} and columns {left} to {left + f - 1}: "
        f"{rows_in_words(P[top : top + f, left : left + f])}. "
        f"Output {size_in_words(Z.shape)}, filled in up to entry ({h}, {w}), which is outlined: "
        f"{' '.join(number(value) for value in done)}. {' '.join(lines)}."
    )
    return sheet.picture(caption, alt)


@drawn
def pooling_step(A=None, f=2, stride=2, h=0, w=0, mode="max"):
    """One step of pooling with one channel: the window, the output so far, and how its entry comes about.

    A: (n_H_prev, n_W_prev). f, stride: int. h, w: the output entry that is being computed. mode: "max" or "average".
    Returns a Picture. Raises ValueError where there is no such entry or no such mode.
    """
    A = POOL_IMAGE if A is None else np.asarray(A)
    result = pooled(A, f, stride, mode)
    check_entry(h, w, result.shape)
    top, left = h * stride, w * stride
    window = A[top : top + f, left : left + f]

    sheet = Sheet()
    panels = [
        Panel("input A_prev", A.shape, "→", size_in_words(A.shape)),
        Panel("output A", result.shape, "", size_in_words(result.shape)),
    ]
    (image, output), right, bottom = row_of_grids(sheet, panels, gap=0.8)
    image.numbers(A)
    image.fill(top, left, f, f, color=LIGHT_BLUE)
    image.outline(top, left, f, f, **WINDOW)
    output.numbers(result, shown=before_or_at(h, w, result.shape))
    output.fill(h, w, color=LIGHT_RED)
    output.outline(h, w, **ENTRY)
    sentence = pooling_sentence(window, mode)
    rows = [", ".join(number(value) for value in row) for row in window]
    start = f"A[{h}, {w}] = {'max' if mode == 'max' else 'mean'} of "
    lines = [f"A[{h}, {w}] = {sentence}"]
    if f > 3:
        lines = [start + rows[0] + ",", *(row + "," for row in rows[1:-1]), f"{rows[-1]} {equals(result[h, w])}"]
    bottom = write_lines(sheet, lines, bottom)
    sheet.reserve(max(right, 4.2), bottom)

    caption = (
        f"{mode.capitalize()} pooling with f = {f} and stride {stride}: the window at rows {top} to {top + f - 1} and "
        f"columns {left} to {left + f - 1} becomes the single number {number(result[h, w])}."
    )
    done = result.ravel()[: h * result.shape[1] + w + 1]
    alt = (
        f"Input {size_in_words(A.shape)}, row by row: {rows_in_words(A)}. A bold outline marks the {f} × {f} window "
        f"at row {top}, column {left}. Output {size_in_words(result.shape)}, filled in up to entry ({h}, {w}), which "
        f"is outlined: {' '.join(number(value) for value in done)}. A[{h}, {w}] = {sentence}."
    )
    return sheet.picture(caption, alt)


def pooling_sentence(window, mode):
    """What happens to a window, in words: 'max of 1, 3, 2, 9 = 9'. window: (f, f). str."""
    listed = ", ".join(number(value) for value in window.ravel())
    if mode == "max":
        return f"max of {listed} {equals(window.max())}"
    return f"mean of {listed} {equals(window.mean())}"


@drawn
def padding(n=4, pad=1, f=3):
    """An image with its border of zeros, and in how many windows each pixel lies without and with that border.

    n: size of the image. pad: int. f: size of the windows, which move by one pixel. Returns a Picture.
    """
    A = (np.arange(n * n).reshape(n, n) * 7) % 9 + 1
    without, with_border = window_counts(n, f, 0), window_counts(n, f, pad)
    sheet = Sheet()
    padded, sizes = n + 2 * pad, (output_size(n, f), output_size(n, f, 1, pad))
    panels = [
        Panel(f"image with pad = {pad}", (padded, padded), "", f"{n} × {n} becomes {padded} × {padded}"),
        Panel("no padding", (n, n), "", "windows at each pixel", f"output {sizes[0]} × {sizes[0]}"),
        Panel(f"pad = {pad}", (n, n), "", "windows at each pixel", f"output {sizes[1]} × {sizes[1]}"),
    ]
    (image, left, right), _, _ = row_of_grids(sheet, panels)
    padded_numbers(image, A, pad)
    image.outline(pad, pad, n, n, linewidth=1.8)
    highest = max(with_border.max(), 1)
    _shade_counts(left, without, highest)
    _shade_counts(right, with_border, highest)

    middle = n // 2
    words = [plural(count, "window") for count in (without[0, 0], without[middle, middle])]
    caption = (
        f"Windows of {f} × {f} on an image of {n} × {n}: without padding a corner pixel lies in {words[0]} and one in "
        f"the middle in {words[1]}; with pad = {pad} it is {with_border[0, 0]} and {with_border[middle, middle]}."
    )
    alt = (
        f"Left: a {n} × {n} image inside a hatched border of zeros, {pad} wide, {padded} × {padded} in all. "
        f"Middle and right: for each pixel the number of {f} × {f} windows that contain it. "
        f"Without padding, row by row: {rows_in_words(without)}. With pad {pad}: {rows_in_words(with_border)}."
    )
    return sheet.picture(caption, alt)


def _shade_counts(grid, counts, highest):
    """Numbers on a ground that is the darker the larger they are, from white to a light blue."""
    for row, column in np.ndindex(counts.shape):
        share = counts[row, column] / highest
        color = tuple(1 - share * (1 - part) for part in (0.60, 0.79, 0.92))
        grid.fill(row, column, color=color)
    grid.numbers(counts)
