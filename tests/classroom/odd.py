"""Honest but unusual: each of these is right, and gets full marks."""

from classroom import Pupil, handed_in, right

POOL = right("pool_forward")
CACHE = "    cache = (A_prev, hparameters)"
STEP = right("conv_single_step")
assert POOL.count(CACHE) == 1 and STEP.endswith("return Z")


def _pool(name: str, source: str = POOL, before=(), after=()) -> Pupil:
    return Pupil(name, "odd", "02_pooling", handed_in("02_pooling", {"pool_forward": source}, before, after))


def _step(name: str, source: str) -> Pupil:
    return Pupil(name, "odd", "01_convolution", handed_in("01_convolution", {"conv_single_step": source}))


def _with_result(line: str) -> str:
    return POOL.replace(CACHE, f"    {line}\n{CACHE}")


PUPILS = [
    _step("a NumPy scalar", STEP.replace("return Z", "return np.float64(Z)")),
    _step("a Python scalar", STEP.replace("return Z", "return float(Z)")),
    _step("an array of no dimension", STEP.replace("return Z", "return np.asarray(Z)")),
    _pool("Fortran order", _with_result("A = np.asfortranarray(A)")),
    _pool("a view", _with_result("A = np.repeat(A, 2, axis=2)[:, :, ::2]")),
    _pool("negative strides", _with_result("A = A[::-1].copy()[::-1]")),
    _pool("a transposed view", _with_result("A = A.transpose(3, 1, 2, 0).copy().transpose(3, 1, 2, 0)")),
    _pool("a broadcast view", _with_result("A = np.broadcast_to(A, (1, *A.shape))[0]")),
    _pool("another byte order", _with_result("A = A.astype('>f8')")),
    _pool("nested lists", _with_result("A = A.tolist()")),
    _pool("a list for a tuple", POOL.replace("return A, cache", "return [A, list(cache)]")),
    _pool("a cache of copies", POOL.replace(CACHE, "    cache = (A_prev.copy(), dict(hparameters))")),
    _pool("a lambda around it", POOL + "\n_pool = pool_forward\npool_forward = lambda *a, **k: _pool(*a, **k)"),
    _pool(
        "a helper in a cell of its own",
        POOL.replace("np.max(a_prev_slice)", "largest(a_prev_slice)"),
        before=["import numpy as np\ndef largest(window):\n    return max(window.ravel())"],
    ),
    _pool(
        "a helper below",
        POOL.replace("np.max(a_prev_slice)", "largest(a_prev_slice)"),
        after=["def largest(window):\n    return window.max()"],
    ),
    _pool("prints", _with_result("print('pooled', A.shape)")),
    _pool("warns", _with_result("import warnings; warnings.warn('mind the gap')")),
    _pool("divides by zero on the way", _with_result("np.array([1.0]) / 0")),
    _pool(
        "plots",
        before=["import matplotlib.pyplot as plt\nplt.plot([1, 2, 1])\nplt.show()"],
        after=["fig, ax = plt.subplots()\nax.imshow(pool_forward(np.ones((1, 4, 4, 1)), {'f': 2, 'stride': 2})[0][0])"],
    ),
    _pool("magics", before=["%matplotlib inline", "%%time\nx = 1", "%timeit -n1 -r1 sum(range(9))", "!ls", "%pwd"]),
    _pool("another folder", before=["import os\nos.makedirs('sub')\nos.chdir('sub')", "%cd /"]),
    _pool("another random state", before=["import random, numpy as np\nrandom.seed(7)\nnp.random.seed(7)"]),
    _pool("its own print", before=["def print(*args, **kwargs):\n    raise RuntimeError('no')"]),
    _pool("names of Python taken", before=["list = dict = tuple = str = 3\nsum = max = min = len = None"]),
    _pool(
        "NumPy changed where it does not matter", before=["import numpy as np\nnp.pad = np.roll = np.isclose = None"]
    ),
    _pool("NumPy's printing changed", before=["import numpy as np\nnp.set_printoptions(precision=0, threshold=3)"]),
    _pool("NumPy's errors raised", before=["import numpy as np\nnp.seterr(all='raise')"]),
    _pool(
        "threads left running",
        before=["import threading, time\nfor _ in range(3): threading.Thread(target=time.sleep, args=(99,)).start()"],
    ),
    _pool("asks", before=["name = input('your name? ')"]),
    _pool("exits", before=["exit()", "quit()"], after=["import sys\nsys.exit(0)"]),
    _pool("dies in a cell of its own", after=["import os\nos._exit(1)"]),
    _pool("a cell that is no Python", before=["this is no Python ("]),
    _pool("a cell that raises", before=["1 / 0"]),
    _pool("reset", before=["%reset -f"]),
    _pool("reset at the end", after=["%reset -f"]),
    _pool("tidies up", after=["del np, pool_forward"]),
    _pool("a result of its name", after=["pool_forward = pool_forward(np.ones((1, 1, 1, 1)), {'f': 1, 'stride': 1})"]),
    _pool("a number of its name", after=["pool_forward = 3"]),
    _pool("gives names back to Python", before=["sum = max = min = len = range = 3", "del sum, max, min, len, range"]),
    _pool("gives NumPy's name away", after=["np = None", "import math as np"]),
    _pool("takes names of Python at the end", after=["range = [1, 2]\nfloat = len = max = None"]),
    _pool("imports all there is at the end", after=["from math import *\nfrom cmath import *\nrange = pow"]),
    _pool("imports what is not to be had at the end", after=["from helpers.layers import pool_forward"]),
    _pool("a breakpoint left in", _with_result("breakpoint()")),
    _pool("bash", before=["%%bash\necho hello"]),
    _pool(
        "a decorator",
        "import functools\ndef same(f):\n    return functools.wraps(f)(lambda *a, **k: f(*a, **k))\n@same\n" + POOL,
    ),
    _pool("a generator on the way", _with_result("A = np.stack(list(image for image in A))")),
    _pool("a class", POOL + "\nclass Pool:\n    forward = staticmethod(pool_forward)\npool_forward = Pool().forward"),
    _pool("defined twice", POOL + "\n\n" + POOL),
]
