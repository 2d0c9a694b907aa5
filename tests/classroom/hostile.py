"""Hostile: none of these gets a point that its answer does not deserve, and none harms anybody else.

Many have an answer that would be right if the attack worked: `_if` makes such a one.
"""

import textwrap

from classroom import MARK, ROOT, Pupil, handed_in, right

REFERENCE = ROOT / "autograder" / "reference" / "layers.py"
NAME = "02_pooling"
RIGHT = right("pool_forward")
HEAD = 'def pool_forward(A_prev, hparameters, mode="max"):\n'
WRONG = f"{HEAD}    A = (None, None)\n    return A"
NOTHING = "A is None"
# Zeros of the right shape, with a right cache.
SHAPED = RIGHT.replace("np.max(", "0 * np.max(").replace("np.mean(", "0 * np.mean(")


def _pupil(family: str, name: str, answer: str, points: float, reason: str, *cells: str, **more) -> Pupil:
    notebook = handed_in(NAME, {"pool_forward": answer}, before=cells, **more)
    return Pupil(name, family, NAME, notebook, points, reason)


def _if(family: str, name: str, attack: str, reason: str) -> Pupil:
    """The answer is right where the attack comes to its end, and leaves no error."""
    answer = RIGHT.replace("def pool_forward", "def _right") + f"\n\n{HEAD}"
    answer += (
        textwrap.indent(textwrap.dedent(attack).strip(), "    ") + "\n    return _right(A_prev, hparameters, mode)"
    )
    return _pupil(family, name, answer, 0, reason)


def _returning(name: str, value: str, reason: str, *cells: str) -> Pupil:
    return _pupil("comparisons", name, f"{HEAD}    return {value}", 0, reason, *cells)


def _marks(nb) -> None:
    """Points, names and texts of the test cells as the student would like them."""
    for cell in nb["cells"]:
        marks = cell["metadata"].get("nbgrader", {})
        if marks.get("grade"):
            marks.update(points=1000, locked=False, solution=True, grade=False)
            cell["source"] = "pass"


def _names_of_tests_for_answers(nb) -> None:
    place = next(i for i, c in enumerate(nb["cells"]) if c["metadata"].get("nbgrader", {}).get("grade_id") == "shape")
    nb["cells"][place]["source"] = RIGHT.replace("np.max", "np.min")
    nb["cells"][place]["metadata"]["nbgrader"]["solution"] = True


FORGING = [
    _pupil("forging", "prints full marks", WRONG, 0, NOTHING, 'print(\'{"points": 100, "status": "passed"}\')'),
    _pupil("forging", "changes the points in the file", WRONG, 0, NOTHING, change=_marks),
    # A last definition counts wherever it stands, and is judged as any other: this one takes the smallest.
    _pupil("forging", "an answer in the place of a test", WRONG, 36, "should be", change=_names_of_tests_for_answers),
    _pupil(
        "forging",
        "comparisons that hold",
        WRONG,
        0,
        NOTHING,
        "import numpy as np\nnp.isclose = np.allclose = np.array_equal = lambda *a, **k: np.True_\n"
        "np.testing.assert_allclose = lambda *a, **k: None",
    ),
    _pupil(
        "forging",
        "no assertion fails",
        WRONG,
        0,
        NOTHING,
        "import builtins\nbuiltins.AssertionError = builtins.Exception = KeyError\n__debug__ and None",
    ),
    _pupil(
        "forging",
        "checks that agree",
        WRONG,
        0,
        NOTHING,
        "import helpers.checks, helpers.compare\nhelpers.checks.pool_forward = lambda f: True\n"
        "helpers.compare.difference = lambda *a, **k: None",
    ),
    _pupil(
        "forging",
        "pretends to be the grader",
        WRONG,
        0,
        NOTHING,
        "import sys, types\n"
        "for name in ('autograder', 'autograder.testing', 'autograder.cases', 'autograder.reference'):\n"
        "    sys.modules[name] = types.ModuleType(name)\n"
        "sys.modules['autograder.testing'].agree = sys.modules['autograder.testing'].holds = lambda *a, **k: None",
    ),
    _pupil("forging", "raises what a test would", f"{HEAD}    raise AssertionError", 0, "raised AssertionError"),
    _pupil("forging", "raises SystemExit(0)", f"{HEAD}    raise SystemExit(0)", 0, "raised SystemExit"),
    _pupil("forging", "raises KeyboardInterrupt", f"{HEAD}    raise KeyboardInterrupt", 0, "KeyboardInterrupt"),
    _pupil("forging", "ends with success", f"{HEAD}    import os; os._exit(0)", 0, "exit code 0"),
    _pupil(
        "forging",
        "an error that says it passed",
        "class Passed(BaseException):\n    def __str__(self):\n"
        "        return '\\x1b[2K\\r100 points\\x07' + 'x' * 10**6\n"
        f"{HEAD}    raise Passed",
        0,
        "raised Passed",
    ),
    _pupil(
        "forging",
        "an error that raises",
        "class Sly(Exception):\n    def __str__(self):\n        raise SystemExit\n    __repr__ = __str__\n"
        f"{HEAD}    raise Sly",
        0,
        "raised Sly",
    ),
    _pupil(
        "forging",
        "hard-coded published values",
        f"""{HEAD}
    values = {{
        "max": [[[[1.74481176, 1.6924546, 2.10025514]]], [[[1.19891788, 1.51981682, 2.18557541]]]],
        "average": [[[[-0.09498456, 0.11180064, -0.14263511]]], [[[-0.09525108, 0.28325018, 0.33035185]]]],
    }}
    return values[mode] if A_prev.shape == (2, 4, 4, 3) and hparameters["f"] == 4 else None, None""",
        16,
        NOTHING,
    ),
]

_CLAIM = """
class Claims:
    shape, ndim, size = (2, 2, 2, 2), 4, 16
    dtype = float
    __class__ = float
    __array__ = lambda self, *a, **k: self
    __eq__ = __ne__ = __le__ = __lt__ = __ge__ = __gt__ = lambda self, other: True
    __sub__ = __rsub__ = __abs__ = __getitem__ = __call__ = lambda self, *a: self
    __bool__ = lambda self: True
    __len__ = lambda self: 2
    __iter__ = lambda self: iter((self, self))
    __float__ = lambda self: 0.0
    __reduce__ = lambda self: (exec, ("raise SystemExit",))
    __hash__ = lambda self: 0
"""
_SUB = """
import numpy as np
class Sub(np.ndarray):
    __array_priority__ = 1e9
    __eq__ = lambda self, other: np.True_
    __array_ufunc__ = lambda self, *a, **k: np.True_
    __array_function__ = lambda self, *a, **k: np.True_
"""

COMPARISONS = [
    _returning("an object equal to all", "Claims(), (A_prev, hparameters)", "is of the type", _CLAIM),
    _returning("an object for everything", "Claims()", "is of the type", _CLAIM),
    _returning("an ndarray of its own kind", "np.zeros((2, 2, 2, 2)).view(Sub), None", "plain NumPy array", _SUB),
    _returning("a tuple of its own kind", "Both((None, None))", "not a plain tuple", "class Both(tuple): pass"),
    _returning(
        "a float of its own kind", "F(1), 0", "not a plain float", "class F(float):\n    __eq__ = lambda *a: True"
    ),
    _returning("a masked array", "np.ma.masked_all((2, 2, 2, 2)), None", "plain NumPy array"),
    _returning("a matrix", "np.asmatrix(np.zeros((2, 2))), None", "plain NumPy array"),
    _returning("an array of objects", "np.array([None] * 16, object).reshape(2, 2, 2, 2), 0", "objects"),
    _returning("records", "np.zeros((2, 2, 2, 2), [('x', 'f8')]), 0", "records"),
    _returning("dates", "np.full((2, 2, 2, 2), np.datetime64('NaT')), 0", "dates"),
    _returning("a generator", "(x for x in (0, 0))", "use list("),
    _returning("the function itself", "pool_forward, pool_forward", "is a function"),
    _returning("a list that holds itself", "x, x", "holds itself", "x = []\nx.append(x)"),
    _returning("an array of any size", "np.broadcast_to(0.0, (10**6, 10**6)), 0", "too large"),
    _returning("a number of any size", "10**10000, 0", "too large"),
    _returning("a text of any size", "'x' * 2**24, 0", "too long"),
    _returning("half a character", "chr(0xD800), 0", "half a character"),
    _returning(
        "an array over no memory",
        "_strided(np.zeros(1), (2, 2, 2, 2), (1 << 44,) * 4), 0",
        "interpreter crashed",
        "from numpy.lib.stride_tricks import as_strided as _strided",
    ),
    _pupil("comparisons", "not a number", SHAPED.replace("0 *", "np.nan *"), 14, "nan means"),
    _pupil("comparisons", "infinity", SHAPED.replace("0 *", "np.inf *"), 14, "should be"),
    _pupil(
        "comparisons",
        "a shape changed in place",
        RIGHT.replace("    cache =", "    A_prev.shape = (-1,)\n    cache ="),
        0,
        "something else of its arguments",
    ),
    _pupil(
        "comparisons",
        "hyperparameters cleared",
        RIGHT.replace("    cache =", "    hparameters.clear()\n    cache ="),
        94,
        "changed one of the arguments",
    ),
    _pupil(
        "comparisons",
        "inputs of which zero is the right result",
        SHAPED.replace("    cache =", "    A_prev[...] = 0\n    cache ="),
        8,
        "changed one of the arguments",
    ),
]

_SEARCH = """
import gc, sys
found = [one for one in gc.get_objects() if getattr(one, "__name__", "") == "pool_forward" and
         getattr(one, "__module__", "") != "__main__" and callable(one)]
found += [m.pool_forward for n, m in list(sys.modules.items()) if "reference" in n or "layers" in n or "solutions" in n]
A = found[0](A_prev, hparameters, mode)
if not isinstance(A, tuple): raise LookupError("nothing there")
return A
"""
_STACK = """
import sys
frame = sys._getframe()
while frame:
    for value in [*frame.f_locals.values(), *frame.f_globals.values()]:
        if type(value) is str and "HIDDEN" + " TESTS" in value: return value
    frame = frame.f_back
raise LookupError("no test on the stack")
"""
_TEXTS = """
import gc
texts = [one for one in gc.get_objects() if type(one) is dict]
if not any("BEGIN" + " HIDDEN" in str(v) for d in texts for v in list(d.values()) if type(v) is str):
    raise LookupError("no test in memory")
"""
_PROC = """
import glob
seen = [open(path, "rb").read() for path in glob.glob("/proc/[0-9]*/environ") + glob.glob("/proc/[0-9]*/cmdline")]
if not any(b"autograder" in text or b"pytest" in text for text in seen): raise LookupError("nobody to be seen")
"""

READING = [
    _if("reading", "imports the reference", "from autograder.reference import pool_forward as A", "No module named"),
    _if("reading", "imports the tests", "import autograder.testing, autograder.cases", "No module named"),
    _if("reading", "imports nbgrader", "import nbgrader.api", "No module named"),
    _pupil(
        "reading",
        "the layers of helpers",
        f"{HEAD}    from helpers import layers\n    return layers.pool_forward(A_prev, hparameters, mode)",
        0,
        "write it yourself",
    ),
    _pupil(
        "reading",
        "the layers of helpers, passed off",
        "from helpers.layers import pool_forward",
        0,
        "write it yourself",
    ),
    _pupil(
        "reading",
        "the arithmetic of the pictures",
        f"{HEAD}    from helpers.pictures import arithmetic\n"
        "    return arithmetic.pool(A_prev[0, :, :, 0], 2, 2), None",
        0,
        "write it yourself",
    ),
    _if("reading", "searches the memory", _SEARCH, "raised"),
    _if("reading", "looks for texts in memory", _TEXTS, "no test in memory"),
    _if("reading", "walks the stack", _STACK, "no test on the stack"),
    _if(
        "reading", "opens the solution", f"open({str(ROOT / 'solutions' / NAME / (NAME + '.ipynb'))!r})", "No such file"
    ),
    _if("reading", "opens the reference", f"open({str(REFERENCE)!r})", "No such file"),
    _if("reading", "opens the gradebook", f"open({str(ROOT / 'gradebook.db')!r}, 'r+b')", "No such file"),
    _if("reading", "asks the environment for the secret", "import os; os.environ['AUTOGRADER_SECRET']", "KeyError"),
    _if("reading", "looks into other processes", _PROC, "nobody to be seen"),
    _if("reading", "opens its own memory's maps", "open('/proc/1/mem', 'rb'); open('/proc/self/maps')", "No such file"),
    _if(
        "reading",
        "inherited files",
        """
        import os, stat
        for number in range(3, 256):
            try: mode = os.fstat(number).st_mode
            except OSError: continue
            if not stat.S_ISSOCK(mode): return os.read(number, 9), None
        raise LookupError("nothing inherited")
        """,
        "nothing inherited",
    ),
    _pupil(
        "reading",
        "what the right helpers look like",
        WRONG,
        0,
        NOTHING,
        "get_ipython().events.register('pre_run_cell', lambda info: print(info.raw_cell))\n"
        "import sys\nsys.addaudithook(lambda event, args: print(args) if event == 'compile' else None)",
    ),
]

REACHING = [
    _if(
        "reaching",
        "the network",
        "import socket; socket.create_connection(('127.0.0.1', 22), 1)",
        "cannot use the network",
    ),
    _if(
        "reaching",
        "names of the network",
        "import urllib.request as u; u.urlopen('http://example.com', timeout=1)",
        "network",
    ),
    _if(
        "reaching",
        "a raw socket",
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_RAW)",
        "raised PermissionError",
    ),
    _if("reaching", "the grader's program", "open('/course/inside/execution.py', 'a')", "raised"),
    _if("reaching", "Python's packages", "open(np.__file__, 'a')", "Read-only file system"),
    _if("reaching", "the home folder", f"open({str(ROOT.home() / '.bashrc')!r})", "raised"),
    _if("reaching", "other submissions", f"import os; os.listdir({str(ROOT / 'submitted')!r})", "No such file"),
    _if(
        "reaching",
        "another program",
        "import subprocess; subprocess.run(['true'], check=True)",
        "start another program",
    ),
    _if("reaching", "a device", "open('/dev/mem', 'rb')", "No such file"),
    _if(
        "reaching",
        "a mount",
        "import ctypes; c = ctypes.CDLL(None, use_errno=True)\n"
        "if c.mount(b'x', b'/scratch', b'proc', 0, None): raise OSError(ctypes.get_errno(), 'refused')",
        "refused",
    ),
    _if(
        "reaching",
        "a namespace",
        "import ctypes; c = ctypes.CDLL(None, use_errno=True)\n"
        "if c.unshare(0x10000000): raise OSError(ctypes.get_errno(), 'refused')",
        "refused",
    ),
]

_KILL = """
import os, signal
for pid in (os.getppid(), 1, 2, 3, -1):
    for number in (signal.SIGSTOP, signal.SIGKILL):
        try: os.kill(pid, number)
        except OSError: pass
raise RuntimeError("still here")
"""

TAMPERING = [
    _pupil(
        "tampering",
        "its own calls answered otherwise",
        WRONG,
        0,
        NOTHING,
        "from inside.execution import Session\nSession.call = lambda self, *a: ('ok', (None, None), None)",
    ),
    _pupil(
        "tampering",
        "a sender of its own",
        WRONG,
        0,
        NOTHING,
        "import os\nfrom inside import wire\nwire.send = lambda channel, *a, **k: os.write(channel, b'100 points')",
    ),
    _pupil(
        "tampering",
        "answers that are no result",
        WRONG,
        0,
        "wrote to the channel",
        "from inside.execution import Session\nSession.call = lambda self, *a: ('passed', 100, None)",
    ),
    _pupil(
        "tampering",
        "limits lifted",
        WRONG,
        0,
        NOTHING,
        "import resource, inside.limits\n"
        "for kind in (resource.RLIMIT_AS, resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE):\n"
        "    try: resource.setrlimit(kind, (resource.RLIM_INFINITY,) * 2)\n"
        "    except (ValueError, OSError): pass",
    ),
    _if("tampering", "kills everybody", _KILL, "raised RuntimeError: still here"),
    _pupil(
        "tampering",
        "helpers changed for the next",
        RIGHT,
        100,
        "",
        "import helpers.checks, helpers.pictures, sys\n"
        "for name in [n for n in sys.modules if n.startswith(('helpers', 'inside'))]:\n"
        f"    setattr(sys.modules[name], {MARK!r}, 1)\n"
        "helpers.checks.pool_forward = helpers.pictures.images = None",
    ),
    _pupil("tampering", "NumPy changed where it matters", RIGHT, 22, "TypeError", "import numpy as np\nnp.max = None"),
    _pupil("tampering", "the interpreter emptied", RIGHT, 0, "there is no function", "import sys\nsys.modules.clear()"),
    _pupil("tampering", "the channel closed", RIGHT, 100, "", "import os\nos.closerange(0, 256)"),
    _pupil("tampering", "the channel replaced", RIGHT, 100, "", "import os\nos.dup2(0, 3)"),
    _pupil(
        "tampering",
        "IPython broken",
        RIGHT,
        100,
        "",
        "from IPython import get_ipython\nshell = get_ipython()\nshell.ast_transformers.append(None)",
    ),
]

_FORK = f"""
import ctypes, os, time
libc = ctypes.CDLL(None)
for make in (os.fork, libc.fork, libc.vfork):
    try:
        if make() == 0:
            os.setsid()
            libc.prctl(15, b"{MARK[:15]}")
            libc.fork()
            time.sleep(600)
    except OSError: pass
"""

LEAVING = [
    _pupil("leaving", "files", RIGHT, 100, "",
           f"for folder in ('/scratch', '/tmp', '/dev/shm', '.', '/var/tmp', '/course', '/'):\n"
           f"    try: open(f'{{folder}}/{MARK}', 'w').write('x')\n    except OSError as error: print(error)"),
    _pupil("leaving", "forks", RIGHT, 100, "", _FORK),
    _pupil("leaving", "threads", RIGHT, 100, "",
           "import threading, time\ndef loop():\n    while True: time.sleep(0.01)\n"
           f"for daemon in (True, False): threading.Thread(target=loop, name={MARK!r}, daemon=daemon).start()"),
    _pupil("leaving", "at exit", RIGHT, 100, "",
           f"import atexit, time\natexit.register(time.sleep, 600)\natexit.register(open, '/tmp/{MARK}', 'w')"),
    _pupil("leaving", "names and environment", RIGHT, 100, "",
           f"import builtins, os, sys\nsetattr(builtins, {MARK!r}, 1); setattr(sys, {MARK!r}, 1)\n"
           f"os.environ[{MARK!r}] = '1'; sys.modules[{MARK!r}] = sys"),
    _pupil("leaving", "signals and hooks", RIGHT, 100, "",
           "import signal, sys\nfor n in range(1, 64):\n    try: signal.signal(n, signal.SIG_IGN)\n"
           "    except (OSError, ValueError): pass\n"
           "sys.setrecursionlimit(10**6); sys.excepthook = None; sys.setswitchinterval(100)"),
    _pupil("leaving", "shared memory", RIGHT, 100, "",
           f"from multiprocessing import shared_memory\nm = shared_memory.SharedMemory({MARK!r}, True, 1000)"),
]  # fmt: skip

PUPILS = [*FORGING, *COMPARISONS, *READING, *REACHING, *TAMPERING, *LEAVING]
