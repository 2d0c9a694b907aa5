"""The judge: a submission's cells run in a student process, the test cells run here, against stand-ins.

A test cell calls an exercise by its name, as it would in the student's notebook. Here that name is a stand-in, which
sends the arguments to the student process and brings the result back as data. What a test compares with, and its text,
never leaves this process.

    with Judge(solved) as judge:
        judged = judge.grade(path.read_bytes())
"""

import ast
from collections.abc import Iterable, Sequence
from functools import cached_property

from autograder.judging.ending import TooLong, at_most
from autograder.judging.patience import Patience, TakesLong
from autograder.judging.policy import Policy
from autograder.judging.session import Session, WorkerLost
from autograder.judging.standing import Places
from autograder.judging.verdict import Judged, Verdict
from autograder.notebook import Solved, TestCell
from autograder.nursery import Nursery, hidden
from autograder.repairing.definitions import forget_long, look
from autograder.repairing.reading import NotANotebook, read
from autograder.repairing.repair import RepairedCell, Source, repair_against
from autograder.sandbox import Limits, SandboxError, Worker
from helpers.compare import listed

__all__ = ["Judge", "Judged", "TakesLong", "Verdict", "to_run"]


# Seconds of processor time in which a file is read and repaired; an honest one takes a hundredth.
LONGEST_READING = 15.0
_TOO_LONG = "it takes too long to read; take out what is not yours, save it in Jupyter and hand in again"


class Judge:
    """Grades submissions of one assignment, one after another. A context manager: it keeps a warm process."""

    def __init__(
        self,
        solved: Solved,
        sandbox: bool = True,
        limits: Limits | None = None,
        nursery: Nursery | None = None,
    ):
        """limits: where the solved notebook sets none. sandbox: of the nursery, unless there is one already: nursery.

        Raises AutograderError where what the notebook sets makes no sense.
        """
        solved.require()
        self.solved, self._policy = solved, Policy.of(solved, limits)
        preload = [*solved.requires, *_imported(solved)]
        withheld = self._policy.withheld
        self._worker = Worker(
            sandbox, self._policy.most, withheld, hidden(solved.path), preload=preload, nursery=nursery
        )

    def __enter__(self) -> "Judge":
        self._worker.start()
        return self

    def __exit__(self, *exception) -> None:
        self._worker.close()

    @cached_property
    def _source(self) -> Source:
        return Source.of(self.solved)

    def ready(self) -> None:
        """Wait until the warm process has loaded everything. Raises SandboxError where it does not."""
        self._worker.ready()

    def grade(self, notebook: bytes, hurry: bool = False) -> Judged:
        """Grade one submission, given as the bytes of its file. Raises SandboxError where no student process starts,
        or the warm process ends meanwhile.

        hurry: raise TakesLong where something takes more than a fifth of the time that it has.
        Nothing that a submission holds or does raises anything else.
        """
        try:
            return self._grade(notebook, hurry)
        except WorkerLost as lost:
            raise SandboxError(str(lost)) from lost
        finally:
            forget_long()

    def _grade(self, notebook: bytes, hurry: bool) -> Judged:
        # While the warm process loads: with these comes all that the tests need.
        from autograder.judging.afterwards import adapters, put_right
        from autograder.judging.hearing import Hearing, Known

        try:
            # A file may be as large as a file may be; what is made of it is not.
            with at_most(LONGEST_READING, room=False):
                repaired = repair_against(self._source, read(notebook))
                given = adapters(self.solved)
                cells = to_run(repaired.cells, given)
                given_back = put_right(self.solved, cells)
        except (NotANotebook, TooLong) as error:
            problem = str(error if isinstance(error, NotANotebook) else NotANotebook(_TOO_LONG))
            tests = (Verdict(test.id, test.name, 0.0, test.points, "not_run", problem) for test in self.solved.tests)
            empty = repair_against(self._source, {"cells": []})
            return self._judged(tuple(tests), empty.cells, problem=problem)
        patience = Patience(self._policy.limits, hurry)

        known = Known()

        def begun(cells: list[RepairedCell], tests: Sequence[TestCell]) -> tuple[Hearing, Session]:
            session = Session(self._worker, self._policy, patience, cells, (*given_back, *given))
            hearing = Hearing(
                self._worker, self.solved, self._policy, patience, cells, session, tests, known, given_back
            )
            return hearing, session

        whole, session = begun(cells, self.solved.tests)
        with session:
            whole.ask()
        shown = {cell.id: result.outputs for cell, result in zip(cells, session.shown, strict=True)}
        again: dict[str, tuple[Hearing, list[str]]] = {}
        places = self._places(cells) if whole.doubtful else None
        for exercise in whole.doubtful if places else ():
            before, changed = places.up_to(exercise)
            if changed:
                standing, own = begun(before, [test for test in self.solved.tests if test.exercise == exercise])
                with own:
                    if standing.ask(whole):
                        again[exercise] = standing, changed
        # From here on there are processes that have seen right versions, see Hearing.
        found: dict[str, Verdict] = {}
        notes = list(repaired.notes)
        for exercise in dict.fromkeys(test.exercise for test in self.solved.tests):
            verdicts = whole.settled(exercise) if exercise in whole.doubtful else whole.verdicts(exercise)
            if exercise in again and not all(one.passed for one in verdicts):
                standing, changed = again[exercise]
                better = standing.settled(exercise)
                if sum(one.points for one in better) > sum(one.points for one in verdicts):
                    verdicts = better
                    notes.append(_standing(exercise, changed))
            found |= {one.id: one for one in verdicts}
        found = {test.id: found[test.id] for test in self.solved.tests}
        return self._judged(tuple(found.values()), repaired.cells, shown=shown, notes=tuple(notes))

    def _places(self, cells: list[RepairedCell]) -> Places | None:
        """Where the exercises stand; None where that takes too long to find out, as no honest text does."""
        try:
            with at_most(LONGEST_READING, room=False):
                return Places(cells)
        except TooLong:
            return None

    def _judged(self, tests: tuple[Verdict, ...], cells: list[RepairedCell], **more) -> Judged:
        released = {cell.grade_id: cell.released for cell in self._source.cells if cell.kind == "answer"}
        unanswered = frozenset(
            cell.grade_id for cell in cells if cell.kind == "answer" and cell.source == released[cell.grade_id]
        )
        return Judged(self.solved.name, tests, tuple(cells), unanswered=unanswered, **more)


def _standing(exercise: str, changed: list[str]) -> str:
    """The note that an exercise was tested as it stands."""
    named = [name for name in changed if name != "*" and name.isprintable() and len(name) <= 40][:3]
    what = f"what {listed(named)} stand{'s' if len(named) == 1 else ''} for" if named else "what it uses"
    return f"A later cell of yours changes {what}; {exercise} was tested as it is before that."


def _imported(solved: Solved) -> list[str]:
    """The modules that the set-up cell of a solved notebook imports, or might: a name can be one of a package's."""
    names = []
    for cell in solved.nb.cells:
        if cell.id == "setup" and (tree := look(cell.source).tree):
            for node in ast.walk(tree):
                if isinstance(node, ast.Import):
                    names += [alias.name for alias in node.names]
                elif isinstance(node, ast.ImportFrom) and node.module:
                    names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return names


def to_run(cells: list[RepairedCell], afterwards: Iterable[str] = ()) -> list[RepairedCell]:
    """The cells that a submission consists of: answers, what the student added, and what of the given these need.

    Locked demonstrations and checks are left out, unless a cell of the student's own uses a name from them, or one of
    our own cells, `afterwards`, does.
    """
    code = [cell for cell in cells if cell.cell_type == "code" and cell.kind != "test"]
    needed = {name for source in afterwards for name in look(source).uses}
    kept = []
    for cell in reversed(code):
        if cell.kind == "given" and cell.id != "setup" and not look(cell.source).binds & needed:
            continue
        kept.append(cell)
        needed |= look(cell.source).uses
    # A stub that was put back, empty, is to replace nothing that the student defines where no syntax tree shows it.
    return sorted(kept[::-1], key=lambda cell: not (cell.kind == "answer" and cell.place is None))
