"""The judge: a submission's cells run in a student process, the test cells run here, against stand-ins.

A test cell calls an exercise by its name, as it would in the student's notebook. Here that name is a stand-in, which
sends the arguments to the student process and brings the result back as data. What a test compares with, and its text,
never leaves this process.

    with Judge(solved) as judge:
        judged = judge.grade(path.read_bytes())
"""

import contextlib
import dataclasses
import importlib
import io
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from time import monotonic

from autograder.definitions import LONGEST, look
from autograder.inside.limits import seconds
from autograder.inside.wire import WireError, restore
from autograder.notebook import Solved, TestCell
from autograder.reading import NotANotebook, read
from autograder.repair import RepairedCell, Source, repair_against
from autograder.sandbox import CallResult, CellResult, Limits, Student, Worker
from helpers.holes import Hole, holes_in

# How often the interpreter is started again for one function, after it died.
RESTARTS = 6
# Seconds that a notebook may take as a whole, its cells and all calls together.
WHOLE = 300.0

# How often one function may use up the time of a call; after that it has a tenth of it.
PATIENCE = 2

# What the outputs of a submission's cells may hold together; each cell has a limit of its own.
MOST_OUTPUT = 32_000_000
# The most that the texts in a result may take as a NumPy array, which gives each of them the room of the longest.
MOST_TEXT = 64_000_000
LONGEST_MESSAGE = 4_000

WITHHELD = "{names} of helpers would be the answer to this assignment: write it yourself."


@dataclass(frozen=True)
class Verdict:
    """What became of one test cell.

    status: passed; failed: the result is wrong; error: there is none; timeout; not_run: the notebook cannot be read.
    message: the reason, for the student; empty where all is well.
    """

    id: str
    name: str
    points: float
    max_points: float
    status: str
    message: str = ""


@dataclass(frozen=True)
class Judged:
    """What a submission got.

    cells: the repaired notebook. shown: the outputs of the cells that ran, by the cell's id. unanswered: grade ids of
    the exercises that were handed in as they were released. notes: what was put right before it ran. problem: why it
    could not be graded, if so.
    """

    assignment: str
    tests: tuple[Verdict, ...]
    cells: tuple[RepairedCell, ...] = ()
    shown: Mapping[str, list[dict]] = field(default_factory=dict)
    unanswered: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    problem: str = ""

    @property
    def points(self) -> float:
        return sum(test.points for test in self.tests)

    @property
    def max_points(self) -> float:
        return sum(test.max_points for test in self.tests)

    def as_dict(self) -> dict:
        """The documented form of `autograder check --json`."""
        return {
            "assignment": self.assignment,
            "points": self.points,
            "max_points": self.max_points,
            "tests": [
                {
                    "id": test.id,
                    "name": test.name,
                    "points": test.points,
                    "max_points": test.max_points,
                    "status": test.status,
                    "message": test.message,
                    "mistake": None,
                }
                for test in self.tests
            ],
            "notes": list(self.notes),
            "problem": self.problem,
        }


class StudentFailed(Exception):
    """A call of the student's function gave no result. said: why, in words; status: as of a CallResult."""

    def __init__(self, said: str, status: str):
        super().__init__(said)
        self.said, self.status = said, status


class Judge:
    """Grades submissions of one assignment, one after another. A context manager: it keeps a warm process."""

    def __init__(self, solved: Solved, sandbox: bool = True, limits: Limits | None = None):
        self.solved, self._source = solved, Source.of(solved)
        self._worker = Worker(sandbox=sandbox, limits=limits, withheld=withheld(solved))

    def __enter__(self) -> "Judge":
        self._worker.start()
        return self

    def __exit__(self, *exception) -> None:
        self._worker.close()

    def grade(self, notebook: bytes) -> Judged:
        """Grade one submission, given as the bytes of its file. Raises SandboxError where no student process starts.

        Nothing that a submission holds or does raises anything else.
        """
        try:
            repaired = repair_against(self._source, read(notebook))
        except NotANotebook as error:
            problem = str(error)
            tests = (Verdict(test.id, test.name, 0.0, test.points, "not_run", problem) for test in self.solved.tests)
            empty = repair_against(self._source, {"cells": []})
            return self._judged(tuple(tests), empty.cells, problem=problem)
        cells = to_run(repaired.cells)
        with contextlib.ExitStack() as opened:
            session = opened.enter_context(Session(self._worker, cells))
            hearing = Hearing(self._worker, self.solved, cells, session, opened)
            verdicts = tuple(hearing.verdict(test) for test in self.solved.tests)
        shown = {cell.id: result.outputs for cell, result in zip(cells, session.shown, strict=True)}
        return self._judged(verdicts, repaired.cells, shown=shown, notes=tuple(repaired.notes))

    def _judged(self, tests: tuple[Verdict, ...], cells: list[RepairedCell], **more) -> Judged:
        released = {cell.grade_id: cell.released for cell in self._source.cells if cell.kind == "answer"}
        unanswered = frozenset(
            cell.grade_id for cell in cells if cell.kind == "answer" and cell.source == released[cell.grade_id]
        )
        return Judged(self.solved.name, tests, tuple(cells), unanswered=unanswered, **more)


def withheld(solved: Solved) -> dict[str, str]:
    """Modules of helpers that a submission must not have, since they hold what it asks for; and what it is told."""
    layers = importlib.import_module("helpers.layers")
    asked = [name for name in solved.exercises if hasattr(layers, name)]
    messages = {"helpers.pictures.arithmetic": WITHHELD.format(names="The arithmetic of the pictures")}
    if any(name.endswith("_backward") for name in solved.exercises):
        messages["helpers.gradients"] = WITHHELD.format(names="The numerical gradients")
    if asked:
        messages["helpers.layers"] = WITHHELD.format(names=", ".join(asked))
    return messages


def to_run(cells: list[RepairedCell]) -> list[RepairedCell]:
    """The cells that a submission consists of: answers, what the student added, and what of the given these need.

    Locked demonstrations and checks are left out, unless a cell of the student's own uses a name from them.
    """
    code = [cell for cell in cells if cell.cell_type == "code" and cell.kind != "test"]
    needed: set[str] = set()
    kept = []
    for cell in reversed(code):
        if cell.kind == "given" and cell.id != "setup" and not look(cell.source).binds & needed:
            continue
        kept.append(cell)
        if cell.kind != "answer":
            needed |= look(cell.source).uses
    return kept[::-1]


class Session:
    """A student process in which the cells have run; it is started anew where it dies. shown: what each cell did."""

    def __init__(self, worker: Worker, cells: list[RepairedCell], afterwards: tuple[str, ...] = ()):
        """afterwards: sources to run behind the cells."""
        self._worker, self._cells, self._afterwards = worker, cells, afterwards
        self._student: Student | None = None
        self._restarts: Counter[str] = Counter()
        self._deadline = monotonic() + WHOLE
        self._timeouts: Counter[str] = Counter()
        self._deadly: set[str] = set()
        self.shown: list[CellResult] = []
        self._room = MOST_OUTPUT

    def __enter__(self) -> "Session":
        self._run()
        return self

    def __exit__(self, *exception) -> None:
        if self._student:
            self._student.close()

    def call(self, function: str, args: tuple, kwargs: dict) -> CallResult:
        """Call one of the student's functions; a process that died is replaced first."""
        if monotonic() > self._deadline:
            return CallResult("timeout", reason=f"The notebook as a whole took longer than {seconds(WHOLE)}.")
        if not self._student.alive:
            if self._restarts[function] >= RESTARTS:
                return CallResult("died", reason="Its interpreter had died too often.")
            self._restarts[function] += 1
            self._run()
        limits = self._student.limits
        if self._timeouts[function] >= PATIENCE:
            shorter = {name: getattr(limits, name) / 10 for name in ("call_seconds", "call_cpu_seconds")}
            limits = limits.but(**shorter)
        result = self._student.call(function, args, kwargs, limits)
        self._timeouts[function] += result.status == "timeout"
        return result

    def _run(self) -> None:
        """Start a process and run the cells. One that ends the process is left out when they run again."""
        first = not self.shown
        results: dict[str, CellResult] = {}
        for _ in range(RESTARTS):
            if self._student:
                self._student.close()
            self._student = self._worker.student()
            self._run_cells(results)
            if self._student.alive:
                break
        if first:
            missing = CellResult(
                "died", reason="The cells before it had ended the interpreter too often, or took too long."
            )
            self.shown = [results.get(cell.id, missing) for cell in self._cells]

    def _run_cells(self, results: dict[str, CellResult]) -> None:
        for cell in self._cells:
            if cell.id in self._deadly or monotonic() > self._deadline:
                continue
            result = self._student.run_cell(cell.source)
            results[cell.id] = self._kept(result)
            if not self._student.alive:
                self._deadly.add(cell.id)
                return
        for source in self._afterwards:
            self._student.run_cell(source)

    def _kept(self, result: CellResult) -> CellResult:
        """The result, without its outputs where those of the cells before left no room for them."""
        size = sum(_size(output) for output in result.outputs)
        if size <= self._room:
            self._room -= size
            return result
        told = {
            "output_type": "stream",
            "name": "stderr",
            "text": "The outputs of this notebook are too large to keep.",
        }
        return dataclasses.replace(result, outputs=[told])


class Hearing:
    """The test cells of one submission, run against stand-ins for its exercises."""

    def __init__(
        self, worker: Worker, solved: Solved, cells: list[RepairedCell], session: Session, opened: contextlib.ExitStack
    ):
        self._worker, self._solved, self._cells, self._session, self._opened = worker, solved, cells, session, opened
        self._helped: dict[str, Session] = {}

    def verdict(self, test: TestCell) -> Verdict:
        """Run one test cell."""
        names = {name: StandIn(name, self._session, self) for name in self._solved.exercises}
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                exec(_compiled(test.source, test.id), {"__name__": "__main__", **names})
        except Exception as error:
            status, message = _reason(error)
            return Verdict(test.id, test.name, 0.0, test.points, status, message)
        return Verdict(test.id, test.name, test.points, test.points, "passed")

    def holes_of(self, exercise: str) -> list[Hole]:
        """The lines of the student's answer that still hold None."""
        cells = [cell for cell in self._cells if cell.grade_id == self._solved.exercises[exercise]]
        if not cells or len(cells[0].source) > LONGEST:
            return []
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of an invalid escape, say, which is the student's
                return holes_in(cells[0].source)
        except (ValueError, RecursionError, MemoryError, OverflowError):
            return []

    def helpers_of(self, exercise: str) -> list[str]:
        """The exercises that come before this one, which it may call."""
        order = list(self._solved.exercises)
        return order[: order.index(exercise)]

    def helped(self, exercise: str) -> Session:
        """A process of its own in which the functions that an exercise may call are right.

        It sees the solution of these functions. Nothing that it says is shown to anybody, and it ends with the hearing.
        """
        if exercise not in self._helped:
            sources = {
                cell.metadata.nbgrader.grade_id: cell.source
                for cell in self._solved.nb.cells
                if cell.metadata.get("nbgrader", {}).get("solution")
            }
            right = tuple(sources[self._solved.exercises[name]] for name in self.helpers_of(exercise))
            self._helped[exercise] = self._opened.enter_context(Session(self._worker, self._cells, right))
        return self._helped[exercise]


class StandIn:
    """What a test cell has in the place of a student's function."""

    def __init__(self, name: str, session: Session, hearing: Hearing):
        self.__name__ = name
        self._session, self._hearing = session, hearing

    def __call__(self, *args, **kwargs):
        """Call the student's function. Raises StudentFailed where it gives no result."""
        result = self._session.call(self.__name__, args, kwargs)
        if result.args is not None:
            try:
                restore((args, kwargs), (result.args, result.kwargs))
            except WireError:
                raise StudentFailed("the function made something else of its arguments", "error") from None
        if result.status == "ok":
            if _room_of_texts(result.value) > MOST_TEXT:
                raise StudentFailed("the function returned too many texts, or too long ones", "refused")
            return result.value
        raise StudentFailed(self._said(result), result.status)

    def unfilled(self) -> list[Hole]:
        """The lines of the student's answer that still hold None."""
        return self._hearing.holes_of(self.__name__)

    def _said(self, result: CallResult) -> str:
        if result.status == "error":
            kind, message, _ = result.error
            return f"the function raised {kind}: {message}" if message else f"the function raised {kind}"
        if result.status == "missing":
            return f"there is no function {self.__name__}: its cell is empty, or did not run to its end"
        return result.reason

    @contextlib.contextmanager
    def right_helpers(self) -> Iterator[list[str]]:
        """While this is open, the student's function has right versions of those that it calls; yields their names."""
        names = self._hearing.helpers_of(self.__name__)
        own = self._session
        if names:
            self._session = self._hearing.helped(self.__name__)
        try:
            yield names
        finally:
            self._session = own


def _compiled(source: str, name: str):
    return compile(source, f"<{name}>", "exec")


def _reason(error: Exception) -> tuple[str, str]:
    """Status and message of a test that failed."""
    cause: BaseException | None = error
    while cause and not isinstance(cause, StudentFailed):
        cause = cause.__cause__ or cause.__context__
    message = _readable(str(error) or type(error).__name__)
    if cause:
        return ("timeout" if cause.status == "timeout" else "error"), message
    if isinstance(error, AssertionError):
        return "failed", message
    # A test that takes a result apart stumbles over one that has another form.
    return "error", f"The result has not the form that was asked for ({type(error).__name__}: {message})."


def _readable(message: str) -> str:
    """A message, in which words of the student's may stand, without what a terminal would obey, and not too long."""
    if len(message) > LONGEST_MESSAGE:
        message = f"{message[: LONGEST_MESSAGE - 200]} … {message[-200:]}"
    return "".join(character if character.isprintable() or character == "\n" else "\ufffd" for character in message)


def _size(value: object) -> int:
    """About how much room an output takes."""
    if isinstance(value, dict):
        return sum(50 + _size(part) for part in value.values())
    if isinstance(value, list):
        return sum(50 + _size(part) for part in value)
    return len(value) if isinstance(value, str) else 8


def _room_of_texts(value: object) -> int:
    """How many bytes NumPy would take to make one array of all that a result holds, as text."""
    count, longest, waiting = 0, 0, [value]
    while waiting:
        one = waiting.pop()
        count += 1
        if isinstance(one, dict):
            waiting += one.values()
        elif isinstance(one, tuple | list):
            waiting += one
        elif isinstance(one, str):
            longest = max(longest, len(one))
    return 4 * count * longest
