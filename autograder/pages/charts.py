"""Charts of a report, each an SVG that says in words what it shows."""

from collections.abc import Mapping, Sequence

from autograder.pages.markup import Html, points, tag

WIDTH, HEIGHT = 640, 220
SIGNS = {
    "passed": "passed",
    "failed": "wrong result",
    "error": "no result",
    "timeout": "took too long",
    "not_run": "not run",
}


def histogram(counts: Sequence[int], full: float, median: float) -> Html:
    """How many submissions have how many points, in equal steps up to `full`, with a line at the median."""
    left, bottom, top = 20, HEIGHT - 40, 24
    width = (WIDTH - 2 * left) / len(counts)
    most = max(counts) or 1
    drawn = []
    for number, counted in enumerate(counts):
        x, height = left + number * width, (bottom - top) * counted / most
        place = {"x": round(x + 2, 1), "y": round(bottom - height, 1)}
        drawn.append(tag("rect", **place, width=round(width - 4, 1), height=round(height, 1), class_="fill"))
        if counted:
            drawn.append(tag("text", counted, x=round(x + width / 2, 1), y=round(bottom - height - 5, 1)))
    for number in range(len(counts) + 1):
        mark = points(number * full / len(counts))
        drawn.append(tag("text", mark, x=round(left + number * width, 1), y=bottom + 16))
    at = round(left + (WIDTH - 2 * left) * median / full, 1) if full else left
    drawn += [
        tag("line", x1=left, y1=bottom, x2=WIDTH - left, y2=bottom, class_="axis"),
        tag("line", x1=at, y1=top - 12, x2=at, y2=bottom, class_="median"),
        tag("text", f"median {points(median)}", x=min(max(at, 50), WIDTH - 50), y=HEIGHT - 6, class_="median"),
    ]
    step = full / len(counts)
    said = ", ".join(
        f"{points(number * step)} to {points((number + 1) * step)} points: {counted}"
        for number, counted in enumerate(counts)
        if counted
    )
    label = f"Number of submissions by points. {said}. The median is {points(median)}."
    return tag("svg", drawn, viewBox=f"0 0 {WIDTH} {HEIGHT}", class_="chart", role="img", aria_label=label)


def shares(statuses: Mapping[str, int]) -> Html:
    """What became of a test cell over the class, as one bar of parts; the numbers stand beside it."""
    whole = sum(statuses.values()) or 1
    drawn, x = [], 0.0
    for status, counted in statuses.items():
        if counted:
            width = 100 * counted / whole
            drawn.append(tag("rect", x=round(x, 2), width=round(width, 2), height=12, class_=status))
            x += width
    options = {"viewBox": "0 0 100 12", "preserveAspectRatio": "none"}
    return tag("svg", drawn, **options, class_="share", aria_hidden="true", focusable="false")
