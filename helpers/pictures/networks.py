"""A network as a row of volumes, and what stands between its last volume and a decision."""

import numpy as np
from matplotlib.figure import Figure

from helpers.figure import Picture
from helpers.pictures.canvas import (
    BLUE,
    ENTRY,
    GREY,
    LIGHT_BLUE,
    LIGHT_RED,
    RED,
    SHADES,
    WINDOW,
    Panel,
    Sheet,
    drawn,
    number,
    row_of_grids,
    rows_in_words,
)
from helpers.pictures.charts import plain_axes
from helpers.pictures.tensors import polygon

# The network of notebook 05: what comes out of each layer, and which layer it is.
DIGITS = (
    ("input", (8, 8, 1)),
    ("conv 3 × 3, pad 1\n16 filters, relu", (8, 8, 16)),
    ("max pool 2 × 2\nstride 2", (4, 4, 16)),
    ("conv 3 × 3, pad 1\n32 filters, relu", (4, 4, 32)),
    ("max pool 2 × 2\nstride 2", (2, 2, 32)),
    ("flatten", (128,)),
    ("dense", (10,)),
)


@drawn
def network(volumes=DIGITS):
    """The outputs of a network's layers, as bodies in a row.

    volumes: pairs of a layer's name and its output's shape, (n_H, n_W, n_C) or (n,). Returns a Picture.
    """
    sheet, x, middle = Sheet(), 0.0, 0.0
    unit = 1.05 / max(shape[0] for _, shape in volumes if len(shape) == 3)
    for k, (name, shape) in enumerate(volumes):
        if k:
            sheet.arrow((x + 0.05, middle), (x + 0.3, middle))
            x += 0.36
        if len(shape) == 3:
            height, width = shape[0] * unit, shape[1] * unit
            # The third size is drawn compressed, or the deepest volume would need the whole page.
            deep = 0.08 + 0.06 * np.sqrt(shape[2])
        else:
            height, width, deep = 0.25 + 0.1 * np.sqrt(shape[0]), 0.13, 0.0
        # The names stand in two lines of height, since they are wider than the bodies.
        center = x + max(width + deep, 0.4) / 2
        _body(
            sheet, center - (width + deep) / 2, middle - height / 2, width, height, deep, SHADES[k % 2 if deep else 2]
        )
        sheet.text(center, 0.85, " × ".join(map(str, shape)), 9.5)
        for line, words in enumerate(name.split("\n")):
            sheet.text(center, (-1.33 if k % 2 else -1.0) + 0.17 * line, words, 8.5, GREY)
        x += max(width + deep, 0.4)
    numbers = [f"{name.replace(chr(10), ', ')}: {' × '.join(map(str, shape))}" for name, shape in volumes]
    caption = (
        f"The network, layer by layer. On its way the image gets smaller and deeper, from {_size(volumes[0][1])} "
        f"numbers to {_size(volumes[-1][1])}, one score for each digit. Depth is drawn compressed."
    )
    alt = f"A row of blocks joined by arrows, each with its size. {'; '.join(numbers)}."
    return sheet.picture(caption, alt)


def _size(shape):
    return " × ".join(map(str, shape)) if len(shape) > 1 else str(shape[0])


def _body(sheet, x, y, width, height, deep, shade):
    """A box with its front's upper left corner at (x, y), receding to the upper right by `deep`."""
    up = 0.75 * deep
    front = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    top = [(x, y), (x + deep, y - up), (x + width + deep, y - up), (x + width, y)]
    side = [(x + width, y), (x + width + deep, y - up), (x + width + deep, y + height - up), (x + width, y + height)]
    for corners in (front, top, side) if deep else (front,):
        polygon(sheet, corners, shade)
        sheet.lines(list(zip(corners, corners[1:] + corners[:1])), color=GREY, linewidth=1.0)


@drawn
def dense_product(A_prev=None, W=None, b=None, i=1, j=0):
    """A dense layer as a matrix product, with what one entry of Z is made of.

    A_prev: (m, n_prev). W: (n_prev, n). b: (1, n). i, j: the entry. Returns a Picture.
    """
    A_prev = np.array([[1, 2, 0], [3, -1, 2]]) if A_prev is None else np.asarray(A_prev)
    W = np.array([[2, 1], [0, -1], [1, 4]]) if W is None else np.asarray(W)
    b = np.array([[10, 20]]) if b is None else np.asarray(b)
    Z, sheet = A_prev @ W + b, Sheet()
    panels = [
        Panel("A_prev", A_prev.shape, "·", "m × n_prev"),
        Panel("W", W.shape, "+", "n_prev × n"),
        Panel("b", b.shape, "=", "1 × n"),
        Panel("Z", Z.shape, "", "m × n"),
    ]
    (left, weights, bias, result), _, bottom = row_of_grids(sheet, panels, cell=0.5)
    for grid, values in ((left, A_prev), (weights, W), (bias, b), (result, Z)):
        grid.numbers(values)
    left.fill(i, 0, 1, A_prev.shape[1], color=LIGHT_BLUE)
    left.outline(i, 0, 1, A_prev.shape[1], **WINDOW)
    weights.fill(0, j, W.shape[0], 1, color=LIGHT_BLUE)
    weights.outline(0, j, W.shape[0], 1, **WINDOW)
    for grid, row in ((bias, 0), (result, i)):
        grid.fill(row, j, color=LIGHT_RED)
        grid.outline(row, j, **ENTRY)
    terms = " + ".join(f"{_factor(a)}·{_factor(w)}" for a, w in zip(A_prev[i], W[:, j], strict=True))
    said = f"Z[{i}, {j}] = {terms} + {number(b[0, j])} = {number(Z[i, j])}"
    sheet.text(left.x, bottom + 0.3, said, ha="left")
    caption = f"{said}: row {i} of A_prev, the example, times column {j} of W, the unit, plus the unit's bias."
    alt = (
        f"Four grids in a row. A_prev: {rows_in_words(A_prev)}, with row {i} outlined; times W: {rows_in_words(W)}, "
        f"with column {j} outlined; plus b: {rows_in_words(b)}; equals Z: {rows_in_words(Z)}, with entry ({i}, {j}) "
        "outlined."
    )
    return sheet.picture(caption, alt)


def _factor(value):
    return f"({number(value)})" if value < 0 else number(value)


@drawn
def relu():
    """The curve of relu, and its slope. Returns a Picture."""
    figure = Figure(figsize=(7.4, 2.7), layout="constrained")
    z = np.array([-3.0, 0.0, 3.0])
    axes = plain_axes(figure, 1, 2, 1, xlabel="z", title="relu(z) = max(0, z)")
    axes.plot(z, np.maximum(z, 0), color=BLUE, linewidth=2.2)
    axes.set_yticks([0, 1, 2, 3])
    axes = plain_axes(figure, 1, 2, 2, xlabel="z", title="its slope: the factor on the way back")
    axes.plot([-3, 0], [0, 0], color=RED, linewidth=2.2, linestyle=(0, (4, 2)))
    axes.plot([0, 3], [1, 1], color=RED, linewidth=2.2, linestyle=(0, (4, 2)))
    axes.plot([0], [0], "o", color=RED, markersize=7)
    axes.plot([0], [1], "o", color=RED, markerfacecolor="white", markersize=7)
    axes.set_yticks([0, 1])
    axes.set_ylim(-0.25, 1.35)
    caption = (
        "Relu keeps what is positive and puts 0 in place of the rest. Where z is positive, a gradient passes unchanged "
        "(slope 1); where it is not, nothing passes (slope 0). At z = 0 we take the slope 0, as frameworks do."
    )
    alt = (
        "Left: the curve of relu, flat at 0 for negative z, then rising with slope 1. Right: its slope, 0 for negative "
        "z and 1 for positive z; at z = 0 a filled dot at 0 and an open one at 1."
    )
    return Picture(figure, caption, alt)


@drawn
def softmax(Z=(2.0, 1.0, -1.0, 0.5)):
    """Scores and the probabilities that softmax makes of them, as bars. Z: (n,). Returns a Picture."""
    Z = np.asarray(Z, dtype=float)
    powers = np.exp(Z - Z.max())
    P = powers / powers.sum()
    figure = Figure(figsize=(7.4, 2.7), layout="constrained")
    panels = (
        (Z, "scores Z", BLUE, "////"),
        (powers, "exp(Z − max)", GREY, "...."),
        (P, "probabilities P", RED, "xxxx"),
    )
    for k, (values, title, color, hatch) in enumerate(panels, 1):
        axes = plain_axes(figure, 1, 3, k, xlabel="class", title=title)
        axes.bar(range(len(Z)), values, color="white", edgecolor=color, hatch=hatch, linewidth=1.4)
        axes.axhline(0, color=GREY, linewidth=0.8)
        axes.set_xticks(range(len(Z)))
        axes.margins(y=0.2)
        for place, value in enumerate(values):
            look = {"textcoords": "offset points", "ha": "center", "fontsize": 9}
            axes.annotate(number(value), (place, value), (0, 4 if value >= 0 else -12), **look)
    caption = (
        f"Softmax of {len(Z)} scores: the largest is subtracted, exp makes all of them positive, and dividing by the "
        "sum lets them add up to 1. The order stays; differences between scores become ratios."
    )
    shown = "; ".join(f"{title}: {rows_in_words([values])}" for values, title, _, _ in panels)
    return Picture(figure, caption, f"Three bar charts for {len(Z)} classes. {shown}.")


@drawn
def cross_entropy():
    """The loss against the probability of the right class. Returns a Picture."""
    figure = Figure(figsize=(6.4, 3.0), layout="constrained")
    axes = plain_axes(figure, xlabel="probability that the network gives to the right class", ylabel="loss −log p")
    p = np.linspace(0.006, 1, 300)
    axes.plot(p, -np.log(p), color=BLUE, linewidth=2.2)
    points = [
        (0.01, "sure, and wrong"),
        (0.1, "one of ten, by guessing"),
        (0.5, "in two minds"),
        (0.95, "sure, and right"),
    ]
    for place, words in points:
        axes.plot([place], [-np.log(place)], "o", color=RED, markersize=6)
        text = f"p = {place}: {-np.log(place):.2f}, {words}"
        beside = {0.5: ((-8, -14), "right"), 0.95: ((36, 16), "right")}.get(place, ((8, 4), "left"))
        look = {"textcoords": "offset points", "fontsize": 9, "ha": beside[1]}
        axes.annotate(text, (place, -np.log(place)), beside[0], **look)
    axes.set_ylim(-0.2, 5.3)
    caption = (
        "The cross-entropy of one example: near 0 where the right class is nearly certain, and large where it is ruled "
        "out."
    )
    shown = "; ".join(f"at {place}, {words}, {-np.log(place):.2f}" for place, words in points)
    return Picture(figure, caption, f"A curve of −log p that falls from above 5 near p = 0 to 0 at p = 1: {shown}.")


@drawn
def descent(rates=(0.05, 0.35, 1.03), steps=8):
    """Gradient descent on L = w², with three learning rates. Returns a Picture."""
    figure = Figure(figsize=(8.2, 2.9), layout="constrained")
    names, ends = ("too small", "about right", "too large"), []
    for k, (rate, name) in enumerate(zip(rates, names, strict=True), 1):
        axes = plain_axes(figure, 1, 3, k, xlabel="w", ylabel="loss L" if k == 1 else "", title=f"rate {rate}: {name}")
        fine = np.linspace(-3.1, 3.1, 100)
        axes.plot(fine, fine**2, color=GREY, linewidth=1.4)
        w = [1.8]
        for _ in range(steps):
            w.append(w[-1] - rate * 2 * w[-1])
        w = np.array(w)
        ends.append(w[-1])
        axes.plot(w, w**2, color=RED, linewidth=1.0, linestyle=(0, (3, 2)))
        axes.plot(w, w**2, "o", color=BLUE, markersize=5)
        axes.annotate("start", (w[0], w[0] ** 2), (7, -7), textcoords="offset points", fontsize=9)
        axes.set_ylim(-0.5, 9.5)
    caption = (
        f"{steps} steps of gradient descent on the loss L = w², whose gradient is 2w. A small learning rate hardly "
        "gets on, a large one jumps across the valley and ends higher than it began."
    )
    shown = "; ".join(f"rate {rate} ends at w = {number(end)}" for rate, end in zip(rates, ends, strict=True))
    return Picture(figure, caption, f"Three parabolas with {steps} steps marked as dots, all from w = 1.8: {shown}.")
