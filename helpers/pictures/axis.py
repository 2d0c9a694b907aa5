"""Windows along one axis: where they start with each stride, which pixels they share and which they leave over."""

import numpy as np

from helpers.pictures.arithmetic import coverage, output_size
from helpers.pictures.canvas import BLUE, CELL, GREY, LIGHT_RED, PALE, Grid, Sheet, drawn, plural

_AXIS_X = 0.85


@drawn
def strides(n=7, f=3, stride=(1, 2, 3)):
    """Where the windows start along one axis, for each of several strides. n, f: int. stride: tuple of ints.

    Returns a Picture.
    """
    sheet, y, facts = Sheet(), 0.0, []
    for s in stride:
        size, seen = output_size(n, f, s), coverage(n, f, s)
        left_over = np.flatnonzero(seen == 0)
        for pixel in left_over:
            _cell_of_axis(sheet, y, pixel, PALE, "////")
        y = _windows_along_axis(
            sheet, y, n, f, s, f"n_out = ⌊({n} − {f}) / {s}⌋ + 1 = {size}", _unseen_in_words(left_over)
        )
        starts = _listed(range(0, size * s, s))
        facts.append(f"Stride {s}: {plural(size, 'window')} (first pixels {starts}); {_unseen_in_words(left_over)}.")
    caption = (
        f"Windows of {f} pixels along an axis of {n}, one bracket for each output: a larger stride makes fewer of "
        f"them, and pixels that no window reaches (hatched) are ignored."
    )
    alt = f"A row of {n} pixels for each stride, with brackets under it for the windows of {f}. " + " ".join(facts)
    return sheet.picture(caption, alt)


@drawn
def overlap(n=6, f=3):
    """Windows along one axis that overlap (stride f − 1), lie side by side (f), and leave gaps (f + 1).

    n, f: int. Returns a Picture.
    """
    sheet, y, facts = Sheet(), 0.0, []
    for s, relation in ((f - 1, "stride < f: overlap"), (f, "stride = f: side by side"), (f + 1, "stride > f: gaps")):
        seen = coverage(n, f, s)
        shared, left_over = np.flatnonzero(seen > 1), np.flatnonzero(seen == 0)
        for pixel in shared:
            _cell_of_axis(sheet, y, pixel, LIGHT_RED, "....")
        for pixel in left_over:
            _cell_of_axis(sheet, y, pixel, PALE, "////")
        words = f"shared: {_pixels(shared)}" if len(shared) else "no pixel is shared"
        y = _windows_along_axis(sheet, y, n, f, s, relation, f"{words}; {_unseen_in_words(left_over)}")
        facts.append(f"Stride {s}: {output_size(n, f, s)} windows, {words}, {_unseen_in_words(left_over)}.")
    caption = (
        f"Windows of {f} pixels along an axis of {n}. With a stride smaller than f neighbouring windows overlap and "
        f"share pixels (dotted); with a stride of f they lie side by side; with a larger one some pixels lie in no "
        f"window (hatched)."
    )
    alt = f"Three rows of {n} pixels with brackets under them for the windows of {f}. " + " ".join(facts)
    return sheet.picture(caption, alt)


def _cell_of_axis(sheet, y, pixel, color, hatch):
    sheet.fill(_AXIS_X + pixel * CELL, y, CELL, CELL, color=color, hatch=hatch)


def _windows_along_axis(sheet, y, n, f, stride, words, second):
    """One row of n pixels, a bracket under it for every window, words to its right. Returns the next row's y."""
    row = Grid(sheet, _AXIS_X, y, (1, n))
    row.words([[str(pixel) for pixel in range(n)]], color=GREY, size=9, ground=True)
    sheet.text(0, y + CELL / 2, f"stride {stride}", ha="left")
    sheet.text(row.x + row.width + 0.3, y + 0.1, words, ha="left")
    sheet.text(row.x + row.width + 0.3, y + 0.33, second, 9, GREY, ha="left")
    # Windows that overlap are written on different levels, so that no two brackets touch.
    levels = -(-f // stride)
    ground = {"boxstyle": "round,pad=0.15", "facecolor": "white", "edgecolor": "none"}
    for k in range(output_size(n, f, stride)):
        start, end = row.x + k * stride * CELL + 0.04, row.x + (k * stride + f) * CELL - 0.04
        level = y + 0.55 + (k % levels) * 0.2
        bracket = [(start, level - 0.07), (start, level), (end, level), (end, level - 0.07)]
        sheet.lines([bracket], BLUE, 1.8)
        sheet.text((start + end) / 2, level, str(k), 8, bbox=ground)
    return y + 0.55 + min(levels, output_size(n, f, stride)) * 0.2 + 0.22


def _listed(numbers):
    return ", ".join(str(int(value)) for value in numbers)


def _unseen_in_words(pixels):
    if len(pixels) == 0:
        return "every pixel is seen"
    return f"left over: {_pixels(pixels)}"


def _pixels(numbers):
    """Indices as words, so that nobody takes them for a count: pixel 5; pixels 2 and 5."""
    return f"{'pixel' if len(numbers) == 1 else 'pixels'} {_listed(numbers)}"
