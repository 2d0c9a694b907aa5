"""A student's figure as the PNG that a notebook shows, in half of the time.

A notebook cuts a figure to what is drawn. Matplotlib draws all of it once to find out where that is, and once more. It
can be cut out of the first drawing, unless something sticks out of that.
"""

import base64
import io

from IPython.core.pylabtools import print_figure
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image, ImageChops

_MARGIN = 0.1  # inches around what is drawn, as Matplotlib's own


def draw_once(shell) -> None:
    """Let a shell, in which Matplotlib is enabled, show figures by `png`."""
    shell.display_formatter.formatters["image/png"].for_type(Figure, png)


def png(figure: Figure) -> str | None:
    """The figure as base64 of a PNG; None where there is nothing in it."""
    if not figure.axes and not figure.lines:
        return None
    canvas = figure.canvas
    if not isinstance(canvas, FigureCanvasAgg):
        return print_figure(figure, base64=True)
    canvas.draw()
    width, height = canvas.get_width_height()
    image = Image.frombuffer("RGBA", (width, height), canvas.buffer_rgba(), "raw", "RGBA", 0, 1)
    ground = Image.new("RGBA", (width, height), tuple(round(255 * part) for part in figure.get_facecolor()))
    box = ImageChops.difference(image, ground).getbbox(alpha_only=False)
    if box is None or not (box[0] and box[1] and box[2] < width and box[3] < height) or _sticks_out(figure):
        return print_figure(figure, base64=True)
    margin = round(_MARGIN * figure.dpi)
    left, top = max(box[0] - margin, 0), max(box[1] - margin, 0)
    right, bottom = min(box[2] + margin, width), min(box[3] + margin, height)
    file = io.BytesIO()
    image.crop((left, top, right, bottom)).save(file, "PNG", compress_level=1, dpi=(figure.dpi, figure.dpi))
    return base64.b64encode(file.getvalue()).decode()


def _sticks_out(figure: Figure) -> bool:
    """Whether a text or a legend lies beyond the edge, where the drawing does not show it."""
    loose = [*figure.texts, *figure.legends]
    for axes in figure.axes:
        loose += [*axes.texts, *axes.artists, *filter(None, [axes.get_legend()])]
    boxes = [artist.get_window_extent() for artist in loose if artist.get_visible()]
    return any(box.x0 < 0 or box.y0 < 0 or box.x1 > figure.bbox.width or box.y1 > figure.bbox.height for box in boxes)
