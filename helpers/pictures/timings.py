"""How long things take: against the size on logarithmic axes, and as multiples of the least that they could."""

from matplotlib.figure import Figure

from helpers.figure import Picture
from helpers.pictures.canvas import BLUE, GREEN, GREY, INK, RED, drawn
from helpers.pictures.charts import plain_axes

LOOKS = (
    (RED, "s", (0, (4, 2))),
    (BLUE, "o", "solid"),
    (GREEN, "^", (0, (5, 1.5, 1, 1.5))),
    (INK, "D", "solid"),
    (GREY, "v", (0, (1, 1.5))),
)


@drawn
def times(measured, xlabel="size"):
    """Seconds against sizes, both logarithmic. measured: dict of name to a dict of size to seconds, at most five names.

    Returns a Picture.
    """
    figure = Figure(figsize=(7.2, 4.0), layout="constrained")
    axes = plain_axes(figure, xlabel=xlabel, ylabel="milliseconds")
    for (name, seconds), (color, marker, line) in zip(measured.items(), LOOKS, strict=False):
        axes.loglog(
            list(seconds),
            [1000 * second for second in seconds.values()],
            color=color,
            marker=marker,
            linestyle=line,
            markersize=6,
            label=name,
        )
    sizes = sorted({size for seconds in measured.values() for size in seconds})
    axes.set_xticks(sizes, [str(size) for size in sizes])
    axes.minorticks_off()
    axes.legend(frameon=False, fontsize=9, loc="upper left", bbox_to_anchor=(1.0, 1.0))
    caption = (
        "How long each takes, on logarithmic axes: the same distance is the same factor everywhere. A version that got "
        "too slow was not called with larger inputs."
    )
    alt = "A chart of milliseconds against size. " + " ".join(
        f"{name}: {', '.join(f'{1000 * second:.3g} at {size}' for size, second in seconds.items())}."
        for name, seconds in measured.items()
    )
    return Picture(figure, caption, alt)


@drawn
def times_the_floor(seconds, floor, of=""):
    """Bars: how many times as long as the floor each takes. seconds: dict of name to seconds. floor: one of the names.

    of: what was computed, in words, as in "images of 64 × 64".

    Returns a Picture.
    """
    ratios = {name: second / seconds[floor] for name, second in seconds.items()}
    figure = Figure(figsize=(7.2, 0.7 + 0.42 * len(ratios)), layout="constrained")
    axes = plain_axes(figure, xlabel=f"time, in multiples of that of the {floor}")
    axes.grid(axis="y", visible=False)
    for place, (name, ratio) in enumerate(ratios.items()):
        look = {"color": "white", "hatch": "////", "edgecolor": GREY} if name == floor else {"color": BLUE}
        axes.barh(place, ratio, height=0.6, **look)
        axes.annotate(f"{ratio:.1f}", (ratio, place), (5, 0), textcoords="offset points", va="center", fontsize=9)
    axes.axvline(1, color=GREY, linewidth=1, linestyle=(0, (4, 2)))
    axes.set_yticks(range(len(ratios)), list(ratios))
    axes.invert_yaxis()
    axes.margins(x=0.12)
    caption = (
        f"How near each comes to the floor{f', for {of}' if of else ''}: the {floor} with as many multiplications "
        "whose matrices are ready. What is above 1 is spent on moving numbers, and on the calls themselves."
    )
    alt = f"Bars of time in multiples of that of the {floor}: " + ", ".join(
        f"{name} {ratio:.1f}" for name, ratio in ratios.items()
    )
    return Picture(figure, caption, alt + ".")
