"""Honest and right: the solved notebooks, and right answers in another style."""

from classroom import Pupil, handed_in

ASSIGNMENTS = ("01_convolution", "02_pooling", "03_convolution_backward", "04_pooling_backward")

_WITH_WINDOWS = """
def pool_forward(A_prev, hparameters, mode="max"):
    f, s = hparameters["f"], hparameters["stride"]
    views = np.lib.stride_tricks.sliding_window_view(A_prev, (f, f), axis=(1, 2))[:, ::s, ::s]
    A = views.max(axis=(-2, -1)) if mode == "max" else views.mean(axis=(-2, -1))
    return A, (A_prev, hparameters)
"""

PUPILS = [
    *(Pupil(f"as solved {name}", "honest", name, handed_in(name)) for name in ASSIGNMENTS),
    Pupil("by windows", "honest", "02_pooling", handed_in("02_pooling", {"pool_forward": _WITH_WINDOWS})),
]
