"""What comes after this course: batch normalisation, residual connections, and two other convolutions."""

import numpy as np
from matplotlib.figure import Figure

from helpers.figure import Picture
from helpers.pictures.canvas import (
    BLUE,
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
    row_of_grids,
    rows_in_words,
)
from helpers.pictures.charts import plain_axes


@drawn
def batch_normalisation():
    """How the entries of three channels are distributed, before and after batch normalisation. Returns a Picture."""
    random = np.random.default_rng(3)
    channels = [random.normal(mean, width, 4000) for mean, width in ((-4, 1.2), (1, 3.0), (6, 0.6))]
    figure = Figure(figsize=(8.2, 2.7), layout="constrained")
    looks = ((BLUE, "solid"), (RED, (0, (4, 2))), (INK, (0, (1, 1.4))))
    for place, title in enumerate(("before", "after: (Z − mean) / standard deviation")):
        axes = plain_axes(figure, 1, 2, place + 1, xlabel="entries of a channel, over the whole batch", title=title)
        axes.set_ylabel("" if place else "how often")
        for k, (values, (color, line)) in enumerate(zip(channels, looks, strict=True)):
            shown = (values - values.mean()) / values.std() if place else values
            heights, edges = np.histogram(shown, 40, (-9, 11), density=True)
            middles = (edges[1:] + edges[:-1]) / 2
            axes.plot(middles, heights, color=color, linestyle=line, linewidth=2, label=f"channel {k}")
        axes.set_xlim(-9, 11)
        axes.set_yticks([])
        axes.legend(frameon=False, fontsize=9)
    caption = (
        "Batch normalisation shifts and stretches each channel so that its entries, over all examples, rows and"
        " columns of the batch, have mean 0 and standard deviation 1. Then it multiplies by γ and adds β, two numbers"
        " that are learned."
    )
    alt = (
        "Two charts of how often each value occurs, for three channels. Before: three humps at −4, 1 and 6, of"
        " different widths. After: the three humps lie on each other, around 0, equally wide."
    )
    return Picture(figure, caption, alt)


@drawn
def residual():
    """A block with a connection around it. Returns a Picture."""
    sheet = Sheet()
    words, x, wide = ("conv", "relu", "conv"), 1.2, 0.95
    sheet.text(0.1, 0.5, "A", 13, style="italic")
    sheet.arrow((0.3, 0.5), (x - 0.05, 0.5), BLUE)
    for k, name in enumerate(words):
        left = x + k * (wide + 0.4)
        sheet.fill(left, 0.2, wide, 0.6, LIGHT_BLUE)
        sheet.outline(left, 0.2, wide, 0.6, color=BLUE, linewidth=1.4)
        sheet.text(left + wide / 2, 0.5, name)
        sheet.arrow((left + wide + 0.04, 0.5), (left + wide + 0.36, 0.5), BLUE)
    end = x + 3 * (wide + 0.4)
    sheet.text(end + 0.13, 0.5, "+", 17)
    sheet.arrow((end + 0.32, 0.5), (end + 0.85, 0.5), BLUE)
    sheet.text(end + 1.5, 0.5, "A + F(A)", 12, style="italic")
    sheet.lines([[(0.7, 0.5), (0.7, -0.25)], [(0.7, -0.25), (end + 0.13, -0.25)]], RED, 2.0, (0, (4, 2)))
    sheet.arrow((end + 0.13, -0.25), (end + 0.13, 0.34), RED, (0, (4, 2)), 2.0)
    sheet.text((0.7 + end) / 2, -0.42, "the input itself, added at the end", 9.5, RED)
    sheet.text(x + (3 * wide + 0.8) / 2, 1.0, "F(A)", 12, style="italic")
    caption = (
        "A residual connection: the layers compute only what has to be added to their input. On the way back the"
        " gradient of the sum goes both ways: through the layers, and unchanged around them."
    )
    alt = (
        "The input A goes through three boxes, conv, relu, conv, together called F(A), to a plus sign. A dashed line"
        " leads from A around the boxes to the same plus sign. The output is A + F(A)."
    )
    return sheet.picture(caption, alt)


@drawn
def transposed_convolution():
    """A 2 × 2 input, a 3 × 3 filter and stride 2: each entry puts the filter, times itself, into a larger output.

    Returns a Picture.
    """
    A, W, stride = np.array([[1, 2], [3, 1]]), np.array([[1, 0, 1], [0, 2, 0], [1, 0, 1]]), 2
    Z = np.zeros((5, 5))
    for h, w in np.ndindex(A.shape):
        Z[h * stride : h * stride + 3, w * stride : w * stride + 3] += A[h, w] * W
    sheet = Sheet()
    panels = (Panel("input", (2, 2), "∗"), Panel("filter", (3, 3), "→"), Panel("output", (5, 5)))
    (left, middle, right), _, _ = row_of_grids(sheet, panels, indices=False)
    left.fill(0, 1, color=LIGHT_RED)
    left.outline(0, 1, **ENTRY)
    left.outline(0, 0, inset=0.03, **WINDOW)
    right.fill(0, 2, 3, 3, color=LIGHT_RED)
    right.outline(0, 2, 3, 3, **ENTRY)
    right.outline(0, 0, 3, 3, inset=0.03, **WINDOW)
    for grid, values in ((left, A), (middle, W), (right, Z)):
        grid.numbers(values)
    caption = (
        "A transposed convolution makes an image larger: each entry of the input is multiplied by the whole filter, and"
        f" the result is put into the output, here with stride {stride}. The entry {number(A[0, 1])} fills the dashed"
        f" window, its left neighbour {number(A[0, 0])} the one outlined in full; where windows overlap, they are"
        " added. You know it already: it is the gradient of the input in conv_backward."
    )
    alt = (
        f"An input of 2 × 2, {rows_in_words(A)}; a filter of 3 × 3, {rows_in_words(W)}; an output of 5 × 5,"
        f" {rows_in_words(Z)}. The entry {number(A[0, 1])} of the input is outlined with dashes, and so is the window"
        " of the output that it fills, the upper right one. The entry to its left is outlined in full, and so is its"
        " window, which shares a column with the other."
    )
    return sheet.picture(caption, alt)


@drawn
def dilated_convolution():
    """The nine entries of a 7 × 7 image that a 3 × 3 filter sees, with dilation 1, 2 and 3. Returns a Picture."""
    sheet = Sheet()
    panels = [Panel(f"dilation {d}", (7, 7), under=f"sees {2 * d + 1} × {2 * d + 1}") for d in (1, 2, 3)]
    grids, _, _ = row_of_grids(sheet, panels, cell=0.3, indices=False)
    for dilation, grid in zip((1, 2, 3), grids, strict=True):
        start, size = 3 - dilation, 2 * dilation + 1
        for row, column in np.ndindex(3, 3):
            place = start + row * dilation, start + column * dilation
            grid.fill(*place, color=LIGHT_BLUE)
            grid.sheet.text(*grid.middle(*place), "w", 9, INK, va="center_baseline", style="italic")
        grid.outline(start, start, size, size, **WINDOW)
    sheet.text(grids[0].x, grids[0].y + grids[0].height + 0.46, "nine weights each time", 9, GREY, ha="left")
    caption = (
        "A dilated convolution leaves gaps between the entries that it looks at. The same nine weights see 3 × 3, 5 ×"
        " 5 or 7 × 7 pixels, and no pool is needed for that."
    )
    alt = (
        "Three images of 7 × 7 pixels, with the nine entries marked that a 3 × 3 filter in the middle looks at:"
        " neighbours with dilation 1, every second one with dilation 2, every third one with dilation 3. A frame around"
        " them is 3, 5 and 7 pixels wide."
    )
    return sheet.picture(caption, alt)
