"""Curves: output sizes, numerical derivatives, and whatever falls or rises with the steps of training."""

import numpy as np
from matplotlib.figure import Figure

from helpers.figure import Picture
from helpers.pictures.arithmetic import derivative_errors, output_size
from helpers.pictures.canvas import BLUE, GREY, INK, RED, drawn


def plain_axes(figure, *place, xlabel="", ylabel="", title=""):
    """Axes without a frame on the upper and right side, with a pale grid."""
    axes = figure.add_subplot(*place)
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(colors=INK, labelsize=9)
    axes.grid(color="#e3e3e3", linewidth=0.7)
    axes.set_axisbelow(True)
    axes.set_xlabel(xlabel)
    axes.set_ylabel(ylabel)
    axes.set_title(title, fontsize=10, loc="left")
    return axes


@drawn
def output_sizes():
    """The output size against the stride, for an input of 32 and a filter of 5, without padding and with pad 2.

    Returns a Picture.
    """
    n, f, strides = 32, 5, np.arange(1, 9)
    figure = Figure(figsize=(7.0, 3.7), layout="constrained")
    axes = plain_axes(figure, xlabel="stride", ylabel="output size (log scale)")
    facts = []
    # The circles are the smaller ones, so that both can be seen where both sizes are the same.
    looks = (
        (0, RED, "s", 8, (0, (4, 2)), {"xytext": (-6, -6), "ha": "right", "va": "top"}),
        (2, BLUE, "o", 5, "solid", {"xytext": (5, 4), "ha": "left", "va": "bottom"}),
    )
    for pad, color, marker, wide, line, beside in looks:
        sizes = [output_size(n, f, stride, pad) for stride in strides]
        fine = np.linspace(1, 8, 200)
        axes.plot(fine, (n - f + 2 * pad) / fine + 1, color=color, linestyle=line, linewidth=1.2, alpha=0.8)
        label = f"pad = {pad}:  ⌊({n} − {f} + 2·{pad}) / stride⌋ + 1"
        axes.plot([], [], color=color, linestyle="none", marker=marker, markersize=wide, label=label)
        axes.plot(strides, sizes, color=color, linestyle="none", marker=marker, markersize=wide)
        for stride, size in zip(strides, sizes, strict=True):
            axes.annotate(str(size), (stride, size), textcoords="offset points", color=color, fontsize=9, **beside)
        facts.append(f"pad {pad}: {', '.join(str(size) for size in sizes)}.")
    axes.set_yscale("log", base=2)
    axes.set_yticks([4, 8, 16, 32], ["4", "8", "16", "32"])
    axes.set_ylim(3.1, 40)
    axes.set_xlim(0.6, 8.4)
    axes.legend(frameon=False, loc="upper right", fontsize=9)
    caption = (
        f"Output size for an input of {n} and a filter of {f}. The curves are the formula before rounding; an output "
        f"has whole pixels, so that every point lies on its curve or under it."
    )
    alt = "A chart of output size against strides from 1 to 8, falling steeply at first. Sizes for " + " For ".join(
        facts
    )
    return Picture(figure, caption, alt)


@drawn
def secant():
    """Tangent and symmetric secant of a curve, and how the error of numerical derivatives depends on ε.

    Returns a Picture.
    """
    figure = Figure(figsize=(8.2, 3.6), layout="constrained")
    _draw_secant(plain_axes(figure, 1, 2, 1, title="the slope between x − ε and x + ε"))
    axes = plain_axes(figure, 1, 2, 2, xlabel="ε", ylabel="error", title="measuring the slope of $e^x$ at $x = 1$")
    best = _draw_errors(axes)
    caption = (
        "Left: the straight line through the points at x − ε and x + ε (the secant) has nearly the slope of the "
        "tangent at x. Right: how wrong such a measured slope is, for ε that shrinks from left to right (each point is "
        "the mean over nearby ε). One-sided means one step in one direction, (L(x + ε) − L(x)) / ε. A smaller ε helps "
        f"only until rounding takes over: two-sided, {_power(best[1][0])} is best; one-sided, {_power(best[0][0])}."
    )
    alt = (
        "Left: a curve with its tangent at x, dashed, and the secant through the points at x − ε and x + ε, solid and "
        "nearly parallel to it. Right: a log-log chart of the error for ε from 1e-1 to 1e-12. As ε shrinks, both "
        f"errors first fall, then rise again. One-sided (squares): least error {best[0][1]:.0e} at {best[0][0]:.0e}. "
        f"Two-sided (circles): least error {best[1][1]:.0e} at {best[1][0]:.0e}."
    )
    return Picture(figure, caption, alt)


def _power(x):
    """A power of ten as text: 10⁻⁵."""
    return "10" + str(int(np.log10(x).round())).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))


def _draw_secant(axes):
    x, epsilon = 1.0, 0.55

    def curve_at(t):
        return 0.5 * np.exp(0.9 * t)

    slope = 0.9 * curve_at(x)
    left, right = x - epsilon, x + epsilon
    rise = (curve_at(right) - curve_at(left)) / (2 * epsilon)
    fine, wide = np.linspace(-0.1, 2.1, 100), np.array([0.1, 1.9])
    axes.plot(fine, curve_at(fine), color=INK, linewidth=2)
    axes.plot(wide, curve_at(x) + slope * (wide - x), color=RED, linestyle=(0, (4, 2)), linewidth=1.8)
    axes.plot(wide, curve_at(left) + rise * (wide - left), color=BLUE, linewidth=1.8)
    axes.plot([left, right], [curve_at(left), curve_at(right)], "o", color=BLUE, markersize=7)
    axes.plot([x], [curve_at(x)], "D", color=RED, markersize=7)
    for place in (left, x, right):
        axes.plot([place, place], [-0.15, curve_at(place)], color=GREY, linewidth=0.8, linestyle=":")
    axes.text(1.98, curve_at(2.04), "curve", ha="right", fontsize=9)
    axes.text(1.94, curve_at(x) + slope * (1.86 - x), "tangent", color=RED, fontsize=9, va="center")
    axes.text(1.94, curve_at(left) + rise * (1.94 - left), "secant", color=BLUE, fontsize=9, va="center")
    axes.set_xlim(-0.2, 2.4)
    axes.set_xticks([left, x, right], ["x − ε", "x", "x + ε"])
    axes.set_yticks([])
    axes.set_ylim(-0.15, 3.4)
    axes.grid(False)


def _draw_errors(axes):
    """Draw both error curves with their best ε marked. Returns for each the pair (best ε, least error)."""
    exponents = np.arange(-1, -13, -1)
    # Rounding errors are erratic: a single ε may be right by luck. Each point is the mean over its neighbourhood.
    around = 10.0 ** (exponents[:, None] + np.linspace(-0.25, 0.25, 101))
    looks = (("one-sided", RED, "s", (0, (4, 2)), 27), ("two-sided", BLUE, "o", "solid", -20))
    best = []
    for errors, (name, color, marker, line, above) in zip(derivative_errors(around), looks, strict=True):
        means = errors.mean(axis=1)
        axes.loglog(10.0**exponents, means, color=color, linestyle=line, marker=marker, markersize=5, label=name)
        k = int(np.argmin(means))
        best.append((10.0 ** exponents[k], means[k]))
        axes.plot(*best[-1], "o", markersize=13, markerfacecolor="none", markeredgecolor=INK, markeredgewidth=1.6)
        words, look = f"best: $10^{{{exponents[k]}}}$", {"textcoords": "offset points", "ha": "center", "fontsize": 9}
        axes.annotate(words, best[-1], (0, above), **look)
    axes.set_ylim(best[1][1] / 40, 10)
    axes.invert_xaxis()
    axes.legend(frameon=False, fontsize=9, loc="upper right")
    return best


@drawn
def curve(y, caption, alt, xlabel="step", ylabel="loss", log=True):
    """One curve. y: (n,) numbers. log: logarithmic y axis, where all of y is positive. Returns a Picture."""
    y = np.asarray(y, dtype=float)
    figure = Figure(figsize=(6.4, 3.2), layout="constrained")
    axes = plain_axes(figure, xlabel=xlabel, ylabel=ylabel)
    axes.plot(np.arange(len(y)), y, color=BLUE, linewidth=1.8)
    if log and (y > 0).all():
        axes.set_yscale("log")
    for k in (0, len(y) - 1):
        axes.plot([k], [y[k]], "o", color=BLUE, markersize=5)
        look = {"textcoords": "offset points", "va": "center", "fontsize": 9}
        axes.annotate(f"{y[k]:.3g}", (k, y[k]), (8, 3 if k == 0 else 0), **look)
    axes.margins(y=0.14)
    return Picture(figure, caption, alt)
