"""A photograph to filter, and pictures of images and of small matrices."""

import numpy as np
from matplotlib.cbook import get_sample_data
from matplotlib.colors import LinearSegmentedColormap, Normalize
from matplotlib.figure import Figure
from PIL import Image

from helpers.figure import Picture
from helpers.pictures.canvas import LINE, Grid, Sheet, drawn, number, text_width

# From a dark blue over grey to a pale yellow, always lighter: in a grey print negative stays darker than positive.
SIGNED = LinearSegmentedColormap.from_list("signed", ["#08204f", "#3f5f95", "#8f8f8f", "#d0bd72", "#fff6c9"])

# Inches: as wide as a picture in a notebook should be.
WIDEST = 9.6

# The part of the photograph with face, cap and medals: upper row, left column, height and width.
_CROP = (0, 20, 470, 470)


def photograph(size=96):
    """The photograph that Matplotlib ships, of Rear Admiral Grace Hopper, cut to a square. Floats in 0..1.

    Every pixel is the mean of a block of the original. Returns an array (size, size, 3).
    """
    with get_sample_data("grace_hopper.jpg") as file:
        pixels = np.asarray(Image.open(file).convert("RGB"), dtype=float) / 255
    top, left, height, width = _CROP
    return _block_means(_block_means(pixels[top : top + height, left : left + width], size, 0), size, 1)


def grey_photograph(size=96):
    """The photograph in grey: (size, size), floats in 0..1, weighted as the eye weights the colours."""
    return photograph(size) @ np.array([0.299, 0.587, 0.114])


def _block_means(pixels, size, axis):
    """Means over `size` neighbouring blocks along an axis, which differ by one pixel at most in their length."""
    starts = np.arange(size) * pixels.shape[axis] // size
    lengths = np.diff(np.append(starts, pixels.shape[axis]))
    sums = np.add.reduceat(pixels, starts, axis=axis)
    return sums / lengths.reshape([-1 if k == axis else 1 for k in range(pixels.ndim)])


@drawn
def images(arrays, titles, caption, alt, columns=None, signed=False, framed=False):
    """Images side by side, or in rows of `columns`. Returns a Picture.

    arrays: list of (n_H, n_W) or (n_H, n_W, 3) floats; grey images of one shape share their scale.
    signed: colour 0 as middle grey, negative darker, positive lighter, with one scale for all and a colour bar.
    framed: draw a thin line around each, which shows where white paper ends.
    """
    arrays = [np.asarray(array, dtype=float) for array in arrays]
    # A filter of 3 × 3 needs less room than a photograph.
    widest, side = (4, 2.6) if max(max(array.shape[:2]) for array in arrays) > 16 else (6, 1.5)
    rows = -(-len(arrays) // (columns or widest))
    columns = columns or -(-len(arrays) // rows)
    side = min(side, (7.4 if signed else 8.0) / columns)
    tall = max(array.shape[0] / array.shape[1] for array in arrays)
    extra = 0.6 if signed else 0.0
    figure = Figure(figsize=(side * columns + extra, (side * tall + 0.35) * rows), layout="constrained")
    grid = figure.subplots(rows, columns, squeeze=False)
    for axes in grid.flat:
        axes.set_axis_off()
    for axes, array, title in zip(grid.flat, arrays, titles, strict=False):
        if framed:
            axes.set_axis_on()
            axes.set(xticks=[], yticks=[])
            axes.spines[:].set(color=LINE, linewidth=0.8)
        shown = axes.imshow(array, interpolation="nearest", **_scale(array, arrays, signed))
        axes.set_title(title, fontsize=10)
    if signed:
        bar = figure.colorbar(shown, ax=grid, shrink=0.85, pad=0.02)
        bar.ax.tick_params(labelsize=9)
        bar.outline.set_visible(False)
    return Picture(figure, caption, alt)


def _scale(array, arrays, signed):
    """imshow's colour map and limits for one of the images."""
    if signed:
        limit = max(np.abs(other).max() for other in arrays) or 1.0
        return {"cmap": SIGNED, "vmin": -limit, "vmax": limit}
    if array.ndim == 3:
        return {}
    alike = [other for other in arrays if other.shape == array.shape]
    return {"cmap": "gray", "vmin": min(other.min() for other in alike), "vmax": max(other.max() for other in alike)}


@drawn
def filters(arrays, titles, caption, alt):
    """Small matrices as grids with their numbers, the lighter the larger. arrays: list of (rows, columns).

    Returns a Picture.
    """
    arrays = [np.asarray(array) for array in arrays]
    low, high = min(array.min() for array in arrays), max(array.max() for array in arrays)
    limit = max(abs(low), abs(high)) or 1
    scale = Normalize(-limit, limit)
    whole = all((array == np.round(array)).all() for array in arrays)
    cell = 0.42 if whole else 0.52
    sheet, x, y, tallest = Sheet(), 0.0, 0.0, 0.0
    for array, title in zip(arrays, titles, strict=True):
        width = max(array.shape[1] * cell, text_width(title))
        if x and x + width > WIDEST:
            x, y, tallest = 0.0, y + tallest + 0.6, 0.0
        grid = Grid(sheet, x + (width - array.shape[1] * cell) / 2, y, array.shape, cell)
        sheet.text(x + width / 2, y - 0.15, title)
        _shade(grid, array, scale, whole)
        x, tallest = x + width + 0.4, max(tallest, grid.height)
    return sheet.picture(caption, alt)


def _shade(grid, array, scale, whole):
    """Cells in a pale colour for their number, and the number in black or white, whichever is better to read."""
    colors = 0.35 + 0.65 * SIGNED(scale(array.astype(float)))[..., :3]
    for row, column in np.ndindex(array.shape):
        grid.fill(row, column, color=tuple(colors[row, column]))
    words = [[number(value) if whole else two_decimals(value) for value in row] for row in array]
    # 0.18 is where black and white stand out equally well: (1 + 0.05) / (0.18 + 0.05) = (0.18 + 0.05) / 0.05.
    grid.words(words, color=np.where(_luminance(colors) > 0.18, "#000000", "#ffffff"))


def two_decimals(value):
    """A number with exactly two decimals, and no minus sign in front of nothing. str."""
    return f"{round(value, 2) + 0.0:.2f}".replace("-", "−")


def _luminance(colors):
    """The relative luminance of sRGB colours. colors: (..., 3) in 0..1. Returns (...)."""
    linear = np.where(colors <= 0.04045, colors / 12.92, ((colors + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])
