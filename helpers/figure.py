"""A finished picture: its pixels, the caption that everyone reads and the words for readers who do not see it."""

import base64
import html
import io
import os

from matplotlib.backends.backend_agg import FigureCanvasAgg
from PIL import Image, ImageChops

DPI = 110

# The image brings its own white ground, the caption takes the colour of the page: both read on a dark theme.
_FIGURE_STYLE = "margin: 0.5em 0"
_IMAGE_STYLE = "max-width: 100%; height: auto; background: white"
_CAPTION_STYLE = "max-width: 46em; margin-top: 0.4em; line-height: 1.4"


class Picture:
    """A Matplotlib figure turned into a PNG once, together with its caption and its description.

    png: bytes. caption: str, one or two visible sentences. alt: str, what a reader without sight needs.
    The figure is emptied afterwards; a picture keeps bytes and words only. While nbgrader runs a notebook, nobody looks
    at it: then png is empty, and only the words are shown, which saves about half of the time.
    """

    def __init__(self, figure, caption, alt):
        """figure: matplotlib.figure.Figure, finished. caption, alt: str, not empty."""
        self.caption = caption
        self.alt = alt
        self.png = b"" if "NBGRADER_EXECUTION" in os.environ else _small(_render(figure))
        figure.clear()

    @property
    def html(self):
        """The picture as one HTML element, its image included: str."""
        return (
            f'<figure style="{_FIGURE_STYLE}">'
            f'<img src="data:image/png;base64,{self._base64()}" alt="{html.escape(self.alt)}" style="{_IMAGE_STYLE}">'
            f'<figcaption style="{_CAPTION_STYLE}">{html.escape(self.caption)}</figcaption>'
            "</figure>"
        )

    def _base64(self):
        return base64.b64encode(self.png).decode("ascii")

    def _repr_mimebundle_(self, include=None, exclude=None):
        """Every form in which a notebook can show it: HTML with the description, PNG, and plain words."""
        words = {"text/plain": f"{self.caption}\n[{self.alt}]"}
        if not self.png:
            return words, {}
        data = {"text/html": self.html, "image/png": self._base64(), **words}
        return data, {"image/png": {"alt": self.alt}}


def _render(figure):
    """The figure as an RGB image, cut to what is drawn."""
    figure.dpi = DPI
    renderer = FigureCanvasAgg(figure).get_renderer()
    if figure.get_layout_engine() is not None:
        figure.draw_without_rendering()
    # Asking for "tight" would give the same box after drawing everything once more.
    box = figure.get_tightbbox(renderer).padded(0.1)
    buffer = io.BytesIO()
    # This PNG is read back at once, so that compressing it would be time lost.
    figure.savefig(buffer, format="png", dpi=DPI, facecolor="white", bbox_inches=box, pil_kwargs={"compress_level": 0})
    buffer.seek(0)
    return Image.open(buffer).convert("RGB")


def _small(image):
    """PNG bytes of the image, with a palette of 256 colours wherever nobody would see the difference.

    Pillow writes no metadata of its own, so that the bytes carry neither a version nor a date.
    """
    palette = image.quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    largest = max(high for _, high in ImageChops.difference(palette.convert("RGB"), image).getextrema())
    buffer = io.BytesIO()
    (palette if largest <= 12 else image).save(buffer, format="PNG", compress_level=6)
    return buffer.getvalue()
