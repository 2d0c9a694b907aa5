"""The gradients of a convolution: which outputs an entry reaches, and how dW and dA_prev add up."""

import numpy as np

from helpers.pictures.arithmetic import convolution_gradients, output_size, weights_to
from helpers.pictures.canvas import (
    ENTRY,
    GREY,
    INK,
    LIGHT_BLUE,
    LIGHT_RED,
    RED,
    WINDOW,
    Panel,
    Sheet,
    drawn,
    number,
    plural,
    row_of_grids,
    rows_in_words,
    size_in_words,
)
from helpers.pictures.windows import FILTER, IMAGE, before_or_at, check_entry, factor

UPSTREAM = np.array([[2, 1, 0], [-1, 3, 1], [2, 0, 1]])


@drawn
def reached(n=5, f=3, stride=1, row=2, column=2):
    """One pixel of an n × n input, and all outputs that it reaches, each with the weight through which it does.

    f, stride: int. row, column: the pixel. Returns a Picture. Raises ValueError where there is no such pixel.
    """
    if not (0 <= row < n and 0 <= column < n):
        raise ValueError(f"the input is {n} × {n}: it has no pixel ({row}, {column})")
    size, weights = output_size(n, f, stride), weights_to(n, f, stride, row, column)
    sheet = Sheet()
    panels = [
        Panel("input A_prev", (n, n), "→", size_in_words((n, n))),
        Panel("output Z", (size, size), "", f"{size} × {size}: f = {f}, stride {stride}"),
    ]
    (image, output), right, bottom = row_of_grids(sheet, panels, cell=0.5, gap=0.8)
    image.fill(row, column, color=LIGHT_BLUE)
    image.outline(row, column, **WINDOW)
    sheet.indexed(*image.middle(row, column), "a", f"{row},{column}")
    for (h, w), (i, j) in weights.items():
        output.fill(h, w, color=LIGHT_RED)
        output.outline(h, w, inset=0.03, linewidth=1.8, **ENTRY)
        sheet.indexed(*output.middle(h, w), "w", f"{i},{j}")
    sheet.reserve(right, bottom)

    place = f"The pixel ({row}, {column})"
    if not weights:
        caption = f"{place} lies in no window: it reaches no output, and its gradient is 0."
    else:
        caption = (
            f"{place} reaches {plural(len(weights), 'output')}, each through the weight written there: its gradient "
            f"is the sum of {'that weight' if len(weights) == 1 else 'those weights'} times dZ at the same place."
        )
    listed = "; ".join(f"Z[{h}, {w}] through w[{i}, {j}]" for (h, w), (i, j) in weights.items())
    alt = (
        f"Left: an input of {n} × {n} with the pixel ({row}, {column}) outlined. Right: the output of {size} × {size} "
        f"for f = {f} and stride {stride}. "
        f"Marked there: {listed or 'nothing'}."
    )
    return sheet.picture(caption, alt)


@drawn
def backward_step(A=None, W=None, dZ=None, h=0, w=0, stride=1):
    """One step of the backward pass: what the window at (h, w) adds to dW and to dA_prev, and the sums so far.

    A: (n_H_prev, n_W_prev). W: (f, f). dZ: (n_H, n_W), or None for small numbers. h, w, stride: int.
    Returns a Picture. Raises ValueError where dZ has no entry (h, w), or has a size that does not fit.
    """
    A, W = (IMAGE if A is None else np.asarray(A)), (FILTER if W is None else np.asarray(W))
    f, top, left = W.shape[0], h * stride, w * stride
    shape = tuple(output_size(n, f, stride) for n in A.shape)
    dZ = np.resize(UPSTREAM, shape) if dZ is None else np.asarray(dZ)
    if dZ.shape != shape:
        raise ValueError(f"dZ is {size_in_words(dZ.shape)}, but the output is {size_in_words(shape)}")
    check_entry(h, w, shape)
    window, dz = A[top : top + f, left : left + f], dZ[h, w]
    dA, dW = convolution_gradients(A, W, dZ, stride, (h, w))

    sheet = Sheet()
    look = {"cell": 0.38, "gap": 0.75}
    given = [
        Panel("A_prev", A.shape, "", size_in_words(A.shape)),
        Panel("W", W.shape, "", size_in_words(W.shape)),
        Panel("dZ", dZ.shape, "", size_in_words(dZ.shape)),
    ]
    (image, kernel, upstream), width, bottom = row_of_grids(sheet, given, **look)
    image.numbers(A)
    image.fill(top, left, f, f, color=LIGHT_BLUE)
    image.outline(top, left, f, f, **WINDOW)
    kernel.numbers(W)
    upstream.numbers(dZ, color=np.where(before_or_at(h, w, shape), INK, GREY))
    upstream.fill(h, w, color=LIGHT_RED)
    upstream.outline(h, w, **ENTRY)

    times = f"dz = dZ[{h}, {w}] = {number(dz)}"
    sums = [
        Panel("added: a_slice · dz", W.shape, "→", times),
        Panel("dW so far", W.shape, "", size_in_words(W.shape)),
        Panel("added: W · dz", W.shape, "→", times),
        Panel("dA_prev so far", A.shape, "", size_in_words(A.shape)),
    ]
    grids, second_width, bottom = row_of_grids(sheet, sums, y=bottom + 0.3, **look)
    for grid, values in zip(grids, (window * dz, dW, W * dz, dA), strict=True):
        grid.numbers(values)
    for grid in grids[::2]:
        grid.fill(0, 0, f, f, color=LIGHT_RED, zorder=0.8)
        grid.outline(0, 0, f, f, **ENTRY)
    grids[3].fill(top, left, f, f, color=LIGHT_BLUE)
    grids[3].outline(top, left, f, f, **WINDOW)
    sheet.reserve(max(width, second_width), bottom)

    caption = (
        f"The entry dZ[{h}, {w}] = {number(dz)} adds its window of A_prev times {factor(dz)} to dW, and the filter "
        f"times {factor(dz)} to the same window of dA_prev. Both sums are shown after this step."
    )
    alt = (
        f"A_prev, row by row: {rows_in_words(A)}, with the {f} × {f} window at row {top}, column {left} outlined. "
        f"W: {rows_in_words(W)}. dZ: {rows_in_words(dZ)}, with entry ({h}, {w}) outlined. "
        f"Added to dW: {rows_in_words(window * dz)}; dW so far: {rows_in_words(dW)}. "
        f"Added to the window of dA_prev: {rows_in_words(W * dz)}; dA_prev so far: {rows_in_words(dA)}."
    )
    return sheet.picture(caption, alt)


@drawn
def chain():
    """The computation of the loss as a graph, with the gradients on the way back. Returns a Picture."""
    sheet = Sheet()
    nodes = {
        r"$A_{\mathrm{prev}}$": (0.5, 0.25, 0.52),
        "$W$": (0.5, 1.4, 0.52),
        "$b$": (0.5, 2.55, 0.52),
        "$Z$": (4.2, 1.4, 1.5),
        "$L$": (7.0, 1.4, 0.52),
    }
    for words, (x, y, height) in nodes.items():
        sheet.fill(x - 0.42, y - height / 2, 0.84, height, color=LIGHT_BLUE, zorder=4)
        sheet.outline(x - 0.42, y - height / 2, 0.84, height, linewidth=1.4)
        sheet.text(x, y, words, 14)
    inputs = ((0.25, 0.85, r"$dA_{\mathrm{prev}}$"), (1.4, 1.4, "$dW$"), (2.55, 1.95, "$db$"))
    for y, end, words in inputs:
        _there_and_back(sheet, (1.0, y), (3.7, end), words)
    _there_and_back(sheet, (4.7, 1.4), (6.5, 1.4), "$dZ$")
    sheet.text(4.2, 0.5, "convolution", 9, GREY)
    sheet.text(5.6, 1.1, "the rest of the network", 9, GREY)
    sheet.lines([[(1.9, 3.15), (2.5, 3.15)]], INK, 1.5)
    sheet.text(2.6, 3.15, "forward: values", 9, ha="left")
    sheet.lines([[(4.1, 3.15), (4.7, 3.15)]], RED, 1.8, (0, (3, 1.5)))
    sheet.text(4.8, 3.15, "backward: gradients of the loss", 9, ha="left")
    caption = (
        "Forward (solid) the convolution makes Z from A_prev, W and b, and the rest of the network makes the loss L "
        "from Z. Backward (dashed) dZ arrives, and the convolution must turn it into dA_prev, dW and db."
    )
    alt = (
        "A graph with five boxes. Solid arrows go from A_prev, W and b to Z and from Z to the loss L. Beside each a "
        "dashed arrow goes back: dZ from L to Z, and from Z dA_prev to A_prev, dW to W and db to b."
    )
    return sheet.picture(caption, alt)


def _there_and_back(sheet, start, end, words):
    """A solid arrow from start to end, and beneath it a dashed one back that carries `words`."""
    start, end = np.array(start), np.array(end)
    along = (end - start) / np.linalg.norm(end - start)
    beside = np.array([-along[1], along[0]]) * 0.08
    sheet.arrow(start - beside, end - beside, INK, linewidth=1.5)
    sheet.arrow(end + beside, start + beside, RED, (0, (3, 1.5)), 1.8)
    sheet.text(*((start + end) / 2 + 3.2 * beside), words, 13)
