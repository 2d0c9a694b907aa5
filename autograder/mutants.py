"""Mutation testing: small changes of the solutions' own functions, each of which the test cells should notice.

The changes are Cosmic Ray's: another operator, another number, a loop that does not run, a branch negated. A mutant
that keeps full marks has survived. It is then either a gap in the tests or the same function in other words; which
ones are the latter, and why, stands in `equivalent_mutants.toml`.
"""

import ast
import contextlib
import io
import os
import signal
import tomllib
import warnings
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path

from autograder import trusted
from autograder.errors import AutograderError
from autograder.notebook import Solved

EQUIVALENT = Path(__file__).with_name("equivalent_mutants.toml")
# Seconds after which a mutant counts as one that never ends.
PATIENCE = 3

# Operators that change nothing in these functions but their text: x is y, where identity is not asked for, and
# variables put where any value does.
LEFT_OUT = ("VariableReplacer", "VariableInserter", "RemoveDecorator", "ExceptionReplacer")


@dataclass(frozen=True)
class Mutant:
    """One change. line: the line of the solution that it changes, stripped; changed: what became of it."""

    exercise: str
    line: str
    changed: str
    source: str


@dataclass(frozen=True)
class Survivor:
    """A mutant that keeps full marks. why: why that is no gap in the tests, where somebody has said so."""

    mutant: Mutant
    why: str = ""


def mutants(solved: Solved, exercise: str) -> list[Mutant]:
    """Every mutant of one exercise's solution. Raises AutograderError where Cosmic Ray is not installed."""
    if not find_spec("cosmic_ray"):
        raise AutograderError("Mutants are made by Cosmic Ray:\n    python -m pip install cosmic-ray")
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator, operator_names

    source = next(
        cell.source
        for cell in solved.nb.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") == solved.exercises[exercise]
    )
    found: dict[str, Mutant] = {}
    for name in operator_names():
        if name.rpartition("/")[2].startswith(LEFT_OUT):
            continue
        operator = get_operator(name)
        for arguments in operator.arguments() or [{}]:
            occurrence = 0
            while changed := mutate_code(source.encode(), operator(**_plain(arguments)), occurrence):
                occurrence += 1
                text = changed if isinstance(changed, str) else changed.decode()
                if _differs(source, text):
                    found.setdefault(text, Mutant(exercise, *_line(source, text), text))
    return list(found.values())


def survivors(path: Path, exercise: str) -> tuple[int, list[Survivor]]:
    """How many mutants an exercise has, and those that keep full marks."""
    solved = Solved.read(path)
    every = mutants(solved, exercise)
    known = {(entry["exercise"], entry["line"], entry["changed"]): entry["why"] for entry in _known()}
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        alive = pool.map(_survives, [(path, exercise, mutant.source) for mutant in every], chunksize=8)
        kept = [mutant for mutant, survives in zip(every, alive) if survives]
    return len(every), [Survivor(one, known.get((one.exercise, one.line, one.changed), "")) for one in kept]


def _known() -> list[dict]:
    return tomllib.loads(EQUIVALENT.read_text(encoding="utf-8"))["mutant"]


def _plain(arguments) -> dict:
    return dict(arguments) if isinstance(arguments, dict) else dict(arguments.arguments)


def _differs(source: str, text: str) -> bool:
    """Whether a change is one of the program, and not of its comments and docstring alone."""
    try:
        return _program(source) != _program(text)
    except SyntaxError:
        return False


def _program(source: str) -> str:
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and ast.get_docstring(node):
            node.body = node.body[1:] or [ast.Pass()]
    return ast.dump(tree)


def _line(source: str, text: str) -> tuple[str, str]:
    """The first line that differs, before and after."""
    before, after = source.splitlines(), text.splitlines()
    return next((old.strip(), new.strip()) for old, new in zip(before, after) if old != new)


class _TooLong(BaseException):
    """Not an Exception, so that no test mistakes it for a wrong result."""


@contextlib.contextmanager
def _patience() -> Iterator[None]:
    def stop(*_):
        raise _TooLong

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)


def _survives(task: tuple[Path, str, str]) -> bool:
    path, exercise, source = task
    solved = Solved.read(path)
    mine = [test for test in solved.tests if test.exercise == exercise]
    try:
        with _patience(), warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
            warnings.simplefilter("ignore")
            return not any(outcome.message for outcome in trusted.run(solved.with_answers({exercise: source}), mine))
    except (_TooLong, MemoryError):
        return False
