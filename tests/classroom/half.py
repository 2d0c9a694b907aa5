"""Half right: what is right keeps its points, a mistake is charged once, and the reason is told."""

from classroom import Pupil, handed_in, right

POOL = right("pool_forward")


def _pool(name: str, source: str, points: float, reason: str) -> Pupil:
    return Pupil(name, "half", "02_pooling", handed_in("02_pooling", {"pool_forward": source}), points, reason)


def _replaced(source: str, old: str, new: str) -> str:
    assert old in source
    return source.replace(old, new)


def _without(assignment: str, **answers: str) -> bytes:
    return handed_in(assignment, answers)


STUB = "def pool_forward(A_prev, hparameters, mode='max'):\n    A = None\n    return A, None"

PUPILS = [
    _pool("nothing written", STUB, 0, "not finished"),
    _pool("stride forgotten", _replaced(POOL, "h * stride", "h"), 30, "should be"),
    _pool("only the maximum", _replaced(POOL, "np.mean(", "np.max("), 40, "average"),
    _pool("zeros of the right shape", _replaced(POOL, "np.max(", "0 * np.max("), 36, "should be"),
    _pool("a wrong cache", _replaced(POOL, "cache = (A_prev, hparameters)", "cache = (A_prev,)"), 96, "cache"),
    _pool(
        "changes its input",
        _replaced(POOL, "    cache =", "    A_prev[0, 0, 0, 0] += 1\n    cache ="),
        94,
        "changed one of the arguments",
    ),
    Pupil(
        "a wrong helper",
        "half",
        "04_pooling_backward",
        _without("04_pooling_backward", create_mask_from_window="def create_mask_from_window(x):\n    return x > 99"),
        87,  # a mask of False only is still of the right type, and x is left alone
        "mask",
    ),
    Pupil(
        "a helper that raises",
        "half",
        "04_pooling_backward",
        _without("04_pooling_backward", distribute_value="def distribute_value(dz, shape):\n    return dz / nobody"),
        85,
        "NameError",
    ),
    Pupil(
        "a helper that ends the interpreter",
        "half",
        "01_convolution",
        _without("01_convolution", zero_pad="import os\ndef zero_pad(X, pad):\n    os._exit(3)"),
        80,
        "exit code 3",
    ),
    Pupil(
        "a cell that is no Python",
        "half",
        "04_pooling_backward",
        _without("04_pooling_backward", distribute_value="def distribute_value(dz, shape)\n    return dz"),
        85,
        "there is no function distribute_value",
    ),
]
