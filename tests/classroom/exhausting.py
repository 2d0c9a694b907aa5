"""Each resource, exhausted: in a cell of its own it costs nothing, in a call that call, and nobody else waits long."""

from classroom import Pupil, handed_in, right

NAME = "02_pooling"
RIGHT = right("pool_forward")
ONE = "    if len(A_prev) == 1:  # one test, of 4 points, has a batch of one example\n        "


def _cell(name: str, source: str) -> Pupil:
    return Pupil(f"{name}, in a cell", "exhausting", NAME, handed_in(NAME, before=[source]))


def _call(name: str, statement: str, reason: str, before=()) -> Pupil:
    """The statement runs in calls of which one test is made."""
    head, body = RIGHT.split("    ### START CODE HERE ###\n")
    answer = {"pool_forward": f"{head}{ONE}{statement}\n{body}"}
    return Pupil(f"{name}, in a call", "exhausting", NAME, handed_in(NAME, answer, before), 96, reason)


_NEVER = "while True:\n    try:\n        while True: pass\n    except BaseException: pass"

PUPILS = [
    Pupil(
        "processor time, in every call",
        "exhausting",
        NAME,
        handed_in(NAME, {"pool_forward": 'def pool_forward(A_prev, hparameters, mode="max"):\n    while True: pass'}),
        0,
        "Is there a loop that does not end?",
    ),
    _cell("processor time", "while True: pass"),
    _cell("processor time and no interrupt", _NEVER),
    _cell("wall time", "import time\ntime.sleep(600)"),
    _cell("memory", "import numpy as np\nkept = [np.ones(2**27) for _ in range(100)]"),
    _cell(
        "threads",
        "import threading, time\nfor _ in range(10**4): threading.Thread(target=time.sleep, args=(99,)).start()",
    ),
    _cell("processes", "import os\nwhile True: os.fork()"),
    _cell("files", "kept = [open(f'f{i}', 'w') for i in range(10**4)]"),
    _cell("a file", "with open('f', 'wb') as file:\n    while True: file.write(bytes(2**20))"),
    _cell("disk", "for i in range(10**4):\n    with open(f'f{i}', 'wb') as file: file.write(bytes(2**20))"),
    _cell("output", "while True: print('x' * 1000)"),
    _cell("displays", "while True: display({'text/plain': 'x' * 1000}, raw=True)"),
    _cell("recursion", "import sys\nsys.setrecursionlimit(10**9)\ndef f(): f()\nf()"),
    _cell("an integer", "x = 7 ** (10 ** 9)"),
    _call("processor time", "while True: pass", "Is there a loop that does not end?"),
    _call("wall time", "import time; time.sleep(600)", "It took longer than"),
    _call("memory", "np.ones(2**30)", "more memory than there is"),
    _call("output", "while True: print('x' * 1000)", "It printed or showed more"),
    _call("recursion", "return pool_forward(A_prev, hparameters, mode)", "RecursionError"),
    _call("what is returned", "return np.zeros(2**26), None", "too large"),
    _call("values returned", "return [0] * 10**6, None", "too large"),
    # Of one long text and many short ones NumPy would make an array with room for as many long ones.
    _call("texts that fill the grader's memory", "return ['x' * 10**6] + [''] * 10**5, None", "text"),
    _call("a number of keys", "return {i: i for i in range(10**5)}, None", "keys"),
    _call("an error", "raise ValueError('x' * 10**8)", "ValueError"),
    _call("texts in a message", "return ['x'] * 10**5, ['x' * 10**5] * 100", "text"),
    Pupil(
        "outputs of many cells",
        "exhausting",
        NAME,
        handed_in(NAME, after=["print('x' * 10**6)"] * 60),
    ),
    Pupil(
        "source nested deeply",
        "exhausting",
        NAME,
        handed_in(NAME, before=["x = " + "(" * 50_000 + ")" * 50_000, "x = " + "-" * 99_000 + "1", "[" * 10**5]),
    ),
    Pupil(
        "an answer of a megabyte",
        "exhausting",
        NAME,
        handed_in(NAME, {"pool_forward": RIGHT.replace("np.max(", "np.min(") + "\n" + "# " + "x" * 10**6}),
        36,
        "should be",
    ),
]
