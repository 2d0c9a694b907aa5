"""Where gradients go in the backward pass of pooling."""

import numpy as np

from helpers.pictures.arithmetic import pooled, pooling_gradient
from helpers.pictures.canvas import (
    ENTRY,
    GREY,
    HATCHES,
    INK,
    LIGHT_BLUE,
    LIGHT_RED,
    SHADES,
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
    windows_of,
)
from helpers.pictures.pools import mark_entries, mark_windows, words_of
from helpers.pictures.windows import POOL_IMAGE, before_or_at, check_entry

HATCH_COLOR = "#a8a8a8"


def upstream_for(shape):
    """Small whole numbers to stand for a gradient that arrives: 2, 5, 1, 4, 3, 6 and so on. shape: (n_H, n_W)."""
    return np.resize(np.array([4, 2, 1, 8, 3, 6, 5, 7]), shape)


@drawn
def mask(x=None):
    """A window, the mask of its maximum, and the mask times the gradient dA = 5 that arrives. x: (f, f) or None."""
    x = np.array([[1, 3], [9, 2]]) if x is None else np.asarray(x)
    dA, largest = 5, x == np.max(x)
    sheet = Sheet()
    panels = [
        Panel("window x", x.shape, "→"),
        Panel("mask: is it the maximum?", x.shape, "→"),
        Panel(f"mask · dA, dA = {dA}", x.shape),
    ]
    (window, truth, result), _, _ = row_of_grids(sheet, panels, cell=0.62, indices=False)
    window.numbers(x, bold=largest, size=12)
    _draw_mask(truth, largest)
    result.numbers(largest * dA, bold=largest, size=12)
    _mark(result, largest)
    caption = (
        f"The mask is True where the window has its maximum, {number(x.max())}. Multiplied by dA = {dA} it sends the "
        f"gradient there, and nothing anywhere else."
    )
    alt = (
        f"Three grids of {size_in_words(x.shape)}. The window, row by row: {rows_in_words(x)}. Its mask: "
        f"{_truth_in_words(largest)}; True is hatched. The mask times {dA}: {rows_in_words(largest * dA)}."
    )
    return sheet.picture(caption, alt)


def _draw_mask(grid, truth):
    for row, column in zip(*np.nonzero(truth), strict=True):
        grid.fill(row, column, color=LIGHT_BLUE, hatch="////", hatch_color=HATCH_COLOR)
    grid.words([[str(bool(value)) for value in row] for row in truth], bold=truth, ground=True, size=10)


def _mark(grid, truth):
    for row, column in zip(*np.nonzero(truth), strict=True):
        grid.fill(row, column, color=LIGHT_RED)
        grid.outline(row, column, inset=0.02, linewidth=2.2, **ENTRY)


def _truth_in_words(truth):
    return "; ".join(" ".join(str(bool(value)) for value in row) for row in truth)


@drawn
def share(dz=8.0, shape=(2, 2)):
    """One gradient shared evenly among the entries of a window of `shape`. dz: number. Returns a Picture."""
    count = shape[0] * shape[1]
    part = np.full(shape, dz / count)
    sheet = Sheet()
    panels = [Panel("dz", (1, 1), "→"), Panel("its window of dA_prev", shape)]
    (one, many), _, bottom = row_of_grids(sheet, panels, cell=0.62, gap=1.0, indices=False)
    one.fill(0, 0, color=LIGHT_RED)
    one.outline(0, 0, **ENTRY)
    one.numbers([[dz]], size=12)
    many.fill(0, 0, *shape, color=LIGHT_BLUE)
    many.outline(0, 0, *shape, **WINDOW)
    many.numbers(part)
    sheet.text(0, bottom + 0.3, f"{number(dz)} / ({shape[0]} · {shape[1]}) {equals(dz / count)}", ha="left")
    caption = (
        f"Average pooling gives every one of the {count} entries the same share, {number(dz)} / {count} "
        f"{equals(dz / count)}; together they get all of {number(dz)}."
    )
    alt = (
        f"Left: one cell with {number(dz)}. An arrow leads to a grid of {size_in_words(shape)} "
        f"with {number(dz / count)} in each of its {plural(count, 'cell')}."
    )
    return sheet.picture(caption, alt)


@drawn
def routes(A=None, dA=None, f=2, stride=2):
    """Where the gradient of each pooled output goes, for max pooling and for average pooling.

    A: (n_H_prev, n_W_prev). dA: the output's shape, or None for small numbers. f, stride: int. Returns a Picture.
    """
    A = POOL_IMAGE if A is None else np.asarray(A)
    shape = pooled(A, f, stride).shape
    dA = upstream_for(shape) if dA is None else np.asarray(dA)
    by_mode = [pooling_gradient(A, dA, f, stride, mode) for mode in ("max", "average")]
    sheet = Sheet()
    panels = [
        Panel("A_prev", A.shape, "", size_in_words(A.shape)),
        Panel("dA", shape, "→", size_in_words(shape)),
        Panel("dA_prev", A.shape, "", "max pooling"),
        Panel("dA_prev", A.shape, "", "average pooling"),
    ]
    grids, _, _ = row_of_grids(sheet, panels, gap=0.5, indices=False)
    for k, (grid, values) in enumerate(zip(grids, (A, dA, *by_mode), strict=True)):
        if k == 1:
            mark_entries(grid)
        elif k != 2:
            mark_windows(grid, f, stride)
        else:
            _mark_reached(grid, A, f, stride)
        if k == 2:
            # Next to the zeros, what the windows hand on needs no white ground to be read.
            grid.words(words_of(values, values == 0), color=GREY)
        grid.words(words_of(values, values != 0 if k == 2 else None), ground=True)
    caption = (
        f"Each of the {plural(dA.size, 'gradient')} in dA goes back into its own window (f = {f}, stride {stride}): "
        f"with max pooling all of it to the largest entry and 0 elsewhere, with average pooling to all alike."
    )
    alt = (
        f"A_prev, row by row: {rows_in_words(A)}. dA: {rows_in_words(dA)}; each window of A_prev has the hatching of "
        f"its entry of dA. dA_prev for max pooling: {rows_in_words(by_mode[0])}. "
        f"dA_prev for average pooling: {rows_in_words(by_mode[1])}."
    )
    return sheet.picture(caption, alt)


def _mark_reached(grid, A, f, stride):
    """Hatch, for each window, the entries that are its maximum; windows that meet in one entry hatch it each."""
    for k, (_, (top, left)) in enumerate(windows_of(A.shape, f, stride)):
        window = A[top : top + f, left : left + f]
        color = SHADES[k % len(SHADES)] if stride >= f else "none"
        for row, column in np.argwhere(window == window.max()):
            look = {"color": color, "hatch": HATCHES[k % len(HATCHES)], "hatch_color": HATCH_COLOR}
            grid.fill(top + row, left + column, **look)
        if stride >= f:
            grid.outline(top, left, f, f, linewidth=1.8)


@drawn
def route(A=None, dA=None, f=2, stride=2, h=0, w=0, mode="max"):
    """Where the gradient of one pooled output goes, and what the windows up to it have added up to.

    A: (n_H_prev, n_W_prev). dA: the output's shape, or None for small numbers. mode: "max" or "average".
    Returns a Picture. Raises ValueError where there is no output (h, w).
    """
    A = POOL_IMAGE if A is None else np.asarray(A)
    result = pooled(A, f, stride, mode)
    check_entry(h, w, result.shape)
    dA = upstream_for(result.shape) if dA is None else np.asarray(dA)
    done = before_or_at(h, w, result.shape)
    total = pooling_gradient(A, dA * done, f, stride, mode)
    only = np.zeros(result.shape)
    only[h, w] = 1
    touched = pooling_gradient(A, only, f, stride, mode) > 0
    top, left = h * stride, w * stride
    sheet = Sheet()
    panels = [
        Panel("A_prev", A.shape, "", size_in_words(A.shape)),
        Panel("dA", result.shape, "→", size_in_words(result.shape)),
        Panel("dA_prev so far", A.shape, "", f"{mode} pooling"),
    ]
    (image, upstream, back), right, bottom = row_of_grids(sheet, panels, gap=0.6)
    image.numbers(A, bold=touched if mode == "max" else None)
    upstream.numbers(dA, color=np.where(done, INK, GREY))
    upstream.fill(h, w, color=LIGHT_RED)
    upstream.outline(h, w, **ENTRY)
    back.numbers(total, bold=touched)
    for row, column in zip(*np.nonzero(touched), strict=True):
        back.fill(row, column, color=LIGHT_RED)
    for grid in (image, back):
        grid.fill(top, left, f, f, color=LIGHT_BLUE, zorder=0.8)
        grid.outline(top, left, f, f, **WINDOW)
    sheet.reserve(right, bottom)
    places = ", ".join(f"({row}, {column})" for row, column in np.argwhere(touched))
    gradient = number(dA[h, w])
    if mode == "max":
        which = "the largest entry of its window, at" if touched.sum() == 1 else "each largest entry of its window:"
        caption = f"All of dA[{h}, {w}] = {gradient} goes to {which} {places}."
    else:
        caption = (
            f"dA[{h}, {w}] = {gradient} is shared among the {f * f} entries of its window: "
            f"{gradient} / {f * f} {equals(dA[h, w] / f**2)} each."
        )
    alt = (
        f"A_prev, row by row: {rows_in_words(A)}, with the {f} × {f} window at row {top}, column {left} outlined. "
        f"dA: {rows_in_words(dA)}, with entry ({h}, {w}) outlined. The gradient goes to {places}. dA_prev for {mode} "
        f"pooling after the windows up to this one: {rows_in_words(total)}."
    )
    return sheet.picture(caption, alt)


@drawn
def ties(x=None):
    """A window with two equal maxima: a mask that marks both against a mask that marks one.

    x: (f, f) or None. The gradient that arrives is 6. Returns a Picture.
    """
    x = np.array([[1, 5], [5, 2]]) if x is None else np.asarray(x)
    dA, every = 6, x == np.max(x)
    first = np.zeros(x.shape, dtype=bool)
    first.flat[np.argmax(x)] = True
    sheet, y, facts = Sheet(), 0.0, []
    for name, truth in (("marks every maximum", every), ("marks the first only", first)):
        panels = [
            Panel("window x", x.shape, "→"),
            Panel(f"mask {name}", x.shape, "→", least=2.2),
            Panel(f"mask · dA, dA = {dA}", x.shape),
        ]
        (window, shown, result), right, bottom = row_of_grids(sheet, panels, y, cell=0.58, indices=False)
        window.numbers(x, bold=every, size=12)
        _draw_mask(shown, truth)
        result.numbers(truth * dA, bold=truth, size=12)
        _mark(result, truth)
        count = int(truth.sum())
        sum_of_all = f"{count} · dA = {count * dA}" if count > 1 else f"dA = {dA}"
        sheet.text(right + 0.3, result.y + result.height / 2, f"sum: {sum_of_all}", ha="left")
        y = bottom + 0.25
        facts.append(
            f"The mask that {name}: {_truth_in_words(truth)}; times dA {rows_in_words(truth * dA)}, sum {sum_of_all}."
        )
    count = int(every.sum())
    caption = (
        f"A window with {f'{count} equal maxima' if count > 1 else 'one maximum'}: a mask that marks every maximum "
        f"hands on {f'{count} · dA' if count > 1 else 'dA'}, one that marks the first hands on dA, as it arrived."
    )
    alt = f"Two rows of grids. The window, row by row: {rows_in_words(x)}. " + " ".join(facts)
    return sheet.picture(caption, alt)


@drawn
def overlapping(A=None, dA=None):
    """Max pooling with f = 2 and stride 1: an entry that is the maximum of several windows gets all their gradients.

    A: (3, 3). dA: (2, 2). Returns a Picture.
    """
    A = np.array([[1, 7, 2], [4, 6, 5], [0, 3, 8]]) if A is None else np.asarray(A)
    result = pooled(A, 2, 1)
    dA = np.array([[2, 3], [1, 4]]) if dA is None else np.asarray(dA)
    back = pooling_gradient(A, dA, 2, 1)
    senders = pooling_gradient(A, np.ones(result.shape), 2, 1)
    sheet = Sheet()
    panels = [
        Panel("A_prev", A.shape, "→", size_in_words(A.shape)),
        Panel("A (max)", result.shape, "", size_in_words(result.shape)),
        Panel("dA", result.shape, "→", size_in_words(result.shape)),
        Panel("dA_prev", A.shape, "", size_in_words(A.shape)),
    ]
    grids, _, bottom = row_of_grids(sheet, panels, cell=0.48)
    for grid in grids[1:3]:
        mark_entries(grid)
    for grid in (grids[0], grids[3]):
        _mark_reached(grid, A, 2, 1)
    for row, column in np.argwhere(senders > 1):
        grids[0].outline(row, column, **WINDOW)
        grids[3].outline(row, column, **ENTRY)
    for grid, values in zip(grids, (A, result, dA, back), strict=True):
        grid.words(words_of(values), ground=True)
    sums = _sums_in_words(A, dA, senders)
    for k, words in enumerate(sums):
        sheet.text(0, bottom + 0.32 + 0.25 * k, words, ha="left")
    caption = (
        "Windows of 2 × 2 with stride 1 overlap. "
        + (f"The outlined entry is the maximum of several, and gets the sum: {sums[0]}." if sums else "")
        + ("" if sums else "Here no entry is the maximum of more than one.")
    )
    alt = (
        f"A_prev, row by row: {rows_in_words(A)}. Max pooled: {rows_in_words(result)}. dA: {rows_in_words(dA)}. "
        f"dA_prev: {rows_in_words(back)}. Each output has its own hatching, and so has the entry that was its maximum. "
        + " ".join(f"{words}." for words in sums)
    )
    return sheet.picture(caption, alt)


def _sums_in_words(A, dA, senders):
    """The sum behind each entry that several windows send to. list of str."""
    sums, result = [], pooled(A, 2, 1)
    for row, column in np.argwhere(senders > 1):
        outputs = [
            (h, w)
            for (h, w), (top, left) in windows_of(A.shape, 2, 1)
            if row - top in (0, 1) and column - left in (0, 1) and A[row, column] == result[h, w]
        ]
        names = " + ".join(f"dA[{h}, {w}]" for h, w in outputs)
        values = " + ".join(number(dA[output]) for output in outputs)
        total = number(sum(dA[output] for output in outputs))
        sums.append(f"dA_prev[{row}, {column}] = {names} = {values} = {total}")
    return sums
