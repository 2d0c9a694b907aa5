"""What training gives to look at: the loss as it falls, right and wrong answers, and how settings compare."""

import numpy as np
from matplotlib.figure import Figure

from helpers.figure import Picture
from helpers.pictures.canvas import BLUE, GREY, INK, LIGHT_RED, RED, Grid, Sheet, drawn, plural
from helpers.pictures.charts import plain_axes


@drawn
def training(losses, steps=None, log=True):
    """The loss of each batch, and its mean over some steps, drawn from step 0 to `steps`.

    losses: (n,) positive numbers, n <= steps. Returns a Picture.
    """
    losses = np.asarray(losses, dtype=float)
    steps = steps or len(losses)
    figure = Figure(figsize=(6.8, 3.1), layout="constrained")
    axes = plain_axes(figure, xlabel="step", ylabel="loss")
    axes.plot(np.arange(len(losses)), losses, color="#9cc3de", linewidth=0.8, label="each batch")
    width = max(1, steps // 30)
    smooth = running_mean(losses, width)
    axes.plot(np.arange(len(losses)), smooth, color=BLUE, linewidth=2.2, label=f"mean of the last {width}")
    axes.set_xlim(0, steps)
    if log and (losses > 0).all():
        axes.set_yscale("log")
    axes.legend(frameon=False, fontsize=9, loc="upper right")
    done = f"Step {len(losses):,} of {steps:,}" if len(losses) < steps else f"All {steps:,} steps done"
    caption = f"{done}: the loss went from {losses[0]:.3g} to {smooth[-1]:.2g}."
    alt = f"A noisy pale curve with its running mean. {caption}"
    return Picture(figure, caption, alt)


def running_mean(values, width):
    """The mean of each value and the ones before it, `width` in all where there are so many. values: (n,). (n,)."""
    sums = np.cumsum(np.concatenate([[0.0], values]))
    stop = np.arange(1, len(values) + 1)
    start = np.maximum(0, stop - width)
    return (sums[stop] - sums[start]) / (stop - start)


@drawn
def confusion(labels, predicted, classes=10):
    """How often each class was taken for each: a table of counts. labels, predicted: (m,) ints. Returns a Picture."""
    counts = np.zeros((classes, classes), dtype=int)
    np.add.at(counts, (labels, predicted), 1)
    sheet = Sheet()
    grid = Grid(sheet, 0, 0, counts.shape, 0.4)
    for row, column in np.argwhere(counts > 0):
        if row != column:
            grid.fill(row, column, color=LIGHT_RED)
            grid.outline(row, column, color=RED, linestyle=(0, (2.2, 1.0)), linewidth=2.0)
    words = [[str(count) if count else "·" for count in row] for row in counts]
    grid.words(words, bold=np.eye(classes, dtype=bool), color=np.where(counts > 0, INK, GREY))
    grid.indices()
    sheet.text(grid.width / 2, -0.42, "what the network says")
    sheet.text(-0.4, grid.height / 2, "what it is", rotation=90)
    wrong = [(int(counts[row, column]), row, column) for row, column in np.argwhere(counts) if row != column]
    missed = sum(count for count, _, _ in wrong)
    caption = f"{len(labels) - missed} of {len(labels)} are right, on the diagonal; the {missed} outlined ones are not."
    shown = "; ".join(f"{row} taken for {column}: {count}" for count, row, column in sorted(wrong, reverse=True))
    alt = f"A table of {classes} × {classes} counts. {caption} {shown or 'No mistakes'}."
    return sheet.picture(caption, alt)


@drawn
def comparison(values, xlabel, caption, alt):
    """Settings compared: for each its values as dots and their mean as a line. values: dict of name to numbers.

    Returns a Picture.
    """
    figure = Figure(figsize=(7.2, 0.42 * len(values) + 0.8), layout="constrained")
    axes = plain_axes(figure, xlabel=xlabel)
    for place, numbers in enumerate(values.values()):
        mean = np.mean(numbers)
        # A little apart in height, so that two equal ones are two to see.
        heights = place + np.linspace(-0.1, 0.1, len(numbers)) if len(numbers) > 1 else [place]
        axes.plot(numbers, heights, "o", color=BLUE, markersize=6, markerfacecolor="none")
        axes.plot([mean, mean], [place - 0.32, place + 0.32], color=RED, linewidth=2.4)
        # Beside all of them: above its line, the number would stand in the way of the line above.
        look = {"textcoords": "offset points", "ha": "left", "va": "center", "fontsize": 8.5}
        axes.annotate(f"{mean:.1f}", (max(numbers), place), (8, 0), **look)
    axes.set_yticks(range(len(values)), list(values))
    axes.set_ylim(len(values) - 0.4, -0.6)
    axes.margins(x=0.12)
    shown = "; ".join(
        f"{name}: mean {np.mean(numbers):.1f} of {plural(len(numbers), 'run')}" for name, numbers in values.items()
    )
    return Picture(figure, caption, f"{alt} {shown}.")
