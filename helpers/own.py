"""What a student has written in another notebook of the course."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np

# Where notebook 1 may be: beside this notebook, or in a folder of its own beside this one's.
PLACES = ("01_convolution.ipynb", "../01_convolution/01_convolution.ipynb")
EXERCISES = ("zero_pad", "conv_single_step", "conv_forward")


def own_conv_forward() -> Callable | None:
    """The student's conv_forward of notebook 1, together with what it calls; None where there is no finished one."""
    path = next((Path(place) for place in PLACES if Path(place).is_file()), None)
    if path is None:
        return None
    space = {"np": np, "numpy": np}
    try:
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            source = "".join(cell["source"])
            if cell["cell_type"] == "code" and any(f"\ndef {name}(" in f"\n{source}" for name in EXERCISES):
                exec(compile(source, str(path), "exec"), space)
        convolution = space["conv_forward"]
        one = np.ones((1, 1, 1, 1))
        Z, _ = convolution(np.ones((1, 3, 3, 1)), np.ones((2, 2, 1, 1)), one, {"stride": 1, "pad": 0})
    except Exception:  # whatever an unfinished notebook raises
        return None
    return convolution if np.shape(Z) == (1, 2, 2, 1) else None
