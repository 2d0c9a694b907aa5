"""Pictures with sliders. Where nothing is live (GitHub, a PDF, no ipywidgets), the picture itself stands in.

Each function returns a Live; a notebook shows it as one output that holds the widget, the HTML and the PNG, and every
reader takes the first that it can show.
"""

import functools
from types import ModuleType

import numpy as np

from helpers import pictures
from helpers.pictures.arithmetic import output_size

VIEW = "application/vnd.jupyter.widget-view+json"

# Vertical edges for each size, so that all sizes look for the same thing in the image.
FILTERS = {
    1: np.array([[2]]),
    2: np.array([[1, -1], [1, -1]]),
    3: np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]]),
    4: np.array([[1, 1, -1, -1], [1, 1, -1, -1], [1, 1, -1, -1], [1, 1, -1, -1]]),
}
IMAGE = np.array(
    [
        [1, 2, 0, 3, 1, 4],
        [4, 1, 0, 2, 5, 0],
        [0, 3, 1, 5, 2, 1],
        [2, 1, 4, 0, 3, 6],
        [5, 0, 2, 7, 1, 2],
        [1, 6, 3, 0, 4, 8],
    ]
)
# For pooling, 1 to 36 in disorder: no window has two equal maxima, whatever its size.
DISTINCT = (np.arange(1, 37) * 17 % 37).reshape(6, 6)


@functools.cache
def live() -> ModuleType | None:
    """ipywidgets, once it is needed; None where it is not installed: the pictures are then shown, and do not move."""
    try:
        import ipywidgets
    except ImportError:
        return None
    return ipywidgets


class Live:
    """A picture that its sliders redraw.

    picture: the Picture that is shown now. controls: dict from names to sliders and choices, empty without ipywidgets.
    widget: the widget as a whole, or None without ipywidgets.
    """

    def __init__(self, draw, limits, controls, note=None):
        """Build the controls and draw for the first time.

        draw: function of the controls' values, returns a Picture. limits: function of the values of all controls,
        returns a dict from names to the largest value that this control may take now. controls: dict from names to
        (description, first value, smallest, largest) or (description, list of choices). note: function of the values,
        returns a sentence that is shown above the picture, or None.
        """
        self._draw, self._limits, self._note = draw, limits, note
        self._setting = False
        self.controls, self.widget = {}, None
        values = {name: parts[1][0] if isinstance(parts[1], list) else parts[1] for name, parts in controls.items()}
        ipywidgets = live()
        if ipywidgets is None:
            self.picture = draw(**values)
            return
        self.controls = {name: _control(*parts) for name, parts in controls.items()}
        for control in self.controls.values():
            control.observe(self._changed, names="value")
        self._words, self._image = ipywidgets.HTML(), ipywidgets.HTML()
        box = ipywidgets.Layout(flex_flow="row wrap", margin="0 0 0.5em 0")
        sliders = ipywidgets.Box(list(self.controls.values()), layout=box)
        self.widget = ipywidgets.VBox([sliders, self._words, self._image])
        self._changed(None)

    @property
    def values(self):
        """What the controls are set to: dict from names to values."""
        return {name: control.value for name, control in self.controls.items()}

    def _changed(self, _):
        """Bring the limits in line with what was set, then draw once."""
        # Lowering a limit may lower a value, which would call this again before all limits are in line.
        if self._setting:
            return
        self._setting = True
        try:
            # Twice, since a limit may depend on a value that another limit has just lowered.
            for _ in range(2):
                for name, largest in self._limits(**self.values).items():
                    self.controls[name].max = largest
            for control in self.controls.values():
                # A slider with a single place to be cannot be moved, and shows it.
                control.disabled = hasattr(control, "max") and control.min == control.max
        finally:
            self._setting = False
        self.picture = self._draw(**self.values)
        self._image.value = self.picture.html
        self._words.value = self._note(**self.values) if self._note else ""

    def _repr_mimebundle_(self, include=None, exclude=None):
        """The picture's forms, and before them the view of the widget where there is one."""
        data, metadata = self.picture._repr_mimebundle_()
        if self.widget is not None:
            data[VIEW] = {"version_major": 2, "version_minor": 0, "model_id": self.widget.model_id}
        return data, metadata


def _control(description, first, smallest=None, largest=None):
    """A slider for whole numbers, or buttons for a list of choices."""
    if isinstance(first, list):
        return live().ToggleButtons(options=first, description=description, style={"button_width": "7em"})
    return live().IntSlider(
        value=first,
        min=smallest,
        max=largest,
        description=description,
        # A frame takes about a tenth of a second: too long to follow a slider that is being dragged.
        continuous_update=False,
        style={"description_width": "8.5em"},
        layout={"width": "21em"},
    )


def _last_entry(shape, f, stride, pad=0):
    """The largest h and w of an output. Returns a dict."""
    n_H, n_W = (output_size(n, f, stride, pad) for n in shape)
    return {"h": n_H - 1, "w": n_W - 1}


def _size_in_words(name, n, f, stride, pad=None):
    """The formula for an output size with its numbers: 'n_H = ⌊(6 − 3 + 2·1) / 1⌋ + 1 = 6'."""
    border = "" if pad is None else f" + 2·{pad}"
    return f"{name} = ⌊({n} − {f}{border}) / {stride}⌋ + 1 = {output_size(n, f, stride, pad or 0)}"


def convolution(A=None, W=None):
    """A convolution to step through: output entry, filter size, stride and padding. Returns a Live.

    A: (n_H_prev, n_W_prev). W: (f, f); without it, a filter for vertical edges of the size that is set.
    """
    A = IMAGE if A is None else np.asarray(A)
    largest_f = min(4, *A.shape)
    f = min(3, largest_f) if W is None else len(W)

    def draw(h, w, f, stride, pad):
        return pictures.convolution_step(A, FILTERS[f] if W is None else W, h=h, w=w, stride=stride, pad=pad)

    def note(h, w, f, stride, pad):
        sizes = zip(("n_H", "n_W"), A.shape, strict=True)
        return "<br>".join(_size_in_words(name, n, f, stride, pad) for name, n in sizes)

    controls = {
        "h": ("output row h", 0, 0, 0),
        "w": ("output column w", 0, 0, 0),
        "f": ("filter size f", f, *((1, largest_f) if W is None else (f, f))),
        "stride": ("stride", 1, 1, 3),
        "pad": ("pad", 0, 0, 2),
    }
    return Live(draw, lambda h, w, f, stride, pad: _last_entry(A.shape, f, stride, pad), controls, note)


def pooling(A=None):
    """Pooling to step through: output entry, window size, stride and mode. A: (n_H_prev, n_W_prev). Returns a Live."""
    A = DISTINCT if A is None else np.asarray(A)

    def draw(h, w, f, stride, mode):
        return pictures.pooling_step(A, f, stride, h, w, mode)

    def note(h, w, f, stride, mode):
        return "<br>".join(_size_in_words(name, n, f, stride) for name, n in zip(("n_H", "n_W"), A.shape, strict=True))

    return Live(draw, lambda h, w, f, stride, mode: _last_entry(A.shape, f, stride), _pooling_controls(A), note)


def routes(A=None):
    """Where the gradient of a pooled output goes: output entry, window size, stride and mode. Returns a Live.

    A: (n_H_prev, n_W_prev).
    """
    A = DISTINCT if A is None else np.asarray(A)

    def draw(h, w, f, stride, mode):
        return pictures.route(A, None, f, stride, h, w, mode)

    return Live(draw, lambda h, w, f, stride, mode: _last_entry(A.shape, f, stride), _pooling_controls(A))


def _pooling_controls(A):
    largest_f = min(4, *A.shape)
    return {
        "h": ("output row h", 0, 0, 0),
        "w": ("output column w", 0, 0, 0),
        "f": ("window size f", min(2, largest_f), 1, largest_f),
        "stride": ("stride", 2, 1, 3),
        "mode": ("mode", ["max", "average"]),
    }


def reach(n=6):
    """Which outputs one pixel of an n × n input reaches: its row and column, filter size, stride. Returns a Live."""

    def draw(row, column, f, stride):
        return pictures.reached(n, f, stride, row, column)

    controls = {
        "row": ("row of the pixel", min(2, n - 1), 0, n - 1),
        "column": ("column", min(2, n - 1), 0, n - 1),
        "f": ("filter size f", min(3, n), 1, min(4, n)),
        "stride": ("stride", 1, 1, 3),
    }
    return Live(draw, lambda row, column, f, stride: {}, controls)
