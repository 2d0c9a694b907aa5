"""How a check runs a student's function and says what it found; helpers/checks.py says what is checked."""

import contextlib
import copy
import inspect
import io
import linecache
import traceback
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import CodeType
from typing import Any

import numpy as np

from helpers.compare import as_number, difference, listed
from helpers.holes import holes


class CheckFailed(AssertionError):
    """A check that did not pass. Jupyter shows its message alone, without a traceback."""

    def _render_traceback_(self):
        return str(self).splitlines()


@dataclass(frozen=True)
class Trial:
    """One call of an exercise and what should come of it.

    call: the call as text, to be read, or pasted into a cell. args: its arguments. returns: the names of what it
    returns. expected: what should come, by name. view: where something else than the results themselves is compared,
    makes it of the results (a dict by name), or says in a sentence why it cannot. tests: what this call is there to
    test. explain: may recognise a wrong result, and then says what it is.
    """

    call: str
    args: tuple[Any, ...]
    returns: tuple[str, ...]
    expected: dict[str, Any]
    tests: str = ""
    explain: Callable[[dict[str, Any]], str | None] | None = None
    view: Callable[[dict[str, Any]], dict[str, Any] | str] = lambda results: results


class NotFinished(Exception):
    """A demonstration that needs an exercise which is not finished. Jupyter shows its message alone."""

    def _render_traceback_(self):
        return str(self).splitlines()


def finished(*functions: Callable) -> None:
    """Stand at the top of a cell that only shows what exercises do: it stops with one line while one is unfinished.

    So it does where another exercise is unfinished that one of them calls. What a finished function does wrong is not
    touched: it shows itself where it happens. And a line that still says None is none of our business where the
    function passes its check.

    Raises NotFinished.
    """
    called = _with_called(functions)
    missing = [name for name, function in called.items() if holes(function) and not _passes(function)]
    if len(missing) == 1:
        raise NotFinished(f"This cell runs once {missing[0]} is finished; its check says what is missing.")
    if missing:
        raise NotFinished(f"This cell runs once {listed(missing)} are finished; their checks say what is missing.")


def _with_called(functions: Sequence[Callable]) -> dict[str, Callable]:
    """The functions by name, with the exercises that they call, those that these call, and so on; in the order of the
    notebook."""
    from helpers import checks  # which imports this module

    found: dict[str, Callable] = {}
    waiting = list(functions)
    while waiting:
        function = inspect.unwrap(waiting.pop(0))
        if function.__name__ not in found and inspect.isfunction(function):
            found[function.__name__] = function
            names = [name for name in _names(function.__code__) if name in checks.__all__]
            waiting += [function.__globals__[name] for name in names if callable(function.__globals__.get(name))]
    order = list(next(iter(found.values())).__globals__) if found else []
    return dict(sorted(found.items(), key=lambda one: order.index(one[0]) if one[0] in order else len(order)))


def _names(code: CodeType) -> list[str]:
    """The names that a function looks up outside of itself, also within a function or comprehension in it."""
    inner = [name for part in code.co_consts if isinstance(part, CodeType) for name in _names(part)]
    return [*code.co_names, *inner]


def _passes(function: Callable) -> bool:
    from helpers import checks

    with contextlib.redirect_stdout(io.StringIO()):
        try:
            getattr(checks, function.__name__)(function)
        except Exception:  # whatever a function does that is not finished
            return False
    return True


def run(function: Callable, trials: Sequence[Trial], calls: Sequence[Callable] = ()) -> None:
    """Call the function as each trial says, and print that all is right.

    calls: the checks of other exercises that the function may call. Where it is not right, they are asked first, so
    that nobody looks for a mistake in the wrong place.

    Raises CheckFailed at the first trial whose result is not right: what was called, what was expected, what came, and
    what this call tests; or, where an answer is still None, which line that is.
    """
    notes: list[str] = []
    for trial in trials:
        failed = _complaint(function, trial, notes)
        if failed:
            raise CheckFailed(
                _unfinished(function) or _helper_first(function, calls) or _failure(function, trial, *failed)
            )
    count = "both" if len(trials) == 2 else f"all {len(trials)}"
    print(f"✓ {function.__name__} is right in {count} calls that this check makes.")
    for note in [*dict.fromkeys(notes), *_globals_note(function)]:
        print(f"  Note: {note}")


def _complaint(function: Callable, trial: Trial, notes: list[str]) -> tuple[str, str] | None:
    """What is wrong with the result of one call, and what the call tests; None if nothing is."""
    args = copy.deepcopy(trial.args)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = function(*args)
        except Exception as error:
            return _exception(function, error), ""
    notes += [_scalar_note() for warning in caught if "to a scalar is deprecated" in str(warning.message)]

    names = trial.returns
    if len(names) == 1:
        result = (result,)
    elif not isinstance(result, tuple | list) or len(result) != len(names):
        came = "None" if result is None else f"a {type(result).__name__}"
        return f"The function should return {len(names)} things, {', '.join(names)}, but it returns {came}.", ""
    results = dict(zip(names, result, strict=True))
    got = trial.view(results)
    if isinstance(got, str):
        return got, trial.tests
    for name, expected in trial.expected.items():
        value, note = as_number(got[name], expected, name)
        notes += note
        complaint = difference(value, expected, name)
        if complaint:
            recognised = trial.explain(results) if trial.explain else None
            lines = [complaint, *_side_by_side(value, expected), *([recognised] if recognised else [])]
            return "\n".join(lines), trial.tests
    if not _same(args, trial.args):
        return "The result is right, but the function changed one of its arguments. Write into a new array instead.", ""
    return None


def _same(after, before) -> bool:
    if isinstance(before, np.ndarray):
        return np.array_equal(after, before)
    if isinstance(before, tuple | list):
        return len(after) == len(before) and all(map(_same, after, before))
    if isinstance(before, dict):
        return after.keys() == before.keys() and all(_same(after[key], before[key]) for key in before)
    return after == before


def _unfinished(function: Callable) -> str | None:
    """The lines that still hold None, if any."""
    unfilled = holes(function)
    if not unfilled:
        return None
    lines = [f"  line {hole.line} of the cell:  {hole.text}" for hole in unfilled[:3]]
    if len(unfilled) > 3:
        lines.append(f"  … and {len(unfilled) - 3} more")
    return "\n".join([f"✗ {function.__name__} is not finished: an answer is still missing where it says None.", *lines])


def _helper_first(function: Callable, checks: Sequence[Callable]) -> str | None:
    """Whether the function calls another exercise that is not right itself."""
    space = getattr(inspect.unwrap(function), "__globals__", {})
    for check in checks:
        helper = space.get(check.__name__)
        if not callable(helper):
            continue
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                check(helper)
        except CheckFailed:
            return (
                f"✗ {function.__name__} cannot be judged yet: it calls your {check.__name__}, and that is not right.\n"
                f"  Run the check of {check.__name__} first; it says why."
            )
    return None


def _failure(function: Callable, trial: Trial, complaint: str, tests: str) -> str:
    """The whole message, a few lines of text."""
    parts = [f"✗ {function.__name__} is not right yet.", "", "Called as:", *_indented(trial.call), "", complaint]
    if tests:
        parts += ["", f"This call tests {tests}"]
    return "\n".join(parts)


def _exception(function: Callable, error: Exception) -> str:
    """An exception, and the student's own line that it came from."""
    own = inspect.unwrap(function)
    file = getattr(getattr(own, "__code__", None), "co_filename", None)
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == file]
    message = f"It stopped with {type(error).__name__}: {error}"
    if frames:
        line = linecache.getline(frames[-1].filename, frames[-1].lineno).strip()
        message += f"\n  at line {frames[-1].lineno} of the cell:  {line}"
    if "only 0-dimensional arrays can be converted" in str(error) or "setting an array element" in str(error):
        message += f"\n{_scalar_note()}"
    return message


def _scalar_note() -> str:
    return (
        "An array such as b, of shape (1, 1, 1), holds one number but is not a number. Since NumPy 2.4 it is an error"
        " to call float() on it or to store it into one entry of another array; b.item() or b[0, 0, 0] takes the"
        f" number out. (Here runs NumPy {np.__version__}.)"
    )


def _globals_note(function: Callable) -> list[str]:
    """A function that reads a variable of the notebook works here by luck; say which."""
    try:
        found = inspect.getclosurevars(inspect.unwrap(function)).globals
    except (TypeError, ValueError):
        return []
    data = sorted(name for name, value in found.items() if isinstance(value, np.ndarray | dict | int | float | tuple))
    return [
        f"{function.__name__} reads {name!r} from outside. When it is graded, the notebook's variables hold other"
        " values: everything a function needs should come from its arguments."
        for name in data
    ]


def _side_by_side(got, expected) -> list[str]:
    """Two small arrays in full, for the eye to compare."""
    expected = np.asarray(expected)
    try:
        shape = np.shape(got)
    except ValueError:  # a list of lists that are not equally long, say
        return []
    if not (1 < expected.size <= 40 and shape == expected.shape):
        return []
    # Leading and trailing axes of length one only add brackets.
    return [
        "expected:",
        *_indented(str(np.squeeze(expected))),
        "yours:",
        *_indented(str(np.squeeze(np.asarray(got)))),
    ]


def _indented(text: str) -> list[str]:
    return [f"    {line}" for line in text.splitlines()]
