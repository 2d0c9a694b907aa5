"""The test cells of one submission, run here, against stand-ins for the functions that stand in the student process."""

import contextlib
import functools
import io
import os
import re
import warnings
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from time import monotonic

import numpy as np

from autograder import reference
from autograder.inside.wire import WireError, restore
from autograder.judging.afterwards import adapters
from autograder.judging.ending import TooLong, at_most
from autograder.judging.helping import NotFinished
from autograder.judging.patience import Patience
from autograder.judging.policy import Policy
from autograder.judging.session import Session, WorkerLost, told
from autograder.judging.settling import gives_away
from autograder.judging.verdict import RAISED, THE_FUNCTION_RAISED, Verdict
from autograder.naming import Explanation, explain
from autograder.naming.general import EXCEPTION, in_general
from autograder.naming.printing import quoted
from autograder.naming.seen import RAISES
from autograder.notebook import Solved, TestCell
from autograder.repairing.definitions import is_readable, keeps_nothing, look, misspelt
from autograder.repairing.repair import RepairedCell
from autograder.sandbox import CallResult, Limits, SandboxError, Worker
from helpers.compare import listed
from helpers.holes import Hole, holes_in

# The most that the texts in a result may take as a NumPy array, which gives each of them the room of the longest.
MOST_TEXT = 64_000_000
LONGEST_MESSAGE = 4_000
# A line of a notebook's cell in a traceback: its number, and the function that it stands in. Its text stands below.
_LINE = re.compile(r"  Cell .{1,40}, line (\d{1,6}), in (.{1,200})")
# Seconds of the judge's own processor time: for a test cell, which takes some milliseconds with any honest result, and
# for an explanation, which takes up to two.
LONGEST_TEST, LONGEST_EXPLANATION = 5.0, 20.0
# What the explanations of one submission may take together, with the processes that look at its text, until texts are
# no longer looked at; an honest one takes some seconds, and the first ones of a run a little more.
MOST_FOR_TEXTS = 40.0


class StudentFailed(Exception):
    """A call of the student's function gave no result. said: why, in words; where: in which line of the student's it
    raised, in words, if it did; status: as of a CallResult."""

    def __init__(self, said: str, status: str, where: str = ""):
        super().__init__(f"{said}\n{RAISED}{where}." if where else said)
        self.said, self.status, self.where = said, status, where


@dataclass
class Trial:
    """How often a test cell has been heard, and what its parts raised the first time, None where they passed.

    again: it is heard once more, with right helpers; its parts that passed need not be called again. waits: it is to be
    heard once more.
    """

    parts: list[Exception | None] = field(default_factory=list)
    again: bool = False
    waits: bool = False


@dataclass
class Known:
    """What the hearings of one submission have in common. lost: the exercises that have lost points; open: those that
    are still to be heard beside right helpers, to which no helper may be an answer, see `settling`; left: the seconds
    that explanations may still look at texts; defined: the functions that a cell defines, by its text."""

    lost: set[str] = field(default_factory=set)
    open: set[str] = field(default_factory=set)
    left: float = field(default_factory=lambda: MOST_FOR_TEXTS)
    defined: dict[str, frozenset[str]] = field(default_factory=dict)

    def defines(self, source: str, name: str) -> bool:
        """Whether a cell defines a function, as far as can be read. Each is read once, since a hostile one is long."""
        if f"def {name}" not in source or not is_readable(source):
            return False
        if source not in self.defined:
            self.defined[source] = frozenset(one.name for one in look(source).definitions)
        return name in self.defined[source]


class Hearing:
    """Test cells of one submission, run against stand-ins for its exercises.

    A process in which the helpers are right has seen their solutions, and when it ends tells the next one something.
    What the student's own processes say is told to the student, and gives points. So none of these may begin once there
    was one of the others: first everything is asked of the student's own, in all hearings (`ask`); then come the
    processes with right helpers, one after the other, for one exercise after the other (`settled`). Nothing is asked
    again then, whatever ends before its time.
    """

    def __init__(
        self,
        worker: Worker,
        solved: Solved,
        policy: Policy,
        patience: Patience,
        cells: list[RepairedCell],
        session: Session,
        tests: Sequence[TestCell],
        known: Known,
        given_back: Sequence[str],
    ):
        """tests: those that are heard. given_back: code of ours that runs behind the cells, see `put_right`."""
        self._worker, self._solved, self._policy, self._patience = worker, solved, policy, patience
        self._cells, self._session, self._tests, self._known = cells, session, tests, known
        self._given_back = given_back
        self._helped: Session | None = None
        self._with: tuple[str, ...] = ()
        self._verdicts: dict[str, Verdict] = {}
        self._trials: dict[str, Trial] = {}
        self._seen: dict[str, Explanation | None] = {}
        self._holes: dict[str, list[Hole]] = {}

    def ask(self, before: "Hearing | None" = None) -> bool:
        """Ask all of the student's own process, and end it. Returns whether something of it may still get points.

        before: a hearing that there was; then, whether this one may bring more, and else nothing is explained.
        """
        with _quietly():
            for test in self._tests:
                self._verdicts[test.id], self._trials[test.id] = self._verdict(test, Trial())
            more = before is None or any(self._rank(test.id) and before._rank(test.id) < 2 for test in self._tests)
            for exercise in self.doubtful if more else ():
                # Where a first hearing lost points, this one may have all: then there is nothing to explain.
                if before is None or not all(self._rank(test.id) for test in self._of(exercise)):
                    self._seen[exercise] = self._what_is_seen(exercise)
        self._session.close()
        return more

    @property
    def doubtful(self) -> list[str]:
        """The exercises that lost points, or may yet, in the order of their tests."""
        return list(dict.fromkeys(test.exercise for test in self._tests if self._rank(test.id) < 2))

    def _rank(self, test: str) -> int:
        """How a test went so far: 2 where it passed, 1 where it is to be heard with right helpers."""
        return 1 if self._trials[test].waits else 2 if self._verdicts[test].passed else 0

    def _of(self, exercise: str) -> list[TestCell]:
        return [test for test in self._tests if test.exercise == exercise]

    def verdicts(self, exercise: str) -> list[Verdict]:
        """The verdicts on an exercise that is not doubtful."""
        return [self._verdicts[test.id] for test in self._of(exercise)]

    def waits(self, exercise: str) -> bool:
        """Whether an exercise may get points yet, beside right helpers."""
        return any(self._trials[test.id].waits for test in self._of(exercise))

    def settled(self, exercise: str, worker: Worker) -> list[Verdict]:
        """The verdicts on a doubtful exercise, once what waits is heard with right helpers. No process is left.

        worker: where the processes for that come from. Where it is lost meanwhile, this can be called with another.
        """
        self._worker = worker
        with _quietly():
            own = self._of(exercise)
            verdicts, why = {test.id: self._verdicts[test.id] for test in own}, None
            try:
                for test in own:
                    if self._trials[test.id].waits:
                        again, _ = self._verdict(test, replace(self._trials[test.id], again=True, waits=False))
                        # How long it took beside right helpers could tell what it has seen there.
                        verdicts[test.id] = replace(again, seconds=verdicts[test.id].seconds)
                if all(verdict.passed for verdict in verdicts.values()):
                    self._known.lost.discard(exercise)
                else:
                    again = any(self._trials[test.id].waits for test in own)
                    why = self._explanation(exercise, self._seen.get(exercise), again)
            finally:
                self._end_helped()
            return [one if one.passed else replace(one, explanation=why) for one in verdicts.values()]

    def _verdict(self, test: TestCell, trial: Trial) -> tuple[Verdict, Trial]:
        """Run one test cell. Where the trial waits afterwards, the verdict is none yet."""
        tested = {name: name for name in self._solved.exercises}
        if test.exercise in tested:
            tested |= dict.fromkeys(self._solved.adapters, test.exercise)
        limits = self._policy.limits_of(test.id)
        trial = replace(trial, parts=list(trial.parts))
        names = {name: StandIn(name, about, self._session, limits, self, trial) for name, about in tested.items()}
        said, start = io.StringIO(), monotonic()
        try:
            with contextlib.redirect_stdout(said), at_most(LONGEST_TEST):
                exec(_compiled(test.source, test.id), {"__name__": "__main__", **names})
        except Exception as error:
            status, message = _reason(error)
            self._known.lost.add(test.exercise)
            points = 0.0
            trial.waits = False
            trial.parts.clear()
        except TooLong:
            # It may have come in the middle of a message.
            (self._helped or self._session).renew()
            status, message, points = "error", "What the function returned takes too long to be compared.", 0.0
            self._known.lost.add(test.exercise)
            trial.waits = False
            trial.parts.clear()
        else:
            lines = dict.fromkeys(said.getvalue().splitlines())
            points, status, message = test.points, "passed", _readable("\n".join(lines))
        seconds = round(monotonic() - start, 4)
        return Verdict(test.id, test.name, points, test.points, status, message, seconds), trial

    def _what_is_seen(self, exercise: str) -> Explanation | None:
        """What is seen of the student's answer as it is; None where it is not finished, which needs no telling."""
        student = StandIn(exercise, exercise, self._session, self._policy.limits, self)
        return None if student.unfilled() else self._explained(exercise, student, self._session)

    def _explanation(self, exercise: str, seen: Explanation | None, again: bool) -> Explanation | None:
        """Why an exercise lost points: its own mistake, and not that of a function that it calls.

        seen: of the student's answer as it is. again: whether some of its tests were heard with right helpers, too.
        None where that cannot be told, or needs no telling.
        """
        student = StandIn(exercise, exercise, self._session, self._policy.limits, self)
        if student.unfilled():
            return None
        to_blame = self.wrong(self.helpers_of(exercise, exercise))
        if not to_blame and not again:
            return seen and _legible(seen)
        if seen and any(in_general(one) is None for one in seen.mistakes):
            # It was found in the student's lines, beside right versions of everything else.
            return _legible(seen)
        if not self.helpers_of(exercise, exercise):
            return seen and _legible(seen)
        with student.right_helpers() as names:
            # In that process stand right versions of other exercises: nothing that comes out of it is shown.
            own = self._explained(exercise, student, self._helped, generally=True)
        if own is None:
            return None if to_blame or seen is None else _legible(seen)
        if own.name:
            return _legible(seen) if seen and seen.name == own.name else own
        if seen is None or seen.name:
            seen = Explanation(exercise)
        words = f"With {_right_versions(names)}, {own.seen}." if own.seen else ""
        if not seen.seen:
            return replace(seen, seen=words)
        # Where nothing came without them, and something does with them.
        told = seen.seen.startswith(RAISES) and own.seen != EXCEPTION
        return _legible(replace(seen, seen=f"{seen.seen} {words}".rstrip()) if told else seen)

    def _explained(
        self, exercise: str, student: "StandIn", session: Session, generally: bool = False
    ) -> Explanation | None:
        """What is known of a mistake; None where the results are too odd to say. The points are settled by then, and a
        result that nobody thought of should cost its explanation, not the whole submission.
        """
        source, begun = self._source_of(exercise) if self._known.left > 0 else "", _taken()
        try:
            with at_most(LONGEST_EXPLANATION):
                return explain(exercise, lambda args: student(*args), generally=generally, source=source)
        except TooLong:
            session.renew()
        except Exception:
            pass
        finally:
            self._known.left -= _taken() - begun
        return None

    def _source_of(self, exercise: str) -> str:
        """The last cell that defines a function for an exercise; empty where there is none that can be read."""
        sources = (cell.source for cell in reversed(self._cells))
        return next((source for source in sources if self._known.defines(source, exercise)), "")

    def _answer_to(self, exercise: str) -> str:
        """The text of the cell in which an exercise is to be answered; empty where there is none."""
        cells = (cell.source for cell in self._cells if cell.grade_id == self._solved.exercises[exercise])
        return next(cells, "")

    def holes_of(self, exercise: str) -> list[Hole]:
        """The lines of the student's answer that still hold None, as they were given. A variable of the student's own
        may be None for good."""
        if exercise not in self._holes:
            self._holes[exercise] = self._found_holes(exercise)
        return self._holes[exercise]

    def _found_holes(self, exercise: str) -> list[Hole]:
        source = self._answer_to(exercise)
        if not is_readable(source):
            return []
        try:
            found = holes_in(source)
        except (ValueError, RecursionError, MemoryError, OverflowError):
            return []
        given = set(map(_bare, self._solved.stub(exercise).splitlines())) if found else ()
        return [hole for hole in found if _bare(hole.text) in given]

    def broke(self, exercise: str) -> str:
        """Why the student's answer did not run to its end; empty where it did."""
        for cell, result in zip(self._cells, self._session.shown, strict=True):
            if cell.grade_id == self._solved.exercises[exercise] and result.status != "ok":
                return misspelt(cell.source) or told(result)
        return ""

    def magic_of(self, exercise: str) -> str:
        """The magic that keeps nothing of the student's answer, if its cell begins with one."""
        return keeps_nothing(self._answer_to(exercise))

    def failed_import(self, name: str) -> str:
        """Why a cell did not run to its end that should have imported a name; empty where there is none."""
        for cell, result in zip(self._cells, self._session.shown, strict=True):
            failed = result.status != "ok" and re.match(r"(?:ModuleNotFound|Import)Error: ", told(result))
            if failed and re.search(rf"^[ \t]*(?:from|import)\b.*\b{re.escape(name)}\b", cell.source, re.MULTILINE):
                return told(result)
        return ""

    @property
    def isolated(self) -> bool:
        """Whether the student's process is in a sandbox."""
        return self._worker.sandbox

    @property
    def adapters(self) -> Collection[str]:
        """The names of the functions around the student's that are given."""
        return self._solved.adapters.keys()

    def is_adapter(self, name: str) -> bool:
        """Whether a function that a test may call is given."""
        return name in self._solved.adapters

    def helpers_of(self, name: str, tested: str) -> list[str]:
        """The exercises that a function may call, apart from what is tested, and from what would be an answer to it, or
        to another one that is still to be heard."""
        withheld = {tested, *self._known.open}
        return [one for one in self._solved.helpers_of(name, tested) if not gives_away(one, withheld)]

    def wrong(self, exercises: list[str]) -> list[str]:
        """Those of some exercises that have lost points in the tests so far."""
        return [name for name in exercises if name in self._known.lost]

    def helped(self, helpers: tuple[str, ...]) -> Session:
        """A process of its own in which these exercises are right, and no other one is left of this submission.

        It sees the solution of these functions. So nothing that it says is shown to anybody, but whether a test passes,
        which known mistakes it makes, and whether a result has the right shape.
        """
        try:
            if self._with != helpers:
                self._end_helped()
            if self._helped is None:
                self._helped, self._with = self._begun_with(helpers), helpers
        except SandboxError as error:
            # In a test, any other exception would be the student's.
            raise WorkerLost(str(error)) from error
        return self._helped

    def _begun_with(self, helpers: tuple[str, ...]) -> Session:
        sources = {
            cell.metadata.nbgrader.grade_id: cell.source
            for cell in self._solved.nb.cells
            if cell.metadata.get("nbgrader", {}).get("solution")
        }
        right = dict.fromkeys(sources[self._solved.exercises[name]] for name in helpers)
        after = (*self._given_back, *right, *adapters(self._solved))
        return Session(self._worker, self._policy, self._patience, self._cells, after).__enter__()

    def _end_helped(self) -> None:
        # Closing it fails where the warm process has ended; who tries again must not find it here.
        helped, self._helped = self._helped, None
        if helped:
            helped.close()


class StandIn:
    """What a test cell has in the place of a student's function, or of an adapter, which is called in its process.

    tested: the exercise that a test is about which calls it. trial: of that test.
    """

    def __init__(
        self, name: str, tested: str, session: Session, limits: Limits, hearing: Hearing, trial: Trial | None = None
    ):
        self.__name__, self.tested = name, tested
        self._session, self._limits, self._hearing = session, limits, hearing
        self._trial, self._is_tested = trial or Trial(), trial is not None

    def __call__(self, *args, **kwargs):
        """Call the student's function. Raises StudentFailed where it gives no result."""
        return self._result(args, kwargs, self._session.call(self.__name__, args, kwargs, self._limits))

    def timed(self, args: tuple, most: float) -> tuple[object, float]:
        """Call the student's function; the result, and the seconds of processor time, taken from outside its process.

        The call is ended some time after `most`, with a StudentFailed that says "timeout". Without a sandbox, on a
        system on which a process has no clock that others can read, the time is 0, and the limit of wall time is all.
        """
        limits = self._limits.but(call_cpu_seconds=min(self._limits.call_cpu_seconds, 1.5 * most + 0.2))
        result = self._session.call(self.__name__, args, {}, limits, measured=True)
        value = self._result(args, {}, result)
        if result.cpu_seconds is None and self._hearing.isolated:
            # Whoever answers has a clock there. No time at all would be the fastest that there is.
            raise StudentFailed("how much processor time the function took could not be told", "error")
        return value, result.cpu_seconds or 0.0

    def with_room(self, args: tuple, memory_bytes: float) -> object:
        """Call the student's function with so much memory beyond what its process has."""
        result = self._session.call(self.__name__, args, {}, self._limits, room=memory_bytes)
        return self._result(args, {}, result)

    def _result(self, args: tuple, kwargs: dict, result: CallResult) -> object:
        if result.args is not None:
            try:
                restore((args, kwargs), (result.args, result.kwargs))
            except WireError:
                said = "the function made something else of its arguments, as by giving an array another shape in place"
                raise StudentFailed(f"{said}: work on a copy, or on new arrays", "error") from None
        if result.status == "ok":
            names = reference.RESULTS.get(self.__name__, ())
            if self._is_tested and len(names) > 1 and isinstance(result.value, np.ndarray):
                # A test that takes it apart would speak of parts that are none.
                said = f"the function should return {len(names)} things, {', '.join(names)}, and it returned one array"
                raise StudentFailed(said, "error")
            if _room_of_texts(result.value) > MOST_TEXT:
                raise StudentFailed("the function returned too many texts, or too long ones", "refused")
            return result.value
        raise StudentFailed(self._said(result), result.status, _where(result, self.__name__, self._hearing.adapters))

    def unfilled(self) -> list[Hole]:
        """The lines of the student's answer that still hold None."""
        return self._hearing.holes_of(self.tested)

    def unfinished(self, names: list[str]) -> list[str]:
        """Those of some exercises that still hold None in the student's notebook."""
        return [name for name in names if self._hearing.holes_of(name)]

    def _said(self, result: CallResult) -> str:
        if result.status == "error":
            kind, message, _ = result.error
            missing = re.match(r"name '(\w+)' is not defined", message) if kind == "NameError" else None
            if missing and (why := self._hearing.failed_import(missing[1])):
                message = f"{missing[0]}, since its import failed ({why})"
            return f"{THE_FUNCTION_RAISED}{kind}: {message}" if message else f"{THE_FUNCTION_RAISED}{kind}"
        if result.status == "missing" and self._hearing.is_adapter(self.__name__):
            why = self._session.stumbled
            return f"{self.__name__}, a given function around yours, could not be defined{why and f': {why}'}"
        if result.status == "missing":
            why = self._hearing.broke(self.__name__)
            magic = self._hearing.magic_of(self.__name__)
            said = f"begins with {magic}, which keeps nothing of what it defines" if magic else "does not define it"
            said = f"did not run to its end ({why})" if why else said
            return f"there is no function {self.__name__}: its cell {said}"
        return result.reason

    def failure(self, test: Callable[["StandIn"], None]) -> Exception | None:
        """What a part of a test cell raises, or raised when the cell was heard first; None where it passes."""
        if self._trial.again and self._trial.parts:
            return self._trial.parts.pop(0)
        raised = None
        try:
            test(self)
        except Exception as error:
            raised = _without_frames(error)
        self._trial.parts.append(raised)
        return raised

    def to_blame(self, names: list[str]) -> list[str]:
        """Those of some exercises that have lost points."""
        return self._hearing.wrong(names)

    def put_off(self) -> bool:
        """Whether the test is heard again, once the student's own process has been ended."""
        if self._trial.again or not self._hearing.helpers_of(self.__name__, self.tested):
            return False
        self._trial.waits = True
        return True

    @contextlib.contextmanager
    def right_helpers(self) -> Iterator[list[str]]:
        """While this is open, the student's function has right versions of those that it calls.

        Yields those of them that have lost points, since they are to blame; all of them, where none has.
        """
        names = self._hearing.helpers_of(self.__name__, self.tested)
        own = self._session
        if names:
            self._session = self._hearing.helped(tuple(names))
        try:
            yield self._hearing.wrong(names) or names
        finally:
            self._session = own


@contextlib.contextmanager
def _quietly() -> Iterator[None]:
    """What NumPy has to say about a student's numbers is for no instructor's terminal."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        yield


@functools.cache
def _compiled(source: str, name: str):
    return compile(source, f"<{name}>", "exec")


def _reason(error: Exception) -> tuple[str, str]:
    """Status and message of a test that failed."""
    cause: BaseException | None = error
    while cause and not isinstance(cause, StudentFailed):
        cause = cause.__cause__ or cause.__context__
    message = _readable(str(error) or type(error).__name__)
    if isinstance(error, NotFinished):
        return "error", message
    if cause:
        return ("timeout" if cause.status == "timeout" else "error"), message
    if isinstance(error, AssertionError):
        return "failed", message
    # A test that takes a result apart stumbles over one that has another form.
    return "error", f"The result has not the form that was asked for ({type(error).__name__}: {message})."


def _without_frames(error: Exception) -> Exception:
    """An exception to keep, with its causes: in the frames that it came through lie all results of its test."""
    waiting: list[BaseException | None] = [error]
    while waiting:
        if (one := waiting.pop()) and one.__traceback__:
            one.__traceback__ = None
            waiting += [one.__cause__, one.__context__]
    return error


def _where(result: CallResult, function: str, given: Collection[str]) -> str:
    """The last line of the student's own that stands in the traceback of a call, in words; empty where none does.

    Where that is in another function, also the line of this one that calls it: the fault may be in what is handed over.
    """
    lines = result.error[2].split("\n") if result.status == "error" else []
    found = [(_LINE.fullmatch(line), code) for line, code in pairwise(lines) if code.startswith("    ")]
    places = [(*match.groups(), code.strip()) for match, code in found if match and match[2] not in given]
    if not places:
        return ""
    number, name, code = places[-1]
    if name == function or not name.isidentifier():
        return f"line {number} of its cell, “{quoted(code)}”"
    calls = [
        f", called in line {number} of {function}’s cell, “{quoted(code)}”"
        for number, one, code in places
        if one == function
    ]
    return f"line {number}, in {name}, “{quoted(code)}”{calls[-1] if calls else ''}"


def _readable(message: str) -> str:
    """A message, in which words of the student's may stand, without what a terminal would obey, and not too long."""
    if len(message) > LONGEST_MESSAGE:
        message = f"{message[: LONGEST_MESSAGE - 200]} … {message[-200:]}"
    return "".join(character if character.isprintable() or character == "\n" else "\ufffd" for character in message)


def _right_versions(names: list[str]) -> str:
    return f"{'a right version' if len(names) == 1 else 'right versions'} of {listed(names)} in place of yours"


def _bare(line: str) -> str:
    """A line without blanks and comment."""
    return "".join(line.partition("#")[0].split())


def _legible(explanation: Explanation) -> Explanation:
    """An explanation in which what the student's function said is readable."""
    example = explanation.example
    if example:
        example = replace(example, expected=_readable(example.expected), got=_readable(example.got))
    mistakes = tuple(replace(named, message=_readable(named.message)) for named in explanation.mistakes)
    return replace(explanation, mistakes=mistakes, seen=_readable(explanation.seen), example=example)


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
        elif isinstance(one, np.ndarray):
            count += one.size
        elif isinstance(one, str):
            longest = max(longest, len(one))
    return 4 * count * longest


def _taken() -> float:
    """Seconds of processor time that this process has had, and those of its own that have ended."""
    return sum(os.times()[:4])
