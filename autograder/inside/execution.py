"""Runs a student's cells in IPython, as a notebook would, and calls the student's functions.

Everything here shares its process with the student's code and can be changed by it, which harms that submission alone:
the judge takes nothing from here but data that it has checked.
"""

import ast
import base64
import builtins
import contextlib
import difflib
import getpass
import io
import itertools
import linecache
import os
import random
import re
import signal
import sys
import threading
import traceback
import types
from collections.abc import Callable, Mapping

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.text import SList
from traitlets import Type
from traitlets.config import Config

from . import wire
from .limits import OVERHEAD, SOURCE, Limits, size
from .room import at_most

# Of an error's message and traceback, which come on top of what a cell may print.
_MESSAGE, _TRACEBACK = 4_000, 40_000
_LINES = 1000  # of a traceback: what comes behind stays one
_AN_OUTPUT = 100  # bytes that an output costs besides what it holds
_NAMES = 500  # that a wrong name is compared with
_FRAMES = 500  # of a traceback that are looked at, from each end; Python allows 1000 calls within each other


class TooMuchOutput(BaseException):
    """The student's code printed, or showed, more than it may. No `except Exception` stops it."""


class Recorder:
    """The outputs of one cell, as nbformat 4 has them."""

    def __init__(self):
        self.start(0)

    def start(self, limit: float) -> None:
        """Forget what there was; take up to `limit` bytes from now on."""
        self.outputs: list[dict] = []
        self.limit = self.room = int(limit)
        self.too_much = False
        self._displays: dict[str, dict] = {}
        self._clear_later = False

    def text(self, name: str, text: str) -> None:
        """What was written to stdout or stderr."""
        text = plain(text)
        more = 0 if self.outputs and self.outputs[-1].get("name") == name else _AN_OUTPUT
        fits = self._spend(more + (len(text) if text.isascii() else len(text.encode())))
        if not fits:
            text = text[: max(self.room, 0) // 4]
            self.room = 0
        if text:
            self._clear_if_due()
            last = self.outputs[-1] if self.outputs else {}
            if last.get("name") == name:
                self._parts.append(text)
            else:
                self.outputs.append({"output_type": "stream", "name": name, "text": ""})
                self._parts = self.outputs[-1]["parts"] = [text]
        if not fits:
            self._complain()

    def show(self, kind: str, data: dict, metadata: dict | None, count: int | None = None, **display) -> None:
        """display_data, or execute_result with its count. display: id and update, of display(…, display_id=…)."""
        output = {"output_type": kind, "data": _bundle(data), "metadata": _sizes(metadata)}
        if kind == "execute_result":
            output["execution_count"] = count
        if not self._spend(_AN_OUTPUT + sum(map(len, output["data"].values()))):
            self._complain()
        name = display.get("id")
        if display.get("update") and name in self._displays:
            self._displays[name].update(data=output["data"], metadata=output["metadata"])
        elif not display.get("update"):
            self._clear_if_due()
            self.outputs.append(output)
            if name is not None:
                self._displays[name] = output

    def error(self, name: str, message: str, lines: list[str]) -> None:
        """A traceback. It is cut where it is long, and always fits."""
        if sum(output["output_type"] == "error" for output in self.outputs) >= 10:
            return
        whole = plain("\n".join(map(plain, lines)))
        if len(whole) > _TRACEBACK:
            whole = f"{whole[: _TRACEBACK // 2]}\n…\n{whole[-_TRACEBACK // 2 :]}"
        self._clear_if_due()
        self.outputs.append(
            {
                "output_type": "error",
                "ename": plain(name)[:200],
                "evalue": plain(message)[:_MESSAGE],
                "traceback": whole.split("\n", _LINES),
            }
        )

    def clear(self, wait: bool) -> None:
        """As clear_output() asks: now, or when the next output comes."""
        self._clear_later = True
        if not wait:
            self._clear_if_due()

    def finished(self) -> list[dict]:
        """The outputs so far."""
        for output in self.outputs:
            if "parts" in output:
                output["text"] = "".join(output.pop("parts"))
        return self.outputs

    def _clear_if_due(self) -> None:
        if self._clear_later:
            self.outputs, self._clear_later = [], False

    def _spend(self, count: int) -> bool:
        if count > self.room:
            return False
        self.room -= count
        return True

    def _complain(self) -> None:
        self.too_much = True
        raise TooMuchOutput(f"more than {size(self.limit)} of output")


class Stream(io.TextIOBase):
    """sys.stdout or sys.stderr: what is written goes to the recorder."""

    encoding = "utf-8"
    errors = "backslashreplace"

    def __init__(self, recorder: Recorder, name: str):
        super().__init__()
        self._recorder, self._name = recorder, name

    @property
    def name(self) -> str:
        return f"<{self._name}>"

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._recorder.text(self._name, text)
        return len(text)

    def close(self) -> None:
        """A notebook's stdout stays open, whatever a cell does."""


class _Hook(DisplayHook):
    """Records the value of a cell's last expression."""

    def write_output_prompt(self):
        pass

    def write_format_data(self, format_dict, md_dict=None):
        self.shell.recorder.show("execute_result", format_dict, md_dict, count=self.prompt_count)

    def log_output(self, format_dict):
        pass

    def finish_displayhook(self):
        self._is_active = False


class _Publisher(DisplayPublisher):
    """Records what display() shows, figures included."""

    def publish(self, data, metadata=None, source=None, *, transient=None, update=False, **others):
        self._validate_data(data, metadata)
        name = (transient or {}).get("display_id")
        self.shell.recorder.show("display_data", data, metadata, id=name, update=update)

    def clear_output(self, wait=False):
        self.shell.recorder.clear(wait)


class Shell(InteractiveShell):
    """IPython without a terminal and without a kernel."""

    displayhook_class = Type(_Hook)
    display_pub_class = Type(_Publisher)

    def __init__(self, **options):
        self.recorder = Recorder()
        super().__init__(**options)

    def transform_cell(self, raw_cell):
        """IPython's own look at a cell takes milliseconds, and has nothing to do where the cell is plain Python."""
        try:
            ast.parse(raw_cell)
        except (SyntaxError, ValueError, MemoryError, RecursionError):
            return super().transform_cell(raw_cell)
        return raw_cell if raw_cell.endswith("\n") else raw_cell + "\n"

    @contextlib.contextmanager
    def _tee(self, channel):
        """IPython keeps a second record of what is printed; ours is enough."""
        yield

    def _get_exc_info(self, exc_tuple=None):
        kind, error, trace = super()._get_exc_info(exc_tuple)
        return kind, error, _shortened(trace)

    def _showtraceback(self, etype, evalue, stb):
        self.recorder.error(etype.__name__, _message(evalue), stb)

    def showtraceback(self, *args, **kwargs):
        if self.recorder.too_much and isinstance(sys.exc_info()[1], TooMuchOutput):
            return  # it is told in words
        super().showtraceback(*args, **kwargs)

    def ask_exit(self):
        print("exit() and quit() do nothing while a notebook is graded.")

    def system(self, cmd):
        """IPython would ask for a terminal first, and complain that there is none. In a notebook a command that fails
        ends no cell."""
        try:
            os.system(cmd)
        except PermissionError as refused:
            print(refused, file=sys.stderr)

    def getoutput(self, cmd, split=True, depth=0):
        try:
            return super().getoutput(cmd, split, depth + 1)
        except PermissionError as refused:
            print(refused, file=sys.stderr)
            return SList() if split else ""

    async def run_ast_nodes(self, nodelist, cell_name, *others, result=None, **more):
        """As IPython's; where a statement fails, what is defined behind it is still made: an import fails where the
        grader lacks a package, and `VALUE = 0` below it is no less right."""
        failed = await super().run_ast_nodes(nodelist, cell_name, *others, result=result, **more)
        error = result and result.error_in_exec
        if failed and isinstance(error, Exception):
            for node in nodelist:
                if node.lineno > _line_of(error, cell_name) and _is_made_anyway(node, self.user_ns):
                    try:
                        exec(compile(ast.Module([node], []), cell_name, "exec"), self.user_global_ns, self.user_ns)
                    except MemoryError:
                        break  # it takes seconds, and may go on and on
                    except Exception:
                        continue
        return failed

    def enable_gui(self, gui=None):
        """There is no window to be drawn in."""

    def init_virtualenv(self):
        """The packages that there are, are the ones that there are."""


# What a cell made of these is there for the tests, though a later cell took the name: by del, %reset or `f = f(x)`.
_STAYS = types.FunctionType, types.BuiltinFunctionType, types.ModuleType, type, int, float, str
_MADE_ANYWAY = ast.FunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom


def _is_made_anyway(node: ast.stmt, taken: Mapping[str, object]) -> bool:
    """Whether a statement defines something, or gives a value to names that have none."""
    if not isinstance(node, ast.Assign | ast.AnnAssign):
        return isinstance(node, _MADE_ANYWAY)
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    parts = [part for one in targets for part in getattr(one, "elts", [one])]
    names = {part.id for part in parts if isinstance(part, ast.Name)}
    return len(names) == len(parts) and names.isdisjoint(taken) and names.isdisjoint(vars(builtins))


def _line_of(error: Exception, cell_name: str) -> int:
    """The line of a cell in which it failed."""
    trace = error.__traceback__
    while trace and trace.tb_frame.f_code.co_filename != cell_name:
        trace = trace.tb_next
    return trace.tb_lineno if trace else 0


def _is_withheld(value: object) -> bool:
    """Whether a function is what stands in the place of one that is not to be had: it refuses to be called."""
    function = isinstance(value, types.FunctionType)
    return function and value.__name__ == "withheld" and str(value.__module__).startswith("helpers.")


class Session:
    """The interpreter of a submission. Made once, before the processes fork in which it is used."""

    def __init__(self, figures: bool = True):
        """figures: load Matplotlib now, and draw a first figure; otherwise where a cell imports it."""
        config = Config()
        config.HistoryManager.enabled = False
        config.Shell.colors = "neutral"
        config.Shell.cache_size = 1000
        config.Shell.xmode = "Context"
        self.shell = Shell.instance(config=config)
        self.recorder = self.shell.recorder
        self._streams = Stream(self.recorder, "stdout"), Stream(self.recorder, "stderr")
        self._running = False
        self._made: dict[str, object] = {}
        self.shell.set_hook("show_in_pager", _page)
        builtins.input = getpass.getpass = _no_input
        # Nobody is there to look: a breakpoint() that was left in a function stops nothing.
        sys.breakpointhook = lambda *args, **options: None
        sys.stdin = io.StringIO()
        if figures:
            import matplotlib.pyplot

            self.shell.enable_matplotlib("inline")
            from .figures import draw_once

            draw_once(self.shell)
            matplotlib.pyplot.close("all")
        # What runs for the first time is slow: a cell, a value shown, an error, a figure. Here, once for everybody.
        for source in ("1 + 1", "print(1)", "%time 1", "1 / 0", "def f(:", *_FIRST_FIGURE * figures):
            self.run_cell(source, Limits())
        self.shell.reset(new_session=True)
        self._made.clear()

    def begin(self, limits: Limits) -> None:
        """After the fork: the same random numbers for every submission, and limits that Python itself counts."""
        import numpy as np

        random.seed(0)
        np.random.seed(0)
        sys.path.append("")  # for a module that a cell writes; the last one, so that it takes nobody's place
        sys.addaudithook(_refuse_in_words)
        for name in ("_start_new_thread", "_start_joinable_thread"):  # of Python up to 3.12, and from 3.13
            if start := getattr(threading, name, None):
                setattr(threading, name, _counted(start, limits.threads))

    def run_cell(self, source: str, limits: Limits) -> tuple[str, list[dict]]:
        """Run a cell. Returns "ok", "error", "memory", "output" or "interrupted", and the outputs."""
        error: object = None
        with self._recorded(limits.output_bytes):
            try:
                result = self.shell.run_cell(source, store_history=True)
                error = result.error_before_exec or result.error_in_exec
            except BaseException as escaped:
                error = escaped
        self._made |= {name: value for name, value in self.shell.user_ns.items() if self._stays(name, value)}
        return self._status(error), self.recorder.finished()

    def _stays(self, name: str, value: object) -> bool:
        """Whether a name is to keep its value for the tests. A function gives way to another one alone."""
        if name.startswith("_") or not isinstance(value, _STAYS) or _is_withheld(value):
            return False
        return callable(value) or not callable(self._made.get(name))

    def call(self, name: str, args: tuple, kwargs: dict, limits: Limits) -> tuple[str, object, tuple | None]:
        """Call a function of the student's by its name.

        Returns the status as above, or "missing" where no cell defined the function; what it returned; and of an error
        the type, the message and the traceback.
        """
        space = self.shell.user_ns
        for gone in self._made.keys() - space.keys() - vars(builtins).keys():
            space[gone] = self._made[gone]
        taken = not callable(space.get(name)) or _is_withheld(space[name])
        if taken and callable(self._made.get(name)):
            space[name] = self._made[name]
        function = space.get(name)
        if not callable(function):
            return "missing", None, None
        answer: tuple = ("interrupted", None, ("KeyboardInterrupt", "", ""))
        with self._recorded(limits.output_bytes):
            try:
                answer = ("ok", function(*args, **kwargs), None)
                if self.recorder.too_much:
                    answer = ("output", None, ("TooMuchOutput", "", ""))
            except BaseException as error:
                answer = (self._status(error), None, _told(error))
        return answer

    def interrupted(self, number: int, frame) -> None:
        """The handler of SIGINT: the time of the cell, or of the call, is over."""
        if self._running:
            raise KeyboardInterrupt

    @contextlib.contextmanager
    def _recorded(self, limit: float):
        """Print into the recorder, whatever earlier cells did to sys.stdout, and be interruptible."""
        self.recorder.start(limit)
        before = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = self._streams
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, self.interrupted)
        self._running = True
        try:
            yield
        except KeyboardInterrupt:
            pass
        finally:
            self._running = False
            sys.stdout, sys.stderr = before

    def _status(self, error: object) -> str:
        if self.recorder.too_much:
            return "output"
        if error is None:
            return "ok"
        if isinstance(error, KeyboardInterrupt):
            return "interrupted"
        return "memory" if isinstance(error, MemoryError) else "error"


_REFUSED = {
    "os.fork": "start another process",
    "os.forkpty": "start another process",
    "os.posix_spawn": "start another program",
    "os.exec": "start another program",
    "os.system": "start another program",
    "subprocess.Popen": "start another program",
    "socket.connect": "use the network",
    "socket.bind": "use the network",
    "socket.getaddrinfo": "use the network",
}


def _refuse_in_words(event: str, args: tuple) -> None:
    """An audit hook that says what the sandbox would say with a number. It keeps nobody in."""
    if event in _REFUSED:
        raise PermissionError(f"A notebook cannot {_REFUSED[event]} while it is graded.")


def _counted(start: Callable, most: int) -> Callable:
    """Start a thread, unless there are too many. Memory is what stops a program that starts them without Python."""

    def start_counted(*args, **kwargs):
        if threading.active_count() > most:  # the new one is among them already
            raise RuntimeError(f"A notebook can have at most {most} threads at a time while it is graded.")
        return start(*args, **kwargs)

    return start_counted


def plain(text: object) -> str:
    """The text as a str, and nothing but a str, that UTF-8 can hold. Half characters are written as escapes."""
    if type(text) is not str:
        text = str.__str__(text) if isinstance(text, str) else f"<{type(text).__name__}>"
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "backslashreplace").decode()
    return text


_FIRST_FIGURE = ("import matplotlib.pyplot as plt; plt.plot([1, 2]); plt.title('x'); plt.show()",)


def _message(error: BaseException) -> str:
    """str(error), where the student's own class lets it be had."""
    try:
        return plain(str(error))
    except BaseException:
        return ""


def _shortened(trace: types.TracebackType | None) -> types.TracebackType | None:
    """A traceback, without its middle where it is so long that to format it takes longer than the code itself."""
    every, one = [], trace
    while one:
        every.append(one)
        one = one.tb_next
    if len(every) > 2 * _FRAMES:
        every[_FRAMES].tb_next = every[-_FRAMES]
    return trace


def _told(error: BaseException) -> tuple[str, str, str]:
    """The type, the message and the traceback of an error that a student's function raised, without our own frames."""
    kind, message = plain(type(error).__name__)[:200], (_message(error) + _meant(error))[:_MESSAGE]
    try:
        frames = traceback.extract_tb(_shortened(error.__traceback__))
        here = os.path.dirname(__file__)
        frames = [frame for frame in frames if os.path.dirname(frame.filename) != here]
        lines = ["Traceback (most recent call last):\n"] if frames else []
        for frame in frames[:10] + frames[10:][-10:]:
            number = _line_with_the_name(frame, message) if frame is frames[-1] else frame.lineno
            lines.append(f"  {_cell_name(frame.filename)}, line {number}, in {frame.name}\n")
            line = linecache.getline(frame.filename, number or 0).strip()
            lines += [f"    {line}\n"] if line else []
        text = plain("".join(lines))[:_TRACEBACK]
    except BaseException:
        text = ""
    return kind, message, text + f"{kind}: {message}"


def _line_with_the_name(frame: traceback.FrameSummary, message: str) -> int | None:
    """The line in which a local name was used before it had a value. Once a function has been called several times,
    Python 3.11 gives the line before that one, where it gives another name a value."""
    found = re.match(r"cannot access local variable '(\w+)'", message)
    if not found or frame.lineno is None:
        return frame.lineno
    lines = {number: linecache.getline(frame.filename, number) for number in (frame.lineno, frame.lineno + 1)}
    named = [number for number, line in lines.items() if re.search(rf"\b{found[1]}\b", line)]
    return named[0] if named else frame.lineno


def _meant(error: BaseException) -> str:
    """What a name that there is none of may have been meant for, in the words in which newer Pythons ask it."""
    if type(error) is not NameError or type(error.name) is not str:
        return ""
    try:
        for frame, _ in traceback.walk_tb(error.__traceback__):
            names = itertools.islice(itertools.chain(frame.f_locals, frame.f_globals), _NAMES)
        names = [name for name in names if type(name) is str and not name.startswith("_")]
        alike = [name for name in names if name.lower() == error.name.lower()]
        alike = alike or difflib.get_close_matches(error.name[:100], names, 1, 0.75)
        return f". Did you mean: '{alike[0]}'?" if alike else ""
    except Exception:
        return ""


def _cell_name(filename: str) -> str:
    """'Cell In[3]' for a cell, as IPython's own tracebacks say; 'File "…"' for a file."""
    found = Shell.instance().compile.format_code_name(filename)
    return " ".join(map(str, found)) if found else f'File "{filename}"'


def _bundle(data: dict) -> dict:
    """A display's forms by their types, as far as they are text, or bytes, which become base64."""
    bundle = {}
    for kind, value in data.items():
        if isinstance(value, bytes | bytearray):
            value = base64.b64encode(value).decode()
        if isinstance(value, str):
            bundle[plain(kind)] = plain(value)
    return bundle


def _sizes(metadata: dict | None) -> dict:
    """Of what is said of a display, how large its pictures are to be shown."""
    said = metadata if isinstance(metadata, dict) else {}
    return {
        kind: {name: of[name] for name in ("width", "height") if type(of.get(name)) is int and 0 < of[name] < 2**31}
        for kind in ("image/png", "image/jpeg")
        if isinstance(of := said.get(kind), dict)
    }


def _page(shell, data, start=0, screen_lines=0, pager_cmd=None):
    """`name?` opens a pane beside a notebook, and leaves nothing in it."""


def _no_input(prompt="", *args, **kwargs):
    raise EOFError("input() has nobody to ask while a notebook is graded. Give the value in the code.")


def serve(channel: int, session: Session, limits: Limits, apply: Callable[[Limits], None]) -> None:
    """Do what the judge asks, one request after the other, until it hangs up.

    A request is (number, "cell", changed limits, source) or (number, "call", changed limits, name, args, kwargs, room),
    where room is how much memory a call can take beyond what there is, or None.
    apply: called with the limits of a request, where they are others than those of the last.
    """
    now = limits
    while True:
        values = wire.Limits(total=int(limits.value_bytes), array=int(limits.value_bytes), text=SOURCE)
        try:
            number, what, changed, *rest = wire.receive(channel, values)
        except wire.Closed:
            return
        wanted = limits.but(**changed)
        if wanted != now:
            apply(wanted)
        now = wanted
        if what == "cell":
            room = int(now.output_bytes) * 2 + OVERHEAD
            answer = (number, *session.run_cell(*rest, now))
            try:
                wire.send(channel, answer, wire.Limits(total=room, array=1, text=room))
            except wire.Refused:
                wire.send(channel, (number, "output", []))
            continue
        name, args, kwargs, room = rest
        # Short texts are one object, as they are in a program: `mode is "max"` is unwise, but true in a notebook.
        args = tuple(sys.intern(value) if type(value) is str else value for value in args)
        with at_most(room) if room else contextlib.nullcontext():
            status, value, error = session.call(name, args, kwargs, now)
        values = wire.Limits(total=int(now.value_bytes), array=int(now.value_bytes))
        # In one message, so that what is one array on this side is one array on the other.
        answer = (number, status, value, args, kwargs, error)
        try:
            wire.send(channel, answer, values, name=("", "", "result", "arguments", "arguments", ""))
        except wire.Refused as reason:
            wire.send(channel, (number, "refused", None, None, None, ("", str(reason), "")))
